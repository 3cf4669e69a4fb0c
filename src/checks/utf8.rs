//! JSON text that is not UTF-8: readers replace the bytes, or refuse the token.
//! Spec: RFC 8259 §8.1, RFC 7515 §5.2 step 2.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;
use crate::json::Expected;

pub(super) const CHECK: Check = Check {
    code: "utf8-invalid",
    severity: Severity::Danger,
    clause: "RFC 8259 §8.1",
    certainty: Certainty::Known,
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for part in subject.json_parts() {
        for fault in part.document.faults() {
            if fault.expected == Expected::Utf8 {
                let range = fault.offset..fault.offset.saturating_add(1);
                let byte = part.document.bytes().get(fault.offset).copied();
                findings.push(
                    Finding::at(subject.span(part.text, range))
                        .with("byte", format!("0x{:02X}", byte.unwrap_or_default()))
                        .with("line", fault.line.to_string())
                        .with("column", fault.column.to_string())
                        .with_word("part", part.word()),
                );
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, token};
    use super::CHECK;

    #[test]
    fn bytes_that_are_no_text_are_found() {
        let found = |payload: &[u8]| findings(&CHECK, &token("{}", payload, b""), None).len();
        assert_eq!(found(b"{\"a\":\"\xE9\"}"), 1);
        assert_eq!(found(b"{\"a\":\"\xC3\x28\xFF\"}"), 2);
        assert_eq!(found("{\"a\":\"é\"}".as_bytes()), 0);
        assert_eq!(found(b"{\"a\":}"), 0);
    }
}
