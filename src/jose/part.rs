//! One base64url part: its bytes, and its JSON text when it has one.
//! Spec: RFC 7515 §2 and §5.2.

use super::token::{Encoding, PartText};
use crate::base64url;
use crate::json;
use crate::span::Part;
use std::ops::Range;

/// Decodes `text`, which stands at `range` of the token, leniently.
pub fn decode(part: Part, range: Range<usize>, text: &str) -> PartText {
    let lenient = base64url::decode_lenient(text);
    let exact = lenient.faults.is_empty();
    let bytes = lenient.bytes;
    let json = match part {
        Part::Header => !bytes.is_empty(),
        Part::Payload | Part::Disclosure => looks_like_json(&bytes),
        _ => false,
    };
    PartText {
        part,
        range,
        encoding: Encoding::Base64url,
        json: json.then(|| json::parse(bytes.clone())),
        bytes,
        exact,
    }
}

/// Whether bytes are JSON text or begin like an object or array of one.
pub fn looks_like_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    match first {
        Some(b'{' | b'[') => true,
        Some(b'"' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n') => {
            json::parse(bytes.to_vec()).faults().is_empty()
        }
        _ => false,
    }
}
