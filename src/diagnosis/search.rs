//! Tries the causes, one at a time and then two together, until the budget is spent. Nothing is
//! proposed that was not computed.

use super::case::{Case, KeyChange, Trial};
use super::cause::{Cause, Kind, Said};
use super::proposal::Diagnosis;
use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::{Scheme, SignatureAlgorithm};
use crate::keys::Material;
use crate::secret::Secret;
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// How much may be computed: one unit is about an HMAC of ten kilobytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget(pub u32);

impl Default for Budget {
    /// About a second in a browser.
    fn default() -> Self {
        Budget(20_000)
    }
}

/// What the search found.
pub struct Findings {
    /// Verified proposals, best first.
    pub verified: Vec<Diagnosis>,
    /// How many combinations were computed.
    pub tried: usize,
}

struct Search<'a> {
    case: &'a Case<'a>,
    left: u32,
    tried: usize,
    /// Outcomes already found: two causes that come to the same bytes are one finding.
    known: Vec<Trial>,
    /// Combinations already computed.
    seen: BTreeSet<u64>,
    verified: Vec<Diagnosis>,
}

/// Runs every cause, and every pair when none alone is enough.
pub fn search(case: &Case<'_>, causes: &[Cause], last: &[Cause], budget: Budget) -> Findings {
    let causes: Vec<Ready> = causes.iter().map(|cause| ready(case, cause)).collect();
    let last: Vec<Ready> = last.iter().map(|cause| ready(case, cause)).collect();
    let mut search = Search {
        case,
        left: budget.0,
        tried: 0,
        known: Vec::new(),
        seen: BTreeSet::new(),
        verified: Vec::new(),
    };
    let start = case.trials();
    // What failed as it was is not tried again.
    for trial in &start {
        search.seen.insert(fingerprint(trial));
    }
    let mut singles: Vec<(usize, Trial)> = Vec::new();
    for (order, cause) in causes.iter().enumerate() {
        for trial in &start {
            for next in apply(case, cause, trial) {
                search.test(&next);
                singles.push((order, next));
            }
            if search.verified.is_empty() {
                search.prove(cause, trial);
            }
        }
    }
    if search.verified.is_empty() {
        for (order, first) in &singles {
            let first_cause = causes.get(*order);
            for (later, cause) in causes.iter().enumerate() {
                // Two changes of the text can need either order; others are tried in theirs.
                let both_text =
                    matches!((first_cause, cause), (Some(Ready::Text(_)), Ready::Text(_)));
                if later == *order || (later < *order && !both_text) {
                    continue;
                }
                for next in apply(case, cause, first) {
                    search.test(&next);
                }
            }
            if search.left == 0 {
                break;
            }
        }
    }
    if search.verified.is_empty() {
        for (cause, trial) in last
            .iter()
            .flat_map(|cause| start.iter().map(move |t| (cause, t)))
        {
            for next in apply(case, cause, trial) {
                search.test(&next);
            }
        }
    }
    Findings {
        verified: search.verified,
        tried: search.tried,
    }
}

impl Search<'_> {
    fn test(&mut self, trial: &Trial) {
        if !self.seen.insert(fingerprint(trial)) || !self.pay(trial) {
            return;
        }
        self.tried = self.tried.saturating_add(1);
        let Some(key) = trial.holds() else { return };
        let same = self.known.iter().any(|known| {
            known.row == trial.row
                && known.signature == trial.signature
                && known.input == trial.input
                && known.holds().map(|key| &key.material) == Some(&key.material)
        });
        if same {
            return;
        }
        self.known.push(trial.clone());
        self.verified.push(Diagnosis {
            steps: trial.steps.clone(),
            is_verified: true,
            is_certain: false,
            fixes: trial.fixes(self.case, key),
        });
    }

    fn prove(&mut self, cause: &Ready, trial: &Trial) {
        let Ready::Proof(prove) = cause else {
            return;
        };
        if !self.pay(trial) {
            return;
        }
        self.tried = self.tried.saturating_add(1);
        for step in prove(self.case, trial).into_iter().take(1) {
            self.verified.push(Diagnosis {
                steps: vec![step],
                is_verified: true,
                is_certain: false,
                fixes: Vec::new(),
            });
        }
    }

    /// Takes the price of a trial from the budget; `false` when it is not enough.
    fn pay(&mut self, trial: &Trial) -> bool {
        let each = match trial.row.scheme {
            Scheme::Hmac(_) => 1,
            Scheme::RsaPkcs1(_) | Scheme::RsaPss(_) => 25,
            _ => 100,
        };
        let length = u32::try_from(trial.input.len() / 10_000).unwrap_or(u32::MAX);
        let keys = u32::try_from(trial.keys.len()).unwrap_or(u32::MAX);
        let price = length.saturating_add(each).saturating_mul(keys);
        match self.left.checked_sub(price) {
            Some(left) => {
                self.left = left;
                true
            }
            None => {
                self.left = 0;
                false
            }
        }
    }
}

/// Equal for trials that compute the same.
fn fingerprint(trial: &Trial) -> u64 {
    let mut hasher = DefaultHasher::new();
    trial.row.name.hash(&mut hasher);
    trial.input.hash(&mut hasher);
    trial.signature.hash(&mut hasher);
    for key in &trial.keys {
        match &key.material {
            Material::Oct(secret) => secret.expose().hash(&mut hasher),
            other => crate::keys::public_jwk(other).hash(&mut hasher),
        }
    }
    hasher.finish()
}

/// A cause with all that depends on the case alone computed once.
enum Ready {
    Text(fn(&str) -> Vec<Said<String>>),
    Reading(fn(&str) -> Vec<Said<KeyChange>>),
    Key(Vec<Said<KeyChange>>),
    Algorithm(fn(&Material, &SignatureAlgorithm) -> Vec<Said<&'static SignatureAlgorithm>>),
    Signature(fn(&Trial) -> Vec<Said<Vec<u8>>>),
    Input(Vec<Said<Vec<u8>>>),
    Paste(Vec<Said<Reread>>),
    Proof(fn(&Case<'_>, &Trial) -> Vec<Diagnostic>),
    Nothing,
}

/// Another text of the token box, read.
#[derive(Clone)]
struct Reread {
    text: String,
    row: &'static SignatureAlgorithm,
    input: Vec<u8>,
    signature: Vec<u8>,
}

fn ready(case: &Case<'_>, cause: &Cause) -> Ready {
    match cause.kind {
        Kind::Text(change) => Ready::Text(change),
        Kind::Reading(change) => Ready::Reading(change),
        Kind::Key(change) => Ready::Key(change(case)),
        Kind::Algorithm(change) => Ready::Algorithm(change),
        Kind::Signature(change) => Ready::Signature(change),
        Kind::Input(change) => Ready::Input(change(case)),
        Kind::Paste(change) => Ready::Paste(
            change(&case.paste)
                .into_iter()
                .filter_map(|(text, step)| {
                    let (row, input, signature) = case.reread(&text)?;
                    let reread = Reread {
                        text,
                        row,
                        input,
                        signature,
                    };
                    Some((reread, step))
                })
                .collect(),
        ),
        Kind::Proof(prove) => Ready::Proof(prove),
        Kind::Certain(_) => Ready::Nothing,
    }
}

/// All trials that one cause makes of one.
fn apply(case: &Case<'_>, cause: &Ready, trial: &Trial) -> Vec<Trial> {
    match cause {
        Ready::Text(change) => {
            let Some(text) = &trial.text else {
                return Vec::new();
            };
            let mut said = change(text.expose());
            said.retain(|(changed, _)| changed != text.expose());
            each(trial, said, |next, text| {
                let key = KeyChange::read(&text, case.question.key.reading);
                next.keys = key.into_iter().collect();
                next.text = Some(Secret::new(text));
                next.key_changed = true;
            })
        }
        Ready::Reading(change) => {
            let Some(text) = &trial.text else {
                return Vec::new();
            };
            // A key that a cause chose already is not read again.
            each(trial, change(text.expose()), |next, key| {
                next.keys = vec![key];
                next.text = None;
                next.key_changed = true;
            })
        }
        Ready::Key(keys) if !trial.key_changed => each(trial, keys.clone(), |next, key| {
            next.keys = vec![key];
            next.text = None;
            next.key_changed = true;
        }),
        Ready::Algorithm(change) => {
            let mut all = Vec::new();
            for key in &trial.keys {
                let rows = change(&key.material, trial.row);
                all.extend(each(trial, rows, |next, row| {
                    next.row = row;
                    next.keys = vec![key.clone()];
                    next.is_beyond_boxes = true;
                }));
            }
            all
        }
        Ready::Signature(change) => each(trial, change(trial), |next, signature| {
            next.signature = signature;
            next.signature_changed = true;
        }),
        Ready::Input(inputs) if trial.paste.is_none() && !trial.is_beyond_boxes => {
            each(trial, inputs.clone(), |next, input| {
                next.input = input;
                next.is_beyond_boxes = true;
            })
        }
        Ready::Paste(pastes) if trial.paste.is_none() && !trial.signature_changed => {
            each(trial, pastes.clone(), |next, reread| {
                next.row = reread.row;
                next.input = reread.input;
                next.signature = reread.signature;
                next.paste = Some(reread.text);
            })
        }
        _ => Vec::new(),
    }
}

fn each<T>(trial: &Trial, said: Vec<Said<T>>, set: impl Fn(&mut Trial, T)) -> Vec<Trial> {
    said.into_iter()
        .map(|(value, step)| {
            let mut next = trial.clone();
            set(&mut next, value);
            next.steps.push(step);
            next
        })
        .collect()
}
