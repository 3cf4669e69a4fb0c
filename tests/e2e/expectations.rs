//! What a person expects of a token: its claims, its header, its age, what stands beside it, and
//! the clock that all of it is judged by.

use anyhow::{Context, Result, ensure};
use harness::samples::{self, DURING};
use harness::{Case, Page, cases, check};
use serde_json::{Value, json};

/// The tests of this file.
pub const ALL: &[Case] = cases!["expectations":
    each_expectation_is_met_or_named,
    the_oldest_that_is_accepted,
    leeway_forgives_both_ends,
    an_access_token_and_a_code_beside_an_id_token,
    a_proof_belongs_to_its_access_token,
    a_token_that_is_bound_to_a_key,
    what_does_not_apply_stays_folded,
    what_was_judged_is_said_without_any_moment,
    a_verdict_and_its_details_are_equally_grave,
    the_clock_is_moved_by_its_buttons,
    the_clock_is_dragged_along_the_line,
    a_moment_that_cannot_be_read_says_where,
    emptying_the_page_forgets_what_stood_beside,
];

/// OpenID Connect Core Appendix A: the access token, the code, and their hashes under RS256.
const ACCESS_TOKEN: &str = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y";
const AT_HASH: &str = "77QmUPtjPfzWtF2AnpK9RQ";
const CODE: &str = "Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk";
const C_HASH: &str = "LDktKdoQak3Pk0cnXxCltA";

fn token(header: &Value, payload: &Value) -> String {
    samples::compact(&header.to_string(), payload.to_string().as_bytes(), b"x")
}

async fn inspect(page: &Page, header: &Value, payload: &Value) -> Result<()> {
    page.open().await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &token(header, payload)).await?;
    page.expect_state("verdict-structure", "ok").await
}

/// Opens a fold by its heading.
async fn unfold(page: &Page, id: &str) -> Result<()> {
    if !is_open(page, id).await? {
        page.click_on(&format!("[data-testid={id}] summary"))
            .await?;
    }
    Ok(())
}

async fn is_open(page: &Page, id: &str) -> Result<bool> {
    Ok(page.one(id).await?.attributes.contains_key("open"))
}

/// The verdict on the claims with this text in a field, and its sentence in the details.
async fn judged(page: &Page, id: &str, text: &str, state: &str, code: &str) -> Result<()> {
    page.input(id, text).await?;
    page.expect_state("verdict-claims", state).await?;
    check::soon(&format!("{id} = {text}: {code}"), async || {
        let said = page
            .first(&format!("[data-testid=timeline] [data-code={code}]"))
            .await?;
        Ok(said.filter(|said| said.is_visible))
    })
    .await?;
    Ok(())
}

async fn each_expectation_is_met_or_named(page: &Page) -> Result<()> {
    let header = json!({ "alg": "ES256", "typ": "at+jwt" });
    let payload = json!({ "sub": "jo", "nonce": "n-1", "iat": 1_767_225_600 });
    inspect(page, &header, &payload).await?;
    unfold(page, "expect-more").await?;
    for (id, met, other, code) in [
        ("expect-sub", "jo", "JO ", "claims-near"),
        ("expect-sub", "jo", "al", "claims-mismatch"),
        ("expect-nonce", "n-1", "n-2", "claims-mismatch"),
        (
            "expect-typ",
            "application/at+JWT",
            "JWT",
            "claims-header-mismatch",
        ),
        (
            "expect-algs",
            "RS256, ES256",
            "RS256 PS256",
            "claims-header-mismatch",
        ),
    ] {
        judged(page, id, other, "mismatch", code).await?;
        let matches = match code.contains("header") {
            true => "claims-header-match",
            false => "claims-match",
        };
        judged(page, id, met, "ok", matches).await?;
        page.input(id, "").await?;
    }
    judged(page, "expect-iss", "someone", "mismatch", "claims-missing").await?;
    page.input("expect-iss", "").await?;
    page.expect_state("verdict-claims", "ok").await?;
    page.console_is_empty().await
}

async fn the_oldest_that_is_accepted(page: &Page) -> Result<()> {
    let header = json!({ "alg": "HS256" });
    inspect(page, &header, &json!({ "iat": 1_767_225_600 })).await?;
    unfold(page, "expect-more").await?;
    judged(page, "expect-max-age", "59", "mismatch", "claims-too-old").await?;
    page.input("expect-max-age", "60").await?;
    page.expect_state("verdict-claims", "ok").await?;
    page.input("expect-max-age", "59").await?;
    page.input("expect-leeway", "1").await?;
    page.expect_state("verdict-claims", "ok").await?;
    page.input("expect-max-age", "an hour").await?;
    check::becomes("aria-invalid", true, async || {
        Ok(page.one("expect-max-age").await?.attribute("aria-invalid") == "true")
    })
    .await?;
    page.paste("token-input", &token(&header, &json!({ "sub": "jo" })))
        .await?;
    judged(
        page,
        "expect-max-age",
        "60",
        "mismatch",
        "claims-age-unknown",
    )
    .await
}

async fn leeway_forgives_both_ends(page: &Page) -> Result<()> {
    let payload = json!({ "nbf": 1_767_225_600, "exp": 1_767_225_900 });
    inspect(page, &json!({ "alg": "HS256" }), &payload).await?;
    for (clock, state) in [("1767225570", "not-yet-valid"), ("1767225930", "expired")] {
        page.input("expect-leeway", "").await?;
        page.input("clock", clock).await?;
        page.expect_state("verdict-claims", state).await?;
        page.input("expect-leeway", "60").await?;
        page.expect_state("verdict-claims", "ok").await?;
        page.expect_text("verdict-claims", "tolerated").await?;
    }
    Ok(())
}

async fn an_access_token_and_a_code_beside_an_id_token(page: &Page) -> Result<()> {
    let header = json!({ "alg": "RS256" });
    let payload = json!({ "at_hash": AT_HASH, "c_hash": C_HASH });
    inspect(page, &header, &payload).await?;
    check::becomes("the fold is open", true, async || {
        is_open(page, "expect-beside").await
    })
    .await?;
    let wrong = format!("{ACCESS_TOKEN}x");
    let field = "expect-access-token";
    judged(page, field, &wrong, "mismatch", "claims-hash-mismatch").await?;
    let bearer = format!("Bearer {ACCESS_TOKEN}");
    judged(page, field, &bearer, "ok", "claims-hash-match").await?;
    page.input(field, "").await?;
    judged(page, "expect-code", "x", "mismatch", "claims-hash-mismatch").await?;
    judged(page, "expect-code", CODE, "ok", "claims-hash-match").await?;
    // A hash that another algorithm asks for.
    let header = json!({ "alg": "RS512" });
    page.paste("token-input", &token(&header, &payload)).await?;
    judged(page, "expect-code", CODE, "mismatch", "claims-hash-other").await?;
    page.console_is_empty().await
}

fn dpop() -> Result<Value> {
    samples::json("rfc9449-dpop.json")
}

fn dpop_token(id: &str) -> Result<String> {
    let all = dpop()?;
    let examples = all["examples"].as_array().context("examples")?;
    let found = examples.iter().find(|one| one["id"] == id);
    let token = found.and_then(|one| one["token"].as_str());
    Ok(token.context("a token")?.to_string())
}

async fn a_proof_belongs_to_its_access_token(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &dpop_token("rfc9449-4")?).await?;
    page.expect_state("verdict-signature", "self-asserted")
        .await?;
    let beside = dpop()?["ath_example"]["access_token"].clone();
    let beside = beside.as_str().context("an access token")?;
    let field = "expect-access-token";
    judged(page, field, beside, "ok", "claims-hash-match").await?;
    judged(page, field, "x", "mismatch", "claims-hash-mismatch").await?;
    // A proof without `ath` is for no access token.
    page.paste("token-input", &dpop_token("rfc9449-1")?).await?;
    judged(page, field, beside, "mismatch", "claims-missing").await
}

async fn a_token_that_is_bound_to_a_key(page: &Page) -> Result<()> {
    let all = dpop()?;
    let jkt = all["jkt"].as_str().context("jkt")?;
    let jwk = all["examples"][0]["key"].to_string();
    let proof = dpop_token("rfc9449-1")?;
    page.open().await?;
    page.input("clock", "1562262616").await?;
    page.paste("token-input", &dpop_token("rfc9449-3")?).await?;
    for given in [jkt, &jwk, &proof] {
        judged(page, "expect-key", given, "ok", "claims-key-match").await?;
    }
    let other = samples::koppeltaal_jwk("ES384")?.to_string();
    judged(
        page,
        "expect-key",
        &other,
        "mismatch",
        "claims-key-mismatch",
    )
    .await?;
    judged(page, "expect-key", "what", "ok", "claims-key-unreadable").await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    judged(page, "expect-key", jkt, "mismatch", "claims-missing").await
}

async fn what_does_not_apply_stays_folded(page: &Page) -> Result<()> {
    inspect(page, &json!({ "alg": "HS256" }), &json!({ "sub": "jo" })).await?;
    ensure!(!is_open(page, "expect-beside").await?, "open");
    ensure!(!is_open(page, "expect-more").await?, "open");
    let bound = json!({ "cnf": { "jkt": "x" }, "at_hash": AT_HASH });
    page.paste("token-input", &token(&json!({ "alg": "HS256" }), &bound))
        .await?;
    check::becomes("the fold is open", true, async || {
        is_open(page, "expect-beside").await
    })
    .await?;
    page.expect_text("expect-beside", "at_hash, cnf").await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    check::becomes("the fold is open", false, async || {
        is_open(page, "expect-beside").await
    })
    .await
}

async fn what_was_judged_is_said_without_any_moment(page: &Page) -> Result<()> {
    inspect(page, &json!({ "alg": "HS256" }), &json!({ "iss": "a" })).await?;
    judged(page, "expect-iss", "a", "ok", "claims-match").await?;
    let line = page.all(".line").await?;
    ensure!(line.iter().all(|line| !line.is_visible), "an empty line");
    Ok(())
}

async fn a_verdict_and_its_details_are_equally_grave(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.input("expect-aud", "another").await?;
    page.input("clock", "1767229999").await?;
    page.expect_state("verdict-claims", "expired").await?;
    let tone = page.one("verdict-claims").await?;
    ensure!(tone.attribute("data-tone") == "bad", "{tone:?}");
    for code in ["claims-expired", "claims-mismatch"] {
        let said = page
            .first(&format!("[data-testid=timeline] [data-code={code}]"))
            .await?
            .context("a detail")?;
        ensure!(said.attribute("data-severity") == "danger", "{said:?}");
    }
    Ok(())
}

async fn the_clock_is_moved_by_its_buttons(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.input("clock", "1767226499").await?;
    page.expect_state("verdict-claims", "ok").await?;
    // −1 h, −5 min, +5 min, +1 h, Now.
    for (button, moment, state) in [
        (3, "2026-01-01 00:19:59 UTC", "expired"),
        (2, "2026-01-01 00:14:59 UTC", "ok"),
        (4, "2026-01-01 01:14:59 UTC", "expired"),
        (1, "2026-01-01 00:14:59 UTC", "ok"),
    ] {
        page.click_on(&format!(".clock-steps button:nth-child({button})"))
            .await?;
        page.expect_value("clock", moment).await?;
        page.expect_state("verdict-claims", state).await?;
    }
    page.click_on(".clock-steps button:nth-child(5)").await?;
    page.expect_value("clock", "").await?;
    page.expect_state("verdict-claims", "expired").await
}

async fn the_clock_is_dragged_along_the_line(page: &Page) -> Result<()> {
    let payload = json!({
        "auth_time": 1_767_225_500, "iat": 1_767_225_600, "nbf": 1_767_225_630, "exp": 1_767_225_900,
    });
    inspect(page, &json!({ "alg": "HS256" }), &payload).await?;
    check::becomes(
        "the marks",
        vec!["auth_time", "exp", "iat", "nbf"]
            .into_iter()
            .map(String::from)
            .collect::<Vec<_>>(),
        async || {
            let marks = page.all("[data-testid=timeline] .mark").await?;
            Ok(marks
                .iter()
                .map(|mark| mark.attribute("data-claim").to_string())
                .collect())
        },
    )
    .await?;
    for (at, state) in [
        (1_767_225_610, "not-yet-valid"),
        (1_767_225_700, "ok"),
        (1_767_225_901, "expired"),
    ] {
        page.run(
            "const slider = document.querySelector('[data-testid=timeline] input[type=range]');
             slider.value = arguments[0];
             slider.dispatchEvent(new Event('input', { bubbles: true }));",
            vec![json!(at)],
        )
        .await?;
        page.expect_state("verdict-claims", state).await?;
        let clock = page.value("clock").await?;
        ensure!(clock.starts_with("2026-01-01 00:"), "{clock}");
    }
    // By key, from where it stands.
    page.run(
        "document.querySelector('[data-testid=timeline] input[type=range]').focus()",
        vec![],
    )
    .await?;
    page.press(char::from(fantoccini::key::Key::Left)).await?;
    page.press(char::from(fantoccini::key::Key::Left)).await?;
    page.expect_state("verdict-claims", "ok").await
}

async fn a_moment_that_cannot_be_read_says_where(page: &Page) -> Result<()> {
    page.open().await?;
    for (text, word) in [
        ("2026-13-", "day"),
        ("1767225660000", "milliseconds"),
        ("2026-02-30", "no such moment"),
        ("tomorrow", "2026-01-31"),
    ] {
        page.input("clock", text).await?;
        check::soon(&format!("{text}: {word}"), async || {
            let said = page.text_of("#clock-says").await?;
            Ok((said.contains(word) && said.contains("now")).then_some(()))
        })
        .await?;
    }
    Ok(())
}

async fn emptying_the_page_forgets_what_stood_beside(page: &Page) -> Result<()> {
    let payload = json!({ "at_hash": AT_HASH, "cnf": { "jkt": "x" } });
    inspect(page, &json!({ "alg": "RS256" }), &payload).await?;
    let fields = ["expect-access-token", "expect-code", "expect-key"];
    for field in fields {
        page.input(field, "something").await?;
    }
    page.click("clear").await?;
    for field in fields {
        page.expect_value(field, "").await?;
    }
    Ok(())
}
