//! JWKs and JWK Sets that RFCs print, and their thumbprints.
//! Spec: RFC 7517 Appendix A and B, RFC 7520 §3, RFC 7638 §3.1, RFC 8037 Appendix A.3.

use crate::case::key_box;
use jwt_debugger::keys::{KeyReading, SecretReading, read_key};
use serde_json::Value;

fn examples(file: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(file).unwrap();
    file["examples"].as_array().unwrap().clone()
}

fn read(json: &Value) -> KeyReading {
    let reading = read_key(&key_box(&json.to_string(), SecretReading::Utf8));
    assert_eq!(reading.faults, [], "{json}");
    reading
}

#[test]
fn rfc_7517() {
    let mut keys = 0;
    for example in examples(include_str!("data/rfc7517-jwk.json")) {
        for form in ["jwks", "jwk"] {
            if example[form].is_null() {
                continue;
            }
            let reading = read(&example[form]);
            let printed = match &example[form]["keys"] {
                Value::Array(list) => list.clone(),
                _ => vec![example[form].clone()],
            };
            assert_eq!(reading.keys.len(), printed.len());
            for (key, jwk) in reading.keys.iter().zip(&printed) {
                assert_eq!(key.facts.kty, jwk["kty"].as_str().unwrap());
                assert_eq!(key.facts.kid.as_deref(), jwk["kid"].as_str());
                assert_eq!(key.facts.curve.as_deref(), jwk["crv"].as_str());
                keys += 1;
            }
        }
    }
    assert_eq!(keys, 7);
}

#[test]
fn rfc_7520() {
    let file: Value = serde_json::from_str(include_str!("data/rfc7520-cookbook.json")).unwrap();
    let all = file["examples"].as_array().unwrap();
    let mut keys = 0;
    for example in all.iter().filter(|example| example["type"] == "jwk") {
        let reading = read(&example["jwk"]);
        let jwk = &example["jwk"];
        assert_eq!(reading.keys.len(), 1);
        let is_private = jwk["d"].is_string() || jwk["k"].is_string();
        assert_eq!(reading.keys[0].facts.is_private, is_private);
        keys += 1;
    }
    assert_eq!(keys, 6);
}

/// RFC 7638 §3.1, RFC 8037 Appendix A.3, RFC 9278 §3, RFC 9449 §6.1, RFC 9964, and computed ones. The one of an
/// `oct` key is left out: the digest of a secret helps whoever guesses it, so none is shown.
#[test]
fn rfc_7638() {
    let examples = examples(include_str!("data/jwk-thumbprints.json"));
    let (secrets, public): (Vec<Value>, Vec<Value>) = examples
        .into_iter()
        .partition(|example| example["jwk"]["kty"] == "oct");
    let mut uris = 0;
    for example in &public {
        let reading = read(&example["jwk"]);
        let printed = example["sha256_b64u"].as_str().unwrap();
        assert_eq!(
            reading.keys[0].facts.thumbprint, printed,
            "{}",
            example["id"]
        );
        if let Some(uri) = example["thumbprint_uri_rfc9278"].as_str() {
            let own = reading.keys[0].facts.thumbprint_uri();
            assert_eq!(own.as_deref(), Some(uri));
            uris += 1;
        }
    }
    for example in &secrets {
        assert_eq!(read(&example["jwk"]).keys[0].facts.thumbprint_uri(), None);
    }
    assert_eq!((public.len(), secrets.len(), uris), (9, 1, 1));
}
