//! Where something stands: a part of a token and a byte range of the person's own text.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A part of a token, under the name its RFC gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// JOSE Header, integrity protected (RFC 7515 §2, RFC 7516 §2).
    Header,
    /// JWS Unprotected Header or JWE Shared Unprotected Header.
    UnprotectedHeader,
    /// JWE Per-Recipient Unprotected Header.
    RecipientHeader,
    /// JWS Payload.
    Payload,
    /// JWS Signature.
    Signature,
    /// JWE Encrypted Key.
    EncryptedKey,
    /// JWE Initialization Vector.
    Iv,
    /// JWE Ciphertext.
    Ciphertext,
    /// JWE Authentication Tag.
    Tag,
    /// JWE AAD.
    Aad,
    /// SD-JWT Disclosure (RFC 9901 §4.2).
    Disclosure,
    /// Key Binding JWT of an SD-JWT (RFC 9901 §4.3), as a whole.
    KeyBinding,
    /// A segment that no specification gives a role.
    Unknown,
}

impl Part {
    /// The stable machine name, used in `data-part` and in locale keys.
    pub const fn name(self) -> &'static str {
        match self {
            Part::Header => "header",
            Part::UnprotectedHeader => "unprotected-header",
            Part::RecipientHeader => "recipient-header",
            Part::Payload => "payload",
            Part::Signature => "signature",
            Part::EncryptedKey => "encrypted-key",
            Part::Iv => "iv",
            Part::Ciphertext => "ciphertext",
            Part::Tag => "tag",
            Part::Aad => "aad",
            Part::Disclosure => "disclosure",
            Part::KeyBinding => "key-binding",
            Part::Unknown => "unknown",
        }
    }
}

/// A byte range of the paste, and the part of a token it lies in, where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The part, `None` for text around the token.
    pub part: Option<Part>,
    /// First byte, counted in UTF-8 bytes of the paste.
    pub start: usize,
    /// One past the last byte. Equal to `start` for "here something is missing".
    pub end: usize,
}

impl Span {
    /// A span inside a part.
    pub fn of(part: Part, range: Range<usize>) -> Self {
        Span {
            part: Some(part),
            start: range.start,
            end: range.end,
        }
    }

    /// A span outside every part.
    pub fn around(range: Range<usize>) -> Self {
        Span {
            part: None,
            start: range.start,
            end: range.end,
        }
    }

    /// The range, for slicing.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}
