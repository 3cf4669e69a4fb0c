//! Checks: what else there is to say, each with its severity in a word and what to do.

use super::icon::{Icon, fixed};
use super::prose::{paragraph, prose};
use crate::checks;
use crate::diagnostic::{Diagnostic, Severity};
use crate::ui::dom::{El, button, el};
use crate::ui::looking::{View, looking};
use crate::ui::session::session;
use crate::ui::text::{speech, t};

/// See the module.
pub fn findings() -> El {
    let session = session();
    let items = move || {
        let findings = session.findings.get();
        findings.iter().map(finding).collect::<Vec<_>>()
    };
    el("section", "panel findings")
        .hidden(move || session.findings.with(|findings| findings.is_empty()))
        .child(el("h2", "panel-title").child(t("findings-title")))
        .child(el("ul", "finding-list").child(items))
}

/// One finding, in a list of them.
pub fn finding(finding: &Diagnostic) -> El {
    let speech = speech();
    let word = match finding.severity {
        Severity::Info => "severity-info",
        Severity::Warning => "severity-warning",
        Severity::Danger => "severity-danger",
    };
    let sentence = el("p", "")
        .child(el("span", "finding-word").child(speech.text(word)))
        .child(" ")
        .child(prose(speech.say(finding)));
    let advice = speech.attribute(finding, "advice");
    let advice = advice.map(|advice| paragraph("advice", advice));
    let basis = checks::basis(finding);
    let basis = basis.map(|basis| el("p", "finding-basis").child(speech.say(&basis)));
    let looking = looking();
    let place = looking.place_of(finding).map(|(part, bytes)| {
        let show = move || looking.show(part, bytes.clone(), View::Findings);
        button("button-small finding-place", show)
            .test("finding-place")
            .child(speech.text("finding-place"))
    });
    el("li", "finding")
        .test("finding")
        .attr("data-code", &*finding.code)
        .attr("data-severity", finding.severity.name())
        .attr("data-certainty", checks::certainty(finding))
        .child(fixed(Icon::of(finding.severity)))
        .child(
            el("div", "")
                .child(sentence)
                .child(advice)
                .child(basis)
                .child(place),
        )
}
