//! The whole product used once, wherever it came from: every screen in both languages, the worker,
//! the records, the list of known secrets, lessons, exercises, the attack lab, the gallery of broken
//! tokens, an exercise set with its link and QR code, the presenter, and the self-test.

use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use harness::check::{becomes, soon};
use harness::samples::{self, DURING};
use harness::{Page, find};
use serde_json::Value;

const HEADER: &str = r#"{"alg":"HS256"}"#;
/// A claim that stands in the records and not in what is compiled into the page.
const PAYLOAD: &str = r#"{"entitlements":["a"]}"#;
/// In the list of known secrets.
const KNOWN: &str = "your-256-bit-secret";

/// Uses it all. The page has just been opened.
pub async fn works(page: &Page) -> Result<()> {
    inspect(page).await?;
    shows_the_arithmetic(page).await?;
    presents(page).await?;
    signs(page).await?;
    guesses(page).await?;
    makes_a_key(page).await?;
    learns(page).await?;
    attacks(page).await?;
    shows_broken_tokens(page).await?;
    composes_a_set(page).await?;
    tests_itself(page).await?;
    speaks_both_on_every_screen(page).await?;
    page.expect_text("request-count", "0").await
}

/// Pastes a token with its key, and one that was tampered with.
pub async fn inspect(page: &Page) -> Result<()> {
    page.input("clock", DURING).await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    let tampered = samples::workshop("Patient tampered to Internal")?;
    page.paste("token-input", &tampered).await?;
    page.expect_verdicts("ok", "invalid", "ok").await?;
    // What only the later texts say.
    soon("a diagnosis in words", async || {
        let all = page.every("diagnosis").await?;
        let is_said = |text: &str| text.contains(' ') && !text.contains("diagnosis-");
        Ok(all.iter().any(|found| is_said(&found.text)).then_some(()))
    })
    .await
}

/// A word that stands on a screen, in both languages.
const SCREENS: [(&str, &str, [&str; 2]); 5] = [
    (
        "inspect",
        "[data-testid=verdict-structure]",
        ["Structuur", "Structure"],
    ),
    ("sign", ".sign", ["Sjabloon", "Template"]),
    ("keys", ".keys-make", ["Een sleutel maken", "Make a key"]),
    ("learn", ".learn", ["Aanvalslab", "Attack lab"]),
    (
        "self-test",
        "[data-testid=self-test]",
        ["Zelftest", "Self-test"],
    ),
];

/// Texts that are the key of a text which is missing.
const HOLES: &str = "
    const begins = /^(nav|learn|lab|set|compose|gallery|present|sign|key|keys|claims|verify|checks|footer|verdict|self-test)-[a-z0-9.-]*$/;
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const holes = [];
    for (let node; (node = walker.nextNode());)
        if (begins.test(node.data.trim()) && !node.parentElement.closest('[translate=no], option'))
            holes.push(node.data);
    return holes";

async fn speaks_both_on_every_screen(page: &Page) -> Result<()> {
    for (at, (code, promise)) in [("nl", "Niets"), ("en", "Nothing")].into_iter().enumerate() {
        page.choose("language", code).await?;
        becomes("the promise of the page", true, async || {
            Ok(page.text_of(".footer-promise").await?.starts_with(promise))
        })
        .await?;
        for (screen, place, words) in SCREENS {
            // The way to the self-test is beneath the page.
            page.click_on(&format!(":is(nav, footer) a[href='#/{screen}']"))
                .await?;
            let word = words.get(at).context("no word")?;
            becomes(&format!("{screen} in {code}"), true, async || {
                let found = page.first(place).await?;
                Ok(found.is_some_and(|it| it.is_visible && it.text.contains(word)))
            })
            .await?;
            let holes = page.run(HOLES, vec![]).await?;
            ensure!(
                holes == serde_json::json!([]),
                "{screen} in {code}: {holes}"
            );
        }
    }
    Ok(())
}

async fn shows_the_arithmetic(page: &Page) -> Result<()> {
    page.click_on("[data-testid=arithmetic] summary").await?;
    soon("both MACs", async || {
        let rows = page.first("[data-testid=arithmetic] dl code").await?;
        Ok(rows.filter(|row| row.is_visible))
    })
    .await?;
    page.click_on("[data-testid=arithmetic] summary").await
}

async fn presents(page: &Page) -> Result<()> {
    soon("the page can be presented", async || {
        page.first("[data-testid=present]").await
    })
    .await?;
    page.press(Key::F8.into()).await?;
    page.expect_text("presenter", "Press →").await?;
    page.press(Key::Right.into()).await?;
    page.press(Key::Down.into()).await?;
    page.expect_text("present-caption", "Everybody can read it")
        .await?;
    page.press(Key::Escape.into()).await?;
    becomes("presented", false, async || {
        Ok(page.first("[data-presenting]").await?.is_some())
    })
    .await
}

async fn learn(page: &Page) -> Result<()> {
    page.click_on("nav a[href='#/learn']").await?;
    soon("the lessons", async || {
        let card = page.first("[data-lesson=find-audience]").await?;
        Ok(card.filter(|card| card.is_visible))
    })
    .await?;
    Ok(())
}

/// An exercise, failed first.
async fn learns(page: &Page) -> Result<()> {
    learn(page).await?;
    page.click_on("[data-lesson=find-audience]").await?;
    page.expect_text("lesson", "1 of 1").await?;
    for (answer, state, done) in [
        ("portal", "mismatch", "open"),
        ("billing-api", "ok", "done"),
    ] {
        page.input("expect-aud", answer).await?;
        page.expect_state("verdict-claims", state).await?;
        page.expect_state("lesson", done).await?;
    }
    page.click("lesson-next").await?;
    becomes("the card", "done".to_owned(), async || {
        let card = page.first("[data-lesson=find-audience]").await?;
        let state = card.map(|card| card.attribute("data-state").to_owned());
        Ok(state.unwrap_or_default())
    })
    .await
}

async fn attacks(page: &Page) -> Result<()> {
    learn(page).await?;
    page.click_on("[data-attack=audience]").await?;
    page.expect_state("verdict-signature", "valid").await?;
    page.click("lab-send").await?;
    page.expect_state("lab-answer", "fooled").await?;
    page.click("lab-repair").await?;
    page.expect_state("lab-answer", "refused").await?;
    page.click("lab-close").await
}

async fn shows_broken_tokens(page: &Page) -> Result<()> {
    learn(page).await?;
    page.click("gallery-open").await?;
    page.input("gallery-find", "claims-not-yet-valid").await?;
    let row = "[data-testid=gallery-row][data-code=claims-not-yet-valid]";
    soon("the row", async || {
        Ok(page.first(row).await?.filter(|row| row.is_visible))
    })
    .await?;
    page.click_on(row).await?;
    page.expect_state("verdict-claims", "not-yet-valid").await?;
    page.click("broken-close").await
}

async fn composes_a_set(page: &Page) -> Result<()> {
    learn(page).await?;
    page.click_on("[data-testid=compose] > summary").await?;
    page.click_on("[data-pick=find-audience]").await?;
    page.expect_text("set-link", "#set=").await?;
    let picture = page.first("[data-testid=set-qr] svg path").await?;
    picture.context("no QR code")?;
    Ok(())
}

async fn tests_itself(page: &Page) -> Result<()> {
    page.click("self-test-link").await?;
    page.expect_state("self-test", "idle").await?;
    page.click("self-test-start").await?;
    crate::self_test::ends_as(page, "passed").await
}

/// Signs a token with a secret, and has it in Inspect afterwards.
pub async fn signs(page: &Page) -> Result<()> {
    page.click_on("a[href='#/sign']").await?;
    page.input("sign-header", HEADER).await?;
    page.input("sign-payload", PAYLOAD).await?;
    page.input("sign-key", KNOWN).await?;
    let begins = samples::compact(HEADER, PAYLOAD.as_bytes(), b"");
    page.expect_text("sign-output", &begins).await?;
    page.click("sign-open").await?;
    page.expect_state("verdict-signature", "valid").await?;
    soon("the claim is known", async || {
        let claim = page.claim("payload", "entitlements").await?;
        let is_known = claim.is_some_and(|claim| claim.attribute("data-known") == "registered");
        Ok(is_known.then_some(()))
    })
    .await
}

async fn guesses(page: &Page) -> Result<()> {
    page.empty("key-input").await?;
    page.expect_state("verdict-signature", "unchecked").await?;
    page.expect_state("guess", "idle").await?;
    // What moves the button has moved it: WebKit's driver looks for its place some time before it
    // clicks there.
    let place = "
        const { x, y } = document.querySelector('[data-testid=guess-start]').getBoundingClientRect();
        return [x, y]";
    let mut before = Value::Null;
    soon("the button stands still", async || {
        let now = page.run(place, vec![]).await?;
        let is_still = now == before;
        before = now;
        Ok(is_still.then_some(()))
    })
    .await?;
    page.click("guess-start").await?;
    page.expect_state("guess", "found").await
}

async fn makes_a_key(page: &Page) -> Result<()> {
    page.click_on("a[href='#/keys']").await?;
    page.choose("key-spec", "ES256").await?;
    page.click("key-generate").await?;
    page.expect_text("key-private", "\"P-256\"").await?;
    let alerts = page.all("[role=alert]").await?;
    let shown: Vec<&find::Found> = alerts.iter().filter(|alert| alert.is_visible).collect();
    ensure!(shown.is_empty(), "{shown:?}");
    Ok(())
}
