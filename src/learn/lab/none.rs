//! A service that accepts `none`: whoever writes it into the header needs no key.
//! Spec: RFC 8725 §3.2, RFC 7518 §3.6.

use super::service::{Choice, Refusal, Request, own_keys};
use super::{Attack, KeyOf, Mistake, Step, World};
use crate::learn::lessons::tokens::{ES256_DRAFT, ISSUER, PATIENT_DRAFT, PATIENT_ES256};
use crate::learn::{Desk, Field, Given, Text};

/// See the module.
pub(super) const ATTACK: Attack = Attack {
    id: "none",
    clauses: &["RFC 8725 §3.2", "RFC 7518 §3.6"],
    step: Step::Algorithm,
    mistake: Mistake::Chooses(choose),
    key: KeyOf::Pair(ISSUER),
    desk: Desk::Sign,
    given: &[
        Given(Field::Token, Text::Tokens(&[PATIENT_ES256])),
        Given(Field::DraftHeader, Text::Plain(ES256_DRAFT)),
        Given(Field::DraftPayload, Text::Plain(PATIENT_DRAFT)),
    ],
    code: [
        "if header.alg == \"none\":\n    return payload",
        "if header.alg != \"ES256\":\n    refuse(\"wrong algorithm\")",
    ],
};

/// The mistake: `none` is an algorithm like any other.
fn choose(request: &Request<'_>, world: &World) -> Result<Choice, Refusal> {
    if request.alg() == "none" {
        return Ok(Choice::Unsigned);
    }
    let row = request.row_of(ISSUER.alg)?;
    Ok(Choice::With(row, own_keys(&world.before)))
}

#[cfg(test)]
mod tests {
    use super::ATTACK;
    use crate::learn::lab::testing::{INTERNAL, proves, refuses, unsigned};

    #[test]
    fn nobody_signed() {
        proves(&ATTACK, |_| unsigned(r#"{"alg":"none"}"#, INTERNAL));
    }

    #[test]
    fn another_spelling_or_a_tampered_token_is_refused() {
        refuses(&ATTACK, |_| unsigned(r#"{"alg":"None"}"#, INTERNAL));
        refuses(&ATTACK, |_| unsigned(r#"{"alg":"ES256"}"#, INTERNAL));
        refuses(&ATTACK, |prepared| prepared.tampered());
    }
}
