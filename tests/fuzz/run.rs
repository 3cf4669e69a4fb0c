//! One target, its seeds, and changes of them until the time is over.

use crate::targets::{self, Target};
use crate::{corpus, mutate};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

/// Seconds for a target where none are asked for: all of them take a minute together.
const SECONDS: f64 = 2.9;
/// Changed inputs that are tried even where time is over.
const LEAST: u64 = 50;
/// Changed inputs that are enough where no time was asked for.
const ENOUGH: u64 = 50_000;
/// One input of a few kilobytes may take so long at most, on a machine that is busy.
const SLOWEST: Duration = Duration::from_secs(20);

fn number<T: std::str::FromStr>(name: &str) -> Option<T> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name}={text}")))
}

/// Tries the target of this name.
pub fn target(name: &str) {
    let target = targets::ALL.into_iter().find(|one| one.name == name);
    let target = target.unwrap();
    let seeds = corpus::seeds(&target);
    let kept = corpus::found(name);
    assert!(
        seeds.len() >= target.least,
        "{name} starts from {} seeds",
        seeds.len()
    );
    for (file, input) in &kept {
        attempt(&target, input, file);
    }
    for (at, input) in seeds.iter().enumerate() {
        attempt(&target, input, &format!("seed {at}"));
    }
    let asked: Option<f64> = number("FUZZ_SECONDS");
    let enough = asked.map_or(ENOUGH, |_| u64::MAX);
    let time = Duration::from_secs_f64(asked.unwrap_or(SECONDS));
    let seed = number("FUZZ_SEED").unwrap_or(9);
    let mut rng = ChaCha20Rng::seed_from_u64(seed);
    let started = Instant::now();
    let mut ran = 0_u64;
    while ran < LEAST || (ran < enough && started.elapsed() < time) {
        let input = mutate::mutate(&seeds, &mut rng);
        attempt(&target, &input, &format!("input {ran} of seed {seed}"));
        ran += 1;
    }
    // Past the test runner, which keeps what a passing test prints.
    let _ = writeln!(
        std::io::stderr(),
        "fuzz {name}: {} executions ({} kept, {} seeds, {ran} changed) in {:.1} s",
        ran + (seeds.len() + kept.len()) as u64,
        kept.len(),
        seeds.len(),
        started.elapsed().as_secs_f64()
    );
}

fn attempt(target: &Target, input: &[u8], which: &str) {
    let started = Instant::now();
    let outcome = catch_unwind(AssertUnwindSafe(|| (target.run)(input)));
    let took = started.elapsed();
    if outcome.is_err() || took > SLOWEST {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fuzz");
        let file = folder.join(target.name);
        let _ = std::fs::create_dir_all(&folder);
        let _ = std::fs::write(&file, input);
        panic!(
            "{}: {which} took {took:?}; it stands in {}:\nb\"{}\"",
            target.name,
            file.display(),
            input.escape_ascii()
        );
    }
}
