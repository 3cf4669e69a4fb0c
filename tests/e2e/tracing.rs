//! A place that is pointed at in one view lights up in the others: claim, line, byte, character.

use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use harness::check;
use harness::samples;
use harness::{Case, Page, cases};

use crate::views::{HEADER, show};

/// The tests of this file.
pub const ALL: &[Case] = cases!["tracing":
    a_claim_lights_up_in_the_token_and_in_the_bytes,
    a_character_of_the_token_leads_to_its_claim,
    the_bytes_are_walked_by_keyboard,
    long_parts_have_only_the_rows_in_view,
];

/// The text of everything that is pointed at in an element.
async fn lit(page: &Page, selector: &str) -> Result<String> {
    let found = page.all(&format!("{selector} [data-lit=here]")).await?;
    Ok(found.iter().map(|one| one.text.as_str()).collect())
}

/// The same with the claim around it.
async fn lit_around(page: &Page, selector: &str) -> Result<String> {
    let found = page.all(&format!("{selector} [data-lit]")).await?;
    Ok(found.iter().map(|one| one.text.as_str()).collect())
}

async fn becomes_lit(page: &Page, selector: &str, expected: &str) -> Result<()> {
    check::becomes(selector, expected.to_owned(), async || {
        lit(page, selector).await
    })
    .await
}

async fn a_claim_lights_up_in_the_token_and_in_the_bytes(page: &Page) -> Result<()> {
    let payload = r#"{"sub":"jo","é":{"n":[1,22]}}"#;
    show(page, payload).await?;
    let token = samples::compact(HEADER, payload.as_bytes(), b"sig");
    let start = token.find('.').context("a dot")? + 1;
    page.click_on("#tab-claims").await?;
    // Bytes 1 to 10 are `"sub":"jo"`, in characters 1 to 14 of the payload.
    page.run(
        "document.querySelector('[data-testid=claim][data-claim=sub]').focus()",
        vec![],
    )
    .await?;
    becomes_lit(
        page,
        "[data-testid=token-parts]",
        &token[start + 1..start + 15],
    )
    .await?;
    page.press(Key::Enter.into()).await?;
    check::becomes("the focus", "bytes".to_owned(), async || {
        Ok(page.focused().await?.attribute("data-testid").to_owned())
    })
    .await?;
    becomes_lit(page, ".bytes-text", r#""sub":"jo""#).await?;
    becomes_lit(page, ".bytes-hex", "22 73 75 62 22 3a 22 6a 6f 22 ").await?;
    becomes_lit(page, ".bytes-chars", &token[start + 1..start + 15]).await?;
    page.expect_text("bytes-says", "/sub").await?;
    // A value of several bytes a character, and nested.
    page.click_on("#tab-claims").await?;
    page.run(
        "document.querySelector('[data-testid=claim][data-claim=\"/é/n\"]').focus()",
        vec![],
    )
    .await?;
    page.click_on("#tab-bytes").await?;
    becomes_lit(page, ".bytes-text", r#""n":[1,22]"#).await?;
    page.console_is_empty().await
}

async fn a_character_of_the_token_leads_to_its_claim(page: &Page) -> Result<()> {
    let payload = r#"{"sub":"jo","x":{"n":1}}"#;
    show(page, payload).await?;
    page.run(
        "document.querySelector('[data-testid=token-parts]').focus()",
        vec![],
    )
    .await?;
    page.press(Key::Home.into()).await?;
    becomes_lit(page, "[data-testid=token-parts]", "e").await?;
    let token = samples::compact(HEADER, payload.as_bytes(), b"sig");
    let header = token.find('.').context("a dot")?;
    // To the last character of the header, over the dot, and some into the payload.
    for _ in 0..header {
        page.press(Key::Right.into()).await?;
    }
    becomes_lit(
        page,
        "[data-testid=token-parts]",
        &token[header + 1..header + 2],
    )
    .await?;
    for _ in 0..4 {
        page.press(Key::Right.into()).await?;
    }
    becomes_lit(
        page,
        "[data-testid=token-parts]",
        &token[header + 5..header + 6],
    )
    .await?;
    let current = async |selector: &str, attribute: &str| {
        let found = page.first(&format!("{selector} [data-current]")).await?;
        Ok(found.map_or(String::new(), |one| one.attribute(attribute).to_owned()))
    };
    check::becomes("the claim", "sub".to_owned(), async || {
        current("#panel-claims", "data-claim").await
    })
    .await?;
    check::becomes("the line", "2".to_owned(), async || {
        current("[data-testid=decoded-payload]", "data-line").await
    })
    .await?;
    ensure!(
        lit_around(page, "[data-testid=decoded-payload]")
            .await?
            .contains("\"sub\"")
    );
    // By mouse: the middle of the signature belongs to no claim, and has bytes.
    page.click_on("[data-testid=token-parts] [data-part=signature] [data-at]")
        .await?;
    page.click_on("#tab-bytes").await?;
    check::soon("a byte of the signature", async || {
        let text = lit(page, ".bytes-text").await?;
        Ok((!text.is_empty() && "sig".contains(&text)).then_some(()))
    })
    .await?;
    let chosen = page
        .run(
            "return document.querySelector('[name=bytes-part]:checked').parentElement.dataset.part",
            vec![],
        )
        .await?;
    ensure!(chosen == "signature", "{chosen}");
    page.console_is_empty().await
}

async fn the_bytes_are_walked_by_keyboard(page: &Page) -> Result<()> {
    let payload = r#"{"sub":"someone","role":"Patient","exp":1767226500}"#;
    show(page, payload).await?;
    page.click_on("#tab-bytes").await?;
    page.click_on("[data-testid=bytes-part] [data-part=payload]")
        .await?;
    page.run(
        "document.querySelector('[data-testid=bytes]').focus()",
        vec![],
    )
    .await?;
    page.press(Key::Right.into()).await?;
    becomes_lit(page, ".bytes-text", "{").await?;
    for (key, text) in [
        (Key::Right, "\""),
        (Key::Right, "s"),
        (Key::End, "e"),
        (Key::Home, "{"),
        (Key::Down, "o"),
        (Key::Left, "e"),
        (Key::Up, "e"),
    ] {
        page.press(key.into()).await?;
        becomes_lit(page, ".bytes-text", text).await?;
    }
    page.press_with(Key::Control, char::from(Key::End)).await?;
    becomes_lit(page, ".bytes-text", "}").await?;
    page.press(Key::Left.into()).await?;
    becomes_lit(page, ".bytes-text", "0").await?;
    page.expect_text("bytes-says", "/exp").await?;
    // The reverse: what the cursor is in lights up in the token.
    let token = samples::compact(HEADER, payload.as_bytes(), b"sig");
    let shown = lit(page, "[data-testid=token-parts]").await?;
    ensure!(
        (2..=3).contains(&shown.len()) && token.contains(&shown),
        "{shown}"
    );
    page.press(Key::Escape.into()).await?;
    becomes_lit(page, ".bytes-text", "").await?;
    page.console_is_empty().await
}

async fn long_parts_have_only_the_rows_in_view(page: &Page) -> Result<()> {
    let payload = format!(r#"{{"text":"{}","last":"needle"}}"#, "x".repeat(200_000));
    show(page, &payload).await?;
    page.click_on("#tab-claims").await?;
    page.run(
        "document.querySelector('[data-testid=claim][data-claim=last]').focus()",
        vec![],
    )
    .await?;
    page.press(Key::Enter.into()).await?;
    becomes_lit(page, ".bytes-text", r#""last":"needle""#).await?;
    let visible = page.all(".bytes-text [data-lit=here]").await?;
    ensure!(visible.iter().all(|one| one.is_visible));
    let rows = page.all(".bytes-row").await?;
    ensure!(rows.len() <= 100, "{} rows drawn", rows.len());
    // And the token view shows the characters around it.
    let shown = lit(page, "[data-testid=token-parts]").await?;
    ensure!(shown.len() == 20 || shown.len() == 21, "{shown}");
    page.press_with(Key::Control, char::from(Key::Home)).await?;
    becomes_lit(page, ".bytes-text", "{").await?;
    page.console_is_empty().await
}
