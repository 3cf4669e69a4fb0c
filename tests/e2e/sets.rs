//! Exercise sets: composed, carried by a link and its QR code, and opened by a room; secrets stay
//! out of the link unless somebody says that they may be there.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use harness::check::{becomes, soon};
use harness::samples;
use harness::{Case, Page, cases};
use xtask::setup::browsers::Engine;

/// The tests of this file.
pub const ALL: &[Case] = cases!["sets":
    a_set_is_composed_and_opened_by_its_link,
    a_secret_stays_out_of_the_link_until_it_is_said_to_be_a_workshop_secret,
    a_damaged_link_says_so,
    a_reload_brings_the_set_again_and_nothing_is_stored,
    tokens_of_a_set_leave_the_address_and_the_page_says_so,
    what_cannot_be_seen_in_a_strangers_words_is_shown,
    the_focus_stays_on_what_was_ticked,
];

/// Tests of what only Chromium's driver can do.
pub const ONLY_CHROMIUM: &[Case] = cases!["sets", &[Engine::Chromium];
    composing_and_a_given_set_are_accessible_and_whole,
];

pub async fn compose(page: &Page) -> Result<()> {
    page.click_on("nav a[href='#/learn']").await?;
    page.click_on("[data-testid=compose] > summary").await
}

pub async fn pick(page: &Page, id: &str) -> Result<()> {
    page.click_on(&format!("[data-pick={id}]")).await
}

/// The link as it stands there, and what its fragment holds.
pub async fn link(page: &Page) -> Result<(String, String)> {
    let link = page.text("set-link").await?;
    let (_, set) = link.split_once("#set=").context("no set in the link")?;
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(set)?;
    Ok((link.clone(), String::from_utf8(bytes)?))
}

/// The QR code as it is drawn: modules on a side, and its path.
async fn code(page: &Page) -> Result<(usize, String)> {
    let drawn = page
        .run(
            "const code = document.querySelector('[data-testid=set-qr] svg');
             return [code?.getAttribute('viewBox'), code?.querySelector('path').getAttribute('d')]",
            vec![],
        )
        .await?;
    let (size, path): (String, String) = serde_json::from_value(drawn)?;
    let side = size.split(' ').next_back().context("no size")?;
    Ok((side.parse()?, path))
}

/// Another link draws another code, and the same link the same one.
async fn the_code_is_that_of_the_link(page: &Page) -> Result<()> {
    let first = (link(page).await?.0, code(page).await?);
    let (side, path) = &first.1;
    // About half of the modules inside the quiet zone are dark.
    let (dark, all) = (path.matches('M').count(), (side - 8) * (side - 8));
    ensure!(dark * 3 > all && dark * 3 < all * 2, "{dark} of {all}");
    pick(page, "token").await?;
    let other = soon("another link", async || {
        let now = (link(page).await?.0, code(page).await?);
        Ok((now.0 != first.0).then_some(now))
    })
    .await?;
    ensure!(other.1.1 != first.1.1, "the code of another link");
    pick(page, "token").await?;
    becomes("link and code", first, async || {
        Ok((link(page).await?.0, code(page).await?))
    })
    .await
}

/// Opens a link as somebody else does, who has nothing of this page.
pub async fn follow(page: &Page, link: &str) -> Result<()> {
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
    // Here it leads to this machine alone, and the page says so.
    let here = page.first("[data-note=set-link-here]").await?;
    ensure!(here.is_some_and(|note| note.is_visible && note.text.contains("this machine")));
    let (link, text) = link(page).await?;
    ensure!(
        text == r#"{"name":"Thursday's room é","items":["find-audience","lab-none"]}"#,
        "{text}"
    );
    the_code_is_that_of_the_link(page).await?;

    follow(page, &link).await?;
    page.expect_text("given-set", "Thursday's room é").await?;
    // What follows the `#` stays in the browser.
    let (_, set) = link.split_once("#set=").context("no set in the link")?;
    let asked = page.asked_for();
    ensure!(!asked.is_empty(), "the page was asked for");
    ensure!(!asked.iter().any(|line| line.contains(set)), "{asked:?}");
    let cards = page.all("[data-testid=given-set] .learn-card").await?;
    let begin = ["For whom is it?", "Accepts none"];
    ensure!(cards.len() == 2, "{cards:?}");
    for (card, begin) in cards.iter().zip(begin) {
        ensure!(card.text.starts_with(begin), "{card:?}");
    }
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

/// What the browser keeps of this page.
async fn stored(page: &Page) -> Result<u64> {
    let stored = page
        .run("return localStorage.length + sessionStorage.length", vec![])
        .await?;
    stored.as_u64().context("no number")
}

async fn fragment(page: &Page, expected: &str) -> Result<()> {
    becomes("the fragment", expected.to_owned(), async || {
        let address = page.client().current_url().await?;
        Ok(address.fragment().unwrap_or_default().to_owned())
    })
    .await
}

fn link_of(page: &Page, text: &str) -> String {
    format!("{}#set={}", page.url(), BASE64_URL_SAFE_NO_PAD.encode(text))
}

async fn a_reload_brings_the_set_again_and_nothing_is_stored(page: &Page) -> Result<()> {
    let text = r#"{"name":"Thursday","items":["find-audience","lab-none"]}"#;
    let link = link_of(page, text);
    let (_, set) = link.split_once('#').context("no fragment")?;
    page.open_url(&link).await?;
    page.expect_text("given-set", "Thursday").await?;
    ensure!(page.first("[data-note=set-lost]").await?.is_none());
    page.client().refresh().await?;
    page.expect_text("given-set", "Thursday").await?;
    fragment(page, set).await?;
    // Also after something of it was done, and after another screen.
    page.click_on("[data-testid=given-set] [data-lesson=find-audience]")
        .await?;
    page.expect_text("lesson", "1 of").await?;
    fragment(page, "/inspect").await?;
    page.click("lesson-close").await?;
    fragment(page, set).await?;
    page.click_on("nav a[href='#/keys']").await?;
    page.click_on("nav a[href='#/learn']").await?;
    fragment(page, set).await?;
    page.client().refresh().await?;
    page.expect_text("given-set", "Thursday").await?;
    // Back to it is no new set.
    page.click_on("nav a[href='#/keys']").await?;
    page.client().back().await?;
    page.expect_text("given-set", "Thursday").await?;
    ensure!(stored(page).await? == 0, "something was stored");
    page.console_is_empty().await
}

async fn tokens_of_a_set_leave_the_address_and_the_page_says_so(page: &Page) -> Result<()> {
    let token = samples::workshop("Patient")?;
    let text = format!(
        r#"{{"name":"Thursday","items":["token",{{"task":"Who?","token":"{token}","key":"hush","secret":true}}]}}"#
    );
    let link = link_of(page, &text);
    page.open_url(&link).await?;
    page.expect_text("given-set", "Thursday").await?;
    fragment(page, "/learn").await?;
    let note = page.one("given-set").await?;
    ensure!(note.text.contains("open it again"), "{note:?}");
    ensure!(page.first("[data-note=set-lost]").await?.is_some());
    let behind = page
        .run("return JSON.stringify(history.state)", vec![])
        .await?;
    ensure!(behind == "null", "{behind}");
    ensure!(stored(page).await? == 0, "something was stored");
    page.client().refresh().await?;
    page.expect_text("learn-remember", "").await?;
    let given = page.one("given-set").await?;
    ensure!(!given.is_visible, "{given:?}");
    Ok(())
}

async fn what_cannot_be_seen_in_a_strangers_words_is_shown(page: &Page) -> Result<()> {
    let text = r#"{"name":"Room \u202efdp.exe\u0007","items":[{"task":"Click\u200b here\u2066","token":"a.b.c"}]}"#;
    page.open_url(&link_of(page, text)).await?;
    page.expect_text("given-set", "Room ⟨U+202E⟩fdp.exe⟨U+0007⟩")
        .await?;
    page.expect_text("given-set", "Click⟨U+200B⟩ here⟨U+2066⟩")
        .await?;
    page.click("set-own").await?;
    page.expect_text("task", "Click⟨U+200B⟩ here⟨U+2066⟩")
        .await?;
    let raw = page
        .run(
            "return /[\\u0000-\\u0009\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.textContent)",
            vec![],
        )
        .await?;
    ensure!(raw == false, "a character that cannot be seen is there");
    Ok(())
}

async fn the_focus_stays_on_what_was_ticked(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.paste("key-input", &samples::secret()?).await?;
    compose(page).await?;
    page.click("compose-add").await?;
    page.expect_text("set-link", "#set=").await?;
    page.tab_to("the tick", |it| it.attribute("id") == "compose-secret-0")
        .await?;
    for is_ticked in [true, false] {
        page.press(' ').await?;
        becomes("ticked, and still in the focus", is_ticked, async || {
            let focused = page.focused().await?;
            ensure!(
                focused.attribute("data-testid") != "compose-remove",
                "{focused:?}"
            );
            let state = page
                .run(
                    "const it = document.getElementById('compose-secret-0');
                     return it === document.activeElement ? it.checked : null",
                    vec![],
                )
                .await?;
            Ok(state.as_bool().unwrap_or(!is_ticked))
        })
        .await?;
        ensure!(page.focus_is_seen().await?, "the focus cannot be seen");
    }
    Ok(())
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
