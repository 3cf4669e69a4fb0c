//! Key encryption with RSA: OAEP both ways, PKCS1-v1_5 for reading only.
//! Spec: RFC 7518 §4.2 and §4.3, RFC 8017 §7.

use super::{JweError, expect_len};
use crate::crypto::rsa;
use crate::jose::algorithms::Hash;
use crate::jose::encryption_algorithms::OaepHash;
use crate::keys::RsaPrivate;
use ::rsa::{BigUint, Oaep, Pkcs1v15Encrypt, RsaPublicKey};
use rand_core::CryptoRngCore;
use sha1::Sha1;
use sha2::{Sha256, Sha384, Sha512};

/// The two encodings of RFC 8017 §7.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Padding {
    Pkcs1,
    Oaep(OaepHash),
}

pub(super) fn decrypt(
    padding: Padding,
    n: &[u8],
    e: &[u8],
    private: &RsaPrivate,
    encrypted: &[u8],
) -> Result<Vec<u8>, JweError> {
    let (n, e) = rsa::check_public(n, e)?;
    expect_len("encrypted-key", n.len(), encrypted)?;
    let key = rsa::private_key(n, e, private)?;
    let opened = match padding {
        Padding::Pkcs1 => key.decrypt(Pkcs1v15Encrypt, encrypted),
        Padding::Oaep(hash) => key.decrypt(oaep(hash), encrypted),
    };
    opened.map_err(|_| JweError::KeyNotOpened)
}

pub(super) fn encrypt<R: CryptoRngCore>(
    hash: OaepHash,
    n: &[u8],
    e: &[u8],
    content_key: &[u8],
    rng: &mut R,
) -> Result<Vec<u8>, JweError> {
    let (n, e) = rsa::check_public(n, e)?;
    let key = RsaPublicKey::new_unchecked(BigUint::from_bytes_be(n), BigUint::from_bytes_be(e));
    key.encrypt(rng, oaep(hash), content_key)
        .map_err(|_| crate::crypto::CryptoError::Refused("rsa-modulus-too-short-for-hash").into())
}

fn oaep(hash: OaepHash) -> Oaep {
    match hash {
        OaepHash::Sha1 => Oaep::new::<Sha1>(),
        OaepHash::Sha2(Hash::Sha256) => Oaep::new::<Sha256>(),
        OaepHash::Sha2(Hash::Sha384) => Oaep::new::<Sha384>(),
        OaepHash::Sha2(Hash::Sha512) => Oaep::new::<Sha512>(),
        OaepHash::Sha1Mask(Hash::Sha256) => Oaep::new_with_mgf_hash::<Sha256, Sha1>(),
        OaepHash::Sha1Mask(Hash::Sha384) => Oaep::new_with_mgf_hash::<Sha384, Sha1>(),
        OaepHash::Sha1Mask(Hash::Sha512) => Oaep::new_with_mgf_hash::<Sha512, Sha1>(),
    }
}
