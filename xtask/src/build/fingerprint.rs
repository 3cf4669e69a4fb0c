//! Has anything changed since `dist/` was built?
//!
//! Everything in the repository that could reach the page counts, the compiler
//! and this builder included; what is listed as left out cannot.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;
use sha2::{Digest, Sha256};

use super::{files_under, names::hex};
use crate::{process, workspace};

/// What no build reads, relative to the root; and of this tool, everything but
/// the build itself.
const LEFT_OUT: [&str; 15] = [
    ".ci",
    ".git",
    "benches",
    "deploy",
    "dist",
    "dist-single",
    "fuzz",
    "target",
    "tests/e2e",
    "tests/wasm.rs",
    "xtask/src/lan.rs",
    "xtask/src/screenshots.rs",
    "xtask/src/serve.rs",
    "xtask/src/single_file.rs",
    "xtask/src/test.rs",
];

/// One digest over all inputs of a build.
///
/// # Errors
/// When a file cannot be read.
pub fn of_inputs(found: &[bool]) -> Result<String> {
    let root = workspace::root();
    let mut digest = Sha256::new();
    digest.update(process::read(Command::new("rustc").arg("-vV"))?);
    digest.update(
        found
            .iter()
            .map(|found| u8::from(*found))
            .collect::<Vec<_>>(),
    );
    for variable in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
        digest.update(std::env::var(variable).unwrap_or_default());
        digest.update([0]);
    }
    for file in inputs(root)? {
        digest.update(file.strip_prefix(root)?.to_string_lossy().as_bytes());
        digest.update([0]);
        digest.update(Sha256::digest(std::fs::read(&file)?));
    }
    Ok(hex(&digest.finalize(), 64))
}

/// True when `dist`, or another folder of a build, is, byte for byte, what these inputs gave last
/// time.
pub fn is_current(inputs: &str, dist: &Path) -> bool {
    let remembered = std::fs::read_to_string(memory(dist)).unwrap_or_default();
    of_output(dist).is_ok_and(|output| remembered == format!("{inputs}\n{output}\n"))
}

/// Notes what `dist` was built from.
///
/// # Errors
/// When the note cannot be written.
pub fn remember(inputs: &str, dist: &Path) -> Result<()> {
    std::fs::write(memory(dist), format!("{inputs}\n{}\n", of_output(dist)?))?;
    Ok(())
}

fn memory(dist: &Path) -> PathBuf {
    let name = dist.file_name().unwrap_or_default().to_string_lossy();
    workspace::scratch().join(format!("{name}.fingerprint"))
}

fn of_output(dist: &Path) -> Result<String> {
    let mut digest = Sha256::new();
    for file in files_under(dist)? {
        digest.update(file.strip_prefix(dist)?.to_string_lossy().as_bytes());
        digest.update([0]);
        digest.update(Sha256::digest(std::fs::read(&file)?));
    }
    Ok(hex(&digest.finalize(), 64))
}

fn inputs(root: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut waiting = vec![root.to_path_buf()];
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            if is_left_out(path.strip_prefix(root)?) {
                continue;
            }
            if path.is_dir() {
                waiting.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn is_left_out(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.ends_with(".md")
        || name == "node_modules"
        || LEFT_OUT.iter().any(|other| path == Path::new(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_count_and_outputs_do_not() {
        let all = inputs(workspace::root()).unwrap();
        let has = |name: &str| all.contains(&workspace::root().join(name));
        for name in [
            "Cargo.lock",
            "index.html",
            "src/main.rs",
            "xtask/src/build/page.rs",
        ] {
            assert!(has(name), "{name} is left out");
        }
        for name in ["README.md", "xtask/src/test.rs", "tests/e2e/main.rs"] {
            assert!(!has(name), "{name} is taken for an input");
        }
    }
}
