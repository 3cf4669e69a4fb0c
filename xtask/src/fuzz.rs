//! `cargo xtask fuzz [TARGET] [--seconds N]`: the targets of `tests/fuzz/` by libFuzzer, which
//! looks at the code that an input reaches and goes on from there.
//!
//! libFuzzer wants a compiler with unstable options. A nightly one is used where there is one, with
//! the address sanitizer; otherwise the stable one is told to pass for one, without it, and that is
//! said. What was reached is kept in `target/xtask/fuzz/grown`, so a next run goes on there.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::setup::{cargo_tools, step};
use crate::{process, setup, workspace};

/// What to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FuzzOptions {
    /// This one; all where none is named.
    pub target: Option<String>,
    /// For each.
    pub seconds: u32,
}

impl Default for FuzzOptions {
    fn default() -> Self {
        Self {
            target: None,
            seconds: 60,
        }
    }
}

/// Longer inputs are not tried: what is slow by length alone has its own tests.
const LONGEST: &str = "-max_len=4096";
/// Seconds that one input may take.
const SLOWEST: &str = "-timeout=25";
/// The closing line of libFuzzer that counts.
const EXECUTIONS: &str = "stat::number_of_executed_units:";

/// How the targets are compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Compiler {
    Nightly,
    StableInDisguise,
}

struct Outcome {
    target: String,
    executions: u64,
    failed: bool,
}

/// Runs the targets one after the other, and says how often each was run.
///
/// # Errors
/// When a target failed, or could not be built.
pub fn run(options: &FuzzOptions) -> Result<()> {
    let all = targets()?;
    let wanted: Vec<&String> = all
        .iter()
        .filter(|name| options.target.as_ref().is_none_or(|wanted| wanted == *name))
        .collect();
    if wanted.is_empty() {
        bail!("there is no such target; there are {}", all.join(", "));
    }
    let tool = cargo_tools::cargo_fuzz().ensure()?;
    setup::ensure_cpp_compiler()?;
    let compiler = compiler();
    if compiler == Compiler::StableInDisguise {
        step(
            "THERE IS NO NIGHTLY COMPILER: the stable one is told to pass for one, and WITHOUT \
             THE ADDRESS SANITIZER. Panics, broken promises and time are found all the same.",
        );
    }
    write_corpus()?;
    let mut outcomes = Vec::new();
    for target in wanted {
        outcomes.push(one(&tool, compiler, target, options.seconds)?);
    }
    summarise(&outcomes)
}

fn summarise(outcomes: &[Outcome]) -> Result<()> {
    println!("\nexecutions, by libFuzzer's own count");
    for outcome in outcomes {
        let state = if outcome.failed { "FAILED" } else { "ok" };
        println!("{:<12} {state:<7} {}", outcome.target, outcome.executions);
    }
    let sum: u64 = outcomes.iter().map(|outcome| outcome.executions).sum();
    println!("{:<12} {:<7} {sum}", "all", "");
    let failed: Vec<&str> = outcomes
        .iter()
        .filter(|outcome| outcome.failed)
        .map(|outcome| outcome.target.as_str())
        .collect();
    if !failed.is_empty() {
        bail!(
            "failed: {}. The inputs stand in fuzz/artifacts/; once the fault is mended, keep them \
             under tests/fuzz/found/",
            failed.join(", ")
        );
    }
    Ok(())
}

/// The names of the files in `fuzz/fuzz_targets/`.
fn targets() -> Result<Vec<String>> {
    let folder = workspace::root().join("fuzz").join("fuzz_targets");
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .with_context(|| format!("{} could not be read", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_string_lossy().into()))
        .collect();
    names.sort();
    Ok(names)
}

fn compiler() -> Compiler {
    let nightly = Command::new("rustc")
        .args(["+nightly", "--version"])
        .output();
    match nightly {
        Ok(output) if output.status.success() => Compiler::Nightly,
        _ => Compiler::StableInDisguise,
    }
}

/// The vectors, in the form in which each target takes them.
fn write_corpus() -> Result<()> {
    let folder = workspace::scratch().join("fuzz").join("vectors");
    let mut command = workspace::cargo();
    command.args(["test", "--quiet", "--package", "jwt-debugger"]);
    command.args(["--test", "fuzz", "a_corpus_is_written"]);
    process::run(command.env("FUZZ_CORPUS", folder))
}

fn one(tool: &Path, compiler: Compiler, target: &str, seconds: u32) -> Result<Outcome> {
    let scratch = workspace::scratch().join("fuzz");
    let grown = scratch.join("grown").join(target);
    std::fs::create_dir_all(&grown)?;
    step(&format!("fuzzing {target} for {seconds} s"));
    let mut command = Command::new(tool);
    command
        .args(["fuzz", "run"])
        .current_dir(workspace::root())
        // Another compiler, other flags: these files are not those of the tests.
        .env("CARGO_TARGET_DIR", workspace::target().join("fuzz"))
        .env("CARGO_INCREMENTAL", "0");
    match compiler {
        Compiler::Nightly => command.env("RUSTUP_TOOLCHAIN", "nightly"),
        Compiler::StableInDisguise => command
            .args(["--sanitizer", "none"])
            .env("RUSTC_BOOTSTRAP", "1"),
    };
    command
        .arg(target)
        .arg(&grown)
        .arg(scratch.join("vectors").join(target))
        .args(["--", LONGEST, SLOWEST, "-print_final_stats=1"])
        .arg(format!("-max_total_time={seconds}"));
    let (succeeded, executions) = watched(&mut command)?;
    Ok(Outcome {
        target: target.to_owned(),
        executions,
        failed: !succeeded,
    })
}

/// Runs a target, passes on what it says, and takes the count out of that.
fn watched(command: &mut Command) -> Result<(bool, u64)> {
    let shown = process::show(command);
    let mut child = command
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{shown}` could not be started"))?;
    let mut executions = None;
    if let Some(output) = child.stderr.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            eprintln!("{line}");
            executions = count(&line).or(executions);
        }
    }
    let succeeded = child.wait()?.success();
    match executions {
        Some(executions) => Ok((succeeded, executions)),
        None => bail!("`{shown}` ran nothing"),
    }
}

/// `stat::number_of_executed_units: 1234`
fn count(line: &str) -> Option<u64> {
    line.trim().strip_prefix(EXECUTIONS)?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{count, targets};

    #[test]
    fn executions_are_read_from_the_closing_lines() {
        assert_eq!(count("stat::number_of_executed_units: 1234"), Some(1234));
        for other in ["#1234 DONE", "stat::average_exec_per_sec: 9", ""] {
            assert_eq!(count(other), None, "{other}");
        }
    }

    #[test]
    fn the_targets_are_those_of_the_package() {
        let names = targets().unwrap();
        assert!(names.len() >= 20, "{names:?}");
        assert!(names.iter().any(|name| name == "paste"));
    }
}
