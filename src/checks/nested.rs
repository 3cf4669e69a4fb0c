//! A Nested JWT says so with `cty`, and only a Nested JWT does.
//! Spec: RFC 7519 §5.2.

use super::{Certainty, Check, Finding, Subject};
use crate::base64url;
use crate::diagnostic::Severity;
use crate::inspect::PartText;
use crate::json;
use crate::span::Part;

pub(super) const CTY_MISSING: Check = Check {
    code: "cty-missing",
    severity: Severity::Warning,
    clause: "RFC 7519 §5.2",
    certainty: Certainty::Known,
    find: cty_missing,
};

pub(super) const CTY_WITHOUT_TOKEN: Check = Check {
    code: "cty-not-nested",
    severity: Severity::Info,
    clause: "RFC 7519 §5.2",
    certainty: Certainty::Known,
    find: cty_without_token,
};

fn cty_missing(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(payload) = subject.token.part(Part::Payload) else {
        return Vec::new();
    };
    if !is_token(payload)
        || subject
            .text_parameters("cty")
            .any(|(_, _, cty)| is_jwt(&cty))
    {
        return Vec::new();
    }
    vec![Finding::at(subject.span(payload, 0..payload.bytes.len()))]
}

fn cty_without_token(subject: &Subject<'_>) -> Vec<Finding> {
    if subject.claims().is_none() {
        return Vec::new();
    }
    subject
        .text_parameters("cty")
        .filter(|(_, _, cty)| is_jwt(cty))
        .map(|(part, value, _)| subject.at(part, value))
        .collect()
}

/// Media type names do not depend on case; `application/` may be left out (RFC 7515 §4.1.10).
fn is_jwt(cty: &str) -> bool {
    let cty = cty.to_ascii_lowercase();
    let cty = cty.strip_prefix("application/").unwrap_or(&cty);
    cty == "jwt" || cty.ends_with("+jwt") || cty == "sd-jwt"
}

/// Whether the payload is a token in Compact Serialization: three or five segments, the first
/// of them a JOSE Header.
fn is_token(payload: &PartText) -> bool {
    let Ok(text) = std::str::from_utf8(&payload.bytes) else {
        return false;
    };
    let Some((first, rest)) = text.split_once('.') else {
        return false;
    };
    matches!(rest.split('.').count(), 2 | 4)
        && base64url::decode(first)
            .map(json::parse)
            .is_some_and(|header| header.get("alg").is_some())
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;
    use super::{CTY_MISSING, CTY_WITHOUT_TOKEN};

    const INNER: &str = "eyJhbGciOiJIUzI1NiJ9.e30.c2ln";

    #[test]
    fn a_token_in_a_token_needs_cty() {
        check(&CTY_MISSING, r#"{"alg":"HS256"}"#, INNER, &[INNER]);
        check(&CTY_MISSING, r#"{"cty":"json"}"#, INNER, &[INNER]);
        for cty in ["JWT", "jwt", "application/jwt"] {
            check(&CTY_MISSING, &format!(r#"{{"cty":"{cty}"}}"#), INNER, &[]);
        }
        for payload in [
            "{}",
            "a.b.c",
            "e30.e30.e30",
            "hello",
            "eyJhbGciOiJIUzI1NiJ9.e30",
        ] {
            check(&CTY_MISSING, "{}", payload, &[]);
        }
    }

    #[test]
    fn cty_on_a_claims_set_is_pointed_out() {
        check(&CTY_WITHOUT_TOKEN, r#"{"cty":"JWT"}"#, "{}", &[r#""JWT""#]);
        check(&CTY_WITHOUT_TOKEN, r#"{"cty":"JWT"}"#, INNER, &[]);
        check(&CTY_WITHOUT_TOKEN, r#"{"cty":"json"}"#, "{}", &[]);
    }
}
