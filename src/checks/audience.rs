//! `aud` is absent, or names nobody or everyone: a token for one service then works at another.
//! Spec: RFC 8725 §3.9, RFC 7519 §4.1.3.

use super::subject::text_of;
use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;
use crate::json::Kind;

pub(super) const MISSING: Check = Check {
    code: "aud-missing",
    severity: Severity::Warning,
    clause: "RFC 8725 §3.9",
    certainty: Certainty::Known,
    find: missing,
};

pub(super) const EMPTY: Check = Check {
    code: "aud-empty",
    severity: Severity::Warning,
    clause: "RFC 7519 §4.1.3",
    certainty: Certainty::Known,
    find: empty,
};

pub(super) const WILDCARD: Check = Check {
    code: "aud-wildcard",
    severity: Severity::Warning,
    clause: "RFC 8725 §3.9",
    certainty: Certainty::Likely,
    find: wildcard,
};

/// Tokens that are for whoever they are shown to, or say it otherwise (`htu` in DPoP).
const WITHOUT_AUD: [&str; 4] = ["dpop+jwt", "vc+jwt", "statuslist+jwt", "secevent+jwt"];

/// Of these kinds, or a credential as SD-JWT (its `typ` ends so, RFC 9901 §9.11).
fn is_exempt(typ: &str) -> bool {
    WITHOUT_AUD.contains(&typ) || typ.ends_with("+sd-jwt")
}

fn missing(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(claims) = subject.whole_claims() else {
        return Vec::new();
    };
    let needs_none = subject.typ().is_some_and(|typ| is_exempt(&typ));
    (claims.document.get("aud").is_none() && !needs_none)
        .then(Finding::anywhere)
        .into_iter()
        .collect()
}

fn empty(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(claims) = subject.whole_claims() else {
        return Vec::new();
    };
    let aud = claims.document.get("aud");
    aud.filter(|aud| aud.kind() == Kind::Array && aud.items().next().is_none())
        .map(|aud| subject.at(claims, aud))
        .into_iter()
        .collect()
}

fn wildcard(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(claims) = subject.claims() else {
        return Vec::new();
    };
    let Some(aud) = claims.document.get("aud") else {
        return Vec::new();
    };
    let one = (aud.kind() == Kind::String).then_some(aud);
    one.into_iter()
        .chain(aud.items())
        .filter_map(|value| Some((value, text_of(value)?)))
        .filter(|(_, text)| is_wildcard(text))
        .map(|(value, text)| subject.at(claims, value).with("aud", text.into_owned()))
        .collect()
}

fn is_wildcard(aud: &str) -> bool {
    let word = aud.trim().to_ascii_lowercase();
    word.contains('*') || matches!(word.as_str(), "" | "any" | "all" | "everyone" | "public")
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_payload};
    use super::{EMPTY, MISSING, WILDCARD};

    #[test]
    fn claims_without_aud_are_pointed_out() {
        check_payload(&MISSING, r#"{"iss":"a"}"#, &[""]);
        check_payload(&MISSING, r#"{"aud":[]}"#, &[]);
        check_payload(&MISSING, "7", &[]);
        check(&MISSING, r#"{"typ":"dpop+jwt"}"#, "{}", &[]);
    }

    #[test]
    fn an_audience_of_nobody_is_pointed_out() {
        check_payload(&EMPTY, r#"{"aud":[]}"#, &["[]"]);
        check_payload(&EMPTY, r#"{"aud":[ ]}"#, &["[ ]"]);
        for payload in [
            r#"{"aud":[""]}"#,
            r#"{"aud":""}"#,
            r#"{"aud":{}}"#,
            "{}",
            "[]",
        ] {
            check_payload(&EMPTY, payload, &[]);
        }
    }

    #[test]
    fn an_audience_of_everyone_is_pointed_out() {
        check_payload(&WILDCARD, r#"{"aud":"*"}"#, &[r#""*""#]);
        check_payload(
            &WILDCARD,
            r#"{"aud":["a","https://*.b"]}"#,
            &[r#""https://*.b""#],
        );
        check_payload(&WILDCARD, r#"{"aud":""}"#, &[r#""""#]);
        check_payload(&WILDCARD, r#"{"aud":"Any"}"#, &[r#""Any""#]);
        for payload in [
            r#"{"aud":"a"}"#,
            r#"{"aud":["company"]}"#,
            r#"{"sub":"*"}"#,
            r#"{"aud":{"*":1}}"#,
            "{}",
        ] {
            check_payload(&WILDCARD, payload, &[]);
        }
    }
}
