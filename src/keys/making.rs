//! What a person asks of the key tools and what they get, as plain data without cryptography,
//! so that it may stand in the page.

use super::facts::{KeyFacts, KeyInput};
use crate::diagnostic::Diagnostic;
use crate::jose::key_spec::KeySpec;
use crate::secret::Secret;
use serde::{Deserialize, Serialize};

/// A key to be made, and what its JWK is to say of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewKey {
    /// What it is for.
    pub alg: String,
    /// What it is.
    pub spec: KeySpec,
    /// How a symmetric key comes about; other kinds do not look at it.
    pub secret: SecretForm,
    /// Whether the JWK has `alg`. AKP always has it (RFC 9964 §3).
    pub names_alg: bool,
    /// How it says what it is for.
    pub purpose: Purpose,
    /// How `kid` comes about.
    pub naming: Naming,
}

/// How a symmetric key comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum SecretForm {
    /// Random bytes.
    #[default]
    Bytes,
    /// Random base64url text; its UTF-8 bytes are the key.
    Text,
    /// Random words that can be read aloud; their UTF-8 bytes are the key.
    Words,
}

/// How a JWK says what it is for. RFC 7517 §4.3 advises against saying it in both ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Purpose {
    /// `use`
    #[default]
    Use,
    /// `key_ops`
    Operations,
    /// Not at all.
    Unsaid,
}

/// How `kid` comes about.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Naming {
    /// The JWK Thumbprint (RFC 7638 §3); a secret, which must not have one, gets a random name.
    #[default]
    Thumbprint,
    /// This text.
    Given(String),
    /// There is none.
    Unnamed,
}

/// A key that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeKey {
    /// With its private half, as a JWK, indented.
    pub private: Secret<String>,
    /// The public half as a JWK; empty for a secret.
    pub public: String,
    /// A JWK Set with the public half; with nothing in it for a secret.
    pub jwks: String,
    /// The text whose UTF-8 bytes are the key, where it was made as text.
    pub text: Option<Secret<String>>,
    /// Bits that somebody who guesses has to get right. Of a symmetric key only.
    pub entropy: Option<u32>,
    /// What may be said of it.
    pub facts: KeyFacts,
    /// What is weak about it.
    pub warnings: Vec<Diagnostic>,
}

/// One spelling of a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spelling {
    /// Stable; the key of its name is `spelling-<id>`.
    pub id: String,
    /// Whether the private half, or a secret, stands in it.
    pub is_private: bool,
    /// The text.
    pub text: Secret<String>,
    /// What a file with it is called; empty when nobody would keep it in one.
    pub file: String,
}

/// A key in every spelling there is for its kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spelled {
    /// What may be said of it.
    pub facts: KeyFacts,
    /// Private spellings first.
    pub spellings: Vec<Spelling>,
}

/// A certificate to be made for a key by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateWish {
    /// The private key; the first that can sign counts.
    pub key: KeyInput,
    /// Common name of holder and issuer, who are the same.
    pub subject: String,
    /// NumericDate from which it is valid.
    pub from: i64,
    /// Days for which it is valid.
    pub days: u16,
}

/// A certificate that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeCertificate {
    /// PEM.
    pub pem: String,
    /// The `x5c` Header Parameter or JWK member: an array of one.
    pub x5c: String,
    /// `x5t#S256`
    pub x5t_s256: String,
    /// The public JWK with `x5c` and `x5t#S256`.
    pub jwk: String,
    /// NumericDate until which it is valid.
    pub until: i64,
}

/// A JWK Set as it would be published, and what there is to say of it.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Published {
    /// The file; public keys only, whatever was picked.
    pub jwks: String,
    /// Keys in it.
    pub count: usize,
    /// What is wrong, odd or worth knowing, the worst first.
    pub says: Vec<Diagnostic>,
}
