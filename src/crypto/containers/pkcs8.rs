//! PrivateKeyInfo and EncryptedPrivateKeyInfo.
//! Spec: RFC 5958 §2 and §3, RFC 8018 §6.2, RFC 8410 §7, RFC 9881 §6.

use super::oid::{self, KeyKind};
use super::{Container, ContainerError, malformed, pkcs1, sec1, spki, unwritable};
use crate::crypto::{CryptoError, ec, ml_dsa, okp};
use crate::jose::algorithms::Curve;
use crate::keys::Material;
use crate::secret::Secret;
use der::asn1::{AnyRef, ContextSpecific, OctetStringRef};
use der::{Decode, Encode, Reader, SliceReader, TagMode, TagNumber};
use pkcs8::pkcs5::EncryptionScheme;
use pkcs8::pkcs5::pbes2::Kdf;
use pkcs8::{AlgorithmIdentifierRef, EncryptedPrivateKeyInfo, PrivateKeyInfo};

/// Reads a PrivateKeyInfo; the public half is computed.
pub fn read_pkcs8(der: &[u8]) -> Result<Material, ContainerError> {
    let info = PrivateKeyInfo::from_der(der).map_err(malformed(Container::Pkcs8))?;
    let kind = oid::key_kind(info.algorithm.oid)
        .ok_or_else(|| ContainerError::UnknownAlgorithm(info.algorithm.oid.to_string()))?;
    match kind {
        KeyKind::Rsa => pkcs1::read_pkcs1_private(info.private_key),
        KeyKind::Ec => sec1::read_inside(spki::named_curve(&info.algorithm)?, info.private_key),
        KeyKind::Okp(curve) => {
            let seed = OctetStringRef::from_der(info.private_key)
                .map_err(malformed(Container::Pkcs8))?
                .as_bytes();
            Ok(Material::Okp {
                curve,
                x: okp::okp_public(curve, seed)?,
                d: Some(Secret::new(seed.to_vec())),
            })
        }
        KeyKind::MlDsa(alg) => {
            let seed = ml_dsa_seed(info.private_key)?;
            Ok(Material::Akp {
                alg: alg.to_owned(),
                public: ml_dsa::public_key(alg, &seed)?,
                private: Some(Secret::new(seed)),
            })
        }
    }
}

/// Rounds that opening an EncryptedPrivateKeyInfo takes: PBKDF2 iterations, or scrypt's
/// N·r·p, each of which costs about as much.
pub fn encryption_cost(der: &[u8]) -> Result<u64, ContainerError> {
    cost(&encrypted(der)?)
}

/// Opens an EncryptedPrivateKeyInfo, when that takes no more than `limit` rounds.
pub fn read_encrypted_pkcs8(
    der: &[u8],
    password: &[u8],
    limit: u64,
) -> Result<Material, ContainerError> {
    let info = encrypted(der)?;
    let rounds = cost(&info)?;
    if rounds > limit {
        return Err(ContainerError::TooCostly { rounds, limit });
    }
    let plain = info
        .decrypt(password)
        .map_err(|_| ContainerError::WrongPassword)?;
    // A wrong password gives well-padded garbage once in 256 times: it does not read as a key.
    read_pkcs8(plain.as_bytes()).map_err(|error| match error {
        ContainerError::Malformed { .. } => ContainerError::WrongPassword,
        other => other,
    })
}

/// Writes a PrivateKeyInfo.
pub fn write(material: &Material) -> Result<Vec<u8>, CryptoError> {
    match material {
        Material::Oct(_) => Err(CryptoError::WrongKeyType),
        Material::Rsa { n, e, private } => {
            let private = private.as_ref().ok_or(CryptoError::NoPrivateHalf)?;
            let inside = pkcs1::write_private(n, e, private)?;
            write_info(oid::RSA, Some(AnyRef::NULL), &inside)
        }
        Material::Ec { curve, x, y, d } => {
            let d = d.as_ref().ok_or(CryptoError::NoPrivateHalf)?;
            let point = ec::uncompressed(*curve, x, y)?;
            write_ec(*curve, d.expose(), Some(&point))
        }
        Material::Okp { curve, d, .. } => {
            let d = d.as_ref().ok_or(CryptoError::NoPrivateHalf)?;
            write_okp(*curve, d.expose())
        }
        Material::Akp { alg, private, .. } => {
            let seed = private.as_ref().ok_or(CryptoError::NoPrivateHalf)?;
            let id = oid::of_ml_dsa(alg).ok_or(CryptoError::WrongKeyType)?;
            let inside = ContextSpecific {
                tag_number: TagNumber::N0,
                tag_mode: TagMode::Implicit,
                value: OctetStringRef::new(seed.expose()).map_err(unwritable)?,
            };
            write_info(id, None, &inside.to_der().map_err(unwritable)?)
        }
    }
}

/// Writes a PrivateKeyInfo of an EC key.
pub(in crate::crypto) fn write_ec(
    curve: Curve,
    d: &[u8],
    public: Option<&[u8]>,
) -> Result<Vec<u8>, CryptoError> {
    let id = oid::of_curve(curve).ok_or(CryptoError::WrongKeyType)?;
    let inside = sec1::write_inside(d, public)?;
    write_info(oid::EC, Some(AnyRef::from(&id)), &inside)
}

/// Writes a PrivateKeyInfo of an octet key pair (RFC 8410 §7).
pub(in crate::crypto) fn write_okp(curve: Curve, seed: &[u8]) -> Result<Vec<u8>, CryptoError> {
    let id = oid::of_curve(curve).ok_or(CryptoError::WrongKeyType)?;
    let inside = OctetStringRef::new(seed)
        .and_then(|seed| seed.to_der())
        .map_err(unwritable)?;
    write_info(id, None, &inside)
}

fn write_info(
    oid: der::asn1::ObjectIdentifier,
    parameters: Option<AnyRef<'_>>,
    inside: &[u8],
) -> Result<Vec<u8>, CryptoError> {
    let algorithm = AlgorithmIdentifierRef { oid, parameters };
    PrivateKeyInfo::new(algorithm, inside)
        .to_der()
        .map_err(unwritable)
}

/// An EncryptedPrivateKeyInfo in shape, but by a scheme that the crate does not know, is told
/// apart from bytes that are none.
fn encrypted(der: &[u8]) -> Result<EncryptedPrivateKeyInfo<'_>, ContainerError> {
    EncryptedPrivateKeyInfo::from_der(der).map_err(|error| {
        let shape = SliceReader::new(der).and_then(|mut reader| {
            let shape = reader.sequence(|inside| {
                AlgorithmIdentifierRef::decode(inside)?;
                OctetStringRef::decode(inside)
            })?;
            reader.finish(shape)
        });
        match shape {
            Ok(_) => ContainerError::UnknownEncryption,
            Err(_) => malformed(Container::EncryptedPkcs8)(error),
        }
    })
}

fn cost(info: &EncryptedPrivateKeyInfo<'_>) -> Result<u64, ContainerError> {
    let EncryptionScheme::Pbes2(parameters) = &info.encryption_algorithm else {
        return Err(ContainerError::UnknownEncryption);
    };
    match &parameters.kdf {
        Kdf::Pbkdf2(pbkdf2) => Ok(pbkdf2.iteration_count.into()),
        Kdf::Scrypt(scrypt) => Ok(scrypt
            .cost_parameter
            .saturating_mul(scrypt.block_size.into())
            .saturating_mul(scrypt.parallelization.into())),
        _ => Err(ContainerError::UnknownEncryption),
    }
}

/// RFC 9881 §6: `seed [0]`, or `expandedKey`, or both in a SEQUENCE. JWK has the seed only, and
/// an expanded key does not lead back to it.
fn ml_dsa_seed(der: &[u8]) -> Result<Vec<u8>, ContainerError> {
    let malformed = malformed(Container::Pkcs8);
    let mut reader = SliceReader::new(der).map_err(&malformed)?;
    let tag = reader.peek_tag().map_err(&malformed)?;
    let seed = if tag.is_context_specific() {
        let seed: Option<ContextSpecific<OctetStringRef<'_>>> =
            ContextSpecific::decode_implicit(&mut reader, TagNumber::N0).map_err(&malformed)?;
        reader.finish(()).map_err(&malformed)?;
        seed.map(|seed| seed.value.as_bytes().to_vec())
    } else if tag == der::Tag::Sequence {
        let both = reader.sequence(|inside| {
            let seed = OctetStringRef::decode(inside)?;
            OctetStringRef::decode(inside)?;
            Ok(seed.as_bytes().to_vec())
        });
        Some(both.map_err(&malformed)?)
    } else {
        None
    };
    seed.ok_or(CryptoError::Refused("ml-dsa-without-seed").into())
}
