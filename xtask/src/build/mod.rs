//! `cargo xtask build`: `dist/`, which any static host serves from any path.
//!
//! Trunk compiles the page and the worker and puts them side by side; what
//! follows works on Trunk's output and ends in files whose names follow from
//! their content:
//!
//! | step | file |
//! | --- | --- |
//! | nothing to do when no input changed | `fingerprint.rs` |
//! | wasm-opt | `optimise.rs` |
//! | one style sheet | `style.rs` |
//! | one file of texts per language | `texts.rs` |
//! | names after content | `names.rs` |
//! | integrity, the build's id, and no inline script or style | `page.rs`, `html.rs` |
//! | `.br` and `.gz` beside each file | `compress.rs` |

mod compress;
mod fingerprint;
mod html;
pub mod names;
mod optimise;
mod page;
mod style;
mod texts;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::setup::{cargo_tools, step};
use crate::{process, setup, size, workspace};

/// How to build.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BuildOptions {
    /// Build even though nothing changed since the last time.
    pub fresh: bool,
    /// Build in a fraction of the time what is several times as large: for looking at a
    /// change. Whatever needs the real thing builds it again.
    pub quick: bool,
}

/// The files of a site: path inside it, with `/`, to content.
pub type Site = BTreeMap<String, Vec<u8>>;

/// Makes `dist/` and reports its sizes.
///
/// # Errors
/// When a tool is missing, a step fails, or a size is above its limit.
pub fn run(options: &BuildOptions) -> Result<PathBuf> {
    setup::ensure_wasm_target()?;
    let trunk = cargo_tools::trunk().ensure()?;
    let wasm_bindgen = cargo_tools::wasm_bindgen()?.ensure()?;
    let wasm_opt = optimise::WasmOpt::find()?;

    let _lock = workspace::lock_builds()?;
    let dist = workspace::dist();
    let inputs = fingerprint::of_inputs(wasm_opt.is_some())?;
    if !options.fresh && fingerprint::is_current(&inputs, &dist) {
        step("dist/ is current: no input changed since it was built");
        size::report(&read_site(&dist)?)?;
        return Ok(dist);
    }

    step("building the page and the worker with Trunk");
    let raw = run_trunk(&trunk, &wasm_bindgen, options)?;
    let mut site = read_site(&raw)?;
    if let Some(wasm_opt) = wasm_opt.filter(|_| !options.quick) {
        wasm_opt.shrink(&mut site)?;
    }
    drop_unused_snippets(&mut site);
    style::join(&mut site)?;
    texts::join(&mut site)?;
    let names = names::after_content(&mut site)?;
    page::finish(&mut site, &names)?;
    if options.quick {
        write_site(&site, &dist)?;
        step("dist/ is built for looking at; it is neither small nor measured");
        return Ok(dist);
    }
    step("compressing");
    compress::add_copies(&mut site)?;
    write_site(&site, &dist)?;
    fingerprint::remember(&inputs, &dist)?;
    step("dist/ is built");
    size::report(&site)?;
    Ok(dist)
}

fn run_trunk(trunk: &Path, wasm_bindgen: &Path, options: &BuildOptions) -> Result<PathBuf> {
    let output = workspace::scratch().join("trunk");
    std::fs::create_dir_all(&output)?;
    let tools: Vec<PathBuf> = wasm_bindgen
        .parent()
        .map(PathBuf::from)
        .into_iter()
        .collect();
    // Without a network in Trunk itself: it would look for tools of its own choice.
    process::run(
        Command::new(trunk)
            .args(["build", "--offline", "--skip-version-check", "--dist"])
            .arg(&output)
            .args(
                options
                    .quick
                    .then_some(["--cargo-profile", "quick"])
                    .into_iter()
                    .flatten(),
            )
            .current_dir(workspace::root())
            .env("PATH", process::path_with(&tools)?)
            // Trunk refuses the value that other programs give this variable.
            .env_remove("NO_COLOR"),
    )
    .context("the build failed; the compiler's words are above")?;
    Ok(output)
}

/// Snippets of an earlier build lie in the directory that wasm-bindgen shares.
fn drop_unused_snippets(site: &mut Site) {
    let mentioned: Vec<String> = site
        .iter()
        .filter(|(path, _)| path.ends_with(".js"))
        .map(|(_, content)| String::from_utf8_lossy(content).into_owned())
        .collect();
    site.retain(|path, _| {
        !path.starts_with("snippets/") || mentioned.iter().any(|text| text.contains(path.as_str()))
    });
}

fn read_site(directory: &Path) -> Result<Site> {
    let mut site = Site::new();
    for path in files_under(directory)? {
        let name = path
            .strip_prefix(directory)?
            .to_string_lossy()
            .replace(std::path::MAIN_SEPARATOR, "/");
        site.insert(name, std::fs::read(&path)?);
    }
    Ok(site)
}

/// Made aside and then moved: whoever serves `dist/` never sees half of it.
fn write_site(site: &Site, directory: &Path) -> Result<()> {
    let aside = workspace::scratch().join("dist");
    remove(&aside)?;
    for (name, content) in site {
        let path = aside.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(&path, content)
            .with_context(|| format!("{} could not be written", path.display()))?;
    }
    remove(directory)?;
    std::fs::rename(&aside, directory)
        .with_context(|| format!("{} could not be made", directory.display()))
}

fn remove(directory: &Path) -> Result<()> {
    if directory.exists() {
        std::fs::remove_dir_all(directory)
            .with_context(|| format!("{} could not be removed", directory.display()))?;
    }
    Ok(())
}

fn files_under(directory: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut waiting = vec![directory.to_path_buf()];
    while let Some(current) = waiting.pop() {
        let entries = std::fs::read_dir(&current)
            .with_context(|| format!("{} could not be read", current.display()))?;
        for entry in entries {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                waiting.push(entry.path());
            } else {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}
