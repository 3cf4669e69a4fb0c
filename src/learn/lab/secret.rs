//! A service whose shared secret stands in every list of passwords.
//! Spec: RFC 8725 §3.5, RFC 7518 §3.2.

use super::{Attack, KeyOf, Mistake, Step};
use crate::learn::lessons::tokens::{HS256_DRAFT, PATIENT, PATIENT_DRAFT};
use crate::learn::{Desk, Field, Given, Make, Signer, Text};

/// See the module.
pub(super) const ATTACK: Attack = Attack {
    id: "secret",
    clauses: &["RFC 8725 §3.5", "RFC 7518 §3.2"],
    step: Step::Key,
    mistake: Mistake::WeakKey,
    key: KeyOf::Guessable(GUESSABLE),
    desk: Desk::Inspect,
    given: &[
        Given(Field::Token, Text::Tokens(&[CAUGHT])),
        Given(Field::DraftHeader, Text::Plain(HS256_DRAFT)),
        Given(Field::DraftPayload, Text::Plain(PATIENT_DRAFT)),
    ],
    code: [
        "SECRET = \"…\"      # a word that is easy to remember\nverify(token, \"HS256\", SECRET)",
        "SECRET = random_bytes(32)\nverify(token, \"HS256\", SECRET)",
    ],
};

const GUESSABLE: &str = "supersecret";

const CAUGHT: Make = Make {
    signer: Signer::Secret(GUESSABLE),
    ..PATIENT
};

#[cfg(test)]
mod tests {
    use super::{ATTACK, GUESSABLE};
    use crate::guess::guess;
    use crate::inspect::inspect;
    use crate::learn::Field;
    use crate::learn::lab::testing::{INTERNAL, draft, prepared, proves, refuses, signed};

    const LIST: &str = include_str!("../../guess/secrets.txt");

    fn with_secret(secret: &str) -> String {
        signed(draft(r#"{"alg":"HS256"}"#, INTERNAL, secret))
    }

    #[test]
    fn the_list_has_it() {
        let token = prepared(&ATTACK).field(Field::Token);
        let found = guess(&inspect(&token), 0, LIST).unwrap();
        assert_eq!(found.expose(), GUESSABLE);
        proves(&ATTACK, |_| with_secret(found.expose()));
    }

    #[test]
    fn another_word_is_refused() {
        refuses(&ATTACK, |_| with_secret("supersecreT"));
        refuses(&ATTACK, |prepared| prepared.tampered());
    }
}
