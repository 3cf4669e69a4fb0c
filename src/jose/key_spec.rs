//! What key to make for an algorithm: plain data, so that the page can ask for it.
//! Spec: RFC 7518 §3 and §4, RFC 8037, RFC 8812, RFC 9864, RFC 9964.

use super::algorithms::{Curve, SIGNATURE_ALGORITHMS, Scheme, signature_algorithm};
use super::encryption_algorithms::{
    KEY_MANAGEMENT_ALGORITHMS, KeyManagement, key_management_algorithm,
};
use serde::{Deserialize, Serialize};

/// A key to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum KeySpec {
    /// `oct`, of this many bits.
    Oct(u32),
    /// `RSA`, with a modulus of this many bits: one of [`RSA_SIZES`].
    Rsa(u32),
    /// `EC` or `OKP`.
    Curve(Curve),
    /// `AKP`: 44, 65 or 87.
    MlDsa(u8),
}

/// RSA sizes that are offered. Smaller ones are refused by RFC 7518 §3.3, larger ones take minutes.
pub const RSA_SIZES: [u32; 3] = [2048, 3072, 4096];

/// Bits of an `oct` key: at most this many are made.
pub const MAX_OCT_BITS: u32 = 8192;

/// The keys that `alg` runs with, first choice first: it is what the RFCs ask for, the others may
/// be weaker, which a test may want. Empty for an unknown `alg`.
pub fn key_specs(alg: &str) -> Vec<KeySpec> {
    if let Some(row) = signature_algorithm(alg) {
        return match row.scheme {
            Scheme::Hmac(hash) => oct_sizes(hash.len()),
            Scheme::RsaPkcs1(_) | Scheme::RsaPss(_) => RSA_SIZES.map(KeySpec::Rsa).to_vec(),
            Scheme::Ecdsa(curve, _) | Scheme::EdDsaOn(curve) => vec![KeySpec::Curve(curve)],
            Scheme::EdDsa => [Curve::Ed25519, Curve::Ed448].map(KeySpec::Curve).to_vec(),
            Scheme::MlDsa(level) => vec![KeySpec::MlDsa(level)],
        };
    }
    match key_management_algorithm(alg).map(|row| row.management) {
        None => Vec::new(),
        Some(KeyManagement::Rsa15 | KeyManagement::RsaOaep(_)) => {
            RSA_SIZES.map(KeySpec::Rsa).to_vec()
        }
        Some(KeyManagement::AesKw(size) | KeyManagement::AesGcmKw(size)) => oct(size.bytes()),
        // The content encryption decides: 128 to 512 bits.
        Some(KeyManagement::Direct) => oct_sizes(32),
        Some(KeyManagement::Pbes2(..)) => oct(16),
        Some(KeyManagement::EcdhEs(_)) => [
            Curve::P256,
            Curve::P384,
            Curve::P521,
            Curve::X25519,
            Curve::X448,
        ]
        .map(KeySpec::Curve)
        .to_vec(),
    }
}

/// The algorithms that a key of this kind runs with, in the order of their tables; those of
/// passwords are of every secret. `curve` is `crv`, or the `alg` of an AKP key.
pub fn algs_for(kty: &str, curve: Option<&str>) -> Vec<&'static str> {
    let fits = |spec: &KeySpec| match spec {
        KeySpec::Oct(_) => kty == "oct",
        KeySpec::Rsa(_) => kty == "RSA",
        KeySpec::Curve(one) => curve == Some(one.name()),
        KeySpec::MlDsa(level) => curve == Some(format!("ML-DSA-{level}").as_str()),
    };
    let signing = SIGNATURE_ALGORITHMS.iter().map(|row| row.name);
    let encrypting = KEY_MANAGEMENT_ALGORITHMS.iter().map(|row| row.name);
    let all = signing.chain(encrypting);
    all.filter(|alg| key_specs(alg).iter().any(fits)).collect()
}

/// Symmetric sizes, the one of this many bytes first.
fn oct_sizes(first: usize) -> Vec<KeySpec> {
    let mut specs = oct(first);
    for spec in [128, 192, 256, 384, 512].map(KeySpec::Oct) {
        if !specs.contains(&spec) {
            specs.push(spec);
        }
    }
    specs
}

fn oct(bytes: usize) -> Vec<KeySpec> {
    let bits = u32::try_from(bytes.saturating_mul(8)).unwrap_or(MAX_OCT_BITS);
    vec![KeySpec::Oct(bits)]
}

#[cfg(test)]
mod tests {
    use super::algs_for;

    #[test]
    fn an_algorithm_fits_the_kind_and_the_curve() {
        for (kty, curve, fits, does_not) in [
            ("RSA", None, "PS384", "ES256"),
            ("RSA", None, "RSA-OAEP-256", "ECDH-ES"),
            ("EC", Some("P-384"), "ES384", "ES256"),
            ("EC", Some("P-256"), "ECDH-ES+A128KW", "EdDSA"),
            ("OKP", Some("Ed448"), "EdDSA", "Ed25519"),
            ("OKP", Some("X25519"), "ECDH-ES", "EdDSA"),
            ("oct", None, "HS512", "RS256"),
            ("AKP", Some("ML-DSA-65"), "ML-DSA-65", "ML-DSA-44"),
        ] {
            let algs = algs_for(kty, curve);
            assert!(algs.contains(&fits), "{kty} {curve:?}: {algs:?}");
            assert!(!algs.contains(&does_not), "{kty} {curve:?}: {algs:?}");
        }
        assert!(algs_for("?", None).is_empty());
    }
}
