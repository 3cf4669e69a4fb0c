//! RSAPublicKey and RSAPrivateKey.
//! Spec: RFC 8017 Appendix A.1.

use super::{Container, ContainerError, malformed, unwritable};
use crate::crypto::{CryptoError, rsa};
use crate::keys::{Material, RsaPrivate};
use crate::secret::Secret;
use der::asn1::UintRef;
use der::{Decode, Encode};

/// Reads an RSAPublicKey.
pub fn read_pkcs1_public(der: &[u8]) -> Result<Material, ContainerError> {
    let key = pkcs1::RsaPublicKey::from_der(der).map_err(malformed(Container::Pkcs1Public))?;
    Ok(Material::Rsa {
        n: key.modulus.as_bytes().to_vec(),
        e: key.public_exponent.as_bytes().to_vec(),
        private: None,
    })
}

/// Reads an RSAPrivateKey with two primes.
pub fn read_pkcs1_private(der: &[u8]) -> Result<Material, ContainerError> {
    let key = pkcs1::RsaPrivateKey::from_der(der).map_err(malformed(Container::Pkcs1Private))?;
    if key.other_prime_infos.is_some() {
        return Err(CryptoError::Refused("rsa-multi-prime").into());
    }
    let secret = |number: UintRef<'_>| Secret::new(number.as_bytes().to_vec());
    Ok(Material::Rsa {
        n: key.modulus.as_bytes().to_vec(),
        e: key.public_exponent.as_bytes().to_vec(),
        private: Some(RsaPrivate {
            d: secret(key.private_exponent),
            p: secret(key.prime1),
            q: secret(key.prime2),
        }),
    })
}

/// Writes an RSAPublicKey.
pub fn write_public(n: &[u8], e: &[u8]) -> Result<Vec<u8>, CryptoError> {
    let key = pkcs1::RsaPublicKey {
        modulus: UintRef::new(n).map_err(unwritable)?,
        public_exponent: UintRef::new(e).map_err(unwritable)?,
    };
    key.to_der().map_err(unwritable)
}

/// Writes an RSAPrivateKey. The numbers must belong together.
pub fn write_private(n: &[u8], e: &[u8], private: &RsaPrivate) -> Result<Vec<u8>, CryptoError> {
    let (n, e) = rsa::check_public(n, e)?;
    let crt = rsa::crt(n, e, private)?;
    let uint = |bytes| UintRef::new(bytes).map_err(unwritable);
    let key = pkcs1::RsaPrivateKey {
        modulus: uint(n)?,
        public_exponent: uint(e)?,
        private_exponent: uint(private.d.expose())?,
        prime1: uint(private.p.expose())?,
        prime2: uint(private.q.expose())?,
        exponent1: uint(crt.dp.expose())?,
        exponent2: uint(crt.dq.expose())?,
        coefficient: uint(crt.qi.expose())?,
        other_prime_infos: None,
    };
    key.to_der().map_err(unwritable)
}
