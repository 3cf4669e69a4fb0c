//! From a real Ctrl+V to the frame in which the first payload claim of this very token is
//! painted, beside the plain floor in the same browser; a fresh page for each.

use anyhow::{Context, Result};
use harness::Page;
use serde_json::json;
use xtask::bench::line::{Budget, Line};

use crate::lab::{Lab, Whose};
use crate::tokens::{mark, token};

/// Characters, the name, and what the paste may take beside the floor.
const SIZES: [(usize, &str, Budget); 4] = [
    (1_000, "1 KB", Budget::Over(17.0)),
    (10_000, "10 KB", Budget::Over(17.0)),
    (100_000, "100 KB", Budget::Share(0.55)),
    (1_000_000, "1 MB", Budget::Share(0.2)),
];

const WAIT: &str = "
    let pressed;
    addEventListener('keydown', event => { if (event.key === 'v') pressed ??= event.timeStamp; }, true);
    const [mark] = arguments;
    delete globalThis.took;
    painted(mark, () => pressed).then(took => { globalThis.took = took; });";

/// See the module.
///
/// # Errors
/// When a paste is not decoded.
pub async fn measure(lab: &Lab) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for factor in [1, 4] {
        let mut taken = SIZES.map(|_| (Vec::new(), Vec::new()));
        for _ in 0..lab.runs {
            lab.fresh(async |page| {
                // The first visit fills the cache, so that all that follow are at rest sooner.
                lab.open(page, Whose::Ours).await?;
                for ((size, _, _), (ours, floor)) in SIZES.iter().zip(&mut taken) {
                    ours.push(paste(lab, page, Whose::Ours, *size, factor).await?);
                    floor.push(paste(lab, page, Whose::Floor, *size, factor).await?);
                }
                Ok(())
            })
            .await?;
        }
        for ((_, name, budget), (ours, floor)) in SIZES.iter().zip(taken) {
            let what = format!("paste of {name} to painted, processor at 1/{factor}");
            let line = Line::new("paste", what.replace(", processor at 1/1", ""), "ms", ours);
            lines.push(line.beside("floor", floor).within(*budget));
        }
    }
    Ok(lines)
}

async fn paste(lab: &Lab, page: &Page, whose: Whose, size: usize, factor: u32) -> Result<f64> {
    let mark = mark();
    let token = token(size, &mark);
    lab.open(page, whose).await?;
    page.put_on_clipboard(&token).await?;
    if factor > 1 {
        page.slow_down(factor).await?;
    }
    page.focus_on("token-input").await?;
    page.run(WAIT, vec![json!(mark)]).await?;
    page.press_paste().await?;
    let took = crate::lab::left(page, "took").await?.as_f64();
    took.context("a number of milliseconds")
}
