//! X.509 certificates: the key, and what the certificate says of its holder. Nothing here
//! checks a chain or a signature: a debugger shows what stands there.
//! Spec: RFC 5280 §4.1, RFC 7515 §4.1.6 to §4.1.8.

use super::{Container, ContainerError, malformed, spki};
use crate::base64url;
use crate::keys::Material;
use der::Decode;
use der::referenced::OwnedToRef;
use sha2::Digest;

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
        subject: certificate.subject.to_string(),
        issuer: certificate.issuer.to_string(),
        serial: serial.iter().map(|byte| format!("{byte:02x}")).collect(),
        not_before: moment(certificate.validity.not_before),
        not_after: moment(certificate.validity.not_after),
        sha1: base64url::encode(&sha1::Sha1::digest(der)),
        sha256: base64url::encode(&sha2::Sha256::digest(der)),
    };
    Ok((facts, material))
}
