//! The façade of reading: what was pasted, what stood around it, which tokens it holds, every
//! part, the origin of every byte, every structural fault. Never fails, needs no key, no clock.

use crate::diagnostic::Diagnostic;
pub use crate::jose::token::{
    Encoding, Family, PartText, Run, Serialization, Signature, SourceText, Token,
};
use serde::{Deserialize, Serialize};

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

    /// The same with the decrypted content of a JWE as the payload of token `index`, so that it
    /// can be judged and checked like any other. It stands nowhere in the paste.
    pub fn opened(&self, index: usize, plaintext: &[u8]) -> Inspection {
        let mut opened = self.clone();
        if let Some(token) = opened.tokens.get_mut(index) {
            let end = token.source.text.len();
            let is_json = crate::jose::part::looks_like_json(plaintext);
            token.parts.push(PartText {
                part: crate::span::Part::Payload,
                range: end..end,
                encoding: Encoding::Detached,
                bytes: plaintext.to_vec(),
                exact: true,
                json: is_json.then(|| crate::json::parse(plaintext.to_vec())),
            });
        }
        opened
    }
}
