//! U+FEFF before JSON text: senders must not add it, and readers may refuse it.
//! Spec: RFC 8259 §8.1.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;
use crate::span::Part;

pub(super) const CHECK: Check = Check {
    code: "byte-order-mark",
    severity: Severity::Warning,
    clause: "RFC 8259 §8.1",
    certainty: Certainty::Known,
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    subject
        .token
        .parts
        .iter()
        .filter(|part| {
            let is_text = part.json.is_some() || matches!(part.part, Part::Header | Part::Payload);
            is_text && part.bytes.starts_with(b"\xEF\xBB\xBF")
        })
        .map(|part| Finding::at(subject.span(part, 0..3)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_payload};
    use super::CHECK;

    #[test]
    fn a_mark_at_the_beginning_is_found_and_elsewhere_is_not() {
        check(
            &CHECK,
            "\u{FEFF}{}",
            "\u{FEFF}{}",
            &["\u{FEFF}", "\u{FEFF}"],
        );
        check_payload(&CHECK, "{\"a\":\"\u{FEFF}\"}", &[]);
        check_payload(&CHECK, " {}", &[]);
    }
}
