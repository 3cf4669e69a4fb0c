//! Another key of the set fits than the one that `kid`, thumbprint or `use` point at.

use crate::crypto;
use crate::diagnosis::{Case, Cause, KeyChange, Kind, Said};
use crate::diagnostic::Diagnostic;
use crate::keys::SecretReading;
use crate::secret::Secret;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "key-other-of-set",
    kind: Kind::Key(others),
};

fn others(case: &Case<'_>) -> Vec<Said<KeyChange>> {
    let Some(row) = case.row else {
        return Vec::new();
    };
    case.reading
        .keys
        .iter()
        .zip(&case.verdict.candidates)
        .filter(|(key, candidate)| {
            !candidate.reason.code.starts_with("candidate-")
                && crypto::fits(row.scheme, &key.material)
        })
        .map(|(key, _)| {
            let public = key.facts.public_jwk.clone();
            let set = (!public.is_empty()).then(|| (Secret::new(public), SecretReading::Utf8));
            let change = KeyChange {
                material: key.material.clone(),
                set,
            };
            let step = match &key.facts.kid {
                Some(kid) => Diagnostic::info("key-other-of-set").with("kid", kid.as_str()),
                None => Diagnostic::info("key-other-of-set-nameless"),
            };
            let number = key.facts.index.saturating_add(1);
            (
                change,
                step.with("number", number).with("key", key.facts.label()),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{P256_OTHER, P256_PUBLIC, es256, finds, finds_certain};

    #[test]
    fn the_kid_is_not_in_the_set_or_names_another() {
        let with = |jwk: &str, kid: &str| jwk.replace('}', &format!(r#","kid":"{kid}"}}"#));
        let token = es256(r#"{"alg":"ES256","kid":"a"}"#);
        for (first, second) in [("b", "c"), ("a", "c")] {
            let set = format!(
                r#"{{"keys":[{},{}]}}"#,
                with(P256_OTHER, first),
                with(P256_PUBLIC, second)
            );
            finds(&token, &set, "key-other-of-set");
        }
    }

    #[test]
    fn no_key_of_the_set_fits() {
        let with_kid = P256_OTHER.replace('}', r#","kid":"b"}"#);
        let set = format!(r#"{{"keys":[{with_kid}]}}"#);
        let token = es256(r#"{"alg":"ES256","kid":"a"}"#);
        finds_certain(&token, &set, "key-kid-absent");
    }
}
