//! `cargo xtask serve --lan`: a room reaches the page on plain http at this machine's address,
//! which is no secure context.

use anyhow::{Context, Result, ensure};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use harness::{Case, Page, cases};
use serde_json::json;
use xtask::serve::{Server, Whom, listen};
use xtask::{lan, workspace};

use crate::whole;

/// The tests of this file.
pub const ALL: &[Case] = cases!["room":
    everything_works_without_a_secure_context,
    what_is_copied_can_be_pasted,
    the_link_to_a_set_leads_the_room_here,
];

/// Opens the page as somebody in the room does.
async fn enter(page: &Page) -> Result<Server> {
    let server = Server::over(listen(Whom::Room, 0)?, &workspace::dist(), "/")?;
    let addresses = lan::addresses().context("this test wants a network, as a room has")?;
    let address = *addresses.first().context("no address")?;
    ensure!(!address.is_loopback(), "{address}");
    page.open_url(&lan::url(address, server.port())).await?;
    let has = page
        .run(
            "return [isSecureContext, 'serviceWorker' in navigator, !!crypto.subtle, !!navigator.clipboard]",
            vec![],
        )
        .await?;
    ensure!(has == json!([false, false, false, false]), "{has}");
    Ok(server)
}

async fn everything_works_without_a_secure_context(page: &Page) -> Result<()> {
    let server = enter(page).await?;
    whole::works(page).await?;
    ensure!(page.state("offline").await? == "none");
    let asked = server.requests();
    ensure!(
        !asked.iter().any(|line| line.contains("service-worker")),
        "{asked:?}"
    );
    page.console_is_empty().await
}

async fn what_is_copied_can_be_pasted(page: &Page) -> Result<()> {
    let _server = enter(page).await?;
    whole::signs(page).await?;
    page.click_on("a[href='#/sign']").await?;
    let token = page.text("sign-output").await?;
    ensure!(token.split('.').count() == 3, "{token}");
    page.click_on("button[aria-label='Copy the token']").await?;
    harness::check::becomes("the word on the button", "Copied".to_string(), async || {
        page.text_of("button[aria-label='Copy the token']").await
    })
    .await?;
    page.click_on("a[href='#/inspect']").await?;
    page.empty("token-input").await?;
    page.expect_state("verdict-structure", "empty").await?;
    page.click("token-input").await?;
    let keys = KeyActions::new("keyboard".into())
        .then(KeyAction::Down {
            value: Key::Control.into(),
        })
        .then(KeyAction::Down { value: 'v' })
        .then(KeyAction::Up { value: 'v' })
        .then(KeyAction::Up {
            value: Key::Control.into(),
        });
    page.client().perform_actions(keys).await?;
    page.expect_value("token-input", &token).await?;
    page.expect_state("verdict-signature", "valid").await
}

async fn the_link_to_a_set_leads_the_room_here(page: &Page) -> Result<()> {
    let server = enter(page).await?;
    page.click_on("nav a[href='#/learn']").await?;
    page.click_on("[data-testid=compose] > summary").await?;
    page.click_on("[data-pick=token]").await?;
    page.expect_text("set-link", "#set=").await?;
    let link = page.text("set-link").await?;
    let port = format!(":{}/", server.port());
    ensure!(
        link.contains(&port) && !link.contains("127.0.0.1"),
        "{link}"
    );
    // It leads everybody in the room to this page, so nothing warns of it.
    let here = page.first("[data-note=set-link-here]").await?;
    ensure!(here.is_some_and(|note| !note.is_visible));
    Ok(())
}
