//! Make a tampered token verify, with the secret that the services share.

use super::tokens::{INTERNAL_CLAIMS, PATIENT, SECRET};
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Make, Step, Text};

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "make-verify",
    kind: Kind::Exercise,
    steps: &[Step {
        id: "make",
        desk: Desk::Inspect,
        given: &[
            Given(Field::Token, Text::Tokens(&[TAMPERED])),
            Given(Field::Key, Text::Plain(SECRET)),
            Given(Field::DraftKey, Text::Plain(SECRET)),
        ],
        done: Done::When(|seen| {
            seen.is_valid() && seen.claim("role") == "Internal" && seen.key().contains(SECRET)
        }),
    }],
};

const TAMPERED: Make = Make {
    replaced: Some(INTERNAL_CLAIMS),
    ..PATIENT
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
            &[(
                "make",
                &[
                    Act::Type(Field::DraftHeader, HEADER),
                    Act::Type(Field::DraftPayload, r#"{"role":"Internal"}"#),
                    Act::Open,
                ],
            )],
        );
        proves(
            &LESSON,
            &[(
                "make",
                &[
                    Act::Type(Field::DraftHeader, r#"{"alg":"HS384"}"#),
                    Act::Type(
                        Field::DraftPayload,
                        r#"{"sub":"me", "role":"Internal", "exp":9999999999}"#,
                    ),
                    Act::Open,
                ],
            )],
        );
    }

    #[test]
    fn no_other_answer_counts() {
        refuses(
            &LESSON,
            &[
                Act::Type(Field::DraftHeader, HEADER),
                Act::Type(Field::DraftPayload, r#"{"role":"Patient"}"#),
                Act::Open,
            ],
        );
        refuses(&LESSON, &[Act::Payload(r#"{"role":"Internal"}"#)]);
        refuses(
            &LESSON,
            &[
                Act::Type(Field::DraftHeader, HEADER),
                Act::Type(Field::DraftPayload, r#"{"role":"Internal"}"#),
                Act::Type(Field::DraftKey, "a-secret-of-my-own-that-is-long-enough"),
                Act::Open,
            ],
        );
    }

    const HEADER: &str = r#"{"alg":"HS256"}"#;
}
