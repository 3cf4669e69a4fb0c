//! One row of a table, and how it is run.

use crate::ours;
use jwt_debugger::base64url;
use jwt_debugger::crypto;
use jwt_debugger::decrypt::{Effort, decrypt};
use jwt_debugger::inspect::{Family, inspect};
use jwt_debugger::jose::algorithms::signature_algorithm;
use jwt_debugger::keys::Material;
use jwt_debugger::report::{ReportOptions, answer};
use jwt_debugger::verify::{Question, SignatureState, SignatureVerdict, verify};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What is pasted with which key, and what must come of it.
#[derive(Clone, Debug)]
pub struct Row {
    pub name: String,
    pub paste: String,
    pub key: String,
    pub state: SignatureState,
    pub code: &'static str,
}

pub fn row(
    name: impl Into<String>,
    paste: impl Into<String>,
    key: impl Into<String>,
    state: SignatureState,
    code: &'static str,
) -> Row {
    Row {
        name: name.into(),
        paste: paste.into(),
        key: key.into(),
        state,
        code,
    }
}

/// A signature that does not hold.
pub fn invalid(name: impl Into<String>, paste: impl Into<String>, key: &str) -> Row {
    row(name, paste, key, SignatureState::Invalid, "verify-mismatch")
}

/// Runs every row; every failure is named, and there are `count` of them.
#[track_caller]
pub fn check(rows: &[Row], count: usize) {
    let failures: Vec<String> = rows.iter().filter_map(|row| row.run().err()).collect();
    assert!(
        failures.is_empty(),
        "{} of {}:\n{}",
        failures.len(),
        rows.len(),
        failures.join("\n")
    );
    assert_eq!(rows.len(), count, "rows that ran");
}

impl Row {
    fn run(&self) -> Result<(), String> {
        let name = &self.name;
        let verdict = catch_unwind(AssertUnwindSafe(|| verdict(&self.paste, &self.key)))
            .map_err(|_| format!("{name}: a panic"))?;
        let (state, code) = (verdict.state, verdict.reason.code.as_ref());
        if (state, code) != (self.state, self.code) {
            let (wanted, reason) = (self.state, self.code);
            return Err(format!("{name}: {state:?} {code}, not {wanted:?} {reason}"));
        }
        let approves = [SignatureState::Valid, SignatureState::Decrypted];
        if approves.contains(&state) {
            return Err(format!("{name}: approved"));
        }
        let options = ReportOptions {
            key: ours::key(&self.key),
            now: 1_767_225_660,
            ..ReportOptions::default()
        };
        catch_unwind(AssertUnwindSafe(|| answer(&self.paste, &options)))
            .map(|_| ())
            .map_err(|_| format!("{name}: a panic in the report"))
    }
}

/// The verdict on the first token, without consent to costly work.
pub fn verdict(paste: &str, key_text: &str) -> SignatureVerdict {
    let inspection = inspect(paste);
    let question = Question {
        key: ours::key(key_text),
        ..Question::default()
    };
    match inspection.tokens.first() {
        Some(token) if token.family == Family::Jwe => {
            decrypt(&inspection, &question, Effort::Quick).verdict
        }
        _ => verify(&inspection, &question),
    }
}

/// A JWS Signing Input under `alg`.
pub fn input(alg: &str) -> String {
    let header = serde_json::json!({ "alg": alg }).to_string();
    format!("{}.{}", ours::b64(header), ours::b64(r#"{"sub":"a"}"#))
}

/// The signature that `key` makes of `input`.
pub fn signature(alg: &str, key: &Material, input: &str) -> Vec<u8> {
    let scheme = signature_algorithm(alg).unwrap().scheme;
    crypto::sign(scheme, key, input.as_bytes(), &mut crate::keys::rng("sign")).unwrap()
}

/// A JWS with these bytes for a signature.
pub fn token(input: &str, signature: &[u8]) -> String {
    format!("{input}.{}", base64url::encode(signature))
}

pub fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_hexdigit).collect();
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    digits.chunks(2).map(pair).collect()
}
