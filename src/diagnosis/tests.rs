//! One `finds` for every cause: token, key box, code; and what must not be proposed.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice
)]

use super::*;
use crate::base64url;
use crate::crypto;
use crate::inspect::inspect;
use crate::jose::algorithms::signature_algorithm;
use crate::keys::{KeyInput, SecretReading};
use crate::secret::Secret;
use rand_chacha::ChaCha8Rng;
use rand_core::SeedableRng;

pub const P256_SPKI: &str = include_str!("../crypto/containers/fixtures/p256-spki.pem");
pub const P256_PKCS8: &str = include_str!("../crypto/containers/fixtures/p256-pkcs8.pem");
pub const P384_SPKI: &str = include_str!("../crypto/containers/fixtures/p384-spki.pem");
pub const P384_PKCS8: &str = include_str!("../crypto/containers/fixtures/p384-pkcs8.pem");
pub const P521_SPKI: &str = include_str!("../crypto/containers/fixtures/p521-spki.pem");
pub const P521_PKCS8: &str = include_str!("../crypto/containers/fixtures/p521-pkcs8.pem");
pub const ED25519_SPKI: &str = include_str!("../crypto/containers/fixtures/ed25519-spki.pem");
pub const ED25519_PKCS8: &str = include_str!("../crypto/containers/fixtures/ed25519-pkcs8.pem");
pub const ED448_SPKI: &str = include_str!("../crypto/containers/fixtures/ed448-spki.pem");
pub const ED448_PKCS8: &str = include_str!("../crypto/containers/fixtures/ed448-pkcs8.pem");
pub const K256_SPKI: &str = include_str!("../crypto/containers/fixtures/secp256k1-spki.pem");
pub const K256_PKCS8: &str = include_str!("../crypto/containers/fixtures/secp256k1-pkcs8.pem");
pub const RSA_SPKI: &str = include_str!("../crypto/containers/fixtures/rsa-spki.pem");
pub const RSA_PKCS8: &str = include_str!("../crypto/containers/fixtures/rsa-pkcs8.pem");
pub const SECRET_64: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
/// The public half of [`P256_SPKI`] as JWK.
pub const P256_PUBLIC: &str = r#"{"crv":"P-256","kty":"EC","x":"S_J9pNNcsJUWNj50sGl3dlPoth1ly2fwsOWmzlTpOgQ","y":"Q3_sLyytZ-lTZKvmDyc1kMYWW4_Jf8Q8h-PlKgvCn5M"}"#;
/// Another key: RFC 7515 Appendix A.3.
pub const P256_OTHER: &str = r#"{"crv":"P-256","kty":"EC","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#;
/// The private value of [`P256_PKCS8`].
pub const P256_PRIVATE_D: &str = "7zzxkqprCru3bkh4UHrAxqeOYN7EFkbjsWr2Y0IT5d8";

mod limits;

fn key(text: &str, reading: SecretReading) -> KeyInput {
    KeyInput {
        text: Secret::new(text.to_owned()),
        reading,
        ..KeyInput::default()
    }
}

fn ask_with(paste: &str, key: KeyInput, seen: &[String]) -> Vec<Diagnosis> {
    let question = Question {
        key,
        ..Question::default()
    };
    let found = diagnose(&inspect(paste), &question, seen, Budget::default());
    for one in &found {
        apply(paste, &question, one);
    }
    found
}

/// Makes the changes that are offered; then it must verify.
fn apply(paste: &str, question: &Question, diagnosis: &Diagnosis) {
    if diagnosis.fixes.is_empty() {
        return;
    }
    let mut paste = paste.to_owned();
    let mut question = question.clone();
    for fix in &diagnosis.fixes {
        match fix {
            Fix::SetKey { text, reading } => {
                question.key.text = text.clone();
                question.key.reading = *reading;
            }
            Fix::SetPaste(text) => paste.clone_from(text),
        }
    }
    let verdict = verify(&inspect(&paste), &question);
    assert_eq!(
        verdict.state,
        SignatureState::Valid,
        "{diagnosis:#?} {verdict:#?}"
    );
}

fn ask(paste: &str, text: &str) -> Vec<Diagnosis> {
    ask_with(paste, key(text, SecretReading::Utf8), &[])
}

pub fn ask_seen(paste: &str, text: &str, seen: &[String]) -> Vec<Diagnosis> {
    ask_with(paste, key(text, SecretReading::Utf8), seen)
}

fn codes(found: &[Diagnosis]) -> Vec<&str> {
    found.iter().map(Diagnosis::code).collect()
}

/// The code alone, verified, with a fix that works.
#[track_caller]
pub fn finds(paste: &str, text: &str, code: &str) {
    let found = ask(paste, text);
    assert_eq!(codes(&found), [code], "{paste:?} {text:?} {found:#?}");
    assert!(found[0].is_verified && !found[0].is_certain, "{found:#?}");
    assert_eq!(found[0].steps.len(), 1, "{found:#?}");
    assert!(!found[0].fixes.is_empty(), "{found:#?}");
}

/// The code alone, verified, where nothing can be set.
#[track_caller]
pub fn finds_without_fix(paste: &str, text: &str, code: &str) {
    let found = ask(paste, text);
    assert_eq!(codes(&found), [code], "{paste:?} {text:?} {found:#?}");
    assert!(found[0].is_verified && !found[0].is_certain, "{found:#?}");
    assert_eq!(found[0].fixes, [], "{found:#?}");
}

/// The code alone, certain.
#[track_caller]
pub fn finds_certain(paste: &str, text: &str, code: &str) {
    let found = ask(paste, text);
    assert_eq!(codes(&found), [code], "{paste:?} {text:?} {found:#?}");
    assert!(found[0].is_certain && !found[0].is_verified, "{found:#?}");
}

#[track_caller]
pub fn finds_code(paste: &str, text: &str, expected: &[&str]) {
    assert_eq!(codes(&ask(paste, text)), expected, "{paste:?} {text:?}");
}

/// The first step of each diagnosis.
pub fn reasons_for(paste: &str, text: &str) -> Vec<String> {
    let found = ask(paste, text);
    codes(&found).into_iter().map(str::to_owned).collect()
}

/// Nothing may be proposed.
#[track_caller]
pub fn finds_nothing_with(paste: &str, text: &str) {
    let found = ask(paste, text);
    assert!(found.iter().all(|one| !one.is_verified), "{found:#?}");
}

#[track_caller]
pub fn finds_nothing(secret: &[u8], text: &str) {
    finds_nothing_with(&hs256(secret), text);
}

/// A token signed with `secret` and `given` in the box.
#[track_caller]
pub fn finds_secret(secret: &[u8], given: &str, code: &str) {
    finds(&hs256(secret), given, code);
}

#[track_caller]
pub fn finds_secret_read(secret: &[u8], given: &str, reading: SecretReading, code: &str) {
    let found = ask_with(&hs256(secret), key(given, reading), &[]);
    assert_eq!(codes(&found), [code], "{found:#?}");
    assert!(!found[0].fixes.is_empty(), "{found:#?}");
}

/// Two steps, in this order.
#[track_caller]
pub fn finds_two(secret: &[u8], given: &str, first: &str, second: &str) {
    let found = ask(&hs256(secret), given);
    assert!(!found.is_empty(), "{given:?}");
    let steps: Vec<&str> = found[0]
        .steps
        .iter()
        .map(|step| step.code.as_ref())
        .collect();
    assert_eq!(steps, [first, second], "{found:#?}");
    assert!(found[0].is_verified, "{found:#?}");
    assert_eq!(found.len(), 1, "{found:#?}");
}

/// Two steps, in either order, with a fix that works.
#[track_caller]
pub fn finds_both(paste: &str, text: &str, one: &str, other: &str) {
    let found = ask(paste, text);
    let mut steps: Vec<&str> = found.iter().flat_map(|one| one.codes()).collect();
    steps.sort_unstable();
    let mut expected = [one, other];
    expected.sort_unstable();
    assert_eq!(steps, expected, "{paste:?} {text:?} {found:#?}");
    assert!(
        found[0].is_verified && !found[0].fixes.is_empty(),
        "{found:#?}"
    );
}

/// Rough tokens are read by the front door or repaired here; either way they verify.
#[track_caller]
pub fn finds_or_valid(paste: &str, text: &str, code: &str) {
    let question = Question {
        key: key(text, SecretReading::Utf8),
        ..Question::default()
    };
    if verify(&inspect(paste), &question).state == SignatureState::Valid {
        return;
    }
    finds(paste, text, code);
}

fn sign(input: &[u8], alg: &str, private: &KeyInput) -> Vec<u8> {
    let scheme = signature_algorithm(alg).unwrap().scheme;
    let material = &read_key(private).keys[0].material;
    crypto::sign(scheme, material, input, &mut ChaCha8Rng::seed_from_u64(1)).unwrap()
}

fn seal(header: &str, payload: &str, alg: &str, private: &KeyInput) -> String {
    let input = format!(
        "{}.{}",
        base64url::encode(header.as_bytes()),
        base64url::encode(payload.as_bytes())
    );
    let signature = sign(input.as_bytes(), alg, private);
    format!("{input}.{}", base64url::encode(&signature))
}

/// A secret of any bytes.
fn oct(secret: &[u8]) -> KeyInput {
    let jwk = format!(r#"{{"kty":"oct","k":"{}"}}"#, base64url::encode(secret));
    key(&jwk, SecretReading::Utf8)
}

pub fn hs256(secret: &[u8]) -> String {
    seal(r#"{"alg":"HS256"}"#, r#"{"a":1}"#, "HS256", &oct(secret))
}

/// An HS256 token with this header, signed with a secret of any bytes.
pub fn token_signed_with(header: &str, secret: &[u8]) -> String {
    seal(header, r#"{"a":1}"#, "HS256", &oct(secret))
}

pub fn es256(header: &str) -> String {
    seal(
        header,
        r#"{"a":1}"#,
        "ES256",
        &key(P256_PKCS8, SecretReading::Utf8),
    )
}

/// An ES256 token whose signature is as `wanted`, by counting up a claim.
pub fn es256_where(wanted: impl Fn(&[u8]) -> bool) -> String {
    let private = key(P256_PKCS8, SecretReading::Utf8);
    (0..10_000)
        .map(|count| {
            seal(
                r#"{"alg":"ES256"}"#,
                &format!(r#"{{"a":{count}}}"#),
                "ES256",
                &private,
            )
        })
        .find(|token| wanted(&signature_of(token)))
        .unwrap()
}

pub fn token_signed_as(says: &str, used: &str, private: &str) -> String {
    let private = key(private, SecretReading::Utf8);
    seal(
        &format!(r#"{{"alg":"{says}"}}"#),
        r#"{"a":1}"#,
        used,
        &private,
    )
}

/// A token with this header and payload, signed as `used`.
pub fn token_with_claims(header: &str, payload: &str, used: &str, private: &str) -> String {
    seal(header, payload, used, &key(private, SecretReading::Utf8))
}

/// An HS256 token, secret `s3cret`, whose signature is over other bytes than the token has.
pub fn token_over(payload: &str, input: impl Fn(&str, &str) -> Vec<u8>) -> String {
    let header = r#"{"alg":"HS256"}"#;
    let signature = sign(&input(header, payload), "HS256", &oct(b"s3cret"));
    format!(
        "{}.{}.{}",
        base64url::encode(header.as_bytes()),
        base64url::encode(payload.as_bytes()),
        base64url::encode(&signature)
    )
}

fn signature_of(token: &str) -> Vec<u8> {
    base64url::decode(token.rsplit_once('.').unwrap().1).unwrap()
}

pub fn with_signature(token: &str, change: impl Fn(&[u8]) -> Vec<u8>) -> String {
    with_signature_text(token, |raw| base64url::encode(&change(raw)))
}

pub fn with_signature_text(token: &str, change: impl Fn(&[u8]) -> String) -> String {
    let (rest, _) = token.rsplit_once('.').unwrap();
    format!("{rest}.{}", change(&signature_of(token)))
}
