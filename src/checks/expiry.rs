//! How long a token can be used by whoever copies it: no `exp`, or one far after its beginning.
//! Spec: RFC 7519 §4.1.4; short lifetimes RFC 6750 §5.3, RFC 9068 §2.2.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::{Fact, Severity};
use crate::json::Value;

pub(super) const MISSING: Check = Check {
    code: "exp-missing",
    severity: Severity::Warning,
    clause: "RFC 7519 §4.1.4",
    certainty: Certainty::Known,
    find: missing,
};

pub(super) const LONG: Check = Check {
    code: "lifetime-long",
    severity: Severity::Warning,
    clause: "RFC 6750 §5.3",
    certainty: Certainty::Likely,
    find: long,
};

const DAY: i64 = 86_400;

/// Kinds of token that live by other rules: a Security Event Token should have no `exp`
/// (RFC 8417 §2.2), a DPoP proof and a Key Binding JWT are judged by `iat` (RFC 9449 §4.3,
/// RFC 9901 §4.3), a credential, status list or statement may hold for good.
const WITHOUT_EXP: [&str; 7] = [
    "secevent+jwt",
    "dpop+jwt",
    "kb+jwt",
    "vc+jwt",
    "statuslist+jwt",
    "token-introspection+jwt",
    "oauth-authz-req+jwt",
];

/// Of these kinds, or a credential as SD-JWT (its `typ` ends so, RFC 9901 §9.11).
fn is_exempt(typ: &str) -> bool {
    WITHOUT_EXP.contains(&typ) || typ.ends_with("+sd-jwt")
}

fn missing(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(claims) = subject.whole_claims() else {
        return Vec::new();
    };
    let has_own_rules = subject.typ().is_some_and(|typ| is_exempt(&typ));
    (claims.document.get("exp").is_none() && !has_own_rules)
        .then(Finding::anywhere)
        .into_iter()
        .collect()
}

fn long(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(claims) = subject.claims() else {
        return Vec::new();
    };
    let whole = |name: &str| claims.document.get(name).and_then(seconds);
    let Some(exp) = claims.document.get("exp") else {
        return Vec::new();
    };
    let typ = subject.typ().unwrap_or_default();
    if is_exempt(&typ) {
        return Vec::new();
    }
    // Of a token that does not say since when it holds, what is left of its life is known.
    let begin = whole("iat")
        .or_else(|| whole("nbf"))
        .or(subject.around.clock);
    let (Some(end), Some(begin)) = (seconds(exp), begin) else {
        return Vec::new();
    };
    let lifetime = end.saturating_sub(begin);
    let is_access_token = typ == "at+jwt"
        || ["scope", "scp"]
            .iter()
            .any(|name| claims.document.get(name).is_some());
    let most = if is_access_token {
        DAY
    } else {
        DAY.saturating_mul(30)
    };
    (lifetime > most)
        .then(|| {
            subject
                .at(claims, exp)
                .with("lifetime", Fact::Seconds(lifetime))
                .with("most", Fact::Seconds(most))
        })
        .into_iter()
        .collect()
}

/// A NumericDate in whole seconds. Milliseconds and the like are the judge's to point out: what
/// lies beyond the year 9999 is no lifetime.
fn seconds(value: Value<'_>) -> Option<i64> {
    let whole = value.digits()?.split('.').next()?;
    whole
        .parse()
        .ok()
        .filter(|seconds| (0..253_402_300_800).contains(seconds))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_payload, token};
    use super::super::{Around, check_among};
    use super::{LONG, MISSING};

    #[test]
    fn claims_without_exp_are_pointed_out() {
        check_payload(&MISSING, r#"{"iat":1}"#, &[""]);
        check_payload(&MISSING, r#"{"a":{"exp":1}}"#, &[""]);
        check_payload(&MISSING, r#"{"exp":1}"#, &[]);
        check_payload(&MISSING, r#"{"exp":null}"#, &[]);
        check_payload(&MISSING, "[]", &[]);
        check(&MISSING, r#"{"typ":"secevent+jwt"}"#, "{}", &[]);
        check(&MISSING, r#"{"typ":"application/dpop+jwt"}"#, "{}", &[]);
    }

    #[test]
    fn a_long_lifetime_is_pointed_out() {
        check_payload(&LONG, r#"{"iat":0,"exp":2592001}"#, &["2592001"]);
        check_payload(&LONG, r#"{"iat":0,"exp":2592000}"#, &[]);
        check_payload(&LONG, r#"{"iat":0,"exp":86401,"scope":"a"}"#, &["86401"]);
        check_payload(
            &LONG,
            r#"{"nbf":0,"exp":86401.5,"scp":["a"]}"#,
            &["86401.5"],
        );
        check_payload(&LONG, r#"{"iat":0,"exp":86401}"#, &[]);
    }

    #[test]
    fn what_is_left_of_a_life_without_a_beginning_is_held_against_the_clock() {
        let found = |payload: &str, clock: i64| {
            let around = Around {
                clock: Some(clock),
                ..Around::default()
            };
            let found = check_among(&token("{}", payload, b""), 0, None, &around);
            found.iter().any(|finding| finding.code == LONG.code)
        };
        assert!(found(r#"{"exp":2592001}"#, 0));
        assert!(!found(r#"{"exp":2592000}"#, 0));
        assert!(!found(r#"{"exp":2592001}"#, 1));
        assert!(!found(r#"{"exp":2592001}"#, 9_999_999_999));
        // A beginning that is written counts.
        assert!(!found(r#"{"iat":2592000,"exp":2592001}"#, 0));
    }

    #[test]
    fn a_lifetime_that_cannot_be_told_is_not_judged() {
        for payload in [
            r#"{"exp":9999999999}"#,
            r#"{"iat":0}"#,
            r#"{"iat":0,"exp":"9999999999"}"#,
            r#"{"iat":0,"exp":1767225600000}"#,
            r#"{"iat":0,"exp":9e9}"#,
            r#"{"iat":9999999999,"exp":0}"#,
            r#"{"iat":-9223372036854775808,"exp":1}"#,
        ] {
            check_payload(&LONG, payload, &[]);
        }
        check(
            &LONG,
            r#"{"typ":"dc+sd-jwt"}"#,
            r#"{"iat":0,"exp":99999999}"#,
            &[],
        );
    }
}
