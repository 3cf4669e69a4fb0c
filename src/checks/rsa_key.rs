//! RSA keys that are too short, or whose exponent is small or none at all.
//! Spec: RFC 7518 §3.3 and §3.5 (2048 bits or larger); the exponent FIPS 186-5 §A.1.1.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;

pub(super) const SHORT: Check = Check {
    code: "rsa-key-short",
    severity: Severity::Warning,
    clause: "RFC 7518 §3.3",
    certainty: Certainty::Known,
    find: short,
};

pub(super) const SMALL_EXPONENT: Check = Check {
    code: "rsa-exponent-small",
    severity: Severity::Warning,
    clause: "FIPS 186-5 §A.1.1",
    certainty: Certainty::Known,
    find: small_exponent,
};

pub(super) const BROKEN_EXPONENT: Check = Check {
    code: "rsa-exponent-broken",
    severity: Severity::Danger,
    clause: "RFC 8017 §3.1",
    certainty: Certainty::Known,
    find: broken_exponent,
};

const LEAST_BITS: u32 = 2048;

fn short(subject: &Subject<'_>) -> Vec<Finding> {
    subject
        .key
        .filter(|key| key.kty == "RSA" && key.bits < LEAST_BITS)
        .map(|key| {
            Finding::anywhere()
                .with("bits", u64::from(key.bits))
                .with("least", u64::from(LEAST_BITS))
        })
        .into_iter()
        .collect()
}

fn small_exponent(subject: &Subject<'_>) -> Vec<Finding> {
    exponent(subject, |e| e >= 3 && e % 2 == 1 && e < 65537)
}

fn broken_exponent(subject: &Subject<'_>) -> Vec<Finding> {
    exponent(subject, |e| e < 3 || e % 2 == 0)
}

fn exponent(subject: &Subject<'_>, is_found: fn(u64) -> bool) -> Vec<Finding> {
    subject
        .key
        .filter(|key| key.kty == "RSA")
        .and_then(|key| key.exponent)
        .filter(|e| is_found(*e))
        .map(|e| Finding::anywhere().with("exponent", e.to_string()))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, key, token};
    use super::{BROKEN_EXPONENT, Check, SHORT, SMALL_EXPONENT};

    fn found(check: &Check, kty: &str, bits: u32, exponent: Option<u64>) -> usize {
        let mut key = key(kty, bits);
        key.exponent = exponent;
        let token = token(r#"{"alg":"RS256"}"#, "{}", b"");
        assert_eq!(findings(check, &token, None), []);
        findings(check, &token, Some(&key)).len()
    }

    #[test]
    fn a_modulus_below_2048_bits_is_short() {
        assert_eq!(found(&SHORT, "RSA", 1024, None), 1);
        assert_eq!(found(&SHORT, "RSA", 2047, None), 1);
        assert_eq!(found(&SHORT, "RSA", 2048, None), 0);
        assert_eq!(found(&SHORT, "EC", 256, None), 0);
    }

    #[test]
    fn exponents_are_told_apart() {
        for (exponent, small, broken) in [
            (3, 1, 0),
            (17, 1, 0),
            (65535, 1, 0),
            (65537, 0, 0),
            (1, 0, 1),
            (0, 0, 1),
            (2, 0, 1),
            (65538, 0, 1),
        ] {
            assert_eq!(
                found(&SMALL_EXPONENT, "RSA", 2048, Some(exponent)),
                small,
                "{exponent}"
            );
            assert_eq!(
                found(&BROKEN_EXPONENT, "RSA", 2048, Some(exponent)),
                broken,
                "{exponent}"
            );
        }
        assert_eq!(found(&SMALL_EXPONENT, "RSA", 2048, None), 0);
        assert_eq!(found(&SMALL_EXPONENT, "EC", 256, Some(3)), 0);
    }
}
