//! What keeps a part from being well-formed, with the exact place of each deviation.
//! Spec: RFC 7515 §2 and §5.2, RFC 8259, RFC 9901 §4.2.

use super::token::{PartText, Token};
use crate::base64url::{self, Deviation};
use crate::diagnostic::{Diagnostic, Fact};
use crate::json::{self, Expected, Kind};
use crate::span::{Part, Span};
use std::borrow::Cow;

/// More faults of one kind in one part than this are counted and not listed.
const MAX_LISTED: usize = 16;

/// The name of a part as a word of the locale.
pub fn part_word(part: Part) -> Fact {
    Fact::Word(Cow::Borrowed(match part {
        Part::Header => "part-header",
        Part::UnprotectedHeader => "part-unprotected-header",
        Part::RecipientHeader => "part-recipient-header",
        Part::Payload => "part-payload",
        Part::Signature => "part-signature",
        Part::EncryptedKey => "part-encrypted-key",
        Part::Iv => "part-iv",
        Part::Ciphertext => "part-ciphertext",
        Part::Tag => "part-tag",
        Part::Aad => "part-aad",
        Part::Disclosure => "part-disclosure",
        Part::KeyBinding => "part-key-binding",
        Part::Unknown => "part-unknown",
    }))
}

/// Every deviation of a part from unpadded base64url.
pub fn alphabet_faults(token: &Token, part: &PartText) -> Vec<Diagnostic> {
    if part.exact {
        return Vec::new();
    }
    let value = token.value_of(part);
    let text = value.as_ref();
    // Where a JSON string has escapes, offsets in the value are not offsets in the text.
    let escaped = matches!(value, Cow::Owned(_));
    let found = base64url::decode_lenient(text).faults;
    let total = found.len();
    let length = text.chars().count();
    let mut characters = CharCounter::new(text);
    let mut listed: Vec<Diagnostic> = found
        .into_iter()
        .take(MAX_LISTED)
        .map(|fault| {
            let run = text.get(fault.start..fault.end).unwrap_or_default();
            let (code, shown) = deviation_code(fault.deviation, run);
            let place = match escaped {
                true => 0..token.text_of(part).len(),
                false => fault.start..fault.end,
            };
            let mut diagnostic = Diagnostic::danger(code)
                .at(token.span_in(part, place))
                .with("part", part_word(part.part))
                .with("position", characters.number_at(fault.start))
                .with("length", length);
            if let Some(c) = shown {
                diagnostic = diagnostic
                    .with("character", c.to_string())
                    .with("code-point", code_point(c));
            }
            diagnostic
        })
        .collect();
    if total > MAX_LISTED {
        listed.push(
            Diagnostic::danger("structure-more-deviations")
                .with("part", part_word(part.part))
                .with("count", total.saturating_sub(MAX_LISTED)),
        );
    }
    listed
}

fn deviation_code(deviation: Deviation, run: &str) -> (&'static str, Option<char>) {
    let first = run.chars().next();
    match deviation {
        Deviation::StandardAlphabet => ("structure-standard-alphabet", first),
        Deviation::Padding => ("structure-padding", None),
        Deviation::WhiteSpace => ("structure-white-space", first),
        Deviation::PercentEncoded => ("structure-percent-encoded", None),
        Deviation::Foreign(c) if is_invisible(c) => ("structure-invisible-character", Some(c)),
        Deviation::Foreign(c) if c.is_alphabetic() => ("structure-foreign-letter", Some(c)),
        Deviation::Foreign(c) => ("structure-foreign-character", Some(c)),
        Deviation::TrailingBits => ("structure-trailing-bits", first),
        Deviation::Length => ("structure-length", None),
    }
}

fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}'
        )
}

/// `U+200B`
pub fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Numbers characters from 1, walking a text once.
struct CharCounter<'a> {
    text: &'a str,
    offset: usize,
    number: usize,
}

impl<'a> CharCounter<'a> {
    fn new(text: &'a str) -> Self {
        CharCounter {
            text,
            offset: 0,
            number: 1,
        }
    }

    fn number_at(&mut self, offset: usize) -> usize {
        let passed = self.text.get(self.offset..offset).unwrap_or_default();
        self.number = self.number.saturating_add(passed.chars().count());
        self.offset = offset.max(self.offset);
        self.number
    }
}

/// What keeps a decoded part from being a JSON object: the JOSE Header has to be one.
pub fn header_faults(token: &Token, part: &PartText) -> Vec<Diagnostic> {
    if part.range.is_empty() {
        return Vec::new();
    }
    let Some(json) = &part.json else {
        return vec![not_json(token, part)];
    };
    let mut found = json_faults(token, part, json);
    if let Some(root) = json.root()
        && root.kind() != Kind::Object
        && json.faults().is_empty()
    {
        let span = token.origin(part, root.span());
        found.push(
            Diagnostic::danger("structure-header-not-object")
                .at(span)
                .with("found", kind_word(root.kind())),
        );
    }
    found
}

/// A Disclosure has to be a JSON array of three elements, or of two in an array (RFC 9901 §4.2).
pub fn disclosure_faults(token: &Token, part: &PartText) -> Vec<Diagnostic> {
    if part.range.is_empty() {
        return Vec::new();
    }
    let Some(json) = &part.json else {
        return vec![not_json(token, part)];
    };
    let found = json_faults(token, part, json);
    if !found.is_empty() {
        return found;
    }
    let elements = json.root().filter(|root| root.kind() == Kind::Array);
    match elements.map(|array| array.items().take(4).count()) {
        Some(2 | 3) => Vec::new(),
        _ => vec![
            Diagnostic::danger("structure-disclosure").at(token.origin(part, 0..part.bytes.len())),
        ],
    }
}

/// A part that was to be JSON text and has no beginning of it.
pub fn not_json(token: &Token, part: &PartText) -> Diagnostic {
    Diagnostic::danger("structure-not-json")
        .at(token.origin(part, 0..part.bytes.len().min(1)))
        .with("part", part_word(part.part))
        .with("found", shown_byte(&part.bytes, 0))
}

/// The first deviations of a part from RFC 8259, with the place of each in the paste.
pub fn json_faults(token: &Token, part: &PartText, json: &json::Document) -> Vec<Diagnostic> {
    const SHOWN: usize = 3;
    // Text that is no JSON at all has a fault at its first byte; more would be noise.
    if json.root().is_none()
        && json
            .faults()
            .iter()
            .all(|fault| fault.expected != Expected::NoBom)
    {
        return vec![not_json(token, part)];
    }
    json.faults()
        .iter()
        .take(SHOWN)
        .map(|fault| {
            let end = past_character(&part.bytes, fault.offset);
            let span = token.origin(part, fault.offset..end);
            let code = match fault.expected {
                Expected::Utf8 => "structure-invalid-utf8",
                Expected::NoBom => "structure-bom",
                _ => "structure-json",
            };
            Diagnostic::danger(code)
                .at(Span {
                    part: Some(part.part),
                    ..span
                })
                .with("part", part_word(part.part))
                .with("expected", expected_word(fault.expected))
                .with("found", shown_byte(&part.bytes, fault.offset))
                .with("offset", fault.offset)
                .with("json-line", fault.line)
                .with("json-column", fault.column)
        })
        .collect()
}

/// One past the character that begins at `at`; past one byte where none begins.
pub fn past_character(bytes: &[u8], at: usize) -> usize {
    let is_character = |len: &usize| {
        let character = bytes.get(at..at.saturating_add(*len));
        character.is_some_and(|bytes| std::str::from_utf8(bytes).is_ok())
    };
    let len = (1..=4).find(is_character).unwrap_or(1);
    at.saturating_add(len).min(bytes.len()).max(at)
}

/// A byte as a person knows it: a character where it is one, `0x9F` where not.
pub fn shown_byte(bytes: &[u8], at: usize) -> Fact {
    match bytes.get(at) {
        None => Fact::Word(Cow::Borrowed("found-end")),
        Some(byte @ 0x21..=0x7e) => Fact::Text(char::from(*byte).to_string()),
        Some(byte) => {
            let rest = bytes.get(at..at.saturating_add(4).min(bytes.len()));
            let character = rest
                .map(String::from_utf8_lossy)
                .and_then(|text| text.chars().next())
                .filter(|c| !c.is_ascii() && *c != '\u{fffd}');
            match character {
                Some(c) => Fact::Text(format!("{c} ({})", code_point(c))),
                None => Fact::Text(format!("0x{byte:02X}")),
            }
        }
    }
}

/// What the grammar of JSON allowed, as a word of the locale.
pub fn expected_word(expected: Expected) -> Fact {
    Fact::Word(Cow::Borrowed(expected.word()))
}

/// The kind of a JSON value, as a word of the locale.
pub fn kind_word(kind: Kind) -> Fact {
    Fact::Word(Cow::Borrowed(match kind {
        Kind::Object => "json-kind-object",
        Kind::Array => "json-kind-array",
        Kind::Name | Kind::String => "json-kind-string",
        Kind::Number => "json-kind-number",
        Kind::True | Kind::False => "json-kind-boolean",
        Kind::Null => "json-kind-null",
    }))
}
