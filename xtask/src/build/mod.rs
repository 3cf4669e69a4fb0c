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
//! | the page in two files, of which the first decode needs one | `split.rs`, `list.rs`, `data.rs`, `seam.rs` |
//! | one style sheet | `style.rs` |
//! | one file of texts per language | `texts.rs` |
//! | the vectors with which the page tests itself | `vectors.rs` |
//! | scripts without what only people read | `scripts.rs` |
//! | names after content | `names.rs` |
//! | integrity, the build's id, and no inline script or style | `page.rs`, `html.rs` |
//! | what is kept for when there is no network | `offline.rs` |
//! | `.br` and `.gz` beside each file | `compress.rs` |

mod compress;
mod custom;
mod data;
mod fingerprint;
pub(crate) mod html;
mod list;
pub mod names;
pub mod offline;
mod optimise;
pub(crate) mod page;
mod scripts;
mod seam;
mod split;
mod style;
mod texts;
mod vectors;
mod weigh;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

pub(crate) use compress::gzip;

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

/// What a build is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aim {
    /// Being served.
    Real,
    /// Being looked at.
    Look,
    /// Saying which functions run.
    Count,
    /// Panicking on demand, and seen to recover.
    Panic,
}

impl Aim {
    const fn is_quick(self) -> bool {
        matches!(self, Aim::Look | Aim::Panic)
    }
}

/// The files of a site: path inside it, with `/`, to content.
pub type Site = BTreeMap<String, Vec<u8>>;

/// Makes `dist/` and reports its sizes.
///
/// # Errors
/// When a tool is missing, a step fails, or a size is above its limit.
pub fn run(options: &BuildOptions) -> Result<PathBuf> {
    let tools = Tools::ensure()?;
    let _lock = workspace::lock_builds()?;
    let dist = workspace::dist();
    let inputs = fingerprint::of_inputs(&tools.found())?;
    if !options.fresh && fingerprint::is_current(&inputs, &dist) {
        step("dist/ is current: no input changed since it was built");
        size::report(&read_site(&dist)?)?;
        return Ok(dist);
    }
    if options.quick {
        write_site(&make(&tools, Aim::Look)?.0, &dist)?;
        step("dist/ is built for looking at; it is neither small nor measured");
        return Ok(dist);
    }
    let (mut site, _) = make(&tools, Aim::Real)?;
    step("compressing");
    compress::add_copies(&mut site)?;
    write_site(&site, &dist)?;
    fingerprint::remember(&inputs, &dist)?;
    step("dist/ is built");
    size::report(&site)?;
    Ok(dist)
}

/// Makes a `dist/` whose page says which of its functions run, and returns their names in the
/// order of their numbers.
///
/// # Errors
/// When a tool is missing or a step fails.
pub fn run_counting() -> Result<Vec<String>> {
    let tools = Tools::ensure()?;
    let _lock = workspace::lock_builds()?;
    let (site, names) = make(&tools, Aim::Count)?;
    write_site(&site, &workspace::dist())?;
    Ok(names)
}

/// Makes a build that panics on demand, as quickly as it can be had and beside `dist/`, unless it is
/// there and nothing changed, and says where it is.
///
/// # Errors
/// When a tool is missing or a step fails.
pub fn run_panicking() -> Result<PathBuf> {
    let tools = Tools::ensure()?;
    let _lock = workspace::lock_builds()?;
    let folder = workspace::scratch().join("dist-panic-on-demand");
    let inputs = fingerprint::of_inputs(&[])?;
    if fingerprint::is_current(&inputs, &folder) {
        step("the build that panics is current");
        return Ok(folder);
    }
    write_site(&make(&tools, Aim::Panic)?.0, &folder)?;
    fingerprint::remember(&inputs, &folder)?;
    Ok(folder)
}

/// Writes which functions the page's second file holds: all of `names` but those that ran.
///
/// # Errors
/// When the list cannot be written.
pub fn write_rest(names: &[String], ran: &BTreeSet<usize>) -> Result<()> {
    list::write(names, ran)
}

struct Tools {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
    wasm_opt: Option<optimise::WasmOpt>,
    terser: Option<scripts::Terser>,
}

impl Tools {
    fn ensure() -> Result<Self> {
        setup::ensure_wasm_target()?;
        Ok(Self {
            trunk: cargo_tools::trunk().ensure()?,
            wasm_bindgen: cargo_tools::wasm_bindgen()?.ensure()?,
            wasm_opt: optimise::WasmOpt::find()?,
            terser: scripts::Terser::find()?,
        })
    }

    /// Whether each of those is there that the build can do without.
    fn found(&self) -> [bool; 2] {
        [self.wasm_opt.is_some(), self.terser.is_some()]
    }
}

/// All files but the compressed ones; and the names of what a counting page counts.
fn make(tools: &Tools, aim: Aim) -> Result<(Site, Vec<String>)> {
    step("building the page and the worker with Trunk");
    let mut site = read_site(&run_trunk(tools, aim)?)?;
    for (_, content) in site.iter_mut().filter(|(path, _)| path.ends_with(".wasm")) {
        *content = custom::without_linking(content)?;
    }
    if let Some(wasm_opt) = tools.wasm_opt.as_ref().filter(|_| !aim.is_quick()) {
        wasm_opt.shrink(&mut site)?;
    }
    let mut counted = Vec::new();
    match aim {
        Aim::Real => {
            split::split(&mut site)?;
            if let Some(wasm_opt) = &tools.wasm_opt {
                wasm_opt.shrink_parts(&mut site)?;
            }
        }
        Aim::Look | Aim::Panic => split::leave_whole(&mut site)?,
        Aim::Count => counted = split::count(&mut site)?,
    }
    drop_unused_snippets(&mut site);
    style::join(&mut site)?;
    texts::join(&mut site)?;
    vectors::write(&mut site)?;
    if let Some(terser) = tools.terser.as_ref().filter(|_| aim == Aim::Real) {
        terser.shorten(&mut site)?;
    }
    let names = names::after_content(&mut site)?;
    let build = page::finish(&mut site, &names)?;
    offline::finish(&mut site, &build)?;
    Ok((site, counted))
}

fn run_trunk(tools: &Tools, aim: Aim) -> Result<PathBuf> {
    let output = workspace::scratch().join("trunk");
    std::fs::create_dir_all(&output)?;
    let folders: Vec<PathBuf> = tools
        .wasm_bindgen
        .parent()
        .map(PathBuf::from)
        .into_iter()
        .collect();
    // Without a network in Trunk itself: it would look for tools of its own choice.
    process::run(
        Command::new(&tools.trunk)
            .args(["build", "--locked", "--offline"])
            .args(["--skip-version-check", "--dist"])
            .arg(&output)
            .args(match aim {
                Aim::Look => &["--cargo-profile", "quick"][..],
                Aim::Panic => &["--cargo-profile", "quick", "--features", "panic-on-demand"],
                Aim::Real | Aim::Count => &[],
            })
            .current_dir(workspace::root())
            .env("PATH", process::path_with(&folders)?)
            // Names that tell one copy of a generic function from another, for the split.
            .env_remove("RUSTFLAGS")
            .env("CARGO_ENCODED_RUSTFLAGS", rust_flags(aim).join("\u{1f}"))
            // An incremental build shares functions out differently: the list that was measured
            // on one would not fit the other.
            .env("CARGO_INCREMENTAL", if aim.is_quick() { "1" } else { "0" })
            // Trunk refuses the value that other programs give this variable.
            .env_remove("NO_COLOR"),
    )
    .context("the build failed; the compiler's words are above")?;
    Ok(output)
}

fn rust_flags(aim: Aim) -> Vec<String> {
    let flags = std::env::var("RUSTFLAGS").unwrap_or_default();
    let mut flags: Vec<String> = flags.split_whitespace().map(String::from).collect();
    if !aim.is_quick() {
        flags.push("-Csymbol-mangling-version=v0".into());
        // Where the data lies and what points to it, for the split too.
        flags.push("-Clink-arg=--emit-relocs".into());
        flags.extend(remapped(&cargo_home()));
    }
    flags
}

fn cargo_home() -> PathBuf {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    match set("CARGO_HOME") {
        Some(home) => PathBuf::from(home),
        None => {
            PathBuf::from(set("HOME").or(set("USERPROFILE")).unwrap_or_default()).join(".cargo")
        }
    }
}

/// The places of files on this machine, which panics name, become the same on every machine: who
/// builds the same commit elsewhere gets the same bytes.
fn remapped(cargo_home: &Path) -> Vec<String> {
    let registries = std::fs::read_dir(cargo_home.join("registry").join("src"));
    let registries = registries
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok());
    let mut places: Vec<(PathBuf, &str)> =
        registries.map(|entry| (entry.path(), "/crates")).collect();
    places.push((workspace::root().to_path_buf(), "/project"));
    places.push((workspace::target(), "/target"));
    places
        .iter()
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .collect()
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

/// Reads what a build has written.
///
/// # Errors
/// When a file cannot be read.
pub fn read_site(directory: &Path) -> Result<Site> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_place_on_this_machine_gets_into_the_build() {
        let flags = rust_flags(Aim::Real);
        let root = format!("={}=/project", workspace::root().display());
        assert!(flags.iter().any(|flag| flag.ends_with(&root)), "{flags:?}");
        let home = std::env::temp_dir().join(format!("xtask-{}-home", std::process::id()));
        std::fs::create_dir_all(home.join("registry/src/index-1")).unwrap();
        let flags = remapped(&home);
        std::fs::remove_dir_all(&home).unwrap();
        assert!(flags[0].ends_with("index-1=/crates"), "{flags:?}");
        assert_eq!(flags.len(), 3);
        assert!(remapped(Path::new("/nowhere")).len() == 2);
    }
}
