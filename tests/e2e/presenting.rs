//! The page on a projector and on paper: the light and its keys, explanations that wait until
//! they are asked for, and what print shows and leaves out.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use fantoccini::key::Key;
use harness::samples;
use harness::{Case, Page, cases};
use serde_json::{Value, json};
use xtask::setup::browsers::Engine;

/// The tests of this file.
pub const ALL: &[Case] = cases!["presenting":
    a_light_is_moved_by_the_arrow_keys,
    explanations_wait_until_they_are_asked_for,
    a_reason_waits_until_it_is_asked_for,
    every_screen_has_stops,
    keys_that_somebody_types_are_theirs,
    escape_ends_it_and_leaves_the_page_as_it_was,
    thousands_of_claims_do_not_hold_it_up,
    a_press_prints_a_lesson,
];

/// Tests of what only Chromium's driver can do.
pub const ONLY_CHROMIUM: &[Case] = cases!["presenting", &[Engine::Chromium];
    it_is_large_dark_and_whole_on_a_projector,
    the_light_is_no_wider_than_a_phone,
    paper_has_every_word_and_no_key,
    a_lesson_is_printed_whole,
    a_task_of_ones_own_is_printed_with_its_token,
    a_signed_draft_is_printed_without_its_key,
];

/// What is done with the whole page has come.
async fn may_begin(page: &Page) -> Result<()> {
    harness::check::soon("the page can be presented", async || {
        page.first("[data-testid=present]").await
    })
    .await?;
    Ok(())
}

/// Goes to a screen and waits until `stop` is there to be lit.
async fn present_screen(page: &Page, screen: &str, stop: &str) -> Result<()> {
    // The way to other screens is at the top of the page, beneath the bar.
    page.scroll_to(0.0).await?;
    page.click_on(&format!("nav a[href='#/{screen}']")).await?;
    harness::check::soon(screen, async || {
        Ok(page.first(stop).await?.filter(|stop| stop.is_visible))
    })
    .await?;
    page.expect_text("presenter", "Press →").await
}

/// Opens the page with a token and presents it.
pub async fn present(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_state("verdict-signature", "unchecked").await?;
    may_begin(page).await?;
    // The focus is still in the token field.
    page.press(Key::F8.into()).await?;
    page.expect_text("presenter", "Press →").await?;
    lit(page, "").await
}

/// `data-part` or `data-testid` of what stands in the light; empty for nothing.
async fn lit(page: &Page, name: &str) -> Result<()> {
    harness::check::becomes("what is lit", name.to_owned(), async || {
        let lit = page.all("[data-spot]").await?;
        ensure!(lit.len() <= 1, "{lit:?}");
        let name = lit.first().map(|lit| {
            let part = lit.attribute("data-part").to_owned();
            if part.is_empty() {
                lit.attribute("data-testid").to_owned()
            } else {
                part
            }
        });
        Ok(name.unwrap_or_default())
    })
    .await
}

async fn is_shown(page: &Page, selector: &str) -> Result<bool> {
    let shown = page
        .run(
            "const all = [...document.querySelectorAll(arguments[0])];
             return all.length > 0 && all.every((it) =>
               it.checkVisibility({ visibilityProperty: true }));",
            vec![json!(selector)],
        )
        .await?;
    shown.as_bool().context("no answer")
}

async fn a_light_is_moved_by_the_arrow_keys(page: &Page) -> Result<()> {
    present(page).await?;
    for part in ["header", "payload", "signature", "verdict-structure"] {
        page.press(Key::Right.into()).await?;
        lit(page, part).await?;
    }
    let light = page.place_in_window("[data-testid=spotlight]").await?;
    let stop = page.place_in_window("[data-spot]").await?;
    let reach = 6.5;
    ensure!(
        (light.x - stop.x).abs() <= reach && (light.y - stop.y).abs() <= reach,
        "{light:?} {stop:?}"
    );
    ensure!(light.width >= stop.width && light.height >= stop.height);
    page.press(Key::Left.into()).await?;
    lit(page, "signature").await?;
    // A remote sends these.
    page.press(Key::PageUp.into()).await?;
    lit(page, "payload").await?;
    page.press(Key::PageDown.into()).await?;
    lit(page, "signature").await?;
    // By hand.
    page.click("present-back").await?;
    lit(page, "payload").await
}

async fn explanations_wait_until_they_are_asked_for(page: &Page) -> Result<()> {
    present(page).await?;
    ensure!(!is_shown(page, ".verdict-reason").await?);
    ensure!(is_shown(page, ".verdict-word").await?);
    page.press(Key::Right.into()).await?;
    lit(page, "header").await?;
    let says = page.text("present-caption").await?;
    ensure!(says.is_empty(), "{says}");
    page.press(Key::Down.into()).await?;
    page.expect_text("present-caption", "Everybody can read it")
        .await?;
    for _ in 0..3 {
        page.press(Key::Right.into()).await?;
    }
    lit(page, "verdict-structure").await?;
    // What was told of one thing is not told of the next.
    ensure!(!is_shown(page, "[data-spot] .verdict-reason").await?);
    page.press(Key::Down.into()).await?;
    page.expect_text("presenter", "4 of").await?;
    ensure!(is_shown(page, "[data-spot] .verdict-reason").await?);
    ensure!(!is_shown(page, "[data-testid=verdict-claims] .verdict-reason").await?);
    page.click("present-all").await?;
    ensure!(is_shown(page, ".verdict-reason").await?);
    // Claims explain themselves in their rows.
    page.click_on("#tab-claims").await?;
    ensure!(is_shown(page, "[data-claim=sub] .claim-meaning > *").await?);
    page.click("present-all").await?;
    ensure!(!is_shown(page, "[data-claim=sub] .claim-meaning > *").await?);
    Ok(())
}

/// Why a token does not verify, and what to do about it.
async fn a_reason_waits_until_it_is_asked_for(page: &Page) -> Result<()> {
    page.open().await?;
    crate::whole::inspect(page).await?;
    page.press(Key::F8.into()).await?;
    page.expect_text("presenter", "Press →").await?;
    ensure!(page.first(".diagnosis-text > *").await?.is_some());
    ensure!(!is_shown(page, ".diagnosis-text > *").await?);
    page.click("present-all").await?;
    ensure!(is_shown(page, ".diagnosis-text > *").await?);
    Ok(())
}

async fn every_screen_has_stops(page: &Page) -> Result<()> {
    page.open().await?;
    may_begin(page).await?;
    page.press(Key::F8.into()).await?;
    page.expect_text("presenter", "Press →").await?;
    for (screen, stop, least) in [
        ("sign", ".json-editor", 2),
        ("keys", ".keys-make", 4),
        ("learn", ".learn-card", 20),
    ] {
        present_screen(page, screen, stop).await?;
        page.press(Key::Right.into()).await?;
        page.expect_text("presenter", "1 of").await?;
        let said = page.text("presenter").await?;
        let of = said.split_once("1 of ").map(|(_, rest)| rest);
        let of: String = of
            .unwrap_or_default()
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        ensure!(of.parse::<usize>()? >= least, "{screen}: {said}");
    }
    Ok(())
}

async fn keys_that_somebody_types_are_theirs(page: &Page) -> Result<()> {
    present(page).await?;
    page.press(Key::Right.into()).await?;
    lit(page, "header").await?;
    page.run("document.getElementById('key-input').focus()", vec![])
        .await?;
    page.press(Key::Right.into()).await?;
    page.press('a').await?;
    page.expect_value("key-input", "a").await?;
    lit(page, "header").await
}

async fn escape_ends_it_and_leaves_the_page_as_it_was(page: &Page) -> Result<()> {
    present(page).await?;
    page.press(Key::Right.into()).await?;
    lit(page, "header").await?;
    // A dialog lies on top: Escape closes that, and only that.
    page.press('?').await?;
    page.press(Key::Escape.into()).await?;
    lit(page, "header").await?;
    // Also while a field has the focus.
    page.run("document.getElementById('key-input').focus()", vec![])
        .await?;
    page.press(Key::Escape.into()).await?;
    lit(page, "").await?;
    ensure!(page.first("[data-presenting]").await?.is_none());
    ensure!(is_shown(page, ".verdict-reason").await?);
    ensure!(!is_shown(page, "[data-testid=presenter]").await?);
    // Arrow keys move no light any more.
    page.press(Key::Right.into()).await?;
    lit(page, "").await?;
    // The key of its own brings it back.
    page.press(Key::F8.into()).await?;
    page.expect_text("presenter", "Press →").await
}

/// How many elements a key has measured.
async fn measured_by(page: &Page, key: &str) -> Result<u64> {
    let measured = page
        .run(
            "const measure = Element.prototype.getBoundingClientRect;
             let count = 0;
             Element.prototype.getBoundingClientRect = function () {
               count += 1;
               return measure.call(this);
             };
             window.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[0], cancelable: true }));
             Element.prototype.getBoundingClientRect = measure;
             return count;",
            vec![json!(key)],
        )
        .await?;
    measured.as_u64().context("no number")
}

async fn thousands_of_claims_do_not_hold_it_up(page: &Page) -> Result<()> {
    let claims: Vec<String> = (0..5_000).map(|at| format!("\"claim{at}\":{at}")).collect();
    let payload = format!("{{{}}}", claims.join(","));
    let token = samples::compact(r#"{"alg":"HS256"}"#, payload.as_bytes(), b"signature");
    page.open().await?;
    page.paste("token-input", &token).await?;
    page.expect_state("verdict-structure", "ok").await?;
    page.click_on("#tab-claims").await?;
    may_begin(page).await?;
    page.press(Key::F8.into()).await?;
    page.expect_text("presenter", "Press →").await?;
    page.press(Key::Right.into()).await?;
    lit(page, "header").await?;
    // A step looks once at what could be lit; the rest at what is.
    let stops = page
        .run(
            "return document.querySelectorAll('.claim, .part, .verdict').length",
            vec![],
        )
        .await?;
    let stops = stops.as_u64().context("no number")?;
    ensure!(stops > 500, "only {stops} stops");
    for (key, most) in [
        ("ArrowRight", stops + 100),
        ("ArrowDown", 20),
        ("ArrowDown", 20),
        ("ArrowLeft", stops + 100),
    ] {
        let measured = measured_by(page, key).await?;
        ensure!(measured <= most, "{key}: {measured} of {stops}");
    }
    lit(page, "header").await
}

async fn it_is_large_dark_and_whole_on_a_projector(page: &Page) -> Result<()> {
    for scheme in ["light", "dark"] {
        page.emulate_size(1280, 720).await?;
        page.emulate_scheme(scheme).await?;
        present(page).await?;
        page.click_on("#tab-claims").await?;
        for selector in [
            ".verdict-word",
            ".claim-name",
            ".claim-value",
            ".part",
            ".nav-link",
        ] {
            for size in page.styles(selector, "font-size").await? {
                let pixels: f64 = size.trim_end_matches("px").parse()?;
                ensure!(pixels >= 20.0, "{selector}: {size}");
            }
        }
        let ink = page.styles("body", "color").await?;
        let strongest = if scheme == "light" {
            "rgb(0, 0, 0)"
        } else {
            "rgb(255, 255, 255)"
        };
        ensure!(ink == [strongest], "{ink:?}");
        let out = page.sticks_out().await?;
        ensure!(out.is_empty(), "{out:?}");
        page.is_accessible().await?;
    }
    Ok(())
}

async fn the_light_is_no_wider_than_a_phone(page: &Page) -> Result<()> {
    page.emulate_size(390, 844).await?;
    present(page).await?;
    for (screen, stop) in [
        ("inspect", ".verdict"),
        ("sign", ".json-editor"),
        ("learn", ".learn-card"),
    ] {
        present_screen(page, screen, stop).await?;
        let mut last = String::new();
        for _ in 0..60 {
            page.press(Key::Right.into()).await?;
            let light = page.place_in_window("[data-testid=spotlight]").await?;
            let seen = page
                .run(
                    "window.scrollBy(50, 0);
                     const root = document.documentElement;
                     return [scrollX, visualViewport.width, root.clientWidth]",
                    vec![],
                )
                .await?;
            ensure!(seen == json!([0, 390, 390]), "{screen}: {seen} {light:?}");
            // Both of its edges can be seen.
            ensure!(
                light.x >= 0.0 && light.x + light.width <= 390.0,
                "{screen}: {light:?}"
            );
            let now = page.text("presenter").await?;
            if now == last {
                break;
            }
            last = now;
        }
        ensure!(last.contains(" of "), "{screen}: {last}");
        page.press(Key::Left.into()).await?;
    }
    Ok(())
}

/// The words that stand on paper.
async fn on_paper(page: &Page) -> Result<String> {
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await?;
    let text = page
        .run(
            "const seen = (it) => it.checkVisibility();
             const own = (it) => [...it.childNodes].filter((n) => n.nodeType === 3)
               .map((n) => n.data).join('');
             const typed = (it) => it.matches('textarea, input') ? it.value : '';
             return [...document.body.querySelectorAll('*')].filter(seen)
               .map((it) => own(it) + typed(it)).join(' ');",
            vec![],
        )
        .await?;
    let pdf = page.devtools("Page.printToPDF", json!({})).await?;
    let data = pdf.get("data").and_then(Value::as_str).unwrap_or_default();
    ensure!(data.starts_with("JVBER"), "the browser printed nothing");
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }))
        .await?;
    text.as_str().map(str::to_owned).context("no text")
}

async fn paper_has_every_word_and_no_key(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    let secret = samples::secret()?;
    page.paste("key-input", &secret).await?;
    page.expect_state("verdict-signature", "valid").await?;
    page.is_kept().await?;
    let paper = on_paper(page).await?;
    // The JSON tab is open; the claims with their explanations are printed all the same.
    let explained = page.text_of("[data-claim=sub] .claim-meaning > *").await;
    ensure!(explained.is_ok());
    for word in [
        "Expired",
        "Valid",
        "Whom or what this token is about",
        "0b6f1c52",
    ] {
        ensure!(paper.contains(word), "`{word}` is not in: {paper}");
    }
    ensure!(!paper.contains(secret.trim()), "the secret is printed");
    for control in [
        "Copy as Markdown",
        "Edit as draft",
        "Clear",
        "Fetch",
        "Present",
    ] {
        ensure!(!paper.contains(control), "`{control}` is printed");
    }
    Ok(())
}

async fn a_press_prints_a_lesson(page: &Page) -> Result<()> {
    page.open_at("#/learn").await?;
    page.click_on("[data-lesson=parts]").await?;
    page.expect_text("lesson", "1 of").await?;
    page.run(
        "window.printed = 0; window.print = () => { window.printed += 1; }",
        vec![],
    )
    .await?;
    page.click("lesson-print").await?;
    harness::check::becomes("how often it was printed", json!(1), async || {
        page.run("return window.printed", vec![]).await
    })
    .await
}

async fn a_lesson_is_printed_whole(page: &Page) -> Result<()> {
    page.open_at("#/learn").await?;
    page.click_on("[data-lesson=parts]").await?;
    page.expect_text("lesson", "1 of").await?;
    let paper = on_paper(page).await?;
    let steps = page.all(".handout-step").await?;
    ensure!(steps.len() >= 2, "{steps:?}");
    for step in &steps {
        let first: String = step.text.chars().take(40).collect();
        let first = first.lines().next().unwrap_or_default().trim().to_owned();
        ensure!(!first.contains("learn-"), "{first}");
    }
    let shown = paper.matches("learn-").count();
    ensure!(shown == 0, "a key stands for a text: {paper}");
    ensure!(paper.contains("Three parts, two dots"), "{paper}");
    // Hints stand on a sheet of their own, behind all tasks.
    let tasks = page.all(".handout-step[data-task]").await?;
    let hints = page.all(".handout-hints .handout-hint").await?;
    ensure!(!tasks.is_empty() && tasks.len() == hints.len(), "{hints:?}");
    ensure!(page.all(".handout-step .handout-hint").await?.is_empty());
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await?;
    let sheet = page.styles(".handout-hints", "break-before").await?;
    ensure!(sheet == ["page"], "{sheet:?}");
    let at = |part: &str| paper.find(part).context("not on paper");
    let last = steps.last().context("no step")?;
    let last: String = last.text.chars().take(30).collect();
    ensure!(at("Hints, to cut off")? > at(last.lines().next().unwrap_or_default().trim())?);
    // The screens behind it are not on the handout.
    ensure!(!paper.contains("Well-formed"), "{paper}");
    Ok(())
}

async fn a_task_of_ones_own_is_printed_with_its_token(page: &Page) -> Result<()> {
    let (token, secret) = (samples::workshop("Patient")?, samples::secret()?);
    let secret = secret.trim();
    let set = format!(
        r#"{{"name":"Thursday","items":[{{"task":"Who is it, and until when?","token":"{token}","key":"{secret}","secret":true}}]}}"#
    );
    page.open_at(&format!("#set={}", BASE64_URL_SAFE_NO_PAD.encode(set)))
        .await?;
    page.click("set-own").await?;
    page.expect_state("verdict-signature", "valid").await?;
    page.is_kept().await?;
    let paper = on_paper(page).await?;
    for word in [
        "Who is it, and until when?",
        "Whom or what this token is about",
        "0b6f1c52",
        "Valid",
    ] {
        ensure!(paper.contains(word), "`{word}` is not in: {paper}");
    }
    ensure!(!paper.contains(secret), "the secret is printed");
    for control in ["Fold", "End ", "Clear", "Present"] {
        ensure!(!paper.contains(control), "`{control}` is printed: {paper}");
    }
    Ok(())
}

async fn a_signed_draft_is_printed_without_its_key(page: &Page) -> Result<()> {
    let secret = samples::secret()?;
    page.open_at("#/sign").await?;
    page.input("sign-header", r#"{"alg":"HS256"}"#).await?;
    page.input("sign-payload", r#"{"sub":"somebody on paper"}"#)
        .await?;
    page.input("sign-key", &secret).await?;
    page.expect_text("sign-output", "eyJhbGciOiJIUzI1NiJ9.")
        .await?;
    page.is_kept().await?;
    let paper = on_paper(page).await?;
    let token = page.text("sign-output").await?;
    let signature = token.rsplit('.').next().unwrap_or_default();
    ensure!(signature.len() == 43, "{token}");
    for word in ["somebody on paper", "HS256", signature] {
        ensure!(paper.contains(word), "`{word}` is not in: {paper}");
    }
    ensure!(!paper.contains(secret.trim()), "the secret is printed");
    for control in ["Open in Inspect", "Copy", "Clear", "Present"] {
        ensure!(!paper.contains(control), "`{control}` is printed: {paper}");
    }
    Ok(())
}
