//! What was replaced is gone from the memory of the page's and the workers' WebAssembly, of which
//! every byte is looked at. What the browser itself keeps of it, as text of a field or a message
//! on its way, lies elsewhere and is not seen from here.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use harness::check::{becomes, soon};
use harness::samples::{self, DURING};
use harness::variant::{Variant, change};
use harness::{Case, Page, cases};
use serde_json::{Value, json};

use crate::sign::token_of;

/// The tests of this file.
pub const ALL: &[Case] = cases!["memory":
    a_replaced_secret_is_gone_from_page_and_workers,
    a_replaced_signing_key_is_gone_from_page_and_workers,
    forgetting_everything_ends_the_memory,
];

/// Before the page's own script: keeps every worker that is ready and not ended.
const COLLECT: &str = "
    window.working = new Set();
    window.Worker = class extends Worker {
        constructor(...rest) {
            super(...rest);
            this.addEventListener('message', ({ data }) => { if (data === true) window.working.add(this); });
        }
        terminate() {
            window.working.delete(this);
            super.terminate();
        }
    };";

/// How often texts stand in a memory.
const COUNT: &str = "
    (buffer, texts) => {
        const bytes = new Uint8Array(buffer);
        return texts.map(text => {
            const wanted = new TextEncoder().encode(text);
            let count = 0;
            for (let at = bytes.indexOf(wanted[0]); at >= 0; at = bytes.indexOf(wanted[0], at + 1))
                if (wanted.every((byte, offset) => bytes[at + offset] === byte)) count++;
            return count;
        });
    }";

/// Before the worker's own script: it answers for its memory.
fn telling_worker(worker: &str) -> String {
    format!(
        "(() => {{
            const count = {COUNT};
            const instantiate = WebAssembly.instantiate;
            let memory;
            WebAssembly.instantiate = async (...given) => {{
                const made = await instantiate.apply(WebAssembly, given);
                memory = (made.instance ?? made).exports.memory;
                return made;
            }};
            addEventListener('message', ({{ data }}) => {{
                if (data?.texts) data.port.postMessage(count(memory.buffer, data.texts));
            }});
        }})();
        {worker}"
    )
}

/// A build whose memory can be looked at. The page's own can in every build.
fn transparent() -> Result<Variant> {
    Variant::new(|site| {
        site.insert("before.js".to_string(), COLLECT.into());
        change(site, "worker-", telling_worker)?;
        change(site, "index.html", |html| {
            html.replacen("<head>", "<head><script src=\"./before.js\"></script>", 1)
        })
    })
}

/// How often each text stands in the page's memory, and in that of all workers.
async fn counts(page: &Page, texts: &[&str]) -> Result<(Vec<u64>, Vec<u64>)> {
    let script = format!(
        "const [texts, done] = arguments;
         const count = {COUNT};
         const ask = worker => new Promise(resolve => {{
             const {{ port1, port2 }} = new MessageChannel();
             port1.onmessage = ({{ data }}) => resolve(data);
             worker.postMessage({{ texts, port: port2 }}, [port2]);
         }});
         (async () => {{
             const theirs = await Promise.all([...window.working].map(ask));
             const sum = texts.map((_, at) => theirs.reduce((sum, counts) => sum + counts[at], 0));
             return [count(globalThis.rest.page.memory.buffer, texts), sum];
         }})().then(done, error => done(String(error)));"
    );
    let told = page
        .client()
        .execute_async(&script, vec![json!(texts)])
        .await?;
    serde_json::from_value(told.clone()).with_context(|| told.to_string())
}

/// Stands in the code of page and worker, so that a look that finds nothing is no blind one.
const ALWAYS_THERE: &str = "RSA-OAEP-256";

/// The page holds each of these, and its workers can be looked into.
async fn are_held(page: &Page, secrets: &[&str]) -> Result<()> {
    let texts = [secrets, &[ALWAYS_THERE][..]].concat();
    soon("page and workers can be looked into", async || {
        let (in_page, in_workers) = counts(page, &texts).await?;
        let is_seen = in_page.iter().all(|count| *count > 0) && in_workers.last() > Some(&0);
        ensure!(
            is_seen,
            "{in_page:?} in the page, {in_workers:?} in workers"
        );
        Ok(Some(()))
    })
    .await
}

/// Each of these comes to be nowhere.
async fn are_gone(page: &Page, secrets: &[&str]) -> Result<()> {
    let none = vec![0; secrets.len()];
    becomes(
        "copies in page and workers",
        (none.clone(), none),
        async || counts(page, secrets).await,
    )
    .await
}

const SECRET: &str = "canary of memory 7d41c0a98be3f256";
/// The bytes of a JWK's `k`.
const BYTES: &str = "bytes of a JWK in memory 5fe0932";
const PASSWORD: &str = "password in memory 2c8e6b";

async fn a_replaced_secret_is_gone_from_page_and_workers(page: &Page) -> Result<()> {
    let variant = transparent()?;
    page.open_url(&variant.url()).await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    let k = BASE64_URL_SAFE_NO_PAD.encode(BYTES);
    let jwk = json!({ "kty": "oct", "k": k }).to_string();
    let real = samples::secret()?;
    let pem = samples::text("koppeltaal-rs512-private.pem")?;
    let line = pem.lines().nth(5).context("a line of the key")?;
    for (key, traces, next, state) in [
        // Searched for reasons, and replaced by one that has none.
        (SECRET, vec![SECRET], real.as_str(), "valid"),
        // Replaced by one that is searched for reasons as well,
        (
            jwk.as_str(),
            vec![k.as_str(), BYTES],
            "another secret",
            "invalid",
        ),
        // and by nothing.
        (SECRET, vec![SECRET], "", "unchecked"),
        (pem.as_str(), vec![line], real.as_str(), "valid"),
    ] {
        page.paste("key-input", key).await?;
        page.verdict_is_settled().await?;
        are_held(page, &traces[..1]).await?;
        page.input("key-input", next).await?;
        page.expect_state("verdict-signature", state).await?;
        let gone = are_gone(page, &traces).await;
        gone.with_context(|| format!("after {traces:?}"))?;
    }
    // The password of a key, and the token with both.
    page.paste(
        "key-input",
        &samples::container("encrypted-aes256-sha256.pem")?,
    )
    .await?;
    page.input("key-password", PASSWORD).await?;
    are_held(page, &[PASSWORD]).await?;
    page.input("key-password", "").await?;
    are_gone(page, &[PASSWORD]).await
}

async fn a_replaced_signing_key_is_gone_from_page_and_workers(page: &Page) -> Result<()> {
    let variant = transparent()?;
    page.open_url(&format!("{}#/sign", variant.url())).await?;
    let (header, payload) = (r#"{"alg":"HS256"}"#, r#"{"sub":"jo"}"#);
    page.input("sign-header", header).await?;
    page.input("sign-payload", payload).await?;
    page.input("sign-key", SECRET).await?;
    let one = token_of(page, header, payload).await?;
    are_held(page, &[SECRET]).await?;
    page.input("sign-key", "another secret, as long as it has to be")
        .await?;
    soon("another signature", async || {
        let other = page.text("sign-output").await?;
        Ok((!other.is_empty() && other != one).then_some(()))
    })
    .await?;
    are_gone(page, &[SECRET]).await
}

async fn forgetting_everything_ends_the_memory(page: &Page) -> Result<()> {
    let variant = transparent()?;
    page.open_url(&variant.url()).await?;
    let payload = json!({ "sub": SECRET }).to_string();
    let token = samples::compact(r#"{"alg":"HS256"}"#, payload.as_bytes(), &[7; 32]);
    page.paste("token-input", &token).await?;
    page.paste("key-input", BYTES).await?;
    page.verdict_is_settled().await?;
    are_held(page, &[SECRET, BYTES]).await?;
    page.click("forget").await?;
    page.run("window.isOld = true", vec![]).await?;
    page.click("forget-yes").await?;
    soon("another page", async || {
        let is_old = page.run("return window.isOld === true", vec![]).await?;
        Ok((is_old == Value::Bool(false)).then_some(()))
    })
    .await?;
    page.has_begun().await?;
    are_held(page, &[]).await?;
    are_gone(page, &[SECRET, BYTES]).await
}
