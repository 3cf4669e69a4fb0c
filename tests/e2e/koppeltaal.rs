//! A developer at Koppeltaal: token responses, client assertions and launches, and their key in
//! every spelling, pasted or fetched.

use anyhow::{Result, ensure};
use harness::samples::{self, DURING};
use harness::{Case, JwksServer, Mood, Page, cases};
use serde_json::{Value, json};
use xtask::setup::browsers::Engine;

/// The tests of this file.
pub const ALL: &[Case] = cases!["koppeltaal":
    both_printed_token_responses_are_read,
    a_whole_token_response_verifies,
    every_spelling_of_the_key_verifies,
    the_private_key_verifies_with_a_warning,
    a_key_of_another_kind_is_named,
    the_launch_verifies_and_is_explained,
    a_jwk_set_is_fetched_on_a_click,
    a_kid_that_is_not_in_the_set_says_which_ones_are,
    the_key_box_wins_over_the_set_and_gives_way_when_emptied,
    a_link_with_a_jwk_set_fills_the_field_and_fetches_nothing,
];

const ASSERTION: &str = "client assertion RS512";

async fn both_printed_token_responses_are_read(page: &Page) -> Result<()> {
    for (file, member) in [
        ("koppeltaal-token-response.json", "access_token"),
        ("koppeltaal-shof-token-response.json", "id_token"),
    ] {
        let response = samples::text(file)?;
        page.open().await?;
        page.paste("token-input", &response).await?;
        page.expect_verdicts("repaired", "unchecked", "expired")
            .await?;
        let parts = page.all("[data-testid=token-parts] [data-part]").await?;
        let token: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
        ensure!(response.contains(&token.join(".")), "{file}: {token:?}");
        let notes = page.all("[data-note=paste-json-member]").await?;
        ensure!(
            notes.iter().any(|note| note.text.contains(member)),
            "{file}: {notes:?}"
        );
        ensure!(page.value("token-input").await? == response, "changed");
    }
    page.console_is_empty().await
}

async fn a_whole_token_response_verifies(page: &Page) -> Result<()> {
    let response = json!({
        "access_token": samples::koppeltaal(ASSERTION)?,
        "token_type": "Bearer",
        "expires_in": 3600,
    });
    page.open().await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &format!("{response:#}")).await?;
    page.paste("key-input", &samples::text("koppeltaal-jwks.json")?)
        .await?;
    page.expect_verdicts("repaired", "valid", "ok").await
}

async fn every_spelling_of_the_key_verifies(page: &Page) -> Result<()> {
    page.open().await?;
    page.input("clock", DURING).await?;
    for (token, file, alg, name) in [
        (ASSERTION, "rs512", "RS512", "RSA 2048"),
        ("client assertion ES384", "es384", "ES384", "P-384"),
    ] {
        page.paste("token-input", &samples::koppeltaal(token)?)
            .await?;
        let pem = |kind: &str| samples::fixture(&format!("koppeltaal/{file}-{kind}.pem"));
        let jwk = samples::koppeltaal_jwk(alg)?;
        let mut bare = jwk.clone();
        if let Some(members) = bare.as_object_mut() {
            members.remove("kid");
            members.remove("alg");
        }
        for (key, read_as) in [
            (pem("public")?, "SubjectPublicKeyInfo"),
            (pem("public")?.replace('\n', "\\n"), "SubjectPublicKeyInfo"),
            (pem("certificate")?, "X.509"),
            (format!("{jwk:#}"), "JWK"),
            (bare.to_string(), "JWK"),
        ] {
            page.paste("key-input", &key).await?;
            page.expect_text("key-read-as", read_as).await?;
            page.expect_text("key-read-as", name).await?;
            page.expect_verdicts("ok", "valid", "ok").await?;
        }
        page.paste("key-input", &samples::text("koppeltaal-jwks.json")?)
            .await?;
        page.expect_text("key-read-as", "JWK Set").await?;
        page.expect_verdicts("ok", "valid", "ok").await?;
        page.expect_text("verdict-signature", "kid").await?;
    }
    page.console_is_empty().await
}

async fn the_private_key_verifies_with_a_warning(page: &Page) -> Result<()> {
    page.open().await?;
    for (token, file) in [
        (ASSERTION, "koppeltaal-rs512-private.pem"),
        ("client assertion ES384", "koppeltaal-es384-private.pem"),
    ] {
        page.paste("token-input", &samples::koppeltaal(token)?)
            .await?;
        page.paste("key-input", &samples::text(file)?).await?;
        page.expect_state("verdict-signature", "valid").await?;
        page.expect_code("finding", "verify-private-key-given")
            .await?;
        page.expect_text("key-read-as", "private").await?;
    }
    Ok(())
}

async fn a_key_of_another_kind_is_named(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::koppeltaal(ASSERTION)?)
        .await?;
    page.paste(
        "key-input",
        &samples::fixture("koppeltaal/es384-public.pem")?,
    )
    .await?;
    page.expect_state("verdict-signature", "key-error").await?;
    for word in ["RS512", "RSA", "P-384"] {
        page.expect_text("verdict-signature", word).await?;
    }
    Ok(())
}

async fn the_launch_verifies_and_is_explained(page: &Page) -> Result<()> {
    page.open().await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &samples::koppeltaal("HTI launch RS512")?)
        .await?;
    page.paste("key-input", &samples::text("koppeltaal-jwks.json")?)
        .await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    for name in ["resource", "definition", "patient", "intent", "sub", "jti"] {
        harness::check::soon(&format!("{name} is known"), async || {
            let row = page.claim("payload", name).await?;
            let known = row.map(|row| row.attribute("data-known").to_string());
            Ok(known
                .is_some_and(|known| !known.is_empty() && known != "unknown")
                .then_some(()))
        })
        .await?;
    }
    Ok(())
}

async fn a_jwk_set_is_fetched_on_a_click(page: &Page) -> Result<()> {
    let server = JwksServer::start(samples::text("koppeltaal-jwks.json")?)?;
    let url = server.url(Mood::Good);
    page.open().await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &samples::koppeltaal(ASSERTION)?)
        .await?;
    page.expect_verdicts("ok", "unchecked", "ok").await?;
    page.expect_state("jwks-status", "idle").await?;
    page.input("jwks-url", &url).await?;
    ensure!(shows(page, &url).await?, "the exact URL is not shown");
    ensure!(server.requests().is_empty(), "{:?}", server.requests());
    page.click("jwks-fetch").await?;
    page.expect_state("jwks-status", "ok").await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    // Where the key came from, and why this one.
    page.expect_text("verdict-signature", &url).await?;
    page.expect_text("verdict-signature", "kid").await?;
    page.expect_text("key-read-as", &url).await?;
    ensure!(
        server.requests() == ["GET /good/jwks.json"],
        "{:?}",
        server.requests()
    );
    page.paste(
        "token-input",
        &samples::koppeltaal("client assertion ES384")?,
    )
    .await?;
    page.expect_text("verdict-signature", "ES384").await?;
    page.expect_state("verdict-signature", "valid").await?;
    ensure!(server.requests().len() == 1, "{:?}", server.requests());
    page.console_is_empty().await
}

/// Whether this stands on the page as a text of its own, to be read before the click.
async fn shows(page: &Page, text: &str) -> Result<bool> {
    let shown = page
        .run(
            "return [...document.querySelectorAll('main *')].some(element =>
                element.textContent === arguments[0] && element.getClientRects().length > 0);",
            vec![json!(text)],
        )
        .await?;
    Ok(shown == Value::Bool(true))
}

async fn a_kid_that_is_not_in_the_set_says_which_ones_are(page: &Page) -> Result<()> {
    page.open().await?;
    page.input("clock", DURING).await?;
    page.paste(
        "token-input",
        &samples::koppeltaal("client assertion, kid not in the set")?,
    )
    .await?;
    page.paste("key-input", &samples::text("koppeltaal-jwks.json")?)
        .await?;
    page.expect_verdicts("ok", "key-error", "ok").await?;
    page.expect_text("verdict-signature", "rotated-away")
        .await?;
    for alg in ["RS512", "ES384"] {
        let jwk = samples::koppeltaal_jwk(alg)?;
        let kid = jwk["kid"].as_str().unwrap_or_default();
        page.expect_text("verdict-signature", kid).await?;
    }
    Ok(())
}

async fn the_key_box_wins_over_the_set_and_gives_way_when_emptied(page: &Page) -> Result<()> {
    let server = JwksServer::start(samples::text("koppeltaal-jwks.json")?)?;
    page.open().await?;
    page.paste("token-input", &samples::koppeltaal(ASSERTION)?)
        .await?;
    page.input("jwks-url", &server.url(Mood::Good)).await?;
    page.click("jwks-fetch").await?;
    page.expect_state("verdict-signature", "valid").await?;
    page.paste(
        "key-input",
        &samples::fixture("koppeltaal/es384-public.pem")?,
    )
    .await?;
    page.expect_state("verdict-signature", "key-error").await?;
    page.empty("key-input").await?;
    page.expect_state("verdict-signature", "valid").await?;
    page.expect_text("key-read-as", &server.url(Mood::Good))
        .await
}

async fn a_link_with_a_jwk_set_fills_the_field_and_fetches_nothing(page: &Page) -> Result<()> {
    let server = JwksServer::start(samples::text("koppeltaal-jwks.json")?)?;
    let url = server.url(Mood::Good);
    page.open_at(&format!(
        "#token={}&jwks={url}",
        samples::koppeltaal(ASSERTION)?
    ))
    .await?;
    page.expect_value("jwks-url", &url).await?;
    page.expect_state("verdict-signature", "unchecked").await?;
    page.expect_state("jwks-status", "idle").await?;
    page.expect_text("request-count", "0").await?;
    ensure!(server.requests().is_empty(), "{:?}", server.requests());
    if page.engine() == Engine::Chromium {
        page.requests_stay_within(&[&page.origin()]).await?;
    }
    page.click("jwks-fetch").await?;
    page.expect_state("verdict-signature", "valid").await
}
