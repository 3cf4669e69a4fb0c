//! RSA-OAEP with SHA-2 for the label and SHA-1 for the mask, as Java does for
//! `OAEPWithSHA-256AndMGF1Padding` when nobody tells it more. Spec: RFC 7518 §4.3, RFC 8017 §A.2.1.

use super::case::{Case, Cause, Kind, Trial};
use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::Hash;
use crate::jose::encryption_algorithms::{KeyManagement, OaepHash};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-oaep-mask",
    kind: Kind::Change(masks),
};

fn masks(_: &Case<'_>, trial: &Trial) -> Vec<Trial> {
    let Some(alg) = trial.alg else {
        return Vec::new();
    };
    let hashes: &[Hash] = match alg.management {
        // Whoever takes the defaults of Java writes the name of SHA-1 or of SHA-256.
        KeyManagement::RsaOaep(OaepHash::Sha1) => &[Hash::Sha256],
        KeyManagement::RsaOaep(OaepHash::Sha2(Hash::Sha256)) => &[Hash::Sha256],
        KeyManagement::RsaOaep(OaepHash::Sha2(Hash::Sha384)) => &[Hash::Sha384],
        KeyManagement::RsaOaep(OaepHash::Sha2(Hash::Sha512)) => &[Hash::Sha512],
        _ => &[],
    };
    let with = |hash: &Hash| {
        let name = match hash {
            Hash::Sha256 => "SHA-256",
            Hash::Sha384 => "SHA-384",
            Hash::Sha512 => "SHA-512",
        };
        let step = Diagnostic::info("jwe-oaep-mask").with("hash", name);
        trial.with(step, |next| {
            let mut alg = alg;
            alg.management = KeyManagement::RsaOaep(OaepHash::Sha1Mask(*hash));
            next.alg = Some(alg);
            next.is_beyond_boxes = true;
        })
    };
    hashes.iter().map(with).collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::encryption::tests::{RSA, opens_without_fix, proposes_nothing};

    /// The Encrypted Keys made with OpenSSL 3.0: `openssl pkeyutl -encrypt -pkeyopt
    /// rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha1`; the content
    /// with A128GCM by Node.
    #[test]
    fn a_mask_of_sha1() {
        let tokens = include_str!("oaep-masks.txt").lines();
        let mut count = 0;
        for token in tokens.filter(|line| !line.starts_with('#')) {
            opens_without_fix(token, RSA, "jwe-oaep-mask");
            let cut = token.replacen("eyJ", "eyK", 1);
            proposes_nothing(&cut, RSA);
            count += 1;
        }
        assert_eq!(count, 3);
    }
}
