//! ML-DSA-44, -65 and -87 with an empty context; a private key is its 32-byte seed.
//! Spec: RFC 9964 §3 and §4, FIPS 204 §5.

use super::{CryptoError, expect_len};
use ::ml_dsa::signature::rand_core::{TryCryptoRng, TryRng};
use ::ml_dsa::{
    EncodedSignature, EncodedVerifyingKey, MlDsa44, MlDsa65, MlDsa87, MlDsaParams, Seed, Signature,
    SigningKey, VerifyingKey,
};
use core::convert::Infallible;
use rand_core::CryptoRngCore;

/// Whether `alg` is the name of parameter set `level`.
pub(super) fn is(level: u8, alg: &str) -> bool {
    name(level) == Some(alg)
}

/// FIPS 204 table 2.
pub(super) const fn signature_len(level: u8) -> Option<usize> {
    match level {
        44 => Some(2420),
        65 => Some(3309),
        87 => Some(4627),
        _ => None,
    }
}

/// The public key of a seed. `alg` is one of the three names.
pub fn public_key(alg: &str, seed: &[u8]) -> Result<Vec<u8>, CryptoError> {
    match alg {
        "ML-DSA-44" => public_of::<MlDsa44>(seed),
        "ML-DSA-65" => public_of::<MlDsa65>(seed),
        "ML-DSA-87" => public_of::<MlDsa87>(seed),
        _ => Err(CryptoError::WrongKeyType),
    }
}

pub(super) fn verify(
    level: u8,
    public: &[u8],
    input: &[u8],
    signature: &[u8],
) -> Result<(), CryptoError> {
    match level {
        44 => verify_with::<MlDsa44>(level, public, input, signature),
        65 => verify_with::<MlDsa65>(level, public, input, signature),
        87 => verify_with::<MlDsa87>(level, public, input, signature),
        _ => Err(CryptoError::WrongKeyType),
    }
}

pub(super) fn sign<R: CryptoRngCore>(
    level: u8,
    public: &[u8],
    seed: &[u8],
    input: &[u8],
    rng: &mut R,
) -> Result<Vec<u8>, CryptoError> {
    match level {
        44 => sign_with::<MlDsa44, R>(public, seed, input, rng),
        65 => sign_with::<MlDsa65, R>(public, seed, input, rng),
        87 => sign_with::<MlDsa87, R>(public, seed, input, rng),
        _ => Err(CryptoError::WrongKeyType),
    }
}

/// The name of parameter set `level`.
pub(super) const fn name(level: u8) -> Option<&'static str> {
    match level {
        44 => Some("ML-DSA-44"),
        65 => Some("ML-DSA-65"),
        87 => Some("ML-DSA-87"),
        _ => None,
    }
}

fn signing_key<P: MlDsaParams>(seed: &[u8]) -> Result<SigningKey<P>, CryptoError> {
    let seed = Seed::try_from(seed).map_err(|_| CryptoError::Refused("ml-dsa-seed-length"))?;
    Ok(SigningKey::from_seed(&seed))
}

fn public_of<P: MlDsaParams>(seed: &[u8]) -> Result<Vec<u8>, CryptoError> {
    let key = signing_key::<P>(seed)?;
    Ok(key.expanded_key().verifying_key().encode().to_vec())
}

fn verify_with<P: MlDsaParams>(
    level: u8,
    public: &[u8],
    input: &[u8],
    signature: &[u8],
) -> Result<(), CryptoError> {
    expect_len(signature_len(level).unwrap_or_default(), signature)?;
    let public = EncodedVerifyingKey::<P>::try_from(public)
        .map_err(|_| CryptoError::Refused("ml-dsa-public-key-length"))?;
    let encoded = EncodedSignature::<P>::try_from(signature).map_err(|_| CryptoError::Mismatch)?;
    let signature = Signature::<P>::decode(&encoded).ok_or(CryptoError::Mismatch)?;
    if VerifyingKey::<P>::decode(&public).verify_with_context(input, &[], &signature) {
        Ok(())
    } else {
        Err(CryptoError::Mismatch)
    }
}

/// The hedged variant, which FIPS 204 §3.4 makes the default.
fn sign_with<P: MlDsaParams, R: CryptoRngCore>(
    public: &[u8],
    seed: &[u8],
    input: &[u8],
    rng: &mut R,
) -> Result<Vec<u8>, CryptoError> {
    let key = signing_key::<P>(seed)?;
    if key.expanded_key().verifying_key().encode().as_slice() != public {
        return Err(CryptoError::Refused("key-pair-differs"));
    }
    key.expanded_key()
        .sign_randomized(input, &[], &mut NewerRng(rng))
        .map(|signature| signature.encode().to_vec())
        .map_err(|_| CryptoError::Refused("key-unusable"))
}

/// A generator of one generation of `rand_core`, spoken to in the words of the next.
struct NewerRng<'a, R>(&'a mut R);

impl<R: CryptoRngCore> TryRng for NewerRng<'_, R> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(self.0.next_u32())
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.0.next_u64())
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.0.fill_bytes(bytes);
        Ok(())
    }
}

impl<R: CryptoRngCore> TryCryptoRng for NewerRng<'_, R> {}
