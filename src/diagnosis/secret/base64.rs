//! The text is base64 of the secret.

use super::sized;
use crate::diagnosis::{Cause, KeyChange, Kind, Said};
use crate::keys::SecretReading;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-read-base64",
    kind: Kind::Reading(read),
};

fn read(text: &str) -> Vec<Said<KeyChange>> {
    KeyChange::read(text, SecretReading::Base64)
        .map(|key| sized("secret-read-base64", key))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{finds_nothing, finds_secret, finds_two};

    #[test]
    fn base64_with_and_without_padding() {
        for given in ["+/8A+w==", "+/8A+w"] {
            finds_secret(&[0xfb, 0xff, 0x00, 0xfb], given, "secret-read-base64");
        }
        finds_secret(b"s3cret", "czNjcmV0", "secret-read-base64");
    }

    #[test]
    fn with_another_fault() {
        finds_two(
            b"s3cret",
            "\"czNjcmV0\"",
            "secret-quotes",
            "secret-read-base64",
        );
    }

    #[test]
    fn a_line_break_does_not_matter_to_base64() {
        finds_secret(b"s3cret", "czNjcmV0\n", "secret-read-base64");
    }

    #[test]
    fn another_secret() {
        finds_nothing(b"s3cret", "czNjcmV1");
    }
}
