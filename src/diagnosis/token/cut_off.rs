//! The end of the token is missing, or something was added to it: its signature has another
//! length than every signature of this algorithm and key. Where something else can be the reason,
//! that is said.

use crate::diagnosis::signature::is_encoded_otherwise;
use crate::diagnosis::{Case, Cause, Kind};
use crate::diagnostic::{Diagnostic, Fact};
use crate::jose::algorithms::Scheme;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-cut-off",
    kind: Kind::Certain(say),
};

fn say(case: &Case<'_>) -> Vec<Diagnostic> {
    let reason = &case.verdict.reason;
    let (found, expected) = (count(reason, "found"), count(reason, "expected"));
    let code = match reason.code.as_ref() {
        "verify-signature-empty" => "token-signature-missing",
        "verify-signature-length" if may_be_otherwise(case, found, expected) => {
            "signature-length-unclear"
        }
        "verify-signature-length" if found < expected => "token-cut-off",
        "verify-signature-length" => "token-too-long",
        _ => return Vec::new(),
    };
    let mut diagnosis = Diagnostic::danger(code);
    diagnosis.facts.clone_from(&reason.facts);
    vec![diagnosis]
}

fn count(reason: &Diagnostic, name: &str) -> u64 {
    match reason.fact(name) {
        Some(Fact::Count(count)) => *count,
        _ => 0,
    }
}

/// A signature of RSA that is this many bytes longer or shorter can be another key's as well, with
/// or without its end.
const FAR: u64 = 64;

/// MACs with MD5, SHA-1 and SHA-224, which JOSE does not have.
const OTHER_MACS: [u64; 3] = [16, 20, 28];

fn may_be_otherwise(case: &Case<'_>, found: u64, expected: u64) -> bool {
    let by_algorithm = match case.row.map(|row| row.scheme) {
        Some(Scheme::RsaPkcs1(_) | Scheme::RsaPss(_)) => found.abs_diff(expected) > FAR,
        Some(Scheme::Hmac(_)) => OTHER_MACS.contains(&found),
        _ => false,
    };
    by_algorithm || is_encoded_otherwise(case)
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
        finds_certain(&format!("{token}AAAA"), "wrong", "token-too-long");
    }
}
