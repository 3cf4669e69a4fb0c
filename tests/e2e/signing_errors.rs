//! What the Sign screen says when something does not fit: each at its place, and the last good
//! token stays.

use anyhow::{Context, Result, ensure};
use harness::check::soon;
use harness::samples;
use harness::{Case, Page, cases};

use crate::sign::{P256, PAYLOAD, SECRET, is_kept, is_outdated, signed, token_of};

/// The tests of this file.
pub const ALL: &[Case] = cases!["signing_errors":
    what_does_not_fit_is_named_and_the_last_token_stays,
    a_short_secret_signs_and_is_called_weak,
    a_number_that_readers_change_is_named_with_its_place,
    an_unencoded_payload_with_a_dot_is_named_and_still_verifies,
    the_editors_say_what_was_expected_where,
    pretty_and_compact_change_white_space_only,
    a_token_is_encrypted_and_opens,
];

/// The warning of this code.
async fn warning(page: &Page, code: &str) -> Result<String> {
    let place = format!(".sign-result .note[data-code={code}]");
    soon(code, async || {
        Ok(page.first(&place).await?.map(|one| one.text))
    })
    .await
}

async fn what_does_not_fit_is_named_and_the_last_token_stays(page: &Page) -> Result<()> {
    let token = signed(page).await?;
    let p384 = samples::text("koppeltaal-es384-private.pem")?;
    let public = samples::container("p256-spki.pem")?;
    for (header, key, code, words) in [
        (r#"{"alg":"HS257"}"#, SECRET, "sign-alg-unknown", "HS257"),
        (r#"{"alg":7}"#, SECRET, "sign-alg-not-string", "alg"),
        (r#"{"typ":"JWT"}"#, SECRET, "sign-alg-missing", "alg"),
        // Another curve than the algorithm's.
        (
            r#"{"alg":"ES256"}"#,
            p384.as_str(),
            "sign-key-type",
            "P-384",
        ),
        (
            r#"{"alg":"ES256"}"#,
            public.as_str(),
            "sign-key-public",
            "public",
        ),
        (
            r#"{"alg":"HS256","crit":[]}"#,
            SECRET,
            "sign-crit-malformed",
            "crit",
        ),
        (
            r#"{"alg":"HS256","b64":false}"#,
            SECRET,
            "sign-b64-not-critical",
            "crit",
        ),
    ] {
        page.input("sign-header", header).await?;
        page.paste("sign-key", key).await?;
        soon(code, async || {
            let error = page.one("sign-error").await?;
            Ok((error.attribute("data-code") == code).then_some(()))
        })
        .await?;
        page.expect_text("sign-error", words).await?;
        is_kept(page, &token).await?;
    }
    Ok(())
}

async fn a_short_secret_signs_and_is_called_weak(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.input("sign-header", r#"{"alg":"HS512"}"#).await?;
    page.input("sign-payload", PAYLOAD).await?;
    page.input("sign-key", "short").await?;
    token_of(page, r#"{"alg":"HS512"}"#, PAYLOAD).await?;
    let text = warning(page, "sign-weak-hmac").await?;
    ensure!(text.contains("40 bits") && text.contains("512"), "{text}");
    Ok(())
}

async fn a_number_that_readers_change_is_named_with_its_place(page: &Page) -> Result<()> {
    signed(page).await?;
    let payload = "{\n  \"id\": 100002348117421473,\n  \"n\": 1e400}";
    page.input("sign-payload", payload).await?;
    // Signed as it stands, all the same.
    token_of(page, r#"{"alg":"HS256"}"#, payload).await?;
    let text = warning(page, "sign-payload-number").await?;
    for part in ["100002348117421473", "line 2", "column 9"] {
        ensure!(text.contains(part), "{text}");
    }
    Ok(())
}

async fn an_unencoded_payload_with_a_dot_is_named_and_still_verifies(page: &Page) -> Result<()> {
    signed(page).await?;
    let header = r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#;
    page.input("sign-header", header).await?;
    page.input("sign-payload", "{\"n\":\n1.5}").await?;
    let text = warning(page, "sign-payload-detached").await?;
    ensure!(text.contains("line 1, column 6"), "{text}");
    let token = page.text("sign-output").await?;
    ensure!(token.contains(".."), "{token}");
    // Its content goes along to Inspect.
    page.click("sign-open").await?;
    page.expect_value("token-input", &token).await?;
    page.expect_state("verdict-signature", "valid").await
}

async fn the_editors_say_what_was_expected_where(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    for (editor, text, place) in [
        ("sign-header", "{\"alg\" \"HS256\"}", "ine 1, column 8"),
        (
            "sign-payload",
            "{\n  \"a\": 1\n  \"b\": 2}",
            "ine 3, column 3",
        ),
    ] {
        page.input(editor, text).await?;
        let says = format!("{editor}-says");
        let said = soon("the place", async || {
            let said = page.first(&format!("#{says}")).await?.map(|one| one.text);
            Ok(said.filter(|text| text.contains(place)))
        })
        .await?;
        let expected = if editor == "sign-header" {
            "colon"
        } else {
            "comma"
        };
        ensure!(said.contains(expected), "{said}");
        let invalid = page.one(editor).await?;
        ensure!(invalid.attribute("aria-invalid") == "true", "{editor}");
    }
    Ok(())
}

async fn pretty_and_compact_change_white_space_only(page: &Page) -> Result<()> {
    let compact = "{\"b\":1.0,\"a\":100002348117421473,\"b\":1e400,\"é\":\"\\u00e9\"}";
    signed(page).await?;
    page.input("sign-payload", compact).await?;
    let button = |number: u8| {
        format!(".json-editor:has(#sign-payload) .panel-head button:nth-of-type({number})")
    };
    page.click_on(&button(1)).await?;
    let pretty = soon("several lines", async || {
        let text = page.value("sign-payload").await?;
        Ok(text.contains('\n').then_some(text))
    })
    .await?;
    ensure!(
        pretty.split_whitespace().collect::<String>() == compact,
        "{pretty}"
    );
    // What is shown is what is signed.
    token_of(page, r#"{"alg":"HS256"}"#, &pretty).await?;
    page.click_on(&button(2)).await?;
    page.expect_value("sign-payload", compact).await?;
    token_of(page, r#"{"alg":"HS256"}"#, compact).await?;
    Ok(())
}

async fn a_token_is_encrypted_and_opens(page: &Page) -> Result<()> {
    let secret = SECRET.get(..32).context("a secret")?;
    let rsa = samples::text("koppeltaal-rs512-private.pem")?;
    for (header, key) in [
        (r#"{"alg":"dir","enc":"A256GCM"}"#, secret),
        (
            r#"{"alg":"A256KW","enc":"A128CBC-HS256","zip":"DEF"}"#,
            secret,
        ),
        (r#"{"alg":"RSA-OAEP-256","enc":"A256GCM"}"#, rsa.as_str()),
        (r#"{"alg":"ECDH-ES+A128KW","enc":"A192GCM"}"#, P256),
    ] {
        page.client().goto("about:blank").await?;
        page.open_at("#/sign").await?;
        page.input("sign-header", header).await?;
        page.input("sign-payload", PAYLOAD).await?;
        page.paste("sign-key", key).await?;
        let token = soon(header, async || {
            let token = page.text("sign-output").await?;
            let is_it = token.split('.').count() == 5 && !is_outdated(page).await?;
            Ok(is_it.then_some(token))
        })
        .await?;
        page.click("sign-open").await?;
        page.expect_value("token-input", &token).await?;
        page.expect_state("verdict-signature", "decrypted").await?;
    }
    Ok(())
}
