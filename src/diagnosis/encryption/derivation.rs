//! ECDH-ES: the key was derived for another name than RFC 7518 §4.6.2 says: `alg` where `enc`
//! belongs, or the other way round. Spec: RFC 7518 §4.6.2 (AlgorithmID).

use super::case::{Case, Cause, Kind, Trial};
use crate::diagnostic::Diagnostic;
use crate::jose::encryption_algorithms::KeyManagement;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-kdf-name",
    kind: Kind::Change(other_names),
};

fn other_names(_: &Case<'_>, trial: &Trial) -> Vec<Trial> {
    let (Some(alg), Some(enc)) = (trial.alg, trial.enc) else {
        return Vec::new();
    };
    let KeyManagement::EcdhEs(wrap) = alg.management else {
        return Vec::new();
    };
    let (right, others) = match wrap {
        None => (enc.name, [alg.name, "dir"]),
        Some(_) => (alg.name, [enc.name, "ECDH-ES"]),
    };
    // The part behind the plus, as of the key wrapping alone.
    let wrapping = alg.name.split_once('+').map(|(_, wrapping)| wrapping);
    others
        .into_iter()
        .chain(wrapping)
        .map(|name| {
            let step = Diagnostic::info("jwe-kdf-name")
                .with("used", name)
                .with("right", right);
            trial.with(step, |next| {
                next.is_beyond_boxes = true;
                match (wrap, &mut next.alg, &mut next.enc) {
                    (None, _, Some(enc)) => enc.name = name,
                    (Some(_), Some(alg), _) => alg.name = name,
                    _ => {}
                }
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::encryption::tests::{EC, opens_without_fix, sealed_for};

    #[test]
    fn the_other_name_was_used() {
        for (alg, name) in [
            ("ECDH-ES", "ECDH-ES"),
            ("ECDH-ES+A128KW", "A128GCM"),
            ("ECDH-ES+A128KW", "A128KW"),
            ("ECDH-ES+A128KW", "ECDH-ES"),
        ] {
            let token = sealed_for(alg, "A128GCM", name, EC);
            opens_without_fix(&token, EC, "jwe-kdf-name");
        }
    }
}
