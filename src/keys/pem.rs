//! PEM as people paste it: with literal `\n`, in quotes, on one line, with CRLF or stray spaces,
//! without its first or last line. Finds the blocks and their DER. Spec: RFC 7468.

use crate::diagnostic::Diagnostic;
use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

const CONFIG: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, CONFIG);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, CONFIG);

/// One block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The label as written; empty when only base64 stood there.
    pub label: String,
    /// What stands between the lines.
    pub der: Vec<u8>,
}

/// All blocks of a text, and what had to be overlooked to find them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blocks {
    /// In order; a fault where a block cannot be read.
    pub blocks: Vec<Result<Block, Diagnostic>>,
    /// Literal `\n`, missing lines.
    pub notes: Vec<Diagnostic>,
}

/// Finds PEM blocks. `None` when no `BEGIN` or `END` line is there.
pub fn find_blocks(text: &str) -> Option<Blocks> {
    let mut found = Blocks::default();
    let unescaped = unescape(text);
    if unescaped != text {
        found
            .notes
            .push(Diagnostic::info("key-note-literal-newlines"));
    }
    let mut rest = unescaped.as_str();
    let mut missing_line = false;
    while let Some(mark) = next_mark(rest) {
        let (body, label, after) = match mark.kind {
            "BEGIN" => {
                let body = mark.after;
                match next_mark(body) {
                    Some(end) if end.kind == "END" => (end.before, mark.label, end.after),
                    Some(begin) => {
                        missing_line = true;
                        (
                            begin.before,
                            mark.label,
                            body.get(begin.start..).unwrap_or_default(),
                        )
                    }
                    None => {
                        missing_line = true;
                        (body, mark.label, "")
                    }
                }
            }
            _ => {
                missing_line = true;
                (mark.before, mark.label, mark.after)
            }
        };
        found.blocks.push(read_block(label, body));
        rest = after;
    }
    if missing_line {
        found.notes.push(Diagnostic::info("key-note-missing-line"));
    }
    (!found.blocks.is_empty()).then_some(found)
}

/// The DER of text that is only base64, base64url or hex, when it is one whole DER SEQUENCE.
pub fn bare_der(text: &str) -> Option<Vec<u8>> {
    let text = unescape(text);
    let clean: String = text
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`'))
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    // The shortest key, Ed25519 as SPKI, has 44 bytes.
    if clean.len() < 56 {
        return None;
    }
    let hex = (clean.starts_with("30") && clean.len().is_multiple_of(2))
        .then(|| super::secret_text::decode_hex(&clean).ok())
        .flatten();
    hex.into_iter()
        .chain(decode(&clean))
        .find(|der| whole_sequence(der) == Some(true))
}

/// Whether the bytes are one DER SEQUENCE and nothing else; `None` when they do not begin as one,
/// `Some(false)` when it is longer or shorter than its length says.
pub fn whole_sequence(der: &[u8]) -> Option<bool> {
    let (tag, rest) = der.split_first()?;
    let (first, rest) = rest.split_first()?;
    if *tag != 0x30 {
        return None;
    }
    let (length, body) = if *first < 0x80 {
        (usize::from(*first), rest)
    } else {
        let count = usize::from(*first & 0x7f);
        if count == 0 || count > 4 {
            return None;
        }
        let (length, body) = rest.split_at_checked(count)?;
        let length = length.iter().fold(0_usize, |sum, byte| {
            sum.saturating_mul(256).saturating_add(usize::from(*byte))
        });
        (length, body)
    };
    Some(length == body.len())
}

struct Mark<'a> {
    kind: &'static str,
    label: &'a str,
    start: usize,
    before: &'a str,
    after: &'a str,
}

/// The next `-----BEGIN LABEL-----` or `-----END LABEL-----`, with any number of dashes.
fn next_mark(text: &str) -> Option<Mark<'_>> {
    let mut from = 0;
    loop {
        let tail = text.get(from..)?;
        let (kind, at) = ["BEGIN ", "END "]
            .into_iter()
            .filter_map(|word| Some((word, tail.find(word)?)))
            .min_by_key(|(_, at)| *at)?;
        let at = from.saturating_add(at);
        from = at.saturating_add(kind.len());
        let head = text.get(..at)?;
        let before = head.trim_end_matches('-');
        let label_and_rest = text.get(from..)?;
        if before.len() == head.len() {
            continue;
        }
        let Some(end) = label_and_rest.find('-') else {
            continue;
        };
        let (label, after) = label_and_rest.split_at_checked(end)?;
        if !label.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ') {
            continue;
        }
        return Some(Mark {
            kind: kind.trim_end(),
            label: label.trim(),
            start: before.len(),
            before,
            after: after.trim_start_matches('-'),
        });
    }
}

fn read_block(label: &str, body: &str) -> Result<Block, Diagnostic> {
    if body.contains("Proc-Type:") && body.contains("ENCRYPTED") {
        return Err(Diagnostic::danger("key-pem-legacy-encryption").with("label", label));
    }
    let mut clean = String::with_capacity(body.len());
    for line in body.lines() {
        // Attributes such as `Comment: …` stand on lines of their own.
        if line.contains(": ") {
            continue;
        }
        for c in line.chars() {
            let noise = c.is_whitespace()
                || matches!(c, '"' | '\'' | '`' | ',' | ';' | '\\' | '>' | '|')
                || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}');
            if noise {
                continue;
            }
            if !(c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '-' | '_' | '=')) {
                return Err(Diagnostic::danger("key-pem-foreign-character")
                    .with("label", label)
                    .with("character", c.to_string()));
            }
            clean.push(c);
        }
    }
    let der = decode(&clean)
        .filter(|der| !der.is_empty())
        .ok_or_else(|| Diagnostic::danger("key-pem-not-base64").with("label", label))?;
    match whole_sequence(&der) {
        Some(false) => Err(Diagnostic::danger("key-der-length")
            .with("label", label)
            .with("count", der.len())),
        _ => Ok(Block {
            label: label.to_owned(),
            der,
        }),
    }
}

fn decode(clean: &str) -> Option<Vec<u8>> {
    let digits = clean.trim_end_matches('=');
    let engine = if digits.contains(['-', '_']) {
        URL_SAFE
    } else {
        STANDARD
    };
    engine.decode(digits).ok()
}

/// `\n`, `\r` and `\t` written as characters, once or twice escaped, become line breaks; `\/`
/// becomes `/`; `%20` and the like become what they stand for.
fn unescape(text: &str) -> String {
    let decoded = if text.contains("BEGIN%20") {
        percent_decode(text)
    } else {
        text.to_owned()
    };
    if !decoded.contains('\\') {
        return decoded;
    }
    let mut out = String::with_capacity(decoded.len());
    let mut chars = decoded.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        while chars.peek() == Some(&'\\') {
            chars.next();
        }
        if matches!(chars.peek(), Some('n' | 'r' | 't')) {
            chars.next();
            out.push('\n');
        }
    }
    out
}

fn percent_decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
        match (byte, digit(ahead.next()), digit(ahead.next())) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(u8::try_from(high << 4 | low).unwrap_or(b'?'));
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
