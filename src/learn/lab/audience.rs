//! A service that does not check `aud`: whoever runs another service hands its users' tokens on.
//! Spec: RFC 8725 §3.9, RFC 7519 §4.1.3.

use super::{Attack, KeyOf, Mistake, Step};
use crate::learn::lessons::tokens::{ES256, ISSUER};
use crate::learn::{Desk, Field, Given, Make, Signer, Text};

/// See the module.
pub(super) const ATTACK: Attack = Attack {
    id: "audience",
    clauses: &["RFC 8725 §3.9", "RFC 7519 §4.1.3"],
    step: Step::Audience,
    mistake: Mistake::LeavesOut,
    key: KeyOf::Pair(ISSUER),
    desk: Desk::Inspect,
    given: &[
        Given(Field::Token, Text::Tokens(&[OF_ANOTHER])),
        Given(Field::Key, Text::Pem(ISSUER)),
    ],
    code: [
        "verify(token, \"ES256\", key)\ncheck_time(payload)",
        "verify(token, \"ES256\", key)\ncheck_time(payload)\nif \"Online-Toestemming-Workshop\" not in payload.aud:\n    refuse(\"not for me\")",
    ],
};

/// Made for the attacker's own service, by the issuer that both trust.
const OF_ANOTHER: Make = Make {
    header: ES256,
    payload: r#"{"sub":"@subject","role":"Internal","iss":"Online-Toestemming-Workshop-IdentityApi","aud":"recipe-module","exp":@now+900}"#,
    signer: Signer::Pair(ISSUER),
    replaced: None,
};

#[cfg(test)]
mod tests {
    use super::ATTACK;
    use crate::learn::Field;
    use crate::learn::lab::testing::{proves, refuses};

    #[test]
    fn a_token_for_another_service_opens_this_one() {
        proves(&ATTACK, |prepared| prepared.field(Field::Token));
    }

    #[test]
    fn the_audience_cannot_be_changed_by_hand() {
        refuses(&ATTACK, |prepared| prepared.tampered());
        refuses(&ATTACK, |prepared| {
            let token = prepared.field(Field::Token);
            format!("{}.", token.rsplit_once('.').unwrap().0)
        });
    }
}
