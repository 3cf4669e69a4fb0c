//! A fault of the product's own, in a build that panics when it is told to: the page says what
//! happened and keeps what was typed, and a worker that ends is replaced.
//!
//! `E2E_PANICKING` names the folder of that build; `cargo xtask test` makes it.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use harness::check::{becomes, soon};
use harness::samples::{self, DURING};
use harness::{Case, Page, cases};
use serde_json::json;
use xtask::serve::Server;

use crate::language::speaks;
use xtask::setup::browsers::Engine;

const ALL: &[Case] = cases!["panics":
    a_panic_in_the_page_says_so_and_leaves_what_was_typed,
    a_panic_in_the_worker_says_so_and_the_next_question_is_answered,
    a_panic_of_another_purpose_costs_that_job_alone,
];

const ONLY_CHROMIUM: &[Case] = cases!["panics", &[Engine::Chromium];
    the_note_of_a_panic_is_for_everyone,
];

/// What the feature `panic-on-demand` waits for.
const IN_THE_PAGE: &str = "panic in the page";
const IN_THE_WORKER: &str = "panic in the worker";

fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("E2E_PANICKING")?;
    (!folder.is_empty()).then(|| PathBuf::from(folder))
}

/// The tests of this file, where there is the build that they need.
pub fn all() -> Vec<Case> {
    if folder().is_none() {
        eprintln!("LEFT OUT: panics in the page and the worker, for E2E_PANICKING names no build");
        return Vec::new();
    }
    [ALL, ONLY_CHROMIUM].concat()
}

/// The build that panics, served.
fn server() -> Result<Server> {
    Server::start(&folder().context("no build that panics")?, "/")
}

/// Everything typed into both screens, and then what the page cannot take.
async fn panic_in(page: &Page, server: &Server, language: &str) -> Result<()> {
    page.client().goto("about:blank").await?;
    page.open_url(&server.url()).await?;
    page.choose("language", language).await?;
    speaks(page, language).await?;
    page.verify_workshop_token().await?;
    page.run("location.hash = '#/sign'", vec![]).await?;
    page.input("sign-payload", r#"{"typed":"before"}"#).await?;
    page.input("sign-key", "a key of the draft").await?;
    page.run("location.hash = '#/inspect'", vec![]).await?;
    page.input("token-input", IN_THE_PAGE).await?;
    soon("the note", async || {
        page.first("[data-testid=page-fault]").await
    })
    .await?;
    Ok(())
}

async fn a_panic_in_the_page_says_so_and_leaves_what_was_typed(page: &Page) -> Result<()> {
    let server = server()?;
    for (language, title) in [
        ("en", "This page stopped working"),
        ("nl", "Deze pagina werkt niet meer"),
    ] {
        panic_in(page, &server, language).await?;
        let note = page.one("page-fault").await?;
        ensure!(
            note.is_visible && note.attribute("role") == "alert",
            "{note:?}"
        );
        for words in [title, "asked for in the page", "demand.rs"] {
            ensure!(note.text.contains(words), "no {words:?} in {:?}", note.text);
        }
        // All of it can still be taken out of its fields.
        for (id, text) in [
            ("token-input", IN_THE_PAGE.to_owned()),
            ("key-input", samples::secret()?),
            ("clock", DURING.to_owned()),
            ("sign-payload", r#"{"typed":"before"}"#.to_owned()),
            ("sign-key", "a key of the draft".to_owned()),
        ] {
            let field = page.one(id).await?;
            ensure!(field.value.as_deref() == Some(&text), "{id}: {field:?}");
            ensure!(!field.attributes.contains_key("disabled"), "{id} is closed");
        }
        page.type_keys("token-input", ", and typed after it")
            .await?;
        page.expect_value("token-input", "panic in the page, and typed after it")
            .await?;
        // One note, whatever is tried after it, and its way out works.
        page.click_on("nav a[href='#/keys']").await?;
        ensure!(page.every("page-fault").await?.len() == 1, "said twice");
        page.click_on("[data-testid=page-fault] a").await?;
        soon("the page is there anew", async || {
            let is_new = page.first("[data-testid=page-fault]").await?.is_none()
                && page.first("main").await?.is_some();
            Ok(is_new.then_some(()))
        })
        .await?;
        page.verify_workshop_token().await?;
    }
    Ok(())
}

async fn a_panic_in_the_worker_says_so_and_the_next_question_is_answered(
    page: &Page,
) -> Result<()> {
    let server = server()?;
    for (language, words) in [
        ("en", "stopped while it was at this"),
        ("nl", "stopte terwijl het hiermee bezig was"),
    ] {
        page.client().goto("about:blank").await?;
        page.open_url(&server.url()).await?;
        page.choose("language", language).await?;
        speaks(page, language).await?;
        page.verify_workshop_token().await?;
        // Twice: the one that took its place is no other.
        for name in ["Patient", "Internal"] {
            page.paste("token-input", &samples::workshop(name)?).await?;
            page.input("key-input", IN_THE_WORKER).await?;
            page.expect_text("verdict-signature", words).await?;
            page.expect_verdicts("ok", "unchecked", "ok").await?;
            page.expect_value("token-input", &samples::workshop(name)?)
                .await?;
            page.expect_value("key-input", IN_THE_WORKER).await?;
            page.expect_text("decoded-payload", name).await?;
            ensure!(
                page.every("page-fault").await?.is_empty(),
                "the page itself"
            );
            page.input("key-input", &samples::secret()?).await?;
            page.expect_verdicts("ok", "valid", "ok").await?;
        }
    }
    Ok(())
}

/// What was asked beside it is asked again of the worker that takes its place.
async fn a_panic_of_another_purpose_costs_that_job_alone(page: &Page) -> Result<()> {
    let server = server()?;
    page.open_url(&server.url()).await?;
    page.verify_workshop_token().await?;
    page.run("location.hash = '#/sign'", vec![]).await?;
    page.input("sign-header", r#"{"alg":"HS256"}"#).await?;
    page.input("sign-key", &samples::secret()?).await?;
    page.expect_text("sign-output", "eyJhbGciOiJIUzI1NiJ9.")
        .await?;
    // The verification is on its way when the draft is typed.
    let both = "
        const write = (id, text) => {
            const field = document.querySelector(`[data-testid=${id}]`);
            field.value = text;
            field.dispatchEvent(new Event('input', { bubbles: true }));
        };
        write('key-input', arguments[0]);
        write('sign-payload', '{\"n\":2}');";
    page.run(both, vec![json!(IN_THE_WORKER)]).await?;
    page.expect_text("sign-output", "eyJhbGciOiJIUzI1NiJ9.eyJuIjoyfQ.")
        .await?;
    becomes("the verdict", "unchecked".to_owned(), async || {
        page.state("verdict-signature").await
    })
    .await
}

async fn the_note_of_a_panic_is_for_everyone(page: &Page) -> Result<()> {
    let server = server()?;
    for language in ["en", "nl"] {
        page.resize(1440, 900).await?;
        panic_in(page, &server, language).await?;
        for scheme in ["light", "dark"] {
            page.emulate_scheme(scheme).await?;
            page.is_accessible().await?;
        }
        for (width, height) in [(1440, 900), (390, 844), (320, 640)] {
            page.resize(width, height).await?;
            let out = page.sticks_out().await?;
            ensure!(out.is_empty(), "{width}: {out:?}");
            let targets = page.targets().await?;
            ensure!(targets.complaints.is_empty(), "{:?}", targets.complaints);
            // What was typed is not under it.
            page.run(
                "document.querySelector('[data-testid=token-input]').scrollIntoView({ block: 'start' })",
                vec![],
            )
            .await?;
            page.click("token-input").await?;
        }
        page.zoom_to_400().await?;
        let out = page.sticks_out().await?;
        ensure!(out.is_empty(), "400 %: {out:?}");
    }
    Ok(())
}
