//! A service that does not look at the clock: an old token from a log is as good as a new one.
//! Spec: RFC 8725 §3.12 (a profile says which claims there are, and the rules that validate them),
//! RFC 7519 §4.1.4.

use super::{Attack, KeyOf, Mistake, Step};
use crate::learn::lessons::tokens::{ES256, ISSUER};
use crate::learn::{Desk, Field, Given, Make, Signer, Text};

/// See the module.
pub(super) const ATTACK: Attack = Attack {
    id: "expired",
    clauses: &["RFC 8725 §3.12", "RFC 7519 §4.1.4"],
    step: Step::Time,
    mistake: Mistake::LeavesOut,
    key: KeyOf::Pair(ISSUER),
    desk: Desk::Inspect,
    given: &[
        Given(Field::Token, Text::Tokens(&[OLD])),
        Given(Field::Key, Text::Pem(ISSUER)),
    ],
    code: [
        "verify(token, \"ES256\", key)\nreturn payload",
        "verify(token, \"ES256\", key)\nif now >= payload.exp:\n    refuse(\"expired\")",
    ],
};

/// From the log of last month.
const OLD: Make = Make {
    header: ES256,
    payload: r#"{"sub":"@subject","role":"Internal","iss":"Online-Toestemming-Workshop-IdentityApi","aud":"Online-Toestemming-Workshop","exp":@now-2592000}"#,
    signer: Signer::Pair(ISSUER),
    replaced: None,
};

#[cfg(test)]
mod tests {
    use super::ATTACK;
    use crate::learn::Field;
    use crate::learn::lab::testing::{proves, refuses};

    #[test]
    fn an_old_token_still_opens_it() {
        proves(&ATTACK, |prepared| prepared.field(Field::Token));
    }

    #[test]
    fn its_time_cannot_be_changed_by_hand() {
        refuses(&ATTACK, |prepared| prepared.tampered());
        refuses(&ATTACK, |_| String::new());
        refuses(&ATTACK, |_| "an old token".to_owned());
    }
}
