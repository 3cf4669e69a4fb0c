//! Where things are.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result};

/// A file that stands at the root and nowhere else.
const AT_ROOT: &str = "Trunk.toml";

/// The root of the repository that cargo runs in. Found at run time: checkouts
/// that share a target directory share the compiled program too.
pub fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let here = std::env::current_dir().ok();
        [package, here]
            .iter()
            .flatten()
            .flat_map(|start| start.ancestors())
            .find(|folder| folder.join(AT_ROOT).is_file())
            .map_or_else(|| PathBuf::from("."), Path::to_path_buf)
    })
}

/// The product: what any static host serves.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's target directory, which `CARGO_TARGET_DIR` may have moved.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(directory) => root().join(directory),
        None => root().join("target"),
    }
}

/// What these commands write beside cargo's own output. Always inside the
/// repository: two checkouts may share one target directory.
pub fn scratch() -> PathBuf {
    root().join("target").join("xtask")
}

/// Waits until no other build uses the target directory, and keeps others
/// waiting until the answer is dropped: Trunk has one place there for its files.
///
/// # Errors
/// When the lock's file cannot be made.
pub fn lock_builds() -> Result<File> {
    let folder = target();
    std::fs::create_dir_all(&folder)?;
    let path = folder.join("xtask-build.lock");
    let file =
        File::create(&path).with_context(|| format!("{} could not be made", path.display()))?;
    if file.try_lock().is_err() {
        crate::setup::step("waiting for another build to end");
        file.lock()?;
    }
    Ok(file)
}

/// The only cargo that this project's own code is built by: with the versions of `Cargo.lock`, or
/// not at all.
pub fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.arg("--locked").current_dir(root());
    command
}

/// True where everything must be there and nothing may be skipped.
pub fn in_ci() -> bool {
    std::env::var_os("CI")
        .is_some_and(|value| !value.is_empty() && value != "false" && value != "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The files of this tool, with their names.
    fn sources(folder: &Path) -> Vec<(String, String)> {
        let mut all = Vec::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                all.extend(sources(&path));
            } else {
                let text = std::fs::read_to_string(&path).unwrap();
                all.push((path.display().to_string(), text));
            }
        }
        all
    }

    #[test]
    fn lock_files_are_honoured_everywhere() {
        let arguments: Vec<_> = cargo().get_args().map(|word| word.to_owned()).collect();
        assert_eq!(arguments, ["--locked"]);
        let alias = std::fs::read_to_string(root().join(".cargo/config.toml")).unwrap();
        assert!(alias.contains("run --locked "), "{alias}");
        let start = concat!("Command::new(", "\"cargo\")");
        let own = ["workspace.rs", "cargo_tools.rs"];
        let mut said = 0;
        for (name, text) in sources(&root().join("xtask").join("src")) {
            said += text.matches(start).count();
            let is_own = own.iter().any(|file| name.ends_with(file));
            assert!(
                is_own || !text.contains(start),
                "{name} starts a cargo of its own"
            );
        }
        assert_eq!(said, own.len());
        let trunk = root().join("xtask/src/build/mod.rs");
        let trunk = std::fs::read_to_string(trunk).unwrap();
        assert!(trunk.contains("\"build\", \"--locked\""));
    }
}
