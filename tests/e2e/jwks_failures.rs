//! A JWK Set server that does not do what it should: each class has its own words, and the page
//! goes on while it waits.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use harness::samples::{self, DURING};
use harness::{Case, JwksServer, Mood, Page, cases};

/// The tests of this file.
pub const ALL: &[Case] = cases!["jwks_failures":
    each_class_that_the_browser_tells_apart_has_its_own_words,
    the_class_that_the_browser_hides_lists_causes_and_a_way_out,
    a_redirect_is_followed_and_named,
    another_media_type_is_no_obstacle,
    a_silent_server_is_given_up_while_the_page_stays_usable,
    a_fetch_can_be_cancelled,
    a_slow_answer_that_comes_after_all_is_used,
    a_url_that_the_policy_forbids_is_not_requested,
    a_discovery_document_leads_to_its_set_by_a_second_click,
    json_without_keys_is_said_to_be_that,
    a_failed_fetch_leaves_the_keys_of_the_one_before,
];

const ASSERTION: &str = "client assertion RS512";

fn server() -> Result<JwksServer> {
    JwksServer::start(samples::text("koppeltaal-jwks.json")?)
}

/// The page with a token and a URL in its field.
async fn ready(page: &Page, url: &str) -> Result<()> {
    page.open().await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &samples::koppeltaal(ASSERTION)?)
        .await?;
    page.input("jwks-url", url).await
}

/// Fetches from this mood, expects it to fail, and gives the words.
async fn failure(page: &Page, server: &JwksServer, mood: Mood) -> Result<String> {
    page.input("jwks-url", &server.url(mood)).await?;
    page.click("jwks-fetch").await?;
    page.expect_state("jwks-status", "error").await?;
    page.text("jwks-status").await
}

async fn each_class_that_the_browser_tells_apart_has_its_own_words(page: &Page) -> Result<()> {
    let server = server()?;
    ready(page, "").await?;
    let mut words = BTreeMap::new();
    for (mood, word) in [
        (Mood::NotFound, "404"),
        (Mood::Failing, "500"),
        (Mood::NotJson, "JSON"),
        (Mood::Huge, "larger"),
        (Mood::CutShort, "broke off"),
        (Mood::NoCors, "CORS"),
    ] {
        // A fetch that works between two that do not: the state is never the one before.
        page.input("jwks-url", &server.url(Mood::Good)).await?;
        page.click("jwks-fetch").await?;
        page.expect_state("jwks-status", "ok").await?;
        let said = failure(page, &server, mood).await?;
        ensure!(said.contains(word), "{mood:?}: {said}");
        let twin = words.insert(said.clone(), mood);
        ensure!(twin.is_none(), "{mood:?} and {twin:?}: {said}");
    }
    Ok(())
}

async fn the_class_that_the_browser_hides_lists_causes_and_a_way_out(page: &Page) -> Result<()> {
    let server = server()?;
    ready(page, "").await?;
    let gone = JwksServer::start("{}")?;
    let refused = gone.url(Mood::Good);
    drop(gone);
    for url in [
        server.url(Mood::NoCors),
        server.url(Mood::RedirectLoop),
        refused,
    ] {
        page.input("jwks-url", &url).await?;
        page.click("jwks-fetch").await?;
        page.expect_state("jwks-status", "error").await?;
        let said = page.text("jwks-status").await?;
        for cause in ["CORS", "name", "certificate", "refused", "http"] {
            ensure!(said.contains(cause), "no {cause} in {said}");
        }
        let text = page.text_of("main").await?;
        ensure!(text.contains(&format!("curl -sSL '{url}'")), "no curl line");
        page.input("jwks-url", "").await?;
    }
    // What the line prints goes into the box.
    page.expect_state("verdict-signature", "unchecked").await?;
    page.paste("key-input", &samples::text("koppeltaal-jwks.json")?)
        .await?;
    page.expect_verdicts("ok", "valid", "ok").await
}

async fn a_redirect_is_followed_and_named(page: &Page) -> Result<()> {
    let server = server()?;
    ready(page, &server.url(Mood::Redirect)).await?;
    page.click("jwks-fetch").await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    page.expect_text("key-read-as", &server.url(Mood::Good))
        .await
}

async fn another_media_type_is_no_obstacle(page: &Page) -> Result<()> {
    let server = server()?;
    ready(page, &server.url(Mood::WrongType)).await?;
    page.click("jwks-fetch").await?;
    page.expect_verdicts("ok", "valid", "ok").await
}

async fn a_silent_server_is_given_up_while_the_page_stays_usable(page: &Page) -> Result<()> {
    let server = server()?;
    ready(page, &server.url(Mood::Silent)).await?;
    page.click("jwks-fetch").await?;
    page.expect_state("jwks-status", "fetching").await?;
    page.expect_text("jwks-status", &server.url(Mood::Silent))
        .await?;
    // Meanwhile another token is read and verified with a key of its own.
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_verdicts("ok", "unchecked", "ok").await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    ensure!(page.state("jwks-status").await? == "fetching", "too early");
    page.expect_state("jwks-status", "error").await?;
    page.expect_text("jwks-status", "10 s").await?;
    ensure!(page.text_of("main").await?.contains("curl -sSL"), "no curl");
    page.expect_verdicts("ok", "valid", "ok").await
}

async fn a_fetch_can_be_cancelled(page: &Page) -> Result<()> {
    let server = server()?;
    ready(page, &server.url(Mood::Silent)).await?;
    page.click("jwks-fetch").await?;
    page.expect_state("jwks-status", "fetching").await?;
    page.click("jwks-cancel").await?;
    page.expect_state("jwks-status", "error").await?;
    page.expect_text("jwks-status", "Cancelled").await?;
    page.input("jwks-url", &server.url(Mood::Good)).await?;
    page.click("jwks-fetch").await?;
    page.expect_verdicts("ok", "valid", "ok").await
}

async fn a_slow_answer_that_comes_after_all_is_used(page: &Page) -> Result<()> {
    let server = server()?;
    ready(page, &server.url(Mood::Slow)).await?;
    page.click("jwks-fetch").await?;
    harness::check::soon("the request has arrived", async || {
        Ok((!server.requests().is_empty()).then_some(()))
    })
    .await?;
    page.expect_state("jwks-status", "fetching").await?;
    server.finish_slow();
    page.expect_verdicts("ok", "valid", "ok").await
}

async fn a_url_that_the_policy_forbids_is_not_requested(page: &Page) -> Result<()> {
    // A name for documentation (RFC 6761): were it requested, it would not resolve.
    ready(page, "http://issuer.invalid/jwks.json").await?;
    page.click("jwks-fetch").await?;
    page.expect_state("jwks-status", "error").await?;
    page.expect_text("jwks-status", "policy").await?;
    ensure!(page.text_of("main").await?.contains("curl -sSL"), "no curl");
    page.console_is_empty().await
}

async fn a_discovery_document_leads_to_its_set_by_a_second_click(page: &Page) -> Result<()> {
    let server = server()?;
    let set = server.url(Mood::Good);
    let discovery =
        JwksServer::start(serde_json::json!({ "issuer": "a", "jwks_uri": set }).to_string())?;
    ready(page, &discovery.url(Mood::Good)).await?;
    page.click("jwks-fetch").await?;
    page.expect_value("jwks-url", &set).await?;
    ensure!(server.requests().is_empty(), "fetched without a click");
    page.click("jwks-fetch").await?;
    page.expect_verdicts("ok", "valid", "ok").await
}

async fn json_without_keys_is_said_to_be_that(page: &Page) -> Result<()> {
    let server = JwksServer::start(r#"{"error":"invalid_request"}"#)?;
    ready(page, &server.url(Mood::Good)).await?;
    page.click("jwks-fetch").await?;
    page.expect_state("jwks-status", "error").await?;
    page.expect_text("jwks-status", "keys").await?;
    page.expect_state("verdict-signature", "unchecked").await
}

async fn a_failed_fetch_leaves_the_keys_of_the_one_before(page: &Page) -> Result<()> {
    let server = server()?;
    ready(page, &server.url(Mood::Good)).await?;
    page.click("jwks-fetch").await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    failure(page, &server, Mood::Failing).await?;
    page.expect_state("verdict-signature", "valid").await?;
    page.expect_text("key-read-as", &server.url(Mood::Good))
        .await
}
