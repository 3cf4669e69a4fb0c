//! The hash functions that `_sd_alg` can name.
//! Spec: RFC 9901 §4.1.1; the names are of the IANA "Named Information Hash Algorithm" registry.

use crate::base64url;
use crate::json::Document;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256, Sha384, Sha512};

/// A hash function by its registered name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HashName {
    /// `sha-256`, the default.
    Sha256,
    /// `sha-384`
    Sha384,
    /// `sha-512`
    Sha512,
}

impl HashName {
    /// The one that a payload names; the default when it names none.
    pub fn of_payload(payload: &Document) -> Option<HashName> {
        let Some(value) = payload.get("_sd_alg") else {
            return Some(HashName::Sha256);
        };
        match value.text()?.as_ref() {
            "sha-256" => Some(HashName::Sha256),
            "sha-384" => Some(HashName::Sha384),
            "sha-512" => Some(HashName::Sha512),
            _ => None,
        }
    }

    /// The registered name.
    pub const fn name(self) -> &'static str {
        match self {
            HashName::Sha256 => "sha-256",
            HashName::Sha384 => "sha-384",
            HashName::Sha512 => "sha-512",
        }
    }

    /// The digest of `bytes`, base64url-encoded.
    pub fn digest(self, bytes: &[u8]) -> String {
        match self {
            HashName::Sha256 => base64url::encode(&Sha256::digest(bytes)),
            HashName::Sha384 => base64url::encode(&Sha384::digest(bytes)),
            HashName::Sha512 => base64url::encode(&Sha512::digest(bytes)),
        }
    }
}
