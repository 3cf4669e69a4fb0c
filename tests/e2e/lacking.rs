//! A browser that lacks something, or withholds it: each time a plain sentence says so, and what
//! can go on goes on.

use anyhow::{Context, Result, ensure};
use harness::check::soon;
use harness::samples::{self, DURING};
use harness::variant::{Variant, change};
use harness::{Case, Page, cases};
use serde_json::json;
use xtask::setup::browsers::Engine;

/// The tests of this file.
pub const ALL: &[Case] = cases!["lacking":
    without_storage_everything_works_and_it_is_said,
    a_clipboard_that_is_denied_is_said_on_the_button,
    without_random_numbers_nothing_is_made_and_reading_goes_on,
    without_web_assembly_the_page_says_what_it_needs,
    a_policy_that_forbids_web_assembly_is_named,
    a_worker_that_is_refused_leaves_the_decode,
    a_file_with_a_changed_byte_is_refused,
    a_browser_too_old_for_the_start_is_told_so,
    a_start_that_never_comes_is_not_a_blank_page,
];

/// Tests that need commands only Chromium's driver has.
pub const ONLY_CHROMIUM: &[Case] = cases!["lacking", &[Engine::Chromium];
    without_javascript_the_page_says_what_it_needs,
];

async fn decodes(page: &Page) -> Result<()> {
    page.input("clock", DURING).await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_state("verdict-structure", "ok").await?;
    page.expect_text("decoded-payload", "Patient").await
}

async fn verifies(page: &Page) -> Result<()> {
    decodes(page).await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_verdicts("ok", "valid", "ok").await
}

/// As a browser does that is told to keep nothing.
const NO_STORAGE: &str = "
    for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });";

async fn without_storage_everything_works_and_it_is_said(page: &Page) -> Result<()> {
    let variant = Variant::with_script(NO_STORAGE)?;
    page.open_url(&variant.url()).await?;
    page.choose("theme", "dark").await?;
    verifies(page).await?;
    page.expect_text("lacks-storage", "keeps nothing for pages")
        .await?;
    // Where it does remember, nothing is said.
    page.open().await?;
    page.expect_text("shortcuts-open", "Keyboard").await?;
    ensure!(
        page.every("lacks-storage").await?.is_empty(),
        "said without need"
    );
    ensure!(
        page.every("lacks-randomness").await?.is_empty(),
        "said without need"
    );
    Ok(())
}

const NO_CLIPBOARD: &str = "
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('denied', 'NotAllowedError')) } });
    document.execCommand = () => false;";

async fn a_clipboard_that_is_denied_is_said_on_the_button(page: &Page) -> Result<()> {
    let variant = Variant::with_script(NO_CLIPBOARD)?;
    page.open_url(&variant.url()).await?;
    decodes(page).await?;
    let words = "
        const buttons = [...document.querySelectorAll('button')].filter(button => button.textContent.trim() === 'Copy' && button.checkVisibility());
        if (buttons.length === 0) return null;
        buttons[0].click();
        return new Promise(done => {
            const look = () => {
                const text = buttons[0].textContent.trim();
                text === 'Copy' ? requestAnimationFrame(look) : done(text);
            };
            look();
        });";
    let said = page.run(words, vec![]).await?;
    let said = said.as_str();
    let expected = "Not copied: select the text yourself";
    ensure!(said == Some(expected), "{said:?}");
    // The text of the area by which the second way copies is not left behind.
    ensure!(
        page.all("textarea.offscreen").await?.is_empty(),
        "left behind"
    );
    Ok(())
}

const NO_CRYPTO: &str = "Object.defineProperty(self, 'crypto', { value: undefined });\n";

async fn without_random_numbers_nothing_is_made_and_reading_goes_on(page: &Page) -> Result<()> {
    let variant = Variant::new(|site| {
        site.insert("before.js".to_string(), NO_CRYPTO.into());
        change(site, "worker-", |worker| format!("{NO_CRYPTO}{worker}"))?;
        change(site, "index.html", |html| {
            html.replacen("<head>", "<head><script src=\"./before.js\"></script>", 1)
        })
    })?;
    page.open_url(&variant.url()).await?;
    verifies(page).await?;
    page.expect_text("lacks-randomness", "no random numbers")
        .await?;
    page.click_on("a[href='#/sign']").await?;
    page.input("sign-header", r#"{"alg":"ES256"}"#).await?;
    page.input("sign-payload", r#"{"n":1}"#).await?;
    page.input("sign-key", &samples::text("koppeltaal-es384-private.pem")?)
        .await?;
    page.expect_text("sign-error", "no random numbers").await?;
    page.click_on("a[href='#/keys']").await?;
    page.click("key-generate").await?;
    soon("no key is made, and it is said why", async || {
        let said = page.text_of("main").await?;
        Ok(said.contains("no random numbers").then_some(()))
    })
    .await?;
    ensure!(page.text("key-private").await?.is_empty(), "a key was made");
    Ok(())
}

async fn without_web_assembly_the_page_says_what_it_needs(page: &Page) -> Result<()> {
    let variant = Variant::with_script("delete window.WebAssembly;")?;
    says_why(page, &variant, "needs WebAssembly").await
}

async fn a_policy_that_forbids_web_assembly_is_named(page: &Page) -> Result<()> {
    let variant = Variant::new(|site| {
        change(site, "index.html", |html| {
            html.replace(" 'wasm-unsafe-eval'", "")
        })
    })?;
    says_why(page, &variant, "that lets it run").await
}

async fn says_why(page: &Page, variant: &Variant, words: &str) -> Result<()> {
    page.client().goto(&variant.url()).await?;
    page.expect_text("start-failed", words).await?;
    let dutch = page.text_of("[data-testid=start-failed] [lang=nl]").await?;
    ensure!(dutch.contains("kon niet starten"), "{dutch:?}");
    ensure!(page.every("unstarted").await?.is_empty(), "said twice");
    let alert = page.one("start-failed").await?;
    ensure!(alert.attribute("role") == "alert", "not announced");
    Ok(())
}

async fn a_worker_that_is_refused_leaves_the_decode(page: &Page) -> Result<()> {
    let variant = Variant::with_script(
        "window.Worker = class { constructor() { throw new DOMException('refused', 'SecurityError'); } };",
    )?;
    page.open_url(&variant.url()).await?;
    decodes(page).await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_text("verdict-signature", "could not be started")
        .await?;
    page.expect_text("verdict-signature", "refused").await?;
    page.expect_state("verdict-signature", "unchecked").await
}

/// One bit of the last byte of a file, which the page that names it knows nothing of.
fn with_changed(begins: &str) -> Result<Variant> {
    Variant::new(|site| {
        let is_meant = |name: &String| name.starts_with(begins) && !name.ends_with(".js");
        let file = site.iter_mut().find(|(name, _)| is_meant(name));
        let (_, content) = file.with_context(|| format!("no {begins}"))?;
        *content.last_mut().context("an empty file")? ^= 1;
        Ok(())
    })
}

async fn a_file_with_a_changed_byte_is_refused(page: &Page) -> Result<()> {
    let variant = with_changed("rest-")?;
    page.client().goto(&variant.url()).await?;
    page.expect_text("start-failed", "could not start").await?;
    let variant = with_changed("texts-nl")?;
    page.open_url(&variant.url()).await?;
    page.choose("language", "nl").await?;
    page.expect_text("language-note", "Nederlands could not be loaded")
        .await?;
    let variant = with_changed("worker-")?;
    page.open_url(&variant.url()).await?;
    decodes(page).await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_text("verdict-signature", "could not be started")
        .await
}

/// What such a browser sees: words of the language that it does not know.
async fn a_browser_too_old_for_the_start_is_told_so(page: &Page) -> Result<()> {
    let variant = Variant::new(|site| change(site, "start-", |start| format!("@later;\n{start}")))?;
    stays(page, &variant).await
}

async fn a_start_that_never_comes_is_not_a_blank_page(page: &Page) -> Result<()> {
    let variant = Variant::new(|site| {
        site.retain(|name, _| !name.starts_with("start-"));
        Ok(())
    })?;
    stays(page, &variant).await
}

async fn stays(page: &Page, variant: &Variant) -> Result<()> {
    page.client().goto(&variant.url()).await?;
    soon("the reason is in view", async || {
        let shown = page
            .run(
                "const note = document.querySelector('#unstarted');
                 return note && getComputedStyle(note).visibility === 'visible' ? note.textContent : null",
                vec![],
            )
            .await?;
        let says = shown.as_str().unwrap_or_default();
        let words = ["browser of 2023 or later", "wordt nog geladen"];
        Ok(words.iter().all(|words| says.contains(words)).then_some(()))
    })
    .await
}

async fn without_javascript_the_page_says_what_it_needs(page: &Page) -> Result<()> {
    page.devtools(
        "Emulation.setScriptExecutionDisabled",
        json!({ "value": true }),
    )
    .await?;
    page.client().goto(&page.url()).await?;
    // What a screen reader is given, which is what is shown.
    let shown = page
        .devtools("Accessibility.getFullAXTree", json!({}))
        .await?
        .to_string();
    ensure!(
        shown.contains("needs JavaScript and WebAssembly, which are off"),
        "{shown}"
    );
    Ok(())
}
