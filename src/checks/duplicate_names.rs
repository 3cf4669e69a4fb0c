//! A name that stands more than once in an object: readers disagree on which one counts, so two
//! services can read two different tokens. Spec: RFC 7515 §4, RFC 7519 §4, RFC 8259 §4.

use super::subject::JsonPart;
use super::{Certainty, Check, Finding, Subject, limited};
use crate::diagnostic::Severity;

pub(super) const IN_HEADER: Check = Check {
    code: "duplicate-parameter",
    severity: Severity::Danger,
    clause: "RFC 7515 §4",
    certainty: Certainty::Known,
    find: |subject| find(subject, |part| part.is_header()),
};

pub(super) const IN_PAYLOAD: Check = Check {
    code: "duplicate-name",
    severity: Severity::Warning,
    clause: "RFC 7519 §4",
    certainty: Certainty::Known,
    find: |subject| find(subject, |part| !part.is_header()),
};

fn find(subject: &Subject<'_>, is_meant: fn(&JsonPart<'_>) -> bool) -> Vec<Finding> {
    let repeated = subject.json_parts().filter(is_meant).flat_map(|part| {
        part.objects()
            .flat_map(|object| object.repeated_members())
            .map(move |(name, _)| (part, name))
    });
    limited(repeated, |(part, name)| subject.at_claim(part, name))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check_header, check_payload};
    use super::{IN_HEADER, IN_PAYLOAD};

    #[test]
    fn the_repetition_is_pointed_at() {
        check_header(
            &IN_HEADER,
            r#"{"alg":"a","\u0061lg":"b"}"#,
            &[r#""\u0061lg""#],
        );
        check_payload(&IN_PAYLOAD, r#"{"a":[{"x":1,"x" :2}]}"#, &[r#""x""#]);
        check_payload(
            &IN_PAYLOAD,
            r#"{"a":1, "a":2,  "a":3}"#,
            &[r#""a""#, r#""a""#],
        );
        check_payload(
            &IN_PAYLOAD,
            r#"{"a":{"b":1},"b":2,"A":3,"c":["a","a"]}"#,
            &[],
        );
        check_header(&IN_PAYLOAD, r#"{"alg":"a","alg":"b"}"#, &[]);
    }
}
