//! A signature is not encryption with the private key: it hides nothing.
//! Spec: RFC 7515 §1, RFC 7516 §1.

use super::tokens::{ISSUER, PATIENT_ES256};
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Step, Text};
use crate::verify::SignatureState;

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "encryption",
    kind: Kind::Lesson,
    steps: &[
        Step {
            id: "signed",
            desk: Desk::Inspect,
            given: &[
                Given(Field::Token, Text::Tokens(&[PATIENT_ES256])),
                Given(Field::Key, Text::Public(ISSUER)),
            ],
            done: Done::When(|seen| {
                seen.signature() == SignatureState::Unchecked && seen.claim("role") == "Patient"
            }),
        },
        Step {
            id: "encrypted",
            desk: Desk::Inspect,
            given: &[Given(Field::Token, Text::Plain(ENCRYPTED))],
            done: Done::Read,
        },
    ],
};

/// RFC 7516 Appendix A.1.
const ENCRYPTED: &str = include_str!("../../ui/examples/encrypted.txt");

#[cfg(test)]
mod tests {
    use super::LESSON;
    use crate::learn::Field;
    use crate::learn::testing::{Act, proves};

    #[test]
    fn every_task_can_be_done() {
        proves(&LESSON, &[("signed", &[Act::Type(Field::Key, "")])]);
    }
}
