//! A program hashes the secret first, to have as many bytes as the algorithm asks for.

use super::sized;
use crate::crypto::forensics::{HASHES, digest, sha1};
use crate::diagnosis::{Cause, KeyChange, Kind, Said};
use crate::keys::SecretReading;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-hashed",
    kind: Kind::Reading(read),
};

fn read(text: &str) -> Vec<Said<KeyChange>> {
    let digests = HASHES.map(|hash| digest(hash, text.as_bytes()));
    let all = digests.into_iter().chain([sha1(text.as_bytes())]);
    all.flat_map(|digest| {
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let texts = [hex.to_ascii_uppercase(), hex];
        let texts = texts.map(|text| KeyChange::read(&text, SecretReading::Utf8));
        let bytes = KeyChange::bytes(digest);
        std::iter::once(bytes).chain(texts.into_iter().flatten())
    })
    .map(|key| sized("secret-hashed", key))
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::crypto::forensics::digest;
    use crate::diagnosis::tests::{finds_nothing, finds_secret};
    use crate::jose::algorithms::Hash;

    #[test]
    fn the_digest_is_the_secret() {
        let sha256 = digest(Hash::Sha256, b"s3cret");
        finds_secret(&sha256, "s3cret", "secret-hashed");
        let hex: String = sha256.iter().map(|byte| format!("{byte:02x}")).collect();
        finds_secret(hex.as_bytes(), "s3cret", "secret-hashed");
        finds_nothing(&sha256, "s4cret");
    }
}
