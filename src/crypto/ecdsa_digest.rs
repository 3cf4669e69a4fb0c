//! What an ECDSA signature says of the digest it was made over: the point z·G. With it many
//! digests are compared with one signature at the price of a part of a verification each. For
//! diagnosis; a verdict never rests on it. Spec: FIPS 186-5 §6.4, SEC 1 §4.1.4.

use super::ec::uncompressed;
use crate::jose::algorithms::Curve;
use p256::elliptic_curve::group::Group;
use p256::elliptic_curve::ops::Reduce;
use p256::elliptic_curve::sec1::{FromEncodedPoint, ModulusSize, ToEncodedPoint};
use p256::elliptic_curve::{
    AffinePoint, CurveArithmetic, FieldBytes, FieldBytesSize, ProjectivePoint, PublicKey, Scalar,
};

/// The multiple of the generator that a digest makes, as an encoded point; `None` where the
/// digest is zero.
pub type Multiply = Box<dyn Fn(&[u8]) -> Option<Vec<u8>>>;

/// Makes multiples of the generator of `curve`, where ECDSA is defined on it.
pub fn multiply(curve: Curve) -> Option<Multiply> {
    match curve {
        Curve::P256 => Some(comb::<p256::NistP256>()),
        Curve::P384 => Some(comb::<p384::NistP384>()),
        Curve::P521 => Some(comb::<p521::NistP521>()),
        Curve::Secp256k1 => Some(comb::<k256::Secp256k1>()),
        Curve::Ed25519 | Curve::Ed448 | Curve::X25519 | Curve::X448 => None,
    }
}

/// The points of which one is z·G when the signature, R‖S, holds under the key (x, y). R + n
/// below the field's order, which no signature has by chance, is left out.
pub fn digest_points(curve: Curve, (x, y): (&[u8], &[u8]), signature: &[u8]) -> Vec<Vec<u8>> {
    let Ok(key) = uncompressed(curve, x, y) else {
        return Vec::new();
    };
    let half = curve.field_len();
    let halves = signature.split_at_checked(half);
    let Some((r, s)) = halves.filter(|(_, s)| s.len() == half) else {
        return Vec::new();
    };
    let points = match curve {
        Curve::P256 => points::<p256::NistP256>(&key, r, s),
        Curve::P384 => points::<p384::NistP384>(&key, r, s),
        Curve::P521 => points::<p521::NistP521>(&key, r, s),
        Curve::Secp256k1 => points::<k256::Secp256k1>(&key, r, s),
        Curve::Ed25519 | Curve::Ed448 | Curve::X25519 | Curve::X448 => None,
    };
    points.unwrap_or_default()
}

/// From s = (z + r·d)/k: z·G = s·(k·G) − r·(d·G), and of k·G all but the sign is known.
fn points<C>(key: &[u8], r: &[u8], s: &[u8]) -> Option<Vec<Vec<u8>>>
where
    C: CurveArithmetic,
    AffinePoint<C>: FromEncodedPoint<C> + ToEncodedPoint<C>,
    FieldBytesSize<C>: ModulusSize,
{
    let key = PublicKey::<C>::from_sec1_bytes(key).ok()?.to_projective();
    let nonce = PublicKey::<C>::from_sec1_bytes(&[&[2], r].concat()).ok()?;
    let by_key = key * scalar::<C>(r)?;
    let by_nonce = nonce.to_projective() * scalar::<C>(s)?;
    let points = [by_nonce - by_key, -by_nonce - by_key];
    Some(points.into_iter().filter_map(encoded::<C>).collect())
}

/// A number of at most the field's length; of a longer one its first bytes count.
fn scalar<C: CurveArithmetic>(number: &[u8]) -> Option<Scalar<C>> {
    let mut bytes = FieldBytes::<C>::default();
    let number = number.get(..bytes.len()).unwrap_or(number);
    let start = bytes.len().checked_sub(number.len())?;
    bytes.get_mut(start..)?.copy_from_slice(number);
    Some(<Scalar<C> as Reduce<C::Uint>>::reduce_bytes(&bytes))
}

fn encoded<C>(point: ProjectivePoint<C>) -> Option<Vec<u8>>
where
    C: CurveArithmetic,
    AffinePoint<C>: FromEncodedPoint<C> + ToEncodedPoint<C>,
    FieldBytesSize<C>: ModulusSize,
{
    let point: AffinePoint<C> = point.into();
    let point = point.to_encoded_point(true);
    (!point.is_identity()).then(|| point.as_bytes().to_vec())
}

/// Values of four bits but zero.
const VALUES: usize = 15;

/// Every multiple of every power of sixteen of the generator is made once, and then only added.
fn comb<C>() -> Multiply
where
    C: CurveArithmetic,
    AffinePoint<C>: FromEncodedPoint<C> + ToEncodedPoint<C>,
    FieldBytesSize<C>: ModulusSize,
{
    let length = FieldBytes::<C>::default().len();
    let mut power = ProjectivePoint::<C>::generator();
    let mut table: Vec<Vec<ProjectivePoint<C>>> = Vec::with_capacity(length.saturating_mul(2));
    for _ in 0..length.saturating_mul(2) {
        let mut row = Vec::with_capacity(VALUES);
        let mut multiple = power;
        for _ in 0..VALUES {
            row.push(multiple);
            multiple += power;
        }
        table.push(row);
        power = multiple;
    }
    Box::new(move |digest| {
        let bytes: FieldBytes<C> = scalar::<C>(digest)?.into();
        let digits = bytes
            .iter()
            .rev()
            .flat_map(|byte| [byte & 15, byte.checked_shr(4).unwrap_or_default()]);
        let mut sum = ProjectivePoint::<C>::identity();
        for (row, digit) in table.iter().zip(digits) {
            if let Some(point) = usize::from(digit).checked_sub(1).and_then(|at| row.get(at)) {
                sum += point;
            }
        }
        encoded::<C>(sum)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::{forensics, generate, sign};
    use crate::jose::algorithms::{Hash, Scheme};
    use crate::jose::key_spec::KeySpec;
    use crate::keys::Material;
    use rand_chacha::ChaCha20Rng;
    use rand_core::SeedableRng;

    /// The digest that was signed is among the points; another one, another key's and those of the
    /// halves exchanged are not.
    #[test]
    fn the_digest_and_no_other() {
        let mut rng = ChaCha20Rng::from_seed([8; 32]);
        for (curve, hash) in [
            (Curve::P256, Hash::Sha256),
            (Curve::P384, Hash::Sha384),
            (Curve::P521, Hash::Sha512),
            (Curve::Secp256k1, Hash::Sha256),
        ] {
            let multiply = multiply(curve).unwrap();
            for round in 0..8_u8 {
                let key = generate(KeySpec::Curve(curve), &mut rng).unwrap();
                let other = generate(KeySpec::Curve(curve), &mut rng).unwrap();
                let signature = sign(Scheme::Ecdsa(curve, hash), &key, &[round], &mut rng).unwrap();
                let points = |key: &Material, signature: &[u8]| {
                    let Material::Ec { x, y, .. } = key else {
                        panic!("an EC key");
                    };
                    digest_points(curve, (x, y), signature)
                };
                let digest = multiply(&forensics::digest(hash, &[round])).unwrap();
                assert!(points(&key, &signature).contains(&digest), "{curve:?}");
                assert!(!points(&other, &signature).contains(&digest));
                let another = multiply(&forensics::digest(hash, &[round, 0])).unwrap();
                assert!(!points(&key, &signature).contains(&another));
                let (r, s) = signature.split_at(curve.field_len());
                assert!(!points(&key, &[s, r].concat()).contains(&digest));
                assert!(points(&key, r).is_empty());
            }
        }
        assert!(multiply(Curve::Ed25519).is_none());
    }

    /// A digest longer than the field is cut, a shorter one is the same number.
    #[test]
    fn digests_of_other_lengths() {
        let multiply = multiply(Curve::P256).unwrap();
        let digest = forensics::digest(Hash::Sha512, b"a");
        assert_eq!(multiply(&digest), multiply(&digest[..32]));
        assert_eq!(multiply(&[7]), multiply(&[&[0; 31][..], &[7]].concat()));
        assert_eq!(multiply(&[]), None);
        assert_eq!(multiply(&[0; 32]), None);
    }
}
