//! The text is base64url of the secret.

use super::sized;
use crate::diagnosis::{Cause, KeyChange, Kind, Said};
use crate::keys::SecretReading;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-read-base64url",
    kind: Kind::Reading(read),
};

fn read(text: &str) -> Vec<Said<KeyChange>> {
    KeyChange::read(text, SecretReading::Base64url)
        .map(|key| sized("secret-read-base64url", key))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn base64url_with_its_own_characters() {
        for given in ["-_8A-w", "-_8A-w=="] {
            finds_secret(&[0xfb, 0xff, 0x00, 0xfb], given, "secret-read-base64url");
        }
    }
}
