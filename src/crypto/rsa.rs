//! RSASSA-PKCS1-v1_5 and RSASSA-PSS.
//!
//! `jsonwebtoken` signs, and verifies with moduli up to 4096 bits and exponents below 2^33; the
//! `rsa` crate itself verifies the rest, within the bounds below, so that no key makes the worker
//! hang.
//! Moduli below 2048 bits and an exponent of 3 verify; the warning is given elsewhere.
//! Spec: RFC 7518 §3.3 and §3.5, RFC 8017 §8.

use super::{CryptoError, containers, expect_len};
use crate::base64url;
use crate::jose::algorithms::Hash;
use crate::keys::RsaPrivate;
use crate::secret::Secret;
use ::rsa::traits::PrivateKeyParts;
use ::rsa::{BigUint, Pkcs1v15Sign, Pss, RsaPrivateKey, RsaPublicKey};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};
use rand_core::CryptoRngCore;
use sha2::{Digest, Sha256, Sha384, Sha512};

/// Larger moduli are refused: four times what anyone uses, and still verified within a second.
pub const MAX_MODULUS_BITS: usize = 16_384;
/// FIPS 186-5 §5.1: 2^16 < e < 2^256. The lower bound is a warning, the upper one keeps a
/// verification from costing as much as a signature.
const MAX_EXPONENT_BITS: usize = 256;
/// What `jsonwebtoken` takes: `RsaPublicKey::MAX_SIZE` and `MAX_PUB_EXPONENT` of the `rsa` crate.
const LIBRARY_MODULUS_BITS: usize = 4096;
const LIBRARY_EXPONENT_BITS: usize = 33;

/// The two encodings of RFC 8017 §8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Padding {
    Pkcs1,
    Pss,
}

pub(super) fn verify(
    padding: Padding,
    hash: Hash,
    n: &[u8],
    e: &[u8],
    input: &[u8],
    signature: &[u8],
) -> Result<(), CryptoError> {
    let (n, e) = check_public(n, e)?;
    expect_len(n.len(), signature)?;
    if bits(n) <= LIBRARY_MODULUS_BITS && bits(e) <= LIBRARY_EXPONENT_BITS {
        let key = DecodingKey::from_rsa_raw_components(n, e);
        let text = base64url::encode(signature);
        return match jsonwebtoken::crypto::verify(&text, input, &key, algorithm(padding, hash)) {
            Ok(true) => Ok(()),
            Ok(false) => Err(CryptoError::Mismatch),
            Err(_) => Err(CryptoError::Refused("key-unusable")),
        };
    }
    let key = RsaPublicKey::new_unchecked(BigUint::from_bytes_be(n), BigUint::from_bytes_be(e));
    let digest = digest(hash, input);
    let verdict = match padding {
        Padding::Pkcs1 => key.verify(pkcs1(hash), &digest, signature),
        Padding::Pss => key.verify(pss(hash), &digest, signature),
    };
    verdict.map_err(|_| CryptoError::Mismatch)
}

/// Signs with `jsonwebtoken`, whatever the size of the key; its signer takes the PSS salt and the
/// blinding from the platform's generator. It panics where a key is too short for the hash or a
/// "prime" is composite, so both are found out here first; `rng` is for that.
pub(super) fn sign<R: CryptoRngCore>(
    padding: Padding,
    hash: Hash,
    n: &[u8],
    e: &[u8],
    private: &RsaPrivate,
    input: &[u8],
    rng: &mut R,
) -> Result<Vec<u8>, CryptoError> {
    const WRONG: CryptoError = CryptoError::Refused("rsa-private-half-wrong");
    let (n, e) = check_public(n, e)?;
    // What of the numbers has to agree; that the primes are primes is not among it.
    let checked = private_key(n, e, private)?;
    if !has_room(padding, hash, n) {
        return Err(CryptoError::Refused("rsa-modulus-too-short-for-hash"));
    }
    let are_primes = checked.primes().iter().all(|p| is_probably_prime(p, rng));
    if !are_primes || checked.primes().first() == checked.primes().last() {
        return Err(WRONG);
    }
    let der = containers::pkcs1::write_private(n, e, private)?;
    let key = EncodingKey::from_rsa_der(&der);
    jsonwebtoken::crypto::sign(input, &key, algorithm(padding, hash))
        .ok()
        .and_then(|text| base64url::decode(&text))
        .ok_or(WRONG)
}

/// Rounds of Miller and Rabin: a large composite that was not made for it does not pass one, a
/// small one may pass some.
/// Spec: FIPS 186-5 Appendix B.3.1.
fn is_probably_prime<R: CryptoRngCore>(number: &BigUint, rng: &mut R) -> bool {
    let one = BigUint::from(1_u8);
    let minus_one = number - &one;
    let mut odd = minus_one.clone();
    let mut twos = 0_usize;
    while odd > one && !is_odd(&odd.to_bytes_be()) {
        odd = &odd >> 1_usize;
        twos = twos.saturating_add(1);
    }
    let rounds = if number.bits() < 256 { 40 } else { 2 };
    (0..rounds).all(|_| {
        let mut bytes = vec![0; number.bits().div_ceil(8)];
        rng.fill_bytes(&mut bytes);
        let base = BigUint::from_bytes_be(&bytes) % &minus_one + &one;
        let mut power = base.modpow(&odd, number);
        if power == one {
            return true;
        }
        for _ in 0..twos {
            if power == minus_one {
                return true;
            }
            power = (&power * &power) % number;
        }
        false
    })
}

/// `n` and `e` without leading zeros, when RFC 8017 §3.1 and the bounds above allow them.
pub(super) fn check_public<'a>(
    n: &'a [u8],
    e: &'a [u8],
) -> Result<(&'a [u8], &'a [u8]), CryptoError> {
    let (n, e) = (significant(n), significant(e));
    if bits(n) > MAX_MODULUS_BITS {
        return Err(CryptoError::Refused("rsa-modulus-too-large"));
    }
    if !is_odd(n) {
        return Err(CryptoError::Refused("rsa-modulus-even"));
    }
    if e.is_empty() || e == [1] {
        return Err(CryptoError::Refused("rsa-exponent-too-small"));
    }
    if !is_odd(e) {
        return Err(CryptoError::Refused("rsa-exponent-even"));
    }
    if bits(e) > MAX_EXPONENT_BITS || (e.len(), e) >= (n.len(), n) {
        return Err(CryptoError::Refused("rsa-exponent-too-large"));
    }
    Ok((n, e))
}

/// The modulus of two primes.
pub fn modulus(p: &[u8], q: &[u8]) -> Vec<u8> {
    (BigUint::from_bytes_be(p) * BigUint::from_bytes_be(q)).to_bytes_be()
}

/// The two primes of `n` from `n`, `e` and `d`, for a JWK that has only these.
/// Spec: NIST SP 800-56B Rev. 2 Appendix C.1, with the small numbers as bases in turn instead of
/// random ones, so that the answer is the same each time. Works for every exponent, 3 included.
pub fn primes(n: &[u8], e: &[u8], d: &[u8]) -> Result<(Vec<u8>, Vec<u8>), CryptoError> {
    const WRONG: CryptoError = CryptoError::Refused("rsa-private-half-wrong");
    let (n, e) = check_public(n, e)?;
    let d = significant(d);
    if d.is_empty() || (d.len(), d) >= (n.len(), n) {
        return Err(WRONG);
    }
    let one = BigUint::from(1_u8);
    let (modulus, d) = (BigUint::from_bytes_be(n), BigUint::from_bytes_be(d));
    let product = BigUint::from_bytes_be(e) * d;
    // e·d is at least 3, because e is: the subtraction cannot go below zero.
    let k = &product - &one;
    if is_odd(&k.to_bytes_be()) {
        return Err(WRONG);
    }
    let mut r = k;
    let mut twos = 0_usize;
    while !is_odd(&r.to_bytes_be()) && r != BigUint::default() {
        r = &r >> 1_usize;
        twos = twos.saturating_add(1);
    }
    let minus_one = &modulus - &one;
    for base in [
        2_u8, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53,
    ] {
        let mut y = BigUint::from(base).modpow(&r, &modulus);
        let mut tells_nothing = false;
        for _ in 0..twos {
            if y == one || y == minus_one {
                tells_nothing = true;
                break;
            }
            let square = (&y * &y) % &modulus;
            if square == one {
                return split(&modulus, y - &one).ok_or(WRONG);
            }
            y = square;
        }
        // base^(e·d − 1) is 1 for the right exponent; other bases would say the same, each as slowly.
        if !tells_nothing {
            return Err(WRONG);
        }
    }
    Err(WRONG)
}

/// `n` as two factors above 1, the larger first, when `multiple` shares one of them.
fn split(n: &BigUint, multiple: BigUint) -> Option<(Vec<u8>, Vec<u8>)> {
    let one = BigUint::from(1_u8);
    let (mut a, mut b) = (n.clone(), multiple);
    while b != BigUint::default() {
        let rest = &a % &b;
        a = b;
        b = rest;
    }
    let other = n / &a;
    if a <= one || other <= one || &a * &other != *n {
        return None;
    }
    let (p, q) = if a > other { (a, other) } else { (other, a) };
    Some((p.to_bytes_be(), q.to_bytes_be()))
}

pub(super) fn private_key(
    n: &[u8],
    e: &[u8],
    private: &RsaPrivate,
) -> Result<RsaPrivateKey, CryptoError> {
    if bits(e) > LIBRARY_EXPONENT_BITS {
        return Err(CryptoError::Refused("rsa-exponent-too-large-to-sign"));
    }
    let number = |secret: &Secret<Vec<u8>>| {
        let bytes = significant(secret.expose());
        (bytes.len() <= n.len()).then(|| BigUint::from_bytes_be(bytes))
    };
    let numbers = number(&private.d)
        .zip(number(&private.p))
        .zip(number(&private.q));
    let ((d, p), q) = numbers.ok_or(CryptoError::Refused("rsa-private-half-wrong"))?;
    let (n, e) = (BigUint::from_bytes_be(n), BigUint::from_bytes_be(e));
    RsaPrivateKey::from_components(n, e, d, vec![p, q])
        .map_err(|_| CryptoError::Refused("rsa-private-half-wrong"))
}

/// The Chinese Remainder Theorem values of a private key (RFC 8017 §3.2).
pub struct Crt {
    /// d mod (p − 1)
    pub dp: Secret<Vec<u8>>,
    /// d mod (q − 1)
    pub dq: Secret<Vec<u8>>,
    /// q^−1 mod p
    pub qi: Secret<Vec<u8>>,
}

/// The values that a JWK and an RSAPrivateKey carry besides `d`, `p` and `q`.
pub fn crt(n: &[u8], e: &[u8], private: &RsaPrivate) -> Result<Crt, CryptoError> {
    let (n, e) = check_public(n, e)?;
    let key = private_key(n, e, private)?;
    let values = key.dp().zip(key.dq()).zip(key.crt_coefficient());
    let ((dp, dq), qi) = values.ok_or(CryptoError::Refused("rsa-private-half-wrong"))?;
    let secret = |number: &BigUint| Secret::new(number.to_bytes_be());
    Ok(Crt {
        dp: secret(dp),
        dq: secret(dq),
        qi: secret(&qi),
    })
}

/// The bytes without leading zeros.
pub(super) fn significant(bytes: &[u8]) -> &[u8] {
    let start = bytes.iter().position(|byte| *byte != 0);
    start
        .and_then(|start| bytes.get(start..))
        .unwrap_or_default()
}

/// Number of bits of a big-endian number.
pub(super) fn bits(bytes: &[u8]) -> usize {
    let bytes = significant(bytes);
    let unused = bytes
        .first()
        .map_or(0, |byte| byte.leading_zeros() as usize);
    bytes.len().saturating_mul(8).saturating_sub(unused)
}

fn is_odd(bytes: &[u8]) -> bool {
    bytes.last().is_some_and(|byte| byte & 1 == 1)
}

/// Whether the encoding fits into the modulus at all (RFC 8017 §9.1.1 and §9.2).
fn has_room(padding: Padding, hash: Hash, n: &[u8]) -> bool {
    match padding {
        // The DigestInfo of SHA-2 has 19 bytes before the digest.
        Padding::Pkcs1 => n.len() >= hash.len().saturating_add(19 + 11),
        Padding::Pss => {
            let encoded = bits(n).saturating_sub(1).div_ceil(8);
            encoded >= hash.len().saturating_mul(2).saturating_add(2)
        }
    }
}

fn digest(hash: Hash, input: &[u8]) -> Vec<u8> {
    match hash {
        Hash::Sha256 => Sha256::digest(input).to_vec(),
        Hash::Sha384 => Sha384::digest(input).to_vec(),
        Hash::Sha512 => Sha512::digest(input).to_vec(),
    }
}

fn pkcs1(hash: Hash) -> Pkcs1v15Sign {
    match hash {
        Hash::Sha256 => Pkcs1v15Sign::new::<Sha256>(),
        Hash::Sha384 => Pkcs1v15Sign::new::<Sha384>(),
        Hash::Sha512 => Pkcs1v15Sign::new::<Sha512>(),
    }
}

/// Salt as long as the hash (RFC 7518 §3.5).
fn pss(hash: Hash) -> Pss {
    match hash {
        Hash::Sha256 => Pss::new::<Sha256>(),
        Hash::Sha384 => Pss::new::<Sha384>(),
        Hash::Sha512 => Pss::new::<Sha512>(),
    }
}

fn algorithm(padding: Padding, hash: Hash) -> Algorithm {
    match (padding, hash) {
        (Padding::Pkcs1, Hash::Sha256) => Algorithm::RS256,
        (Padding::Pkcs1, Hash::Sha384) => Algorithm::RS384,
        (Padding::Pkcs1, Hash::Sha512) => Algorithm::RS512,
        (Padding::Pss, Hash::Sha256) => Algorithm::PS256,
        (Padding::Pss, Hash::Sha384) => Algorithm::PS384,
        (Padding::Pss, Hash::Sha512) => Algorithm::PS512,
    }
}
