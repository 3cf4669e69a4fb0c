//! The end of the token is missing, or something was added to it: its signature has another
//! length than every signature of this algorithm and key.

use crate::diagnosis::{Case, Cause, Kind};
use crate::diagnostic::{Diagnostic, Fact};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-cut-off",
    kind: Kind::Certain(say),
};

fn say(case: &Case<'_>) -> Vec<Diagnostic> {
    let reason = &case.verdict.reason;
    let code = match reason.code.as_ref() {
        "verify-signature-empty" => "token-signature-missing",
        "verify-signature-length" if count(reason, "found") < count(reason, "expected") => {
            "token-cut-off"
        }
        "verify-signature-length" => "token-too-long",
        _ => return Vec::new(),
    };
    let mut diagnosis = Diagnostic::danger(code);
    diagnosis.facts.clone_from(&reason.facts);
    vec![diagnosis]
}

fn count(reason: &Diagnostic, name: &str) -> Option<u64> {
    match reason.fact(name) {
        Some(Fact::Count(count)) => Some(*count),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::string_slice)]
mod tests {
    use crate::diagnosis::tests::{finds_certain, hs256};

    #[test]
    fn a_shorter_and_a_longer_signature() {
        let token = hs256(b"s3cret");
        finds_certain(&token[..token.len() - 3], "wrong", "token-cut-off");
        let last = token.rfind('.').unwrap();
        finds_certain(&token[..=last], "s3cret", "token-signature-missing");
        finds_certain(&format!("{token}AAAA"), "s3cret", "token-too-long");
    }
}
