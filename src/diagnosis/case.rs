//! What is diagnosed: one signature that does not hold, and everything that was tried with it.

use super::proposal::Fix;
use super::recovered::Recovered;
use super::{algorithm, token};
use crate::base64url::{self, Deviation};
use crate::crypto;
use crate::diagnostic::Diagnostic;
use crate::inspect::{Family, Serialization, Token};
use crate::jose::algorithms::{SIGNATURE_ALGORITHMS, SignatureAlgorithm};
use crate::keys::{KeyReading, Material, SecretReading, decode_secret};
use crate::secret::Secret;
use crate::verify::{Alg, Attempt, Question, SignatureVerdict, is_public_key, own_key_bytes};
use std::rc::Rc;

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
    /// What was computed of its signature before.
    pub recovered: Rc<Recovered>,
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
        let text = format!(r#"{{"kty":"oct","k":"{}"}}"#, base64url::encode(&bytes));
        KeyChange {
            material: Material::Oct(Secret::new(bytes)),
            set: Some((Secret::new(text), SecretReading::Utf8)),
        }
    }
}

/// What keeps a strict reader from taking a token. What is proposed must change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rough {
    /// Nothing.
    No,
    /// The signature is not base64url.
    Signature,
    /// Another part is not, or the dots are wrong.
    Other,
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
    /// The text and reading of the key box that give the keys, where they are not those in it.
    pub key_box: Option<(Secret<String>, SecretReading)>,
    /// The algorithm.
    pub row: &'static SignatureAlgorithm,
    /// The JWS Signing Input; shared, because a token can be long and the trials many.
    pub input: Rc<[u8]>,
    /// The JWS Signature.
    pub signature: Vec<u8>,
    /// The characters it was read from.
    pub signature_text: String,
    /// What the token says of a key of its own: no secrets, because everybody has them.
    pub own_key: Rc<[Vec<u8>]>,
    /// The token's text, when it is another one than in the box.
    pub paste: Option<String>,
    /// Whether the signature can be put into the token: then that is a fix.
    pub signature_changed: bool,
    /// Whether something was changed that the boxes cannot say.
    pub is_beyond_boxes: bool,
    /// Whether other bytes than the token's stand in for what was signed.
    pub input_changed: bool,
    /// Whether it stands for a token that no strict reader takes as it is.
    pub rough: Rough,
    /// What was changed.
    pub steps: Vec<Diagnostic>,
}

impl Trial {
    /// The key under which the signature holds. Keys that everybody has do not count.
    pub fn holds(&self, recovered: &Recovered) -> Option<&KeyChange> {
        let holds = |key: &&KeyChange| {
            recovered.holds(self.row.scheme, &key.material, &self.input, &self.signature)
                && !self.is_everybodys(&key.material)
        };
        self.keys.iter().find(holds)
    }

    /// Whether a key is a secret that everybody has: then a MAC made with it proves nothing.
    pub fn is_everybodys(&self, key: &Material) -> bool {
        match key {
            Material::Oct(secret) => {
                is_public_key(secret.expose()) || self.own_key.contains(secret.expose())
            }
            _ => false,
        }
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
        } else if let Some((text, reading)) = &self.key_box {
            fixes.push(Fix::SetKey {
                text: text.clone(),
                reading: *reading,
            });
        }
        let mut paste = self.paste.clone();
        if self.signature_changed {
            let signature = base64url::encode(&self.signature);
            paste = match &paste {
                // The changed text may hold more than the token.
                Some(text) => replaced_in(text, &signature),
                None => case.with_signature(&signature),
            };
            if paste.is_none() {
                return Vec::new();
            }
        }
        fixes.extend(paste.map(Fix::SetPaste));
        fixes
    }

    /// Whether other bytes can be put in the place of those that `case` was signed over.
    pub fn takes_other_inputs(&self, case: &Case<'_>) -> bool {
        let is_of_case = self
            .paste
            .as_deref()
            .is_none_or(|text| text == case.paste.text);
        is_of_case && !self.is_beyond_boxes
    }

    /// Whether its steps account for all that is different from the token as it stands.
    pub fn is_sound(&self) -> bool {
        match self.rough {
            Rough::No => true,
            Rough::Signature => self.signature_changed,
            Rough::Other => false,
        }
    }
}

/// The first token of `paste` with another signature.
fn replaced_in(paste: &str, signature: &str) -> Option<String> {
    let inspection = crate::inspect::inspect(paste);
    let text = &inspection.tokens.first()?.source.text;
    let (rest, _) = text.rsplit_once('.')?;
    Some(format!("{rest}.{signature}"))
}

impl<'a> Case<'a> {
    /// A signature of `token` and the verdict on it.
    pub fn new(
        paste: Paste<'a>,
        token: &'a Token,
        attempt: Attempt<'a>,
        question: &'a Question,
        reading: &'a KeyReading,
        verdict: &'a SignatureVerdict,
    ) -> Self {
        let row = match attempt.alg() {
            Alg::Known(row) => Some(row),
            Alg::Unsecured | Alg::Unsupported(_) => None,
        };
        Case {
            paste,
            token,
            attempt,
            row,
            question,
            reading,
            verdict,
            recovered: Rc::default(),
        }
    }

    /// The combinations as they were: one per bare secret, one for all other keys, for the
    /// algorithm of the header or for each that fits where the header names none.
    pub fn trials(&self) -> Vec<Trial> {
        let input: Rc<[u8]> = self.attempt.signing_input().into();
        let mut trials = Vec::new();
        for (row, step) in self.rows() {
            let plain = Trial {
                text: None,
                keys: Vec::new(),
                key_changed: false,
                key_box: None,
                row,
                input: Rc::clone(&input),
                signature: self.attempt.signature_bytes().to_vec(),
                signature_text: self.signature_text(),
                own_key: own_key_bytes(&self.attempt.headers).into(),
                paste: None,
                signature_changed: false,
                is_beyond_boxes: step.is_some(),
                input_changed: false,
                rough: self.rough(),
                steps: step.into_iter().collect(),
            };
            trials.extend(self.with_keys(&plain));
        }
        if self.rough() == Rough::No || !self.has_plain_deviations() {
            return trials;
        }
        let strict = token::alphabet::strict(self.token);
        if let Some(read) = self.reread(&strict) {
            let repaired = Trial {
                text: None,
                keys: Vec::new(),
                key_changed: false,
                key_box: None,
                row: read.row,
                input: read.input,
                signature_text: base64url::encode(&read.signature),
                signature: read.signature,
                own_key: read.own_key,
                paste: Some(strict),
                signature_changed: false,
                is_beyond_boxes: false,
                input_changed: false,
                rough: Rough::No,
                steps: vec![Diagnostic::info(token::alphabet::CAUSE.code)],
            };
            trials.splice(0..0, self.with_keys(&repaired));
        }
        trials
    }

    /// `plain` with each secret and with all other keys.
    fn with_keys(&self, plain: &Trial) -> Vec<Trial> {
        let mut trials: Vec<Trial> = self
            .reading
            .secret_texts
            .iter()
            .map(|text| {
                let key = KeyChange::read(text.expose(), self.question.key.reading);
                Trial {
                    text: Some(text.clone()),
                    keys: key.into_iter().collect(),
                    ..plain.clone()
                }
            })
            .collect();
        let mut keys = self.others();
        if !trials.is_empty() {
            // These are the same secrets, without their texts.
            keys.retain(|key| !matches!(key.material, Material::Oct(_)));
        }
        if !keys.is_empty() || trials.is_empty() {
            trials.push(Trial {
                keys,
                ..plain.clone()
            });
        }
        trials
    }

    /// The keys that were tried, and those of another type than the header asks for.
    fn others(&self) -> Vec<KeyChange> {
        let candidates = &self.verdict.candidates;
        let is_tried = |index: usize, kty: &str| {
            candidates.get(index).is_none_or(|candidate| {
                candidate.reason.code.starts_with("candidate-")
                    || candidate.reason.code == "skipped-type"
                    || kty == "oct"
            })
        };
        let keys = self.reading.keys.iter().enumerate();
        keys.filter(|(index, key)| is_tried(*index, &key.facts.kty))
            .map(|(_, key)| KeyChange {
                material: key.material.clone(),
                set: None,
            })
            .collect()
    }

    /// The header's algorithm; where it names none that is known, all that make a signature of
    /// this length with one of the keys.
    fn rows(&self) -> Vec<(&'static SignatureAlgorithm, Option<Diagnostic>)> {
        if let Some(row) = self.row {
            return vec![(row, None)];
        }
        let found = self.attempt.signature_bytes().len();
        let alg = self.attempt.headers.text("alg").unwrap_or_default();
        let fits = |row: &&'static SignatureAlgorithm| {
            let mut keys = self.reading.keys.iter();
            keys.any(|key| {
                crypto::fits(row.scheme, &key.material)
                    && crypto::signature_len(row.scheme, &key.material) == Some(found)
            })
        };
        let rows = SIGNATURE_ALGORITHMS.iter().filter(fits);
        rows.map(|row| {
            let step = if alg.is_empty() {
                Diagnostic::info("algorithm-missing").with("used", row.name)
            } else {
                algorithm::other::said(row.name, &alg)
            };
            (row, Some(step))
        })
        .collect()
    }

    /// Whether a strict reader refuses it.
    pub fn is_rough(&self) -> bool {
        self.rough() != Rough::No
    }

    /// What a strict reader refuses: a part that is not base64url, a dot too many or too few.
    fn rough(&self) -> Rough {
        let token = self.token;
        if token.family != Family::Jws || token.serialization != Serialization::Compact {
            return Rough::No;
        }
        let parts = [self.attempt.protected, self.attempt.payload];
        let is_exact = parts.into_iter().flatten().all(|part| part.exact);
        if !is_exact || token.source.text.matches('.').count() != 2 {
            Rough::Other
        } else if self.attempt.signature.is_some_and(|part| !part.exact) {
            Rough::Signature
        } else {
            Rough::No
        }
    }

    /// Whether nothing but the alphabet, the padding and unused bits deviates from base64url.
    /// Unused bits at the very end are what is left where a token was cut off there.
    fn has_plain_deviations(&self) -> bool {
        let parts = self.token.source.text.split('.');
        let faults = parts.map(|part| base64url::decode_lenient(part).faults);
        let found: Vec<Vec<Deviation>> = faults
            .map(|faults| faults.into_iter().map(|fault| fault.deviation).collect())
            .collect();
        let is_cut = found.split_last().is_some_and(|(last, before)| {
            *last == [Deviation::TrailingBits] && before.iter().all(Vec::is_empty)
        });
        let mut all = found.iter().flatten();
        let is_plain = all.all(|deviation| {
            matches!(
                deviation,
                Deviation::StandardAlphabet | Deviation::Padding | Deviation::TrailingBits
            )
        });
        is_plain && !is_cut
    }

    fn signature_text(&self) -> String {
        let part = self.attempt.signature;
        part.map_or_else(String::new, |part| self.token.text_of(part).to_owned())
    }

    /// The token's text with another signature.
    fn with_signature(&self, signature: &str) -> Option<String> {
        let range = self.attempt.signature?.range.clone();
        let text = &self.token.source.text;
        let (before, after) = (text.get(..range.start)?, text.get(range.end..)?);
        Some(format!("{before}{signature}{after}"))
    }

    /// The same question about another text, when a strict reader takes it.
    pub fn reread(&self, paste: &str) -> Option<Reread> {
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
        (strict && segments).then(|| Reread {
            text: paste.to_owned(),
            row,
            input: attempt.signing_input().into(),
            signature: attempt.signature_bytes().to_vec(),
            own_key: own_key_bytes(&attempt.headers).into(),
        })
    }
}

/// Another text of the token box, read.
#[derive(Clone)]
pub struct Reread {
    /// The text.
    pub text: String,
    /// The algorithm of its header.
    pub row: &'static SignatureAlgorithm,
    /// The JWS Signing Input.
    pub input: Rc<[u8]>,
    /// The JWS Signature.
    pub signature: Vec<u8>,
    /// See [`Trial::own_key`].
    pub own_key: Rc<[Vec<u8>]>,
}
