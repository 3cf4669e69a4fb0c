//! White space inside a part. It was removed before reading; a verifier need not do that.
//! Spec: RFC 7515 §2: no line breaks, white space or other additional characters.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;
use crate::inspect::Encoding;
use crate::span::Span;

pub(super) const CHECK: Check = Check {
    code: "part-white-space",
    severity: Severity::Info,
    clause: "RFC 7515 §2",
    certainty: Certainty::Known,
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for part in &subject.token.parts {
        if part.encoding != Encoding::Base64url {
            continue;
        }
        let origin = subject.token.source.in_paste(part.range.clone());
        let written = subject
            .inspection
            .paste
            .get(origin.clone())
            .unwrap_or_default();
        let Some(first) = written.find(char::is_whitespace) else {
            continue;
        };
        let run = written
            .get(first..)
            .and_then(|rest| rest.find(|c: char| !c.is_whitespace()))
            .unwrap_or(1);
        let start = origin.start.saturating_add(first);
        let count = written.chars().filter(|c| c.is_whitespace()).count();
        findings.push(
            Finding::at(Span::of(part.part, start..start.saturating_add(run))).with("count", count),
        );
    }
    findings
}
