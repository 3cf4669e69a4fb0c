//! One row of facts per registered signature algorithm. Facts and an id, no function pointers:
//! those would pull all cryptography into the page. `crypto` dispatches on the id.
//! Spec: RFC 7518 §3.1, RFC 8037 §3.1, RFC 8812 §3.2, RFC 9864, RFC 9964.

use serde::{Deserialize, Serialize};

/// The hash function of an algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Hash {
    /// SHA-256 (FIPS 180-4).
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

impl Hash {
    /// Output length in bytes.
    #[allow(clippy::len_without_is_empty, reason = "a hash is never empty")]
    pub const fn len(self) -> usize {
        match self {
            Hash::Sha256 => 32,
            Hash::Sha384 => 48,
            Hash::Sha512 => 64,
        }
    }
}

/// A curve of the "JSON Web Key Elliptic Curve" registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Curve {
    /// NIST P-256.
    P256,
    /// NIST P-384.
    P384,
    /// NIST P-521.
    P521,
    /// SECG secp256k1.
    Secp256k1,
    /// Ed25519 (RFC 8032).
    Ed25519,
    /// Ed448 (RFC 8032).
    Ed448,
    /// X25519 (RFC 7748).
    X25519,
    /// X448 (RFC 7748).
    X448,
}

impl Curve {
    /// The `crv` value.
    pub const fn name(self) -> &'static str {
        match self {
            Curve::P256 => "P-256",
            Curve::P384 => "P-384",
            Curve::P521 => "P-521",
            Curve::Secp256k1 => "secp256k1",
            Curve::Ed25519 => "Ed25519",
            Curve::Ed448 => "Ed448",
            Curve::X25519 => "X25519",
            Curve::X448 => "X448",
        }
    }

    /// The curve of a `crv` value.
    pub fn from_name(name: &str) -> Option<Curve> {
        ALL_CURVES.into_iter().find(|curve| curve.name() == name)
    }

    /// Length in bytes of one coordinate (EC) or of a public key (OKP).
    pub const fn field_len(self) -> usize {
        match self {
            Curve::P256 | Curve::Secp256k1 | Curve::Ed25519 | Curve::X25519 => 32,
            Curve::P384 => 48,
            Curve::P521 => 66,
            Curve::Ed448 => 57,
            Curve::X448 => 56,
        }
    }
}

/// Every curve, in registry order.
pub const ALL_CURVES: [Curve; 8] = [
    Curve::P256,
    Curve::P384,
    Curve::P521,
    Curve::Ed25519,
    Curve::Ed448,
    Curve::X25519,
    Curve::X448,
    Curve::Secp256k1,
];

/// What a signature algorithm computes, and over which key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Scheme {
    /// HMAC (RFC 7518 §3.2): `kty` `oct`.
    Hmac(Hash),
    /// RSASSA-PKCS1-v1_5 (RFC 7518 §3.3): `kty` `RSA`.
    RsaPkcs1(Hash),
    /// RSASSA-PSS, salt as long as the hash (RFC 7518 §3.5): `kty` `RSA`.
    RsaPss(Hash),
    /// ECDSA, R‖S (RFC 7518 §3.4): `kty` `EC` on exactly this curve.
    Ecdsa(Curve, Hash),
    /// EdDSA (RFC 8037 §3.1): `kty` `OKP`, Ed25519 or Ed448 by the key.
    EdDsa,
    /// EdDSA on one named curve (RFC 9864 §2.2).
    EdDsaOn(Curve),
    /// ML-DSA (RFC 9964): `kty` `AKP`. The number is 44, 65 or 87.
    MlDsa(u8),
}

/// What is known of one `alg` value for JWS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignatureAlgorithm {
    /// The `alg` value, exactly.
    pub name: &'static str,
    /// What it computes.
    pub scheme: Scheme,
    /// The clause that defines it, as `RFC7518#3.2`.
    pub spec: &'static str,
}

use Hash::{Sha256, Sha384, Sha512};
use Scheme::{Ecdsa, EdDsa, EdDsaOn, Hmac, MlDsa, RsaPkcs1, RsaPss};

/// Every JWS algorithm that signs. `none` is not one: it is the absence of a signature.
pub const SIGNATURE_ALGORITHMS: [SignatureAlgorithm; 19] = [
    row("HS256", Hmac(Sha256), "RFC7518#3.2"),
    row("HS384", Hmac(Sha384), "RFC7518#3.2"),
    row("HS512", Hmac(Sha512), "RFC7518#3.2"),
    row("RS256", RsaPkcs1(Sha256), "RFC7518#3.3"),
    row("RS384", RsaPkcs1(Sha384), "RFC7518#3.3"),
    row("RS512", RsaPkcs1(Sha512), "RFC7518#3.3"),
    row("PS256", RsaPss(Sha256), "RFC7518#3.5"),
    row("PS384", RsaPss(Sha384), "RFC7518#3.5"),
    row("PS512", RsaPss(Sha512), "RFC7518#3.5"),
    row("ES256", Ecdsa(Curve::P256, Sha256), "RFC7518#3.4"),
    row("ES384", Ecdsa(Curve::P384, Sha384), "RFC7518#3.4"),
    row("ES512", Ecdsa(Curve::P521, Sha512), "RFC7518#3.4"),
    row("ES256K", Ecdsa(Curve::Secp256k1, Sha256), "RFC8812#3.2"),
    row("EdDSA", EdDsa, "RFC8037#3.1"),
    row("Ed25519", EdDsaOn(Curve::Ed25519), "RFC9864#2.2"),
    row("Ed448", EdDsaOn(Curve::Ed448), "RFC9864#2.2"),
    row("ML-DSA-44", MlDsa(44), "RFC9964#4"),
    row("ML-DSA-65", MlDsa(65), "RFC9964#4"),
    row("ML-DSA-87", MlDsa(87), "RFC9964#4"),
];

const fn row(name: &'static str, scheme: Scheme, spec: &'static str) -> SignatureAlgorithm {
    SignatureAlgorithm { name, scheme, spec }
}

/// The row of an `alg` value. Case matters (RFC 7515 §4.1.1).
pub fn signature_algorithm(name: &str) -> Option<&'static SignatureAlgorithm> {
    SIGNATURE_ALGORITHMS.iter().find(|row| row.name == name)
}
