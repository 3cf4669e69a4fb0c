//! AES Key Wrap, and key encryption with AES GCM.
//! Spec: RFC 7518 §4.4 and §4.7, RFC 3394.

use super::content::{gcm_open, gcm_seal};
use super::{JweError, Parameters, expect_len};
use crate::jose::encryption_algorithms::AesKey;
use aes_kw::{KekAes128, KekAes192, KekAes256};

pub(super) fn unwrap(size: AesKey, key: &[u8], wrapped: &[u8]) -> Result<Vec<u8>, JweError> {
    expect_len("key", size.bytes(), key)?;
    let opened = match size {
        AesKey::A128 => KekAes128::try_from(key).and_then(|kek| kek.unwrap_vec(wrapped)),
        AesKey::A192 => KekAes192::try_from(key).and_then(|kek| kek.unwrap_vec(wrapped)),
        AesKey::A256 => KekAes256::try_from(key).and_then(|kek| kek.unwrap_vec(wrapped)),
    };
    opened.map_err(|_| JweError::KeyNotOpened)
}

pub(super) fn wrap(size: AesKey, key: &[u8], content_key: &[u8]) -> Result<Vec<u8>, JweError> {
    expect_len("key", size.bytes(), key)?;
    let wrapped = match size {
        AesKey::A128 => KekAes128::try_from(key).and_then(|kek| kek.wrap_vec(content_key)),
        AesKey::A192 => KekAes192::try_from(key).and_then(|kek| kek.wrap_vec(content_key)),
        AesKey::A256 => KekAes256::try_from(key).and_then(|kek| kek.wrap_vec(content_key)),
    };
    wrapped.map_err(|_| JweError::KeyNotOpened)
}

pub(super) fn gcm_unwrap(
    size: AesKey,
    key: &[u8],
    parameters: &Parameters,
    wrapped: &[u8],
) -> Result<Vec<u8>, JweError> {
    let iv = parameters.iv.as_ref();
    let iv = iv.ok_or(JweError::ParameterMissing("iv"))?;
    let tag = parameters.tag.as_ref();
    let tag = tag.ok_or(JweError::ParameterMissing("tag"))?;
    if iv.len() != 12 {
        return Err(JweError::ParameterWrong("iv"));
    }
    if tag.len() != 16 {
        return Err(JweError::ParameterWrong("tag"));
    }
    gcm_open(size, key, iv, &[], wrapped, tag).map_err(|error| match error {
        JweError::TagMismatch => JweError::KeyNotOpened,
        other => other,
    })
}

pub(super) fn gcm_wrap(
    size: AesKey,
    key: &[u8],
    iv: &[u8],
    content_key: &[u8],
) -> Result<(Vec<u8>, Vec<u8>), JweError> {
    gcm_seal(size, key, iv, &[], content_key)
}
