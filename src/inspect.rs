//! The façade of reading: what was pasted, what stood around it, which tokens it holds, every
//! part, the origin of every byte, every structural fault. Never fails, needs no key, no clock.

use crate::diagnostic::Diagnostic;
use crate::json;
use crate::span::{Part, Span};
use serde::{Deserialize, Serialize};
use std::ops::Range;

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

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// JSON Web Signature (RFC 7515).
    Jws,
    /// JSON Web Encryption (RFC 7516).
    Jwe,
    /// SD-JWT, with or without Key Binding JWT (RFC 9901).
    SdJwt,
    /// A number of segments that no specification uses.
    Unknown,
}

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Serialization {
    /// Dots.
    Compact,
    /// Flattened JSON Serialization (RFC 7515 §7.2.2, RFC 7516 §7.2.2).
    FlattenedJson,
    /// General JSON Serialization (RFC 7515 §7.2.1, RFC 7516 §7.2.1).
    GeneralJson,
}

/// A token as found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub family: Family,
    /// How it is written.
    pub serialization: Serialization,
    /// The token itself: white space and what surrounded it removed, no other character changed.
    pub source: SourceText,
    /// Its parts in the order in which they stand.
    pub parts: Vec<PartText>,
    /// One per signature of a JWS; one for Compact and for the issuer's JWT of an SD-JWT.
    pub signatures: Vec<Signature>,
    /// What was removed inside or right around this token.
    pub notes: Vec<Diagnostic>,
    /// What keeps it from being well-formed, with places.
    pub faults: Vec<Diagnostic>,
}

/// Indices into [`Token::parts`] for one JWS Signature.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Signature {
    /// JWS Protected Header.
    pub protected: Option<usize>,
    /// JWS Unprotected Header.
    pub unprotected: Option<usize>,
    /// JWS Signature.
    pub signature: Option<usize>,
}

/// Cleaned text, and where each run of it stood in the paste.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SourceText {
    /// The cleaned text.
    pub text: String,
    /// Runs in order, each copied unchanged from the paste.
    pub runs: Vec<Run>,
}

/// `len` bytes at `text` that stood at `paste`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Offset in the cleaned text.
    pub text: usize,
    /// Offset in the paste.
    pub paste: usize,
    /// Length in bytes.
    pub len: usize,
}

impl SourceText {
    /// The range of the paste that the cleaned range came from (with what was removed between).
    pub fn in_paste(&self, range: Range<usize>) -> Range<usize> {
        let start = self.offset_in_paste(range.start);
        if range.is_empty() {
            return start..start;
        }
        let end = self
            .offset_in_paste(range.end.saturating_sub(1))
            .saturating_add(1);
        start..end.max(start)
    }

    fn offset_in_paste(&self, offset: usize) -> usize {
        let after = self.runs.partition_point(|run| run.text <= offset);
        let run = after.checked_sub(1).and_then(|index| self.runs.get(index));
        run.map_or(offset, |run| {
            run.paste
                .saturating_add(offset.saturating_sub(run.text).min(run.len))
        })
    }
}

/// How a part's text carries its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Base64url: the usual case.
    Base64url,
    /// The characters are the bytes: an unprotected header, a payload under `b64: false`.
    Plain,
    /// Not in the token: detached content.
    Detached,
}

/// One part of a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartText {
    /// Its role.
    pub part: Part,
    /// Its place in [`SourceText::text`].
    pub range: Range<usize>,
    /// How the text carries the bytes.
    pub encoding: Encoding,
    /// The bytes, as far as they could be read.
    pub bytes: Vec<u8>,
    /// Whether `bytes` is exactly what a strict reader gets.
    pub exact: bool,
    /// The bytes as JSON, for parts that should be JSON or turn out to be.
    pub json: Option<json::Document>,
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
}

impl Token {
    /// The first part with this role.
    pub fn part(&self, part: Part) -> Option<&PartText> {
        self.parts.iter().find(|text| text.part == part)
    }

    /// The characters of a part as they stand in the cleaned token.
    pub fn text_of(&self, part: &PartText) -> &str {
        self.source.text.get(part.range.clone()).unwrap_or_default()
    }

    /// The protected JOSE Header of the first signature (or of the JWE).
    pub fn header(&self) -> Option<&json::Document> {
        self.part(Part::Header)?.json.as_ref()
    }

    /// The payload as JSON, when it is JSON.
    pub fn payload(&self) -> Option<&json::Document> {
        self.part(Part::Payload)?.json.as_ref()
    }

    /// Where the bytes `range` of a decoded part came from in the paste.
    pub fn origin(&self, part: &PartText, range: Range<usize>) -> Span {
        let chars = match part.encoding {
            Encoding::Base64url => crate::base64url::chars_of_bytes(range),
            Encoding::Plain | Encoding::Detached => range,
        };
        let start = part
            .range
            .start
            .saturating_add(chars.start)
            .min(part.range.end);
        let end = part
            .range
            .start
            .saturating_add(chars.end)
            .min(part.range.end);
        Span::of(part.part, self.source.in_paste(start..end))
    }
}
