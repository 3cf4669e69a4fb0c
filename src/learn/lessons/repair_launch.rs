//! Repair a launch token so that it would be accepted.
//! Spec: HTI:core 2.0.

use crate::judge::ClaimsState;
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Pair, Step, Text};

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "repair-launch",
    kind: Kind::Exercise,
    steps: &[Step {
        id: "repair",
        desk: Desk::Sign,
        given: &[
            Given(Field::DraftHeader, Text::Plain(HEADER)),
            Given(Field::DraftPayload, Text::Plain(BROKEN)),
            Given(Field::DraftKey, Text::Private(PORTAL)),
        ],
        done: Done::When(|seen| {
            seen.is_valid()
                && seen.claims() == ClaimsState::Ok
                && seen.is_kind("hti-launch")
                && !seen.breaks_its_kind()
        }),
    }],
};

const PORTAL: Pair = Pair {
    kid: "portal-1",
    alg: "ES384",
};

const HEADER: &str = r#"{
  "alg": "ES384",
  "kid": "portal-1",
  "typ": "JWT"
}"#;

/// It has expired, its `sub` refers to nobody, and it has no `jti`.
const BROKEN: &str = r#"{
  "iss": "portal-client-id",
  "aud": "Device/123",
  "sub": "Robin",
  "iat": @now-7200,
  "exp": @now-6900,
  "resource": "Task/5f684c5f-2837-4505-a534-365431912f37",
  "intent": "plan"
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
                "repair",
                &[
                    Act::Replace(
                        Field::DraftPayload,
                        "\"Robin\"",
                        "\"Practitioner/1\", \"jti\": \"a1\"",
                    ),
                    Act::Freshen(300),
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
                        "\"Robin\"",
                        "\"https://fhir.example/Patient/7\", \"jti\": \"b2\"",
                    ),
                    Act::Freshen(60),
                    Act::Open,
                ],
            )],
        );
    }

    #[test]
    fn no_other_answer_counts() {
        refuses(&LESSON, &[Act::Open]);
        refuses(&LESSON, &[Act::Freshen(300), Act::Open]);
        refuses(
            &LESSON,
            &[
                Act::Replace(
                    Field::DraftPayload,
                    "\"Robin\"",
                    "\"Practitioner/1\", \"jti\": \"a1\"",
                ),
                Act::Open,
            ],
        );
        refuses(
            &LESSON,
            &[
                Act::Replace(
                    Field::DraftPayload,
                    "\"Robin\"",
                    "\"Practitioner/1\", \"jti\": \"a1\"",
                ),
                Act::Freshen(3600),
                Act::Open,
            ],
        );
    }
}
