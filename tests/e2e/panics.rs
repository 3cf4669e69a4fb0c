//! What becomes of a panic: a build that panics on demand shows that the page says so with what was
//! typed still there, and that a worker is replaced.

use std::path::PathBuf;
use std::sync::OnceLock;

use anyhow::{Result, ensure};
use harness::samples::{self, DURING};
use harness::{Case, Page, cases};
use xtask::build;
use xtask::serve::Server;

/// The tests of this file.
pub const ALL: &[Case] = cases!["panics":
    a_panic_of_the_page_is_shown_with_the_input_still_there,
    a_panic_of_the_worker_is_said_and_the_next_question_is_answered,
];

/// Made once for all tests, of the sources as they are.
fn dist() -> Result<PathBuf> {
    static DIST: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let made = DIST.get_or_init(|| build::run_panicking().map_err(|error| format!("{error:#}")));
    made.clone().map_err(anyhow::Error::msg)
}

async fn open(page: &Page) -> Result<Server> {
    let server = Server::start(&dist()?, "/")?;
    page.open_url(&server.url()).await?;
    page.input("clock", DURING).await?;
    Ok(server)
}

async fn a_panic_of_the_page_is_shown_with_the_input_still_there(page: &Page) -> Result<()> {
    let _server = open(page).await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_text("shortcuts-open", "Keyboard").await?;
    page.input("token-input", "panic in the page").await?;
    page.expect_text("page-fault", "This page stopped working")
        .await?;
    page.expect_text("page-fault", "asked for in the page")
        .await?;
    // What was typed is there to be copied, and in view.
    page.expect_value("token-input", "panic in the page")
        .await?;
    page.expect_value("key-input", &samples::secret()?).await?;
    let alert = page.one("page-fault").await?;
    ensure!(alert.attribute("role") == "alert", "not announced");
    // The way out works without the code that is gone.
    page.click_on("[data-testid=page-fault] a").await?;
    harness::check::soon("the page is there anew", async || {
        Ok(page.every("page-fault").await?.is_empty().then_some(()))
    })
    .await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_verdicts("ok", "unchecked", "ok").await
}

async fn a_panic_of_the_worker_is_said_and_the_next_question_is_answered(
    page: &Page,
) -> Result<()> {
    let _server = open(page).await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.paste("key-input", "panic in the worker").await?;
    page.expect_text("verdict-signature", "stopped").await?;
    page.expect_state("verdict-signature", "unchecked").await?;
    // The decode stands, and so does what was typed.
    page.expect_text("decoded-payload", "Patient").await?;
    page.expect_value("key-input", "panic in the worker")
        .await?;
    ensure!(
        page.every("page-fault").await?.is_empty(),
        "the page fell too"
    );
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    // And again: each time a new one comes.
    page.paste("key-input", "panic in the worker").await?;
    page.expect_text("verdict-signature", "stopped").await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_verdicts("ok", "valid", "ok").await
}
