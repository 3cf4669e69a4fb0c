//! X.509 certificates: the key, and what the certificate says of its holder. Nothing here
//! checks a chain or a signature: a debugger shows what stands there. And one that a key makes
//! for itself, to try with.
//! Spec: RFC 5280 §4.1, RFC 7515 §4.1.6 to §4.1.8; of signature algorithms RFC 4055 §5,
//! RFC 5758 §3.2, RFC 8410 §3, RFC 9881 §3.

use super::{Container, ContainerError, distinguished_name, malformed, oid, spki, unwritable};
use crate::base64url;
use crate::crypto::{self, CryptoError};
use crate::jose::algorithms::{Curve, Hash, Scheme};
use crate::keys::Material;
use der::asn1::{Any, BitString, GeneralizedTime, ObjectIdentifier, SetOfVec, UintRef, UtcTime};
use der::referenced::OwnedToRef;
use der::{Decode, Encode, Tag};
use rand_core::CryptoRngCore;
use sha2::Digest;
use std::time::Duration;
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::certificate::{TbsCertificate, Version};
use x509_cert::name::{RdnSequence, RelativeDistinguishedName};
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};
use x509_cert::time::{Time, Validity};

/// What a certificate says.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Certificate {
    /// Distinguished name as RFC 4514 writes it.
    pub subject: String,
    /// Distinguished name of who signed it.
    pub issuer: String,
    /// Serial number, lower-case hexadecimal.
    pub serial: String,
    /// NumericDate of `notBefore`.
    pub not_before: i64,
    /// NumericDate of `notAfter`.
    pub not_after: i64,
    /// `x5t`: SHA-1 of the DER, base64url.
    pub sha1: String,
    /// `x5t#S256`: SHA-256 of the DER, base64url.
    pub sha256: String,
}

/// Reads a certificate and the public key in it.
pub fn read_certificate(der: &[u8]) -> Result<(Certificate, Material), ContainerError> {
    let certificate = x509_cert::Certificate::from_der(der)
        .map_err(malformed(Container::Certificate))?
        .tbs_certificate;
    let material = spki::read(&certificate.subject_public_key_info.owned_to_ref())?;
    let moment = |time: x509_cert::time::Time| {
        i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX)
    };
    let serial = certificate.serial_number.as_bytes();
    let facts = Certificate {
        subject: distinguished_name::written(&certificate.subject),
        issuer: distinguished_name::written(&certificate.issuer),
        serial: serial.iter().map(|byte| format!("{byte:02x}")).collect(),
        not_before: moment(certificate.validity.not_before),
        not_after: moment(certificate.validity.not_after),
        sha1: base64url::encode(&sha1::Sha1::digest(der)),
        sha256: base64url::encode(&sha2::Sha256::digest(der)),
    };
    Ok((facts, material))
}

/// What a certificate that a key makes for itself says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SelfSigned<'a> {
    /// Common name of holder and issuer.
    pub subject: &'a str,
    /// NumericDate of `notBefore`.
    pub not_before: i64,
    /// NumericDate of `notAfter`.
    pub not_after: i64,
}

/// Whether a key of this kind signs certificates.
pub fn can_sign(material: &Material) -> bool {
    signing(material).is_some()
}

/// A certificate in DER, signed by the key it is about, with a random serial number.
pub fn self_signed<R: CryptoRngCore>(
    material: &Material,
    wish: &SelfSigned<'_>,
    rng: &mut R,
) -> Result<Vec<u8>, CryptoError> {
    let (scheme, algorithm) = signing(material).ok_or(CryptoError::WrongKeyType)?;
    let mut serial = [0; 16];
    rng.fill_bytes(&mut serial);
    let public =
        SubjectPublicKeyInfoOwned::from_der(&spki::write(material)?).map_err(unwritable)?;
    let name = common_name(wish.subject).map_err(unwritable)?;
    let moment = |at| moment(at).ok_or(CryptoError::Refused("certificate-moment"));
    let tbs_certificate = TbsCertificate {
        version: Version::V3,
        serial_number: SerialNumber::new(&serial).map_err(unwritable)?,
        signature: algorithm.clone(),
        issuer: name.clone(),
        validity: Validity {
            not_before: moment(wish.not_before)?,
            not_after: moment(wish.not_after)?,
        },
        subject: name,
        subject_public_key_info: public,
        issuer_unique_id: None,
        subject_unique_id: None,
        extensions: None,
    };
    let input = tbs_certificate.to_der().map_err(unwritable)?;
    let mut signature = crypto::sign(scheme, material, &input, rng)?;
    if matches!(scheme, Scheme::Ecdsa(..)) {
        signature = ecdsa_der(&signature).map_err(unwritable)?;
    }
    let certificate = x509_cert::Certificate {
        tbs_certificate,
        signature_algorithm: algorithm,
        signature: BitString::from_bytes(&signature).map_err(unwritable)?,
    };
    certificate.to_der().map_err(unwritable)
}

/// How a key of this kind signs, and what X.509 calls that.
fn signing(material: &Material) -> Option<(Scheme, AlgorithmIdentifierOwned)> {
    let (scheme, oid, parameters) = match material {
        Material::Rsa { .. } => (
            Scheme::RsaPkcs1(Hash::Sha256),
            ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11"),
            Some(Any::null()),
        ),
        Material::Ec { curve, .. } => {
            let (hash, id) = match curve {
                Curve::P384 => (Hash::Sha384, "1.2.840.10045.4.3.3"),
                Curve::P521 => (Hash::Sha512, "1.2.840.10045.4.3.4"),
                _ => (Hash::Sha256, "1.2.840.10045.4.3.2"),
            };
            (
                Scheme::Ecdsa(*curve, hash),
                ObjectIdentifier::new_unwrap(id),
                None,
            )
        }
        Material::Okp { curve, .. } if crypto::signs(*curve) => {
            (Scheme::EdDsaOn(*curve), oid::of_curve(*curve)?, None)
        }
        Material::Akp { alg, .. } => {
            let row = crate::jose::algorithms::signature_algorithm(alg)?;
            (row.scheme, oid::of_ml_dsa(alg)?, None)
        }
        Material::Okp { .. } | Material::Oct(_) => return None,
    };
    Some((scheme, AlgorithmIdentifierOwned { oid, parameters }))
}

/// X.509 writes R and S as a SEQUENCE of two INTEGERs (RFC 3279 §2.2.3).
fn ecdsa_der(signature: &[u8]) -> der::Result<Vec<u8>> {
    let (r, s) = signature.split_at(signature.len() / 2);
    [UintRef::new(r)?, UintRef::new(s)?].to_der()
}

fn common_name(text: &str) -> der::Result<RdnSequence> {
    let name = AttributeTypeAndValue {
        oid: ObjectIdentifier::new_unwrap("2.5.4.3"),
        value: Any::new(Tag::Utf8String, text.as_bytes())?,
    };
    let names = SetOfVec::try_from(vec![name])?;
    Ok(RdnSequence(vec![RelativeDistinguishedName(names)]))
}

/// RFC 5280 §4.1.2.5: UTCTime through 2049, GeneralizedTime from then on.
fn moment(at: i64) -> Option<Time> {
    let since = Duration::from_secs(u64::try_from(at).ok()?);
    match UtcTime::from_unix_duration(since) {
        Ok(time) => Some(Time::UtcTime(time)),
        Err(_) => {
            let time = GeneralizedTime::from_unix_duration(since).ok()?;
            Some(Time::GeneralTime(time))
        }
    }
}
