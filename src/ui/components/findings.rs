//! Checks: what else there is to say, each with its severity in a word and what to do.

use super::icon::{Icon, fixed};
use super::prose::{paragraph, prose};
use crate::diagnostic::{Diagnostic, Severity};
use crate::ui::dom::{El, el};
use crate::ui::session::session;
use crate::ui::text::{speech, t};
use leptos::prelude::*;

/// See the module.
pub fn findings() -> El {
    let session = session();
    let items = move || {
        let findings = session.findings.get();
        findings.iter().map(finding).collect::<Vec<_>>()
    };
    el("section", "panel findings")
        .hidden(move || session.findings.with(|findings| findings.is_empty()))
        .add(el("h2", "panel-title").add(t("findings-title")))
        .add(el("ul", "finding-list").add(items))
}

fn finding(finding: &Diagnostic) -> El {
    let speech = speech();
    let (icon, word) = match finding.severity {
        Severity::Info => (Icon::Info, "severity-info"),
        Severity::Warning => (Icon::Warning, "severity-warning"),
        Severity::Danger => (Icon::Cross, "severity-danger"),
    };
    let sentence = el("p", "")
        .add(el("span", "finding-word").add(speech.text(word)))
        .add(" ")
        .add(prose(speech.say(finding)));
    let advice = speech.attribute(finding, "advice");
    let advice = advice.map(|advice| paragraph("advice", advice));
    el("li", "finding")
        .test("finding")
        .attr("data-code", &*finding.code)
        .attr("data-severity", finding.severity.name())
        .add(fixed(icon))
        .add(el("div", "").add(sentence).add(advice))
}
