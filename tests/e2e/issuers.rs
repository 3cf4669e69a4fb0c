//! Where keys come from: an issuer's addresses, each shown and clicked; metadata that must be
//! those of `iss`; addresses that a token names itself; what was fetched before, and what has
//! changed since.

use anyhow::{Context, Result, ensure};
use harness::samples::{self, DURING};
use harness::{Case, JwksServer, Mood, Page, cases, check};
use serde_json::{Value, json};

/// The tests of this file.
pub const ALL: &[Case] = cases!["issuers":
    an_issuer_is_found_through_any_of_its_addresses,
    a_bare_host_is_an_issuer,
    metadata_of_another_issuer_are_refused_and_named,
    metadata_that_differ_by_a_slash_are_said_to,
    metadata_without_an_issuer_are_refused,
    the_addresses_of_the_token_s_issuer_are_offered_and_not_fetched,
    an_issuer_that_is_no_url_is_not_offered,
    an_address_that_the_token_names_is_amber_until_it_is_one_s_own,
    a_certificate_at_an_address_that_the_token_names_is_read,
    a_key_that_was_rotated_out_is_told,
    another_key_under_the_same_name_is_told,
    what_was_fetched_is_used_again_without_a_request,
    a_redirect_names_both_addresses,
    a_redirect_to_something_else_is_named_too,
    a_redirect_to_nothing_is_named_too,
    a_user_name_in_a_url_is_refused_before_the_click,
    a_request_takes_nothing_along,
    a_key_inside_the_token_is_amber_and_gives_way,
];

const ASSERTION: &str = "client assertion RS512";

fn server() -> Result<JwksServer> {
    JwksServer::start(samples::text("koppeltaal-jwks.json")?)
}

async fn ready(page: &Page) -> Result<()> {
    page.open().await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &samples::koppeltaal(ASSERTION)?)
        .await?;
    page.expect_verdicts("ok", "unchecked", "ok").await
}

/// A token of this issuer that nobody signed.
fn of_issuer(iss: &str) -> String {
    let payload = json!({ "iss": iss, "exp": 1_767_226_500 }).to_string();
    samples::compact(r#"{"alg":"RS256"}"#, payload.as_bytes(), b"x")
}

/// The exact URLs that are offered, with a button each, as far as they can be seen.
async fn offered(page: &Page) -> Result<Vec<String>> {
    let all = page.every("jwks-offer").await?;
    let seen = all.iter().filter(|one| one.is_visible);
    Ok(seen
        .map(|one| one.attribute("data-url").to_string())
        .collect())
}

async fn click_offer(page: &Page, url: &str) -> Result<()> {
    let text = page.text_of("main").await?;
    ensure!(text.contains(url), "{url} is not shown");
    page.click_on(&format!("[data-testid=jwks-offer][data-url='{url}']"))
        .await
}

async fn says(page: &Page, code: &str) -> Result<()> {
    check::soon(&format!("{code} is said"), async || {
        page.first(&format!("[data-testid=jwks-says] [data-code={code}]"))
            .await
    })
    .await?;
    Ok(())
}

async fn an_issuer_is_found_through_any_of_its_addresses(page: &Page) -> Result<()> {
    let server = server()?;
    let set = server.url(Mood::Good);
    let issuer = format!("{}/tenant", server.origin());
    let metadata = json!({ "issuer": issuer, "jwks_uri": set }).to_string();
    let paths = [
        "/tenant/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server/tenant",
        "/.well-known/openid-configuration/tenant",
    ];
    for path in paths {
        let url = server.put(path, metadata.clone());
        let before = server.requests().len();
        ready(page).await?;
        page.input("jwks-url", &issuer).await?;
        check::becomes(
            "what is offered",
            paths
                .map(|path| format!("{}{path}", server.origin()))
                .to_vec(),
            async || offered(page).await,
        )
        .await?;
        ensure!(server.requests().len() == before, "fetched unasked");
        click_offer(page, &url).await?;
        page.expect_value("jwks-url", &set).await?;
        page.expect_state("jwks-status", "ok").await?;
        // The issuer of this token calls itself by a name that is no URL.
        says(page, "jwks-iss-no-url").await?;
        let asked = server.requests();
        ensure!(asked[before..] == [format!("GET {path}")], "{asked:?}");
        page.click("jwks-fetch").await?;
        page.expect_verdicts("ok", "valid", "ok").await?;
    }
    page.console_is_empty().await
}

async fn a_bare_host_is_an_issuer(page: &Page) -> Result<()> {
    let server = server()?;
    let set = server.url(Mood::Good);
    let path = "/.well-known/openid-configuration";
    let metadata = json!({ "issuer": server.origin(), "jwks_uri": set });
    let url = server.put(path, metadata.to_string());
    ready(page).await?;
    page.input("jwks-url", &server.origin()).await?;
    let exact = page.text_of("#jwks-exact").await?;
    ensure!(exact.contains(&url), "{exact}");
    page.click("jwks-fetch").await?;
    page.expect_value("jwks-url", &set).await?;
    ensure!(server.requests() == [format!("GET {path}")]);
    Ok(())
}

async fn metadata_of_another_issuer_are_refused_and_named(page: &Page) -> Result<()> {
    let server = server()?;
    let issuer = format!("{}/tenant", server.origin());
    let other = format!("{}/other", server.origin());
    let metadata = json!({ "issuer": other, "jwks_uri": server.url(Mood::Good) });
    let url = server.put(
        "/tenant/.well-known/openid-configuration",
        metadata.to_string(),
    );
    page.open().await?;
    page.paste("token-input", &of_issuer(&issuer)).await?;
    page.input("jwks-url", &url).await?;
    page.click("jwks-fetch").await?;
    page.expect_state("jwks-status", "error").await?;
    let status = page.one("jwks-status").await?;
    ensure!(
        status.attribute("data-problem") == "issuer-differs",
        "{status:?}"
    );
    ensure!(
        status.text.contains(&issuer) && status.text.contains(&other),
        "{status:?}"
    );
    page.expect_value("jwks-url", &url).await?;
    ensure!(server.requests().len() == 1, "{:?}", server.requests());
    // That of the right one is used.
    let metadata = json!({ "issuer": issuer, "jwks_uri": server.url(Mood::Good) });
    server.put(
        "/tenant/.well-known/openid-configuration",
        metadata.to_string(),
    );
    page.click("jwks-fetch").await?;
    page.expect_state("jwks-status", "ok").await?;
    page.expect_value("jwks-url", &server.url(Mood::Good)).await
}

async fn metadata_that_differ_by_a_slash_are_said_to(page: &Page) -> Result<()> {
    let server = server()?;
    let issuer = format!("{}/tenant/", server.origin());
    let metadata = json!({ "issuer": issuer, "jwks_uri": server.url(Mood::Good) });
    let url = server.put(
        "/tenant/.well-known/openid-configuration",
        metadata.to_string(),
    );
    ready(page).await?;
    page.input("jwks-url", &url).await?;
    page.click("jwks-fetch").await?;
    page.expect_state("jwks-status", "ok").await?;
    says(page, "jwks-issuer-slash").await
}

async fn metadata_without_an_issuer_are_refused(page: &Page) -> Result<()> {
    let server = server()?;
    let metadata = json!({ "jwks_uri": server.url(Mood::Good) });
    let url = server.put("/metadata", metadata.to_string());
    ready(page).await?;
    page.input("jwks-url", &url).await?;
    page.click("jwks-fetch").await?;
    page.expect_state("jwks-status", "error").await?;
    page.expect_text("jwks-status", "issuer").await
}

async fn the_addresses_of_the_token_s_issuer_are_offered_and_not_fetched(
    page: &Page,
) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &of_issuer("https://issuer.invalid/t"))
        .await?;
    let expected = [
        "https://issuer.invalid/t/.well-known/openid-configuration",
        "https://issuer.invalid/.well-known/oauth-authorization-server/t",
        "https://issuer.invalid/.well-known/openid-configuration/t",
    ];
    check::becomes(
        "what is offered",
        expected.map(String::from).to_vec(),
        async || offered(page).await,
    )
    .await?;
    let text = page.text_of("main").await?;
    for url in expected {
        ensure!(text.contains(url), "{url} is not shown");
    }
    page.expect_text("request-count", "0").await?;
    // The same issuer in the field: its first address is what the field's own button fetches.
    page.input("jwks-url", "https://issuer.invalid/t").await?;
    let exact = page.text_of("#jwks-exact").await?;
    ensure!(exact.contains(expected[0]), "{exact}");
    page.expect_text("request-count", "0").await
}

async fn an_issuer_that_is_no_url_is_not_offered(page: &Page) -> Result<()> {
    page.open().await?;
    for iss in ["http://issuer.invalid", "issuer.invalid", "https://", ""] {
        page.paste("token-input", &of_issuer(iss)).await?;
        page.expect_state("verdict-structure", "ok").await?;
        let offered = offered(page).await?;
        ensure!(offered.is_empty(), "{iss}: {offered:?}");
    }
    Ok(())
}

/// Signs this on the Sign screen, goes to Inspect with it, and leaves no key there.
async fn signed_here(page: &Page, header: &Value, payload: &str) -> Result<()> {
    page.open_at("#/sign").await?;
    page.input("sign-header", &header.to_string()).await?;
    page.input("sign-payload", payload).await?;
    page.paste("sign-key", &samples::text("koppeltaal-rs512-private.pem")?)
        .await?;
    page.expect_text("sign-output", ".").await?;
    page.click("sign-open").await?;
    page.expect_state("verdict-signature", "valid").await?;
    page.empty("key-input").await?;
    page.expect_state("verdict-signature", "unchecked").await
}

async fn an_address_that_the_token_names_is_amber_until_it_is_one_s_own(page: &Page) -> Result<()> {
    let server = server()?;
    let url = server.url(Mood::Good);
    let kid = samples::koppeltaal_jwk("RS512")?["kid"].clone();
    let header = json!({ "alg": "RS512", "jku": url, "kid": kid });
    signed_here(page, &header, "{}").await?;
    page.expect_text("verdict-signature", "jku").await?;
    let warning = page.text_of("[data-from=jwks-offers-named]").await?;
    ensure!(warning.contains("RFC 8725"), "{warning}");
    ensure!(server.requests().is_empty(), "fetched unasked");
    click_offer(page, &url).await?;
    page.expect_state("verdict-signature", "self-asserted")
        .await?;
    page.expect_text("verdict-signature", "jku").await?;
    page.expect_text("key-read-as", "jku").await?;
    page.expect_text("key-read-as", &url).await?;
    // Another token that this key fits is no better for it.
    page.paste("token-input", &samples::koppeltaal(ASSERTION)?)
        .await?;
    page.expect_state("verdict-signature", "self-asserted")
        .await?;
    // Who puts the address into the field answers for it.
    page.input("jwks-url", &url).await?;
    page.click("jwks-fetch").await?;
    page.expect_state("verdict-signature", "valid").await?;
    page.console_is_empty().await
}

async fn a_certificate_at_an_address_that_the_token_names_is_read(page: &Page) -> Result<()> {
    let server = server()?;
    let certificate = samples::fixture("koppeltaal/rs512-certificate.pem")?;
    let url = server.put("/certificate.pem", certificate);
    signed_here(page, &json!({ "alg": "RS512", "x5u": url }), "{}").await?;
    click_offer(page, &url).await?;
    page.expect_state("verdict-signature", "self-asserted")
        .await?;
    page.expect_text("key-read-as", "x5u").await?;
    page.expect_text("key-read-as", "X.509").await
}

/// The set without the key of this algorithm.
fn without(alg: &str) -> Result<String> {
    let set = samples::json("koppeltaal-jwks.json")?;
    let keys = set["keys"].as_array().context("keys")?;
    let rest: Vec<&Value> = keys.iter().filter(|key| key["alg"] != alg).collect();
    Ok(json!({ "keys": rest }).to_string())
}

async fn a_key_that_was_rotated_out_is_told(page: &Page) -> Result<()> {
    let server = server()?;
    ready(page).await?;
    page.input("jwks-url", &server.url(Mood::Good)).await?;
    page.click("jwks-fetch").await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    page.click("jwks-again").await?;
    says(page, "jwks-unchanged").await?;
    server.rotate(without("RS512")?);
    page.click("jwks-again").await?;
    says(page, "jwks-keys-gone").await?;
    page.expect_state("verdict-signature", "key-error").await?;
    let kid = samples::koppeltaal_jwk("RS512")?;
    let kid = kid["kid"].as_str().context("a kid")?;
    check::soon("the kid is said to be gone", async || {
        let said = page
            .first("[data-testid=key-read-as] [data-code=jwks-kid-gone]")
            .await?;
        Ok(said.filter(|said| said.text.contains(kid)))
    })
    .await?;
    page.paste(
        "token-input",
        &samples::koppeltaal("client assertion, kid not in the set")?,
    )
    .await?;
    check::soon("this kid never was there", async || {
        page.first("[data-testid=key-read-as] [data-code=jwks-kid-never]")
            .await
    })
    .await?;
    page.console_is_empty().await
}

async fn another_key_under_the_same_name_is_told(page: &Page) -> Result<()> {
    let server = server()?;
    ready(page).await?;
    page.input("jwks-url", &server.url(Mood::Good)).await?;
    page.click("jwks-fetch").await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    let mut other = samples::koppeltaal_jwk("RS512")?;
    other["e"] = json!("Aw");
    server.rotate(json!({ "keys": [other] }).to_string());
    page.click("jwks-fetch").await?;
    says(page, "jwks-kid-reused").await?;
    page.expect_state("verdict-signature", "invalid").await
}

async fn what_was_fetched_is_used_again_without_a_request(page: &Page) -> Result<()> {
    let server = server()?;
    let other = server.put("/other.json", without("RS512")?);
    ready(page).await?;
    page.input("jwks-url", &server.url(Mood::Good)).await?;
    page.click("jwks-fetch").await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    page.input("jwks-url", &other).await?;
    page.click("jwks-fetch").await?;
    page.expect_verdicts("ok", "key-error", "ok").await?;
    let history = page.text("jwks-history").await?;
    ensure!(history.contains(&other), "{history}");
    ensure!(history.contains(&server.url(Mood::Good)), "{history}");
    let asked = server.requests().len();
    // The newest stands on top and is in use; the other one is a click away.
    page.click_on("[data-testid=jwks-use]:not([disabled])")
        .await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    page.expect_text("key-read-as", &server.url(Mood::Good))
        .await?;
    ensure!(server.requests().len() == asked, "{:?}", server.requests());
    // And the key box takes over, and gives way, as ever.
    page.paste("key-input", "another secret").await?;
    page.expect_state("verdict-signature", "key-error").await?;
    page.click_on("[data-testid=jwks-use]:not([disabled])")
        .await?;
    page.expect_text("key-read-as", "on your click").await
}

async fn a_redirect_names_both_addresses(page: &Page) -> Result<()> {
    let server = server()?;
    ready(page).await?;
    page.input("jwks-url", &server.url(Mood::Redirect)).await?;
    page.click("jwks-fetch").await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    for url in [server.url(Mood::Redirect), server.url(Mood::Good)] {
        page.expect_text("key-read-as", &url).await?;
        page.expect_text("jwks-says", &url).await?;
    }
    page.expect_text("key-read-as", "another address").await
}

async fn a_redirect_to_something_else_is_named_too(page: &Page) -> Result<()> {
    let server = server()?;
    server.rotate("<!doctype html><title>Sign in</title>");
    ready(page).await?;
    page.input("jwks-url", &server.url(Mood::Redirect)).await?;
    page.click("jwks-fetch").await?;
    page.expect_state("jwks-status", "error").await?;
    page.expect_text("jwks-status", "JSON").await?;
    page.expect_text("jwks-says", &server.url(Mood::Good)).await
}

async fn a_redirect_to_nothing_is_named_too(page: &Page) -> Result<()> {
    let server = server()?;
    ready(page).await?;
    page.input("jwks-url", &server.url(Mood::RedirectToNothing))
        .await?;
    page.click("jwks-fetch").await?;
    page.expect_state("jwks-status", "error").await?;
    page.expect_text("jwks-status", "404").await?;
    for url in [
        server.url(Mood::RedirectToNothing),
        server.url(Mood::NotFound),
    ] {
        page.expect_text("jwks-says", &url).await?;
    }
    Ok(())
}

async fn a_request_takes_nothing_along(page: &Page) -> Result<()> {
    let server = server()?;
    ready(page).await?;
    // Cookies know no ports: one of the page's host would be sent.
    page.run("document.cookie = 'session=a-cookie'", vec![])
        .await?;
    for url in [server.url(Mood::Good), server.url(Mood::Redirect)] {
        page.input("jwks-url", &url).await?;
        page.click("jwks-fetch").await?;
        page.expect_state("jwks-status", "ok").await?;
    }
    let heads = server.heads();
    ensure!(heads.len() >= 3, "{heads:?}");
    for head in heads {
        for name in ["cookie:", "referer:", "authorization:"] {
            ensure!(!head.contains(name), "{head}");
        }
    }
    Ok(())
}

async fn a_key_inside_the_token_is_amber_and_gives_way(page: &Page) -> Result<()> {
    let jwk = samples::koppeltaal_jwk("RS512")?;
    let header = json!({ "alg": "RS512", "jwk": jwk });
    page.open_at("#/sign").await?;
    page.input("sign-header", &header.to_string()).await?;
    page.input("sign-payload", "{}").await?;
    page.paste("sign-key", &samples::text("koppeltaal-rs512-private.pem")?)
        .await?;
    page.expect_text("sign-output", ".").await?;
    // No key goes along: the token brings its own.
    page.click("sign-open").await?;
    page.expect_state("verdict-signature", "self-asserted")
        .await?;
    page.expect_text("key-read-as", "jwk").await?;
    page.expect_text("key-read-as", "RSA 2048").await?;
    let read_as = page.text("key-read-as").await?;
    ensure!(!read_as.contains("No key yet"), "{read_as}");
    page.paste("key-input", &jwk.to_string()).await?;
    page.expect_state("verdict-signature", "valid").await
}

async fn a_user_name_in_a_url_is_refused_before_the_click(page: &Page) -> Result<()> {
    page.open().await?;
    page.input("jwks-url", "https://me:secret@issuer.invalid/jwks")
        .await?;
    let exact = page.text_of("#jwks-exact").await?;
    ensure!(exact.contains("password"), "{exact}");
    let fetch = page.one("jwks-fetch").await?;
    ensure!(fetch.attributes.contains_key("disabled"), "{fetch:?}");
    ensure!(offered(page).await?.is_empty());
    Ok(())
}
