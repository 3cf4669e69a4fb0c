//! A JWK whose numbers are right and whose names are not: `kty` or `crv` in another spelling, `x`
//! and `y` exchanged, numbers with the least significant byte first, members in capitals.
//! Spec: RFC 7517 §4.1, RFC 7518 §6.2.1.

use crate::base64url;
use crate::json::{self, Kind, Value};

/// What other programs call the curves and key types, in lower case, and what JOSE does.
const NAMES: [(&str, &str); 24] = [
    ("ec", "EC"),
    ("ecdsa", "EC"),
    ("ecc", "EC"),
    ("rsa", "RSA"),
    ("rsapublickey", "RSA"),
    ("okp", "OKP"),
    ("eddsa", "OKP"),
    ("ed25519", "Ed25519"),
    ("ed448", "Ed448"),
    ("oct", "oct"),
    ("symmetric", "oct"),
    ("p256", "P-256"),
    ("p-256", "P-256"),
    ("secp256r1", "P-256"),
    ("prime256v1", "P-256"),
    ("nistp256", "P-256"),
    ("es256", "P-256"),
    ("p384", "P-384"),
    ("p-384", "P-384"),
    ("secp384r1", "P-384"),
    ("p521", "P-521"),
    ("secp521r1", "P-521"),
    ("p-256k", "secp256k1"),
    ("es256k", "secp256k1"),
];

/// The JWK of `text` in other spellings; none where the text is no JSON object.
pub fn texts(text: &str) -> Vec<String> {
    let document = json::parse(text.as_bytes().to_vec());
    let Some(root) = document.object().filter(|_| document.faults().is_empty()) else {
        return Vec::new();
    };
    let lower = |name: Value<'_>| name.text().unwrap_or_default().to_lowercase();
    // `keys` of a set are not gone into: there, another key of the set may fit.
    let members: Vec<(String, String)> = root
        .members()
        .map(|(name, value)| {
            let name = match name.text().unwrap_or_default() {
                exact if exact.starts_with("x5") || exact.contains('_') => exact.into_owned(),
                other => other.to_lowercase(),
            };
            let known = NAMES.iter().find(|(other, _)| *other == lower(value));
            let value = match known {
                Some((_, right)) if matches!(name.as_str(), "kty" | "crv") => json::quote(right),
                _ => value.raw_text().into_owned(),
            };
            (name, value)
        })
        .collect();
    let missing = root.get("kty").is_none().then(|| {
        let has = |name: &str| members.iter().any(|(n, _)| n == name);
        match (has("n"), has("y"), has("x")) {
            (true, _, _) => "RSA",
            (_, true, _) => "EC",
            (_, _, true) => "OKP",
            _ => "oct",
        }
    });
    let written = |change: &dyn Fn(&str, &str) -> (String, String)| {
        let kty = missing.map(|kty| format!("\"kty\":\"{kty}\""));
        let others = members.iter().map(|(name, value)| {
            let (name, value) = change(name, value);
            format!("{}:{value}", json::quote(&name))
        });
        let all: Vec<String> = kty.into_iter().chain(others).collect();
        format!("{{{}}}", all.join(","))
    };
    let same = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let exchanged = |name: &str, value: &str| match name {
        "x" => ("y".to_owned(), value.to_owned()),
        "y" => ("x".to_owned(), value.to_owned()),
        _ => same(name, value),
    };
    let backwards = |name: &str, value: &str| match name {
        "x" | "y" | "n" => (name.to_owned(), reversed(value)),
        _ => same(name, value),
    };
    let hexadecimal = |name: &str, value: &str| match name {
        "x" | "y" | "n" | "e" | "k" => (name.to_owned(), from_hex(value)),
        _ => same(name, value),
    };
    vec![
        written(&same),
        written(&exchanged),
        written(&backwards),
        written(&hexadecimal),
    ]
}

/// Whether a text is a JSON object with members of a JWK: then it is worth the while.
pub fn is_like_jwk(text: &str) -> bool {
    let document = json::parse(text.as_bytes().to_vec());
    document.object().is_some_and(|root| {
        let mut members = root.members();
        members.any(|(name, value)| {
            let name = name.text().unwrap_or_default().to_lowercase();
            let is_member = matches!(name.as_str(), "kty" | "n" | "x" | "k");
            is_member && value.kind() == Kind::String
        })
    })
}

fn reversed(value: &str) -> String {
    let bytes = base64url::decode_lenient(value.trim_matches('"')).bytes;
    let bytes: Vec<u8> = bytes.into_iter().rev().collect();
    json::quote(&base64url::encode(&bytes))
}

fn from_hex(value: &str) -> String {
    let text = value.trim_matches('"');
    match crate::keys::decode_secret(text, crate::keys::SecretReading::Hex) {
        Ok(bytes) => json::quote(&base64url::encode(&bytes)),
        Err(_) => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_like_jwk, texts};
    use crate::diagnosis::tests::{P256_PUBLIC, es256, finds, finds_nothing_with};

    #[test]
    fn names_and_coordinates() {
        let token = es256(r#"{"alg":"ES256"}"#);
        for given in [
            P256_PUBLIC.replace("\"EC\"", "\"ec\""),
            P256_PUBLIC.replace("P-256", "secp256r1"),
            P256_PUBLIC.replace("P-256", "P256"),
            P256_PUBLIC.replace("\"kty\":\"EC\",", ""),
            P256_PUBLIC
                .replace("\"x\"", "\"X\"")
                .replace("\"y\"", "\"Y\""),
            P256_PUBLIC
                .replace("\"x\"", "\"_\"")
                .replace("\"y\"", "\"x\"")
                .replace("\"_\"", "\"y\""),
        ] {
            finds(&token, &given, "key-jwk-values");
        }
    }

    #[test]
    fn another_key_stays_another_key() {
        let token = es256(r#"{"alg":"ES256"}"#);
        let other = P256_PUBLIC
            .replace("\"EC\"", "\"ec\"")
            .replace("S_J9", "S_J8");
        finds_nothing_with(&token, &other);
        for text in ["", "{", "[]", "s3cret", r#"{"a":1}"#] {
            assert!(
                !is_like_jwk(text) && (texts(text).is_empty() || text.len() > 2),
                "{text}"
            );
        }
    }
}
