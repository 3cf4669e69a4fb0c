//! A service that takes the algorithm from the header: with HMAC its public key, which everybody
//! has, becomes the shared secret. Spec: RFC 8725 §2.1, §3.1.

use super::service::{Choice, Refusal, Request, own_keys, public_pem};
use super::{Attack, KeyOf, Mistake, Step, World};
use crate::jose::algorithms::{Scheme, signature_algorithm};
use crate::keys::Material;
use crate::learn::lessons::tokens::{ES256_DRAFT, ISSUER, PATIENT_DRAFT, PATIENT_ES256};
use crate::learn::{Desk, Field, Given, Text};
use crate::secret::Secret;

/// See the module.
pub(super) const ATTACK: Attack = Attack {
    id: "algorithm",
    clauses: &["RFC 8725 §3.1"],
    step: Step::Algorithm,
    mistake: Mistake::Chooses(choose),
    key: KeyOf::Pair(ISSUER),
    desk: Desk::Sign,
    given: &[
        Given(Field::Token, Text::Tokens(&[PATIENT_ES256])),
        Given(Field::Key, Text::Pem(ISSUER)),
        Given(Field::DraftHeader, Text::Plain(ES256_DRAFT)),
        Given(Field::DraftPayload, Text::Plain(PATIENT_DRAFT)),
        Given(Field::DraftKey, Text::Pem(ISSUER)),
    ],
    code: [
        "verify(token, algorithm = header.alg,\n       key = read(\"issuer.pem\"))",
        "verify(token, algorithm = \"ES256\",\n       key = read(\"issuer.pem\"))",
    ],
};

/// The mistake: the token says how it is to be verified, and the file with the key is whatever
/// that algorithm takes.
fn choose(request: &Request<'_>, world: &World) -> Result<Choice, Refusal> {
    let alg = request.alg();
    let row = signature_algorithm(&alg).ok_or_else(|| {
        let refusal = Refusal::new(Step::Algorithm, "lab-refused-unknown");
        refusal.with("found", alg)
    })?;
    let keys = match row.scheme {
        Scheme::Hmac(_) => {
            let pem = public_pem(&world.before);
            // A copy often loses its last line break.
            let texts = [pem.trim_end().to_owned(), pem];
            let secrets = texts.map(|text| Material::Oct(Secret::new(text.into_bytes())));
            secrets.into()
        }
        _ => own_keys(&world.before),
    };
    Ok(Choice::With(row, keys))
}

#[cfg(test)]
mod tests {
    use super::ATTACK;
    use crate::job::{Draft, Tampering};
    use crate::learn::Field;
    use crate::learn::lab::testing::{INTERNAL, proves, refuses, signed};

    fn confused(key: &str) -> String {
        signed(Draft {
            tampering: Tampering::Confused,
            ..crate::learn::lab::testing::draft(r#"{"alg":"HS256"}"#, INTERNAL, key)
        })
    }

    #[test]
    fn the_public_key_is_the_secret() {
        proves(&ATTACK, |prepared| confused(&prepared.field(Field::Key)));
        proves(&ATTACK, |prepared| {
            confused(prepared.field(Field::DraftKey).trim_end())
        });
    }

    #[test]
    fn another_secret_or_algorithm_is_refused() {
        refuses(&ATTACK, |_| confused("a guess"));
        refuses(&ATTACK, |prepared| {
            confused(prepared.field(Field::Key).lines().next().unwrap())
        });
        refuses(&ATTACK, |prepared| prepared.tampered());
    }
}
