//! A service that ignores `crit`: a token that was limited by an extension counts without the
//! limit. Spec: RFC 8725 §3.12 (required Header Parameters keep tokens of different kinds apart),
//! RFC 7515 §4.1.11.

use super::{Attack, KeyOf, Mistake, Step};
use crate::learn::lessons::tokens::{INTERNAL_CLAIMS, ISSUER};
use crate::learn::{Desk, Field, Given, Make, Signer, Text};

/// See the module.
pub(super) const ATTACK: Attack = Attack {
    id: "crit",
    clauses: &["RFC 8725 §3.12", "RFC 7515 §4.1.11"],
    step: Step::Crit,
    mistake: Mistake::LeavesOut,
    key: KeyOf::Pair(ISSUER),
    desk: Desk::Inspect,
    given: &[
        Given(Field::Token, Text::Tokens(&[LIMITED])),
        Given(Field::Key, Text::Pem(ISSUER)),
    ],
    code: [
        "verify(token, \"ES256\", key)\nreturn payload",
        "verify(token, \"ES256\", key)\nif header.crit names what I do not know:\n    refuse(\"unknown extension\")",
    ],
};

/// For looking at a copy of the data, of which this service knows nothing.
const LIMITED: Make = Make {
    header: r#"{"alg":"ES256","kid":"issuer-1","crit":["only-on-copy"],"only-on-copy":true}"#,
    payload: INTERNAL_CLAIMS,
    signer: Signer::Pair(ISSUER),
    replaced: None,
};

#[cfg(test)]
mod tests {
    use super::ATTACK;
    use crate::learn::Field;
    use crate::learn::lab::testing::{proves, refuses};

    #[test]
    fn the_limit_is_not_looked_at() {
        proves(&ATTACK, |prepared| prepared.field(Field::Token));
    }

    #[test]
    fn the_limit_cannot_be_taken_out() {
        refuses(&ATTACK, |prepared| {
            prepared.with_header(r#"{"alg":"ES256","kid":"issuer-1"}"#)
        });
        refuses(&ATTACK, |prepared| prepared.tampered());
    }
}
