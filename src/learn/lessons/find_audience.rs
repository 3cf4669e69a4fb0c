//! Find out which service a token was meant for.

use super::tokens::{ISSUER, PATIENT_ES256};
use crate::judge::ClaimsState;
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Make, Step, Text};

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "find-audience",
    kind: Kind::Exercise,
    steps: &[Step {
        id: "find",
        desk: Desk::Inspect,
        given: &[
            Given(Field::Token, Text::Tokens(&[FOR_TWO])),
            Given(Field::Key, Text::Public(ISSUER)),
        ],
        done: Done::When(|seen| {
            seen.is_valid()
                && seen.claims() == ClaimsState::Ok
                && !seen.expected_audience().is_empty()
        }),
    }],
};

/// Either of the two is right.
const FOR_TWO: Make = Make {
    payload: r#"{"iss":"https://idp.example","sub":"@subject","azp":"portal","aud":["records-api","billing-api"],"exp":@now+900}"#,
    ..PATIENT_ES256
};

#[cfg(test)]
mod tests {
    use super::LESSON;
    use crate::learn::Field;
    use crate::learn::testing::{Act, proves, refuses};

    #[test]
    fn every_right_answer_counts() {
        proves(
            &LESSON,
            &[("find", &[Act::Type(Field::Audience, "records-api")])],
        );
        proves(
            &LESSON,
            &[("find", &[Act::Type(Field::Audience, "billing-api")])],
        );
    }

    #[test]
    fn no_other_answer_counts() {
        refuses(&LESSON, &[Act::Type(Field::Audience, "idp.example")]);
        refuses(&LESSON, &[Act::Type(Field::Audience, "Records-Api")]);
        refuses(&LESSON, &[Act::Type(Field::Audience, " ")]);
        refuses(
            &LESSON,
            &[
                Act::Type(Field::Audience, "records-api"),
                Act::Payload(r#"{"aud":"records-api"}"#),
            ],
        );
    }
}
