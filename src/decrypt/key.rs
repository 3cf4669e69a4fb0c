//! Which keys of the key box may be tried for a recipient, and what is weak about the way.
//! Spec: RFC 7516 §4.1.6 and Appendix D of RFC 7515, RFC 7517 §4.2 to §4.5.

use crate::crypto::jwe::{self, Parameters};
use crate::diagnostic::{Diagnostic, Fact};
use crate::jose::encryption_algorithms::{
    ContentEncryptionAlgorithm, KeyManagement, KeyManagementAlgorithm,
};
use crate::jose::header::JoseHeader;
use crate::keys::choose::{self, Named, Purpose};
use crate::keys::{Key, KeyReading};
use crate::verify::Candidate;

/// The algorithms of a recipient.
#[derive(Clone, Copy)]
pub(super) struct Algorithms {
    pub(super) alg: &'static KeyManagementAlgorithm,
    pub(super) enc: &'static ContentEncryptionAlgorithm,
}

/// Which way a key is used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// Decrypting.
    Open,
    /// Encrypting, for which a public half is enough.
    Seal,
}

/// A key to try, and the code that says why this one.
pub(super) struct Chosen<'a> {
    pub(super) key: &'a Key,
    pub(super) why: Diagnostic,
}

/// The keys to try, in order, and those that are not tried with the reason.
pub(super) struct Choice<'a> {
    pub(super) chosen: Vec<Chosen<'a>>,
    pub(super) skipped: Vec<Candidate>,
}

/// By name, then by kind and use.
pub(super) fn choose<'a>(
    algorithms: Algorithms,
    direction: Direction,
    header: &JoseHeader<'_>,
    reading: &'a KeyReading,
) -> Result<Choice<'a>, Diagnostic> {
    let Algorithms { alg, .. } = algorithms;
    if reading.keys.is_empty() {
        let fault = reading.faults.first().cloned();
        return Err(fault.unwrap_or_else(|| Diagnostic::danger("decrypt-key-unreadable")));
    }
    let named = Named::of(|name| header.get(name));
    let purpose = Purpose {
        fits: &|key| jwe::fits(alg.management, &key.material),
        unfit: &|key| wrong_kind(alg, vec![key.facts.label()]),
        conflict: &|key| conflicts(algorithms, direction, key).into_iter().next(),
    };
    let choice = choose::choose(&named, &purpose, reading);
    if let Some(kid) = named.kid.filter(|_| choice.is_kid_absent) {
        let keys = reading.keys.iter();
        let kids: Vec<String> = keys.filter_map(|key| key.facts.kid.clone()).collect();
        return Err(Diagnostic::danger("decrypt-kid-absent")
            .with("kid", kid)
            .with("kids", kids));
    }
    let (mut chosen, mut skipped) = (Vec::new(), Vec::new());
    for (key, considered) in reading.keys.iter().zip(choice.considered) {
        let why = considered.reason;
        if considered.is_tried {
            chosen.push(Chosen { key, why });
        } else {
            let key = key.facts.clone();
            skipped.push(Candidate { key, reason: why });
        }
    }
    if chosen.is_empty() {
        // A key that is named, or alone, says more than all of them do.
        let mut telling = skipped
            .iter()
            .filter(|one| !one.reason.code.starts_with("skipped-"));
        return Err(match (telling.next(), telling.next()) {
            (Some(only), None) => only.reason.clone(),
            _ => {
                let kinds = reading.keys.iter().map(|key| key.facts.label()).collect();
                wrong_kind(alg, kinds)
            }
        });
    }
    Ok(Choice { chosen, skipped })
}

/// What the key's own members say against using it so.
pub(super) fn conflicts(
    algorithms: Algorithms,
    direction: Direction,
    key: &Key,
) -> Vec<Diagnostic> {
    let Algorithms { alg, enc } = algorithms;
    let facts = &key.facts;
    let mut found = Vec::new();
    if let Some(key_use) = facts.key_use.as_deref().filter(|name| *name != "enc") {
        found.push(Diagnostic::warning("decrypt-key-use").with("use", key_use));
    }
    let allows = match (alg.management, direction) {
        (KeyManagement::EcdhEs(_), _) => ["deriveKey", "deriveBits"],
        (_, Direction::Open) => ["unwrapKey", "decrypt"],
        (_, Direction::Seal) => ["wrapKey", "encrypt"],
    };
    let may = facts
        .key_ops
        .iter()
        .any(|operation| allows.contains(&operation.as_str()));
    if !facts.key_ops.is_empty() && !may {
        let operations = facts.key_ops.clone();
        found.push(Diagnostic::warning("decrypt-key-ops").with("operations", operations));
    }
    // A key that is used directly may be bound to the content encryption.
    let is_direct = alg.management == KeyManagement::Direct;
    let other = facts
        .alg
        .as_deref()
        .filter(|own| *own != alg.name && !(is_direct && *own == enc.name));
    if let Some(own) = other {
        found.push(
            Diagnostic::warning("decrypt-key-alg")
                .with("key-alg", own)
                .with("alg", alg.name),
        );
    }
    found
}

/// What the header's own names say against a key that was given alone.
pub(super) fn misnamed(header: &JoseHeader<'_>, key: &Key) -> Vec<Diagnostic> {
    let named = Named::of(|name| header.get(name));
    let mut found = Vec::new();
    if named.is_other_certificate(key) {
        found.push(Diagnostic::warning("decrypt-certificate-differs"));
    }
    if let (Some(kid), Some(own)) = (named.kid, &key.facts.kid)
        && kid != *own
    {
        found.push(
            Diagnostic::warning("decrypt-kid-differs")
                .with("kid", kid)
                .with("key-kid", own.as_str()),
        );
    }
    found
}

fn wrong_kind(alg: &KeyManagementAlgorithm, found: Vec<Fact>) -> Diagnostic {
    let diagnostic = match alg.management {
        KeyManagement::Pbes2(..) => Diagnostic::danger("decrypt-needs-password"),
        KeyManagement::Direct | KeyManagement::AesKw(_) | KeyManagement::AesGcmKw(_) => {
            Diagnostic::danger("decrypt-needs-secret")
        }
        KeyManagement::Rsa15 | KeyManagement::RsaOaep(_) => Diagnostic::danger("decrypt-needs-rsa"),
        KeyManagement::EcdhEs(_) => Diagnostic::danger("decrypt-needs-agreement"),
    };
    diagnostic
        .with("alg", alg.name)
        .with("found", Fact::List(found))
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
