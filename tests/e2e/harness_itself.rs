//! What the harness says it does, it does: on a page of its own, in every engine.

use anyhow::{Result, ensure};
use harness::{Case, JwksServer, Mood, Page, cases};
use serde_json::json;
use xtask::serve::Server;
use xtask::setup::browsers::Engine;
use xtask::workspace;

/// The tests of this file.
pub const ALL: &[Case] = cases!["harness_itself":
    a_paste_reaches_a_page_that_takes_it,
    a_paste_reaches_a_plain_control,
    input_is_a_plain_event,
    select_all_and_delete_empties,
    a_choice_is_made_or_refused,
    a_state_is_waited_for,
    what_is_not_there_is_named,
];

/// Tests of what only Chromium's driver reports.
pub const ONLY_CHROMIUM: &[Case] = cases!["harness_itself", &[Engine::Chromium];
    a_console_line_is_seen,
    a_request_elsewhere_is_seen,
    a_fault_of_accessibility_is_seen,
    what_axe_cannot_decide_is_a_fault_too,
];

/// Ends with the test that holds it.
async fn controls(page: &Page) -> Result<Server> {
    let fixtures = workspace::root().join("tests/e2e/fixtures/controls");
    let server = Server::start(&fixtures, "/")?;
    page.open_url(&server.url()).await?;
    Ok(server)
}

async fn a_paste_reaches_a_page_that_takes_it(page: &Page) -> Result<()> {
    let _server = controls(page).await?;
    page.paste("taker", "a\nb").await?;
    page.expect_text("events", "paste a\nb;").await?;
    ensure!(page.value("taker").await?.is_empty(), "it went in as well");
    Ok(())
}

async fn a_paste_reaches_a_plain_control(page: &Page) -> Result<()> {
    let _server = controls(page).await?;
    page.input("plain", "old").await?;
    page.paste("plain", "new").await?;
    page.expect_value("plain", "new").await?;
    page.expect_text("events", "input insertFromPaste;").await
}

async fn input_is_a_plain_event(page: &Page) -> Result<()> {
    let _server = controls(page).await?;
    page.input("plain", "text").await?;
    page.expect_value("plain", "text").await?;
    page.expect_text("events", "input ;").await
}

async fn select_all_and_delete_empties(page: &Page) -> Result<()> {
    let _server = controls(page).await?;
    page.type_keys("plain", "ab").await?;
    page.expect_value("plain", "ab").await?;
    page.empty("plain").await?;
    page.expect_value("plain", "").await
}

async fn a_choice_is_made_or_refused(page: &Page) -> Result<()> {
    let _server = controls(page).await?;
    page.choose("choice", "two").await?;
    page.expect_text("events", "chose two;").await?;
    ensure!(
        page.choose("choice", "three").await.is_err(),
        "no such value"
    );
    Ok(())
}

async fn a_state_is_waited_for(page: &Page) -> Result<()> {
    let _server = controls(page).await?;
    ensure!(page.state("events").await? == "idle");
    page.click("button").await?;
    page.expect_state("events", "done").await
}

async fn what_is_not_there_is_named(page: &Page) -> Result<()> {
    let _server = controls(page).await?;
    let complaint = page.text("nothing-such").await.unwrap_err().to_string();
    ensure!(complaint.contains("nothing-such"), "{complaint}");
    Ok(())
}

async fn a_console_line_is_seen(page: &Page) -> Result<()> {
    let _server = controls(page).await?;
    page.console_is_empty().await?;
    page.run("console.error('planted')", vec![]).await?;
    let complaint = page.console_is_empty().await.unwrap_err().to_string();
    ensure!(complaint.contains("planted"), "{complaint}");
    Ok(())
}

async fn a_request_elsewhere_is_seen(page: &Page) -> Result<()> {
    let server = controls(page).await?;
    page.requests_stay_within(&[&server.origin()]).await?;
    let elsewhere = JwksServer::start("{}")?;
    fetch(
        page,
        "await fetch(arguments[0])",
        &elsewhere.url(Mood::Good),
    )
    .await?;
    let seen = page.requests_stay_within(&[&server.origin()]).await;
    ensure!(seen.is_err(), "the planted request was not seen");
    Ok(())
}

async fn a_fault_of_accessibility_is_seen(page: &Page) -> Result<()> {
    let _server = controls(page).await?;
    page.is_accessible().await?;
    page.run(
        "document.querySelector('main').append(document.createElement('textarea'))",
        vec![],
    )
    .await?;
    let complaint = page.is_accessible().await.unwrap_err().to_string();
    ensure!(complaint.contains("label"), "{complaint}");
    Ok(())
}

async fn what_axe_cannot_decide_is_a_fault_too(page: &Page) -> Result<()> {
    let _server = controls(page).await?;
    page.is_accessible().await?;
    // A description that is not there may come later: axe asks a person.
    page.run(
        "document.querySelector('button').setAttribute('aria-describedby', 'nothing-such')",
        vec![],
    )
    .await?;
    let complaint = page.is_accessible().await.unwrap_err().to_string();
    for said in ["aria-valid-attr-value", "button", "nothing-such"] {
        ensure!(complaint.contains(said), "no {said} in {complaint}");
    }
    Ok(())
}

/// Runs a script that awaits, until its end.
async fn fetch(page: &Page, script: &str, address: &str) -> Result<()> {
    let script = format!(
        "const [address, done] = arguments;
         (async function () {{ {script} }})(address).then(() => done('ok'), error => done(String(error)));"
    );
    let outcome = page
        .client()
        .execute_async(&script, vec![json!(address)])
        .await?;
    ensure!(outcome == "ok", "{outcome}");
    Ok(())
}
