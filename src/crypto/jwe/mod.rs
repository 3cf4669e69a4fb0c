//! JWE: from an Encrypted Key to the Content Encryption Key and from ciphertext to plaintext, and
//! back. One file per way; [`open_key`] and [`seal_key`] are the one place that goes from a
//! [`KeyManagement`] to its file.
//!
//! A failed RSA1_5 or OAEP decryption is told as such. RFC 7516 §11.5 hides it from whoever sent
//! the token, because a server that answers differently becomes an oracle; here the one who asks
//! holds the private key.
//! Spec: RFC 7516 §5, RFC 7518 §4 and §5, RFC 8037 §3.2.

mod aes_wrap;
mod agreement;
mod content;
mod deflate;
mod fault;
mod password;
mod rsa_wrap;

pub use content::{content_tag, decrypt_content, encrypt_content};
pub use deflate::{deflate, inflate};
pub use fault::JweError;

use super::CryptoError;
use crate::jose::algorithms::Curve;
use crate::jose::encryption_algorithms::{
    ContentEncryption, ContentEncryptionAlgorithm, KeyManagement, KeyManagementAlgorithm,
};
use crate::keys::Material;
use crate::secret::Secret;
use rand_core::CryptoRngCore;

/// Rounds of PBES2 that are done without asking (product rule 8).
pub const PBES2_ASK: u64 = 10_000;
/// Rounds of PBES2 that are never exceeded.
pub const PBES2_LIMIT: u64 = 1_000_000;
/// Inflated bytes that are made without asking.
pub const INFLATE_ASK: usize = 250_000;
/// Inflated bytes that are never exceeded.
pub const INFLATE_LIMIT: usize = 50_000_000;

/// A Content Encryption Key.
pub type ContentKey = Secret<Vec<u8>>;

/// The Header Parameters that key management reads, decoded.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Parameters {
    /// `epk`: the sender's ephemeral public key (RFC 7518 §4.6.1.1).
    pub epk: Option<Material>,
    /// `apu`
    pub apu: Vec<u8>,
    /// `apv`
    pub apv: Vec<u8>,
    /// `iv` of AES GCM key encryption.
    pub iv: Option<Vec<u8>>,
    /// `tag` of AES GCM key encryption.
    pub tag: Option<Vec<u8>>,
    /// `p2s`: the salt input.
    pub p2s: Option<Vec<u8>>,
    /// `p2c`: the iteration count.
    pub p2c: Option<u64>,
}

/// An Encrypted Key that was made, and what the header has to say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The Content Encryption Key.
    pub key: ContentKey,
    /// The JWE Encrypted Key; empty for `dir` and ECDH-ES.
    pub encrypted_key: Vec<u8>,
    /// What the header needs besides `alg` and `enc`.
    pub parameters: Parameters,
}

/// Whether a key is of the kind that a key management algorithm needs.
pub fn fits(management: KeyManagement, key: &Material) -> bool {
    match (management, key) {
        (
            KeyManagement::Direct
            | KeyManagement::AesKw(_)
            | KeyManagement::AesGcmKw(_)
            | KeyManagement::Pbes2(..),
            Material::Oct(_),
        ) => true,
        (KeyManagement::Rsa15 | KeyManagement::RsaOaep(_), Material::Rsa { .. }) => true,
        // RFC 8812 §3.1: secp256k1 is for ES256K only.
        (KeyManagement::EcdhEs(_), Material::Ec { curve, .. }) => *curve != Curve::Secp256k1,
        (KeyManagement::EcdhEs(_), Material::Okp { curve, .. }) => {
            matches!(curve, Curve::X25519 | Curve::X448)
        }
        _ => false,
    }
}

/// The Content Encryption Key of an Encrypted Key (RFC 7516 §5.2 steps 6 to 10). PBES2 does at
/// most `rounds` rounds.
pub fn open_key(
    alg: &KeyManagementAlgorithm,
    enc: &ContentEncryptionAlgorithm,
    key: &Material,
    parameters: &Parameters,
    encrypted_key: &[u8],
    rounds: u64,
) -> Result<ContentKey, JweError> {
    let length = enc.encryption.key_len();
    let opened = match (alg.management, key) {
        (KeyManagement::Direct, Material::Oct(shared)) => {
            expect_none(encrypted_key)?;
            shared.expose().clone()
        }
        (KeyManagement::AesKw(size), Material::Oct(shared)) => {
            aes_wrap::unwrap(size, shared.expose(), encrypted_key)?
        }
        (KeyManagement::AesGcmKw(size), Material::Oct(shared)) => {
            aes_wrap::gcm_unwrap(size, shared.expose(), parameters, encrypted_key)?
        }
        (KeyManagement::Pbes2(hash, size), Material::Oct(secret)) => {
            let wrapping =
                password::derive(alg.name, hash, size, secret.expose(), parameters, rounds)?;
            aes_wrap::unwrap(size, wrapping.expose(), encrypted_key)?
        }
        (KeyManagement::Rsa15, Material::Rsa { n, e, private }) => {
            let private = private.as_ref().ok_or(CryptoError::NoPrivateHalf)?;
            rsa_wrap::decrypt(rsa_wrap::Padding::Pkcs1, n, e, private, encrypted_key)?
        }
        (KeyManagement::RsaOaep(hash), Material::Rsa { n, e, private }) => {
            let private = private.as_ref().ok_or(CryptoError::NoPrivateHalf)?;
            rsa_wrap::decrypt(rsa_wrap::Padding::Oaep(hash), n, e, private, encrypted_key)?
        }
        (KeyManagement::EcdhEs(wrap), Material::Ec { .. } | Material::Okp { .. })
            if fits(alg.management, key) =>
        {
            let ephemeral = parameters
                .epk
                .as_ref()
                .ok_or(JweError::ParameterMissing("epk"))?;
            let shared = agreement::agree(key, ephemeral)?;
            match wrap {
                None => {
                    expect_none(encrypted_key)?;
                    agreement::derive(&shared, enc.name, parameters, length)
                }
                Some(size) => {
                    let wrapping = agreement::derive(&shared, alg.name, parameters, size.bytes());
                    let wrapping = Secret::new(wrapping);
                    aes_wrap::unwrap(size, wrapping.expose(), encrypted_key)?
                }
            }
        }
        _ => return Err(CryptoError::WrongKeyType.into()),
    };
    if opened.len() == length {
        Ok(Secret::new(opened))
    } else {
        Err(JweError::WrongLength {
            what: "cek",
            expected: length,
            found: opened.len(),
        })
    }
}

/// Makes a Content Encryption Key, or takes the one that the algorithm fixes, and encrypts it to
/// `key` (RFC 7516 §5.1 steps 1 to 8). `parameters` may bring `apu`, `apv` and `p2c`; what is
/// made (`epk`, `iv`, `tag`, `p2s`) is added.
pub fn seal_key<R: CryptoRngCore>(
    alg: &KeyManagementAlgorithm,
    enc: &ContentEncryptionAlgorithm,
    key: &Material,
    parameters: Parameters,
    rng: &mut R,
) -> Result<Sealed, JweError> {
    let fresh = Secret::new(random(enc.encryption.key_len(), rng));
    seal_this_key(alg, enc, key, parameters, fresh, rng)
}

/// The same for one more recipient of a Content Encryption Key that is there already; an algorithm
/// that fixes the key gives another one.
pub fn seal_this_key<R: CryptoRngCore>(
    alg: &KeyManagementAlgorithm,
    enc: &ContentEncryptionAlgorithm,
    key: &Material,
    mut parameters: Parameters,
    fresh: ContentKey,
    rng: &mut R,
) -> Result<Sealed, JweError> {
    let length = enc.encryption.key_len();
    let (key, encrypted_key) = match (alg.management, key) {
        (KeyManagement::Direct, Material::Oct(shared)) => {
            if shared.expose().len() != length {
                return Err(JweError::WrongLength {
                    what: "cek",
                    expected: length,
                    found: shared.expose().len(),
                });
            }
            (shared.clone(), Vec::new())
        }
        (KeyManagement::AesKw(size), Material::Oct(shared)) => {
            let wrapped = aes_wrap::wrap(size, shared.expose(), fresh.expose())?;
            (fresh, wrapped)
        }
        (KeyManagement::AesGcmKw(size), Material::Oct(shared)) => {
            let iv = random(12, rng);
            let (wrapped, tag) = aes_wrap::gcm_wrap(size, shared.expose(), &iv, fresh.expose())?;
            parameters.iv = Some(iv);
            parameters.tag = Some(tag);
            (fresh, wrapped)
        }
        (KeyManagement::Pbes2(hash, size), Material::Oct(secret)) => {
            parameters.p2s = Some(random(16, rng));
            parameters.p2c = parameters.p2c.or(Some(PBES2_ASK));
            let wrapping = password::derive(
                alg.name,
                hash,
                size,
                secret.expose(),
                &parameters,
                PBES2_LIMIT,
            )?;
            let wrapped = aes_wrap::wrap(size, wrapping.expose(), fresh.expose())?;
            (fresh, wrapped)
        }
        (KeyManagement::RsaOaep(hash), Material::Rsa { n, e, .. }) => {
            let wrapped = rsa_wrap::encrypt(hash, n, e, fresh.expose(), rng)?;
            (fresh, wrapped)
        }
        (KeyManagement::Rsa15, Material::Rsa { .. }) => {
            return Err(JweError::DecryptOnly);
        }
        (KeyManagement::EcdhEs(wrap), Material::Ec { .. } | Material::Okp { .. })
            if fits(alg.management, key) =>
        {
            let (ephemeral, shared) = agreement::agree_anew(key, rng)?;
            parameters.epk = Some(ephemeral);
            match wrap {
                None => {
                    let derived = agreement::derive(&shared, enc.name, &parameters, length);
                    (Secret::new(derived), Vec::new())
                }
                Some(size) => {
                    let wrapping = agreement::derive(&shared, alg.name, &parameters, size.bytes());
                    let wrapping = Secret::new(wrapping);
                    let wrapped = aes_wrap::wrap(size, wrapping.expose(), fresh.expose())?;
                    (fresh, wrapped)
                }
            }
        }
        _ => return Err(CryptoError::WrongKeyType.into()),
    };
    Ok(Sealed {
        key,
        encrypted_key,
        parameters,
    })
}

/// A random Initialization Vector for `enc`.
pub fn random_iv<R: CryptoRngCore>(enc: ContentEncryption, rng: &mut R) -> Vec<u8> {
    random(enc.iv_len(), rng)
}

fn random<R: CryptoRngCore>(length: usize, rng: &mut R) -> Vec<u8> {
    let mut bytes = vec![0; length];
    rng.fill_bytes(&mut bytes);
    bytes
}

/// With `dir` and ECDH-ES the Encrypted Key is empty (RFC 7516 §5.2 step 10).
fn expect_none(encrypted_key: &[u8]) -> Result<(), JweError> {
    expect_len("encrypted-key", 0, encrypted_key)
}

fn expect_len(what: &'static str, expected: usize, bytes: &[u8]) -> Result<(), JweError> {
    if bytes.len() == expected {
        return Ok(());
    }
    Err(JweError::WrongLength {
        what,
        expected,
        found: bytes.len(),
    })
}

#[cfg(test)]
mod tests;
