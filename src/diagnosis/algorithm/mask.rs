//! RSASSA-PSS whose mask was made with SHA-1 beside a larger hash: Java's `PSSParameterSpec` and
//! others take it when they are told the hash alone. Spec: RFC 7518 §3.5, RFC 8017 §A.2.3.

use super::salt::salts;
use crate::crypto::forensics::pss_salt_len_sha1_mask;
use crate::diagnosis::{Case, Cause, Kind, Trial};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "algorithm-mask",
    kind: Kind::Proof(prove),
};

fn prove(case: &Case<'_>, trial: &Trial) -> Vec<Diagnostic> {
    let each = salts(case, trial, pss_salt_len_sha1_mask).into_iter();
    let step = each.map(|(_, used, count)| {
        Diagnostic::info("algorithm-mask")
            .with("used", used)
            .with("count", count)
    });
    step.collect()
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
