//! What a server's answer to a JWK Set request turned out to be. Reads shapes only: the keys
//! themselves are read where all keys are read, in the worker.
//! Spec: RFC 7517 §5; OpenID Connect Discovery 1.0 §3 and RFC 8414 §2 for `jwks_uri`.

use crate::json::{self, Kind};

/// What the body is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A JWK Set with this many members in `keys`, or one JWK.
    Keys(usize),
    /// A discovery document: the set stands at this URL.
    Discovery(String),
    /// JSON, but neither of the two.
    OtherJson,
    /// Not JSON: HTML, most of the time.
    NotJson,
}

/// Reads the body.
pub fn read(body: &str) -> Answer {
    let document = json::parse(body.as_bytes().to_vec());
    if !document.faults().is_empty() {
        return Answer::NotJson;
    }
    if let Some(keys) = document
        .get("keys")
        .filter(|keys| keys.kind() == Kind::Array)
    {
        return Answer::Keys(keys.items().count());
    }
    if document.get("kty").is_some() {
        return Answer::Keys(1);
    }
    let uri = document.get("jwks_uri").and_then(|uri| uri.text());
    match uri {
        Some(uri) => Answer::Discovery(uri.into_owned()),
        None => Answer::OtherJson,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_and_a_single_key_are_keys() {
        assert_eq!(read(r#"{"keys":[]}"#), Answer::Keys(0));
        assert_eq!(read(r#"{"keys":[{"kty":"RSA"},{}]}"#), Answer::Keys(2));
        assert_eq!(read(r#"{"kty":"EC"}"#), Answer::Keys(1));
    }

    #[test]
    fn a_discovery_document_names_its_set() {
        let body = r#"{"issuer":"https://a.example","jwks_uri":"https://a.example/jwks"}"#;
        assert_eq!(
            read(body),
            Answer::Discovery("https://a.example/jwks".to_owned())
        );
    }

    #[test]
    fn anything_else_is_told_apart() {
        for body in ["", "<!doctype html>", "{", r#"{"keys":[]} x"#] {
            assert_eq!(read(body), Answer::NotJson, "{body}");
        }
        for body in ["[]", "{}", "null", r#"{"keys":{}}"#, r#"{"jwks_uri":1}"#] {
            assert_eq!(read(body), Answer::OtherJson, "{body}");
        }
    }
}
