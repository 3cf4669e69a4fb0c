//! Base64url without padding, strictly; and leniently with everything that deviates named.
//! Spec: RFC 7515 §2 and Appendix C, RFC 4648 §5.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

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

/// Decodes what can be decoded and names every deviation.
pub fn decode_lenient(text: &str) -> Lenient {
    decode(text)
        .map(|bytes| Lenient {
            bytes,
            faults: Vec::new(),
        })
        .unwrap_or_default()
}

/// The characters of strict base64url text that carry the bytes `start..end`.
pub fn chars_of_bytes(bytes: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let first = bytes.start.saturating_mul(8) / 6;
    let last = bytes.end.saturating_mul(8).div_ceil(6);
    first..last.max(first)
}

/// The bytes that the characters `start..end` of strict base64url text carry bits of.
pub fn bytes_of_chars(chars: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let first = chars.start.saturating_mul(6) / 8;
    let last = chars.end.saturating_mul(6).div_ceil(8);
    first..last.max(first)
}
