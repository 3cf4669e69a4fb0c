//! Why a signature must be refused although its bytes match: what the RFCs forbid to accept.
//! Spec: RFC 7515 §4, §4.1.3, §4.1.11, §5.2; RFC 7797 §6; RFC 9901 §7.1.

use super::attempt::Attempt;
use super::headers::Headers;
use crate::diagnostic::{Diagnostic, Fact, Severity};
use crate::inspect::{Serialization, Signature, Token};
use crate::jose::sd_jwt;
use crate::json::{Kind, Value};
use std::borrow::Cow;

/// Header Parameters that may be named in `crit` and are understood here.
const UNDERSTOOD: [&str; 1] = ["b64"];

/// Names that RFC 7515, 7516 and 7518 define; `crit` must not list them (RFC 7515 §4.1.11).
const BASE_NAMES: [&str; 20] = [
    "alg", "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty", "crit", "enc",
    "zip", "epk", "apu", "apv", "iv", "tag", "p2s", "p2c",
];

/// Members that only private keys and secrets have (RFC 7518 §6, RFC 9964 §3).
const PRIVATE_MEMBERS: [&str; 9] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"];

/// A rule that is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forbidden {
    /// The code when the bytes match: says both halves.
    pub matched: &'static str,
    /// The code when they do not, or were not tried.
    pub noted: &'static str,
    facts: Vec<(Cow<'static, str>, Fact)>,
}

impl Forbidden {
    /// The verdict's reason when the bytes match.
    pub fn reason(&self) -> Diagnostic {
        let mut reason = Diagnostic::danger(self.matched);
        reason.facts.clone_from(&self.facts);
        reason
    }

    /// A warning beside another reason.
    pub fn note(&self) -> Diagnostic {
        let mut note = Diagnostic::new(Severity::Warning, self.noted);
        note.facts.clone_from(&self.facts);
        note
    }
}

/// A code for each half, from one name.
macro_rules! forbidden {
    ($name:literal $(, $fact:literal = $value:expr)*) => {
        Forbidden {
            matched: concat!("verify-match-", $name),
            noted: concat!("verify-note-", $name),
            facts: vec![$((Cow::Borrowed($fact), Fact::from($value))),*],
        }
    };
}

/// Every rule that this signature breaks, the most telling first.
pub fn forbidden(attempt: &Attempt<'_>) -> Vec<Forbidden> {
    let headers = &attempt.headers;
    let mut broken = Vec::new();
    if let Some(count) = wrong_segment_count(attempt.token) {
        broken.push(forbidden!("segment-count", "count" = count));
    }
    changed_parts(attempt, &mut broken);
    if headers.each().any(|header| !header.faults().is_empty()) {
        broken.push(forbidden!("header-not-json"));
    }
    let repeated: Vec<String> = headers
        .each()
        .filter_map(|header| header.object())
        .flat_map(|header| header.duplicate_names())
        .map(Cow::into_owned)
        .collect();
    if !repeated.is_empty() {
        broken.push(forbidden!("repeated-names", "names" = repeated));
    }
    let shared = shared_names(headers);
    if !shared.is_empty() {
        broken.push(forbidden!("name-in-both", "names" = shared));
    }
    crit(headers, &mut broken);
    b64(headers, &mut broken);
    if b64_differs(attempt.token) {
        broken.push(forbidden!("b64-differs"));
    }
    if headers.get("jwk").is_some_and(has_private_member) {
        broken.push(forbidden!("private-jwk"));
    }
    disclosures(attempt.token, &mut broken);
    broken
}

/// Disclosures for which a Verifier has to reject the SD-JWT (RFC 9901 §7.1).
fn disclosures(token: &Token, broken: &mut Vec<Forbidden>) {
    let problems = sd_jwt::read(token).map(|read| read.problems);
    let mut words: Vec<String> = problems
        .unwrap_or_default()
        .iter()
        .map(|problem| format!("short-{}", problem.code))
        .collect();
    words.sort_unstable();
    words.dedup();
    if !words.is_empty() {
        let mut rule = forbidden!("disclosures");
        let words = words.into_iter().map(|word| Fact::Word(word.into()));
        rule.facts
            .push(("problems".into(), Fact::List(words.collect())));
        broken.push(rule);
    }
}

/// A compact JWS has three segments (RFC 7515 §7.1), the issuer's JWT of an SD-JWT too.
fn wrong_segment_count(token: &Token) -> Option<usize> {
    if token.serialization != Serialization::Compact {
        return None;
    }
    let count = token.jwt().split('.').count();
    (count != 3).then_some(count)
}

/// Parts whose characters a strict reader refuses.
fn changed_parts(attempt: &Attempt<'_>, broken: &mut Vec<Forbidden>) {
    for part in [attempt.protected, attempt.payload, attempt.signature] {
        let Some(part) = part.filter(|part| !part.exact) else {
            continue;
        };
        let mut rule = forbidden!("part-changed");
        let word = match part.part {
            crate::span::Part::Header => "signed-part-header",
            crate::span::Part::Payload => "signed-part-payload",
            _ => "signed-part-signature",
        };
        rule.facts.push(("part".into(), Fact::Word(word.into())));
        broken.push(rule);
    }
}

fn shared_names(headers: &Headers<'_>) -> Vec<String> {
    let (Some(protected), Some(unprotected)) = (
        headers.protected.and_then(|header| header.object()),
        headers.unprotected.and_then(|header| header.object()),
    ) else {
        return Vec::new();
    };
    let mut names: Vec<String> = protected
        .members()
        .filter_map(|(name, _)| name.text())
        .filter(|name| unprotected.get(name).is_some())
        .map(Cow::into_owned)
        .collect();
    names.dedup();
    names
}

fn crit(headers: &Headers<'_>, broken: &mut Vec<Forbidden>) {
    if headers
        .unprotected
        .is_some_and(|header| header.get("crit").is_some())
    {
        broken.push(forbidden!("crit-unprotected"));
    }
    let Some(crit) = headers.get("crit") else {
        return;
    };
    let names: Option<Vec<String>> = crit
        .items()
        .map(|item| {
            (item.kind() == Kind::String)
                .then(|| item.text())
                .flatten()
                .map(Cow::into_owned)
        })
        .collect();
    let Some(names) = names.filter(|names| crit.kind() == Kind::Array && !names.is_empty()) else {
        broken.push(forbidden!("crit-malformed"));
        return;
    };
    let mut seen = std::collections::BTreeSet::new();
    if names.iter().any(|name| !seen.insert(name)) {
        broken.push(forbidden!("crit-malformed"));
    }
    let those = |test: &dyn Fn(&str) -> bool| -> Vec<String> {
        names.iter().filter(|name| test(name)).cloned().collect()
    };
    let base = those(&|name| BASE_NAMES.contains(&name));
    let unknown = those(&|name| !BASE_NAMES.contains(&name) && !UNDERSTOOD.contains(&name));
    let absent = those(&|name| headers.get(name).is_none());
    if !unknown.is_empty() {
        broken.push(forbidden!("crit-unknown", "names" = unknown));
    }
    if !base.is_empty() {
        broken.push(forbidden!("crit-base-name", "names" = base));
    }
    if !absent.is_empty() {
        broken.push(forbidden!("crit-absent", "names" = absent));
    }
}

fn b64(headers: &Headers<'_>, broken: &mut Vec<Forbidden>) {
    let Some(b64) = headers.get("b64") else {
        return;
    };
    let listed = headers.get("crit").is_some_and(|crit| {
        crit.items()
            .any(|item| item.text().as_deref() == Some("b64"))
    });
    match b64.as_bool() {
        None => broken.push(forbidden!("b64-not-boolean")),
        Some(false) if !listed => broken.push(forbidden!("b64-without-crit")),
        Some(_) if headers.protected_value("b64").is_none() => {
            broken.push(forbidden!("b64-unprotected"));
        }
        Some(_) => {}
    }
}

/// All signatures of a token have one payload, so they have to agree on how it is signed
/// (RFC 7797 §3).
fn b64_differs(token: &Token) -> bool {
    let says = |signature: &Signature| {
        let part = signature.protected.and_then(|part| token.parts.get(part));
        let b64 = part.and_then(|part| part.json.as_ref()?.get("b64")?.as_bool());
        b64.unwrap_or(true)
    };
    let mut all = token.signatures.iter().map(says);
    let first = all.next();
    all.any(|other| Some(other) != first)
}

/// Whether a JWK shows what must stay private.
pub fn has_private_member(jwk: Value<'_>) -> bool {
    PRIVATE_MEMBERS.iter().any(|name| jwk.get(name).is_some())
}
