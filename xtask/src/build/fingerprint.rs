//! Has anything changed since `dist/` was built?
//!
//! Everything in the repository that could reach the page counts, the compiler
//! and this builder included; what is listed as left out cannot.

use std::path::Path;
use std::process::Command;

use anyhow::Result;
use sha2::{Digest, Sha256};

use super::{files_under, names::hex};
use crate::{process, workspace};

/// Directories, at the root, that no build reads.
const LEFT_OUT: [&str; 9] = [
    ".ci",
    ".git",
    "benches",
    "deploy",
    "dist",
    "dist-single",
    "fuzz",
    "target",
    "tests",
];

/// One digest over all inputs of a build.
///
/// # Errors
/// When a file cannot be read.
pub fn of_inputs(with_wasm_opt: bool) -> Result<String> {
    let root = workspace::root();
    let mut digest = Sha256::new();
    digest.update(process::read(Command::new("rustc").arg("-vV"))?);
    digest.update([u8::from(with_wasm_opt)]);
    for variable in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
        digest.update(std::env::var(variable).unwrap_or_default());
        digest.update([0]);
    }
    let mut tops: Vec<_> = std::fs::read_dir(root)?
        .filter_map(|entry| entry.ok())
        .map(|entry| entry.path())
        .filter(|path| !is_left_out(path))
        .collect();
    tops.sort();
    for top in tops {
        let files = if top.is_dir() {
            files_under(&top)?
        } else {
            vec![top]
        };
        for file in files.iter().filter(|file| !is_left_out(file)) {
            digest.update(file.strip_prefix(root)?.to_string_lossy().as_bytes());
            digest.update([0]);
            digest.update(Sha256::digest(std::fs::read(file)?));
        }
    }
    Ok(hex(&digest.finalize(), 64))
}

/// True when `dist/` is, byte for byte, what these inputs gave last time.
pub fn is_current(inputs: &str, dist: &Path) -> bool {
    let remembered = std::fs::read_to_string(memory()).unwrap_or_default();
    of_output(dist).is_ok_and(|output| remembered == format!("{inputs}\n{output}\n"))
}

/// Notes what `dist/` was built from.
///
/// # Errors
/// When the note cannot be written.
pub fn remember(inputs: &str, dist: &Path) -> Result<()> {
    std::fs::write(memory(), format!("{inputs}\n{}\n", of_output(dist)?))?;
    Ok(())
}

fn memory() -> std::path::PathBuf {
    workspace::scratch().join("dist.fingerprint")
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

fn is_left_out(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let at_root = path.parent() == Some(workspace::root());
    name.ends_with(".md") || name == "node_modules" || (at_root && LEFT_OUT.contains(&&*name))
}
