//! A JWK Set server that means harm, or comes from another world: the page says what it can know,
//! guesses nothing, and stays usable.

use anyhow::{Result, ensure};
use harness::check::soon;
use harness::samples::{self, DURING};
use harness::{Case, JwksServer, Mood, Page, cases};
use serde_json::{Value, json};
use xtask::setup::browsers::Engine;

use crate::language::speaks;

/// The tests of this file.
pub const ALL: &[Case] = cases!["jwks_hostile":
    a_small_answer_that_unpacks_to_much_is_given_up,
    an_answer_without_an_end_is_given_up,
    ten_thousand_keys_are_read_and_one_of_them_fits,
    keys_of_an_unknown_kind_stand_beside_one_that_fits,
    what_the_browser_hides_is_not_guessed,
];

const ASSERTION: &str = "client assertion RS512";

fn set() -> Result<Value> {
    Ok(serde_json::from_str(&samples::text(
        "koppeltaal-jwks.json",
    )?)?)
}

async fn ready(page: &Page) -> Result<()> {
    page.open().await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &samples::koppeltaal(ASSERTION)?)
        .await
}

async fn fetch(page: &Page, url: &str) -> Result<()> {
    page.input("jwks-url", url).await?;
    page.click("jwks-fetch").await
}

/// Watches what holds the page's thread up, where the browser tells.
async fn watch(page: &Page) -> Result<()> {
    match page.engine() {
        Engine::Chromium => page.watch_thread().await,
        Engine::Firefox | Engine::WebKit => Ok(()),
    }
}

/// Since [`watch`] nothing held the thread up for longer than this in one piece, or up to four
/// times as long where other programs slow the machine down. Measured on two cores: 35 ms for what
/// unpacks to much, 180 ms for ten thousand keys, all of it while their answer comes in.
async fn was_held_up_at_most(page: &Page, milliseconds: f64) -> Result<()> {
    if page.engine() != Engine::Chromium {
        return Ok(());
    }
    let held = page.held().await?;
    let stretch = page.stretch().await?.min(4.0);
    ensure!(
        held.longest() <= milliseconds * stretch,
        "{held:?}, stretched {stretch} times"
    );
    Ok(())
}

/// Another token is read and verified.
async fn is_usable(page: &Page) -> Result<()> {
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_verdicts("ok", "valid", "ok").await
}

async fn a_small_answer_that_unpacks_to_much_is_given_up(page: &Page) -> Result<()> {
    let server = JwksServer::start("{}")?;
    ready(page).await?;
    watch(page).await?;
    fetch(page, &server.url(Mood::GzipBomb)).await?;
    page.expect_state("jwks-status", "error").await?;
    page.expect_text("jwks-status", "larger than").await?;
    page.expect_state("verdict-signature", "unchecked").await?;
    is_usable(page).await?;
    was_held_up_at_most(page, 150.0).await
}

async fn an_answer_without_an_end_is_given_up(page: &Page) -> Result<()> {
    let server = JwksServer::start("{}")?;
    ready(page).await?;
    fetch(page, &server.url(Mood::Drip)).await?;
    page.expect_state("jwks-status", "fetching").await?;
    is_usable(page).await?;
    page.expect_state("jwks-status", "error").await?;
    page.expect_text("jwks-status", "10 s").await
}

async fn ten_thousand_keys_are_read_and_one_of_them_fits(page: &Page) -> Result<()> {
    let mut set = set()?;
    let keys = set["keys"].as_array_mut();
    let keys = keys.ok_or_else(|| anyhow::anyhow!("no keys"))?;
    let own = keys.len();
    let others = (0..10_000).map(|n| json!({ "kty": "oct", "kid": format!("k{n}"), "k": "AAAA" }));
    keys.splice(0..0, others);
    let server = JwksServer::start(set.to_string())?;
    ready(page).await?;
    watch(page).await?;
    fetch(page, &server.url(Mood::Good)).await?;
    page.expect_state("jwks-status", "ok").await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    let count = 10_000 + own;
    soon("all keys are counted", async || {
        let said: String = page.text("jwks-status").await?;
        let digits: String = said.chars().filter(char::is_ascii_digit).collect();
        Ok(digits.contains(&count.to_string()).then_some(()))
    })
    .await?;
    is_usable(page).await?;
    was_held_up_at_most(page, 500.0).await
}

async fn keys_of_an_unknown_kind_stand_beside_one_that_fits(page: &Page) -> Result<()> {
    let mut set = set()?;
    let keys = set["keys"].as_array_mut();
    let keys = keys.ok_or_else(|| anyhow::anyhow!("no keys"))?;
    let others = [
        json!({ "kty": "XYZ", "kid": "later" }),
        json!({ "kty": null }),
        json!({ "kid": "nothing" }),
        json!("no key"),
        json!({ "kty": "<img src=x onerror=window.harmed=1>" }),
        json!({ "kty": "EC", "crv": "P-999", "x": "AA", "y": "AA" }),
    ];
    keys.splice(0..0, others.clone());
    let server = JwksServer::start(set.to_string())?;
    ready(page).await?;
    fetch(page, &server.url(Mood::Good)).await?;
    page.expect_state("jwks-status", "ok").await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    let harmed = page
        .run(
            "return window.harmed === 1 || document.querySelector('main img') !== null",
            vec![],
        )
        .await?;
    ensure!(harmed == false, "a kty became markup");
    // Without one that fits there is no verdict that could be taken for approval.
    let alone = server.put("/alone/jwks.json", json!({ "keys": others }).to_string());
    fetch(page, &alone).await?;
    page.expect_state("verdict-signature", "key-error").await
}

async fn what_the_browser_hides_is_not_guessed(page: &Page) -> Result<()> {
    let server = JwksServer::start("{}")?;
    ready(page).await?;
    // No TLS where it is expected, and a redirect to where the policy lets nobody go.
    let tls = server.url(Mood::Good).replace("http://", "https://");
    for url in [
        tls,
        server.url(Mood::RedirectToHttp),
        server.url(Mood::RedirectLoop),
    ] {
        fetch(page, &url).await?;
        page.expect_state("jwks-status", "error").await?;
        page.expect_text("jwks-status", "does not say why").await?;
        page.expect_text("jwks-status", "local network").await?;
        for (language, guess) in [("nl", "aarschijnlijk"), ("en", "ikely")] {
            page.choose("language", language).await?;
            speaks(page, language).await?;
            let said = page.text("jwks-status").await?;
            ensure!(said.contains("CORS"), "{said}");
            ensure!(!said.contains(guess), "it guesses: {said}");
        }
        page.input("jwks-url", "").await?;
    }
    is_usable(page).await
}
