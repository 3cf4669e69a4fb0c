//! What holds for all inputs, tried with many: reading and writing are inverse, what was signed
//! verifies, and with one bit changed it does not. The generators are seeded, so every run tries
//! the same.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice
)]

mod bits;
mod inverse;
mod keys;
mod signing;

use proptest::test_runner::{Config, RngSeed};

/// So many cases, from a fixed seed, and nothing written beside the sources.
fn cases(cases: u32) -> Config {
    Config {
        cases,
        rng_seed: RngSeed::Fixed(9),
        failure_persistence: None,
        ..Config::default()
    }
}
