//! How it looks, as far as a machine can tell: it fits, it stands still, it can be read.

use anyhow::{Result, ensure};
use harness::samples::{self, DURING};
use harness::shape::Rectangle;
use harness::{Case, JwksServer, Mood, Page, cases};
use serde_json::json;
use xtask::setup::browsers::Engine;

/// The tests of this file.
pub const ALL: &[Case] = cases!["looks":
    the_theme_can_be_switched,
    the_empty_page_is_not_empty,
];

/// Tests at an exact size of the window, or under a scheme of the system.
pub const ONLY_CHROMIUM: &[Case] = cases!["looks", &[Engine::Chromium];
    nothing_sticks_out_at_any_size,
    the_verdicts_stand_still_on_a_desk,
    the_verdicts_stand_still_on_a_phone,
    the_verdicts_stay_on_top_on_a_phone,
    a_desk_has_two_columns_and_a_phone_one,
    axe_finds_nothing_on_the_empty_page,
    axe_finds_nothing_on_a_verified_token,
    axe_finds_nothing_on_a_damaged_token,
    axe_finds_nothing_on_the_sign_screen,
    axe_finds_nothing_where_keys_are_offered,
    offered_keys_stick_out_nowhere,
    axe_finds_nothing_where_a_place_is_pointed_at,
    the_keys_screen_sticks_out_nowhere,
    on_a_phone_the_state_of_the_token_stays_and_covers_nothing,
    axe_finds_nothing_on_the_keys_screen,
];

pub const DESK: (u32, u32) = (1440, 900);
pub const PHONE: (u32, u32) = (390, 844);

const VERDICTS: [&str; 3] = ["verdict-structure", "verdict-signature", "verdict-claims"];

async fn open_sized(page: &Page, (width, height): (u32, u32)) -> Result<()> {
    page.resize(width, height).await?;
    page.open().await?;
    page.input("clock", DURING).await
}

async fn nothing_sticks_out_at_any_size(page: &Page) -> Result<()> {
    for size in [DESK, (1000, 700), (768, 1024), PHONE, (320, 640)] {
        open_sized(page, size).await?;
        fits(page, size, "empty").await?;
        page.paste("token-input", &samples::text("workshop-printed-token.txt")?)
            .await?;
        page.expect_state("verdict-structure", "repaired").await?;
        fits(page, size, "printed").await?;
        page.paste("token-input", &samples::koppeltaal("HTI launch RS512")?)
            .await?;
        page.paste("key-input", &samples::text("koppeltaal-jwks.json")?)
            .await?;
        page.expect_verdicts("ok", "valid", "ok").await?;
        fits(page, size, "launch").await?;
        page.click_on("#tab-claims").await?;
        fits(page, size, "claims").await?;
        page.click_on("#tab-bytes").await?;
        fits(page, size, "bytes").await?;
        page.click_on("#tab-json").await?;
        page.click_on("[data-testid=decoded-payload] .json-line")
            .await?;
        page.input("json-search", "sub").await?;
        fits(page, size, "searched").await?;
        page.click_on("[data-testid=compare] summary").await?;
        page.input("compare-input", &samples::workshop("Patient")?)
            .await?;
        page.expect_text("compare-says", "changed").await?;
        fits(page, size, "compared").await?;
        page.click_on("a[href='#/sign']").await?;
        fits(page, size, "sign").await?;
        page.choose("sign-template", "hti-launch").await?;
        page.paste("sign-key", &samples::text("koppeltaal-rs512-private.pem")?)
            .await?;
        page.expect_text("sign-output", ".").await?;
        fits(page, size, "signed").await?;
    }
    Ok(())
}

async fn fits(page: &Page, size: (u32, u32), what: &str) -> Result<()> {
    let out = page.sticks_out().await?;
    ensure!(out.is_empty(), "{what} at {size:?}: {out:?}");
    Ok(())
}

/// Seen from the top of the page: filling a field scrolls to it, and stuck verdicts with it.
async fn places(page: &Page) -> Result<Vec<Rectangle>> {
    page.run("window.scrollTo(0, 0)", vec![]).await?;
    let mut places = Vec::new();
    for id in VERDICTS {
        places.push(page.place(&harness::find::by_id(id)).await?);
    }
    Ok(places)
}

async fn the_verdicts_stand_still_on_a_desk(page: &Page) -> Result<()> {
    stand_still(page, DESK).await
}

async fn the_verdicts_stand_still_on_a_phone(page: &Page) -> Result<()> {
    stand_still(page, PHONE).await
}

/// Through all that a key and a clock can do to a token.
pub async fn stand_still(page: &Page, size: (u32, u32)) -> Result<()> {
    open_sized(page, size).await?;
    let empty = places(page).await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_verdicts("ok", "unchecked", "ok").await?;
    stood(page, &empty, "a token").await?;
    for (key, state) in [
        (samples::secret()?, "valid"),
        ("another secret".to_string(), "invalid"),
        (
            samples::fixture("koppeltaal/rs512-public.pem")?,
            "key-error",
        ),
        (samples::secret()?, "valid"),
    ] {
        page.paste("key-input", &key).await?;
        page.expect_state("verdict-signature", state).await?;
        stood(page, &empty, state).await?;
    }
    page.input("clock", "1767229999").await?;
    page.expect_state("verdict-claims", "expired").await?;
    stood(page, &empty, "expired").await?;
    // The longest reasons there are.
    page.paste(
        "token-input",
        &samples::koppeltaal("client assertion, kid not in the set")?,
    )
    .await?;
    page.paste("key-input", &samples::text("koppeltaal-jwks.json")?)
        .await?;
    page.expect_state("verdict-signature", "key-error").await?;
    stood(page, &empty, "kid not in the set").await?;
    page.paste("token-input", "no token").await?;
    page.expect_state("verdict-structure", "damaged").await?;
    stood(page, &empty, "no token").await
}

async fn stood(page: &Page, before: &[Rectangle], when: &str) -> Result<()> {
    let now = places(page).await?;
    ensure!(now == before, "{when}: {before:?} moved to {now:?}");
    Ok(())
}

async fn the_verdicts_stay_on_top_on_a_phone(page: &Page) -> Result<()> {
    open_sized(page, PHONE).await?;
    page.paste("token-input", &samples::koppeltaal("HTI launch RS512")?)
        .await?;
    page.expect_verdicts("ok", "unchecked", "ok").await?;
    let mut last = 0.0;
    for y in [300.0, 700.0, 1100.0] {
        let came = page.scroll_to(y).await?;
        ensure!(came > last, "the page cannot be scrolled to {y}: {came}");
        last = came;
        let first = page
            .place_in_window(&harness::find::by_id(VERDICTS[0]))
            .await?;
        ensure!((-1.0..=60.0).contains(&first.y), "at {y}: {first:?}");
        let third = page
            .place_in_window(&harness::find::by_id(VERDICTS[2]))
            .await?;
        // Less than half of the window, or there is no room to read.
        ensure!(third.y + third.height < 422.0, "at {y}: {third:?}");
        let on_top = page
            .run(
                "const { x, y, width, height } = document.querySelector('[data-testid=verdict-signature]').getBoundingClientRect();
                 return document.elementFromPoint(x + width / 2, y + height / 2).closest('[data-testid]')?.dataset.testid",
                vec![],
            )
            .await?;
        ensure!(on_top == "verdict-signature", "{on_top} covers it");
    }
    Ok(())
}

async fn a_desk_has_two_columns_and_a_phone_one(page: &Page) -> Result<()> {
    for (size, beside) in [(DESK, true), (PHONE, false)] {
        open_sized(page, size).await?;
        page.paste("token-input", &samples::workshop("Patient")?)
            .await?;
        page.expect_state("verdict-structure", "ok").await?;
        let token = page.place("[data-testid=token-input]").await?;
        let payload = page.place("[data-testid=decoded-payload]").await?;
        let verdict = page.place("[data-testid=verdict-structure]").await?;
        ensure!(
            (payload.x >= token.x + token.width) == beside,
            "{size:?}: {token:?} {payload:?}"
        );
        ensure!(verdict.y < payload.y, "{size:?}: {verdict:?} {payload:?}");
        if !beside {
            ensure!(verdict.y < token.y, "{verdict:?} below {token:?}");
        }
    }
    Ok(())
}

async fn the_theme_can_be_switched(page: &Page) -> Result<()> {
    page.open().await?;
    page.choose("theme", "light").await?;
    let ground = async || page.styles("html, body", "background-color").await;
    let light = ground().await?;
    page.choose("theme", "dark").await?;
    harness::check::soon("another ground", async || {
        Ok((ground().await? != light).then_some(()))
    })
    .await
}

async fn the_empty_page_is_not_empty(page: &Page) -> Result<()> {
    page.open().await?;
    let examples = page.all("[data-example]").await?;
    ensure!(examples.len() >= 4, "{examples:?}");
    for example in &examples {
        let name = example.attribute("data-example");
        page.client().refresh().await?;
        page.click_on(&format!("[data-example={name}]")).await?;
        harness::check::soon(&format!("the example {name} is shown"), async || {
            let structure = page.state("verdict-structure").await?;
            Ok(["ok", "repaired"]
                .contains(&structure.as_str())
                .then_some(()))
        })
        .await?;
    }
    let said = page.text_of("body").await?;
    ensure!(said.contains("leaves this page"), "no promise");
    Ok(())
}

/// Under both schemes, at both sizes, after `prepare`.
async fn is_accessible(page: &Page, at: &str, prepare: impl AsyncFn() -> Result<()>) -> Result<()> {
    for scheme in ["light", "dark"] {
        page.emulate_scheme(scheme).await?;
        for (width, height) in [DESK, PHONE] {
            page.resize(width, height).await?;
            page.client().goto("about:blank").await?;
            page.open_at(at).await?;
            prepare().await?;
            page.is_accessible()
                .await
                .map_err(|error| error.context(format!("{scheme}, {width} wide")))?;
        }
    }
    Ok(())
}

async fn axe_finds_nothing_on_the_empty_page(page: &Page) -> Result<()> {
    is_accessible(page, "", async || Ok(())).await
}

async fn axe_finds_nothing_on_a_verified_token(page: &Page) -> Result<()> {
    is_accessible(page, "", async || {
        page.input("clock", DURING).await?;
        page.paste("token-input", &samples::text("workshop-printed-token.txt")?)
            .await?;
        page.paste("token-input", &samples::workshop("Patient")?)
            .await?;
        page.paste("key-input", &samples::text("workshop.env")?)
            .await?;
        page.expect_verdicts("ok", "valid", "ok").await?;
        page.click_on("#tab-claims").await
    })
    .await
}

async fn axe_finds_nothing_on_a_damaged_token(page: &Page) -> Result<()> {
    is_accessible(page, "", async || {
        page.paste("token-input", "eyJhbGciOiJIUzI1NiJ9.e*J9.sig")
            .await?;
        page.paste("key-input", "not the secret").await?;
        page.expect_verdicts("damaged", "invalid", "none").await
    })
    .await
}

/// A token whose issuer and header say where keys are, that names what stands beside it, and a
/// set that was fetched from another address than the one that was asked.
pub async fn full(page: &Page, server: &JwksServer) -> Result<()> {
    let header = json!({ "alg": "RS256", "kid": "none", "jku": "https://keys.invalid/jwks.json" });
    let payload = json!({
        "iss": "https://issuer.invalid/a-tenant", "at_hash": "x", "c_hash": "x", "cnf": { "jkt": "x" },
    });
    let token = samples::compact(
        &header.to_string(),
        payload.to_string().as_bytes(),
        &[7; 256],
    );
    page.paste("token-input", &token).await?;
    page.input("jwks-url", &server.url(Mood::Redirect)).await?;
    page.click("jwks-fetch").await?;
    page.expect_state("jwks-status", "ok").await?;
    page.input("jwks-url", &format!("{}/tenant", server.origin()))
        .await?;
    page.input("expect-access-token", "another").await?;
    page.expect_verdicts("ok", "key-error", "mismatch").await?;
    page.run(
        "document.querySelectorAll('main details').forEach(fold => fold.open = true)",
        vec![],
    )
    .await?;
    page.expect_text("arithmetic", "Signing input").await
}

async fn axe_finds_nothing_where_keys_are_offered(page: &Page) -> Result<()> {
    let server = JwksServer::start(samples::text("koppeltaal-jwks.json")?)?;
    is_accessible(page, "", async || full(page, &server).await).await
}

async fn offered_keys_stick_out_nowhere(page: &Page) -> Result<()> {
    let server = JwksServer::start(samples::text("koppeltaal-jwks.json")?)?;
    for size in [DESK, (1000, 700), (768, 1024), PHONE, (320, 640)] {
        open_sized(page, size).await?;
        full(page, &server).await?;
        fits(page, size, "offers").await?;
    }
    Ok(())
}

async fn axe_finds_nothing_on_the_sign_screen(page: &Page) -> Result<()> {
    is_accessible(page, "#/sign", async || {
        page.choose("sign-template", "plain").await?;
        page.paste("sign-key", &samples::secret()?).await?;
        page.expect_text("sign-output", ".").await?;
        page.input("sign-header", "{").await?;
        page.expect_text("sign-error", "ine 1").await
    })
    .await
}

async fn axe_finds_nothing_where_a_place_is_pointed_at(page: &Page) -> Result<()> {
    for tab in ["#tab-json", "#tab-claims", "#tab-bytes"] {
        is_accessible(page, "", async || {
            let payload = br#"{"iss":"a","n":-0,"x":{"y":[1,100002348117421473]}}"#;
            let token = samples::compact(r#"{"alg":"HS256","kid":"../x"}"#, payload, b"sig");
            page.paste("token-input", &token).await?;
            page.click_on("[data-testid=decoded-payload] [data-line=\"4\"]")
                .await?;
            page.input("json-search", "1").await?;
            page.click_on("[data-testid=compare] summary").await?;
            page.input("compare-input", &samples::workshop("Patient")?)
                .await?;
            page.expect_text("compare-says", "same").await?;
            // Out from under the verdicts, which stay in sight.
            page.scroll_to(0.0).await?;
            page.click_on(tab).await
        })
        .await?;
    }
    Ok(())
}

/// A key on the shelf, in every spelling, with its fold open; published; in the story.
pub async fn fill_keys(page: &Page, size: (u32, u32)) -> Result<()> {
    page.resize(size.0, size.1).await?;
    page.open_at("#/keys").await?;
    crate::keys::make(page, "ES256").await?;
    page.click("key-convert").await?;
    page.expect_text("convert-output", "kty").await?;
    page.click_on("[data-testid=shelf-says] summary").await?;
    page.click_on("[data-testid=certificate] summary").await?;
    page.choose("certificate-shelf", "1").await?;
    page.expect_text("certificate-pem", "BEGIN").await?;
    page.choose("story-shelf", "1").await?;
    page.click("story-assert").await?;
    page.expect_text("story-token", ".").await
}

async fn the_keys_screen_sticks_out_nowhere(page: &Page) -> Result<()> {
    for size in [DESK, (1000, 700), (768, 1024), PHONE, (320, 640)] {
        fill_keys(page, size).await?;
        for language in ["en", "nl"] {
            page.choose("language", language).await?;
            fits(page, size, language).await?;
        }
        for spelling in ["pkcs8-base64", "env-private", "thumbprint-uri"] {
            page.choose("convert-spelling", spelling).await?;
            fits(page, size, spelling).await?;
        }
        page.choose("language", "en").await?;
    }
    Ok(())
}

async fn axe_finds_nothing_on_the_keys_screen(page: &Page) -> Result<()> {
    fill_keys(page, PHONE).await?;
    page.is_accessible().await
}

/// How far the bar lies over what has the focus.
const IS_COVERED: &str = "
    const at = document.activeElement;
    const box = at.getBoundingClientRect();
    const bar = document.querySelector('[data-testid=sign-bar]').getBoundingClientRect();
    const free = bar.height > 0 && bar.top < innerHeight ? Math.min(bar.top, innerHeight) : innerHeight;
    // Of a text area its first line, where the caret is; other controls whole.
    const bottom = at.tagName === 'TEXTAREA' ? box.top + 30 : box.bottom;
    const over = at.closest('.sign-bar') ? 0 : bottom - free;
    return over > 1 ? `${at.tagName} ${at.id || at.dataset.testid || at.className}: ${over}` : null;";

async fn on_a_phone_the_state_of_the_token_stays_and_covers_nothing(page: &Page) -> Result<()> {
    for size in [PHONE, (320, 640)] {
        page.resize(size.0, size.1).await?;
        page.open_at("#/sign").await?;
        page.input("sign-header", r#"{"alg":"HS256"}"#).await?;
        page.input("sign-payload", r#"{"sub":"jo"}"#).await?;
        page.input("sign-key", "a secret that is long enough for HS256")
            .await?;
        page.expect_text("sign-bar", "Signed.").await?;
        let bar = page.place_in_window("[data-testid=sign-bar]").await?;
        let height = f64::from(size.1);
        ensure!(
            bar.y + bar.height <= height + 1.0,
            "below the window: {bar:?}"
        );
        page.input("sign-header", r#"{"alg":"HS2"}"#).await?;
        page.expect_text("sign-bar", "HS2 is not known").await?;
        for fold in ["sign-form", "batch"] {
            let script = "document.querySelector(`[data-testid=${arguments[0]}] summary`).click()";
            page.run(script, vec![json!(fold)]).await?;
        }
        page.run(
            "document.querySelector('[data-testid=sign-sd]').click()",
            vec![],
        )
        .await?;
        page.run(
            "window.scrollTo(0, 0); document.getElementById('sign-template').focus()",
            vec![],
        )
        .await?;
        let mut seen = 0;
        for _ in 0..60 {
            page.press('\u{e004}').await?;
            let covered = page.run(IS_COVERED, vec![]).await?;
            ensure!(covered.is_null(), "{covered} at {size:?}");
            seen += 1;
            let is_bar = page.focused().await?;
            if is_bar.attribute("data-testid") == "sign-to-token" {
                break;
            }
        }
        ensure!((15..60).contains(&seen), "{seen} stops");
        fits(page, size, "sign with everything open").await?;
        page.click("sign-to-token").await?;
        let token = page.place_in_window("#sign-result").await?;
        ensure!(token.y < height - 40.0, "not brought into view: {token:?}");
    }
    // On a desk the token stands beside the draft.
    page.resize(DESK.0, DESK.1).await?;
    ensure!(!page.one("sign-bar").await?.is_visible, "a bar on a desk");
    Ok(())
}
