//! PEM labels: which structure a label announces, and writing a block.
//! Spec: RFC 7468.

use super::Container;
use crate::crypto::CryptoError;
use pem_rfc7468::LineEnding;

/// The structure that a label between `-----BEGIN ` and `-----` announces. `None` for labels
/// that hold no key (`EC PARAMETERS`, `CERTIFICATE REQUEST`, …).
pub fn container_of(label: &str) -> Option<Container> {
    match label {
        "PUBLIC KEY" => Some(Container::Spki),
        "RSA PUBLIC KEY" => Some(Container::Pkcs1Public),
        "PRIVATE KEY" => Some(Container::Pkcs8),
        "ENCRYPTED PRIVATE KEY" => Some(Container::EncryptedPkcs8),
        "RSA PRIVATE KEY" => Some(Container::Pkcs1Private),
        "EC PRIVATE KEY" => Some(Container::Sec1),
        "CERTIFICATE" | "X509 CERTIFICATE" | "TRUSTED CERTIFICATE" => Some(Container::Certificate),
        _ => None,
    }
}

/// The label of a structure.
pub const fn label_of(container: Container) -> &'static str {
    match container {
        Container::Spki => "PUBLIC KEY",
        Container::Pkcs1Public => "RSA PUBLIC KEY",
        Container::Pkcs8 => "PRIVATE KEY",
        Container::EncryptedPkcs8 => "ENCRYPTED PRIVATE KEY",
        Container::Pkcs1Private => "RSA PRIVATE KEY",
        Container::Sec1 => "EC PRIVATE KEY",
        Container::Certificate => "CERTIFICATE",
    }
}

/// A PEM block with line feeds.
pub fn write(container: Container, der: &[u8]) -> Result<String, CryptoError> {
    pem_rfc7468::encode_string(label_of(container), LineEnding::LF, der)
        .map_err(|_| CryptoError::Refused("key-unusable"))
}
