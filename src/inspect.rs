//! The façade of reading: what was pasted, what stood around it, which tokens it holds, every
//! part, the origin of every byte, every structural fault. Never fails, needs no key, no clock.

use crate::diagnostic::Diagnostic;
use crate::jose::sd_jwt;
pub use crate::jose::token::{
    Encoding, Family, PartText, Run, Serialization, Signature, SourceText, Token,
};
use crate::json::Document;
use crate::span::Part;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Everything that can be said of a paste without a key, a clock or a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// The paste, byte for byte.
    pub paste: String,
    /// What the paste is.
    pub found: Found,
    /// The tokens in it, in order, each distinct token once.
    pub tokens: Vec<Token>,
    /// What was removed or repaired to find them (`data-note`), and what else stood there
    /// (`paste-shortened-copy`, …).
    pub notes: Vec<Diagnostic>,
    /// Why no token was found, with the place. Empty when there is one.
    pub faults: Vec<Diagnostic>,
}

/// What a paste turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Found {
    /// Nothing, or white space only.
    Empty,
    /// One or more tokens.
    Tokens,
    /// A JWT Claims Set as JSON text: Sign is offered.
    ClaimsJson,
    /// A JOSE Header as JSON text: Sign is offered.
    HeaderJson,
    /// A JWK, a JWK Set or PEM: the key box is offered.
    Key,
    /// Text that is none of these.
    Nothing,
}

/// `data-state` of `verdict-structure`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StructureState {
    /// Nothing was pasted.
    Empty,
    /// Well-formed as it stood.
    Ok,
    /// Well-formed after what surrounds it, or white space in it, was removed.
    Repaired,
    /// Something of it cannot be read, or reads only when characters are changed.
    Damaged,
}

/// Reads a paste. Pure; the same paste gives the same answer everywhere.
pub fn inspect(paste: &str) -> Inspection {
    crate::paste::read(paste)
}

impl Inspection {
    /// The verdict on the structure of token `index`.
    pub fn structure(&self, index: usize) -> StructureState {
        match (self.found, self.tokens.get(index)) {
            (Found::Empty, _) => StructureState::Empty,
            (_, None) => StructureState::Damaged,
            (_, Some(token)) if !token.faults.is_empty() => StructureState::Damaged,
            (_, Some(token)) if token.notes.is_empty() && self.notes.is_empty() => {
                StructureState::Ok
            }
            _ => StructureState::Repaired,
        }
    }

    /// The same with the decrypted content of a JWE, or the detached content of a JWS, as the
    /// payload of token `index`, so that it can be judged and checked like any other. It stands
    /// nowhere in the paste.
    pub fn opened(&self, index: usize, plaintext: &[u8]) -> Inspection {
        let mut opened = self.clone();
        if let Some(token) = opened.tokens.get_mut(index) {
            let is_json = crate::jose::part::looks_like_json(plaintext);
            let json = is_json.then(|| crate::json::parse(plaintext.to_vec()));
            put_payload(token, plaintext.to_vec(), json);
        }
        opened
    }

    /// The same with the Processed SD-JWT Payload (RFC 9901 §7.1) as the payload of token `index`:
    /// what is disclosed counts like any other claim. Unchanged where there is none.
    pub fn disclosed(&self, index: usize) -> Cow<'_, Inspection> {
        let token = self.tokens.get(index);
        let Some(json) = token.and_then(sd_jwt::processed_payload) else {
            return Cow::Borrowed(self);
        };
        let mut disclosed = self.clone();
        if let Some(token) = disclosed.tokens.get_mut(index) {
            put_payload(token, json.bytes().to_vec(), Some(json));
        }
        Cow::Owned(disclosed)
    }
}

/// In place of the payload, so that the other parts keep their indices.
fn put_payload(token: &mut Token, bytes: Vec<u8>, json: Option<Document>) {
    let end = token.source.text.len();
    let payload = PartText {
        part: Part::Payload,
        range: end..end,
        encoding: Encoding::Detached,
        bytes,
        exact: true,
        json,
    };
    let mut parts = token.parts.iter_mut();
    match parts.find(|part| part.part == Part::Payload) {
        Some(part) => *part = payload,
        None => token.parts.push(payload),
    }
}
