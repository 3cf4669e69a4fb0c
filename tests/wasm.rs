//! What may differ in the browser: every family of the cryptography once, with the published
//! vectors that the host runs in full, and the browser's randomness. Run by
//! `cargo xtask test --only wasm`.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

use jwt_debugger::browser::random::BrowserRng;
use jwt_debugger::job::{Draft, Job, JobOutcome, Request, Response};
use jwt_debugger::keys::KeyInput;
use jwt_debugger::secret::Secret;
use jwt_debugger::verify::{Question, SignatureState};
use jwt_debugger::worker;
use rand_core::RngCore;
use serde_json::Value;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const RFC_7515: &str = include_str!("vectors/data/rfc7515-jws.json");
const RFC_8037: &str = include_str!("vectors/data/rfc8037-okp.json");
const RFC_9964: &str = include_str!("vectors/data/rfc9964-ml-dsa.json");
const SUPPLEMENT: &str = include_str!("vectors/data/supplement-generated.json");
const WORKSHOP: &str = include_str!("vectors/data/workshop-tokens.json");
const KOPPELTAAL: &str = include_str!("vectors/data/koppeltaal-tokens.json");
const KOPPELTAAL_SET: &str = include_str!("vectors/data/koppeltaal-jwks.json");
const RSA: &str = include_str!("vectors/data/koppeltaal-rs512-private.pem");
const P256: &str = include_str!("../src/crypto/containers/fixtures/p256-pkcs8.pem");
const P384: &str = include_str!("vectors/data/koppeltaal-es384-private.pem");
const P521: &str = include_str!("../src/crypto/containers/fixtures/p521-pkcs8.pem");
const SECP256K1: &str = include_str!("../src/crypto/containers/fixtures/secp256k1-pkcs8.pem");
const ED25519: &str = include_str!("../src/crypto/containers/fixtures/ed25519-pkcs8.pem");
const ED448: &str = include_str!("../src/crypto/containers/fixtures/ed448-pkcs8.pem");
const ML_DSA_44: &str = include_str!("../src/crypto/containers/fixtures/ml-dsa-44-pkcs8.pem");

fn key(text: &str) -> KeyInput {
    KeyInput {
        text: Secret::new(text.to_owned()),
        ..KeyInput::default()
    }
}

/// Asks as the page does: the job and its outcome cross the seam as bytes.
fn ask(job: Job) -> JobOutcome {
    let bytes = postcard::to_allocvec(&Request { number: 7, job }).unwrap();
    let request: Request = postcard::from_bytes(&bytes).unwrap();
    let outcome = worker::run(request.job, &mut BrowserRng);
    let response = Response { number: 7, outcome };
    let bytes = postcard::to_allocvec(&response).unwrap();
    let crossed: Response = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(crossed, response);
    crossed.outcome
}

fn state(token: &str, key_text: &str) -> SignatureState {
    let job = Job::Verify {
        paste: token.to_owned(),
        question: Question {
            key: key(key_text),
            ..Question::default()
        },
    };
    match ask(job) {
        JobOutcome::Verified(verdict) => verdict.state,
        other => panic!("not a verdict: {other:?}"),
    }
}

/// The token with one bit of its payload's first character turned.
fn tampered(token: &str) -> String {
    let (header, rest) = token.split_once('.').unwrap();
    let first = if rest.starts_with('e') { 'f' } else { 'e' };
    format!("{header}.{first}{}", &rest[1..])
}

/// The example of this id verifies with its key, and no more once it was tampered with.
fn check(file: &str, id: &str) {
    let file: Value = serde_json::from_str(file).unwrap();
    let examples = file["examples"].as_array().unwrap();
    let example = examples.iter().find(|example| example["id"] == id).unwrap();
    let token = example["token"].as_str().unwrap();
    let key_text = example["key"].to_string();
    assert_eq!(state(token, &key_text), SignatureState::Valid, "{id}");
    let changed = tampered(token);
    assert_eq!(state(&changed, &key_text), SignatureState::Invalid, "{id}");
}

#[wasm_bindgen_test]
fn hmac_as_rfc_7515_a_1_has_it() {
    check(RFC_7515, "rfc7515-a.1");
}

#[wasm_bindgen_test]
fn rsassa_pkcs1_v1_5_as_rfc_7515_a_2_has_it() {
    check(RFC_7515, "rfc7515-a.2");
}

#[wasm_bindgen_test]
fn ecdsa_on_p_256_as_rfc_7515_a_3_has_it() {
    check(RFC_7515, "rfc7515-a.3");
}

#[wasm_bindgen_test]
fn ecdsa_on_p_521_as_rfc_7515_a_4_has_it() {
    check(RFC_7515, "rfc7515-a.4");
}

#[wasm_bindgen_test]
fn ed25519_as_rfc_8037_a_4_has_it() {
    check(RFC_8037, "rfc8037-a.1-a.5");
}

#[wasm_bindgen_test]
fn ml_dsa_as_rfc_9964_has_it() {
    check(RFC_9964, "rfc9964-ml-dsa-44");
}

#[wasm_bindgen_test]
fn ed448_secp256k1_and_p_384() {
    for id in ["ed448-eddsa", "es256k", "es384"] {
        check(SUPPLEMENT, id);
    }
}

#[wasm_bindgen_test]
fn the_workshop_s_tokens() {
    let file: Value = serde_json::from_str(WORKSHOP).unwrap();
    let secret = file["secret"].as_str().unwrap();
    for (name, token) in file["tokens"].as_object().unwrap() {
        let expected = match name.contains("tampered") {
            true => SignatureState::Invalid,
            false => SignatureState::Valid,
        };
        assert_eq!(state(token.as_str().unwrap(), secret), expected, "{name}");
    }
}

#[wasm_bindgen_test]
fn the_tokens_of_koppeltaal() {
    let file: Value = serde_json::from_str(KOPPELTAAL).unwrap();
    for (name, token) in file["tokens"].as_object().unwrap() {
        let expected = match name.contains("kid not in the set") {
            true => SignatureState::KeyError,
            false => SignatureState::Valid,
        };
        let found = state(token.as_str().unwrap(), KOPPELTAAL_SET);
        assert_eq!(found, expected, "{name}");
    }
}

/// Signs with the browser's randomness, and verifies what was signed.
fn round_trip(alg: &str, key_text: &str) {
    let draft = Draft {
        header: format!(r#"{{"alg":"{alg}"}}"#),
        payload: r#"{"sub":"jo"}"#.to_owned(),
        key: key(key_text),
        ..Draft::default()
    };
    let token = match ask(Job::Sign(Box::new(draft))) {
        JobOutcome::Signed { token, .. } => token,
        other => panic!("{alg}: {other:?}"),
    };
    assert_eq!(state(&token, key_text), SignatureState::Valid, "{alg}");
    let changed = tampered(&token);
    assert_eq!(state(&changed, key_text), SignatureState::Invalid, "{alg}");
}

#[wasm_bindgen_test]
fn what_was_signed_with_a_secret_verifies() {
    let secret = "0123456789abcdef".repeat(4);
    for alg in ["HS256", "HS384", "HS512"] {
        round_trip(alg, &secret);
    }
}

#[wasm_bindgen_test]
fn what_was_signed_with_rsa_verifies() {
    for alg in ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"] {
        round_trip(alg, RSA);
    }
}

#[wasm_bindgen_test]
fn what_was_signed_on_a_curve_verifies() {
    for (alg, key_text) in [
        ("ES256", P256),
        ("ES384", P384),
        ("ES512", P521),
        ("ES256K", SECP256K1),
        ("EdDSA", ED25519),
        ("Ed25519", ED25519),
        ("EdDSA", ED448),
        ("Ed448", ED448),
    ] {
        round_trip(alg, key_text);
    }
}

#[wasm_bindgen_test]
fn what_was_signed_with_ml_dsa_verifies() {
    round_trip("ML-DSA-44", ML_DSA_44);
}

/// A salt that came twice would give the same signature twice.
#[wasm_bindgen_test]
fn two_pss_signatures_of_one_draft_differ() {
    let sign = || {
        let draft = Draft {
            header: r#"{"alg":"PS256"}"#.to_owned(),
            payload: "{}".to_owned(),
            key: key(RSA),
            ..Draft::default()
        };
        match ask(Job::Sign(Box::new(draft))) {
            JobOutcome::Signed { token, .. } => token,
            other => panic!("{other:?}"),
        }
    };
    assert_ne!(sign(), sign());
}

#[wasm_bindgen_test]
fn a_key_that_cannot_be_read_says_so() {
    let JobOutcome::KeyRead(summary) = ask(Job::ReadKey(key("{\"kty\":\"RSA\"}"))) else {
        panic!("not read");
    };
    assert!(summary.keys.is_empty() && !summary.faults.is_empty());
}

#[wasm_bindgen_test]
fn the_browser_s_randomness_does_not_repeat_itself() {
    let mut one = [0; 32];
    let mut two = [0; 32];
    BrowserRng.fill_bytes(&mut one);
    BrowserRng.fill_bytes(&mut two);
    assert_ne!(one, two);
    assert_ne!(one, [0; 32]);
}
