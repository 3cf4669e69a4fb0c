//! JWK Sets: several public keys under names, so that an issuer can change its key.
//! Spec: RFC 7517 §5, OpenID Connect Core 1.0 §10.1.1.

use super::tokens::{ISSUER, PATIENT_ES256};
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Make, Pair, Signer, Step, Text};

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "rotation",
    kind: Kind::Lesson,
    steps: &[
        Step {
            id: "set",
            desk: Desk::Inspect,
            given: &[
                Given(Field::Token, Text::Tokens(&[PATIENT_ES256])),
                Given(Field::Key, Text::Set(&[ISSUER, NEXT])),
            ],
            done: Done::Read,
        },
        Step {
            id: "next",
            desk: Desk::Inspect,
            given: &[Given(Field::Token, Text::Tokens(&[BY_NEXT]))],
            done: Done::Read,
        },
        Step {
            id: "gone",
            desk: Desk::Inspect,
            given: &[
                Given(Field::Token, Text::Tokens(&[PATIENT_ES256, BY_NEXT])),
                Given(Field::Key, Text::Set(&[NEXT])),
            ],
            done: Done::When(|seen| seen.is_valid()),
        },
        Step {
            id: "overlap",
            desk: Desk::Inspect,
            given: &[],
            done: Done::Read,
        },
    ],
};

const NEXT: Pair = Pair {
    kid: "issuer-2",
    alg: "ES256",
};

const BY_NEXT: Make = Make {
    header: r#"{"alg":"ES256","kid":"issuer-2","typ":"JWT"}"#,
    signer: Signer::Pair(NEXT),
    ..PATIENT_ES256
};

#[cfg(test)]
mod tests {
    use super::LESSON;
    use crate::learn::testing::{Act, proves};

    #[test]
    fn every_task_can_be_done() {
        proves(&LESSON, &[("gone", &[Act::Pick(1)])]);
    }
}
