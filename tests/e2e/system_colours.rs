//! Where the system chooses all colours, whatever was told by a colour is told by something else:
//! the picture of an element with its state is another one than without it. And parts of a token
//! stay apart.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use fantoccini::Locator;
use fantoccini::key::Key;
use harness::samples::{self, DURING};
use harness::{Case, Page, cases};
use serde_json::json;
use xtask::setup::browsers::Engine;

/// Tests of what only Chromium's driver can ask for.
pub const ONLY_CHROMIUM: &[Case] = cases!["system_colours", &[Engine::Chromium];
    every_state_is_seen_without_colour,
    parts_stay_apart_without_colour,
];

/// Takes a state off an element, or puts it on again.
const SWITCH: &str = "
    const [selector, state, value] = arguments;
    const element = window.switched ?? document.querySelector(selector);
    window.switched = element;
    const before = element.getAttribute(state);
    value === null ? element.removeAttribute(state) : element.setAttribute(state, value);
    return before;";

async fn picture(page: &Page, selector: &str) -> Result<Vec<u8>> {
    // A view may be drawn anew between the two questions.
    harness::check::soon(&format!("a picture of `{selector}`"), async || {
        let element = page.client().find(Locator::Css(selector)).await?;
        Ok(Some(element.screenshot().await?))
    })
    .await
}

/// The picture of `around` is another one once `state` of `selector` is another.
async fn is_told(
    page: &Page,
    around: &str,
    selector: &str,
    state: &str,
    other: Option<&str>,
) -> Result<()> {
    let with = picture(page, around).await?;
    ensure!(
        with == picture(page, around).await?,
        "{around} is never the same"
    );
    let before = page
        .run(SWITCH, vec![json!(selector), json!(state), json!(other)])
        .await?;
    ensure!(
        other.is_some() || !before.is_null(),
        "{selector} has no {state}"
    );
    let without = picture(page, around).await?;
    ensure!(with != without, "{selector} is seen by its colour alone");
    page.run(SWITCH, vec![json!(selector), json!(state), before])
        .await?;
    page.run("window.switched = null", vec![]).await?;
    Ok(())
}

/// A view may be drawn anew between being found and being clicked.
async fn click(page: &Page, selector: &str) -> Result<()> {
    harness::check::soon(&format!("a click on `{selector}`"), async || {
        page.click_on(selector).await?;
        Ok(Some(()))
    })
    .await
}

async fn every_state_is_seen_without_colour(page: &Page) -> Result<()> {
    // Tall: of what is out of view there is no picture.
    page.resize(1440, 2400).await?;
    for scheme in ["light", "dark"] {
        page.client().goto("about:blank").await?;
        page.emulate_media(&[
            ("forced-colors", "active"),
            ("prefers-color-scheme", scheme),
        ])
        .await?;
        page.open().await?;
        page.input("clock", DURING).await?;
        is_told(
            page,
            ".nav",
            ".nav-link[aria-current]",
            "aria-current",
            None,
        )
        .await?;

        let payload = br#"{"iss":"a","n":-0,"exp":1767226500,"x":{"y":[1,100002348117421473]}}"#;
        let token = samples::compact(r#"{"alg":"HS256","kid":"../x"}"#, payload, b"sig");
        page.paste("token-input", &token).await?;
        click(page, "[data-testid=decoded-payload] [data-line=\"3\"]").await?;
        page.input("json-search", "1").await?;
        harness::check::soon("hits", async || page.first("[data-hit=current]").await).await?;
        page.run("document.activeElement.blur()", vec![]).await?;
        let text = "[data-testid=decoded-payload]";
        for (around, selector, state) in [
            (
                text,
                "[data-testid=decoded-payload] .json-line[data-current]",
                "data-current",
            ),
            (
                text,
                "[data-testid=decoded-payload] .over[data-lit=here]",
                "data-lit",
            ),
            (
                text,
                "[data-testid=decoded-payload] .over[data-hit=current]",
                "data-hit",
            ),
            (
                text,
                "[data-testid=decoded-payload] .over[data-hit=true]",
                "data-hit",
            ),
            (
                text,
                "[data-testid=decoded-payload] .over[data-code]",
                "data-code",
            ),
            (
                "[data-testid=token-parts]",
                "[data-testid=token-parts] [data-lit=here]",
                "data-lit",
            ),
            (".tabs", ".tab[aria-selected=true]", "aria-selected"),
        ] {
            is_told(page, around, selector, state, None).await?;
        }
        is_told(page, ".line", ".line-life", "hidden", Some("")).await?;
        click(page, "#tab-claims").await?;
        is_told(
            page,
            ".claims",
            ".claim[data-current]",
            "data-current",
            None,
        )
        .await?;
        click(page, "#tab-bytes").await?;
        click(page, "[data-testid=bytes-part] [data-part=payload]").await?;
        harness::check::soon("bytes", async || {
            page.first(".bytes-hex [data-lit=here]").await
        })
        .await?;
        is_told(
            page,
            ".bytes-grid",
            ".bytes-hex [data-lit=here]",
            "data-lit",
            None,
        )
        .await?;

        page.paste("token-input", "eyJhbGciOiJIUzI1NiJ9.e*J9.sig")
            .await?;
        page.expect_state("verdict-structure", "damaged").await?;
        for fault in page.styles(".part-fault", "outline-style").await? {
            ensure!(fault != "none", "a fault is seen by its colour alone");
        }

        page.verify_workshop_token().await?;
        click(page, "[data-testid=arithmetic] summary").await?;
        page.expect_text("arithmetic", "Signing input").await?;
        click(page, ".flip-bit").await?;
        page.run("document.activeElement.blur()", vec![]).await?;
        is_told(
            page,
            ".flip-bits",
            ".flip-bit[aria-pressed=true]",
            "aria-pressed",
            Some("false"),
        )
        .await?;
        let faces = page
            .styles(".key-box .segment-face", "background-color")
            .await?;
        let kinds: BTreeSet<_> = faces.iter().collect();
        ensure!(faces.len() > 2 && kinds.len() == 2, "{faces:?}");

        harness::check::soon("the page can be presented", async || {
            page.first("[data-testid=present]").await
        })
        .await?;
        page.press(Key::F8.into()).await?;
        page.press(Key::Right.into()).await?;
        harness::check::soon("a light", async || page.first("[data-spot]").await).await?;
        is_told(page, "main", "[data-testid=spotlight]", "hidden", Some("")).await?;
        page.press(Key::Escape.into()).await?;
    }
    Ok(())
}

/// By the line under each, and by the word on its chip.
async fn parts_stay_apart_without_colour(page: &Page) -> Result<()> {
    page.emulate_media(&[("forced-colors", "active")]).await?;
    page.open().await?;
    let encrypted = crate::inside::example("rfc7516-jwe", "rfc7516-a.1")?;
    for (token, count) in [
        (samples::workshop("Patient")?, 3),
        (crate::inside::token(&encrypted)?.to_owned(), 5),
    ] {
        page.paste("token-input", &token).await?;
        page.expect_state("verdict-structure", "ok").await?;
        for selector in [".part", ".part-chip"] {
            let inside = format!("[data-testid=token-parts] {selector}, .part-chips {selector}");
            let lines = page.styles(&inside, "text-decoration-style").await?;
            let drawn = page.styles(&inside, "text-decoration-line").await?;
            let colours = page.styles(&inside, "color").await?;
            ensure!(lines.len() == count, "{selector}: {lines:?}");
            ensure!(drawn.iter().all(|line| line == "underline"), "{drawn:?}");
            let kinds: BTreeSet<_> = lines.iter().collect();
            ensure!(kinds.len() == count, "{selector}: {lines:?}");
            let shades: BTreeSet<_> = colours.iter().collect();
            ensure!(
                shades.len() == 1,
                "these are not the system's colours: {colours:?}"
            );
        }
        let chips = page.all(".part-chip").await?;
        let words: BTreeSet<_> = chips.iter().map(|chip| chip.text.as_str()).collect();
        ensure!(words.len() == count && !words.contains(""), "{words:?}");
    }
    Ok(())
}
