//! The whole product used once, wherever it came from: every screen, both languages, the worker,
//! the records and the list of known secrets.

use anyhow::{Result, ensure};
use harness::check::{becomes, soon};
use harness::samples::{self, DURING};
use harness::{Page, find};

const HEADER: &str = r#"{"alg":"HS256"}"#;
/// A claim that stands in the records and not in what is compiled into the page.
const PAYLOAD: &str = r#"{"entitlements":["a"]}"#;
/// In the list of known secrets.
const KNOWN: &str = "your-256-bit-secret";

/// Uses it all. The page has just been opened.
pub async fn works(page: &Page) -> Result<()> {
    inspect(page).await?;
    speaks_both(page).await?;
    signs(page).await?;
    guesses(page).await?;
    makes_a_key(page).await?;
    page.expect_text("request-count", "0").await
}

/// Pastes a token with its key, and one that was tampered with.
pub async fn inspect(page: &Page) -> Result<()> {
    page.input("clock", DURING).await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    let tampered = samples::workshop("Patient tampered to Internal")?;
    page.paste("token-input", &tampered).await?;
    page.expect_verdicts("ok", "invalid", "ok").await?;
    // What only the later texts say.
    soon("a diagnosis in words", async || {
        let all = page.every("diagnosis").await?;
        let is_said = |text: &str| text.contains(' ') && !text.contains("diagnosis-");
        Ok(all.iter().any(|found| is_said(&found.text)).then_some(()))
    })
    .await
}

async fn speaks_both(page: &Page) -> Result<()> {
    for (code, word) in [("nl", "Niets"), ("en", "Nothing")] {
        page.choose("language", code).await?;
        becomes("the promise of the page", true, async || {
            Ok(page.text_of(".footer-promise").await?.starts_with(word))
        })
        .await?;
    }
    Ok(())
}

/// Signs a token with a secret, and has it in Inspect afterwards.
pub async fn signs(page: &Page) -> Result<()> {
    page.click_on("a[href='#/sign']").await?;
    page.input("sign-header", HEADER).await?;
    page.input("sign-payload", PAYLOAD).await?;
    page.input("sign-key", KNOWN).await?;
    let begins = samples::compact(HEADER, PAYLOAD.as_bytes(), b"");
    page.expect_text("sign-output", &begins).await?;
    page.click("sign-open").await?;
    page.expect_state("verdict-signature", "valid").await?;
    soon("the claim is known", async || {
        let claim = page.claim("payload", "entitlements").await?;
        let is_known = claim.is_some_and(|claim| claim.attribute("data-known") == "registered");
        Ok(is_known.then_some(()))
    })
    .await
}

async fn guesses(page: &Page) -> Result<()> {
    page.empty("key-input").await?;
    page.expect_state("guess", "idle").await?;
    page.click("guess-start").await?;
    page.expect_state("guess", "found").await
}

async fn makes_a_key(page: &Page) -> Result<()> {
    page.click_on("a[href='#/keys']").await?;
    page.choose("key-spec", "ES256").await?;
    page.click("key-generate").await?;
    page.expect_text("key-private", "\"P-256\"").await?;
    let alerts = page.all("[role=alert]").await?;
    let shown: Vec<&find::Found> = alerts.iter().filter(|alert| alert.is_visible).collect();
    ensure!(shown.is_empty(), "{shown:?}");
    Ok(())
}
