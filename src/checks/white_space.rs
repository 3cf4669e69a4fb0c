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
        if origin.len() == part.range.len() {
            continue;
        }
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

#[cfg(test)]
mod tests {
    use super::super::testing::findings;
    use super::CHECK;
    use crate::inspect::inspect;

    #[test]
    fn line_breaks_inside_a_part_are_found_and_those_around_it_are_not() {
        let places = |paste: &str| {
            findings(&CHECK, &inspect(paste), None)
                .iter()
                .filter_map(|finding| finding.span)
                .map(|span| paste.get(span.range()).unwrap_or_default().to_owned())
                .collect::<Vec<_>>()
        };
        let broken = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIi\r\n OiIxIn0.c2lnbmF0dXJlc2lnbmF0dXJl";
        assert_eq!(places(broken), ["\r\n "]);
        let whole = "\n eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlc2lnbmF0dXJl \n";
        assert!(places(whole).is_empty());
    }
}
