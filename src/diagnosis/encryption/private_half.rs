//! The public half was given: it encrypts, and only the private half opens.

use super::case::{Case, Cause, Kind};
use crate::crypto::jwe;
use crate::diagnostic::Diagnostic;
use crate::keys::Key;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-private-half",
    kind: Kind::Certain(say),
};

fn say(case: &Case<'_>) -> Option<Diagnostic> {
    let alg = case.alg()?;
    let keys = case.reading.keys.iter();
    let fitting: Vec<&Key> = keys
        .filter(|key| jwe::fits(alg.management, &key.material))
        .collect();
    let first = fitting.first()?;
    let is_public = fitting.iter().all(|key| !key.facts.is_private);
    is_public.then(|| Diagnostic::danger("jwe-private-half").with("key", first.facts.label()))
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::encryption::tests::{EC, EC_OTHER, RSA, finds_certain, made, public};

    #[test]
    fn the_key_it_was_encrypted_with() {
        for (alg, key) in [
            ("RSA-OAEP-256", RSA),
            ("ECDH-ES", EC),
            ("ECDH-ES+A256KW", EC),
        ] {
            let token = made(alg, "A128GCM", key);
            finds_certain(&token, &public(key), "jwe-private-half");
            let set = format!(r#"{{"keys":[{},{}]}}"#, public(key), public(EC_OTHER));
            finds_certain(&token, &set, "jwe-private-half");
        }
    }
}
