//! Opening a JWE: for each recipient the keys that may be tried, the Content Encryption Key, the
//! plaintext. Nothing of it runs in the page; what comes out is inspected again by the caller.
//! Spec: RFC 7516 §5.2, RFC 7518 §4 and §5.

mod key;
mod parameters;
mod refuse;

use crate::crypto::jwe::{self, ContentKey, JweError, Parameters};
use crate::diagnostic::{Diagnostic, Fact};
use crate::inspect::{Family, Inspection, Token};
use crate::jose::encryption_algorithms::{
    ContentEncryptionAlgorithm, KeyManagement, KeyManagementAlgorithm,
    content_encryption_algorithm, key_management_algorithm,
};
use crate::jose::header::JoseHeader;
use crate::jose::jwe::{additional_data, bytes, encrypted_key, recipients};
use crate::keys::{Key, KeyReading, read_key};
use crate::secret::Secret;
use crate::span::Part;
use crate::verify::{Candidate, Question, SignatureState, SignatureVerdict};
use serde::{Deserialize, Serialize};

/// How much work may be done (product rule 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effort {
    /// What is done without asking: 10,000 rounds of PBES2, 250 KB inflated.
    #[default]
    Quick,
    /// What a click agrees to: 1,000,000 rounds, 50 MB.
    Agreed,
}

impl Effort {
    const fn rounds(self) -> u64 {
        match self {
            Effort::Quick => jwe::PBES2_ASK,
            Effort::Agreed => jwe::PBES2_LIMIT,
        }
    }

    const fn inflated(self) -> usize {
        match self {
            Effort::Quick => jwe::INFLATE_ASK,
            Effort::Agreed => jwe::INFLATE_LIMIT,
        }
    }
}

/// A JWE and what came of opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decryption {
    /// `encrypted` (no key, or waiting for a click), `decrypted`, `decrypt-failed`, `key-error`
    /// or `unsupported`, with the reason.
    pub verdict: SignatureVerdict,
    /// The plaintext, inflated. Only with `decrypted`.
    pub plaintext: Option<Secret<Vec<u8>>>,
}

/// The Header Parameters of key management, decoded. What is there and unreadable is an error.
pub fn read_parameters(header: &JoseHeader<'_>) -> Result<Parameters, Diagnostic> {
    parameters::read(header)
}

/// The keys of a key box that may be tried for a recipient with this header, in order.
pub fn fitting_keys<'a>(
    alg: &KeyManagementAlgorithm,
    header: &JoseHeader<'_>,
    reading: &'a KeyReading,
) -> Result<Vec<&'a Key>, Diagnostic> {
    Ok(key::choose(alg, header, reading)?.keys)
}

/// Opens token `question.token` of an inspection, which is a JWE, with the key of the key box.
pub fn decrypt(inspection: &Inspection, question: &Question, effort: Effort) -> Decryption {
    let reading = read_key(&question.key);
    let has_key = !question.key.text.expose().is_empty();
    let token = inspection.tokens.get(question.token);
    match token.filter(|token| token.family == Family::Jwe) {
        Some(token) => decrypt_token(token, has_key, &reading, effort),
        None => closed(
            SignatureState::Unchecked,
            Diagnostic::info("decrypt-no-token"),
            &reading,
        ),
    }
}

fn decrypt_token(token: &Token, has_key: bool, reading: &KeyReading, effort: Effort) -> Decryption {
    let all = recipients(token);
    let count = all.len().max(1);
    let mut best: Option<Decryption> = None;
    for index in 0..count {
        let tried = one_recipient(token, index, has_key, reading, effort);
        let is_open = tried.verdict.state == SignatureState::Decrypted;
        if is_open {
            return tried;
        }
        // The one who got furthest tells most: a key that was tried says more than a kind of key
        // that does not fit.
        let better = best
            .as_ref()
            .is_none_or(|best| progress(tried.verdict.state) > progress(best.verdict.state));
        if better {
            best = Some(tried);
        }
    }
    best.unwrap_or_else(|| {
        closed(
            SignatureState::DecryptFailed,
            Diagnostic::danger("decrypt-no-recipient"),
            reading,
        )
    })
}

const fn progress(state: SignatureState) -> u8 {
    match state {
        SignatureState::Encrypted => 3,
        SignatureState::DecryptFailed => 2,
        SignatureState::KeyError => 1,
        _ => 0,
    }
}

fn one_recipient(
    token: &Token,
    index: usize,
    has_key: bool,
    reading: &KeyReading,
    effort: Effort,
) -> Decryption {
    let header = JoseHeader::of(token, index);
    let (alg, enc) = match algorithms(&header) {
        Ok(found) => found,
        Err(reason) => return closed(SignatureState::Unsupported, reason, reading),
    };
    if !has_key {
        let reason = match header.kid() {
            Some(kid) => Diagnostic::info("decrypt-no-key-kid").with("kid", kid.into_owned()),
            None => Diagnostic::info("decrypt-no-key"),
        };
        return closed(SignatureState::Encrypted, reason, reading);
    }
    if let Some(reason) = refuse::refuse(token, &header) {
        return closed(SignatureState::DecryptFailed, reason, reading);
    }
    let choice = match key::choose(alg, &header, reading) {
        Ok(choice) => choice,
        Err(reason) => return closed(SignatureState::KeyError, reason, reading),
    };
    let recipient = recipients(token).into_iter().nth(index).unwrap_or_default();
    let Some(encrypted) = encrypted_key(token, &recipient) else {
        let reason = Diagnostic::danger("decrypt-part-changed");
        return closed(
            SignatureState::DecryptFailed,
            refuse::name_part(reason, Part::EncryptedKey),
            reading,
        );
    };
    let attempt = Attempt {
        token,
        alg,
        enc,
        header: &header,
        encrypted,
        effort,
    };
    attempt.run(&choice, reading)
}

fn algorithms(
    header: &JoseHeader<'_>,
) -> Result<
    (
        &'static KeyManagementAlgorithm,
        &'static ContentEncryptionAlgorithm,
    ),
    Diagnostic,
> {
    let alg = header.alg();
    let alg = alg.ok_or_else(|| Diagnostic::danger("decrypt-alg-missing"))?;
    let enc = header.enc();
    let enc = enc.ok_or_else(|| Diagnostic::danger("decrypt-enc-missing"))?;
    let row = key_management_algorithm(&alg).ok_or_else(|| {
        Diagnostic::danger("decrypt-alg-unknown").with("alg", alg.clone().into_owned())
    })?;
    let content = content_encryption_algorithm(&enc).ok_or_else(|| {
        Diagnostic::danger("decrypt-enc-unknown").with("enc", enc.clone().into_owned())
    })?;
    match header.get("zip") {
        None => {}
        Some(zip) if zip.text().as_deref() == Some("DEF") => {}
        Some(zip) => {
            let zip = zip.raw_text().into_owned();
            return Err(Diagnostic::danger("decrypt-zip-unknown").with("zip", zip));
        }
    }
    Ok((row, content))
}

/// One recipient's Encrypted Key, and everything that the content needs.
struct Attempt<'a> {
    token: &'a Token,
    alg: &'static KeyManagementAlgorithm,
    enc: &'static ContentEncryptionAlgorithm,
    header: &'a JoseHeader<'a>,
    encrypted: &'a [u8],
    effort: Effort,
}

impl Attempt<'_> {
    fn run(&self, choice: &key::Choice<'_>, reading: &KeyReading) -> Decryption {
        let parameters = match parameters::read(self.header) {
            Ok(parameters) => parameters,
            Err(reason) => return closed(SignatureState::DecryptFailed, reason, reading),
        };
        let mut last = None;
        let mut candidates = choice.skipped.clone();
        for key in &choice.keys {
            let opened = jwe::open_key(
                self.alg,
                self.enc,
                &key.material,
                &parameters,
                self.encrypted,
                self.effort.rounds(),
            );
            let plaintext = opened.and_then(|content_key| self.content(&content_key));
            let reason = match &plaintext {
                Ok(_) => Diagnostic::info("decrypt-candidate-opens"),
                Err(error) => Diagnostic::warning("decrypt-candidate-fails")
                    .with("cause", Fact::Word(error.code().into())),
            };
            candidates.push(Candidate {
                key: key.facts.clone(),
                reason,
            });
            match plaintext {
                Ok(plaintext) => return self.opened(key, plaintext, candidates, reading),
                Err(error) => last = Some((*key, error)),
            }
        }
        let tried = choice.keys.len();
        let (state, reason, key) = match last {
            Some((key, error)) => self.failed(key, error, tried),
            None => (
                SignatureState::KeyError,
                Diagnostic::danger("decrypt-key-unreadable"),
                None,
            ),
        };
        let mut decryption = closed(state, reason, reading);
        decryption.verdict.key = key.map(|key| key.facts.clone());
        decryption.verdict.candidates = candidates;
        decryption
            .verdict
            .warnings
            .extend(key::weaknesses(self.alg, &parameters));
        decryption
    }

    fn content(&self, content_key: &ContentKey) -> Result<Vec<u8>, JweError> {
        let part = |role| bytes(self.token, role).unwrap_or_default();
        let plaintext = jwe::decrypt_content(
            self.enc.encryption,
            content_key,
            part(Part::Iv),
            &additional_data(self.token),
            part(Part::Ciphertext),
            part(Part::Tag),
        )?;
        if self.header.get("zip").is_some() {
            return jwe::inflate(&plaintext, self.effort.inflated());
        }
        Ok(plaintext)
    }

    fn opened(
        &self,
        key: &Key,
        plaintext: Vec<u8>,
        candidates: Vec<Candidate>,
        reading: &KeyReading,
    ) -> Decryption {
        let reason = Diagnostic::info("decrypt-opened")
            .with("alg", self.alg.name)
            .with("enc", self.enc.name)
            .with("key", key.facts.label())
            .with("count", plaintext.len());
        let mut decryption = closed(SignatureState::Decrypted, reason, reading);
        decryption.verdict.key = Some(key.facts.clone());
        decryption.verdict.candidates = candidates;
        let parameters = parameters::read(self.header).unwrap_or_default();
        decryption
            .verdict
            .warnings
            .extend(key::weaknesses(self.alg, &parameters));
        decryption.plaintext = Some(Secret::new(plaintext));
        decryption
    }

    /// What the failure of the only key says, or that all keys failed. Work that is too much
    /// waits for a click while a click could allow it.
    fn failed<'k>(
        &self,
        key: &'k Key,
        error: JweError,
        tried: usize,
    ) -> (SignatureState, Diagnostic, Option<&'k Key>) {
        match error {
            JweError::TooCostly { rounds, .. } if self.may_ask(rounds <= jwe::PBES2_LIMIT) => {
                let reason = Diagnostic::warning("decrypt-costly").with("rounds", rounds);
                (SignatureState::Encrypted, reason, Some(key))
            }
            JweError::TooLarge { limit } if self.may_ask(true) => {
                let reason = Diagnostic::warning("decrypt-large").with("limit", limit);
                (SignatureState::Encrypted, reason, Some(key))
            }
            _ if tried > 1 => {
                let reason = Diagnostic::danger("decrypt-all-failed")
                    .with("count", tried)
                    .with("alg", self.alg.name);
                (SignatureState::DecryptFailed, reason, None)
            }
            JweError::Key(_) => (SignatureState::KeyError, error.into(), Some(key)),
            JweError::KeyNotOpened if matches!(self.alg.management, KeyManagement::Pbes2(..)) => {
                let reason = Diagnostic::danger("decrypt-password");
                (SignatureState::DecryptFailed, reason, Some(key))
            }
            _ => {
                let reason = Diagnostic::from(error)
                    .with("alg", self.alg.name)
                    .with("key", key.facts.label());
                (SignatureState::DecryptFailed, reason, Some(key))
            }
        }
    }

    fn may_ask(&self, is_within_limit: bool) -> bool {
        self.effort == Effort::Quick && is_within_limit
    }
}

fn closed(state: SignatureState, reason: Diagnostic, reading: &KeyReading) -> Decryption {
    Decryption {
        verdict: SignatureVerdict {
            state,
            reason,
            key: None,
            candidates: Vec::new(),
            read_as: reading.read_as.clone(),
            warnings: reading.warnings.clone(),
            signatures: Vec::new(),
        },
        plaintext: None,
    }
}

#[cfg(test)]
mod tests;
