//! Three parts, two dots.

use super::tokens::PATIENT;
use crate::inspect::StructureState;
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Step, Text};

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "parts",
    kind: Kind::Lesson,
    steps: &[
        Step {
            id: "dots",
            desk: Desk::Inspect,
            given: &[Given(Field::Token, Text::Tokens(&[PATIENT]))],
            done: Done::Read,
        },
        Step {
            id: "cut",
            desk: Desk::Inspect,
            given: &[],
            done: Done::When(|seen| seen.structure() == StructureState::Damaged),
        },
        Step {
            id: "whole",
            desk: Desk::Inspect,
            given: &[Given(Field::Token, Text::Tokens(&[PATIENT]))],
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
        proves(&LESSON, &[("cut", &[Act::Cut])]);
    }
}
