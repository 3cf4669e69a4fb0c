//! What the page says of a name, of a value and of a finding, and on what it rests.

use anyhow::{Context, Result, ensure};
use harness::check;
use harness::samples;
use harness::{Case, Page, cases};

use crate::inside::KEEP_COPIES;
use crate::views::{HEADER, copied, show};

/// The tests of this file.
pub const ALL: &[Case] = cases!["explaining":
    a_registered_name_that_the_issuer_uses_its_own_way_says_so_with_a_warning_and_a_link,
    a_finding_says_whether_it_is_known_or_only_likely,
    an_iat_ahead_of_the_clock_is_a_finding_until_the_clock_is_there,
    a_guessed_secret_stands_in_the_report_and_leaves_it_with_the_token,
    a_search_tells_how_far_it_is_and_ends_on_a_click,
    a_kind_of_token_says_how_long_it_may_live_or_that_nobody_writes_it,
    what_is_packed_in_a_value_is_opened_in_place_or_gone_into,
];

/// A claim's row: its text and the addresses of its links.
async fn row(page: &Page, claim: &str) -> Result<(String, Vec<String>)> {
    let row = page.claim("payload", claim).await?.context("a row")?;
    let links = page
        .all(&format!(
            "[data-testid=claim][data-in=payload][data-claim=\"{claim}\"] a.spec"
        ))
        .await?;
    let links = links.iter().map(|link| link.attribute("href").to_owned());
    Ok((row.text, links.collect()))
}

async fn a_registered_name_that_the_issuer_uses_its_own_way_says_so_with_a_warning_and_a_link(
    page: &Page,
) -> Result<()> {
    show(
        page,
        r#"{"iss":"https://login.microsoftonline.com/t/v2.0","tid":"t","scp":"a","sub":"x"}"#,
    )
    .await?;
    let (text, links) = check::soon("the reading of the issuer", async || {
        let row = row(page, "sub").await?;
        Ok(row
            .0
            .contains("under a number that is different")
            .then_some(row))
    })
    .await?;
    ensure!(text.contains("To recognise the same user"), "{text}");
    ensure!(
        links.len() == 2
            && links[0] == "https://www.rfc-editor.org/rfc/rfc7519.html#section-4.1.2"
            && links[1].contains("access-token-claims-reference"),
        "{links:?}"
    );
    // The same name of an issuer that nobody knows has the definition only.
    page.input(
        "token-input",
        &samples::compact(HEADER, br#"{"iss":"a","sub":"x"}"#, b"sig"),
    )
    .await?;
    check::soon("no reading", async || {
        let (text, links) = row(page, "sub").await?;
        Ok((!text.contains("To recognise the same user") && links.len() == 1).then_some(()))
    })
    .await?;
    page.console_is_empty().await
}

async fn a_finding_says_whether_it_is_known_or_only_likely(page: &Page) -> Result<()> {
    page.open().await?;
    let paste = samples::compact(r#"{"alg":"HS256","kid":"../k"}"#, br#"{"a":-0}"#, b"sig");
    page.paste("token-input", &paste).await?;
    page.paste("key-input", "short").await?;
    page.verdict_is_settled().await?;
    let basis = async |code: &str| {
        let finding = format!("[data-testid=finding][data-code={code}]");
        let found = page.first(&finding).await?.context("a finding")?;
        let basis = page.first(&format!("{finding} .finding-basis")).await?;
        let basis = basis.context("a basis")?;
        ensure!(basis.is_visible, "it cannot be seen");
        Ok(format!(
            "{}: {}",
            found.attribute("data-certainty"),
            basis.text
        ))
    };
    for (code, expected) in [
        ("exp-missing", "known: Known, by RFC 7519 §4.1.4."),
        (
            "kid-path",
            "likely: Likely, not certain, by RFC 8725 §3.10.",
        ),
        ("number-negative-zero", "known: Known, by RFC 8259 §6."),
        // The verdict warns of it too; it is said once, with its clause.
        ("hmac-key-short", "known: Known, by RFC 7518 §3.2."),
    ] {
        check::becomes(code, expected.to_owned(), async || basis(code).await).await?;
    }
    let codes = page.codes("finding").await?;
    ensure!(
        !codes.iter().any(|code| code == "verify-short-secret"),
        "{codes:?}"
    );
    let silent = page
        .all("[data-testid=finding]:not([data-certainty])")
        .await?;
    ensure!(
        silent
            .iter()
            .all(|one| one.attribute("data-code") == "check-more"),
        "{silent:?}"
    );
    page.console_is_empty().await
}

async fn an_iat_ahead_of_the_clock_is_a_finding_until_the_clock_is_there(
    page: &Page,
) -> Result<()> {
    page.open().await?;
    page.input("clock", "1000").await?;
    let paste = samples::compact(r#"{"alg":"HS256"}"#, br#"{"iat":1060,"exp":2000}"#, b"sig");
    page.paste("token-input", &paste).await?;
    let is_there = async || {
        let codes = page.codes("finding").await?;
        let is_checked = codes.iter().any(|code| code == "aud-missing");
        Ok(is_checked.then(|| codes.iter().any(|code| code == "iat-ahead")))
    };
    check::becomes("iat is ahead", Some(true), is_there).await?;
    let selector = "[data-testid=token-parts] mark[data-code=iat-ahead]";
    check::soon("its place", async || page.first(selector).await).await?;
    page.input("clock", "1060").await?;
    check::becomes("iat is now", Some(false), is_there).await?;
    page.input("clock", "1059").await?;
    check::becomes("iat is ahead again", Some(true), is_there).await?;
    page.console_is_empty().await
}

async fn a_guessed_secret_stands_in_the_report_and_leaves_it_with_the_token(
    page: &Page,
) -> Result<()> {
    // Signed with the secret `your-256-bit-secret`.
    let token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqbyJ9.Bcry9C8vbLVOEpDytvEoPsK7pfSjkMiugDz66QoosbI";
    page.open().await?;
    page.run(KEEP_COPIES, vec![]).await?;
    page.paste("token-input", token).await?;
    check::soon("the report's button", async || {
        Ok(Some(page.one("report-json").await?).filter(|button| button.is_visible))
    })
    .await?;
    let before = copied(page, "report-json").await?;
    ensure!(!before.contains("secret-guessed"), "nobody asked: {before}");
    page.click("guess-start").await?;
    page.expect_state("guess", "found").await?;
    for button in ["report-json", "report-redacted-json"] {
        let report: serde_json::Value = serde_json::from_str(&copied(page, button).await?)?;
        let finding = &report["findings"][0];
        ensure!(
            finding["code"] == "secret-guessed" && finding["certainty"] == "known",
            "{button}: {finding}"
        );
        ensure!(
            !report.to_string().contains("your-256-bit"),
            "the word itself"
        );
    }
    for button in ["report-markdown", "report-redacted-markdown"] {
        let report = copied(page, button).await?;
        ensure!(
            report.contains("The secret stands in a list of known secrets")
                && report.contains("Known, by RFC 8725 §3.5."),
            "{button}: {report}"
        );
    }
    // Another token has another secret.
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_state("guess", "idle").await?;
    let after = copied(page, "report-json").await?;
    ensure!(!after.contains("secret-guessed"), "{after}");
    page.console_is_empty().await
}

async fn a_search_tells_how_far_it_is_and_ends_on_a_click(page: &Page) -> Result<()> {
    page.open().await?;
    // Hashing this content takes so long that the list takes seconds.
    let payload = format!(r#"{{"text":"{}"}}"#, "x".repeat(300_000));
    let token = samples::compact(HEADER, payload.as_bytes(), b"signature");
    page.paste("token-input", &token).await?;
    // What is found moves what stands below it.
    check::soon("findings", async || {
        Ok((!page.codes("finding").await?.is_empty()).then_some(()))
    })
    .await?;
    page.click("guess-start").await?;
    page.expect_state("guess", "running").await?;
    ensure!(!page.one("guess-start").await?.is_visible, "a second start");
    let tried = async || {
        let says = page.first(".guess-says").await?.context("what it says")?;
        let count: String = says.text.chars().filter(char::is_ascii_digit).collect();
        anyhow::Ok(count.parse::<u64>().ok())
    };
    let mut last = 0;
    for _ in 0..3 {
        let now = check::soon("further", async || {
            ensure!(page.state("guess").await? == "running", "it is at its end");
            Ok(tried().await?.filter(|now| *now > last))
        })
        .await?;
        last = now;
    }
    // The page works on: the same worker verifies in between.
    page.paste("key-input", "another secret").await?;
    page.expect_state("verdict-signature", "invalid").await?;
    ensure!(page.state("guess").await? == "running", "it is at its end");
    page.click("guess-cancel").await?;
    page.expect_state("guess", "idle").await?;
    ensure!(tried().await?.is_none(), "a count stays");
    ensure!(
        !page.one("guess-cancel").await?.is_visible,
        "nothing to end"
    );
    ensure!(page.one("guess-start").await?.is_visible, "no new start");
    ensure!(
        !page
            .codes("finding")
            .await?
            .contains(&"secret-guessed".to_owned())
    );
    // And it can be started anew, for another token, to its end.
    page.empty("key-input").await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_verdicts("ok", "unchecked", "expired").await?;
    page.click("guess-start").await?;
    page.expect_state("guess", "none").await?;
    page.console_is_empty().await
}

async fn a_kind_of_token_says_how_long_it_may_live_or_that_nobody_writes_it(
    page: &Page,
) -> Result<()> {
    page.open().await?;
    for (payload, limit, finding) in [
        (
            r#"{"iss":"https://accounts.google.com","aud":"a","sub":"s","iat":1,"exp":7201}"#,
            "Longest lifetime: 1 hour (Google Cloud",
            "",
        ),
        (
            r#"{"iss":"https://a.example/","aud":"a","sub":"s","nonce":"n","iat":1,"exp":9999999}"#,
            "no limit is written",
            "lifetime-long",
        ),
    ] {
        let paste = samples::compact(r#"{"alg":"RS256"}"#, payload.as_bytes(), b"sig");
        page.input("token-input", &paste).await?;
        page.expect_text("profile-lifetime", limit).await?;
        check::soon("who says that it lives too long", async || {
            let of_profile = page.codes("profile-rule").await?;
            let is_said = of_profile.contains(&"profile-lifetime".to_owned());
            let findings = page.codes("finding").await?;
            let is_found = findings.contains(&"lifetime-long".to_owned());
            let is_so = is_said != is_found && is_found == (finding == "lifetime-long");
            Ok(is_so.then_some(()))
        })
        .await?;
    }
    page.console_is_empty().await
}

async fn what_is_packed_in_a_value_is_opened_in_place_or_gone_into(page: &Page) -> Result<()> {
    let encode = |text: &str| {
        use base64::Engine as _;
        base64::prelude::BASE64_URL_SAFE_NO_PAD.encode(text)
    };
    let token = samples::compact(r#"{"alg":"ES256"}"#, br#"{"sub":"inside"}"#, b"sig");
    let words = "These words are longer than what fits into one sentence, and so the end of them \
                 is shown on request only";
    let payload = serde_json::json!({
        "sub": "outside",
        "text": encode(words),
        "object": encode(r#"{"n":1.0,"list":[true]}"#),
        "written": r#"{"a":{"b":2}}"#,
        "packed": encode(&token),
    });
    show(page, &payload.to_string()).await?;
    page.click_on("#tab-claims").await?;
    let row = |claim: &str| format!("[data-testid=claim][data-in=payload][data-claim={claim}]");
    for (claim, content) in [
        ("text", words),
        (
            "object",
            "{\n  \"n\": 1.0,\n  \"list\": [\n    true\n  ]\n}",
        ),
        ("written", "{\n  \"a\": {\n    \"b\": 2\n  }\n}"),
    ] {
        let row = row(claim);
        let opened = format!("{row} [data-testid=value-content] .json");
        let button = format!("{row} [data-testid=value-unpack]");
        check::soon("the offer", async || page.first(&button).await).await?;
        ensure!(
            page.first(&opened).await?.is_none(),
            "{claim}: opened unasked"
        );
        page.click_on(&button).await?;
        check::becomes(claim, Some(content.to_owned()), async || {
            Ok(page.first(&opened).await?.map(|found| found.text))
        })
        .await?;
        let expanded = page.first(&button).await?.context("the button")?;
        ensure!(expanded.attribute("aria-expanded") == "true");
        page.click_on(&button).await?;
        check::soon("closed again", async || {
            Ok(page.first(&opened).await?.is_none().then_some(()))
        })
        .await?;
    }
    // A token, though it is packed once more, is looked at like any other, and left again.
    page.click_on(&format!("{} [data-testid=value-inspect]", row("packed")))
        .await?;
    page.expect_text("decoded-payload", "inside").await?;
    ensure!(page.one("trail").await?.is_visible, "no way back");
    page.click_on("[data-testid=trail] button").await?;
    page.expect_text("decoded-payload", "outside").await?;
    page.console_is_empty().await
}
