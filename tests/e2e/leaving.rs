//! What was typed does not come back: not by Back and Forward, not by a browser that fills in fields
//! or kept the page as it was. And Escape closes what lies on top, and that alone.

use anyhow::{Result, ensure};
use fantoccini::key::Key;
use harness::check::soon;
use harness::samples;
use harness::{Case, Page, cases};

/// The tests of this file.
pub const ALL: &[Case] = cases!["leaving":
    back_and_forward_bring_nothing_back,
    a_page_that_the_browser_kept_is_loaded_anew,
    reloading_brings_nothing_back,
    escape_closes_the_topmost_alone,
];

const MARK: &str = "window.isOld = true;";

/// What stands in all fields that take text. A slider always stands somewhere.
const FIELDS: &str = "[...document.querySelectorAll('input:not([type=checkbox], [type=radio], [type=range]), textarea')].map(field => field.value).join('')";

async fn type_everything(page: &Page) -> Result<()> {
    page.open().await?;
    page.verify_workshop_token().await?;
    page.click_on("a[href='#/sign']").await?;
    page.input("sign-header", r#"{"alg":"HS256"}"#).await?;
    page.input("sign-payload", r#"{"sub":"canary-in-the-draft"}"#)
        .await?;
    page.input("sign-key", &samples::secret()?).await?;
    page.expect_text("sign-output", "eyJ").await
}

/// No field and no text of the page has any of it.
async fn has_nothing(page: &Page) -> Result<()> {
    soon("the page is there anew", async || {
        let is_new = page.run("return !window.isOld && document.querySelector('[data-testid=token-input], [data-testid=sign-key]') !== null", vec![]).await?;
        Ok((is_new == true).then_some(()))
    })
    .await?;
    for screen in ["inspect", "sign"] {
        page.run(&format!("location.hash = '#/{screen}'"), vec![])
            .await?;
        let id = if screen == "sign" {
            "sign-key"
        } else {
            "token-input"
        };
        page.expect_value(id, "").await?;
    }
    let all = page
        .run(
            "const fields = [...document.querySelectorAll('input, textarea')].map(field => field.value);
             return [document.body.innerText, ...fields].join('\\n');",
            vec![],
        )
        .await?;
    let all = all.as_str().unwrap_or_default();
    ensure!(all.len() > 100, "the page is empty");
    let token = samples::workshop("Patient")?;
    let signature = token.rsplit('.').next().unwrap_or_default();
    for canary in [
        signature,
        samples::secret()?.as_str(),
        "canary-in-the-draft",
    ] {
        ensure!(!all.contains(canary), "{canary} is back");
    }
    Ok(())
}

async fn back_and_forward_bring_nothing_back(page: &Page) -> Result<()> {
    type_everything(page).await?;
    page.run(MARK, vec![]).await?;
    page.client().goto(&page.sub_path_url()).await?;
    page.expect_value("token-input", "").await?;
    page.client().back().await?;
    has_nothing(page).await
}

async fn a_page_that_the_browser_kept_is_loaded_anew(page: &Page) -> Result<()> {
    type_everything(page).await?;
    page.run(MARK, vec![]).await?;
    // As the browser does it, which a driver may keep it from doing. What it keeps has no text:
    // the fields are empty before the page comes back.
    let before = page.run(&format!("return {FIELDS}"), vec![]).await?;
    ensure!(before != "", "nothing was typed");
    let left = page
        .run(
            &format!(
                "window.dispatchEvent(new PageTransitionEvent('pagehide', {{ persisted: true }}));
                 return {FIELDS}"
            ),
            vec![],
        )
        .await?;
    ensure!(left == "", "left in the fields: {left}");
    page.run(
        "window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));",
        vec![],
    )
    .await?;
    has_nothing(page).await
}

async fn reloading_brings_nothing_back(page: &Page) -> Result<()> {
    type_everything(page).await?;
    page.run(MARK, vec![]).await?;
    page.client().refresh().await?;
    has_nothing(page).await
}

async fn is_open(page: &Page, id: &str) -> Result<bool> {
    let script = "return document.querySelector(`[data-testid=${arguments[0]}]`)?.checkVisibility() ?? false";
    Ok(page.run(script, vec![id.into()]).await? == true)
}

async fn escape_closes_the_topmost_alone(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_text("shortcuts-open", "Keyboard").await?;
    page.press(Key::F8.into()).await?;
    page.expect_text("presenter", "Press →").await?;
    page.run("document.activeElement.blur()", vec![]).await?;
    page.press('?').await?;
    soon("the list is open", async || {
        Ok(is_open(page, "shortcuts").await?.then_some(()))
    })
    .await?;
    page.press(Key::Escape.into()).await?;
    soon("the list is closed", async || {
        Ok((!is_open(page, "shortcuts").await?).then_some(()))
    })
    .await?;
    ensure!(
        is_open(page, "presenter").await?,
        "it closed what lay below"
    );
    page.press(Key::Escape.into()).await?;
    soon("the presentation is over", async || {
        Ok((!is_open(page, "presenter").await?).then_some(()))
    })
    .await?;
    page.expect_text("decoded-payload", "Patient").await
}
