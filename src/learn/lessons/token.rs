//! What a token is: a text that a service hands out, and that speaks of somebody.

use super::tokens::PATIENT;
use crate::judge::ClaimsState;
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Step, Text};

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "token",
    kind: Kind::Lesson,
    steps: &[
        Step {
            id: "look",
            desk: Desk::Inspect,
            given: &[Given(Field::Token, Text::Tokens(&[PATIENT]))],
            done: Done::Read,
        },
        Step {
            id: "issuer",
            desk: Desk::Inspect,
            given: &[],
            done: Done::When(|seen| {
                seen.claims() == ClaimsState::Ok && !seen.expected_issuer().is_empty()
            }),
        },
        Step {
            id: "bearer",
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
            &[(
                "issuer",
                &[Act::Type(
                    Field::Issuer,
                    "Online-Toestemming-Workshop-IdentityApi",
                )],
            )],
        );
    }
}
