//! The page that is one file, opened as a stick has it: from `file://`, with nobody to ask.
//!
//! It is made anew from `dist/`, so that it is of the same build as everything else here.

use anyhow::{Context, Result, ensure};
use harness::{Case, JwksServer, Mood, Page, cases, samples};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::OnceLock;
use xtask::{single_file, workspace};

use crate::whole;

/// The tests of this file.
pub const ALL: &[Case] = cases!["single_file":
    everything_works_from_a_file,
    a_jwk_set_is_fetched_when_it_is_clicked,
    its_policy_is_strict_and_holds,
];

fn file() -> Result<PathBuf> {
    static FILE: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let made = FILE.get_or_init(|| {
        let path = workspace::scratch()
            .join("e2e single file")
            .join("jwt-debugger.html");
        single_file::write_to(&path, &workspace::dist()).map_err(|error| format!("{error:#}"))
    });
    made.clone().map_err(anyhow::Error::msg)
}

async fn open(page: &Page) -> Result<()> {
    let url = url::Url::from_file_path(file()?);
    let url = url.map_err(|()| anyhow::anyhow!("the file has no address"))?;
    page.open_url(url.as_str()).await?;
    let at = page.run("return location.protocol", vec![]).await?;
    ensure!(at == "file:", "{at}");
    Ok(())
}

async fn everything_works_from_a_file(page: &Page) -> Result<()> {
    open(page).await?;
    whole::works(page).await?;
    // Nobody was asked, neither a host nor a file beside it.
    let loaded = page.loaded().await?;
    let astray: Vec<&String> = loaded
        .iter()
        .filter(|url| !url.starts_with("blob:") && !url.starts_with("data:"))
        .collect();
    ensure!(astray.is_empty(), "{astray:?}");
    ensure!(page.asked_for().is_empty(), "{:?}", page.asked_for());
    page.console_is_empty().await?;
    // It is the build that it was made of.
    let build = page.meta("build").await?;
    page.open().await?;
    ensure!(page.meta("build").await? == build, "{build}");
    Ok(())
}

async fn a_jwk_set_is_fetched_when_it_is_clicked(page: &Page) -> Result<()> {
    let server = JwksServer::start(samples::text("koppeltaal-jwks.json")?)?;
    open(page).await?;
    page.input("clock", samples::DURING).await?;
    page.paste(
        "token-input",
        &samples::koppeltaal("client assertion RS512")?,
    )
    .await?;
    page.input("jwks-url", &server.url(Mood::Good)).await?;
    ensure!(server.requests().is_empty(), "{:?}", server.requests());
    page.click("jwks-fetch").await?;
    page.expect_state("jwks-status", "ok").await?;
    page.expect_state("verdict-signature", "valid").await?;
    page.expect_text("request-count", "1").await
}

/// What is tried: a script, a style and a handler that were not there when the digests were made,
/// a script of a host, and one of the page's own making.
const TRY: &str = "
    const done = arguments[0], told = new Set();
    document.addEventListener('securitypolicyviolation', event => told.add(event.effectiveDirective));
    window.ran = [];
    const add = (name, content, more = {}) => {
        const element = Object.assign(document.createElement(name), more);
        element.textContent = content;
        document.head.append(element);
        return element;
    };
    // Where there are Trusted Types, they refuse before the policy is asked.
    const attempt = act => { try { act(); } catch { told.add('refused'); } };
    attempt(() => add('script', 'window.ran.push(\"inline\")'));
    add('style', 'html { --planted: 1 }');
    const blob = URL.createObjectURL(new Blob(['window.ran.push(\"blob\")'], { type: 'text/javascript' }));
    // An import is no place for a string of markup: what refuses it is the policy on scripts.
    const waits = ['http://elsewhere.invalid/a.js', blob].map(src => {
        attempt(() => add('script', '', { src }));
        return import(src).catch(() => null);
    });
    const image = new Image();
    waits.push(new Promise(settled => { image.onload = image.onerror = settled; }));
    image.src = 'http://elsewhere.invalid/picture.png';
    Promise.all(waits).then(() => setTimeout(() => done({
        ran: window.ran,
        told: [...told].sort(),
        style: getComputedStyle(document.documentElement).getPropertyValue('--planted'),
    })));";

async fn its_policy_is_strict_and_holds(page: &Page) -> Result<()> {
    open(page).await?;
    let policy = page
        .first("meta[http-equiv='Content-Security-Policy']")
        .await?
        .context("no policy")?;
    let policy = policy.attribute("content").to_string();
    for word in [
        "unsafe-inline",
        "'unsafe-eval'",
        "'self'",
        "script-src blob:",
    ] {
        ensure!(!policy.contains(word), "{word} in {policy}");
    }
    for word in [
        "default-src 'none'",
        "script-src 'sha256-",
        "style-src 'sha256-",
    ] {
        ensure!(policy.contains(word), "no {word} in {policy}");
    }
    let tried: Value = page.client().execute_async(TRY, vec![]).await?;
    ensure!(tried["ran"] == json!([]), "{tried}");
    ensure!(tried["style"] == "", "{tried}");
    let told = tried["told"].to_string();
    for directive in ["script-src-elem", "style-src-elem", "img-src"] {
        ensure!(told.contains(directive), "{directive}: {tried}");
    }
    Ok(())
}
