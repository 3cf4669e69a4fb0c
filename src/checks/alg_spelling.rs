//! `alg` is no registered name but reads like one: `hs256`, `RS-256`, `sha256`-less slips.
//! Spec: RFC 7515 §4.1.1: the value is a case-sensitive string.

use super::subject::plain;
use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;
use crate::jose::algorithms::{SIGNATURE_ALGORITHMS, signature_algorithm};

pub(super) const CHECK: Check = Check {
    code: "alg-spelling",
    severity: Severity::Warning,
    clause: "RFC 7515 §4.1.1",
    certainty: Certainty::Likely,
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    subject
        .text_parameters("alg")
        .filter(|(_, _, alg)| signature_algorithm(alg).is_none())
        .filter_map(|(part, value, alg)| {
            let meant = SIGNATURE_ALGORITHMS
                .iter()
                .find(|row| plain(row.name) == plain(&alg))?;
            Some(
                subject
                    .at(part, value)
                    .with("alg", alg.into_owned())
                    .with("meant", meant.name),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_header;
    use super::CHECK;

    #[test]
    fn a_slip_of_case_or_separator_is_found() {
        for alg in [
            r#""hs256""#,
            r#""RS-256""#,
            r#""es256k""#,
            r#""eddsa""#,
            r#"" HS256""#,
        ] {
            check_header(&CHECK, &format!(r#"{{"alg":{alg}}}"#), &[alg]);
        }
        for alg in [
            r#""HS256""#,
            r#""EdDSA""#,
            r#""HS257""#,
            r#""none""#,
            r#""RSA-OAEP""#,
            r#""""#,
            "256",
        ] {
            check_header(&CHECK, &format!(r#"{{"alg":{alg}}}"#), &[]);
        }
    }
}
