//! Reading and writing are inverse, and a lenient reading says all that it changed.

use super::holds;
use jwt_debugger::base64url::{
    bytes_of_chars, bytes_within_chars, chars_of_bytes, decode, decode_lenient, encode, places,
};

pub fn run(input: &[u8]) {
    let written = encode(input);
    assert_eq!(decode(&written).as_deref(), Some(input));
    let text = super::text(input);
    let strict = decode(&text);
    let lenient = decode_lenient(&text);
    assert_eq!(strict.is_some(), lenient.faults.is_empty());
    if let Some(bytes) = strict {
        assert_eq!(encode(&bytes), text);
        assert_eq!(bytes, lenient.bytes);
    }
    assert!(lenient.bytes.len() <= text.len().div_ceil(4) * 3);
    let mut start = 0;
    for fault in &lenient.faults {
        holds::place(&(fault.start..fault.end), &text);
        assert!(fault.start >= start && fault.end > fault.start, "{fault:?}");
        start = fault.start;
    }
    for place in places(&text) {
        holds::place(&place, &text);
    }
    for at in 0..input.len().min(64) {
        let bytes = at..(at + 3).min(input.len());
        let chars = chars_of_bytes(bytes.clone());
        assert!(chars.end <= written.len());
        let back = bytes_of_chars(chars.clone());
        assert!(back.start <= bytes.start && back.end >= bytes.end);
        assert_eq!(bytes_within_chars(chars), bytes);
    }
}
