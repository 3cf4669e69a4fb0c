//! New keys from the caller's randomness.
//! Spec: RFC 7518 §6, RFC 8017 §3.1, FIPS 186-5 Appendix A, RFC 8032 §5.1.5, RFC 9964 §3.

use super::{CryptoError, ec, ml_dsa, okp};
use crate::jose::algorithms::Curve;
use crate::jose::key_spec::{KeySpec, MAX_OCT_BITS, RSA_SIZES};
use crate::keys::{Material, RsaPrivate};
use crate::secret::Secret;
use ::rsa::traits::{PrivateKeyParts, PublicKeyParts};
use ::rsa::{BigUint, RsaPrivateKey};
use rand_core::CryptoRngCore;

/// Makes a key. RSA takes from a second (2048 bits) to many (4096 bits) in a browser.
pub fn generate<R: CryptoRngCore>(spec: KeySpec, rng: &mut R) -> Result<Material, CryptoError> {
    match spec {
        KeySpec::Oct(bits) => oct(bits, rng),
        KeySpec::Rsa(bits) => rsa(bits, rng),
        KeySpec::Curve(curve) => on_curve(curve, rng),
        KeySpec::MlDsa(level) => {
            let alg = ml_dsa::name(level).ok_or(CryptoError::WrongKeyType)?;
            let seed = random(32, rng);
            Ok(Material::Akp {
                alg: alg.to_owned(),
                public: ml_dsa::public_key(alg, seed.expose())?,
                private: Some(seed),
            })
        }
    }
}

fn oct<R: CryptoRngCore>(bits: u32, rng: &mut R) -> Result<Material, CryptoError> {
    if bits == 0 || bits > MAX_OCT_BITS || !bits.is_multiple_of(8) {
        return Err(CryptoError::Refused("oct-size"));
    }
    let length = usize::try_from(bits / 8).unwrap_or_default();
    Ok(Material::Oct(random(length, rng)))
}

fn rsa<R: CryptoRngCore>(bits: u32, rng: &mut R) -> Result<Material, CryptoError> {
    if !RSA_SIZES.contains(&bits) {
        return Err(CryptoError::Refused("rsa-size"));
    }
    let size = usize::try_from(bits).unwrap_or_default();
    let key = RsaPrivateKey::new(rng, size).map_err(|_| CryptoError::Refused("key-unusable"))?;
    let [p, q] = key.primes() else {
        return Err(CryptoError::Refused("key-unusable"));
    };
    let secret = |number: &BigUint| Secret::new(number.to_bytes_be());
    Ok(Material::Rsa {
        n: key.n().to_bytes_be(),
        e: key.e().to_bytes_be(),
        private: Some(RsaPrivate {
            d: secret(key.d()),
            p: secret(p),
            q: secret(q),
        }),
    })
}

fn on_curve<R: CryptoRngCore>(curve: Curve, rng: &mut R) -> Result<Material, CryptoError> {
    match curve {
        Curve::P256 | Curve::P384 | Curve::P521 | Curve::Secp256k1 => {
            let d = ec::random_private(curve, rng)?;
            let (x, y) = ec::ec_public(curve, d.expose())?;
            let d = Some(d);
            Ok(Material::Ec { curve, x, y, d })
        }
        Curve::Ed25519 | Curve::Ed448 | Curve::X25519 | Curve::X448 => {
            let d = random(curve.field_len(), rng);
            let x = okp::okp_public(curve, d.expose())?;
            let d = Some(d);
            Ok(Material::Okp { curve, x, d })
        }
    }
}

fn random<R: CryptoRngCore>(length: usize, rng: &mut R) -> Secret<Vec<u8>> {
    let mut bytes = vec![0; length];
    rng.fill_bytes(&mut bytes);
    Secret::new(bytes)
}
