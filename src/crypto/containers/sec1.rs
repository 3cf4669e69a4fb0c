//! ECPrivateKey.
//! Spec: RFC 5915 §3, SEC 1 Appendix C.4.

use super::{Container, ContainerError, malformed, oid, unwritable};
use crate::crypto::{CryptoError, ec, rsa};
use crate::jose::algorithms::Curve;
use crate::keys::Material;
use crate::secret::Secret;
use der::asn1::{AnyRef, ContextSpecific, OctetStringRef};
use der::{Decode, Encode, Reader, SliceReader, Tag, TagNumber, Tagged};
use sec1::{EcParameters, EcPrivateKey};

/// Reads an ECPrivateKey that names its curve.
pub fn read_sec1(der: &[u8]) -> Result<Material, ContainerError> {
    let key = EcPrivateKey::from_der(der).map_err(|error| match has_numbered_curve(der) {
        true => ContainerError::NoNamedCurve,
        false => malformed(Container::Sec1)(error),
    })?;
    let Some(EcParameters::NamedCurve(id)) = key.parameters else {
        return Err(ContainerError::NoNamedCurve);
    };
    let curve = oid::curve(id).ok_or_else(|| ContainerError::UnknownCurve(id.to_string()))?;
    material(curve, &key)
}

/// Whether it is an ECPrivateKey that gives its curve by numbers, which RFC 5915 §3 forbids and
/// the crate does not read.
fn has_numbered_curve(der: &[u8]) -> bool {
    let read = SliceReader::new(der).and_then(|mut reader| {
        reader.sequence(|inside| {
            u8::decode(inside)?;
            OctetStringRef::decode(inside)?;
            let parameters: Option<ContextSpecific<AnyRef<'_>>> =
                ContextSpecific::decode_explicit(inside, TagNumber::N0)?;
            inside.read_slice(inside.remaining_len())?;
            Ok(parameters.is_some_and(|parameters| parameters.value.tag() == Tag::Sequence))
        })
    });
    read.unwrap_or(false)
}

/// Reads an ECPrivateKey whose curve the structure around it names.
pub(super) fn read_inside(curve: Curve, der: &[u8]) -> Result<Material, ContainerError> {
    let key = EcPrivateKey::from_der(der).map_err(malformed(Container::Sec1))?;
    material(curve, &key)
}

/// Writes an ECPrivateKey with its curve and, when given, its public key as `04 ‖ x ‖ y`.
pub fn write(curve: Curve, d: &[u8], public: Option<&[u8]>) -> Result<Vec<u8>, CryptoError> {
    let id = oid::of_curve(curve).ok_or(CryptoError::WrongKeyType)?;
    write_with(Some(EcParameters::NamedCurve(id)), d, public)
}

/// The same without the curve, for inside a PrivateKeyInfo, which names it (RFC 5915 §1).
pub(super) fn write_inside(d: &[u8], public: Option<&[u8]>) -> Result<Vec<u8>, CryptoError> {
    write_with(None, d, public)
}

fn write_with(
    parameters: Option<EcParameters>,
    d: &[u8],
    public_key: Option<&[u8]>,
) -> Result<Vec<u8>, CryptoError> {
    let key = EcPrivateKey {
        private_key: d,
        parameters,
        public_key,
    };
    key.to_der().map_err(unwritable)
}

/// The public key is computed. One that is written beside it must be the same: two halves that
/// do not belong together are an error of the file, not something to choose from.
fn material(curve: Curve, key: &EcPrivateKey<'_>) -> Result<Material, ContainerError> {
    let d = to_length(curve.field_len(), key.private_key)
        .ok_or(CryptoError::Refused("ec-private-value-length"))?;
    let (x, y) = ec::ec_public(curve, &d)?;
    let written = key.public_key.map(|point| ec::decompress(curve, point));
    if let Some(written) = written.transpose()?
        && written != (x.clone(), y.clone())
    {
        return Err(CryptoError::Refused("key-pair-differs").into());
    }
    let d = Some(Secret::new(d));
    Ok(Material::Ec { curve, x, y, d })
}

/// Some writers leave out leading zeros, some add one.
fn to_length(length: usize, number: &[u8]) -> Option<Vec<u8>> {
    let number = rsa::significant(number);
    let missing = length.checked_sub(number.len())?;
    let mut bytes = vec![0; missing];
    bytes.extend_from_slice(number);
    Some(bytes)
}
