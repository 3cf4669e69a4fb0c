//! A service that trusts a `jwk` in the header: the attacker brings a key along, and signs with it.
//! Spec: RFC 8725 §3.8, RFC 7515 §4.1.3.

use super::service::{Choice, Refusal, Request, own_keys};
use super::{Attack, KeyOf, Mistake, Step, World};
use crate::keys::read_jwk;
use crate::learn::lessons::tokens::{ES256_DRAFT, ISSUER, PATIENT_DRAFT, PATIENT_ES256};
use crate::learn::{Desk, Field, Given, Text};

/// See the module.
pub(super) const ATTACK: Attack = Attack {
    id: "jwk",
    clauses: &["RFC 8725 §3.8", "RFC 7515 §4.1.3"],
    step: Step::Key,
    mistake: Mistake::Chooses(choose),
    key: KeyOf::Pair(ISSUER),
    desk: Desk::Sign,
    given: &[
        Given(Field::Token, Text::Tokens(&[PATIENT_ES256])),
        Given(Field::DraftHeader, Text::Plain(ES256_DRAFT)),
        Given(Field::DraftPayload, Text::Plain(PATIENT_DRAFT)),
    ],
    code: [
        "key = header.jwk or keys[\"issuer-1\"]\nverify(token, \"ES256\", key)",
        "key = keys[\"issuer-1\"]\nverify(token, \"ES256\", key)",
    ],
};

/// The mistake: a key that the token brings counts more than the service's own.
fn choose(request: &Request<'_>, world: &World) -> Result<Choice, Refusal> {
    let row = request.row_of(ISSUER.alg)?;
    let Some(jwk) = request.header.get("jwk") else {
        return Ok(Choice::With(row, own_keys(&world.before)));
    };
    let read = read_jwk(jwk).map_err(|_| Refusal::new(Step::Key, "lab-refused-jwk"))?;
    Ok(Choice::With(row, vec![read.key.material]))
}

#[cfg(test)]
mod tests {
    use super::ATTACK;
    use crate::learn::lab::testing::{INTERNAL, draft, own_key, proves, refuses, signed};

    fn with_jwk(jwk: &str, key: &str) -> String {
        let header = format!(r#"{{"alg":"ES256","jwk":{jwk}}}"#);
        signed(draft(&header, INTERNAL, key))
    }

    #[test]
    fn it_is_signed_with_the_key_that_it_brings() {
        let (public, private) = own_key();
        proves(&ATTACK, |_| with_jwk(&public, &private));
    }

    #[test]
    fn without_the_jwk_or_with_another_it_is_refused() {
        let (_, private) = own_key();
        refuses(&ATTACK, |_| {
            signed(draft(r#"{"alg":"ES256"}"#, INTERNAL, &private))
        });
        refuses(&ATTACK, |_| with_jwk(r#"{"kty":"EC"}"#, &private));
        refuses(&ATTACK, |_| with_jwk("7", &private));
        refuses(&ATTACK, |prepared| prepared.tampered());
    }
}
