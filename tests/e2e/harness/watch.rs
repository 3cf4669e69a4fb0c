//! A watch over one session behind a [`Proxy`](crate::proxy::Proxy): what the browser asks for and
//! whatever it keeps, looked through for canaries.

use std::cell::RefCell;
use std::collections::BTreeSet;

use anyhow::{Result, bail, ensure};
use serde_json::{Value, json};
use xtask::setup::step;
use xtask::workspace;

use crate::Page;
use crate::browser::asks_by_itself;
use crate::canaries::Canaries;
use crate::check::soon;
use crate::proxy::Seen;

/// See the module.
pub struct Watch<'a> {
    page: &'a Page,
    /// What is looked for.
    pub canaries: Canaries,
    /// The files of the build, by the paths they are asked for.
    files: BTreeSet<String>,
    /// URLs that a person clicked, once each.
    clicked: Vec<String>,
    /// What the watch itself had the page ask for.
    planted: RefCell<Vec<String>>,
    /// Places of the session's history when the page was opened.
    history: u64,
}

/// Everything that outlives the page or tells somebody of it, as pairs of a place and its text. Of
/// kept files, those that hold one of the texts given.
const KEPT: &str = "
    const [spellings, done] = arguments;
    const kept = [
        ['the address', decodeURIComponent(location.href)],
        ['the address as it is', location.href],
        ['history.state', JSON.stringify(history.state) ?? ''],
        ['the title', document.title],
        ['the referrer', document.referrer],
        ['the name of the window', window.name],
        ['cookies', document.cookie],
    ];
    const written = (_, value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? new TextDecoder('latin1').decode(value)
        : value;
    const settled = request => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    (async () => {
        for (const name of ['localStorage', 'sessionStorage'])
            for (const [key, value] of Object.entries(window[name]))
                kept.push([name, `${key}=${value}`]);
        for (const { name } of await indexedDB.databases()) {
            const database = await settled(indexedDB.open(name));
            for (const store of database.objectStoreNames) {
                const all = database.transaction(store).objectStore(store);
                const held = [await settled(all.getAllKeys()), await settled(all.getAll())];
                kept.push(['IndexedDB', `${name} ${store} ${JSON.stringify(held, written)}`]);
            }
            database.close();
        }
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
                const response = await cache.match(request);
                const heads = [...request.headers, ...response.headers].join('; ');
                kept.push(['Cache storage', `${name} ${request.url} ${heads}`]);
                const body = new TextDecoder('latin1').decode(await response.arrayBuffer());
                for (const spelling of spellings)
                    if (body.includes(spelling)) kept.push(['Cache storage', `${request.url} ${spelling}`]);
            }
        }
        return kept;
    })().then(done, error => done(String(error)));";

impl<'a> Watch<'a> {
    /// Opens the page at an address below its own, and sees that the proxy sees its load and what
    /// is planted.
    ///
    /// # Errors
    /// When the proxy sees less, so that nothing could be concluded from it.
    pub async fn open(page: &'a Page, at: &str) -> Result<Self> {
        // Before the page is there, which would count it.
        let mark = format!("{}planted?canary-to-begin-with", page.url());
        page.client().goto(&mark).await?;
        page.open_at(at).await?;
        page.is_kept().await?;
        let places = page.run("return history.length", vec![]).await?;
        let watch = Self {
            page,
            canaries: Canaries::default(),
            files: files_of_build()?,
            clicked: Vec::new(),
            // That is a page without a picture of its own, for which browsers ask in vain.
            planted: RefCell::new(vec![mark.clone(), format!("{}favicon.ico", page.url())]),
            history: places.as_u64().unwrap_or_default(),
        };
        let seen = page.proxy()?.seen();
        for (what, url) in [("planted canary", mark), ("own load", page.url())] {
            ensure!(
                seen.iter().any(|seen| is_get_of(seen, &url)),
                "the proxy did not see the page's {what}: {seen:?}"
            );
        }
        Ok(watch)
    }

    /// A click on this URL is to come.
    pub fn will_click(&mut self, url: String) {
        self.clicked.push(url);
    }

    /// Has the page ask for something, and waits until the proxy has seen it; and with it whatever
    /// was asked for before.
    async fn plant(&self, mark: &str) -> Result<()> {
        let url = format!("{}planted?{mark}", self.page.url());
        self.planted.borrow_mut().push(url.clone());
        let script = "fetch(arguments[0]).catch(() => {})";
        self.page.run(script, vec![json!(url)]).await?;
        soon(&format!("the proxy sees {url}"), async || {
            let seen = self.page.proxy()?.seen();
            Ok(seen.iter().any(|seen| seen.target == url).then_some(()))
        })
        .await
    }

    /// Nothing left, and nothing is kept: each request went to the page's own host for a file of
    /// the build, or was clicked once; no canary is in any of them, nor in what is kept.
    ///
    /// # Errors
    /// With the first that is otherwise.
    pub async fn nothing_left(&self) -> Result<()> {
        self.plant("canary-to-end-with").await?;
        self.requests_are_innocent(0)?;
        let engine = self.page.engine().name();
        for line in self.of_the_browser()? {
            let line = line.split('?').next().unwrap_or_default();
            step(&format!("{engine} itself, refused by the proxy: {line}"));
        }
        let seen = self.page.proxy()?.seen();
        for url in &self.clicked {
            let times = seen.iter().filter(|seen| is_get_of(seen, url)).count();
            ensure!(times == 1, "{url} was asked for {times} times");
        }
        self.nothing_is_kept().await
    }

    /// Of the requests, those after the first `known`.
    ///
    /// # Errors
    /// With the first that has a canary or that nobody clicked.
    pub fn requests_are_innocent(&self, known: usize) -> Result<()> {
        let mut unexpected = Vec::new();
        for seen in self.page.proxy()?.seen().iter().skip(known) {
            let line = seen.line();
            let body = String::from_utf8_lossy(&seen.body);
            for text in [&line, &seen.headers.join("\n"), body.as_ref()] {
                if let Some(canary) = self.canaries.found_in(text) {
                    bail!("{canary} left by {line}");
                }
            }
            if !self.is_expected(seen) {
                unexpected.push(line);
            }
        }
        ensure!(
            unexpected.is_empty(),
            "asked for unexpectedly: {unexpected:?}"
        );
        Ok(())
    }

    fn is_expected(&self, seen: &Seen) -> bool {
        if self.planted.borrow().contains(&seen.target) || self.is_the_browsers(seen) {
            return true;
        }
        let path = seen.target.strip_prefix(&self.page.url());
        let is_own = path.is_some_and(|path| self.files.contains(path));
        let is_clicked = self.clicked.contains(&seen.target);
        // A browser may ask a server beforehand whether it may ask it (CORS).
        let is_plain = seen.method == "GET" || is_clicked && seen.method == "OPTIONS";
        (is_own || is_clicked) && is_plain && seen.body.is_empty()
    }

    fn is_the_browsers(&self, seen: &Seen) -> bool {
        let line = seen.line();
        let line = line.split('?').next().unwrap_or_default();
        asks_by_itself(self.page.engine()).contains(&line)
    }

    /// What the browser asked for by itself, so that it is said.
    fn of_the_browser(&self) -> Result<BTreeSet<String>> {
        let seen = self.page.proxy()?.seen();
        let of_the_browser = seen.iter().filter(|seen| self.is_the_browsers(seen));
        Ok(of_the_browser.map(Seen::line).collect())
    }

    /// No canary is in any storage, the address, the history's state, the title or the referrer.
    ///
    /// # Errors
    /// With the first place that has one.
    pub async fn nothing_is_kept(&self) -> Result<()> {
        let spellings = json!(self.canaries.spellings());
        let kept = self.page.client().execute_async(KEPT, vec![spellings]);
        let kept: Value = kept.await?;
        let kept: Vec<(String, String)> = serde_json::from_value(kept.clone())
            .map_err(|_| anyhow::anyhow!("what is kept could not be read: {kept}"))?;
        for (place, text) in &kept {
            if let Some(canary) = self.canaries.found_in(text) {
                bail!("{canary} is kept in {place}: {text}");
            }
        }
        Ok(())
    }

    /// No place of the history that this page made has a canary in its address. The page is at
    /// another place of its history afterwards.
    ///
    /// # Errors
    /// With the address that has one.
    pub async fn no_address_has_any(&self) -> Result<()> {
        let places = self.page.run("return history.length", vec![]).await?;
        let made = places
            .as_u64()
            .unwrap_or_default()
            .saturating_sub(self.history);
        ensure!(made > 0, "the page went nowhere");
        for _ in 0..made {
            let address = self.page.client().current_url().await?;
            if let Some(canary) = self.canaries.found_in(address.as_str()) {
                bail!("{canary} is in an address: {address}");
            }
            self.page.client().back().await?;
        }
        Ok(())
    }
}

fn is_get_of(seen: &Seen, url: &str) -> bool {
    seen.method == "GET" && seen.target == url
}

/// The page itself is asked for by no name.
fn files_of_build() -> Result<BTreeSet<String>> {
    let mut files = BTreeSet::from([String::new()]);
    for entry in std::fs::read_dir(workspace::dist())? {
        files.insert(entry?.file_name().to_string_lossy().into_owned());
    }
    ensure!(files.len() > 10, "there is no build: {files:?}");
    Ok(files)
}
