//! What must be so, at once or soon.

use std::fmt::Debug;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::Page;
use xtask::setup::browsers::Engine;

/// Nothing on the page may take longer, on the slowest machine that runs tests.
pub const DEADLINE: Duration = Duration::from_secs(15);

const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// Asks until there is an answer. Trouble on the way counts as no answer yet.
///
/// # Errors
/// When the deadline passes; names what was waited for.
pub async fn soon<T>(what: &str, mut ask: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    let started = Instant::now();
    loop {
        let trouble = match ask().await {
            Ok(Some(answer)) => return Ok(answer),
            Ok(None) => None,
            Err(error) => Some(error),
        };
        if started.elapsed() > DEADLINE {
            let seconds = DEADLINE.as_secs();
            return match trouble {
                Some(error) => Err(error.context(format!("not in {seconds} s: {what}"))),
                None => bail!("not in {seconds} s: {what}"),
            };
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
}

/// Looks until a value is the expected one, and shows the last when it never is.
///
/// # Errors
/// When the deadline passes.
pub async fn becomes<T: PartialEq + Debug>(
    what: &str,
    expected: T,
    mut look: impl AsyncFnMut() -> Result<T>,
) -> Result<()> {
    let mut last = None;
    let outcome = soon(what, async || {
        let value = look().await?;
        let is_so = value == expected;
        last = Some(value);
        Ok(is_so.then_some(()))
    })
    .await;
    outcome.with_context(|| format!("expected {what} = {expected:?}, last seen: {last:?}"))
}

impl Page {
    /// An element's `data-state` becomes this.
    ///
    /// # Errors
    /// When it does not.
    pub async fn expect_state(&self, id: &str, state: &str) -> Result<()> {
        becomes(
            &format!("{id}[data-state]"),
            state.to_string(),
            async || self.state(id).await,
        )
        .await
    }

    /// The three verdicts become these.
    ///
    /// # Errors
    /// When one does not.
    pub async fn expect_verdicts(
        &self,
        structure: &str,
        signature: &str,
        claims: &str,
    ) -> Result<()> {
        self.expect_state("verdict-structure", structure).await?;
        self.expect_state("verdict-signature", signature).await?;
        self.expect_state("verdict-claims", claims).await
    }

    /// A key was given, and the signature's verdict is none of those on the way.
    ///
    /// # Errors
    /// When it stays on its way.
    pub async fn verdict_is_settled(&self) -> Result<()> {
        soon("the signature's verdict is settled", async || {
            let state = self.state("verdict-signature").await?;
            Ok((!["unchecked", "checking"].contains(&state.as_str())).then_some(()))
        })
        .await
    }

    /// The service worker has all of the build, and asks for nothing more.
    ///
    /// # Errors
    /// When it does not come to that.
    pub async fn is_kept(&self) -> Result<()> {
        self.expect_state("offline", "kept").await
    }

    /// An element's text comes to contain this.
    ///
    /// # Errors
    /// When it does not.
    pub async fn expect_text(&self, id: &str, part: &str) -> Result<()> {
        let mut last = String::new();
        soon(&format!("`{id}` contains {part:?}"), async || {
            last = self.text(id).await?;
            Ok(last.contains(part).then_some(()))
        })
        .await
        .with_context(|| format!("last seen: {last:?}"))
    }

    /// The window's title comes to contain this.
    ///
    /// # Errors
    /// When it does not.
    pub async fn expect_text_of_title(&self, part: &str) -> Result<()> {
        soon(&format!("the title contains {part:?}"), async || {
            let title = self.client().title().await?;
            Ok(title.contains(part).then_some(()))
        })
        .await
    }

    /// A control's value becomes this.
    ///
    /// # Errors
    /// When it does not.
    pub async fn expect_value(&self, id: &str, value: &str) -> Result<()> {
        becomes(
            &format!("the value of {id}"),
            value.to_string(),
            async || self.value(id).await,
        )
        .await
    }

    /// Among the elements of this `data-testid` comes one with this `data-code`.
    ///
    /// # Errors
    /// When it does not.
    pub async fn expect_code(&self, id: &str, code: &str) -> Result<()> {
        let mut last = Vec::new();
        soon(&format!("a `{id}` has the code {code}"), async || {
            last = self.codes(id).await?;
            Ok(last.iter().any(|other| other == code).then_some(()))
        })
        .await
        .with_context(|| format!("last seen: {last:?}"))
    }

    /// The browser complained about nothing since the session began or this was
    /// last asked. Only Chromium's driver hands the console out.
    ///
    /// # Errors
    /// With everything that stands in the console.
    pub async fn console_is_empty(&self) -> Result<()> {
        if self.engine() != Engine::Chromium {
            return Ok(());
        }
        let lines = self.console().await?;
        if !lines.is_empty() {
            bail!("the console is not empty:\n{}", lines.join("\n"));
        }
        Ok(())
    }

    /// Every request since this was last asked went to one of these origins.
    /// Chromium's driver reports all of the page's own; elsewhere it is what the
    /// page itself can see. Nobody reports those of workers here.
    ///
    /// # Errors
    /// With the requests that went elsewhere, or when there were none at all.
    pub async fn requests_stay_within(&self, origins: &[&str]) -> Result<()> {
        let all = match self.engine() {
            Engine::Chromium => self.requests().await?,
            Engine::Firefox | Engine::WebKit => self.loaded().await?,
        };
        if all.is_empty() {
            bail!("no request was seen, not even the page's own");
        }
        let astray: Vec<&String> = all
            .iter()
            .filter(|url| !url.starts_with("data:") && !url.starts_with("blob:"))
            .filter(|url| {
                !origins
                    .iter()
                    .any(|origin| url.starts_with(&format!("{origin}/")))
            })
            .collect();
        if !astray.is_empty() {
            bail!("requests to other origins: {astray:?}");
        }
        Ok(())
    }
}
