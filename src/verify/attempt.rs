//! One signature, ready to be tried with keys: its algorithm, its JWS Signing Input, its bytes.
//! Spec: RFC 7515 §5.2, RFC 7797 §3.

use super::headers::Headers;
use crate::diagnostic::Diagnostic;
use crate::inspect::{PartText, Signature, Token};
use crate::jose::algorithms::{SignatureAlgorithm, signature_algorithm};
use crate::jose::jws;
use crate::json::Kind;
use crate::span::Part;

/// One signature of a token and all that is signed.
#[derive(Clone, Copy, Debug)]
pub struct Attempt<'a> {
    /// The token.
    pub token: &'a Token,
    /// Its headers.
    pub headers: Headers<'a>,
    /// The protected header as it stands, when there is one.
    pub protected: Option<&'a PartText>,
    /// The payload, when there is one.
    pub payload: Option<&'a PartText>,
    /// The signature, when there is one.
    pub signature: Option<&'a PartText>,
    /// Detached content, byte for byte.
    pub content: Option<&'a [u8]>,
    /// Where its parts stand in the token.
    of: &'a Signature,
}

/// What the `alg` of a signature says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alg {
    /// A row of the table.
    Known(&'static SignatureAlgorithm),
    /// `none`.
    Unsecured,
    /// Something else, and what to say of it.
    Unsupported(Box<Diagnostic>),
}

impl<'a> Attempt<'a> {
    /// The signature `signature` of `token`, with the content it may be detached from.
    pub fn new(token: &'a Token, signature: &'a Signature, content: Option<&'a [u8]>) -> Self {
        let part = |index: Option<usize>| index.and_then(|index| token.parts.get(index));
        let json = |part: Option<&'a PartText>| part.and_then(|part| part.json.as_ref());
        let protected = part(signature.protected);
        Attempt {
            token,
            headers: Headers {
                protected: json(protected),
                unprotected: json(part(signature.unprotected)),
            },
            protected,
            payload: token.part(Part::Payload),
            signature: part(signature.signature),
            content,
            of: signature,
        }
    }

    /// The algorithm, by the header alone.
    pub fn alg(&self) -> Alg {
        let unsupported = |diagnostic| Alg::Unsupported(Box::new(diagnostic));
        let Some(value) = self.headers.get("alg") else {
            let unreadable = self.headers.each().next().is_none()
                || self.headers.each().any(|header| header.object().is_none());
            return unsupported(Diagnostic::danger(if unreadable {
                "verify-header-unreadable"
            } else {
                "verify-alg-missing"
            }));
        };
        let name = match value.text() {
            Some(name) if value.kind() == Kind::String => name,
            _ => return unsupported(Diagnostic::danger("verify-alg-not-string")),
        };
        if name == "none" {
            return Alg::Unsecured;
        }
        if let Some(row) = signature_algorithm(&name) {
            return Alg::Known(row);
        }
        let names = crate::jose::algorithms::SIGNATURE_ALGORITHMS
            .iter()
            .map(|row| row.name);
        let meant = names
            .chain(["none"])
            .find(|known| known.eq_ignore_ascii_case(&name));
        let diagnostic = match meant {
            Some(meant) => Diagnostic::danger("verify-alg-case").with("meant", meant),
            None => Diagnostic::danger("verify-alg-unknown"),
        };
        unsupported(diagnostic.with("alg", name.into_owned()))
    }

    /// Whether the payload is not in the token, so that content may belong to it.
    pub fn is_detached(&self) -> bool {
        jws::is_detached(self.token)
    }

    /// The JWS Signing Input: ASCII(BASE64URL(protected header)) ‖ '.' ‖ payload, as it stands.
    pub fn signing_input(&self) -> Vec<u8> {
        jws::signing_input(self.token, self.of, self.content)
    }

    /// The signature's bytes, as far as they can be read.
    pub fn signature_bytes(&self) -> &'a [u8] {
        self.signature.map_or(&[], |part| part.bytes.as_slice())
    }
}
