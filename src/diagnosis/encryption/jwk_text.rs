//! The key is a JWK, and whoever encrypted took the text of its `k` for the secret or password.

use super::case::{Case, Cause, Kind, Trial};
use crate::diagnosis::secret::jwk_text;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-jwk-text",
    kind: Kind::Change(texts),
};

fn texts(case: &Case<'_>, trial: &Trial) -> Vec<Trial> {
    if trial.key_changed {
        return Vec::new();
    }
    let said = jwk_text::changes(case.question.key.text.expose());
    said.into_iter()
        .map(|(key, step)| {
            trial.with(step, |next| {
                next.keys = vec![key];
                next.text = None;
                next.key_changed = true;
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::encryption::tests::{made, opens};

    #[test]
    fn the_text_of_k() {
        let jwk = r#"{"kty":"oct","k":"AAECAwQFBgcICQoL"}"#;
        opens(
            &made("PBES2-HS256+A128KW", "A128GCM", "AAECAwQFBgcICQoL"),
            jwk,
            "secret-jwk-text",
        );
        opens(
            &made("A128KW", "A128GCM", "AAECAwQFBgcICQoL"),
            jwk,
            "secret-jwk-text",
        );
    }
}
