//! Where things are.

use std::fs::File;
use std::path::{Path, PathBuf};
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

/// True where everything must be there and nothing may be skipped.
pub fn in_ci() -> bool {
    std::env::var_os("CI")
        .is_some_and(|value| !value.is_empty() && value != "false" && value != "0")
}
