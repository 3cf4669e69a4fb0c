//! The gallery of broken tokens: it comes when it is opened, can be searched, and Inspect says of
//! each token what its row says.

use anyhow::{Context, Result, ensure};
use harness::{Case, Page, cases, samples};
use xtask::setup::browsers::Engine;

/// The tests of this file.
pub const ALL: &[Case] = cases!["gallery":
    it_comes_when_it_is_opened,
    inspect_says_what_a_row_says,
    it_is_searched_in_either_language,
    own_screens_come_back,
];

/// Tests of what only Chromium's driver can do.
pub const ONLY_CHROMIUM: &[Case] = cases!["gallery", &[Engine::Chromium];
    it_is_accessible_and_whole,
];

pub async fn open(page: &Page) -> Result<()> {
    page.open_at("#/learn").await?;
    harness::check::soon("the gallery can be opened", async || {
        Ok(page.first("[data-testid=gallery-open]").await?.map(|_| ()))
    })
    .await?;
    page.click("gallery-open").await?;
    harness::check::soon("the gallery is there", async || {
        Ok(page.first("[data-testid=gallery-group]").await?.map(|_| ()))
    })
    .await
}

fn row(code: &str, group: &str) -> String {
    format!("[data-testid=gallery-row][data-code={code}][data-group={group}]")
}

/// Finds a row by its code and opens it.
pub async fn show(page: &Page, code: &str, group: &str) -> Result<()> {
    page.input("gallery-find", code).await?;
    let row = row(code, group);
    harness::check::soon(&format!("the row of {code}"), async || {
        let found = page.first(&row).await?;
        Ok(found.filter(|found| found.is_visible).map(|_| ()))
    })
    .await?;
    page.click_on(&row).await?;
    harness::check::becomes("the broken token", code.to_string(), async || {
        let strip = page.first("[data-testid=broken]").await?;
        let shown = strip.filter(|strip| strip.is_visible);
        Ok(shown
            .map(|strip| strip.attribute("data-code").to_string())
            .unwrap_or_default())
    })
    .await
}

async fn it_comes_when_it_is_opened(page: &Page) -> Result<()> {
    let is_there = |loaded: &[String]| loaded.iter().any(|url| url.contains("broken"));
    page.open_at("#/learn").await?;
    harness::check::soon("the button", async || {
        Ok(page.first("[data-testid=gallery-open]").await?.map(|_| ()))
    })
    .await?;
    let before = page.loaded().await?;
    ensure!(!is_there(&before), "{before:?}");
    open(page).await?;
    let after = page.loaded().await?;
    ensure!(is_there(&after), "{after:?}");
    let groups = page.all("[data-testid=gallery-group]").await?;
    ensure!(groups.len() == 6, "{groups:?}");
    let rows = page
        .run(
            "return document.querySelectorAll('[data-testid=gallery-row]').length",
            vec![],
        )
        .await?;
    ensure!(rows.as_u64().unwrap_or(0) > 300, "{rows}");
    page.console_is_empty().await
}

async fn inspect_says_what_a_row_says(page: &Page) -> Result<()> {
    open(page).await?;
    for (code, group, verdict, state) in [
        (
            "structure-padding",
            "structure",
            "verdict-structure",
            "damaged",
        ),
        (
            "verify-match-crit-unknown",
            "signature",
            "verdict-signature",
            "invalid",
        ),
        (
            "secret-trailing-newline",
            "diagnosis",
            "verdict-signature",
            "invalid",
        ),
        ("claims-expired", "claims", "verdict-claims", "expired"),
        ("kid-path", "finding", "verdict-structure", "ok"),
        ("paste-bearer", "found", "verdict-structure", "repaired"),
    ] {
        show(page, code, group).await?;
        page.expect_state(verdict, state)
            .await
            .with_context(|| code.to_string())?;
        match group {
            "diagnosis" => page.expect_code("diagnosis", code).await?,
            "finding" => page.expect_code("finding", code).await?,
            "structure" | "signature" | "claims" => {
                let sentence = page.text("broken-text").await?;
                page.expect_text("reasons", &sentence).await?;
            }
            _ => {
                let notes = page.all(&format!("[data-note={code}]")).await?;
                ensure!(!notes.is_empty(), "{code} is not said");
            }
        }
        let look = page.text("broken-look").await?;
        ensure!(look.starts_with("Look at "), "{look}");
        page.click("broken-list").await?;
    }
    // On to the next one, and back.
    show(page, "claims-expired", "claims").await?;
    let token = page.value("token-input").await?;
    page.click("broken-next").await?;
    harness::check::soon("another token", async || {
        Ok((page.value("token-input").await? != token).then_some(()))
    })
    .await?;
    page.click("broken-back").await?;
    page.expect_value("token-input", &token).await?;
    page.console_is_empty().await
}

async fn visible_rows(page: &Page) -> Result<u64> {
    let count = page
        .run(
            "return [...document.querySelectorAll('[data-testid=gallery-row]')]
                 .filter(row => row.checkVisibility()).length",
            vec![],
        )
        .await?;
    count.as_u64().context("a number")
}

async fn it_is_searched_in_either_language(page: &Page) -> Result<()> {
    open(page).await?;
    ensure!(visible_rows(page).await? == 0, "the groups are closed");
    page.input("gallery-find", "KID path").await?;
    harness::check::becomes("the rows", 1, async || visible_rows(page).await).await?;
    page.choose("language", "nl").await?;
    page.input("gallery-find", "verlopen").await?;
    harness::check::soon("Dutch rows", async || {
        let found = page.first(&row("claims-expired", "claims")).await?;
        Ok(found.filter(|found| found.is_visible).map(|_| ()))
    })
    .await?;
    page.input("gallery-find", "no such words anywhere").await?;
    harness::check::becomes("the rows", 0, async || visible_rows(page).await).await?;
    let none = page.one("gallery-none").await?;
    ensure!(none.is_visible, "nothing says that there is nothing");
    page.empty("gallery-find").await
}

async fn own_screens_come_back(page: &Page) -> Result<()> {
    let token = samples::workshop("Patient")?;
    page.open().await?;
    page.paste("token-input", &token).await?;
    page.input("expect-aud", "mine").await?;
    page.click_on("nav a[href='#/learn']").await?;
    harness::check::soon("the button", async || {
        Ok(page.first("[data-testid=gallery-open]").await?.map(|_| ()))
    })
    .await?;
    page.click("gallery-open").await?;
    harness::check::soon("the search", async || {
        Ok(page.first("[data-testid=gallery-find]").await?.map(|_| ()))
    })
    .await?;
    show(page, "claims-mismatch", "claims").await?;
    page.expect_state("verdict-claims", "mismatch").await?;
    page.click("broken-close").await?;
    page.expect_value("token-input", &token).await?;
    page.expect_value("expect-aud", "mine").await?;
    page.expect_value("clock", "").await
}

async fn it_is_accessible_and_whole(page: &Page) -> Result<()> {
    for (width, height) in [(1440, 900), (390, 844), (320, 640)] {
        page.resize(width, height).await?;
        page.client().goto("about:blank").await?;
        open(page).await?;
        page.input("gallery-find", "key").await?;
        harness::check::soon("some rows", async || {
            Ok((visible_rows(page).await? > 5).then_some(()))
        })
        .await?;
        let out = page.sticks_out().await?;
        ensure!(out.is_empty(), "{width}: {out:?}");
        page.is_accessible().await?;
        show(page, "key-wrong-type", "diagnosis").await?;
        page.expect_code("diagnosis", "key-wrong-type").await?;
        let out = page.sticks_out().await?;
        ensure!(out.is_empty(), "{width}: {out:?}");
        page.is_accessible().await?;
    }
    Ok(())
}
