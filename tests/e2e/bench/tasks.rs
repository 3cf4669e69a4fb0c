//! What holds the page's thread up while work is done that takes long.

use anyhow::{Context, Result};
use harness::work;
use xtask::bench::line::{Budget, Line};

use crate::lab::Lab;

/// See the module.
///
/// # Errors
/// When a piece of work does not come to its end.
pub async fn measure(lab: &Lab) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for one in work::ALL {
        let mut blocks = Vec::new();
        for _ in 0..lab.runs.min(3) {
            let held = lab.fresh(async |page| {
                (one.prepare)(page).await?;
                page.watch_thread().await?;
                (one.run)(page).await?;
                page.held().await
            });
            let held = held.await.with_context(|| one.name)?;
            blocks.push(held.longest());
        }
        let what = format!("longest block of the page's thread, {}", one.name);
        lines.push(Line::new("tasks", what, "ms", blocks).within(Budget::Never(50.0)));
    }
    Ok(lines)
}
