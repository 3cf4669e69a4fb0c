//! Verify, sign and make keys: the worker's round trip, key reading included, beside WebCrypto
//! through `jose` in the same browser.

use anyhow::{Context, Result, ensure};
use fantoccini::wd::WindowHandle;
use harness::{Page, samples};
use serde_json::{Value, json};
use xtask::bench::line::{Budget, Line};

use crate::lab::{self, Lab};

/// What verification may take in the worker.
const VERIFY_BUDGET: f64 = 10.0;
const HELD_TO_IT: [&str; 4] = ["RS256", "ES256", "EdDSA", "Ed25519"];

/// Keys that are made, and sizes where there are several.
const KEYS: [(&str, u32); 11] = [
    ("HS256", 0),
    ("RS256", 2048),
    ("RS256", 4096),
    ("ES256", 0),
    ("ES384", 0),
    ("ES512", 0),
    ("ES256K", 0),
    ("Ed25519", 0),
    ("Ed448", 0),
    ("ML-DSA-44", 0),
    ("ML-DSA-87", 0),
];

/// Listens to the seam between page and worker: of each answer which kind of job it is to
/// (`src/job.rs`), and how long after the question it came. In that is the time for which the
/// question waited behind others, and the answer for the page's thread: both are the product's.
const LISTEN: &str = "
    globalThis.jobs = [];
    const varint = (bytes, from) => {
        let value = 0, at = from;
        for (let shift = 0; ; shift += 7) {
            const byte = bytes[at++];
            value |= (byte & 127) << shift;
            if (byte < 128) return [value, at];
        }
    };
    globalThis.Worker = class extends Worker {
        asked = new Map();
        constructor(...rest) {
            super(...rest);
            this.addEventListener('message', ({ data }) => {
                const now = performance.now();
                if (!(data instanceof Uint8Array)) return;
                const [number] = varint(data, 0);
                const { kind, at } = this.asked.get(number) ?? {};
                this.asked.delete(number);
                if (at !== undefined) jobs.push([kind, now - at]);
            });
        }
        postMessage(data, ...rest) {
            if (data instanceof Uint8Array) {
                const [number, behind] = varint(data, 0);
                const [kind] = varint(data, behind);
                this.asked.set(number, { kind, at: performance.now() });
            }
            return super.postMessage(data, ...rest);
        }
    };";

/// The places of two jobs in `Job`; a test beside it holds them.
const VERIFY: u64 = 2;
const SIGN: u64 = 15;

const MAKE: &str = "
    const done = arguments[0];
    const from = performance.now();
    document.querySelector('[data-testid=key-generate]').click();
    const look = () => {
        const box = document.querySelector('[data-testid=key-private]');
        if (box.value ?? box.textContent) done(performance.now() - from);
        else setTimeout(look);
    };
    setTimeout(look);";

const CALL: &str = "
    const [name, args, done] = arguments;
    globalThis[name](...args).then(done, error => done(`${error}`));";

/// The product in one window, `jose` in another.
struct Windows<'a> {
    page: &'a Page,
    ours: WindowHandle,
    jose: WindowHandle,
}

impl Windows<'_> {
    async fn ours(&self) -> Result<&Page> {
        self.go(&self.ours).await
    }

    /// Milliseconds; nothing where it cannot do this.
    async fn jose(&self, name: &str, arguments: Value) -> Result<Vec<f64>> {
        let page = self.go(&self.jose).await?;
        let arguments = vec![json!(name), arguments];
        let told = page.client().execute_async(CALL, arguments).await?;
        Ok(match told {
            Value::Array(all) => all.iter().filter_map(Value::as_f64).collect(),
            other => other.as_f64().into_iter().collect(),
        })
    }

    async fn go(&self, window: &WindowHandle) -> Result<&Page> {
        self.page.client().switch_to_window(window.clone()).await?;
        self.page.devtools("Page.bringToFront", json!({})).await?;
        Ok(self.page)
    }
}

/// See the module.
///
/// # Errors
/// When the product cannot do what it offers.
pub async fn measure(lab: &Lab) -> Result<Vec<Line>> {
    lab.fresh(async |page| {
        page.before_load(LISTEN).await?;
        page.open().await?;
        lab::at_rest(page).await?;
        let client = page.client();
        let ours = client.window().await?;
        let jose = client.new_window(false).await?.handle;
        client.switch_to_window(jose.clone()).await?;
        client.goto(&lab.beside("jose")).await?;
        let windows = Windows { page, ours, jose };
        let mut lines = Vec::new();
        for alg in algorithms(windows.ours().await?).await? {
            let lines_of_one = verify_and_sign(lab, &windows, &alg).await;
            lines.extend(lines_of_one.with_context(|| alg)?);
        }
        for (alg, size) in KEYS {
            lines.push(make(lab, &windows, alg, size).await.context(alg)?);
        }
        Ok(lines)
    })
    .await
}

/// Every signature algorithm that the page makes keys for.
async fn algorithms(page: &Page) -> Result<Vec<String>> {
    page.click_on("a[href='#/keys']").await?;
    let script = "return [...document.querySelectorAll('[data-testid=key-spec] option')].map(({ value }) => value)";
    let names: Vec<String> = serde_json::from_value(page.run(script, vec![]).await?)?;
    let signs = |name: &String| {
        let ends_in_digits = name.chars().nth(2).is_some_and(|c| c.is_ascii_digit());
        match name.get(..2) {
            Some("HS" | "RS" | "PS" | "ES") => ends_in_digits && !name.contains('_'),
            Some("Ed") => true,
            _ => name.starts_with("ML-DSA"),
        }
    };
    let names: Vec<String> = names.into_iter().filter(signs).collect();
    ensure!(names.len() >= 14, "only {names:?}");
    Ok(names)
}

async fn verify_and_sign(lab: &Lab, windows: &Windows<'_>, alg: &str) -> Result<[Line; 2]> {
    let page = windows.ours().await?;
    page.click_on("a[href='#/keys']").await?;
    page.choose("key-spec", alg).await?;
    page.client().execute_async(MAKE, vec![]).await?;
    let private = page.text("key-private").await?;
    let set: Value = serde_json::from_str(&page.text("key-jwks").await?)?;
    let public = set.pointer("/keys/0").map(Value::to_string);
    let public = public.unwrap_or_else(|| private.clone());

    page.click_on("a[href='#/sign']").await?;
    let header = json!({ "alg": alg }).to_string();
    page.input("sign-header", &header).await?;
    page.input("sign-payload", "{}").await?;
    page.input("sign-key", &private).await?;
    let mut payload = String::from("{}");
    let mut signing = Vec::new();
    for number in 0..=lab.runs {
        page.run("jobs.length = 0", vec![]).await?;
        payload = json!({ "sub": "somebody", "number": number }).to_string();
        page.input("sign-payload", &payload).await?;
        let begins = samples::compact(&header, payload.as_bytes(), b"");
        page.expect_text("sign-output", &begins).await?;
        signing.push(longest(page, SIGN).await?);
    }
    let token = page.text("sign-output").await?;

    page.click_on("a[href='#/inspect']").await?;
    page.input("key-input", "").await?;
    page.input("token-input", token.trim()).await?;
    let mut verifying = Vec::new();
    for run in 0..=lab.runs {
        page.input("key-input", "").await?;
        page.expect_state("verdict-signature", "unchecked").await?;
        page.run("jobs.length = 0", vec![]).await?;
        // Another text each time: what was answered just before is not asked again.
        let key = public.replacen('{', &format!("{{\"run\":{run},"), 1);
        page.input("key-input", &key).await?;
        page.expect_state("verdict-signature", "valid").await?;
        verifying.push(longest(page, VERIFY).await?);
    }
    // The first of each warmed up, as the first call of the other does.
    let (signing, verifying) = (signing.split_off(1), verifying.split_off(1));

    let key = |text: &str| serde_json::from_str::<Value>(text);
    let (runs, token) = (lab.runs, token.trim());
    let by_jose = windows
        .jose("verify", json!([runs, alg, key(&public)?, token]))
        .await?;
    let verify =
        Line::new("crypto", format!("verify {alg}"), "ms", verifying).beside("jose", by_jose);
    let verify = match HELD_TO_IT.contains(&alg) {
        true => verify.within(Budget::AtMost(VERIFY_BUDGET)),
        false => verify,
    };
    let by_jose = windows
        .jose("sign", json!([runs, alg, key(&private)?, payload]))
        .await?;
    let sign = Line::new("crypto", format!("sign {alg}"), "ms", signing).beside("jose", by_jose);
    Ok([verify, sign])
}

/// The longest job of one kind since the list was emptied: there may be one that was asked
/// without the key.
async fn longest(page: &Page, kind: u64) -> Result<f64> {
    let jobs = page.run("return jobs", vec![]).await?;
    let jobs: Vec<(u64, f64)> = serde_json::from_value(jobs)?;
    let of_kind = jobs
        .iter()
        .filter_map(|(one, took)| (*one == kind).then_some(*took));
    let longest = of_kind.max_by(f64::total_cmp);
    longest.with_context(|| format!("no job of kind {kind} among {jobs:?}"))
}

async fn make(lab: &Lab, windows: &Windows<'_>, alg: &str, size: u32) -> Result<Line> {
    let (mut ours, mut by_jose) = (Vec::new(), Vec::new());
    let page = windows.ours().await?;
    page.click_on("a[href='#/keys']").await?;
    page.choose("key-spec", alg).await?;
    if size > 0 {
        page.choose("key-size", &size.to_string()).await?;
    }
    for _ in 0..lab.runs {
        let page = windows.ours().await?;
        let took = page.client().execute_async(MAKE, vec![]).await?;
        ours.extend(took.as_f64());
        by_jose.extend(windows.jose("generate", json!([alg, size])).await?);
    }
    let name = match size {
        0 => format!("make a key, {alg}"),
        size => format!("make a key, RSA {size}"),
    };
    Ok(Line::new("crypto", name, "ms", ours).beside("WebCrypto", by_jose))
}
