//! An HMAC algorithm over a key that is public: whoever knows the public key can sign.
//! Spec: RFC 8725 §2.1 and §3.1.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;
use crate::jose::algorithms::Scheme;

/// The key says so.
pub(super) const WITH_KEY: Check = Check {
    code: "alg-confusion",
    severity: Severity::Danger,
    clause: "RFC 8725 §3.1",
    certainty: Certainty::Known,
    find: with_key,
};

/// The header only hints at it.
pub(super) const LIKELY: Check = Check {
    code: "alg-confusion-likely",
    severity: Severity::Warning,
    clause: "RFC 8725 §2.1",
    certainty: Certainty::Likely,
    find: likely,
};

fn with_key(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(key) = subject
        .key
        .filter(|key| !matches!(key.kty.as_str(), "oct" | ""))
    else {
        return Vec::new();
    };
    hmac(subject)
        .map(|finding| finding.with("kty", key.kty.clone()))
        .collect()
}

fn likely(subject: &Subject<'_>) -> Vec<Finding> {
    // These four only ever point to a public key or certificate.
    let public = ["x5c", "x5u", "x5t", "x5t#S256"]
        .into_iter()
        .find(|name| subject.parameters(name).next().is_some());
    let asymmetric_jwk = subject.parameters("jwk").any(|(_, jwk)| {
        jwk.get("kty")
            .and_then(|kty| kty.text())
            .is_some_and(|kty| kty != "oct")
    });
    let Some(parameter) = public.or(asymmetric_jwk.then_some("jwk")) else {
        return Vec::new();
    };
    hmac(subject)
        .map(|finding| finding.with("parameter", parameter))
        .collect()
}

/// A finding at each `alg` that is an HMAC.
fn hmac(subject: &Subject<'_>) -> impl Iterator<Item = Finding> {
    let is_hmac = subject
        .algorithm()
        .is_some_and(|row| matches!(row.scheme, Scheme::Hmac(_)));
    subject
        .text_parameters("alg")
        .filter(move |_| is_hmac)
        .map(move |(part, value, alg)| subject.at(part, value).with("alg", alg.into_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check_header, findings, key, token};
    use super::{LIKELY, WITH_KEY};

    #[test]
    fn an_hmac_over_a_public_key_is_confusion() {
        let found = |alg: &str, kty: &str| {
            let token = token(format!(r#"{{"alg":"{alg}"}}"#), "{}", b"");
            findings(&WITH_KEY, &token, Some(&key(kty, 2048))).len()
        };
        assert_eq!(found("HS256", "RSA"), 1);
        assert_eq!(found("HS512", "EC"), 1);
        assert_eq!(found("HS256", "oct"), 0);
        assert_eq!(found("RS256", "RSA"), 0);
        check_header(&WITH_KEY, r#"{"alg":"HS256"}"#, &[]);
    }

    #[test]
    fn an_hmac_beside_a_certificate_looks_like_confusion() {
        check_header(&LIKELY, r#"{"alg":"HS256","x5c":["MII"]}"#, &[r#""HS256""#]);
        check_header(
            &LIKELY,
            r#"{"alg":"HS256","x5t#S256":"a"}"#,
            &[r#""HS256""#],
        );
        check_header(
            &LIKELY,
            r#"{"alg":"HS256","jwk":{"kty":"RSA"}}"#,
            &[r#""HS256""#],
        );
        check_header(&LIKELY, r#"{"alg":"HS256","jwk":{"kty":"oct"}}"#, &[]);
        check_header(&LIKELY, r#"{"alg":"HS256","kid":"1"}"#, &[]);
        check_header(&LIKELY, r#"{"alg":"RS256","x5c":["MII"]}"#, &[]);
    }
}
