//! Tokens for the tests of the checks, and one way to state what a check finds.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::{Check, Subject, run};
use crate::base64url::encode;
use crate::diagnostic::Diagnostic;
use crate::inspect::{
    Encoding, Family, Found, Inspection, PartText, Serialization, Signature, SourceText, Token,
};
use crate::json;
use crate::keys::facts::KeyFacts;
use crate::span::Part;

/// A JWS in Compact Serialization as `inspect` would give it, from decoded parts.
pub(super) fn token(
    header: impl AsRef<[u8]>,
    payload: impl AsRef<[u8]>,
    signature: &[u8],
) -> Inspection {
    texts(&[
        (Part::Header, &encode(header.as_ref())),
        (Part::Payload, &encode(payload.as_ref())),
        (Part::Signature, &encode(signature)),
    ])
}

/// A token from the texts of its parts.
pub(super) fn texts(parts: &[(Part, &str)]) -> Inspection {
    let mut text = String::new();
    let mut read = Vec::new();
    for (part, segment) in parts {
        if !text.is_empty() {
            text.push('.');
        }
        let lenient = crate::base64url::decode_lenient(segment);
        let document = json::parse(lenient.bytes.clone());
        let is_json = !document.is_empty() && *part != Part::Signature;
        read.push(PartText {
            part: *part,
            range: text.len()..text.len() + segment.len(),
            encoding: Encoding::Base64url,
            exact: lenient.faults.is_empty(),
            bytes: lenient.bytes,
            json: is_json.then_some(document),
        });
        text.push_str(segment);
    }
    let is_jwe = parts.iter().any(|(part, _)| *part == Part::Ciphertext);
    Inspection {
        paste: text.clone(),
        found: Found::Tokens,
        tokens: vec![Token {
            family: if is_jwe { Family::Jwe } else { Family::Jws },
            serialization: Serialization::Compact,
            source: SourceText {
                text,
                runs: Vec::new(),
            },
            parts: read,
            signatures: vec![Signature {
                protected: Some(0),
                unprotected: None,
                signature: Some(2),
            }],
            notes: Vec::new(),
            faults: Vec::new(),
        }],
        notes: Vec::new(),
        faults: Vec::new(),
    }
}

/// What one check finds in a token.
pub(super) fn findings(
    check: &Check,
    inspection: &Inspection,
    key: Option<&KeyFacts>,
) -> Vec<Diagnostic> {
    run(check, &Subject::new(inspection, 0, key).unwrap())
}

/// Asserts that `check` points at exactly these pieces of header or payload, in order. An empty
/// piece stands for a finding without a place.
pub(super) fn check(check: &Check, header: &str, payload: &str, pieces: &[&str]) {
    check_token(check, &token(header, payload, b"signature"), pieces);
}

/// The same for a claims set under an unremarkable header.
pub(super) fn check_payload(rule: &Check, payload: &str, pieces: &[&str]) {
    check(rule, r#"{"alg":"RS256","typ":"JWT"}"#, payload, pieces);
}

/// The same for a header over an unremarkable claims set.
pub(super) fn check_header(rule: &Check, header: &str, pieces: &[&str]) {
    check(rule, header, r#"{"iss":"i","aud":"a","exp":1}"#, pieces);
}

/// The same for a token of any make.
pub(super) fn check_token(rule: &Check, inspection: &Inspection, pieces: &[&str]) {
    let found = findings(rule, inspection, None);
    let token = inspection.tokens.first().unwrap();
    let shown = format!(
        "{}: {:?}",
        rule.code,
        token
            .parts
            .iter()
            .map(|part| String::from_utf8_lossy(&part.bytes))
            .collect::<Vec<_>>()
    );
    assert_eq!(found.len(), pieces.len(), "{shown} {found:?}");
    for (diagnostic, piece) in found.iter().zip(pieces) {
        assert_eq!(diagnostic.code, rule.code);
        let Some(span) = diagnostic.span else {
            assert_eq!(*piece, "", "{shown}: no place");
            continue;
        };
        let part = token.part(span.part.unwrap()).unwrap();
        let is_there = part
            .bytes
            .windows(piece.len().max(1))
            .enumerate()
            .any(|(at, window)| {
                window == piece.as_bytes() && token.origin(part, at..at + piece.len()) == span
            });
        assert!(is_there, "{shown}: {piece} is not at {span:?}");
    }
}

/// The facts of a key, for checks that look at one.
pub(super) fn key(kty: &str, bits: u32) -> KeyFacts {
    KeyFacts {
        kty: kty.to_owned(),
        bits,
        ..KeyFacts::default()
    }
}
