//! `alg` is `none`, or a spelling that a careless verifier takes for it.
//! Spec: RFC 8725 §3.2, RFC 7518 §3.6; `alg` is compared by case, RFC 7515 §4.1.1.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;

pub(super) const NONE: Check = Check {
    code: "alg-is-none",
    severity: Severity::Danger,
    clause: "RFC 8725 §3.2",
    certainty: Certainty::Known,
    find: none,
};

pub(super) const SPELLING: Check = Check {
    code: "alg-none-spelling",
    severity: Severity::Danger,
    clause: "RFC 8725 §2.1",
    certainty: Certainty::Likely,
    find: spelling,
};

fn none(subject: &Subject<'_>) -> Vec<Finding> {
    subject
        .text_parameters("alg")
        .filter(|(_, _, alg)| alg == "none")
        .map(|(part, value, _)| subject.at(part, value))
        .collect()
}

fn spelling(subject: &Subject<'_>) -> Vec<Finding> {
    subject
        .text_parameters("alg")
        .filter(|(_, _, alg)| {
            let letters: String = alg.chars().filter(|c| c.is_alphanumeric()).collect();
            alg != "none" && (letters.is_empty() || letters.eq_ignore_ascii_case("none"))
        })
        .map(|(part, value, alg)| subject.at(part, value).with("alg", alg.into_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_header;
    use super::{NONE, SPELLING};

    #[test]
    fn none_is_found_and_only_none() {
        check_header(&NONE, r#"{"alg":"none"}"#, &[r#""none""#]);
        check_header(&NONE, r#"{"alg":"no\u006ee"}"#, &[r#""no\u006ee""#]);
        for other in [
            r#"{"alg":"HS256"}"#,
            r#"{"alg":"None"}"#,
            r#"{"alg":null}"#,
            "{}",
            r#"{"none":"alg"}"#,
        ] {
            check_header(&NONE, other, &[]);
        }
    }

    #[test]
    fn spellings_of_none_are_found() {
        for alg in [
            r#""nOnE""#,
            r#""NONE""#,
            r#"" none""#,
            r#""none\u0000""#,
            r#""""#,
        ] {
            check_header(&SPELLING, &format!(r#"{{"alg":{alg}}}"#), &[alg]);
        }
        for alg in [r#""none""#, r#""nonesuch""#, r#""HS256""#, "null"] {
            check_header(&SPELLING, &format!(r#"{{"alg":{alg}}}"#), &[]);
        }
    }
}
