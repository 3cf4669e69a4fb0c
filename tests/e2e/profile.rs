//! What a start of the page and a first decode run, function by function: prints their numbers
//! for `cargo xtask profile`, which built a page that counts them.
// A command-line tool speaks on standard output.
#![allow(clippy::print_stdout)]

use std::collections::BTreeSet;
use std::process::ExitCode;

use anyhow::{Context, Result};
use harness::Page;
use harness::driver::Driver;
use harness::program::program;
use harness::samples;
use xtask::setup::browsers::Engine;

/// Everything that ran until the page's clock has ticked, which it does each second, and the next
/// frames are painted. The rest of such a page never comes, so nothing that waits for it is among
/// this.
const RAN: &str = "const done = arguments[arguments.length - 1];
    const told = () => done([...globalThis.ran]);
    setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(told)), 1500);";

fn main() -> ExitCode {
    program(run())
}

/// What a visitor may bring first: a token of each common kind, wrapped and damaged too.
fn pastes() -> Result<Vec<String>> {
    let token = samples::workshop("Patient")?;
    let cut: String = token.chars().take(token.len() / 2).collect();
    Ok(vec![
        token.clone(),
        format!("curl -H 'Authorization: Bearer {token}' https://api.example.com/\n"),
        format!("{{\"access_token\":\"{token}\",\"token_type\":\"Bearer\"}}"),
        samples::koppeltaal("HTI launch RS512")?,
        cut,
        "no token at all".to_owned(),
    ])
}

/// The numbers of the functions that ran since the page was opened.
async fn numbers(page: &Page) -> Result<Vec<u64>> {
    let numbers = page.client().execute_async(RAN, vec![]).await?;
    let numbers = numbers.as_array().context("the page counted nothing")?;
    Ok(numbers
        .iter()
        .filter_map(serde_json::Value::as_u64)
        .collect())
}

async fn run() -> Result<()> {
    let installed = Engine::Chromium.find()?;
    let driver = Driver::start(&installed)?;
    let page = Page::new(&driver, &installed).await?;
    let mut ran = BTreeSet::new();
    for paste in pastes()? {
        page.client().goto("about:blank").await?;
        page.client().goto(&page.url()).await?;
        page.has_first_code().await?;
        page.paste("token-input", &paste).await?;
        ran.extend(numbers(&page).await?);
    }
    // A link carries a token too, and whoever reloads comes with a route.
    let link = format!("#token={}", samples::workshop("Patient")?);
    for behind in [
        &link,
        "#/inspect",
        "#/sign",
        "#/keys",
        "#/learn",
        "#/self-test",
    ] {
        page.client().goto("about:blank").await?;
        page.client()
            .goto(&format!("{}{behind}", page.url()))
            .await?;
        page.has_first_code().await?;
        ran.extend(numbers(&page).await?);
    }
    page.close().await?;
    for number in ran {
        println!("{number}");
    }
    Ok(())
}
