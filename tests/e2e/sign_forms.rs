//! What Sign does beyond header, payload and key: forms of writing, fixes, times, names,
//! comparison, and tokens that are broken on purpose.

use anyhow::{Result, ensure};
use harness::check::{becomes, soon};
use harness::samples::{self, DURING};
use harness::web_crypto::Opinion;
use harness::{Case, Page, cases};

use crate::sign::{P256, PAYLOAD, SECRET, is_kept, is_outdated, signed, token_of};

/// The tests of this file.
pub const ALL: &[Case] = cases!["sign_forms":
    json_serializations_and_detached_content_verify,
    an_sd_jwt_with_key_binding_verifies,
    a_nested_token_opens_to_the_signed_one,
    broken_templates_are_broken_as_they_say,
    a_draft_and_the_token_it_was_made_of_are_compared,
    alg_follows_the_key_and_the_key_follows_alg,
    times_and_identifiers_are_set_by_buttons,
    times_keep_themselves_fresh,
    names_are_completed_with_what_they_mean,
    names_are_completed_after_the_language_was_changed,
    the_place_of_an_error_can_be_shown,
];

async fn a_draft_and_the_token_it_was_made_of_are_compared(page: &Page) -> Result<()> {
    let inspected = samples::workshop("Patient")?;
    page.open().await?;
    page.paste("token-input", &inspected).await?;
    page.click("edit-as-draft").await?;
    let payload = samples::decoded(&inspected, 1)?;
    page.expect_value("sign-payload", &payload).await?;
    page.expect_text("sign-original", &inspected).await?;
    page.expect_text("sign-compare", "Nothing differs").await?;
    page.input("sign-payload", &payload.replace("Patient", "Internal"))
        .await?;
    page.expect_text("sign-compare", "Internal").await?;
    let rows = page
        .all("[data-testid=sign-compare] tr[data-pointer]")
        .await?;
    let names: Vec<&str> = rows
        .iter()
        .map(|row| row.attribute("data-pointer"))
        .collect();
    ensure!(names == ["/role"], "{names:?}");
    // A template is another start: the comparison is gone.
    page.choose("sign-template", "plain").await?;
    becomes("no comparison", false, async || {
        Ok(page.one("sign-compare").await?.is_visible)
    })
    .await
}

async fn alg_follows_the_key_and_the_key_follows_alg(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.input("sign-header", r#"{"typ":"JWT","alg":"RS256"}"#)
        .await?;
    page.input("sign-payload", PAYLOAD).await?;
    page.paste("sign-key", P256).await?;
    page.click("sign-fix-alg").await?;
    let header = r#"{"typ":"JWT","alg":"ES256"}"#;
    page.expect_value("sign-header", header).await?;
    token_of(page, header, PAYLOAD).await?;
    let header = r#"{"alg":"EdDSA"}"#;
    page.input("sign-header", header).await?;
    page.click("sign-fix-key").await?;
    token_of(page, header, PAYLOAD).await?;
    ensure!(
        page.value("sign-key").await?.contains("Ed25519"),
        "another key"
    );
    page.input("sign-header", r#"{"alg":"es256"}"#).await?;
    page.click("sign-fix-alg").await?;
    page.expect_value("sign-header", r#"{"alg":"ES256"}"#).await
}

async fn times_and_identifiers_are_set_by_buttons(page: &Page) -> Result<()> {
    page.open().await?;
    page.input("clock", DURING).await?;
    page.click_on("a[href='#/sign']").await?;
    page.input("sign-payload", "{\n  \"n\": 1.0\n}").await?;
    page.click("time-15").await?;
    let now: i64 = DURING.parse()?;
    let with_exp = format!("{{\n  \"n\": 1.0,\n  \"exp\": {}\n}}", now + 900);
    page.expect_value("sign-payload", &with_exp).await?;
    page.choose("sign-time-claim", "nbf").await?;
    page.click("time-now").await?;
    let with_nbf = with_exp.replace("\n}", &format!(",\n  \"nbf\": {now}\n}}"));
    page.expect_value("sign-payload", &with_nbf).await?;
    page.choose("sign-time-claim", "exp").await?;
    page.choose("sign-time-date", "2030-01-02T03:04:05").await?;
    page.expect_value(
        "sign-payload",
        &with_nbf.replace(&(now + 900).to_string(), "1893553445"),
    )
    .await?;
    page.click("sign-jti").await?;
    let text = page.value("sign-payload").await?;
    let claims: serde_json::Value = serde_json::from_str(&text)?;
    ensure!(
        claims["jti"].as_str().is_some_and(|jti| jti.len() == 36),
        "{text}"
    );
    // What is no object is left alone.
    page.input("sign-payload", "{\"n\": ").await?;
    page.click("time-now").await?;
    page.expect_value("sign-payload", "{\"n\": ").await
}

async fn times_keep_themselves_fresh(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.input("sign-header", r#"{"alg":"HS256"}"#).await?;
    page.input("sign-payload", r#"{"exp": 1000, "n": 1000}"#)
        .await?;
    page.input("sign-key", SECRET).await?;
    page.click("sign-fresh").await?;
    // Half a minute later, as far as the page can tell.
    let later = "const now = Date.now; Date.now = () => now() + 30000;";
    page.run(later, vec![]).await?;
    let exp = soon("a later exp", async || {
        let text = page.value("sign-payload").await?;
        let claims: serde_json::Value = serde_json::from_str(&text)?;
        ensure!(claims["n"] == 1000, "{text}");
        Ok(claims["exp"].as_i64().filter(|exp| *exp > 1000))
    })
    .await?;
    ensure!((1_030..1_060).contains(&exp), "{exp}");
    token_of(
        page,
        r#"{"alg":"HS256"}"#,
        &format!(r#"{{"exp": {exp}, "n": 1000}}"#),
    )
    .await?;
    Ok(())
}

async fn names_are_completed_with_what_they_mean(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.type_keys("sign-payload", "{\"email_").await?;
    let offered = "[data-name=email_verified]";
    soon("the name is offered", async || {
        let row = page.first(offered).await?;
        Ok(row.filter(|row| row.text.len() > "email_verified".len()))
    })
    .await?;
    page.click_on(&format!("{offered} button")).await?;
    page.expect_value("sign-payload", "{\"email_verified\": ")
        .await?;
    page.type_keys("sign-payload", "true}").await?;
    page.expect_value("sign-payload", "{\"email_verified\": true}")
        .await?;
    ensure!(page.first(offered).await?.is_none(), "still offered");
    Ok(())
}

async fn names_are_completed_after_the_language_was_changed(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.type_keys("sign-payload", "{\"email_").await?;
    let offered = "[data-name=email_verified]";
    soon("the name is offered", async || page.first(offered).await).await?;
    for language in ["nl", "en"] {
        page.choose("language", language).await?;
        becomes("the language", language.to_owned(), async || {
            let html = page.first("html").await?;
            Ok(html.map_or_else(String::new, |html| html.attribute("lang").to_owned()))
        })
        .await?;
        page.empty("sign-payload").await?;
        page.type_keys("sign-payload", "{\"email_").await?;
        soon("the name is offered again", async || {
            page.first(offered).await
        })
        .await?;
        let fault = page.first("[data-testid=page-fault]").await?;
        ensure!(fault.is_none(), "in {language}: {fault:?}");
    }
    Ok(())
}

async fn json_serializations_and_detached_content_verify(page: &Page) -> Result<()> {
    for (serialization, detached, start) in [
        ("flattened", false, "{\"payload\""),
        ("general", true, "{\"signatures\""),
        ("compact", true, "eyJ"),
    ] {
        page.client().goto("about:blank").await?;
        signed(page).await?;
        page.click_on("[data-testid=sign-form] summary").await?;
        page.choose("sign-serialization", serialization).await?;
        if detached {
            page.click("sign-detached").await?;
        }
        soon(serialization, async || {
            let token = page.text("sign-output").await?;
            let is_it = token.starts_with(start)
                && (!detached || token.contains("..") || token.starts_with('{'));
            Ok((is_it && !is_outdated(page).await?).then_some(()))
        })
        .await?;
        let token = page.text("sign-output").await?;
        page.click("sign-open").await?;
        page.expect_value("token-input", &token).await?;
        page.expect_state("verdict-signature", "valid").await?;
    }
    Ok(())
}

async fn an_sd_jwt_with_key_binding_verifies(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.input("sign-header", r#"{"alg":"ES256","typ":"dc+sd-jwt"}"#)
        .await?;
    page.input(
        "sign-payload",
        r#"{"iss":"https://a.example","name":"Jo","roles":["a","b"]}"#,
    )
    .await?;
    page.paste("sign-key", P256).await?;
    page.click_on("[data-testid=sign-form] summary").await?;
    page.click("sign-sd").await?;
    for pointer in ["/name", "/roles/1"] {
        page.click_on(&format!("[data-pointer=\"{pointer}\"]"))
            .await?;
    }
    page.input("sign-decoys", "2").await?;
    page.click("sign-binding").await?;
    page.expect_text("sign-error", "private key").await?;
    page.paste("sign-holder", &samples::container("ed25519-pkcs8.pem")?)
        .await?;
    soon("an SD-JWT", async || {
        let token = page.text("sign-output").await?;
        Ok((token.matches('~').count() == 3 && !token.ends_with('~')).then_some(()))
    })
    .await?;
    page.click("sign-open").await?;
    page.expect_state("verdict-signature", "valid").await?;
    // An issuer's token is a claim of iss, which nobody may withhold: it is not offered.
    page.click_on("a[href='#/sign']").await?;
    ensure!(page.first("[data-pointer=\"/iss\"]").await?.is_none());
    ensure!(page.first("[data-pointer=\"/roles\"]").await?.is_some());
    Ok(())
}

async fn a_nested_token_opens_to_the_signed_one(page: &Page) -> Result<()> {
    let token = signed(page).await?;
    page.click_on("[data-testid=sign-form] summary").await?;
    page.click("sign-nested").await?;
    page.expect_text("sign-error", "RSA-OAEP-256").await?;
    is_kept(page, &token).await?;
    let header = r#"{"alg":"A256KW","enc":"A256GCM","cty":"JWT"}"#;
    page.input("sign-outer-header", header).await?;
    page.input("sign-outer-key", &SECRET[..32]).await?;
    soon("five parts", async || {
        let token = page.text("sign-output").await?;
        Ok((token.split('.').count() == 5).then_some(()))
    })
    .await?;
    page.click("sign-open").await?;
    page.paste("key-input", &SECRET[..32]).await?;
    page.expect_state("verdict-signature", "decrypted").await
}

async fn broken_templates_are_broken_as_they_say(page: &Page) -> Result<()> {
    for (template, key, state) in [
        ("broken-stripped", SECRET, "invalid"),
        ("broken-own-key", "", "self-asserted"),
    ] {
        page.client().goto("about:blank").await?;
        page.open_at("#/sign").await?;
        page.choose("sign-template", template).await?;
        if !key.is_empty() {
            page.paste("sign-key", key).await?;
        }
        page.expect_text("sign-output", ".").await?;
        page.click("sign-open").await?;
        if key.is_empty() {
            page.input("key-input", "").await?;
        }
        page.expect_state("verdict-signature", state).await?;
    }
    page.client().goto("about:blank").await?;
    page.open_at("#/sign").await?;
    page.paste("sign-key", SECRET).await?;
    page.choose("sign-template", "broken-confusion").await?;
    page.expect_text("sign-output", ".").await?;
    let pem = page.value("sign-key").await?;
    ensure!(pem.starts_with("-----BEGIN PUBLIC KEY-----"), "{pem}");
    let token = page.text("sign-output").await?;
    // The attack is a real one: the characters of the public key are the secret.
    page.browser_agrees(&token, "HS256", Opinion::Secret(&pem))
        .await?;
    page.click("sign-key-back").await?;
    page.expect_value("sign-key", SECRET).await
}

async fn the_place_of_an_error_can_be_shown(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.input("sign-payload", PAYLOAD).await?;
    page.input("sign-key", SECRET).await?;
    page.input("sign-header", r#"{"typ":"é","alg":"HS25"}"#)
        .await?;
    page.click("sign-show").await?;
    let marked = page
        .run("const area = document.activeElement; return area.value.slice(area.selectionStart, area.selectionEnd)", vec![])
        .await?;
    ensure!(marked == "\"HS25\"", "{marked}");
    Ok(())
}
