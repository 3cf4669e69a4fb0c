//! Tries the causes, one at a time and then two together, until one opens the token or the budget
//! is spent. Nothing is proposed that was not computed.

use super::case::{Case, Found, Kind, Trial};
use super::{ALL, Depth, Tally, opens};
use crate::diagnosis::secret::inside;
use crate::diagnosis::{Budget, Diagnosis, KeyChange, Kind as Signed};
use crate::diagnostic::Diagnostic;
use crate::jose::encryption_algorithms::KeyManagement;
use crate::secret::Secret;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hasher};

/// Passwords that are tried whatever each of them costs.
const LEAST_PASSWORDS: u32 = 10;

struct Search<'a> {
    left: u32,
    tally: &'a mut Tally,
    /// Combinations already computed.
    seen: BTreeSet<u64>,
    /// Content Encryption Keys already found, which is the costly part.
    content_keys: BTreeMap<u64, Vec<Found>>,
}

/// Runs every cause, and every pair when none alone is enough and `depth` says so: the first
/// combination that opens the token.
pub fn search(
    case: &Case<'_>,
    budget: Budget,
    depth: Depth,
    tally: &mut Tally,
) -> Option<Diagnosis> {
    let start = case.trials();
    let costliest = start.iter().map(key_price).max().unwrap_or_default();
    let passwords = match start.iter().any(|trial| trial.rounds() > 0) {
        true => costliest.saturating_mul(LEAST_PASSWORDS),
        false => 0,
    };
    let mut search = Search {
        left: budget.0.max(passwords),
        tally,
        seen: BTreeSet::new(),
        content_keys: BTreeMap::new(),
    };
    // What failed as it was is not tried again. Parts that only a lenient reader gets were not
    // tried at all.
    if case.token.parts.iter().all(|part| part.exact) {
        search.seen = start.iter().map(whole).collect();
    }
    search.run(case, &start, depth)
}

impl Search<'_> {
    fn run(&mut self, case: &Case<'_>, start: &[Trial], depth: Depth) -> Option<Diagnosis> {
        let mut singles: Vec<Trial> = Vec::new();
        for trial in start {
            for next in changes(case, trial) {
                if let Some(found) = self.test(&next) {
                    return Some(found);
                }
                singles.push(next);
            }
        }
        for trial in start {
            if let Some(found) = self.prove(trial) {
                return Some(found);
            }
        }
        if depth == Depth::One {
            return None;
        }
        for trial in &singles {
            if let Some(found) = self.prove(trial) {
                return Some(found);
            }
        }
        for single in &singles {
            for next in changes(case, single) {
                if self.left == 0 {
                    return None;
                }
                if let Some(found) = self.test(&next) {
                    return Some(found);
                }
            }
        }
        None
    }

    fn test(&mut self, trial: &Trial) -> Option<Diagnosis> {
        if !self.seen.insert(whole(trial)) {
            return None;
        }
        let content_keys = self.open(trial)?;
        let key = trial.opens(content_keys)?;
        Some(opens(trial.steps.clone(), trial.fixes(key)))
    }

    fn prove(&mut self, trial: &Trial) -> Option<Diagnosis> {
        for cause in ALL {
            let Kind::Proof(prove) = cause.kind else {
                continue;
            };
            let content_keys = self.open(trial)?;
            if let Some(step) = prove(trial, content_keys) {
                let mut steps = trial.steps.clone();
                steps.push(step);
                return Some(opens(steps, Vec::new()));
            }
        }
        None
    }

    /// The Content Encryption Keys of a trial; `None` when the budget is spent.
    fn open(&mut self, trial: &Trial) -> Option<&[Found]> {
        let key = fingerprint(|hasher| trial.hash_key(hasher));
        let known = self.content_keys.contains_key(&key);
        let price = content_price(trial).saturating_add(if known { 0 } else { key_price(trial) });
        let left = self.left.checked_sub(price);
        self.left = left.unwrap_or_default();
        left?;
        self.tally.count = self.tally.count.saturating_add(1);
        note_kinds(&trial.steps, &mut self.tally.kinds);
        let found = self.content_keys.entry(key);
        Some(found.or_insert_with(|| trial.content_keys()))
    }
}

/// What a step's code begins with, and the key of what such steps try.
const KINDS: [(&str, &str); 17] = [
    ("secret", "tried-secret"),
    ("key", "tried-key"),
    ("jwe-key", "tried-key"),
    ("jwe-alg", "tried-algorithm"),
    ("jwe-enc", "tried-algorithm"),
    ("jwe-kdf", "tried-parameters"),
    ("jwe-oaep", "tried-algorithm"),
    ("jwe-content-key-given", "tried-key"),
    ("jwe-additional", "tried-parts"),
    ("jwe-party", "tried-parameters"),
    ("jwe-parameter", "tried-parameters"),
    ("jwe-packing", "tried-parts"),
    ("jwe-parts", "tried-parts"),
    ("jwe-part-", "tried-parts"),
    ("jwe-tag", "tried-parts"),
    ("jwe-as", "tried-parts"),
    ("token", "tried-token"),
];

fn note_kinds(steps: &[Diagnostic], kinds: &mut BTreeSet<&'static str>) {
    if steps.is_empty() {
        // What proves something of the token as it is looks at its parts.
        kinds.insert("tried-parts");
    }
    for step in steps {
        let known = KINDS.iter().find(|(start, _)| step.code.starts_with(start));
        kinds.extend(known.map(|(_, word)| *word));
    }
}

/// In the units of [`Budget`].
fn key_price(trial: &Trial) -> u32 {
    let each = match trial.alg.map(|alg| alg.management) {
        Some(KeyManagement::Rsa15 | KeyManagement::RsaOaep(_)) => 250,
        Some(KeyManagement::EcdhEs(_)) => 80,
        // One unit is as long as about 40 rounds.
        Some(KeyManagement::Pbes2(..)) => u32::try_from(trial.rounds() / 40).unwrap_or(u32::MAX),
        _ => 1,
    };
    let keys = u32::try_from(trial.keys.len()).unwrap_or(u32::MAX);
    each.saturating_mul(keys)
}

fn content_price(trial: &Trial) -> u32 {
    let length = u32::try_from(trial.ciphertext.len() / 10_000).unwrap_or(u32::MAX);
    length.saturating_add(1)
}

/// Everything that one cause makes of a trial, in the order of preference.
fn changes(case: &Case<'_>, trial: &Trial) -> Vec<Trial> {
    let mut all = Vec::new();
    for cause in super::super::ALL {
        let inside = inside::changes(cause.kind, &trial.keys).into_iter();
        all.extend(inside.map(|(key, step)| with_key(trial, key, step)));
        match (cause.kind, &trial.text) {
            (Signed::Text(change), Some(text)) => {
                let mut said = change(text.expose());
                said.retain(|(changed, _)| changed != text.expose());
                all.extend(said.into_iter().map(|(changed, step)| {
                    trial.with(step, |next| {
                        let key = KeyChange::read(&changed, case.question.key.reading);
                        next.keys = key.into_iter().collect();
                        next.text = Some(Secret::new(changed));
                        next.key_changed = true;
                    })
                }));
            }
            (Signed::Reading(read), Some(text)) => {
                let read = read(text.expose()).into_iter();
                all.extend(read.map(|(key, step)| with_key(trial, key, step)));
            }
            _ => {}
        }
    }
    for cause in ALL {
        if let Kind::Change(change) = cause.kind {
            all.extend(change(case, trial));
        }
    }
    all
}

fn with_key(trial: &Trial, key: KeyChange, step: Diagnostic) -> Trial {
    trial.with(step, |next| {
        next.keys = vec![key];
        next.text = None;
        next.key_changed = true;
    })
}

fn fingerprint(hash: impl Fn(&mut DefaultHasher)) -> u64 {
    let mut hasher = DefaultHasher::new();
    hash(&mut hasher);
    hasher.finish()
}

/// Equal for trials that compute the same.
fn whole(trial: &Trial) -> u64 {
    fingerprint(|hasher| {
        trial.hash_key(hasher);
        trial.hash_content(hasher);
    })
}
