//! Making a token from a draft. The header and the payload are signed byte for byte as typed.
//! A header with `enc` asks for encryption instead.
//! Spec: RFC 7515 §5.1, RFC 7516 §5.1, RFC 7519 §7.1, RFC 7797 §3.

mod encrypt;
mod header;
mod key;

use crate::base64url;
use crate::crypto;
use crate::diagnostic::{Diagnostic, Fact};
use crate::job::Draft;
use crate::jose::algorithms::Scheme;
use crate::json;
use crate::keys::{KeyFacts, KeyReading};
use crate::span::{Part, Span};
use header::{Algorithm, Header};
use rand_core::CryptoRngCore;
use std::borrow::Cow;

/// A signed draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Compact Serialization.
    pub token: String,
    /// The key that signed. `None` for `alg: none`.
    pub key: Option<KeyFacts>,
    /// What is weak or odd about it.
    pub warnings: Vec<Diagnostic>,
}

/// Signs a draft with the key in its key box, or encrypts it when its header has `enc`. Why there is no token is one diagnostic, with the
/// place where there is one: `span` counts bytes of the draft's header or payload.
pub fn sign<R: CryptoRngCore>(draft: &Draft, rng: &mut R) -> Result<Signed, Diagnostic> {
    sign_with(draft, &crate::keys::read_key(&draft.key), rng)
}

/// The same with a key that was read already.
pub fn sign_with<R: CryptoRngCore>(
    draft: &Draft,
    reading: &KeyReading,
    rng: &mut R,
) -> Result<Signed, Diagnostic> {
    let document = json::parse(draft.header.clone().into_bytes());
    let header = header::read(&document)?;
    if let Algorithm::Encryption(encryption) = header.algorithm {
        return encrypt::encrypt(draft, &header, encryption, reading, rng);
    }
    let mut warnings = header.warnings.clone();
    warnings.extend(payload_warnings(&draft.payload)?);
    let input = signing_input(draft, &header, &mut warnings);
    let (signature, key) = match header.algorithm {
        Algorithm::None if draft.unsecured => {
            warnings.push(Diagnostic::danger("sign-unsecured"));
            (String::new(), None)
        }
        Algorithm::None | Algorithm::Encryption(_) => {
            return Err(Diagnostic::danger("sign-alg-none"));
        }
        Algorithm::Signature(row) => {
            let key = key::choose(&header, row, draft, reading, &mut warnings)?;
            warnings.extend(key::weaknesses(row, &key.facts));
            let bytes = crypto::sign(row.scheme, &key.material, &input.bytes, rng)
                .map_err(Diagnostic::from)?;
            if matches!(row.scheme, Scheme::EdDsa) {
                warnings.push(Diagnostic::info("sign-eddsa-polymorphic"));
            }
            (base64url::encode(&bytes), Some(key.facts.clone()))
        }
    };
    Ok(Signed {
        token: format!("{}.{signature}", input.token),
        key,
        warnings,
    })
}

struct Input {
    /// What is signed: the JWS Signing Input.
    bytes: Vec<u8>,
    /// What stands in the token before the last dot.
    token: String,
}

/// The JWS Signing Input is what stands before the last dot, but under `b64: false` with a
/// payload that cannot stand in the Compact Serialization: it is detached (RFC 7797 §5.2).
fn signing_input(draft: &Draft, header: &Header<'_>, warnings: &mut Vec<Diagnostic>) -> Input {
    let first = base64url::encode(draft.header.as_bytes());
    if header.encodes_payload {
        let token = format!("{first}.{}", base64url::encode(draft.payload.as_bytes()));
        let bytes = token.clone().into_bytes();
        return Input { bytes, token };
    }
    let bytes = format!("{first}.{}", draft.payload).into_bytes();
    let fits = |byte| matches!(byte, b' '..=b'~') && byte != b'.';
    let token = if draft.payload.bytes().all(fits) {
        format!("{first}.{}", draft.payload)
    } else {
        warnings.push(Diagnostic::info("sign-payload-detached"));
        format!("{first}.")
    };
    Input { bytes, token }
}

/// A JWS signs any bytes; a JWT has a JSON object. What departs from that is said, and signed;
/// only text that begins as JSON and then breaks off is a slip of the hand, and refused.
fn payload_warnings(payload: &str) -> Result<Vec<Diagnostic>, Diagnostic> {
    let document = json::parse(payload.as_bytes().to_vec());
    if let Some(fault) = document.faults().first() {
        if payload.trim_start().starts_with(['{', '[']) {
            let error = Diagnostic::danger("sign-payload-broken");
            return Err(placed(error, Part::Payload, fault));
        }
        let warning = Diagnostic::warning("sign-payload-not-json");
        return Ok(vec![placed(warning, Part::Payload, fault)]);
    }
    let Some(object) = document.object() else {
        let found = document
            .root()
            .map_or("json-kind-null", |r| r.kind().word());
        let warning = Diagnostic::warning("sign-payload-not-object");
        return Ok(vec![warning.with("found", word(found))]);
    };
    let repeated = object.duplicate_names().into_iter();
    Ok(repeated
        .map(|name| Diagnostic::warning("sign-payload-duplicate").with("name", name.into_owned()))
        .collect())
}

/// `diagnostic` with the place of `fault`, what was expected there and what was found.
fn placed(diagnostic: Diagnostic, part: Part, fault: &json::Fault) -> Diagnostic {
    let width = fault.found.map_or(0, char::len_utf8);
    let end = fault.offset.saturating_add(width);
    let found = match fault.found {
        Some(c) => Fact::Text(c.to_string()),
        None => word("found-end"),
    };
    diagnostic
        .at(Span::of(part, fault.offset..end))
        .with("line", fault.line)
        .with("column", fault.column)
        .with("expected", word(fault.expected.word()))
        .with("found", found)
}

fn word(key: &'static str) -> Fact {
    Fact::Word(Cow::Borrowed(key))
}

#[cfg(test)]
mod tests;
