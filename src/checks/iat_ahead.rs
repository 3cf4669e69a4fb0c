//! `iat` lies in the future: the token was issued at a moment that has not come yet, so one of
//! the two clocks is wrong, or somebody chose the moment. RFC 7519 refuses nothing for that; the
//! verdict on the claims says it too, without refusing.
//! Spec: RFC 7519 §4.1.6.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::{Fact, Severity};
use crate::jose::jwt::numeric_date::{self, Reading};

pub(super) const CHECK: Check = Check {
    code: "iat-ahead",
    severity: Severity::Warning,
    clause: "RFC 7519 §4.1.6",
    certainty: Certainty::Known,
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let (Some(claims), Some(clock)) = (subject.claims(), subject.around.clock) else {
        return Vec::new();
    };
    let Some(iat) = claims.document.get("iat") else {
        return Vec::new();
    };
    let Reading::Date(date) = numeric_date::read(iat) else {
        return Vec::new();
    };
    (date.floor > clock)
        .then(|| subject.at(claims, iat).with("at", Fact::Moment(date.floor)))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::token;
    use super::super::{Around, check_among};

    fn at(clock: Option<i64>, payload: &str) -> Vec<String> {
        let around = Around {
            clock,
            ..Around::default()
        };
        let found = check_among(&token("{}", payload, b""), 0, None, &around);
        let mut found = found.into_iter().filter(|one| one.code == "iat-ahead");
        found
            .by_ref()
            .map(|one| format!("{:?} {:?}", one.fact("at"), one.span.is_some()))
            .collect()
    }

    #[test]
    fn a_token_of_the_future_is_told_with_its_place() {
        let found = at(Some(100), r#"{"iat":101}"#);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found.concat().contains("Moment(101)"), "{found:?}");
    }

    #[test]
    fn now_the_past_and_what_is_no_moment_are_left_alone() {
        for payload in [
            r#"{"iat":100}"#,
            r#"{"iat":99.9}"#,
            r#"{"iat":"101"}"#,
            r#"{"iat":null}"#,
            r#"{"exp":101,"nbf":101}"#,
            r#"{"a":{"iat":101}}"#,
            "[101]",
        ] {
            assert_eq!(at(Some(100), payload), [""; 0], "{payload}");
        }
        assert_eq!(at(None, r#"{"iat":101}"#), [""; 0]);
    }
}
