//! Fresh browser sessions and tabs, and the site that stands beside the product: the plain floor,
//! and WebCrypto through `jose`.

use std::path::Path;

use anyhow::{Context, Result};
use harness::driver::Driver;
use harness::speed::SIGHT;
use harness::{Page, check};
use serde_json::{Value, json};
use xtask::bench::BenchOptions;
use xtask::serve::Server;
use xtask::setup::browsers::{Engine, Installed};
use xtask::setup::npm;
use xtask::workspace;

/// Whose page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The product.
    Ours,
    /// The plainest page that shows what a token says.
    Floor,
}

impl Whose {
    /// In the order in which they take turns.
    pub const BOTH: [Self; 2] = [Self::Ours, Self::Floor];
}

/// Where measurements are made.
pub struct Lab {
    /// How often each is made.
    pub runs: usize,
    installed: Installed,
    driver: Driver,
    site: Server,
}

impl Lab {
    /// Starts a driver, and serves the site.
    ///
    /// # Errors
    /// When Chromium or `jose` is not there.
    pub fn new(options: &BenchOptions) -> Result<Self> {
        let installed = Engine::Chromium.find()?;
        let site = workspace::scratch().join("bench-site");
        let _ = std::fs::remove_dir_all(&site);
        copy(&workspace::root().join("tests/e2e/bench/site"), &site)?;
        let jose = npm::modules(&npm::ensure()?).join("jose/dist/webapi");
        copy(&jose, &site.join("jose")).context("jose could not be copied")?;
        Ok(Self {
            runs: options.runs,
            driver: Driver::start(&installed)?,
            site: Server::start(&site, "/")?,
            installed,
        })
    }

    /// Works in a browser that was never used: no cache, no service worker, a server of its own.
    ///
    /// # Errors
    /// Those of `work`, and of the driver.
    pub async fn fresh<T>(&self, work: impl AsyncFnOnce(&Page) -> Result<T>) -> Result<T> {
        let page = Page::new(&self.driver, &self.installed).await?;
        let outcome = work(&page).await;
        page.close().await?;
        outcome
    }

    /// The address of a page of the site.
    pub fn beside(&self, name: &str) -> String {
        format!("{}{name}.html", self.site.url())
    }

    /// Where one of the two is.
    pub fn url(&self, page: &Page, whose: Whose) -> String {
        match whose {
            Whose::Ours => page.url(),
            Whose::Floor => self.beside("floor"),
        }
    }

    /// Opens one of the two in a tab of its own, the only one, and waits until it is at rest.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn open(&self, page: &Page, whose: Whose) -> Result<()> {
        new_tab(page).await?;
        page.before_load(SIGHT).await?;
        match whose {
            Whose::Ours => {
                page.open().await?;
                at_rest(page).await?;
            }
            Whose::Floor => page.client().goto(&self.beside("floor")).await?,
        }
        still(page).await
    }

    /// What the browser says that it is.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn browser(&self) -> Result<Value> {
        self.fresh(async |page| {
            let told = page.client().capabilities();
            let version = told.and_then(|told| told.get("browserVersion"));
            Ok(version.cloned().unwrap_or_default())
        })
        .await
    }
}

/// All of the page's code has come, its worker has started, and the service worker keeps it all.
///
/// # Errors
/// When it does not come to that.
pub async fn at_rest(page: &Page) -> Result<()> {
    page.is_kept().await
}

/// Half a second without a turn of the event loop that takes longer than a frame.
const STILL: &str = "
    delete globalThis.still;
    let last = performance.now();
    let since = last;
    const turn = () => {
        const now = performance.now();
        if (now - last > 20) since = now;
        last = now;
        if (now - since < 500) setTimeout(turn);
        else globalThis.still = true;
    };
    turn();";

/// Whatever a page does of itself after its start is over.
async fn still(page: &Page) -> Result<()> {
    page.run(STILL, vec![]).await?;
    left(page, "still").await.map(drop)
}

/// A new tab in place of the one that is there.
async fn new_tab(page: &Page) -> Result<()> {
    let client = page.client();
    let new = client.new_window(true).await?;
    client.close_window().await?;
    client.switch_to_window(new.handle).await?;
    page.devtools("Page.bringToFront", json!({})).await?;
    page.emulate_size(1440, 900).await
}

/// A value that a script leaves under this name of `window`.
///
/// # Errors
/// When it does not come.
pub async fn left(page: &Page, name: &str) -> Result<Value> {
    check::soon(&format!("`{name}` is there"), async || {
        let script = "return globalThis[arguments[0]] ?? null";
        let value = page.run(script, vec![json!(name)]).await?;
        Ok((value != Value::Null).then_some(value))
    })
    .await
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    let entries =
        std::fs::read_dir(from).with_context(|| format!("{} is not there", from.display()))?;
    for entry in entries {
        let entry = entry?;
        let target = to.join(entry.file_name());
        match entry.file_type()?.is_dir() {
            true => copy(&entry.path(), &target)?,
            false => drop(std::fs::copy(entry.path(), target)?),
        }
    }
    Ok(())
}
