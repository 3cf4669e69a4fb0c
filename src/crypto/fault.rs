//! Why a signature does not hold or cannot be made, as data.

use crate::diagnostic::Diagnostic;

/// An answer of `verify` or `sign` other than yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CryptoError {
    /// All is well-formed; the signature belongs to other bytes or to another key.
    Mismatch,
    /// The key is of another `kty`, curve or `alg` than the algorithm needs.
    WrongKeyType,
    /// The signature is not as long as every signature of this algorithm and key.
    WrongLength {
        /// Bytes such a signature has.
        expected: usize,
        /// Bytes it has.
        found: usize,
    },
    /// Signing needs the private half, and only the public half is there.
    NoPrivateHalf,
    /// The key's numbers break its specification, or a bound of ours. The code says which, and
    /// is the key of its text.
    Refused(&'static str),
}

impl CryptoError {
    /// The stable code, which is the key of the text that says it.
    pub const fn code(self) -> &'static str {
        match self {
            CryptoError::Mismatch => "signature-mismatch",
            CryptoError::WrongKeyType => "signature-wrong-key-type",
            CryptoError::WrongLength { .. } => "signature-wrong-length",
            CryptoError::NoPrivateHalf => "key-no-private-half",
            CryptoError::Refused(code) => code,
        }
    }
}

impl From<CryptoError> for Diagnostic {
    fn from(error: CryptoError) -> Self {
        let diagnostic = Diagnostic::danger(error.code());
        match error {
            CryptoError::WrongLength { expected, found } => {
                diagnostic.with("expected", expected).with("found", found)
            }
            _ => diagnostic,
        }
    }
}
