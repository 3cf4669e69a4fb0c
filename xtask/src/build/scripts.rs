//! Scripts without what only people read: comments and white space, and in what wasm-bindgen
//! wrote, long names. terser does it, where it is there.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::Site;
use crate::setup::{npm, step};
use crate::{process, workspace};

/// The page's loader keeps the name by which other scripts call it (`page.rs`).
const OF_MODULE: [&str; 5] = [
    "--module",
    "--compress",
    "passes=3",
    "--mangle",
    "reserved=[__wbg_init]",
];

/// The worker's is no module: its outermost names are for all to see.
const OF_SCRIPT: [&str; 3] = ["--compress", "passes=3", "--mangle"];

/// The scripts, and what is done to each. One that a person wrote keeps its names.
const SCRIPTS: [(&str, &[&str]); 3] = [
    ("page.js", &OF_MODULE),
    ("start.js", &["--module"]),
    ("worker.js", &OF_SCRIPT),
];

/// A terser that was found.
#[derive(Debug)]
pub(super) struct Terser(PathBuf);

impl Terser {
    /// Installs it from npm; `None` where that cannot be.
    pub(super) fn find() -> Result<Option<Self>> {
        Ok(npm::ensure_or_say()?.map(|directory| Self(npm::terser(&directory))))
    }

    /// Shortens the scripts of a site.
    pub(super) fn shorten(&self, site: &mut Site) -> Result<()> {
        step("terser over the scripts");
        for (path, options) in SCRIPTS {
            let content = site
                .get_mut(path)
                .with_context(|| format!("there is no {path}"))?;
            let long = workspace::scratch().join(path);
            std::fs::write(&long, &*content)?;
            // JavaScript: started through node, it needs no shell's help on Windows.
            let mut command = Command::new("node");
            command
                .arg(&self.0)
                .arg(&long)
                .args(["--ecma", "2020"])
                .args(options);
            let short = process::read(&mut command)?;
            if short.trim().is_empty() || short.len() > content.len() {
                bail!("terser made nothing of {path}");
            }
            *content = short.into_bytes();
        }
        Ok(())
    }
}
