//! The key in the box is that of a token that was inspected before: it verifies that one.

use crate::diagnosis::{Case, Cause, Kind};
use crate::diagnostic::Diagnostic;
use crate::inspect::inspect;
use crate::verify::{Question, SignatureState, verify};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "key-of-earlier-token",
    kind: Kind::Certain(say),
};

/// Older tokens are not looked at.
const MOST: usize = 5;

fn say(case: &Case<'_>) -> Vec<Diagnostic> {
    let holds = |text: &String| {
        let question = Question {
            token: 0,
            key: case.question.key.clone(),
            content: None,
        };
        verify(&inspect(text), &question).state == SignatureState::Valid
    };
    let is_known = case.paste.seen.iter().take(MOST).any(holds);
    let said = is_known.then(|| Diagnostic::warning("key-of-earlier-token"));
    said.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{P256_OTHER, P256_SPKI, ask_seen, es256, hs256};

    #[test]
    fn a_secret_of_the_token_before() {
        let (now, before) = (hs256(b"new"), hs256(b"old"));
        let found = ask_seen(&now, "old", &[hs256(b"else"), before]);
        assert_eq!(found[0].code(), "key-of-earlier-token");
        assert!(found[0].is_certain && !found[0].is_verified);
    }

    #[test]
    fn a_key_of_no_token_before() {
        let token = es256(r#"{"alg":"ES256"}"#);
        let found = ask_seen(&token, P256_OTHER, &[hs256(b"old")]);
        assert_eq!(found[0].code(), "diagnosis-nothing-fits");
        assert_eq!(ask_seen(&token, P256_SPKI, &[]), []);
    }
}
