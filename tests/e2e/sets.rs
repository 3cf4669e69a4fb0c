//! Exercise sets: composed, carried by a link and its QR code, and opened by a room; secrets stay
//! out of the link unless somebody says that they may be there.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use harness::samples;
use harness::{Case, Page, cases};
use xtask::setup::browsers::Engine;

/// The tests of this file.
pub const ALL: &[Case] = cases!["sets":
    a_set_is_composed_and_opened_by_its_link,
    a_secret_stays_out_of_the_link_until_it_is_said_to_be_a_workshop_secret,
    a_damaged_link_says_so,
];

/// Tests of what only Chromium's driver can do.
pub const ONLY_CHROMIUM: &[Case] = cases!["sets", &[Engine::Chromium];
    composing_and_a_given_set_are_accessible_and_whole,
];

async fn compose(page: &Page) -> Result<()> {
    page.click_on("nav a[href='#/learn']").await?;
    page.click_on("[data-testid=compose] > summary").await
}

async fn pick(page: &Page, id: &str) -> Result<()> {
    page.click_on(&format!("[data-pick={id}]")).await
}

/// The link as it stands there, and what its fragment holds.
async fn link(page: &Page) -> Result<(String, String)> {
    let link = page.text("set-link").await?;
    let (_, set) = link.split_once("#set=").context("no set in the link")?;
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(set)?;
    Ok((link.clone(), String::from_utf8(bytes)?))
}

/// Opens a link as somebody else does, who has nothing of this page.
async fn follow(page: &Page, link: &str) -> Result<()> {
    page.client().goto("about:blank").await?;
    page.client().goto(link).await?;
    page.expect_text("given-set", "").await
}

async fn a_set_is_composed_and_opened_by_its_link(page: &Page) -> Result<()> {
    page.open().await?;
    compose(page).await?;
    page.input("compose-name", "Thursday's room é").await?;
    // Ticked in another order than they stand.
    pick(page, "lab-none").await?;
    pick(page, "find-audience").await?;
    pick(page, "token").await?;
    pick(page, "token").await?;
    let (link, text) = link(page).await?;
    ensure!(
        text == r#"{"name":"Thursday's room é","items":["find-audience","lab-none"]}"#,
        "{text}"
    );
    ensure!(page.first("[data-testid=set-qr] svg path").await?.is_some());

    follow(page, &link).await?;
    page.expect_text("given-set", "Thursday's room é").await?;
    let cards = page.all("[data-testid=given-set] .learn-card").await?;
    let begin = ["For whom is it?", "Accepts none"];
    ensure!(cards.len() == 2, "{cards:?}");
    for (card, begin) in cards.iter().zip(begin) {
        ensure!(card.text.starts_with(begin), "{card:?}");
    }
    // Nothing of it stays in the address or in the history.
    let address = page.client().current_url().await?;
    ensure!(address.fragment() == Some("/learn"), "{address}");
    page.click_on("[data-testid=given-set] [data-lesson=find-audience]")
        .await?;
    page.expect_text("lesson", "1 of").await?;
    page.click("lesson-close").await?;
    page.expect_text("given-set", "Thursday's room").await
}

async fn a_secret_stays_out_of_the_link_until_it_is_said_to_be_a_workshop_secret(
    page: &Page,
) -> Result<()> {
    let secret = samples::secret()?;
    page.open().await?;
    compose(page).await?;
    // Without a token there is nothing to add.
    ensure!(
        page.first("[data-testid=compose-add]:disabled")
            .await?
            .is_some()
    );
    page.click_on("nav a[href='#/inspect']").await?;
    // What else stands in the paste is nobody's business.
    let token = samples::workshop("Patient")?;
    let paste = format!("curl -d 'client_secret=hunter2&assertion={token}' https://a.example/t");
    page.paste("token-input", &paste).await?;
    page.paste("key-input", &secret).await?;
    page.click_on("nav a[href='#/learn']").await?;
    page.input("compose-task", "Who is it?").await?;
    page.click("compose-add").await?;
    let (_, text) = link(page).await?;
    ensure!(
        !text.contains("hunter2")
            && !text.contains("curl")
            && text.contains("Who is it?")
            && text.contains("eyJ"),
        "{text}"
    );
    ensure!(
        !text.contains(secret.trim()) && !text.contains("\"key\""),
        "{text}"
    );
    ensure!(
        page.first("[data-note=compose-without-secret]")
            .await?
            .is_some()
    );
    page.click("compose-secret").await?;
    let (link, text) = link(page).await?;
    ensure!(text.contains(secret.trim()), "{text}");
    ensure!(
        page.first("[data-note=compose-without-secret]")
            .await?
            .is_none()
    );

    follow(page, &link).await?;
    page.click("set-own").await?;
    page.expect_text("task", "Who is it?").await?;
    page.expect_value("key-input", &secret).await?;
    page.expect_state("verdict-signature", "valid").await?;
    page.click("task-close").await?;
    page.click_on("nav a[href='#/inspect']").await?;
    page.expect_value("key-input", "").await?;
    // Somebody who takes the mark away gets no key.
    let mark = text.replace(",\"secret\":true", "");
    let (base, _) = link.split_once("#set=").context("no set")?;
    let forged = format!("{base}#set={}", BASE64_URL_SAFE_NO_PAD.encode(mark));
    follow(page, &forged).await?;
    ensure!(page.first("[data-note=set-without-key]").await?.is_some());
    page.click("set-own").await?;
    page.expect_text("task", "Who is it?").await?;
    page.expect_value("key-input", "").await
}

async fn a_damaged_link_says_so(page: &Page) -> Result<()> {
    page.open_at("#set=eyJuYW1lIjoi").await?;
    page.expect_text("given-set", "damaged").await?;
    page.console_is_empty().await
}

async fn composing_and_a_given_set_are_accessible_and_whole(page: &Page) -> Result<()> {
    for (width, height) in [(1440, 900), (390, 844), (320, 640)] {
        page.emulate_size(width, height).await?;
        page.open().await?;
        page.click_on("[data-example=workshop]").await?;
        compose(page).await?;
        pick(page, "token").await?;
        page.input("compose-task", &"https://a.example/long".repeat(20))
            .await?;
        page.click("compose-add").await?;
        page.is_accessible().await?;
        let out = page.sticks_out().await?;
        ensure!(out.is_empty(), "{width}: {out:?}");
        let (link, _) = link(page).await?;
        follow(page, &link).await?;
        page.is_accessible().await?;
        let out = page.sticks_out().await?;
        ensure!(out.is_empty(), "{width}: {out:?}");
    }
    Ok(())
}
