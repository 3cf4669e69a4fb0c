//! Tools from npm: wasm-opt and terser, which make the page smaller; axe-core, which the
//! accessibility tests put into the page; and for the cross-checks jose (its
//! newest version, and the last one that ran on node's own cryptography) and
//! ML-DSA from noble. Nothing of npm reaches `dist/`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::setup::{cache, step};
use crate::{process, workspace};

/// Also in package.json; a test holds them equal.
pub const WASM_OPT: &str = "132";
/// Also in package.json.
pub const TERSER: &str = "5.51.2";

const FILES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// The directory in which `node_modules` stands, installed where it is missing.
///
/// # Errors
/// When npm is not there or cannot install; says what to do.
pub fn ensure() -> Result<PathBuf> {
    let directory = directory()?;
    if process::find("node", &[]).is_none() {
        bail!("node is not here (Debian: apt-get install npm, elsewhere https://nodejs.org)");
    }
    if directory.join("node_modules").is_dir() {
        return Ok(directory);
    }
    let Some(npm) = process::find("npm", &[]) else {
        bail!(
            "npm is not here (Debian: apt-get install npm, elsewhere https://nodejs.org); \
             it brings wasm-opt, terser, axe-core and the peers of the cross-checks"
        );
    };
    step(&format!(
        "installing wasm-opt, terser, axe-core and the peers of the cross-checks from npm into {}",
        directory.display()
    ));
    // Made aside and moved, so that a half-made directory is never taken for a whole one.
    let aside = directory.with_extension(format!("{}", std::process::id()));
    std::fs::create_dir_all(&aside)?;
    for name in FILES {
        std::fs::copy(source(name), aside.join(name))?;
    }
    let installed = process::run(
        Command::new(npm)
            .args(["ci", "--ignore-scripts", "--loglevel=error"])
            .current_dir(&aside),
    )
    .context("npm could not install; try again with a network");
    if installed.is_ok() && std::fs::rename(&aside, &directory).is_ok() {
        return Ok(directory);
    }
    let _ = std::fs::remove_dir_all(&aside);
    installed?;
    if directory.join("node_modules").is_dir() {
        // Another run was faster.
        return Ok(directory);
    }
    bail!("{} could not be made", directory.display())
}

/// Like [`ensure`], for what can be done without: says what is lost instead of
/// failing, except where nothing may be missing.
///
/// # Errors
/// In CI, as [`ensure`].
pub fn ensure_or_say() -> Result<Option<PathBuf>> {
    match ensure() {
        Ok(directory) => Ok(Some(directory)),
        Err(error) if workspace::in_ci() => Err(error),
        Err(error) => {
            step(&format!(
                "nothing from npm: {error:#}.\n       The build goes on without wasm-opt and terser where they are missing, and becomes \
                 larger."
            ));
            Ok(None)
        }
    }
}

/// The wasm-opt on PATH, where it is the very version that npm would bring.
pub fn wasm_opt_on_path() -> Option<Command> {
    let program = process::find("wasm-opt", &[])?;
    let said = process::read(Command::new(&program).arg("--version")).ok()?;
    let wanted = format!("version_{WASM_OPT}");
    (said.contains(&wanted) || said.trim() == format!("wasm-opt version {WASM_OPT}"))
        .then(|| Command::new(program))
}

/// The command that starts the wasm-opt from npm.
pub fn wasm_opt(directory: &Path) -> Command {
    // The file is JavaScript: started through node, it needs no shell's help on Windows.
    let mut command = Command::new("node");
    command.arg(
        modules(directory)
            .join("binaryen")
            .join("bin")
            .join("wasm-opt"),
    );
    command
}

/// The program of terser, which is JavaScript.
pub fn terser(directory: &Path) -> PathBuf {
    modules(directory).join("terser").join("bin").join("terser")
}

/// The script of axe-core, which a test puts into the page.
pub fn axe_core(directory: &Path) -> PathBuf {
    modules(directory).join("axe-core").join("axe.min.js")
}

/// The directory of the packages.
pub fn modules(directory: &Path) -> PathBuf {
    directory.join("node_modules")
}

/// One directory per state of the lock file.
fn directory() -> Result<PathBuf> {
    let mut digest = Sha256::new();
    for name in FILES {
        let path = source(name);
        let bytes =
            std::fs::read(&path).with_context(|| format!("{} is missing", path.display()))?;
        digest.update(bytes);
    }
    let digest = crate::build::names::hex(&digest.finalize(), 12);
    Ok(cache()?.join(format!("npm-{digest}")))
}

fn source(name: &str) -> PathBuf {
    workspace::root().join("xtask").join("npm").join(name)
}

#[cfg(test)]
mod tests {
    use super::{TERSER, WASM_OPT, source};

    #[test]
    fn the_version_looked_for_on_path_is_the_version_installed() {
        let manifest = std::fs::read_to_string(source("package.json")).unwrap();
        assert!(manifest.contains(&format!("\"binaryen\": \"{WASM_OPT}.0.0\"")));
        assert!(manifest.contains(&format!("\"terser\": \"{TERSER}\"")));
    }

    #[test]
    fn the_lock_names_no_registry() {
        let lock = std::fs::read_to_string(source("package-lock.json")).unwrap();
        let resolved = lock.lines().find(|line| line.contains("\"resolved\""));
        assert_eq!(resolved, None, "an address in package-lock.json");
    }
}
