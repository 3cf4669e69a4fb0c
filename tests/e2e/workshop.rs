//! A participant of the workshop: the token of the page, the tokens of the services, the secret
//! in each spelling in which it is found, and a clock that can be moved.

use anyhow::{Result, ensure};
use harness::samples::{self, DURING};
use harness::{Case, Page, cases};
use serde_json::json;
use xtask::setup::browsers::Engine;

/// The tests of this file.
pub const ALL: &[Case] = cases!["workshop":
    the_printed_token_is_pasted_as_it_is,
    each_part_has_a_colour_and_a_second_cue,
    header_and_payload_are_pretty_printed,
    every_claim_of_the_printed_token_is_explained,
    a_page_that_repeats_the_parts_holds_one_token,
    decoded_claims_are_offered_to_sign,
    a_decoded_header_is_offered_to_sign,
    a_pasted_key_is_offered_to_the_key_box,
    the_secret_verifies_in_every_spelling,
    the_tampered_token_is_invalid,
    an_expired_token_with_a_good_signature_is_exactly_that,
    the_clock_takes_iso_8601_and_goes_back_to_now,
    an_unreadable_clock_is_said_to_be_one,
    expectations_are_judged,
    a_secret_with_one_more_character_is_another_secret,
];

/// Tests that set the browser's time zone.
pub const IN_A_TIME_ZONE: &[Case] = cases!["workshop", &[Engine::Chromium];
    moments_are_shown_local_utc_and_relative,
];

const PARTS: [&str; 3] = ["header", "payload", "signature"];

async fn the_printed_token_is_pasted_as_it_is(page: &Page) -> Result<()> {
    let printed = samples::text("workshop-printed-token.txt")?;
    page.open().await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &printed).await?;
    page.expect_verdicts("repaired", "unchecked", "expired")
        .await?;
    for (name, line) in PARTS.iter().zip(printed.lines()) {
        let drawn = parts(page, name).await?;
        ensure!(drawn == [line.trim_end_matches('.')], "{name}: {drawn:?}");
    }
    let notes = page.all("[data-testid=paste-notes] [data-note]").await?;
    let breaks = notes
        .iter()
        .find(|note| note.attribute("data-note") == "paste-line-breaks");
    let said = breaks.map(|note| note.text.as_str()).unwrap_or_default();
    ensure!(said.contains("line break"), "{notes:?}");
    ensure!(
        page.value("token-input").await? == printed,
        "it was changed"
    );
    page.console_is_empty().await
}

/// The texts of the drawn parts of this name.
async fn parts(page: &Page, name: &str) -> Result<Vec<String>> {
    let found = page
        .all(&format!("[data-testid=token-parts] [data-part={name}]"))
        .await?;
    Ok(found.into_iter().map(|part| part.text).collect())
}

async fn each_part_has_a_colour_and_a_second_cue(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_state("verdict-structure", "ok").await?;
    let drawn = "[data-testid=token-parts] [data-part]";
    let colours = page.styles(drawn, "color").await?;
    let lines = page.styles(drawn, "text-decoration-style").await?;
    ensure!(colours.len() == 3, "{colours:?}");
    ensure!(all_differ(&colours), "{colours:?}");
    ensure!(all_differ(&lines), "{lines:?}");
    // The label of each part stands beside the token, in the same colour.
    for (name, colour) in ["Header", "Payload", "Signature"].iter().zip(&colours) {
        let labelled = page
            .run(
                "return [...document.querySelectorAll('main li, main span, main caption, main h3')]
                    .some(element => element.textContent.trim() === arguments[0]
                        && element.getClientRects().length > 0
                        && getComputedStyle(element).color === arguments[1]);",
                vec![json!(name), json!(colour)],
            )
            .await?;
        ensure!(labelled == true, "no label {name} in {colour}");
    }
    Ok(())
}

fn all_differ(values: &[String]) -> bool {
    let mut sorted = values.to_vec();
    sorted.sort();
    sorted.dedup();
    sorted.len() == values.len()
}

const PRETTY_HEADER: &str = r#"{
  "alg": "HS256",
  "typ": "JWT"
}"#;

const PRETTY_PAYLOAD: &str = r#"{
  "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress": "email.email@example.com",
  "http://schemas.microsoft.com/ws/2008/06/identity/claims/role": "user",
  "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier": "2",
  "exp": 1747846941,
  "iss": "localhost",
  "aud": "Api"
}"#;

async fn header_and_payload_are_pretty_printed(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::text("workshop-printed-token.txt")?)
        .await?;
    page.expect_state("verdict-structure", "repaired").await?;
    let header = page.text("decoded-header").await?;
    let payload = page.text("decoded-payload").await?;
    ensure!(header.trim_end() == PRETTY_HEADER, "{header}");
    ensure!(payload.trim_end() == PRETTY_PAYLOAD, "{payload}");
    Ok(())
}

async fn every_claim_of_the_printed_token_is_explained(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::text("workshop-printed-token.txt")?)
        .await?;
    let expected = [
        ("header", "alg"),
        ("header", "typ"),
        (
            "payload",
            "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        ),
        (
            "payload",
            "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
        ),
        (
            "payload",
            "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier",
        ),
        ("payload", "exp"),
        ("payload", "iss"),
        ("payload", "aud"),
    ];
    for (place, name) in expected {
        harness::check::soon(&format!("{name} is explained"), async || {
            Ok(is_explained(page, place, name).await?.then_some(()))
        })
        .await?;
    }
    let rows = page.every("claim").await?;
    ensure!(rows.len() == expected.len(), "{} rows", rows.len());
    Ok(())
}

/// Known, in a sentence, and with a place where more is written.
async fn is_explained(page: &Page, place: &str, name: &str) -> Result<bool> {
    let Some(row) = page.claim(place, name).await? else {
        return Ok(false);
    };
    let known = ["registered", "provider", "profile"].contains(&row.attribute("data-known"));
    let said = page
        .run(
            "const row = [...document.querySelectorAll('[data-testid=claim]')]
                .find(row => row.dataset.claim === arguments[0] && row.dataset.in === arguments[1]);
             const meaning = row.querySelector('.claim-meaning p')?.textContent ?? '';
             return meaning.split(' ').length > 3 && row.querySelector('a[href^=\"https://\"]') !== null;",
            vec![json!(name), json!(place)],
        )
        .await?;
    Ok(known && said == true)
}

/// As a course page prints it: the token, then its parts again under labels, the last cut short.
async fn a_page_that_repeats_the_parts_holds_one_token(page: &Page) -> Result<()> {
    let printed = samples::text("workshop-printed-token.txt")?;
    let whole: String = printed.lines().collect();
    let parts: Vec<&str> = whole.split('.').collect();
    let short = &parts[2][..20];
    let course = format!(
        "What a JWT looks like\n\n{printed}\n\nHeader:\n{}\nPayload:\n{}\nSignature:\n{short}...\n",
        parts[0], parts[1]
    );
    page.open().await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &course).await?;
    page.expect_verdicts("repaired", "unchecked", "expired")
        .await?;
    for (name, part) in PARTS.iter().zip(&parts) {
        let drawn = self::parts(page, name).await?;
        ensure!(drawn == [*part], "{name}: {drawn:?}");
    }
    let notes = page.all("[data-note=paste-shortened-copy]").await?;
    ensure!(notes.len() == 1, "{notes:?}");
    ensure!(notes[0].text.contains("signature"), "{notes:?}");
    let picker = page.all("[data-testid=token-picker]").await?;
    ensure!(!picker.iter().any(|picker| picker.is_visible), "two tokens");
    Ok(())
}

async fn decoded_claims_are_offered_to_sign(page: &Page) -> Result<()> {
    let claims = r#"{"sub":"jo","exp":1767226500}"#;
    page.open().await?;
    page.paste("token-input", claims).await?;
    page.click("offer-sign").await?;
    page.expect_value("sign-payload", claims).await?;
    ensure!(
        page.value("sign-header").await?.contains("\"alg\""),
        "no header"
    );
    ensure!(page.text("sign-output").await?.is_empty(), "signed unasked");
    Ok(())
}

async fn a_decoded_header_is_offered_to_sign(page: &Page) -> Result<()> {
    let header = r#"{"alg":"RS512","typ":"JWT","kid":"a"}"#;
    page.open().await?;
    page.paste("token-input", header).await?;
    page.click("offer-sign").await?;
    page.expect_value("sign-header", header).await
}

async fn a_pasted_key_is_offered_to_the_key_box(page: &Page) -> Result<()> {
    let jwk = samples::koppeltaal_jwk("RS512")?.to_string();
    page.open().await?;
    page.paste("token-input", &jwk).await?;
    page.click("offer-key").await?;
    page.expect_value("key-input", &jwk).await?;
    page.expect_value("token-input", "").await?;
    page.expect_text("key-read-as", "RSA 2048").await
}

async fn the_secret_verifies_in_every_spelling(page: &Page) -> Result<()> {
    let secret = samples::secret()?;
    let env = samples::text("workshop.env")?;
    let appsettings = samples::text("workshop-appsettings.json")?;
    let line = format!("JwtSettings__SecretSigningKey={secret}");
    page.open().await?;
    page.input("clock", DURING).await?;
    for token in ["Patient", "HealthcareCompany", "Internal"] {
        page.paste("token-input", &samples::workshop(token)?)
            .await?;
        for (key, read_as) in [
            (&secret, "49 bytes"),
            (&line, "SecretSigningKey"),
            (&env, "SecretSigningKey"),
            (&appsettings, "SecretSigningKey"),
        ] {
            page.paste("key-input", key).await?;
            page.expect_text("key-read-as", read_as).await?;
            page.expect_verdicts("ok", "valid", "ok").await?;
        }
        page.empty("key-input").await?;
        page.expect_state("verdict-signature", "unchecked").await?;
    }
    page.console_is_empty().await
}

async fn the_tampered_token_is_invalid(page: &Page) -> Result<()> {
    page.open().await?;
    page.input("clock", DURING).await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    page.paste(
        "token-input",
        &samples::workshop("Patient tampered to Internal")?,
    )
    .await?;
    page.expect_verdicts("ok", "invalid", "ok").await?;
    page.expect_text("verdict-signature", "HS256").await
}

async fn an_expired_token_with_a_good_signature_is_exactly_that(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.input("clock", "1767226499").await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    page.input("clock", "1767226500").await?;
    page.expect_verdicts("ok", "valid", "expired").await?;
    let verdict = page.one("verdict-claims").await?;
    ensure!(verdict.attribute("data-states") == "expired", "{verdict:?}");
    page.expect_text("verdict-claims", "2026").await
}

async fn the_clock_takes_iso_8601_and_goes_back_to_now(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    for moment in [
        "2026-01-01T00:01:00Z",
        "2026-01-01T01:01:00+01:00",
        "2026-01-01",
        DURING,
    ] {
        page.empty("clock").await?;
        page.expect_state("verdict-claims", "expired").await?;
        page.input("clock", moment).await?;
        page.expect_state("verdict-claims", "ok").await?;
    }
    page.input("clock", "2026-01-01T00:15:00Z").await?;
    page.expect_state("verdict-claims", "expired").await
}

async fn an_unreadable_clock_is_said_to_be_one(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.input("clock", DURING).await?;
    page.expect_state("verdict-claims", "ok").await?;
    page.input("clock", "yesterday").await?;
    harness::check::becomes("aria-invalid of the clock", true, async || {
        Ok(page.one("clock").await?.attribute("aria-invalid") == "true")
    })
    .await?;
    page.expect_value("clock", "yesterday").await
}

async fn expectations_are_judged(page: &Page) -> Result<()> {
    page.open().await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.input("expect-aud", "Online-Toestemming-Workshop")
        .await?;
    page.input("expect-iss", "Online-Toestemming-Workshop-IdentityApi")
        .await?;
    page.expect_state("verdict-claims", "ok").await?;
    page.input("expect-aud", "Another").await?;
    page.expect_state("verdict-claims", "mismatch").await?;
    // The first that applies is the verdict; all of them are listed.
    page.input("clock", "1767229999").await?;
    page.expect_state("verdict-claims", "expired").await?;
    let verdict = page.one("verdict-claims").await?;
    let states: Vec<&str> = verdict.attribute("data-states").split(' ').collect();
    ensure!(states == ["expired", "mismatch"], "{states:?}");
    Ok(())
}

async fn a_secret_with_one_more_character_is_another_secret(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    let secret = samples::secret()?;
    for wrong in [
        format!("{secret}\n"),
        format!(" {secret}"),
        format!("{secret}x"),
        secret[1..].to_string(),
    ] {
        page.paste("key-input", &wrong).await?;
        page.expect_state("verdict-signature", "invalid").await?;
        ensure!(page.value("key-input").await? == wrong, "it was trimmed");
    }
    page.paste("key-input", &secret).await?;
    page.expect_state("verdict-signature", "valid").await
}

async fn moments_are_shown_local_utc_and_relative(page: &Page) -> Result<()> {
    page.devtools(
        "Emulation.setTimezoneOverride",
        json!({ "timezoneId": "Europe/Amsterdam" }),
    )
    .await?;
    page.open().await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    harness::check::soon("exp is shown three ways", async || {
        let row = page.claim("payload", "exp").await?;
        let text = row.map(|row| row.text).unwrap_or_default();
        let local = text.contains("01:15") || text.contains("1:15");
        let utc = text.contains("00:15:00") && (text.contains("UTC") || text.contains('Z'));
        let relative = text.contains("in 14 minutes");
        Ok((local && utc && relative).then_some(()))
    })
    .await
}
