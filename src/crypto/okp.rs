//! Public keys of octet key pairs from their private half.
//! Spec: RFC 8032 §5.1.5 and §5.2.5, RFC 7748 §6, RFC 8037 §2.

use super::CryptoError;
use crate::jose::algorithms::Curve;

/// The public key of a private key, which is a seed (Ed25519, Ed448) or a scalar (X25519, X448).
pub fn okp_public(curve: Curve, d: &[u8]) -> Result<Vec<u8>, CryptoError> {
    const LENGTH: CryptoError = CryptoError::Refused("okp-private-key-length");
    match curve {
        Curve::Ed25519 => {
            let seed: &[u8; 32] = d.try_into().map_err(|_| LENGTH)?;
            let key = ed25519_dalek::SigningKey::from_bytes(seed);
            Ok(key.verifying_key().to_bytes().to_vec())
        }
        Curve::Ed448 => {
            let key = ed448_goldilocks::SigningKey::try_from(d).map_err(|_| LENGTH)?;
            Ok(key.verifying_key().to_bytes().to_vec())
        }
        Curve::X25519 => {
            let scalar: [u8; 32] = d.try_into().map_err(|_| LENGTH)?;
            let secret = x25519_dalek::StaticSecret::from(scalar);
            Ok(x25519_dalek::PublicKey::from(&secret).to_bytes().to_vec())
        }
        Curve::X448 => {
            let scalar: [u8; 56] = d.try_into().map_err(|_| LENGTH)?;
            Ok(x448::x448_unchecked(scalar, x448::X448_BASEPOINT_BYTES).to_vec())
        }
        Curve::P256 | Curve::P384 | Curve::P521 | Curve::Secp256k1 => {
            Err(CryptoError::WrongKeyType)
        }
    }
}
