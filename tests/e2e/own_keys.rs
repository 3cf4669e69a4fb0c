//! Keys that a person brings along: encrypted ones, what they say of themselves, how they are kept,
//! published, replaced, and taken through Koppeltaal's story.

use anyhow::{Context, Result, ensure};
use harness::check::{becomes, soon};
use harness::{Case, Page, cases, samples};
use serde_json::{Value, json};

use crate::keys::{asks, catch_files, choose_file, make, rows, saved, set, texts};
use crate::sign::{P256, PAYLOAD};

/// The tests of this file.
pub const ALL: &[Case] = cases!["own_keys":
    an_encrypted_key_signs_once_its_password_is_given,
    every_other_key_box_takes_an_encrypted_key,
    an_encrypted_file_is_put_on_the_shelf_with_its_password,
    an_encrypted_key_and_a_certificate_are_converted,
    what_a_jwk_says_besides_and_its_name_come_back,
    a_pem_gets_a_kid_an_alg_and_a_use,
    a_certificate_is_kept_and_published_with_its_key,
    a_certificate_needs_days,
    a_key_of_ones_own_name_needs_that_name,
    a_key_that_was_taken_off_can_be_put_back,
    a_key_that_a_template_brought_is_not_left_behind,
    the_key_to_replace_is_chosen_and_both_are_named,
    an_imported_key_goes_through_the_story,
    an_assertion_is_outdated_after_five_minutes,
];

/// The password of the encrypted fixtures.
const PASSWORD: &str = "letmein";

fn encrypted() -> Result<String> {
    samples::container("encrypted-aes256-sha256.pem")
}

async fn draft(page: &Page, header: &str) -> Result<()> {
    page.open_at("#/sign").await?;
    page.input("sign-header", header).await?;
    page.input("sign-payload", PAYLOAD).await
}

async fn is_good(page: &Page) -> Result<()> {
    becomes("the state", "good".to_owned(), async || {
        let result = page.first(".sign-result").await?;
        Ok(result.map_or_else(String::new, |one| one.attribute("data-state").to_owned()))
    })
    .await
}

/// The algorithm that the encrypted fixture signs with.
async fn an_encrypted_key_signs_once_its_password_is_given(page: &Page) -> Result<()> {
    draft(page, r#"{"alg":"ES256"}"#).await?;
    ensure!(
        !page.one("sign-key-password").await?.is_visible,
        "asked for nothing"
    );
    page.paste("sign-key", &encrypted()?).await?;
    page.expect_code("sign-error", "container-password-needed")
        .await?;
    page.expect_text("sign-key-says", "password").await?;
    page.input("sign-key-password", "wrong").await?;
    page.expect_code("sign-error", "container-password-wrong")
        .await?;
    ensure!(page.text("sign-output").await?.is_empty(), "a token");
    page.input("sign-key-password", PASSWORD).await?;
    is_good(page).await
}

async fn every_other_key_box_takes_an_encrypted_key(page: &Page) -> Result<()> {
    draft(page, r#"{"alg":"ES256"}"#).await?;
    page.paste("sign-key", P256).await?;
    is_good(page).await?;
    page.click_on("[data-testid=sign-form] summary").await?;
    page.choose("sign-serialization", "general").await?;
    page.click("sign-add-signer").await?;
    page.paste("sign-key-2", &encrypted()?).await?;
    page.expect_code("sign-error", "container-password-needed")
        .await?;
    page.input("sign-password-2", PASSWORD).await?;
    is_good(page).await?;
    page.choose("sign-serialization", "compact").await?;
    page.click("sign-sd").await?;
    page.click("sign-binding").await?;
    page.paste("sign-holder", &encrypted()?).await?;
    page.expect_code("sign-error", "container-password-needed")
        .await?;
    page.input("sign-holder-password", PASSWORD).await?;
    is_good(page).await?;
    // The proof is signed by that key: `cnf` has its public half.
    let payload = page.text("sign-signed-payload").await?;
    ensure!(payload.contains("cnf"), "{payload}");
    page.click("sign-sd").await?;
    page.click("sign-nested").await?;
    let outer = r#"{"alg":"ECDH-ES","enc":"A128GCM","cty":"JWT"}"#;
    page.input("sign-outer-header", outer).await?;
    page.paste("sign-outer-key", &encrypted()?).await?;
    page.expect_code("sign-error", "container-password-needed")
        .await?;
    page.input("sign-outer-password", PASSWORD).await?;
    is_good(page).await?;
    // What is typed for one box is not asked for in another.
    ensure!(
        !page.one("sign-key-password").await?.is_visible,
        "asked twice"
    );
    Ok(())
}

async fn an_encrypted_file_is_put_on_the_shelf_with_its_password(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    choose_file(page, &encrypted()?).await?;
    page.expect_text("shelf-import-says", "password is needed")
        .await?;
    page.input("shelf-open-password", "wrong").await?;
    page.click("shelf-open").await?;
    page.expect_text("shelf-import-says", "does not open")
        .await?;
    ensure!(rows(page).await? == 0, "a key without its password");
    // Another one can be tried at once.
    page.input("shelf-open-password", PASSWORD).await?;
    page.click("shelf-open").await?;
    page.expect_text("shelf-import-says", "1 key was put")
        .await?;
    ensure!(rows(page).await? == 1, "no key");
    page.choose("certificate-shelf", "1")
        .await
        .context("not private")
}

async fn an_encrypted_key_and_a_certificate_are_converted(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    page.paste("convert-input", &encrypted()?).await?;
    page.expect_text("convert-says", "password is needed")
        .await?;
    page.input("convert-password", PASSWORD).await?;
    page.expect_text("convert-output", "\"d\"").await?;
    // The certificate that a JWK carries stays in both of its halves.
    make(page, "ES256").await?;
    certificate_of_first_key(page).await?;
    page.expect_text("certificate-jwk", "x5c").await?;
    let jwk = page.text("certificate-jwk").await?;
    page.paste("convert-input", &jwk).await?;
    page.expect_text("convert-output", "\"x5c\"").await?;
    page.expect_text("convert-output", "x5t#S256").await
}

async fn what_a_jwk_says_besides_and_its_name_come_back(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    catch_files(page).await?;
    let mut jwk: Value = serde_json::from_str(P256)?;
    for (name, value) in [
        ("x5u", json!("https://a.example/c.pem")),
        ("x5t#S256", json!("AAAA")),
        ("ext", json!(true)),
        ("iat", json!(1_700_000_000)),
        ("note", json!({ "a": [1] })),
    ] {
        jwk[name] = value;
    }
    choose_file(page, &jwk.to_string()).await?;
    becomes("one key", 1, async || rows(page).await).await?;
    page.input_in("[data-testid=shelf] li > input", "Mine, for tests")
        .await?;
    page.click("shelf-save").await?;
    let file = saved(page).await?;
    let kept: Value = serde_json::from_str(&file)?;
    for name in ["x5u", "x5t#S256", "ext", "iat", "note"] {
        ensure!(kept["keys"][0][name] == jwk[name], "{name}: {file}");
    }
    // The same file adds nothing, though the name has changed.
    choose_file(page, &file).await?;
    page.expect_text("shelf-import-says", "0 keys").await?;
    page.click("shelf-remove").await?;
    choose_file(page, &file).await?;
    becomes("the name", json!("Mine, for tests"), async || {
        let script = "return document.querySelector('[data-testid=shelf] li > input')?.value";
        page.run(script, vec![]).await
    })
    .await?;
    // What is published has what is registered for everybody, and says what stays out.
    page.expect_code("publish-says", "publish-members-left-out")
        .await?;
    let published = set(page).await?;
    let key = &published["keys"][0];
    ensure!(
        key["x5u"] == jwk["x5u"] && key["x5t#S256"] == "AAAA",
        "{key}"
    );
    for name in ["note", "name", "d"] {
        ensure!(key.get(name).is_none(), "{key}");
    }
    Ok(())
}

async fn open_says(page: &Page) -> Result<()> {
    page.click_on("[data-testid=shelf-says] summary").await
}

async fn a_pem_gets_a_kid_an_alg_and_a_use(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    choose_file(page, &samples::container("rsa-pkcs8.pem")?).await?;
    for code in ["publish-no-kid", "publish-no-alg", "publish-no-use"] {
        soon(code, async || {
            let codes = page.codes("publish-says").await?;
            Ok(codes.iter().any(|one| one == code).then_some(()))
        })
        .await?;
    }
    open_says(page).await?;
    page.click("shelf-thumbprint").await?;
    page.choose("shelf-alg", "RS512").await?;
    page.choose("shelf-use", "sig").await?;
    page.expect_code("publish-says", "publish-ok").await?;
    let published = set(page).await?;
    let key = &published["keys"][0];
    let kid = key["kid"].as_str().unwrap_or_default();
    ensure!(kid.len() == 43, "{key}");
    ensure!(key["alg"] == "RS512" && key["use"] == "sig", "{key}");
    ensure!(asks(page).await?, "what was changed is not saved");
    page.choose("shelf-kid", "mine").await?;
    becomes("the kid", json!("mine"), async || {
        Ok(set(page).await?["keys"][0]["kid"].clone())
    })
    .await?;
    // An alg of another kind is not offered, and named where a JWK brings it.
    ensure!(
        page.choose("shelf-alg", "ES256").await.is_err(),
        "ES256 for RSA"
    );
    page.click("shelf-remove").await?;
    let wrong = P256.replacen('{', r#"{"kid":"a","use":"sig","alg":"ES384","#, 1);
    choose_file(page, &wrong).await?;
    page.expect_code("publish-says", "publish-alg-differs")
        .await?;
    open_says(page).await?;
    page.choose("shelf-alg", "ES256").await?;
    page.expect_code("publish-says", "publish-ok").await
}

async fn certificate_of_first_key(page: &Page) -> Result<()> {
    page.click_on("[data-testid=certificate] summary").await?;
    page.choose("certificate-shelf", "1").await
}

async fn a_certificate_is_kept_and_published_with_its_key(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    make(page, "ES256").await?;
    certificate_of_first_key(page).await?;
    page.expect_text("certificate-x5c", "[").await?;
    let x5c: Value = serde_json::from_str(&page.text("certificate-x5c").await?)?;
    page.click("certificate-keep").await?;
    page.expect_text("certificate-keep", "Kept").await?;
    becomes("the certificate in the set", x5c, async || {
        Ok(set(page).await?["keys"][0]["x5c"].clone())
    })
    .await?;
    // It is the certificate of that key, or a reader would say so.
    page.expect_code("publish-says", "publish-ok").await?;
    ensure!(set(page).await?["keys"][0]["x5t#S256"].is_string());
    Ok(())
}

async fn a_certificate_needs_days(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    make(page, "ES256").await?;
    for days in ["0", "99999", "-1", "x"] {
        page.input("certificate-days", days).await?;
        page.choose("certificate-shelf", "1").await?;
        page.expect_text("certificate-trouble", "from 1 to 65535")
            .await?;
        ensure!(page.text("certificate-pem").await?.is_empty(), "{days}");
    }
    page.input("certificate-days", "1").await?;
    page.choose("certificate-shelf", "1").await?;
    page.expect_text("certificate-pem", "BEGIN CERTIFICATE")
        .await?;
    ensure!(page.text("certificate-trouble").await?.is_empty());
    Ok(())
}

async fn a_key_of_ones_own_name_needs_that_name(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    page.choose("key-kid", "own").await?;
    let is_disabled = async || {
        let script = "return document.querySelector('[data-testid=key-generate]').disabled";
        page.run(script, vec![]).await
    };
    becomes("no name, no key", json!(true), is_disabled).await?;
    page.input("key-kid-name", " ").await?;
    becomes("a blank name", json!(true), is_disabled).await?;
    page.input("key-kid-name", "a").await?;
    becomes("a name", json!(false), is_disabled).await?;
    make(page, "ES256").await?;
    page.input("shelf-password", "x").await?;
    page.expect_text("shelf-sealing", "short").await
}

async fn a_key_that_was_taken_off_can_be_put_back(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    let (private, _, _) = make(page, "ES256").await?;
    page.click("shelf-remove").await?;
    becomes("no key", 0, async || rows(page).await).await?;
    page.click("shelf-put-back").await?;
    becomes("the key", 1, async || rows(page).await).await?;
    ensure!(set(page).await?["keys"][0]["kid"] == private["kid"]);
    ensure!(
        !page.one("shelf-put-back").await?.is_visible,
        "put back twice"
    );
    Ok(())
}

async fn a_key_that_a_template_brought_is_not_left_behind(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    ensure!(!asks(page).await?, "asks with nothing there");
    page.choose("sign-template", "dpop").await?;
    becomes("the page asks", true, async || asks(page).await).await?;
    page.click_on("a[href='#/keys']").await?;
    becomes("the key of the proof", 1, async || rows(page).await).await
}

async fn the_key_to_replace_is_chosen_and_both_are_named(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    choose_file(page, &samples::container("p256-spki.pem")?).await?;
    becomes("one key", 1, async || rows(page).await).await?;
    // A public key alone has no successor, and that is said.
    ensure!(page.one("rotate-none").await?.is_visible, "no reason");
    let (first, _, _) = make(page, "ES384").await?;
    make(page, "Ed25519").await?;
    choose_file(page, &samples::container("rsa-pkcs8.pem")?).await?;
    becomes("four keys", 4, async || rows(page).await).await?;
    ensure!(!page.one("rotate-none").await?.is_visible);
    page.choose("rotate-key", "2").await?;
    page.click("rotate").await?;
    let plan = soon("a plan", async || {
        let plan = page.text("rotate-plan").await?;
        Ok((!plan.is_empty()).then_some(plan))
    })
    .await?;
    let published = set(page).await?;
    let keys = published["keys"].as_array().context("no keys")?;
    let newest = keys.last().context("no key")?;
    ensure!(
        newest["crv"] == "P-384" && newest["alg"] == "ES384",
        "{newest}"
    );
    for kid in [&first["kid"], &newest["kid"]] {
        ensure!(plan.contains(kid.as_str().unwrap_or("?")), "{plan}");
    }
    // A PEM says no alg: its successor is one of its kind.
    page.choose("rotate-key", "4").await?;
    page.click("rotate").await?;
    becomes("an RSA key", json!("RSA"), async || {
        let keys = set(page).await?;
        let last = keys["keys"]
            .as_array()
            .and_then(|keys| keys.last().cloned());
        Ok(last.unwrap_or_default()["kty"].clone())
    })
    .await
}

async fn assertion(page: &Page) -> Result<(Value, String)> {
    page.click("story-assert").await?;
    page.expect_text("story-token", ".").await?;
    let token = page.text("story-token").await?;
    Ok((serde_json::from_str(&samples::decoded(&token, 0)?)?, token))
}

async fn an_imported_key_goes_through_the_story(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    make(page, "HS256").await?;
    choose_file(page, &samples::container("p256-spki.pem")?).await?;
    choose_file(page, &samples::container("x25519-pkcs8.pem")?).await?;
    becomes("three keys", 3, async || rows(page).await).await?;
    // A secret, a public key and one that only agrees sign no assertion.
    ensure!(!page.one("story-shelf").await?.is_visible, "offered");
    let files = [
        ("rsa-pkcs8.pem", "RS512"),
        ("p256-pkcs8.pem", "ES256"),
        ("p384-pkcs8.pem", "ES384"),
        ("ed25519-pkcs8.pem", "EdDSA"),
    ];
    for (index, (file, alg)) in files.into_iter().enumerate() {
        choose_file(page, &samples::container(file)?).await?;
        becomes("one more", index + 4, async || rows(page).await).await?;
        page.choose("story-shelf", &(index + 4).to_string()).await?;
        page.expect_text("story-pair-says", "thumbprint").await?;
        page.expect_text("story-pair-says", alg).await?;
        let (header, _) = assertion(page).await.context(file)?;
        ensure!(header["alg"] == alg, "{header}");
        ensure!(
            header["kid"].as_str().is_some_and(|kid| kid.len() == 43),
            "{header}"
        );
    }
    page.click("story-verify").await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    page.expect_text("key-read-as", "JWK Set").await
}

async fn an_assertion_is_outdated_after_five_minutes(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    page.choose("story-alg", "ES384").await?;
    page.click("story-pair").await?;
    texts(page).await?;
    assertion(page).await?;
    page.expect_text("story-until", "until").await?;
    let state = async || {
        Ok(page
            .one("story-until")
            .await?
            .attribute("data-outdated")
            .to_owned())
    };
    ensure!(state().await? != "true", "outdated at once");
    let later = "const now = Date.now; Date.now = () => now() + 301000;";
    page.run(later, vec![]).await?;
    becomes("outdated", "true".to_owned(), state).await?;
    page.expect_text("story-until", "Sign a new one").await?;
    assertion(page).await?;
    becomes("fresh again", String::new(), state).await
}
