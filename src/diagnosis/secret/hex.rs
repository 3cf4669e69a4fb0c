//! The text is the secret in hexadecimal digits.

use super::sized;
use crate::diagnosis::{Cause, KeyChange, Kind, Said};
use crate::keys::SecretReading;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-read-hex",
    kind: Kind::Reading(read),
};

fn read(text: &str) -> Vec<Said<KeyChange>> {
    KeyChange::read(text, SecretReading::Hex)
        .map(|key| sized("secret-read-hex", key))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{finds_secret, finds_two};

    #[test]
    fn hexadecimal_in_either_case() {
        for given in ["733363726574", "0x733363726574", "73:33:63:72:65:74"] {
            finds_secret(b"s3cret", given, "secret-read-hex");
        }
        finds_secret(b"\xde\xad\xbe\xef", "DEADBEEF", "secret-read-hex");
    }

    #[test]
    fn in_quotes() {
        finds_two(
            b"s3cret",
            "'733363726574'",
            "secret-quotes",
            "secret-read-hex",
        );
    }
}
