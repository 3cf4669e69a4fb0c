//! A browser that asks the person before a page may reach the local network: as long as nobody
//! answers, and after a no, the page says what it can know, and stays usable.
//!
//! The question is the browser's own and no driver answers it, so what stands here for such a
//! browser is a `fetch` that does what that one does: it waits, sends nothing, and ends when its
//! signal is aborted.
//! Spec: Local Network Access (WICG), Fetch §5.6.

use anyhow::{Result, ensure};
use harness::samples::{self, DURING};
use harness::variant::Variant;
use harness::{Case, JwksServer, Mood, Page, cases};
use serde_json::json;

use crate::language::speaks;

/// The tests of this file.
pub const ALL: &[Case] = cases!["jwks_asking":
    a_question_that_nobody_answers_is_given_up_while_the_page_stays_usable,
    a_question_that_nobody_answers_can_be_cancelled,
    a_no_is_one_of_the_causes_that_the_browser_hides,
];

const ASSERTION: &str = "client assertion RS512";

/// What goes to another origin waits for `window.answer`, and is kept in `window.asked`.
const ASKS: &str = "
    window.asked = [];
    window.answer = 'none';
    const send = window.fetch.bind(window);
    window.fetch = (request, options) => {
        if (new URL(request.url ?? request, location.href).origin === location.origin) return send(request, options);
        window.asked.push(request);
        if (window.answer === 'yes') return send(request, options);
        if (window.answer === 'no') return Promise.reject(new TypeError('Failed to fetch'));
        const { signal } = request;
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    };";

/// The page in a browser that asks, with a token, after the click that fetches the server's set.
async fn clicked(page: &Page, answer: &str, server: &JwksServer) -> Result<Variant> {
    let variant = Variant::with_script(ASKS)?;
    page.open_url(&variant.url()).await?;
    will_answer(page, answer).await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &samples::koppeltaal(ASSERTION)?)
        .await?;
    page.input("jwks-url", &server.url(Mood::Good)).await?;
    page.click("jwks-fetch").await?;
    Ok(variant)
}

fn server() -> Result<JwksServer> {
    JwksServer::start(samples::text("koppeltaal-jwks.json")?)
}

async fn will_answer(page: &Page, answer: &str) -> Result<()> {
    page.run("window.answer = arguments[0]", vec![json!(answer)])
        .await?;
    Ok(())
}

/// The browser was asked for the set once, which nobody sent; `is_ended` where its signal says so.
async fn was_asked_once(page: &Page, server: &JwksServer, is_ended: &str) -> Result<()> {
    let asked = page
        .run(
            "return window.asked.map(({ url, signal }) => [url, signal.aborted ? 'ended' : 'open'])",
            vec![],
        )
        .await?;
    let expected = json!([[server.url(Mood::Good), is_ended]]);
    ensure!(asked == expected, "{asked}, not {expected}");
    ensure!(server.requests().is_empty(), "{:?}", server.requests());
    Ok(())
}

/// The page waits, says for what, and offers to stop.
async fn waits(page: &Page, server: &JwksServer) -> Result<()> {
    page.expect_state("jwks-status", "fetching").await?;
    page.expect_text("jwks-status", &server.url(Mood::Good))
        .await?;
    let cancel = page.one("jwks-cancel").await?;
    ensure!(cancel.is_visible && cancel.text == "Cancel", "{cancel:?}");
    was_asked_once(page, server, "open").await
}

/// Whoever says yes in the end fetches again.
async fn is_fetched_after_a_yes(page: &Page, server: &JwksServer) -> Result<()> {
    will_answer(page, "yes").await?;
    page.click("jwks-fetch").await?;
    page.expect_state("jwks-status", "ok").await?;
    ensure!(server.requests().len() == 1, "{:?}", server.requests());
    Ok(())
}

async fn a_question_that_nobody_answers_is_given_up_while_the_page_stays_usable(
    page: &Page,
) -> Result<()> {
    let server = server()?;
    let _variant = clicked(page, "none", &server).await?;
    waits(page, &server).await?;
    // Meanwhile a token is typed, and another is verified with a key of its own.
    page.empty("token-input").await?;
    page.expect_state("verdict-structure", "empty").await?;
    page.type_keys(
        "token-input",
        &samples::compact(r#"{"alg":"HS256"}"#, b"{}", b"sig"),
    )
    .await?;
    page.expect_state("verdict-structure", "ok").await?;
    page.verify_workshop_token().await?;
    ensure!(page.state("jwks-status").await? == "fetching", "too early");
    page.expect_state("jwks-status", "error").await?;
    was_asked_once(page, &server, "ended").await?;
    for (language, question) in [
        (
            "nl",
            "Vraagt de browser je nog iets, bijvoorbeeld over het lokale netwerk",
        ),
        (
            "en",
            "If the browser is still asking you something, such as about the local network",
        ),
    ] {
        page.choose("language", language).await?;
        speaks(page, language).await?;
        page.expect_text("jwks-status", question).await?;
        page.expect_text("jwks-status", "10 s").await?;
    }
    ensure!(page.text_of("main").await?.contains("curl -sSL"), "no curl");
    page.expect_verdicts("ok", "valid", "ok").await?;
    is_fetched_after_a_yes(page, &server).await
}

async fn a_question_that_nobody_answers_can_be_cancelled(page: &Page) -> Result<()> {
    let server = server()?;
    let _variant = clicked(page, "none", &server).await?;
    waits(page, &server).await?;
    page.click("jwks-cancel").await?;
    page.expect_state("jwks-status", "error").await?;
    page.expect_text("jwks-status", "Cancelled").await?;
    was_asked_once(page, &server, "ended").await?;
    page.expect_state("verdict-signature", "unchecked").await?;
    is_fetched_after_a_yes(page, &server).await?;
    page.expect_verdicts("ok", "valid", "ok").await
}

async fn a_no_is_one_of_the_causes_that_the_browser_hides(page: &Page) -> Result<()> {
    let server = server()?;
    let _variant = clicked(page, "no", &server).await?;
    page.expect_state("jwks-status", "error").await?;
    was_asked_once(page, &server, "open").await?;
    page.expect_text("jwks-status", "does not say why").await?;
    page.expect_text("jwks-status", "a local network that the browser asks about")
        .await?;
    ensure!(page.text_of("main").await?.contains("curl -sSL"), "no curl");
    page.expect_state("verdict-signature", "unchecked").await?;
    is_fetched_after_a_yes(page, &server).await?;
    page.expect_verdicts("ok", "valid", "ok").await
}
