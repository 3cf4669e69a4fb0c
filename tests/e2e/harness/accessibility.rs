//! axe-core over the page as it stands: what it finds wrong, and what it cannot decide.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use xtask::setup::npm;

use crate::Page;

/// Rules that axe-core may leave undecided, because something else here decides them. Any other
/// that it cannot tell is a question that nobody would answer.
const DECIDED_ELSEWHERE: [&str; 1] = [
    // Where something lies over or behind a text axe cannot tell the ground, and single signs it
    // takes for pictures. `tests/contrast.rs` computes every text on every ground it can have,
    // and fails for a colour or a ground that it does not know.
    "color-contrast",
];

/// The rules of WCAG 2.2 at level AA and below, and axe's own best practices.
const RUN: &str = "
    const [elsewhere, done] = arguments;
    const places = (nodes, says) => nodes.map(node => `${node.target}\\n    ${says(node)}`).join('; ');
    // WCAG 2.5.3 wants a visible label in the name. A sign that is hidden from who listens, such as
    // an arrow, is no label; axe cannot tell.
    const isSign = target => /^\\P{L}$/u.test(document.querySelector(target)?.textContent ?? '');
    const open = ({ id, nodes }) => nodes.filter(({ target }) =>
        id !== 'label-content-name-mismatch' || !isSign(target));
    const doubts = ({ any, all, none }) => [...any, ...all, ...none].map(({ message }) => message).join(' ');
    axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations', 'incomplete'],
    }).then(
        ({ violations, incomplete, passes }) => done({
            violations: violations.map(({ id, impact, help, nodes }) =>
                `${impact} ${id}: ${help} ${places(nodes, node => node.failureSummary ?? '')}`),
            undecided: incomplete.filter(rule => !elsewhere.includes(rule.id) && open(rule).length > 0).map(rule =>
                `undecided ${rule.id}: ${rule.help} ${places(open(rule), doubts)}`),
            passed: passes.length,
        }),
        error => done({ error: String(error) }),
    );";

impl Page {
    /// axe-core finds nothing on the page, and leaves nothing open but what is
    /// [decided elsewhere](DECIDED_ELSEWHERE).
    ///
    /// # Errors
    /// With all that it found and could not decide, or when it could not run.
    pub async fn is_accessible(&self) -> Result<()> {
        if self.run("return !window.axe", vec![]).await? == true {
            let source = std::fs::read_to_string(npm::axe_core(&npm::ensure()?))
                .context("axe-core could not be read")?;
            self.run(&format!("{source}; window.axe = axe;"), vec![])
                .await?;
        }
        let found = self
            .client()
            .execute_async(RUN, vec![json!(DECIDED_ELSEWHERE)])
            .await?;
        if let Some(error) = found.get("error") {
            bail!("axe-core failed: {error}");
        }
        let passed = found.get("passed").and_then(Value::as_u64);
        if passed.unwrap_or_default() == 0 {
            bail!("axe-core checked nothing");
        }
        let violations = lines(&found, "violations")?;
        let undecided = lines(&found, "undecided")?;
        if violations.len() + undecided.len() > 0 {
            bail!(
                "{} violations, {} undecided:{}{}",
                violations.len(),
                undecided.len(),
                violations.concat(),
                undecided.concat()
            );
        }
        Ok(())
    }
}

fn lines(found: &Value, of: &str) -> Result<Vec<String>> {
    let list = found.get(of).and_then(Value::as_array);
    let list = list.with_context(|| format!("axe-core gave no list of {of}"))?;
    let lines = list.iter().filter_map(Value::as_str);
    Ok(lines.map(|line| format!("\n  {line}")).collect())
}
