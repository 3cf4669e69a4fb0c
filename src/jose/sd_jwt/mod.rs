//! What an SD-JWT discloses: its Disclosures with their digests, where each is referenced, and the
//! payload as a Verifier processes it.
//! Spec: RFC 9901 §4, §7 and §8.

mod digest;
mod disclosure;
mod process;
#[cfg(test)]
mod tests;

pub use digest::HashName;
pub use disclosure::{Disclosure, Place};

use super::token::{Family, PartText, Serialization, Token};
use crate::diagnostic::Diagnostic;
use crate::json::Document;
use crate::span::Part;
use serde::{Deserialize, Serialize};

/// Names that a Verifier looks at before any Disclosure, at the top of the payload (RFC 9901 §4.1,
/// §9.7).
pub const ALWAYS_THERE: [&str; 6] = ["iss", "exp", "nbf", "cnf", "vct", "status"];

/// Names that carry digests; no claim may be called so (RFC 9901 §4.1, §4.2.1).
pub const RESERVED: [&str; 2] = ["_sd", "..."];

/// An SD-JWT, read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SdJwt {
    /// `_sd_alg`, or its default. `None` when it names a function that is not known here.
    pub hash: Option<HashName>,
    /// The Disclosures in order.
    pub disclosures: Vec<Disclosure>,
    /// Digests in the payload that no Disclosure here belongs to: claims that are withheld, and
    /// decoys, which nobody can tell apart (RFC 9901 §4.2.7).
    pub withheld: usize,
    /// The Processed SD-JWT Payload as JSON text: numbers and strings as they were written.
    /// `None` when the payload is no JSON object or the hash function is not known.
    pub processed: Option<String>,
    /// Why a Verifier has to reject it, each with its place (RFC 9901 §7.1).
    pub problems: Vec<Diagnostic>,
}

/// Reads the SD-JWT that `token` is; `None` for another family.
pub fn read(token: &Token) -> Option<SdJwt> {
    (token.family == Family::SdJwt).then(|| process::read(token))
}

/// The payload as a Verifier processes it, ready to be judged: `None` when it cannot be processed.
pub fn processed_payload(token: &Token) -> Option<Document> {
    let text = read(token)?.processed?;
    Some(crate::json::parse(text.into_bytes()))
}

/// The Key Binding JWT in Compact Serialization, to be inspected as a token of its own.
pub fn key_binding_jwt(token: &Token) -> Option<std::borrow::Cow<'_, str>> {
    let part = token.part(Part::KeyBinding)?;
    Some(token.value_of(part))
}

/// The `sd_hash` that a Key Binding JWT for this token has to carry: over the issuer-signed JWT
/// and the Disclosures with their tildes, the last one included (RFC 9901 §4.3.1 and §8.1).
pub fn sd_hash(token: &Token) -> Option<String> {
    let hash = read(token)?.hash?;
    Some(hash.digest(bound_text(token)?.as_bytes()))
}

/// What the `sd_hash` is computed over.
pub fn bound_text(token: &Token) -> Option<String> {
    if token.serialization == Serialization::Compact {
        let end = token.source.text.rfind('~')?.saturating_add(1);
        return token.source.text.get(..end).map(str::to_owned);
    }
    let mut text = super::jws::compact(token, 0)?;
    text.push('~');
    for part in disclosure_parts(token) {
        text.push_str(&token.value_of(part));
        text.push('~');
    }
    Some(text)
}

fn disclosure_parts(token: &Token) -> impl Iterator<Item = &PartText> {
    token
        .parts
        .iter()
        .filter(|part| part.part == Part::Disclosure)
}
