//! The signature was made with another algorithm than the header's `alg`: another hash size,
//! PSS for PKCS #1 v1.5, ES256K for ES256, RS256 for HS256.

use crate::crypto;
use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::{SIGNATURE_ALGORITHMS, SignatureAlgorithm};
use crate::keys::Material;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "algorithm-other",
    kind: Kind::Algorithm(others),
};

fn others(material: &Material, row: &SignatureAlgorithm) -> Vec<Said<&'static SignatureAlgorithm>> {
    SIGNATURE_ALGORITHMS
        .iter()
        .filter(|other| other.name != row.name && crypto::fits(other.scheme, material))
        .map(|other| (other, said(other.name, row.name)))
        .collect()
}

/// The clause: the algorithm that was used, and what the header says.
pub fn said(used: &str, alg: &str) -> Diagnostic {
    Diagnostic::info("algorithm-other")
        .with("used", used)
        .with("alg", alg)
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{
        K256_PKCS8, K256_SPKI, RSA_PKCS8, RSA_SPKI, SECRET_64, finds_without_fix, token_signed_as,
    };

    #[test]
    fn another_hash_size() {
        for (says, used) in [("HS256", "HS512"), ("HS512", "HS256"), ("HS384", "HS256")] {
            let token = token_signed_as(says, used, SECRET_64);
            finds_without_fix(&token, SECRET_64, "algorithm-other");
        }
    }

    #[test]
    fn another_padding_or_family() {
        for (says, used) in [
            ("RS256", "PS256"),
            ("PS256", "RS256"),
            ("RS256", "RS512"),
            ("HS256", "RS256"),
        ] {
            let token = token_signed_as(says, used, RSA_PKCS8);
            finds_without_fix(&token, RSA_SPKI, "algorithm-other");
        }
    }

    #[test]
    fn another_curve_s_name() {
        let token = token_signed_as("ES256", "ES256K", K256_PKCS8);
        finds_without_fix(&token, K256_SPKI, "algorithm-other");
    }

    #[test]
    fn a_name_that_is_not_registered_or_in_the_wrong_case() {
        for says in ["hs256", "Hs256", "HMAC-SHA256"] {
            let token = token_signed_as(says, "HS256", SECRET_64);
            finds_without_fix(&token, SECRET_64, "algorithm-other");
        }
        let token = token_signed_as("", "HS256", SECRET_64);
        finds_without_fix(&token, SECRET_64, "algorithm-missing");
    }
}
