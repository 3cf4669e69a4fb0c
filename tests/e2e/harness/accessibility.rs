//! axe-core over the page as it stands.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use xtask::setup::npm;

use crate::Page;

/// The rules of WCAG 2.2 at level AA and below, and axe's own best practices.
const RUN: &str = "
    const done = arguments[0];
    axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
    }).then(
        ({ violations, passes }) => done({
            violations: violations.map(({ id, impact, help, nodes }) => `${impact} ${id}: ${help} ${nodes
                .map(node => `${node.target}\\n    ${node.failureSummary ?? ''}`).join('; ')}`),
            passed: passes.length,
        }),
        error => done({ error: String(error) }),
    );";

impl Page {
    /// axe-core finds nothing on the page.
    ///
    /// # Errors
    /// With all that it found, or when it could not run.
    pub async fn is_accessible(&self) -> Result<()> {
        if self.run("return !window.axe", vec![]).await? == true {
            let source = std::fs::read_to_string(npm::axe_core(&npm::ensure()?))
                .context("axe-core could not be read")?;
            self.run(&format!("{source}; window.axe = axe;"), vec![])
                .await?;
        }
        let found = self.client().execute_async(RUN, vec![]).await?;
        if let Some(error) = found.get("error") {
            bail!("axe-core failed: {error}");
        }
        let passed = found.get("passed").and_then(Value::as_u64);
        if passed.unwrap_or_default() == 0 {
            bail!("axe-core checked nothing");
        }
        let violations = found.get("violations").and_then(Value::as_array);
        let lines: Vec<String> = violations
            .context("axe-core gave no list")?
            .iter()
            .filter_map(Value::as_str)
            .map(|line| format!("\n  {line}"))
            .collect();
        if !lines.is_empty() {
            bail!("{} violations:{}", lines.len(), lines.concat());
        }
        Ok(())
    }
}
