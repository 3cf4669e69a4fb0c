//! A shared secret or a key pair: which services can forge a token.
//! Spec: RFC 8725 §3.2.

use super::tokens::{HS256_DRAFT, ISSUER, PATIENT_ES256, SECRET};
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Step, Text};

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "forgers",
    kind: Kind::Lesson,
    steps: &[
        Step {
            id: "shared",
            desk: Desk::Sign,
            given: &[
                Given(Field::DraftHeader, Text::Plain(HS256_DRAFT)),
                Given(Field::DraftPayload, Text::Plain(SERVICE)),
                Given(Field::DraftKey, Text::Plain(SECRET)),
            ],
            done: Done::When(|seen| {
                seen.is_valid() && seen.header("alg") == "HS256" && seen.claim("role") == "Internal"
            }),
        },
        Step {
            id: "pair",
            desk: Desk::Inspect,
            given: &[
                Given(Field::Token, Text::Tokens(&[PATIENT_ES256])),
                Given(Field::Key, Text::Public(ISSUER)),
            ],
            done: Done::Read,
        },
        Step {
            id: "choose",
            desk: Desk::Inspect,
            given: &[],
            done: Done::Read,
        },
    ],
};

const SERVICE: &str = r#"{
  "sub": "service-b",
  "role": "Internal",
  "iss": "Online-Toestemming-Workshop-IdentityApi",
  "aud": "Online-Toestemming-Workshop",
  "exp": @now+900
}"#;

#[cfg(test)]
mod tests {
    use super::LESSON;
    use crate::learn::Field;
    use crate::learn::testing::{Act, proves};

    #[test]
    fn every_task_can_be_done() {
        proves(&LESSON, &[("shared", &[Act::Open])]);
        proves(
            &LESSON,
            &[(
                "shared",
                &[
                    Act::Replace(Field::DraftPayload, "service-b", "service-c"),
                    Act::Open,
                ],
            )],
        );
    }
}
