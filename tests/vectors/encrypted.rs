//! JWEs that RFCs print.
//! Spec: RFC 7516 Appendix A, RFC 7517 Appendix C, RFC 7519 Appendix A.

use crate::case::{Case, Expected, run_all};
use crate::rows;
use jwt_debugger::decrypt::{Effort, decrypt};
use jwt_debugger::inspect::inspect;
use serde_json::Value;

fn examples(file: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(file).unwrap();
    file["examples"].as_array().unwrap().clone()
}

fn cases(example: &Value) -> Vec<Case> {
    let rows = rows::encrypted(example, "");
    rows.into_iter().map(Case::from).collect()
}

#[test]
fn rfc_7516() {
    let examples = examples(include_str!("data/rfc7516-jwe.json"));
    let cases: Vec<Case> = examples.iter().flat_map(cases).collect();
    run_all(&cases, 6);
}

/// Appendix A.1, and A.2 whose content is a signed token again.
#[test]
fn rfc_7519() {
    let examples = examples(include_str!("data/rfc7519-jwt.json"));
    let encrypted: Vec<&Value> = examples.iter().filter(|e| !e["enc"].is_null()).collect();
    let outer: Vec<Case> = encrypted.iter().copied().flat_map(cases).collect();
    run_all(&outer, 2);

    let nested = encrypted
        .iter()
        .find(|e| !e["inner_key"].is_null())
        .unwrap();
    let inspection = inspect(&outer[1].paste);
    let opened = decrypt(&inspection, &outer[1].question(), Effort::Quick);
    let inner = String::from_utf8(opened.plaintext.unwrap().expose().clone()).unwrap();
    let inner = Case::new("inner", &inner, &nested["inner_key"], Expected::Valid)
        .with_text(nested["inner_payload_text"].as_str());
    run_all(&[inner], 1);
}

/// Appendix C: an RSA private key under a password.
#[test]
fn rfc_7517() {
    let examples = examples(include_str!("data/rfc7517-jwk.json"));
    let encrypted = examples.iter().find(|e| e["token"].is_string()).unwrap();
    let cases = cases(encrypted);
    run_all(&cases, 1);
    let opened = decrypt(
        &inspect(&cases[0].paste),
        &cases[0].question(),
        Effort::Quick,
    );
    let jwk: Value = serde_json::from_slice(opened.plaintext.unwrap().expose()).unwrap();
    assert_eq!(jwk, encrypted["plaintext_jwk"]);
}
