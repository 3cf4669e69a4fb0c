//! What stands inside a token: encrypted content and tokens in it, Disclosures, detached content,
//! several signatures; and what the page says beyond the verdicts: kinds of token, the arithmetic,
//! the report. The tokens are those of the RFCs.

use anyhow::{Context, Result, ensure};
use harness::check;
use harness::samples::{self, DURING};
use harness::{Case, Page, cases};
use serde_json::{Value, json};

/// Tests for every engine.
pub const ALL: &[Case] = cases!["inside":
    an_encrypted_token_opens_and_the_token_inside_is_gone_into,
    tokens_in_tokens_are_shown_eight_levels_deep,
    a_wrong_key_keeps_it_closed_and_says_why,
    costly_work_waits_for_a_click_and_can_be_ended,
    detached_content_is_asked_for_and_verified,
    each_signature_has_a_verdict,
    disclosures_and_the_key_binding_are_shown,
    a_kind_of_token_is_proposed_and_another_can_be_chosen,
    a_chosen_kind_sets_expectations_and_leaves_what_was_typed,
    the_arithmetic_shows_both_macs,
    the_report_is_copied_with_and_without_values,
    a_long_paste_is_searched_undone_and_emptied,
    what_is_copied_or_cut_of_a_long_paste_is_all_of_it,
    a_decrypted_text_is_shown,
    a_private_key_under_a_password_is_opened,
    a_discovery_document_offers_its_set,
];

pub fn example(file: &str, id: &str) -> Result<Value> {
    let all = samples::json(&format!("{file}.json"))?;
    let examples = all["examples"].as_array().context("examples")?;
    let found = examples.iter().find(|one| one["id"] == id);
    found.cloned().with_context(|| format!("no {id} in {file}"))
}

pub fn token(example: &Value) -> Result<&str> {
    example["token"].as_str().context("token")
}

async fn an_encrypted_token_opens_and_the_token_inside_is_gone_into(page: &Page) -> Result<()> {
    let nested = example("rfc7519-jwt", "rfc7519-a.2")?;
    page.open().await?;
    page.input("clock", "1300819000").await?;
    page.paste("token-input", token(&nested)?).await?;
    page.expect_state("verdict-signature", "encrypted").await?;
    page.paste("key-input", &nested["key"].to_string()).await?;
    page.expect_state("verdict-signature", "decrypted").await?;
    page.click("trail-inside").await?;
    page.expect_text("decoded-payload", "http://example.com/is_root")
        .await?;
    page.empty("key-input").await?;
    page.paste("key-input", &nested["inner_key"].to_string())
        .await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    page.click_on("[data-testid=trail] button").await?;
    page.expect_text("decoded-header", "A128CBC-HS256").await?;
    page.console_is_empty().await
}

async fn tokens_in_tokens_are_shown_eight_levels_deep(page: &Page) -> Result<()> {
    let nest = |levels: usize| {
        let mut token = samples::compact(r#"{"alg":"HS256"}"#, br#"{"sub":"core"}"#, b"sig");
        for _ in 1..levels {
            let header = r#"{"alg":"HS512","cty":"JWT"}"#;
            token = samples::compact(header, token.as_bytes(), b"sig");
        }
        token
    };
    page.open().await?;
    for levels in [8, 9] {
        page.input("token-input", &nest(levels)).await?;
        for outer in 1..8 {
            page.click("trail-inside").await?;
            check::becomes("levels outside", outer, async || {
                Ok(page
                    .all("[data-testid=trail] .crumb button:not([data-testid])")
                    .await?
                    .len())
            })
            .await?;
        }
        ensure!(!page.one("trail-inside").await?.is_visible, "a ninth level");
        let end = page.one("trail-end").await?;
        ensure!(end.attribute("data-code") == "nested-too-deep");
        ensure!(end.is_visible == (levels == 9), "{levels} levels");
        if levels == 9 {
            page.expect_text("trail-end", "8 levels deep").await?;
        } else {
            page.expect_text("decoded-payload", "core").await?;
        }
        page.expect_text("trail", "1: JWS HS512").await?;
    }
    // Back out at once.
    page.click_on("[data-testid=trail] button").await?;
    ensure!(page.one("trail-inside").await?.is_visible, "no way in");
    page.console_is_empty().await
}

async fn a_wrong_key_keeps_it_closed_and_says_why(page: &Page) -> Result<()> {
    let encrypted = example("rfc7516-jwe", "rfc7516-a.3")?;
    page.open().await?;
    page.paste("token-input", token(&encrypted)?).await?;
    page.paste("key-input", r#"{"kty":"oct","k":"AAAAAAAAAAAAAAAAAAAAAA"}"#)
        .await?;
    page.expect_state("verdict-signature", "decrypt-failed")
        .await?;
    check::soon("a diagnosis", async || {
        let codes = page.codes("diagnosis").await?;
        Ok((!codes.is_empty()).then_some(()))
    })
    .await?;
    page.console_is_empty().await
}

async fn costly_work_waits_for_a_click_and_can_be_ended(page: &Page) -> Result<()> {
    // PBES2 with 900,000 rounds; whether it opens is of no matter here.
    let header = r#"{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2s":"MTIzNDU2Nzg","p2c":900000}"#;
    let part = |bytes: &[u8]| {
        samples::compact("", bytes, b"")
            .split('.')
            .nth(1)
            .map(str::to_owned)
    };
    let header = part(header.as_bytes()).context("a header")?;
    let key = part(&[7; 24]).context("a key")?;
    let iv = part(&[1; 12]).context("an iv")?;
    let tag = part(&[2; 16]).context("a tag")?;
    let paste = format!("{header}.{key}.{iv}.AAAA.{tag}");
    page.open().await?;
    page.paste("token-input", &paste).await?;
    page.paste("key-input", "password").await?;
    page.expect_state("verdict-signature", "encrypted").await?;
    page.click("work-agree").await?;
    page.expect_state("verdict-signature", "checking").await?;
    page.click("work-cancel").await?;
    page.expect_state("verdict-signature", "encrypted").await?;
    page.click("work-agree").await?;
    page.expect_state("verdict-signature", "decrypt-failed")
        .await?;
    page.console_is_empty().await
}

async fn detached_content_is_asked_for_and_verified(page: &Page) -> Result<()> {
    for (file, id) in [
        ("rfc7515-jws", "rfc7515-f-detached"),
        ("rfc7797-b64", "rfc7797-4.2"),
    ] {
        let detached = example(file, id)?;
        page.open().await?;
        page.input("clock", "1300819000").await?;
        page.paste("token-input", token(&detached)?).await?;
        page.paste("key-input", &detached["key"].to_string())
            .await?;
        page.expect_state("verdict-signature", "unchecked").await?;
        let content = detached["detached_payload_text"].as_str();
        let content = content.context("content")?;
        page.input("detached-content", content).await?;
        if content.contains("\r\n") {
            // A text control cannot hold these line breaks by itself.
            page.expect_state("verdict-signature", "invalid").await?;
            page.click("content-crlf").await?;
        }
        page.expect_state("verdict-signature", "valid").await?;
        page.input("detached-content", "another").await?;
        page.expect_state("verdict-signature", "invalid").await?;
    }
    page.console_is_empty().await
}

async fn each_signature_has_a_verdict(page: &Page) -> Result<()> {
    let general = example("rfc7515-jws", "rfc7515-a.6")?;
    page.open().await?;
    page.paste("token-input", &general["json"].to_string())
        .await?;
    let keys = json!({ "keys": [general["keys"][1].clone()] });
    page.paste("key-input", &keys.to_string()).await?;
    check::becomes("a verdict each", 2, async || {
        Ok(page.every("signature-verdict").await?.len())
    })
    .await?;
    let states: Vec<String> = page
        .every("signature-verdict")
        .await?
        .iter()
        .map(|one| one.attribute("data-state").to_owned())
        .collect();
    ensure!(states.contains(&"valid".to_owned()), "{states:?}");
    ensure!(states.iter().any(|state| state != "valid"), "{states:?}");
    ensure!(page.state("verdict-signature").await? != "valid");
    page.console_is_empty().await
}

async fn disclosures_and_the_key_binding_are_shown(page: &Page) -> Result<()> {
    let all = samples::json("rfc9901-sd-jwt.json")?;
    let presented = example("rfc9901-sd-jwt", "rfc9901-5.2-presentation")?;
    let text = presented["token"].as_str().or(presented["sd_jwt"].as_str());
    page.open().await?;
    page.paste("token-input", text.context("the presentation")?)
        .await?;
    page.paste("key-input", &all["issuer_key"].to_string())
        .await?;
    page.expect_state("verdict-signature", "valid").await?;
    check::soon("disclosures", async || {
        let found = page.every("disclosure").await?;
        let all_referenced = found
            .iter()
            .all(|one| one.attribute("data-state") == "referenced");
        Ok((!found.is_empty() && all_referenced).then_some(()))
    })
    .await?;
    page.expect_text("processed-payload", "family_name").await?;
    let binding = check::soon("the key binding", async || {
        page.first("[data-testid=key-binding] [data-state]").await
    })
    .await?;
    ensure!(binding.attribute("data-state") == "valid");
    page.console_is_empty().await
}

async fn a_kind_of_token_is_proposed_and_another_can_be_chosen(page: &Page) -> Result<()> {
    page.open().await?;
    page.verify_workshop_token().await?;
    let kind = async || {
        let panel = page.one("profile-panel").await?;
        Ok(panel.attribute("data-profile").to_owned())
    };
    check::becomes("the kind", "workshop".to_owned(), kind).await?;
    page.choose("profile", "client-assertion").await?;
    page.expect_verdicts("ok", "valid", "mismatch").await?;
    page.choose("profile", "none").await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    page.console_is_empty().await
}

async fn a_chosen_kind_sets_expectations_and_leaves_what_was_typed(page: &Page) -> Result<()> {
    page.open().await?;
    page.verify_workshop_token().await?;
    page.input("expect-aud", "my own").await?;
    page.expect_verdicts("ok", "valid", "mismatch").await?;
    let fields = async || {
        let mut values = Vec::new();
        for id in ["expect-iss", "expect-aud", "expect-typ", "expect-algs"] {
            values.push(page.value(id).await?);
        }
        Ok(values)
    };
    // What a kind is only proposed for is the person's to say.
    let own = ["", "my own", "", ""].map(str::to_owned).to_vec();
    check::becomes("before", own.clone(), fields).await?;
    page.choose("profile", "workshop").await?;
    let workshop = [
        "Online-Toestemming-Workshop-IdentityApi",
        "my own",
        "",
        "HS256",
    ];
    let workshop = workshop.map(str::to_owned).to_vec();
    check::becomes("the workshop's", workshop, fields).await?;
    page.choose("profile", "dpop").await?;
    let typ = async || page.value("expect-typ").await;
    check::becomes("the proof's", "dpop+jwt".to_owned(), typ).await?;
    ensure!(page.value("expect-iss").await?.is_empty());
    page.choose("profile", "none").await?;
    check::becomes("none", own, fields).await?;
    page.input("expect-aud", "").await?;
    page.choose("profile", "workshop").await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    page.input("expect-iss", "somebody else").await?;
    page.expect_verdicts("ok", "valid", "mismatch").await?;
    page.console_is_empty().await
}

async fn the_arithmetic_shows_both_macs(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_state("verdict-signature", "valid").await?;
    page.click_on("[data-testid=arithmetic] summary").await?;
    page.expect_text("arithmetic", "byte for byte").await?;
    page.input("key-input", "another secret of some length")
        .await?;
    page.expect_text("arithmetic", "differ from byte").await?;
    page.console_is_empty().await
}

/// Before the page's own script: keeps what is copied, however it is copied.
pub const KEEP_COPIES: &str = "
    window.copies = [];
    const keep = text => { window.copies.push(text); return Promise.resolve(); };
    if (navigator.clipboard) navigator.clipboard.writeText = keep;
    document.addEventListener('copy', () => {
        const active = document.activeElement;
        window.copies.push(active && active.value ? active.value : String(getSelection()));
    });";

async fn the_report_is_copied_with_and_without_values(page: &Page) -> Result<()> {
    let patient = samples::workshop("Patient")?;
    page.open().await?;
    page.run(KEEP_COPIES, vec![]).await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &patient).await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    let copies = async |count: usize| {
        check::soon("a copy", async || {
            let copies = page.run("return window.copies", vec![]).await?;
            let copies = copies.as_array().cloned().unwrap_or_default();
            let last = copies.get(count).and_then(Value::as_str).map(str::to_owned);
            Ok(last)
        })
        .await
    };
    page.click("report-markdown").await?;
    let whole = copies(0).await?;
    ensure!(
        whole.contains("valid") && whole.contains("Patient"),
        "{whole}"
    );
    page.click("report-redacted-markdown").await?;
    let redacted = copies(1).await?;
    ensure!(redacted.contains("role"), "{redacted}");
    let signature = patient.rsplit('.').next().unwrap_or_default();
    for value in ["Patient", "Online-Toestemming", signature] {
        ensure!(!redacted.contains(value), "{value} in {redacted}");
    }
    page.console_is_empty().await
}

async fn a_long_paste_is_searched_undone_and_emptied(page: &Page) -> Result<()> {
    let claims = format!(r#"{{"exp":1767226500,"text":"{}"}}"#, "x".repeat(100_000));
    let long = samples::compact(
        r#"{"alg":"HS256"}"#,
        claims.as_bytes(),
        b"needle-of-a-signature",
    );
    let tail = long
        .get(long.len().saturating_sub(12)..)
        .context("a tail")?;
    page.open().await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", "first").await?;
    page.expect_state("verdict-structure", "damaged").await?;
    page.empty("token-input").await?;
    page.paste("token-input", &long).await?;
    page.expect_verdicts("ok", "unchecked", "ok").await?;
    let shown = page.value("token-input").await?;
    ensure!(shown.len() < 20_000, "{} characters laid out", shown.len());
    page.input("window-search", tail).await?;
    page.click_on(".window-find button").await?;
    check::soon("the place that was found", async || {
        Ok(page
            .value("token-input")
            .await?
            .ends_with(tail)
            .then_some(()))
    })
    .await?;
    page.empty("token-input").await?;
    page.expect_state("verdict-structure", "empty").await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_verdicts("ok", "unchecked", "ok").await?;
    page.console_is_empty().await
}

async fn what_is_copied_or_cut_of_a_long_paste_is_all_of_it(page: &Page) -> Result<()> {
    let long = "x.".repeat(50_000);
    page.open().await?;
    page.paste("token-input", &long).await?;
    page.expect_state("verdict-structure", "damaged").await?;
    let take = "const [kind] = arguments;
         const control = document.querySelector('[data-testid=token-input]');
         control.focus();
         control.select();
         const event = new ClipboardEvent(kind, {
             clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
         control.dispatchEvent(event);
         return event.clipboardData.getData('text').length";
    let copied = page.run(take, vec![json!("copy")]).await?;
    ensure!(copied == json!(long.len()), "{copied} copied");
    let cut = page.run(take, vec![json!("cut")]).await?;
    ensure!(cut == json!(long.len()), "{cut} cut");
    page.expect_state("verdict-structure", "empty").await?;
    // Undo is still at hand.
    page.click("window-undo").await?;
    page.expect_state("verdict-structure", "damaged").await?;
    page.console_is_empty().await
}

async fn a_decrypted_text_is_shown(page: &Page) -> Result<()> {
    let encrypted = example("rfc7516-jwe", "rfc7516-a.1")?;
    let plaintext = encrypted["plaintext"].as_str().context("plaintext")?;
    page.open().await?;
    page.paste("token-input", token(&encrypted)?).await?;
    page.paste("key-input", &encrypted["key"].to_string())
        .await?;
    page.expect_state("verdict-signature", "decrypted").await?;
    page.expect_text("decoded-payload", plaintext).await?;
    page.expect_text("verdict-structure", "5 parts").await?;
    page.console_is_empty().await
}

async fn a_private_key_under_a_password_is_opened(page: &Page) -> Result<()> {
    let pem = include_str!("../../src/crypto/containers/fixtures/encrypted-aes256-sha256.pem");
    page.open().await?;
    page.paste("key-input", pem).await?;
    check::soon("the question for the password", async || {
        let hidden = page
            .run(
                "return document.getElementById('key-password').closest('.field').hidden",
                vec![],
            )
            .await?;
        Ok((hidden == json!(false)).then_some(()))
    })
    .await?;
    page.input("key-password", "letmeout").await?;
    page.expect_text("key-read-as", "password").await?;
    page.input("key-password", "letmein").await?;
    page.expect_text("key-read-as", "opened with the password")
        .await?;
    page.console_is_empty().await
}

async fn a_discovery_document_offers_its_set(page: &Page) -> Result<()> {
    page.open().await?;
    let document = r#"{"issuer":"https://a.example","jwks_uri":"https://a.example/jwks"}"#;
    page.paste("key-input", document).await?;
    page.click("key-offered-url").await?;
    page.expect_value("jwks-url", "https://a.example/jwks")
        .await?;
    page.console_is_empty().await
}
