//! Work that waits for a click and can be ended: content that is large once it is unpacked, and
//! passwords that are stretched by many rounds. The tokens were made with Node's own crypto and
//! zlib: `dir` with `zip: DEF` around 300 KB and 8 MB, and PBES2 with 20,000 rounds.

use anyhow::{Context, Result, ensure};
use harness::{Case, Page, cases, samples};
use serde_json::Value;

/// Tests for every engine.
pub const ALL: &[Case] = cases!["costly":
    content_that_is_large_unpacked_waits_for_a_click,
    unpacking_can_be_ended,
    many_rounds_wait_for_a_click,
    many_rounds_can_be_ended,
];

/// Clicks "go on" and, before the browser has done anything else, "cancel": the answer of the
/// worker cannot have come between.
const AGREE_AND_CANCEL: &str = "
    return (async () => {
        const [agree, cancel] = ['work-agree', 'work-cancel'].map(
            id => document.querySelector(`[data-testid=\"${id}\"]`));
        agree.click();
        for (let turn = 0; turn < 1000 && cancel.closest('[hidden]'); turn++) {
            await Promise.resolve();
        }
        const is_there = !cancel.closest('[hidden]');
        cancel.click();
        return is_there;
    })()";

fn fixture() -> Result<Value> {
    Ok(serde_json::from_str(&samples::fixture(
        "costly/costly.json",
    )?)?)
}

async fn ask(page: &Page, token: &Value, key: &str) -> Result<()> {
    page.open().await?;
    page.paste("token-input", token.as_str().context("a token")?)
        .await?;
    page.paste("key-input", key).await?;
    page.expect_state("verdict-signature", "encrypted").await
}

/// It waits, with the reason, and nothing of the content is there.
async fn waits(page: &Page, reason: &str) -> Result<()> {
    page.expect_state("verdict-signature", "encrypted").await?;
    page.expect_text("verdict-signature", reason).await?;
    ensure!(page.one("work-agree").await?.is_visible, "nothing to click");
    ensure!(!page.one("work-cancel").await?.is_visible, "nothing to end");
    ensure!(page.claim("payload", "sub").await?.is_none(), "it is open");
    Ok(())
}

async fn is_open(page: &Page, sub: &str) -> Result<()> {
    page.expect_state("verdict-signature", "decrypted").await?;
    page.expect_text("decoded-payload", sub).await?;
    ensure!(!page.one("effort").await?.is_visible, "still asking");
    page.console_is_empty().await
}

async fn end(page: &Page, reason: &str) -> Result<()> {
    let is_there = page.run(AGREE_AND_CANCEL, vec![]).await?;
    ensure!(is_there == Value::Bool(true), "nothing to end: {is_there}");
    waits(page, reason).await?;
    // The worker goes on answering, and what was ended stays so.
    page.input("key-input", "another").await?;
    page.expect_text("key-read-as", "7 bytes").await?;
    ensure!(page.claim("payload", "sub").await?.is_none(), "it is open");
    page.console_is_empty().await
}

async fn content_that_is_large_unpacked_waits_for_a_click(page: &Page) -> Result<()> {
    let all = fixture()?;
    ask(page, &all["small"], &all["key"].to_string()).await?;
    waits(page, "Unpacked, the content has more than").await?;
    page.click("work-agree").await?;
    is_open(page, "unpacked").await
}

async fn unpacking_can_be_ended(page: &Page) -> Result<()> {
    let all = fixture()?;
    ask(page, &all["large"], &all["key"].to_string()).await?;
    waits(page, "Unpacked, the content has more than").await?;
    end(page, "Unpacked, the content has more than").await
}

async fn many_rounds_wait_for_a_click(page: &Page) -> Result<()> {
    let all = fixture()?;
    let password = all["password"].as_str().context("a password")?;
    ask(page, &all["stretched"], password).await?;
    waits(page, "20\u{202f}000 rounds").await?;
    page.click("work-agree").await?;
    is_open(page, "stretched").await
}

async fn many_rounds_can_be_ended(page: &Page) -> Result<()> {
    let all = fixture()?;
    let password = all["password"].as_str().context("a password")?;
    ask(page, &all["stretched"], password).await?;
    waits(page, "20\u{202f}000 rounds").await?;
    end(page, "20\u{202f}000 rounds").await
}
