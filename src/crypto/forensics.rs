//! What a signature tells beside yes and no: the parameters it was made with. For diagnosis and
//! for showing the arithmetic; a verdict never rests on it.
//! Spec: RFC 8017 §8.1.2, §8.2.2, §9.1.2, §9.2.

use super::rsa::{bits, check_public};
use crate::jose::algorithms::{Curve, Hash};
use ::hmac::Mac;
use ::rsa::BigUint;
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use sha2::{Digest, Sha256, Sha384, Sha512};

/// The three hashes of JOSE.
pub const HASHES: [Hash; 3] = [Hash::Sha256, Hash::Sha384, Hash::Sha512];

/// The digest of `input`.
pub fn digest(hash: Hash, input: &[u8]) -> Vec<u8> {
    match hash {
        Hash::Sha256 => Sha256::digest(input).to_vec(),
        Hash::Sha384 => Sha384::digest(input).to_vec(),
        Hash::Sha512 => Sha512::digest(input).to_vec(),
    }
}

/// The encoded message that an RSA signature carries: signature^e mod n, as long as the modulus.
pub fn rsa_encoded_message(n: &[u8], e: &[u8], signature: &[u8]) -> Option<Vec<u8>> {
    let (n, e) = check_public(n, e).ok()?;
    if signature.len() != n.len() {
        return None;
    }
    let (modulus, exponent) = (BigUint::from_bytes_be(n), BigUint::from_bytes_be(e));
    let signature = BigUint::from_bytes_be(signature);
    if signature >= modulus {
        return None;
    }
    let number = signature.modpow(&exponent, &modulus).to_bytes_be();
    let mut message = vec![0; n.len().saturating_sub(number.len())];
    message.extend_from_slice(&number);
    Some(message)
}

/// What follows the padding of an EMSA-PKCS1-v1_5 encoded message: a DigestInfo, or what a program
/// put there in its place. Only the holder of the private key can make well-formed padding.
pub fn pkcs1_content(message: &[u8]) -> Option<&[u8]> {
    let rest = message.strip_prefix(&[0, 1])?;
    let padding = rest.iter().take_while(|byte| **byte == 0xff).count();
    if padding < 8 {
        return None;
    }
    rest.get(padding..)?.strip_prefix(&[0])
}

/// The hash and digest in an EMSA-PKCS1-v1_5 encoded message.
pub fn pkcs1_digest(message: &[u8]) -> Option<(Hash, Vec<u8>)> {
    let info = pkcs1_content(message)?;
    HASHES.into_iter().find_map(|hash| {
        let digest = info.strip_prefix(digest_info(hash).as_slice())?;
        (digest.len() == hash.len()).then(|| (hash, digest.to_vec()))
    })
}

/// Whether `content` is a DigestInfo with the SHA-1 digest of `input`.
pub fn is_sha1_digest_info(content: &[u8], input: &[u8]) -> bool {
    let info = [
        0x30, 0x21, 0x30, 0x09, 0x06, 0x05, 0x2b, 0x0e, 0x03, 0x02, 0x1a, 0x05, 0x00, 0x04, 0x14,
    ];
    content.strip_prefix(&info) == Some(sha1(input).as_slice())
}

/// The DER before the digest in a DigestInfo (RFC 8017 §9.2 note 1).
fn digest_info(hash: Hash) -> [u8; 19] {
    let (id, length): (u8, u8) = match hash {
        Hash::Sha256 => (1, 32),
        Hash::Sha384 => (2, 48),
        Hash::Sha512 => (3, 64),
    };
    [
        0x30,
        length.saturating_add(17),
        0x30,
        0x0d,
        0x06,
        0x09,
        0x60,
        0x86,
        0x48,
        0x01,
        0x65,
        0x03,
        0x04,
        0x02,
        id,
        0x05,
        0x00,
        0x04,
        length,
    ]
}

/// The salt's length of an EMSA-PSS encoded message that belongs to `input`, whatever the length.
pub fn pss_salt_len(hash: Hash, n: &[u8], message: &[u8], input: &[u8]) -> Option<usize> {
    let masked = |seed: &[u8], length: usize| mask(&|bytes| digest(hash, bytes), seed, length);
    pss_holds(hash, n, message, input, &masked)
}

/// The same where the mask was made with SHA-1 whatever the hash, as Java does when it is given
/// the hash alone.
pub fn pss_salt_len_sha1_mask(hash: Hash, n: &[u8], message: &[u8], input: &[u8]) -> Option<usize> {
    pss_holds(hash, n, message, input, &|seed, length| {
        mask(&sha1, seed, length)
    })
}

/// The same where hash and mask are SHA-1, which no JOSE algorithm is.
pub fn pss_salt_len_sha1(n: &[u8], message: &[u8], input: &[u8]) -> Option<usize> {
    let masked = |seed: &[u8], length: usize| mask(&sha1, seed, length);
    let tag = sha1(input);
    let parts = pss_parts(tag.len(), n, message, &masked)?;
    let mut check = vec![0; 8];
    check.extend_from_slice(&tag);
    check.extend_from_slice(&parts.salt);
    (sha1(&check) == parts.tag).then_some(parts.salt.len())
}

/// Whether an encoded message is EMSA-PSS, over whatever was signed. Only the holder of the
/// private key can make one: its padding is zero bytes that a wrong key turns into noise.
pub fn is_pss(hash: Hash, n: &[u8], message: &[u8]) -> bool {
    pss_salt(hash, n, message).is_some()
}

/// The salt of such a message.
pub fn pss_salt(hash: Hash, n: &[u8], message: &[u8]) -> Option<Vec<u8>> {
    let masked = |seed: &[u8], length: usize| mask(&|bytes| digest(hash, bytes), seed, length);
    let parts = pss_parts(hash.len(), n, message, &masked)?;
    (parts.zeros >= 8).then_some(parts.salt)
}

fn pss_holds(hash: Hash, n: &[u8], message: &[u8], input: &[u8], mask: &Mask<'_>) -> Option<usize> {
    let parts = pss_parts(hash.len(), n, message, mask)?;
    let mut check = vec![0; 8];
    check.extend_from_slice(&digest(hash, input));
    check.extend_from_slice(&parts.salt);
    (digest(hash, &check) == parts.tag).then_some(parts.salt.len())
}

/// What stands in an EMSA-PSS encoded message.
struct PssParts {
    /// Bytes of zero before the salt.
    zeros: usize,
    salt: Vec<u8>,
    tag: Vec<u8>,
}

/// A mask of so many bytes from a seed.
type Mask<'a> = dyn Fn(&[u8], usize) -> Vec<u8> + 'a;

fn pss_parts(hash_len: usize, n: &[u8], message: &[u8], mask: &Mask<'_>) -> Option<PssParts> {
    let encoded_bits = bits(n).checked_sub(1)?;
    let length = encoded_bits.div_ceil(8);
    let message = message.get(message.len().checked_sub(length)?..)?;
    let (body, trailer) = message.split_at_checked(length.checked_sub(1)?)?;
    if trailer != [0xbc] {
        return None;
    }
    let (masked, tag) = body.split_at_checked(body.len().checked_sub(hash_len)?)?;
    let mut block: Vec<u8> = masked
        .iter()
        .zip(mask(tag, masked.len()))
        .map(|(byte, mask)| byte ^ mask)
        .collect();
    let unused = length.saturating_mul(8).saturating_sub(encoded_bits);
    let keep = 0xff_u8
        .checked_shr(u32::try_from(unused).ok()?)
        .unwrap_or(0);
    if let Some(first) = block.first_mut() {
        *first &= keep;
    }
    let zeros = block.iter().take_while(|byte| **byte == 0).count();
    let salt = block.get(zeros..)?.strip_prefix(&[1])?.to_vec();
    Some(PssParts {
        zeros,
        salt,
        tag: tag.to_vec(),
    })
}

/// MGF1 (RFC 8017 §B.2.1).
fn mask(hash: &dyn Fn(&[u8]) -> Vec<u8>, seed: &[u8], length: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(length);
    let mut counter = 0_u32;
    while out.len() < length {
        let mut block = seed.to_vec();
        block.extend_from_slice(&counter.to_be_bytes());
        out.extend(hash(&block));
        counter = counter.saturating_add(1);
    }
    out.truncate(length);
    out
}

/// The SHA-1 digest of `input`: no JOSE algorithm signs with it, old programs do.
pub fn sha1(input: &[u8]) -> Vec<u8> {
    sha1::Sha1::digest(input).to_vec()
}

/// The MAC of `input` under any secret.
pub fn hmac(hash: Hash, secret: &[u8], input: &[u8]) -> Option<Vec<u8>> {
    super::hmac::sign(hash, secret, input).ok()
}

/// HMAC with SHA-1, which no JOSE algorithm is.
pub fn hmac_sha1(secret: &[u8], input: &[u8]) -> Option<Vec<u8>> {
    let mut mac = ::hmac::Hmac::<sha1::Sha1>::new_from_slice(secret).ok()?;
    mac.update(input);
    Some(mac.finalize().into_bytes().to_vec())
}

/// Whether an ECDSA signature, R‖S, holds over `digest`, which need not be of the hash that JOSE
/// pairs with the curve.
pub fn ecdsa_holds(curve: Curve, point: (&[u8], &[u8]), digest: &[u8], signature: &[u8]) -> bool {
    let Ok(point) = super::ec::uncompressed(curve, point.0, point.1) else {
        return false;
    };
    // A digest shorter than the field is the same number with zeros before it (FIPS 186-5 §6.4.1).
    let mut padded = vec![0; curve.field_len().saturating_sub(digest.len())];
    padded.extend_from_slice(digest);
    let digest = padded.as_slice();
    match curve {
        Curve::P256 => prehash::<p256::ecdsa::VerifyingKey, p256::ecdsa::Signature>(
            p256::ecdsa::VerifyingKey::from_sec1_bytes(&point).ok(),
            p256::ecdsa::Signature::from_slice(signature).ok(),
            digest,
        ),
        Curve::P384 => prehash::<p384::ecdsa::VerifyingKey, p384::ecdsa::Signature>(
            p384::ecdsa::VerifyingKey::from_sec1_bytes(&point).ok(),
            p384::ecdsa::Signature::from_slice(signature).ok(),
            digest,
        ),
        Curve::P521 => prehash::<p521::ecdsa::VerifyingKey, p521::ecdsa::Signature>(
            p521::ecdsa::VerifyingKey::from_sec1_bytes(&point).ok(),
            p521::ecdsa::Signature::from_slice(signature).ok(),
            digest,
        ),
        Curve::Secp256k1 => prehash::<k256::ecdsa::VerifyingKey, k256::ecdsa::Signature>(
            k256::ecdsa::VerifyingKey::from_sec1_bytes(&point).ok(),
            k256::ecdsa::Signature::from_slice(signature)
                .ok()
                .map(|s| s.normalize_s().unwrap_or(s)),
            digest,
        ),
        Curve::Ed25519 | Curve::Ed448 | Curve::X25519 | Curve::X448 => false,
    }
}

fn prehash<K: PrehashVerifier<S>, S>(key: Option<K>, signature: Option<S>, digest: &[u8]) -> bool {
    key.zip(signature)
        .is_some_and(|(key, signature)| key.verify_prehash(digest, &signature).is_ok())
}
