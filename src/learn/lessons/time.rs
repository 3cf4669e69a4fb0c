//! A token holds for a while: `exp`, `nbf`, `iat`, and a clock.
//! Spec: RFC 7519 §4.1.4 and §4.1.5.

use super::tokens::PATIENT;
use crate::judge::ClaimsState;
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Make, Step, Text};

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "time",
    kind: Kind::Lesson,
    steps: &[
        Step {
            id: "exp",
            desk: Desk::Inspect,
            given: &[Given(Field::Token, Text::Tokens(&[PATIENT]))],
            done: Done::Read,
        },
        Step {
            id: "later",
            desk: Desk::Inspect,
            given: &[],
            done: Done::When(|seen| seen.claims() == ClaimsState::Expired),
        },
        Step {
            id: "early",
            desk: Desk::Inspect,
            given: &[
                Given(Field::Token, Text::Tokens(&[TOMORROW])),
                Given(Field::Clock, Text::Plain("")),
            ],
            done: Done::When(|seen| {
                seen.claims() == ClaimsState::Ok && !seen.claim("nbf").is_empty()
            }),
        },
        Step {
            id: "leeway",
            desk: Desk::Inspect,
            given: &[],
            done: Done::Read,
        },
    ],
};

const TOMORROW: Make = Make {
    payload: r#"{"sub":"@subject","role":"Patient","iss":"Online-Toestemming-Workshop-IdentityApi","aud":"Online-Toestemming-Workshop","nbf":@now+86400,"exp":@now+87300}"#,
    ..PATIENT
};

#[cfg(test)]
mod tests {
    use super::LESSON;
    use crate::learn::testing::{Act, proves};

    #[test]
    fn every_task_can_be_done() {
        proves(
            &LESSON,
            &[
                ("later", &[Act::Clock(3600)]),
                ("early", &[Act::Clock(86_400 + 60)]),
            ],
        );
    }
}
