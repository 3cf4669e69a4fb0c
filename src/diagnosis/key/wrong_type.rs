//! The key is of another type or on another curve than the algorithm needs, or no key of several
//! is right, or the one that the token names is not among them.

use crate::diagnosis::{Case, Cause, Kind};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "key-wrong-type",
    kind: Kind::Certain(say),
};

fn say(case: &Case<'_>) -> Vec<Diagnostic> {
    let reason = &case.verdict.reason;
    let code = match reason.code.as_ref() {
        "verify-wrong-key-type" => "key-wrong-type",
        "verify-no-fitting-key" => "key-none-fits",
        "verify-kid-absent" => "key-kid-absent",
        _ => return Vec::new(),
    };
    let mut diagnosis = Diagnostic::danger(code);
    diagnosis.facts.clone_from(&reason.facts);
    vec![diagnosis]
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{P256_PUBLIC, P384_SPKI, RSA_SPKI, es256, finds_certain, hs256};

    #[test]
    fn another_type() {
        let ec = es256(r#"{"alg":"ES256"}"#);
        finds_certain(&ec, RSA_SPKI, "key-wrong-type");
        finds_certain(&ec, "s3cret", "key-wrong-type");
        finds_certain(&ec, P384_SPKI, "key-wrong-type");
        finds_certain(&hs256(b"s3cret"), P256_PUBLIC, "key-wrong-type");
    }

    #[test]
    fn none_of_several() {
        let ec = es256(r#"{"alg":"ES256"}"#);
        finds_certain(&ec, &format!("{RSA_SPKI}{P384_SPKI}"), "key-none-fits");
    }
}
