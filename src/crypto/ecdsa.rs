//! ECDSA on P-256, P-384, P-521 and secp256k1; a signature is R‖S at fixed length.
//!
//! `jsonwebtoken` runs the first two. R or S that is zero or not below the order is never valid;
//! a high S is, because JOSE does not ask for the low one.
//! Spec: RFC 7518 §3.4, RFC 8812 §3.2, FIPS 186-5 §6.

use super::{CryptoError, containers, ec, expect_len};
use crate::base64url;
use crate::jose::algorithms::Curve;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};
use p256::ecdsa::signature::{RandomizedSigner, Signer, Verifier};
use rand_core::CryptoRngCore;

pub(super) fn verify(
    curve: Curve,
    x: &[u8],
    y: &[u8],
    input: &[u8],
    signature: &[u8],
) -> Result<(), CryptoError> {
    expect_len(curve.field_len().saturating_mul(2), signature)?;
    ec::check_point(curve, x, y)?;
    let point = ec::uncompressed(curve, x, y)?;
    let holds = match curve {
        Curve::P256 => library_verify(Algorithm::ES256, &point, input, signature),
        Curve::P384 => library_verify(Algorithm::ES384, &point, input, signature),
        Curve::P521 => p521_verify(&point, input, signature),
        Curve::Secp256k1 => k256_verify(&point, input, signature),
        Curve::Ed25519 | Curve::Ed448 | Curve::X25519 | Curve::X448 => {
            return Err(CryptoError::WrongKeyType);
        }
    };
    if holds == Some(true) {
        Ok(())
    } else {
        Err(CryptoError::Mismatch)
    }
}

/// Deterministic (RFC 6979) but for P-521, whose crate takes its nonce from the caller.
pub(super) fn sign<R: CryptoRngCore>(
    curve: Curve,
    x: &[u8],
    y: &[u8],
    d: &[u8],
    input: &[u8],
    rng: &mut R,
) -> Result<Vec<u8>, CryptoError> {
    ec::check_halves(curve, x, y, d)?;
    let signature = match curve {
        Curve::P256 => library_sign(Algorithm::ES256, curve, d, input),
        Curve::P384 => library_sign(Algorithm::ES384, curve, d, input),
        Curve::P521 => p521_sign(d, input, rng),
        Curve::Secp256k1 => k256_sign(d, input),
        Curve::Ed25519 | Curve::Ed448 | Curve::X25519 | Curve::X448 => {
            return Err(CryptoError::WrongKeyType);
        }
    };
    signature.ok_or(CryptoError::Refused("key-unusable"))
}

fn library_verify(alg: Algorithm, point: &[u8], input: &[u8], signature: &[u8]) -> Option<bool> {
    let key = DecodingKey::from_ec_der(point);
    jsonwebtoken::crypto::verify(&base64url::encode(signature), input, &key, alg).ok()
}

fn library_sign(alg: Algorithm, curve: Curve, d: &[u8], input: &[u8]) -> Option<Vec<u8>> {
    let der = containers::pkcs8::write_ec(curve, d, None).ok()?;
    let key = EncodingKey::from_ec_der(&der);
    base64url::decode(&jsonwebtoken::crypto::sign(input, &key, alg).ok()?)
}

fn p521_verify(point: &[u8], input: &[u8], signature: &[u8]) -> Option<bool> {
    let key = p521::ecdsa::VerifyingKey::from_sec1_bytes(point).ok()?;
    let signature = p521::ecdsa::Signature::from_slice(signature).ok()?;
    Some(key.verify(input, &signature).is_ok())
}

fn p521_sign<R: CryptoRngCore>(d: &[u8], input: &[u8], rng: &mut R) -> Option<Vec<u8>> {
    let key = p521::ecdsa::SigningKey::from_slice(d).ok()?;
    let signature: p521::ecdsa::Signature = key.try_sign_with_rng(rng, input).ok()?;
    Some(signature.to_bytes().to_vec())
}

/// The crate verifies low S only, as Bitcoin asks; n − S signs the same bytes (FIPS 186-5 does
/// not prefer one), so a high S is brought down first.
fn k256_verify(point: &[u8], input: &[u8], signature: &[u8]) -> Option<bool> {
    let key = k256::ecdsa::VerifyingKey::from_sec1_bytes(point).ok()?;
    let signature = k256::ecdsa::Signature::from_slice(signature).ok()?;
    let low = signature.normalize_s().unwrap_or(signature);
    Some(key.verify(input, &low).is_ok())
}

fn k256_sign(d: &[u8], input: &[u8]) -> Option<Vec<u8>> {
    let key = k256::ecdsa::SigningKey::from_slice(d).ok()?;
    let signature: k256::ecdsa::Signature = key.try_sign(input).ok()?;
    Some(signature.to_bytes().to_vec())
}
