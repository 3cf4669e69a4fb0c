//! The signer turns the text into ISO 8859-1, one byte a letter, or took UTF-8 for it.

use super::sized;
use crate::diagnosis::{Cause, KeyChange, Kind, Said};
use crate::keys::SecretReading;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-read-latin1",
    kind: Kind::Reading(read),
};

fn read(text: &str) -> Vec<Said<KeyChange>> {
    if text.is_ascii() {
        return Vec::new();
    }
    let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(c).ok()).collect();
    let twice: String = text.bytes().map(char::from).collect();
    bytes
        .map(KeyChange::bytes)
        .into_iter()
        .chain(KeyChange::read(&twice, SecretReading::Utf8))
        .map(|key| sized("secret-read-latin1", key))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn one_byte_a_letter() {
        finds_secret(b"s\xe9cret", "s\u{e9}cret", "secret-read-latin1");
    }

    #[test]
    fn utf8_taken_for_it() {
        let twice = "s\u{c3}\u{a9}cret";
        finds_secret(twice.as_bytes(), "s\u{e9}cret", "secret-read-latin1");
        finds_secret("s\u{e9}cret".as_bytes(), twice, "secret-read-latin1");
    }
}
