//! SubjectPublicKeyInfo.
//! Spec: RFC 5280 §4.1.2.7, RFC 5480 §2, RFC 8410 §4, RFC 9881 §4.

use super::oid::{self, KeyKind};
use super::{Container, ContainerError, malformed, pkcs1, unwritable};
use crate::crypto::{CryptoError, ec};
use crate::jose::algorithms::Curve;
use crate::keys::Material;
use der::asn1::{AnyRef, BitStringRef, ObjectIdentifier};
use der::{Decode, Encode};
use spki::{AlgorithmIdentifierRef, SubjectPublicKeyInfoRef};

/// Reads a SubjectPublicKeyInfo.
pub fn read_spki(der: &[u8]) -> Result<Material, ContainerError> {
    let info = SubjectPublicKeyInfoRef::from_der(der).map_err(malformed(Container::Spki))?;
    read(&info)
}

pub(super) fn read(info: &SubjectPublicKeyInfoRef<'_>) -> Result<Material, ContainerError> {
    let algorithm = &info.algorithm;
    let kind = oid::key_kind(algorithm.oid)
        .ok_or_else(|| ContainerError::UnknownAlgorithm(algorithm.oid.to_string()))?;
    let bytes = info
        .subject_public_key
        .as_bytes()
        .ok_or(ContainerError::Malformed {
            container: Container::Spki,
            offset: None,
        })?;
    match kind {
        KeyKind::Rsa => pkcs1::read_pkcs1_public(bytes),
        KeyKind::Ec => {
            let curve = named_curve(algorithm)?;
            let (x, y) = ec::decompress(curve, bytes)?;
            let d = None;
            Ok(Material::Ec { curve, x, y, d })
        }
        KeyKind::Okp(curve) => okp(curve, bytes),
        KeyKind::MlDsa(alg) => Ok(Material::Akp {
            alg: alg.to_owned(),
            public: bytes.to_vec(),
            private: None,
        }),
    }
}

/// Writes the public half.
pub fn write(material: &Material) -> Result<Vec<u8>, CryptoError> {
    let (oid, parameters, bytes) = match material {
        Material::Oct(_) => return Err(CryptoError::WrongKeyType),
        Material::Rsa { n, e, .. } => (oid::RSA, Some(AnyRef::NULL), pkcs1::write_public(n, e)?),
        Material::Ec { curve, x, y, .. } => {
            let point = ec::uncompressed(*curve, x, y)?;
            let id = oid::of_curve(*curve).ok_or(CryptoError::WrongKeyType)?;
            return write_info(oid::EC, Some(AnyRef::from(&id)), &point);
        }
        Material::Okp { curve, x, .. } => {
            let id = oid::of_curve(*curve).ok_or(CryptoError::WrongKeyType)?;
            (id, None, x.clone())
        }
        Material::Akp { alg, public, .. } => {
            let id = oid::of_ml_dsa(alg).ok_or(CryptoError::WrongKeyType)?;
            (id, None, public.clone())
        }
    };
    write_info(oid, parameters, &bytes)
}

fn write_info(
    oid: ObjectIdentifier,
    parameters: Option<AnyRef<'_>>,
    bytes: &[u8],
) -> Result<Vec<u8>, CryptoError> {
    let info = SubjectPublicKeyInfoRef {
        algorithm: AlgorithmIdentifierRef { oid, parameters },
        subject_public_key: BitStringRef::from_bytes(bytes).map_err(unwritable)?,
    };
    info.to_der().map_err(unwritable)
}

/// The curve of an EC AlgorithmIdentifier. A curve given by its numbers has no JWK name, even if
/// they are those of a curve that has one.
pub(super) fn named_curve(algorithm: &AlgorithmIdentifierRef<'_>) -> Result<Curve, ContainerError> {
    let id = algorithm
        .parameters
        .and_then(|parameters| parameters.decode_as::<ObjectIdentifier>().ok())
        .ok_or(ContainerError::NoNamedCurve)?;
    oid::curve(id).ok_or_else(|| ContainerError::UnknownCurve(id.to_string()))
}

fn okp(curve: Curve, bytes: &[u8]) -> Result<Material, ContainerError> {
    if bytes.len() != curve.field_len() {
        return Err(CryptoError::Refused("okp-public-key-length").into());
    }
    Ok(Material::Okp {
        curve,
        x: bytes.to_vec(),
        d: None,
    })
}
