//! Nothing leaves: no request but the one that was clicked, nothing stored, nothing left in the
//! address, and a policy that says so.

use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use harness::check;
use harness::samples::{self, DURING};
use harness::{Case, JwksServer, Mood, Page, cases};
use serde_json::{Value, json};
use xtask::setup::browsers::Engine;
use xtask::workspace;

use crate::keys;

/// The tests of this file.
pub const ALL: &[Case] = cases!["privacy":
    working_through_the_page_requests_nothing,
    the_count_grows_by_the_one_click,
    whatever_the_page_asks_for_is_counted_and_listed,
    nothing_of_a_token_or_key_is_stored,
    only_preferences_are_remembered,
    a_token_in_the_address_is_shown_and_removed,
    every_deep_link_name_is_taken,
    a_public_key_in_the_address_is_used,
    a_private_key_in_the_address_is_refused_and_named,
    the_policy_stands_and_has_nothing_that_a_meta_ignores,
    nothing_in_the_document_is_inline,
    typed_text_is_closed_to_spelling_and_translation_services,
    forgetting_leaves_nothing_and_asks_once,
    a_key_lists_the_keys,
];

/// Tests that look at the moment before the first paint.
pub const ONLY_CHROMIUM: &[Case] = cases!["privacy", &[Engine::Chromium];
    a_token_is_out_of_the_address_before_anything_is_painted,
];

const ASSERTION: &str = "client assertion RS512";

/// All that a person does in one sitting, but the fetch.
async fn work(page: &Page) -> Result<()> {
    page.input("clock", DURING).await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    page.paste("token-input", &samples::koppeltaal(ASSERTION)?)
        .await?;
    page.paste("key-input", &samples::text("koppeltaal-jwks.json")?)
        .await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    page.click_on("a[href='#/sign']").await?;
    page.input(
        "sign-header",
        r#"{"alg":"HS256","jku":"https://elsewhere.invalid/"}"#,
    )
    .await?;
    page.input("sign-payload", r#"{"iss":"https://elsewhere.invalid"}"#)
        .await?;
    page.input("sign-key", &samples::secret()?).await?;
    page.expect_text("sign-output", "eyJ").await?;
    page.click("sign-open").await?;
    page.expect_state("verdict-signature", "valid").await
}

async fn working_through_the_page_requests_nothing(page: &Page) -> Result<()> {
    page.open().await?;
    work(page).await?;
    page.is_kept().await?;
    ensure!(page.text("request-count").await?.trim() == "0", "counted");
    page.requests_stay_within(&[&page.origin()]).await?;
    let before = page.asked_for();
    // A token that names hosts, a URL typed but not clicked.
    page.input("jwks-url", "https://elsewhere.invalid/jwks.json")
        .await?;
    page.paste("token-input", &samples::koppeltaal(ASSERTION)?)
        .await?;
    page.expect_state("verdict-structure", "ok").await?;
    ensure!(page.asked_for() == before, "asked: {:?}", page.asked_for());
    if page.engine() == Engine::Chromium {
        // A worker starts from a `blob:` of the page itself, which no network ever sees.
        let mut more = page.requests().await?;
        more.retain(|url| !url.starts_with("blob:"));
        ensure!(more.is_empty(), "{more:?}");
    }
    page.console_is_empty().await
}

async fn the_count_grows_by_the_one_click(page: &Page) -> Result<()> {
    let server = JwksServer::start(samples::text("koppeltaal-jwks.json")?)?;
    page.open().await?;
    page.expect_text("request-count", "0").await?;
    page.input("jwks-url", &server.url(Mood::Good)).await?;
    page.click("jwks-fetch").await?;
    page.expect_state("jwks-status", "ok").await?;
    page.expect_text("request-count", "1").await?;
    page.input("jwks-url", &server.url(Mood::NoCors)).await?;
    page.click("jwks-fetch").await?;
    page.expect_state("jwks-status", "error").await?;
    page.expect_text("request-count", "2").await?;
    ensure!(server.requests().len() == 2, "{:?}", server.requests());
    let (page_s, theirs) = (page.origin(), server.origin());
    page.requests_stay_within(&[&page_s, &theirs]).await
}

/// Nor does a name like that of a file of the build hide what a query takes along.
async fn whatever_the_page_asks_for_is_counted_and_listed(page: &Page) -> Result<()> {
    page.open().await?;
    page.is_kept().await?;
    page.expect_text("request-count", "0").await?;
    let says = page.first(".requests").await?.unwrap_or_default().text;
    ensure!(says.contains("as far as the page itself can see"), "{says}");
    let mut asked = Vec::new();
    for name in ["nowhere", "page-0123456789abcdef.js?canary"] {
        asked.push(format!("{}{name}", page.url()));
        page.run(&format!("fetch('./{name}')"), vec![]).await?;
        check::becomes("the list", asked.clone(), async || {
            let listed = page.all(".requests-list li").await?;
            Ok(listed.into_iter().map(|one| one.text).collect::<Vec<_>>())
        })
        .await?;
        page.expect_text("request-count", &asked.len().to_string())
            .await?;
    }
    Ok(())
}

const STORED: &str = "
    const done = arguments[0];
    (async () => {
        const names = storage => Object.keys(storage);
        const databases = indexedDB.databases ? await indexedDB.databases() : [];
        const kept = [];
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
                const { body } = await cache.match(request);
                kept.push([request.url, (await new Response(body).arrayBuffer()).byteLength]);
            }
        }
        return {
            local: Object.fromEntries(names(localStorage).map(name => [name, localStorage[name]])),
            session: names(sessionStorage),
            databases: databases.map(({ name }) => name),
            kept,
            cookie: document.cookie,
            name: window.name,
            state: JSON.stringify(history.state),
        };
    })().then(done, error => done(String(error)));";

async fn stored(page: &Page) -> Result<Value> {
    Ok(page.client().execute_async(STORED, vec![]).await?)
}

async fn nothing_of_a_token_or_key_is_stored(page: &Page) -> Result<()> {
    page.open().await?;
    work(page).await?;
    page.is_kept().await?;
    let mut found = stored(page).await?;
    let kept = found["kept"].take();
    let nothing = json!({
        "local": {}, "session": [], "databases": [], "kept": null,
        "cookie": "", "name": "", "state": "null",
    });
    ensure!(found == nothing, "{found}");
    only_the_build_is_kept(page, kept)?;
    let address = page.client().current_url().await?;
    ensure!(address.as_str().len() < 60, "{address}");
    // A new start knows nothing.
    page.client().refresh().await?;
    page.expect_value("token-input", "").await?;
    page.expect_value("key-input", "").await
}

/// Every file that is kept is one of the build, as long as it came.
fn only_the_build_is_kept(page: &Page, kept: Value) -> Result<()> {
    let kept: Vec<(String, u64)> = serde_json::from_value(kept)?;
    ensure!(!kept.is_empty(), "nothing is kept");
    for (url, length) in kept {
        let name = url.strip_prefix(&page.url()).context(url.clone())?;
        let name = if name.is_empty() { "index.html" } else { name };
        let file = workspace::dist().join(name);
        let came = std::fs::metadata(&file).with_context(|| url.clone())?.len();
        ensure!(
            came == length,
            "{url} is {length} bytes, it came with {came}"
        );
    }
    Ok(())
}

async fn only_preferences_are_remembered(page: &Page) -> Result<()> {
    page.open().await?;
    page.choose("theme", "dark").await?;
    page.choose("language", "en").await?;
    work(page).await?;
    let found = stored(page).await?;
    let local = found["local"].as_object().cloned().unwrap_or_default();
    for (name, value) in &local {
        ensure!(["theme", "language"].contains(&name.as_str()), "{found}");
        ensure!(value.as_str().unwrap_or_default().len() < 10, "{found}");
    }
    page.client().refresh().await?;
    page.expect_value("theme", "dark").await
}

/// The fragment that the address has now.
async fn fragment(page: &Page) -> Result<String> {
    let fragment = page.run("return location.hash", vec![]).await?;
    Ok(fragment.as_str().unwrap_or_default().to_string())
}

async fn a_token_in_the_address_is_shown_and_removed(page: &Page) -> Result<()> {
    let token = samples::workshop("Patient")?;
    page.open_at(&format!("#token={token}")).await?;
    page.expect_value("token-input", &token).await?;
    page.expect_state("verdict-structure", "ok").await?;
    ensure!(!fragment(page).await?.contains("token"), "still there");
    // The place in the history that had it has it no more.
    let length = page.run("return history.length", vec![]).await?;
    page.client().goto("about:blank").await?;
    page.client().back().await?;
    let address = page.client().current_url().await?;
    ensure!(!address.as_str().contains(&token), "{address}");
    ensure!(length.as_u64() < Some(4), "{length} places in the history");
    // In an open page as well.
    page.open().await?;
    page.run(
        "location.hash = arguments[0]",
        vec![json!(format!("#token={token}"))],
    )
    .await?;
    page.expect_value("token-input", &token).await?;
    harness::check::becomes("the token in the address", false, async || {
        Ok(fragment(page).await?.contains(&token))
    })
    .await
}

async fn every_deep_link_name_is_taken(page: &Page) -> Result<()> {
    let token = samples::workshop("Patient")?;
    for name in ["token", "id_token", "access_token"] {
        page.client().goto("about:blank").await?;
        page.open_at(&format!("#{name}={token}&state=x&expires_in=3600"))
            .await?;
        page.expect_value("token-input", &token).await?;
        ensure!(!fragment(page).await?.contains(&token), "{name} stays");
    }
    Ok(())
}

async fn a_public_key_in_the_address_is_used(page: &Page) -> Result<()> {
    let token = samples::koppeltaal(ASSERTION)?;
    let jwk = samples::koppeltaal_jwk("RS512")?.to_string();
    page.open_at(&format!("#token={token}&key={}", percent(&jwk)))
        .await?;
    page.expect_value("key-input", &jwk).await?;
    page.expect_state("verdict-signature", "valid").await?;
    ensure!(!fragment(page).await?.contains("key"), "still there");
    let pem = samples::fixture("koppeltaal/rs512-public.pem")?;
    page.client().goto("about:blank").await?;
    page.open_at(&format!("#token={token}&key={}", percent(&pem)))
        .await?;
    page.expect_state("verdict-signature", "valid").await
}

fn percent(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes())
        .collect::<String>()
        .replace('+', "%20")
}

async fn a_private_key_in_the_address_is_refused_and_named(page: &Page) -> Result<()> {
    let token = samples::workshop("Patient")?;
    let oct = r#"{"kty":"oct","k":"c2VjcmV0"}"#.to_string();
    for (key, word) in [
        (samples::text("koppeltaal-rs512-private.pem")?, "private"),
        (
            samples::fixture("koppeltaal/es384-private.jwk.json")?,
            "private",
        ),
        (oct, "secret"),
        (samples::secret()?, "secret"),
    ] {
        page.client().goto("about:blank").await?;
        page.open_at(&format!("#token={token}&key={}", percent(&key)))
            .await?;
        page.expect_value("token-input", &token).await?;
        page.expect_value("key-input", "").await?;
        page.expect_state("verdict-signature", "unchecked").await?;
        let alerts = page.all("main [role=alert]").await?;
        ensure!(
            alerts
                .iter()
                .any(|alert| alert.is_visible && alert.text.contains(word)),
            "{word} not named: {alerts:?}"
        );
        ensure!(!fragment(page).await?.contains("key"), "still there");
    }
    Ok(())
}

/// The document as it came from the server.
async fn source(page: &Page) -> Result<String> {
    let text = page
        .client()
        .execute_async(
            "const done = arguments[0];
             fetch(location.pathname).then(response => response.text()).then(done, error => done(String(error)));",
            vec![],
        )
        .await?;
    text.as_str().map(String::from).context("no text")
}

/// CSP Level 3 §3.3: a policy in a meta ignores these.
const IGNORED: [&str; 3] = ["frame-ancestors", "report-uri", "sandbox"];

async fn the_policy_stands_and_has_nothing_that_a_meta_ignores(page: &Page) -> Result<()> {
    page.open().await?;
    let source = source(page).await?;
    let meta = source.find("http-equiv=\"Content-Security-Policy\"");
    let script = source.find("<script");
    ensure!(meta.is_some() && meta < script, "the policy comes too late");
    let found = page
        .first("meta[http-equiv='Content-Security-Policy']")
        .await?
        .context("no policy")?;
    let directives = found.attribute("content").split(';');
    let directives: Vec<Vec<&str>> = directives
        .map(|directive| directive.split_whitespace().collect())
        .collect();
    for directive in &directives {
        let name = directive.first().copied().unwrap_or_default();
        ensure!(!IGNORED.contains(&name), "{name} is ignored in a meta");
        for value in &directive[1..] {
            let own = ["'none'", "'self'", "'wasm-unsafe-eval'", "blob:", "data:"];
            let fetch = ["https:", "http://localhost:*", "http://127.0.0.1:*"];
            let may = own.contains(value)
                || name == "connect-src" && fetch.contains(value)
                || name == "require-trusted-types-for" && *value == "'script'"
                || name == "trusted-types" && *value == "jwt-debugger"
                || value.starts_with("'sha");
            ensure!(may, "{name} allows {value}");
        }
    }
    ensure!(
        directives
            .iter()
            .any(|directive| directive == &["default-src", "'none'"]),
        "{directives:?}"
    );
    // In force.
    page.run(
        "window.refused = new Set();
         document.addEventListener('securitypolicyviolation', event => window.refused.add(event.effectiveDirective));
         const make = (name, members) => document.body.appendChild(Object.assign(document.createElement(name), members));
         make('img', { src: 'http://elsewhere.invalid/picture.png' });
         make('iframe', { src: 'http://elsewhere.invalid/' });
         make('base', { href: 'http://elsewhere.invalid/' });
         // Firefox throws as well.
         try { make('form', { action: location.href }).submit(); } catch (error) { }",
        vec![],
    )
    .await?;
    let all = json!(["base-uri", "form-action", "frame-src", "img-src"]);
    check::becomes("what is refused", all, async || {
        page.run("return [...window.refused].sort()", vec![]).await
    })
    .await?;
    let base = page.run("return document.baseURI", vec![]).await?;
    let base = base.as_str().unwrap_or_default();
    ensure!(base.starts_with(&page.url()), "{base}");
    Ok(())
}

async fn nothing_in_the_document_is_inline(page: &Page) -> Result<()> {
    page.open().await?;
    let inline = page
        .client()
        .execute_async(
            "const done = arguments[0];
             const request = new XMLHttpRequest();
             request.open('GET', location.pathname);
             request.responseType = 'document';
             request.onload = () => {
                 const came = request.response;
                 const found = [];
                 for (const element of came.querySelectorAll('*')) {
                     if (element.localName === 'style') found.push('style');
                     if (element.localName === 'script' && !element.src) found.push('script');
                     for (const { name, value } of element.attributes) {
                         if (name === 'style' || name.startsWith('on') || value.startsWith('javascript:')) found.push(name);
                     }
                     const address = element.getAttribute('src') ?? (element.localName === 'link' ? element.getAttribute('href') : '');
                     if (/^[a-z]+:|^\\/\\//.test(address ?? '')) found.push(address);
                 }
                 done(found);
             };
             request.send();",
            vec![],
        )
        .await?;
    ensure!(inline == json!([]), "{inline}");
    work(page).await?;
    let made = page
        .run(
            "return [...document.querySelectorAll('style, script:not([src]), iframe, object, embed')].map(element => element.outerHTML)",
            vec![],
        )
        .await?;
    ensure!(made == json!([]), "{made}");
    page.console_is_empty().await
}

async fn typed_text_is_closed_to_spelling_and_translation_services(page: &Page) -> Result<()> {
    // A screen is made when it is first looked at.
    page.open_at("#/sign").await?;
    page.one("sign-header").await?;
    page.click_on("nav a[href='#/inspect']").await?;
    page.expect_value("expect-iss", "").await?;
    for id in [
        "token-input",
        "key-input",
        "jwks-url",
        "clock",
        "expect-iss",
        "expect-aud",
        "sign-header",
        "sign-payload",
        "sign-key",
    ] {
        let control = page.one(id).await?;
        for (name, value) in [
            ("spellcheck", "false"),
            ("autocomplete", "off"),
            ("autocorrect", "off"),
            ("autocapitalize", "off"),
            ("translate", "no"),
        ] {
            ensure!(
                control.attribute(name) == value,
                "{id}: {name}={:?}",
                control.attribute(name)
            );
        }
    }
    for id in ["token-parts", "decoded-header", "decoded-payload"] {
        let shown = page.one(id).await?;
        ensure!(shown.attribute("translate") == "no", "{id}");
    }
    Ok(())
}

async fn a_token_is_out_of_the_address_before_anything_is_painted(page: &Page) -> Result<()> {
    // The address at the moment at which the page's first element appears, which is before it
    // can be painted.
    page.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": "
            new MutationObserver((_, observer) => {
                if (!document.querySelector('main')) return;
                window.addressAtFirst = location.href;
                observer.disconnect();
            }).observe(document, { childList: true, subtree: true });" }),
    )
    .await?;
    let token = samples::workshop("Patient")?;
    page.open_at(&format!("#token={token}")).await?;
    page.expect_value("token-input", &token).await?;
    let address = page.run("return window.addressAtFirst", vec![]).await?;
    let address = address.as_str().unwrap_or_default();
    ensure!(address.starts_with("http"), "{address}");
    ensure!(!address.contains(&token), "{address}");
    Ok(())
}

const CANARY: &str = "canary-7f3a";

/// Whether a text is anywhere on the page: shown, in a field, in an attribute, in the address.
const HOLDS: &str = "const wanted = arguments[0];
    const fields = [...document.querySelectorAll('input, textarea')].map(field => field.value);
    const all = [document.documentElement.outerHTML, document.title, location.href,
                 JSON.stringify(history.state), ...fields];
    return all.some(text => text.includes(wanted))";

async fn is_visible(page: &Page, id: &str) -> Result<bool> {
    let found = page.first(&format!("[data-testid={id}]")).await?;
    Ok(found.is_some_and(|found| found.is_visible))
}

async fn holds(page: &Page, text: &str) -> Result<bool> {
    let found = page.run(HOLDS, vec![text.into()]).await?;
    found.as_bool().context("whether it is there")
}

/// Whether the browser would ask before the page is left.
const ASKS: &str = "const event = new Event('beforeunload', { cancelable: true });
    return !window.dispatchEvent(event)";

/// Tells the next page whether it was asked on the way to it.
const TELL: &str = "window.isTheSame = true;
    window.addEventListener('beforeunload', event => { sessionStorage.asked = event.defaultPrevented; });";

async fn is_another_page(page: &Page) -> Result<()> {
    check::soon("another page", async || {
        let is_same = page.run("return window.isTheSame === true", vec![]).await;
        Ok(matches!(is_same, Ok(Value::Bool(false))).then_some(()))
    })
    .await?;
    page.has_begun().await
}

async fn forgetting_leaves_nothing_and_asks_once(page: &Page) -> Result<()> {
    // A key that was not saved, for which the browser asks whoever leaves in another way.
    page.open_at("#/keys").await?;
    let (key, ..) = keys::make(page, "HS256").await?;
    let key = key["k"].as_str().context("a secret")?;
    ensure!(page.run(ASKS, vec![]).await? == true, "it would not ask");
    page.click_on("a[href='#/inspect']").await?;
    let payload = json!({"sub": CANARY}).to_string();
    let token = samples::compact(r#"{"alg":"HS256"}"#, payload.as_bytes(), b"sig");
    page.paste("token-input", &token).await?;
    page.paste("key-input", CANARY).await?;
    page.expect_state("verdict-signature", "invalid").await?;
    page.click_on("a[href='#/sign']").await?;
    page.input("sign-payload", &payload).await?;
    page.input("sign-key", CANARY).await?;
    ensure!(
        holds(page, CANARY).await? && holds(page, key).await?,
        "they are looked for in the right places"
    );
    // The shortcut asks; Escape closes the question and nothing else.
    page.run(TELL, vec![]).await?;
    page.press_with_all(&[Key::Control, Key::Shift], Key::Backspace.into())
        .await?;
    page.expect_text("forget-question", "Forget everything?")
        .await?;
    page.press(Key::Escape.into()).await?;
    check::soon("the question is gone", async || {
        Ok((!is_visible(page, "forget-question").await?).then_some(()))
    })
    .await?;
    ensure!(holds(page, CANARY).await?, "Escape forgot");
    // So does the button; the way back is the one that has the focus.
    page.click("forget").await?;
    page.click("forget-no").await?;
    ensure!(holds(page, CANARY).await?, "keeping forgot");
    page.click("forget").await?;
    page.click("forget-yes").await?;
    is_another_page(page).await?;
    let asked = page.run("return sessionStorage.asked", vec![]).await?;
    ensure!(asked == "false", "the browser asked as well: {asked}");
    ensure!(!holds(page, CANARY).await?, "still there");
    page.click_on("a[href='#/keys']").await?;
    page.expect_text("key-private", "").await?;
    ensure!(!holds(page, key).await?, "the key is still there");
    page.click_on("a[href='#/inspect']").await?;
    page.expect_state("verdict-structure", "empty").await?;
    ensure!(!holds(page, CANARY).await?, "on the other screen");
    // Neither going back nor loading again brings it back.
    for (script, route) in [("back", "#/keys"), ("forward", "#/inspect")] {
        page.run(&format!("history.{script}()"), vec![]).await?;
        check::becomes("the route", route.to_owned(), async || fragment(page).await).await?;
        ensure!(!holds(page, CANARY).await?, "{script}");
    }
    page.run("window.isTheSame = true; location.reload()", vec![])
        .await?;
    is_another_page(page).await?;
    ensure!(!holds(page, CANARY).await?, "loaded again");
    page.console_is_empty().await
}

async fn a_key_lists_the_keys(page: &Page) -> Result<()> {
    page.open().await?;
    page.is_kept().await?;
    page.run("document.querySelector('main').focus()", vec![])
        .await?;
    page.press('?').await?;
    page.expect_text("shortcuts", "Keyboard").await?;
    page.press(Key::Escape.into()).await?;
    check::soon("the list is gone", async || {
        Ok((!is_visible(page, "shortcuts").await?).then_some(()))
    })
    .await?;
    // In a field it is a character.
    page.run(
        "document.querySelector('[data-testid=token-input]').focus()",
        vec![],
    )
    .await?;
    page.press('?').await?;
    check::becomes("typed", "?".to_owned(), async || {
        page.value("token-input").await
    })
    .await?;
    ensure!(!is_visible(page, "shortcuts").await?, "opened while typing");
    page.console_is_empty().await
}
