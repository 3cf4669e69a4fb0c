//! Two languages: chosen by the browser's, switched by hand, remembered, and complete.

use anyhow::{Context, Result, bail, ensure};
use harness::samples::{self, DURING};
use harness::variant::Variant;
use harness::{Case, Page, cases};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use xtask::setup::browsers::Engine;
use xtask::workspace;

/// The tests of this file.
pub const ALL: &[Case] = cases!["language":
    the_page_turns_dutch_and_back_and_keeps_what_was_typed,
    the_choice_is_remembered,
    moments_are_written_in_the_language,
    the_report_is_written_in_the_language,
    nothing_english_is_left_on_a_dutch_page,
    nothing_english_is_left_of_what_is_wrong,
    a_second_language_is_loaded_when_it_is_chosen,
];

/// Tests that change what the browser is.
pub const ONLY_CHROMIUM: &[Case] = cases!["language", &[Engine::Chromium];
    a_dutch_browser_starts_in_dutch,
    a_choice_goes_before_the_browser_s_language,
    a_browser_without_storage_speaks_both,
    a_language_that_cannot_be_had_is_said_to_be_missing,
    a_dutch_browser_without_the_dutch_texts_starts_in_english,
    nothing_sticks_out_in_dutch,
    the_verdicts_stand_still_in_dutch,
];

pub async fn speaks(page: &Page, code: &str) -> Result<()> {
    harness::check::becomes("the language of the page", code.to_string(), async || {
        let found = page
            .run("return document.documentElement.lang", vec![])
            .await?;
        Ok(found.as_str().unwrap_or_default().to_string())
    })
    .await?;
    page.expect_value("language", code).await
}

async fn the_page_turns_dutch_and_back_and_keeps_what_was_typed(page: &Page) -> Result<()> {
    let token = samples::workshop("Patient")?;
    page.open().await?;
    speaks(page, "en").await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &token).await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.input("expect-iss", "https://somebody.example").await?;
    page.expect_verdicts("ok", "valid", "mismatch").await?;
    page.expect_text("verdict-signature", "Valid").await?;

    for (code, valid, mismatch, sign, title) in [
        ("nl", "Geldig", "Wijkt af", "Ondertekenen", "Bekijken"),
        ("en", "Valid", "Mismatch", "Sign", "Inspect"),
        ("nl", "Geldig", "Wijkt af", "Ondertekenen", "Bekijken"),
    ] {
        page.choose("language", code).await?;
        speaks(page, code).await?;
        page.expect_text("verdict-signature", valid).await?;
        page.expect_text("verdict-claims", mismatch).await?;
        page.expect_verdicts("ok", "valid", "mismatch").await?;
        page.expect_value("token-input", &token).await?;
        page.expect_value("key-input", &samples::secret()?).await?;
        page.expect_value("clock", DURING).await?;
        page.expect_value("expect-iss", "https://somebody.example")
            .await?;
        let nav = page.text_of("nav").await?;
        ensure!(nav.contains(sign), "{nav}");
        page.expect_text_of_title(title).await?;
    }
    page.console_is_empty().await
}

async fn the_choice_is_remembered(page: &Page) -> Result<()> {
    page.open().await?;
    page.choose("language", "nl").await?;
    speaks(page, "nl").await?;
    page.client().refresh().await?;
    speaks(page, "nl").await?;
    page.expect_text("verdict-structure", "Leeg").await?;
    page.choose("language", "en").await?;
    speaks(page, "en").await?;
    page.client().refresh().await?;
    speaks(page, "en").await?;
    page.expect_text("verdict-structure", "Empty").await
}

async fn moments_are_written_in_the_language(page: &Page) -> Result<()> {
    page.open().await?;
    page.input("clock", "2026-05-01T12:00:00Z").await?;
    for (code, moment) in [
        ("en", "1 May 2026"),
        ("nl", "1 mei 2026"),
        ("en", "1 May 2026"),
    ] {
        page.choose("language", code).await?;
        harness::check::soon(&format!("{moment} is said"), async || {
            let said = page.text_of("#clock-says").await?;
            Ok(said.contains(moment).then_some(()))
        })
        .await?;
    }
    Ok(())
}

async fn the_report_is_written_in_the_language(page: &Page) -> Result<()> {
    page.open().await?;
    page.input("clock", "1767229999").await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_verdicts("ok", "valid", "expired").await?;
    page.run(crate::inside::KEEP_COPIES, vec![]).await?;
    for (code, title, reason) in [
        (
            "nl",
            "# JWT-verslag",
            "De HS256-handtekening klopt met een geheim van 49 bytes, dat je gaf",
        ),
        (
            "en",
            "# JWT report",
            "The HS256 signature holds with a secret of 49 bytes, the one you gave",
        ),
    ] {
        page.choose("language", code).await?;
        speaks(page, code).await?;
        page.click("report-markdown").await?;
        harness::check::soon(&format!("a report in {code}"), async || {
            let taken = page.run("return window.copies.at(-1)", vec![]).await?;
            let taken = taken.as_str().unwrap_or_default();
            Ok((taken.starts_with(title) && taken.contains(reason)).then_some(()))
        })
        .await?;
    }
    Ok(())
}

/// The texts of a language: key to text, attributes as `key.attribute`. The files are written one
/// text a line.
fn texts(code: &str) -> Result<BTreeMap<String, String>> {
    let mut texts = BTreeMap::new();
    let language = workspace::root().join("locales").join(code);
    for folder in ["first", "rest", "learn"] {
        for entry in std::fs::read_dir(language.join(folder))? {
            read(&entry?.path(), &mut texts)?;
        }
    }
    ensure!(texts.len() > 2_000, "only {} texts", texts.len());
    Ok(texts)
}

fn read(file: &Path, texts: &mut BTreeMap<String, String>) -> Result<()> {
    let mut message = String::new();
    for line in std::fs::read_to_string(file)?.lines() {
        let Some((name, text)) = line.split_once(" = ").filter(|_| !line.starts_with('#')) else {
            continue;
        };
        let key = match name.trim_start().strip_prefix('.') {
            Some(attribute) => format!("{message}.{attribute}"),
            None => {
                message = name.to_string();
                message.clone()
            }
        };
        texts.insert(key, text.to_string());
    }
    Ok(())
}

/// Everything that can be read or heard: text, names of controls, hints in fields, the title. What
/// was typed, the token's own content and the names on a keyboard are no texts of the page.
const SAID: &str = "
    const own = 'textarea, [data-testid=decoded-header], [data-testid=decoded-payload], .json, code, kbd';
    const said = [document.title];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const node = walk.currentNode;
        if (!node.parentElement.closest(own + ', script, noscript')) said.push(node.data);
    }
    for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-valuetext', 'aria-description']) {
        for (const element of document.querySelectorAll(`[${name}]`)) said.push(element.getAttribute(name));
    }
    return said.map(text => text.replace(/\\s+/g, ' ').trim()).filter(text => text.length > 1);";

/// The English texts of which the page says something, although Dutch says it otherwise.
async fn english_left(page: &Page) -> Result<Vec<String>> {
    let (english, dutch) = (texts("en")?, texts("nl")?);
    let said = page.run(SAID, vec![]).await?;
    let said: Vec<String> = serde_json::from_value(said)?;
    ensure!(said.len() > 50, "the page says next to nothing: {said:?}");
    let mut left = Vec::new();
    for (key, text) in &english {
        let other = dutch.get(key).context("no Dutch text")?;
        if text == other {
            continue;
        }
        let is_dutch = |piece: &str| dutch.values().any(|text| text.contains(piece));
        for line in &said {
            // A whole text, or a long piece of one that has facts in it.
            let is_left = if text.contains('{') {
                pieces(text).any(|piece| line.contains(piece) && !is_dutch(piece))
            } else {
                line == text && !dutch.values().any(|other| other == text)
            };
            if is_left {
                left.push(format!("{key} in {line:?}"));
            }
        }
    }
    Ok(left)
}

/// What of a text stands between its facts and is long enough to be known by.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let between = text
        .split('{')
        .map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
    between.map(str::trim).filter(|piece| piece.len() > 9)
}

async fn is_all_dutch(page: &Page, what: &str) -> Result<()> {
    // What is being worked on is said until it is done.
    let mut left = Vec::new();
    for _ in 0..3 {
        left = english_left(page).await?;
        if left.is_empty() {
            return Ok(());
        }
    }
    bail!("{what}: {}", left.join("\n"))
}

async fn nothing_english_is_left_on_a_dutch_page(page: &Page) -> Result<()> {
    page.open().await?;
    // The test itself: it finds English where there is some.
    ensure!(english_left(page).await?.len() > 20, "it finds nothing");
    page.choose("language", "nl").await?;
    speaks(page, "nl").await?;
    is_all_dutch(page, "the empty page").await?;

    page.input("clock", DURING).await?;
    page.paste("token-input", &samples::koppeltaal("HTI launch RS512")?)
        .await?;
    page.paste("key-input", &samples::text("koppeltaal-jwks.json")?)
        .await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    page.expect_text("verdict-signature", "Geldig").await?;
    is_all_dutch(page, "a launch").await?;
    page.click_on("#tab-claims").await?;
    is_all_dutch(page, "its claims").await?;

    page.click_on("a[href='#/sign']").await?;
    is_all_dutch(page, "the empty Sign screen").await?;
    page.choose("sign-template", "hti-launch").await?;
    page.paste("sign-key", &samples::text("koppeltaal-rs512-private.pem")?)
        .await?;
    page.expect_text("sign-output", ".").await?;
    is_all_dutch(page, "a signed token").await?;

    page.click_on("nav a[href='#/keys']").await?;
    page.choose("key-spec", "ES256").await?;
    page.click("key-generate").await?;
    page.expect_text("key-private", "\"P-256\"").await?;
    is_all_dutch(page, "a key that was made").await?;
    nothing_english_is_left_of_learn(page).await
}

async fn nothing_english_is_left_of_learn(page: &Page) -> Result<()> {
    page.click_on("nav a[href='#/learn']").await?;
    crate::learn::is_listed(page).await?;
    is_all_dutch(page, "the lessons").await?;
    page.click_on("[data-testid=compose] > summary").await?;
    crate::sets::pick(page, "token").await?;
    page.expect_text("set-link", "#set=").await?;
    is_all_dutch(page, "a set that is composed").await?;

    crate::learn::begin(page, "resign").await?;
    page.click("lesson-hint").await?;
    let hint = page.text("lesson-hint-text").await?;
    ensure!(hint.split(' ').count() > 5, "{hint}");
    is_all_dutch(page, "a lesson with its hint").await?;

    page.click_on("nav a[href='#/learn']").await?;
    crate::lab::begin(page, "expired").await?;
    page.click("lab-hint").await?;
    crate::lab::send(page).await?;
    crate::lab::answers(page, "fooled").await?;
    is_all_dutch(page, "an attack with its hint").await?;
    page.click("lab-repair").await?;
    crate::lab::answers(page, "refused").await?;
    is_all_dutch(page, "an attack that is repaired").await
}

/// Switched while all of it is shown: what was said in English is said anew.
async fn nothing_english_is_left_of_what_is_wrong(page: &Page) -> Result<()> {
    page.open().await?;
    for (token, key, state) in [
        (
            samples::text("workshop-printed-token.txt")?,
            "another secret".to_string(),
            "invalid",
        ),
        (
            samples::workshop("Patient")?,
            format!("{}\n", samples::secret()?),
            "invalid",
        ),
        (
            "eyJhbGciOiJIUzI1NiJ9.e*J9.sig".to_string(),
            samples::fixture("koppeltaal/rs512-public.pem")?,
            "key-error",
        ),
        (
            samples::koppeltaal("client assertion, kid not in the set")?,
            samples::text("koppeltaal-jwks.json")?,
            "key-error",
        ),
        ("no token".to_string(), "{".to_string(), "unchecked"),
    ] {
        page.choose("language", "en").await?;
        speaks(page, "en").await?;
        page.paste("token-input", &token).await?;
        page.paste("key-input", &key).await?;
        page.expect_state("verdict-signature", state).await?;
        if state == "invalid" {
            harness::check::soon("a reason why", async || {
                let reasons = page.every("diagnosis").await?;
                Ok((!reasons.is_empty()).then_some(()))
            })
            .await?;
        }
        page.choose("language", "nl").await?;
        speaks(page, "nl").await?;
        let short: String = token.chars().take(40).collect();
        is_all_dutch(page, &short).await?;
    }
    Ok(())
}

/// What the page itself asks for: the service worker has all of it kept a little later, and not
/// every engine lists what comes from there.
const ASKED: &str = "
    const { fetch } = window;
    window.asked = [];
    window.fetch = (what, ...more) => {
        window.asked.push(what.url ?? String(what));
        return fetch(what, ...more);
    };";

async fn a_second_language_is_loaded_when_it_is_chosen(page: &Page) -> Result<()> {
    let variant = Variant::with_script(ASKED)?;
    page.open_url(&variant.url()).await?;
    speaks(page, "en").await?;
    // How often the texts of each language were asked for.
    let asked = async || -> Result<Value> {
        page.run(
            "return ['en', 'nl'].map(code => window.asked.filter(url => url.includes(`texts-${code}`)).length)",
            vec![],
        )
        .await
    };
    let first = asked().await?;
    ensure!(first == json!([1, 0]), "{first}");
    for code in ["nl", "en", "nl", "en"] {
        page.choose("language", code).await?;
        speaks(page, code).await?;
    }
    // Once each, however often one goes back and forth.
    let at_last = asked().await?;
    ensure!(at_last == json!([1, 1]), "{at_last}");
    page.expect_text("request-count", "0").await
}

/// Makes the browser one whose owner prefers these languages.
async fn prefer(page: &Page, languages: &str) -> Result<()> {
    let agent = page.run("return navigator.userAgent", vec![]).await?;
    page.devtools(
        "Emulation.setUserAgentOverride",
        json!({ "userAgent": agent, "acceptLanguage": languages }),
    )
    .await?;
    Ok(())
}

async fn a_dutch_browser_starts_in_dutch(page: &Page) -> Result<()> {
    for (languages, code) in [
        ("nl-NL,nl,en", "nl"),
        ("fr-FR,nl-BE", "nl"),
        ("en-GB,nl", "en"),
        ("fr-FR,de", "en"),
    ] {
        page.client().goto("about:blank").await?;
        prefer(page, languages).await?;
        page.open().await?;
        speaks(page, code).await?;
        let word = if code == "nl" { "Leeg" } else { "Empty" };
        page.expect_text("verdict-structure", word).await?;
    }
    Ok(())
}

async fn a_choice_goes_before_the_browser_s_language(page: &Page) -> Result<()> {
    prefer(page, "nl-NL,nl").await?;
    page.open().await?;
    speaks(page, "nl").await?;
    page.choose("language", "en").await?;
    speaks(page, "en").await?;
    page.client().refresh().await?;
    speaks(page, "en").await?;
    // What another page of this origin may have left there is no language.
    page.run("localStorage.setItem('language', 'xx')", vec![])
        .await?;
    page.client().refresh().await?;
    speaks(page, "nl").await
}

async fn before_the_page(page: &Page, script: &str) -> Result<()> {
    page.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": script }),
    )
    .await?;
    Ok(())
}

async fn a_browser_without_storage_speaks_both(page: &Page) -> Result<()> {
    before_the_page(
        page,
        "Object.defineProperty(window, 'localStorage', {
             get() { throw new DOMException('denied', 'SecurityError'); } });",
    )
    .await?;
    page.open().await?;
    let denied = page
        .run(
            "try { localStorage; return false } catch { return true }",
            vec![],
        )
        .await?;
    ensure!(denied == Value::Bool(true), "there is storage");
    for code in ["nl", "en"] {
        page.choose("language", code).await?;
        speaks(page, code).await?;
    }
    page.console_is_empty().await
}

async fn block(page: &Page, urls: &[&str]) -> Result<()> {
    page.devtools("Network.enable", json!({})).await?;
    page.devtools("Network.setBlockedURLs", json!({ "urls": urls }))
        .await?;
    Ok(())
}

async fn a_language_that_cannot_be_had_is_said_to_be_missing(page: &Page) -> Result<()> {
    page.open().await?;
    speaks(page, "en").await?;
    block(page, &["*texts-nl*"]).await?;
    page.choose("language", "nl").await?;
    page.expect_text("language-note", "Nederlands could not be loaded")
        .await?;
    speaks(page, "en").await?;
    page.expect_text("verdict-structure", "Empty").await?;
    // It is asked for again, and what was said of it is taken back.
    block(page, &[]).await?;
    page.choose("language", "nl").await?;
    speaks(page, "nl").await?;
    harness::check::becomes("the note", String::new(), async || {
        page.text("language-note").await
    })
    .await
}

async fn a_dutch_browser_without_the_dutch_texts_starts_in_english(page: &Page) -> Result<()> {
    prefer(page, "nl-NL,nl").await?;
    block(page, &["*texts-nl*"]).await?;
    page.open().await?;
    page.expect_text("language-note", "Nederlands could not be loaded")
        .await?;
    speaks(page, "en").await?;
    // All of English is there: a text that comes after the first paint, and the knowledge.
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_state("verdict-signature", "valid").await?;
    page.expect_text("verdict-signature", "The HS256 signature holds")
        .await
}

async fn fits(page: &Page, width: u32, what: &str) -> Result<()> {
    let out = page.sticks_out().await?;
    ensure!(out.is_empty(), "{what}, {width} wide: {out:?}");
    Ok(())
}

/// Dutch is longer.
async fn nothing_sticks_out_in_dutch(page: &Page) -> Result<()> {
    for (width, height) in [
        (1440, 900),
        (1000, 700),
        (768, 1024),
        (390, 844),
        (320, 640),
    ] {
        page.resize(width, height).await?;
        page.open().await?;
        page.choose("language", "nl").await?;
        speaks(page, "nl").await?;
        fits(page, width, "empty").await?;
        page.input("clock", DURING).await?;
        page.paste("token-input", &samples::koppeltaal("HTI launch RS512")?)
            .await?;
        page.paste("key-input", &samples::text("koppeltaal-jwks.json")?)
            .await?;
        page.expect_verdicts("ok", "valid", "ok").await?;
        fits(page, width, "launch").await?;
        page.click_on("#tab-claims").await?;
        fits(page, width, "claims").await?;
        page.paste("key-input", "another secret").await?;
        page.verdict_is_settled().await?;
        fits(page, width, "not verified").await?;
        page.click_on("a[href='#/sign']").await?;
        fits(page, width, "sign").await?;
    }
    Ok(())
}

async fn the_verdicts_stand_still_in_dutch(page: &Page) -> Result<()> {
    for size in [crate::looks::DESK, crate::looks::PHONE] {
        page.resize(size.0, size.1).await?;
        page.open().await?;
        page.choose("language", "nl").await?;
        speaks(page, "nl").await?;
        // It opens the page anew, which remembers.
        crate::looks::stand_still(page, size).await?;
        speaks(page, "nl").await?;
    }
    Ok(())
}
