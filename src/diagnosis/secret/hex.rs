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
    let plain = KeyChange::read(text, SecretReading::Hex);
    let dashed = || KeyChange::read(&pairs(text)?, SecretReading::Hex);
    plain
        .or_else(dashed)
        .map(|key| sized("secret-read-hex", key))
        .into_iter()
        .collect()
}

/// The digits of `DE-AD-BE-EF`, as `BitConverter.ToString` of .NET writes bytes.
fn pairs(text: &str) -> Option<String> {
    let pairs: Vec<&str> = text.trim().split('-').collect();
    let is_pair = |pair: &&str| pair.len() == 2 && pair.chars().all(|c| c.is_ascii_hexdigit());
    (pairs.len() > 1 && pairs.iter().all(is_pair)).then(|| pairs.concat())
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{finds_secret, finds_two};

    #[test]
    fn hexadecimal_in_either_case() {
        for given in [
            "733363726574",
            "0x733363726574",
            "73:33:63:72:65:74",
            "73-33-63-72-65-74",
        ] {
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
