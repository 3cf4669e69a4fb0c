//! Who vouches for a token: which key was tried, why that one, whether its signature holds.

use crate::diagnostic::Diagnostic;
use crate::keys::facts::{KeyFacts, KeyInput};
use serde::{Deserialize, Serialize};

/// `data-state` of `verdict-signature`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignatureState {
    /// No key was given, or there is no token.
    Unchecked,
    /// The worker is at it. Never an answer of `verify`.
    Checking,
    /// The signature holds with a key that the person brought.
    Valid,
    /// The signature holds with a key that the token itself brought.
    SelfAsserted,
    /// It does not hold, or the RFCs forbid accepting it.
    Invalid,
    /// `alg` is `none`: nobody vouches.
    Unsecured,
    /// `alg` is missing or unknown here.
    Unsupported,
    /// The key could not be read, or no key of the set may be used.
    KeyError,
    /// JWE, no key given, or waiting for consent to costly work.
    Encrypted,
    /// JWE, decrypted and authentic.
    Decrypted,
    /// JWE, the key does not open it.
    DecryptFailed,
}

impl SignatureState {
    /// The stable machine name, used in `data-state`.
    pub const fn name(self) -> &'static str {
        match self {
            SignatureState::Unchecked => "unchecked",
            SignatureState::Checking => "checking",
            SignatureState::Valid => "valid",
            SignatureState::SelfAsserted => "self-asserted",
            SignatureState::Invalid => "invalid",
            SignatureState::Unsecured => "unsecured",
            SignatureState::Unsupported => "unsupported",
            SignatureState::KeyError => "key-error",
            SignatureState::Encrypted => "encrypted",
            SignatureState::Decrypted => "decrypted",
            SignatureState::DecryptFailed => "decrypt-failed",
        }
    }
}

/// What `verify` is asked.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Question {
    /// Which token of the inspection.
    pub token: usize,
    /// The key box. An empty text: no key given.
    pub key: KeyInput,
    /// Detached content (RFC 7515 Appendix F), byte for byte.
    pub content: Option<String>,
}

/// The answer, for one signature or for the token (the worst of its signatures).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureVerdict {
    /// One word.
    pub state: SignatureState,
    /// One sentence: why.
    pub reason: Diagnostic,
    /// The key that decided, if one did.
    pub key: Option<KeyFacts>,
    /// Every key that was considered, with what spoke for or against it.
    pub candidates: Vec<Candidate>,
    /// How the key box was read.
    pub read_as: Vec<Diagnostic>,
    /// What is weak or odd about the key or its use.
    pub warnings: Vec<Diagnostic>,
    /// General JSON Serialization: a verdict each. Empty otherwise.
    pub signatures: Vec<SignatureVerdict>,
}

/// A key that was considered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The key.
    pub key: KeyFacts,
    /// Whether it was tried, and why or why not.
    pub reason: Diagnostic,
}
