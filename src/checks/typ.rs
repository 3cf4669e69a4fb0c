//! No `typ`: one kind of JWT can then be passed off as another.
//! Spec: RFC 8725 §3.11.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;

pub(super) const MISSING: Check = Check {
    code: "typ-missing",
    severity: Severity::Info,
    clause: "RFC 8725 §3.11",
    certainty: Certainty::Known,
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let has_typ = subject.parameters("typ").next().is_some();
    (subject.claims().is_some() && !has_typ)
        .then(Finding::anywhere)
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;
    use super::MISSING;

    #[test]
    fn claims_without_typ_are_pointed_out() {
        check(&MISSING, r#"{"alg":"HS256"}"#, "{}", &[""]);
        check(&MISSING, r#"{"alg":"HS256","typ":"JWT"}"#, "{}", &[]);
        check(&MISSING, r#"{"alg":"HS256"}"#, "not claims", &[]);
    }
}
