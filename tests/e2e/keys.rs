//! The Keys screen: making keys, keeping them, converting and publishing them, and the way from a
//! key pair to a token request.

use anyhow::{Context, Result, bail, ensure};
use harness::check::{becomes, soon};
use harness::samples;
use harness::web_crypto::Opinion;
use harness::{Case, Page, cases};
use serde_json::{Value, json};

/// The tests of this file.
pub const ALL: &[Case] = cases!["keys":
    every_algorithm_has_a_key_of_its_kind,
    rsa_is_made_by_the_browser,
    rsa_is_made_by_the_worker_where_the_browser_cannot,
    making_a_key_can_be_cancelled_and_the_page_stays_alive,
    the_old_key_is_gone_from_the_click_on,
    a_key_says_of_itself_what_was_asked,
    a_secret_can_be_text_and_says_its_entropy,
    a_made_key_signs_and_the_browser_agrees,
    a_key_is_converted_to_every_spelling,
    what_is_no_key_is_named,
    a_key_makes_a_certificate_for_itself,
    the_shelf_is_saved_and_read_again,
    the_shelf_is_sealed_and_opened_with_its_password_only,
    leaving_with_unsaved_keys_asks,
    a_set_is_checked_and_never_holds_a_private_half,
    a_successor_stands_beside_the_old_key,
    from_a_key_pair_to_a_token_request,
];

/// The three texts, once a key is there.
pub(crate) async fn texts(page: &Page) -> Result<(Value, String, Value)> {
    let ask = async || {
        let private = page.text("key-private").await?;
        Ok((!private.is_empty()).then_some(private))
    };
    // RSA in the worker takes as long as it takes.
    let mut private = soon("a key", ask).await;
    for _ in 0..5 {
        if private.is_ok() {
            break;
        }
        private = soon("a key", ask).await;
    }
    let public = page.text("key-public").await?;
    let jwks = page.text("key-jwks").await?;
    Ok((
        serde_json::from_str(&private?)?,
        public,
        serde_json::from_str(&jwks)?,
    ))
}

pub(crate) async fn make(page: &Page, alg: &str) -> Result<(Value, String, Value)> {
    page.choose("key-spec", alg).await?;
    page.click("key-generate").await?;
    texts(page).await
}

async fn every_algorithm_has_a_key_of_its_kind(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    page.choose("key-spec", "ES256").await?;
    let options = page.all("[data-testid=key-spec] option").await?;
    let mut count = 0;
    for option in options {
        let alg = option.attribute("value").to_owned();
        let kty = match alg.as_str() {
            // RSA has tests of its own.
            alg if alg.starts_with("RS") || alg.starts_with("PS") => continue,
            alg if alg.starts_with("HS") || alg.starts_with('A') => "oct",
            "dir" => "oct",
            alg if alg.starts_with("PBES2") => "oct",
            alg if alg.starts_with("ES") || alg.starts_with("ECDH") => "EC",
            alg if alg.starts_with("ML-DSA") => "AKP",
            _ => "OKP",
        };
        if alg.starts_with("PBES2") {
            ensure!(alg.contains("HS"), "{alg}");
        }
        let (private, public, jwks) = make(page, &alg).await.context(alg.clone())?;
        ensure!(
            private["kty"] == kty && private["alg"] == alg.as_str(),
            "{private}"
        );
        if kty == "oct" {
            ensure!(jwks == json!({ "keys": [] }), "{jwks}");
            continue;
        }
        let one: Value = serde_json::from_str(&public)?;
        ensure!(jwks == json!({ "keys": [one] }), "{jwks}");
        ensure!(one["kid"] == private["kid"], "{one}");
        for member in ["d", "priv", "k"] {
            ensure!(one.get(member).is_none(), "{one}");
        }
        count += 1;
    }
    ensure!(count >= 14, "{count} kinds");
    page.choose("key-spec", "ECDH-ES").await?;
    page.choose("key-curve", "X25519").await?;
    page.click("key-generate").await?;
    becomes("the curve", json!("X25519"), async || {
        Ok(texts(page).await?.0["crv"].clone())
    })
    .await?;
    page.console_is_empty().await
}

async fn rsa_is_made_by_the_browser(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    for (alg, size, length) in [("RS256", "2048", 342), ("PS512", "3072", 512)] {
        page.choose("key-spec", alg).await?;
        page.choose("key-size", size).await?;
        page.click("key-generate").await?;
        let (private, _, jwks) = texts(page).await?;
        let modulus = private["n"].as_str().unwrap_or_default();
        ensure!(modulus.len() == length, "{size}: {}", modulus.len());
        ensure!(
            private["alg"] == alg && private["use"] == "sig",
            "{private}"
        );
        ensure!(private.get("ext").is_none(), "{private}");
        let one = &jwks["keys"][0];
        ensure!(one["n"] == private["n"] && one.get("d").is_none(), "{jwks}");
    }
    Ok(())
}

/// As on a page over plain http.
async fn without_web_crypto(page: &Page) -> Result<()> {
    let script = "Object.defineProperty(crypto, 'subtle', { value: undefined });";
    page.run(script, vec![]).await?;
    Ok(())
}

async fn rsa_is_made_by_the_worker_where_the_browser_cannot(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    without_web_crypto(page).await?;
    let (private, _, _) = make(page, "RS256").await?;
    ensure!(
        private["n"].as_str().unwrap_or_default().len() == 342,
        "{private}"
    );
    Ok(())
}

async fn making_a_key_can_be_cancelled_and_the_page_stays_alive(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    without_web_crypto(page).await?;
    page.choose("key-spec", "RS256").await?;
    page.choose("key-size", "4096").await?;
    page.click("key-generate").await?;
    // Another screen answers while the worker is at it.
    page.click_on("a[href='#/inspect']").await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_state("verdict-signature", "valid").await?;
    page.click_on("a[href='#/keys']").await?;
    if page.text("key-private").await?.is_empty() {
        page.click("key-cancel").await?;
        ensure!(
            page.text("key-private").await?.is_empty(),
            "a key after all"
        );
    }
    // The next key is made all the same.
    let (private, _, _) = make(page, "ES256").await?;
    ensure!(private["crv"] == "P-256", "{private}");
    Ok(())
}

async fn the_old_key_is_gone_from_the_click_on(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    make(page, "ES256").await?;
    // Looked at in the very turn of the click, before any answer can have come.
    let script = "
        document.querySelector('[data-testid=key-generate]').click();
        await new Promise(done => queueMicrotask(() => queueMicrotask(done)));
        return ['key-private', 'key-public', 'key-jwks'].map(id =>
            document.querySelector(`[data-testid=${id}]`).textContent);";
    let script = format!("return (async () => {{ {script} }})()");
    let seen = page.run(&script, vec![]).await?;
    ensure!(seen == json!(["", "", ""]), "{seen}");
    texts(page).await?;
    Ok(())
}

async fn a_key_says_of_itself_what_was_asked(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    page.choose("key-spec", "EdDSA").await?;
    page.choose("key-curve", "Ed448").await?;
    page.choose("key-kid", "own").await?;
    page.input("key-kid-name", "mine").await?;
    page.choose("key-purpose", "key_ops").await?;
    page.click("key-names-alg").await?;
    page.click("key-generate").await?;
    let (private, public, _) = texts(page).await?;
    let public: Value = serde_json::from_str(&public)?;
    ensure!(
        private["kid"] == "mine" && private["crv"] == "Ed448",
        "{private}"
    );
    ensure!(private["key_ops"] == json!(["sign"]), "{private}");
    ensure!(public["key_ops"] == json!(["verify"]), "{public}");
    for member in ["use", "alg"] {
        ensure!(private.get(member).is_none(), "{private}");
    }
    page.choose("key-kid", "none").await?;
    page.choose("key-purpose", "none").await?;
    page.click("key-generate").await?;
    becomes("a key without a name", true, async || {
        let (private, _, _) = texts(page).await?;
        Ok(private.get("kid").is_none() && private.get("key_ops").is_none())
    })
    .await
}

async fn a_secret_can_be_text_and_says_its_entropy(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    page.choose("key-spec", "HS256").await?;
    page.choose("key-size", "128").await?;
    page.choose("key-secret-form", "words").await?;
    page.click("key-generate").await?;
    let (private, _, _) = texts(page).await?;
    let text = page.text("key-text").await?;
    ensure!(text.split('-').count() == 8, "{text}");
    let k = private["k"].as_str().context("no k")?;
    ensure!(samples::decoded(k, 0)? == text, "{k} {text}");
    let notes = page.text_of(".keys-made .notes").await?;
    ensure!(notes.contains("128 bits"), "{notes}");
    // Shorter than its hash: a test may want that, and is told.
    ensure!(notes.contains("256"), "{notes}");
    Ok(())
}

async fn a_made_key_signs_and_the_browser_agrees(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    let (private, _, _) = make(page, "ES256").await?;
    page.click("key-convert").await?;
    page.choose("convert-spelling", "spki").await?;
    page.expect_text("convert-output", "BEGIN PUBLIC KEY")
        .await?;
    let spki = page.text("convert-output").await?;
    page.click("key-sign-with").await?;
    let kid = private["kid"].as_str().unwrap_or_default();
    let header = json!({ "alg": "ES256", "kid": kid }).to_string();
    page.input("sign-header", &header).await?;
    page.input("sign-payload", r#"{"sub":"jo"}"#).await?;
    let token = soon("a token", async || {
        let token = page.text("sign-output").await?;
        Ok(token
            .starts_with(&samples::compact(&header, br#"{"sub":"jo"}"#, b""))
            .then_some(token))
    })
    .await?;
    page.browser_agrees(&token, "ES256", Opinion::Spki(&spki))
        .await
}

async fn a_key_is_converted_to_every_spelling(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    let pem = samples::container("rsa-pkcs1.pem")?;
    page.paste("convert-input", &pem).await?;
    for (spelling, start) in [
        ("jwk-private", "{\n  \"kty\": \"RSA\""),
        ("pkcs8", "-----BEGIN PRIVATE KEY-----"),
        ("pkcs1", "-----BEGIN RSA PRIVATE KEY-----"),
        ("xml-private", "<RSAKeyValue><Modulus>"),
        (
            "env-private",
            "JWT_PRIVATE_KEY=\"-----BEGIN PRIVATE KEY-----\\n",
        ),
        ("spki", "-----BEGIN PUBLIC KEY-----"),
        ("jwks-public", "{\n  \"keys\": ["),
        (
            "thumbprint-uri",
            "urn:ietf:params:oauth:jwk-thumbprint:sha-256:",
        ),
    ] {
        let offered = format!("[data-testid=convert-spelling] option[value={spelling}]");
        soon(spelling, async || Ok(page.first(&offered).await?.map(drop))).await?;
        page.choose("convert-spelling", spelling).await?;
        soon(spelling, async || {
            let text = page.text("convert-output").await?;
            Ok(text.starts_with(start).then_some(()))
        })
        .await?;
    }
    page.choose("convert-spelling", "pkcs1").await?;
    becomes("the same PKCS #1", pem.trim().to_owned(), async || {
        Ok(page.text("convert-output").await?.trim().to_owned())
    })
    .await?;
    page.paste("convert-input", &samples::container("ed25519-spki.pem")?)
        .await?;
    page.expect_text("convert-output", "Ed25519").await?;
    let options = page.all("[data-testid=convert-spelling] option").await?;
    let private = options
        .iter()
        .filter(|option| option.attribute("value").contains("private"));
    ensure!(private.count() == 0, "a private spelling of a public key");
    Ok(())
}

async fn what_is_no_key_is_named(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    page.paste("convert-input", r#"{"kty":"EC","crv":"P-256"}"#)
        .await?;
    page.expect_text("convert-says", "lacks the member").await?;
    ensure!(page.text("convert-output").await?.is_empty(), "a spelling");
    Ok(())
}

async fn a_key_makes_a_certificate_for_itself(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    make(page, "ES384").await?;
    page.click_on("[data-testid=certificate] summary").await?;
    page.input("certificate-subject", "Jo's test").await?;
    page.choose("certificate-shelf", "1").await?;
    page.expect_text("certificate-pem", "BEGIN CERTIFICATE")
        .await?;
    let pem = page.text("certificate-pem").await?;
    page.paste("convert-input", &pem).await?;
    page.expect_text("convert-says", "Jo's test").await?;
    let x5c: Vec<String> = serde_json::from_str(&page.text("certificate-x5c").await?)?;
    ensure!(
        pem.replace('\n', "").contains(&x5c[0]),
        "another certificate"
    );
    Ok(())
}

/// From now on what is saved is kept in the page: the name and the text of each file.
pub(crate) async fn catch_files(page: &Page) -> Result<()> {
    let script = "
        window.saved = [];
        const make = URL.createObjectURL;
        URL.createObjectURL = blob => {
            // Workers start from such an address too.
            if (blob.type !== 'text/javascript') blob.text().then(text => window.saved.push(text));
            return make.call(URL, blob);
        };
        HTMLAnchorElement.prototype.click = function () {};";
    page.run(script, vec![]).await?;
    Ok(())
}

pub(crate) async fn saved(page: &Page) -> Result<String> {
    soon("a saved file", async || {
        let text = page
            .run("return window.saved.shift() ?? null", vec![])
            .await?;
        Ok(text.as_str().map(str::to_owned))
    })
    .await
}

/// Chooses a file with this text.
pub(crate) async fn choose_file(page: &Page, text: &str) -> Result<()> {
    let script = "
        const [text] = arguments;
        const control = document.querySelector('[data-testid=shelf-import]');
        const files = new DataTransfer();
        files.items.add(new File([text], 'keys.json'));
        control.files = files.files;
        control.dispatchEvent(new Event('change', { bubbles: true }));
        return true;";
    page.run(script, vec![json!(text)]).await?;
    Ok(())
}

pub(crate) async fn rows(page: &Page) -> Result<usize> {
    Ok(page.all("[data-testid=shelf] > li").await?.len())
}

async fn the_shelf_is_saved_and_read_again(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    catch_files(page).await?;
    make(page, "ES256").await?;
    make(page, "HS256").await?;
    becomes("two keys", 2, async || rows(page).await).await?;
    page.click("shelf-save").await?;
    let file = saved(page).await?;
    let set: Value = serde_json::from_str(&file)?;
    ensure!(
        set["keys"][0]["d"].is_string() && set["keys"][1]["k"].is_string(),
        "{set}"
    );
    for left in [1, 0] {
        page.click("shelf-remove").await?;
        becomes("keys left", left, async || rows(page).await).await?;
    }
    choose_file(page, &file).await?;
    becomes("the keys of the file", 2, async || rows(page).await).await?;
    // The same file again adds nothing.
    choose_file(page, &file).await?;
    page.expect_text("shelf-import-says", "0 keys").await?;
    ensure!(rows(page).await? == 2, "twice");
    choose_file(page, "no key at all").await?;
    page.expect_text("shelf-import-says", "no key").await
}

async fn the_shelf_is_sealed_and_opened_with_its_password_only(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    catch_files(page).await?;
    let (private, _, _) = make(page, "ES256").await?;
    page.input("shelf-password", "SECRET=correct horse").await?;
    page.click("shelf-seal").await?;
    let file = saved(page).await?;
    ensure!(file.split('.').count() == 5, "{file}");
    let header = samples::decoded(&file, 0)?;
    ensure!(header.contains("PBES2-HS512+A256KW"), "{header}");
    ensure!(
        !file.contains(private["d"].as_str().unwrap_or("?")),
        "in the open"
    );
    page.click("shelf-remove").await?;
    for (password, count) in [("wrong", 0), ("SECRET=correct horse", 1)] {
        choose_file(page, &file).await?;
        page.input("shelf-open-password", password).await?;
        page.click("shelf-open").await?;
        let word = if count == 0 {
            "does not open"
        } else {
            "1 key was put"
        };
        page.expect_text("shelf-import-says", word).await?;
        ensure!(rows(page).await? == count, "{password}");
    }
    Ok(())
}

/// Whether the browser would ask before the page is left.
pub(crate) async fn asks(page: &Page) -> Result<bool> {
    let script = "
        const event = new Event('beforeunload', { cancelable: true });
        window.dispatchEvent(event);
        return event.defaultPrevented;";
    Ok(page.run(script, vec![]).await? == Value::Bool(true))
}

async fn leaving_with_unsaved_keys_asks(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    catch_files(page).await?;
    ensure!(!asks(page).await?, "asks with an empty shelf");
    make(page, "ES256").await?;
    ensure!(asks(page).await?, "does not ask");
    page.click("shelf-save").await?;
    saved(page).await?;
    ensure!(!asks(page).await?, "asks though all is saved");
    make(page, "HS256").await?;
    ensure!(asks(page).await?, "does not ask for the second key");
    for _ in 0..2 {
        page.click("shelf-remove").await?;
    }
    becomes("asking", false, async || asks(page).await).await
}

pub(crate) async fn set(page: &Page) -> Result<Value> {
    let text = page.text("publish-jwks").await?;
    serde_json::from_str(&text).with_context(|| text)
}

async fn a_set_is_checked_and_never_holds_a_private_half(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    for alg in ["ES256", "HS256", "Ed25519"] {
        make(page, alg).await?;
    }
    becomes("the keys in the set", 2, async || {
        Ok(set(page).await?["keys"].as_array().map_or(0, Vec::len))
    })
    .await?;
    page.expect_code("publish-says", "publish-ok").await?;
    page.expect_code("publish-says", "publish-overlap").await?;
    let text = page.text("publish-jwks").await?;
    ensure!(!text.contains("\"d\"") && !text.contains("\"k\""), "{text}");
    page.click_on("[data-testid=publish-picks] input").await?;
    page.expect_code("publish-says", "publish-one-key").await?;
    ensure!(
        set(page).await?["keys"][0]["crv"] == "Ed25519",
        "{}",
        set(page).await?
    );
    page.choose("key-kid", "none").await?;
    make(page, "ES384").await?;
    page.expect_code("publish-says", "publish-no-kid").await?;
    page.expect_text("publish-headers", "Access-Control-Allow-Origin: *")
        .await?;
    page.input("publish-max-age", "60").await?;
    page.expect_text("publish-headers", "max-age=60").await
}

async fn a_successor_stands_beside_the_old_key(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    make(page, "ES384").await?;
    page.click("rotate").await?;
    becomes("both keys in the set", 2, async || {
        Ok(set(page).await?["keys"].as_array().map_or(0, Vec::len))
    })
    .await?;
    let both = set(page).await?;
    for key in both["keys"].as_array().context("no keys")? {
        ensure!(key["crv"] == "P-384" && key["alg"] == "ES384", "{key}");
    }
    ensure!(both["keys"][0]["kid"] != both["keys"][1]["kid"], "{both}");
    page.expect_text("rotate-plan", "The old one can go at")
        .await
}

async fn from_a_key_pair_to_a_token_request(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    catch_files(page).await?;
    page.click("story-pair").await?;
    let (private, _, _) = texts(page).await?;
    page.expect_text("story-pair-says", "RSA 2048").await?;
    page.click("story-set").await?;
    let jwks: Value = serde_json::from_str(&saved(page).await?)?;
    ensure!(jwks["keys"][0]["kid"] == private["kid"], "{jwks}");
    ensure!(jwks["keys"][0].get("d").is_none(), "{jwks}");
    page.input("story-client", "it's me").await?;
    page.click("story-assert").await?;
    page.expect_text("story-token", ".").await?;
    let token = page.text("story-token").await?;
    let header: Value = serde_json::from_str(&samples::decoded(&token, 0)?)?;
    let claims: Value = serde_json::from_str(&samples::decoded(&token, 1)?)?;
    ensure!(
        header["kid"] == private["kid"] && header["alg"] == "RS512",
        "{header}"
    );
    ensure!(
        claims["iss"] == "it's me" && claims["sub"] == "it's me",
        "{claims}"
    );
    let curl = page.text("story-curl").await?;
    ensure!(
        curl.contains(&format!("'client_assertion={token}'")),
        "{curl}"
    );
    ensure!(curl.contains("grant_type=client_credentials"), "{curl}");
    // What no longer belongs to the fields is not shown.
    page.input("story-client", "other").await?;
    becomes("no old assertion", String::new(), async || {
        page.text("story-token").await
    })
    .await?;
    page.input("story-client", "it's me").await?;
    page.click("story-verify").await?;
    page.expect_value("token-input", &token).await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    page.expect_text("key-read-as", "JWK Set").await?;
    if !page.value("key-input").await?.contains("\"keys\"") {
        bail!("no set in the key box");
    }
    Ok(())
}
