//! RSASSA-PSS whose mask was made with SHA-1 beside a larger hash: Java's `PSSParameterSpec` and
//! others take it when they are told the hash alone. Spec: RFC 7518 §3.5, RFC 8017 §A.2.3.

use crate::crypto::forensics::{HASHES, pss_salt_len_sha1_mask, rsa_encoded_message};
use crate::diagnosis::{Case, Cause, Kind, Trial};
use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::Hash;
use crate::keys::Material;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "algorithm-mask",
    kind: Kind::Proof(prove),
};

fn prove(_: &Case<'_>, trial: &Trial) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for key in &trial.keys {
        let Material::Rsa { n, e, .. } = &key.material else {
            continue;
        };
        let Some(message) = rsa_encoded_message(n, e, &trial.signature) else {
            continue;
        };
        for hash in HASHES {
            if let Some(count) = pss_salt_len_sha1_mask(hash, n, &message, &trial.input) {
                let used = match hash {
                    Hash::Sha256 => "PS256",
                    Hash::Sha384 => "PS384",
                    Hash::Sha512 => "PS512",
                };
                let step = Diagnostic::info("algorithm-mask").with("used", used);
                found.push(step.with("count", count));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{RSA_SPKI, finds_without_fix};

    /// Made with OpenSSL 3.0: `openssl dgst -sha256 -sign rsa-pkcs8.pem -sigopt
    /// rsa_padding_mode:pss -sigopt rsa_mgf1_md:sha1 -sigopt rsa_pss_saltlen:N`.
    #[test]
    fn a_mask_of_sha1() {
        let mut count = 0;
        for token in include_str!("pss-masks.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            finds_without_fix(token, RSA_SPKI, "algorithm-mask");
            count += 1;
        }
        assert_eq!(count, 2);
    }
}
