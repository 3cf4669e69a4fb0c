//! The key is of another type or on another curve than the algorithm needs.

use crate::diagnosis::{Case, Cause, Kind};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "key-wrong-type",
    kind: Kind::Certain(say),
};

fn say(case: &Case<'_>) -> Vec<Diagnostic> {
    let reason = &case.verdict.reason;
    if reason.code != "verify-wrong-key-type" {
        return Vec::new();
    }
    let mut diagnosis = Diagnostic::danger("key-wrong-type");
    diagnosis.facts.clone_from(&reason.facts);
    vec![diagnosis]
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{P256_PUBLIC, RSA_SPKI, es256, finds_certain, hs256};

    #[test]
    fn another_type() {
        let ec = es256(r#"{"alg":"ES256"}"#);
        finds_certain(&ec, RSA_SPKI, "key-wrong-type");
        finds_certain(&ec, "s3cret", "key-wrong-type");
        finds_certain(&hs256(b"s3cret"), P256_PUBLIC, "key-wrong-type");
    }
}
