//! `cargo xtask release`: what is handed out, in `target/release-files/`.
//!
//! What is committed is built twice, in two folders with different names, each with a target
//! directory of its own. Unless all files of both are the same, byte for byte, there is no release:
//! only then can anybody else build the same and compare.
//!
//! | file | what |
//! | --- | --- |
//! | `site/` | `dist/`, for any static host |
//! | `jwt-debugger.html` | everything in one file |
//! | `sbom.cdx.json` | what it is made of: a CycloneDX bill of materials |
//! | `RELEASE` | the commit, the build's id, the compiler and the tools |
//! | `SHA256SUMS` | the digests of all of these, as `sha256sum -c` takes them |

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::build::{self, Site, html};
use crate::setup::{cargo_tools, npm, step};
use crate::{process, single_file, workspace};

const FOLDER: &str = "release-files";
/// Different in length, so that nothing that depends on a path stays the same.
const PLACES: [&str; 2] = ["one", "another-place/with-a-longer-name"];
/// Differing files that are named.
const SHOWN: usize = 10;

/// Makes the release.
///
/// # Errors
/// When something is not committed, a build fails, or the two builds differ.
pub fn run() -> Result<()> {
    let commit = committed()?;
    let cyclonedx = cargo_tools::cargo_cyclonedx().ensure()?;
    let aside = Aside::new()?;
    let mut sites = Vec::new();
    for place in PLACES {
        let folder = aside.0.join(place);
        step(&format!("building {commit} in {}", folder.display()));
        check_out(&commit, &folder)?;
        build_in(&folder)?;
        sites.push((build::read_site(&folder.join("dist"))?, folder));
    }
    let [(site, folder), (other, _)] = sites.as_slice() else {
        bail!("two builds are compared");
    };
    let differing = differences(site, other);
    if !differing.is_empty() {
        let count = differing.len();
        let named: Vec<&str> = differing.into_iter().take(SHOWN).collect();
        bail!(
            "two builds of {commit} differ in {count} files: {}",
            named.join(", ")
        );
    }
    step(&format!("both builds are the same {} files", site.len()));
    let mut files: Site = site
        .iter()
        .map(|(name, content)| (format!("site/{name}"), content.clone()))
        .collect();
    let page = single_file::pack(&folder.join("dist"))?;
    files.insert("jwt-debugger.html".into(), page.into_bytes());
    files.insert("sbom.cdx.json".into(), bill(&cyclonedx, folder, &commit)?);
    files.insert("RELEASE".into(), said(&commit, site)?.into_bytes());
    files.insert("SHA256SUMS".into(), sums(&files).into_bytes());
    let target = workspace::root().join("target").join(FOLDER);
    write(&files, &target)?;
    step(&format!("the release stands in {}", target.display()));
    Ok(())
}

/// A folder beside everything, gone when it is dropped.
struct Aside(PathBuf);

impl Aside {
    fn new() -> Result<Self> {
        let folder = std::env::temp_dir().join(format!("release-{}", std::process::id()));
        std::fs::create_dir_all(&folder)
            .with_context(|| format!("{} could not be made", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn git(arguments: &[&str]) -> Result<String> {
    let mut command = Command::new("git");
    let text = process::read(command.args(arguments).current_dir(workspace::root()))?;
    Ok(text.trim().to_owned())
}

/// The commit, when there is nothing beside it.
fn committed() -> Result<String> {
    let changed = git(&["status", "--porcelain"])?;
    if !changed.is_empty() {
        bail!("a release is made of what is committed; this is not:\n{changed}");
    }
    git(&["rev-parse", "HEAD"])
}

fn check_out(commit: &str, folder: &Path) -> Result<()> {
    let mut clone = Command::new("git");
    clone.args(["clone", "--quiet", "--no-checkout"]);
    process::run(clone.arg(workspace::root()).arg(folder))?;
    let mut check_out = Command::new("git");
    check_out.args(["checkout", "--quiet", "--detach", commit]);
    process::run(check_out.current_dir(folder))
}

/// This very program, for the project in that folder.
fn build_in(folder: &Path) -> Result<()> {
    let mut command = Command::new(std::env::current_exe()?);
    command
        .args(["build", "--fresh"])
        .current_dir(folder)
        .env("CARGO_MANIFEST_DIR", folder.join("xtask"))
        .env("CARGO_TARGET_DIR", folder.join("target"))
        // With every tool, or not at all: without wasm-opt the bytes are others.
        .env("CI", "true");
    process::run(&mut command)
}

/// The files that only one has, or that are not the same in both.
fn differences<'a>(one: &'a Site, other: &'a Site) -> Vec<&'a str> {
    let changed = one
        .iter()
        .filter(|(name, content)| other.get(*name) != Some(*content));
    let only = other.keys().filter(|name| !one.contains_key(*name));
    let names = changed.map(|(name, _)| name).chain(only);
    names.map(String::as_str).collect()
}

/// What the page and the worker are linked from.
fn bill(tool: &Path, folder: &Path, commit: &str) -> Result<Vec<u8>> {
    let moment = git(&["show", "--no-patch", "--format=%ct", commit])?;
    let mut command = Command::new(tool);
    command
        .args(["cyclonedx", "--format", "json", "--spec-version", "1.5"])
        .args(["--target", "wasm32-unknown-unknown", "--no-build-deps"])
        .args(["--override-filename", "sbom.cdx", "--quiet"])
        .current_dir(folder)
        // No clock and no chance: the same commit has the same bill.
        .env("SOURCE_DATE_EPOCH", moment);
    process::run(&mut command)?;
    let file = folder.join("sbom.cdx.json");
    let text = std::fs::read_to_string(&file)
        .with_context(|| format!("{} could not be read", file.display()))?;
    let changed = Command::new("git")
        .args(["diff", "--exit-code", "--stat"])
        .current_dir(folder)
        .status()?;
    if !changed.success() || !text.contains("\"CycloneDX\"") {
        bail!("the builds changed what is committed, or the bill is none");
    }
    Ok(without_place(&text, folder).into_bytes())
}

/// The bill names packages of this project by where they stood when it was written.
fn without_place(text: &str, folder: &Path) -> String {
    text.replace(
        &format!("path+file://{}", folder.display()),
        "path+file:///project",
    )
}

fn said(commit: &str, site: &Site) -> Result<String> {
    let page = site.get("index.html").context("there is no index.html")?;
    let page = String::from_utf8_lossy(page);
    let all = html::tags(&page);
    let build = all
        .iter()
        .find(|tag| tag.attribute("name") == Some("build"))
        .and_then(|tag| tag.attribute("content"))
        .context("the page names no build")?;
    let compiler = process::read(Command::new("rustc").arg("--version"))?;
    let tools = [
        cargo_tools::trunk().named(),
        cargo_tools::wasm_bindgen()?.named(),
        format!("wasm-opt {}", npm::WASM_OPT),
        format!("terser {}", npm::TERSER),
    ];
    Ok(format!(
        "commit   {commit}\nbuild    {build}\ncompiler {}\ntools    {}\n",
        compiler.trim(),
        tools.join(", ")
    ))
}

/// Two spaces between digest and name, in the order of the names.
fn sums(files: &Site) -> String {
    let line = |(name, content): (&String, &Vec<u8>)| {
        let digest = Sha256::digest(content);
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{hex}  {name}\n")
    };
    files.iter().map(line).collect()
}

fn write(files: &Site, folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    for (name, content) in files {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(&path, content)
            .with_context(|| format!("{} could not be written", path.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Site {
        let owned = |(name, text): &(&str, &str)| (name.to_string(), text.as_bytes().to_vec());
        files.iter().map(owned).collect()
    }

    #[test]
    fn a_byte_or_a_file_is_a_difference() {
        let one = site(&[("a", "1"), ("b", "2"), ("c", "3")]);
        assert_eq!(differences(&one, &one), [""; 0]);
        let other = site(&[("a", "1"), ("b", "2 "), ("d", "3")]);
        assert_eq!(differences(&one, &other), ["b", "c", "d"]);
        assert_eq!(differences(&site(&[]), &one), ["a", "b", "c"]);
    }

    #[test]
    fn digests_are_written_as_sha256sum_takes_them() {
        let files = site(&[("site/b", "abc"), ("a", "")]);
        let expected = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n\
             ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  site/b\n";
        assert_eq!(sums(&files), expected);
    }

    #[test]
    fn a_bill_does_not_say_where_it_was_written() {
        let text = "path+file:///tmp/a/one#jwt@1 path+file:///tmp/a/one/xtask#xtask@1 /tmp/a";
        let expected = "path+file:///project#jwt@1 path+file:///project/xtask#xtask@1 /tmp/a";
        assert_eq!(without_place(text, Path::new("/tmp/a/one")), expected);
    }

    #[test]
    fn the_two_places_have_no_length_in_common() {
        assert_ne!(PLACES[0].len(), PLACES[1].len());
    }
}
