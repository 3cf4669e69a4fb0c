//! The page starts, anywhere, quietly, and speaks to nobody.

use anyhow::{Context, Result, ensure};
use harness::{Case, Page, cases, samples};
use serde_json::json;
use xtask::setup::browsers::Engine;

/// The tests of this file.
pub const ALL: &[Case] = cases!["smoke":
    starts_at_the_root,
    starts_under_a_sub_path,
    starts_with_a_route_behind_its_address,
    carries_a_strict_policy,
    names_its_build_and_its_worker,
    blocks_a_script_of_another_origin,
];

/// WebKitGTK does not use a preloaded file for `fetch` and asks again.
pub const WITH_PRELOAD: &[Case] = cases!["smoke", &[Engine::Chromium, Engine::Firefox];
    asks_for_each_file_once,
];

/// Blocking a file is a command of Chromium's driver.
pub const ONLY_CHROMIUM: &[Case] = cases!["smoke", &[Engine::Chromium];
    decodes_before_the_rest_of_its_code_has_come,
    comes_to_every_screen_before_the_rest_of_its_code,
];

async fn starts_at_the_root(page: &Page) -> Result<()> {
    page.open().await?;
    page.console_is_empty().await?;
    page.requests_stay_within(&[&page.origin()]).await
}

/// A preload that does not fit its use makes browsers ask twice. The service worker takes what has
/// come already, but for the page itself, of which it wants to know that it is of this build.
async fn asks_for_each_file_once(page: &Page) -> Result<()> {
    page.open().await?;
    page.is_kept().await?;
    let mut asked = page.asked_for();
    asked.sort();
    let first = asked.iter().position(|path| path == "GET /");
    asked.remove(first.context("the page was not asked for")?);
    ensure!(
        asked.iter().any(|path| path.ends_with(".wasm")),
        "{asked:?}"
    );
    for pair in asked.windows(2) {
        ensure!(pair[0] != pair[1], "asked for twice: {}", pair[0]);
    }
    Ok(())
}

/// `web/rest.txt` names functions that a first decode does not run: were one of them needed, this
/// page would stop at it, for what brings them is blocked.
async fn decodes_before_the_rest_of_its_code_has_come(page: &Page) -> Result<()> {
    the_rest_is_blocked(page).await?;
    page.client().goto(&page.url()).await?;
    page.has_first_code().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_state("verdict-structure", "ok").await?;
    let payload = page.text("decoded-payload").await?;
    ensure!(payload.contains("\"role\": \"Patient\""), "{payload}");
    needs_no_more(page).await?;
    page.client().goto("about:blank").await?;
    let link = format!("{}#token={}", page.url(), samples::workshop("Internal")?);
    page.client().goto(&link).await?;
    page.has_first_code().await?;
    page.expect_state("verdict-structure", "ok").await?;
    let payload = page.text("decoded-payload").await?;
    ensure!(payload.contains("\"role\": \"Internal\""), "{payload}");
    needs_no_more(page).await
}

/// Whoever reloads comes with a route in the address.
async fn comes_to_every_screen_before_the_rest_of_its_code(page: &Page) -> Result<()> {
    the_rest_is_blocked(page).await?;
    for (route, title) in [
        ("inspect", "Inspect"),
        ("sign", "Sign"),
        ("keys", "Keys"),
        ("learn", "Learn"),
        ("self-test", "Self-test"),
    ] {
        page.client().goto("about:blank").await?;
        page.client()
            .goto(&format!("{}#/{route}", page.url()))
            .await?;
        page.has_first_code().await?;
        page.expect_text_of_title(title).await?;
        needs_no_more(page).await?;
    }
    Ok(())
}

async fn the_rest_is_blocked(page: &Page) -> Result<()> {
    page.devtools("Network.enable", json!({})).await?;
    let urls = json!({ "urls": ["*/rest*.wasm"] });
    page.devtools("Network.setBlockedURLs", urls).await?;
    Ok(())
}

async fn needs_no_more(page: &Page) -> Result<()> {
    let needed = page.first("html[data-rest]").await?;
    ensure!(
        needed.is_none(),
        "the page needed more of its code than a first decode does: run `cargo xtask profile`"
    );
    Ok(())
}

async fn starts_under_a_sub_path(page: &Page) -> Result<()> {
    let url = page.sub_path_url();
    page.open_url(&url).await?;
    page.console_is_empty().await?;
    page.requests_stay_within(&[url.trim_end_matches('/')])
        .await
}

async fn starts_with_a_route_behind_its_address(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.console_is_empty().await
}

/// All of it: one word more is one thing more that the page may do.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; font-src 'none'; worker-src 'self' blob:; \
    connect-src 'self' https: http://localhost:* http://127.0.0.1:*; form-action 'none'; \
    base-uri 'none'; manifest-src 'self'; require-trusted-types-for 'script'; \
    trusted-types jwt-debugger";

async fn carries_a_strict_policy(page: &Page) -> Result<()> {
    page.open().await?;
    let found = page
        .first("meta[http-equiv=\"Content-Security-Policy\"]")
        .await?;
    let policy = found
        .map(|found| found.attribute("content").to_string())
        .unwrap_or_default();
    ensure!(policy == POLICY, "{policy:?}");
    Ok(())
}

async fn names_its_build_and_its_worker(page: &Page) -> Result<()> {
    page.open().await?;
    let build = page.meta("build").await?;
    ensure!(
        build.len() == 12 && build.chars().all(|digit| digit.is_ascii_hexdigit()),
        "{build:?} is no build id"
    );
    let shown = page.text("build").await?;
    ensure!(shown == build, "{shown:?} is shown, it is {build:?}");
    for (name, ending) in [("worker-js", ".js"), ("worker-wasm", ".wasm")] {
        let file = page.meta(name).await?;
        ensure!(file.contains("worker-") && file.ends_with(ending), "{file}");
    }
    Ok(())
}

/// The policy is in force, not only written down.
async fn blocks_a_script_of_another_origin(page: &Page) -> Result<()> {
    page.open().await?;
    let script = page.first("script[src]").await?.unwrap_or_default();
    let name = script.attribute("src").trim_start_matches("./");
    ensure!(!name.is_empty(), "the page has no script");
    let blocked = page
        .client()
        .execute_async(
            "const [address, done] = arguments;
             document.addEventListener('securitypolicyviolation', event => done(event.blockedURI));
             // Not an element of script: Trusted Types would refuse its address before the policy.
             import(address).then(() => done('it was loaded'), () => null);",
            vec![format!("{}{name}", page.sub_path_url()).into()],
        )
        .await?;
    let blocked = blocked.as_str().unwrap_or_default();
    let elsewhere = page.sub_path_url();
    ensure!(
        elsewhere.starts_with(blocked) || blocked.starts_with(&elsewhere),
        "{blocked}"
    );
    ensure!(blocked.starts_with("http"), "{blocked}");
    Ok(())
}
