//! The signer turns the text into Windows-1252, which has letters where ISO 8859-1 has controls.
//! Spec: Encoding Standard, index windows-1252.

use super::sized;
use crate::diagnosis::{Cause, KeyChange, Kind, Said};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-read-windows-1252",
    kind: Kind::Reading(read),
};

/// What stands at 0x80 to 0x9f; a control where the table has a hole.
const UPPER: &str = "\u{20ac}\u{81}\u{201a}\u{192}\u{201e}\u{2026}\u{2020}\u{2021}\u{2c6}\u{2030}\u{160}\u{2039}\u{152}\u{8d}\u{17d}\u{8f}\u{90}\u{2018}\u{2019}\u{201c}\u{201d}\u{2022}\u{2013}\u{2014}\u{2dc}\u{2122}\u{161}\u{203a}\u{153}\u{9d}\u{17e}\u{178}";

fn read(text: &str) -> Vec<Said<KeyChange>> {
    if text.is_ascii() {
        return Vec::new();
    }
    let bytes: Option<Vec<u8>> = text.chars().map(byte).collect();
    bytes
        .map(|bytes| sized("secret-read-windows-1252", KeyChange::bytes(bytes)))
        .into_iter()
        .collect()
}

fn byte(c: char) -> Option<u8> {
    let upper = UPPER.chars().zip(0x80..).find(|(upper, _)| *upper == c);
    upper.map(|(_, byte)| byte).or_else(|| u8::try_from(c).ok())
}

#[cfg(test)]
mod tests {
    use super::UPPER;
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn letters_beyond_latin_1() {
        assert_eq!(UPPER.chars().count(), 32);
        finds_secret(b"5\x80", "5\u{20ac}", "secret-read-windows-1252");
        finds_secret(b"\x9e\xe9", "\u{17e}\u{e9}", "secret-read-windows-1252");
    }
}
