//! The work that must not hold the page up, as a person sets it off: for the benchmark and for
//! the tests, which hold it to the same limit.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::case::Running;
use crate::check::soon;
use crate::speed::SIGHT;
use crate::{Page, samples};

/// One piece of work.
#[derive(Clone, Copy)]
pub struct Work {
    /// What it is.
    pub name: &'static str,
    /// All that comes before it. The page has not been opened yet.
    pub prepare: for<'a> fn(&'a Page) -> Running<'a>,
    /// Sets it off and waits until it is done.
    pub run: for<'a> fn(&'a Page) -> Running<'a>,
}

/// All of it.
pub const ALL: [Work; 6] = [
    VERIFICATION,
    DIAGNOSIS,
    LARGE_KEY,
    SEARCH,
    MANY_ROUNDS,
    FIVE_MEGABYTES,
];

/// A token of Koppeltaal gets its key.
pub const VERIFICATION: Work = Work {
    name: "verification",
    prepare: |page| Box::pin(launch(page)),
    run: |page| Box::pin(verify(page)),
};

/// A token gets a secret that has nothing to do with its own.
pub const DIAGNOSIS: Work = Work {
    name: "diagnosis",
    prepare: |page| Box::pin(token(page)),
    run: |page| Box::pin(diagnose(page)),
};

/// An RSA key of 4096 bits is made.
pub const LARGE_KEY: Work = Work {
    name: "RSA-4096 key generation",
    prepare: |page| Box::pin(key_choice(page)),
    run: |page| Box::pin(make_key(page)),
};

/// All known secrets are tried, and none is it.
pub const SEARCH: Work = Work {
    name: "search for a known secret",
    prepare: |page| Box::pin(unknown_secret(page)),
    run: |page| Box::pin(guess(page)),
};

/// A token is opened by a password.
pub const MANY_ROUNDS: Work = Work {
    name: "PBES2 of 600,000 rounds",
    prepare: |page| Box::pin(stretched(page)),
    run: |page| Box::pin(open(page)),
};

/// A real Ctrl+V.
pub const FIVE_MEGABYTES: Work = Work {
    name: "paste of 5 MB",
    prepare: |page| Box::pin(five_megabytes(page)),
    run: |page| Box::pin(paste(page)),
};

async fn launch(page: &Page) -> Result<()> {
    page.open().await?;
    page.is_kept().await?;
    let token = samples::koppeltaal("HTI launch RS512")?;
    page.paste("token-input", &token).await?;
    page.expect_state("verdict-structure", "ok").await
}

async fn verify(page: &Page) -> Result<()> {
    let key = samples::koppeltaal_jwk("RS512")?.to_string();
    page.paste("key-input", &key).await?;
    page.expect_state("verdict-signature", "valid").await
}

async fn token(page: &Page) -> Result<()> {
    page.open().await?;
    page.is_kept().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_state("verdict-structure", "ok").await
}

/// No cause fits, so all are tried.
async fn diagnose(page: &Page) -> Result<()> {
    page.paste("key-input", "neither this nor any part of it is the secret")
        .await?;
    page.expect_state("verdict-signature", "invalid").await?;
    soon("a diagnosis", async || {
        let all = page.every("diagnosis").await?;
        Ok((!all.is_empty()).then_some(()))
    })
    .await
}

async fn key_choice(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    page.is_kept().await?;
    page.choose("key-spec", "RS256").await?;
    page.choose("key-size", "4096").await
}

async fn make_key(page: &Page) -> Result<()> {
    page.click("key-generate").await?;
    // Where the first primes come late it takes longer than anything else on the page.
    let first = page.expect_text("key-private", "\"RSA\"").await;
    match first {
        Ok(()) => Ok(()),
        Err(_) => page.expect_text("key-private", "\"RSA\"").await,
    }
}

async fn unknown_secret(page: &Page) -> Result<()> {
    page.open().await?;
    page.is_kept().await?;
    let token = samples::compact(r#"{"alg":"HS256"}"#, br#"{"sub":"unknown"}"#, &[7; 32]);
    page.paste("token-input", &token).await?;
    page.expect_state("guess", "idle").await
}

async fn guess(page: &Page) -> Result<()> {
    page.click("guess-start").await?;
    page.expect_state("guess", "none").await
}

async fn stretched(page: &Page) -> Result<()> {
    let all: Value = serde_json::from_str(&samples::fixture("costly/costly.json")?)?;
    let text = |name: &str| all.get(name).and_then(Value::as_str).context("a text");
    page.open().await?;
    page.is_kept().await?;
    page.paste("token-input", text("stretched_600000")?).await?;
    page.paste("key-input", text("password")?).await?;
    page.expect_text("verdict-signature", "600\u{202f}000 rounds")
        .await
}

async fn open(page: &Page) -> Result<()> {
    page.click("work-agree").await?;
    page.expect_state("verdict-signature", "decrypted").await
}

const MARK: &str = "five megabytes of it";

/// The token of [`FIVE_MEGABYTES`].
pub fn five_megabyte_token() -> String {
    let mut payload = format!(r#"{{"sub":"{MARK}","groups":["g""#);
    let mut number = 0_u32;
    while payload.len() < 3_700_000 {
        payload.push_str(&format!(r#","a group whose number is {number}""#));
        number += 1;
    }
    payload.push_str("]}");
    samples::compact(r#"{"alg":"HS256"}"#, payload.as_bytes(), &[7; 32])
}

async fn five_megabytes(page: &Page) -> Result<()> {
    page.before_load(SIGHT).await?;
    page.open().await?;
    page.is_kept().await?;
    page.put_on_clipboard(&five_megabyte_token()).await?;
    page.focus_on("token-input").await
}

async fn paste(page: &Page) -> Result<()> {
    page.press_paste().await?;
    page.sees(MARK).await?;
    soon("the search over it", async || {
        let ready = "return document.querySelector('.json-tools[data-ready]') !== null";
        Ok((page.run(ready, vec![]).await? == Value::Bool(true)).then_some(()))
    })
    .await?;
    page.expect_state("verdict-structure", "ok").await
}
