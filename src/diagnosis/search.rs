//! Tries the causes, one at a time and then two together, until the budget is spent. Nothing is
//! proposed that was not computed.

use super::case::{Case, KeyChange, Reread, Rough, Trial};
use super::cause::{Cause, Kind, Said};
use super::proposal::Diagnosis;
use super::secret::inside;
use crate::crypto;
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
    /// About a second and a half in a browser.
    fn default() -> Self {
        Budget(30_000)
    }
}

/// What the search found.
#[derive(Default)]
pub struct Findings {
    /// Verified proposals, best first.
    pub verified: Vec<Diagnosis>,
    /// How many combinations were computed.
    pub tried: usize,
    /// Of which kinds they were, as the keys of their words.
    pub kinds: BTreeSet<&'static str>,
    /// What is left of the budget.
    pub left: u32,
}

impl Findings {
    /// What another search found, with what it tried.
    pub fn add(&mut self, found: Findings) {
        self.tried = self.tried.saturating_add(found.tried);
        self.kinds.extend(found.kinds);
        self.left = found.left;
        self.verified = found.verified;
    }

    /// Another text of the token that was verified anew.
    pub fn count_repair(&mut self) {
        self.tried = self.tried.saturating_add(1);
        self.kinds.insert("tried-token");
    }
}

/// Two faults at once are looked for, not three.
const MOST_STEPS: usize = 2;

/// The share of the budget that pairs leave to the last causes, in hundredths.
const LAST_SHARE: u32 = 22;

struct Search<'a> {
    case: &'a Case<'a>,
    left: u32,
    tried: usize,
    kinds: BTreeSet<&'static str>,
    /// Outcomes already found, with their places among the verified: two causes that come to the same bytes are one finding.
    known: Vec<(usize, Trial, Material)>,
    /// Combinations already computed.
    seen: BTreeSet<u64>,
    verified: Vec<Diagnosis>,
}

/// Runs every cause on every trial of `start`, and every pair of causes when none alone is
/// enough. A trial that comes with a step is tried itself first. `behind` are trials with a step,
/// which every cause is run on before the pairs.
pub fn search(
    case: &Case<'_>,
    start: &[Trial],
    behind: &[Trial],
    causes: &[Cause],
    last: &[Cause],
    budget: Budget,
) -> Findings {
    let mut search = Search {
        case,
        left: budget.0,
        tried: 0,
        kinds: BTreeSet::new(),
        known: Vec::new(),
        seen: BTreeSet::new(),
        verified: Vec::new(),
    };
    for trial in start {
        if trial.steps.is_empty() {
            // What failed as it was is not tried again.
            search.seen.insert(fingerprint(trial));
        } else {
            search.test(trial);
        }
    }
    let mut singles = Vec::new();
    if search.verified.is_empty() {
        let causes: Vec<Ready> = causes.iter().map(|cause| ready(case, cause)).collect();
        singles = search.singles(&causes, start);
        for trial in behind {
            if search.verified.is_empty() {
                search.test(trial);
            }
        }
        if search.verified.is_empty() {
            search.singles(&causes, behind);
        }
        let kept = if last.is_empty() {
            0
        } else {
            budget.0 / 100 * LAST_SHARE
        };
        search.pairs(&causes, &singles, kept);
    }
    if search.verified.is_empty() {
        let last: Vec<Ready> = last.iter().map(|cause| ready(case, cause)).collect();
        search.singles(&last, start);
        if search.verified.is_empty() {
            search.singles(&last, behind);
        }
        search.last_inputs(&last, &singles);
    }
    Findings {
        verified: search.verified,
        tried: search.tried,
        kinds: search.kinds,
        left: search.left,
    }
}

impl Search<'_> {
    /// One cause at a time. Gives the trials that failed, with the place of their cause.
    fn singles(&mut self, causes: &[Ready], start: &[Trial]) -> Vec<(usize, Trial)> {
        let mut singles = Vec::new();
        for (order, cause) in causes.iter().enumerate() {
            for trial in start {
                if trial.steps.len() >= MOST_STEPS {
                    continue;
                }
                for next in apply(self.case, cause, trial) {
                    self.test(&next);
                    singles.push((order, next));
                }
                if self.verified.is_empty() {
                    self.prove(cause, trial);
                }
            }
        }
        // The earlier a change is carried out, the more can follow it.
        let stage = |order: &usize| causes.get(*order).map_or(0, Ready::stage);
        singles.sort_by_key(|(order, _)| stage(order));
        singles
    }

    /// Two causes together, until the first that holds or until no more than `kept` is left.
    fn pairs(&mut self, causes: &[Ready], singles: &[(usize, Trial)], kept: u32) {
        for (order, first) in singles {
            if first.steps.len() >= MOST_STEPS {
                continue;
            }
            let stage = causes.get(*order).map_or(0, Ready::stage);
            for (other, cause) in causes.iter().enumerate() {
                if self.left <= kept || !self.verified.is_empty() {
                    return;
                }
                let may_be_repeated = matches!(cause, Ready::Text(_) | Ready::Signature(_));
                // What a reading gave can be a text again.
                let goes_in = stage == READING && matches!(cause, Ready::Text(_));
                let follows =
                    stage < cause.stage() || (stage == cause.stage() && may_be_repeated) || goes_in;
                if other == *order || !follows {
                    continue;
                }
                for next in apply(self.case, cause, first) {
                    if self.left <= kept {
                        return;
                    }
                    self.test(&next);
                }
                if self.verified.is_empty() {
                    self.prove(cause, first);
                }
            }
        }
    }

    /// The last causes that change what was signed, each on what another cause left.
    fn last_inputs(&mut self, last: &[Ready], singles: &[(usize, Trial)]) {
        for (_, first) in singles {
            for cause in last {
                if self.left == 0 || !self.verified.is_empty() {
                    return;
                }
                if matches!(cause, Ready::Input(_)) && first.steps.len() < MOST_STEPS {
                    for next in apply(self.case, cause, first) {
                        self.test(&next);
                    }
                }
            }
        }
    }

    fn test(&mut self, trial: &Trial) {
        if self.left == 0 || !trial.is_sound() || !may_hold(trial) {
            return;
        }
        if !self.seen.insert(fingerprint(trial)) {
            return;
        }
        self.tried = self.tried.saturating_add(1);
        self.note_kinds(&trial.steps);
        let key = trial.holds(&self.case.recovered);
        self.pay();
        let Some(key) = key else { return };
        let same = self.known.iter().position(|(_, known, material)| {
            is_same(known.row, trial.row)
                && known.signature == trial.signature
                && known.input == trial.input
                && *material == key.material
        });
        let diagnosis = Diagnosis {
            steps: trial.steps.clone(),
            is_verified: true,
            is_certain: false,
            fixes: trial.fixes(self.case, key),
        };
        let Some(same) = same else {
            let place = self.verified.len();
            self.known
                .push((place, trial.clone(), key.material.clone()));
            self.verified.push(diagnosis);
            return;
        };
        // The same with fewer steps says what matters.
        if let Some((place, known, _)) = self.known.get_mut(same)
            && let Some(before) = self.verified.get_mut(*place)
            && diagnosis.steps.len() < before.steps.len()
        {
            *known = trial.clone();
            *before = diagnosis;
        }
    }

    fn prove(&mut self, cause: &Ready, trial: &Trial) {
        let Ready::Proof(prove) = cause else {
            return;
        };
        if self.left == 0 || !trial.is_sound() {
            return;
        }
        self.tried = self.tried.saturating_add(1);
        self.kinds.insert("tried-algorithm");
        let found = prove(self.case, trial);
        self.pay();
        self.left = self.left.saturating_sub(1);
        for step in found.into_iter().take(1) {
            let mut steps = trial.steps.clone();
            steps.push(step);
            self.verified.push(Diagnosis {
                steps,
                is_verified: true,
                is_certain: false,
                fixes: Vec::new(),
            });
        }
    }

    fn note_kinds(&mut self, steps: &[Diagnostic]) {
        for step in steps {
            let kind = step.code.split('-').next().unwrap_or_default();
            let known = KINDS.iter().find(|(prefix, _)| *prefix == kind);
            self.kinds.extend(known.map(|(_, word)| *word));
        }
    }

    /// Takes what was computed from the budget.
    fn pay(&mut self) {
        let Budget(spent) = self.case.recovered.take_spent();
        self.left = self.left.saturating_sub(spent);
    }
}

/// Whether a key of the trial can have made a signature of this length.
fn may_hold(trial: &Trial) -> bool {
    let scheme = trial.row.scheme;
    trial.keys.iter().any(|key| {
        let expected = crypto::signature_len(scheme, &key.material);
        crypto::fits(scheme, &key.material) && expected == Some(trial.signature.len())
    })
}

/// What a step's code begins with, and the key of what such steps try.
const KINDS: [(&str, &str); 6] = [
    ("secret", "tried-secret"),
    ("key", "tried-key"),
    ("algorithm", "tried-algorithm"),
    ("signature", "tried-signature"),
    ("input", "tried-input"),
    ("token", "tried-token"),
];

/// `EdDSA` and `Ed25519` are two names of one computation.
fn is_same(a: &SignatureAlgorithm, b: &SignatureAlgorithm) -> bool {
    let is_edwards =
        |row: &SignatureAlgorithm| matches!(row.scheme, Scheme::EdDsa | Scheme::EdDsaOn(_));
    a == b || (is_edwards(a) && is_edwards(b))
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

/// See [`Ready::stage`].
const READING: u8 = 1;

/// A cause with all that depends on the case alone computed once.
enum Ready {
    Text(fn(&str) -> Vec<Said<String>>),
    Reading(fn(&str) -> Vec<Said<KeyChange>>),
    Decoded(fn(&[u8]) -> Vec<Said<KeyChange>>),
    Key(Vec<Said<KeyChange>>),
    Algorithm(fn(&Material, &SignatureAlgorithm) -> Vec<Said<&'static SignatureAlgorithm>>),
    Signature(fn(&Trial) -> Vec<Said<Vec<u8>>>),
    Input(Vec<Said<Vec<u8>>>),
    Paste(Vec<Said<Reread>>),
    Proof(fn(&Case<'_>, &Trial) -> Vec<Diagnostic>),
    Nothing,
}

impl Ready {
    /// Changes are carried out in this order, each on what the one before left: the text of the
    /// secret, its reading, the token, its signature, how it was made and over what.
    fn stage(&self) -> u8 {
        match self {
            Ready::Text(_) => 0,
            Ready::Reading(_) | Ready::Key(_) => READING,
            Ready::Decoded(_) => 2,
            Ready::Paste(_) => 3,
            Ready::Signature(_) => 4,
            Ready::Algorithm(_) => 5,
            Ready::Input(_) => 6,
            Ready::Proof(_) | Ready::Nothing => 7,
        }
    }
}

fn ready(case: &Case<'_>, cause: &Cause) -> Ready {
    match cause.kind {
        Kind::Text(change) => Ready::Text(change),
        Kind::Reading(change) => Ready::Reading(change),
        Kind::Decoded(change) => Ready::Decoded(change),
        Kind::Key(change) => Ready::Key(change(case)),
        Kind::Algorithm(change) => Ready::Algorithm(change),
        Kind::Signature(change) => Ready::Signature(change),
        Kind::Input(change) => Ready::Input(change(case)),
        Kind::Paste(_) => Ready::Paste(
            super::changed_by(cause, &case.paste)
                .into_iter()
                .filter_map(|(text, step)| Some((case.reread(&text)?, step)))
                .collect(),
        ),
        Kind::Proof(prove) => Ready::Proof(prove),
        Kind::Certain(_) | Kind::CertainOfPaste(_) => Ready::Nothing,
    }
}

/// All trials that one cause makes of one.
fn apply(case: &Case<'_>, cause: &Ready, trial: &Trial) -> Vec<Trial> {
    match cause {
        Ready::Text(change) => {
            let inside = inside::changes(Kind::Text(*change), &trial.keys);
            let mut all = each(trial, inside, decoded_anew);
            let Some(text) = &trial.text else {
                return all;
            };
            let mut said = change(text.expose());
            said.retain(|(changed, _)| changed != text.expose());
            all.extend(each(trial, said, |next, text| {
                let key = KeyChange::read(&text, case.question.key.reading);
                next.keys = key.into_iter().collect();
                next.text = Some(Secret::new(text));
                next.key_changed = true;
            }));
            all
        }
        Ready::Decoded(change) => {
            let inside = inside::changes(Kind::Decoded(*change), &trial.keys);
            each(trial, inside, decoded_anew)
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
        Ready::Key(keys) if !trial.key_changed && trial.key_box.is_none() => {
            each(trial, keys.clone(), |next, key| {
                next.keys = vec![key];
                next.text = None;
                next.key_changed = true;
            })
        }
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
            next.signature_text = crate::base64url::encode(&signature);
            next.signature = signature;
            next.signature_changed = true;
        }),
        Ready::Input(inputs) if trial.takes_other_inputs(case) => {
            each(trial, inputs.clone(), |next, input| {
                next.input = input.into();
                next.input_changed = true;
                next.is_beyond_boxes = true;
            })
        }
        Ready::Paste(pastes) if trial.paste.is_none() && !trial.is_beyond_boxes => {
            each(trial, pastes.clone(), |next, reread| {
                next.row = reread.row;
                next.input = reread.input;
                next.signature_text = crate::base64url::encode(&reread.signature);
                next.signature = reread.signature;
                next.own_key = reread.own_key;
                next.rough = Rough::No;
                next.paste = Some(reread.text);
            })
        }
        _ => Vec::new(),
    }
}

fn decoded_anew(next: &mut Trial, key: KeyChange) {
    next.keys = vec![key];
    next.text = None;
    next.key_changed = true;
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
