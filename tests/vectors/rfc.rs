//! The examples that RFCs print: a list called `examples`, one JWK or several for each.
//! Spec: RFC 7515 Appendix A to F, RFC 7797 §4, RFC 8037 Appendix A, RFC 9864, RFC 9964.

use crate::case::{Case, run_all};
use crate::rows;
use jwt_debugger::base64url;
use serde_json::Value;

fn examples(file: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(file).unwrap();
    file["examples"].as_array().unwrap().clone()
}

fn cases(example: &Value) -> Vec<Case> {
    let rows = rows::signed(example, "");
    rows.into_iter().map(Case::from).collect()
}

#[test]
fn rfc_7515() {
    let examples = examples(include_str!("data/rfc7515-jws.json"));
    let signed = examples.iter().filter(|e| e["type"].is_null());
    let cases: Vec<Case> = signed.flat_map(cases).collect();
    run_all(&cases, 9);
}

/// RFC 7515 Appendix C.
#[test]
fn rfc_7515_base64url() {
    let examples = examples(include_str!("data/rfc7515-jws.json"));
    let example = examples.iter().find(|e| !e["type"].is_null()).unwrap();
    let octets: Vec<u8> = example["octets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|octet| u8::try_from(octet.as_u64().unwrap()).unwrap())
        .collect();
    let text = example["base64url"].as_str().unwrap();
    assert_eq!(base64url::encode(&octets), text);
    assert_eq!(base64url::decode(text), Some(octets));
}

#[test]
fn rfc_7797() {
    let examples = examples(include_str!("data/rfc7797-b64.json"));
    let cases: Vec<Case> = examples.iter().flat_map(cases).collect();
    run_all(&cases, 4);
}

/// RFC 7519 §3.1 and §6.1; the encrypted examples run with the other JWEs.
#[test]
fn rfc_7519() {
    let examples = examples(include_str!("data/rfc7519-jwt.json"));
    let signed = examples.iter().filter(|e| e["enc"].is_null());
    let cases: Vec<Case> = signed.flat_map(cases).collect();
    run_all(&cases, 2);
}

/// Appendix A.1 to A.5; the key agreements A.6 and A.7 run with the JWEs.
#[test]
fn rfc_8037() {
    let examples = examples(include_str!("data/rfc8037-okp.json"));
    let signed = examples.iter().filter(|e| e["token"].is_string());
    let cases: Vec<Case> = signed.flat_map(cases).collect();
    run_all(&cases, 2);
}

#[test]
fn rfc_9964() {
    let examples = examples(include_str!("data/rfc9964-ml-dsa.json"));
    let cases: Vec<Case> = examples.iter().flat_map(cases).collect();
    run_all(&cases, 3);
}

/// Ed25519, Ed448, EdDSA with Ed448, ES256K and ES384, for which no RFC prints a token.
#[test]
fn supplement() {
    let examples = examples(include_str!("data/supplement-generated.json"));
    let cases: Vec<Case> = examples.iter().flat_map(cases).collect();
    run_all(&cases, 10);
}
