//! Where the system chooses all colours, whatever was told by a colour is told by something else:
//! the picture of an element with its state is another one than without it. And parts of a token
//! stay apart.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};
use fantoccini::Locator;
use fantoccini::key::Key;
use harness::samples::{self, DURING};
use harness::{Case, Page, cases};
use serde_json::json;
use xtask::setup::browsers::Engine;

use crate::{keys, lab, learn};

/// Tests of what only Chromium's driver can ask for.
pub const ONLY_CHROMIUM: &[Case] = cases!["system_colours", &[Engine::Chromium];
    every_state_of_inspect_is_seen_without_colour,
    every_state_of_keys_is_seen_without_colour,
    every_state_of_sign_is_seen_without_colour,
    every_state_of_learn_is_seen_without_colour,
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

const SCHEMES: [&str; 2] = ["light", "dark"];

/// The page at this address, in the system's colours over one of the schemes.
async fn begin(page: &Page, scheme: &str, at: &str) -> Result<()> {
    // Tall: of what is out of view there is no picture.
    page.resize(1440, 2400).await?;
    page.client().goto("about:blank").await?;
    page.emulate_media(&[
        ("forced-colors", "active"),
        ("prefers-color-scheme", scheme),
    ])
    .await?;
    page.open_at(at).await
}

/// A caret that blinks makes another picture.
async fn blur(page: &Page) -> Result<()> {
    page.run("document.activeElement.blur()", vec![]).await?;
    Ok(())
}

/// What is chosen of these stands on another ground than the others.
async fn choice_is_seen(page: &Page, faces: &str) -> Result<()> {
    let faces = page.styles(faces, "background-color").await?;
    let kinds: BTreeSet<_> = faces.iter().collect();
    ensure!(faces.len() > 2 && kinds.len() == 2, "{faces:?}");
    Ok(())
}

async fn every_state_of_inspect_is_seen_without_colour(page: &Page) -> Result<()> {
    for scheme in SCHEMES {
        begin(page, scheme, "").await?;
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
        blur(page).await?;
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
        blur(page).await?;
        is_told(
            page,
            ".flip-bits",
            ".flip-bit[aria-pressed=true]",
            "aria-pressed",
            Some("false"),
        )
        .await?;
        choice_is_seen(page, ".key-box .segment-face").await?;

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

async fn every_state_of_keys_is_seen_without_colour(page: &Page) -> Result<()> {
    for scheme in SCHEMES {
        begin(page, scheme, "#/keys").await?;
        keys::make(page, "ES256").await?;
        page.choose("story-shelf", "1").await?;
        page.input(
            "convert-input",
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
        )
        .await?;
        let first = ".story-step:first-child";
        let fault = "[data-testid=convert-says] .note[data-severity=danger]";
        for shown in [&format!("{first}[data-ready]"), fault] {
            harness::check::soon(shown, async || page.first(shown).await).await?;
        }
        blur(page).await?;
        is_told(page, first, first, "data-ready", None).await?;
        is_told(
            page,
            "[data-testid=convert-says]",
            fault,
            "data-severity",
            None,
        )
        .await?;
        choice_is_seen(page, "[data-testid=convert-reading] .segment-face").await?;
    }
    Ok(())
}

async fn every_state_of_sign_is_seen_without_colour(page: &Page) -> Result<()> {
    for scheme in SCHEMES {
        begin(page, scheme, "#/sign").await?;
        page.input("sign-header", r#"{"alg":"ES384"}"#).await?;
        page.input("sign-payload", r#"{"sub":"jo"}"#).await?;
        page.input("sign-key", &samples::text("koppeltaal-es384-private.pem")?)
            .await?;
        click(page, "[data-testid=sign-form] summary").await?;
        click(page, "[data-testid=sign-sd]").await?;
        click(page, "[data-pointer='/sub']").await?;
        harness::check::soon("a Disclosure", async || {
            Ok(page.text("sign-output").await?.ends_with('~').then_some(()))
        })
        .await?;
        let good = page.text_of(".sign-status").await?;
        page.input("sign-payload", r#"{"su":"jo"}"#).await?;
        page.expect_code("sign-error", "sign-sd-jwt-nothing-there")
            .await?;
        page.input("sign-header", "{").await?;
        page.expect_text("sign-error", "ine 1").await?;
        blur(page).await?;
        let outdated = page.text_of(".sign-status").await?;
        ensure!(good != outdated && !good.is_empty(), "{good}, {outdated}");
        for (around, selector, state) in [
            (".sign-status", ".sign-status", "data-outdated"),
            (
                "[data-testid=sign-output]",
                "[data-testid=sign-output]",
                "data-outdated",
            ),
            (
                "[data-testid=sign-header]",
                "[data-testid=sign-header]",
                "aria-invalid",
            ),
            (".sign-pointers", ".sign-pointers [data-gone]", "data-gone"),
        ] {
            is_told(page, around, selector, state, None).await?;
        }
        choice_is_seen(page, "[data-testid=sign-key-reading] .segment-face").await?;
    }
    Ok(())
}

const MARKS: &str = "
    return [...document.querySelectorAll('.lab-step')]
        .map(step => [step.dataset.taken, step.querySelector('.lab-mark').textContent]);";

async fn every_state_of_learn_is_seen_without_colour(page: &Page) -> Result<()> {
    for scheme in SCHEMES {
        begin(page, scheme, "#/learn").await?;
        learn::is_listed(page).await?;
        learn::begin(page, "resign").await?;
        page.expect_state("lesson", "open").await?;
        blur(page).await?;
        let [lesson, status] = ["lesson", "lesson-status"].map(harness::find::by_id);
        is_told(page, &status, &lesson, "data-state", Some("done")).await?;
        let buttons = format!("{lesson} .lesson-buttons");
        let next = harness::find::by_id("lesson-next");
        is_told(page, &buttons, &next, "data-ready", Some("true")).await?;

        begin(page, scheme, "#/learn").await?;
        lab::begin(page, "expired").await?;
        lab::send(page).await?;
        let mut words = BTreeSet::new();
        let mut marks: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for answer in ["fooled", "refused"] {
            lab::answers(page, answer).await?;
            words.insert(page.text_of(".lab-word").await?);
            let shades = page.styles(".lab-mark, .lab-word", "color").await?;
            let shades: BTreeSet<_> = shades.iter().collect();
            ensure!(shades.len() == 1, "not the system's colours: {shades:?}");
            let seen: Vec<(String, String)> =
                serde_json::from_value(page.run(MARKS, vec![]).await?)?;
            for (taken, mark) in seen {
                marks.entry(taken).or_default().insert(mark);
            }
            if answer == "fooled" {
                page.click("lab-repair").await?;
            }
        }
        ensure!(words.len() == 2, "{words:?}");
        let kinds: BTreeSet<_> = marks.values().flatten().collect();
        let is_one_each = marks.values().all(|marks| marks.len() == 1);
        ensure!(
            marks.len() == 3 && is_one_each && kinds.len() == 3,
            "{marks:?}"
        );
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
