//! A service that reads a bearer token as it should, step by step, but for the one mistake of its
//! attack; over the reading, the algorithms and the cryptography of the product itself.
//! Spec: RFC 7519 §7.2, RFC 7515 §5.2, RFC 8725 §3.

use super::seam::Taken;
use super::{Answer, Attack, GOAL, KeyOf, Mistake, Outcome, Step, StepTaken, World};
use crate::crypto;
use crate::diagnostic::{Diagnostic, Severity};
use crate::inspect::{Family, Inspection, Serialization, StructureState, inspect};
use crate::job::Draft;
use crate::jose::algorithms::{SignatureAlgorithm, signature_algorithm};
use crate::json::{Document, Kind};
use crate::judge::{ClaimsState, Expectations, judge};
use crate::keys::{KeyInput, Material, convert, read_key};
use crate::secret::Secret;
use crate::sign::sign;
use crate::verify::Attempt;
use rand_core::CryptoRngCore;

/// Whom the service's tokens are for.
pub(super) const AUDIENCE: &str = "Online-Toestemming-Workshop";
/// The name of its key.
pub(super) const KID: &str = "issuer-1";

/// A service, at a moment.
pub(super) struct Service<'a> {
    attack: &'a Attack,
    world: &'a World,
    is_repaired: bool,
    clock: i64,
}

/// Why a token is refused, and at which step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    step: Step,
    said: Diagnostic,
}

impl Refusal {
    pub(super) fn new(step: Step, code: &'static str) -> Self {
        let said = Diagnostic::new(Severity::Danger, code);
        Refusal { step, said }
    }

    pub(super) fn with(mut self, name: &'static str, fact: impl Into<String>) -> Self {
        self.said = self.said.with(name, fact.into());
        self
    }
}

/// How a signature is to be verified.
pub(super) enum Choice {
    /// Not at all.
    Unsigned,
    /// With any of these keys.
    With(&'static SignatureAlgorithm, Vec<Material>),
}

/// A token as the service has read it.
pub(super) struct Request<'a> {
    pub(super) header: &'a Document,
    payload: &'a Document,
    attempt: Attempt<'a>,
}

impl<'a> Request<'a> {
    fn read(inspection: &'a Inspection) -> Option<Self> {
        let [token] = inspection.tokens.as_slice() else {
            return None;
        };
        let whole = inspection.structure(0) != StructureState::Damaged;
        let is_compact = token.serialization == Serialization::Compact;
        if !whole || !is_compact || token.family != Family::Jws {
            return None;
        }
        let (header, payload) = (token.header()?, token.payload()?);
        // Of two members of one name nobody knows which one counts.
        let is_plain = |document: &Document| {
            let object = document.object();
            object.is_some_and(|object| object.duplicate_names().is_empty())
        };
        if !is_plain(header) || !is_plain(payload) {
            return None;
        }
        Some(Request {
            header,
            payload,
            attempt: Attempt::new(token, token.signatures.first()?, None),
        })
    }

    /// `alg` as the header says it; empty without one.
    pub(super) fn alg(&self) -> String {
        text(self.header, "alg")
    }

    /// The algorithm, which is to be the one that the service asks for.
    pub(super) fn row_of(&self, alg: &str) -> Result<&'static SignatureAlgorithm, Refusal> {
        let found = self.alg();
        signature_algorithm(alg)
            .filter(|_| found == alg)
            .ok_or_else(|| {
                let refusal = Refusal::new(Step::Algorithm, "lab-refused-algorithm");
                refusal.with("found", found).with("alg", alg)
            })
    }

    /// `kid` as the header says it.
    pub(super) fn kid(&self) -> Option<String> {
        self.header.get("kid").map(|_| text(self.header, "kid"))
    }
}

/// A member that is a string; empty without one.
fn text(document: &Document, name: &str) -> String {
    let value = document.get(name);
    let value = value.filter(|value| value.kind() == Kind::String);
    let text = value.and_then(|value| value.text());
    text.unwrap_or_default().into_owned()
}

impl<'a> Service<'a> {
    pub(super) fn new(attack: &'a Attack, world: &'a World, is_repaired: bool, clock: i64) -> Self {
        Service {
            attack,
            world,
            is_repaired,
            clock,
        }
    }

    /// What the service says to a token.
    pub(super) fn answer(&self, token: &str) -> Answer {
        let mut steps = Vec::new();
        let outcome = match self.walk(token, &mut steps) {
            Ok(role) if role == GOAL => Outcome::Fooled(role),
            Ok(role) => Outcome::Accepted(role),
            Err(refusal) => {
                steps.push(taken(refusal.step, Taken::Stopped));
                Outcome::Refused(refusal.said)
            }
        };
        Answer { outcome, steps }
    }

    /// Every step in its order; the role at its end.
    fn walk(&self, token: &str, steps: &mut Vec<StepTaken>) -> Result<String, Refusal> {
        let inspection = inspect(token);
        let request = Request::read(&inspection)
            .ok_or_else(|| Refusal::new(Step::Read, "lab-refused-unreadable"))?;
        steps.push(taken(Step::Read, Taken::Passed));
        let choice = self.choose(&request).inspect_err(|refusal| {
            if refusal.step == Step::Key {
                steps.push(self.passed(Step::Algorithm));
            }
        })?;
        steps.push(self.passed(Step::Algorithm));
        steps.push(self.passed(Step::Key));
        match choice {
            Choice::Unsigned => steps.push(taken(Step::Signature, Taken::LeftOut)),
            Choice::With(row, keys) => {
                signature(&request, row, &keys)?;
                steps.push(taken(Step::Signature, Taken::Passed));
            }
        }
        for (step, look) in CHECKS {
            if !self.leaves_out(step) {
                look(&request, &inspection, self.clock)?;
            }
            steps.push(self.passed(step));
        }
        Ok(text(request.payload, "role"))
    }

    fn choose(&self, request: &Request<'_>) -> Result<Choice, Refusal> {
        match self.attack.mistake {
            Mistake::Chooses(choose) if !self.is_repaired => choose(request, self.world),
            _ => self.choose_well(request),
        }
    }

    /// The algorithm that was agreed on, and the service's own key (RFC 8725 §3.1, §3.8).
    fn choose_well(&self, request: &Request<'_>) -> Result<Choice, Refusal> {
        let row = request.row_of(self.alg())?;
        if request.header.get("jwk").is_some() {
            return Err(Refusal::new(Step::Key, "lab-refused-own-key"));
        }
        if let Some(kid) = request.kid().filter(|kid| kid != KID) {
            return Err(Refusal::new(Step::Key, "lab-refused-kid").with("kid", kid));
        }
        Ok(Choice::With(row, own_keys(self.key())))
    }

    /// A step that is over; the one at which the mistake is made was none.
    fn passed(&self, step: Step) -> StepTaken {
        let is_mistake = step == self.attack.step && !self.is_repaired;
        taken(
            step,
            if is_mistake {
                Taken::LeftOut
            } else {
                Taken::Passed
            },
        )
    }

    fn leaves_out(&self, step: Step) -> bool {
        let leaves_out = matches!(self.attack.mistake, Mistake::LeavesOut);
        leaves_out && step == self.attack.step && !self.is_repaired
    }

    fn key(&self) -> &Secret<String> {
        match self.is_repaired {
            true => &self.world.after,
            false => &self.world.before,
        }
    }

    fn alg(&self) -> &'static str {
        match self.attack.key {
            KeyOf::Pair(pair) => pair.alg,
            KeyOf::Drawn | KeyOf::Guessable(_) => "HS256",
        }
    }

    /// What the issuer gives to a patient.
    pub(super) fn honest_token<R: CryptoRngCore>(&self, rng: &mut R) -> String {
        let exp = self.clock.saturating_add(300);
        let draft = Draft {
            header: format!(r#"{{"alg":"{}","kid":"{KID}"}}"#, self.alg()),
            payload: format!(
                r#"{{"sub":"somebody-honest","role":"Patient","aud":"{AUDIENCE}","exp":{exp}}}"#
            ),
            key: KeyInput {
                text: self.key().clone(),
                ..KeyInput::default()
            },
            ..Draft::default()
        };
        let signed = sign(&draft, rng);
        signed.map(|signed| signed.token).unwrap_or_default()
    }
}

/// The service's own keys.
pub(super) fn own_keys(text: &Secret<String>) -> Vec<Material> {
    let reading = read_key(&KeyInput {
        text: text.clone(),
        ..KeyInput::default()
    });
    reading.keys.into_iter().map(|key| key.material).collect()
}

/// The public half of a key as PEM, the way a service has it in a file.
pub fn public_pem(text: &Secret<String>) -> String {
    let (_, spelled) = convert(&KeyInput {
        text: text.clone(),
        ..KeyInput::default()
    });
    let mut spellings = spelled.into_iter().flat_map(|key| key.spellings);
    let pem = spellings.find(|spelling| spelling.id == "spki");
    pem.map(|pem| pem.text.expose().clone()).unwrap_or_default()
}

type Look = fn(&Request<'_>, &Inspection, i64) -> Result<(), Refusal>;

/// What comes after the signature, in order.
const CHECKS: [(Step, Look); 3] = [
    (Step::Crit, crit),
    (Step::Time, time),
    (Step::Audience, audience),
];

fn signature(
    request: &Request<'_>,
    row: &SignatureAlgorithm,
    keys: &[Material],
) -> Result<(), Refusal> {
    let input = request.attempt.signing_input();
    let bytes = request.attempt.signature_bytes();
    let holds = |key: &Material| crypto::verify(row.scheme, key, &input, bytes).is_ok();
    if keys.iter().any(holds) {
        return Ok(());
    }
    Err(Refusal::new(Step::Signature, "lab-refused-signature"))
}

/// RFC 7515 §4.1.11: this service understands no extension.
fn crit(request: &Request<'_>, _: &Inspection, _: i64) -> Result<(), Refusal> {
    let Some(crit) = request.header.get("crit") else {
        return Ok(());
    };
    let names = crit.items().filter_map(|name| name.text());
    let names: Vec<String> = names.map(|name| name.into_owned()).collect();
    let refusal = Refusal::new(Step::Crit, "lab-refused-crit");
    Err(refusal.with("names", names.join(", ")))
}

/// RFC 7519 §4.1.4 and §4.1.5; a token without an end is not taken either.
fn time(request: &Request<'_>, inspection: &Inspection, clock: i64) -> Result<(), Refusal> {
    let refused = |code| Err(Refusal::new(Step::Time, code));
    if request.payload.get("exp").is_none() {
        return refused("lab-refused-endless");
    }
    match judge(inspection, 0, clock, &Expectations::default()).state {
        ClaimsState::Ok => Ok(()),
        ClaimsState::Expired => refused("lab-refused-expired"),
        _ => refused("lab-refused-time"),
    }
}

/// RFC 7519 §4.1.3, RFC 8725 §3.9.
fn audience(request: &Request<'_>, _: &Inspection, _: i64) -> Result<(), Refusal> {
    let aud = request.payload.get("aud");
    let own = |value: crate::json::Value<'_>| value.text().as_deref() == Some(AUDIENCE);
    if aud.is_some_and(|aud| own(aud) || aud.items().any(own)) {
        return Ok(());
    }
    let found = aud.map(|aud| aud.raw_text().into_owned());
    let refusal = Refusal::new(Step::Audience, "lab-refused-audience");
    Err(refusal.with("found", found.unwrap_or_else(|| "–".to_owned())))
}

fn taken(step: Step, taken: Taken) -> StepTaken {
    StepTaken {
        name: step.word().to_owned(),
        taken,
    }
}
