//! Sessions and tokens, and when a token is the right thing.

use super::tokens::{PATIENT, SECRET};
use crate::judge::ClaimsState;
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Step, Text};

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "sessions",
    kind: Kind::Lesson,
    steps: &[
        Step {
            id: "session",
            desk: Desk::Inspect,
            given: &[
                Given(Field::Token, Text::Tokens(&[PATIENT])),
                Given(Field::Key, Text::Plain(SECRET)),
            ],
            done: Done::Read,
        },
        Step {
            id: "stolen",
            desk: Desk::Inspect,
            given: &[],
            done: Done::When(|seen| seen.is_valid() && seen.claims() == ClaimsState::Expired),
        },
        Step {
            id: "use",
            desk: Desk::Inspect,
            given: &[Given(Field::Clock, Text::Plain(""))],
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
        proves(&LESSON, &[("stolen", &[Act::Clock(900)])]);
    }
}
