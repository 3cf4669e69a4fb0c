//! The verdict on one signature, by the rules in their order: what the header says of itself,
//! whether a key may be tried, whether the bytes match, whether matching may count.

use super::attempt::{Alg, Attempt};
use super::choose::{Considered, choose};
use super::confusion::{fitting_public_bytes, is_of_own_key, is_public_key};
use super::embedded::embedded_key;
use super::forbidden::{Forbidden, forbidden};
use super::weak::{conflicts, weaknesses};
use super::{Candidate, SignatureState, SignatureVerdict};
use crate::crypto::{self, CryptoError};
use crate::diagnostic::{Diagnostic, Fact, Severity};
use crate::jose::algorithms::{Scheme, SignatureAlgorithm};
use crate::keys::{Key, KeyInput, KeyReading, KeySource, Material};

/// Verifies one signature with the keys that were given, or with the one in its header.
pub fn verify_one(attempt: &Attempt<'_>, input: &KeyInput, given: &KeyReading) -> SignatureVerdict {
    let broken = forbidden(attempt);
    let row = match attempt.alg() {
        Alg::Known(row) => row,
        Alg::Unsecured => return unsecured(attempt, &broken, given),
        Alg::Unsupported(reason) => {
            let mut verdict = SignatureVerdict::new(SignatureState::Unsupported, *reason, given);
            verdict.warnings = notes(&broken);
            return verdict;
        }
    };
    if !input.text.expose().is_empty() {
        return Trial {
            attempt,
            row,
            reading: given,
            source: &input.source,
            text: input.text.expose(),
        }
        .run(&broken);
    }
    match embedded_key(&attempt.headers) {
        Some((parameter, reading)) => Trial {
            attempt,
            row,
            reading: &reading,
            source: &KeySource::InToken {
                parameter: parameter.to_owned(),
            },
            text: "",
        }
        .run(&broken),
        None => {
            let mut verdict =
                SignatureVerdict::new(SignatureState::Unchecked, no_key(attempt), given);
            verdict.warnings = notes(&broken);
            verdict
        }
    }
}

/// Nobody vouches; what the RFCs forbid stays forbidden.
fn unsecured(attempt: &Attempt<'_>, broken: &[Forbidden], given: &KeyReading) -> SignatureVerdict {
    let mut verdict = match broken.first() {
        Some(first) => {
            let mut reason = first.note();
            reason.severity = Severity::Danger;
            SignatureVerdict::new(SignatureState::Invalid, reason, given)
        }
        None => SignatureVerdict::new(
            SignatureState::Unsecured,
            Diagnostic::danger("verify-unsecured"),
            given,
        ),
    };
    verdict.warnings = notes(broken.get(1..).unwrap_or_default());
    if attempt.signature.is_some_and(|part| !part.range.is_empty()) {
        verdict
            .warnings
            .push(Diagnostic::danger("verify-unsecured-with-signature"));
    }
    verdict
}

/// What is missing, and what the header says of where to find it.
fn no_key(attempt: &Attempt<'_>) -> Diagnostic {
    for parameter in ["jku", "x5u"] {
        if let Some(url) = attempt.headers.text(parameter) {
            return Diagnostic::info("verify-no-key-url")
                .with("parameter", parameter)
                .with("url", url);
        }
    }
    match attempt.headers.text("kid") {
        Some(kid) => Diagnostic::info("verify-no-key-kid").with("kid", kid),
        None => Diagnostic::info("verify-no-key"),
    }
}

fn notes(broken: &[Forbidden]) -> Vec<Diagnostic> {
    broken.iter().map(Forbidden::note).collect()
}

/// One signature and the keys it is tried with.
struct Trial<'a> {
    attempt: &'a Attempt<'a>,
    row: &'static SignatureAlgorithm,
    reading: &'a KeyReading,
    source: &'a KeySource,
    /// The key box, for the bytes of a public key.
    text: &'a str,
}

impl Trial<'_> {
    fn run(&self, broken: &[Forbidden]) -> SignatureVerdict {
        let signing_input = self.attempt.signing_input();
        let signature = self.attempt.signature_bytes();
        if self.reading.keys.is_empty() {
            return self.unreadable(broken);
        }
        let choice = choose(self.row, &self.attempt.headers, self.reading);
        let mut candidates = Vec::new();
        let mut results: Vec<(&Key, &Considered, Result<(), CryptoError>)> = Vec::new();
        for (key, considered) in self.reading.keys.iter().zip(&choice.considered) {
            let mut reason = considered.reason.clone();
            let settled = results.iter().any(|(_, _, result)| result.is_ok());
            if considered.is_tried && !settled {
                let result =
                    crypto::verify(self.row.scheme, &key.material, &signing_input, signature);
                reason = outcome(reason, result);
                results.push((key, considered, result));
            }
            candidates.push(Candidate {
                key: key.facts.clone(),
                reason,
            });
        }
        let held = results.iter().find(|(_, _, result)| result.is_ok());
        let mut verdict = match (choice.obstacle, held, results.as_slice()) {
            (Some(obstacle), _, _) => self.obstructed(obstacle, &signing_input, signature),
            (_, Some((key, considered, _)), _) => self.matched(key, considered, broken),
            (_, None, [(key, considered, Err(error))]) => self.failed(key, considered, *error),
            (_, None, tried) => self.all_failed(tried.len()),
        };
        verdict.candidates = candidates;
        self.add_warnings(&mut verdict, broken);
        verdict
    }

    fn verdict(&self, state: SignatureState, reason: Diagnostic) -> SignatureVerdict {
        SignatureVerdict::new(state, reason, self.reading)
    }

    fn with_key(&self, state: SignatureState, reason: Diagnostic, key: &Key) -> SignatureVerdict {
        let mut verdict = self.verdict(state, reason);
        verdict.key = Some(key.facts.clone());
        verdict
    }

    fn is_embedded(&self) -> bool {
        matches!(self.source, KeySource::InToken { .. })
    }

    fn unreadable(&self, broken: &[Forbidden]) -> SignatureVerdict {
        let mut faults = self.reading.faults.iter();
        let reason = faults
            .next()
            .cloned()
            .unwrap_or_else(|| Diagnostic::danger("verify-key-unreadable"));
        let mut verdict = self.verdict(SignatureState::KeyError, reason);
        verdict.warnings = faults.cloned().collect();
        verdict
            .warnings
            .extend(self.reading.warnings.iter().cloned());
        verdict.warnings.extend(notes(broken));
        verdict
    }

    /// No key may be tried. When the algorithm is HMAC and the key is public, the bytes of that
    /// key may be what the MAC was made with.
    fn obstructed(
        &self,
        obstacle: Diagnostic,
        signing_input: &[u8],
        signature: &[u8],
    ) -> SignatureVerdict {
        if matches!(self.row.scheme, Scheme::Hmac(_))
            && let Some(reason) = fitting_public_bytes(
                self.row,
                self.text,
                &self.reading.keys,
                signing_input,
                signature,
            )
        {
            return self.verdict(SignatureState::Invalid, reason);
        }
        let state = if self.is_embedded() {
            SignatureState::Invalid
        } else {
            SignatureState::KeyError
        };
        match self.reading.keys.as_slice() {
            [key] => self.with_key(state, obstacle, key),
            _ => self.verdict(state, obstacle),
        }
    }

    /// Whether everybody has this secret.
    fn is_public(&self, secret: &[u8]) -> bool {
        is_public_key(secret) || is_of_own_key(secret, &self.attempt.headers)
    }

    /// The bytes match: whether that may count.
    fn matched(
        &self,
        key: &Key,
        considered: &Considered,
        broken: &[Forbidden],
    ) -> SignatureVerdict {
        if let Some(first) = broken.first() {
            let reason = self.name_key(first.reason(), key);
            return self.with_key(SignatureState::Invalid, reason, key);
        }
        if let Material::Oct(secret) = &key.material
            && self.is_public(secret.expose())
        {
            let reason = Diagnostic::danger("verify-confusion").with("alg", self.row.name);
            return self.with_key(SignatureState::Invalid, reason, key);
        }
        match self.source {
            KeySource::InToken { parameter } => {
                let reason = Diagnostic::warning("verify-self-asserted")
                    .with("parameter", parameter.as_str());
                let reason = self.name_key(reason, key);
                self.with_key(SignatureState::SelfAsserted, reason, key)
            }
            KeySource::NamedByToken { parameter, url, .. } => {
                let reason = Diagnostic::warning("verify-self-asserted-url")
                    .with("parameter", parameter.as_str())
                    .with("url", url.as_str());
                let reason = self.name_key(reason, key);
                self.with_key(SignatureState::SelfAsserted, reason, key)
            }
            source => {
                let mut reason = self.name_key(valid(source, key), key);
                reason
                    .facts
                    .push(("why".into(), Fact::Word(considered.reason.code.clone())));
                self.with_key(SignatureState::Valid, reason, key)
            }
        }
    }

    fn name_key(&self, diagnostic: Diagnostic, key: &Key) -> Diagnostic {
        diagnostic
            .with("alg", self.row.name)
            .with("key", key.facts.label())
            .with("bytes", u64::from(key.facts.bits / 8))
    }

    /// One key was tried and does not fit.
    fn failed(&self, key: &Key, considered: &Considered, error: CryptoError) -> SignatureVerdict {
        let reason = match error {
            CryptoError::WrongLength { found: 0, .. } => {
                Diagnostic::danger("verify-signature-empty")
            }
            CryptoError::WrongLength { expected, found } => {
                Diagnostic::danger("verify-signature-length")
                    .with("expected", expected)
                    .with("found", found)
            }
            CryptoError::Refused(_) | CryptoError::NoPrivateHalf | CryptoError::WrongKeyType => {
                let reason = self.name_key(Diagnostic::from(error), key);
                return self.with_key(SignatureState::KeyError, reason, key);
            }
            CryptoError::Mismatch if considered.reason.code == "chosen-kid" => {
                Diagnostic::danger("verify-mismatch-kid")
                    .with("kid", key.facts.kid.clone().unwrap_or_default())
            }
            CryptoError::Mismatch if self.is_embedded() => {
                Diagnostic::danger("verify-mismatch-embedded")
            }
            CryptoError::Mismatch if key.facts.kty == "oct" => {
                Diagnostic::danger("verify-mismatch-secret")
            }
            CryptoError::Mismatch => Diagnostic::danger("verify-mismatch"),
        };
        if self.may_lack_content() {
            let reason = Diagnostic::info("verify-content-missing");
            return self.verdict(SignatureState::Unchecked, reason);
        }
        let mut reason = self.name_key(reason, key);
        if let KeySource::InToken { parameter } = self.source {
            reason = reason.with("parameter", parameter.as_str());
        }
        self.with_key(SignatureState::Invalid, reason, key)
    }

    fn all_failed(&self, count: usize) -> SignatureVerdict {
        if self.may_lack_content() {
            let reason = Diagnostic::info("verify-content-missing");
            return self.verdict(SignatureState::Unchecked, reason);
        }
        let reason = Diagnostic::danger("verify-mismatch-all")
            .with("count", count)
            .with("alg", self.row.name);
        self.verdict(SignatureState::Invalid, reason)
    }

    /// An empty payload is either empty or detached; without the content nobody can tell.
    fn may_lack_content(&self) -> bool {
        self.attempt.is_detached() && self.attempt.content.is_none()
    }

    fn add_warnings(&self, verdict: &mut SignatureVerdict, broken: &[Forbidden]) {
        let headers = &self.attempt.headers;
        let first_is_reason = broken
            .first()
            .is_some_and(|first| first.matched == verdict.reason.code);
        let rest = if first_is_reason { 1 } else { 0 };
        verdict
            .warnings
            .extend(notes(broken.get(rest..).unwrap_or_default()));
        let tried = verdict.key.as_ref().and_then(|facts| {
            self.reading
                .keys
                .iter()
                .find(|key| key.facts == *facts && crypto::fits(self.row.scheme, &key.material))
        });
        if let Some(key) = tried {
            verdict
                .warnings
                .extend(weaknesses(self.row, key, self.source));
            verdict.warnings.extend(conflicts(self.row, headers, key));
            if let Material::Oct(secret) = &key.material
                && verdict.reason.code != "verify-confusion"
                && self.is_public(secret.expose())
            {
                verdict
                    .warnings
                    .push(Diagnostic::danger("verify-public-secret"));
            }
        }
        if !self.attempt.is_detached()
            && self.attempt.content.is_some_and(|bytes| !bytes.is_empty())
        {
            verdict
                .warnings
                .push(Diagnostic::warning("verify-content-unused"));
        }
        verdict
            .warnings
            .extend(self.reading.warnings.iter().cloned());
        verdict.warnings.extend(self.reading.faults.iter().cloned());
    }
}

/// The sentence of a signature that holds, by where the key came from.
fn valid(source: &KeySource, key: &Key) -> Diagnostic {
    let is_secret = key.facts.kty == "oct";
    match source {
        KeySource::Fetched { url, at } => {
            let mut reason = Diagnostic::info("verify-valid-fetched").with("url", url.as_str());
            reason.facts.push(("at".into(), Fact::Moment(*at)));
            reason
        }
        KeySource::Shelf { name } => {
            Diagnostic::info("verify-valid-shelf").with("name", name.as_str())
        }
        _ if is_secret => Diagnostic::info("verify-valid-secret"),
        _ => Diagnostic::info("verify-valid"),
    }
}

/// What came of trying a key, with why it was tried.
fn outcome(why: Diagnostic, result: Result<(), CryptoError>) -> Diagnostic {
    let mut reason = match result {
        Ok(()) => Diagnostic::info("candidate-holds"),
        Err(CryptoError::WrongLength { expected, found }) => {
            Diagnostic::warning("candidate-length")
                .with("expected", expected)
                .with("found", found)
        }
        Err(CryptoError::Mismatch) => Diagnostic::warning("candidate-fails"),
        Err(error) => {
            let mut reason = Diagnostic::warning("candidate-refused");
            let word = Fact::Word(error.code().into());
            reason.facts.push(("cause".into(), word));
            reason
        }
    };
    reason.facts.push(("why".into(), Fact::Word(why.code)));
    reason
}
