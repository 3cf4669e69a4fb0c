//! The whole way by keyboard alone: paste, key, verdict, tabs, sign, and back.

use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use harness::samples::{self, DURING};
use harness::{Case, Page, cases};
use serde_json::json;
use xtask::setup::browsers::Engine;

/// Tests that put text on the clipboard, which only Chromium's driver lets them.
pub const ONLY_CHROMIUM: &[Case] = cases!["keyboard", &[Engine::Chromium];
    from_paste_to_a_signed_token_without_a_mouse,
    a_paste_beside_every_field_goes_into_the_token,
    the_skip_link_comes_first_and_leads_to_the_content,
    every_stop_has_a_name,
];

/// Puts a text on the clipboard and presses Control and V where the focus is.
async fn paste_by_keys(page: &Page, text: &str) -> Result<()> {
    page.devtools(
        "Browser.grantPermissions",
        json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }),
    )
    .await?;
    let written = page
        .client()
        .execute_async(
            "const [text, done] = arguments;
             navigator.clipboard.writeText(text).then(() => done('ok'), error => done(String(error)));",
            vec![json!(text)],
        )
        .await?;
    ensure!(written == "ok", "the clipboard: {written}");
    page.press_with(Key::Control, 'v').await
}

async fn from_paste_to_a_signed_token_without_a_mouse(page: &Page) -> Result<()> {
    page.open().await?;
    page.tab_to_id("token-input").await?;
    paste_by_keys(page, &samples::workshop("Patient")?).await?;
    page.expect_verdicts("ok", "unchecked", "expired").await?;
    page.tab_to_id("key-input").await?;
    paste_by_keys(page, &samples::secret()?).await?;
    page.expect_state("verdict-signature", "valid").await?;
    page.tab_to_id("clock").await?;
    paste_by_keys(page, DURING).await?;
    page.expect_verdicts("ok", "valid", "ok").await?;

    // The tabs: one stop, and arrows between them (ARIA Authoring Practices).
    page.tab_to("a tab", |stop| stop.attribute("role") == "tab")
        .await?;
    let first = page.focused().await?;
    ensure!(first.attribute("aria-selected") == "true", "{first:?}");
    page.press(Key::Right.into()).await?;
    harness::check::soon("the next tab is selected", async || {
        let next = page.focused().await?;
        let is_next = next.attribute("role") == "tab"
            && next.attribute("id") != first.attribute("id")
            && next.attribute("aria-selected") == "true";
        Ok(is_next.then_some(()))
    })
    .await?;
    page.press(Key::Left.into()).await?;
    harness::check::becomes(
        "the first tab",
        first.attribute("id").to_string(),
        async || Ok(page.focused().await?.attribute("id").to_string()),
    )
    .await?;

    // A draft of it, made on purpose.
    page.tab_to_id("edit-as-draft").await?;
    page.press(Key::Enter.into()).await?;
    page.expect_text_of_title("Sign").await?;
    page.tab_to_id("sign-key").await?;
    paste_by_keys(page, &samples::secret()?).await?;
    page.tab_to_id("sign-release").await?;
    page.press(Key::Enter.into()).await?;
    page.expect_text("sign-output", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.")
        .await?;
    page.tab_to_id("sign-open").await?;
    page.press(Key::Space.into()).await?;
    page.expect_text_of_title("Inspect").await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    page.console_is_empty().await
}

async fn a_paste_beside_every_field_goes_into_the_token(page: &Page) -> Result<()> {
    page.open().await?;
    let token = samples::workshop("Patient")?;
    paste_by_keys(page, &token).await?;
    page.expect_value("token-input", &token).await?;
    page.expect_state("verdict-structure", "ok").await
}

async fn the_skip_link_comes_first_and_leads_to_the_content(page: &Page) -> Result<()> {
    page.open().await?;
    page.press(Key::Tab.into()).await?;
    let first = page.focused().await?;
    ensure!(first.text.to_lowercase().contains("skip"), "{first:?}");
    ensure!(page.focus_is_seen().await?, "it is not seen");
    page.press(Key::Enter.into()).await?;
    harness::check::becomes("the focus", "main".to_string(), async || {
        Ok(page.focused().await?.attribute("id").to_string())
    })
    .await
}

/// Every place at which Tab stops says what it is, as the browser's own accessibility tree has it.
async fn every_stop_has_a_name(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_state("verdict-structure", "ok").await?;
    page.run(
        "document.activeElement.blur(); window.scrollTo(0, 0)",
        vec![],
    )
    .await?;
    let mut names = Vec::new();
    for _ in 0..60 {
        page.press(Key::Tab.into()).await?;
        let stop = page.focused().await?;
        if !stop.is_visible || stop.attributes.is_empty() {
            break;
        }
        let element = page.client().active_element().await?;
        let name = computed_label(page, &element).await?;
        ensure!(!name.trim().is_empty(), "no name on {stop:?}");
        names.push(name);
    }
    ensure!(names.len() >= 12, "{names:?}");
    Ok(())
}

async fn computed_label(page: &Page, element: &fantoccini::elements::Element) -> Result<String> {
    let object = page
        .run(
            "arguments[0].id ||= 'asked-for'; return arguments[0].id",
            vec![serde_json::to_value(element)?],
        )
        .await?;
    let id = object.as_str().context("no id")?;
    let document = page.devtools("DOM.getDocument", json!({})).await?;
    let found = page
        .devtools(
            "DOM.querySelector",
            json!({ "nodeId": document["root"]["nodeId"], "selector": format!("[id='{id}']") }),
        )
        .await?;
    let tree = page
        .devtools(
            "Accessibility.getPartialAXTree",
            json!({ "nodeId": found["nodeId"], "fetchRelatives": false }),
        )
        .await?;
    page.run(
        "const element = document.getElementById('asked-for'); if (element) element.removeAttribute('id')",
        vec![],
    )
    .await?;
    let name = tree["nodes"][0]["name"]["value"].as_str();
    Ok(name.unwrap_or_default().to_string())
}
