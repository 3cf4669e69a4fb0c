//! The signer takes the text of the secret as it is; the box has it switched to another reading.

use super::sized;
use crate::diagnosis::{Cause, KeyChange, Kind, Said};
use crate::keys::SecretReading;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-read-utf8",
    kind: Kind::Reading(read),
};

fn read(text: &str) -> Vec<Said<KeyChange>> {
    KeyChange::read(text, SecretReading::Utf8)
        .map(|key| sized("secret-read-utf8", key))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret_read;
    use crate::keys::SecretReading;

    #[test]
    fn the_switch_is_wrong() {
        for reading in [SecretReading::Base64, SecretReading::Base64url] {
            finds_secret_read(b"c2VjcmV0", "c2VjcmV0", reading, "secret-read-utf8");
        }
        finds_secret_read(b"no hex", "no hex", SecretReading::Hex, "secret-read-utf8");
    }
}
