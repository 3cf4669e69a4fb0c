//! One page of one browser session.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use fantoccini::wd::TimeoutConfiguration;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use xtask::serve::Server;
use xtask::setup::browsers::{Engine, Installed};
use xtask::workspace;

use crate::driver::Driver;
use crate::proxy::Proxy;
use crate::servers::serve;
use crate::{browser, check};

/// A browser with one tab, and the server that the tab's page comes from.
pub struct Page {
    client: Client,
    engine: Engine,
    server: Server,
    sub_path_server: Server,
    proxy: Option<Proxy>,
}

/// Deep enough that a path relative to the root would be wrong.
const SUB_PATH: &str = "/some/sub/path/";

impl Page {
    /// A new session. Nothing is open in it yet.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn new(driver: &Driver, installed: &Installed) -> Result<Self> {
        Self::start(driver, installed, None).await
    }

    /// In the session that another page [handed over](Self::hand_over).
    ///
    /// # Errors
    /// When no server can be started.
    pub fn next(session: Client, installed: &Installed) -> Result<Self> {
        Self::of(session, installed.engine, None)
    }

    /// A new session of a browser that asks a [`Proxy`] for everything.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn behind_proxy(driver: &Driver, installed: &Installed) -> Result<Self> {
        Self::start(driver, installed, Some(Proxy::start()?)).await
    }

    async fn start(driver: &Driver, installed: &Installed, proxy: Option<Proxy>) -> Result<Self> {
        let address = proxy.as_ref().map(Proxy::address);
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(browser::capabilities(installed, address))
            .connect(&driver.url())
            .await
            .context("the driver gave no session")?;
        client
            .update_timeouts(TimeoutConfiguration::new(
                Some(Duration::from_secs(30)),
                Some(Duration::from_secs(30)),
                Some(Duration::ZERO),
            ))
            .await?;
        Self::of(client, installed.engine, proxy)
    }

    fn of(client: Client, engine: Engine, proxy: Option<Proxy>) -> Result<Self> {
        let dist = workspace::dist();
        Ok(Self {
            client,
            engine,
            server: serve(&dist, "/")?,
            sub_path_server: serve(&dist, SUB_PATH)?,
            proxy,
        })
    }

    /// The WebDriver client, for what is not in the harness.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The engine that runs this page.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// What the browser asks for everything, in a session that was started so.
    ///
    /// # Errors
    /// In any other session.
    pub fn proxy(&self) -> Result<&Proxy> {
        self.proxy.as_ref().context("there is no proxy")
    }

    /// The page's address, `/` at its end.
    pub fn url(&self) -> String {
        self.server.url()
    }

    /// The page's scheme, host and port.
    pub fn origin(&self) -> String {
        self.server.origin()
    }

    /// What the server of this page was asked for so far, as `GET /path`.
    pub fn asked_for(&self) -> Vec<String> {
        self.server.requests()
    }

    /// The address of the same page under a sub-path, on another origin.
    pub fn sub_path_url(&self) -> String {
        self.sub_path_server.url()
    }

    /// Opens the page and waits until it has started.
    ///
    /// # Errors
    /// When it does not start in time.
    pub async fn open(&self) -> Result<()> {
        self.open_url(&self.url()).await
    }

    /// Opens the page with something behind its address, as `#/sign`.
    ///
    /// # Errors
    /// When it does not start in time.
    pub async fn open_at(&self, behind: &str) -> Result<()> {
        self.open_url(&format!("{}{behind}", self.url())).await
    }

    /// Opens an address and waits until the page has started.
    ///
    /// # Errors
    /// When it does not start in time.
    pub async fn open_url(&self, url: &str) -> Result<()> {
        self.client.goto(url).await?;
        self.has_begun().await
    }

    /// Waits until the page that is open has started, with all of its code.
    ///
    /// # Errors
    /// When it does not start in time.
    pub async fn has_begun(&self) -> Result<()> {
        // A box of `index.html` gives way to the page's own once all of the code is there; the
        // panels of a screen are made in turns after that, the diagnoses' last.
        self.soon_holds(
            "the page has started",
            "const box = document.querySelector('.key-box, .header-bar');
            const main = document.querySelector('main');
            return main !== null && !box?.querySelector('[inert]')
                && (!main.querySelector('.inspect') || main.querySelector('.diagnoses') !== null)",
        )
        .await
    }

    /// Waits until the page that is open has started, with as much of its code as a first decode
    /// needs.
    ///
    /// # Errors
    /// When it does not start in time.
    pub async fn has_first_code(&self) -> Result<()> {
        self.soon_holds(
            "the page's first code has started",
            "return document.querySelector('main') !== null",
        )
        .await
    }

    async fn soon_holds(&self, what: &str, script: &str) -> Result<()> {
        check::soon(what, async || {
            let holds = self.run(script, vec![]).await?;
            Ok((holds == Value::Bool(true)).then_some(()))
        })
        .await
    }

    /// Runs a script in the page.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.client.execute(script, arguments).await?)
    }

    /// Gives the window a size. The inside becomes exactly that in Chromium, and
    /// nearly so elsewhere.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        if self.engine == Engine::Chromium {
            return self.emulate_size(width, height).await;
        }
        self.client.set_window_size(width, height).await?;
        Ok(())
    }

    /// A picture of what the window shows, as PNG.
    ///
    /// # Errors
    /// When it cannot be taken or written.
    pub async fn take_picture(&self, file: &Path) -> Result<()> {
        let picture = self.client.screenshot().await?;
        write(file, &picture)
    }

    /// A picture of the whole page, in Chromium; of the window elsewhere.
    ///
    /// # Errors
    /// When it cannot be taken or written.
    pub async fn take_whole_picture(&self, file: &Path) -> Result<()> {
        if self.engine != Engine::Chromium {
            return self.take_picture(file).await;
        }
        let taken = self
            .devtools(
                "Page.captureScreenshot",
                json!({ "captureBeyondViewport": true, "format": "png" }),
            )
            .await?;
        let data = taken
            .get("data")
            .and_then(Value::as_str)
            .context("no picture came back")?;
        write(file, &BASE64_STANDARD.decode(data)?)
    }

    /// For a failed test: a picture and the page's text, as far as they can be had.
    pub async fn leave_evidence(&self, test: &str) {
        let folder = workspace::root().join("target").join("e2e-failures");
        let name = format!("{}-{}", self.engine.name(), test.replace("::", "-"));
        let picture = folder.join(format!("{name}.png"));
        if self.take_picture(&picture).await.is_ok() {
            eprintln!("picture of the failed page: {}", picture.display());
        }
        if let Ok(source) = self.client.source().await {
            let _ = std::fs::write(folder.join(format!("{name}.html")), source);
        }
    }

    /// Ends this page and leaves its session for another one, where the engine allows that: with
    /// one new tab and empty logs. What a page can store is bound to its server's port, and what
    /// a test emulates to its tab; cookies and permissions are set back, so nothing of this one
    /// is left. Only Chromium can set all of that back: elsewhere the session ends.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn hand_over(self) -> Result<Option<Client>> {
        if self.engine != Engine::Chromium {
            return self.close().await.map(|()| None);
        }
        for forget in ["Browser.resetPermissions", "Network.clearBrowserCookies"] {
            self.devtools(forget, json!({})).await?;
        }
        let old = self.client.windows().await?;
        let new = self.client.new_window(true).await?;
        for window in old {
            self.client.switch_to_window(window).await?;
            self.client.close_window().await?;
        }
        self.client.switch_to_window(new.handle).await?;
        // As a browser begins here: there is a page to go back to, and keys go to it.
        self.client.goto("data:,").await?;
        self.devtools("Page.bringToFront", json!({})).await?;
        self.console().await?;
        self.requests().await?;
        self.soon_holds("the new tab has the focus", "return document.hasFocus()")
            .await?;
        Ok(Some(self.client))
    }

    /// Ends the session.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn close(self) -> Result<()> {
        Ok(self.client.close().await?)
    }
}

fn write(file: &Path, content: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, content)
        .with_context(|| format!("{} could not be written", file.display()))
}
