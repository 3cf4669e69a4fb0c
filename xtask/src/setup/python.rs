//! Python with PyJWT, in an environment of its own: the cross-checks run the programs that the
//! Sign screen writes. Nothing of it reaches `dist/`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::setup::{apt, cache, step};
use crate::{process, workspace};

/// The Python that has the packages, made where it is missing.
///
/// # Errors
/// When Python is not there or the packages cannot be installed; says what to do.
pub fn ensure() -> Result<PathBuf> {
    let requirements = workspace::root()
        .join("xtask")
        .join("python")
        .join("requirements.txt");
    let directory = directory(&requirements)?;
    let python = interpreter(&directory);
    if python.is_file() {
        return Ok(python);
    }
    if system_python().is_none() {
        apt::install(&["python3", "python3-venv"]);
    }
    let system = system_python().context(
        "python3 with its module venv is not here (Debian: apt-get install python3-venv)",
    )?;
    step(&format!(
        "installing PyJWT from PyPI into {}",
        directory.display()
    ));
    // An environment holds its own path, so it is made in its place; a half-made one is removed.
    let made = make(&system, &directory, &requirements);
    if made.is_err() {
        let _ = std::fs::remove_dir_all(&directory);
    }
    made.context("pip could not install; try again with a network")?;
    if !python.is_file() {
        bail!("{} could not be made", python.display());
    }
    Ok(python)
}

fn make(system: &Path, directory: &Path, requirements: &Path) -> Result<()> {
    process::run(
        Command::new(system)
            .args(["-m", "venv", "--clear"])
            .arg(directory),
    )?;
    process::run(
        Command::new(interpreter(directory))
            .args(["-m", "pip", "install", "--quiet", "--no-input"])
            .args([
                "--disable-pip-version-check",
                "--only-binary",
                ":all:",
                "-r",
            ])
            .arg(requirements),
    )
}

/// The system's Python, where it can make an environment.
fn system_python() -> Option<PathBuf> {
    let python = process::find("python3", &[])?;
    let can = process::read(Command::new(&python).args(["-c", "import venv, ensurepip"]));
    can.is_ok().then_some(python)
}

fn interpreter(directory: &Path) -> PathBuf {
    match cfg!(windows) {
        true => directory.join("Scripts").join("python.exe"),
        false => directory.join("bin").join("python"),
    }
}

/// One directory per state of the requirements.
fn directory(requirements: &Path) -> Result<PathBuf> {
    let bytes = std::fs::read(requirements)
        .with_context(|| format!("{} is missing", requirements.display()))?;
    let digest = crate::build::names::hex(&Sha256::digest(bytes), 12);
    Ok(cache()?.join(format!("python-{digest}")))
}
