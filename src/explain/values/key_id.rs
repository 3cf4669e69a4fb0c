//! Names and fingerprints of keys: does `kid` name the key that was used, is it a thumbprint.
//! Spec: RFC 7515 §4.1.4, RFC 7638, RFC 9449 §6.1.

use super::Subject;
use crate::base64url;
use crate::diagnostic::Diagnostic;
use crate::explain::ValueType;

pub(super) fn explain(subject: &Subject<'_, '_>, said: &mut Vec<Diagnostic>) {
    let Some(text) = subject.text() else { return };
    match subject.name.as_str() {
        "kid" => kid(subject, &text, said),
        "jkt" => match subject.key {
            Some(key) if !key.thumbprint.is_empty() && key.thumbprint == text => {
                // The holder's key and the issuer's are the same: the holder made the token.
                said.push(Diagnostic::info("value-jkt-signing-key"));
            }
            _ => bytes(&text, said),
        },
        _ if subject.is_typed(ValueType::Base64url) => bytes(&text, said),
        _ => {}
    }
}

fn kid(subject: &Subject<'_, '_>, kid: &str, said: &mut Vec<Diagnostic>) {
    if let Some(key) = subject.key {
        if !key.thumbprint.is_empty() && key.thumbprint == kid {
            said.push(Diagnostic::info("value-kid-thumbprint"));
            return;
        }
        if key.kid.as_deref() == Some(kid) {
            said.push(Diagnostic::info("value-kid-names-key"));
        }
    }
    let is_hex = kid.bytes().all(|b| b.is_ascii_hexdigit());
    if base64url::decode(kid).is_some_and(|bytes| bytes.len() == 32) {
        said.push(Diagnostic::info("value-kid-like-thumbprint"));
    } else if is_hex && matches!(kid.len(), 40 | 64) {
        said.push(Diagnostic::info("value-kid-like-fingerprint"));
    }
}

/// How many bytes a fingerprint or key member has, which tells the hash or the curve.
fn bytes(text: &str, said: &mut Vec<Diagnostic>) {
    match base64url::decode(text) {
        Some(bytes) if !bytes.is_empty() => {
            said.push(Diagnostic::info("value-bytes").with("count", bytes.len()));
        }
        Some(_) => {}
        None => said.push(Diagnostic::info("value-not-base64url")),
    }
}
