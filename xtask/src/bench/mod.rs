//! `cargo xtask bench`: how fast the product is, beside what it is measured by. Run on demand,
//! on a machine that has nothing else to do.
//!
//! This file builds and starts; `tests/e2e/bench/` measures in Chromium, `benches/` on this
//! machine without a browser, and [`line`] is what one measurement is.

pub mod line;

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::build::{self, BuildOptions};
use crate::setup::browsers::{self, Engine};
use crate::setup::npm;
use crate::{process, workspace};

/// What can be measured. The last needs no browser.
pub const PARTS: [&str; 9] = [
    "bytes", "start", "shift", "paste", "typing", "crypto", "memory", "tasks", "host",
];

/// The part that Criterion measures.
pub const HOST: &str = "host";

/// What to measure, and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BenchOptions {
    /// Measurements of which the median is taken.
    pub runs: usize,
    /// These parts; all where none is named.
    pub only: Vec<String>,
    /// Whether the table goes into the README too, in place of the one that is there.
    pub into_readme: bool,
}

impl Default for BenchOptions {
    fn default() -> Self {
        Self {
            runs: 7,
            only: Vec::new(),
            into_readme: false,
        }
    }
}

impl BenchOptions {
    /// Reads the arguments behind the command, here and in the program that measures.
    ///
    /// # Errors
    /// Names what is not understood.
    pub fn parse<'a>(mut words: impl Iterator<Item = &'a str>) -> Result<Self> {
        let mut options = Self::default();
        while let Some(word) = words.next() {
            match word {
                "--runs" => {
                    let number = words.next().context("--runs needs a number behind it")?;
                    let number = number.parse().ok().filter(|runs| *runs > 0);
                    options.runs = number.context("--runs needs a number above 0 behind it")?;
                }
                "--only" => {
                    let part = words.next().context("--only needs a part behind it")?;
                    if !PARTS.contains(&part) {
                        bail!("there is no part `{part}`; there are {}", PARTS.join(", "));
                    }
                    options.only.push(part.to_owned());
                }
                "--readme" => options.into_readme = true,
                other => bail!("`bench` does not know `{other}`"),
            }
        }
        Ok(options)
    }

    /// Whether a part is to be measured.
    pub fn wants(&self, part: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|one| one == part)
    }
}

/// Builds, measures, prints the table and writes `target/bench.json`.
///
/// # Errors
/// When the build fails, something needed is not there, or a measurement does not come about. A
/// budget that does not hold is printed, not an error: machines differ.
pub fn run(options: &BenchOptions) -> Result<()> {
    let needs_page = PARTS
        .iter()
        .any(|part| *part != HOST && options.wants(part));
    if needs_page {
        build::run(&BuildOptions::default())?;
        if browsers::ensure(&[Engine::Chromium])?.is_empty() {
            bail!("there is no Chromium to measure in");
        }
        npm::ensure().context("jose, which the worker is measured beside, comes from npm")?;
    }
    if options.wants(HOST) {
        let mut command = cargo(&["bench", "--quiet", "--package", "benches"]);
        process::run(&mut command)?;
    }
    let mut command = cargo(&["run", "--quiet", "--package", "e2e", "--bin", "bench", "--"]);
    command.args(["--runs", &options.runs.to_string()]);
    for part in &options.only {
        command.args(["--only", part]);
    }
    if options.into_readme {
        command.arg("--readme");
    }
    process::run(&mut command)
}

/// What stands around the table in the README.
const MARKS: [&str; 2] = [
    "<!-- made by `cargo xtask bench --readme` -->\n",
    "<!-- end -->",
];

/// The README with another table.
///
/// # Errors
/// When it has no place for one.
pub fn with_table(readme: &str, table: &str) -> Result<String> {
    let [begin, end] = MARKS;
    let place = readme.split_once(begin).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(end)?;
        Some(format!("{before}{begin}{table}{end}{after}"))
    });
    place.context("the README has no place for the table")
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = workspace::cargo();
    command.args(arguments);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<BenchOptions> {
        BenchOptions::parse(line.split_whitespace())
    }

    #[test]
    fn everything_is_measured_seven_times_unless_told() {
        let options = parsed("").unwrap();
        assert_eq!(options.runs, 7);
        assert!(PARTS.iter().all(|part| options.wants(part)));
    }

    #[test]
    fn the_readme_has_a_place_for_the_table() {
        let readme = std::fs::read_to_string(workspace::root().join("README.md")).unwrap();
        let other = with_table(&readme, "| one |\n").unwrap();
        assert!(other.contains("| one |\n<!-- end -->"));
        assert_eq!(
            with_table(&other, "| two |\n").unwrap(),
            with_table(&readme, "| two |\n").unwrap()
        );
        assert!(with_table("# Nothing", "| one |\n").is_err());
    }

    #[test]
    fn parts_may_be_several() {
        let options = parsed("--only paste --runs 9 --readme --only host").unwrap();
        assert!(options.into_readme);
        assert_eq!(options.runs, 9);
        assert!(options.wants("paste") && options.wants(HOST) && !options.wants("start"));
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        for line in [
            "--only past",
            "--only",
            "--runs",
            "--runs x",
            "--runs 0",
            "paste",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
}
