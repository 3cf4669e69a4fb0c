//! Why it does not verify: what is found is proved by the change that is offered, and where
//! nothing is found it is said what was tried.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use harness::samples::{self, DURING};
use harness::{Case, Page, cases, check};

/// The tests of this file.
pub const ALL: &[Case] = cases!["reasons":
    a_change_that_is_offered_makes_it_verify,
    two_changes_at_once_are_offered_too,
    a_key_of_the_set_that_fits_is_offered,
    a_certain_reason_has_no_button,
    where_nothing_fits_it_is_said_what_was_tried,
    a_set_that_has_no_keys,
    a_token_that_lost_its_end,
    a_token_of_six_parts,
    a_token_that_lost_a_dot,
    the_search_is_ended_and_taken_up_again,
];

const ASSERTION: &str = "client assertion RS512";

async fn ready(page: &Page, token: &str, key: &str) -> Result<()> {
    page.open().await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", token).await?;
    page.paste("key-input", key).await
}

/// The codes of what is found, once there is something; the best first.
async fn reasons(page: &Page) -> Result<Vec<String>> {
    check::soon("a reason", async || {
        let codes = page.codes("diagnosis").await?;
        Ok((!codes.is_empty()).then_some(codes))
    })
    .await
}

/// Makes the best change that is offered.
async fn apply(page: &Page) -> Result<()> {
    page.click_on("[data-testid=diagnosis-apply]").await
}

async fn a_change_that_is_offered_makes_it_verify(page: &Page) -> Result<()> {
    let token = samples::workshop("Patient")?;
    let secret = samples::secret()?;
    let hex: String = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
    for key in [
        BASE64_STANDARD.encode(&secret),
        hex,
        format!("{secret}\n"),
        format!("\"{secret}\""),
    ] {
        ready(page, &token, &key).await?;
        page.expect_state("verdict-signature", "invalid").await?;
        reasons(page).await?;
        apply(page).await?;
        page.expect_verdicts("ok", "valid", "ok").await?;
        ensure!(page.every("diagnosis").await?.is_empty(), "{key}");
    }
    page.console_is_empty().await
}

async fn two_changes_at_once_are_offered_too(page: &Page) -> Result<()> {
    let encoded = BASE64_STANDARD.encode(format!("{}\n", samples::secret()?));
    ready(page, &samples::workshop("Patient")?, &encoded).await?;
    page.expect_state("verdict-signature", "invalid").await?;
    reasons(page).await?;
    apply(page).await?;
    page.expect_verdicts("ok", "valid", "ok").await
}

async fn a_key_of_the_set_that_fits_is_offered(page: &Page) -> Result<()> {
    let mut keys = samples::json("koppeltaal-jwks.json")?;
    let list = keys["keys"].as_array_mut().context("keys")?;
    for key in list {
        key["kid"] = "renamed".into();
    }
    ready(page, &samples::koppeltaal(ASSERTION)?, &keys.to_string()).await?;
    page.expect_state("verdict-signature", "key-error").await?;
    reasons(page).await?;
    apply(page).await?;
    page.expect_state("verdict-signature", "valid").await
}

async fn a_certain_reason_has_no_button(page: &Page) -> Result<()> {
    let key = samples::fixture("koppeltaal/es384-public.pem")?;
    ready(page, &samples::koppeltaal(ASSERTION)?, &key).await?;
    page.expect_state("verdict-signature", "key-error").await?;
    reasons(page).await?;
    let all = page.every("diagnosis").await?;
    ensure!(
        all.iter()
            .any(|one| one.attribute("data-kind") == "certain"),
        "{all:?}"
    );
    ensure!(page.every("diagnosis-apply").await?.is_empty(), "{all:?}");
    Ok(())
}

async fn where_nothing_fits_it_is_said_what_was_tried(page: &Page) -> Result<()> {
    ready(page, &samples::workshop("Patient")?, "a wrong secret").await?;
    page.expect_state("verdict-signature", "invalid").await?;
    let codes = reasons(page).await?;
    ensure!(codes == ["diagnosis-nothing-fits"], "{codes:?}");
    let said = page.text("diagnosis").await?;
    for word in ["secret", "combinations"] {
        ensure!(said.contains(word), "{said}");
    }
    eprintln!("{said}");
    ensure!(said.chars().any(|c| c.is_ascii_digit()), "{said}");
    ensure!(page.every("diagnosis-apply").await?.is_empty());
    Ok(())
}

async fn a_set_that_has_no_keys(page: &Page) -> Result<()> {
    ready(page, &samples::koppeltaal(ASSERTION)?, r#"{"keys":[]}"#).await?;
    page.expect_state("verdict-signature", "key-error").await?;
    eprintln!("{:?}", reasons(page).await?);
    eprintln!("{}", page.text_of("main .column-out").await?);
    Ok(())
}

async fn a_token_that_lost_its_end(page: &Page) -> Result<()> {
    let token = samples::koppeltaal(ASSERTION)?;
    let cut = token.get(..token.len() - 40).context("a token")?;
    ready(page, cut, &samples::text("koppeltaal-jwks.json")?).await?;
    page.expect_state("verdict-signature", "invalid").await?;
    reasons(page).await?;
    eprintln!("{}", page.text_of("main .column-out").await?);
    Ok(())
}

async fn a_token_of_six_parts(page: &Page) -> Result<()> {
    let token = samples::workshop("Patient")?;
    let six = format!("{token}.{token}");
    ready(page, &six, &samples::secret()?).await?;
    eprintln!("{:?}", reasons(page).await?);
    eprintln!("{}", page.text_of("main .column-out").await?);
    Ok(())
}

async fn a_token_that_lost_a_dot(page: &Page) -> Result<()> {
    let token = samples::workshop("Patient")?;
    let (input, signature) = token.rsplit_once('.').context("a token")?;
    ready(page, input, &samples::secret()?).await?;
    eprintln!("{:?}", reasons(page).await?);
    eprintln!("{}", page.text_of("main .column-out").await?);
    ready(page, &format!("{input}{signature}"), &samples::secret()?).await?;
    reasons(page).await?;
    apply(page).await?;
    page.expect_verdicts("ok", "valid", "ok").await
}

async fn the_search_is_ended_and_taken_up_again(page: &Page) -> Result<()> {
    // Long enough that every trial takes its time.
    let claims = format!(r#"{{"text":"{}"}}"#, "x".repeat(90_000));
    let long = samples::compact(r#"{"alg":"HS512"}"#, claims.as_bytes(), &[7; 64]);
    ready(page, &long, "a wrong secret").await?;
    page.expect_state("verdict-signature", "invalid").await?;
    page.click("diagnosis-stop").await?;
    let said = page.text_of(".diagnoses").await?;
    ensure!(said.contains("ended"), "{said}");
    page.click("diagnosis-again").await?;
    page.click("diagnosis-stop").await?;
    // Nothing of it is left behind: the next question has its answer.
    ready(page, &samples::workshop("Patient")?, "a wrong secret").await?;
    reasons(page).await?;
    page.console_is_empty().await
}
