//! Trusted Types: where the engine has them, no text becomes markup or the address of a script, and
//! the page has one policy, which accepts its own two scripts.

use anyhow::{Result, ensure};
use harness::check::soon;
use harness::samples::{self, DURING};
use harness::variant::Variant;
use harness::{Case, Page, cases};
use serde_json::Value;
use xtask::setup::browsers::Engine;

/// The tests of this file.
pub const ALL: &[Case] = cases!["trusted_types":
    text_becomes_neither_markup_nor_script,
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
