//! The key is of another kind than the algorithm needs: a secret for RSA, a signing key for
//! ECDH-ES.

use super::case::{Case, Cause, Kind};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-wrong-kind",
    kind: Kind::Certain(say),
};

fn say(case: &Case<'_>) -> Option<Diagnostic> {
    let reason = &case.verdict.reason;
    let needs = match reason.code.as_ref() {
        "decrypt-needs-password" => "needs-password",
        "decrypt-needs-secret" => "needs-secret",
        "decrypt-needs-rsa" => "needs-rsa",
        "decrypt-needs-agreement" => "needs-agreement",
        _ => return None,
    };
    let mut said = Diagnostic::danger("jwe-wrong-kind");
    said.facts.clone_from(&reason.facts);
    Some(said.with_fact("needs", crate::diagnostic::Fact::Word(needs.into())))
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::encryption::tests::{AES, EC, PASSWORD, RSA, finds_certain, made};

    #[test]
    fn another_kind_of_key() {
        for (alg, right, wrong) in [
            ("A128KW", AES, EC),
            ("dir", AES, RSA),
            ("RSA-OAEP", RSA, AES),
            ("RSA-OAEP", RSA, EC),
            ("ECDH-ES", EC, RSA),
            ("ECDH-ES+A128KW", EC, AES),
            ("PBES2-HS256+A128KW", PASSWORD, EC),
        ] {
            finds_certain(&made(alg, "A128GCM", right), wrong, "jwe-wrong-kind");
        }
    }
}
