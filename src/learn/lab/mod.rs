//! The attack lab: small services inside the page, each with one classic mistake. The participant
//! builds a token on the real screens, sends it, sees what the service says, and repairs it.
//!
//! Every service runs the same steps (`service.rs`) over the same core; an attack's file holds its
//! one mistake: a step that is left out, or a choice of algorithm and key that trusts the token.
//! Spec: RFC 8725 §3, RFC 7515 §4.1.11, RFC 7519 §4.1.4.

mod algorithm;
mod audience;
mod crit;
mod expired;
mod jwk;
mod kid;
mod none;
mod seam;
mod secret;
mod service;

pub use seam::{Answer, Outcome, PreparedAttack, Sent, StepTaken, Taken, World};

use super::given::Maker;
use super::{Desk, Given, Pair};
use crate::secret::Secret;
use rand_core::CryptoRngCore;
pub(super) use service::public_pem;
use service::{Choice, Refusal, Request};

/// A service and the mistake it makes.
#[derive(Clone, Copy, Debug)]
pub struct Attack {
    /// Stable; its texts stand under `lab-<id>`.
    pub id: &'static str,
    /// The clauses that the service breaks: first that of RFC 8725, then where the rule itself
    /// stands.
    pub clauses: &'static [&'static str],
    /// The step at which it makes its mistake.
    pub step: Step,
    /// The mistake.
    mistake: Mistake,
    /// What its issuer signs with.
    key: KeyOf,
    /// The screen to begin at.
    pub desk: Desk,
    /// What the attacker has.
    given: &'static [Given],
    /// The lines of its program that matter, as they are, and repaired.
    pub code: [&'static str; 2],
}

/// What a service does with a token, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Read it.
    Read,
    /// Say which algorithm counts.
    Algorithm,
    /// Choose the key.
    Key,
    /// Verify the signature.
    Signature,
    /// Look at `crit`.
    Crit,
    /// Look at the clock.
    Time,
    /// Look for whom it is.
    Audience,
}

impl Step {
    /// The end of the key of its name.
    const fn word(self) -> &'static str {
        match self {
            Step::Read => "read",
            Step::Algorithm => "algorithm",
            Step::Key => "key",
            Step::Signature => "signature",
            Step::Crit => "crit",
            Step::Time => "time",
            Step::Audience => "audience",
        }
    }
}

/// What a service does wrong at its step.
#[derive(Clone, Copy, Debug)]
enum Mistake {
    /// It leaves the step out.
    LeavesOut,
    /// It chooses algorithm and key like this.
    Chooses(fn(&Request<'_>, &World) -> Result<Choice, Refusal>),
    /// Everything is done, with a key that can be guessed.
    WeakKey,
}

/// What the issuer signs with, which the service checks with.
#[derive(Clone, Copy, Debug)]
enum KeyOf {
    /// A key pair that is made when it begins.
    Pair(Pair),
    /// A secret that is drawn when it begins.
    Drawn,
    /// This secret, which stands in every list; one that is drawn once the service is repaired.
    Guessable(&'static str),
}

/// All of them, in the order in which they are offered.
pub const ALL: [Attack; 8] = [
    none::ATTACK,
    algorithm::ATTACK,
    jwk::ATTACK,
    secret::ATTACK,
    kid::ATTACK,
    crit::ATTACK,
    audience::ATTACK,
    expired::ATTACK,
];

/// The role that the attacker wants to be taken for. No issuer gives it to them.
pub const GOAL: &str = "Internal";

/// The attack of this id.
pub fn attack(id: &str) -> Option<&'static Attack> {
    const ATTACKS: &[Attack] = &ALL;
    ATTACKS.iter().find(|attack| attack.id == id)
}

/// Makes the keys of a service and what the attacker has.
pub fn prepare_attack<R: CryptoRngCore>(
    id: &str,
    clock: i64,
    random: [u8; 32],
    rng: &mut R,
) -> Option<PreparedAttack> {
    let attack = attack(id)?;
    let mut maker = Maker::new(clock, random, rng);
    let (before, after) = match attack.key {
        KeyOf::Pair(pair) => (maker.private(pair), maker.private(pair)),
        KeyOf::Drawn => (maker.drawn(), maker.drawn()),
        KeyOf::Guessable(secret) => (secret.to_owned(), maker.drawn()),
    };
    let [wrong, right] = attack.code;
    Some(PreparedAttack {
        id: attack.id.to_owned(),
        clauses: attack.clauses.iter().map(|it| (*it).to_owned()).collect(),
        desk: attack.desk,
        puts: attack.given.iter().map(|given| maker.put(given)).collect(),
        world: World {
            before: Secret::new(before),
            after: Secret::new(after),
        },
        code: [wrong.to_owned(), right.to_owned()],
    })
}

/// What the service says to a token, and whether it still serves honest people.
pub fn send<R: CryptoRngCore>(
    id: &str,
    world: &World,
    is_repaired: bool,
    token: &str,
    clock: i64,
    rng: &mut R,
) -> Option<Sent> {
    let service = service::Service::new(attack(id)?, world, is_repaired, clock);
    let honest = service.honest_token(rng);
    Some(Sent {
        answer: service.answer(token),
        honest: service.answer(&honest),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod testing;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
