//! What lands on the clipboard: everything, or for a ticket nothing that tells whose token it is.

use anyhow::{Context, Result, ensure};
use harness::samples::{self, DURING};
use harness::{Case, Page, cases, check};
use serde_json::{Value, json};

/// The tests of this file.
pub const ALL: &[Case] = cases!["report":
    the_whole_answer_is_copied,
    nothing_that_tells_whose_token_it_is_is_in_a_ticket,
    the_report_is_about_the_token_that_was_picked,
];

/// Keeps what is copied, however it is copied.
const KEEP_COPIES: &str = "
    window.copies = [];
    const keep = text => { window.copies.push(text); return Promise.resolve(); };
    if (navigator.clipboard) navigator.clipboard.writeText = keep;
    document.addEventListener('copy', () => {
        const active = document.activeElement;
        window.copies.push(active && active.value ? active.value : String(getSelection()));
    });";

/// Values that nobody else may see, each of another claim or Header Parameter.
const VALUES: [&str; 17] = [
    "kid-4711",
    "https://issuer.invalid/tenant",
    "person-12345",
    "audience-of-it",
    "jti-abcdef",
    "nonce-xyz",
    "jo@example.org",
    "Jo van Dijk",
    "+31 6 12345678",
    "Dorpsstraat",
    "999911120",
    "role-of-jo",
    "secret-of-a-claim",
    "private-name",
    "1767225600",
    "expected-audience",
    "an-access-token",
];

async fn rich(page: &Page) -> Result<String> {
    let header = json!({ "alg": "HS256", "typ": "JWT", "kid": "kid-4711" });
    let payload = json!({
        "iss": "https://issuer.invalid/tenant",
        "sub": "person-12345",
        "aud": ["audience-of-it"],
        "iat": 1_767_225_600,
        "exp": 1_767_226_500,
        "jti": "jti-abcdef",
        "nonce": "nonce-xyz",
        "at_hash": "77QmUPtjPfzWtF2AnpK9RQ",
        "email": "jo@example.org",
        "name": "Jo van Dijk",
        "phone_number": "+31 6 12345678",
        "address": { "street_address": "Dorpsstraat" },
        "roles": ["role-of-jo"],
        "private-name": { "inner": "secret-of-a-claim", "bsn": "999911120" },
    });
    page.open_at("#/sign").await?;
    page.input("sign-header", &header.to_string()).await?;
    page.input("sign-payload", &payload.to_string()).await?;
    page.paste("sign-key", &samples::secret()?).await?;
    page.expect_text("sign-output", ".").await?;
    let token = page.text("sign-output").await?;
    page.click("sign-open").await?;
    page.run(KEEP_COPIES, vec![]).await?;
    page.input("clock", DURING).await?;
    page.input("expect-aud", "expected-audience").await?;
    page.input("expect-access-token", "an-access-token").await?;
    page.expect_verdicts("ok", "valid", "mismatch").await?;
    Ok(token)
}

/// Presses a button and gives what it copied.
async fn copy(page: &Page, button: &str) -> Result<String> {
    let count = async || {
        let copies = page.run("return window.copies", vec![]).await?;
        Ok::<_, anyhow::Error>(copies.as_array().cloned().unwrap_or_default())
    };
    let before = count().await?.len();
    page.click(button).await?;
    check::soon(&format!("what {button} copies"), async || {
        let copies = count().await?;
        Ok(copies.get(before).and_then(Value::as_str).map(String::from))
    })
    .await
}

async fn the_whole_answer_is_copied(page: &Page) -> Result<()> {
    let token = rich(page).await?;
    for button in ["report-markdown", "report-json"] {
        let whole = copy(page, button).await?;
        for value in VALUES.iter().filter(|value| **value != "an-access-token") {
            ensure!(whole.contains(value), "{button}: no {value} in {whole}");
        }
        ensure!(!whole.contains("an-access-token"), "{button}: {whole}");
        ensure!(!whole.contains(&samples::secret()?), "{button}: the secret");
    }
    let report: Value = serde_json::from_str(&copy(page, "report-json").await?)?;
    ensure!(report["signature"]["state"] == "valid", "{report:#}");
    ensure!(report["claims"]["state"] == "mismatch", "{report:#}");
    ensure!(report["tokens"][0]["compact"] == token, "{report:#}");
    page.console_is_empty().await
}

async fn nothing_that_tells_whose_token_it_is_is_in_a_ticket(page: &Page) -> Result<()> {
    let token = rich(page).await?;
    let signature = token.rsplit('.').next().context("a signature")?;
    for button in ["report-redacted-markdown", "report-redacted-json"] {
        let ticket = copy(page, button).await?;
        for value in VALUES.iter().chain(&[signature, token.as_str()]) {
            ensure!(!ticket.contains(value), "{button}: {value} in {ticket}");
        }
        // No part of the token, in its own spelling either.
        for part in token.split('.') {
            ensure!(!ticket.contains(part), "{button}: {part} in {ticket}");
        }
        // What helps stays: registered names, types, the algorithm, the verdicts.
        for name in [
            "iss", "sub", "aud", "exp", "jti", "nonce", "email", "kid", "HS256", "valid",
            "mismatch", "string", "number",
        ] {
            ensure!(ticket.contains(name), "{button}: no {name} in {ticket}");
        }
    }
    let ticket = copy(page, "report-redacted-json").await?;
    let _: Value = serde_json::from_str(&ticket)?;
    page.console_is_empty().await
}

async fn the_report_is_about_the_token_that_was_picked(page: &Page) -> Result<()> {
    let tampered = samples::workshop("Patient tampered to Internal")?;
    let both = format!("{tampered}\n{}", samples::workshop("Patient")?);
    page.open().await?;
    page.run(KEEP_COPIES, vec![]).await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &both).await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_state("verdict-signature", "invalid").await?;
    let state = async || {
        let report: Value = serde_json::from_str(&copy(page, "report-json").await?)?;
        Ok::<_, anyhow::Error>(report["signature"]["state"].clone())
    };
    ensure!(state().await? == "invalid");
    page.click_on("[data-testid=token-picker] label:nth-of-type(2)")
        .await?;
    page.expect_state("verdict-signature", "valid").await?;
    ensure!(state().await? == "valid");
    Ok(())
}
