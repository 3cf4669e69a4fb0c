//! What must hold of every answer.

use jwt_debugger::base64url;
use jwt_debugger::diagnostic::Diagnostic;
use jwt_debugger::inspect::{Encoding, Inspection, Serialization, Token};
use jwt_debugger::json::{Document, NodeId};
use jwt_debugger::keys::KeyInput;
use jwt_debugger::secret::Secret;
use jwt_debugger::trace;
use jwt_debugger::words::Locale;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

/// So many tokens are taken from a paste at most.
const MOST_TOKENS: usize = 100;

/// English.
pub fn locale() -> &'static Locale {
    static LOCALE: OnceLock<Locale> = OnceLock::new();
    LOCALE.get_or_init(Locale::english)
}

/// A key box with this text.
pub fn key(text: &str) -> KeyInput {
    KeyInput {
        text: Secret::new(text.to_owned()),
        ..KeyInput::default()
    }
}

/// A place is in the text and cuts no character.
pub fn place(range: &Range<usize>, text: &str) {
    assert!(is_place(range, text), "{range:?} of {}", text.len());
}

fn is_place(range: &Range<usize>, text: &str) -> bool {
    text.get(range.clone()).is_some()
}

/// Each has a text, with every fact in its place, and stands somewhere in the paste.
pub fn said<'a>(all: impl IntoIterator<Item = &'a Diagnostic>, paste: &str) {
    for one in all {
        let text = locale().say(one);
        assert!(text != one.code && !text.is_empty(), "{one:?}");
        for span in one.span.iter().chain(&one.more) {
            assert!(is_place(&span.range(), paste), "{one:?}");
        }
    }
}

/// What `inspect` says of any paste.
pub fn inspection(inspection: &Inspection) {
    let paste = &inspection.paste;
    assert!(inspection.tokens.len() <= MOST_TOKENS);
    said(inspection.notes.iter().chain(&inspection.faults), paste);
    for (index, one) in inspection.tokens.iter().enumerate() {
        let _ = inspection.structure(index);
        said(one.notes.iter().chain(&one.faults), paste);
        source(one, paste);
        parts(one, paste);
    }
}

/// The cleaned text is made of the paste's own characters, in order.
fn source(token: &Token, paste: &str) {
    let text = &token.source.text;
    let (mut at, mut from) = (0, 0);
    for run in &token.source.runs {
        assert_eq!(run.text, at, "runs follow each other");
        assert!(run.paste >= from, "runs stand in order");
        let origin = run.paste..run.paste + run.width;
        place(&origin, paste);
        place(&(at..at + run.len), text);
        if run.len == run.width {
            assert_eq!(text[at..at + run.len], paste[origin.clone()]);
        }
        (at, from) = (at + run.len, origin.end);
    }
    assert_eq!(at, text.len(), "every character has an origin");
}

fn parts(token: &Token, paste: &str) {
    let text = &token.source.text;
    let is_compact = token.serialization == Serialization::Compact;
    let mut end = 0;
    for (index, part) in token.parts.iter().enumerate() {
        place(&part.range, text);
        assert!(part.bytes.len() <= text.len(), "no part outgrows its text");
        if is_compact {
            assert!(part.range.start >= end, "parts follow each other");
            assert!(is_separator(&text[end..part.range.start]), "{index}");
            end = part.range.end;
        }
        let is_base64url = part.encoding == Encoding::Base64url;
        if part.exact && is_base64url {
            assert_eq!(base64url::encode(&part.bytes), token.value_of(part));
        }
        if let Some(json) = &part.json {
            assert_eq!(json.bytes(), part.bytes);
        }
        traces(token, index, paste);
    }
    assert!(!is_compact || is_separator(&text[end..]), "{text}");
}

/// What may stand between two parts, and behind the last.
fn is_separator(text: &str) -> bool {
    matches!(text, "" | "." | "~")
}

/// Whether no object has a name twice: of those a JSON Pointer names the first only.
pub fn is_unambiguous(document: &Document) -> bool {
    let ids = (0..document.len()).filter_map(|at| u32::try_from(at).ok());
    let mut values = ids.filter_map(|at| document.value(NodeId(at)));
    values.all(|value| {
        let mut known = BTreeSet::new();
        let mut members = value.members();
        members.all(|(name, _)| known.insert(name.text()))
    })
}

/// From a byte to its characters and back.
fn traces(token: &Token, index: usize, paste: &str) {
    let part = &token.parts[index];
    let len = part.bytes.len();
    for at in [0, len / 3, len.saturating_sub(1)] {
        let bytes = at..(at + 1).min(len);
        let Some(found) = trace::of_bytes(token, index, bytes.clone()) else {
            panic!("part {index} has no trace");
        };
        assert!(found.bytes.end <= len);
        assert!(found.chars.start >= part.range.start && found.chars.end <= part.range.end);
        if let Some(member) = &found.member {
            let json = part.json.as_ref().unwrap();
            assert!(member.bytes.end <= len && member.value.end <= len);
            if is_unambiguous(json) {
                assert!(json.at_pointer(&member.pointer).is_some(), "{member:?}");
            }
        }
        if part.exact && part.encoding == Encoding::Base64url && !found.chars.is_empty() {
            let back = trace::of_chars(token, found.chars.clone()).unwrap();
            let (start, end) = (back.bytes.start, back.bytes.end);
            assert!(
                start <= bytes.start && end >= bytes.end,
                "{back:?} of {bytes:?}"
            );
        }
        let span = token.origin(part, bytes);
        assert!(span.end <= paste.len(), "{span:?}");
    }
}
