//! The text is a UUID and the secret its sixteen bytes, or its digits without braces and hyphens.
//! .NET's `Guid` writes the first three groups with the least significant byte first.
//! Spec: RFC 9562 §4.

use super::sized;
use crate::diagnosis::{Cause, KeyChange, Kind, Said};
use crate::keys::SecretReading;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-read-uuid",
    kind: Kind::Reading(read),
};

fn read(text: &str) -> Vec<Said<KeyChange>> {
    let digits: String = text
        .trim()
        .trim_start_matches("urn:uuid:")
        .chars()
        .filter(|c| !matches!(c, '{' | '}' | '-'))
        .collect();
    let bytes = crate::keys::decode_secret(&digits, SecretReading::Hex).unwrap_or_default();
    if bytes.len() != 16 {
        return Vec::new();
    }
    let mut windows = bytes.clone();
    for group in [0..4, 4..6, 6..8] {
        if let Some(group) = windows.get_mut(group) {
            group.reverse();
        }
    }
    let texts = [digits.to_ascii_lowercase(), digits.to_ascii_uppercase()];
    texts
        .into_iter()
        .filter_map(|text| KeyChange::read(&text, SecretReading::Utf8))
        .chain([KeyChange::bytes(bytes), KeyChange::bytes(windows)])
        .map(|key| sized("secret-read-uuid", key))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    const GIVEN: &str = "00112233-4455-6677-8899-aabbccddeeff";

    #[test]
    fn its_bytes_in_either_order_and_its_digits() {
        let straight = b"\x00\x11\x22\x33\x44\x55\x66\x77\x88\x99\xaa\xbb\xcc\xdd\xee\xff";
        let windows = b"\x33\x22\x11\x00\x55\x44\x77\x66\x88\x99\xaa\xbb\xcc\xdd\xee\xff";
        finds_secret(straight, GIVEN, "secret-read-uuid");
        finds_secret(windows, GIVEN, "secret-read-uuid");
        let digits = b"00112233445566778899aabbccddeeff";
        finds_secret(digits, GIVEN, "secret-read-uuid");
    }
}
