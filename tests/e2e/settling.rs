//! A paste is painted before it is verified and explained. Nothing of the token before stands
//! beside it meanwhile, and whatever comes in between, the page comes to rest at what was
//! pasted last.

use anyhow::{Result, ensure};
use harness::check::soon;
use harness::samples::{self, DURING};
use harness::variant::Variant;
use harness::{Case, Page, cases};

/// The tests of this file.
pub const ALL: &[Case] = cases!["settling":
    no_old_verdict_stands_beside_a_new_token,
    what_is_picked_back_at_once_comes_to_rest,
    the_same_paste_again_changes_nothing,
    an_emptied_field_stays_without_an_answer,
    a_page_that_is_never_painted_answers_all_the_same,
];

/// Whenever something on the page has changed: the role that the decoded payload names, and what
/// is said of its signature.
const WATCH: &str = "
    window.seen = [];
    const look = () => {
        const payload = document.querySelector('[data-testid=decoded-payload]')?.textContent ?? '';
        const role = /Patient|Internal/.exec(payload)?.[0] ?? '';
        const state = document.querySelector('[data-testid=verdict-signature]').dataset.state;
        const last = window.seen.at(-1);
        if (last?.[0] !== role || last?.[1] !== state) window.seen.push([role, state]);
    };
    new MutationObserver(look).observe(document.body, { attributes: true, childList: true, characterData: true, subtree: true });";

async fn seen(page: &Page) -> Result<Vec<(String, String)>> {
    let seen = page.run("return window.seen", vec![]).await?;
    Ok(serde_json::from_value(seen)?)
}

/// The token with a signature that holds for nothing.
fn forged(token: &str) -> String {
    let end = token.rfind('.').map_or(token.len(), |dot| dot + 1);
    let (front, signature) = token.split_at(end);
    format!("{front}{}", signature.chars().rev().collect::<String>())
}

async fn no_old_verdict_stands_beside_a_new_token(page: &Page) -> Result<()> {
    page.open().await?;
    page.input("clock", DURING).await?;
    page.input("token-input", &samples::workshop("Patient")?)
        .await?;
    page.input("key-input", &samples::secret()?).await?;
    page.expect_state("verdict-signature", "valid").await?;
    page.run(WATCH, vec![]).await?;
    page.input("token-input", &forged(&samples::workshop("Internal")?))
        .await?;
    page.expect_state("verdict-signature", "invalid").await?;
    let seen = seen(page).await?;
    let pair = |role: &str, state: &str| (role.to_owned(), state.to_owned());
    ensure!(seen.contains(&pair("Internal", "invalid")), "{seen:?}");
    ensure!(!seen.contains(&pair("Internal", "valid")), "{seen:?}");
    ensure!(!seen.contains(&pair("Patient", "invalid")), "{seen:?}");
    Ok(())
}

async fn what_is_picked_back_at_once_comes_to_rest(page: &Page) -> Result<()> {
    page.open().await?;
    page.input("clock", DURING).await?;
    page.input("key-input", &samples::secret()?).await?;
    let second = forged(&samples::workshop("Internal")?);
    let both = format!("{}\n{second}", samples::workshop("Patient")?);
    page.input("token-input", &both).await?;
    page.expect_state("verdict-signature", "valid").await?;
    page.run(
        "const [first, second] = document.querySelectorAll('input[name=token-picker]');
         second.click();
         first.click();",
        vec![],
    )
    .await?;
    page.expect_state("verdict-signature", "valid").await?;
    page.expect_text("decoded-payload", "Patient").await?;
    // The other way round the other one is judged.
    page.run(
        "const [first, second] = document.querySelectorAll('input[name=token-picker]');
         second.click();
         first.click();
         second.click();",
        vec![],
    )
    .await?;
    page.expect_state("verdict-signature", "invalid").await?;
    page.expect_text("decoded-payload", "Internal").await
}

async fn the_same_paste_again_changes_nothing(page: &Page) -> Result<()> {
    page.open().await?;
    page.verify_workshop_token().await?;
    let same = page.value("token-input").await?;
    page.run(WATCH, vec![]).await?;
    page.input("token-input", &same).await?;
    // Something else happens after it and is seen, so that there was time for it.
    page.input("token-input", &forged(&same)).await?;
    page.expect_state("verdict-signature", "invalid").await?;
    let states: Vec<String> = seen(page)
        .await?
        .into_iter()
        .map(|(_, state)| state)
        .collect();
    let valid = states.iter().filter(|state| *state == "valid").count();
    let checking = states.iter().filter(|state| *state == "checking").count();
    ensure!(valid <= 1 && checking <= 1, "{states:?}");
    Ok(())
}

async fn an_emptied_field_stays_without_an_answer(page: &Page) -> Result<()> {
    page.open().await?;
    page.input("clock", DURING).await?;
    page.input("key-input", &samples::secret()?).await?;
    let token = samples::workshop("Patient")?;
    page.run(WATCH, vec![]).await?;
    for _ in 0..3 {
        page.input("token-input", &token).await?;
        page.input("token-input", "").await?;
    }
    let state = page.state("verdict-signature").await?;
    ensure!(state != "valid", "{state}");
    page.input("token-input", "no token").await?;
    page.expect_state("verdict-structure", "damaged").await?;
    // The next token is answered, and its answer is the only one.
    page.input("token-input", &forged(&token)).await?;
    page.expect_state("verdict-signature", "invalid").await?;
    let seen = seen(page).await?;
    let stale = seen
        .iter()
        .filter(|(role, state)| role.is_empty() && state == "valid");
    ensure!(stale.count() == 0, "{seen:?}");
    Ok(())
}

/// A tab that nobody sees is asked for no frame.
async fn a_page_that_is_never_painted_answers_all_the_same(page: &Page) -> Result<()> {
    let variant = Variant::with_script("globalThis.requestAnimationFrame = () => 0;")?;
    page.open_url(&variant.url()).await?;
    page.input("clock", DURING).await?;
    page.input("token-input", &samples::workshop("Patient")?)
        .await?;
    page.input("key-input", &samples::secret()?).await?;
    page.expect_state("verdict-signature", "valid").await?;
    soon("the claims are explained", async || {
        let claim = page.claim("payload", "exp").await?;
        Ok(claim.map(|_| ()))
    })
    .await?;
    let frames = page
        .run("return requestAnimationFrame(() => {})", vec![])
        .await?;
    ensure!(frames == 0, "the page was painted after all");
    Ok(())
}
