//! The worker, which holds the cryptography: it may end at any time without the page losing
//! more than an answer, and it speaks to nobody.

use anyhow::{Result, ensure};
use harness::samples::{self, DURING};
use harness::{Case, JwksServer, Mood, Page, cases};
use serde_json::{Value, json};
use xtask::setup::browsers::Engine;

/// Tests that look into the worker, which only Chromium's driver lets them.
pub const ONLY_CHROMIUM: &[Case] = cases!["worker", &[Engine::Chromium];
    the_decode_works_without_the_worker_and_verification_recovers,
    a_worker_that_is_ended_in_the_middle_is_replaced,
    a_worker_that_dies_aloud_is_replaced,
    signing_recovers_too,
    the_page_reads_while_the_worker_cannot_be_loaded,
    the_worker_reaches_no_other_origin,
];

/// Before the page's own script: keeps every worker that the page starts.
const COLLECT: &str = "
    window.collected = [];
    window.Worker = class extends Worker {
        constructor(...rest) { super(...rest); window.collected.push(this); }
    };";

async fn open_collecting(page: &Page) -> Result<()> {
    page.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": COLLECT }),
    )
    .await?;
    page.open().await?;
    page.input("clock", DURING).await
}

async fn verified(page: &Page) -> Result<()> {
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_verdicts("ok", "valid", "ok").await
}

/// Ends every worker that the page has, and says how many it had started.
async fn end_workers(page: &Page) -> Result<u64> {
    let ended = page
        .run(
            "for (const worker of window.collected) worker.terminate();
             return window.collected.length;",
            vec![],
        )
        .await?;
    let ended = ended.as_u64().unwrap_or_default();
    ensure!(ended > 0, "the page has no worker");
    Ok(ended)
}

async fn the_decode_works_without_the_worker_and_verification_recovers(page: &Page) -> Result<()> {
    open_collecting(page).await?;
    verified(page).await?;
    let before = end_workers(page).await?;
    // Read at once: the first look after the paste already sees it.
    page.paste("token-input", &samples::workshop("Internal")?)
        .await?;
    ensure!(page.state("verdict-structure").await? == "ok", "not read");
    ensure!(page.state("verdict-claims").await? == "ok", "not judged");
    let payload = page.text("decoded-payload").await?;
    ensure!(payload.contains("\"Internal\""), "{payload}");
    page.expect_verdicts("ok", "valid", "ok").await?;
    let started = page.run("return window.collected.length", vec![]).await?;
    ensure!(started.as_u64() > Some(before), "{started} workers");
    // The new one does not know the tampered token either.
    page.paste(
        "token-input",
        &samples::workshop("Patient tampered to Internal")?,
    )
    .await?;
    page.expect_verdicts("ok", "invalid", "ok").await?;
    page.console_is_empty().await
}

async fn a_worker_that_is_ended_in_the_middle_is_replaced(page: &Page) -> Result<()> {
    open_collecting(page).await?;
    verified(page).await?;
    for name in ["HealthcareCompany", "Internal", "Patient"] {
        let token = samples::workshop(name)?;
        // The question is on its way when its worker ends.
        page.run(
            "const control = document.querySelector('[data-testid=token-input]');
             control.value = arguments[0];
             control.dispatchEvent(new Event('input', { bubbles: true }));
             for (const worker of window.collected) worker.terminate();",
            vec![json!(token)],
        )
        .await?;
        page.expect_text("decoded-payload", name).await?;
        page.expect_verdicts("ok", "valid", "ok").await?;
    }
    Ok(())
}

async fn a_worker_that_dies_aloud_is_replaced(page: &Page) -> Result<()> {
    open_collecting(page).await?;
    verified(page).await?;
    page.run(
        "window.collected.at(-1).dispatchEvent(new ErrorEvent('error', { message: 'planted' }))",
        vec![],
    )
    .await?;
    page.paste("token-input", &samples::workshop("Internal")?)
        .await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    // And while a question is on its way: a new worker is asked it once more.
    page.run(
        "const control = document.querySelector('[data-testid=token-input]');
         control.value = arguments[0];
         control.dispatchEvent(new Event('input', { bubbles: true }));
         for (const worker of window.collected) worker.dispatchEvent(new ErrorEvent('error', { message: 'planted' }));",
        vec![json!(samples::workshop("Patient")?)],
    )
    .await?;
    page.expect_text("decoded-payload", "Patient").await?;
    page.expect_verdicts("ok", "valid", "ok").await
}

async fn signing_recovers_too(page: &Page) -> Result<()> {
    open_collecting(page).await?;
    page.click_on("a[href='#/sign']").await?;
    page.input("sign-header", r#"{"alg":"HS256"}"#).await?;
    page.input("sign-payload", r#"{"n":1}"#).await?;
    page.input("sign-key", &samples::secret()?).await?;
    page.expect_text("sign-output", "eyJhbGciOiJIUzI1NiJ9.eyJuIjoxfQ.")
        .await?;
    end_workers(page).await?;
    page.input("sign-payload", r#"{"n":2}"#).await?;
    page.expect_text("sign-output", "eyJhbGciOiJIUzI1NiJ9.eyJuIjoyfQ.")
        .await
}

async fn the_page_reads_while_the_worker_cannot_be_loaded(page: &Page) -> Result<()> {
    page.devtools("Network.enable", json!({})).await?;
    page.devtools(
        "Network.setBlockedURLs",
        json!({ "urls": ["*worker*.wasm", "*worker*.js"] }),
    )
    .await?;
    page.open().await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_state("verdict-structure", "ok").await?;
    page.expect_state("verdict-claims", "ok").await?;
    page.expect_text("decoded-payload", "Patient").await?;
    // It says why there is no verdict, and does not say that it is at it.
    page.expect_text("verdict-signature", "could not be started")
        .await?;
    page.expect_state("verdict-signature", "unchecked").await
}

/// Runs in the worker; the page hears of it as a message. The last attempt is one that only the
/// policy can stop.
const TRY_TO_LEAVE: &str = "
    (() => {
        const told = [];
        self.addEventListener('securitypolicyviolation', event => told.push(`${event.effectiveDirective} ${event.blockedURI}`));
        const outcome = async attempt => {
            try { await attempt(); return 'it went out'; } catch (error) { return String(error); }
        };
        const attempts = URLS.flatMap(url => [
            () => fetch(url, { mode: 'no-cors' }),
            () => new Promise((done, failed) => {
                const request = new XMLHttpRequest();
                request.onload = done;
                request.onerror = failed;
                request.open('GET', url);
                request.send();
            }),
            () => new Promise((done, failed) => {
                const socket = new WebSocket(url.replace('http', 'ws'));
                socket.onopen = done;
                socket.onerror = failed;
            }),
        ]);
        attempts.push(() => import('http://elsewhere.invalid/module.js'));
        Promise.all(attempts.map(outcome)).then(outcomes => setTimeout(() => postMessage({ told, outcomes })));
    })()";

async fn the_worker_reaches_no_other_origin(page: &Page) -> Result<()> {
    let server = JwksServer::start("{}")?;
    open_collecting(page).await?;
    verified(page).await?;
    page.run(
        "window.collected.at(-1).addEventListener('message', ({ data }) => { if (data?.outcomes) window.told = data; })",
        vec![],
    )
    .await?;
    // RFC 6761 and RFC 5737: names and addresses that lead nowhere, should the policy fail.
    let urls = json!([
        "http://elsewhere.invalid/",
        "http://192.0.2.1/",
        server.url(Mood::Good)
    ]);
    in_worker(page, &TRY_TO_LEAVE.replace("URLS", &urls.to_string())).await?;
    let told = harness::check::soon("the worker has tried", async || {
        let told = page.run("return window.told ?? null", vec![]).await?;
        Ok((told != Value::Null).then_some(told))
    })
    .await?;
    let outcomes = told["outcomes"].as_array().cloned().unwrap_or_default();
    ensure!(outcomes.len() == 10, "{told}");
    for outcome in &outcomes {
        ensure!(outcome != "it went out", "{told}");
    }
    let by_policy = told["told"].to_string();
    ensure!(by_policy.contains("elsewhere.invalid"), "{told}");
    ensure!(server.requests().is_empty(), "{:?}", server.requests());
    page.paste("token-input", &samples::workshop("Internal")?)
        .await?;
    page.expect_verdicts("ok", "valid", "ok").await
}

/// Evaluates a script in the page's worker, over the protocol without sessions, whose answers
/// the driver does not hand out.
async fn in_worker(page: &Page, script: &str) -> Result<()> {
    let targets = page.devtools("Target.getTargets", json!({})).await?;
    let worker = targets["targetInfos"].as_array().and_then(|all| {
        all.iter()
            .find(|target| target["type"] == "worker")
            .cloned()
    });
    ensure!(worker.is_some(), "no worker in {targets}");
    let id = worker.map(|worker| worker["targetId"].clone());
    let attached = page
        .devtools(
            "Target.attachToTarget",
            json!({ "targetId": id, "flatten": false }),
        )
        .await?;
    let message = json!({
        "id": 1,
        "method": "Runtime.evaluate",
        "params": { "expression": script },
    });
    page.devtools(
        "Target.sendMessageToTarget",
        json!({ "sessionId": attached["sessionId"], "message": message.to_string() }),
    )
    .await?;
    Ok(())
}
