//! What never belongs in a payload, such as a citizen service number.
//! Spec: RFC 7519 §12.

use super::tokens::{HS256_DRAFT, PATIENT, SECRET};
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Make, Step, Text};

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "never",
    kind: Kind::Lesson,
    steps: &[
        Step {
            id: "read",
            desk: Desk::Inspect,
            given: &[Given(Field::Token, Text::Tokens(&[TELLING]))],
            done: Done::Read,
        },
        Step {
            id: "repair",
            desk: Desk::Sign,
            given: &[
                Given(Field::Token, Text::Plain("")),
                Given(Field::DraftHeader, Text::Plain(HS256_DRAFT)),
                Given(Field::DraftPayload, Text::Plain(DRAFT)),
                Given(Field::DraftKey, Text::Plain(SECRET)),
            ],
            done: Done::When(|seen| {
                seen.is_valid() && !seen.finds("personal-") && !seen.claim("sub").is_empty()
            }),
        },
        Step {
            id: "instead",
            desk: Desk::Inspect,
            given: &[],
            done: Done::Read,
        },
    ],
};

/// The number is made up; it passes the eleven-test.
const TELLING: Make = Make {
    payload: r#"{"sub":"@subject","bsn":"123456782","role":"Patient","iss":"Online-Toestemming-Workshop-IdentityApi","aud":"Online-Toestemming-Workshop","exp":@now+900}"#,
    ..PATIENT
};
const DRAFT: &str = r#"{
  "sub": "@subject",
  "bsn": "123456782",
  "role": "Patient",
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
        proves(
            &LESSON,
            &[(
                "repair",
                &[
                    Act::Replace(Field::DraftPayload, "  \"bsn\": \"123456782\",\n", ""),
                    Act::Open,
                ],
            )],
        );
        proves(
            &LESSON,
            &[(
                "repair",
                &[
                    Act::Replace(
                        Field::DraftPayload,
                        "\"bsn\": \"123456782\"",
                        "\"record\": \"8c1f\"",
                    ),
                    Act::Open,
                ],
            )],
        );
    }
}
