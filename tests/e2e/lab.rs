//! The attack lab: every service refuses a clumsy attempt, is fooled by the right one, and refuses
//! that one too once it is repaired. And what stood on the screens before is there afterwards.

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use harness::{Case, Page, cases, samples};
use serde_json::json;
use xtask::setup::browsers::Engine;

/// The tests of this file.
pub const ALL: &[Case] = cases!["lab":
    every_service_refuses_is_fooled_and_is_repaired,
    your_own_token_fools_nobody,
    what_stood_on_the_screens_comes_back,
];

/// Tests of what only Chromium's driver can do.
pub const ONLY_CHROMIUM: &[Case] = cases!["lab", &[Engine::Chromium];
    an_attack_is_accessible_and_whole,
];

const ATTACKS: [&str; 8] = [
    "none",
    "algorithm",
    "jwk",
    "secret",
    "kid",
    "crit",
    "audience",
    "expired",
];

fn card(attack: &str) -> String {
    format!("[data-testid=lab-card][data-attack={attack}]")
}

pub async fn begin(page: &Page, attack: &str) -> Result<()> {
    page.click_on(&card(attack)).await?;
    expect(page, "data-attack", attack).await
}

async fn expect(page: &Page, name: &str, value: &str) -> Result<()> {
    harness::check::becomes(&format!("{name} of the attack"), value.into(), async || {
        let strip = page.first("[data-testid=lab]").await?;
        let attribute = strip.map(|strip| strip.attribute(name).to_string());
        Ok(attribute.unwrap_or_default())
    })
    .await
}

pub async fn answers(page: &Page, state: &str) -> Result<()> {
    page.expect_state("lab-answer", state).await
}

async fn goes_to(page: &Page, screen: &str) -> Result<()> {
    page.click_on(&format!("nav a[href='#/{screen}']")).await
}

/// Sends once there is a token to send.
pub async fn send(page: &Page) -> Result<()> {
    harness::check::soon("there is a token to send", async || {
        let ready = page.first("[data-testid=lab-send]:not([disabled])").await?;
        Ok(ready.map(|_| ()))
    })
    .await?;
    page.click("lab-send").await
}

async fn is_off(page: &Page, id: &str) -> Result<()> {
    harness::check::soon(&format!("{id} is off"), async || {
        let button = page.first(&format!("[data-testid={id}][disabled]")).await?;
        Ok(button.map(|_| ()))
    })
    .await
}

/// What the attacker writes into a payload.
async fn internal(page: &Page) -> Result<String> {
    let now = page
        .run("return Math.floor(Date.now() / 1000)", vec![])
        .await?;
    let exp = now.as_i64().context("no clock")? + 600;
    let payload = json!({
        "role": "Internal",
        "aud": "Online-Toestemming-Workshop",
        "exp": exp,
    });
    Ok(payload.to_string())
}

/// Writes the payload between the dots of the token in Inspect, and sends it.
async fn tamper(page: &Page) -> Result<()> {
    goes_to(page, "inspect").await?;
    let token = page.value("token-input").await?;
    let mut parts: Vec<&str> = token.split('.').collect();
    ensure!(parts.len() == 3, "{token}");
    let payload = BASE64_URL_SAFE_NO_PAD.encode(internal(page).await?);
    parts[1] = &payload;
    page.input("token-input", &parts.join(".")).await?;
    send(page).await?;
    page.input("token-input", &token).await
}

/// Signs on the real Sign screen.
async fn sign(page: &Page, header: &str, key: &str) -> Result<()> {
    goes_to(page, "sign").await?;
    let payload = internal(page).await?;
    page.input("sign-header", header).await?;
    page.input("sign-payload", &payload).await?;
    page.input("sign-key", key).await?;
    if header.contains("none") {
        page.click("sign-unsecured").await?;
    }
    is_signed(page).await?;
    send(page).await
}

async fn is_signed(page: &Page) -> Result<()> {
    let draft = page.value("sign-payload").await?;
    let part = BASE64_URL_SAFE_NO_PAD.encode(&draft);
    page.expect_text("sign-output", &part).await
}

/// From a template of Sign.
async fn from_template(page: &Page, template: &str) -> Result<()> {
    goes_to(page, "sign").await?;
    page.choose("sign-template", template).await?;
    harness::check::becomes("the template", template.into(), async || {
        let select = page.one("sign-template").await?;
        Ok(select.attribute("data-filled").to_string())
    })
    .await?;
    let draft = page.value("sign-payload").await?;
    let draft = draft.replace("Patient", "Internal");
    page.input("sign-payload", &draft).await?;
    is_signed(page).await?;
    send(page).await
}

async fn fool(page: &Page, attack: &str) -> Result<()> {
    match attack {
        "none" => sign(page, r#"{"alg":"none"}"#, "").await,
        "algorithm" => from_template(page, "broken-confusion").await,
        "jwk" => from_template(page, "broken-own-key").await,
        "secret" => sign(page, r#"{"alg":"HS256"}"#, "supersecret").await,
        "kid" => {
            let header = r#"{"alg":"HS256","kid":"../public/version.txt"}"#;
            sign(page, header, "workshop-service 2026.11").await
        }
        "crit" | "audience" | "expired" => send(page).await,
        _ => bail!("nobody knows how"),
    }
}

async fn every_service_refuses_is_fooled_and_is_repaired(page: &Page) -> Result<()> {
    page.open_at("#/learn").await?;
    for (done, attack) in ATTACKS.iter().enumerate() {
        begin(page, attack).await?;
        expect(page, "data-state", "open").await?;
        tamper(page)
            .await
            .with_context(|| format!("{attack}, tampering"))?;
        answers(page, "refused").await?;
        let program = page.run(
            "return document.querySelector('[data-testid=lab-code] pre').textContent",
            vec![],
        );
        let wrong = program.await?;
        fool(page, attack)
            .await
            .with_context(|| format!("{attack}, fooling"))?;
        answers(page, "fooled")
            .await
            .with_context(|| format!("{attack}, fooled"))?;
        expect(page, "data-state", "fooled").await?;
        page.click("lab-repair").await?;
        answers(page, "refused").await?;
        expect(page, "data-state", "repaired").await?;
        let rule = page.text("lab-rule").await?;
        ensure!(rule.contains("RFC 8725 §3."), "{attack}: {rule}");
        ensure!(rule.split(' ').count() > 8, "{attack}: {rule}");
        page.expect_text("lab-honest", "still accepted").await?;
        let right = page
            .run(
                "return document.querySelector('[data-testid=lab-code] pre').textContent",
                vec![],
            )
            .await?;
        ensure!(wrong != right, "{attack}: the program is the same");
        page.click("lab-close").await?;
        let ready = page.all("[data-testid=lab-card][data-state=done]").await?;
        ensure!(ready.len() == done + 1, "{attack}: {} done", ready.len());
        crate::learn::nothing_is_stored(page)
            .await
            .context(*attack)?;
    }
    page.console_is_empty().await
}

async fn your_own_token_fools_nobody(page: &Page) -> Result<()> {
    page.open_at("#/learn").await?;
    begin(page, "none").await?;
    goes_to(page, "inspect").await?;
    send(page).await?;
    answers(page, "accepted").await?;
    page.expect_text("lab-answer", "Patient").await?;
    is_off(page, "lab-repair").await?;
    expect(page, "data-state", "open").await?;
    page.input("token-input", "this is no token").await?;
    send(page).await?;
    answers(page, "refused").await?;
    page.empty("token-input").await?;
    is_off(page, "lab-send").await?;
    page.choose("language", "nl").await?;
    page.expect_text("lab-answer", "Geweigerd").await?;
    let dutch = page.text("lab").await?;
    ensure!(!dutch.contains("lab-"), "{dutch}");
    page.click("lab-close").await?;
    let card = page.first(&card("none")).await?.context("no card")?;
    ensure!(card.attribute("data-state") == "new", "{card:?}");
    Ok(())
}

/// What a person has on both screens.
const OWN: [(&str, &str); 7] = [
    ("clock", "2026-02-03"),
    ("expect-iss", "an issuer of mine"),
    ("expect-aud", "mine"),
    ("sign-header", "{\"alg\":\"HS256\",\"mine\":true}"),
    ("sign-payload", "{\"mine\":7}"),
    ("sign-key", "a secret of mine that nobody may lose"),
    ("key-input", "another secret of mine"),
];

async fn is_all_there(page: &Page, token: &str) -> Result<()> {
    for (field, text) in OWN {
        page.expect_value(field, text).await?;
    }
    page.expect_value("token-input", token).await
}

async fn what_stood_on_the_screens_comes_back(page: &Page) -> Result<()> {
    let token = samples::workshop("Patient")?;
    page.open().await?;
    page.paste("token-input", &token).await?;
    goes_to(page, "sign").await?;
    goes_to(page, "inspect").await?;
    for (field, text) in OWN {
        page.run(
            "const [id, text] = arguments;
             const field = document.getElementById(id);
             field.value = text;
             field.dispatchEvent(new Event('input', { bubbles: true }));",
            vec![json!(field), json!(text)],
        )
        .await?;
    }
    is_all_there(page, &token).await?;
    // A lesson that is left, with another one and an attack in between.
    goes_to(page, "learn").await?;
    harness::check::soon("the lessons are listed", async || {
        Ok(page.first(&card("none")).await?.map(|_| ()))
    })
    .await?;
    for lesson in ["token", "tamper"] {
        page.click_on(&format!("[data-testid=learn-lesson][data-lesson={lesson}]"))
            .await?;
        harness::check::becomes("the lesson", lesson.to_string(), async || {
            let strip = page.first("[data-testid=lesson]").await?;
            Ok(strip
                .map(|strip| strip.attribute("data-lesson").to_string())
                .unwrap_or_default())
        })
        .await?;
        goes_to(page, "learn").await?;
    }
    begin(page, "crit").await?;
    let strip = page.one("lesson").await?;
    ensure!(!strip.is_visible, "two strips at once");
    goes_to(page, "inspect").await?;
    page.input("token-input", "typed during the attack").await?;
    page.click("lab-close").await?;
    is_all_there(page, &token).await?;
    // What was typed meanwhile is not lost either.
    page.click("learn-swap").await?;
    page.expect_value("token-input", "typed during the attack")
        .await?;
    page.click("learn-swap").await?;
    is_all_there(page, &token).await?;
    // A lesson that is finished gives them back too.
    page.click_on("[data-testid=learn-lesson][data-lesson=sessions]")
        .await?;
    page.expect_text("lesson", "1 of").await?;
    for _ in 0..5 {
        let step = page.one("lesson").await?.attribute("data-step").to_owned();
        page.click("lesson-next").await?;
        // The last press leads back to the list.
        let has_ended = harness::check::soon("another step, or the list", async || {
            let strip = page.one("lesson").await?;
            let is_listed = page.one("learn-swap").await?.is_visible;
            let has_moved = is_listed || (strip.is_visible && strip.attribute("data-step") != step);
            Ok(has_moved.then_some(is_listed))
        })
        .await?;
        if has_ended {
            break;
        }
    }
    is_all_there(page, &token).await?;
    page.console_is_empty().await
}

async fn an_attack_is_accessible_and_whole(page: &Page) -> Result<()> {
    for (width, height) in [(1440, 900), (390, 844), (320, 640)] {
        page.resize(width, height).await?;
        page.open_at("#/learn").await?;
        begin(page, "expired").await?;
        page.click("lab-hint").await?;
        page.click_on("[data-testid=lab-code] summary").await?;
        send(page).await?;
        answers(page, "fooled").await?;
        page.click("lab-repair").await?;
        answers(page, "refused").await?;
        let out = page.sticks_out().await?;
        ensure!(out.is_empty(), "{width}: {out:?}");
        page.is_accessible().await?;
        let strip = page.place_in_window("[data-testid=lab]").await?;
        ensure!(
            strip.y + strip.height <= f64::from(height) + 1.0,
            "{strip:?}"
        );
        page.client().goto("about:blank").await?;
    }
    Ok(())
}
