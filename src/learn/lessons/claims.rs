//! Claims are statements; the names of the common ones are registered.
//! Spec: RFC 7519 §4.1.

use super::tokens::PATIENT;
use crate::judge::ClaimsState;
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Step, Text};

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "claims",
    kind: Kind::Lesson,
    steps: &[
        Step {
            id: "names",
            desk: Desk::Inspect,
            given: &[Given(Field::Token, Text::Tokens(&[PATIENT]))],
            done: Done::Read,
        },
        Step {
            id: "other",
            desk: Desk::Inspect,
            given: &[],
            done: Done::When(|seen| seen.claims() == ClaimsState::Mismatch),
        },
        Step {
            id: "mine",
            desk: Desk::Inspect,
            given: &[],
            done: Done::When(|seen| {
                seen.claims() == ClaimsState::Ok && !seen.expected_audience().is_empty()
            }),
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
                ("other", &[Act::Type(Field::Audience, "Another-Service")]),
                (
                    "mine",
                    &[Act::Type(Field::Audience, "Online-Toestemming-Workshop")],
                ),
            ],
        );
    }
}
