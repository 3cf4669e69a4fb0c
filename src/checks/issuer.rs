//! No `iss`: a verifier cannot tell whose key belongs to the token.
//! Spec: RFC 8725 §3.8.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;

pub(super) const MISSING: Check = Check {
    code: "iss-missing",
    severity: Severity::Info,
    clause: "RFC 8725 §3.8",
    certainty: Certainty::Known,
    find,
};

/// Tokens of the holder's own key: it is bound to them otherwise.
const WITHOUT_ISS: [&str; 2] = ["dpop+jwt", "kb+jwt"];

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(claims) = subject.whole_claims() else {
        return Vec::new();
    };
    let needs_none = subject
        .typ()
        .is_some_and(|typ| WITHOUT_ISS.contains(&typ.as_str()));
    // RFC 7519 §5.3: an encrypted or signed header may repeat it.
    let in_header = subject.parameters("iss").next().is_some();
    (claims.document.get("iss").is_none() && !needs_none && !in_header)
        .then(Finding::anywhere)
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_payload};
    use super::MISSING;

    #[test]
    fn claims_without_iss_are_pointed_out() {
        check_payload(&MISSING, r#"{"sub":"a"}"#, &[""]);
        check_payload(&MISSING, r#"{"iss":"a"}"#, &[]);
        check_payload(&MISSING, "\"iss\"", &[]);
        check(&MISSING, r#"{"iss":"a"}"#, "{}", &[]);
        check(&MISSING, r#"{"typ":"dpop+jwt"}"#, "{}", &[]);
    }
}
