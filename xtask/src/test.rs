//! `cargo xtask test`: every suite, and at the end what ran and how it went.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::build::{self, BuildOptions};
use crate::setup::browsers::{self, Engine, Wanted};
use crate::setup::{cargo_tools, npm, peers, servers, step};
use crate::workspace::cargo;
use crate::{deny, process, setup, workspace};

/// One suite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suite {
    /// Formatting, and clippy on both targets.
    Lint,
    /// Tests of the core and of this tool, on this machine.
    Host,
    /// The vectors of the specifications, on this machine.
    Vectors,
    /// Other implementations against ours, on this machine.
    Cross,
    /// Tests compiled to wasm, in a browser.
    Wasm,
    /// The built page, driven in browsers.
    EndToEnd,
    /// The files under `deploy/`, by the servers they are for.
    Deploy,
}

/// What to run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TestOptions {
    /// These suites; all where none is named.
    pub only: Vec<Suite>,
    /// For the test runners, as a filter.
    pub passed_on: Vec<String>,
}

impl Suite {
    const ALL: [Self; 7] = [
        Self::Lint,
        Self::Host,
        Self::Vectors,
        Self::Cross,
        Self::Wasm,
        Self::EndToEnd,
        Self::Deploy,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Lint => "lint",
            Self::Host => "host",
            Self::Vectors => "vectors",
            Self::Cross => "cross",
            Self::Wasm => "wasm",
            Self::EndToEnd => "e2e",
            Self::Deploy => "deploy",
        }
    }

    /// The suite of this name.
    ///
    /// # Errors
    /// When there is none.
    pub fn named(name: &str) -> Result<Self> {
        match Self::ALL.into_iter().find(|suite| suite.name() == name) {
            Some(suite) => Ok(suite),
            None => {
                let all: Vec<&str> = Suite::ALL.into_iter().map(Suite::name).collect();
                bail!("there is no suite `{name}`; there are {}", all.join(", "))
            }
        }
    }
}

/// What test runners said in their closing lines, added up.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Counts {
    passed: u64,
    failed: u64,
    ignored: u64,
    closing_lines: Vec<String>,
}

struct Outcome {
    suite: Suite,
    counts: Counts,
    took: Duration,
    trouble: Option<String>,
}

/// Runs the suites and prints the summary.
///
/// # Errors
/// When any suite failed, or could not run.
pub fn run(options: &TestOptions) -> Result<()> {
    let suites: Vec<Suite> = Suite::ALL
        .into_iter()
        .filter(|suite| options.only.is_empty() || options.only.contains(suite))
        .collect();
    let mut outcomes = Vec::new();
    for suite in suites {
        step(&format!("suite {}", suite.name()));
        let started = Instant::now();
        let mut counts = Counts::default();
        let trouble = run_suite(suite, options, &mut counts)
            .err()
            .map(|error| format!("{error:#}"));
        if let Some(trouble) = &trouble {
            eprintln!("xtask: suite {}: {trouble}", suite.name());
        }
        outcomes.push(Outcome {
            suite,
            counts,
            took: started.elapsed(),
            trouble,
        });
    }
    summarise(&outcomes)
}

fn summarise(outcomes: &[Outcome]) -> Result<()> {
    println!("\nclosing lines of the runners");
    for outcome in outcomes {
        for line in &outcome.counts.closing_lines {
            println!("{:<8} {line}", outcome.suite.name());
        }
    }
    println!("\nsuites");
    for outcome in outcomes {
        let Counts {
            passed,
            failed,
            ignored,
            ..
        } = outcome.counts;
        println!(
            "{:<8} {:<6} {passed} passed, {failed} failed, {ignored} ignored, {:.1} s{}",
            outcome.suite.name(),
            if outcome.trouble.is_none() {
                "ok"
            } else {
                "FAILED"
            },
            outcome.took.as_secs_f64(),
            outcome
                .trouble
                .as_ref()
                .map(|trouble| format!(": {trouble}"))
                .unwrap_or_default()
        );
    }
    let failed: Vec<&str> = outcomes
        .iter()
        .filter(|outcome| outcome.trouble.is_some())
        .map(|outcome| outcome.suite.name())
        .collect();
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    println!("all suites passed");
    Ok(())
}

fn run_suite(suite: Suite, options: &TestOptions, counts: &mut Counts) -> Result<()> {
    match suite {
        Suite::Lint => lint(),
        Suite::Host => host(options, counts),
        Suite::Vectors => vectors(options, counts),
        Suite::Cross => cross(options, counts),
        Suite::Wasm => wasm(options, counts),
        Suite::EndToEnd => end_to_end(options, counts),
        Suite::Deploy => deploy(options, counts),
    }
}

/// Goes on after a complaint, so that one run shows them all.
fn lint() -> Result<()> {
    setup::ensure_wasm_target()?;
    let deny = ["--", "-D", "warnings"];
    let mut troubles = Vec::new();
    let mut check = |arguments: &[&str]| {
        step(&format!("cargo {}", arguments.join(" ")));
        if let Err(error) = process::run(cargo().args(arguments)) {
            troubles.push(format!("{error:#}"));
        }
    };
    check(&["fmt", "--all", "--check"]);
    check(&[&["clippy", "--workspace", "--all-targets"][..], &deny].concat());
    let in_browser = tests_of_root(|name| name.starts_with("wasm"))?;
    let mut arguments = vec!["clippy", "--target", WASM, "--lib", "--bins"];
    for name in &in_browser {
        arguments.extend(["--test", name]);
    }
    check(&[&arguments[..], &deny].concat());
    // Its rules are held by a test in any case; see `deny.rs`.
    if let Some(tool) = cargo_tools::cargo_deny().find()?
        && let Err(error) = deny::rules(&tool)
    {
        troubles.push(format!("{error:#}"));
    }
    if !troubles.is_empty() {
        bail!("{}", troubles.join("; "));
    }
    Ok(())
}

const WASM: &str = "wasm32-unknown-unknown";

fn host(options: &TestOptions, counts: &mut Counts) -> Result<()> {
    let elsewhere = ["wasm", "vectors", "cross"];
    let ours = tests_of_root(|name| !elsewhere.iter().any(|start| name.starts_with(start)))?;
    let mut command = cargo();
    command.args(["test", "--no-fail-fast", "--lib", "--bins", "--examples"]);
    command.args(["--package", "jwt-debugger", "--package", "xtask"]);
    for name in &ours {
        command.args(["--test", name]);
    }
    let units = run_tests(&mut command, options, counts);
    let mut command = cargo();
    command.args(["test", "--doc", "--package", "jwt-debugger"]);
    units.and(run_tests(&mut command, options, counts))
}

fn vectors(options: &TestOptions, counts: &mut Counts) -> Result<()> {
    let names = tests_of_root(|name| name.starts_with("vectors"))?;
    if names.is_empty() {
        step("no vectors yet: there is no tests/vectors");
        return Ok(());
    }
    let mut command = cargo();
    command.args(["test", "--no-fail-fast"]);
    for name in &names {
        command.args(["--test", name]);
    }
    run_tests(&mut command, options, counts)
}

/// The tests name themselves what could not run.
fn cross(options: &TestOptions, counts: &mut Counts) -> Result<()> {
    let peers = peers::ensure()?;
    let mut command = cargo();
    command.args(["test", "--no-fail-fast", "--test", "cross"]);
    let has_libraries = peers.node_modules.is_some();
    let missing = hand_over(
        &mut command,
        [
            ("CROSS_NODE_MODULES", "jose and noble", peers.node_modules),
            ("CROSS_OPENSSL", "openssl", peers.openssl),
            ("CROSS_PYTHON", "PyJWT", peers.python),
            // Whoever runs this has it; the tests by themselves build nothing.
            ("CROSS_CARGO", "cargo", Some(cargo_program())),
        ],
    );
    if has_libraries && options.passed_on.is_empty() {
        command.env("CROSS_DIAGNOSES", proposed_changes()?);
    }
    let result = run_tests(&mut command, options, counts);
    if !missing.is_empty() {
        let line = format!(
            "NOT COMPARED with {}, which are missing",
            missing.join(", ")
        );
        counts.closing_lines.push(line);
    }
    result
}

/// What the tests of the diagnosis propose, a line of JSON each, in a file.
fn proposed_changes() -> Result<PathBuf> {
    let file = workspace::scratch().join("proposed-changes.jsonl");
    std::fs::create_dir_all(workspace::scratch())?;
    std::fs::write(&file, "")?;
    let mut command = cargo();
    command.args(["test", "--quiet", "--test", "diagnosis"]);
    process::run(command.env("DIAGNOSIS_CASES", &file))?;
    Ok(file)
}

fn wasm(options: &TestOptions, counts: &mut Counts) -> Result<()> {
    setup::ensure_wasm_target()?;
    let names = tests_of_root(|name| name.starts_with("wasm"))?;
    let bindgen = cargo_tools::wasm_bindgen()?.ensure()?;
    let runner = bindgen.with_file_name(format!(
        "wasm-bindgen-test-runner{}",
        std::env::consts::EXE_SUFFIX
    ));
    let installed = browsers::ensure(&[Engine::Chromium])?;
    let Some(chromium) = installed.first() else {
        bail!("there is no Chromium with its driver to run these tests in");
    };
    let mut command = cargo();
    command
        .args(["test", "--no-fail-fast", "--target", WASM])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", &chromium.driver);
    for name in &names {
        command.args(["--test", name]);
    }
    run_tests(&mut command, options, counts)
}

fn end_to_end(options: &TestOptions, counts: &mut Counts) -> Result<()> {
    build::run(&BuildOptions::default())?;
    npm::ensure_or_say()?;
    let installed = browsers::ensure(Wanted::by_environment()?.engines())?;
    if installed.is_empty() {
        bail!("there is no browser to run these tests in");
    }
    let mut command = cargo();
    command
        .args(["test", "--package", "e2e", "--test", "e2e"])
        .env_remove("E2E_PANICKING");
    let with_panics = panics_are_wanted(options);
    if with_panics {
        command.env("E2E_PANICKING", build::run_panicking()?);
    }
    let result = run_tests(&mut command, options, counts);
    if !with_panics {
        let line = "NOT TRIED: panics in the page and the worker, whose build nobody asked for";
        counts.closing_lines.push(line.to_owned());
    }
    result
}

/// They need a build of their own, which whoever asks for some other test should not wait for.
fn panics_are_wanted(options: &TestOptions) -> bool {
    let filters = &options.passed_on;
    filters.is_empty() || filters.iter().any(|filter| filter.contains("panic"))
}

fn deploy(options: &TestOptions, counts: &mut Counts) -> Result<()> {
    build::run(&BuildOptions::default())?;
    let servers = servers::ensure()?;
    let mut command = cargo();
    command.args(["test", "--package", "e2e", "--test", "deploy"]);
    let missing = hand_over(
        &mut command,
        [
            ("DEPLOY_NGINX", "nginx", servers.nginx),
            ("DEPLOY_CADDY", "caddy", servers.caddy),
        ],
    );
    let result = run_tests(&mut command, options, counts);
    if !missing.is_empty() {
        let line = format!("NOT TRIED with {}, which are missing", missing.join(", "));
        counts.closing_lines.push(line);
    }
    result
}

/// Tells the tests by environment variables where tools are; returns the names of those that are
/// not there.
fn hand_over<const N: usize>(
    command: &mut Command,
    tools: [(&str, &'static str, Option<PathBuf>); N],
) -> Vec<&'static str> {
    let mut missing = Vec::new();
    for (variable, name, path) in tools {
        match path {
            Some(path) => command.env(variable, path),
            None => {
                missing.push(name);
                command.env_remove(variable)
            }
        };
    }
    missing
}

fn run_tests(command: &mut Command, options: &TestOptions, counts: &mut Counts) -> Result<()> {
    if !options.passed_on.is_empty() {
        command.arg("--").args(&options.passed_on);
    }
    step(&process::show(command));
    let succeeded = process::run_watched(command, |line| counts.add(line))?;
    if !succeeded {
        bail!("`{}` failed", process::show(command));
    }
    if counts.closing_lines.is_empty() {
        bail!("`{}` ran no tests", process::show(command));
    }
    Ok(())
}

impl Counts {
    /// `test result: ok. 3 passed; 0 failed; 1 ignored; …`, or which engine ran how much.
    fn add(&mut self, line: &str) {
        if let Some(said) = line.strip_prefix("xtask: ")
            && said.starts_with(browsers::RAN)
        {
            self.closing_lines.push(said.to_owned());
        }
        let Some((_, result)) = line.split_once("test result: ") else {
            return;
        };
        self.closing_lines.push(line.trim().to_string());
        for part in result.split(['.', ';']) {
            let mut words = part.split_whitespace();
            let (Some(number), Some(what)) = (words.next(), words.next()) else {
                continue;
            };
            let Ok(number) = number.parse::<u64>() else {
                continue;
            };
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }
}

/// The integration tests of the root package, `tests/NAME.rs` or
/// `tests/NAME/main.rs`, that are not a package of their own.
fn tests_of_root(wanted: impl Fn(&str) -> bool) -> Result<Vec<String>> {
    let folder = workspace::root().join("tests");
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .with_context(|| format!("{} could not be read", folder.display()))?
        .filter_map(|entry| entry.ok())
        .filter_map(|entry| test_name(&entry.path()))
        .filter(|name| wanted(name))
        .collect();
    names.sort();
    Ok(names)
}

fn test_name(path: &Path) -> Option<String> {
    let is_test = if path.is_dir() {
        path.join("main.rs").is_file() && !path.join("Cargo.toml").is_file()
    } else {
        path.extension().is_some_and(|ending| ending == "rs")
    };
    let stem = PathBuf::from(path.file_stem()?);
    is_test.then(|| stem.to_string_lossy().into_owned())
}

/// The cargo that runs this, or the one on PATH.
fn cargo_program() -> PathBuf {
    std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn closing_lines_add_up() {
        let mut counts = Counts::default();
        counts.add("test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 7 filtered out");
        counts.add("test result: FAILED. 2 passed; 4 failed; 0 ignored");
        counts.add("test a ... ok");
        counts.add("9 passed; 9 failed");
        assert_eq!((counts.passed, counts.failed, counts.ignored), (5, 4, 1));
        assert_eq!(counts.closing_lines.len(), 2);
        counts.add("xtask: engine webkit: NOTHING RAN");
        assert_eq!(
            counts.closing_lines.last().map(String::as_str),
            Some("engine webkit: NOTHING RAN")
        );
    }
}
