//! Damaged is normal: what can be read is shown, what cannot is named with its part and place,
//! and nothing that was typed is lost.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use harness::samples::{self, DURING};
use harness::{Case, Page, cases};
use serde_json::json;

/// The tests of this file.
pub const ALL: &[Case] = cases!["bad_input":
    nothing_and_white_space_are_empty,
    one_dot,
    two_dots_and_nothing_else,
    six_parts,
    a_jwe_shows_its_parts,
    a_character_that_is_not_base64url_is_pointed_at,
    a_payload_that_is_not_json,
    a_payload_whose_json_is_broken_names_its_line,
    invalid_utf8,
    a_header_that_is_no_object,
    prose,
    five_megabytes_of_words,
    five_megabytes_of_one_letter,
    five_megabytes_that_begin_like_tokens,
    five_megabytes_of_dots,
    five_megabytes_of_opened_json,
    five_megabytes_of_lines,
    a_payload_of_one_megabyte,
    ten_thousand_claims,
    deep_nesting,
    markup_stays_text,
];

const HEADER: &str = r#"{"alg":"HS256"}"#;

/// Pastes, expects this structure, and that the text area keeps every character.
async fn damaged(page: &Page, paste: &str) -> Result<()> {
    page.open().await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", paste).await?;
    page.expect_state("verdict-structure", "damaged").await?;
    ensure!(page.value("token-input").await? == paste, "not kept");
    page.console_is_empty().await
}

/// A sentence about a fault with this code that names all of these.
async fn says(page: &Page, code: &str, words: &[&str]) -> Result<()> {
    let mut seen = Vec::new();
    let outcome = harness::check::soon(&format!("a fault {code}"), async || {
        seen = page.every("fault").await?;
        let fault = seen
            .iter()
            .find(|fault| fault.attribute("data-code") == code);
        Ok(fault
            .is_some_and(|fault| words.iter().all(|word| fault.text.contains(word)))
            .then_some(()))
    })
    .await;
    outcome.map_err(|error| error.context(format!("{words:?} not in {seen:?}")))
}

async fn nothing_and_white_space_are_empty(page: &Page) -> Result<()> {
    page.open().await?;
    page.expect_verdicts("empty", "unchecked", "none").await?;
    for blank in [" ", "\n\n", "\t \n"] {
        page.paste("token-input", "x").await?;
        page.expect_state("verdict-structure", "damaged").await?;
        page.paste("token-input", blank).await?;
        page.expect_verdicts("empty", "unchecked", "none").await?;
        ensure!(page.value("token-input").await? == blank, "not kept");
    }
    page.console_is_empty().await
}

async fn one_dot(page: &Page) -> Result<()> {
    let two_parts = samples::compact(HEADER, br#"{"sub":"jo"}"#, b"");
    damaged(page, two_parts.trim_end_matches('.')).await?;
    says(page, "structure-parts-jws", &["3 parts", "Found 2"]).await?;
    // What can be read is shown.
    page.expect_text("decoded-header", "HS256").await?;
    page.expect_text("decoded-payload", "\"jo\"").await?;
    damaged(page, ".").await
}

async fn two_dots_and_nothing_else(page: &Page) -> Result<()> {
    damaged(page, "..").await?;
    page.expect_text("verdict-structure", "2 dots").await?;
    let unsigned = samples::compact(HEADER, b"{}", b"");
    page.paste("token-input", &unsigned).await?;
    page.expect_text("decoded-payload", "{}").await?;
    page.paste("key-input", "secret").await?;
    page.expect_state("verdict-signature", "invalid").await
}

async fn six_parts(page: &Page) -> Result<()> {
    let token = samples::workshop("Patient")?;
    damaged(page, &format!("{token}.AAAA.BBBB.CCCC")).await?;
    says(page, "structure-parts-jws", &["3 parts", "Found 6"]).await?;
    page.expect_text("decoded-payload", "Patient").await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_state("verdict-signature", "invalid").await
}

async fn a_jwe_shows_its_parts(page: &Page) -> Result<()> {
    let header = r#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#;
    let jwe = format!(
        "{}.QUJD.SVZJVklWSVZJVklW.Q0lQSEVS.VEFHVEFHVEFHVEFHVEFHVA",
        samples::compact(header, b"", b"").trim_end_matches('.')
    );
    page.open().await?;
    page.paste("token-input", &jwe).await?;
    page.expect_verdicts("ok", "encrypted", "none").await?;
    page.expect_text("decoded-header", "A256GCM").await?;
    let drawn = page.all("[data-testid=token-parts] [data-part]").await?;
    let names: Vec<&str> = drawn
        .iter()
        .map(|part| part.attribute("data-part"))
        .collect();
    ensure!(
        names == ["header", "encrypted-key", "iv", "ciphertext", "tag"],
        "{names:?}"
    );
    page.console_is_empty().await
}

async fn a_character_that_is_not_base64url_is_pointed_at(page: &Page) -> Result<()> {
    let token = samples::workshop("Patient")?;
    let (start, _) = token.split_once('.').unwrap_or_default();
    // The fifth character of the payload.
    let at = start.len() + 5;
    let broken = format!("{}*{}", &token[..at], &token[at + 1..]);
    damaged(page, &broken).await?;
    says(
        page,
        "structure-foreign-character",
        &["payload", "character 5", "*"],
    )
    .await?;
    page.expect_text("verdict-structure", "payload").await?;
    page.expect_text("decoded-header", "HS256").await?;
    let marks = page
        .all("[data-testid=token-parts] mark.part-fault")
        .await?;
    let first = marks.first().map(|mark| mark.text.as_str());
    ensure!(first == Some("*"), "{marks:?}");
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_state("verdict-signature", "invalid").await
}

async fn a_payload_that_is_not_json(page: &Page) -> Result<()> {
    page.open().await?;
    let paste = samples::compact(HEADER, b"Hello, world", b"sig");
    page.paste("token-input", &paste).await?;
    // A JWS may carry anything; what it has not is a JWT Claims Set.
    page.expect_verdicts("ok", "unchecked", "none").await?;
    let shown = page.text_of("main").await?;
    ensure!(shown.contains("Hello, world"), "the text is not shown");
    ensure!(shown.contains("not JSON"), "it is not said");
    page.console_is_empty().await
}

async fn a_payload_whose_json_is_broken_names_its_line(page: &Page) -> Result<()> {
    page.open().await?;
    let paste = samples::compact(HEADER, b"{\"sub\":\"jo\",\n \"exp\" 1}", b"sig");
    page.paste("token-input", &paste).await?;
    page.expect_state("verdict-claims", "none").await?;
    page.expect_text("verdict-claims", "line 2, column 8")
        .await?;
    page.expect_text("decoded-payload", "\"jo\"").await?;
    page.console_is_empty().await
}

async fn invalid_utf8(page: &Page) -> Result<()> {
    page.open().await?;
    let paste = samples::compact(HEADER, b"{\"sub\":\"j\xffo\",\"exp\":1}", b"sig");
    page.paste("token-input", &paste).await?;
    harness::check::soon("the place is said", async || {
        let said = page.text_of("main").await?;
        let names = said.contains("payload") || said.contains("Payload");
        Ok((names && said.contains("UTF-8") && said.contains("0xFF")).then_some(()))
    })
    .await?;
    page.expect_text("decoded-payload", "\"exp\"").await?;
    page.console_is_empty().await?;
    let paste = samples::compact("{\"alg\":\"HS256\",\"kid\":\"\"}", b"{}", b"sig");
    page.paste("token-input", &paste).await?;
    page.expect_state("verdict-structure", "ok").await
}

async fn a_header_that_is_no_object(page: &Page) -> Result<()> {
    damaged(page, &samples::compact("[1]", b"{}", b"sig")).await?;
    page.expect_text("verdict-structure", "eader").await
}

async fn prose(page: &Page) -> Result<()> {
    damaged(page, "no token. in here. at all").await?;
    page.expect_verdicts("damaged", "unchecked", "none").await?;
    page.expect_text("verdict-structure", "token").await
}

async fn five_megabytes_of_words(page: &Page) -> Result<()> {
    five_megabytes(page, "lorem ipsum ").await
}

async fn five_megabytes_of_one_letter(page: &Page) -> Result<()> {
    five_megabytes(page, "a").await
}

async fn five_megabytes_that_begin_like_tokens(page: &Page) -> Result<()> {
    five_megabytes(page, "eyJ").await
}

async fn five_megabytes_of_dots(page: &Page) -> Result<()> {
    five_megabytes(page, ".").await
}

async fn five_megabytes_of_opened_json(page: &Page) -> Result<()> {
    five_megabytes(page, "{\"a\":").await
}

async fn five_megabytes_of_lines(page: &Page) -> Result<()> {
    // Not of single letters: the text area itself takes a minute to lay those out.
    five_megabytes(page, &format!("{}\n", "\u{e9} ".repeat(40))).await
}

/// Said to be no token within seconds, kept whole, and the page works on.
async fn five_megabytes(page: &Page, unit: &str) -> Result<()> {
    page.open().await?;
    page.input("clock", DURING).await?;
    let started = Instant::now();
    page.run(
        "const [unit, length] = arguments;
         const control = document.querySelector('[data-testid=token-input]');
         control.value = unit.repeat(Math.ceil(length / unit.length));
         control.dispatchEvent(new Event('input', { bubbles: true }));",
        vec![json!(unit), json!(5_000_000)],
    )
    .await?;
    page.expect_state("verdict-structure", "damaged").await?;
    let took = started.elapsed();
    ensure!(took < Duration::from_secs(10), "it took {took:?}");
    let kept = page
        .run(
            // The control shows a window of it.
            "return Number(document.querySelector('[data-testid=token-window]').dataset.bytes)",
            vec![],
        )
        .await?;
    ensure!(kept.as_u64() >= Some(5_000_000), "{kept} bytes kept");
    page.console_is_empty().await?;
    page.input("token-input", &samples::workshop("Patient")?)
        .await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_verdicts("ok", "valid", "ok").await
}

async fn a_payload_of_one_megabyte(page: &Page) -> Result<()> {
    let payload = format!(r#"{{"exp":1767226500,"text":"{}"}}"#, "x".repeat(1_000_000));
    let paste = samples::compact(HEADER, payload.as_bytes(), b"sig");
    page.open().await?;
    page.input("clock", DURING).await?;
    page.input("token-input", &paste).await?;
    page.expect_verdicts("ok", "unchecked", "ok").await?;
    page.input("key-input", &samples::secret()?).await?;
    page.expect_state("verdict-signature", "invalid").await?;
    page.console_is_empty().await
}

async fn ten_thousand_claims(page: &Page) -> Result<()> {
    let members: Vec<String> = (0..10_000).map(|n| format!("\"claim{n}\":{n}")).collect();
    let payload = format!("{{{}}}", members.join(","));
    let paste = samples::compact(HEADER, payload.as_bytes(), b"sig");
    page.open().await?;
    page.input("token-input", &paste).await?;
    page.expect_state("verdict-structure", "ok").await?;
    let rows = page.all("[data-testid=claim][data-in=payload]").await?;
    ensure!(rows.len() >= 1_000, "{} rows", rows.len());
    ensure!(page.text("decoded-payload").await?.contains("claim9999"));
    page.console_is_empty().await
}

async fn deep_nesting(page: &Page) -> Result<()> {
    page.open().await?;
    for depth in [100, 100_000] {
        let payload = format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
        let paste = samples::compact(HEADER, payload.as_bytes(), b"sig");
        page.input("token-input", &paste).await?;
        page.expect_text("decoded-header", "HS256").await?;
        page.console_is_empty().await?;
    }
    page.input("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_state("verdict-structure", "ok").await
}

async fn markup_stays_text(page: &Page) -> Result<()> {
    let markup = "<img src=x onerror=window.harmed=1><script>window.harmed=1</script>";
    let payload = json!({ markup: markup, "iss": "javascript:window.harmed=1" }).to_string();
    page.open().await?;
    page.paste(
        "token-input",
        &samples::compact(HEADER, payload.as_bytes(), b"sig"),
    )
    .await?;
    page.expect_text("decoded-payload", markup).await?;
    ensure!(page.claim("payload", markup).await?.is_some(), "no row");
    let harmed = page
        .run(
            "return window.harmed === 1
                || document.querySelector('main img, main script, a[href^=\"javascript:\"]') !== null",
            vec![],
        )
        .await?;
    ensure!(harmed == false, "markup of a token became part of the page");
    page.console_is_empty().await
}
