//! What is diagnosed: one signature that does not hold, and everything that was tried with it.

use super::proposal::Fix;
use crate::crypto;
use crate::diagnostic::Diagnostic;
use crate::inspect::Token;
use crate::jose::algorithms::SignatureAlgorithm;
use crate::keys::{KeyReading, Material, SecretReading, decode_secret};
use crate::secret::Secret;
use crate::verify::{Alg, Attempt, Question, SignatureVerdict, is_public_key};

/// One signature and its verdict.
pub struct Case<'a> {
    /// The paste and the token in it.
    pub paste: Paste<'a>,
    /// The token.
    pub token: &'a Token,
    /// The signature.
    pub attempt: Attempt<'a>,
    /// The algorithm of the header, when it is known.
    pub row: Option<&'static SignatureAlgorithm>,
    /// What was asked.
    pub question: &'a Question,
    /// How the key box was read.
    pub reading: &'a KeyReading,
    /// What came of it.
    pub verdict: &'a SignatureVerdict,
}

/// The text of the token box, for causes that change it. A token need not be found in it.
#[derive(Clone, Copy)]
pub struct Paste<'a> {
    /// The paste, byte for byte.
    pub text: &'a str,
    /// The token in question, when there is one.
    pub token: Option<&'a Token>,
    /// Tokens that were inspected before, newest first.
    pub seen: &'a [String],
}

/// A key that could be in the key box instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyChange {
    /// Its numbers.
    pub material: Material,
    /// The text and reading that give it; `None` where no text does.
    pub set: Option<(Secret<String>, SecretReading)>,
}

impl KeyChange {
    /// The secret `text` read as `reading`, when it can be.
    pub fn read(text: &str, reading: SecretReading) -> Option<Self> {
        let bytes = decode_secret(text, reading).ok()?;
        Some(KeyChange {
            material: Material::Oct(Secret::new(bytes)),
            set: Some((Secret::new(text.to_owned()), reading)),
        })
    }

    /// A secret of bytes that no reading of a text gives: a JWK does.
    pub fn bytes(bytes: Vec<u8>) -> Self {
        let text = format!(
            r#"{{"kty":"oct","k":"{}"}}"#,
            crate::base64url::encode(&bytes)
        );
        KeyChange {
            material: Material::Oct(Secret::new(bytes)),
            set: Some((Secret::new(text), SecretReading::Utf8)),
        }
    }
}

/// One combination of key, algorithm, signature and signing input.
#[derive(Clone, Debug)]
pub struct Trial {
    /// The text of the bare secret, where the key is one.
    pub text: Option<Secret<String>>,
    /// The keys to try.
    pub keys: Vec<KeyChange>,
    /// Whether the key is another one than in the box.
    pub key_changed: bool,
    /// The algorithm.
    pub row: &'static SignatureAlgorithm,
    /// The JWS Signing Input.
    pub input: Vec<u8>,
    /// The JWS Signature.
    pub signature: Vec<u8>,
    /// The token's text, when it is another one than in the box.
    pub paste: Option<String>,
    /// Whether the signature can be put into the token: then that is a fix.
    pub signature_changed: bool,
    /// Whether something was changed that the boxes cannot say.
    pub is_beyond_boxes: bool,
    /// What was changed.
    pub steps: Vec<Diagnostic>,
}

impl Trial {
    /// The key under which the signature holds. Keys that everybody has do not count.
    pub fn holds(&self) -> Option<&KeyChange> {
        self.keys.iter().find(|key| {
            crypto::verify(self.row.scheme, &key.material, &self.input, &self.signature).is_ok()
                && match &key.material {
                    Material::Oct(secret) => !is_public_key(secret.expose()),
                    _ => true,
                }
        })
    }

    /// What to set, when `key` made it hold.
    pub fn fixes(&self, case: &Case<'_>, key: &KeyChange) -> Vec<Fix> {
        if self.is_beyond_boxes {
            return Vec::new();
        }
        let mut fixes = Vec::new();
        if self.key_changed {
            match &key.set {
                Some((text, reading)) => fixes.push(Fix::SetKey {
                    text: text.clone(),
                    reading: *reading,
                }),
                None => return Vec::new(),
            }
        }
        let mut paste = self.paste.clone();
        if self.signature_changed {
            let text = paste.as_deref().unwrap_or(&case.token.source.text);
            let Some((rest, _)) = text.rsplit_once('.') else {
                return Vec::new();
            };
            let signature = crate::base64url::encode(&self.signature);
            paste = Some(format!("{rest}.{signature}"));
        }
        fixes.extend(paste.map(Fix::SetPaste));
        fixes
    }
}

impl<'a> Case<'a> {
    /// The combinations as they were: one per bare secret, one for all other keys.
    pub fn trials(&self) -> Vec<Trial> {
        let Some(row) = self.row else {
            return Vec::new();
        };
        let trial = |text: Option<Secret<String>>, keys: Vec<KeyChange>| Trial {
            text,
            keys,
            key_changed: false,
            row,
            input: self.attempt.signing_input(),
            signature: self.attempt.signature_bytes().to_vec(),
            paste: None,
            signature_changed: false,
            is_beyond_boxes: false,
            steps: Vec::new(),
        };
        let mut trials: Vec<Trial> = self
            .reading
            .secret_texts
            .iter()
            .map(|text| {
                let key = KeyChange::read(text.expose(), self.question.key.reading);
                trial(Some(text.clone()), key.into_iter().collect())
            })
            .collect();
        let others: Vec<KeyChange> = self
            .verdict
            .candidates
            .iter()
            .zip(&self.reading.keys)
            .filter(|(candidate, key)| {
                candidate.reason.code.starts_with("candidate-")
                    || candidate.reason.code == "skipped-type"
                    || key.facts.kty == "oct"
            })
            .map(|(_, key)| KeyChange {
                material: key.material.clone(),
                set: None,
            })
            .collect();
        if !others.is_empty() || trials.is_empty() {
            trials.push(trial(None, others));
        }
        trials
    }

    /// The same question about another text: its algorithm, signing input and signature.
    pub fn reread(&self, paste: &str) -> Option<(&'static SignatureAlgorithm, Vec<u8>, Vec<u8>)> {
        let inspection = crate::inspect::inspect(paste);
        let token = inspection.tokens.first()?;
        let signature = token.signatures.first()?;
        let attempt = Attempt::new(token, signature, self.question.content.as_deref());
        let Alg::Known(row) = attempt.alg() else {
            return None;
        };
        let strict = [attempt.protected, attempt.payload, attempt.signature]
            .into_iter()
            .flatten()
            .all(|part| part.exact);
        let segments = token.source.text.matches('.').count() == 2;
        (strict && segments).then(|| {
            (
                row,
                attempt.signing_input(),
                attempt.signature_bytes().to_vec(),
            )
        })
    }
}
