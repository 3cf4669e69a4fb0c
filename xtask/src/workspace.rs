//! Where things are.

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
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

/// True where everything must be there and nothing may be skipped.
pub fn in_ci() -> bool {
    std::env::var_os("CI")
        .is_some_and(|value| !value.is_empty() && value != "false" && value != "0")
}
