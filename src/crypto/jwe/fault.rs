//! Why a JWE does not open, or cannot be made, as data.

use crate::crypto::CryptoError;
use crate::diagnostic::{Diagnostic, Fact};
use std::borrow::Cow;

/// An answer other than a key or a plaintext.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JweError {
    /// The key is of another kind, has no private half, or breaks its specification.
    Key(CryptoError),
    /// A part is not as long as `alg` or `enc` asks. `what` names it: `cek`, `encrypted-key`,
    /// `iv`, `tag`, `ciphertext`, `key`.
    WrongLength {
        /// Which part.
        what: &'static str,
        /// Bytes it must have.
        expected: usize,
        /// Bytes it has.
        found: usize,
    },
    /// A Header Parameter that the algorithm needs is not there.
    ParameterMissing(&'static str),
    /// A Header Parameter has a value that the algorithm does not allow.
    ParameterWrong(&'static str),
    /// The Encrypted Key does not open with this key: another key, or another Encrypted Key.
    KeyNotOpened,
    /// The Authentication Tag does not belong to this key, header, IV and ciphertext.
    TagMismatch,
    /// PBES2 asks for more rounds than allowed.
    TooCostly {
        /// Rounds asked for.
        rounds: u64,
        /// Rounds allowed.
        limit: u64,
    },
    /// What was compressed is larger than allowed.
    TooLarge {
        /// Bytes allowed.
        limit: usize,
    },
    /// `zip` is `DEF`, but the plaintext is not DEFLATE.
    NotDeflate,
    /// The algorithm is decrypted only, because nothing new should use it.
    DecryptOnly,
}

impl JweError {
    /// The stable code, which is the key of the text that says it.
    pub const fn code(self) -> &'static str {
        match self {
            JweError::Key(error) => error.code(),
            JweError::WrongLength { .. } => "jwe-fault-length",
            JweError::ParameterMissing(_) => "jwe-fault-parameter-missing",
            JweError::ParameterWrong(_) => "jwe-fault-parameter-wrong",
            JweError::KeyNotOpened => "jwe-fault-key-not-opened",
            JweError::TagMismatch => "jwe-fault-tag",
            JweError::TooCostly { .. } => "jwe-fault-too-costly",
            JweError::TooLarge { .. } => "jwe-fault-too-large",
            JweError::NotDeflate => "jwe-fault-not-deflate",
            JweError::DecryptOnly => "jwe-fault-decrypt-only",
        }
    }
}

impl From<CryptoError> for JweError {
    fn from(error: CryptoError) -> Self {
        JweError::Key(error)
    }
}

impl From<JweError> for Diagnostic {
    fn from(error: JweError) -> Self {
        let diagnostic = Diagnostic::danger(error.code());
        match error {
            JweError::WrongLength {
                what,
                expected,
                found,
            } => diagnostic
                .with("part", Fact::Word(Cow::Owned(format!("jwe-part-{what}"))))
                .with("expected", expected)
                .with("found", found),
            JweError::ParameterMissing(name) | JweError::ParameterWrong(name) => {
                diagnostic.with("name", name)
            }
            JweError::TooCostly { rounds, limit } => {
                diagnostic.with("rounds", rounds).with("limit", limit)
            }
            JweError::TooLarge { limit } => diagnostic.with("limit", limit),
            _ => diagnostic,
        }
    }
}
