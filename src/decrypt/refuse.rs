//! What keeps a JWE closed whatever the key is: parts that a strict reader refuses, headers that
//! the specification forbids accepting.
//! Spec: RFC 7516 §4, §4.1.3, §4.1.13, §5.2 steps 1 to 5.

use crate::diagnostic::{Diagnostic, Fact};
use crate::inspect::{Serialization, Token};
use crate::jose::header::{Crit, JoseHeader};
use crate::span::Part;
use std::borrow::Cow;

/// The first rule that is broken.
pub(super) fn refuse(token: &Token, header: &JoseHeader<'_>) -> Option<Diagnostic> {
    if let Some(count) = wrong_segment_count(token) {
        return Some(Diagnostic::danger("decrypt-segment-count").with("count", count));
    }
    let roles = [
        Part::Header,
        Part::Iv,
        Part::Ciphertext,
        Part::Tag,
        Part::Aad,
    ];
    for role in roles {
        if token.part(role).is_some_and(|part| !part.exact) {
            return Some(name_part(Diagnostic::danger("decrypt-part-changed"), role));
        }
    }
    if header.documents().any(|json| !json.faults().is_empty()) {
        return Some(Diagnostic::danger("decrypt-header-not-json"));
    }
    let repeated = header.duplicate_names();
    if !repeated.is_empty() {
        return Some(Diagnostic::danger("decrypt-repeated-names").with("names", repeated));
    }
    let several = header.names_in_several();
    if !several.is_empty() {
        return Some(Diagnostic::danger("decrypt-name-in-several").with("names", several));
    }
    if header.unprotected("zip").is_some() {
        return Some(Diagnostic::danger("decrypt-zip-unprotected"));
    }
    crit(header)
}

/// A compact JWE has five segments (RFC 7516 §7.1).
fn wrong_segment_count(token: &Token) -> Option<usize> {
    let count = token.source.text.split('.').count();
    (token.serialization == Serialization::Compact && count != 5).then_some(count)
}

/// No extension is implemented for JWE, so a well-formed `crit` is refused too.
fn crit(header: &JoseHeader<'_>) -> Option<Diagnostic> {
    if header.unprotected("crit").is_some() {
        return Some(Diagnostic::danger("decrypt-crit-unprotected"));
    }
    match header.crit()? {
        Crit::Malformed => Some(Diagnostic::danger("decrypt-crit-malformed")),
        Crit::Names(names) => Some(Diagnostic::danger("decrypt-crit-unknown").with("names", names)),
    }
}

/// `diagnostic` about a part.
pub(super) fn name_part(diagnostic: Diagnostic, part: Part) -> Diagnostic {
    let word = Cow::Owned(format!("part-{}", part.name()));
    diagnostic.with("part", Fact::Word(word))
}
