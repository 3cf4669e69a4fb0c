//! Pastes that are no token but what a token is made of or checked with: a JWT Claims Set, a JOSE
//! Header, a JWK, a JWK Set, a PEM text, a settings line with a secret.
//! Spec: RFC 7519 §4, RFC 7515 §4, RFC 7517 §4 and §5, RFC 7468.

use crate::base64url::decode_lenient;
use crate::diagnostic::Diagnostic;
use crate::inspect::Found;
use crate::jose::faults;
use crate::json::{self, Document, Kind, Value};
use crate::span::Span;

/// What the paste is, and what there is to say about it: notes, and faults of its JSON text.
pub(super) struct Recognised {
    pub found: Found,
    pub note: Diagnostic,
    pub faults: Vec<Diagnostic>,
}

/// Recognises a paste without tokens.
pub(super) fn recognise(paste: &str) -> Option<Recognised> {
    let trimmed = paste.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let start = paste.find(trimmed).unwrap_or(0);
    let span = Span::around(start..start.saturating_add(trimmed.len()));
    let simple = |code| {
        Some(Recognised {
            found: Found::Key,
            note: Diagnostic::info(code).at(span),
            faults: Vec::new(),
        })
    };
    if trimmed.contains("-----BEGIN ") {
        return simple("paste-key-pem");
    }
    if trimmed.starts_with(['{', '[']) {
        let document = json::parse(trimmed.as_bytes().to_vec());
        return of_json(&document, span);
    }
    if is_der(trimmed) {
        return simple("paste-key-der");
    }
    secret_line(trimmed).then(|| simple("paste-key-setting"))?
}

/// Whether the paste is one well-formed JSON object: then a single part in it is a value.
pub(super) fn is_json(paste: &str) -> bool {
    let trimmed = paste.trim();
    trimmed.starts_with('{') && json::parse(trimmed.as_bytes().to_vec()).faults().is_empty()
}

fn of_json(document: &Document, span: Span) -> Option<Recognised> {
    let root = document.root()?;
    let (found, code) = match root.kind() {
        Kind::Object => of_object(root)?,
        // Keys without the `keys` around them.
        Kind::Array if root.items().next()?.get("kty").is_some() => (Found::Key, "paste-key-jwks"),
        _ => return None,
    };
    Some(Recognised {
        found,
        note: Diagnostic::info(code).at(span),
        faults: json_text_faults(document, span),
    })
}

fn of_object(root: Value<'_>) -> Option<(Found, &'static str)> {
    let has = |name: &str| root.get(name).is_some();
    let any = |names: &[&str]| names.iter().any(|name| has(name));
    if root
        .get("keys")
        .is_some_and(|keys| keys.kind() == Kind::Array)
    {
        return Some((Found::Key, "paste-key-jwks"));
    }
    if has("kty") {
        return Some((Found::Key, "paste-key-jwk"));
    }
    if any(&["jwks_uri"]) {
        return Some((Found::Key, "paste-key-discovery"));
    }
    let claims = any(&[
        "iss", "sub", "aud", "exp", "nbf", "iat", "jti", "nonce", "scope", "azp", "roles", "sid",
    ]);
    if any(&["alg", "enc"]) && !claims {
        return Some((Found::HeaderJson, "paste-header-json"));
    }
    if claims {
        return Some((Found::ClaimsJson, "paste-claims-json"));
    }
    if has_secret_name(root) {
        return Some((Found::Key, "paste-key-setting"));
    }
    let empty_but_whole = root.raw().ends_with(b"}");
    let any_member = root.members().next().is_some();
    (any_member || empty_but_whole).then_some((Found::ClaimsJson, "paste-claims-json"))
}

/// Whether a member of the text, at any depth, is called like a secret.
fn has_secret_name(root: Value<'_>) -> bool {
    let document = root.document();
    (0..document.len())
        .filter_map(|index| u32::try_from(index).ok())
        .filter_map(|index| document.value(json::NodeId(index)))
        .filter(|value| value.kind() == Kind::Name)
        .filter_map(|name| name.text())
        .any(|name| is_secret_name(&name))
}

fn is_secret_name(name: &str) -> bool {
    let mut plain = name.to_ascii_lowercase();
    plain.retain(|c| c.is_ascii_alphanumeric());
    ["secret", "signingkey", "privatekey", "publickey", "jwtkey"]
        .iter()
        .any(|word| plain.contains(word))
}

/// More lines than this of a settings file are not looked at.
const MAX_LINES: usize = 2000;

/// `JwtSettings__SecretSigningKey=…` on a line of its own.
fn secret_line(text: &str) -> bool {
    text.lines().take(MAX_LINES).any(|line| {
        let line = line.trim().trim_start_matches("export ");
        let Some(at) = line.find(['=', ':']) else {
            return false;
        };
        let name = line.get(..at).unwrap_or_default().trim_end();
        let value = line.get(at..).unwrap_or_default();
        name.len() <= 100 && !name.contains(' ') && value.len() > 1 && is_secret_name(name)
    })
}

/// A key or a certificate as DER in base64: a SEQUENCE that begins with another one or with an
/// INTEGER. A long one counts even where its end is missing; a short one has to be whole, for
/// many a text begins like it.
/// Spec: X.690 §8.1.3; RFC 5280 §4.1, RFC 5958 §2, RFC 8017 appendix A.1.
fn is_der(text: &str) -> bool {
    let is_base64 = |byte: u8| {
        byte.is_ascii_alphanumeric()
            || byte.is_ascii_whitespace()
            || matches!(byte, b'+' | b'/' | b'-' | b'_' | b'=')
    };
    // All that follows needs a SEQUENCE's tag, which no other first character gives.
    if !text.starts_with('M') || !text.bytes().all(is_base64) {
        return false;
    }
    match decode_lenient(text).bytes.as_slice() {
        [0x30, 0x81..=0x84, ..] => text.len() >= 100,
        [0x30, length @ ..=0x7f, rest @ ..] => {
            rest.len() == usize::from(*length)
                && rest.len() >= SHORTEST_KEY
                && matches!(rest, [0x30 | 0x02, ..])
        }
        _ => false,
    }
}

/// Bytes of what the shortest key's SEQUENCE holds: Ed25519 as SubjectPublicKeyInfo (RFC 8410 §4).
const SHORTEST_KEY: usize = 42;

fn json_text_faults(document: &Document, span: Span) -> Vec<Diagnostic> {
    const SHOWN: usize = 3;
    document
        .faults()
        .iter()
        .take(SHOWN)
        .map(|fault| {
            let end = faults::past_character(document.bytes(), fault.offset);
            let place = |offset: usize| span.start.saturating_add(offset);
            Diagnostic::danger("structure-json-text")
                .at(Span::around(place(fault.offset)..place(end)))
                .with("expected", faults::expected_word(fault.expected))
                .with("found", faults::shown_byte(document.bytes(), fault.offset))
        })
        .collect()
}
