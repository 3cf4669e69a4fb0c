//! From a place in one view of a token to the same place in all others: characters of the token,
//! bytes of a part, JSON text, claim. Everything is counted as the views count it: characters as
//! bytes of the cleaned token ([`Token::source`]), bytes from the start of the decoded part.
//!
//! Four base64url characters carry three bytes, so a byte lights up the two characters that hold
//! its bits, and a character the one or two bytes that it holds bits of.
//! Spec: RFC 4648 §5 (the carrying), RFC 6901 (the way to a claim).

use crate::base64url;
use crate::inspect::{Encoding, PartText, Token};
use crate::json::{Document, Kind, Value};
use crate::span::Span;
use std::ops::Range;

/// A place in a part, as every view shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// Index of the part in [`Token::parts`].
    pub part: usize,
    /// The bytes of the part that are pointed at; empty where a part ends.
    pub bytes: Range<usize>,
    /// Where they stand in the cleaned token; empty for content that is not in it.
    pub chars: Range<usize>,
    /// The claim that holds them, or the innermost member or element.
    pub member: Option<Member>,
}

/// A member of an object with its name, or an element of an array.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// RFC 6901 JSON Pointer of the value.
    pub pointer: String,
    /// From the name to the end of the value.
    pub bytes: Range<usize>,
    /// Where that stands in the cleaned token.
    pub chars: Range<usize>,
    /// The value alone.
    pub value: Range<usize>,
}

/// The place of `bytes` of part `part`. `None`: there is no such part.
pub fn of_bytes(token: &Token, part: usize, bytes: Range<usize>) -> Option<Trace> {
    let text = token.parts.get(part)?;
    let end = bytes.end.min(text.bytes.len());
    let bytes = bytes.start.min(end)..end;
    let member = text
        .json
        .as_ref()
        .and_then(|document| member_of(document, bytes.clone()));
    Some(Trace {
        part,
        chars: chars_of(token, text, bytes.clone()),
        member: member.map(|(value, bytes)| Member {
            pointer: value.pointer(),
            chars: chars_of(token, text, bytes.clone()),
            value: value.span(),
            bytes,
        }),
        bytes,
    })
}

/// The place of characters of the cleaned token. `None`: they belong to no part.
pub fn of_chars(token: &Token, chars: Range<usize>) -> Option<Trace> {
    let part = part_at(token, chars.start)?;
    let text = token.parts.get(part)?;
    let chars = chars.start..chars.end.clamp(chars.start, text.range.end);
    of_bytes(token, part, carried(token, text, chars))
}

/// The place that a diagnostic names, in bytes of a part and in characters of the cleaned token.
/// What stands around the parts, or was removed, has characters at most, and those may be none:
/// then the range says before which character it stood.
pub fn of_span(token: &Token, span: Span) -> (Range<usize>, Option<(usize, Range<usize>)>) {
    let chars = token.source.of_paste(span.range());
    let named = |index: &usize| {
        let part = token.parts.get(*index);
        part.is_some_and(|part| span.part == Some(part.part))
    };
    let holds = |index: &usize| {
        let part = token.parts.get(*index);
        part.is_some_and(|part| part.range.start <= chars.start && chars.start <= part.range.end)
    };
    let part = (0..token.parts.len()).filter(named).find(holds);
    let bytes = part.and_then(|index| {
        let part = token.parts.get(index)?;
        let exact = shown(token, part, chars.clone());
        Some((index, exact)).filter(|(_, bytes)| !bytes.is_empty())
    });
    (chars, bytes)
}

/// The characters of the cleaned token that carry these bytes.
pub fn chars_of(token: &Token, part: &PartText, bytes: Range<usize>) -> Range<usize> {
    let place = |offset: usize| part.range.start.saturating_add(offset).min(part.range.end);
    match part.encoding {
        Encoding::Detached => part.range.clone(),
        Encoding::Plain => place(bytes.start)..place(bytes.end),
        Encoding::Base64url if part.exact => {
            let chars = base64url::chars_of_bytes(bytes);
            place(chars.start)..place(chars.end)
        }
        Encoding::Base64url => {
            let places = base64url::places(token.text_of(part));
            let chars = base64url::chars_of_bytes(bytes);
            let end_of_text = part.range.len();
            let start = places.get(chars.start).map(|place| place.start);
            let end = chars.end.checked_sub(1).and_then(|last| places.get(last));
            let start = start.unwrap_or(end_of_text);
            place(start)..place(end.map_or(start, |place| place.end).max(start))
        }
    }
}

/// The bytes of which characters of a part carry any bit.
fn carried(token: &Token, part: &PartText, chars: Range<usize>) -> Range<usize> {
    let sextets = sextets(token, part, chars);
    let bytes = match part.encoding {
        Encoding::Base64url => base64url::bytes_of_chars(sextets),
        Encoding::Plain | Encoding::Detached => sextets,
    };
    let end = part.bytes.len();
    bytes.start.min(end)..bytes.end.min(end)
}

/// The bytes that a fault at these characters is shown at: those that the characters carry
/// wholly, which undoes [`chars_of`]; else those they carry any bit of; else the byte beside.
fn shown(token: &Token, part: &PartText, chars: Range<usize>) -> Range<usize> {
    let sextets = sextets(token, part, chars);
    let end = part.bytes.len();
    let (whole, any) = match part.encoding {
        Encoding::Base64url => (
            base64url::bytes_within_chars(sextets.clone()),
            base64url::bytes_of_chars(sextets),
        ),
        Encoding::Plain | Encoding::Detached => (sextets.clone(), sextets),
    };
    for bytes in [whole, any.clone()] {
        let bytes = bytes.start.min(end)..bytes.end.min(end);
        if !bytes.is_empty() {
            return bytes;
        }
    }
    let start = any.start.min(end.saturating_sub(1));
    start..start.saturating_add(1).min(end)
}

/// The characters of the alphabet among `chars`, counted within the part.
fn sextets(token: &Token, part: &PartText, chars: Range<usize>) -> Range<usize> {
    let start = chars.start.saturating_sub(part.range.start);
    let end = chars.end.saturating_sub(part.range.start).max(start);
    if part.exact || part.encoding != Encoding::Base64url {
        return start..end;
    }
    let places = base64url::places(token.text_of(part));
    let first = places.partition_point(|place| place.end <= start);
    let after = places.partition_point(|place| place.start < end);
    first..after.max(first)
}

/// The part at a character; of parts that hold one another the inner one.
fn part_at(token: &Token, char: usize) -> Option<usize> {
    let parts = token.parts.iter().enumerate();
    parts
        .filter(|(_, part)| part.range.contains(&char))
        .min_by_key(|(_, part)| part.range.len())
        .map(|(index, _)| index)
}

/// The innermost member or element that holds these bytes, and its bytes; `None` for the
/// outermost value and for what belongs to none.
fn member_of(document: &Document, bytes: Range<usize>) -> Option<(Value<'_>, Range<usize>)> {
    let last = bytes.end.saturating_sub(1).max(bytes.start);
    let root = document.root()?;
    if !root.span().contains(&bytes.start) || !root.span().contains(&last) {
        return None;
    }
    let mut found = None;
    let mut container = root;
    loop {
        let holds = |span: &Range<usize>| span.contains(&bytes.start) && span.contains(&last);
        let inner = match container.kind() {
            Kind::Object => container
                .members()
                .map(|(name, value)| (value, name.span().start..value.span().end))
                .find(|(_, span)| holds(span)),
            Kind::Array => container
                .items()
                .map(|item| (item, item.span()))
                .find(|(_, span)| holds(span)),
            _ => None,
        };
        let Some((value, span)) = inner else {
            return found;
        };
        container = value;
        found = Some((value, span));
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::string_slice, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::inspect::inspect;
    use crate::span::Part;

    const HEADER: &str = "eyJhbGciOiJIUzI1NiJ9";

    fn token(paste: &str) -> Token {
        inspect(paste).tokens.remove(0)
    }

    fn signed(payload: &[u8]) -> Token {
        let payload = base64url::encode(payload);
        token(&format!("{HEADER}.{payload}.c2lnbmF0dXJl"))
    }

    fn payload(token: &Token) -> usize {
        let parts = token.parts.iter();
        parts
            .map(|part| part.part)
            .position(|part| part == Part::Payload)
            .unwrap()
    }

    #[test]
    fn a_claim_is_found_from_each_of_its_bytes_and_from_its_characters() {
        let text = br#"{"sub":"jo","realm_access":{"roles":["admin","user"]},"exp":1}"#;
        let token = signed(text);
        let part = payload(&token);
        for (piece, pointer) in [
            ("\"sub\"", "/sub"),
            ("jo", "/sub"),
            ("\"realm_access\":{\"r", "/realm_access"),
            ("roles", "/realm_access/roles"),
            ("user", "/realm_access/roles/1"),
            ("1}", ""),
        ] {
            let start = std::str::from_utf8(text).unwrap().find(piece).unwrap();
            let trace = of_bytes(&token, part, start..start + piece.len()).unwrap();
            let found = trace.member.as_ref().map_or("", |member| &member.pointer);
            assert_eq!(found, pointer, "{piece}");
            let back = of_chars(&token, trace.chars.clone()).unwrap();
            assert!(back.bytes.start <= trace.bytes.start && back.bytes.end >= trace.bytes.end);
            assert!(back.bytes.len() <= trace.bytes.len() + 2);
        }
    }

    #[test]
    fn a_byte_lights_the_two_characters_that_hold_its_bits() {
        let token = signed(b"{\"a\":1}");
        let part = payload(&token);
        let start = token.parts[part].range.start;
        for (byte, chars) in [(0, 0..2), (1, 1..3), (2, 2..4), (3, 4..6), (6, 8..10)] {
            let trace = of_bytes(&token, part, byte..byte + 1).unwrap();
            assert_eq!(
                trace.chars,
                start + chars.start..start + chars.end,
                "{byte}"
            );
        }
        // And a character the bytes that it holds bits of.
        for (char, bytes) in [(0, 0..1), (1, 0..2), (2, 1..3), (3, 2..3), (9, 6..7)] {
            let trace = of_chars(&token, start + char..start + char + 1).unwrap();
            assert_eq!(trace.bytes, bytes, "{char}");
        }
    }

    #[test]
    fn every_byte_comes_back_from_its_characters_in_any_spelling() {
        let text = br#"{"a":"\u00e9?>~","b":[1,2]}"#;
        let spelt = base64url::encode(text);
        let (front, rest) = spelt.split_at(5);
        for paste in [
            format!("{HEADER}.{spelt}.c2ln"),
            format!("{HEADER}.{spelt}==.c2ln"),
            format!("{HEADER}.{front}*{rest}.c2ln"),
            format!(
                "{HEADER}.{}.c2ln",
                spelt.replace('_', "/").replace('-', "+")
            ),
        ] {
            let token = token(&paste);
            let part = payload(&token);
            for byte in 0..text.len() {
                let trace = of_bytes(&token, part, byte..byte + 1).unwrap();
                let lit = &token.source.text[trace.chars.clone()];
                assert!((2..=3).contains(&lit.len()), "{lit} in {paste}");
                let back = of_chars(&token, trace.chars).unwrap();
                assert!(back.bytes.contains(&byte), "{byte} in {paste}");
            }
        }
    }

    #[test]
    fn what_a_check_points_at_is_exactly_what_is_shown() {
        let text = br#"{"a":100002348117421473,"b":"x"}"#;
        let token = signed(text);
        let part = payload(&token);
        for start in 0..text.len() {
            for end in start + 1..text.len() {
                let span = token.origin(&token.parts[part], start..end);
                assert_eq!(of_span(&token, span).1, Some((part, start..end)));
            }
        }
    }

    #[test]
    fn faults_of_the_characters_are_shown_at_the_bytes_they_carry() {
        let padded = token(&format!("{HEADER}.eyJhIjoxMX0=.c2ln"));
        let part = payload(&padded);
        let end = padded.parts[part].range.end;
        let (chars, bytes) = of_span(&padded, Span::of(Part::Payload, end - 1..end));
        assert_eq!(&padded.source.text[chars], "=");
        assert_eq!(bytes, Some((part, 7..8)), "the last byte");
    }

    #[test]
    fn what_was_removed_has_a_place_between_characters() {
        let paste = format!("Bearer {HEADER}.eyJhIjox\n MX0.c2ln tail");
        let token = token(&paste);
        let part = payload(&token);
        let gap = paste.find('\n').unwrap();
        let (chars, bytes) = of_span(&token, Span::of(Part::Payload, gap..gap + 2));
        assert_eq!(chars.len(), 0);
        assert_eq!(&token.source.text[chars.start..chars.start + 3], "MX0");
        assert_eq!(bytes, Some((part, 6..7)));
        assert_eq!(of_span(&token, Span::around(0..7)), (0..0, None));
        let end = token.source.text.len();
        assert_eq!(
            of_span(&token, Span::around(paste.len() - 4..paste.len())),
            (end..end, None)
        );
    }

    #[test]
    fn nothing_is_found_where_nothing_is() {
        let token = signed(b"{}");
        assert_eq!(of_bytes(&token, 9, 0..1), None);
        assert_eq!(
            of_chars(&token, HEADER.len()..HEADER.len() + 1),
            None,
            "the dot"
        );
        assert_eq!(of_chars(&token, 9_999..10_000), None);
        let part = payload(&token);
        let past = of_bytes(&token, part, 50..90).unwrap();
        assert_eq!((past.bytes, past.member), (2..2, None));
        let trace = of_bytes(&token, part, 0..1).unwrap();
        assert_eq!(trace.member, None, "the object itself is no member");
    }

    #[test]
    fn content_that_is_not_in_the_token_has_bytes_but_no_characters() {
        let paste = format!("{HEADER}..c2ln");
        let opened = inspect(&paste).opened(0, b"{\"a\":1}");
        let token = &opened.tokens[0];
        let part = payload(token);
        let trace = of_bytes(token, part, 1..4).unwrap();
        assert!(trace.chars.is_empty());
        assert_eq!(trace.member.unwrap().pointer, "/a");
    }
}
