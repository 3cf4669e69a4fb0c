//! A service that takes `kid` for the name of a file: the attacker names a file whose content
//! everybody knows. Spec: RFC 8725 §3.10.

use super::service::{Choice, KID, Refusal, Request, own_keys};
use super::{Attack, KeyOf, Mistake, Step, World};
use crate::keys::Material;
use crate::learn::lessons::tokens::{PATIENT, PATIENT_DRAFT};
use crate::learn::{Desk, Field, Given, Make, Signer, Text};
use crate::secret::Secret;

/// See the module.
pub(super) const ATTACK: Attack = Attack {
    id: "kid",
    clauses: &["RFC 8725 §3.10", "RFC 7515 §4.1.4"],
    step: Step::Key,
    mistake: Mistake::Chooses(choose),
    key: KeyOf::Drawn,
    desk: Desk::Sign,
    given: &[
        Given(Field::Token, Text::Tokens(&[OWN])),
        Given(Field::DraftHeader, Text::Plain(NAMED_DRAFT)),
        Given(Field::DraftPayload, Text::Plain(PATIENT_DRAFT)),
    ],
    code: [
        "key = read_file(\"/srv/keys/\" + header.kid)\nverify(token, \"HS256\", key)",
        "key = KEYS[header.kid]     # or refuse\nverify(token, \"HS256\", key)",
    ],
};

const NAMED_DRAFT: &str = r#"{
  "alg": "HS256",
  "kid": "issuer-1"
}"#;

const OWN: Make = Make {
    header: r#"{"alg":"HS256","kid":"issuer-1"}"#,
    signer: Signer::Drawn,
    ..PATIENT
};

/// Where keys are looked for.
const FOLDER: &str = "/srv/keys/";
/// What everybody may fetch from the service, as its task says.
const PUBLIC_FILE: (&str, &str) = ("/srv/public/version.txt", "workshop-service 2026.11");
/// What every system has.
const EMPTY_FILE: &str = "/dev/null";

/// The mistake: the token says which file is the key.
fn choose(request: &Request<'_>, world: &World) -> Result<Choice, Refusal> {
    let row = request.row_of("HS256")?;
    let path = resolve(&request.kid().unwrap_or_else(|| KID.to_owned()));
    let own = format!("{FOLDER}{KID}");
    let (public, text) = PUBLIC_FILE;
    let keys = match path.as_str() {
        path if path == own => own_keys(&world.before),
        path if path == public => vec![secret(text)],
        EMPTY_FILE => vec![secret("")],
        _ => return Err(Refusal::new(Step::Key, "lab-refused-file").with("path", path)),
    };
    Ok(Choice::With(row, keys))
}

fn secret(text: &str) -> Material {
    Material::Oct(Secret::new(text.as_bytes().to_vec()))
}

/// The file that a name leads to from the folder of keys.
fn resolve(name: &str) -> String {
    let mut path: Vec<&str> = Vec::new();
    for step in FOLDER.split('/').chain(name.split('/')) {
        match step {
            "" | "." => {}
            ".." => _ = path.pop(),
            step => path.push(step),
        }
    }
    format!("/{}", path.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{ATTACK, resolve};
    use crate::learn::lab::testing::{INTERNAL, draft, proves, refuses, signed};

    fn with(kid: &str, secret: &str) -> String {
        let header = format!(r#"{{"alg":"HS256","kid":"{kid}"}}"#);
        signed(draft(&header, INTERNAL, secret))
    }

    #[test]
    fn a_file_that_everybody_knows_is_the_key() {
        for kid in ["../public/version.txt", "./.././public//version.txt"] {
            proves(&ATTACK, |_| with(kid, "workshop-service 2026.11"));
        }
    }

    #[test]
    fn another_file_or_content_is_refused() {
        let content = "workshop-service 2026.11";
        for kid in [
            "issuer-1",
            "../version.txt",
            "version.txt",
            "../../etc/passwd",
            "",
        ] {
            refuses(&ATTACK, |_| with(kid, content));
        }
        refuses(&ATTACK, |_| with("../public/version.txt", "workshop"));
        refuses(&ATTACK, |prepared| prepared.tampered());
    }

    #[test]
    fn a_path_ends_where_it_leads() {
        assert_eq!(resolve("issuer-1"), "/srv/keys/issuer-1");
        assert_eq!(resolve("../../../../dev/null"), "/dev/null");
        assert_eq!(resolve(""), "/srv/keys");
    }
}
