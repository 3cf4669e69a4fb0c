//! One case: what is pasted, the key, and what must come of it.

use crate::rows::{Row, key_text};
use jwt_debugger::decrypt::{Effort, decrypt};
use jwt_debugger::inspect::{Family, Inspection, inspect};
use jwt_debugger::keys::{KeyInput, SecretReading};
use jwt_debugger::secret::Secret;
use jwt_debugger::span::Part;
use jwt_debugger::verify::{Question, SignatureState, verify};
use serde_json::Value;

/// What must come of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// The signature holds.
    Valid,
    /// The signature holds with the key in the token's own header.
    SelfAsserted,
    /// Anything but a state that a person could take for approval.
    NotValid,
    /// The bytes match, or would open, and this rule forbids accepting them.
    Forbidden(&'static str),
    /// The JWE opens; what comes out is `text`.
    Decrypted,
    /// `alg: none`.
    Unsecured,
}

/// One vector.
#[derive(Clone, Debug)]
pub struct Case {
    pub name: String,
    pub paste: String,
    pub key: KeyInput,
    pub content: Option<String>,
    pub expected: Expected,
    /// The payload or the plaintext, when the vector prints it.
    pub text: Option<String>,
}

impl Case {
    /// A case whose key is a JWK or a JWK Set.
    pub fn new(name: &str, paste: &str, key: &Value, expected: Expected) -> Self {
        Case {
            name: name.to_owned(),
            paste: paste.to_owned(),
            key: key_box(&key_text(key), SecretReading::Utf8),
            content: None,
            expected,
            text: None,
        }
    }

    pub fn with_text(mut self, text: Option<&str>) -> Self {
        self.text = text.map(str::to_owned);
        self
    }

    /// What went wrong, in one line.
    pub fn run(&self) -> Result<(), String> {
        let inspection = inspect(&self.paste);
        if inspection.tokens.len() != 1 {
            let faults = &inspection.faults;
            return Err(format!(
                "{}: {} tokens found {faults:?}",
                self.name,
                inspection.tokens.len()
            ));
        }
        let is_jwe = inspection.tokens[0].family == Family::Jwe;
        let (verdict, plaintext) = if is_jwe {
            let opened = decrypt(&inspection, &self.question(), Effort::Agreed);
            (opened.verdict, opened.plaintext)
        } else {
            (verify(&inspection, &self.question()), None)
        };
        let right = match self.expected {
            Expected::Valid => verdict.state == SignatureState::Valid,
            Expected::SelfAsserted => verdict.state == SignatureState::SelfAsserted,
            Expected::Forbidden(code) => {
                let closed = [SignatureState::Invalid, SignatureState::DecryptFailed];
                closed.contains(&verdict.state) && verdict.reason.code == code
            }
            Expected::Decrypted => verdict.state == SignatureState::Decrypted,
            Expected::Unsecured => verdict.state == SignatureState::Unsecured,
            Expected::NotValid => !matches!(
                verdict.state,
                SignatureState::Valid
                    | SignatureState::SelfAsserted
                    | SignatureState::Decrypted
                    | SignatureState::Unsecured
            ),
        };
        if !right {
            return Err(format!(
                "{}: expected {:?}, got {:?} {:?} {:?}",
                self.name, self.expected, verdict.state, verdict.reason, verdict.candidates
            ));
        }
        match plaintext {
            Some(plaintext) => self.check_plaintext(plaintext.expose()),
            None => self.check_text(&inspection),
        }
    }

    fn check_plaintext(&self, plaintext: &[u8]) -> Result<(), String> {
        match &self.text {
            Some(text) if text.as_bytes() != plaintext => Err(format!(
                "{}: another plaintext: {}",
                self.name,
                String::from_utf8_lossy(plaintext)
            )),
            _ => Ok(()),
        }
    }

    fn check_text(&self, inspection: &Inspection) -> Result<(), String> {
        let Some(text) = &self.text else {
            return Ok(());
        };
        match inspection.tokens[0].part(Part::Payload) {
            // Detached: the content was the caller's.
            Some(payload) if payload.bytes.is_empty() && self.content.is_some() => Ok(()),
            Some(payload) if payload.bytes != text.as_bytes() => Err(format!(
                "{}: another payload: {}",
                self.name,
                String::from_utf8_lossy(&payload.bytes)
            )),
            _ => Ok(()),
        }
    }

    /// The question that the product is asked.
    pub fn question(&self) -> Question {
        Question {
            token: 0,
            key: self.key.clone(),
            content: self.content.clone().map(String::into_bytes),
        }
    }
}

impl From<Row> for Case {
    fn from(row: Row) -> Self {
        Case {
            expected: match row.expected {
                "valid" => Expected::Valid,
                "decrypted" => Expected::Decrypted,
                "unsecured" => Expected::Unsecured,
                "self-asserted" => Expected::SelfAsserted,
                "not-valid" => Expected::NotValid,
                other => panic!("{}: {other} is no verdict", row.name),
            },
            key: key_box(&row.key, SecretReading::Utf8),
            name: row.name,
            paste: row.paste,
            content: row.content,
            text: row.text,
        }
    }
}

/// A key box with this text.
pub fn key_box(text: &str, reading: SecretReading) -> KeyInput {
    KeyInput {
        text: Secret::new(text.to_owned()),
        reading,
        ..KeyInput::default()
    }
}

/// Runs cases; every failure is named, and there are `count` of them.
pub fn run_all(cases: &[Case], count: usize) {
    let failures: Vec<String> = cases.iter().filter_map(|case| case.run().err()).collect();
    assert!(
        failures.is_empty(),
        "{} of {}:\n{}",
        failures.len(),
        cases.len(),
        failures.join("\n")
    );
    assert_eq!(cases.len(), count, "cases that ran");
}
