//! Checks: what else there is to say, each with its severity in a word and what to do.

use super::icon::{Drawing, Icon};
use super::prose::prose;
use crate::diagnostic::{Diagnostic, Severity};
use crate::ui::session::session;
use crate::ui::text::{speech, t};
use leptos::prelude::*;

/// See the module.
#[component]
pub fn Findings() -> impl IntoView {
    let session = session();
    let is_empty = move || session.findings.with(|findings| findings.is_empty());
    view! {
        <section class="panel findings" hidden=is_empty>
            <h2 class="panel-title">{t("findings-title")}</h2>
            <ul class="finding-list">
                {move || session.findings.get().iter().map(finding).collect_view()}
            </ul>
        </section>
    }
}

fn finding(finding: &Diagnostic) -> impl IntoView + use<> {
    let speech = speech();
    let (icon, word) = match finding.severity {
        Severity::Info => (Icon::Info, "severity-info"),
        Severity::Warning => (Icon::Warning, "severity-warning"),
        Severity::Danger => (Icon::Cross, "severity-danger"),
    };
    let said = finding.clone();
    let sentence = move || {
        let advice = speech.attribute(&said, "advice");
        view! {
            <p><span class="finding-word">{speech.text(word)}</span> " " {prose(&speech.say(&said))}</p>
            {advice.map(|advice| view! { <p class="advice">{prose(&advice)}</p> })}
        }
    };
    view! {
        <li
            class="finding"
            data-testid="finding"
            data-code=finding.code.to_string()
            data-severity=finding.severity.name()
        >
            <Drawing icon />
            <div>{sentence}</div>
        </li>
    }
}
