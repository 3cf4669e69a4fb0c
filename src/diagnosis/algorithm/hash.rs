//! ECDSA with another hash than JOSE pairs with the curve. Spec: RFC 7518 §3.4.

use crate::crypto::forensics::{HASHES, digest};
use crate::diagnosis::{Case, Cause, Kind, Trial};
use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::Hash;
use crate::keys::Material;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "algorithm-hash",
    kind: Kind::Proof(prove),
};

fn prove(case: &Case<'_>, trial: &Trial) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for key in &trial.keys {
        let Material::Ec { curve, x, y, .. } = &key.material else {
            continue;
        };
        for hash in HASHES {
            let digest = digest(hash, &trial.input);
            let holds = case
                .recovered
                .holds_over(*curve, (x, y), &digest, &trial.signature);
            if holds {
                let name = match hash {
                    Hash::Sha256 => "SHA-256",
                    Hash::Sha384 => "SHA-384",
                    Hash::Sha512 => "SHA-512",
                };
                found.push(
                    Diagnostic::info("algorithm-hash")
                        .with("hash", name)
                        .with("curve", curve.name()),
                );
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{P256_SPKI, finds_without_fix};

    /// Made with OpenSSL 3.0: `openssl dgst -sha512 -sign p256-pkcs8.pem`, the DER brought to R‖S.
    const TOKEN: &str = include_str!("es256-sha512.txt");

    #[test]
    fn p256_with_sha512() {
        finds_without_fix(TOKEN.trim_end(), P256_SPKI, "algorithm-hash");
    }
}
