//! The self-test of the page, on the host: the same rows, through the same jobs, judged by the same
//! code. It must pass, and it must be able to fail.

use crate::rows::{FILES, lines};
use jwt_debugger::job::JobOutcome;
use jwt_debugger::self_test::{Difference, Vector, read};
use jwt_debugger::worker;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use std::collections::BTreeMap;

/// How many vectors of each RFC the page runs.
const COUNTS: [(&str, usize); 11] = [
    ("RFC 7515", 14),
    ("RFC 7516", 6),
    ("RFC 7517", 5),
    ("RFC 7519", 5),
    ("RFC 7520", 88),
    ("RFC 7638", 9),
    ("RFC 7797", 6),
    ("RFC 8037", 3),
    ("RFC 9449", 7),
    ("RFC 9901", 23),
    ("RFC 9964", 6),
];

fn vectors() -> Vec<Vector> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/data/");
    let text = lines(|file| {
        let text = std::fs::read_to_string(format!("{folder}{file}.json")).unwrap();
        serde_json::from_str(&text).unwrap()
    });
    read(&text).unwrap()
}

fn outcome(vector: &Vector, rng: &mut ChaCha20Rng) -> Result<(), Option<Box<Difference>>> {
    let job = vector.job().ok_or(None)?;
    let mut outcome: JobOutcome = worker::run(job, rng);
    if let Some(job) = vector.then(&outcome) {
        outcome = worker::run(job, rng);
    }
    vector.judge(&outcome).map_err(Some)
}

#[test]
fn every_vector_passes() {
    let mut rng = ChaCha20Rng::seed_from_u64(0);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut failures = Vec::new();
    for vector in vectors() {
        *counts.entry(vector.group.clone()).or_default() += 1;
        if let Err(difference) = outcome(&vector, &mut rng) {
            failures.push(format!("{} {}: {difference:?}", vector.group, vector.name));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    let expected = COUNTS.map(|(rfc, count)| (rfc.to_owned(), count));
    assert_eq!(counts, BTreeMap::from(expected));
    assert!(FILES.iter().all(|(_, rfc)| counts.contains_key(*rfc)));
}

#[test]
fn one_changed_bit_fails_every_vector_that_something_protects() {
    let mut rng = ChaCha20Rng::seed_from_u64(0);
    let mut unnoticed = Vec::new();
    let (mut changed, mut left) = (0, Vec::new());
    for vector in vectors() {
        let Some(vector) = vector.changed() else {
            left.push(vector.name);
            continue;
        };
        changed += 1;
        if outcome(&vector, &mut rng).is_ok() {
            unnoticed.push(format!("{} {}", vector.group, vector.name));
        }
    }
    assert!(unnoticed.is_empty(), "{}", unnoticed.join("\n"));
    assert_eq!((changed, left.len()), (156, 16), "{left:?}");
}
