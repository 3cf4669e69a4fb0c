//! The token brings its own key: `jwk` or `x5c`. Whoever made the token chose that key.
//! Spec: RFC 7515 §4.1.3, §4.1.6 and §10.3.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;

pub(super) const JWK: Check = Check {
    code: "jwk-in-header",
    severity: Severity::Warning,
    clause: "RFC 7515 §10.3",
    certainty: Certainty::Known,
    find: jwk,
};

pub(super) const X5C: Check = Check {
    code: "x5c-in-header",
    severity: Severity::Warning,
    clause: "RFC 7515 §4.1.6",
    certainty: Certainty::Known,
    find: x5c,
};

fn jwk(subject: &Subject<'_>) -> Vec<Finding> {
    // A DPoP proof proves possession of exactly the key it brings (RFC 9449 §4.2).
    if subject.typ().as_deref() == Some("dpop+jwt") {
        return Vec::new();
    }
    present(subject, "jwk")
}

fn x5c(subject: &Subject<'_>) -> Vec<Finding> {
    present(subject, "x5c")
}

fn present(subject: &Subject<'_>, name: &'static str) -> Vec<Finding> {
    subject
        .parameters(name)
        .map(|(part, value)| subject.at(part, value))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_header;
    use super::{JWK, X5C};

    #[test]
    fn keys_in_the_header_are_found() {
        check_header(
            &JWK,
            r#"{"alg":"ES256","jwk":{"kty":"EC"}}"#,
            &[r#"{"kty":"EC"}"#],
        );
        check_header(&X5C, r#"{"alg":"ES256","x5c":["MII"]}"#, &[r#"["MII"]"#]);
        check_header(&JWK, r#"{"alg":"ES256","x5c":["MII"]}"#, &[]);
        check_header(&X5C, r#"{"alg":"ES256","a":{"x5c":["MII"]}}"#, &[]);
    }

    #[test]
    fn a_dpop_proof_may_bring_its_key() {
        check_header(&JWK, r#"{"typ":"dpop+jwt","jwk":{}}"#, &[]);
        check_header(&JWK, r#"{"typ":"application/DPoP+jwt","jwk":{}}"#, &[]);
    }
}
