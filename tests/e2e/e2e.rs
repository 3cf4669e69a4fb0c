//! The built page, driven in real browsers: `cargo xtask test --only e2e`.
//!
//! One file per part of the product; each ends in a list of its tests, and this
//! file lists the files.

use std::process::ExitCode;

use harness::Case;

mod jwks_moods;
mod smoke;

fn main() -> ExitCode {
    let all: Vec<Case> = [smoke::ALL, jwks_moods::ALL].concat();
    harness::case::run_all(&all)
}
