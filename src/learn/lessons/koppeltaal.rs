//! Koppeltaal: a key pair, a JWK Set, a client assertion, a launch.
//! Spec: SMART App Launch 2.2 (asymmetric client authentication), HTI:core 2.0.

use crate::judge::ClaimsState;
use crate::learn::{Desk, Done, Field, Given, Kind, Lesson, Make, Pair, Signer, Step, Text};

/// See the module.
pub(super) const LESSON: Lesson = Lesson {
    id: "koppeltaal",
    kind: Kind::Lesson,
    steps: &[
        Step {
            id: "keys",
            desk: Desk::Inspect,
            given: &[
                Given(Field::Token, Text::Tokens(&[ASSERTION])),
                Given(Field::Key, Text::Set(&[CLIENT])),
            ],
            done: Done::Read,
        },
        Step {
            id: "assertion",
            desk: Desk::Inspect,
            given: &[],
            done: Done::When(|seen| {
                seen.is_valid()
                    && seen.is_kind("smart-backend")
                    && seen.claims() == ClaimsState::Ok
                    && !seen.expected_audience().is_empty()
            }),
        },
        Step {
            id: "launch",
            desk: Desk::Inspect,
            given: &[
                Given(Field::Token, Text::Tokens(&[LAUNCH])),
                Given(Field::Audience, Text::Plain("")),
            ],
            done: Done::When(|seen| {
                seen.is_valid()
                    && seen.is_kind("hti-launch")
                    && seen.claims() == ClaimsState::Ok
                    && !seen.expected_audience().is_empty()
            }),
        },
        Step {
            id: "both",
            desk: Desk::Inspect,
            given: &[],
            done: Done::Read,
        },
    ],
};

const CLIENT: Pair = Pair {
    kid: "portal-1",
    alg: "ES384",
};

const ASSERTION: Make = Make {
    header: r#"{"alg":"ES384","kid":"portal-1","typ":"JWT"}"#,
    payload: r#"{"iss":"portal-client-id","sub":"portal-client-id","aud":"https://auth.koppeltaal.example/oauth2/token","exp":@now+300,"jti":"@id"}"#,
    signer: Signer::Pair(CLIENT),
    replaced: None,
};

const LAUNCH: Make = Make {
    payload: r#"{"iat":@now,"aud":"Device/123","iss":"portal-client-id","exp":@now+300,"jti":"@id","sub":"Practitioner/@subject","resource":"Task/5f684c5f-2837-4505-a534-365431912f37","definition":"ActivityDefinition/d76ba97b-bfce-4a75-8e7a-2133778d1089","intent":"plan"}"#,
    ..ASSERTION
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
                (
                    "assertion",
                    &[Act::Type(
                        Field::Audience,
                        "https://auth.koppeltaal.example/oauth2/token",
                    )],
                ),
                ("launch", &[Act::Type(Field::Audience, "Device/123")]),
            ],
        );
    }
}
