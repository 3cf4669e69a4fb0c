//! The page tests itself with what the RFCs print, and is seen to fail where it has to.

use anyhow::{Result, bail, ensure};
use harness::check::soon;
use harness::samples::{self, DURING};
use harness::variant::{Variant, change};
use harness::{Case, Page, cases};
use serde_json::Value;

/// The tests of this file.
pub const ALL: &[Case] = cases!["self_test":
    every_vector_passes_here_and_the_way_to_it_is_found,
    one_changed_bit_is_seen_to_fail,
    a_changed_file_of_vectors_fails_and_names_the_vector,
    a_file_that_is_damaged_or_missing_is_no_success,
    it_can_be_ended_and_the_page_goes_on_meanwhile,
];

/// As many as `tests/vectors/self_test.rs` counts.
const VECTORS: &str = "172";

async fn attribute(page: &Page, name: &str) -> Result<String> {
    Ok(page.one("self-test").await?.attribute(name).to_string())
}

pub async fn ends_as(page: &Page, state: &str) -> Result<()> {
    // Longer than anything else may take: it is all of the cryptography, in a row.
    for _ in 0..4 {
        let ended = soon("the self-test has ended", async || {
            let now = page.state("self-test").await?;
            Ok((!["loading", "running"].contains(&now.as_str())).then_some(()))
        });
        if ended.await.is_ok() {
            break;
        }
    }
    let says = page.text("self-test-says").await?;
    let found = page.state("self-test").await?;
    if found != state {
        let rows = page.all("[data-testid=self-test-row][data-state=failed]");
        let rows = rows.await?.into_iter().take(3);
        let rows: Vec<_> = rows
            .map(|row| format!("{}: {}", row.attribute("data-name"), row.text))
            .collect();
        bail!("{found}, not {state}: {says} {rows:?}");
    }
    Ok(())
}

async fn every_vector_passes_here_and_the_way_to_it_is_found(page: &Page) -> Result<()> {
    page.open().await?;
    page.click("self-test-link").await?;
    page.expect_state("self-test", "idle").await?;
    page.click_on("a[href='#/learn']").await?;
    page.click("learn-self-test").await?;
    page.expect_text_of_title("Self-test").await?;
    page.click("self-test-start").await?;
    ends_as(page, "passed").await?;
    for (name, value) in [
        ("data-count", VECTORS),
        ("data-passed", VECTORS),
        ("data-failed", "0"),
        ("data-left-out", "0"),
    ] {
        ensure!(
            attribute(page, name).await? == value,
            "{name} is not {value}"
        );
    }
    page.expect_text("self-test-says", "All 172 vectors passed, in ")
        .await?;
    let rows = page.every("self-test-row").await?;
    ensure!(rows.len().to_string() == VECTORS, "{} rows", rows.len());
    ensure!(
        rows.iter()
            .all(|row| row.attribute("data-state") == "passed"),
        "a row"
    );
    let groups = page.every("self-test-group").await?;
    ensure!(groups.len() == 11, "{} groups", groups.len());
    ensure!(page.text("request-count").await?.trim() == "0", "counted");
    page.console_is_empty().await
}

async fn one_changed_bit_is_seen_to_fail(page: &Page) -> Result<()> {
    page.open_at("#/self-test").await?;
    page.click("self-test-change").await?;
    ends_as(page, "noticed").await?;
    ensure!(attribute(page, "data-failed").await? == "156", "failed");
    ensure!(attribute(page, "data-left-out").await? == "16", "left out");
    let why = page.every("self-test-why").await?;
    ensure!(why.len() == 156, "{} reasons", why.len());
    // Shown without a click: the group that has a failure is open.
    ensure!(
        page.text_of("main")
            .await?
            .contains("The verdict has to be “Valid” and is “Invalid”."),
        "no sentence"
    );
    // And as they are printed they still pass.
    page.click("self-test-start").await?;
    ends_as(page, "passed").await
}

async fn a_changed_file_of_vectors_fails_and_names_the_vector(page: &Page) -> Result<()> {
    let variant = Variant::new(|site| {
        change(site, "vectors-", |text| {
            // One character of the signature of RFC 7515 A.1, where it stands first.
            text.replacen("dBjftJeZ4CVP", "dBjftJeZ4CVQ", 1)
        })
    })?;
    page.open_url(&format!("{}#/self-test", variant.url()))
        .await?;
    page.click("self-test-start").await?;
    ends_as(page, "failed").await?;
    ensure!(attribute(page, "data-failed").await? == "1", "not one");
    let failed = page
        .all("[data-testid=self-test-row][data-state=failed]")
        .await?;
    let name = failed
        .first()
        .map(|row| row.attribute("data-name").to_string());
    ensure!(name.as_deref() == Some("rfc7515-a.1"), "{name:?}");
    page.expect_text("self-test-says", "1 of 172 vectors failed")
        .await
}

async fn a_file_that_is_damaged_or_missing_is_no_success(page: &Page) -> Result<()> {
    let damaged = Variant::new(|site| {
        change(site, "vectors-", |text| {
            format!("{text}{{\"name\":\"x\"}}\n")
        })
    })?;
    let gone = Variant::new(|site| {
        site.retain(|name, _| !name.starts_with("vectors-"));
        Ok(())
    })?;
    for variant in [damaged, gone] {
        page.open_url(&format!("{}#/self-test", variant.url()))
            .await?;
        page.expect_state("self-test", "idle").await?;
        page.click("self-test-start").await?;
        page.expect_state("self-test", "missing").await?;
        page.expect_text("self-test-says", "Nothing was tested")
            .await?;
    }
    Ok(())
}

async fn it_can_be_ended_and_the_page_goes_on_meanwhile(page: &Page) -> Result<()> {
    page.open_at("#/self-test").await?;
    page.click("self-test-start").await?;
    soon("some vectors have run", async || {
        let passed: usize = attribute(page, "data-passed").await?.parse()?;
        Ok((passed > 0).then_some(()))
    })
    .await?;
    // A token is read and verified while it runs.
    page.click_on("a[href='#/inspect']").await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    page.click("self-test-link").await?;
    // At once, so that the end is not there before the cancel.
    let told = page
        .run(
            "const [start, cancel] = ['start', 'cancel'].map(name => document.querySelector(`[data-testid=self-test-${name}]`));
             if (start.disabled) { cancel.click(); return 'under way'; }
             start.click();
             return new Promise(done => setTimeout(() => { cancel.click(); done('anew'); }));",
            vec![],
        )
        .await?;
    ensure!(told != Value::Null, "{told}");
    page.expect_state("self-test", "cancelled").await?;
    page.expect_text("self-test-says", "Ended after").await?;
    page.click("self-test-start").await?;
    ends_as(page, "passed").await
}
