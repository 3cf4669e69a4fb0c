//! Key containers: DER in, [`Material`] out, and back. The text around DER (PEM with or without
//! its lines, base64) is read elsewhere; here it is bytes.
//! Spec: RFC 5280 §4.1, RFC 5958, RFC 5915, RFC 8017 Appendix A.1, RFC 8018 §6.2, RFC 8410,
//! RFC 9881.

mod distinguished_name;
mod oid;
pub mod pem;
pub mod pkcs1;
pub mod pkcs8;
pub mod sec1;
pub mod spki;
pub mod x509;

pub use pkcs1::{read_pkcs1_private, read_pkcs1_public};
pub use pkcs8::{encryption_cost, read_encrypted_pkcs8, read_pkcs8};
pub use sec1::read_sec1;
pub use spki::read_spki;
pub use x509::{Certificate, read_certificate};

use super::CryptoError;
use crate::diagnostic::Diagnostic;
use crate::keys::Material;

/// The structures a key can come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// SubjectPublicKeyInfo.
    Spki,
    /// PrivateKeyInfo.
    Pkcs8,
    /// EncryptedPrivateKeyInfo.
    EncryptedPkcs8,
    /// RSAPublicKey.
    Pkcs1Public,
    /// RSAPrivateKey.
    Pkcs1Private,
    /// ECPrivateKey.
    Sec1,
    /// X.509 Certificate.
    Certificate,
}

impl Container {
    /// As people call it, for "read as PEM, SPKI, RSA 2048".
    pub const fn name(self) -> &'static str {
        match self {
            Container::Spki => "SPKI",
            Container::Pkcs8 => "PKCS #8",
            Container::EncryptedPkcs8 => "encrypted PKCS #8",
            Container::Pkcs1Public | Container::Pkcs1Private => "PKCS #1",
            Container::Sec1 => "SEC 1",
            Container::Certificate => "X.509",
        }
    }
}

/// What a DER text held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contained {
    /// The structure it came in.
    pub container: Container,
    /// The key.
    pub material: Material,
    /// What else the structure says, when it is a certificate.
    pub certificate: Option<Certificate>,
}

/// Why a container gives no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContainerError {
    /// Not DER, or DER of another structure. The offset is that of the byte that does not fit.
    Malformed {
        /// What was expected.
        container: Container,
        /// Offset in the DER, where the reader knows it.
        offset: Option<usize>,
    },
    /// None of the structures of [`Container`].
    NoContainer,
    /// The key is for an algorithm that no JWK key type covers; its object identifier.
    UnknownAlgorithm(String),
    /// The key is on a curve without a JWK name; its object identifier.
    UnknownCurve(String),
    /// The structure does not name the curve, or gives it by its numbers.
    NoNamedCurve,
    /// The numbers in it are not a key.
    Key(CryptoError),
    /// Encrypted: a password is needed.
    PasswordNeeded,
    /// The password does not open it.
    WrongPassword,
    /// Encrypted with something other than PBES2 with AES.
    UnknownEncryption,
    /// Deriving the key from the password would take longer than the limit allows.
    TooCostly {
        /// Rounds the file asks for.
        rounds: u64,
        /// Rounds allowed.
        limit: u64,
    },
}

impl ContainerError {
    /// The stable code, which is the key of the text that says it.
    pub const fn code(&self) -> &'static str {
        match self {
            ContainerError::Malformed { offset: None, .. } => "container-unreadable",
            ContainerError::Malformed { .. } => "container-malformed",
            ContainerError::NoContainer => "container-unknown",
            ContainerError::UnknownAlgorithm(_) => "container-algorithm-unknown",
            ContainerError::UnknownCurve(_) => "container-curve-unknown",
            ContainerError::NoNamedCurve => "container-curve-unnamed",
            ContainerError::Key(error) => error.code(),
            ContainerError::PasswordNeeded => "container-password-needed",
            ContainerError::WrongPassword => "container-password-wrong",
            ContainerError::UnknownEncryption => "container-encryption-unknown",
            ContainerError::TooCostly { .. } => "container-too-costly",
        }
    }
}

impl From<ContainerError> for Diagnostic {
    fn from(error: ContainerError) -> Self {
        let diagnostic = Diagnostic::danger(error.code());
        match error {
            ContainerError::Malformed { container, offset } => {
                let diagnostic = diagnostic.with("container", container.name());
                match offset {
                    Some(offset) => diagnostic.with("offset", offset),
                    None => diagnostic,
                }
            }
            ContainerError::UnknownAlgorithm(oid) | ContainerError::UnknownCurve(oid) => {
                diagnostic.with("oid", oid)
            }
            ContainerError::TooCostly { rounds, limit } => {
                diagnostic.with("rounds", rounds).with("limit", limit)
            }
            _ => diagnostic,
        }
    }
}

impl From<CryptoError> for ContainerError {
    fn from(error: CryptoError) -> Self {
        ContainerError::Key(error)
    }
}

/// Reads DER as whichever structure it is. When it is none of them, but begins as one, the error
/// is that structure's.
pub fn read_der(der: &[u8]) -> Result<Contained, ContainerError> {
    let mut telling = None;
    for container in [
        Container::Spki,
        Container::Pkcs8,
        Container::Pkcs1Private,
        Container::Sec1,
        Container::Certificate,
        Container::EncryptedPkcs8,
        Container::Pkcs1Public,
    ] {
        match read_as(container, der) {
            Err(ContainerError::Malformed { .. }) => {}
            Err(error) => telling = telling.or(Some(error)),
            found => return found,
        }
    }
    Err(telling.unwrap_or(ContainerError::NoContainer))
}

/// Reads DER as one structure.
pub fn read_as(container: Container, der: &[u8]) -> Result<Contained, ContainerError> {
    let mut certificate = None;
    let material = match container {
        Container::Spki => read_spki(der)?,
        Container::Pkcs8 => read_pkcs8(der)?,
        Container::EncryptedPkcs8 => {
            encryption_cost(der)?;
            return Err(ContainerError::PasswordNeeded);
        }
        Container::Pkcs1Public => read_pkcs1_public(der)?,
        Container::Pkcs1Private => read_pkcs1_private(der)?,
        Container::Sec1 => read_sec1(der)?,
        Container::Certificate => {
            let (found, material) = read_certificate(der)?;
            certificate = Some(found);
            material
        }
    };
    Ok(Contained {
        container,
        material,
        certificate,
    })
}

fn malformed(container: Container) -> impl Fn(der::Error) -> ContainerError {
    move |error| ContainerError::Malformed {
        container,
        offset: error
            .position()
            .and_then(|position| usize::try_from(position).ok()),
    }
}

/// Encoding fails only for lengths that DER cannot write, which no key has.
fn unwritable(_: der::Error) -> CryptoError {
    CryptoError::Refused("key-unusable")
}

#[cfg(test)]
mod tests;
