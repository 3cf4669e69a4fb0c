//! What a person gives as a key, and what may be said of a key that was read. Plain data
//! without cryptography or secrets, so that it may stand in the page.

use crate::secret::Secret;
use serde::{Deserialize, Serialize};

/// The key box and its switches.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct KeyInput {
    /// The text, byte for byte.
    pub text: Secret<String>,
    /// How a bare secret is read.
    pub reading: SecretReading,
    /// For encrypted PKCS #8.
    pub password: Option<Secret<String>>,
    /// Where the text came from.
    pub source: KeySource,
}

/// How a bare secret becomes bytes. The person chooses; the token never does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SecretReading {
    /// The UTF-8 bytes of the text.
    #[default]
    Utf8,
    /// Standard base64, padded or not.
    Base64,
    /// Base64url, padded or not.
    Base64url,
    /// Hexadecimal digits.
    Hex,
}

/// Where a key came from: part of every verdict.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum KeySource {
    /// Typed or pasted into the key box.
    #[default]
    Pasted,
    /// Fetched on a click.
    Fetched {
        /// The exact URL.
        url: String,
        /// NumericDate of the answer.
        at: i64,
    },
    /// From the token's own header: `jwk` or `x5c`. Proves nothing by itself.
    InToken {
        /// The Header Parameter.
        parameter: String,
    },
    /// Fetched on a click from the URL that a token itself names: `jku` or `x5u`. Proves nothing
    /// by itself either.
    NamedByToken {
        /// The Header Parameter.
        parameter: String,
        /// The exact URL.
        url: String,
        /// NumericDate of the answer.
        at: i64,
    },
    /// The same origin as another key: a name on the key shelf.
    Shelf {
        /// The key's name there.
        name: String,
    },
}

/// What may be said of a key. No secret bytes.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct KeyFacts {
    /// `kty`
    pub kty: String,
    /// `crv`, or the `alg` an AKP key is bound to.
    pub curve: Option<String>,
    /// Size in bits: modulus, field or secret.
    pub bits: u32,
    /// `kid`, exactly.
    pub kid: Option<String>,
    /// `alg`, exactly.
    pub alg: Option<String>,
    /// `use`, exactly.
    pub key_use: Option<String>,
    /// `key_ops`, exactly.
    pub key_ops: Vec<String>,
    /// Whether the private half is there. For `oct`, always.
    pub is_private: bool,
    /// RSA public exponent, decimal, when it fits.
    pub exponent: Option<u64>,
    /// SHA-1 thumbprint of the certificate (`x5t`), base64url, where there is a certificate.
    pub x5t: Option<String>,
    /// SHA-256 thumbprint of the certificate (`x5t#S256`), base64url.
    pub x5t_s256: Option<String>,
    /// JWK Thumbprint (RFC 7638, SHA-256), base64url. Empty for `oct` (RFC 7638 §7).
    pub thumbprint: String,
    /// Position in its JWK Set, from 0.
    pub index: usize,
    /// The public half as a JWK, members in RFC 7638 order. Empty for `oct`.
    pub public_jwk: String,
    /// Name of the setting whose value it is, where it came from a settings line or file.
    pub setting: Option<String>,
}

impl KeyFacts {
    /// The JWK Thumbprint as a URI (RFC 9278 §3); `None` for a secret, which has none.
    pub fn thumbprint_uri(&self) -> Option<String> {
        let prefix = "urn:ietf:params:oauth:jwk-thumbprint:sha-256:";
        (!self.thumbprint.is_empty()).then(|| format!("{prefix}{}", self.thumbprint))
    }
}
