//! One `proves` and one `refuses` for every attack.

use super::{
    Answer, Attack, Mistake, Outcome, PreparedAttack, Sent, Step, StepTaken, Taken, prepare_attack,
    send,
};
use crate::base64url;
use crate::job::Draft;
use crate::keys::making::{Naming, NewKey, Purpose, SecretForm};
use crate::keys::{KeyInput, make_key};
use crate::learn::Field;
use crate::secret::Secret;
use crate::sign::sign;
use rand_chacha::ChaCha8Rng;
use rand_core::SeedableRng;

pub(super) const NOW: i64 = 1_767_225_600;
/// What the attacker writes.
pub(super) const INTERNAL: &str =
    r#"{"role":"Internal","aud":"Online-Toestemming-Workshop","exp":1767226500}"#;

/// An attack that has begun.
pub(super) struct Begun(pub(super) PreparedAttack);

impl Begun {
    /// What stands in a field.
    pub(super) fn field(&self, field: Field) -> String {
        let put = self.0.puts.iter().find(|put| put.field == field).unwrap();
        put.text.expose().clone()
    }

    /// The token that the attacker was given, with another payload.
    pub(super) fn tampered(&self) -> String {
        let token = self.field(Field::Token);
        let parts: Vec<&str> = token.split('.').collect();
        let payload = base64url::encode(INTERNAL.as_bytes());
        format!(
            "{}.{payload}.{}",
            parts.first().unwrap(),
            parts.last().unwrap()
        )
    }

    /// The same with another header.
    pub(super) fn with_header(&self, header: &str) -> String {
        let token = self.field(Field::Token);
        let (_, rest) = token.split_once('.').unwrap();
        format!("{}.{rest}", base64url::encode(header.as_bytes()))
    }
}

fn rng() -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(5)
}

/// Begins it.
pub(super) fn prepared(attack: &Attack) -> Begun {
    Begun(prepare_attack(attack.id, NOW, [7; 32], &mut rng()).unwrap())
}

/// What a draft becomes when it is signed.
pub(super) fn signed(draft: Draft) -> String {
    sign(&draft, &mut rng()).unwrap().token
}

/// A draft.
pub(super) fn draft(header: &str, payload: &str, key: &str) -> Draft {
    Draft {
        header: header.to_owned(),
        payload: payload.to_owned(),
        key: KeyInput {
            text: Secret::new(key.to_owned()),
            ..KeyInput::default()
        },
        ..Draft::default()
    }
}

/// Header and payload, and nothing behind them.
pub(super) fn unsigned(header: &str, payload: &str) -> String {
    let part = |text: &str| base64url::encode(text.as_bytes());
    format!("{}.{}.", part(header), part(payload))
}

/// A key pair of the attacker's own: public and private half.
pub(super) fn own_key() -> (String, String) {
    let new = NewKey {
        alg: "ES256".to_owned(),
        spec: *crate::jose::key_spec::key_specs("ES256").first().unwrap(),
        secret: SecretForm::Bytes,
        names_alg: true,
        purpose: Purpose::Use,
        naming: Naming::Unnamed,
    };
    let made = make_key(&new, &mut ChaCha8Rng::seed_from_u64(6)).unwrap();
    (made.public, made.private.expose().clone())
}

/// What the service says.
pub(super) fn sent(attack: &Attack, begun: &Begun, is_repaired: bool, token: &str) -> Sent {
    send(
        attack.id,
        &begun.0.world,
        is_repaired,
        token,
        NOW,
        &mut rng(),
    )
    .unwrap()
}

fn is_served(answer: &Answer) -> bool {
    answer.outcome == Outcome::Accepted("Patient".to_owned())
}

/// The service lets the token in as long as it makes its mistake and refuses it once it is
/// repaired, at the step that was repaired; honest people are served before and after.
#[track_caller]
pub(super) fn proves(attack: &Attack, token: impl Fn(&Begun) -> String) {
    let begun = prepared(attack);
    let token = token(&begun);
    let before = sent(attack, &begun, false, &token);
    let fooled = Outcome::Fooled("Internal".to_owned());
    assert_eq!(before.answer.outcome, fooled, "{before:#?}");
    assert!(is_served(&before.honest), "{before:#?}");
    let after = sent(attack, &begun, true, &token);
    assert!(
        matches!(after.answer.outcome, Outcome::Refused(_)),
        "{after:#?}"
    );
    let stopped = StepTaken {
        name: stops_at(attack).word().to_owned(),
        taken: Taken::Stopped,
    };
    assert_eq!(after.answer.steps.last(), Some(&stopped), "{after:#?}");
    assert!(is_served(&after.honest), "{after:#?}");
}

/// Where the repaired service stops the token: a key that nobody guesses is seen in the signature.
fn stops_at(attack: &Attack) -> Step {
    match attack.mistake {
        Mistake::WeakKey => Step::Signature,
        Mistake::LeavesOut | Mistake::Chooses(_) => attack.step,
    }
}

/// The service refuses the token even while it makes its mistake.
#[track_caller]
pub(super) fn refuses(attack: &Attack, token: impl Fn(&Begun) -> String) {
    let begun = prepared(attack);
    let token = token(&begun);
    for is_repaired in [false, true] {
        let sent = sent(attack, &begun, is_repaired, &token);
        assert!(
            matches!(sent.answer.outcome, Outcome::Refused(_)),
            "{sent:#?}"
        );
    }
}
