//! Learn: every lesson is done by a script on the real screens, every exercise is failed first and
//! then passed, and nothing of it is loaded before somebody opens Learn.

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use harness::{Case, Page, cases};
use serde_json::{Value, json};
use xtask::setup::browsers::Engine;

/// The tests of this file.
pub const ALL: &[Case] = cases!["learn":
    every_lesson_can_be_done,
    every_exercise_is_failed_and_then_passed,
    lessons_and_their_texts_come_with_learn,
    a_lesson_turns_dutch_and_back,
    a_step_is_set_up_again_and_can_be_left,
];

/// Tests of what only Chromium's driver can do.
pub const ONLY_CHROMIUM: &[Case] = cases!["learn", &[Engine::Chromium];
    what_was_finished_is_stored_when_asked_for,
    a_lesson_is_done_with_the_keyboard,
    the_screens_of_learn_are_accessible_and_whole,
];

const LESSONS: [&str; 16] = [
    "token",
    "parts",
    "base64url",
    "claims",
    "time",
    "signature",
    "tamper",
    "resign",
    "pairs",
    "rotation",
    "sessions",
    "forgers",
    "encryption",
    "never",
    "journey",
    "koppeltaal",
];
const SECRET: &str = "workshop-only-shared-secret-please-change-me-2026";
const INTERNAL: &str = r#"{"role":"Internal"}"#;

pub async fn is_listed(page: &Page) -> Result<()> {
    harness::check::soon("the lessons are listed", async || {
        let card = page.first("[data-testid=learn-lesson]").await?;
        Ok(card.is_some_and(|card| card.is_visible).then_some(()))
    })
    .await
}

pub async fn begin(page: &Page, lesson: &str) -> Result<()> {
    page.click_on(&card(lesson)).await?;
    expect(page, "data-lesson", lesson).await
}

fn card(lesson: &str) -> String {
    format!("[data-testid=learn-lesson][data-lesson={lesson}]")
}

async fn expect(page: &Page, name: &str, value: &str) -> Result<()> {
    let what = format!("{name} of the lesson");
    harness::check::becomes(&what, value.to_string(), async || {
        let strip = page.first("[data-testid=lesson]").await?;
        Ok(strip
            .map(|strip| strip.attribute(name).to_string())
            .unwrap_or_default())
    })
    .await
}

async fn at(page: &Page) -> Result<(String, String)> {
    let strip = page.one("lesson").await?;
    Ok((
        strip.attribute("data-step").to_string(),
        strip.attribute("data-state").to_string(),
    ))
}

async fn every_lesson_can_be_done(page: &Page) -> Result<()> {
    page.open_at("#/learn").await?;
    is_listed(page).await?;
    for (done, lesson) in LESSONS.iter().enumerate() {
        begin(page, lesson).await?;
        finish(page, lesson).await?;
        let ready = page
            .all("[data-testid=learn-lesson][data-state=done]")
            .await?;
        ensure!(ready.len() == done + 1, "{lesson}: {} done", ready.len());
        nothing_is_stored(page).await.context(lesson)?;
    }
    let listed = page
        .all("[data-testid=learn-lesson][data-kind=lesson]")
        .await?;
    ensure!(listed.len() == LESSONS.len(), "{} lessons", listed.len());
    page.console_is_empty().await
}

/// Without being asked to remember, the page leaves nothing behind of what was done.
pub async fn nothing_is_stored(page: &Page) -> Result<()> {
    let stored = page.run(
        "return Object.entries({ ...localStorage, ...sessionStorage })",
        vec![],
    );
    let stored = stored.await?;
    ensure!(stored == json!([]), "stored: {stored}");
    Ok(())
}

/// From its first step to its last.
async fn finish(page: &Page, lesson: &str) -> Result<()> {
    let mut tasks = 0;
    for _ in 0..10 {
        let (step, state) = at(page).await?;
        if state == "open" {
            solve(page, lesson, &step)
                .await
                .with_context(|| format!("{lesson}, {step}"))?;
            expect(page, "data-state", "done").await?;
            tasks += 1;
        }
        page.click("lesson-next").await?;
        harness::check::soon(&format!("{lesson} goes on after {step}"), async || {
            let strip = page.first("[data-testid=lesson]").await?;
            let moved =
                strip.is_none_or(|strip| strip.attribute("data-step") != step || !strip.is_visible);
            Ok(moved.then_some(()))
        })
        .await?;
        if page
            .first(&card(lesson))
            .await?
            .is_some_and(|c| c.is_visible)
        {
            ensure!(tasks > 0, "{lesson} asks for nothing");
            let state = page.first(&card(lesson)).await?.context("no card")?;
            ensure!(state.attribute("data-state") == "done", "{state:?}");
            return Ok(());
        }
    }
    bail!("{lesson} does not end")
}

/// What a person does at a task.
async fn solve(page: &Page, lesson: &str, step: &str) -> Result<()> {
    match (lesson, step) {
        ("token", "issuer") => {
            page.input("expect-iss", "Online-Toestemming-Workshop-IdentityApi")
                .await
        }
        ("parts", "cut") => {
            let token = page.value("token-input").await?;
            let (kept, _) = token.rsplit_once('.').context("no dot")?;
            page.input("token-input", kept).await
        }
        ("base64url", "write") | ("tamper", "role") | ("pairs", "tamper") => {
            put_payload(page, INTERNAL).await
        }
        ("claims", "other") => page.input("expect-aud", "Another-Service").await,
        ("claims", "mine") => {
            page.input("expect-aud", "Online-Toestemming-Workshop")
                .await
        }
        ("time", "later") => page.input("clock", "2099-01-01").await,
        ("time", "early") => {
            let from = claim(page, "nbf").await?;
            page.input("clock", &from).await
        }
        ("signature", "secret") => page.paste("key-input", SECRET).await,
        ("signature", "wrong") => page.paste("key-input", &SECRET.replace('6', "7")).await,
        ("resign", "change") => change_draft(page, "Patient", "Internal").await,
        ("pairs", "forge") => {
            change_draft(page, "Patient", "Internal").await?;
            signs_nothing(page, "sign-key-public").await
        }
        ("resign", "open") | ("forgers", "shared") => open_in_inspect(page).await,
        ("rotation", "gone") => {
            page.click_on("[data-testid=token-picker] label:nth-of-type(2)")
                .await
        }
        ("sessions", "stolen") => {
            let end = claim(page, "exp").await?;
            page.input("clock", &end).await
        }
        ("encryption", "signed") => page.empty("key-input").await,
        ("never", "repair") => {
            change_draft(page, "  \"bsn\": \"123456782\",\n", "").await?;
            open_in_inspect(page).await
        }
        ("journey", "service-a") => page.input("expect-aud", "service-a").await,
        ("journey", "forwarded" | "service-b") => page.input("expect-aud", "service-b").await,
        ("koppeltaal", "assertion") => {
            page.input("expect-aud", "https://auth.koppeltaal.example/oauth2/token")
                .await
        }
        ("koppeltaal", "launch") => page.input("expect-aud", "Device/123").await,
        _ => bail!("nobody knows how"),
    }
}

/// Writes another payload between the dots of the token.
async fn put_payload(page: &Page, payload: &str) -> Result<()> {
    let token = page.value("token-input").await?;
    let mut parts: Vec<&str> = token.split('.').collect();
    ensure!(parts.len() == 3, "{token}");
    let payload = BASE64_URL_SAFE_NO_PAD.encode(payload);
    parts[1] = &payload;
    page.input("token-input", &parts.join(".")).await
}

/// A claim of the token in the field, as JSON.
async fn claim(page: &Page, name: &str) -> Result<String> {
    let token = page.value("token-input").await?;
    let part = token.split('.').nth(1).context("no payload")?;
    let payload: Value = serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(part)?)?;
    Ok(payload[name].to_string())
}

async fn change_draft(page: &Page, from: &str, to: &str) -> Result<()> {
    let draft = page.value("sign-payload").await?;
    ensure!(draft.contains(from), "{draft}");
    page.input("sign-payload", &draft.replace(from, to)).await
}

/// The draft as it is now was refused, and no token stands there.
async fn signs_nothing(page: &Page, code: &str) -> Result<()> {
    let draft = page.value("sign-payload").await?;
    ensure!(draft.contains("Internal"), "{draft}");
    page.expect_code("sign-error", code).await?;
    let error = page.one("sign-error").await?;
    let is_said = error.is_visible && error.text.split(' ').count() > 5;
    ensure!(is_said, "{error:?}");
    let state = page.first(".sign-result").await?.context("no result")?;
    ensure!(state.attribute("data-state") == "error", "{state:?}");
    let token = page.one("sign-output").await?;
    ensure!(token.text.is_empty() && !token.is_visible, "{token:?}");
    Ok(())
}

/// Once the draft as it is now was signed.
async fn open_in_inspect(page: &Page) -> Result<()> {
    let draft = page.value("sign-payload").await?;
    let part = BASE64_URL_SAFE_NO_PAD.encode(&draft);
    page.expect_text("sign-output", &part).await?;
    page.click("sign-open").await
}

/// The exercises: what does not count, and what does.
async fn every_exercise_is_failed_and_then_passed(page: &Page) -> Result<()> {
    page.open_at("#/learn").await?;
    let exercises = [
        "find-audience",
        "find-moment",
        "find-secret",
        "make-verify",
        "protect",
        "repair-launch",
    ];
    for exercise in exercises {
        begin(page, exercise).await?;
        expect(page, "data-state", "open").await?;
        fail(page, exercise)
            .await
            .with_context(|| format!("{exercise}, failing"))?;
        is_still_open(page)
            .await
            .with_context(|| format!("{exercise}, failed"))?;
        page.click("lesson-hint").await?;
        let hint = page.text("lesson-hint-text").await?;
        ensure!(hint.split(' ').count() > 5, "{exercise}: {hint}");
        pass(page, exercise)
            .await
            .with_context(|| format!("{exercise}, passing"))?;
        expect(page, "data-state", "done").await?;
        page.click("lesson-next").await?;
        harness::check::becomes("the card", "done".to_string(), async || {
            let card = page.first(&card(exercise)).await?.context("no card")?;
            Ok(card.attribute("data-state").to_string())
        })
        .await?;
    }
    let listed = page
        .all("[data-testid=learn-lesson][data-kind=exercise]")
        .await?;
    ensure!(listed.len() == exercises.len(), "{}", listed.len());
    page.console_is_empty().await
}

/// What stands in the fields was looked at, and did not do.
async fn is_still_open(page: &Page) -> Result<()> {
    expect(page, "data-judged", "true").await?;
    let (_, state) = at(page).await?;
    ensure!(state == "open", "{state}");
    let card = page.one("lesson-status").await?;
    ensure!(!card.text.contains('✓'), "{card:?}");
    Ok(())
}

async fn fail(page: &Page, exercise: &str) -> Result<()> {
    match exercise {
        "find-audience" => {
            page.input("expect-aud", "portal").await?;
            page.expect_state("verdict-claims", "mismatch").await
        }
        "find-moment" => {
            page.input("clock", "2020-01-01").await?;
            page.expect_state("verdict-claims", "not-yet-valid").await
        }
        "find-secret" => {
            page.paste("key-input", "tulip-harbour-window-tram-orange-2024")
                .await?;
            page.expect_state("verdict-signature", "invalid").await
        }
        "make-verify" => {
            put_payload(page, INTERNAL).await?;
            page.expect_state("verdict-signature", "invalid").await
        }
        "protect" | "repair-launch" => {
            open_in_inspect(page).await?;
            page.expect_state("verdict-signature", "valid").await
        }
        _ => bail!("nobody knows how"),
    }
}

async fn pass(page: &Page, exercise: &str) -> Result<()> {
    match exercise {
        "find-audience" => page.input("expect-aud", "billing-api").await,
        "find-moment" => {
            let from = claim(page, "nbf").await?;
            page.input("clock", &from).await
        }
        "find-secret" => {
            page.paste("key-input", "tulip-harbour-window-tram-orange-2025")
                .await
        }
        "make-verify" => {
            page.click_on("nav a[href='#/sign']").await?;
            page.input("sign-header", r#"{"alg":"HS256"}"#).await?;
            page.input("sign-payload", INTERNAL).await?;
            open_in_inspect(page).await
        }
        "protect" => {
            page.click_on("nav a[href='#/sign']").await?;
            page.input("sign-payload", r#"{"sub":"7f3a","role":"Patient"}"#)
                .await?;
            open_in_inspect(page).await
        }
        "repair-launch" => {
            let now = page
                .run("return Math.floor(Date.now() / 1000)", vec![])
                .await?;
            let now = now.as_i64().context("no clock")?;
            page.click_on("nav a[href='#/sign']").await?;
            let draft = page.value("sign-payload").await?;
            let mut claims: Value = serde_json::from_str(&draft)?;
            claims["iat"] = json!(now);
            claims["exp"] = json!(now + 300);
            claims["sub"] = json!("Patient/7");
            claims["jti"] = json!("c3");
            page.input("sign-payload", &claims.to_string()).await?;
            open_in_inspect(page).await
        }
        _ => bail!("nobody knows how"),
    }
}

async fn lessons_and_their_texts_come_with_learn(page: &Page) -> Result<()> {
    let is_there = |loaded: &[String]| loaded.iter().any(|url| url.contains("learn-"));
    page.open().await?;
    page.click_on("[data-example=workshop]").await?;
    page.verdict_is_settled().await?;
    let before = page.loaded().await?;
    ensure!(!is_there(&before), "{before:?}");
    page.click_on("nav a[href='#/learn']").await?;
    is_listed(page).await?;
    let after = page.loaded().await?;
    ensure!(is_there(&after), "{after:?}");
    let english = after.iter().filter(|url| url.contains("learn-"));
    ensure!(english.count() == 1, "{after:?}");
    page.expect_text_of_title("Learn").await
}

async fn a_lesson_turns_dutch_and_back(page: &Page) -> Result<()> {
    page.open_at("#/learn").await?;
    begin(page, "time").await?;
    let english = page.text("lesson-text").await?;
    page.choose("language", "nl").await?;
    page.expect_text("lesson-text", "kwartier").await?;
    let dutch = page.text("lesson").await?;
    ensure!(!dutch.contains("learn-"), "{dutch}");
    page.choose("language", "en").await?;
    page.expect_text("lesson-text", &english).await?;
    page.click("lesson-list").await?;
    page.choose("language", "nl").await?;
    page.expect_text("learn-remember", "").await?;
    harness::check::soon("the cards are Dutch", async || {
        let card = page.first(&card("time")).await?.context("no card")?;
        Ok(card.text.contains("Bezig").then_some(()))
    })
    .await
}

async fn a_step_is_set_up_again_and_can_be_left(page: &Page) -> Result<()> {
    page.open_at("#/learn").await?;
    begin(page, "tamper").await?;
    let first = page.value("token-input").await?;
    page.click("lesson-next").await?;
    expect(page, "data-step", "role").await?;
    put_payload(page, INTERNAL).await?;
    expect(page, "data-state", "done").await?;
    page.click("lesson-again").await?;
    page.expect_state("verdict-signature", "valid").await?;
    ensure!(page.value("token-input").await? != first, "no fresh token");
    page.click("lesson-back").await?;
    expect(page, "data-step", "valid").await?;
    page.click("lesson-fold").await?;
    let text = page.one("lesson-text").await?;
    ensure!(!text.is_visible, "it is not folded");
    page.click("lesson-close").await?;
    // Left before its end, so it is not done; nothing was stored.
    harness::check::becomes("the card", "new".to_string(), async || {
        let card = page.first(&card("tamper")).await?.context("no card")?;
        Ok(card.attribute("data-state").to_string())
    })
    .await?;
    nothing_is_stored(page).await
}

async fn what_was_finished_is_stored_when_asked_for(page: &Page) -> Result<()> {
    page.open_at("#/learn").await?;
    page.click("learn-remember").await?;
    begin(page, "base64url").await?;
    finish(page, "base64url").await?;
    ensure!(nothing_is_stored(page).await.is_err(), "nothing is stored");
    page.client().refresh().await?;
    harness::check::soon("it is remembered", async || {
        let card = page.first(&card("base64url")).await?;
        let is_done = card.is_some_and(|card| card.attribute("data-state") == "done");
        Ok(is_done.then_some(()))
    })
    .await?;
    page.click("learn-remember").await?;
    let stored = page
        .run("return localStorage.getItem('lessons')", vec![])
        .await?;
    ensure!(stored.is_null(), "{stored}");
    Ok(())
}

async fn a_lesson_is_done_with_the_keyboard(page: &Page) -> Result<()> {
    use fantoccini::key::Key;

    page.open_at("#/learn").await?;
    is_listed(page).await?;
    page.tab_to("the first card", |found| {
        found.attribute("data-lesson") == "token"
    })
    .await?;
    page.press(char::from(Key::Enter)).await?;
    expect(page, "data-step", "look").await?;
    for step in ["issuer", "bearer"] {
        page.tab_to_id("lesson-next").await?;
        ensure!(page.focus_is_seen().await?, "the focus is not seen");
        page.press(char::from(Key::Enter)).await?;
        expect(page, "data-step", step).await?;
    }
    page.tab_to_id("lesson-next").await?;
    page.press(char::from(Key::Enter)).await?;
    is_listed(page).await
}

async fn the_screens_of_learn_are_accessible_and_whole(page: &Page) -> Result<()> {
    for (width, height) in [(1440, 900), (390, 844), (320, 640)] {
        page.resize(width, height).await?;
        page.open_at("#/learn").await?;
        is_listed(page).await?;
        let out = page.sticks_out().await?;
        ensure!(out.is_empty(), "{width}: {out:?}");
        page.is_accessible().await?;
        begin(page, "resign").await?;
        page.click("lesson-hint").await?;
        let out = page.sticks_out().await?;
        ensure!(out.is_empty(), "{width}: {out:?}");
        page.is_accessible().await?;
        let strip = page.place_in_window("[data-testid=lesson]").await?;
        ensure!(
            strip.y + strip.height <= f64::from(height) + 1.0,
            "{strip:?}"
        );
        page.client().goto("about:blank").await?;
    }
    Ok(())
}
