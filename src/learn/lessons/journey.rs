//! From login to service to service: User, Identity Provider, Service A, Service B.
//! Spec: RFC 8693 §4.1.

use super::tokens::{ISSUER, PATIENT_ES256};
use crate::judge::ClaimsState;
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Make, Step, Text};

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "journey",
    kind: Kind::Lesson,
    steps: &[
        Step {
            id: "login",
            desk: Desk::Inspect,
            given: &[
                Given(Field::Token, Text::Tokens(&[FOR_A])),
                Given(Field::Key, Text::Set(&[ISSUER])),
            ],
            done: Done::Read,
        },
        Step {
            id: "service-a",
            desk: Desk::Inspect,
            given: &[],
            done: Done::When(|seen| {
                seen.is_valid()
                    && seen.claims() == ClaimsState::Ok
                    && seen.expected_audience() == "service-a"
            }),
        },
        Step {
            id: "forwarded",
            desk: Desk::Inspect,
            given: &[],
            done: Done::When(|seen| {
                seen.claims() == ClaimsState::Mismatch && seen.expected_audience() == "service-b"
            }),
        },
        Step {
            id: "exchange",
            desk: Desk::Inspect,
            given: &[
                Given(Field::Token, Text::Tokens(&[FOR_B])),
                Given(Field::Audience, Text::Plain("")),
            ],
            done: Done::Read,
        },
        Step {
            id: "service-b",
            desk: Desk::Inspect,
            given: &[],
            done: Done::When(|seen| {
                seen.is_valid()
                    && seen.claims() == ClaimsState::Ok
                    && seen.expected_audience() == "service-b"
            }),
        },
    ],
};

const FOR_A: Make = Make {
    payload: r#"{"iss":"https://idp.example","sub":"@subject","aud":"service-a","iat":@now,"exp":@now+900}"#,
    ..PATIENT_ES256
};

/// Of the same user, with who acts for them.
const FOR_B: Make = Make {
    payload: r#"{"iss":"https://idp.example","sub":"@subject","aud":"service-b","act":{"sub":"service-a"},"iat":@now,"exp":@now+300}"#,
    ..PATIENT_ES256
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
                ("service-a", &[Act::Type(Field::Audience, "service-a")]),
                ("forwarded", &[Act::Type(Field::Audience, "service-b")]),
                ("service-b", &[Act::Type(Field::Audience, "service-b")]),
            ],
        );
    }
}
