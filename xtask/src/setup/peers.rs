//! Other implementations of the same specifications, for the cross-checks: JavaScript libraries
//! run by node, PyJWT, and OpenSSL. Tests use them; nothing of theirs is built in.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::setup::{apt, npm, python, step};
use crate::{process, workspace};

/// The peers that are there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Peers {
    /// The directory of JavaScript packages.
    pub node_modules: Option<PathBuf>,
    /// OpenSSL's program, of version 3 or later.
    pub openssl: Option<PathBuf>,
    /// A Python that has PyJWT.
    pub python: Option<PathBuf>,
}

/// Finds or installs them. Returns those that are there, and names the others loudly.
///
/// # Errors
/// In CI, when one of them is missing.
pub fn ensure() -> Result<Peers> {
    let mut missing = Vec::new();
    let mut keep = |found: Result<PathBuf>| match found {
        Ok(path) => Some(path),
        Err(error) => {
            missing.push(format!("\n  {error:#}"));
            None
        }
    };
    let peers = Peers {
        node_modules: keep(npm::ensure().map(|directory| npm::modules(&directory))),
        openssl: keep(openssl()),
        python: keep(python::ensure()),
    };
    if missing.is_empty() {
        return Ok(peers);
    }
    let list = format!(
        "PEERS MISSING, the cross-checks with them cannot run:{}",
        missing.concat()
    );
    if workspace::in_ci() {
        bail!("{list}");
    }
    step(&list);
    Ok(peers)
}

fn openssl() -> Result<PathBuf> {
    if process::find("openssl", &[]).is_none() {
        apt::install(&["openssl"]);
    }
    let program = process::find("openssl", &[])
        .context("openssl is not here (Debian: apt-get install openssl)")?;
    check_openssl(&program)?;
    Ok(program)
}

/// LibreSSL calls itself `openssl` too, and older ones lack the options that the tests use.
fn check_openssl(program: &Path) -> Result<()> {
    let said = process::read(Command::new(program).arg("version"))?;
    let version = said.strip_prefix("OpenSSL ").unwrap_or_default();
    let major = version.split('.').next().and_then(|text| text.parse().ok());
    if major.is_none_or(|major: u32| major < 3) {
        bail!(
            "openssl on PATH is `{}`; OpenSSL 3 or later is needed",
            said.trim()
        );
    }
    Ok(())
}
