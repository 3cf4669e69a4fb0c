//! Our side: a token from a draft, a verdict on a token, and the token with one bit changed.

use crate::keys::{below, word};
use jwt_debugger::base64url;
use jwt_debugger::decrypt::{Effort, decrypt};
use jwt_debugger::inspect::inspect;
use jwt_debugger::job::Draft;
use jwt_debugger::keys::KeyInput;
use jwt_debugger::secret::Secret;
use jwt_debugger::sign;
use jwt_debugger::span::Part;
use jwt_debugger::verify::{Question, SignatureState, SignatureVerdict, verify};
use rand_chacha::ChaCha20Rng;
use serde_json::{Value, json};

pub fn key(text: &str) -> KeyInput {
    KeyInput {
        text: Secret::new(text.to_owned()),
        ..KeyInput::default()
    }
}

/// A header with a member `n` whose value may be changed without any other harm.
pub fn header(members: &Value, rng: &mut ChaCha20Rng) -> Value {
    let mut header = members.clone();
    header["n"] = word(8, rng).into();
    header
}

/// Signs, or encrypts where the header has `enc`.
pub fn make(header: &Value, payload: &str, key_text: &str, rng: &mut ChaCha20Rng) -> String {
    try_make(header, payload, key_text, rng).unwrap_or_else(|code| panic!("{code}: {header}"))
}

/// The same; the code where there is no token.
pub fn try_make(
    header: &Value,
    payload: &str,
    key_text: &str,
    rng: &mut ChaCha20Rng,
) -> Result<String, String> {
    let draft = Draft {
        header: header.to_string(),
        payload: payload.to_owned(),
        key: key(key_text),
        ..Draft::default()
    };
    let signed = sign::sign(&draft, rng).map_err(|reason| reason.code.into_owned())?;
    Ok(signed.token)
}

pub fn verdict(token: &str, key_text: &str, content: Option<&str>) -> SignatureVerdict {
    let question = Question {
        key: key(key_text),
        content: content.map(Into::into),
        ..Question::default()
    };
    verify(&inspect(token), &question)
}

/// The payload of a JWS whose signature holds.
pub fn verified(token: &str, key_text: &str) -> Vec<u8> {
    let verdict = verdict(token, key_text, None);
    let reason = &verdict.reason;
    assert_eq!(verdict.state, SignatureState::Valid, "{reason:?}\n{token}");
    let inspection = inspect(token);
    let payload = inspection.tokens[0].part(Part::Payload);
    payload.map(|part| part.bytes.clone()).unwrap_or_default()
}

/// The plaintext, or the state and the code of the reason why there is none.
pub fn opened(token: &str, key_text: &str) -> Result<Vec<u8>, (SignatureState, String)> {
    let question = Question {
        key: key(key_text),
        ..Question::default()
    };
    let opened = decrypt(&inspect(token), &question, Effort::Agreed);
    match opened.plaintext {
        Some(plaintext) => Ok(plaintext.expose().clone()),
        None => Err((
            opened.verdict.state,
            opened.verdict.reason.code.into_owned(),
        )),
    }
}

pub fn b64(bytes: impl AsRef<[u8]>) -> String {
    base64url::encode(bytes.as_ref())
}

/// The part of a Compact Serialization with one bit of its bytes changed; `None` for an empty one.
pub fn flipped(token: &str, part: usize, rng: &mut ChaCha20Rng) -> Option<String> {
    let mut parts: Vec<String> = token.split('.').map(str::to_owned).collect();
    parts[part] = flipped_text(&parts[part], part == 0, rng)?;
    Some(parts.join("."))
}

/// A base64url text with one bit of its bytes changed. Of a header only the member `n` changes.
pub fn flipped_text(text: &str, is_header: bool, rng: &mut ChaCha20Rng) -> Option<String> {
    let mut bytes = base64url::decode(text).unwrap();
    if bytes.is_empty() {
        return None;
    }
    if !is_header {
        let at = below(bytes.len(), rng);
        bytes[at] ^= 1 << below(8, rng);
        return Some(b64(bytes));
    }
    let header = String::from_utf8(bytes).unwrap();
    let at = header.find(r#""n":""#).unwrap() + 5;
    let other = if header[at..].starts_with('a') {
        "b"
    } else {
        "a"
    };
    Some(b64(format!(
        "{}{other}{}",
        &header[..at],
        &header[at + 1..]
    )))
}

/// A Compact Serialization as Flattened JSON (RFC 7515 §7.2.2, RFC 7516 §7.2.2).
pub fn flattened(token: &str) -> String {
    let parts: Vec<&str> = token.split('.').collect();
    let json = match parts.as_slice() {
        [header, payload, signature] => {
            json!({ "protected": header, "payload": payload, "signature": signature })
        }
        [header, "", iv, ciphertext, tag] => {
            json!({ "protected": header, "iv": iv, "ciphertext": ciphertext, "tag": tag })
        }
        [header, encrypted, iv, ciphertext, tag] => {
            json!({ "protected": header, "encrypted_key": encrypted, "iv": iv,
                "ciphertext": ciphertext, "tag": tag })
        }
        other => panic!("{} parts", other.len()),
    };
    json.to_string()
}
