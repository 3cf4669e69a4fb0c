//! The test JWK Set server shows a browser the moods that it promises.
//!
//! Asked by the page's own `fetch`, so that a test of the page that fails is a
//! fault of the page.

use anyhow::{Result, ensure};
use harness::{Case, JwksServer, Mood, Page, cases};
use serde_json::json;

/// The tests of this file.
pub const ALL: &[Case] = cases!["jwks_moods":
    each_mood_is_what_a_browser_sees,
    a_silent_server_lets_go_at_its_end,
    a_slow_server_finishes_when_told,
];

const FETCH: &str = "
    const [address, done] = arguments;
    fetch(address)
        .then(async response => done(`${response.status} ${(await response.text()).length}`))
        .catch(() => done('failed'));";

const SET: &str = r#"{"keys":[{"kty":"oct","k":"AA"}]}"#;

async fn each_mood_is_what_a_browser_sees(page: &Page) -> Result<()> {
    page.open().await?;
    let server = JwksServer::start(SET)?;
    let whole = format!("200 {}", SET.len());
    for (mood, expected) in [
        (Mood::Good, whole.as_str()),
        (Mood::NotFound, "404 9"),
        (Mood::Failing, "500 8"),
        (Mood::NotJson, "200 37"),
        (Mood::NoCors, "failed"),
        (Mood::Huge, "200 10000011"),
        (Mood::Redirect, whole.as_str()),
        (Mood::RedirectToNothing, "404 9"),
        (Mood::RedirectLoop, "failed"),
        (Mood::WrongType, whole.as_str()),
        (Mood::CutShort, "failed"),
    ] {
        let seen = page
            .client()
            .execute_async(FETCH, vec![json!(server.url(mood))])
            .await?;
        ensure!(seen == expected, "{mood:?}: {seen}, expected {expected}");
    }
    ensure!(server.requests().len() >= 10, "{:?}", server.requests());
    Ok(())
}

async fn a_silent_server_lets_go_at_its_end(page: &Page) -> Result<()> {
    page.open().await?;
    let server = JwksServer::start(SET)?;
    start(page, &server.url(Mood::Silent)).await?;
    harness::check::soon("the request has arrived", async || {
        Ok((!server.requests().is_empty()).then_some(()))
    })
    .await?;
    ensure!(outcome(page).await?.is_none(), "it answered");
    drop(server);
    harness::check::becomes("the outcome", Some("failed".into()), async || {
        outcome(page).await
    })
    .await
}

async fn a_slow_server_finishes_when_told(page: &Page) -> Result<()> {
    page.open().await?;
    let server = JwksServer::start(SET)?;
    start(page, &server.url(Mood::Slow)).await?;
    harness::check::soon("the request has arrived", async || {
        Ok((!server.requests().is_empty()).then_some(()))
    })
    .await?;
    ensure!(outcome(page).await?.is_none(), "it finished");
    server.finish_slow();
    let whole = format!("200 {}", SET.len());
    harness::check::becomes("the outcome", Some(whole), async || outcome(page).await).await
}

async fn start(page: &Page, address: &str) -> Result<()> {
    page.run(
        "fetch(arguments[0])
            .then(async response => { window.outcome = `${response.status} ${(await response.text()).length}`; })
            .catch(() => { window.outcome = 'failed'; });",
        vec![json!(address)],
    )
    .await?;
    Ok(())
}

async fn outcome(page: &Page) -> Result<Option<String>> {
    let seen = page.run("return window.outcome ?? null", vec![]).await?;
    Ok(seen.as_str().map(String::from))
}
