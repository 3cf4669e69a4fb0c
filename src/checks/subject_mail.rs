//! `sub` is a mail address: it says who the person is to all who see the token, and it is given
//! to someone else one day. Spec: OpenID Connect Core §5.7, RFC 7519 §4.1.2.

use super::personal::is_mail;
use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;

pub(super) const CHECK: Check = Check {
    code: "sub-mail",
    severity: Severity::Info,
    clause: "OpenID Connect Core §5.7",
    certainty: Certainty::Known,
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let is_mail = subject.claim_text("sub").is_some_and(|sub| is_mail(&sub));
    let value = subject
        .claims()
        .and_then(|claims| Some((claims, claims.document.get("sub")?)));
    value
        .filter(|_| is_mail)
        .map(|(claims, sub)| subject.at(claims, sub))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_payload;
    use super::CHECK;

    #[test]
    fn a_mail_address_as_sub_is_pointed_out() {
        check_payload(
            &CHECK,
            r#"{"sub":"jan@example.nl"}"#,
            &[r#""jan@example.nl""#],
        );
        for payload in [
            r#"{"sub":"jan"}"#,
            r#"{"sub":"a@b"}"#,
            r#"{"email":"jan@example.nl"}"#,
            r#"{"sub":["jan@example.nl"]}"#,
            "{}",
        ] {
            check_payload(&CHECK, payload, &[]);
        }
    }
}
