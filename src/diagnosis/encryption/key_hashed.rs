//! The shared key is the beginning of a hash of the secret: so a passphrase of any length becomes
//! a key of the right one.

use super::case::{Case, Cause, Kind, Trial};
use crate::diagnosis::KeyChange;
use crate::diagnostic::Diagnostic;
use sha2::{Digest, Sha256, Sha384, Sha512};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-key-hashed",
    kind: Kind::Change(hashes),
};

fn hashes(_: &Case<'_>, trial: &Trial) -> Vec<Trial> {
    let (Some(text), Some((length, _))) = (&trial.text, trial.shared_key_len()) else {
        return Vec::new();
    };
    let text = text.expose().as_bytes();
    [
        ("SHA-256", Sha256::digest(text).to_vec()),
        ("SHA-384", Sha384::digest(text).to_vec()),
        ("SHA-512", Sha512::digest(text).to_vec()),
    ]
    .into_iter()
    .filter_map(|(hash, mut key)| {
        // A whole hash is another text of the secret, as for signatures.
        if key.len() <= length {
            return None;
        }
        key.truncate(length);
        let step = Diagnostic::info("jwe-key-hashed")
            .with("hash", hash)
            .with("count", length);
        Some(trial.with(step, |next| {
            next.keys = vec![KeyChange::bytes(key)];
            next.text = None;
            next.key_changed = true;
        }))
    })
    .collect()
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use crate::base64url::encode;
    use crate::diagnosis::encryption::tests::{made, opens};
    use sha2::{Digest, Sha256, Sha512};

    #[test]
    fn a_hash_that_was_cut_to_size() {
        let jwk = |bytes: &[u8]| format!(r#"{{"kty":"oct","k":"{}"}}"#, encode(bytes));
        let sha256 = Sha256::digest(b"passphrase");
        let sha512 = Sha512::digest(b"passphrase");
        for (alg, enc, key) in [
            ("dir", "A128GCM", jwk(&sha256[..16])),
            ("A192KW", "A128GCM", jwk(&sha256[..24])),
            ("dir", "A256GCM", jwk(&sha512[..32])),
        ] {
            opens(&made(alg, enc, &key), "passphrase", "jwe-key-hashed");
        }
    }
}
