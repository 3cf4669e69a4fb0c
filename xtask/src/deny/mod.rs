//! `cargo xtask deny`: licences, sources, duplicates and known vulnerabilities of everything that
//! is linked, by cargo-deny and `deny.toml`.
//!
//! Installing cargo-deny takes almost five minutes (274 s on two cores), which every run of the
//! tests on a fresh machine would pay. So `tests.rs` holds the same rules from the same file to what
//! `cargo metadata` says, and `cargo xtask test` asks cargo-deny where it is there already.

#[cfg(test)]
mod tests;

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::setup::{cargo_tools, step};
use crate::{process, workspace};

/// Installs cargo-deny where it is missing, and asks it everything.
///
/// # Errors
/// When something breaks the rules. That the database of vulnerabilities cannot be had is said.
pub fn run() -> Result<()> {
    let tool = cargo_tools::cargo_deny().ensure()?;
    rules(&tool)?;
    advisories(&tool)
}

/// What needs no network: licences, sources, duplicates.
///
/// # Errors
/// When something breaks the rules.
pub fn rules(tool: &Path) -> Result<()> {
    step("cargo deny check licenses sources bans");
    let mut command = deny(tool);
    process::run(command.args(["--locked", "check", "licenses", "sources", "bans"]))
}

/// The database is a repository of its own, on a host that not every machine reaches.
fn advisories(tool: &Path) -> Result<()> {
    step("cargo deny check advisories");
    if let Err(error) = process::run(deny(tool).args(["fetch", "db"])) {
        step(&format!(
            "KNOWN VULNERABILITIES WERE NOT LOOKED UP: the database could not be had ({error:#})"
        ));
        return Ok(());
    }
    process::run(deny(tool).args(["--locked", "check", "advisories"]))
}

fn deny(tool: &Path) -> Command {
    let mut command = Command::new(tool);
    command.current_dir(workspace::root());
    command
}
