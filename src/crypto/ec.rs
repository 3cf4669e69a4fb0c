//! Points and private values of the four EC curves, the same for signatures, key agreement and
//! containers. Every point that leaves here lies on its curve and is not the point at infinity.
//! Spec: SEC 1 §2.3 and §3.2, RFC 7518 §6.2.

use super::CryptoError;
use crate::jose::algorithms::Curve;
use crate::secret::Secret;
use p256::elliptic_curve::sec1::{FromEncodedPoint, ModulusSize, ToEncodedPoint};
use p256::elliptic_curve::{AffinePoint, CurveArithmetic, FieldBytesSize, PublicKey, SecretKey};
use rand_core::CryptoRngCore;

/// X and y coordinate, each at the field's length.
pub type Coordinates = (Vec<u8>, Vec<u8>);

/// Whether (x, y) is a public key on `curve`: both at the field's length, below the field's
/// order, on the curve.
pub fn check_point(curve: Curve, x: &[u8], y: &[u8]) -> Result<(), CryptoError> {
    uncompressed(curve, x, y).and_then(|point| decompress(curve, &point).map(|_| ()))
}

/// The public key of private value `d`, which is at the field's length and in 1..n.
pub fn ec_public(curve: Curve, d: &[u8]) -> Result<Coordinates, CryptoError> {
    if d.len() != curve.field_len() {
        return Err(CryptoError::Refused("ec-private-value-length"));
    }
    let public = match curve {
        Curve::P256 => public_of::<p256::NistP256>(d),
        Curve::P384 => public_of::<p384::NistP384>(d),
        Curve::P521 => public_of::<p521::NistP521>(d),
        Curve::Secp256k1 => public_of::<k256::Secp256k1>(d),
        Curve::Ed25519 | Curve::Ed448 | Curve::X25519 | Curve::X448 => {
            return Err(CryptoError::WrongKeyType);
        }
    };
    public.ok_or(CryptoError::Refused("ec-private-value-range"))
}

/// The coordinates of a point as SEC 1 §2.3.3 writes it, compressed or not.
pub fn decompress(curve: Curve, point: &[u8]) -> Result<Coordinates, CryptoError> {
    let coordinates = match curve {
        Curve::P256 => coordinates::<p256::NistP256>(point),
        Curve::P384 => coordinates::<p384::NistP384>(point),
        Curve::P521 => coordinates::<p521::NistP521>(point),
        Curve::Secp256k1 => coordinates::<k256::Secp256k1>(point),
        Curve::Ed25519 | Curve::Ed448 | Curve::X25519 | Curve::X448 => {
            return Err(CryptoError::WrongKeyType);
        }
    };
    coordinates.ok_or(CryptoError::Refused("ec-point-off-curve"))
}

/// A private value in 1..n, at the field's length.
pub(super) fn random_private<R: CryptoRngCore>(
    curve: Curve,
    rng: &mut R,
) -> Result<Secret<Vec<u8>>, CryptoError> {
    let bytes = match curve {
        Curve::P256 => SecretKey::<p256::NistP256>::random(rng).to_bytes().to_vec(),
        Curve::P384 => SecretKey::<p384::NistP384>::random(rng).to_bytes().to_vec(),
        Curve::P521 => SecretKey::<p521::NistP521>::random(rng).to_bytes().to_vec(),
        Curve::Secp256k1 => SecretKey::<k256::Secp256k1>::random(rng)
            .to_bytes()
            .to_vec(),
        Curve::Ed25519 | Curve::Ed448 | Curve::X25519 | Curve::X448 => {
            return Err(CryptoError::WrongKeyType);
        }
    };
    Ok(Secret::new(bytes))
}

/// `04 ‖ x ‖ y`.
pub(super) fn uncompressed(curve: Curve, x: &[u8], y: &[u8]) -> Result<Vec<u8>, CryptoError> {
    if x.len() != curve.field_len() || y.len() != curve.field_len() {
        return Err(CryptoError::Refused("ec-coordinate-length"));
    }
    let mut point = Vec::with_capacity(x.len().saturating_mul(2).saturating_add(1));
    point.push(4);
    point.extend_from_slice(x);
    point.extend_from_slice(y);
    Ok(point)
}

/// Refuses a private value that belongs to another public key than (x, y).
pub(super) fn check_halves(curve: Curve, x: &[u8], y: &[u8], d: &[u8]) -> Result<(), CryptoError> {
    let (right_x, right_y) = ec_public(curve, d)?;
    if right_x == x && right_y == y {
        Ok(())
    } else {
        Err(CryptoError::Refused("key-pair-differs"))
    }
}

fn public_of<C>(d: &[u8]) -> Option<Coordinates>
where
    C: CurveArithmetic,
    AffinePoint<C>: FromEncodedPoint<C> + ToEncodedPoint<C>,
    FieldBytesSize<C>: ModulusSize,
{
    let secret = SecretKey::<C>::from_slice(d).ok()?;
    split(&secret.public_key())
}

fn coordinates<C>(point: &[u8]) -> Option<Coordinates>
where
    C: CurveArithmetic,
    AffinePoint<C>: FromEncodedPoint<C> + ToEncodedPoint<C>,
    FieldBytesSize<C>: ModulusSize,
{
    split(&PublicKey::<C>::from_sec1_bytes(point).ok()?)
}

fn split<C>(key: &PublicKey<C>) -> Option<Coordinates>
where
    C: CurveArithmetic,
    AffinePoint<C>: FromEncodedPoint<C> + ToEncodedPoint<C>,
    FieldBytesSize<C>: ModulusSize,
{
    let point = key.to_encoded_point(false);
    Some((point.x()?.to_vec(), point.y()?.to_vec()))
}
