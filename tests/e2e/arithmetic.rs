//! The arithmetic of a signature, as it is shown: every number of it against what the token
//! itself holds and what the browser computes.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use harness::samples;
use harness::{Case, Page, cases, check};
use serde_json::json;

/// The tests of this file.
pub const ALL: &[Case] = cases!["arithmetic":
    both_macs_and_the_first_byte_that_differs,
    the_digest_that_an_rsa_signature_carries,
    r_and_s_of_an_ecdsa_signature,
    another_key_recovers_nothing,
    a_signature_that_was_cut_has_the_wrong_length,
    without_a_key_there_is_still_a_hash,
    of_several_signatures_the_one_of_the_verdict,
];

const ASSERTION: &str = "client assertion RS512";

/// Opens the fold.
async fn unfold(page: &Page) -> Result<()> {
    page.click_on("[data-testid=arithmetic] summary").await
}

/// What is shown: terms and what stands behind them; sentences under their own text.
async fn shown(page: &Page) -> Result<BTreeMap<String, String>> {
    let rows = page
        .run(
            "let term = '';
             const rows = [];
             for (const row of document.querySelectorAll('[data-testid=arithmetic] dl > *')) {
                 if (row.tagName === 'DT') term = row.textContent;
                 else if (row.querySelector('code')) rows.push([term, row.textContent]);
                 else rows.push([row.textContent, '']);
             }
             return rows",
            vec![],
        )
        .await?;
    Ok(serde_json::from_value::<Vec<(String, String)>>(rows)?
        .into_iter()
        .collect())
}

/// Once this stands there, everything that does.
async fn once(page: &Page, what: &str) -> Result<BTreeMap<String, String>> {
    check::soon(what, async || {
        let rows = shown(page).await?;
        Ok(rows.keys().any(|row| row.starts_with(what)).then_some(rows))
    })
    .await
}

fn of<'a>(rows: &'a BTreeMap<String, String>, term: &str) -> Result<&'a str> {
    let row = rows.get(term).map(String::as_str);
    row.with_context(|| format!("no {term} in {rows:#?}"))
}

fn hex(bytes: &[u8]) -> String {
    let pairs: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    pairs.join(" ")
}

fn halves(token: &str) -> Result<(&str, Vec<u8>)> {
    let (input, signature) = token.rsplit_once('.').context("a token")?;
    Ok((input, BASE64_URL_SAFE_NO_PAD.decode(signature)?))
}

/// The hash of a text, by the browser.
async fn digest(page: &Page, name: &str, text: &str) -> Result<String> {
    let script = "const [name, text, done] = arguments;
        crypto.subtle.digest(name, new TextEncoder().encode(text)).then(digest =>
            done([...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join(' ')));";
    let digest = page
        .client()
        .execute_async(script, vec![json!(name), json!(text)])
        .await?;
    Ok(digest.as_str().context("a digest")?.to_string())
}

async fn both_macs_and_the_first_byte_that_differs(page: &Page) -> Result<()> {
    let token = samples::workshop("Patient")?;
    let (input, signature) = halves(&token)?;
    page.open().await?;
    page.paste("token-input", &token).await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_state("verdict-signature", "valid").await?;
    unfold(page).await?;
    let rows = once(page, "Both are the same").await?;
    let bytes = format!("Signing input, {} bytes", input.len());
    ensure!(of(&rows, &bytes)? == input);
    ensure!(of(&rows, "Its SHA-256")? == digest(page, "SHA-256", input).await?);
    ensure!(of(&rows, "Signature, 32 bytes")? == hex(&signature));
    ensure!(of(&rows, "The MAC this secret makes")? == hex(&signature));
    ensure!(of(&rows, "Key")? == "a secret of 49 bytes", "{rows:?}");
    of(&rows, "The signature holds.")?;
    page.input("key-input", "another secret of some length")
        .await?;
    let rows = once(page, "They differ").await?;
    let computed = of(&rows, "The MAC this secret makes")?;
    let pairs = computed.split(' ').zip(signature.iter());
    let same = pairs
        .take_while(|(shown, byte)| *shown == format!("{byte:02x}"))
        .count();
    of(&rows, &format!("They differ from byte {} on.", same + 1))?;
    of(&rows, "The signature does not hold.")?;
    page.console_is_empty().await
}

async fn the_digest_that_an_rsa_signature_carries(page: &Page) -> Result<()> {
    let token = samples::koppeltaal(ASSERTION)?;
    let (input, signature) = halves(&token)?;
    page.open().await?;
    page.paste("token-input", &token).await?;
    page.paste("key-input", &samples::text("koppeltaal-jwks.json")?)
        .await?;
    page.expect_state("verdict-signature", "valid").await?;
    unfold(page).await?;
    let rows = once(page, "It is that of this signing input").await?;
    let expected = digest(page, "SHA-512", input).await?;
    ensure!(of(&rows, "Its SHA-512")? == expected);
    ensure!(of(&rows, "The SHA-512 in it")? == expected);
    let message = of(&rows, "What the public key recovers")?;
    ensure!(message.starts_with("00 01 ff ff"), "{message}");
    ensure!(message.ends_with(&expected), "{message}");
    ensure!(of(&rows, "Signature, 256 bytes")? == hex(&signature));
    let key = of(&rows, "Key")?;
    let kid = samples::koppeltaal_jwk("RS512")?;
    let kid = kid["kid"].as_str().context("a kid")?;
    for fact in ["RSA 2048", "exponent 65537", kid] {
        ensure!(key.contains(fact), "{key}");
    }
    page.console_is_empty().await
}

async fn r_and_s_of_an_ecdsa_signature(page: &Page) -> Result<()> {
    let token = samples::koppeltaal("client assertion ES384")?;
    let (input, signature) = halves(&token)?;
    page.open().await?;
    page.paste("token-input", &token).await?;
    page.paste("key-input", &samples::text("koppeltaal-jwks.json")?)
        .await?;
    page.expect_state("verdict-signature", "valid").await?;
    unfold(page).await?;
    let rows = once(page, "The signature holds").await?;
    ensure!(of(&rows, "Its SHA-384")? == digest(page, "SHA-384", input).await?);
    let (r, s) = signature.split_at(48);
    ensure!(of(&rows, "R")? == hex(r) && of(&rows, "S")? == hex(s));
    ensure!(of(&rows, "Key")?.starts_with("EC P-384"));
    Ok(())
}

async fn another_key_recovers_nothing(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::koppeltaal(ASSERTION)?)
        .await?;
    page.paste("key-input", &samples::container("rsa-spki.pem")?)
        .await?;
    page.expect_state("verdict-signature", "invalid").await?;
    unfold(page).await?;
    let rows = once(page, "No known padding").await?;
    of(&rows, "The signature does not hold.")?;
    page.paste("key-input", &samples::secret()?).await?;
    once(page, "No key of the kind").await?;
    Ok(())
}

async fn a_signature_that_was_cut_has_the_wrong_length(page: &Page) -> Result<()> {
    let token = samples::workshop("Patient")?;
    let cut = token.get(..token.len() - 4).context("a token")?;
    page.open().await?;
    page.paste("token-input", cut).await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_state("verdict-signature", "invalid").await?;
    unfold(page).await?;
    let rows = once(page, "With this key it must have 32 bytes").await?;
    of(&rows, "Signature, 29 bytes")?;
    of(&rows, "They differ from byte 30 on.")?;
    Ok(())
}

async fn without_a_key_there_is_still_a_hash(page: &Page) -> Result<()> {
    let token = samples::workshop("Patient")?;
    page.open().await?;
    page.paste("token-input", &token).await?;
    page.expect_state("verdict-signature", "unchecked").await?;
    unfold(page).await?;
    let rows = once(page, "No key of the kind").await?;
    ensure!(of(&rows, "Its SHA-256")? == digest(page, "SHA-256", halves(&token)?.0).await?);
    Ok(())
}

async fn of_several_signatures_the_one_of_the_verdict(page: &Page) -> Result<()> {
    let all = samples::json("rfc7515-jws.json")?;
    let examples = all["examples"].as_array().context("examples")?;
    let general = examples.iter().find(|one| one["id"] == "rfc7515-a.6");
    let general = general.context("A.6")?;
    page.open().await?;
    page.paste("token-input", &general["json"].to_string())
        .await?;
    for (key, number) in [(0, 2), (1, 1)] {
        // With the key of the other one only, this one cannot hold, and stands on top.
        let keys = json!({ "keys": [general["keys"][key].clone()] });
        page.paste("key-input", &keys.to_string()).await?;
        page.run(
            "document.querySelector('[data-testid=arithmetic]').open = true",
            vec![],
        )
        .await?;
        page.expect_text("arithmetic", &format!("Signature {number}:"))
            .await?;
        page.expect_text("arithmetic", "No key of the kind").await?;
    }
    page.paste("key-input", &json!({ "keys": general["keys"] }).to_string())
        .await?;
    page.expect_text("arithmetic", "The signature holds").await
}
