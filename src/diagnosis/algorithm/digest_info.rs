//! RSASSA-PKCS1-v1_5 over the digest without the DigestInfo that names its hash, as a low-level
//! call makes it. Spec: RFC 8017 §9.2.

use crate::crypto::forensics::{HASHES, digest, pkcs1_content};
use crate::diagnosis::{Case, Cause, Kind, Trial};
use crate::diagnostic::Diagnostic;
use crate::keys::Material;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "algorithm-digest-info",
    kind: Kind::Proof(prove),
};

fn prove(case: &Case<'_>, trial: &Trial) -> Vec<Diagnostic> {
    let holds = |material: &Material| {
        let Material::Rsa { n, e, .. } = material else {
            return false;
        };
        let message = case.recovered.message((n, e), &trial.signature);
        message.is_some_and(|message| {
            pkcs1_content(&message).is_some_and(|content| {
                let mut hashes = HASHES.into_iter();
                content == &*trial.input || hashes.any(|hash| content == digest(hash, &trial.input))
            })
        })
    };
    let mut keys = trial.keys.iter();
    keys.find(|key| holds(&key.material))
        .map(|_| Diagnostic::info("algorithm-digest-info"))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{RSA_SPKI, finds_without_fix};

    /// Made with OpenSSL 3.0: `openssl pkeyutl -sign -inkey rsa-pkcs8.pem` over the SHA-256 digest.
    #[test]
    fn the_bare_digest() {
        let token = include_str!("bare-digest.txt").trim_end();
        finds_without_fix(token, RSA_SPKI, "algorithm-digest-info");
    }
}
