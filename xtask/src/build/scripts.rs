//! Scripts without what only people read: comments, white space, long names of what stands in
//! one file. terser does it, where it is there.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::Site;
use crate::setup::{npm, step};
use crate::{process, workspace};

/// The scripts, and whether each is a module, in which no other script sees a name.
const SCRIPTS: [(&str, bool); 3] = [("page.js", true), ("start.js", true), ("worker.js", false)];

/// What other files call by its name (`page.rs`, `single_file.rs`).
const KEPT: &str = "__wbg_init,init,wasm_bindgen";

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
        for (path, is_module) in SCRIPTS {
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
                .args(["--ecma", "2020", "--compress", "passes=3", "--mangle"])
                .arg(format!("reserved=[{KEPT}]"));
            if is_module {
                command.arg("--module");
            }
            let short = process::read(&mut command)?;
            if short.trim().is_empty() || short.len() > content.len() {
                bail!("terser made nothing of {path}");
            }
            *content = short.into_bytes();
        }
        Ok(())
    }
}
