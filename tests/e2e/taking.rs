//! Taking a signed token along in every form, several signers, and many tokens from a table.

use anyhow::{Result, ensure};
use harness::check::soon;
use harness::samples;
use harness::web_crypto::Opinion;
use harness::{Case, Page, cases};

use crate::sign::{PAYLOAD, SECRET, is_outdated, signed, token_of};

/// The tests of this file.
pub const ALL: &[Case] = cases!["taking":
    a_token_is_taken_along_in_every_form,
    what_a_template_is_for_is_offered_first,
    an_address_belongs_to_its_template_and_has_to_be_one,
    a_proof_goes_along_with_the_access_token_that_it_hashes,
    a_launch_is_posted_as_koppeltaal_does,
    tokens_that_nobody_sends_are_not_offered_as_a_header,
    several_sign_and_each_signature_verifies,
    ten_thousand_tokens_are_made_within_seconds,
    a_batch_can_be_cancelled_and_keeps_what_it_made,
    what_is_wrong_with_a_table_is_named_by_row_and_column,
];

/// The text of the taken token, once it is what `is_it` says.
async fn taken(page: &Page, what: &str, is_it: impl Fn(&str) -> bool) -> Result<String> {
    soon(what, async || {
        let text = page.text("sign-taken").await?;
        Ok(is_it(&text).then_some(text))
    })
    .await
}

async fn a_token_is_taken_along_in_every_form(page: &Page) -> Result<()> {
    let token = signed(page).await?;
    page.choose("sign-take", "curl").await?;
    page.input("sign-take-url", "https://it's.example/").await?;
    let url = "curl 'https://it'\\''s.example/' \\\n ";
    for (form, start) in [
        ("token", token.clone()),
        ("header", format!("Authorization: Bearer {token}")),
        ("dpop", format!("DPoP: {token}")),
        ("curl", format!("{url} -H 'Authorization: Bearer {token}'")),
        (
            "assertion",
            format!("{url} --data-urlencode 'grant_type=client_credentials'"),
        ),
        ("launch", "<!doctype html>".to_owned()),
        ("env", format!("JWT='{token}'")),
        ("javascript", "// npm install jose".to_owned()),
        ("python", "# pip install".to_owned()),
        ("csharp", "// dotnet add package".to_owned()),
        ("java", "// io.jsonwebtoken".to_owned()),
        ("go", "// go get".to_owned()),
        ("rust", "// cargo add".to_owned()),
    ] {
        page.choose("sign-take", form).await?;
        taken(page, form, |text| {
            text.starts_with(&start) && text.contains(&token)
        })
        .await?;
    }
    // A program that makes one like it, in each language.
    for (form, start) in [
        ("make-javascript", "// npm install jose"),
        ("make-python", "# pip install"),
        ("make-csharp", "// dotnet add package"),
        ("make-java", "// io.jsonwebtoken"),
        ("make-go", "// go get"),
        ("make-rust", "// cargo add"),
    ] {
        page.choose("sign-take", form).await?;
        taken(page, form, |text| {
            text.starts_with(start) && text.contains("jo") && !text.contains(&token)
        })
        .await?;
    }
    // The secret that stands in a program is not there unsaid.
    page.expect_text("sign-take-says", "secret").await?;
    // What its library would refuse is not offered, and why is said.
    page.input("sign-key", "short").await?;
    for form in ["java", "make-csharp"] {
        page.choose("sign-take", form).await?;
        page.expect_text("sign-take-says", "refuses a key of 40 bits")
            .await?;
        ensure!(page.text("sign-taken").await?.is_empty(), "{form}");
    }
    page.input("sign-key", SECRET).await?;
    page.choose("sign-take", "python").await?;
    // The last good token stays, and is called that.
    page.input("sign-payload", "{").await?;
    soon("outdated", async || {
        Ok(page
            .first(".take-outdated")
            .await?
            .filter(|one| one.is_visible))
    })
    .await?;
    page.input("sign-payload", PAYLOAD).await?;
    // What a header cannot hold is not put into one.
    page.click_on("[data-testid=sign-form] summary").await?;
    page.choose("sign-serialization", "flattened").await?;
    page.choose("sign-take", "header").await?;
    page.expect_text("sign-take-says", "Compact").await?;
    ensure!(page.text("sign-taken").await?.is_empty(), "a header");
    page.choose("sign-take", "python").await?;
    page.expect_text("sign-take-says", "Compact").await
}

async fn what_a_template_is_for_is_offered_first(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    let rsa = samples::text("koppeltaal-rs512-private.pem")?;
    page.paste("sign-key", &rsa).await?;
    for (template, start, part) in [
        (
            "client-assertion",
            "curl 'https://auth.koppeltaal.example/oauth2/token'",
            "client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        ),
        (
            "hti-launch",
            "<!doctype html>",
            "name=\"token\" value=\"ewog",
        ),
        ("plain", "Authorization: Bearer ", "ewog"),
    ] {
        page.choose("sign-template", template).await?;
        if template == "plain" {
            page.input("sign-key", SECRET).await?;
        }
        taken(page, template, |text| {
            text.starts_with(start) && text.contains(part)
        })
        .await?;
    }
    // Opened as a file, the page of a launch posts the token by itself.
    let plain = page.text("sign-output").await?;
    page.paste("sign-key", &rsa).await?;
    page.choose("sign-template", "hti-launch").await?;
    page.input("sign-take-url", "https://module.example/launch?a=1&b=\"")
        .await?;
    let token = soon("the token of the launch", async || {
        let token = page.text("sign-output").await?;
        Ok((token.contains('.') && token != plain).then_some(token))
    })
    .await?;
    let text = taken(page, "the address", |text| {
        text.contains("a=1&amp;b=&quot;") && text.contains(&token)
    })
    .await?;
    // The page itself lets no text become a document (Trusted Types), an empty one does.
    page.client().goto("about:blank").await?;
    let posted = page
        .run(
            "const page = new DOMParser().parseFromString(arguments[0], 'text/html'); \
             const form = page.forms[0]; \
             return [form.method, form.getAttribute('action'), new FormData(form).get('token'), \
               page.querySelector('script').textContent];",
            vec![text.into()],
        )
        .await?;
    ensure!(
        posted
            == serde_json::json!([
                "post",
                "https://module.example/launch?a=1&b=\"",
                token,
                "document.forms[0].submit();"
            ]),
        "{posted}"
    );
    Ok(())
}

async fn an_address_belongs_to_its_template_and_has_to_be_one(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    let rsa = samples::text("koppeltaal-rs512-private.pem")?;
    page.paste("sign-key", &rsa).await?;
    page.choose("sign-template", "client-assertion").await?;
    taken(page, "the scope", |text| {
        text.contains("'scope=system/*.read'")
    })
    .await?;
    page.input("sign-take-scope", "system/Patient.rs").await?;
    taken(page, "another scope", |text| {
        text.contains("'scope=system/Patient.rs'")
    })
    .await?;
    page.input("sign-take-url", "https://own.example/token")
        .await?;
    taken(page, "the address", |text| {
        text.contains("'https://own.example/token'")
    })
    .await?;
    for url in ["", "javascript:alert(1)", "not a url"] {
        page.input("sign-take-url", url).await?;
        page.expect_text("sign-take-says", "address is missing")
            .await?;
        ensure!(page.text("sign-taken").await?.is_empty(), "{url}");
    }
    // Another template has its own audience again, and its own scope.
    page.choose("sign-template", "private-key-jwt").await?;
    let text = taken(page, "its own address", |text| {
        text.starts_with("curl 'https://") && !text.contains("own.example")
    })
    .await?;
    ensure!(!text.contains("scope"), "{text}");
    Ok(())
}

async fn a_proof_goes_along_with_the_access_token_that_it_hashes(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.choose("sign-template", "dpop").await?;
    taken(page, "a request", |text| {
        text.starts_with("curl -X 'GET' 'https://resource.example/protected'")
            && text.contains("-H 'DPoP: ")
            && !text.contains("Authorization")
    })
    .await?;
    page.input("sign-take-access", "an-access-token").await?;
    page.expect_text("sign-take-says", "hash").await?;
    // The text above it is drawn anew with each token.
    page.run(
        "document.querySelector('[data-testid=sign-take-ath]').click()",
        vec![],
    )
    .await?;
    // SHA-256 of these characters, by openssl.
    let hash = "YiHPD2T9DaX5B837XJXto32BKkT6ZcpVAT6si9f5KiY";
    soon("ath", async || {
        let payload = page.value("sign-payload").await?;
        Ok(payload
            .contains(&format!("\"ath\": \"{hash}\""))
            .then_some(()))
    })
    .await?;
    taken(page, "both", |text| {
        text.contains("-H 'Authorization: DPoP an-access-token'")
    })
    .await?;
    soon("nothing to say", async || {
        Ok(page.text("sign-take-says").await?.is_empty().then_some(()))
    })
    .await
}

async fn a_launch_is_posted_as_koppeltaal_does(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    let rsa = samples::text("koppeltaal-rs512-private.pem")?;
    page.paste("sign-key", &rsa).await?;
    page.choose("sign-template", "hti-launch").await?;
    page.input("sign-take-url", "https://module.example/launch")
        .await?;
    taken(page, "HTI", |text| text.contains("name=\"token\"")).await?;
    page.click("sign-take-koppeltaal").await?;
    page.input("sign-take-iss", "https://fhir.example/r4")
        .await?;
    let text = taken(page, "Koppeltaal", |text| text.contains("name=\"launch\"")).await?;
    ensure!(
        text.contains("name=\"iss\" value=\"https://fhir.example/r4\""),
        "{text}"
    );
    page.input("sign-take-iss", "fhir").await?;
    page.expect_text("sign-take-says", "address is missing")
        .await
}

async fn tokens_that_nobody_sends_are_not_offered_as_a_header(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    let rsa = samples::text("koppeltaal-rs512-private.pem")?;
    page.paste("sign-key", &rsa).await?;
    for (template, form) in [
        ("oidc-id-token", "token"),
        ("logout-token", "logout"),
        ("at-jwt", "header"),
    ] {
        page.choose("sign-template", template).await?;
        page.expect_value("sign-take", form).await?;
    }
    page.choose("sign-template", "logout-token").await?;
    taken(page, "a logout", |text| {
        text.starts_with("curl 'https://") && text.contains("'logout_token=")
    })
    .await?;
    Ok(())
}

async fn several_sign_and_each_signature_verifies(page: &Page) -> Result<()> {
    signed(page).await?;
    page.click_on("[data-testid=sign-form] summary").await?;
    page.choose("sign-serialization", "general").await?;
    page.click("sign-add-signer").await?;
    // A signer without a key is named, and can be given one.
    page.expect_text("sign-error", "Signer 2").await?;
    let p256 = samples::container("p256-pkcs8.pem")?;
    page.paste("sign-key-2", &p256).await?;
    page.click("sign-add-signer").await?;
    page.input("sign-header-3", r#"{"alg":"EdDSA","kid":"ed"}"#)
        .await?;
    page.expect_text("sign-error", "Signer 3").await?;
    let ed25519 = samples::container("ed25519-pkcs8.pem")?;
    page.paste("sign-key-3", &ed25519).await?;
    let token = soon("three signatures", async || {
        let token = page.text("sign-output").await?;
        let is_it = token.matches("\"signature\":").count() == 3;
        Ok((is_it && !is_outdated(page).await?).then_some(token))
    })
    .await?;
    // The browser's own cryptography takes each of them for itself.
    let parsed: serde_json::Value = serde_json::from_str(&token)?;
    for (index, alg, opinion) in [
        (0, "HS256", Opinion::Secret(SECRET)),
        (
            1,
            "ES256",
            Opinion::Spki(&samples::container("p256-spki.pem")?),
        ),
        (
            2,
            "EdDSA",
            Opinion::Spki(&samples::container("ed25519-spki.pem")?),
        ),
    ] {
        let one = &parsed["signatures"][index];
        let compact = [&one["protected"], &parsed["payload"], &one["signature"]]
            .map(|part| part.as_str().unwrap_or_default())
            .join(".");
        page.browser_agrees(&compact, alg, opinion).await?;
    }
    page.click("sign-open").await?;
    page.expect_value("token-input", &token).await?;
    // Inspect has a verdict for each: with one of the keys, that one holds.
    for (key, valid) in [(SECRET, 0), (p256.as_str(), 1), (ed25519.as_str(), 2)] {
        page.paste("key-input", key).await?;
        soon("a verdict a signature", async || {
            let rows = page.all("[data-testid=signature-verdict]").await?;
            let states: Vec<&str> = rows.iter().map(|row| row.attribute("data-state")).collect();
            let is_it = states.len() == 3 && states.get(valid) == Some(&"valid");
            Ok(is_it.then_some(()))
        })
        .await?;
    }
    // One signer less, from the middle: the one behind moves up.
    page.click_on("a[href='#/sign']").await?;
    page.click_on("[role=group]:has(#sign-header-2) .button-quiet")
        .await?;
    page.expect_value("sign-header-2", r#"{"alg":"EdDSA","kid":"ed"}"#)
        .await?;
    soon("two signatures", async || {
        let token = page.text("sign-output").await?;
        Ok((token.matches("\"signature\":").count() == 2).then_some(()))
    })
    .await
}

/// Keeps what the page saves, as it would be in the file.
const KEEP_FILES: &str = "window.saved = []; \
    const make = URL.createObjectURL; \
    URL.createObjectURL = blob => { window.last = blob; return make(blob); }; \
    HTMLAnchorElement.prototype.click = function () { window.saved.push([this.download, window.last]); };";

async fn ten_thousand_tokens_are_made_within_seconds(page: &Page) -> Result<()> {
    signed(page).await?;
    page.run(KEEP_FILES, vec![]).await?;
    page.click_on("[data-testid=batch] summary").await?;
    let rows: String = (0..10_000).map(|n| format!("user-{n}\n")).collect();
    page.input("batch-table", &format!("sub\n{rows}")).await?;
    let started = std::time::Instant::now();
    page.click("batch-make").await?;
    page.expect_text("batch-says", "10\u{202f}000 tokens of 10\u{202f}000")
        .await?;
    let took = started.elapsed();
    ensure!(took < std::time::Duration::from_secs(10), "{took:?}");
    page.click("batch-save").await?;
    let saved = page
        .run(
            "const [name, blob] = window.saved[0]; return blob.text().then(text => [name, text]);",
            vec![],
        )
        .await?;
    let text = saved[1].as_str().unwrap_or_default();
    ensure!(
        saved[0] == "tokens.txt" && text.lines().count() == 10_000,
        "{}",
        saved[0]
    );
    for (at, line) in text.lines().enumerate().step_by(3_333) {
        let payload = samples::decoded(line, 1)?;
        ensure!(
            payload == PAYLOAD.replace("jo", &format!("user-{at}")),
            "{payload}"
        );
        page.browser_agrees(line, "HS256", Opinion::Secret(SECRET))
            .await?;
    }
    Ok(())
}

async fn a_batch_can_be_cancelled_and_keeps_what_it_made(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.input("sign-header", r#"{"alg":"RS256"}"#).await?;
    page.input("sign-payload", PAYLOAD).await?;
    page.paste("sign-key", &samples::text("koppeltaal-rs512-private.pem")?)
        .await?;
    token_of(page, r#"{"alg":"RS256"}"#, PAYLOAD).await?;
    page.click_on("[data-testid=batch] summary").await?;
    let rows: String = (0..50_000)
        .map(|n| format!("{{\"sub\":\"{n}\"}}\n"))
        .collect();
    page.input("batch-table", &rows).await?;
    page.click("batch-make").await?;
    soon("the first tokens", async || {
        let says = page.text("batch-says").await?;
        Ok((says.contains("so far") && !says.starts_with('0')).then_some(()))
    })
    .await?;
    page.click("batch-cancel").await?;
    page.expect_text("batch-says", "Cancelled").await?;
    let first = page.text("batch-tokens").await?;
    ensure!(
        first.lines().next().is_some_and(|line| line.len() > 300),
        "{first}"
    );
    // Afterwards another one can be made.
    page.input("batch-table", "sub\na\n").await?;
    page.click("batch-make").await?;
    page.expect_text("batch-says", "1 token of 1").await
}

async fn what_is_wrong_with_a_table_is_named_by_row_and_column(page: &Page) -> Result<()> {
    signed(page).await?;
    page.click_on("[data-testid=batch] summary").await?;
    for (table, trouble) in [
        ("sub,\na,b\n", "Column 2"),
        ("sub,sub\na,b\n", "sub"),
        ("sub\n", "no rows"),
    ] {
        page.input("batch-table", table).await?;
        page.click("batch-make").await?;
        page.expect_text("batch-trouble", trouble).await?;
        ensure!(page.text("batch-tokens").await?.is_empty(), "tokens");
    }
    page.input("batch-table", "sub,exp\na,soon\nb,2\nc\n")
        .await?;
    page.click("batch-make").await?;
    page.expect_text("batch-says", "1 token of 3").await?;
    for part in ["Row 1, line 2", "exp", "soon", "Row 3, line 4"] {
        page.expect_text("batch-failures", part).await?;
    }
    page.input("batch-table", "{\"sub\":\"a\"}\n{\"sub\":}\n")
        .await?;
    page.click("batch-make").await?;
    page.expect_text("batch-failures", "Row 2, line 2: column 8")
        .await
}
