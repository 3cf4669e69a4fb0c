//! `b64` without being listed in `crit`: a verifier that does not know it reads other bytes.
//! Spec: RFC 7797 §6.

use super::subject::text_of;
use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;

pub(super) const CHECK: Check = Check {
    code: "b64-without-crit",
    severity: Severity::Danger,
    clause: "RFC 7797 §6",
    certainty: Certainty::Known,
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    subject
        .parameters("b64")
        // Under `true` nothing differs, listed or not.
        .filter(|(_, value)| value.as_bool() != Some(true))
        .filter(|(part, _)| {
            let listed = part.document.get("crit").is_some_and(|crit| {
                crit.items()
                    .any(|item| text_of(item).as_deref() == Some("b64"))
            });
            !listed
        })
        .map(|(part, value)| subject.at(part, value))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_header;
    use super::CHECK;

    #[test]
    fn b64_must_be_critical() {
        check_header(&CHECK, r#"{"b64":false}"#, &["false"]);
        check_header(&CHECK, r#"{"b64":false,"crit":["x"]}"#, &["false"]);
        check_header(&CHECK, r#"{"b64":false,"crit":"b64"}"#, &["false"]);
        check_header(&CHECK, r#"{"b64":false,"crit":["b64"]}"#, &[]);
        check_header(&CHECK, r#"{"b64":true}"#, &[]);
        check_header(&CHECK, r#"{"alg":"HS256"}"#, &[]);
    }
}
