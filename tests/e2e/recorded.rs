//! Nothing leaves, as a proxy sees it that everything of the browser has to pass. First it sees the
//! page's own load and what is planted; then every screen is used, with a canary in whatever can
//! be typed into; and the same look finds every canary that is let out on purpose.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use fantoccini::key::Key;
use harness::case::Network;
use harness::check::{becomes, soon};
use harness::samples::{self, DURING};
use harness::watch::Watch;
use harness::{Case, JwksServer, Mood, Page, cases};
use serde_json::{Value, json};
use xtask::setup::browsers::Engine;

use crate::inside::KEEP_COPIES;
use crate::keys::{catch_files, make, saved};
use crate::sign::token_of;
use crate::{self_test, whole};

/// The tests of this file, each in a browser that has a proxy for everything.
pub const BEHIND_A_PROXY: &[Case] = cases!["recorded", &Engine::ALL, Network::Recorded;
    what_is_let_out_on_purpose_is_found,
    tokens_and_secrets_go_nowhere,
    keys_go_nowhere,
    lessons_and_all_the_rest_send_nothing,
];

const SUBJECT: &str = "canary-subject-5d1c9a7e";
const KID: &str = "canary-kid-0b64f2d3";
const HOST: &str = "canary-host-71aa3c.invalid";
/// Of a length that HS256 wants, and A256KW.
const SECRET: &str = "canary-secret-93be17f0c25ad846e1";
const OUTER: &str = "canary-outer-48d0b7aa61c3f95e27b0";
const OTHER: &str = "canary-compared-c6e81f04";
const PASSWORD: &str = "canary-password-2f9d6b1c";
const CLIENT: &str = "canary-client-ea30751d";

/// What goes into every field of a screen.
fn typed_on(screen: &str) -> String {
    format!("canary-typed-on-{screen}-b83d")
}

/// Opens everything that folds, and shows every view that a tab or a choice leads to.
const UNFOLD: &str = "
    const done = arguments[0];
    (async () => {
        const next = () => new Promise(requestAnimationFrame);
        let count = 0;
        for (const selector of ['details:not([open]) > summary', '[role=tab]'])
            for (const it of document.querySelectorAll(`main ${selector}`)) {
                if (!it.checkVisibility()) continue;
                it.click();
                count++;
                await next();
            }
        return count;
    })().then(done, error => done(String(error)));";

/// Types into every field of the screen; those of numbers, dates and files take no such text.
const FILL: &str = "
    const [text, done] = arguments;
    (async () => {
        const all = 'main textarea:not([readonly]), main input:not([type=checkbox], [type=radio], [type=file], [type=number], [type=datetime-local])';
        let count = 0;
        for (const field of document.querySelectorAll(all)) {
            // What was typed before may have taken it away.
            if (!field.isConnected) continue;
            field.value = text;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }));
            count++;
            await new Promise(requestAnimationFrame);
            const fault = document.querySelector('[data-testid=page-fault]')?.textContent;
            if (fault) return `${field.outerHTML} ${fault}`;
        }
        return count;
    })().then(done, error => done(String(error)));";

async fn count(page: &Page, script: &str, arguments: Vec<Value>) -> Result<u64> {
    let count = page.client().execute_async(script, arguments).await?;
    count.as_u64().with_context(|| count.to_string())
}

async fn unfold(page: &Page, least: u64) -> Result<()> {
    let count = count(page, UNFOLD, vec![]).await?;
    ensure!(count >= least, "{count} things unfolded");
    Ok(())
}

async fn fill(watch: &mut Watch<'_>, page: &Page, screen: &str, least: u64) -> Result<()> {
    let text = typed_on(screen);
    let count = count(page, FILL, vec![json!(text)]).await?;
    ensure!(count >= least, "{count} fields on {screen}");
    watch
        .canaries
        .add(&format!("what was typed on {screen}"), &text);
    Ok(())
}

/// The page met no fault of its own so far.
async fn is_whole(page: &Page, when: &str) -> Result<()> {
    let fault = page.first("[data-testid=page-fault]").await?;
    ensure!(fault.is_none(), "{when}: {fault:?}");
    Ok(())
}

async fn go(page: &Page, screen: &str) -> Result<()> {
    page.scroll_to(0.0).await?;
    page.click_on(&format!("nav a[href='#/{screen}']")).await
}

/// A token of canaries, signed with a secret that is one, in Inspect.
async fn sign_and_open(watch: &mut Watch<'_>, page: &Page) -> Result<String> {
    for (what, canary) in [("a claim", SUBJECT), ("a name of a key", KID)] {
        watch.canaries.add(what, canary);
    }
    watch.canaries.add("a host that a token names", HOST);
    watch.canaries.add("the secret", SECRET);
    let header = json!({ "alg": "HS256", "jku": format!("https://{HOST}/jwks"), "kid": KID });
    let payload = json!({ "iss": format!("https://{HOST}"), "picture": format!("https://{HOST}/x.png"), "sub": SUBJECT });
    let (header, payload) = (header.to_string(), payload.to_string());
    go(page, "sign").await?;
    page.input("sign-header", &header).await?;
    page.input("sign-payload", &payload).await?;
    page.input("sign-key", SECRET).await?;
    let token = token_of(page, &header, &payload).await?;
    for (part, text) in token.split('.').enumerate() {
        let text = text.get(..24.min(text.len())).unwrap_or_default();
        // The first part begins like that of most tokens.
        if part > 0 {
            watch.canaries.add("a part of the token", text);
        }
    }
    page.click("sign-open").await?;
    page.expect_state("verdict-signature", "valid").await?;
    Ok(token)
}

async fn tokens_and_secrets_go_nowhere(page: &Page) -> Result<()> {
    let server = JwksServer::start(samples::text("koppeltaal-jwks.json")?)?;
    let mut watch = Watch::open(page, "").await?;
    page.run(KEEP_COPIES, vec![]).await?;
    page.input("clock", DURING).await?;
    let token = sign_and_open(&mut watch, page).await?;
    unfold(page, 6).await?;
    page.click_on("#tab-json").await?;
    page.input("json-search", SUBJECT).await?;
    for (count, form) in ["report-markdown", "report-json", "report-redacted-json"]
        .into_iter()
        .enumerate()
    {
        page.click(form).await?;
        soon(form, async || {
            let copies = page.run("return window.copies.length", vec![]).await?;
            Ok((copies.as_u64() > Some(count as u64)).then_some(()))
        })
        .await?;
    }
    watch.canaries.add("what it is compared with", OTHER);
    let other = samples::compact(
        r#"{"alg":"HS256"}"#,
        json!({ "sub": OTHER }).to_string().as_bytes(),
        b"sig",
    );
    page.input("compare-input", &other).await?;
    page.expect_text("compare-says", "changed").await?;
    // Tampered with: every cause is tried.
    let tampered = token.replacen('.', ".e30", 1);
    page.paste("token-input", &tampered).await?;
    page.expect_state("verdict-signature", "invalid").await?;
    page.paste("token-input", &token).await?;
    page.empty("key-input").await?;
    page.expect_state("verdict-signature", "unchecked").await?;
    page.expect_state("guess", "idle").await?;
    page.click("guess-start").await?;
    page.expect_state("guess", "none").await?;
    // The one request: what was clicked, as it stood there.
    let url = server.url(Mood::Good);
    watch.will_click(url.clone());
    page.input("jwks-url", &url).await?;
    page.click("jwks-fetch").await?;
    page.expect_state("jwks-status", "ok").await?;
    page.expect_text("request-count", "1").await?;
    encrypts(&mut watch, page).await?;
    for screen in ["inspect", "sign"] {
        go(page, screen).await?;
        unfold(page, 0).await?;
        fill(&mut watch, page, screen, 8).await?;
    }
    watch.nothing_left().await?;
    watch.no_address_has_any().await
}

/// A token in a token, encrypted and opened.
async fn encrypts(watch: &mut Watch<'_>, page: &Page) -> Result<()> {
    watch
        .canaries
        .add("the secret of the encryption", &OUTER[..32]);
    go(page, "sign").await?;
    page.click_on("[data-testid=sign-form] > summary").await?;
    page.click("sign-nested").await?;
    let header = r#"{"alg":"A256KW","enc":"A256GCM","cty":"JWT"}"#;
    page.input("sign-outer-header", header).await?;
    page.input("sign-outer-key", &OUTER[..32]).await?;
    soon("five parts", async || {
        let token = page.text("sign-output").await?;
        Ok((token.split('.').count() == 5).then_some(()))
    })
    .await?;
    page.click("sign-open").await?;
    page.paste("key-input", &OUTER[..32]).await?;
    page.expect_state("verdict-signature", "decrypted").await?;
    page.click("trail-inside").await?;
    page.expect_text("decoded-payload", SUBJECT).await
}

async fn keys_go_nowhere(page: &Page) -> Result<()> {
    let mut watch = Watch::open(page, "#/keys").await?;
    catch_files(page).await?;
    for (alg, member) in [
        ("ES256", "d"),
        ("HS256", "k"),
        ("ML-DSA-44", "priv"),
        ("RS256", "d"),
    ] {
        let (private, _, _) = make(page, alg).await?;
        let secret = private[member].as_str().context("no private half")?;
        ensure!(private["alg"] == alg, "{private}");
        let what = format!("the {alg} key");
        watch.canaries.add(&what, &secret[..24]);
        // As other spellings of a key hold it.
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(secret)?;
        watch.canaries.add_bytes(&what, &bytes[..18]);
    }
    page.click("key-convert").await?;
    let spellings = soon("spellings", async || {
        let all = page.all("[data-testid=convert-spelling] option").await?;
        Ok((!all.is_empty()).then_some(all))
    })
    .await?;
    for spelling in &spellings {
        page.choose("convert-spelling", spelling.attribute("value"))
            .await?;
        soon("a spelling", async || {
            Ok((!page.text("convert-output").await?.is_empty()).then_some(()))
        })
        .await?;
    }
    watch.canaries.add("the password", PASSWORD);
    page.input("shelf-password", PASSWORD).await?;
    page.click("shelf-seal").await?;
    saved(page).await?;
    page.click("shelf-save").await?;
    saved(page).await?;
    page.expect_text("publish-jwks", "\"keys\"").await?;
    watch.canaries.add("the client", CLIENT);
    page.click("story-pair").await?;
    page.expect_text("story-pair-says", "RSA 2048").await?;
    page.input("story-client", CLIENT).await?;
    page.click("story-assert").await?;
    page.expect_text("story-token", ".").await?;
    let assertion = page.text("story-token").await?;
    let signature = assertion.rsplit('.').next().unwrap_or_default();
    watch
        .canaries
        .add("the assertion's signature", &signature[..24]);
    unfold(page, 1).await?;
    fill(&mut watch, page, "keys", 6).await?;
    page.click("key-sign-with").await?;
    page.expect_text("sign-key-read-as", "RSA").await?;
    watch.nothing_left().await
}

async fn lessons_and_all_the_rest_send_nothing(page: &Page) -> Result<()> {
    let mut watch = Watch::open(page, "").await?;
    // Everything once, without canaries: the tokens of the lessons stand in the build.
    whole::works(page).await?;
    is_whole(page, "after all of it").await?;
    page.choose("theme", "dark").await?;
    is_whole(page, "in the dark").await?;
    let token = sign_and_open(&mut watch, page).await?;
    is_whole(page, "with a token").await?;
    for (strip, begin) in [
        ("lesson", "[data-lesson=tamper]"),
        ("lab", "[data-attack=none]"),
        ("broken", "[data-code=claims-not-yet-valid]"),
    ] {
        go(page, "learn").await?;
        if strip == "broken" {
            // What is not looked for is folded.
            page.input("gallery-find", "claims-not-yet-valid").await?;
        }
        is_whole(page, &format!("on Learn, before {strip}")).await?;
        page.click_on(begin).await?;
        soon(strip, async || {
            let found = page.first(&format!("[data-testid={strip}]")).await?;
            Ok(found.filter(|found| found.is_visible))
        })
        .await?;
        is_whole(page, strip).await?;
        fill(&mut watch, page, strip, 1).await?;
        page.click(&format!("{strip}-close")).await?;
    }
    for language in ["nl", "en"] {
        page.choose("language", language).await?;
        becomes("the language", json!(language), async || {
            page.run("return document.documentElement.lang", vec![])
                .await
        })
        .await?;
        for screen in ["inspect", "sign", "keys", "learn"] {
            go(page, screen).await?;
            fill(&mut watch, page, &format!("{screen}-{language}"), 2).await?;
        }
    }
    go(page, "inspect").await?;
    page.paste("token-input", &token).await?;
    page.expect_state("verdict-structure", "ok").await?;
    page.press(Key::F8.into()).await?;
    page.expect_text("presenter", "Press →").await?;
    for _ in 0..3 {
        page.press(Key::Right.into()).await?;
        page.press(Key::Down.into()).await?;
    }
    page.press(Key::Escape.into()).await?;
    page.click("self-test-link").await?;
    page.click("self-test-start").await?;
    self_test::ends_as(page, "passed").await?;
    watch.nothing_left().await?;
    watch.no_address_has_any().await
}

/// Ways out, each with a word of the complaint. `canary` and `elsewhere` are there.
const WAYS_OUT: [(&str, &str); 8] = [
    ("fetch(`./?${canary}`)", "as it is"),
    (
        "fetch('./nowhere/' + [...canary].map(letter => '%' + letter.charCodeAt(0).toString(16)).join(''))",
        "as it is",
    ),
    (
        "fetch('./nowhere', { headers: { 'X-Planted': btoa(`1${canary}`) } })",
        "in base64",
    ),
    (
        "fetch('./nowhere', { method: 'POST', body: btoa(`12${canary}`).replaceAll('=', '') })",
        "in base64",
    ),
    (
        "navigator.sendBeacon('./nowhere', [...canary].map(letter => letter.charCodeAt(0).toString(16)).join('').toUpperCase())",
        "in hex",
    ),
    ("new Image().src = `./icon.png?${canary}`", "as it is"),
    ("fetch(elsewhere, { mode: 'no-cors' })", "unexpectedly"),
    ("fetch('https://elsewhere.invalid/')", "unexpectedly"),
];

/// Places, each with how something gets there, and out again.
const PLACES: [(&str, &str, &str); 11] = [
    ("localStorage", "localStorage.planted = canary", "localStorage.removeItem('planted')"),
    ("sessionStorage", "sessionStorage[canary] = 1", "sessionStorage.removeItem(canary)"),
    (
        "IndexedDB",
        "await new Promise((resolve, reject) => {
             const request = indexedDB.open('planted', 1);
             request.onupgradeneeded = () => request.result.createObjectStore('store').put(new TextEncoder().encode(canary), 'key');
             request.onsuccess = () => { request.result.close(); resolve(); };
             request.onerror = reject;
         })",
        "await new Promise((resolve, reject) => {
             const request = indexedDB.deleteDatabase('planted');
             request.onsuccess = resolve;
             request.onerror = reject;
         })",
    ),
    (
        "Cache storage",
        "await (await caches.open('planted')).put('./planted', new Response(`..${btoa(canary)}`))",
        "await caches.delete('planted')",
    ),
    ("cookies", "document.cookie = `planted=${canary}`", "document.cookie = 'planted=; max-age=0'"),
    ("the name of the window", "window.name = canary", "window.name = ''"),
    ("history.state", "history.replaceState({ canary }, '')", "history.replaceState(null, '')"),
    ("the address", "history.replaceState(null, '', `#/inspect?${encodeURIComponent(canary)}`)", "history.replaceState(null, '', '#/inspect')"),
    ("the address", "history.replaceState(null, '', `?${canary}`)", "history.replaceState(null, '', './')"),
    ("the title", "document.title = canary", "document.title = 'JWT debugger'"),
    (
        "the referrer",
        "Object.defineProperty(document, 'referrer', { configurable: true, value: canary })",
        "delete document.referrer",
    ),
];

async fn what_is_let_out_on_purpose_is_found(page: &Page) -> Result<()> {
    let elsewhere = JwksServer::start("{}")?;
    let mut watch = Watch::open(page, "").await?;
    watch.canaries.add("the planted one", SUBJECT);
    watch.nothing_left().await?;
    for (way, word) in WAYS_OUT {
        let known = page.proxy()?.seen().len();
        let script = format!("const [canary, elsewhere] = arguments; {way};");
        let given = vec![json!(SUBJECT), json!(elsewhere.url(Mood::Failing))];
        page.run(&script, given).await?;
        let complaint = soon(&format!("a complaint about {way}"), async || {
            Ok(watch.requests_are_innocent(known).err())
        })
        .await?;
        let complaint = complaint.to_string();
        ensure!(complaint.contains(word), "{way}: {complaint}");
    }
    for (place, plant, take_back) in PLACES {
        for (what, is_there) in [(plant, true), (take_back, false)] {
            let script = format!(
                "const [canary, done] = arguments;
                 (async () => {{ {what}; }})().then(() => done(null), error => done(String(error)));"
            );
            let given = vec![json!(SUBJECT)];
            let failed = page.client().execute_async(&script, given).await?;
            ensure!(failed.is_null(), "{what}: {failed}");
            let complaint = watch.nothing_is_kept().await.err();
            let complaint = complaint.map(|error| error.to_string()).unwrap_or_default();
            let is_named = complaint.contains("the planted one") && complaint.contains(place);
            ensure!(is_named == is_there, "{what}: {complaint:?}");
            ensure!(is_there || complaint.is_empty(), "{what}: {complaint}");
        }
    }
    Ok(())
}
