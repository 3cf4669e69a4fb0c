//! The parts of a JWE by their roles, for each recipient.
//! Spec: RFC 7516 §5.2 and §7.

use super::header::JoseHeader;
use super::token::{PartText, Serialization, Token};
use crate::base64url;
use crate::span::Part;
use std::ops::Range;

/// One recipient: indices into [`Token::parts`].
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Recipient {
    /// JWE Per-Recipient Unprotected Header.
    pub header: Option<usize>,
    /// JWE Encrypted Key; `None` when it is absent, as for `dir`.
    pub encrypted_key: Option<usize>,
}

/// The recipients of a JWE, in order: one in Compact and Flattened Serialization.
pub fn recipients(token: &Token) -> Vec<Recipient> {
    let position = |role| token.parts.iter().position(|part| part.part == role);
    if token.serialization != Serialization::GeneralJson {
        return vec![Recipient {
            header: position(Part::RecipientHeader),
            encrypted_key: position(Part::EncryptedKey),
        }];
    }
    let document = crate::json::parse(token.source.text.clone().into_bytes());
    let Some(list) = document.get("recipients") else {
        return Vec::new();
    };
    let within = |range: Range<usize>, role| {
        token.parts.iter().position(|part| {
            part.part == role && range.start <= part.range.start && part.range.end <= range.end
        })
    };
    list.items()
        .map(|item| Recipient {
            header: within(item.span(), Part::RecipientHeader),
            encrypted_key: within(item.span(), Part::EncryptedKey),
        })
        .collect()
}

/// The JOSE Header for recipient `index`.
pub(super) fn header(token: &Token, index: usize) -> JoseHeader<'_> {
    let recipient = recipients(token).into_iter().nth(index);
    let own = recipient
        .and_then(|recipient| recipient.header)
        .and_then(|part| token.parts.get(part));
    let shared = token.part(Part::UnprotectedHeader);
    JoseHeader {
        protected: token.header(),
        unprotected: [shared, own]
            .into_iter()
            .flatten()
            .filter_map(|part| part.json.as_ref())
            .collect(),
    }
}

/// The bytes of a part; empty when it is absent, `None` when it is not strict base64url.
pub fn bytes(token: &Token, role: Part) -> Option<&[u8]> {
    match token.part(role) {
        None => Some(&[]),
        Some(part) => part.exact.then_some(part.bytes.as_slice()),
    }
}

/// The bytes of the JWE Encrypted Key of a recipient, as [`bytes`].
pub fn encrypted_key<'a>(token: &'a Token, recipient: &Recipient) -> Option<&'a [u8]> {
    let part: Option<&PartText> = recipient
        .encrypted_key
        .and_then(|index| token.parts.get(index));
    match part {
        None => Some(&[]),
        Some(part) => part.exact.then_some(part.bytes.as_slice()),
    }
}

/// The Additional Authenticated Data: the protected header as it stands, and the JWE AAD behind a
/// dot when there is one (RFC 7516 §5.1 step 14).
pub fn additional_data(token: &Token) -> Vec<u8> {
    let mut data = match token.part(Part::Header) {
        Some(part) => token.value_of(part).into_owned().into_bytes(),
        None => Vec::new(),
    };
    if let Some(aad) = token.part(Part::Aad) {
        data.push(b'.');
        let text = match aad.exact {
            true => token.value_of(aad).into_owned(),
            false => base64url::encode(&aad.bytes),
        };
        data.extend(text.into_bytes());
    }
    data
}
