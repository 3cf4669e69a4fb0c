//! What happened to the secret before it was encoded: the box has base64, hexadecimal digits or the
//! `k` of a JWK, and the text in there has a fault of its own.

use crate::diagnosis::{KeyChange, Kind, Said};
use crate::keys::{Material, SecretReading};

/// What `cause` makes of the bytes of the one key, where these were decoded and not typed.
pub fn changes(cause: Kind, keys: &[KeyChange]) -> Vec<Said<KeyChange>> {
    let [key] = keys else {
        return Vec::new();
    };
    let Some(bytes) = decoded(key) else {
        return Vec::new();
    };
    match cause {
        Kind::Decoded(change) => change(bytes),
        Kind::Text(change) => {
            let Ok(text) = std::str::from_utf8(bytes) else {
                return Vec::new();
            };
            let said = change(text).into_iter();
            said.filter(|(changed, _)| changed != text)
                .filter_map(|(changed, step)| {
                    Some((KeyChange::read(&changed, SecretReading::Utf8)?, step))
                })
                .collect()
        }
        _ => Vec::new(),
    }
}

/// The bytes of a secret that a reading gave; a JWK's where no text stands for it.
fn decoded(key: &KeyChange) -> Option<&[u8]> {
    let is_decoded = match &key.set {
        None => true,
        Some((_, reading)) => *reading != SecretReading::Utf8,
    };
    match &key.material {
        Material::Oct(secret) if is_decoded => Some(secret.expose()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::base64url;
    use crate::diagnosis::tests::{finds_nothing, finds_secret, finds_two};

    const FAULTS: [(&str, &str); 6] = [
        ("\"s3cret of mine\"", "secret-quotes"),
        ("MY_VALUE=s3cret of mine", "secret-name-along"),
        ("s3cret%20of%20mine", "secret-percent-encoded"),
        ("s3cret of mine\u{200b}", "secret-invisible"),
        ("s3cret of mine;", "secret-punctuation"),
        ("\u{feff}s3cret of mine", "secret-byte-order-mark"),
    ];

    #[test]
    fn a_faulty_text_in_an_encoding() {
        for (text, code) in FAULTS {
            let secret = b"s3cret of mine";
            let hex: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
            finds_two(secret, &hex, "secret-read-hex", code);
            let jwk = format!(
                r#"{{"kty":"oct","k":"{}"}}"#,
                base64url::encode(text.as_bytes())
            );
            finds_secret(secret, &jwk, code);
        }
        finds_two(
            b"s3cret",
            "InMzY3JldCI=",
            "secret-read-base64",
            "secret-quotes",
        );
        finds_two(
            b"s3cret\n",
            "czNjcmV0",
            "secret-read-base64",
            "secret-missing-newline",
        );
        finds_two(
            "s3cr\u{e9}t".as_bytes(),
            "czNjcmXMgXQ=",
            "secret-read-base64",
            "secret-normalisation",
        );
    }

    #[test]
    fn another_secret_in_an_encoding() {
        for given in [
            "InMzY3JldSI=",
            "2273336372657522",
            r#"{"kty":"oct","k":"InMzY3JldSI"}"#,
            r#"{"kty":"oct","k":"gICA"}"#,
            r#"{"kty":"oct","k":""}"#,
        ] {
            finds_nothing(b"s3cret", given);
        }
    }
}
