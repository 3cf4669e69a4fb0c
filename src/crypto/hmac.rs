//! HMAC with SHA-2. Any key length computes, the empty one too; that RFC 7518 §3.2 asks for a
//! key at least as long as the hash is a warning, given elsewhere.
//! Spec: RFC 7518 §3.2, RFC 2104.

use super::{CryptoError, expect_len};
use crate::base64url;
use crate::jose::algorithms::Hash;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};

pub(super) fn verify(
    hash: Hash,
    secret: &[u8],
    input: &[u8],
    signature: &[u8],
) -> Result<(), CryptoError> {
    expect_len(hash.len(), signature)?;
    let key = DecodingKey::from_secret(secret);
    let text = base64url::encode(signature);
    match jsonwebtoken::crypto::verify(&text, input, &key, algorithm(hash)) {
        Ok(true) => Ok(()),
        Ok(false) => Err(CryptoError::Mismatch),
        Err(_) => Err(CryptoError::Refused("key-unusable")),
    }
}

pub(super) fn sign(hash: Hash, secret: &[u8], input: &[u8]) -> Result<Vec<u8>, CryptoError> {
    let key = EncodingKey::from_secret(secret);
    jsonwebtoken::crypto::sign(input, &key, algorithm(hash))
        .ok()
        .and_then(|text| base64url::decode(&text))
        .ok_or(CryptoError::Refused("key-unusable"))
}

fn algorithm(hash: Hash) -> Algorithm {
    match hash {
        Hash::Sha256 => Algorithm::HS256,
        Hash::Sha384 => Algorithm::HS384,
        Hash::Sha512 => Algorithm::HS512,
    }
}
