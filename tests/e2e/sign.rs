//! Making test tokens: live, byte for byte, and never unasked from a token under examination.

use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use harness::samples::{self, DURING};
use harness::web_crypto::Opinion;
use harness::{Case, Page, cases};
use serde_json::json;

/// The tests of this file.
pub const ALL: &[Case] = cases!["sign":
    hs256_hs384_hs512,
    rs256_rs384_rs512,
    ps256_ps384_ps512,
    es256,
    es384,
    eddsa,
    the_token_follows_every_change,
    every_template_can_be_signed,
    what_stands_in_the_editors_is_signed_byte_for_byte,
    a_broken_header_names_its_place_and_the_last_token_stays,
    a_broken_payload_names_its_place_and_the_last_token_stays,
    a_missing_key_is_asked_for,
    how_the_key_was_read_is_said,
    a_public_key_does_not_sign,
    a_key_of_another_kind_is_named,
    alg_none_is_made_on_purpose_only,
    editing_an_inspected_token_makes_a_draft_that_is_signed_on_purpose,
];

async fn how_the_key_was_read_is_said(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    ensure!(page.text("sign-key-read-as").await?.is_empty());
    let pem = samples::text("koppeltaal-rs512-private.pem")?;
    for (key, read_as) in [
        (SECRET, "64 bytes"),
        (P256, "EC P-256"),
        (pem.as_str(), "RSA 2048"),
        ("{\"kty\":", "JSON"),
    ] {
        page.paste("sign-key", key).await?;
        page.expect_text("sign-key-read-as", read_as).await?;
    }
    // The same bytes, read in another way.
    page.paste("sign-key", SECRET).await?;
    page.expect_text("sign-key-read-as", "64 bytes").await?;
    page.click_on("[data-testid=sign-key-reading] label:nth-of-type(4)")
        .await?;
    page.expect_text("sign-key-read-as", "32 bytes").await?;
    page.empty("sign-key").await?;
    harness::check::becomes("what is said of no key", String::new(), async || {
        page.text("sign-key-read-as").await
    })
    .await
}

pub(crate) const PAYLOAD: &str = r#"{"sub":"jo","exp":1767226500}"#;

/// The key of RFC 7515 Appendix A.3.
pub(crate) const P256: &str = r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}"#;

/// A secret long enough for every HMAC (RFC 7518 §3.2).
pub(crate) const SECRET: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

async fn hs256_hs384_hs512(page: &Page) -> Result<()> {
    for alg in ["HS256", "HS384", "HS512"] {
        signs(page, alg, SECRET, Opinion::Secret(SECRET)).await?;
    }
    Ok(())
}

async fn rs256_rs384_rs512(page: &Page) -> Result<()> {
    rsa(page, ["RS256", "RS384", "RS512"]).await
}

async fn ps256_ps384_ps512(page: &Page) -> Result<()> {
    rsa(page, ["PS256", "PS384", "PS512"]).await
}

async fn rsa(page: &Page, algs: [&str; 3]) -> Result<()> {
    let private = samples::text("koppeltaal-rs512-private.pem")?;
    let public = samples::fixture("koppeltaal/rs512-public.pem")?;
    for alg in algs {
        signs(page, alg, &private, Opinion::Spki(&public)).await?;
    }
    Ok(())
}

async fn es256(page: &Page) -> Result<()> {
    let private = samples::container("p256-pkcs8.pem")?;
    let public = samples::container("p256-spki.pem")?;
    signs(page, "ES256", &private, Opinion::Spki(&public)).await
}

async fn es384(page: &Page) -> Result<()> {
    let private = samples::text("koppeltaal-es384-private.pem")?;
    let public = samples::fixture("koppeltaal/es384-public.pem")?;
    signs(page, "ES384", &private, Opinion::Spki(&public)).await
}

async fn eddsa(page: &Page) -> Result<()> {
    let private = samples::container("ed25519-pkcs8.pem")?;
    let public = samples::container("ed25519-spki.pem")?;
    signs(page, "EdDSA", &private, Opinion::Spki(&public)).await
}

/// From header, payload and key to a token that the browser's own cryptography accepts, and
/// Inspect as well.
async fn signs(page: &Page, alg: &str, key: &str, opinion: Opinion<'_>) -> Result<()> {
    let header = json!({ "alg": alg, "typ": "JWT" }).to_string();
    page.client().goto("about:blank").await?;
    page.open_at("#/sign").await?;
    page.input("sign-header", &header).await?;
    page.input("sign-payload", PAYLOAD).await?;
    page.paste("sign-key", key).await?;
    let token = token_of(page, &header, PAYLOAD).await?;
    page.browser_agrees(&token, alg, opinion).await?;
    page.click("sign-open").await?;
    page.expect_value("token-input", &token).await?;
    page.input("clock", DURING).await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    page.expect_text("verdict-signature", alg).await?;
    // Another key of the same kind would not do: one character of the payload less neither.
    let (start, signature) = token.rsplit_once('.').context("no token")?;
    let shorter = &start[..start.len() - 4];
    page.paste("token-input", &format!("{shorter}.{signature}"))
        .await?;
    page.expect_state("verdict-signature", "invalid").await
}

/// Waits for the token of exactly these texts.
pub(crate) async fn token_of(page: &Page, header: &str, payload: &str) -> Result<String> {
    let expected = samples::compact(header, payload.as_bytes(), b"");
    let mut last = (String::new(), String::new());
    harness::check::soon("the token of this draft", async || {
        last = (
            page.text("sign-output").await?,
            page.text("sign-error").await?,
        );
        let signed = last.0.starts_with(&expected) && last.0.len() > expected.len();
        Ok((signed && !is_outdated(page).await?).then(|| last.0.clone()))
    })
    .await
    .with_context(|| format!("last seen: {last:?}"))
}

pub(crate) async fn is_outdated(page: &Page) -> Result<bool> {
    let output = page.one("sign-output").await?;
    Ok(output.attribute("data-outdated") == "true")
}

async fn the_token_follows_every_change(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.input("sign-header", r#"{"alg":"HS256"}"#).await?;
    page.input("sign-payload", r#"{"n":1}"#).await?;
    page.input("sign-key", SECRET).await?;
    let one = token_of(page, r#"{"alg":"HS256"}"#, r#"{"n":1}"#).await?;
    page.input("sign-payload", r#"{"n":2}"#).await?;
    let two = token_of(page, r#"{"alg":"HS256"}"#, r#"{"n":2}"#).await?;
    page.input("sign-key", &SECRET.replace('0', "1")).await?;
    harness::check::soon("another signature", async || {
        let three = page.text("sign-output").await?;
        Ok((three != two && !three.is_empty()).then_some(()))
    })
    .await?;
    page.browser_agrees(&one, "HS256", Opinion::Secret(SECRET))
        .await?;
    page.browser_agrees(&two, "HS256", Opinion::Secret(SECRET))
        .await
}

async fn every_template_can_be_signed(page: &Page) -> Result<()> {
    page.open().await?;
    page.input("clock", DURING).await?;
    page.click_on("a[href='#/sign']").await?;
    let options = page.all("[data-testid=sign-template] option").await?;
    let names: Vec<&str> = options
        .iter()
        .map(|option| option.attribute("value"))
        .filter(|name| !name.is_empty())
        .collect();
    ensure!(names.len() == 23, "{names:?}");
    for name in names {
        page.choose("sign-template", name).await?;
        harness::check::becomes("the template in the editors", name.to_owned(), async || {
            Ok(page
                .one("sign-template")
                .await?
                .attribute("data-filled")
                .to_owned())
        })
        .await?;
        let header = page.value("sign-header").await?;
        let payload = page.value("sign-payload").await?;
        let parsed: serde_json::Value = serde_json::from_str(&header)?;
        let alg = parsed["alg"].as_str().unwrap_or_default().to_owned();
        let key = match alg.as_str() {
            // Signed, and then the signature was taken away.
            _ if name == "broken-stripped" => {
                page.paste("sign-key", &samples::secret()?).await?;
                let expected = samples::compact(&header, payload.as_bytes(), b"");
                harness::check::becomes("the stripped token", expected, async || {
                    page.text("sign-output").await
                })
                .await?;
                continue;
            }
            "none" => {
                page.click("sign-unsecured").await?;
                let expected = samples::compact(&header, payload.as_bytes(), b"");
                harness::check::becomes("the unsecured token", expected, async || {
                    page.text("sign-output").await
                })
                .await?;
                continue;
            }
            "HS256" => samples::secret()?,
            "ES256" => P256.to_owned(),
            "ES384" => samples::text("koppeltaal-es384-private.pem")?,
            _ => samples::text("koppeltaal-rs512-private.pem")?,
        };
        page.paste("sign-key", &key).await?;
        if name == "sd-jwt-vc" {
            // Its payload is not the one in the editor: digests stand for what may be withheld.
            harness::check::soon("an SD-JWT", async || {
                let token = page.text("sign-output").await?;
                let is_new = token.starts_with(&samples::compact(&header, b"", b"")[..20]);
                Ok((is_new && token.ends_with('~')).then_some(()))
            })
            .await?;
            continue;
        }
        let token = token_of(page, &header, &payload)
            .await
            .with_context(|| format!("{name}, {alg}"))?;
        let claims: serde_json::Value = serde_json::from_str(&samples::decoded(&token, 1)?)?;
        let now: i64 = DURING.parse()?;
        match claims["exp"].as_i64() {
            Some(exp) if name == "broken-expired" => ensure!(exp < now, "{name}: exp {exp}"),
            Some(exp) => ensure!(exp > now, "{name}: exp {exp}"),
            // A DPoP proof lives by its `iat`.
            None => ensure!(claims["iat"].is_i64(), "{name}: {claims}"),
        }
    }
    page.console_is_empty().await
}

async fn what_stands_in_the_editors_is_signed_byte_for_byte(page: &Page) -> Result<()> {
    let header = "{ \"typ\" : \"JWT\",\n\t\"alg\":\"HS256\" }";
    let payload = "{\"b\":1.0,\"a\":100002348117421473,\"b\":1e400,\"é\":\"\\u00e9\"}\n";
    page.open_at("#/sign").await?;
    page.input("sign-header", header).await?;
    page.input("sign-payload", payload).await?;
    page.input("sign-key", SECRET).await?;
    let token = token_of(page, header, payload).await?;
    page.browser_agrees(&token, "HS256", Opinion::Secret(SECRET))
        .await
}

/// The screen with a token on it.
pub(crate) async fn signed(page: &Page) -> Result<String> {
    page.open_at("#/sign").await?;
    page.input("sign-header", r#"{"alg":"HS256"}"#).await?;
    page.input("sign-payload", PAYLOAD).await?;
    page.input("sign-key", SECRET).await?;
    token_of(page, r#"{"alg":"HS256"}"#, PAYLOAD).await
}

/// The last good token is there, and is said to be that.
pub(crate) async fn is_kept(page: &Page, token: &str) -> Result<()> {
    harness::check::becomes("the last token, outdated", true, async || {
        is_outdated(page).await
    })
    .await?;
    ensure!(page.text("sign-output").await? == token, "another token");
    Ok(())
}

async fn a_broken_header_names_its_place_and_the_last_token_stays(page: &Page) -> Result<()> {
    let token = signed(page).await?;
    page.input("sign-header", "{\"alg\":\"HS256\",\n  \"typ\" \"JWT\"}")
        .await?;
    page.expect_text("sign-error", "ine 2, column 9").await?;
    is_kept(page, &token).await?;
    page.input("sign-header", r#"{"alg":"HS256"}"#).await?;
    token_of(page, r#"{"alg":"HS256"}"#, PAYLOAD).await?;
    page.expect_text("sign-error", "").await
}

async fn a_broken_payload_names_its_place_and_the_last_token_stays(page: &Page) -> Result<()> {
    let token = signed(page).await?;
    page.input(
        "sign-payload",
        "{\"sub\":\"jo\",\n  \"exp\": 1767226500,\n}",
    )
    .await?;
    page.expect_text("sign-error", "ine 3, column 1").await?;
    is_kept(page, &token).await
}

async fn a_missing_key_is_asked_for(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.input("sign-header", r#"{"alg":"RS256"}"#).await?;
    page.input("sign-payload", PAYLOAD).await?;
    page.expect_text("sign-error", "RSA").await?;
    ensure!(page.text("sign-output").await?.is_empty(), "a token");
    Ok(())
}

async fn a_public_key_does_not_sign(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.input("sign-header", r#"{"alg":"RS256"}"#).await?;
    page.input("sign-payload", PAYLOAD).await?;
    page.paste(
        "sign-key",
        &samples::fixture("koppeltaal/rs512-public.pem")?,
    )
    .await?;
    page.expect_text("sign-error", "public").await?;
    ensure!(page.text("sign-output").await?.is_empty(), "a token");
    Ok(())
}

async fn a_key_of_another_kind_is_named(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.input("sign-header", r#"{"alg":"ES256"}"#).await?;
    page.input("sign-payload", PAYLOAD).await?;
    page.paste("sign-key", &samples::text("koppeltaal-rs512-private.pem")?)
        .await?;
    for word in ["ES256", "P-256", "RSA 2048"] {
        page.expect_text("sign-error", word).await?;
    }
    Ok(())
}

async fn alg_none_is_made_on_purpose_only(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.input("sign-header", r#"{"alg":"none"}"#).await?;
    page.input("sign-payload", PAYLOAD).await?;
    page.expect_text("sign-error", "none").await?;
    ensure!(page.text("sign-output").await?.is_empty(), "unasked");
    page.click("sign-unsecured").await?;
    let expected = samples::compact(r#"{"alg":"none"}"#, PAYLOAD.as_bytes(), b"");
    harness::check::becomes("the unsecured token", expected, async || {
        page.text("sign-output").await
    })
    .await?;
    page.click("sign-open").await?;
    page.expect_state("verdict-signature", "unsecured").await
}

async fn editing_an_inspected_token_makes_a_draft_that_is_signed_on_purpose(
    page: &Page,
) -> Result<()> {
    let inspected = samples::workshop("Patient")?;
    let header = samples::decoded(&inspected, 0)?;
    let payload = samples::decoded(&inspected, 1)?;
    page.open().await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &inspected).await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    page.click("edit-as-draft").await?;
    page.expect_value("sign-header", &header).await?;
    page.expect_value("sign-payload", &payload).await?;
    let edited = payload.replace("Patient", "Internal");
    page.input("sign-payload", &edited).await?;
    page.paste("sign-key", &samples::secret()?).await?;
    // Typing more gives the page every chance to sign.
    page.type_keys("sign-payload", &char::from(Key::End).to_string())
        .await?;
    ensure!(page.text("sign-output").await?.is_empty(), "signed unasked");
    ensure!(page.value("token-input").await? == inspected, "changed");
    page.click("sign-release").await?;
    let token = token_of(page, &header, &edited).await?;
    page.browser_agrees(&token, "HS256", Opinion::Secret(&samples::secret()?))
        .await?;
    ensure!(page.value("token-input").await? == inspected, "changed");
    page.click("sign-open").await?;
    page.expect_value("token-input", &token).await?;
    page.expect_verdicts("ok", "valid", "ok").await
}
