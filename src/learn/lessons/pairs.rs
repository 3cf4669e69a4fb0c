//! A key pair: one signs, everybody verifies, and nobody has to ask the issuer.
//! Spec: RFC 7515 §1, RFC 7518 §3.4.

use super::tokens::{ISSUER, PATIENT_DRAFT, PATIENT_ES256};
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Step, Text};
use crate::verify::SignatureState;

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "pairs",
    kind: Kind::Lesson,
    steps: &[
        Step {
            id: "public",
            desk: Desk::Inspect,
            given: &[
                Given(Field::Token, Text::Tokens(&[PATIENT_ES256])),
                Given(Field::Key, Text::Public(ISSUER)),
            ],
            done: Done::Read,
        },
        Step {
            id: "tamper",
            desk: Desk::Inspect,
            given: &[],
            done: Done::When(|seen| {
                seen.signature() == SignatureState::Invalid && seen.header("alg") == "ES256"
            }),
        },
        Step {
            id: "forge",
            desk: Desk::Sign,
            given: &[
                Given(Field::DraftHeader, Text::Plain(HEADER)),
                Given(Field::DraftPayload, Text::Plain(PATIENT_DRAFT)),
                Given(Field::DraftKey, Text::Public(ISSUER)),
            ],
            done: Done::When(|seen| seen.drafted("role") == "Internal"),
        },
        Step {
            id: "why",
            desk: Desk::Sign,
            given: &[],
            done: Done::Read,
        },
    ],
};

const HEADER: &str = r#"{
  "alg": "ES256",
  "kid": "issuer-1",
  "typ": "JWT"
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
            &[
                ("tamper", &[Act::Payload(r#"{"role":"Internal"}"#)]),
                (
                    "forge",
                    &[Act::Replace(Field::DraftPayload, "Patient", "Internal")],
                ),
            ],
        );
    }
}
