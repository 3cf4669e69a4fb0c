//! The signature, and the secret that two parties share.
//! Spec: RFC 7518 §3.2.

use super::tokens::{PATIENT, SECRET};
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Step, Text};
use crate::verify::SignatureState;

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "signature",
    kind: Kind::Lesson,
    steps: &[
        Step {
            id: "unchecked",
            desk: Desk::Inspect,
            given: &[Given(Field::Token, Text::Tokens(&[PATIENT]))],
            done: Done::Read,
        },
        Step {
            id: "secret",
            desk: Desk::Inspect,
            given: &[],
            done: Done::When(|seen| seen.is_valid()),
        },
        Step {
            id: "wrong",
            desk: Desk::Inspect,
            given: &[],
            done: Done::When(|seen| seen.signature() == SignatureState::Invalid),
        },
        Step {
            id: "why",
            desk: Desk::Inspect,
            given: &[Given(Field::Key, Text::Plain(SECRET))],
            done: Done::Read,
        },
    ],
};

#[cfg(test)]
mod tests {
    use super::LESSON;
    use crate::learn::Field;
    use crate::learn::testing::{Act, proves};

    #[test]
    fn every_task_can_be_done() {
        proves(
            &LESSON,
            &[
                (
                    "secret",
                    &[Act::Type(
                        Field::Key,
                        "workshop-only-shared-secret-please-change-me-2026",
                    )],
                ),
                (
                    "wrong",
                    &[Act::Type(
                        Field::Key,
                        "workshop-only-shared-secret-please-change-me-2027",
                    )],
                ),
            ],
        );
    }
}
