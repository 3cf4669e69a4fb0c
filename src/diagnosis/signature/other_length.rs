//! The signature is as long as those of another algorithm, or of an RSA key of another size: it
//! was not cut off, and nothing was added to it. Spec: RFC 7518 §3, RFC 8017 §8.

use crate::diagnosis::{Case, Cause, Kind};
use crate::diagnostic::{Diagnostic, Fact};
use crate::jose::algorithms::{Curve, SIGNATURE_ALGORITHMS, Scheme};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "signature-length-of-others",
    kind: Kind::Certain(say),
};

/// Bytes of the RSA moduli that are made.
const RSA: [usize; 4] = [128, 256, 384, 512];

fn say(case: &Case<'_>) -> Vec<Diagnostic> {
    let reason = &case.verdict.reason;
    let found = case.attempt.signature_bytes().len();
    if reason.code != "verify-signature-length" || super::is_encoded_otherwise(case) {
        return Vec::new();
    }
    let mut makers: Vec<Fact> = SIGNATURE_ALGORITHMS
        .iter()
        .filter(|row| lengths(row.scheme).contains(&found))
        .map(|row| Fact::Text(row.name.to_owned()))
        .collect();
    if RSA.contains(&found) {
        let bits = found.saturating_mul(8);
        makers.push(Fact::Text(format!("RSA {bits}")));
    }
    if makers.is_empty() {
        return Vec::new();
    }
    let mut diagnosis = Diagnostic::danger("signature-length-of-others");
    diagnosis.facts.clone_from(&reason.facts);
    vec![diagnosis.with_fact("makers", Fact::List(makers))]
}

fn lengths(scheme: Scheme) -> Vec<usize> {
    match scheme {
        Scheme::Hmac(hash) => vec![hash.len()],
        Scheme::RsaPkcs1(_) | Scheme::RsaPss(_) => Vec::new(),
        Scheme::Ecdsa(curve, _) | Scheme::EdDsaOn(curve) => vec![both_halves(curve)],
        Scheme::EdDsa => [Curve::Ed25519, Curve::Ed448].map(both_halves).to_vec(),
        Scheme::MlDsa(44) => vec![2420],
        Scheme::MlDsa(65) => vec![3309],
        Scheme::MlDsa(_) => vec![4627],
    }
}

fn both_halves(curve: Curve) -> usize {
    curve.field_len().saturating_mul(2)
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{P256_PKCS8, RSA_SPKI, finds_certain, hs256, token_signed_as};

    const RSA_3072: &str = include_str!("rsa-3072.pem");

    #[test]
    fn a_key_of_another_size_and_another_algorithm() {
        let code = "signature-length-of-others";
        let larger = token_signed_as("RS256", "RS256", RSA_3072);
        finds_certain(&larger, RSA_SPKI, code);
        let elliptic = token_signed_as("RS256", "ES256", P256_PKCS8);
        finds_certain(&elliptic, RSA_SPKI, code);
        finds_certain(
            &token_signed_as("HS256", "ES256", P256_PKCS8),
            "s3cret",
            code,
        );
        let mut cut = hs256(b"s3cret");
        cut.truncate(cut.len() - 3);
        finds_certain(&cut, "wrong", "token-cut-off");
    }
}
