//! Which keys of the key box may be tried for a recipient, and what is weak about the way.
//! Spec: RFC 7516 §4.1.6 and Appendix D of RFC 7515, RFC 7517 §4.5.

use crate::crypto::jwe::{self, Parameters};
use crate::diagnostic::Diagnostic;
use crate::jose::encryption_algorithms::{KeyManagement, KeyManagementAlgorithm};
use crate::jose::header::JoseHeader;
use crate::keys::{Key, KeyReading};
use crate::verify::Candidate;

/// The keys to try, in order, and those that are not tried with the reason.
pub(super) struct Choice<'a> {
    pub(super) keys: Vec<&'a Key>,
    pub(super) skipped: Vec<Candidate>,
}

/// By kind, then in a JWK Set by `kid`.
pub(super) fn choose<'a>(
    alg: &KeyManagementAlgorithm,
    header: &JoseHeader<'_>,
    reading: &'a KeyReading,
) -> Result<Choice<'a>, Diagnostic> {
    if reading.keys.is_empty() {
        let fault = reading.faults.first().cloned();
        return Err(fault.unwrap_or_else(|| Diagnostic::danger("decrypt-key-unreadable")));
    }
    let mut skipped = Vec::new();
    let mut skip = |key: &Key, reason| {
        skipped.push(Candidate {
            key: key.facts.clone(),
            reason,
        });
    };
    let mut fitting = Vec::new();
    for key in &reading.keys {
        if jwe::fits(alg.management, &key.material) {
            fitting.push(key);
        } else {
            skip(key, wrong_kind(alg, vec![key.facts.label()]));
        }
    }
    if fitting.is_empty() {
        let found = reading.keys.iter().map(|key| key.facts.label()).collect();
        return Err(wrong_kind(alg, found));
    }
    let kid = header.kid().filter(|_| reading.is_set);
    if let Some(kid) = kid {
        let (named, others): (Vec<&Key>, Vec<&Key>) = fitting
            .iter()
            .copied()
            .partition(|key| key.facts.kid.as_deref() == Some(kid.as_ref()));
        let nameless = others.iter().all(|key| key.facts.kid.is_none());
        if named.is_empty() && !nameless {
            let kids: Vec<String> = others
                .iter()
                .filter_map(|key| key.facts.kid.clone())
                .collect();
            return Err(Diagnostic::danger("decrypt-kid-absent")
                .with("kid", kid.into_owned())
                .with("kids", kids));
        }
        if !named.is_empty() {
            for key in others {
                skip(key, Diagnostic::info("decrypt-candidate-other-kid"));
            }
            fitting = named;
        }
    }
    Ok(Choice {
        keys: fitting,
        skipped,
    })
}

fn wrong_kind(alg: &KeyManagementAlgorithm, found: Vec<String>) -> Diagnostic {
    let diagnostic = match alg.management {
        KeyManagement::Pbes2(..) => Diagnostic::danger("decrypt-needs-password"),
        KeyManagement::Direct | KeyManagement::AesKw(_) | KeyManagement::AesGcmKw(_) => {
            Diagnostic::danger("decrypt-needs-secret")
        }
        KeyManagement::Rsa15 | KeyManagement::RsaOaep(_) => Diagnostic::danger("decrypt-needs-rsa"),
        KeyManagement::EcdhEs(_) => Diagnostic::danger("decrypt-needs-agreement"),
    };
    diagnostic.with("alg", alg.name).with("found", found)
}

/// What the RFCs advise against.
pub(super) fn weaknesses(alg: &KeyManagementAlgorithm, parameters: &Parameters) -> Vec<Diagnostic> {
    match alg.management {
        KeyManagement::Rsa15 => vec![Diagnostic::warning("decrypt-weak-rsa15")],
        KeyManagement::Pbes2(..) => parameters
            .p2c
            .filter(|count| *count < 1000)
            .map(|count| Diagnostic::warning("decrypt-weak-pbes2").with("rounds", count))
            .into_iter()
            .collect(),
        _ => Vec::new(),
    }
}
