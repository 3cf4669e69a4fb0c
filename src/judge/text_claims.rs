//! `iss`, `sub`, `aud`, `jti` and the expectations put to them and to the header.
//! Spec: RFC 7519 §4.1.1 to §4.1.3 and §4.1.7; comparison RFC 7519 §2 (StringOrURI): exact.

use super::{Claims, ClaimsState, Expectations, Findings, kind_word};
use crate::diagnostic::{Diagnostic, Fact};
use crate::json::{Kind, Value};
use std::borrow::Cow;

pub(super) fn judge(claims: &Claims, expectations: &Expectations, findings: &mut Findings) {
    text(claims, "iss", &expectations.iss, findings);
    audience(claims, &expectations.aud, findings);
    text(claims, "sub", &expectations.sub, findings);
    text(claims, "jti", "", findings);
    if !expectations.nonce.is_empty() {
        text(claims, "nonce", &expectations.nonce, findings);
    }
    header(claims, expectations, findings);
}

/// A claim that must be a string, and may have to be this one.
fn text(claims: &Claims, name: &'static str, expected: &str, findings: &mut Findings) {
    let Some(value) = claims.get(name) else {
        if !expected.is_empty() {
            findings.refuse(ClaimsState::Mismatch, missing(name, expected));
        }
        return;
    };
    let Some(found) = value.text() else {
        let wrong = Diagnostic::danger("claims-text-type")
            .with("claim", name)
            .with("found", kind_word(value.kind()))
            .at(claims.span(value));
        findings.refuse(ClaimsState::Malformed, wrong);
        return;
    };
    match expected {
        // `sub` and `jti` identify; only `iss` and `aud` are questions of trust.
        "" if name == "iss" => findings.say(
            Diagnostic::info("claims-unchecked")
                .with("claim", name)
                .with("found", found.into_owned())
                .at(claims.span(value)),
        ),
        "" => {}
        _ => compare(claims, name, value, &[found], expected, findings),
    }
}

/// `aud`: a string or an array of strings, one of which is the expected one.
fn audience(claims: &Claims, expected: &str, findings: &mut Findings) {
    let Some(value) = claims.get("aud") else {
        if !expected.is_empty() {
            findings.refuse(ClaimsState::Mismatch, missing("aud", expected));
        }
        return;
    };
    let found: Option<Vec<Cow<str>>> = match value.kind() {
        Kind::Array => value.items().map(|item| item.text()).collect(),
        _ => value.text().map(|text| vec![text]),
    };
    let Some(found) = found else {
        let culprit = value
            .items()
            .find(|item| item.kind() != Kind::String)
            .unwrap_or(value);
        let wrong = Diagnostic::danger("claims-aud-type")
            .with("found", kind_word(culprit.kind()))
            .at(claims.span(culprit));
        findings.refuse(ClaimsState::Malformed, wrong);
        return;
    };
    if found.is_empty() {
        let nobody = Diagnostic::warning("claims-aud-empty").at(claims.span(value));
        findings.say(nobody);
    }
    if expected.is_empty() {
        if !found.is_empty() {
            findings.say(
                Diagnostic::info("claims-unchecked")
                    .with("claim", "aud")
                    .with("found", list(&found))
                    .at(claims.span(value)),
            );
        }
        return;
    }
    compare(claims, "aud", value, &found, expected, findings);
}

fn compare(
    claims: &Claims,
    name: &'static str,
    value: Value,
    found: &[Cow<str>],
    expected: &str,
    findings: &mut Findings,
) {
    let about = |diagnostic: Diagnostic| {
        diagnostic
            .with("claim", name)
            .with("expected", expected)
            .with("found", list(found))
            .at(claims.token.origin(claims.part, value.span()))
    };
    if found.iter().any(|text| text == expected) {
        findings.say(about(Diagnostic::info("claims-match")));
    } else if found.iter().any(|text| is_near(text, expected)) {
        let near = about(Diagnostic::warning("claims-near"));
        findings.refuse(ClaimsState::Mismatch, near);
    } else {
        let other = about(Diagnostic::warning("claims-mismatch"));
        findings.refuse(ClaimsState::Mismatch, other);
    }
}

/// `typ` and `alg` of the JOSE Header.
fn header(claims: &Claims, expectations: &Expectations, findings: &mut Findings) {
    let found = |name| {
        let value = claims.header.and_then(|header| header.get(name));
        value.and_then(|value| value.text())
    };
    if !expectations.typ.is_empty() {
        let expected = expectations.typ.as_str();
        let is_same = |typ: &str| media_type(typ).eq_ignore_ascii_case(media_type(expected));
        parameter("typ", found("typ"), &[expected], is_same, findings);
    }
    if !expectations.algs.is_empty() {
        let algs: Vec<&str> = expectations.algs.iter().map(String::as_str).collect();
        let is_allowed = |alg: &str| algs.contains(&alg);
        parameter("alg", found("alg"), &algs, is_allowed, findings);
    }
}

fn parameter(
    name: &'static str,
    found: Option<Cow<str>>,
    expected: &[&str],
    is_met: impl Fn(&str) -> bool,
    findings: &mut Findings,
) {
    let expected = Fact::List(expected.iter().map(|text| (*text).into()).collect());
    let Some(found) = found else {
        let missing = Diagnostic::warning("claims-header-missing")
            .with("parameter", name)
            .with("expected", expected);
        findings.refuse(ClaimsState::Mismatch, missing);
        return;
    };
    let about = |diagnostic: Diagnostic| {
        diagnostic
            .with("parameter", name)
            .with("expected", expected.clone())
            .with("found", found.as_ref())
    };
    if is_met(&found) {
        findings.say(about(Diagnostic::info("claims-header-match")));
    } else {
        let other = about(Diagnostic::warning("claims-header-mismatch"));
        findings.refuse(ClaimsState::Mismatch, other);
    }
}

/// RFC 7515 §4.1.9: `application/` may be left out when no other slash follows.
pub(super) fn media_type(typ: &str) -> &str {
    let prefix = "application/";
    match typ.get(..prefix.len()) {
        Some(start) if start.eq_ignore_ascii_case(prefix) => {
            typ.get(prefix.len()..).unwrap_or_default()
        }
        _ => typ,
    }
}

fn missing(name: &'static str, expected: &str) -> Diagnostic {
    Diagnostic::warning("claims-missing")
        .with("claim", name)
        .with("expected", expected)
}

/// The same but for case, white space around it, or a slash at the end: still another value,
/// and the usual mistake.
fn is_near(a: &str, b: &str) -> bool {
    fn bare(text: &str) -> &str {
        text.trim().trim_end_matches('/')
    }
    bare(a).eq_ignore_ascii_case(bare(b))
}

fn list(texts: &[Cow<str>]) -> Fact {
    Fact::List(texts.iter().map(|text| Fact::from(text.as_ref())).collect())
}
