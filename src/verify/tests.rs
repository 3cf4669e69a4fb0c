//! One `check` per rule and sample: paste, key, state, code of the reason.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

use super::*;
use crate::base64url;
use crate::crypto;
use crate::inspect::inspect;
use crate::jose::algorithms::signature_algorithm;
use crate::json;
use crate::keys::{KeySource, SecretReading};
use crate::secret::Secret;
use rand_chacha::ChaCha8Rng;
use rand_core::SeedableRng;

const SECRET: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
const SPKI: &str = include_str!("../crypto/containers/fixtures/p256-spki.pem");
const PKCS8: &str = include_str!("../crypto/containers/fixtures/p256-pkcs8.pem");
const CERTIFICATE: &str = include_str!("../crypto/containers/fixtures/p256-certificate.pem");
const RSA_SPKI: &str = include_str!("../crypto/containers/fixtures/rsa-spki.pem");
const RSA_PKCS8: &str = include_str!("../crypto/containers/fixtures/rsa-pkcs8.pem");
const KOPPELTAAL_JWKS: &str = include_str!("../../tests/vectors/data/koppeltaal-jwks.json");
const KOPPELTAAL: &str = include_str!("../../tests/vectors/data/koppeltaal-tokens.json");
const WORKSHOP: &str = include_str!("../../tests/vectors/data/workshop-tokens.json");
const WORKSHOP_ENV: &str = include_str!("../../tests/vectors/data/workshop.env");

mod confusion;
mod content;
mod named;
mod rules;
mod samples;
mod sd_jwt;

fn key(text: &str) -> KeyInput {
    KeyInput {
        text: Secret::new(text.to_owned()),
        ..KeyInput::default()
    }
}

fn ask(paste: &str, input: KeyInput) -> SignatureVerdict {
    let question = Question {
        key: input,
        ..Question::default()
    };
    verify(&inspect(paste), &question)
}

/// Checks state and code of the reason.
#[track_caller]
fn check(paste: &str, key_text: &str, state: SignatureState, code: &str) -> SignatureVerdict {
    let verdict = ask(paste, key(key_text));
    assert_eq!(
        (verdict.state, verdict.reason.code.as_ref()),
        (state, code),
        "{verdict:#?}"
    );
    verdict
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<&str> {
    diagnostics.iter().map(|d| d.code.as_ref()).collect()
}

fn read(text: &str) -> KeyReading {
    read_key(&key(text))
}

/// Signs what stands before the last dot, whatever it is.
fn seal(input: &str, alg: &str, private: &str) -> String {
    let scheme = signature_algorithm(alg).unwrap().scheme;
    let signature = signature(input.as_bytes(), scheme, private);
    format!("{input}.{}", base64url::encode(&signature))
}

fn signature(input: &[u8], scheme: crate::jose::algorithms::Scheme, private: &str) -> Vec<u8> {
    let material = &read(private).keys[0].material;
    crypto::sign(scheme, material, input, &mut ChaCha8Rng::seed_from_u64(1)).unwrap()
}

fn token(header: &str, payload: &str, alg: &str, private: &str) -> String {
    let input = format!(
        "{}.{}",
        base64url::encode(header.as_bytes()),
        base64url::encode(payload.as_bytes())
    );
    seal(&input, alg, private)
}

fn hs256(header: &str) -> String {
    token(header, r#"{"sub":"a"}"#, "HS256", SECRET)
}
