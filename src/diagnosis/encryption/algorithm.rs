//! The key was encrypted in another way than `alg` says: RSA-OAEP-256 under the name RSA-OAEP, a
//! wrapped key under the name `dir`. Spec: RFC 7516 §4.1.1, RFC 7518 §4.1.

use super::case::{Case, Cause, Kind, Trial};
use crate::crypto::jwe;
use crate::diagnostic::Diagnostic;
use crate::jose::encryption_algorithms::KEY_MANAGEMENT_ALGORITHMS;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-alg-other",
    kind: Kind::Change(others),
};

fn others(case: &Case<'_>, trial: &Trial) -> Vec<Trial> {
    let said = case.header.alg().unwrap_or_default();
    if trial.alg.map(|alg| alg.name) != case.alg().map(|alg| alg.name) {
        return Vec::new();
    }
    let rows = KEY_MANAGEMENT_ALGORITHMS.iter().filter(|row| {
        let fits = |key: &crate::diagnosis::KeyChange| jwe::fits(row.management, &key.material);
        Some(row.name) != trial.alg.map(|alg| alg.name) && trial.keys.iter().any(fits)
    });
    rows.flat_map(|row| {
        let step = Diagnostic::info("jwe-alg-other")
            .with("used", row.name)
            .with("alg", said.as_ref());
        let next = trial.with(step, |next| next.alg = Some(*row));
        case.renamed(&next, "alg", row.name)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::encryption::tests::{
        AES, EC, RSA, made, opens, opens_without_fix, rename, sealed_as,
    };

    #[test]
    fn the_header_was_written_wrong() {
        for (says, used, key) in [
            ("RSA-OAEP", "RSA-OAEP-256", RSA),
            ("RSA-OAEP-256", "RSA-OAEP", RSA),
            ("RSA1_5", "RSA-OAEP-512", RSA),
            ("ECDH-ES+A256KW", "ECDH-ES+A128KW", EC),
            ("A256KW", "A128KW", AES),
            ("dir", "A128KW", AES),
            ("unheard of", "A128KW", AES),
        ] {
            let token = sealed_as(says, "A128GCM", used, "A128GCM", key);
            opens_without_fix(&token, key, "jwe-alg-other");
        }
    }

    #[test]
    fn the_header_was_edited_since() {
        for (used, says, key) in [
            ("RSA-OAEP-256", "RSA-OAEP", RSA),
            ("A128KW", "dir", AES),
            ("A128KW", "A192KW", AES),
            ("A128KW", "a128kw", AES),
            ("RSA-OAEP", "dir", RSA),
            ("ECDH-ES", "RSA-OAEP", EC),
        ] {
            let token = rename(&made(used, "A128GCM", key), used, says);
            opens(&token, key, "jwe-alg-other");
        }
    }
}
