//! Whoever holds the shared secret can sign, and so can be anyone.

use super::tokens::{HS256_DRAFT, PATIENT_DRAFT, SECRET};
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Step, Text};

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "resign",
    kind: Kind::Lesson,
    steps: &[
        Step {
            id: "change",
            desk: Desk::Sign,
            given: &[
                Given(Field::DraftHeader, Text::Plain(HS256_DRAFT)),
                Given(Field::DraftPayload, Text::Plain(PATIENT_DRAFT)),
                Given(Field::DraftKey, Text::Plain(SECRET)),
            ],
            done: Done::When(|seen| seen.drafted("role") == "Internal"),
        },
        Step {
            id: "open",
            desk: Desk::Sign,
            given: &[],
            done: Done::When(|seen| seen.is_valid() && seen.claim("role") == "Internal"),
        },
        Step {
            id: "anyone",
            desk: Desk::Inspect,
            given: &[],
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
                    "change",
                    &[Act::Replace(Field::DraftPayload, "Patient", "Internal")],
                ),
                ("open", &[Act::Open]),
            ],
        );
    }
}
