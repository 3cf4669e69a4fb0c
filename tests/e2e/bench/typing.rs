//! What one key costs in a token of 100 KB, and in a payload of 100 KB on the Sign screen.

use std::time::Duration;

use anyhow::Result;
use harness::Page;
use xtask::bench::line::{Budget, Line};

use crate::lab::{Lab, Whose};
use crate::tokens::{mark, payload, token};

const KEYS: usize = 10;

/// What a key sets off has long come to its end by then: the decode, and the worker's answers.
const AFTER_A_KEY: Duration = Duration::from_millis(400);

const CARET_INSIDE: &str = "
    const control = document.activeElement;
    control.setSelectionRange(200, 200);";

/// See the module.
///
/// # Errors
/// When the page does not take the text.
pub async fn measure(lab: &Lab) -> Result<Vec<Line>> {
    let (mut in_token, mut in_payload) = (Vec::new(), Vec::new());
    for _ in 0..lab.runs.min(3) {
        lab.fresh(async |page| {
            let mark = mark();
            lab.open(page, Whose::Ours).await?;
            page.paste("token-input", &token(100_000, &mark)).await?;
            page.sees(&mark).await?;
            type_into(page, "token-input", &mut in_token).await?;
            lab.open(page, Whose::Ours).await?;
            page.click_on("a[href='#/sign']").await?;
            page.input("sign-header", r#"{"alg":"HS256"}"#).await?;
            page.input("sign-payload", &payload(100_000, &mark)).await?;
            page.input("sign-key", "a secret of some length for a measurement")
                .await?;
            page.expect_text("sign-output", "eyJhbGciOiJIUzI1NiJ9.")
                .await?;
            type_into(page, "sign-payload", &mut in_payload).await
        })
        .await?;
    }
    let line =
        |what: &str, values| Line::new("typing", what, "ms", values).within(Budget::Never(50.0));
    Ok(vec![
        line(
            "longest block per key, typing in a token of 100 KB",
            in_token,
        ),
        line(
            "longest block per key, typing in a payload of 100 KB",
            in_payload,
        ),
    ])
}

async fn type_into(page: &Page, id: &str, blocks: &mut Vec<f64>) -> Result<()> {
    page.focus_on(id).await?;
    page.run(CARET_INSIDE, vec![]).await?;
    tokio::time::sleep(AFTER_A_KEY).await;
    for _ in 0..KEYS {
        page.watch_thread().await?;
        page.press_letter('A').await?;
        tokio::time::sleep(AFTER_A_KEY).await;
        blocks.push(page.held().await?.longest());
    }
    Ok(())
}
