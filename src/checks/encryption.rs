//! JWE algorithms to move away from: RSA1_5, and compression before encryption.
//! Spec: RFC 8725 §3.2 and §3.6.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;

pub(super) const RSA1_5: Check = Check {
    code: "alg-is-rsa1-5",
    severity: Severity::Warning,
    clause: "RFC 8725 §3.2",
    certainty: Certainty::Known,
    find: rsa1_5,
};

pub(super) const ZIP: Check = Check {
    code: "zip-compressed",
    severity: Severity::Info,
    clause: "RFC 8725 §3.6",
    certainty: Certainty::Known,
    find: zip,
};

fn rsa1_5(subject: &Subject<'_>) -> Vec<Finding> {
    subject
        .text_parameters("alg")
        .filter(|(_, _, alg)| alg == "RSA1_5")
        .map(|(part, value, _)| subject.at(part, value))
        .collect()
}

fn zip(subject: &Subject<'_>) -> Vec<Finding> {
    subject
        .text_parameters("zip")
        .map(|(part, value, zip)| subject.at(part, value).with("zip", zip.into_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_header;
    use super::{RSA1_5, ZIP};

    #[test]
    fn rsa1_5_and_compression_are_pointed_out() {
        check_header(&RSA1_5, r#"{"alg":"RSA1_5"}"#, &[r#""RSA1_5""#]);
        check_header(&RSA1_5, r#"{"alg":"RSA-OAEP"}"#, &[]);
        check_header(&ZIP, r#"{"alg":"dir","zip":"DEF"}"#, &[r#""DEF""#]);
        check_header(&ZIP, r#"{"alg":"dir","zip":null}"#, &[]);
    }
}
