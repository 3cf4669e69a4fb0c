//! Base64url writes bytes as text. It locks nothing: the payload is read, and written, by hand.
//! Spec: RFC 4648 §5.

use super::tokens::PATIENT;
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Step, Text};

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "base64url",
    kind: Kind::Lesson,
    steps: &[
        Step {
            id: "read",
            desk: Desk::Inspect,
            given: &[Given(Field::Token, Text::Tokens(&[PATIENT]))],
            done: Done::Read,
        },
        Step {
            id: "write",
            desk: Desk::Inspect,
            given: &[],
            done: Done::When(|seen| seen.claim("role") == "Internal"),
        },
        Step {
            id: "lock",
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
            &[("write", &[Act::Payload(r#"{"role":"Internal"}"#)])],
        );
        proves(
            &LESSON,
            &[(
                "write",
                &[Act::Payload(r#"{"sub":"1", "role" : "Internal"}"#)],
            )],
        );
    }
}
