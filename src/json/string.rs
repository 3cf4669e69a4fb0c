//! Strings: passing over them fast, and resolving their escapes. Spec: RFC 8259 §7 and §8.2.

use super::fault::Expected;
use super::parse::Reader;
use std::borrow::Cow;

impl Reader<'_> {
    /// Passes over a string from its opening quote, reporting what deviates inside it.
    pub(super) fn skip_string(&mut self) {
        let start = self.at;
        self.at = self.at.saturating_add(1);
        loop {
            self.skip_until(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1F));
            match self.peek() {
                Some(b'"') => {
                    self.at = self.at.saturating_add(1);
                    break;
                }
                Some(b'\\') => self.skip_escape(),
                Some(control) => {
                    if matches!(control, b'\n' | b'\r') {
                        self.intact = false;
                    }
                    self.faults.add(self.at, Expected::NoControl);
                    self.at = self.at.saturating_add(1);
                }
                None => {
                    self.intact = false;
                    self.faults.add(self.at, Expected::Quote);
                    break;
                }
            }
        }
        let inside = self.bytes.get(start..self.at).unwrap_or_default();
        let mut offset = start;
        // One chunk, and no more than a scan, when the bytes are what they should be.
        for chunk in inside.utf8_chunks() {
            offset = offset.saturating_add(chunk.valid().len());
            if !chunk.invalid().is_empty() {
                self.faults.add(offset, Expected::Utf8);
                offset = offset.saturating_add(chunk.invalid().len());
            }
        }
    }

    fn skip_escape(&mut self) {
        let backslash = self.at;
        match self.bytes.get(backslash.saturating_add(1)) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.at = backslash.saturating_add(2);
            }
            Some(b'u') => match code_unit(self.bytes, backslash) {
                Ok(unit) => {
                    let next = backslash.saturating_add(6);
                    let second = is_high(unit)
                        .then(|| code_unit(self.bytes, next).ok())
                        .flatten()
                        .filter(|second| is_low(*second));
                    if second.is_some() {
                        self.at = next.saturating_add(6);
                    } else {
                        if is_high(unit) || is_low(unit) {
                            self.faults.add(backslash, Expected::SurrogatePair);
                        }
                        self.at = next;
                    }
                }
                Err(place) => {
                    if place < self.bytes.len() {
                        self.faults.add(place, Expected::Escape);
                    }
                    self.at = place;
                }
            },
            Some(_) => {
                self.at = backslash.saturating_add(1);
                self.faults.add(self.at, Expected::Escape);
            }
            None => self.at = self.bytes.len(),
        }
    }
}

/// The UTF-16 code unit of the escape `\uXXXX` at `backslash`, or the place of the first byte
/// that does not belong to one.
fn code_unit(bytes: &[u8], backslash: usize) -> Result<u16, usize> {
    for (step, wanted) in [(0, b'\\'), (1, b'u')] {
        let place = backslash.saturating_add(step);
        if bytes.get(place) != Some(&wanted) {
            return Err(place.min(bytes.len()));
        }
    }
    let mut unit = 0u16;
    for step in 2..6 {
        let place = backslash.saturating_add(step);
        let digit = bytes
            .get(place)
            .and_then(|byte| char::from(*byte).to_digit(16))
            .and_then(|digit| u16::try_from(digit).ok());
        match digit {
            Some(digit) => unit = (unit << 4) | digit,
            None => return Err(place.min(bytes.len())),
        }
    }
    Ok(unit)
}

fn is_high(unit: u16) -> bool {
    (0xD800..=0xDBFF).contains(&unit)
}

fn is_low(unit: u16) -> bool {
    (0xDC00..=0xDFFF).contains(&unit)
}

/// The text of a string with its escapes resolved. `raw` includes the quotes; the closing one
/// may be missing, and a bare name has none. Unpaired surrogates and bytes that are not UTF-8
/// become U+FFFD; what only looks like an escape stays as written.
pub(super) fn unescape(raw: &[u8]) -> Cow<'_, str> {
    let text = raw.strip_prefix(b"\"").unwrap_or(raw);
    let special = |byte: &u8| matches!(byte, b'"' | b'\\');
    let Some(first) = text.iter().position(special) else {
        return String::from_utf8_lossy(text);
    };
    if text.get(first) == Some(&b'"') {
        return String::from_utf8_lossy(text.get(..first).unwrap_or_default());
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0usize;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let run = rest.iter().position(special).unwrap_or(rest.len());
        out.push_str(&String::from_utf8_lossy(
            rest.get(..run).unwrap_or_default(),
        ));
        at = at.saturating_add(run);
        if text.get(at) != Some(&b'\\') {
            return Cow::Owned(out);
        }
        let (c, length) = resolve(text, at);
        out.push(c);
        at = at.saturating_add(length);
    }
}

/// The character of the escape at `backslash`, and how many bytes it takes.
fn resolve(text: &[u8], backslash: usize) -> (char, usize) {
    let simple = |c| (c, 2);
    match text.get(backslash.saturating_add(1)) {
        Some(b'"') => simple('"'),
        Some(b'\\') => simple('\\'),
        Some(b'/') => simple('/'),
        Some(b'b') => simple('\u{8}'),
        Some(b'f') => simple('\u{C}'),
        Some(b'n') => simple('\n'),
        Some(b'r') => simple('\r'),
        Some(b't') => simple('\t'),
        Some(b'u') => {
            let Ok(unit) = code_unit(text, backslash) else {
                return ('\\', 1);
            };
            let second = is_high(unit)
                .then(|| code_unit(text, backslash.saturating_add(6)).ok())
                .flatten()
                .filter(|second| is_low(*second));
            let length = if second.is_some() { 12 } else { 6 };
            let c = char::decode_utf16(std::iter::once(unit).chain(second))
                .next()
                .and_then(Result::ok)
                .unwrap_or(char::REPLACEMENT_CHARACTER);
            (c, length)
        }
        _ => ('\\', 1),
    }
}

/// `text` as a JSON string with quotes, escaping what RFC 8259 §7 requires and nothing else.
pub fn quote(text: &str) -> String {
    use std::fmt::Write;
    let mut out = String::with_capacity(text.len().saturating_add(2));
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{C}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1F}' => {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}
