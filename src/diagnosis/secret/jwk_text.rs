//! The key is a JWK, and the signer takes the text of `k` for the secret, or the whole JWK.

use super::sized;
use crate::base64url;
use crate::diagnosis::{Case, Cause, KeyChange, Kind, Said};
use crate::diagnostic::Diagnostic;
use crate::json::{self, Kind as JsonKind, Value};
use crate::keys::SecretReading;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-jwk-text",
    kind: Kind::Key(read),
};

fn read(case: &Case<'_>) -> Vec<Said<KeyChange>> {
    changes(case.question.key.text.expose())
}

/// The texts of every `k` in the key box, and the whole of it.
pub fn changes(text: &str) -> Vec<Said<KeyChange>> {
    let document = json::parse(text.as_bytes().to_vec());
    let Some(root) = document.root() else {
        return Vec::new();
    };
    let mut secrets = Vec::new();
    let mut open: Vec<Value<'_>> = vec![root];
    while let Some(value) = open.pop() {
        match value.kind() {
            JsonKind::Object => {
                secrets.extend(
                    value
                        .get("k")
                        .and_then(|k| k.text())
                        .map(|k| k.into_owned()),
                );
                open.extend(value.members().map(|(_, member)| member));
            }
            JsonKind::Array => open.extend(value.items()),
            _ => {}
        }
    }
    if secrets.is_empty() {
        return Vec::new();
    }
    let mut keys = Vec::new();
    let mut again = Vec::new();
    for secret in secrets {
        again.extend(encoded_again(&secret));
        keys.extend(KeyChange::read(&secret, SecretReading::Utf8));
        keys.extend(KeyChange::read(&secret, SecretReading::Hex));
    }
    keys.push(KeyChange::bytes(text.as_bytes().to_vec()));
    keys.push(KeyChange::bytes(text.trim().as_bytes().to_vec()));
    keys.into_iter()
        .map(|key| (key, Diagnostic::info("secret-jwk-text")))
        .chain(again)
        .collect()
}

/// What is in a `k` that was encoded before it was made a JWK.
fn encoded_again(k: &str) -> Vec<Said<KeyChange>> {
    let inner = base64url::decode_lenient(k).bytes;
    let Ok(inner) = String::from_utf8(inner) else {
        return Vec::new();
    };
    let readings = [
        SecretReading::Base64,
        SecretReading::Base64url,
        SecretReading::Hex,
    ];
    readings
        .into_iter()
        .filter_map(|reading| KeyChange::read(&inner, reading))
        .map(|key| sized("secret-encoded-again", key))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn the_text_of_k() {
        let jwk = r#"{"kty":"oct","k":"czNjcmV0"}"#;
        finds_secret(b"czNjcmV0", jwk, "secret-jwk-text");
        finds_secret(jwk.as_bytes(), jwk, "secret-jwk-text");
    }

    #[test]
    fn k_encoded_twice() {
        for k in ["Y3pOamNtVjA", "NzMzMzYzNzI2NTc0", "Y3pOamNtVjA="] {
            let jwk = format!(r#"{{"kty":"oct","k":"{k}"}}"#);
            finds_secret(b"s3cret", &jwk, "secret-encoded-again");
        }
    }
}
