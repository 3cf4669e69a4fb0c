//! Trusted Types: where the engine has them, no text becomes markup or the address of a script, and
//! the page has one policy, which accepts its own two scripts.

use anyhow::{Result, ensure};
use harness::check::soon;
use harness::samples::{self, DURING};
use harness::variant::Variant;
use harness::{Case, Page, cases};
use serde_json::{Value, json};
use xtask::setup::browsers::Engine;

/// The tests of this file.
pub const ALL: &[Case] = cases!["trusted_types":
    text_becomes_neither_markup_nor_script,
    the_one_policy_accepts_two_addresses,
    the_page_itself_trips_over_nothing,
];

/// Part of the page, and run by itself, so that its policy holds: what a driver runs may do more.
/// Every attempt has to throw, and none may leave anything behind.
const ATTEMPTS: &str = "
    window.attempts = async () => {
        if (!window.trustedTypes) return 'none';
        const script = document.createElement('script'), frame = document.createElement('iframe');
        const own = navigator.serviceWorker;
        const blob = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
        const all = {
            innerHTML: () => { document.body.innerHTML = '<b id=harmed>x</b>'; },
            outerHTML: () => { document.querySelector('noscript').outerHTML = '<b id=harmed>x</b>'; },
            insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', '<b id=harmed>x</b>'),
            write: () => document.write('<b id=harmed>x</b>'),
            parse: () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
            fragment: () => document.createRange().createContextualFragment('<b>x</b>'),
            srcdoc: () => { frame.srcdoc = '<b>x</b>'; },
            src: () => { script.src = './start.js'; },
            text: () => { script.text = 'window.harmed = 1'; },
            eval: () => window.eval('window.harmed = 1'),
            function: () => new Function('window.harmed = 1'),
            timeout: () => setTimeout('window.harmed = 1'),
            worker: () => new Worker(blob),
            shared: () => new SharedWorker(blob),
            register: () => own.register('./other.js'),
            policy: () => trustedTypes.createPolicy('other', { createHTML: text => text }),
            fallback: () => trustedTypes.createPolicy('default', { createHTML: text => text }),
            again: () => trustedTypes.createPolicy('jwt-debugger', { createHTML: text => text }),
        };
        const passed = [];
        for (const [name, attempt] of Object.entries(all)) {
            try { await attempt(); passed.push(name); } catch (error) { }
        }
        return { passed, tried: Object.keys(all).length, harmed: window.harmed === 1 || document.querySelector('#harmed') !== null };
    };";

async fn text_becomes_neither_markup_nor_script(page: &Page) -> Result<()> {
    let variant = Variant::with_script(ATTEMPTS)?;
    page.open_url(&variant.url()).await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.paste("key-input", &samples::secret()?).await?;
    // The worker runs: its address is the one that the policy accepts.
    page.expect_verdicts("ok", "valid", "ok").await?;
    let begin = "setTimeout(async () => { window.told = await window.attempts(); })";
    page.run(begin, vec![]).await?;
    let told = soon("everything was tried", async || {
        let told = page.run("return window.told ?? null", vec![]).await?;
        Ok((told != Value::Null).then_some(told))
    })
    .await?;
    if told == "none" {
        let engine = page.engine();
        ensure!(engine != Engine::Chromium, "Chromium has Trusted Types");
        return Ok(());
    }
    ensure!(told["tried"] == 18, "{told}");
    ensure!(
        told["passed"].as_array().is_some_and(Vec::is_empty),
        "{told}"
    );
    ensure!(told["harmed"] == false, "{told}");
    page.expect_verdicts("ok", "valid", "ok").await
}

/// Keeps each policy that the page makes, and each address of a `blob:`.
const KEEP: &str = "
    window.policies = [];
    window.blobs = [];
    const address = URL.createObjectURL;
    URL.createObjectURL = of => {
        window.blobs.push(address.call(URL, of));
        return window.blobs.at(-1);
    };
    if (window.trustedTypes) {
        const create = trustedTypes.createPolicy;
        trustedTypes.createPolicy = (name, rules) => {
            window.policies.push(create.call(trustedTypes, name, rules));
            return window.policies.at(-1);
        };
    }";

/// What the page's own policy makes of addresses and text, once the page has used it.
const ASK_POLICY: &str = "
    if (!window.trustedTypes) return 'none';
    const [policy] = window.policies;
    const own = document.querySelector('meta[name=service-worker]').content;
    const foreign = URL.createObjectURL(new Blob(['1'], { type: 'text/javascript' }));
    const all = {
        own: () => policy.createScriptURL(own),
        other: () => policy.createScriptURL('./other.js'),
        query: () => policy.createScriptURL(`${own}?x`),
        fragment: () => policy.createScriptURL(`${own}#x`),
        elsewhere: () => policy.createScriptURL('https://elsewhere.invalid/service-worker.js'),
        foreign: () => policy.createScriptURL(foreign),
        used: () => policy.createScriptURL(window.blobs[0]),
        nothing: () => policy.createScriptURL(''),
        data: () => policy.createScriptURL('data:text/javascript,1'),
        markup: () => policy.createHTML('<b>x</b>'),
        script: () => policy.createScript('1'),
    };
    const passed = {};
    for (const [name, attempt] of Object.entries(all)) {
        try { passed[name] = String(attempt()); } catch (error) { }
    }
    return { names: window.policies.map(one => one.name), own, used: window.blobs[0], passed };";

async fn the_one_policy_accepts_two_addresses(page: &Page) -> Result<()> {
    let variant = Variant::with_script(KEEP)?;
    page.open_url(&variant.url()).await?;
    // The worker runs, so the first of the two was accepted while it started.
    page.verify_workshop_token().await?;
    let told = page.run(ASK_POLICY, vec![]).await?;
    if told == "none" {
        let engine = page.engine();
        ensure!(engine != Engine::Chromium, "Chromium has Trusted Types");
        return Ok(());
    }
    ensure!(told["names"] == json!(["jwt-debugger"]), "{told}");
    ensure!(told["own"] == "./service-worker.js", "{told}");
    let used = told["used"].as_str().unwrap_or_default();
    ensure!(used.starts_with("blob:"), "{told}");
    // Only the service worker's, now that the worker has started.
    ensure!(told["passed"] == json!({ "own": told["own"] }), "{told}");
    Ok(())
}

async fn the_page_itself_trips_over_nothing(page: &Page) -> Result<()> {
    let variant = Variant::with_script(
        "window.tripped = [];
         document.addEventListener('securitypolicyviolation', event => window.tripped.push(`${event.effectiveDirective} ${event.sample}`));",
    )?;
    page.open_url(&variant.url()).await?;
    for screen in ["sign", "keys", "learn", "self-test", "inspect"] {
        page.run(&format!("location.hash = '#/{screen}'"), vec![])
            .await?;
        soon("the screen is drawn", async || {
            let text = page.text_of("main").await?;
            Ok((text.len() > 200).then_some(()))
        })
        .await?;
    }
    page.input("clock", DURING).await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    let tripped = page.run("return window.tripped", vec![]).await?;
    ensure!(tripped.as_array().is_some_and(Vec::is_empty), "{tripped}");
    page.console_is_empty().await
}
