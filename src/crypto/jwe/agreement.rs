//! ECDH-ES: agreement on P-256, P-384, P-521, X25519 and X448, and the Concat KDF.
//! Spec: RFC 7518 §4.6, RFC 8037 §3.2, NIST SP 800-56A §5.8.1.

use super::{JweError, Parameters, random};
use crate::crypto::{CryptoError, ec, half, okp};
use crate::jose::algorithms::Curve;
use crate::keys::Material;
use crate::secret::Secret;
use p256::elliptic_curve::ecdh::diffie_hellman;
use p256::elliptic_curve::sec1::{FromEncodedPoint, ModulusSize, ToEncodedPoint};
use p256::elliptic_curve::{AffinePoint, CurveArithmetic, FieldBytesSize, PublicKey, SecretKey};
use rand_core::CryptoRngCore;
use sha2::{Digest, Sha256};

/// The shared secret Z of our private and their public key, which lie on one curve. A public key
/// that is none is a fault of the token, not of the key that was given.
pub(super) fn agree(ours: &Material, theirs: &Material) -> Result<Secret<Vec<u8>>, JweError> {
    const NO_POINT: [&str; 4] = [
        "ec-coordinate-length",
        "ec-point-off-curve",
        "okp-public-key-length",
        "okp-small-order",
    ];
    let shared = match (ours, theirs) {
        (Material::Ec { curve, d, .. }, Material::Ec { curve: c, x, y, .. }) if curve == c => {
            ec_agree(*curve, half(d)?, x, y)
        }
        (Material::Okp { curve, d, .. }, Material::Okp { curve: c, x, .. }) if curve == c => {
            okp_agree(*curve, half(d)?, x)
        }
        _ => Err(JweError::ParameterWrong("epk")),
    };
    shared.map_err(|error| match error {
        JweError::Key(CryptoError::Refused(code)) if NO_POINT.contains(&code) => {
            JweError::ParameterWrong("epk")
        }
        other => other,
    })
}

/// A new key on the recipient's curve: its public half, for `epk`, and the shared secret.
pub(super) fn agree_anew<R: CryptoRngCore>(
    recipient: &Material,
    rng: &mut R,
) -> Result<(Material, Secret<Vec<u8>>), JweError> {
    match recipient {
        Material::Ec { curve, x, y, .. } => {
            let ephemeral = ec::random_private(*curve, rng)?;
            let shared = ec_agree(*curve, ephemeral.expose(), x, y)?;
            let (x, y) = ec::ec_public(*curve, ephemeral.expose())?;
            let (curve, d) = (*curve, None);
            Ok((Material::Ec { curve, x, y, d }, shared))
        }
        Material::Okp { curve, x, .. } => {
            let ephemeral = Secret::new(random(curve.field_len(), rng));
            let shared = okp_agree(*curve, ephemeral.expose(), x)?;
            let x = okp::okp_public(*curve, ephemeral.expose())?;
            let (curve, d) = (*curve, None);
            Ok((Material::Okp { curve, x, d }, shared))
        }
        _ => Err(CryptoError::WrongKeyType.into()),
    }
}

/// Concat KDF with SHA-256: `length` bytes from Z, the `alg` or `enc` that the key is for, and
/// both parties' information.
pub(super) fn derive(
    shared: &Secret<Vec<u8>>,
    algorithm: &str,
    parameters: &Parameters,
    length: usize,
) -> Vec<u8> {
    let mut info = Vec::new();
    for field in [algorithm.as_bytes(), &parameters.apu, &parameters.apv] {
        info.extend_from_slice(&be32(field.len()));
        info.extend_from_slice(field);
    }
    info.extend_from_slice(&be32(length.saturating_mul(8)));
    let mut out = Vec::with_capacity(length);
    let mut round = 1_u32;
    while out.len() < length {
        let mut hash = Sha256::new();
        hash.update(round.to_be_bytes());
        hash.update(shared.expose());
        hash.update(&info);
        out.extend_from_slice(&hash.finalize());
        round = round.saturating_add(1);
    }
    out.truncate(length);
    out
}

fn be32(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes()
}

fn ec_agree(curve: Curve, d: &[u8], x: &[u8], y: &[u8]) -> Result<Secret<Vec<u8>>, JweError> {
    ec::check_point(curve, x, y)?;
    let point = ec::uncompressed(curve, x, y)?;
    let shared = match curve {
        Curve::P256 => shared_x::<p256::NistP256>(d, &point),
        Curve::P384 => shared_x::<p384::NistP384>(d, &point),
        Curve::P521 => shared_x::<p521::NistP521>(d, &point),
        _ => return Err(CryptoError::WrongKeyType.into()),
    };
    shared
        .map(Secret::new)
        .ok_or(CryptoError::Refused("ec-private-value-range").into())
}

fn shared_x<C>(d: &[u8], point: &[u8]) -> Option<Vec<u8>>
where
    C: CurveArithmetic,
    AffinePoint<C>: FromEncodedPoint<C> + ToEncodedPoint<C>,
    FieldBytesSize<C>: ModulusSize,
{
    let secret = SecretKey::<C>::from_slice(d).ok()?;
    let public = PublicKey::<C>::from_sec1_bytes(point).ok()?;
    let shared = diffie_hellman(secret.to_nonzero_scalar(), public.as_affine());
    Some(shared.raw_secret_bytes().to_vec())
}

/// A public key of small order makes the secret zero, whoever agrees: refused, as RFC 8037 §3.2
/// and RFC 7748 §6 let a recipient do.
fn okp_agree(curve: Curve, d: &[u8], x: &[u8]) -> Result<Secret<Vec<u8>>, JweError> {
    const PRIVATE: CryptoError = CryptoError::Refused("okp-private-key-length");
    const PUBLIC: CryptoError = CryptoError::Refused("okp-public-key-length");
    let shared = match curve {
        Curve::X25519 => {
            let secret: [u8; 32] = d.try_into().map_err(|_| PRIVATE)?;
            let public: [u8; 32] = x.try_into().map_err(|_| PUBLIC)?;
            let shared = x25519_dalek::StaticSecret::from(secret).diffie_hellman(&public.into());
            shared
                .was_contributory()
                .then(|| shared.as_bytes().to_vec())
        }
        Curve::X448 => {
            let secret: [u8; 56] = d.try_into().map_err(|_| PRIVATE)?;
            let public: [u8; 56] = x.try_into().map_err(|_| PUBLIC)?;
            x448::x448(secret, public).map(|shared| shared.to_vec())
        }
        _ => return Err(CryptoError::WrongKeyType.into()),
    };
    shared
        .filter(|shared| shared.iter().any(|byte| *byte != 0))
        .map(Secret::new)
        .ok_or(CryptoError::Refused("okp-small-order").into())
}
