//! The service worker: after one visit the page needs no server, and a newer build never mixes
//! with the one that is open.

use anyhow::{Context, Result, ensure};
use harness::check::{becomes, soon};
use harness::variant::without_integrity;
use harness::{Case, JwksServer, Mood, Page, cases, samples};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use xtask::build::{self, Site, offline};
use xtask::serve::Server;
use xtask::workspace;

use crate::whole;

/// The tests of this file.
pub const ALL: &[Case] = cases!["offline":
    after_one_visit_everything_works_with_the_server_stopped,
    the_first_visit_itself_outlives_its_server,
    what_is_kept_is_the_build_and_nothing_else,
    a_newer_build_announces_itself_and_comes_whole,
    a_newer_build_can_wait,
    a_page_that_is_still_open_keeps_its_own_files,
    a_build_that_does_not_fit_together_is_not_taken,
    the_page_can_be_installed,
];

/// A host whose files can change, gone when it is dropped.
struct Host {
    folder: PathBuf,
    server: Server,
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Under a path, as GitHub Pages has it.
const PATH: &str = "/some/page/";

impl Host {
    fn new(page: &Page, name: &str) -> Result<Self> {
        let engine = page.engine().name();
        let folder = workspace::scratch()
            .join("e2e-hosts")
            .join(format!("{engine}-{name}"));
        let _ = std::fs::remove_dir_all(&folder);
        write(&build::read_site(&workspace::dist())?, &folder)?;
        let server = Server::start(&folder, PATH)?;
        Ok(Self { folder, server })
    }

    fn url(&self) -> String {
        self.server.url()
    }

    /// Puts files in the place of all that are there.
    fn publish(&self, site: &Site) -> Result<()> {
        for entry in std::fs::read_dir(&self.folder)? {
            std::fs::remove_file(entry?.path())?;
        }
        write(site, &self.folder)
    }
}

fn write(site: &Site, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    // Without the compressed copies: they would have to change as well.
    let is_copy = |name: &str| name.ends_with(".br") || name.ends_with(".gz");
    for (name, content) in site.iter().filter(|(name, _)| !is_copy(name)) {
        std::fs::write(folder.join(name), content)?;
    }
    Ok(())
}

const NEWER: &str = "ffffffffffff";
const PROMISE: &str = "Niets, zegt de nieuwere pagina.";

/// Another build: its Dutch texts say something else and stand under another name.
fn newer() -> Result<Site> {
    let mut site = build::read_site(&workspace::dist())?;
    let page = String::from_utf8(site.remove("index.html").context("no page")?)?;
    let old = site
        .keys()
        .find(|name| name.starts_with("texts-nl-") && name.ends_with(".ftl"));
    let old = old.context("no Dutch texts")?.clone();
    let new = "texts-nl-ffffffffffffffff.ftl";
    let texts = String::from_utf8(site.remove(&old).context("no Dutch texts")?)?;
    let texts: Vec<String> = texts
        .lines()
        .map(|line| match line.starts_with("footer-promise = ") {
            true => format!("footer-promise = {PROMISE}"),
            false => line.to_string(),
        })
        .collect();
    let (before, behind) = page
        .split_once("name=\"build\" content=\"")
        .context("no id")?;
    let (_, behind) = behind.split_once('"').context("no id")?;
    let page = format!("{before}name=\"build\" content=\"{NEWER}\"{behind}").replace(&old, new);
    // Its texts are others.
    let page = without_integrity(&page);
    site.insert(new.into(), texts.join("\n").into_bytes());
    site.insert("index.html".into(), page.into_bytes());
    offline::finish(&mut site, NEWER)?;
    Ok(site)
}

/// Opens the page of a host and waits until all of it is kept.
async fn visit(page: &Page, host: &Host) -> Result<()> {
    page.open_url(&host.url()).await?;
    page.is_kept().await
}

/// Reloads and waits until the page has started. Not by the driver: that of Firefox goes past the
/// service worker.
async fn reload(page: &Page) -> Result<()> {
    page.run("window.isOld = true; location.reload()", vec![])
        .await?;
    soon("the page has started anew", async || {
        let is_new = page.run("return !window.isOld", vec![]).await?;
        Ok((is_new == Value::Bool(true)).then_some(()))
    })
    .await?;
    page.has_begun().await
}

async fn promise(page: &Page) -> Result<String> {
    page.text_of(".footer-promise").await
}

async fn after_one_visit_everything_works_with_the_server_stopped(page: &Page) -> Result<()> {
    let host = Host::new(page, "stopped")?;
    let url = host.url();
    visit(page, &host).await?;
    let address = url::Url::parse(&url)?;
    drop(host);
    let port = address.port().context("no port")?;
    ensure!(
        TcpStream::connect(("127.0.0.1", port)).is_err(),
        "it goes on"
    );
    reload(page).await?;
    whole::works(page).await?;
    for other in ["index.html", "#/learn", "?from=somewhere"] {
        page.client().goto("about:blank").await?;
        page.open_url(&format!("{url}{other}")).await?;
        if other == "#/learn" {
            soon("the lessons", async || {
                page.first("[data-testid=learn-lesson]").await
            })
            .await?;
        }
    }
    whole::inspect(page).await
}

async fn the_first_visit_itself_outlives_its_server(page: &Page) -> Result<()> {
    let host = Host::new(page, "first")?;
    visit(page, &host).await?;
    drop(host);
    whole::works(page).await
}

/// The addresses of all that is kept for this origin.
const KEPT: &str = "
    const done = arguments[0];
    (async () => {
        const all = [];
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) all.push([name, request.method, request.url]);
        }
        return all;
    })().then(done, error => done(String(error)));";

async fn what_is_kept_is_the_build_and_nothing_else(page: &Page) -> Result<()> {
    let host = Host::new(page, "kept")?;
    let jwks = JwksServer::start(samples::text("koppeltaal-jwks.json")?)?;
    // A set of this very host is nobody's file either.
    std::fs::write(
        host.folder.join("jwks.json"),
        samples::text("koppeltaal-jwks.json")?,
    )?;
    visit(page, &host).await?;
    reload(page).await?;
    whole::inspect(page).await?;
    let own = format!("{}jwks.json", host.url());
    for (count, url) in [
        (1, jwks.url(Mood::Good)),
        (2, own.clone()),
        (3, own.clone()),
    ] {
        page.input("jwks-url", &url).await?;
        page.click("jwks-fetch").await?;
        page.expect_text("request-count", &count.to_string())
            .await?;
        page.expect_state("jwks-status", "ok").await?;
    }
    ensure!(jwks.requests().len() == 1, "{:?}", jwks.requests());
    let asked = host.server.requests();
    let sets = asked
        .iter()
        .filter(|line| line.ends_with("jwks.json"))
        .count();
    ensure!(sets == 2, "{asked:?}");
    let kept: Vec<(String, String, String)> =
        serde_json::from_value(page.client().execute_async(KEPT, vec![]).await?)?;
    let build = page.meta("build").await?;
    let mut found = BTreeSet::new();
    for (cache, method, url) in &kept {
        ensure!(
            cache.ends_with(&format!(" {build}")) && method == "GET",
            "{cache}"
        );
        let name = url.strip_prefix(&host.url()).context(url.clone())?;
        found.insert(name.to_string());
    }
    let mut expected = BTreeSet::from([String::new()]);
    for name in build::read_site(&host.folder)?.into_keys() {
        if !["index.html", "service-worker.js", "jwks.json"].contains(&name.as_str()) {
            expected.insert(name);
        }
    }
    ensure!(found == expected, "{found:?} are not {expected:?}");
    ensure!(kept.len() == expected.len(), "{kept:?}");
    Ok(())
}

/// A page whose host has got a newer build, which the page says.
pub async fn with_news(page: &Page) -> Result<()> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("news-{}", COUNT.fetch_add(1, Ordering::Relaxed));
    let host = Host::new(page, &name)?;
    visit(page, &host).await?;
    host.publish(&newer()?)?;
    reload(page).await?;
    page.expect_text("newer", "newer version").await
}

async fn a_newer_build_announces_itself_and_comes_whole(page: &Page) -> Result<()> {
    let host = Host::new(page, "newer")?;
    visit(page, &host).await?;
    let old = page.text("build").await?;
    ensure!(page.text("newer").await?.is_empty(), "nothing is newer yet");
    host.publish(&newer()?)?;
    reload(page).await?;
    // The page is the old one, whole, though the host has none of its files any more.
    ensure!(page.text("build").await? == old, "it came by itself");
    page.expect_text("newer", "newer version").await?;
    page.choose("language", "nl").await?;
    becomes("the promise", true, async || {
        Ok(promise(page).await?.starts_with("Niets wat"))
    })
    .await?;
    page.choose("language", "en").await?;
    whole::inspect(page).await?;
    page.click("newer-take").await?;
    becomes("the build", NEWER.to_string(), async || {
        page.meta("build").await
    })
    .await?;
    page.is_kept().await?;
    ensure!(
        page.value("token-input").await?.is_empty(),
        "something was stored"
    );
    page.choose("language", "nl").await?;
    becomes("the promise", PROMISE.to_string(), async || {
        promise(page).await
    })
    .await?;
    page.choose("language", "en").await?;
    ensure!(page.text("newer").await?.is_empty(), "it is the newest");
    // And it needs no server either; the old one is gone with its last page.
    let url = host.url();
    drop(host);
    page.client().goto("about:blank").await?;
    page.open_url(&url).await?;
    ensure!(page.text("build").await? == NEWER);
    becomes("caches", json!(1), async || {
        let script = "caches.keys().then(names => arguments[0](names.length))";
        Ok(page.client().execute_async(script, vec![]).await?)
    })
    .await?;
    whole::works(page).await
}

async fn a_newer_build_can_wait(page: &Page) -> Result<()> {
    let host = Host::new(page, "wait")?;
    visit(page, &host).await?;
    let old = page.text("build").await?;
    host.publish(&newer()?)?;
    reload(page).await?;
    page.expect_text("newer", "newer version").await?;
    page.is_accessible().await?;
    page.click("newer-later").await?;
    becomes("the bar", String::new(), async || page.text("newer").await).await?;
    ensure!(page.text("build").await? == old);
    reload(page).await?;
    page.expect_text("newer", "newer version").await?;
    ensure!(page.text("build").await? == old);
    Ok(())
}

async fn a_page_that_is_still_open_keeps_its_own_files(page: &Page) -> Result<()> {
    let host = Host::new(page, "open")?;
    visit(page, &host).await?;
    let first = page.client().window().await?;
    page.input("clock", samples::DURING).await?;
    page.paste("token-input", "typed.and.kept").await?;
    host.publish(&newer()?)?;
    let second = page.client().new_window(true).await?;
    page.client().switch_to_window(second.handle).await?;
    page.open_url(&host.url()).await?;
    page.expect_text("newer", "newer version").await?;
    page.click("newer-take").await?;
    becomes("the build", NEWER.to_string(), async || {
        page.meta("build").await
    })
    .await?;
    page.is_kept().await?;
    page.client().close_window().await?;
    page.client().switch_to_window(first).await?;
    // Nobody asked this page to start anew, and it still speaks Dutch with its own words.
    page.expect_value("token-input", "typed.and.kept").await?;
    ensure!(page.meta("build").await? != NEWER);
    page.expect_text("newer", "newer version").await?;
    page.choose("language", "nl").await?;
    becomes("the promise", true, async || {
        Ok(promise(page).await?.starts_with("Niets wat"))
    })
    .await?;
    page.click("newer-take").await?;
    becomes("the build", NEWER.to_string(), async || {
        page.meta("build").await
    })
    .await
}

async fn a_build_that_does_not_fit_together_is_not_taken(page: &Page) -> Result<()> {
    let host = Host::new(page, "torn")?;
    visit(page, &host).await?;
    let old = page.text("build").await?;
    // The service worker of one build beside the page of another, as in the middle of a copy.
    let mut site = newer()?;
    let page_of_old = std::fs::read(host.folder.join("index.html"))?;
    site.insert("index.html".into(), page_of_old);
    let asked_before = host.server.requests().len();
    host.publish(&site)?;
    reload(page).await?;
    soon("the newer one was looked at and given up", async || {
        let asked = host.server.requests();
        let asked = asked.get(asked_before..).unwrap_or_default();
        let was_looked_at = asked.iter().any(|line| line.ends_with("service-worker.js"))
            && asked.iter().any(|line| line.ends_with(PATH));
        let script = "navigator.serviceWorker.getRegistration().then(({ installing, waiting }) =>
            arguments[0](!installing && !waiting))";
        let is_quiet = page.client().execute_async(script, vec![]).await?;
        Ok((was_looked_at && is_quiet == json!(true)).then_some(()))
    })
    .await?;
    becomes("the bar", String::new(), async || page.text("newer").await).await?;
    drop(host);
    reload(page).await?;
    ensure!(page.text("build").await? == old);
    whole::works(page).await
}

/// Both pictures drawn at the size of the second: the largest difference of a colour, and the
/// mean of all.
const COMPARE: &str = "
    const [urls, done] = arguments;
    (async () => {
        const drawn = [];
        for (const url of urls) {
            const image = new Image();
            image.src = url;
            await image.decode();
            const canvas = Object.assign(document.createElement('canvas'), { width: 192, height: 192 });
            const context = canvas.getContext('2d');
            context.drawImage(image, 0, 0, 192, 192);
            drawn.push(context.getImageData(0, 0, 192, 192).data);
        }
        let sum = 0;
        drawn[0].forEach((value, at) => { sum += Math.abs(value - drawn[1][at]); });
        return sum / drawn[0].length;
    })().then(done, error => done(String(error)));";

async fn the_page_can_be_installed(page: &Page) -> Result<()> {
    page.open().await?;
    let link = page
        .first("link[rel=manifest]")
        .await?
        .context("no manifest")?;
    let name = link.attribute("href").trim_start_matches("./").to_string();
    let manifest = std::fs::read_to_string(workspace::dist().join(&name))?;
    let manifest: Value = serde_json::from_str(&manifest)?;
    for (member, value) in [
        ("start_url", "./"),
        ("scope", "./"),
        ("display", "standalone"),
    ] {
        ensure!(manifest[member] == value, "{member}: {manifest}");
    }
    let icons = manifest["icons"].as_array().cloned().unwrap_or_default();
    let urls: Vec<&str> = icons
        .iter()
        .filter_map(|icon| icon["src"].as_str())
        .collect();
    ensure!(urls.len() == 2, "{manifest}");
    let difference = page
        .client()
        .execute_async(COMPARE, vec![json!(urls)])
        .await?;
    let difference = difference
        .as_f64()
        .with_context(|| difference.to_string())?;
    ensure!(
        difference < 1.0,
        "the pictures differ by {difference} of 255"
    );
    if page.engine() == xtask::setup::browsers::Engine::Chromium {
        let faults = page
            .devtools("Page.getInstallabilityErrors", json!({}))
            .await?;
        ensure!(faults["installabilityErrors"] == json!([]), "{faults}");
    }
    Ok(())
}
