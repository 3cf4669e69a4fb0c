//! The build, changed on purpose and served from a place of its own: what a page does when a file
//! of it, or something of the browser, is not as it should be.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result, ensure};
use xtask::build::{self, Site};
use xtask::serve::Server;
use xtask::workspace;

use crate::servers::serve;

/// A changed build, gone when it is dropped.
pub struct Variant {
    folder: PathBuf,
    server: Server,
}

impl Variant {
    /// The build after `change`.
    ///
    /// # Errors
    /// When `change` fails or the files cannot be written.
    pub fn new(change: impl FnOnce(&mut Site) -> Result<()>) -> Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = workspace::scratch()
            .join("e2e-variants")
            .join(format!("{}-{number}", std::process::id()));
        let mut site = build::read_site(&workspace::dist())?;
        // The compressed copies would have to change as well.
        site.retain(|name, _| !name.ends_with(".br") && !name.ends_with(".gz"));
        change(&mut site)?;
        std::fs::create_dir_all(&folder)?;
        for (name, content) in &site {
            std::fs::write(folder.join(name), content)?;
        }
        let server = serve(&folder, "/")?;
        Ok(Self { folder, server })
    }

    /// The build with a script that runs before its own.
    ///
    /// # Errors
    /// As [`Variant::new`].
    pub fn with_script(script: &str) -> Result<Self> {
        Self::new(|site| {
            site.insert("before.js".to_string(), script.into());
            change(site, "index.html", |page| {
                let early = "<head><script src=\"./before.js\"></script>";
                page.replacen("<head>", early, 1)
            })
        })
    }

    /// The page's address, `/` at its end.
    pub fn url(&self) -> String {
        self.server.url()
    }
}

impl Drop for Variant {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Changes the text of the one file whose name begins so, and takes the integrity off the page,
/// which would no longer fit.
///
/// # Errors
/// When there is no such file, or the change changes nothing.
pub fn change(site: &mut Site, begins: &str, with: impl FnOnce(&str) -> String) -> Result<()> {
    let is_meant = |name: &&String| name.starts_with(begins) && !name.ends_with(".wasm");
    let name = site.keys().find(is_meant);
    let name = name.with_context(|| format!("no {begins}"))?.clone();
    let before = String::from_utf8(site.get(&name).cloned().unwrap_or_default())?;
    let after = with(&before);
    ensure!(after != before, "nothing of {name} was changed");
    site.insert(name, after.into_bytes());
    let page = site.get("index.html").cloned().context("no page")?;
    let page = without_integrity(&String::from_utf8(page)?);
    site.insert("index.html".to_string(), page.into_bytes());
    Ok(())
}

/// The page without any digest of a file.
pub fn without_integrity(page: &str) -> String {
    let mut text = page.to_string();
    for attribute in [" integrity=\"", " data-integrity=\""] {
        let mut kept = String::new();
        let mut rest = text.as_str();
        while let Some((before, behind)) = rest.split_once(attribute) {
            kept.push_str(before);
            rest = behind.split_once('"').map_or("", |(_, behind)| behind);
        }
        kept.push_str(rest);
        text = kept;
    }
    text
}
