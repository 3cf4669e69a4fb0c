//! Deep nesting: readers limit it, at different depths. Spec: RFC 8259 §9.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;
use crate::json::Kind;

pub(super) const CHECK: Check = Check {
    code: "nesting-deep",
    severity: Severity::Info,
    clause: "RFC 8259 §9",
    certainty: Certainty::Known,
    find,
};

/// .NET's System.Text.Json refuses what lies deeper than this, as the lowest of the usual limits.
const USUAL_LIMIT: usize = 64;

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for part in subject.json_parts() {
        let mut open: Vec<usize> = Vec::new();
        let mut deepest = None;
        for value in part.values() {
            let span = value.span();
            while open.last().is_some_and(|end| *end <= span.start) {
                open.pop();
            }
            if matches!(value.kind(), Kind::Object | Kind::Array) {
                open.push(span.end);
                if open.len() > deepest.map_or(USUAL_LIMIT, |(depth, _)| depth) {
                    deepest = Some((open.len(), value));
                }
            }
        }
        if let Some((depth, value)) = deepest {
            let start = value.span().start;
            findings.push(
                Finding::at(subject.span(part.text, start..start.saturating_add(1)))
                    .with("depth", depth)
                    .with("limit", USUAL_LIMIT)
                    .with_word("part", part.word()),
            );
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_payload;
    use super::CHECK;

    #[test]
    fn only_what_is_deeper_than_usual_readers_go_is_found() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        check_payload(&CHECK, &nested(64), &[]);
        check_payload(&CHECK, &nested(65), &["["]);
        check_payload(&CHECK, &nested(1000), &["["]);
        check_payload(&CHECK, &format!("[{}]", "[],".repeat(100)), &[]);
    }
}
