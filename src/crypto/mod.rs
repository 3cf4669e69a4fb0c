//! Bytes in, bytes out: the only place that names a crypto crate. Linked by the worker and the
//! host; a test finds none of it in the page.
//!
//! One file per family of algorithms; [`verify`] and [`sign`] are the one place that goes from
//! a [`Scheme`] to the family. `jsonwebtoken` runs what it knows, on the exact JWS Signing Input
//! and never through its own reading of a header; RustCrypto crates run the rest.
//! Spec: RFC 7515 §5, RFC 7518 §3, RFC 8037 §3.1, RFC 8812 §3, RFC 9864, RFC 9964.

pub mod containers;
mod ec;
mod ecdsa;
pub mod ecdsa_digest;
mod eddsa;
mod fault;
pub mod forensics;
mod generate;
mod hmac;
pub mod jwe;
mod ml_dsa;
mod okp;
mod rsa;

pub use ec::{check_point, decompress, ec_public};
pub use fault::CryptoError;
pub use generate::generate;
pub use ml_dsa::public_key as ml_dsa_public;
pub use okp::okp_public;
pub use rsa::{Crt as RsaCrt, crt as rsa_crt, modulus as rsa_modulus, primes as rsa_primes};

use crate::jose::algorithms::{Curve, Scheme};
use crate::keys::Material;
use crate::secret::Secret;
use rand_core::CryptoRngCore;

/// Whether `signature` is the JWS Signature of `signing_input` under `key`. Every deviation is an
/// error; there is no "almost". Bounded in time, and without panic, for any bytes.
pub fn verify(
    scheme: Scheme,
    key: &Material,
    signing_input: &[u8],
    signature: &[u8],
) -> Result<(), CryptoError> {
    match (scheme, key) {
        (Scheme::Hmac(hash), Material::Oct(secret)) => {
            hmac::verify(hash, secret.expose(), signing_input, signature)
        }
        (Scheme::RsaPkcs1(hash), Material::Rsa { n, e, .. }) => {
            rsa::verify(rsa::Padding::Pkcs1, hash, n, e, signing_input, signature)
        }
        (Scheme::RsaPss(hash), Material::Rsa { n, e, .. }) => {
            rsa::verify(rsa::Padding::Pss, hash, n, e, signing_input, signature)
        }
        (Scheme::Ecdsa(wanted, _), Material::Ec { curve, x, y, .. }) if wanted == *curve => {
            ecdsa::verify(*curve, x, y, signing_input, signature)
        }
        (Scheme::EdDsa, Material::Okp { curve, x, .. }) if signs(*curve) => {
            eddsa::verify(*curve, x, signing_input, signature)
        }
        (Scheme::EdDsaOn(wanted), Material::Okp { curve, x, .. }) if wanted == *curve => {
            eddsa::verify(*curve, x, signing_input, signature)
        }
        (Scheme::MlDsa(level), Material::Akp { alg, public, .. }) if ml_dsa::is(level, alg) => {
            ml_dsa::verify(level, public, signing_input, signature)
        }
        _ => Err(CryptoError::WrongKeyType),
    }
}

/// The JWS Signature of `signing_input`. ES512 takes its nonce from `rng` and ML-DSA its hedge;
/// the salt of PSS comes from the platform's generator, because `jsonwebtoken` makes it. The
/// others are deterministic.
///
/// A key whose private half does not belong to its public half is refused: what it signs would
/// not verify.
pub fn sign<R: CryptoRngCore>(
    scheme: Scheme,
    key: &Material,
    signing_input: &[u8],
    rng: &mut R,
) -> Result<Vec<u8>, CryptoError> {
    if !fits(scheme, key) {
        return Err(CryptoError::WrongKeyType);
    }
    match (scheme, key) {
        (Scheme::Hmac(hash), Material::Oct(secret)) => {
            hmac::sign(hash, secret.expose(), signing_input)
        }
        (Scheme::RsaPkcs1(hash), Material::Rsa { n, e, private }) => {
            let private = private.as_ref().ok_or(CryptoError::NoPrivateHalf)?;
            rsa::sign(rsa::Padding::Pkcs1, hash, n, e, private, signing_input, rng)
        }
        (Scheme::RsaPss(hash), Material::Rsa { n, e, private }) => {
            let private = private.as_ref().ok_or(CryptoError::NoPrivateHalf)?;
            rsa::sign(rsa::Padding::Pss, hash, n, e, private, signing_input, rng)
        }
        (Scheme::Ecdsa(..), Material::Ec { curve, x, y, d }) => {
            ecdsa::sign(*curve, x, y, half(d)?, signing_input, rng)
        }
        (Scheme::EdDsa | Scheme::EdDsaOn(_), Material::Okp { curve, x, d }) => {
            eddsa::sign(*curve, x, half(d)?, signing_input)
        }
        (
            Scheme::MlDsa(level),
            Material::Akp {
                public, private, ..
            },
        ) => ml_dsa::sign(level, public, half(private)?, signing_input, rng),
        _ => Err(CryptoError::WrongKeyType),
    }
}

/// Whether a key is of the kind that `scheme` needs: `kty`, and curve or `alg` where they count.
/// Says nothing of its size or its private half.
pub fn fits(scheme: Scheme, key: &Material) -> bool {
    match (scheme, key) {
        (Scheme::Hmac(_), Material::Oct(_)) => true,
        (Scheme::RsaPkcs1(_) | Scheme::RsaPss(_), Material::Rsa { .. }) => true,
        (Scheme::Ecdsa(wanted, _), Material::Ec { curve, .. }) => wanted == *curve,
        (Scheme::EdDsa, Material::Okp { curve, .. }) => signs(*curve),
        (Scheme::EdDsaOn(wanted), Material::Okp { curve, .. }) => wanted == *curve,
        (Scheme::MlDsa(level), Material::Akp { alg, .. }) => ml_dsa::is(level, alg),
        _ => false,
    }
}

/// Length in bytes of every JWS Signature under `scheme` and `key`, where the key fits.
pub fn signature_len(scheme: Scheme, key: &Material) -> Option<usize> {
    if !fits(scheme, key) {
        return None;
    }
    match (scheme, key) {
        (Scheme::Hmac(hash), _) => Some(hash.len()),
        (_, Material::Rsa { n, .. }) => Some(rsa::significant(n).len()),
        (_, Material::Ec { curve, .. }) => Some(curve.field_len().saturating_mul(2)),
        (_, Material::Okp { curve, .. }) => Some(curve.field_len().saturating_mul(2)),
        (Scheme::MlDsa(level), _) => ml_dsa::signature_len(level),
        _ => None,
    }
}

pub(in crate::crypto) fn signs(curve: Curve) -> bool {
    matches!(curve, Curve::Ed25519 | Curve::Ed448)
}

fn half(private: &Option<Secret<Vec<u8>>>) -> Result<&[u8], CryptoError> {
    private
        .as_ref()
        .map(|secret| secret.expose().as_slice())
        .ok_or(CryptoError::NoPrivateHalf)
}

fn expect_len(expected: usize, bytes: &[u8]) -> Result<(), CryptoError> {
    if bytes.len() == expected {
        return Ok(());
    }
    Err(CryptoError::WrongLength {
        expected,
        found: bytes.len(),
    })
}

#[cfg(test)]
mod tests;
