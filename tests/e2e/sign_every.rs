//! Sign with keys that were brought along, to several recipients, as JSON; times and names typed by
//! hand; and the errors of the outer encryption.

use anyhow::{Result, ensure};
use harness::check::{becomes, soon};
use harness::samples;
use harness::{Case, Page, cases};
use serde_json::{Value, json};

use crate::sign::{P256, PAYLOAD, SECRET, signed};

/// The tests of this file.
pub const ALL: &[Case] = cases!["sign_every":
    every_kind_of_imported_key_signs,
    three_recipients_open_one_token,
    an_sd_jwt_as_json_verifies,
    errors_of_the_outer_encryption_are_named_there,
    moments_are_taken_as_typed_or_named,
    a_bound_token_that_is_made_anew_is_bound_anew,
    names_are_those_of_the_object_that_is_typed_into,
    a_table_takes_paths_dates_and_empty_texts,
    alg_follows_what_the_key_says,
];

async fn draft(page: &Page, header: &str, payload: &str) -> Result<()> {
    page.open_at("#/sign").await?;
    page.input("sign-header", header).await?;
    page.input("sign-payload", payload).await
}

/// The token that was made, once it is another one than `before`.
async fn another(page: &Page, what: &str, before: &str) -> Result<String> {
    soon(what, async || {
        let state = page.first(".sign-result").await?;
        let is_good = state.is_some_and(|one| one.attribute("data-state") == "good");
        let token = page.text("sign-output").await?;
        Ok((is_good && !token.is_empty() && token != before).then_some(token))
    })
    .await
}

async fn every_kind_of_imported_key_signs(page: &Page) -> Result<()> {
    draft(page, "", PAYLOAD).await?;
    let mut before = String::new();
    for (alg, file) in [
        ("ES512", "p521-pkcs8.pem"),
        ("ES384", "p384-sec1.pem"),
        ("ES256K", "secp256k1-pkcs8.pem"),
        ("Ed448", "ed448-pkcs8.pem"),
        ("EdDSA", "ed25519-pkcs8.pem"),
        ("ML-DSA-44", "ml-dsa-44-pkcs8.pem"),
        ("PS384", "rsa-pkcs1.pem"),
    ] {
        let header = json!({ "alg": alg }).to_string();
        page.input("sign-header", &header).await?;
        page.paste("sign-key", &samples::container(file)?).await?;
        before = another(page, alg, &before).await?;
        ensure!(samples::decoded(&before, 0)? == header, "{before}");
        page.click("sign-open").await?;
        page.expect_value("token-input", &before).await?;
        page.expect_state("verdict-signature", "valid").await?;
        page.click_on("a[href='#/sign']").await?;
    }
    Ok(())
}

async fn three_recipients_open_one_token(page: &Page) -> Result<()> {
    draft(page, r#"{"enc":"A256GCM"}"#, PAYLOAD).await?;
    let aes = r#"{"kty":"oct","k":"GawgguFyGrWKav7AX4VKUg"}"#;
    page.paste("sign-key", aes).await?;
    page.click_on("[data-testid=sign-form] summary").await?;
    page.choose("sign-serialization", "general").await?;
    page.input("sign-unprotected", r#"{"alg":"A128KW","kid":"a"}"#)
        .await?;
    let one = another(page, "one recipient", "").await?;
    ensure!(one.matches("\"encrypted_key\"").count() == 1, "{one}");
    for (number, alg, key) in [
        (2, "RSA-OAEP-256", samples::container("rsa-spki.pem")?),
        (3, "ECDH-ES+A256KW", samples::container("p256-spki.pem")?),
    ] {
        page.click("sign-add-signer").await?;
        // A recipient has an alg that encrypts; the fix makes it one.
        page.expect_code("sign-error", "decrypt-alg-unknown")
            .await?;
        let header = json!({ "alg": alg }).to_string();
        page.input(&format!("sign-header-{number}"), &header)
            .await?;
        page.expect_text("sign-error", &format!("Signer {number}"))
            .await?;
        page.paste(&format!("sign-key-{number}"), &key).await?;
    }
    page.input("sign-aad", "for this record only").await?;
    let token = soon("three recipients", async || {
        let token = page.text("sign-output").await?;
        let is_it = token.matches("\"encrypted_key\"").count() == 3 && token.contains("\"aad\"");
        Ok(is_it.then_some(token))
    })
    .await?;
    page.click("sign-open").await?;
    page.expect_value("token-input", &token).await?;
    for key in [
        aes.to_owned(),
        samples::container("rsa-pkcs8.pem")?,
        samples::container("p256-pkcs8.pem")?,
    ] {
        page.empty("key-input").await?;
        page.expect_state("verdict-signature", "encrypted").await?;
        page.paste("key-input", &key).await?;
        page.expect_state("verdict-signature", "decrypted").await?;
        page.expect_text("decoded-payload", "jo").await?;
    }
    // Outside of such a token there is no room for additional data, and that is said.
    page.click_on("a[href='#/sign']").await?;
    page.choose("sign-serialization", "compact").await?;
    page.input("sign-header", r#"{"alg":"A128KW","enc":"A256GCM"}"#)
        .await?;
    page.expect_code("sign-error", "sign-aad-nowhere").await?;
    page.input("sign-aad", "").await?;
    another(page, "without it", &token).await?;
    Ok(())
}

async fn an_sd_jwt_as_json_verifies(page: &Page) -> Result<()> {
    let payload = r#"{"iss":"https://a.example","name":"Jo","address":{"city":"U"}}"#;
    draft(page, r#"{"alg":"ES256"}"#, payload).await?;
    page.paste("sign-key", P256).await?;
    page.click_on("[data-testid=sign-form] summary").await?;
    page.click("sign-sd").await?;
    page.click_on("[data-pointer=\"/address/city\"]").await?;
    page.input("sign-decoys", "2").await?;
    page.click("sign-binding").await?;
    page.paste("sign-holder", &samples::container("ed25519-pkcs8.pem")?)
        .await?;
    for serialization in ["flattened", "general"] {
        page.choose("sign-serialization", serialization).await?;
        let token = soon(serialization, async || {
            let token = page.text("sign-output").await?;
            let is_it = token.contains("\"kb_jwt\"")
                && token.contains("\"signatures\"") == (serialization == "general");
            Ok(is_it.then_some(token))
        })
        .await?;
        ensure!(token.matches("\"disclosures\"").count() == 1, "{token}");
        // Two decoys beside the digest, in the nested object too.
        let payload: Value = serde_json::from_str(&page.text("sign-signed-payload").await?)?;
        let digests = payload["address"]["_sd"].as_array().map(Vec::len);
        ensure!(digests == Some(3), "{payload}");
        page.click("sign-open").await?;
        page.expect_value("token-input", &token).await?;
        page.expect_state("verdict-signature", "valid").await?;
        page.click_on("a[href='#/sign']").await?;
    }
    page.click("sign-detached").await?;
    page.expect_code("sign-error", "sign-sd-jwt-compact").await
}

async fn errors_of_the_outer_encryption_are_named_there(page: &Page) -> Result<()> {
    signed(page).await?;
    page.click_on("[data-testid=sign-form] summary").await?;
    page.click("sign-nested").await?;
    let key = &SECRET[..32];
    for (header, key, code) in [
        ("{", key, "sign-header-not-json"),
        (r#"{"alg":"HS256"}"#, key, "sign-outer-not-encryption"),
        (r#"{"alg":"x","enc":"A256GCM"}"#, key, "decrypt-alg-unknown"),
        (r#"{"alg":"A256KW","enc":"x"}"#, key, "decrypt-enc-unknown"),
        (
            r#"{"alg":"RSA-OAEP-256","enc":"A256GCM"}"#,
            key,
            "decrypt-needs-rsa",
        ),
        (
            r#"{"alg":"A256KW","enc":"A256GCM"}"#,
            "",
            "sign-jwe-key-missing",
        ),
    ] {
        page.input("sign-outer-key", key).await?;
        page.input("sign-outer-header", header).await?;
        page.expect_code("sign-error", code).await?;
        if code != "sign-outer-not-encryption" {
            page.expect_text("sign-error", "around the token").await?;
        }
        // The draft's own header and key are not blamed.
        for own in ["#sign-header-says", "[data-testid=sign-key-says]"] {
            ensure!(page.text_of(own).await?.is_empty(), "{code} at {own}");
        }
    }
    Ok(())
}

async fn moments_are_taken_as_typed_or_named(page: &Page) -> Result<()> {
    draft(page, r#"{"alg":"HS256"}"#, "{}").await?;
    for (typed, claims) in [
        ("1700000000.5", r#"{"exp": 1700000000.5}"#),
        ("2027-01-01T00:00Z", r#"{"exp": 1798761600}"#),
    ] {
        page.choose("sign-time-date", typed).await?;
        page.expect_value("sign-payload", claims).await?;
    }
    for typed in ["tomorrow", "2027-02-30", "1e400"] {
        page.choose("sign-time-date", typed).await?;
        soon(typed, async || {
            let says = page.text_of(".sign-times").await?;
            Ok(says.contains("This is no moment").then_some(()))
        })
        .await?;
        page.expect_value("sign-payload", r#"{"exp": 1798761600}"#)
            .await?;
    }
    page.choose("sign-time-date", "2027-01-01").await?;
    becomes("nothing to say", false, async || {
        Ok(page
            .text_of(".sign-times")
            .await?
            .contains("This is no moment"))
    })
    .await
}

/// With the cursor in the payload, and its times kept fresh: whatever else changes makes a token
/// that starts to live now, and its proof says so too.
async fn a_bound_token_that_is_made_anew_is_bound_anew(page: &Page) -> Result<()> {
    let now = page
        .run("return Math.floor(Date.now() / 1000)", vec![])
        .await?;
    let now = now.as_i64().unwrap_or_default();
    let payload = json!({ "iss": "https://a.example", "exp": now + 900, "name": "Jo" });
    draft(page, r#"{"alg":"ES256"}"#, &payload.to_string()).await?;
    page.paste("sign-key", P256).await?;
    page.click("sign-fresh").await?;
    page.click_on("[data-testid=sign-form] summary").await?;
    page.click("sign-sd").await?;
    page.click_on("[data-pointer=\"/name\"]").await?;
    page.click("sign-binding").await?;
    page.paste("sign-holder", &samples::container("ed25519-pkcs8.pem")?)
        .await?;
    let first = soon("a bound token", async || {
        let token = page.text("sign-output").await?;
        Ok((token.contains('~') && !token.ends_with('~')).then_some(token))
    })
    .await?;
    page.click_on("[data-testid=sign-payload]").await?;
    let later = "const now = Date.now; Date.now = () => now() + 1200000;";
    page.run(later, vec![]).await?;
    page.input("sign-header", r#"{"alg":"ES256","typ":"JWT"}"#)
        .await?;
    soon("a token of later", async || {
        let token = page.text("sign-output").await?;
        let Some(proof) = token.rsplit('~').next().filter(|one| !one.is_empty()) else {
            return Ok(None);
        };
        if token == first {
            return Ok(None);
        }
        let issued = token.split('~').next().unwrap_or_default();
        let claims: Value = serde_json::from_str(&samples::decoded(issued, 1)?)?;
        let bound: Value = serde_json::from_str(&samples::decoded(proof, 1)?)?;
        let exp = claims["exp"].as_i64().unwrap_or_default() - now;
        let iat = bound["iat"].as_i64().unwrap_or_default() - now;
        Ok(((2_090..2_200).contains(&exp) && (1_190..1_300).contains(&iat)).then_some(()))
    })
    .await
}

async fn offered(page: &Page, editor: &str) -> Result<Vec<String>> {
    let rows = page
        .all(&format!("section:has(#{editor}) [data-name]"))
        .await?;
    Ok(rows
        .iter()
        .map(|row| row.attribute("data-name").to_owned())
        .collect())
}

async fn names_are_those_of_the_object_that_is_typed_into(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.type_keys("sign-payload", "{\"cnf\":{\"j").await?;
    let names = soon("names", async || {
        let names = offered(page, "sign-payload").await?;
        Ok((!names.is_empty()).then_some(names))
    })
    .await?;
    ensure!(
        names.iter().any(|name| name == "jkt") && !names.iter().any(|name| name == "jti"),
        "{names:?}"
    );
    // Typing elsewhere takes the list away.
    page.type_keys("sign-header", "{\"al").await?;
    becomes("no stale names", Vec::<String>::new(), async || {
        offered(page, "sign-payload").await
    })
    .await?;
    soon("alg", async || {
        let names = offered(page, "sign-header").await?;
        Ok(names.iter().any(|name| name == "alg").then_some(()))
    })
    .await?;
    page.empty("sign-header").await?;
    page.type_keys("sign-header", "{\"jwk\":{\"cr").await?;
    soon("members of a key", async || {
        let names = offered(page, "sign-header").await?;
        Ok((names == ["crv"]).then_some(()))
    })
    .await
}

async fn a_table_takes_paths_dates_and_empty_texts(page: &Page) -> Result<()> {
    signed(page).await?;
    page.input(
        "sign-payload",
        r#"{"sub":"x","exp":1,"address":{"city":"U"}}"#,
    )
    .await?;
    page.click_on("[data-testid=batch] summary").await?;
    page.input(
        "batch-table",
        "sub,exp,/address/city\n\"\",2027-01-01T00:00Z,A\n,2,\n",
    )
    .await?;
    page.click("batch-make").await?;
    page.expect_text("batch-says", "2 tokens of 2").await?;
    let made = page.text("batch-tokens").await?;
    let payloads: Vec<String> = made
        .lines()
        .map(|line| samples::decoded(line, 1))
        .collect::<Result<_>>()?;
    ensure!(
        payloads
            == [
                r#"{"sub":"","exp":1798761600,"address":{"city":"A"}}"#,
                r#"{"sub":"x","exp":2,"address":{"city":"U"}}"#,
            ],
        "{payloads:?}"
    );
    page.input("batch-table", "{\"sub\":1,\"sub\":2}\n").await?;
    page.click("batch-make").await?;
    page.expect_text("batch-failures", "more than once").await
}

async fn alg_follows_what_the_key_says(page: &Page) -> Result<()> {
    // The key says what it is for: that is what the header is set to, and its name with it.
    draft(page, r#"{"alg":"ES256","kid":"another"}"#, PAYLOAD).await?;
    let own = P256.replacen('{', r#"{"alg":"ES256","kid":"mine","#, 1);
    page.paste("sign-key", &own).await?;
    page.click("sign-fix-kid").await?;
    page.expect_value("sign-header", r#"{"alg":"ES256","kid":"mine"}"#)
        .await?;
    let rsa = samples::container("rsa-pkcs8.pem")?;
    page.click_on("a[href='#/keys']").await?;
    page.paste("convert-input", &rsa).await?;
    page.choose("convert-spelling", "jwk-private").await?;
    let text = soon("a JWK", async || {
        let text = page.text("convert-output").await?;
        Ok(text.starts_with('{').then_some(text))
    })
    .await?;
    page.click_on("a[href='#/sign']").await?;
    page.paste("sign-key", &text.replacen('{', r#"{"alg":"RS512","#, 1))
        .await?;
    page.click("sign-fix-alg").await?;
    page.expect_value("sign-header", r#"{"alg":"RS512","kid":"mine"}"#)
        .await
}
