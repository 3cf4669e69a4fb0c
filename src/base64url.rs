//! Base64url without padding, strictly; and leniently with everything that deviates named.
//! Spec: RFC 7515 §2 and Appendix C, RFC 4648 §3.5 and §5.

use base64::Engine;
use base64::alphabet::URL_SAFE;
use base64::engine::general_purpose::{NO_PAD, URL_SAFE_NO_PAD};
use base64::engine::{GeneralPurpose, GeneralPurposeConfig};

/// For normalised text: the trailing bits are reported by us, so the decoder lets them pass.
const TOLERANT: GeneralPurpose = GeneralPurpose::new(&URL_SAFE, NO_PAD_ANY_BITS);
const NO_PAD_ANY_BITS: GeneralPurposeConfig = NO_PAD.with_decode_allow_trailing_bits(true);

/// What deviates from unpadded base64url at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deviation {
    /// `+` or `/`: the standard alphabet.
    StandardAlphabet,
    /// `=`.
    Padding,
    /// White space between characters.
    WhiteSpace,
    /// `%3D` and the like: percent-encoding.
    PercentEncoded,
    /// A character of no base64 alphabet.
    Foreign(char),
    /// The unused low bits of the last character are not zero (RFC 4648 §3.5).
    TrailingBits,
    /// A length that no byte sequence has: one character more than a multiple of four.
    Length,
}

/// A deviation and the byte range of the text it stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// First byte in the text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it is.
    pub deviation: Deviation,
}

/// A lenient reading: all bytes that could be read, and every deviation.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Lenient {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// In order of place. Empty: the text is exactly what RFC 7515 asks for.
    pub faults: Vec<Fault>,
}

/// Encodes without padding.
pub fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Decodes strictly; `None` on any deviation. [`decode_lenient`] says which.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// Decodes what can be decoded and names every deviation. A run of one kind (white space,
/// padding) is one fault. What is foreign is left out, or keeps its six bits as zeros, whichever
/// leaves what comes after it readable.
pub fn decode_lenient(text: &str) -> Lenient {
    if let Some(bytes) = decode(text) {
        return Lenient {
            bytes,
            faults: Vec::new(),
        };
    }
    let (all, mut faults) = normalise(text);
    let kept = readable(all);
    let place_of_last = kept.last().map(|kept| (kept.start, kept.end));
    let mut characters: Vec<u8> = kept.iter().map(|kept| kept.character).collect();
    if characters.len() % 4 == 1 {
        characters.pop();
        if let Some((start, end)) = place_of_last {
            faults.push(Fault {
                start,
                end,
                deviation: Deviation::Length,
            });
        }
    } else if has_trailing_bits(&characters)
        && let Some((start, end)) = place_of_last
    {
        faults.push(Fault {
            start,
            end,
            deviation: Deviation::TrailingBits,
        });
    }
    crate::order::by(&mut faults, |a, b| a.start.cmp(&b.start));
    Lenient {
        // Only characters of the alphabet, of a possible length, are left: this succeeds.
        bytes: TOLERANT.decode(&characters).unwrap_or_default(),
        faults,
    }
}

/// The characters of strict base64url text that carry the bytes `start..end`.
pub fn chars_of_bytes(bytes: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let first = bytes.start.saturating_mul(8) / 6;
    if bytes.is_empty() {
        return first..first;
    }
    first..bytes.end.saturating_mul(8).div_ceil(6)
}

/// The bytes that the characters `start..end` of strict base64url text carry bits of. For the
/// last character of a text this may name one byte more than there is, because its low bits
/// carry nothing: cut the range to the length of the bytes.
pub fn bytes_of_chars(chars: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let first = chars.start.saturating_mul(6) / 8;
    if chars.is_empty() {
        return first..first;
    }
    first..chars.end.saturating_mul(6).div_ceil(8)
}

/// The bytes that the characters `start..end` of strict base64url text carry wholly: what
/// [`chars_of_bytes`] began with.
pub fn bytes_within_chars(chars: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let first = chars.start.saturating_mul(6).div_ceil(8);
    first..(chars.end.saturating_mul(6) / 8).max(first)
}

/// Where in `text` each character that a lenient reading keeps stands, in order.
pub fn places(text: &str) -> Vec<std::ops::Range<usize>> {
    let (kept, _) = normalise(text);
    kept.iter().map(|kept| kept.start..kept.end).collect()
}

/// A character of the alphabet, and the bytes of the text that stood for it.
#[derive(Clone, Copy)]
struct Kept {
    character: u8,
    /// It stands for a foreign character: six zero bits.
    is_slot: bool,
    start: usize,
    end: usize,
}

/// The text in the base64url alphabet, and what had to be changed or left out for that.
fn normalise(text: &str) -> (Vec<Kept>, Vec<Fault>) {
    let mut kept = Vec::with_capacity(text.len());
    let mut faults: Vec<Fault> = Vec::new();
    let mut fault = |start: usize, end: usize, deviation: Deviation| match faults.last_mut() {
        Some(last) if last.end == start && last.deviation == deviation => last.end = end,
        _ => faults.push(Fault {
            start,
            end,
            deviation,
        }),
    };
    let mut rest = text.char_indices();
    while let Some((start, c)) = rest.next() {
        let escaped = percent_decoded(text, start);
        let (c, end) = match escaped {
            Some(decoded) => {
                rest.next();
                rest.next();
                (decoded, start.saturating_add(3))
            }
            None => (c, start.saturating_add(c.len_utf8())),
        };
        let (character, deviation) = match c {
            'A'..='Z' | 'a'..='z' | '0'..='9' | '-' | '_' => (u8::try_from(c).ok(), None),
            '+' => (Some(b'-'), Some(Deviation::StandardAlphabet)),
            '/' => (Some(b'_'), Some(Deviation::StandardAlphabet)),
            '=' => (None, Some(Deviation::Padding)),
            c if c.is_whitespace() => (None, Some(Deviation::WhiteSpace)),
            c => (Some(b'A'), Some(Deviation::Foreign(c))),
        };
        if let Some(character) = character {
            kept.push(Kept {
                character,
                is_slot: matches!(deviation, Some(Deviation::Foreign(_))),
                start,
                end,
            });
        }
        if escaped.is_some() {
            fault(start, end, Deviation::PercentEncoded);
        } else if let Some(deviation) = deviation {
            fault(start, end, deviation);
        }
    }
    (kept, faults)
}

/// The characters to decode. One that was replaced keeps its place, one that slipped in has none:
/// a wrong choice shifts all that follows by six bits, which of text leaves noise.
fn readable(all: Vec<Kept>) -> Vec<Kept> {
    let slots = all.iter().filter(|kept| kept.is_slot).count();
    let without: Vec<Kept> = all.iter().filter(|kept| !kept.is_slot).copied().collect();
    if slots == 0 {
        return without;
    }
    let (noise_with, noise_without) = (noise(&all), noise(&without));
    // Zero bits in one place spoil two bytes at most.
    match noise_with < noise_without && noise_with <= slots.saturating_mul(2) {
        true => all,
        false => without,
    }
}

/// How much of the bytes is no text: what is not UTF-8, and control characters.
fn noise(kept: &[Kept]) -> usize {
    let mut characters: Vec<u8> = kept.iter().map(|kept| kept.character).collect();
    if characters.len() % 4 == 1 {
        characters.pop();
    }
    let bytes = TOLERANT.decode(&characters).unwrap_or_default();
    let is_noise = |c: char| {
        let is_control = c.is_control() && !matches!(c, '\t' | '\n' | '\r');
        c == char::REPLACEMENT_CHARACTER || is_control
    };
    let text = String::from_utf8_lossy(&bytes);
    text.chars().filter(|c| is_noise(*c)).count()
}

/// The character that `%XX` at `start` stands for, when it is one that stands in base64 text.
/// `%` itself is in no alphabet, so nothing is lost by reading it so.
fn percent_decoded(text: &str, start: usize) -> Option<char> {
    let digits = text.get(start..)?.strip_prefix('%')?.get(..2)?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let c = char::from(u8::from_str_radix(digits, 16).ok()?);
    let belongs = c.is_ascii_alphanumeric() || c.is_ascii_whitespace() || "-_+/=".contains(c);
    belongs.then_some(c)
}

/// Whether the last character of alphabet-only text has bits beyond the last byte.
fn has_trailing_bits(characters: &[u8]) -> bool {
    let tail = characters.len() % 4;
    let tail = characters.len().saturating_sub(tail);
    let last_group = characters.get(tail..).unwrap_or_default();
    !last_group.is_empty() && URL_SAFE_NO_PAD.decode(last_group).is_err()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]
mod tests {
    use super::*;

    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    fn check(text: &str, bytes: &[u8], faults: &[(&str, Deviation)]) {
        let lenient = decode_lenient(text);
        assert_eq!(lenient.bytes, bytes, "{text}");
        let found: Vec<_> = lenient
            .faults
            .iter()
            .map(|fault| (&text[fault.start..fault.end], fault.deviation))
            .collect();
        assert_eq!(found, faults, "{text}");
        assert_eq!(decode(text).is_some(), faults.is_empty(), "{text}");
    }

    #[test]
    fn the_vectors_of_rfc_4648_and_rfc_7515_decode_and_encode() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
            ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encode(bytes.as_bytes()), text);
            check(text, bytes.as_bytes(), &[]);
        }
        // RFC 7515 Appendix C.
        check("A-z_4ME", &[3, 236, 255, 224, 193], &[]);
    }

    #[test]
    fn every_deviation_is_named_with_its_place() {
        use Deviation::*;
        let foo = b"foob";
        check("Zm9vYg==", foo, &[("==", Padding)]);
        check("Zm9vYg=", foo, &[("=", Padding)]);
        check(
            "Zm 9v\r\n Yg",
            foo,
            &[(" ", WhiteSpace), ("\r\n ", WhiteSpace)],
        );
        check("Zm9vYh", foo, &[("h", TrailingBits)]);
        check("Zm9vYmF", b"fooba", &[("F", TrailingBits)]);
        check("Zm9vY", b"foo", &[("Y", Length)]);
        check("Z", b"", &[("Z", Length)]);
        check(
            "A+z/4ME",
            &[3, 236, 255, 224, 193],
            &[("+", StandardAlphabet), ("/", StandardAlphabet)],
        );
        check("Zm9vYg%3D%3d", foo, &[("%3D%3d", PercentEncoded)]);
        check(
            "Zm9v%2dYg%2E",
            &[102, 111, 111, 249, 136, 54],
            &[("%2d", PercentEncoded), ("%", Foreign('%')), ("E", Length)],
        );
    }

    #[test]
    fn what_is_foreign_is_left_out_and_the_rest_read() {
        use Deviation::*;
        check("Zm!9v", b"foo", &[("!", Foreign('!'))]);
        check("Zm9v…Yg", b"foob", &[("…", Foreign('…'))]);
        check("Zm9v%", b"foo", &[("%", Foreign('%'))]);
        check(
            "Zm9v%zz",
            b"foo\xcf",
            &[("%", Foreign('%')), ("z", TrailingBits)],
        );
        check("=", b"", &[("=", Padding)]);
        check("!", b"", &[("!", Foreign('!'))]);
        check(
            " Z ",
            b"",
            &[(" ", WhiteSpace), ("Z", Length), (" ", WhiteSpace)],
        );
        check("Zg=x", b"f\x0c", &[("=", Padding), ("x", TrailingBits)]);
    }

    #[test]
    fn what_is_foreign_keeps_its_place_where_the_rest_then_reads() {
        let text = encode(br#"{"sub":"somebody","exp":1767226500}"#);
        for at in 0..text.len() {
            let replaced = format!("{}!{}", &text[..at], &text[at + 1..]);
            let lenient = decode_lenient(&replaced);
            let right = br#"{"sub":"somebody","exp":1767226500}"#;
            let differ = lenient.bytes.iter().zip(right).filter(|(a, b)| a != b);
            // Near the end a shift spoils no more than the zeros do.
            assert!(differ.count() <= 3, "{at} {:?}", lenient.bytes);
            let mut faults = lenient.faults.iter();
            assert!(faults.any(|fault| fault.deviation == Deviation::Foreign('!')));
            let inserted = format!("{}!{}", &text[..at], &text[at..]);
            assert_eq!(decode_lenient(&inserted).bytes, right, "{at}");
        }
    }

    #[test]
    fn every_text_of_up_to_three_characters_agrees_with_the_definition() {
        for length in 0..=3usize {
            for number in 0..64usize.pow(u32::try_from(length).unwrap()) {
                let digits: Vec<usize> = (0..length).map(|i| number >> (6 * i) & 63).collect();
                let text: String = digits.iter().map(|d| char::from(ALPHABET[*d])).collect();
                let bits: String = digits.iter().map(|d| format!("{d:06b}")).collect();
                let whole = bits.len() / 8;
                let bytes: Vec<u8> = (0..whole)
                    .map(|i| u8::from_str_radix(&bits[i * 8..i * 8 + 8], 2).unwrap())
                    .collect();
                let left_over = &bits[whole * 8..];
                let lenient = decode_lenient(&text);
                assert_eq!(lenient.bytes, bytes, "{text}");
                let expected = match length {
                    1 => Some(Deviation::Length),
                    _ if left_over.contains('1') => Some(Deviation::TrailingBits),
                    _ => None,
                };
                let found: Vec<_> = lenient.faults.iter().map(|fault| fault.deviation).collect();
                assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{text}");
                if expected.is_none() {
                    assert_eq!(encode(&bytes), text);
                }
            }
        }
    }

    #[test]
    fn offsets_agree_both_ways_at_every_length() {
        for length in 0..=12usize {
            let base = vec![0u8; length];
            let text = encode(&base);
            for start in 0..=length {
                for end in start..=length {
                    // The characters that change when these bytes change.
                    let mut changed = base.clone();
                    changed[start..end].fill(0xFF);
                    let touched: Vec<usize> = encode(&changed)
                        .bytes()
                        .zip(text.bytes())
                        .enumerate()
                        .filter_map(|(i, (a, b))| (a != b).then_some(i))
                        .collect();
                    let chars = chars_of_bytes(start..end);
                    assert!(chars.end <= text.len());
                    if start < end {
                        assert_eq!(chars.start, touched[0]);
                        assert_eq!(chars.end, touched[touched.len() - 1] + 1);
                        let back = bytes_of_chars(chars);
                        assert!(back.start <= start && end <= back.end.min(length));
                    } else {
                        assert!(chars.is_empty());
                    }
                }
            }
            for start in 0..text.len() {
                for end in start + 1..=text.len() {
                    let bytes = bytes_of_chars(start..end);
                    let bytes = bytes.start..bytes.end.min(length);
                    let touching: Vec<usize> = (0..length)
                        .filter(|i| {
                            let chars = chars_of_bytes(*i..i + 1);
                            chars.start < end && start < chars.end
                        })
                        .collect();
                    assert_eq!(
                        bytes.collect::<Vec<_>>(),
                        touching,
                        "{start}..{end} of {length}"
                    );
                }
            }
        }
    }

    #[test]
    fn random_text_never_fails_and_only_names_places_inside_it() {
        let pieces = [
            "A", "b", "_", "-", "+", "/", "=", " ", "\n", "%", "%3D", "%2", "é", "\u{FEFF}", "😀",
            ".",
        ];
        let mut state = 0x5eed_u64;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..(state >> 40) % 9 {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                text.push_str(pieces[usize::try_from(state >> 60).unwrap()]);
            }
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let lenient = decode_lenient(&text);
            assert_eq!(
                lenient.faults.is_empty(),
                decode(&text).is_some(),
                "{text:?}"
            );
            for fault in &lenient.faults {
                assert!(
                    text.get(fault.start..fault.end)
                        .is_some_and(|t| !t.is_empty())
                );
            }
        }
    }
}
