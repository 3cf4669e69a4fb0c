//! wasm-opt over the compiled files, where it is there.

use std::process::Command;

use anyhow::{Context, Result};

use super::Site;
use crate::setup::{npm, step};
use crate::{process, workspace};

/// What rustc emits and every browser of the last years reads, one by one:
/// `--all-features` makes files that engines refuse.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What is done to a file, and how.
type Levels = [(&'static str, &'static [&'static str]); 2];

/// The page is made small and keeps the names of its functions until it is split; the worker is
/// made quick.
const LEVELS: Levels = [
    ("page_bg.wasm", &["-Oz", "-g"]),
    (
        "worker_bg.wasm",
        &["-O3", "--strip-debug", "--strip-producers"],
    ),
];

/// The two parts of the page once more: each has lost its other half, and control flow made anew
/// compresses better.
const LEVELS_OF_PARTS: Levels = [("page_bg.wasm", SMALLER), ("rest.wasm", SMALLER)];
const SMALLER: &[&str] = &["--flatten", "--rereloop", "-Oz", "-Oz"];

/// A wasm-opt that was found.
#[derive(Debug)]
pub(super) enum WasmOpt {
    OnPath,
    FromNpm(std::path::PathBuf),
}

impl WasmOpt {
    /// Looks on PATH, then installs from npm; `None` where that cannot be.
    pub(super) fn find() -> Result<Option<Self>> {
        if npm::wasm_opt_on_path().is_some() {
            return Ok(Some(Self::OnPath));
        }
        Ok(npm::ensure_or_say()?.map(Self::FromNpm))
    }

    /// Shrinks the wasm files of Trunk's output.
    pub(super) fn shrink(&self, site: &mut Site) -> Result<()> {
        self.apply(LEVELS, site)
    }

    /// Shrinks what the page was split into.
    pub(super) fn shrink_parts(&self, site: &mut Site) -> Result<()> {
        self.apply(LEVELS_OF_PARTS, site)
    }

    fn apply(&self, levels: Levels, site: &mut Site) -> Result<()> {
        for (path, options) in levels {
            let content = site
                .get_mut(path)
                .with_context(|| format!("there is no {path}"))?;
            step(&format!("wasm-opt {} {path}", options.join(" ")));
            let before = workspace::scratch().join(path);
            let after = before.with_extension("small.wasm");
            std::fs::write(&before, &*content)?;
            let mut command = self.command().context("wasm-opt is gone from PATH")?;
            command
                .args(options)
                .args(FEATURES)
                .arg(&before)
                .arg("-o")
                .arg(&after);
            process::run(&mut command)?;
            *content = std::fs::read(&after)?;
        }
        Ok(())
    }

    fn command(&self) -> Option<Command> {
        match self {
            Self::OnPath => npm::wasm_opt_on_path(),
            Self::FromNpm(directory) => Some(npm::wasm_opt(directory)),
        }
    }
}
