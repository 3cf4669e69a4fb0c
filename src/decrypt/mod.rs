//! Opening a JWE: for each recipient the keys that may be tried, the Content Encryption Key, the
//! plaintext. Nothing of it runs in the page; what comes out is inspected again by the caller.
//! Spec: RFC 7516 §5.2, RFC 7518 §4 and §5.

mod key;
mod parameters;
mod refuse;

use crate::crypto::jwe::{self, ContentKey, JweError, Parameters};
use crate::diagnostic::{Diagnostic, Fact, Severity};
use crate::inspect::{Family, Inspection, Token};
use crate::jose::encryption_algorithms::{
    ContentEncryptionAlgorithm, KeyManagement, KeyManagementAlgorithm,
    content_encryption_algorithm, key_management_algorithm,
};
use crate::jose::header::JoseHeader;
use crate::jose::jwe::{Recipient, additional_data, bytes, encrypted_key, recipients};
use crate::keys::{Key, KeyReading, read_key};
use crate::secret::Secret;
use crate::span::Part;
use crate::verify::{Candidate, Question, SignatureState, SignatureVerdict};
use key::{Algorithms, Choice, Chosen, Direction};
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

/// How fast this machine derives keys from passwords, for saying how long that will take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pace {
    /// Rounds of PBKDF2 in a second.
    pub rounds_per_second: u64,
}

impl Default for Pace {
    /// Measured with HMAC-SHA-256 in WebAssembly on an ordinary laptop.
    fn default() -> Self {
        Pace {
            rounds_per_second: 850_000,
        }
    }
}

impl Pace {
    /// Whole seconds that `rounds` take, at least one.
    pub fn seconds(self, rounds: u64) -> i64 {
        let seconds = rounds.div_ceil(self.rounds_per_second.max(1)).max(1);
        i64::try_from(seconds).unwrap_or(i64::MAX)
    }
}

/// A JWE and what came of opening it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decryption {
    /// `encrypted` (no key, or waiting for a click), `decrypted`, `decrypt-failed`, `key-error`
    /// or `unsupported`, with the reason.
    pub verdict: SignatureVerdict,
    /// The plaintext, inflated. Only with `decrypted`.
    pub plaintext: Option<Secret<Vec<u8>>>,
    /// It waits for a click: asked again with [`Effort::Agreed`] it goes on.
    pub needs_consent: bool,
}

/// The Header Parameters of key management, decoded. What is there and unreadable is an error.
pub fn read_parameters(header: &JoseHeader<'_>) -> Result<Parameters, Diagnostic> {
    parameters::read(header)
}

/// The keys of a key box that may be tried for a recipient with this header, in order.
pub fn fitting_keys<'a>(
    alg: &'static KeyManagementAlgorithm,
    enc: &'static ContentEncryptionAlgorithm,
    header: &JoseHeader<'_>,
    reading: &'a KeyReading,
) -> Result<Vec<&'a Key>, Diagnostic> {
    let choice = key::choose(Algorithms { alg, enc }, Direction::Seal, header, reading)?;
    Ok(choice.chosen.into_iter().map(|one| one.key).collect())
}

/// What keeps a JWE closed whatever the key is.
pub fn refusal(token: &Token, header: &JoseHeader<'_>) -> Option<Diagnostic> {
    refuse::refuse(token, header)
}

/// Opens token `question.token` of an inspection, which is a JWE, with the key of the key box.
pub fn decrypt(inspection: &Inspection, question: &Question, effort: Effort) -> Decryption {
    decrypt_at(inspection, question, effort, Pace::default())
}

/// The same, for a caller who knows how fast the machine is.
pub fn decrypt_at(
    inspection: &Inspection,
    question: &Question,
    effort: Effort,
    pace: Pace,
) -> Decryption {
    let reading = read_key(&question.key);
    let has_key = !question.key.text.expose().is_empty();
    let token = inspection.tokens.get(question.token);
    match token.filter(|token| token.family == Family::Jwe) {
        Some(token) => Door {
            token,
            has_key,
            reading: &reading,
            effort,
            pace,
        }
        .open(),
        None => closed(
            SignatureState::Unchecked,
            Diagnostic::info("decrypt-no-token"),
            &reading,
        ),
    }
}

/// More recipients than this are not tried.
const MAX_RECIPIENTS: usize = 64;

/// A JWE, and what there is to open it with.
#[derive(Clone, Copy)]
struct Door<'a> {
    token: &'a Token,
    has_key: bool,
    reading: &'a KeyReading,
    effort: Effort,
    pace: Pace,
}

impl Door<'_> {
    fn open(&self) -> Decryption {
        let all = recipients(self.token);
        let count = all.len().max(1);
        // What one recipient costs, the next one cannot spend.
        let mut rounds = self.effort.rounds();
        let mut best: Option<Decryption> = None;
        for index in 0..count.min(MAX_RECIPIENTS) {
            let recipient = all.get(index).cloned().unwrap_or_default();
            let tried = self.one_recipient(index, &recipient, &mut rounds);
            if tried.verdict.state == SignatureState::Decrypted {
                return tried;
            }
            // The one who got furthest tells most: a key that was tried says more than a kind of
            // key that does not fit.
            let better = best
                .as_ref()
                .is_none_or(|best| progress(tried.verdict.state) > progress(best.verdict.state));
            if better {
                best = Some(tried);
            }
        }
        let mut best = best.unwrap_or_else(|| {
            closed(
                SignatureState::DecryptFailed,
                Diagnostic::danger("decrypt-no-recipient"),
                self.reading,
            )
        });
        if count > MAX_RECIPIENTS {
            best.verdict.warnings.push(
                Diagnostic::warning("decrypt-recipients-skipped")
                    .with("count", count.saturating_sub(MAX_RECIPIENTS)),
            );
        }
        best
    }

    fn one_recipient(&self, index: usize, recipient: &Recipient, rounds: &mut u64) -> Decryption {
        let Door { token, reading, .. } = *self;
        let header = JoseHeader::of(token, index);
        let algorithms = match algorithms(&header) {
            Ok(found) => found,
            Err(reason) => return closed(SignatureState::Unsupported, reason, reading),
        };
        if !self.has_key {
            let reason = match header.kid() {
                Some(kid) => Diagnostic::info("decrypt-no-key-kid").with("kid", kid.into_owned()),
                None => Diagnostic::info("decrypt-no-key"),
            };
            return closed(SignatureState::Encrypted, reason, reading);
        }
        if let Some(reason) = refuse::refuse(token, &header) {
            return closed(SignatureState::DecryptFailed, reason, reading);
        }
        let choice = match key::choose(algorithms, Direction::Open, &header, reading) {
            Ok(choice) => choice,
            Err(reason) => return self.no_key(reason),
        };
        let Some(encrypted) = encrypted_key(token, recipient) else {
            let reason = Diagnostic::danger("decrypt-part-changed");
            return closed(
                SignatureState::DecryptFailed,
                refuse::name_part(reason, Part::EncryptedKey),
                reading,
            );
        };
        let attempt = Attempt {
            token,
            algorithms,
            header: &header,
            encrypted,
            effort: self.effort,
            pace: self.pace,
        };
        attempt.run(choice, reading, rounds)
    }

    /// No key may be tried: every one of the key box is shown all the same.
    fn no_key(&self, reason: Diagnostic) -> Decryption {
        let mut closed = closed(SignatureState::KeyError, reason, self.reading);
        if let [key] = self.reading.keys.as_slice() {
            closed.verdict.key = Some(key.facts.clone());
        }
        closed
    }
}

const fn progress(state: SignatureState) -> u8 {
    match state {
        SignatureState::Encrypted => 3,
        SignatureState::DecryptFailed => 2,
        SignatureState::KeyError => 1,
        _ => 0,
    }
}

fn algorithms(header: &JoseHeader<'_>) -> Result<Algorithms, Diagnostic> {
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
    Ok(Algorithms {
        alg: row,
        enc: content,
    })
}

/// One recipient's Encrypted Key, and everything that the content needs.
struct Attempt<'a> {
    token: &'a Token,
    algorithms: Algorithms,
    header: &'a JoseHeader<'a>,
    encrypted: &'a [u8],
    effort: Effort,
    pace: Pace,
}

impl Attempt<'_> {
    /// Tries the keys in order. `rounds` is what may still be spent on passwords.
    fn run(&self, choice: Choice<'_>, reading: &KeyReading, rounds: &mut u64) -> Decryption {
        let Algorithms { alg, enc } = self.algorithms;
        let parameters = match parameters::read(self.header) {
            Ok(parameters) => parameters,
            Err(reason) => return closed(SignatureState::DecryptFailed, reason, reading),
        };
        let mut last = None;
        let mut candidates = choice.skipped;
        let tried = choice.chosen.len();
        for Chosen { key, why } in &choice.chosen {
            let opened = jwe::open_key(
                alg,
                enc,
                &key.material,
                &parameters,
                self.encrypted,
                *rounds,
            );
            if matches!(alg.management, KeyManagement::Pbes2(..)) {
                *rounds = rounds.saturating_sub(parameters.p2c.unwrap_or_default());
            }
            let plaintext = opened.and_then(|content_key| self.content(&content_key));
            let why = Fact::Word(why.code.clone());
            let reason = match &plaintext {
                Ok(_) => Diagnostic::info("decrypt-candidate-opens"),
                Err(error) => failed_candidate(*error),
            };
            let reason = reason.with_fact("why", why.clone());
            candidates.push(Candidate {
                key: key.facts.clone(),
                reason,
            });
            match plaintext {
                Ok(plaintext) => {
                    let mut decryption = self.opened(key, plaintext, why, reading);
                    decryption.verdict.candidates = candidates;
                    self.warn(&mut decryption.verdict, Some(*key), &parameters);
                    return decryption;
                }
                Err(error) => last = Some((*key, error)),
            }
        }
        let failure = match last {
            Some((key, error)) => self.failed(key, error, tried),
            None => Failure {
                state: SignatureState::KeyError,
                reason: Diagnostic::danger("decrypt-key-unreadable"),
                key: None,
                needs_consent: false,
            },
        };
        let mut decryption = closed(failure.state, failure.reason, reading);
        decryption.needs_consent = failure.needs_consent;
        decryption.verdict.key = failure.key.map(|key| key.facts.clone());
        decryption.verdict.candidates = candidates;
        self.warn(&mut decryption.verdict, failure.key, &parameters);
        decryption
    }

    /// What is weak about the way, and what speaks against the key.
    fn warn(&self, verdict: &mut SignatureVerdict, key: Option<&Key>, parameters: &Parameters) {
        let weak = key::weaknesses(self.algorithms.alg, parameters);
        verdict.warnings.extend(weak);
        if let Some(key) = key {
            let conflicts = key::conflicts(self.algorithms, Direction::Open, key);
            verdict.warnings.extend(conflicts);
            verdict.warnings.extend(key::misnamed(self.header, key));
        }
    }

    fn content(&self, content_key: &ContentKey) -> Result<Vec<u8>, JweError> {
        let part = |role| bytes(self.token, role).unwrap_or_default();
        let plaintext = jwe::decrypt_content(
            self.algorithms.enc.encryption,
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

    fn opened(&self, key: &Key, plaintext: Vec<u8>, why: Fact, reading: &KeyReading) -> Decryption {
        let reason = Diagnostic::info("decrypt-opened")
            .with("alg", self.algorithms.alg.name)
            .with("enc", self.algorithms.enc.name)
            .with("key", key.facts.label())
            .with_fact("why", why)
            .with("count", plaintext.len());
        let mut decryption = closed(SignatureState::Decrypted, reason, reading);
        decryption.verdict.key = Some(key.facts.clone());
        decryption.plaintext = Some(Secret::new(plaintext));
        decryption
    }

    /// What the failure of the only key says, or that all keys failed. Work that is too much
    /// waits for a click while a click could allow it.
    fn failed<'k>(&self, key: &'k Key, error: JweError, tried: usize) -> Failure<'k> {
        let alg = self.algorithms.alg;
        let failure = |state, reason, key| Failure {
            state,
            reason,
            key,
            needs_consent: state == SignatureState::Encrypted,
        };
        match error {
            JweError::TooCostly { rounds, .. } if self.may_ask(rounds <= jwe::PBES2_LIMIT) => {
                let reason = Diagnostic::warning("decrypt-costly")
                    .with("rounds", rounds)
                    .with_fact("time", Fact::Seconds(self.pace.seconds(rounds)));
                failure(SignatureState::Encrypted, reason, Some(key))
            }
            JweError::TooLarge { limit } if self.may_ask(true) => {
                let reason = Diagnostic::warning("decrypt-large")
                    .with("limit", limit)
                    .with("most", jwe::INFLATE_LIMIT)
                    .with_fact("time", Fact::Seconds(INFLATE_SECONDS));
                failure(SignatureState::Encrypted, reason, Some(key))
            }
            _ if tried > 1 => {
                let reason = Diagnostic::danger("decrypt-all-failed")
                    .with("count", tried)
                    .with("alg", alg.name);
                failure(SignatureState::DecryptFailed, reason, None)
            }
            JweError::Key(_) => {
                let reason = Diagnostic::from(error).with("key", key.facts.label());
                failure(SignatureState::KeyError, reason, Some(key))
            }
            JweError::KeyNotOpened if matches!(alg.management, KeyManagement::Pbes2(..)) => {
                let reason = Diagnostic::danger("decrypt-password");
                failure(SignatureState::DecryptFailed, reason, Some(key))
            }
            _ => {
                let reason = Diagnostic::from(error)
                    .with("alg", alg.name)
                    .with("key", key.facts.label());
                failure(SignatureState::DecryptFailed, reason, Some(key))
            }
        }
    }

    fn may_ask(&self, is_within_limit: bool) -> bool {
        self.effort == Effort::Quick && is_within_limit
    }
}

/// What came of a key that did not open the token.
fn failed_candidate(error: JweError) -> Diagnostic {
    let said = Diagnostic::from(error);
    let code = match error {
        JweError::WrongLength { .. } => "decrypt-candidate-length",
        JweError::ParameterMissing(_) | JweError::ParameterWrong(_) => {
            "decrypt-candidate-parameter"
        }
        JweError::TooCostly { .. } => "decrypt-candidate-costly",
        JweError::TooLarge { .. } => "decrypt-candidate-large",
        _ => {
            return Diagnostic::warning("decrypt-candidate-fails")
                .with_fact("cause", Fact::Word(said.code));
        }
    };
    let mut reason = Diagnostic::new(Severity::Warning, code);
    reason.facts = said.facts;
    reason
}

/// Seconds that unpacking the most that is ever unpacked takes: 50 MB at about 50 MB a second.
const INFLATE_SECONDS: i64 = 1;

/// Why a recipient's Encrypted Key or the content stays closed.
struct Failure<'k> {
    state: SignatureState,
    reason: Diagnostic,
    /// The key that was tried, when it was one.
    key: Option<&'k Key>,
    needs_consent: bool,
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
            key_binding: None,
        },
        plaintext: None,
        needs_consent: false,
    }
}

#[cfg(test)]
mod tests;
