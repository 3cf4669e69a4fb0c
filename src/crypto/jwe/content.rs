//! Content encryption: AES GCM, and AES CBC with HMAC over AAD ‖ IV ‖ ciphertext ‖ AL.
//! Spec: RFC 7518 §5.2 and §5.3.

use super::{ContentKey, JweError, expect_len};
use crate::jose::algorithms::Hash;
use crate::jose::encryption_algorithms::{AesKey, ContentEncryption};
use aes::{Aes128, Aes192, Aes256};
use aes_gcm::aead::consts::U12;
use aes_gcm::aead::{AeadInPlace, KeyInit};
use aes_gcm::{AesGcm, Nonce, Tag};
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockDecryptMut, BlockEncryptMut, KeyIvInit};
use hmac::{Hmac, Mac};
use sha2::{Sha256, Sha384, Sha512};

/// The plaintext, when the Authentication Tag fits. Lengths are checked before anything is
/// computed.
pub fn decrypt_content(
    encryption: ContentEncryption,
    key: &ContentKey,
    iv: &[u8],
    aad: &[u8],
    ciphertext: &[u8],
    tag: &[u8],
) -> Result<Vec<u8>, JweError> {
    expect_len("cek", encryption.key_len(), key.expose())?;
    expect_len("iv", encryption.iv_len(), iv)?;
    expect_len("tag", encryption.tag_len(), tag)?;
    match encryption {
        ContentEncryption::AesGcm(size) => gcm_open(size, key.expose(), iv, aad, ciphertext, tag),
        ContentEncryption::AesCbcHmac(hash) => {
            let (mac_key, enc_key) = halves(key)?;
            authenticate(hash, mac_key, iv, aad, ciphertext, Some(tag))?;
            cbc_decrypt(hash, enc_key, iv, ciphertext)
        }
    }
}

/// Ciphertext and Authentication Tag.
pub fn encrypt_content(
    encryption: ContentEncryption,
    key: &ContentKey,
    iv: &[u8],
    aad: &[u8],
    plaintext: &[u8],
) -> Result<(Vec<u8>, Vec<u8>), JweError> {
    expect_len("cek", encryption.key_len(), key.expose())?;
    expect_len("iv", encryption.iv_len(), iv)?;
    match encryption {
        ContentEncryption::AesGcm(size) => gcm_seal(size, key.expose(), iv, aad, plaintext),
        ContentEncryption::AesCbcHmac(hash) => {
            let (mac_key, enc_key) = halves(key)?;
            let ciphertext = cbc_encrypt(hash, enc_key, iv, plaintext)?;
            let tag = authenticate(hash, mac_key, iv, aad, &ciphertext, None)?;
            Ok((ciphertext, tag))
        }
    }
}

/// The Authentication Tag that belongs to a ciphertext, whatever the token says it is.
pub fn content_tag(
    encryption: ContentEncryption,
    key: &ContentKey,
    iv: &[u8],
    aad: &[u8],
    ciphertext: &[u8],
) -> Result<Vec<u8>, JweError> {
    expect_len("cek", encryption.key_len(), key.expose())?;
    expect_len("iv", encryption.iv_len(), iv)?;
    match encryption {
        ContentEncryption::AesGcm(size) => {
            // Counter mode is its own inverse.
            let (plaintext, _) = gcm_seal(size, key.expose(), iv, &[], ciphertext)?;
            Ok(gcm_seal(size, key.expose(), iv, aad, &plaintext)?.1)
        }
        ContentEncryption::AesCbcHmac(hash) => {
            let (mac_key, _) = halves(key)?;
            authenticate(hash, mac_key, iv, aad, ciphertext, None)
        }
    }
}

pub(super) fn gcm_open(
    size: AesKey,
    key: &[u8],
    iv: &[u8],
    aad: &[u8],
    ciphertext: &[u8],
    tag: &[u8],
) -> Result<Vec<u8>, JweError> {
    expect_len("key", size.bytes(), key)?;
    let nonce = &nonce(iv)?;
    expect_len("tag", 16, tag)?;
    let tag = <[u8; 16]>::try_from(tag).map_err(|_| JweError::TagMismatch)?;
    let tag = &Tag::from(tag);
    let mut buffer = ciphertext.to_vec();
    let opened = match size {
        AesKey::A128 => cipher::<AesGcm<Aes128, U12>>(key)?.decrypt_in_place_detached(
            nonce,
            aad,
            &mut buffer,
            tag,
        ),
        AesKey::A192 => cipher::<AesGcm<Aes192, U12>>(key)?.decrypt_in_place_detached(
            nonce,
            aad,
            &mut buffer,
            tag,
        ),
        AesKey::A256 => cipher::<AesGcm<Aes256, U12>>(key)?.decrypt_in_place_detached(
            nonce,
            aad,
            &mut buffer,
            tag,
        ),
    };
    opened.map_err(|_| JweError::TagMismatch)?;
    Ok(buffer)
}

pub(super) fn gcm_seal(
    size: AesKey,
    key: &[u8],
    iv: &[u8],
    aad: &[u8],
    plaintext: &[u8],
) -> Result<(Vec<u8>, Vec<u8>), JweError> {
    expect_len("key", size.bytes(), key)?;
    let nonce = &nonce(iv)?;
    let mut buffer = plaintext.to_vec();
    let sealed = match size {
        AesKey::A128 => {
            cipher::<AesGcm<Aes128, U12>>(key)?.encrypt_in_place_detached(nonce, aad, &mut buffer)
        }
        AesKey::A192 => {
            cipher::<AesGcm<Aes192, U12>>(key)?.encrypt_in_place_detached(nonce, aad, &mut buffer)
        }
        AesKey::A256 => {
            cipher::<AesGcm<Aes256, U12>>(key)?.encrypt_in_place_detached(nonce, aad, &mut buffer)
        }
    };
    let tag = sealed.map_err(|_| JweError::TagMismatch)?;
    Ok((buffer, tag.to_vec()))
}

fn nonce(iv: &[u8]) -> Result<Nonce<U12>, JweError> {
    expect_len("iv", 12, iv)?;
    let iv = <[u8; 12]>::try_from(iv).map_err(|_| JweError::TagMismatch)?;
    Ok(iv.into())
}

fn cipher<C: KeyInit>(key: &[u8]) -> Result<C, JweError> {
    C::new_from_slice(key).map_err(|_| JweError::TagMismatch)
}

/// MAC_KEY is the first half, ENC_KEY the second (RFC 7518 §5.2.2.1).
fn halves(key: &ContentKey) -> Result<(&[u8], &[u8]), JweError> {
    let bytes = key.expose();
    bytes
        .split_at_checked(bytes.len() / 2)
        .ok_or(JweError::TagMismatch)
}

/// The Authentication Tag: the first half of the HMAC. With `expected`, in constant time, whether
/// it is that one.
fn authenticate(
    hash: Hash,
    key: &[u8],
    iv: &[u8],
    aad: &[u8],
    ciphertext: &[u8],
    expected: Option<&[u8]>,
) -> Result<Vec<u8>, JweError> {
    match hash {
        Hash::Sha256 => mac::<Hmac<Sha256>>(key, iv, aad, ciphertext, expected),
        Hash::Sha384 => mac::<Hmac<Sha384>>(key, iv, aad, ciphertext, expected),
        Hash::Sha512 => mac::<Hmac<Sha512>>(key, iv, aad, ciphertext, expected),
    }
}

fn mac<M: Mac + KeyInit>(
    key: &[u8],
    iv: &[u8],
    aad: &[u8],
    ciphertext: &[u8],
    expected: Option<&[u8]>,
) -> Result<Vec<u8>, JweError> {
    let bits = u64::try_from(aad.len())
        .unwrap_or(u64::MAX)
        .saturating_mul(8);
    let mut mac = <M as KeyInit>::new_from_slice(key).map_err(|_| JweError::TagMismatch)?;
    mac.update(aad);
    mac.update(iv);
    mac.update(ciphertext);
    mac.update(&bits.to_be_bytes());
    if let Some(expected) = expected {
        mac.verify_truncated_left(expected)
            .map_err(|_| JweError::TagMismatch)?;
        return Ok(Vec::new());
    }
    let mut tag = mac.finalize().into_bytes().to_vec();
    tag.truncate(tag.len() / 2);
    Ok(tag)
}

/// The padding is looked at only after the tag held, so a wrong one comes from the sender.
fn cbc_decrypt(hash: Hash, key: &[u8], iv: &[u8], ciphertext: &[u8]) -> Result<Vec<u8>, JweError> {
    let plaintext = match hash {
        Hash::Sha256 => cbc_open::<cbc::Decryptor<Aes128>>(key, iv, ciphertext),
        Hash::Sha384 => cbc_open::<cbc::Decryptor<Aes192>>(key, iv, ciphertext),
        Hash::Sha512 => cbc_open::<cbc::Decryptor<Aes256>>(key, iv, ciphertext),
    };
    plaintext.ok_or(JweError::WrongLength {
        what: "ciphertext",
        expected: ciphertext.len().div_ceil(16).max(1).saturating_mul(16),
        found: ciphertext.len(),
    })
}

fn cbc_open<D: KeyIvInit + BlockDecryptMut>(key: &[u8], iv: &[u8], text: &[u8]) -> Option<Vec<u8>> {
    let cipher = D::new_from_slices(key, iv).ok()?;
    cipher.decrypt_padded_vec_mut::<Pkcs7>(text).ok()
}

fn cbc_encrypt(hash: Hash, key: &[u8], iv: &[u8], plaintext: &[u8]) -> Result<Vec<u8>, JweError> {
    let ciphertext = match hash {
        Hash::Sha256 => cbc_seal::<cbc::Encryptor<Aes128>>(key, iv, plaintext),
        Hash::Sha384 => cbc_seal::<cbc::Encryptor<Aes192>>(key, iv, plaintext),
        Hash::Sha512 => cbc_seal::<cbc::Encryptor<Aes256>>(key, iv, plaintext),
    };
    ciphertext.ok_or(JweError::TagMismatch)
}

fn cbc_seal<E: KeyIvInit + BlockEncryptMut>(key: &[u8], iv: &[u8], text: &[u8]) -> Option<Vec<u8>> {
    let cipher = E::new_from_slices(key, iv).ok()?;
    Some(cipher.encrypt_padded_vec_mut::<Pkcs7>(text))
}
