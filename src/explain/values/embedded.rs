//! What is packed inside a text: a token, JSON, base64. Offered for inspection, never opened
//! unasked, because opening it is where surprises begin.
//! Spec: RFC 7519 §5.2 (Nested JWT), RFC 4648 §4 and §5.

use super::Subject;
use crate::base64url;
use crate::diagnostic::Diagnostic;
use crate::explain::ValueType;
use crate::json::{self, Kind};

/// Shorter text is base64 of something only by chance.
const SHORTEST: usize = 16;
/// Characters of what was decoded that stand in the sentence; the rest is behind the button.
const LONGEST_SHOWN: usize = 80;

pub(super) fn explain(subject: &Subject<'_, '_>, said: &mut Vec<Diagnostic>) {
    for text in subject.texts() {
        if is_token(&text) {
            said.push(Diagnostic::info("value-token").with("token", text));
        } else if is_json(&text) {
            said.push(Diagnostic::info("value-json").with("packed", text));
        } else if subject.is_typed(ValueType::Base64url) || text.len() < SHORTEST {
            continue;
        } else if let Some(bytes) = decode(&text) {
            said.extend(content(bytes));
        }
    }
}

/// Three or five parts (with Disclosures after them, perhaps), the first a JSON object.
fn is_token(text: &str) -> bool {
    let compact = text.split('~').next().unwrap_or(text);
    let parts: Vec<&str> = compact.split('.').collect();
    matches!(parts.len(), 3 | 5)
        && parts
            .first()
            .and_then(|header| base64url::decode(header))
            .is_some_and(is_object)
}

fn is_object(bytes: Vec<u8>) -> bool {
    let document = json::parse(bytes);
    document.faults().is_empty() && document.object().is_some()
}

fn is_json(text: &str) -> bool {
    let document = match text.trim_start().starts_with(['{', '[']) {
        true => json::parse(text.as_bytes().to_vec()),
        false => return false,
    };
    let is_container = |kind| matches!(kind, Kind::Object | Kind::Array);
    document.faults().is_empty()
        && document
            .root()
            .is_some_and(|root| is_container(root.kind()))
}

/// The bytes of text in either base64 alphabet, padded or not.
fn decode(text: &str) -> Option<Vec<u8>> {
    let is_base64 = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'-' | b'_');
    let unpadded = text.trim_end_matches('=');
    if !unpadded.bytes().all(is_base64) {
        return None;
    }
    base64url::decode(&unpadded.replace('+', "-").replace('/', "_"))
}

/// What the bytes are, when they are something; random bytes are not.
fn content(bytes: Vec<u8>) -> Option<Diagnostic> {
    // A DER SEQUENCE whose length is the rest: a certificate or key.
    if let [0x30, 0x82, high, low, rest @ ..] = bytes.as_slice()
        && rest.len() == usize::from(*high) * 256 + usize::from(*low)
    {
        let count = bytes.len();
        let dump = Diagnostic::info("value-der").with("packed", dump(&bytes));
        return Some(dump.with("count", count));
    }
    let text = String::from_utf8(bytes).ok()?;
    if is_token(&text) {
        return Some(Diagnostic::info("value-base64-token").with("token", text));
    }
    let is_printable = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
    if !text.chars().all(is_printable) {
        return None;
    }
    let code = match is_json(&text) {
        true => "value-base64-json",
        false => "value-base64",
    };
    Some(
        Diagnostic::info(code)
            .with("content", beginning(&text))
            .with("packed", text),
    )
}

/// Enough of a text to see what it is.
fn beginning(text: &str) -> String {
    match text.char_indices().nth(LONGEST_SHOWN) {
        Some((end, _)) => [text.get(..end).unwrap_or_default(), "…"].concat(),
        None => text.to_owned(),
    }
}

/// Bytes in hexadecimal, sixteen a line.
fn dump(bytes: &[u8]) -> String {
    let line = |line: &[u8]| {
        let pairs: Vec<String> = line.iter().map(|byte| format!("{byte:02x}")).collect();
        pairs.join(" ")
    };
    let lines: Vec<String> = bytes.chunks(16).map(line).collect();
    lines.join("\n")
}
