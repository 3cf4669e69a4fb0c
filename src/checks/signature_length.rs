//! The JWS Signature is not as long as its algorithm makes it.
//! Spec: RFC 7518 §3.2 (HMAC), §3.4 (ECDSA), RFC 8032 §5.1.6 and §5.2.6, RFC 9964 (FIPS 204 §4).

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;
use crate::jose::algorithms::{Curve, Scheme};
use crate::span::Part;

pub(super) const CHECK: Check = Check {
    code: "signature-length",
    severity: Severity::Warning,
    clause: "RFC 7518 §3",
    certainty: Certainty::Known,
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(row) = subject.algorithm() else {
        return Vec::new();
    };
    let Some(expected) = length(row.scheme) else {
        return Vec::new();
    };
    subject
        .token
        .parts
        .iter()
        .filter(|part| part.part == Part::Signature && part.bytes.len() != expected)
        .map(|part| {
            Finding::at(subject.span(part, 0..part.bytes.len()))
                .with("alg", row.name)
                .with("found", part.bytes.len())
                .with("expected", expected)
        })
        .collect()
}

/// Length in bytes, where the algorithm alone decides it. RSA depends on the key, EdDSA on the
/// curve.
fn length(scheme: Scheme) -> Option<usize> {
    match scheme {
        Scheme::Hmac(hash) => Some(hash.len()),
        Scheme::Ecdsa(curve, _) => Some(curve.field_len().saturating_mul(2)),
        Scheme::EdDsaOn(Curve::Ed25519) => Some(64),
        Scheme::EdDsaOn(Curve::Ed448) => Some(114),
        Scheme::MlDsa(44) => Some(2420),
        Scheme::MlDsa(65) => Some(3309),
        Scheme::MlDsa(87) => Some(4627),
        Scheme::RsaPkcs1(_)
        | Scheme::RsaPss(_)
        | Scheme::EdDsa
        | Scheme::EdDsaOn(_)
        | Scheme::MlDsa(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, token};
    use super::CHECK;

    #[test]
    fn only_another_length_than_the_algorithm_makes_is_found() {
        let found = |alg: &str, length| {
            let token = token(format!(r#"{{"alg":"{alg}"}}"#), "{}", &vec![1; length]);
            findings(&CHECK, &token, None).len()
        };
        for (alg, length) in [
            ("HS256", 32),
            ("HS512", 64),
            ("ES256", 64),
            ("ES512", 132),
            ("Ed25519", 64),
            ("Ed448", 114),
            ("ML-DSA-44", 2420),
        ] {
            assert_eq!(found(alg, length), 0, "{alg}");
            assert_eq!(found(alg, length - 1), 1, "{alg}");
            assert_eq!(found(alg, length + 8), 1, "{alg}");
        }
        assert_eq!(found("RS256", 1), 0);
        assert_eq!(found("EdDSA", 114), 0);
        assert_eq!(found("none", 3), 0);
    }
}
