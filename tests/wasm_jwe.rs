//! JWE in the browser: every family of key management and every content encryption once, with
//! published examples where there are any and with the browser's randomness. The host runs all of
//! them in full. Run by `cargo xtask test --only wasm`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use jwt_debugger::base64url;
use jwt_debugger::browser::random::BrowserRng;
use jwt_debugger::decrypt::{Effort, decrypt};
use jwt_debugger::inspect::inspect;
use jwt_debugger::job::{Draft, Job, JobOutcome};
use jwt_debugger::keys::KeyInput;
use jwt_debugger::secret::Secret;
use jwt_debugger::verify::{Question, SignatureState};
use jwt_debugger::worker;
use serde_json::{Value, json};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const RFC_7516: &str = include_str!("vectors/data/rfc7516-jwe.json");
const COOKBOOK: &str = include_str!("vectors/data/rfc7520-cookbook.json");
const RSA: &str = include_str!("vectors/data/koppeltaal-rs512-private.pem");
const P256: &str = include_str!("../src/crypto/containers/fixtures/p256-pkcs8.pem");
const P384: &str = include_str!("../src/crypto/containers/fixtures/p384-pkcs8.pem");
const P521: &str = include_str!("../src/crypto/containers/fixtures/p521-pkcs8.pem");
const X25519: &str = include_str!("../src/crypto/containers/fixtures/x25519-pkcs8.pem");
const X448: &str = include_str!("../src/crypto/containers/fixtures/x448-pkcs8.pem");

fn key(text: &str) -> KeyInput {
    KeyInput {
        text: Secret::new(text.to_owned()),
        ..KeyInput::default()
    }
}

/// A secret of this many bytes as a JWK.
fn secret(length: usize) -> String {
    json!({ "kty": "oct", "k": base64url::encode(&vec![0x5a; length]) }).to_string()
}

fn open(token: &str, key_text: &str, effort: Effort) -> Result<Vec<u8>, SignatureState> {
    let question = Question {
        key: key(key_text),
        ..Question::default()
    };
    let opened = decrypt(&inspect(token), &question, effort);
    match opened.plaintext {
        Some(plaintext) => Ok(plaintext.expose().clone()),
        None => Err(opened.verdict.state),
    }
}

/// The token with another first character of its ciphertext.
fn tampered(token: &str) -> String {
    let mut parts: Vec<String> = token.split('.').map(str::to_owned).collect();
    let first = if parts[3].starts_with('A') { "B" } else { "A" };
    parts[3].replace_range(..1, first);
    parts.join(".")
}

/// The example of this id opens, and no more once it was tampered with.
fn check(file: &str, id: &str) {
    let file: Value = serde_json::from_str(file).unwrap();
    let examples = file["examples"].as_array().unwrap();
    let example = examples
        .iter()
        .find(|example| example["id"].as_str().unwrap().contains(id))
        .unwrap();
    let token = example["token"].as_str().or(example["compact"].as_str());
    let token = token.unwrap();
    let key_value = example.get("key").unwrap_or(&example["keys"][0]);
    let key_text = match key_value["password_text"].as_str() {
        Some(password) => password.to_owned(),
        None => key_value.to_string(),
    };
    let text = example["plaintext"]
        .as_str()
        .or(example["content"].as_str());
    let opened = open(token, &key_text, Effort::Quick);
    assert_eq!(opened.as_deref(), Ok(text.unwrap().as_bytes()), "{id}");
    let changed = open(&tampered(token), &key_text, Effort::Quick);
    assert_eq!(changed, Err(SignatureState::DecryptFailed), "{id}");
}

/// Encrypts with the browser's randomness as the page asks for it, and opens what came out.
fn round_trip(header: Value, key_text: &str) {
    let payload = r#"{"sub":"jo","list":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}"#;
    let draft = Draft {
        header: header.to_string(),
        payload: payload.to_owned(),
        key: key(key_text),
        ..Draft::default()
    };
    let token = match worker::run(Job::Sign(Box::new(draft)), &mut BrowserRng) {
        JobOutcome::Signed { token, .. } => token,
        other => panic!("{header}: {other:?}"),
    };
    let opened = open(&token, key_text, Effort::Quick);
    assert_eq!(opened.as_deref(), Ok(payload.as_bytes()), "{header}");
    let changed = open(&tampered(&token), key_text, Effort::Quick);
    assert_eq!(changed, Err(SignatureState::DecryptFailed), "{header}");
}

#[wasm_bindgen_test]
fn rsa() {
    check(RFC_7516, "rfc7516-a.1");
    check(RFC_7516, "rfc7516-a.2");
    for alg in ["RSA-OAEP", "RSA-OAEP-256", "RSA-OAEP-384", "RSA-OAEP-512"] {
        round_trip(json!({ "alg": alg, "enc": "A128GCM" }), RSA);
    }
}

#[wasm_bindgen_test]
fn aes_key_wrap() {
    check(RFC_7516, "rfc7516-a.3");
    for (alg, length) in [("A128KW", 16), ("A192KW", 24), ("A256KW", 32)] {
        round_trip(json!({ "alg": alg, "enc": "A128GCM" }), &secret(length));
    }
}

#[wasm_bindgen_test]
fn aes_gcm_key_wrap() {
    check(COOKBOOK, "jwe/5_7.");
    for (alg, length) in [("A128GCMKW", 16), ("A192GCMKW", 24), ("A256GCMKW", 32)] {
        round_trip(json!({ "alg": alg, "enc": "A128GCM" }), &secret(length));
    }
}

#[wasm_bindgen_test]
fn key_agreement() {
    for id in ["jwe/5_4.", "jwe/5_5.", "curve25519/ecdh-es"] {
        check(COOKBOOK, id);
    }
    for key_text in [P256, P384, P521, X25519, X448] {
        for alg in [
            "ECDH-ES",
            "ECDH-ES+A128KW",
            "ECDH-ES+A192KW",
            "ECDH-ES+A256KW",
        ] {
            round_trip(json!({ "alg": alg, "enc": "A256CBC-HS512" }), key_text);
        }
    }
}

#[wasm_bindgen_test]
fn passwords() {
    check(COOKBOOK, "jwe/5_3.");
    for alg in [
        "PBES2-HS256+A128KW",
        "PBES2-HS384+A192KW",
        "PBES2-HS512+A256KW",
    ] {
        round_trip(
            json!({ "alg": alg, "enc": "A128GCM", "p2c": 1000 }),
            "a password",
        );
    }
}

#[wasm_bindgen_test]
fn every_content_encryption_compressed_and_not() {
    check(COOKBOOK, "jwe/5_6.");
    check(COOKBOOK, "jwe/5_9.");
    for (enc, length) in [
        ("A128CBC-HS256", 32),
        ("A192CBC-HS384", 48),
        ("A256CBC-HS512", 64),
        ("A128GCM", 16),
        ("A192GCM", 24),
        ("A256GCM", 32),
    ] {
        round_trip(json!({ "alg": "dir", "enc": enc }), &secret(length));
        let compressed = json!({ "alg": "dir", "enc": enc, "zip": "DEF" });
        round_trip(compressed, &secret(length));
    }
}

/// An Initialization Vector that came twice would break GCM.
#[wasm_bindgen_test]
fn two_encryptions_of_one_draft_differ() {
    let make = || {
        let draft = Draft {
            header: r#"{"alg":"dir","enc":"A128GCM"}"#.to_owned(),
            payload: "{}".to_owned(),
            key: key(&secret(16)),
            ..Draft::default()
        };
        match worker::run(Job::Sign(Box::new(draft)), &mut BrowserRng) {
            JobOutcome::Signed { token, .. } => token,
            other => panic!("{other:?}"),
        }
    };
    assert_ne!(make().split('.').nth(2), make().split('.').nth(2));
}
