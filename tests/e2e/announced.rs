//! The three verdicts are told to those who listen: once for each change, in words, in the
//! language of the page, and not again because a second has passed.

use anyhow::{Context, Result, ensure};
use harness::check::soon;
use harness::samples::{self, DURING};
use harness::{Case, Page, cases};
use serde_json::json;

use crate::language::speaks;

/// The tests of this file.
pub const ALL: &[Case] = cases!["announced":
    each_change_is_told_once_and_in_words,
    a_second_that_passes_tells_nothing,
    what_is_told_twice_is_heard_twice,
];

/// Keeps whatever a live region says from now on, and which one.
const LISTEN: &str = "
    window.heard = [];
    const live = '[role=status], [role=alert], [aria-live], output';
    const told = changes => {
        const regions = new Set();
        for (const { target } of changes) {
            const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
            const region = element?.closest(live);
            if (region) regions.add(region);
        }
        for (const region of regions) {
            const where = region.closest('.verdicts') ? 'verdicts' : region.closest('[data-testid]')?.dataset.testid ?? region.className;
            window.heard.push([where, region.textContent]);
        }
    };
    new MutationObserver(told).observe(document.body, { childList: true, characterData: true, subtree: true });";

async fn heard(page: &Page) -> Result<Vec<(String, String)>> {
    let heard = page.run("return window.heard", vec![]).await?;
    Ok(serde_json::from_value(heard)?)
}

/// What was said of the verdicts.
async fn of_verdicts(page: &Page) -> Result<Vec<String>> {
    let all = heard(page).await?;
    let of_verdicts = all.into_iter().filter(|(region, _)| region == "verdicts");
    Ok(of_verdicts.map(|(_, text)| text).collect())
}

/// What stands there for those who see: question and word of each.
async fn shown(page: &Page) -> Result<String> {
    let said = page
        .run(
            "return [...document.querySelectorAll('.verdict')].map(verdict =>
                 `${verdict.querySelector('.verdict-label').textContent}: ${verdict.querySelector('.verdict-word').textContent}.`).join(' ')",
            vec![],
        )
        .await?;
    Ok(said.as_str().context("words")?.to_owned())
}

async fn each_change_is_told_once_and_in_words(page: &Page) -> Result<()> {
    for language in ["en", "nl"] {
        page.open().await?;
        page.choose("language", language).await?;
        speaks(page, language).await?;
        page.input("clock", DURING).await?;
        page.run(LISTEN, vec![]).await?;
        let mut expected = Vec::new();
        let steps = [
            (
                "token-input",
                samples::workshop("Patient")?,
                ["ok", "unchecked", "ok"],
            ),
            ("key-input", samples::secret()?, ["ok", "valid", "ok"]),
            (
                "key-input",
                "another secret".to_owned(),
                ["ok", "invalid", "ok"],
            ),
            (
                "clock",
                "1767229999".to_owned(),
                ["ok", "invalid", "expired"],
            ),
            // Another reason is no other verdict.
            (
                "clock",
                "1767230000".to_owned(),
                ["ok", "invalid", "expired"],
            ),
            ("key-input", samples::secret()?, ["ok", "valid", "expired"]),
            (
                "token-input",
                "no token".to_owned(),
                ["damaged", "unchecked", "none"],
            ),
        ];
        for (id, text, [structure, signature, claims]) in steps {
            page.input(id, &text).await?;
            page.expect_verdicts(structure, signature, claims).await?;
            let words = shown(page).await?;
            if expected.last() != Some(&words) {
                expected.push(words);
            }
            soon(&format!("{id}: {expected:?} is told"), async || {
                Ok((of_verdicts(page).await? == expected).then_some(()))
            })
            .await
            .with_context(|| format!("in {language}"))?;
        }
        ensure!(expected.len() == 6, "{expected:?}");
        // The same words come from nowhere else.
        for (region, text) in heard(page).await? {
            ensure!(
                region == "verdicts" || !expected.contains(&text),
                "{region} repeats {text:?}"
            );
        }
    }
    Ok(())
}

async fn a_second_that_passes_tells_nothing(page: &Page) -> Result<()> {
    page.open().await?;
    let now = page
        .run("return Math.floor(Date.now() / 1000)", vec![])
        .await?;
    let exp = now.as_u64().context("a time")? + 6;
    let payload = json!({ "exp": exp, "iat": exp - 60 }).to_string();
    let token = samples::compact(r#"{"alg":"HS256"}"#, payload.as_bytes(), &[7; 32]);
    page.input("token-input", &token).await?;
    page.expect_verdicts("ok", "unchecked", "ok").await?;
    let before = page
        .text_of("[data-testid=verdict-claims] .verdict-reason")
        .await?;
    page.run(LISTEN, vec![]).await?;
    // Some seconds pass, and then the one that counts.
    page.expect_state("verdict-claims", "expired").await?;
    let words = shown(page).await?;
    soon("it is told", async || {
        Ok((of_verdicts(page).await?.last() == Some(&words)).then_some(()))
    })
    .await?;
    let after = page
        .text_of("[data-testid=verdict-claims] .verdict-reason")
        .await?;
    ensure!(after != before, "{after}");
    let from = page.run("return performance.now()", vec![]).await?;
    soon("two more seconds", async || {
        let passed = page
            .run(
                "return performance.now() - arguments[0] > 2100",
                vec![from.clone()],
            )
            .await?;
        Ok((passed == true).then_some(()))
    })
    .await?;
    let all = heard(page).await?;
    ensure!(all == [("verdicts".to_owned(), words)], "{all:?}");
    Ok(())
}

/// The listening itself: it hears what is planted, each time, and nothing of what is told to nobody.
async fn what_is_told_twice_is_heard_twice(page: &Page) -> Result<()> {
    page.open().await?;
    page.run(LISTEN, vec![]).await?;
    let tell = "document.querySelector('.verdicts [data-planted], .verdicts [role=status]').textContent = arguments[0]";
    for _ in 0..2 {
        page.run(tell, vec![json!("planted")]).await?;
    }
    ensure!(of_verdicts(page).await? == ["planted", "planted"]);
    page.run(
        "const region = document.querySelector('.verdicts [role=status]');
         region.removeAttribute('role');
         region.dataset.planted = true;",
        vec![],
    )
    .await?;
    page.run(tell, vec![json!("to nobody")]).await?;
    ensure!(
        of_verdicts(page).await?.len() == 2,
        "a text was taken for an announcement"
    );
    Ok(())
}
