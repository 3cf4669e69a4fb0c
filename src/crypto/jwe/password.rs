//! PBES2: a wrapping key from a password by PBKDF2.
//! Spec: RFC 7518 §4.8, RFC 8018 §5.2.

use super::{JweError, Parameters};
use crate::jose::algorithms::Hash;
use crate::jose::encryption_algorithms::AesKey;
use crate::secret::Secret;
use hmac::Hmac;
use sha2::{Sha256, Sha384, Sha512};

/// Bytes that `p2s` must have (RFC 7518 §4.8.1.1).
const SHORTEST_SALT: usize = 8;

/// The salt is `alg`, a zero byte and `p2s` (RFC 7518 §4.8.1.1).
pub(super) fn derive(
    alg: &str,
    hash: Hash,
    size: AesKey,
    password: &[u8],
    parameters: &Parameters,
    limit: u64,
) -> Result<Secret<Vec<u8>>, JweError> {
    let input = parameters.p2s.as_ref();
    let input = input.ok_or(JweError::ParameterMissing("p2s"))?;
    if input.len() < SHORTEST_SALT {
        return Err(JweError::ParameterWrong("p2s"));
    }
    let rounds = parameters.p2c.ok_or(JweError::ParameterMissing("p2c"))?;
    if rounds > limit {
        return Err(JweError::TooCostly { rounds, limit });
    }
    let count = u32::try_from(rounds).map_err(|_| JweError::TooCostly { rounds, limit })?;
    if count == 0 {
        return Err(JweError::ParameterWrong("p2c"));
    }
    let mut salt = alg.as_bytes().to_vec();
    salt.push(0);
    salt.extend_from_slice(input);
    let mut key = vec![0; size.bytes()];
    let derived = match hash {
        Hash::Sha256 => pbkdf2::pbkdf2::<Hmac<Sha256>>(password, &salt, count, &mut key),
        Hash::Sha384 => pbkdf2::pbkdf2::<Hmac<Sha384>>(password, &salt, count, &mut key),
        Hash::Sha512 => pbkdf2::pbkdf2::<Hmac<Sha512>>(password, &salt, count, &mut key),
    };
    derived.map_err(|_| JweError::ParameterWrong("p2c"))?;
    Ok(Secret::new(key))
}
