//! Tools from the Rust registry, each in one exact version.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::setup::{cache, step};
use crate::{process, workspace};

/// Whether a tool is built with the versions its author locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lock {
    /// As the author locked them.
    Kept,
    /// The newest that fit, because the lock cannot be satisfied.
    Ignored,
}

/// One tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CargoTool {
    package: &'static str,
    version: String,
    binary: &'static str,
    lock: Lock,
    minutes: &'static str,
    /// What makes it say its version.
    asked: &'static [&'static str],
}

const ASKED: &[&str] = &["--version"];

/// Builds the page. Newer ones want a newer compiler than the project does.
pub fn trunk() -> CargoTool {
    CargoTool {
        package: "trunk",
        version: "0.21.14".into(),
        binary: "trunk",
        lock: Lock::Kept,
        minutes: "two to seven minutes",
        asked: ASKED,
    }
}

/// Makes the JavaScript side of wasm; must equal the crate in Cargo.lock.
///
/// # Errors
/// When Cargo.lock names no wasm-bindgen.
pub fn wasm_bindgen() -> Result<CargoTool> {
    let lock = std::fs::read_to_string(workspace::root().join("Cargo.lock"))
        .context("Cargo.lock could not be read")?;
    Ok(CargoTool {
        package: "wasm-bindgen-cli",
        version: locked_version(&lock, "wasm-bindgen").context("no wasm-bindgen in Cargo.lock")?,
        binary: "wasm-bindgen",
        lock: Lock::Ignored,
        minutes: "one to three minutes",
        asked: ASKED,
    })
}

/// Firefox's WebDriver.
pub fn geckodriver() -> CargoTool {
    CargoTool {
        package: "geckodriver",
        version: "0.37.1".into(),
        binary: "geckodriver",
        lock: Lock::Kept,
        minutes: "one to three minutes",
        asked: ASKED,
    }
}

/// Runs libFuzzer.
pub fn cargo_fuzz() -> CargoTool {
    CargoTool {
        package: "cargo-fuzz",
        version: "0.13.2".into(),
        binary: "cargo-fuzz",
        lock: Lock::Kept,
        minutes: "two minutes",
        asked: ASKED,
    }
}

/// Reads `deny.toml`.
pub fn cargo_deny() -> CargoTool {
    CargoTool {
        package: "cargo-deny",
        version: "0.20.2".into(),
        binary: "cargo-deny",
        lock: Lock::Kept,
        minutes: "five minutes",
        asked: ASKED,
    }
}

/// Writes the bill of materials.
pub fn cargo_cyclonedx() -> CargoTool {
    CargoTool {
        package: "cargo-cyclonedx",
        version: "0.5.9".into(),
        binary: "cargo-cyclonedx",
        lock: Lock::Kept,
        minutes: "two minutes",
        // As a subcommand of Cargo only.
        asked: &["cyclonedx", "--version"],
    }
}

impl CargoTool {
    /// The tool's program, installed first where it is missing.
    ///
    /// # Errors
    /// When it cannot be installed; says what to do.
    pub fn ensure(&self) -> Result<PathBuf> {
        if let Some(found) = self.find()? {
            return Ok(found);
        }
        let Self {
            package,
            version,
            minutes,
            ..
        } = self;
        let directory = self.directory()?;
        step(&format!(
            "installing {package} {version} into {} (once, {minutes})",
            directory.display()
        ));
        let mut command = Command::new("cargo");
        command
            .args(["install", package, "--version", &format!("={version}")])
            .arg("--root")
            .arg(&directory)
            // The tool is built aside, whatever this project's own build does.
            .env_remove("CARGO_TARGET_DIR")
            .current_dir(std::env::temp_dir());
        if self.lock == Lock::Kept {
            command.arg("--locked");
        }
        process::run(&mut command).with_context(|| {
            format!(
                "{package} could not be installed. It needs the Rust registry once: \
                 try again with a network, or put {} {version} on PATH yourself",
                self.binary
            )
        })?;
        self.find()?
            .with_context(|| format!("{package} was installed but does not run"))
    }

    /// The package and its version, as `trunk 1.2.3`.
    pub fn named(&self) -> String {
        format!("{} {}", self.package, self.version)
    }

    /// The tool's program, where the right version is there already.
    ///
    /// # Errors
    /// When the system does not say where a user's cache is.
    pub fn find(&self) -> Result<Option<PathBuf>> {
        let here = self.directory()?.join("bin");
        let on_path = process::find(self.binary, &[]);
        let in_cache = here.join(format!("{}{}", self.binary, std::env::consts::EXE_SUFFIX));
        Ok([on_path, Some(in_cache)]
            .into_iter()
            .flatten()
            .find(|candidate| self.is_right(candidate)))
    }

    fn directory(&self) -> Result<PathBuf> {
        Ok(cache()?.join(format!("{}-{}", self.package, self.version)))
    }

    fn is_right(&self, program: &Path) -> bool {
        program.is_file()
            && process::read(Command::new(program).args(self.asked))
                .is_ok_and(|text| text.split_whitespace().any(|word| word == self.version))
    }
}

/// The version of `package` in the text of a Cargo.lock.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(String::from)
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.5\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";

    #[test]
    fn a_version_is_found_by_the_whole_name() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen").unwrap(), "0.2.130");
    }

    #[test]
    fn a_name_that_is_not_there_has_no_version() {
        assert_eq!(locked_version(LOCK, "wasm"), None);
        assert_eq!(locked_version("name = \"wasm\"", "wasm"), None);
    }
}
