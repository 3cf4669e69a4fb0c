//! On Sign nothing that was typed or inspected is lost without a word: what a press replaces can
//! be put back, what a draft could not take over is named, and what is broken on purpose can be
//! mended.

use std::time::Duration;

use anyhow::{Result, ensure};
use harness::check::{becomes, soon};
use harness::{Case, Page, cases, samples};
use serde_json::{Value, json};

use crate::sign::{P256, PAYLOAD, SECRET, token_of};

/// The tests of this file.
pub const ALL: &[Case] = cases!["signing_kept":
    what_a_template_replaces_can_be_put_back,
    a_key_that_is_made_does_not_cost_the_one_that_was_typed,
    a_tick_on_a_renamed_claim_can_be_taken_away,
    what_a_draft_cannot_take_over_is_named,
    what_is_broken_on_purpose_can_be_mended,
    a_private_key_in_the_header_is_named_and_taken_out,
    kid_follows_the_key_that_is_made,
    typing_into_a_large_payload_does_not_freeze_the_page,
    a_credential_is_an_sd_jwt,
    inspect_is_given_the_public_half,
    an_error_stands_at_its_box,
];

async fn typed(page: &Page, header: &str, key: &str) -> Result<()> {
    page.open_at("#/sign").await?;
    page.input("sign-header", header).await?;
    page.input("sign-payload", PAYLOAD).await?;
    page.paste("sign-key", key).await
}

async fn what_a_template_replaces_can_be_put_back(page: &Page) -> Result<()> {
    let header = r#"{"alg":"HS256"}"#;
    typed(page, header, SECRET).await?;
    token_of(page, header, PAYLOAD).await?;
    page.choose("sign-template", "broken-own-key").await?;
    soon("the template", async || {
        Ok(page
            .value("sign-header")
            .await?
            .contains("jwk")
            .then_some(()))
    })
    .await?;
    page.click("sign-undo").await?;
    page.expect_value("sign-header", header).await?;
    page.expect_value("sign-payload", PAYLOAD).await?;
    page.expect_value("sign-key", SECRET).await?;
    token_of(page, header, PAYLOAD).await?;
    page.click("sign-redo").await?;
    ensure!(page.value("sign-header").await?.contains("jwk"));
    page.click("sign-undo").await?;
    // To start empty is a change like any other.
    page.choose("sign-template", "plain").await?;
    soon("the template", async || {
        Ok((page.value("sign-payload").await? != PAYLOAD).then_some(()))
    })
    .await?;
    page.choose("sign-template", "").await?;
    page.expect_value("sign-payload", "").await?;
    page.click("sign-undo").await?;
    page.click("sign-undo").await?;
    page.expect_value("sign-payload", PAYLOAD).await
}

async fn a_key_that_is_made_does_not_cost_the_one_that_was_typed(page: &Page) -> Result<()> {
    typed(page, r#"{"alg":"ES256"}"#, SECRET).await?;
    page.click("sign-fix-key").await?;
    token_of(page, r#"{"alg":"ES256"}"#, PAYLOAD).await?;
    ensure!(page.value("sign-key").await?.contains("P-256"));
    page.click("sign-key-back").await?;
    page.expect_value("sign-key", SECRET).await
}

async fn a_tick_on_a_renamed_claim_can_be_taken_away(page: &Page) -> Result<()> {
    typed(page, r#"{"alg":"ES256"}"#, P256).await?;
    page.click_on("[data-testid=sign-form] summary").await?;
    page.click("sign-sd").await?;
    page.click_on("[data-pointer='/sub']").await?;
    soon("a Disclosure", async || {
        Ok(page.text("sign-output").await?.ends_with('~').then_some(()))
    })
    .await?;
    page.input("sign-payload", r#"{"su":"jo"}"#).await?;
    page.expect_code("sign-error", "sign-sd-jwt-nothing-there")
        .await?;
    page.click_on("[data-gone] [data-pointer='/sub']").await?;
    becomes("the state", "good".to_owned(), async || {
        let result = page.all(".sign-result").await?;
        Ok(result
            .first()
            .map(|one| one.attribute("data-state").to_owned())
            .unwrap_or_default())
    })
    .await
}

async fn what_a_draft_cannot_take_over_is_named(page: &Page) -> Result<()> {
    let workshop = samples::workshop("Patient")?;
    let part = |index: usize| workshop.split('.').nth(index).unwrap_or_default();
    let one = json!({"protected": part(0), "header": {"kid": "one"}, "signature": part(2)});
    let other = json!({"protected": part(0), "signature": part(2)});
    let general = json!({"payload": part(1), "signatures": [one, other]}).to_string();
    page.open().await?;
    page.paste("token-input", &general).await?;
    page.click("edit-as-draft").await?;
    page.expect_value("sign-payload", &samples::decoded(&workshop, 1)?)
        .await?;
    page.expect_text("sign-left-out", "key of its own").await?;
    let compare = page.text("sign-compare").await?;
    ensure!(!compare.contains("Nothing differs"), "{compare}");
    page.click_on("[data-testid=sign-form] summary").await?;
    page.expect_value("sign-serialization", "general").await?;
    page.expect_value("sign-unprotected", r#"{"kid":"one"}"#)
        .await?;
    ensure!(page.value("sign-header-2").await?.contains("HS256"));
    page.choose("sign-serialization", "compact").await?;
    soon("the serialization differs", async || {
        page.first("[data-testid=sign-compare] [data-shape=sign-serialization]")
            .await
    })
    .await?;
    // Detached, and the content was not given.
    page.open().await?;
    page.paste("token-input", &format!("{}..{}", part(0), part(2)))
        .await?;
    soon("the button", async || {
        let button = page.one("edit-as-draft").await?;
        Ok(button.is_visible.then_some(()))
    })
    .await?;
    page.click("edit-as-draft").await?;
    page.expect_text("sign-left-out", "travels beside the token")
        .await
}

async fn what_is_broken_on_purpose_can_be_mended(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.paste("sign-key", SECRET).await?;
    page.choose("sign-template", "broken-stripped").await?;
    soon("a token without a signature", async || {
        Ok(page.text("sign-output").await?.ends_with('.').then_some(()))
    })
    .await?;
    ensure!(page.one("sign-tampered").await?.is_visible);
    page.click("sign-untamper").await?;
    soon("a signature", async || {
        let token = page.text("sign-output").await?;
        Ok((token.len() > 60 && !token.ends_with('.')).then_some(()))
    })
    .await?;
    ensure!(!page.one("sign-tampered").await?.is_visible);
    page.click("sign-open").await?;
    page.expect_state("verdict-signature", "valid").await
}

async fn a_private_key_in_the_header_is_named_and_taken_out(page: &Page) -> Result<()> {
    let header = format!(r#"{{"alg":"ES256","jwk":{P256}}}"#);
    typed(page, &header, P256).await?;
    page.click("sign-fix-private").await?;
    soon("the public half alone", async || {
        let header = page.value("sign-header").await?;
        let header: Value = serde_json::from_str(&header)?;
        Ok((header["jwk"]["d"].is_null() && header["jwk"]["x"].is_string()).then_some(()))
    })
    .await
}

async fn kid_follows_the_key_that_is_made(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.choose("sign-template", "private-key-jwt").await?;
    page.click("sign-fix-key").await?;
    soon("kid of the key", async || {
        let key: Value = match serde_json::from_str(&page.value("sign-key").await?) {
            Ok(key) => key,
            Err(_) => return Ok(None),
        };
        let header: Value = serde_json::from_str(&page.value("sign-header").await?)?;
        Ok((key["kid"].is_string() && key["kid"] == header["kid"]).then_some(()))
    })
    .await
}

async fn typing_into_a_large_payload_does_not_freeze_the_page(page: &Page) -> Result<()> {
    let numbers: Vec<String> = (0..40_000).map(|n| n.to_string()).collect();
    let payload = format!("{{\"n\":[{}]}}", numbers.join(","));
    typed(page, r#"{"alg":"HS256"}"#, SECRET).await?;
    let write = "const area = document.getElementById('sign-payload');
        const start = performance.now();
        area.value = arguments[0];
        area.dispatchEvent(new Event('input', { bubbles: true }));
        return performance.now() - start;";
    page.run(write, vec![payload.clone().into()]).await?;
    let start = std::time::Instant::now();
    page.run(write, vec![payload.replace("{\"n\"", "{\"m\"").into()])
        .await?;
    soon("the token follows", async || {
        let token = page.text("sign-output").await?;
        Ok((token.len() > 200_000).then_some(()))
    })
    .await?;
    // Once it was half a minute a key.
    ensure!(
        start.elapsed() < Duration::from_secs(9),
        "{:?}",
        start.elapsed()
    );
    Ok(())
}

async fn a_credential_is_an_sd_jwt(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.paste("sign-key", P256).await?;
    page.choose("sign-template", "sd-jwt-vc").await?;
    soon("Disclosures", async || {
        let found = page
            .all("[data-testid=sign-output] [data-part=disclosure]")
            .await?;
        Ok((found.len() == 5).then_some(()))
    })
    .await?;
    ensure!(page.text("sign-output").await?.ends_with('~'));
    // What was signed is shown, for it is not what stands in the editor.
    page.expect_text("sign-signed-payload", "_sd").await?;
    page.click("sign-open").await?;
    page.expect_state("verdict-signature", "valid").await
}

async fn inspect_is_given_the_public_half(page: &Page) -> Result<()> {
    typed(page, r#"{"alg":"ES256"}"#, P256).await?;
    token_of(page, r#"{"alg":"ES256"}"#, PAYLOAD).await?;
    page.click("sign-open").await?;
    page.expect_state("verdict-signature", "valid").await?;
    let key: Value = serde_json::from_str(&page.value("key-input").await?)?;
    ensure!(key["x"].is_string() && key["d"].is_null(), "{key}");
    // A token that brings its own key proves nothing by it.
    page.click_on("a[href='#/sign']").await?;
    page.choose("sign-template", "broken-own-key").await?;
    soon("the token with its own key", async || {
        let header = page.value("sign-header").await?;
        let good = page.first(".sign-result[data-state=good]").await?;
        Ok((header.contains("jwk") && good.is_some()).then_some(()))
    })
    .await?;
    page.click("sign-open").await?;
    page.expect_state("verdict-signature", "self-asserted")
        .await
}

async fn an_error_stands_at_its_box(page: &Page) -> Result<()> {
    typed(page, r#"{"alg":"HS257"}"#, SECRET).await?;
    for (header, id) in [
        (r#"{"alg":"HS257"}"#, "sign-header"),
        (r#"{"alg":"ES256"}"#, "sign-key"),
    ] {
        page.input("sign-header", header).await?;
        soon("the box is marked", async || {
            let marked = page.all("[aria-invalid=true]").await?;
            let ids: Vec<&str> = marked
                .iter()
                .map(|one| one.attribute("data-testid"))
                .collect();
            Ok((ids == [id]).then_some(()))
        })
        .await?;
        let says = format!("{id}-says");
        let text = page
            .text_of(&format!("[id={says}], [data-testid={says}]"))
            .await?;
        ensure!(text.len() > 10, "{id}: {text}");
    }
    Ok(())
}
