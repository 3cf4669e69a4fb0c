//! EdDSA on Ed25519 (by `jsonwebtoken`) and Ed448.
//!
//! RFC 8032 leaves verifiers a choice; this is ours. S is below the group order, the public key
//! is encoded canonically (§5.1.3 and §5.2.3 make decoding fail otherwise), the equation is
//! checked without the cofactor. Public keys of small order are refused: under such a key one
//! signature fits every message, so nobody in particular vouches.
//! Spec: RFC 8032 §5.1.7 and §5.2.7, RFC 8037 §3.1, RFC 9864 §2.2.

use super::{CryptoError, containers, expect_len, okp};
use crate::base64url;
use crate::jose::algorithms::Curve;
use ed448_goldilocks as ed448;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};

pub(super) fn verify(
    curve: Curve,
    x: &[u8],
    input: &[u8],
    signature: &[u8],
) -> Result<(), CryptoError> {
    expect_len(curve.field_len().saturating_mul(2), signature)?;
    let holds = match curve {
        Curve::Ed25519 => {
            check_ed25519(x)?;
            let key = DecodingKey::from_ed_der(x);
            let text = base64url::encode(signature);
            jsonwebtoken::crypto::verify(&text, input, &key, Algorithm::EdDSA).unwrap_or(false)
        }
        Curve::Ed448 => {
            let key = check_ed448(x)?;
            ed448::Signature::try_from(signature)
                .is_ok_and(|signature| key.verify_raw(&signature, input).is_ok())
        }
        _ => return Err(CryptoError::WrongKeyType),
    };
    if holds {
        Ok(())
    } else {
        Err(CryptoError::Mismatch)
    }
}

pub(super) fn sign(
    curve: Curve,
    x: &[u8],
    seed: &[u8],
    input: &[u8],
) -> Result<Vec<u8>, CryptoError> {
    if okp::okp_public(curve, seed)? != x {
        return Err(CryptoError::Refused("key-pair-differs"));
    }
    let signature = match curve {
        Curve::Ed25519 => containers::pkcs8::write_okp(curve, seed)
            .ok()
            .and_then(|der| {
                let key = EncodingKey::from_ed_der(&der);
                jsonwebtoken::crypto::sign(input, &key, Algorithm::EdDSA).ok()
            })
            .and_then(|text| base64url::decode(&text)),
        Curve::Ed448 => ed448::SigningKey::try_from(seed)
            .ok()
            .and_then(|key| key.sign_ctx(&[], input).ok())
            .map(|signature| signature.to_bytes().to_vec()),
        _ => return Err(CryptoError::WrongKeyType),
    };
    signature.ok_or(CryptoError::Refused("key-unusable"))
}

fn check_ed25519(x: &[u8]) -> Result<(), CryptoError> {
    let bytes: &[u8; 32] = x
        .try_into()
        .map_err(|_| CryptoError::Refused("okp-public-key-length"))?;
    let key = ed25519_dalek::VerifyingKey::from_bytes(bytes)
        .map_err(|_| CryptoError::Refused("okp-point-off-curve"))?;
    if !is_below_p25519(bytes) {
        return Err(CryptoError::Refused("okp-point-not-canonical"));
    }
    if key.is_weak() {
        return Err(CryptoError::Refused("okp-small-order"));
    }
    Ok(())
}

/// Whether the y coordinate is below 2^255 − 19. The top bit is the sign of x.
fn is_below_p25519(bytes: &[u8; 32]) -> bool {
    let [low, middle @ .., high] = bytes;
    let all_ones = middle.iter().all(|byte| *byte == 0xff) && high & 0x7f == 0x7f;
    !(all_ones && *low >= 0xed)
}

fn check_ed448(x: &[u8]) -> Result<ed448::VerifyingKey, CryptoError> {
    let bytes: &[u8; 57] = x
        .try_into()
        .map_err(|_| CryptoError::Refused("okp-public-key-length"))?;
    // The crate refuses points outside the prime-order subgroup without saying why.
    let key = ed448::VerifyingKey::from_bytes(bytes).map_err(|_| {
        let point = ed448::CompressedEdwardsY(*bytes).decompress_unchecked();
        match Option::<ed448::AffinePoint>::from(point) {
            Some(point) if is_small(point.to_edwards()) => CryptoError::Refused("okp-small-order"),
            _ => CryptoError::Refused("okp-point-off-curve"),
        }
    })?;
    let point = key.to_edwards();
    if point.to_affine().compress().0 != *bytes {
        return Err(CryptoError::Refused("okp-point-not-canonical"));
    }
    if is_small(point) {
        return Err(CryptoError::Refused("okp-small-order"));
    }
    Ok(key)
}

/// The cofactor is 4: four times a point of small order is the neutral element.
fn is_small(point: ed448::EdwardsPoint) -> bool {
    point.double().double() == ed448::EdwardsPoint::IDENTITY
}
