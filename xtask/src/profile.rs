//! `cargo xtask profile`: which functions of the page a first decode does not run. They go into
//! a second file (`build/split.rs`); the list is `web/rest.txt`.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};

use crate::setup::browsers::{self, Engine};
use crate::{build, process, workspace};

/// Builds a page that counts, has the harness of the browser tests use it, and writes the list.
///
/// # Errors
/// When the build fails or there is no browser.
pub fn run() -> Result<()> {
    let names = build::run_counting()?;
    if browsers::ensure(&[Engine::Chromium])?.is_empty() {
        bail!("there is no Chromium to run the page in");
    }
    let words = process::read(workspace::cargo().args([
        "run",
        "--quiet",
        "--package",
        "e2e",
        "--bin",
        "profile",
    ]))?;
    let ran = words
        .split_whitespace()
        .map(|word| {
            word.parse()
                .with_context(|| format!("`{word}` is no number"))
        })
        .collect::<Result<BTreeSet<usize>>>()?;
    if ran.is_empty() {
        bail!("the page said of none of its functions that they ran");
    }
    println!("{} of {} functions ran", ran.len(), names.len());
    build::write_rest(&names, &ran)
}
