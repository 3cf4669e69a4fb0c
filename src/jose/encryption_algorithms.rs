//! One row of facts per registered JWE algorithm: key management (`alg`) and content encryption
//! (`enc`). Facts and an id; `crypto::jwe` dispatches on the id.
//! Spec: RFC 7518 §4.1 and §5.1, RFC 8037 §3.2, IANA "JSON Web Signature and Encryption
//! Algorithms".

use super::algorithms::Hash;

/// How the Content Encryption Key reaches the recipient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyManagement {
    /// The shared key is the Content Encryption Key (RFC 7518 §4.5): `kty` `oct`.
    Direct,
    /// AES Key Wrap (RFC 7518 §4.4): `kty` `oct`.
    AesKw(AesKey),
    /// AES GCM key encryption (RFC 7518 §4.7): `kty` `oct`.
    AesGcmKw(AesKey),
    /// RSAES-PKCS1-v1_5 (RFC 7518 §4.2): `kty` `RSA`. Decrypted only.
    Rsa15,
    /// RSAES-OAEP (RFC 7518 §4.3): `kty` `RSA`.
    RsaOaep(OaepHash),
    /// ECDH-ES with Concat KDF (RFC 7518 §4.6), the result used directly or to unwrap: `kty`
    /// `EC` or `OKP`.
    EcdhEs(Option<AesKey>),
    /// PBES2 (RFC 7518 §4.8): a password, as `kty` `oct`.
    Pbes2(Hash, AesKey),
}

/// An AES key length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AesKey {
    /// 128 bits.
    A128,
    /// 192 bits.
    A192,
    /// 256 bits.
    A256,
}

impl AesKey {
    /// Length in bytes.
    pub const fn bytes(self) -> usize {
        match self {
            AesKey::A128 => 16,
            AesKey::A192 => 24,
            AesKey::A256 => 32,
        }
    }
}

/// The hash and mask generation function of OAEP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OaepHash {
    /// SHA-1, the default of RFC 8017.
    Sha1,
    /// SHA-2.
    Sha2(Hash),
    /// SHA-2 with a mask of SHA-1, which no JOSE algorithm is.
    Sha1Mask(Hash),
}

/// How the plaintext becomes ciphertext.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ContentEncryption {
    /// AES in Galois/Counter Mode (RFC 7518 §5.3).
    AesGcm(AesKey),
    /// AES in CBC mode with HMAC (RFC 7518 §5.2); the hash gives all lengths.
    AesCbcHmac(Hash),
}

impl ContentEncryption {
    /// Length of the Content Encryption Key in bytes.
    pub const fn key_len(self) -> usize {
        match self {
            ContentEncryption::AesGcm(key) => key.bytes(),
            ContentEncryption::AesCbcHmac(hash) => hash.len(),
        }
    }

    /// Length of the Initialization Vector in bytes.
    pub const fn iv_len(self) -> usize {
        match self {
            ContentEncryption::AesGcm(_) => 12,
            ContentEncryption::AesCbcHmac(_) => 16,
        }
    }

    /// Length of the Authentication Tag in bytes.
    pub const fn tag_len(self) -> usize {
        match self {
            ContentEncryption::AesGcm(_) => 16,
            ContentEncryption::AesCbcHmac(hash) => hash.len() / 2,
        }
    }
}

/// What is known of one JWE `alg` value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyManagementAlgorithm {
    /// The `alg` value, exactly.
    pub name: &'static str,
    /// What it does.
    pub management: KeyManagement,
    /// The clause that defines it.
    pub spec: &'static str,
}

/// What is known of one `enc` value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContentEncryptionAlgorithm {
    /// The `enc` value, exactly.
    pub name: &'static str,
    /// What it does.
    pub encryption: ContentEncryption,
    /// The clause that defines it.
    pub spec: &'static str,
}

use AesKey::{A128, A192, A256};
use Hash::{Sha256, Sha384, Sha512};

/// Every JWE `alg` that is run here.
pub const KEY_MANAGEMENT_ALGORITHMS: [KeyManagementAlgorithm; 19] = [
    alg("RSA1_5", KeyManagement::Rsa15, "RFC7518#4.2"),
    alg(
        "RSA-OAEP",
        KeyManagement::RsaOaep(OaepHash::Sha1),
        "RFC7518#4.3",
    ),
    alg(
        "RSA-OAEP-256",
        KeyManagement::RsaOaep(OaepHash::Sha2(Sha256)),
        "RFC7518#4.3",
    ),
    alg(
        "RSA-OAEP-384",
        KeyManagement::RsaOaep(OaepHash::Sha2(Sha384)),
        "IANA",
    ),
    alg(
        "RSA-OAEP-512",
        KeyManagement::RsaOaep(OaepHash::Sha2(Sha512)),
        "IANA",
    ),
    alg("A128KW", KeyManagement::AesKw(A128), "RFC7518#4.4"),
    alg("A192KW", KeyManagement::AesKw(A192), "RFC7518#4.4"),
    alg("A256KW", KeyManagement::AesKw(A256), "RFC7518#4.4"),
    alg("dir", KeyManagement::Direct, "RFC7518#4.5"),
    alg("ECDH-ES", KeyManagement::EcdhEs(None), "RFC7518#4.6"),
    alg(
        "ECDH-ES+A128KW",
        KeyManagement::EcdhEs(Some(A128)),
        "RFC7518#4.6",
    ),
    alg(
        "ECDH-ES+A192KW",
        KeyManagement::EcdhEs(Some(A192)),
        "RFC7518#4.6",
    ),
    alg(
        "ECDH-ES+A256KW",
        KeyManagement::EcdhEs(Some(A256)),
        "RFC7518#4.6",
    ),
    alg("A128GCMKW", KeyManagement::AesGcmKw(A128), "RFC7518#4.7"),
    alg("A192GCMKW", KeyManagement::AesGcmKw(A192), "RFC7518#4.7"),
    alg("A256GCMKW", KeyManagement::AesGcmKw(A256), "RFC7518#4.7"),
    alg(
        "PBES2-HS256+A128KW",
        KeyManagement::Pbes2(Sha256, A128),
        "RFC7518#4.8",
    ),
    alg(
        "PBES2-HS384+A192KW",
        KeyManagement::Pbes2(Sha384, A192),
        "RFC7518#4.8",
    ),
    alg(
        "PBES2-HS512+A256KW",
        KeyManagement::Pbes2(Sha512, A256),
        "RFC7518#4.8",
    ),
];

/// Every `enc`.
pub const CONTENT_ENCRYPTION_ALGORITHMS: [ContentEncryptionAlgorithm; 6] = [
    enc(
        "A128CBC-HS256",
        ContentEncryption::AesCbcHmac(Sha256),
        "RFC7518#5.2.3",
    ),
    enc(
        "A192CBC-HS384",
        ContentEncryption::AesCbcHmac(Sha384),
        "RFC7518#5.2.4",
    ),
    enc(
        "A256CBC-HS512",
        ContentEncryption::AesCbcHmac(Sha512),
        "RFC7518#5.2.5",
    ),
    enc("A128GCM", ContentEncryption::AesGcm(A128), "RFC7518#5.3"),
    enc("A192GCM", ContentEncryption::AesGcm(A192), "RFC7518#5.3"),
    enc("A256GCM", ContentEncryption::AesGcm(A256), "RFC7518#5.3"),
];

const fn alg(
    name: &'static str,
    management: KeyManagement,
    spec: &'static str,
) -> KeyManagementAlgorithm {
    KeyManagementAlgorithm {
        name,
        management,
        spec,
    }
}

const fn enc(
    name: &'static str,
    encryption: ContentEncryption,
    spec: &'static str,
) -> ContentEncryptionAlgorithm {
    ContentEncryptionAlgorithm {
        name,
        encryption,
        spec,
    }
}

/// The row of a JWE `alg` value.
pub fn key_management_algorithm(name: &str) -> Option<&'static KeyManagementAlgorithm> {
    KEY_MANAGEMENT_ALGORITHMS
        .iter()
        .find(|row| row.name == name)
}

/// The row of an `enc` value.
pub fn content_encryption_algorithm(name: &str) -> Option<&'static ContentEncryptionAlgorithm> {
    let mut rows = CONTENT_ENCRYPTION_ALGORITHMS.iter();
    rows.find(|row| row.name == name)
}
