//! The key that the token brings itself fits, and the given one does not: two keys are mixed up.

use crate::diagnosis::{Case, Cause, KeyChange, Kind, Said};
use crate::diagnostic::Diagnostic;
use crate::verify::embedded_key;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "key-own",
    kind: Kind::Key(own),
};

fn own(case: &Case<'_>) -> Vec<Said<KeyChange>> {
    let Some((parameter, reading)) = embedded_key(&case.attempt.headers) else {
        return Vec::new();
    };
    reading
        .keys
        .into_iter()
        .map(|key| {
            let step = Diagnostic::info("key-own")
                .with("parameter", parameter)
                .with("key", key.facts.label());
            // Nothing to set: a key must not be trusted because a token brings it.
            let change = KeyChange {
                material: key.material,
                set: None,
            };
            (change, step)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{P256_OTHER, P256_PUBLIC, es256, finds_without_fix};

    #[test]
    fn the_token_s_key_fits_and_the_given_one_does_not() {
        let token = es256(&format!(r#"{{"alg":"ES256","jwk":{P256_PUBLIC}}}"#));
        finds_without_fix(&token, P256_OTHER, "key-own");
    }
}
