//! The arithmetic step by step, and one bit flipped: in a copy, with the verdicts before and after.

use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use harness::samples;
use harness::{Case, Page, cases, check};
use xtask::setup::browsers::Engine;

/// The tests of this file.
pub const ALL: &[Case] = cases!["bits":
    the_steps_come_one_by_one,
    without_a_key_there_are_fewer_steps,
    a_bit_of_each_part_is_flipped_and_put_back,
    what_was_flipped_is_forgotten_with_another_token,
    what_is_no_compact_jws_has_no_bits_to_flip,
];

/// Tests of what only Chromium's driver can do.
pub const ONLY_CHROMIUM: &[Case] = cases!["bits", &[Engine::Chromium];
    the_arrow_keys_go_on_and_back,
    it_is_accessible_and_whole,
];

const STEPS: [&str; 6] = ["input", "hash", "signature", "key", "compute", "verdict"];

async fn opened(page: &Page) -> Result<String> {
    let token = samples::workshop("Patient")?;
    page.open().await?;
    page.paste("token-input", &token).await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_state("verdict-signature", "valid").await?;
    unfold(page).await?;
    page.expect_text("arithmetic", "Both are the same").await?;
    Ok(token)
}

async fn unfold(page: &Page) -> Result<()> {
    page.click_on("[data-testid=arithmetic] summary").await
}

async fn is_at(page: &Page, step: &str) -> Result<()> {
    check::becomes("the step", step.to_string(), async || {
        let steps = page.one("arithmetic-steps").await?;
        Ok(steps.attribute("data-step").to_string())
    })
    .await
}

/// The steps whose rows can be seen.
async fn seen(page: &Page) -> Result<Vec<String>> {
    let rows = page.all("[data-testid=arithmetic] dl > *").await?;
    let mut seen: Vec<String> = Vec::new();
    for row in rows.iter().filter(|row| row.is_visible) {
        let step = row.attribute("data-step").to_string();
        if seen.last() != Some(&step) {
            seen.push(step);
        }
    }
    Ok(seen)
}

async fn the_steps_come_one_by_one(page: &Page) -> Result<()> {
    opened(page).await?;
    ensure!(seen(page).await? == STEPS, "{:?}", seen(page).await?);
    page.click("arithmetic-start").await?;
    let mut said = Vec::new();
    for (count, step) in STEPS.iter().enumerate() {
        is_at(page, step).await?;
        ensure!(seen(page).await? == STEPS[..=count], "{step}");
        let sentence = page.text("arithmetic-said").await?;
        let place = format!("Step {} of 6.", count + 1);
        ensure!(sentence.starts_with(&place), "{sentence}");
        ensure!(!said.contains(&sentence), "{sentence}");
        said.push(sentence);
        if count + 1 < STEPS.len() {
            page.click("arithmetic-next").await?;
        }
    }
    let next = page
        .first("[data-testid=arithmetic-next][disabled]")
        .await?;
    ensure!(next.is_some(), "there is nothing behind the last step");
    page.click("arithmetic-previous").await?;
    is_at(page, "compute").await?;
    page.choose("language", "nl").await?;
    page.expect_text("arithmetic-said", "Stap 5 van 6.").await?;
    page.click("arithmetic-all").await?;
    ensure!(seen(page).await? == STEPS, "{:?}", seen(page).await?);
    page.console_is_empty().await
}

async fn without_a_key_there_are_fewer_steps(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_state("verdict-signature", "unchecked").await?;
    unfold(page).await?;
    page.expect_text("arithmetic", "No key of the kind").await?;
    page.click("arithmetic-start").await?;
    page.expect_text("arithmetic-said", "Step 1 of 5.").await?;
    for step in ["hash", "signature", "compute", "verdict"] {
        page.click("arithmetic-next").await?;
        is_at(page, step).await?;
    }
    Ok(())
}

async fn choose(page: &Page, part: &str, byte: &str) -> Result<()> {
    page.click_on(&format!(
        "[data-testid=flip-part] label:has(input[value={part}])"
    ))
    .await?;
    page.input("flip-byte", byte).await
}

async fn press_bit(page: &Page, place: &str) -> Result<()> {
    page.click_on(&format!("[data-testid=flip-bit][data-bit='{place}']"))
        .await
}

/// The verdicts that became others.
async fn changed(page: &Page) -> Result<Vec<String>> {
    page.expect_state("flip", "flipped").await?;
    let rows = page
        .all("[data-testid=flip-verdicts] [data-changed=true]")
        .await?;
    Ok(rows
        .iter()
        .map(|row| row.attribute("data-verdict").to_string())
        .collect())
}

async fn a_bit_of_each_part_is_flipped_and_put_back(page: &Page) -> Result<()> {
    let token = opened(page).await?;
    page.expect_state("flip", "whole").await?;
    // `"` is 0x22; with its lowest bit flipped it is `#`, and the payload no JSON any more.
    for (part, byte, expected) in [
        ("signature", "1", vec!["verdict-signature"]),
        (
            "payload",
            "2",
            vec!["verdict-structure", "verdict-signature", "verdict-claims"],
        ),
        (
            "header",
            "2",
            vec!["verdict-structure", "verdict-signature"],
        ),
    ] {
        choose(page, part, byte).await?;
        press_bit(page, "0").await?;
        let found = changed(page).await?;
        ensure!(found == expected, "{part}: {found:?}");
        let copy = page.text("flip-copy").await?;
        ensure!(copy != token && copy.len() == token.len(), "{part}: {copy}");
        // What was typed, and the verdicts on it, are as they were.
        page.expect_value("token-input", &token).await?;
        ensure!(page.state("verdict-signature").await? == "valid", "{part}");
        page.click("flip-back").await?;
        page.expect_state("flip", "whole").await?;
    }
    press_bit(page, "3").await?;
    page.expect_state("flip", "flipped").await?;
    press_bit(page, "3").await?;
    page.expect_state("flip", "whole").await?;
    page.console_is_empty().await
}

async fn what_was_flipped_is_forgotten_with_another_token(page: &Page) -> Result<()> {
    opened(page).await?;
    press_bit(page, "7").await?;
    page.expect_state("flip", "flipped").await?;
    page.input("token-input", &samples::workshop("Internal")?)
        .await?;
    page.expect_state("flip", "whole").await?;
    let pressed = page
        .all("[data-testid=flip-bit][aria-pressed=true]")
        .await?;
    ensure!(pressed.is_empty(), "{pressed:?}");
    choose(page, "signature", "9999").await?;
    press_bit(page, "0").await?;
    page.expect_state("flip", "flipped").await?;
    let copy = page.text("flip-copy").await?;
    let token = page.value("token-input").await?;
    let (input, _) = token.rsplit_once('.').context("a token")?;
    ensure!(
        copy.starts_with(input),
        "the last byte stands for what is beyond it"
    );
    Ok(())
}

async fn what_is_no_compact_jws_has_no_bits_to_flip(page: &Page) -> Result<()> {
    let all = samples::json("rfc7515-jws.json")?;
    let examples = all["examples"].as_array().context("examples")?;
    let general = examples.iter().find(|one| one["id"] == "rfc7515-a.6");
    let general = general.context("A.6")?;
    page.open().await?;
    page.paste("token-input", &general["json"].to_string())
        .await?;
    page.expect_state("verdict-structure", "ok").await?;
    unfold(page).await?;
    page.expect_text("arithmetic", "Signing input").await?;
    let flip = page.one("flip").await?;
    ensure!(!flip.is_visible, "{flip:?}");
    Ok(())
}

async fn the_arrow_keys_go_on_and_back(page: &Page) -> Result<()> {
    opened(page).await?;
    page.click("arithmetic-start").await?;
    page.run(
        "document.querySelector('[data-testid=arithmetic-next]').focus()",
        vec![],
    )
    .await?;
    page.press(char::from(Key::Right)).await?;
    is_at(page, "hash").await?;
    page.press(char::from(Key::Right)).await?;
    is_at(page, "signature").await?;
    page.press(char::from(Key::Left)).await?;
    is_at(page, "hash").await?;
    page.press(char::from(Key::Escape)).await?;
    is_at(page, "").await
}

async fn it_is_accessible_and_whole(page: &Page) -> Result<()> {
    for (width, height) in [(1440, 900), (390, 844), (320, 640)] {
        page.resize(width, height).await?;
        opened(page).await?;
        page.click("arithmetic-start").await?;
        page.click("arithmetic-next").await?;
        choose(page, "payload", "2").await?;
        press_bit(page, "0").await?;
        page.expect_state("flip", "flipped").await?;
        let out = page.sticks_out().await?;
        ensure!(out.is_empty(), "{width}: {out:?}");
        page.is_accessible().await?;
    }
    Ok(())
}
