//! The keys that were considered, each with what spoke for or against it: of the only signature,
//! and of every one of several.

use anyhow::{Context, Result, ensure};
use harness::{Case, Page, cases, check, samples};
use serde_json::{Value, json};

/// Tests for every engine.
pub const ALL: &[Case] = cases!["considered":
    a_lone_secret_has_its_reason,
    every_key_of_a_set_has_its_reason,
    every_signature_shows_its_keys_and_its_warnings,
];

/// The codes of the reasons, in order, inside a CSS selector.
async fn reasons(page: &Page, inside: &str) -> Result<Vec<String>> {
    let rows = page
        .all(&format!("{inside} [data-testid=candidate]"))
        .await?;
    let code = |row: &harness::find::Found| row.attribute("data-code").to_owned();
    Ok(rows.iter().map(code).collect())
}

async fn expect_reasons(page: &Page, inside: &str, codes: &[&str]) -> Result<()> {
    let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
    check::becomes("the reasons", codes, async || reasons(page, inside).await).await
}

async fn a_lone_secret_has_its_reason(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_state("verdict-signature", "valid").await?;
    expect_reasons(page, "[data-testid=candidates]", &["candidate-holds"]).await?;
    page.expect_text("candidates", "a secret of 49 bytes")
        .await?;
    page.input("key-input", "another secret").await?;
    page.expect_state("verdict-signature", "invalid").await?;
    expect_reasons(page, "[data-testid=candidates]", &["candidate-fails"]).await?;
    page.expect_text("candidates", "a secret of 14 bytes")
        .await?;
    page.console_is_empty().await
}

async fn every_key_of_a_set_has_its_reason(page: &Page) -> Result<()> {
    let token = samples::koppeltaal_jwk("ES384")?;
    let set: Value = samples::json("koppeltaal-jwks.json")?;
    let mut keys = set["keys"].as_array().context("keys")?.clone();
    keys.push(json!({ "kty": "oct", "k": "AAEC" }));
    let kid = token["kid"].as_str().context("a kid")?;
    let header = json!({ "alg": "ES384", "kid": kid }).to_string();
    page.open().await?;
    let signed = samples::compact(&header, b"{}", &[1; 96]);
    page.paste("token-input", &signed).await?;
    page.paste("key-input", &json!({ "keys": keys }).to_string())
        .await?;
    page.expect_state("verdict-signature", "invalid").await?;
    let expected = ["candidate-fails", "skipped-kid", "skipped-no-kid"];
    expect_reasons(page, "[data-testid=candidates]", &expected).await?;
    // Without a name all that fit are tried; the others say why not.
    let unnamed = samples::compact(r#"{"alg":"ES384"}"#, b"{}", &[1; 96]);
    page.input("token-input", &unnamed).await?;
    let expected = ["candidate-fails", "skipped-type", "skipped-type"];
    expect_reasons(page, "[data-testid=candidates]", &expected).await?;
    page.expect_text(
        "candidates",
        "ES384 needs an EC P-384 key; this is a secret",
    )
    .await?;
    page.console_is_empty().await
}

async fn every_signature_shows_its_keys_and_its_warnings(page: &Page) -> Result<()> {
    let all = samples::json("rfc7515-jws.json")?;
    let examples = all["examples"].as_array().context("examples")?;
    let general = examples.iter().find(|one| one["id"] == "rfc7515-a.6");
    let general = general.context("RFC 7515 A.6")?;
    page.open().await?;
    page.paste("token-input", &general["json"].to_string())
        .await?;
    let set = json!({ "keys": general["keys"] });
    page.paste("key-input", &set.to_string()).await?;
    page.expect_state("verdict-signature", "valid").await?;
    let first = "[data-testid=signature-verdict]:nth-of-type(1)";
    let second = "[data-testid=signature-verdict]:nth-of-type(2)";
    expect_reasons(page, first, &["candidate-holds", "skipped-type"]).await?;
    expect_reasons(page, second, &["skipped-type", "candidate-holds"]).await?;
    // Both keys were given with their private halves; each signature says so of its own.
    for (place, key) in [(first, "RSA 2048"), (second, "EC P-256")] {
        let finding = format!("{place} [data-testid=finding]");
        let found = page.all(&finding).await?;
        let [one] = found.as_slice() else {
            anyhow::bail!("{} warnings in {place}", found.len());
        };
        ensure!(one.attribute("data-code") == "verify-private-key-given");
        ensure!(one.text.contains(key), "{}", one.text);
    }
    // What was considered is said once, beside the signature it is about.
    ensure!(page.all(".answers > .candidates").await?.is_empty());
    page.is_accessible().await?;
    page.console_is_empty().await
}
