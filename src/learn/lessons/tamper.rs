//! Somebody writes another role into a token, and the signature no longer holds.

use super::tokens::{PATIENT, SECRET};
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Step, Text};
use crate::verify::SignatureState;

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "tamper",
    kind: Kind::Lesson,
    steps: &[
        Step {
            id: "valid",
            desk: Desk::Inspect,
            given: &[
                Given(Field::Token, Text::Tokens(&[PATIENT])),
                Given(Field::Key, Text::Plain(SECRET)),
            ],
            done: Done::Read,
        },
        Step {
            id: "role",
            desk: Desk::Inspect,
            given: &[],
            done: Done::When(|seen| {
                seen.signature() == SignatureState::Invalid && seen.claim("role") == "Internal"
            }),
        },
        Step {
            id: "failed",
            desk: Desk::Inspect,
            given: &[],
            done: Done::Read,
        },
    ],
};

#[cfg(test)]
mod tests {
    use super::LESSON;
    use crate::learn::testing::{Act, proves};

    #[test]
    fn every_task_can_be_done() {
        proves(
            &LESSON,
            &[("role", &[Act::Payload(r#"{"role":"Internal"}"#)])],
        );
    }
}
