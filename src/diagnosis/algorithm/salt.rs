//! RSASSA-PSS with a salt that is not as long as the hash: some libraries take the longest that
//! fits, or 20 bytes, or none. Spec: RFC 7518 §3.5.

use crate::crypto::forensics::{HASHES, pss_salt_len};
use crate::diagnosis::{Case, Cause, Kind, Trial};
use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::Hash;
use crate::keys::Material;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "algorithm-salt",
    kind: Kind::Proof(prove),
};

fn prove(case: &Case<'_>, trial: &Trial) -> Vec<Diagnostic> {
    let each = salts(case, trial, pss_salt_len).into_iter();
    let step = each.map(|(hash, used, count)| {
        Diagnostic::info("algorithm-salt")
            .with("used", used)
            .with("count", count)
            .with("expected", hash.len())
    });
    step.collect()
}

/// A function of `forensics` that reads the length of a salt out of what an RSA key recovers.
type SaltLength = fn(Hash, &[u8], &[u8], &[u8]) -> Option<usize>;

/// Each hash under which a key of the trial recovers a salt, with the algorithm's name and the
/// salt's length.
pub(super) fn salts(
    case: &Case<'_>,
    trial: &Trial,
    length: SaltLength,
) -> Vec<(Hash, &'static str, usize)> {
    let mut found = Vec::new();
    for key in &trial.keys {
        let Material::Rsa { n, e, .. } = &key.material else {
            continue;
        };
        let Some(message) = case.recovered.message((n, e), &trial.signature) else {
            continue;
        };
        for hash in HASHES {
            if let Some(count) = length(hash, n, &message, &trial.input) {
                let used = match hash {
                    Hash::Sha256 => "PS256",
                    Hash::Sha384 => "PS384",
                    Hash::Sha512 => "PS512",
                };
                found.push((hash, used, count));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{RSA_SPKI, finds_without_fix};

    /// Made with OpenSSL 3.0: `openssl dgst -sha256 -sign rsa-pkcs8.pem -sigopt
    /// rsa_padding_mode:pss -sigopt rsa_pss_saltlen:N` over the first two segments.
    const SALTS: &str = include_str!("pss-salts.txt");

    #[test]
    fn other_salt_lengths() {
        let mut count = 0;
        for token in SALTS.lines().filter(|line| !line.starts_with('#')) {
            finds_without_fix(token, RSA_SPKI, "algorithm-salt");
            count += 1;
        }
        assert_eq!(count, 4);
    }
}
