//! Find out which of three secrets signed a token.

use super::tokens::PATIENT;
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Make, Signer, Step, Text};

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "find-secret",
    kind: Kind::Exercise,
    steps: &[Step {
        id: "find",
        desk: Desk::Inspect,
        given: &[Given(Field::Token, Text::Tokens(&[SIGNED]))],
        done: Done::When(|seen| seen.is_valid() && seen.claim("role") == "HealthcareCompany"),
    }],
};

/// The text of the exercise names this secret and two like it.
const SIGNED: Make = Make {
    payload: r#"{"sub":"@subject","role":"HealthcareCompany","exp":@now+900}"#,
    signer: Signer::Secret("tulip-harbour-window-tram-orange-2025"),
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
                "find",
                &[Act::Type(
                    Field::Key,
                    "tulip-harbour-window-tram-orange-2025",
                )],
            )],
        );
        proves(
            &LESSON,
            &[(
                "find",
                &[Act::Type(
                    Field::Key,
                    "JWT_SECRET=tulip-harbour-window-tram-orange-2025",
                )],
            )],
        );
    }

    #[test]
    fn no_other_answer_counts() {
        refuses(
            &LESSON,
            &[Act::Type(
                Field::Key,
                "tulip-harbour-window-tram-orange-2024",
            )],
        );
        refuses(
            &LESSON,
            &[Act::Type(
                Field::Key,
                "tulip-harbour-window-tram-orange-2026",
            )],
        );
        refuses(&LESSON, &[Act::Type(Field::Key, "")]);
    }
}
