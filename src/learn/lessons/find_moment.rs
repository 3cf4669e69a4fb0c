//! Find a moment at which an old token was accepted.

use super::tokens::{ISSUER, PATIENT_ES256};
use crate::judge::ClaimsState;
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Make, Step, Text};

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "find-moment",
    kind: Kind::Exercise,
    steps: &[Step {
        id: "find",
        desk: Desk::Inspect,
        given: &[
            Given(Field::Token, Text::Tokens(&[OLD])),
            Given(Field::Key, Text::Public(ISSUER)),
        ],
        done: Done::When(|seen| seen.is_valid() && seen.claims() == ClaimsState::Ok),
    }],
};

/// It held for a quarter of an hour, a day ago.
const OLD: Make = Make {
    payload: r#"{"iss":"https://idp.example","sub":"@subject","nbf":@now-86400,"exp":@now-85500}"#,
    ..PATIENT_ES256
};

#[cfg(test)]
mod tests {
    use super::LESSON;
    use crate::learn::testing::{Act, proves, refuses};

    #[test]
    fn every_right_answer_counts() {
        proves(&LESSON, &[("find", &[Act::Clock(-86_400)])]);
        proves(&LESSON, &[("find", &[Act::Clock(-86_400 + 899)])]);
    }

    #[test]
    fn no_other_answer_counts() {
        refuses(&LESSON, &[Act::Clock(-86_401)]);
        refuses(&LESSON, &[Act::Clock(-85_500)]);
        refuses(&LESSON, &[Act::Clock(0)]);
        refuses(&LESSON, &[Act::Payload(r#"{"role":"Patient"}"#)]);
    }
}
