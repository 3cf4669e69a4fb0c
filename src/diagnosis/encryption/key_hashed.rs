//! The shared key is the hash of the secret: libraries that take a passphrase of any length make
//! one of the right length so.

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
        if key.len() < length {
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
    fn the_hash_of_a_passphrase() {
        let jwk = |bytes: &[u8]| format!(r#"{{"kty":"oct","k":"{}"}}"#, encode(bytes));
        let sha256 = Sha256::digest(b"passphrase");
        let sha512 = Sha512::digest(b"passphrase");
        for (alg, enc, key) in [
            ("dir", "A256GCM", jwk(&sha256)),
            ("A256KW", "A128GCM", jwk(&sha256)),
            ("dir", "A128GCM", jwk(&sha256[..16])),
            ("dir", "A256CBC-HS512", jwk(&sha512)),
        ] {
            opens(&made(alg, enc, &key), "passphrase", "jwe-key-hashed");
        }
    }
}
