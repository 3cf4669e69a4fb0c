//! A token to be made, as the person typed it.

use crate::keys::facts::KeyInput;
use serde::{Deserialize, Serialize};

/// A token to be signed, or encrypted when its header has `enc`.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Draft {
    /// The JOSE Header as typed; signed byte for byte.
    pub header: String,
    /// The payload as typed; signed byte for byte.
    pub payload: String,
    /// The key.
    pub key: KeyInput,
    /// Whether the person agreed to `alg: none`, a token that nobody vouches for.
    pub unsecured: bool,
    /// How it is written.
    pub serialization: Serialization,
    /// Whether the payload is left out of the token, to travel beside it.
    pub is_detached: bool,
    /// Header Parameters that are not signed, as a JSON object; only the JSON Serialization has
    /// room for them. Empty: none.
    pub unprotected: String,
    /// What is done to it on purpose, so that a test sees it refused.
    pub tampering: Tampering,
    /// What of it the holder may withhold.
    pub disclosing: Option<Disclosing>,
    /// What it is encrypted in after it was signed.
    pub outer: Option<Outer>,
}

/// How a token is written (RFC 7515 §7, RFC 7516 §7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Serialization {
    /// Parts with dots between.
    #[default]
    Compact,
    /// One JSON object.
    Flattened,
    /// A JSON object with a list of signatures or recipients, here of one.
    General,
}

/// What is done to a token on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Tampering {
    /// Nothing.
    #[default]
    None,
    /// It is signed, and then the signature is taken away.
    Stripped,
    /// HMAC with the characters in the key box as the secret, whatever they are (RFC 8725 §2.1).
    Confused,
}

/// What of a payload becomes selectively disclosable (RFC 9901 §4).
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Disclosing {
    /// RFC 6901 JSON Pointers of the members and elements.
    pub pointers: Vec<String>,
    /// Digests of nothing, so that nobody can count.
    pub decoys: u8,
    /// A proof of the holder's key.
    pub binding: Option<Binding>,
}

/// A Key Binding JWT to be made (RFC 9901 §4.3).
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Binding {
    /// The holder's private key. Its public half goes into `cnf`, unless that is there.
    pub key: KeyInput,
    /// For whom the proof is.
    pub aud: String,
    /// What the verifier asked for.
    pub nonce: String,
    /// NumericDate.
    pub iat: i64,
}

/// The JWE around a signed token: a Nested JWT (RFC 7519 §7.1).
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outer {
    /// Its JOSE Header as typed.
    pub header: String,
    /// The recipient's key.
    pub key: KeyInput,
}
