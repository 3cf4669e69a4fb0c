//! Take out of a payload what must not be there, and keep what the service needs.
//! Spec: RFC 7519 §12.

use super::tokens::{HS256_DRAFT, SECRET};
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Step, Text};

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "protect",
    kind: Kind::Exercise,
    steps: &[Step {
        id: "clean",
        desk: Desk::Sign,
        given: &[
            Given(Field::DraftHeader, Text::Plain(HS256_DRAFT)),
            Given(Field::DraftPayload, Text::Plain(DRAFT)),
            Given(Field::DraftKey, Text::Plain(SECRET)),
        ],
        done: Done::When(|seen| {
            seen.is_valid()
                && !seen.finds("personal-")
                && !seen.finds("credential")
                && seen.claim("role") == "Patient"
                && !seen.claim("sub").is_empty()
        }),
    }],
};

/// Everything in it is made up.
const DRAFT: &str = r#"{
  "sub": "@subject",
  "bsn": "123456782",
  "birthdate": "1984-03-09",
  "password": "welkom01",
  "role": "Patient",
  "exp": @now+900
}"#;

#[cfg(test)]
mod tests {
    use super::LESSON;
    use crate::learn::Field;
    use crate::learn::testing::{Act, proves, refuses};

    #[test]
    fn every_right_answer_counts() {
        proves(
            &LESSON,
            &[(
                "clean",
                &[
                    Act::Type(Field::DraftPayload, r#"{"sub":"7f3a","role":"Patient"}"#),
                    Act::Open,
                ],
            )],
        );
        proves(
            &LESSON,
            &[(
                "clean",
                &[
                    Act::Replace(Field::DraftPayload, "  \"bsn\": \"123456782\",\n", ""),
                    Act::Replace(
                        Field::DraftPayload,
                        "  \"birthdate\": \"1984-03-09\",\n",
                        "",
                    ),
                    Act::Replace(Field::DraftPayload, "  \"password\": \"welkom01\",\n", ""),
                    Act::Open,
                ],
            )],
        );
    }

    #[test]
    fn no_other_answer_counts() {
        refuses(&LESSON, &[Act::Open]);
        refuses(
            &LESSON,
            &[
                Act::Replace(Field::DraftPayload, "  \"bsn\": \"123456782\",\n", ""),
                Act::Open,
            ],
        );
        refuses(
            &LESSON,
            &[
                Act::Type(Field::DraftPayload, r#"{"sub":"7f3a"}"#),
                Act::Open,
            ],
        );
        refuses(
            &LESSON,
            &[Act::Type(
                Field::DraftPayload,
                r#"{"sub":"7f3a","role":"Patient"}"#,
            )],
        );
        refuses(
            &LESSON,
            &[
                Act::Type(
                    Field::DraftPayload,
                    r#"{"sub":"123456782","role":"Patient","bsn":"123456782"}"#,
                ),
                Act::Open,
            ],
        );
    }
}
