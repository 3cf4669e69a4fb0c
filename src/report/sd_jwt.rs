//! What an SD-JWT discloses and to whom it is bound, in words.
//! Spec: RFC 9901 §4 and §7.

use super::shape::{Line, Wording};
use crate::inspect::Token;
use crate::jose::sd_jwt::{self, Disclosure, Place};
use crate::keys::facts::KeyFacts;
use crate::verify::{KeyBindingVerdict, SignatureState, SignatureVerdict};
use serde::Serialize;

/// An SD-JWT beside its issuer's JWT.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SdJwtReport {
    /// The Disclosures in order.
    pub disclosures: Vec<DisclosureReport>,
    /// Digests that no Disclosure belongs to: withheld claims and decoys, which nobody can tell
    /// apart.
    pub withheld: usize,
    /// The Processed SD-JWT Payload as JSON text; `null` where it cannot be made.
    pub processed: Option<String>,
    /// Why a Verifier has to reject it.
    pub problems: Vec<Line>,
    /// The Key Binding JWT; `null` without one.
    pub key_binding: Option<KeyBindingReport>,
}

/// One Disclosure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DisclosureReport {
    /// The Claim Name; `null` for an array element.
    pub name: Option<String>,
    /// The value as JSON text; `null` where this is no Disclosure.
    pub value: Option<String>,
    /// Its digest.
    pub digest: Option<String>,
    /// Where it stands in the processed payload, a JSON Pointer; `null`: its digest was not found.
    pub place: Option<String>,
}

/// The verdict on the Key Binding JWT.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyBindingReport {
    /// One word.
    pub state: SignatureState,
    /// One sentence.
    pub reason: String,
    /// The reason's stable name.
    pub code: String,
    /// The holder's key, from `cnf`.
    pub key: Option<KeyFacts>,
    /// The JWT itself.
    pub compact: String,
    /// Why a Verifier has to reject it.
    pub problems: Vec<Line>,
}

impl Wording<'_> {
    /// `None` for a token of another family.
    pub(super) fn sd_jwt(
        &self,
        token: &Token,
        verdict: Option<&SignatureVerdict>,
    ) -> Option<SdJwtReport> {
        let read = sd_jwt::read(token)?;
        let binding = verdict.and_then(|verdict| verdict.key_binding.as_deref());
        let jwt = sd_jwt::key_binding_jwt(token);
        Some(SdJwtReport {
            disclosures: read.disclosures.iter().map(disclosure).collect(),
            withheld: read.withheld,
            problems: self.lines(&read.problems),
            key_binding: binding
                .zip(jwt)
                .map(|(binding, jwt)| self.key_binding(binding, &jwt)),
            processed: read.processed,
        })
    }

    fn key_binding(&self, binding: &KeyBindingVerdict, jwt: &str) -> KeyBindingReport {
        let reason = self.line(&binding.reason);
        KeyBindingReport {
            state: binding.state,
            reason: reason.text,
            code: reason.code,
            key: binding.key.clone(),
            compact: jwt.to_owned(),
            problems: self.lines(&binding.problems),
        }
    }
}

fn disclosure(disclosure: &Disclosure) -> DisclosureReport {
    DisclosureReport {
        name: disclosure.name.clone(),
        value: disclosure.value.clone(),
        digest: disclosure.digest.clone(),
        place: match &disclosure.place {
            Place::At(pointer) => Some(pointer.clone()),
            Place::NotReferenced => None,
        },
    }
}
