//! Who vouches for a token: which key was tried, why that one, whether its signature holds.
//! Spec: RFC 7515 §5.2; the rules of the verdicts in the README.

mod attempt;
mod choose;
mod confusion;
mod embedded;
mod forbidden;
mod headers;
mod key_binding;
mod one;
mod weak;

use crate::diagnostic::Diagnostic;
use crate::inspect::{Family, Inspection, Serialization, Token};
use crate::jose::sd_jwt;
use crate::keys::facts::{KeyFacts, KeyInput};
use crate::keys::{KeyReading, read_key};
use serde::{Deserialize, Serialize};

pub use attempt::{Alg, Attempt};
pub use choose::wrong_type;
pub use confusion::{fitting_public_bytes, is_public_key, own_key_bytes};
pub use embedded::embedded_key;
pub use headers::Headers;
pub use key_binding::KeyBindingVerdict;

/// `data-state` of `verdict-signature`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignatureState {
    /// No key was given, or there is no token.
    Unchecked,
    /// The worker is at it. Never an answer of `verify`.
    Checking,
    /// The signature holds with a key that the person brought.
    Valid,
    /// The signature holds with a key that the token itself brought.
    SelfAsserted,
    /// It does not hold, or the RFCs forbid accepting it.
    Invalid,
    /// `alg` is `none`: nobody vouches.
    Unsecured,
    /// `alg` is missing or unknown here.
    Unsupported,
    /// The key could not be read, or no key of the set may be used.
    KeyError,
    /// JWE, no key given, or waiting for consent to costly work.
    Encrypted,
    /// JWE, decrypted and authentic.
    Decrypted,
    /// JWE, the key does not open it.
    DecryptFailed,
}

impl SignatureState {
    /// The stable machine name, used in `data-state`.
    pub const fn name(self) -> &'static str {
        match self {
            SignatureState::Unchecked => "unchecked",
            SignatureState::Checking => "checking",
            SignatureState::Valid => "valid",
            SignatureState::SelfAsserted => "self-asserted",
            SignatureState::Invalid => "invalid",
            SignatureState::Unsecured => "unsecured",
            SignatureState::Unsupported => "unsupported",
            SignatureState::KeyError => "key-error",
            SignatureState::Encrypted => "encrypted",
            SignatureState::Decrypted => "decrypted",
            SignatureState::DecryptFailed => "decrypt-failed",
        }
    }
}

/// What `verify` is asked.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Question {
    /// Which token of the inspection.
    pub token: usize,
    /// The key box. An empty text: no key given.
    pub key: KeyInput,
    /// Detached content (RFC 7515 Appendix F), byte for byte: a text's UTF-8 bytes, or a file's.
    pub content: Option<Vec<u8>>,
}

/// The answer, for one signature or for the token (the worst of its signatures).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureVerdict {
    /// One word.
    pub state: SignatureState,
    /// One sentence: why.
    pub reason: Diagnostic,
    /// The key that decided, if one did.
    pub key: Option<KeyFacts>,
    /// Every key that was considered, with what spoke for or against it.
    pub candidates: Vec<Candidate>,
    /// How the key box was read.
    pub read_as: Vec<Diagnostic>,
    /// What is weak or odd about the key or its use.
    pub warnings: Vec<Diagnostic>,
    /// General JSON Serialization: a verdict each. Empty otherwise.
    pub signatures: Vec<SignatureVerdict>,
    /// SD-JWT: what came of the Key Binding JWT, when there is one.
    pub key_binding: Option<Box<KeyBindingVerdict>>,
}

/// A key that was considered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The key.
    pub key: KeyFacts,
    /// Whether it was tried, and why or why not.
    pub reason: Diagnostic,
}

/// Verifies every signature of one token. The worst verdict is the token's.
pub fn verify(inspection: &Inspection, question: &Question) -> SignatureVerdict {
    let reading = read_key(&question.key);
    match inspection.tokens.get(question.token) {
        Some(token) => verify_token(token, question, &reading),
        None => SignatureVerdict::new(
            SignatureState::Unchecked,
            Diagnostic::info("verify-no-token"),
            &reading,
        ),
    }
}

fn verify_token(token: &Token, question: &Question, reading: &KeyReading) -> SignatureVerdict {
    let verdict = |state, reason| SignatureVerdict::new(state, reason, reading);
    if token.family == Family::Jwe {
        return verdict(
            SignatureState::Encrypted,
            Diagnostic::info("verify-encrypted"),
        );
    }
    let mut each: Vec<SignatureVerdict> = token
        .signatures
        .iter()
        .map(|signature| {
            let attempt = Attempt::new(token, signature, question.content.as_deref());
            one::verify_one(&attempt, &question.key, reading)
        })
        .collect();
    let binding = key_binding::key_binding(token, reading);
    for verdict in &mut each {
        if let Some(binding) = &binding {
            verdict.bind(binding);
        }
        verdict
            .warnings
            .extend(sd_jwt_notes(token, binding.is_some()));
    }
    let worst = each.iter().min_by_key(|one| one.state.badness()).cloned();
    match worst {
        None if question.key.text.expose().is_empty() => verdict(
            SignatureState::Unchecked,
            Diagnostic::info("verify-no-signature"),
        ),
        None => verdict(
            SignatureState::Invalid,
            Diagnostic::danger("verify-no-signature"),
        ),
        Some(mut worst) => {
            if token.serialization == Serialization::GeneralJson {
                worst.signatures = each;
            }
            worst.key_binding = binding.map(Box::new);
            worst
        }
    }
}

/// What is wrong with the Disclosures of an SD-JWT, and whether a key in `cnf` has nobody to show
/// that they hold it.
fn sd_jwt_notes(token: &Token, is_bound: bool) -> Vec<Diagnostic> {
    let Some(read) = sd_jwt::read(token) else {
        return Vec::new();
    };
    let mut notes = read.problems;
    let payload = sd_jwt::processed_payload(token);
    if !is_bound && payload.is_some_and(|payload| payload.get("cnf").is_some()) {
        notes.push(Diagnostic::info("kb-absent"));
    }
    notes
}

impl SignatureState {
    /// The order in which one of several verdicts stands for all: the smallest first.
    const fn badness(self) -> u8 {
        match self {
            SignatureState::Invalid => 0,
            SignatureState::DecryptFailed => 1,
            SignatureState::KeyError => 2,
            SignatureState::Unsupported => 3,
            SignatureState::Unsecured => 4,
            SignatureState::Encrypted => 5,
            SignatureState::Unchecked => 6,
            SignatureState::Checking => 7,
            SignatureState::SelfAsserted => 8,
            SignatureState::Decrypted => 9,
            SignatureState::Valid => 10,
        }
    }
}

impl SignatureVerdict {
    fn new(state: SignatureState, reason: Diagnostic, reading: &KeyReading) -> Self {
        SignatureVerdict {
            state,
            reason,
            key: None,
            candidates: Vec::new(),
            read_as: reading.read_as.clone(),
            warnings: Vec::new(),
            signatures: Vec::new(),
            key_binding: None,
        }
    }
}

#[cfg(test)]
mod tests;
