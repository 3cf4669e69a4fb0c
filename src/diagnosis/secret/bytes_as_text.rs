//! The bytes of the secret were made a text once more before they signed: `atob(…)` and a text
//! encoder, `Buffer.toString()`, `new String(bytes)`. What is no text is lost or doubled on that way.
//! Spec: Encoding Standard §4.

use super::sized;
use crate::diagnosis::{Cause, KeyChange, Kind, Said};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-bytes-as-text",
    kind: Kind::Decoded(read),
};

fn read(bytes: &[u8]) -> Vec<Said<KeyChange>> {
    if bytes.is_ascii() {
        return Vec::new();
    }
    let each = |change: fn(u8) -> u8| bytes.iter().copied().map(change).collect::<Vec<u8>>();
    let latin: String = bytes.iter().copied().map(char::from).collect();
    [
        latin.into_bytes(),
        String::from_utf8_lossy(bytes).into_owned().into_bytes(),
        each(|byte| byte & 0x7f),
        each(|byte| if byte.is_ascii() { byte } else { b'?' }),
    ]
    .into_iter()
    .map(|bytes| sized("secret-bytes-as-text", KeyChange::bytes(bytes)))
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{finds_nothing, finds_two};

    /// Base64 of bytes that are no UTF-8.
    const GIVEN: &str = "+/8A+2E=";

    #[test]
    fn what_became_of_bytes_that_are_no_text() {
        for secret in [
            "\u{fb}\u{ff}\0\u{fb}a".as_bytes(),
            "\u{fffd}\u{fffd}\0\u{fffd}a".as_bytes(),
            b"\x7b\x7f\0\x7ba",
            b"??\0?a",
        ] {
            finds_two(secret, GIVEN, "secret-read-base64", "secret-bytes-as-text");
        }
    }

    #[test]
    fn bytes_that_are_a_text() {
        finds_nothing(b"s4cret", "czNjcmV0");
    }
}
