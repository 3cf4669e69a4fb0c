//! The shared key is too short or too long for `alg`, or with `dir` for `enc`.
//! Spec: RFC 7518 §4.4, §4.5, §4.7.

use super::case::{Case, Cause, Kind};
use crate::crypto::jwe;
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-key-size",
    kind: Kind::Certain(say),
};

fn say(case: &Case<'_>) -> Option<Diagnostic> {
    let alg = case.alg()?;
    let trial = case.trials().into_iter().next()?;
    let (expected, name) = trial.shared_key_len()?;
    let mut keys = case.reading.keys.iter();
    let key = keys.find(|key| jwe::fits(alg.management, &key.material))?;
    let bits = usize::try_from(key.facts.bits).ok()?;
    (bits != expected.saturating_mul(8) && case.reading.keys.len() == 1).then(|| {
        Diagnostic::danger("jwe-key-size")
            .with("alg", alg.name)
            .with("name", name)
            .with("count", bits / 8)
            .with("needed", expected)
    })
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::encryption::tests::{AES, AES_256, finds_certain, made};

    #[test]
    fn a_key_of_another_size() {
        for (alg, enc) in [
            ("A128KW", "A256GCM"),
            ("dir", "A128GCM"),
            ("A128GCMKW", "A128GCM"),
        ] {
            let token = made(alg, enc, AES);
            finds_certain(&token, AES_256, "jwe-key-size");
            finds_certain(&token, "short", "jwe-key-size");
        }
        finds_certain(&made("dir", "A256GCM", AES_256), AES, "jwe-key-size");
    }
}
