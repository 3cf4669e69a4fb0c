//! The public half was given: it encrypts, and only the private half opens.

use super::case::{Case, Cause, Kind};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-private-half",
    kind: Kind::Certain(say),
};

fn say(case: &Case<'_>) -> Option<Diagnostic> {
    let reason = &case.verdict.reason;
    let key = case.verdict.key.as_ref()?;
    (reason.code == "key-no-private-half")
        .then(|| Diagnostic::danger("jwe-private-half").with("key", key.label()))
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::encryption::tests::{EC, RSA, finds_certain, made, public};

    #[test]
    fn the_key_it_was_encrypted_with() {
        for (alg, key) in [
            ("RSA-OAEP-256", RSA),
            ("ECDH-ES", EC),
            ("ECDH-ES+A256KW", EC),
        ] {
            let token = made(alg, "A128GCM", key);
            finds_certain(&token, &public(key), "jwe-private-half");
        }
    }
}
