//! An escape of half a character: readers replace it, keep it or refuse it, each differently.
//! Spec: RFC 8259 §8.2, RFC 7493 §2.1.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;
use crate::json::Expected;

pub(super) const CHECK: Check = Check {
    code: "surrogate-unpaired",
    severity: Severity::Warning,
    clause: "RFC 8259 §8.2",
    certainty: Certainty::Known,
    find,
};

/// `\uXXXX`
const ESCAPE_LENGTH: usize = 6;

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for part in subject.json_parts() {
        for fault in part.document.faults() {
            if fault.expected == Expected::SurrogatePair {
                let range = fault.offset..fault.offset.saturating_add(ESCAPE_LENGTH);
                let escape = part.document.bytes().get(range.clone()).unwrap_or_default();
                findings.push(
                    Finding::at(subject.span(part.text, range))
                        .with("escape", String::from_utf8_lossy(escape).into_owned())
                        .with_word("part", part.word()),
                );
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_payload;
    use super::CHECK;

    #[test]
    fn halves_are_found_and_pairs_are_not() {
        check_payload(&CHECK, r#"{"a":"x\ud800y\udc00"}"#, &[r"\ud800", r"\udc00"]);
        check_payload(&CHECK, r#"{"\ud83d":1}"#, &[r"\ud83d"]);
        check_payload(&CHECK, r#"{"a":"\ud83d\ude00","b":"\\ud800"}"#, &[]);
    }
}
