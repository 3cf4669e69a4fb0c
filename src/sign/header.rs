//! The JOSE Header of a draft: what signing needs of it, and what keeps it from being one.
//! Spec: RFC 7515 §4, RFC 7797 §3 and §6.

use super::encrypt::Encryption;
use super::{numbers, placed, word};
use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::{SIGNATURE_ALGORITHMS, SignatureAlgorithm, signature_algorithm};
use crate::jose::encryption_algorithms::{content_encryption_algorithm, key_management_algorithm};
use crate::json::{Document, Kind, Value, parse, remove_member};
use crate::span::{Part, Span};

/// What `alg` asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Algorithm {
    None,
    Signature(&'static SignatureAlgorithm),
    Encryption(Encryption),
}

pub(super) struct Header<'a> {
    pub(super) object: Value<'a>,
    pub(super) algorithm: Algorithm,
    /// False under `b64: false`.
    pub(super) encodes_payload: bool,
    pub(super) warnings: Vec<Diagnostic>,
}

impl Header<'_> {
    /// The text of a string member.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.object.get(name)?.text().map(|text| text.into_owned())
    }
}

pub(super) fn read(document: &Document) -> Result<Header<'_>, Diagnostic> {
    read_with(document, &parse(Vec::new()))
}

/// The same where `alg` of an encryption may stand in another header beside it.
pub(super) fn read_with<'a>(
    document: &'a Document,
    beside: &Document,
) -> Result<Header<'a>, Diagnostic> {
    if document.bytes().iter().all(u8::is_ascii_whitespace) {
        return Err(Diagnostic::danger("sign-header-empty"));
    }
    if let Some(fault) = document.faults().first() {
        let error = Diagnostic::danger("sign-header-not-json");
        return Err(placed(error, Part::Header, fault));
    }
    let Some(object) = document.object() else {
        let found = document.root().map_or(Kind::Null, |root| root.kind());
        let error = Diagnostic::danger("sign-header-not-object");
        return Err(error.with("found", word(found.word())));
    };
    if let Some((name, _)) = object.repeated_members().next() {
        let text = name.text().unwrap_or_default().into_owned();
        return Err(Diagnostic::danger("sign-header-duplicate")
            .at(Span::of(Part::Header, name.span()))
            .with("name", text));
    }
    let algorithm = algorithm(object, beside)?;
    let encodes_payload = encodes_payload(object)?;
    let mut warnings = unknown_extensions(object)?;
    warnings.extend(private_key(object));
    warnings.extend(numbers(document, Part::Header));
    Ok(Header {
        object,
        algorithm,
        encodes_payload,
        warnings,
    })
}

/// Members of a JWK that nobody but its owner may see (RFC 7518 §6, RFC 9964 §3).
const PRIVATE_MEMBERS: [&str; 9] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"];

/// A private key in `jwk`: whoever gets the token can sign with it (RFC 7515 §4.1.3). What is left
/// without the private half is the fact `public`, where something is.
pub(super) fn private_key(object: Value<'_>) -> Option<Diagnostic> {
    let jwk = object.get("jwk")?;
    let found: Vec<&str> = PRIVATE_MEMBERS
        .into_iter()
        .filter(|name| jwk.get(name).is_some())
        .collect();
    if found.is_empty() {
        return None;
    }
    let mut public = jwk.raw_text().into_owned();
    for name in &found {
        public = remove_member(&public, name).unwrap_or(public);
    }
    let said = Diagnostic::danger("sign-header-private-key")
        .at(Span::of(Part::Header, jwk.span()))
        .with(
            "members",
            found
                .iter()
                .map(|&name| name.to_owned())
                .collect::<Vec<String>>(),
        );
    // Of a secret nothing is left that a verifier could use.
    Some(match found.contains(&"k") {
        true => said,
        false => said.with("public", public),
    })
}

fn algorithm(object: Value<'_>, beside: &Document) -> Result<Algorithm, Diagnostic> {
    let own = object.get("alg");
    let other = beside.get("alg").filter(|_| object.get("enc").is_some());
    if let (None, Some(alg)) = (own, other.and_then(|alg| alg.text())) {
        return encryption(object, &alg);
    }
    let Some(value) = own else {
        return Err(Diagnostic::danger("sign-alg-missing").with("known", known()));
    };
    let here = Span::of(Part::Header, value.span());
    let Some(alg) = value.text() else {
        return Err(Diagnostic::danger("sign-alg-not-string")
            .at(here)
            .with("found", word(value.kind().word())));
    };
    if object.get("enc").is_some() {
        return encryption(object, &alg).map_err(|error| error.at(here));
    }
    if alg == "none" {
        return Ok(Algorithm::None);
    }
    if let Some(row) = signature_algorithm(&alg) {
        return Ok(Algorithm::Signature(row));
    }
    let same = |row: &&SignatureAlgorithm| row.name.eq_ignore_ascii_case(&alg);
    let error = match SIGNATURE_ALGORITHMS.iter().find(same) {
        Some(row) => Diagnostic::danger("sign-alg-case").with("meant", row.name),
        None if key_management_algorithm(&alg).is_some() => Diagnostic::danger("sign-alg-encrypts"),
        None => Diagnostic::danger("sign-alg-unknown").with("known", known()),
    };
    Err(error.at(here).with("alg", alg.into_owned()))
}

/// With `enc` the draft is a JWE (RFC 7516 §9).
fn encryption(object: Value<'_>, alg: &str) -> Result<Algorithm, Diagnostic> {
    let row = key_management_algorithm(alg)
        .ok_or_else(|| Diagnostic::danger("decrypt-alg-unknown").with("alg", alg))?;
    let name = object.get("enc");
    let name = name.filter(|enc| enc.kind() == Kind::String);
    let name = name.and_then(|enc| enc.text());
    let name = name.ok_or_else(|| Diagnostic::danger("decrypt-enc-missing"))?;
    let enc = content_encryption_algorithm(&name)
        .ok_or_else(|| Diagnostic::danger("decrypt-enc-unknown").with("enc", name.into_owned()))?;
    Ok(Algorithm::Encryption(Encryption { alg: row, enc }))
}

fn known() -> Vec<String> {
    let names = SIGNATURE_ALGORITHMS.iter();
    names.map(|row| row.name.to_owned()).collect()
}

/// `b64` must be a boolean, and when it is `false`, named in `crit` (RFC 7797 §6): a reader that
/// does not know it would take the payload for base64url.
fn encodes_payload(object: Value<'_>) -> Result<bool, Diagnostic> {
    let Some(value) = object.get("b64") else {
        return Ok(true);
    };
    let here = Span::of(Part::Header, value.span());
    match value.as_bool() {
        None => Err(Diagnostic::danger("sign-b64-not-boolean").at(here)),
        Some(true) => Ok(true),
        Some(false) => {
            let crit = object.get("crit");
            let named = crit.is_some_and(|crit| {
                crit.items().any(|item| {
                    item.kind() == Kind::String && item.text().as_deref() == Some("b64")
                })
            });
            if named {
                Ok(false)
            } else {
                Err(Diagnostic::danger("sign-b64-not-critical").at(here))
            }
        }
    }
}

/// `crit` is a non-empty array of names that stand in this header (RFC 7515 §4.1.11). Names that
/// this tool does not implement are signed, because a test may want such a token.
fn unknown_extensions(object: Value<'_>) -> Result<Vec<Diagnostic>, Diagnostic> {
    let Some(crit) = object.get("crit") else {
        return Ok(Vec::new());
    };
    let here = Span::of(Part::Header, crit.span());
    let strings = crit.items().all(|item| item.kind() == Kind::String);
    if crit.kind() != Kind::Array || crit.items().next().is_none() || !strings {
        return Err(Diagnostic::danger("sign-crit-malformed").at(here));
    }
    let mut warnings = Vec::new();
    for name in crit.items().filter_map(|item| item.text()) {
        if object.get(&name).is_none() {
            return Err(Diagnostic::danger("sign-crit-absent")
                .at(here)
                .with("name", name.into_owned()));
        }
        if name != "b64" {
            warnings.push(
                Diagnostic::warning("sign-crit-unknown")
                    .at(here)
                    .with("name", name.into_owned()),
            );
        }
    }
    Ok(warnings)
}
