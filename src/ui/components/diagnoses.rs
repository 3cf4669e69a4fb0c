//! Why it does not verify: what would, as proof, each with a button that makes the change.

use super::icon::{Icon, fixed};
use super::prose::paragraph;
use crate::diagnosis::Diagnosis;
use crate::ui::dom::{El, button, el};
use crate::ui::session::{Reasons, Session, session};
use crate::ui::text::{speech, t};

/// See the module.
pub fn diagnoses() -> El {
    let session = session();
    let is_idle = move || match session.diagnosis.get() {
        Reasons::NotAsked => true,
        Reasons::Looking | Reasons::Stopped => false,
        Reasons::Found(list) => list.is_empty(),
    };
    let body = move || match session.diagnosis.get() {
        Reasons::NotAsked => None,
        Reasons::Looking => Some(search(
            "diagnosis-looking",
            "diagnosis-stop",
            "cancel",
            Session::stop_reasons,
        )),
        Reasons::Stopped => Some(search(
            "diagnosis-stopped",
            "diagnosis-again",
            "diagnosis-again",
            Session::resume_reasons,
        )),
        Reasons::Found(list) => {
            let items = list.iter().map(item).collect::<Vec<_>>();
            Some(el("ul", "finding-list").child(items))
        }
    };
    el("section", "panel diagnoses")
        .attr("aria-live", "polite")
        .hidden(is_idle)
        .child(el("h2", "panel-title").child(t("diagnosis-title")))
        .child(body)
}

/// What the search is at, and the button that ends it or takes it up again.
fn search(says: &'static str, id: &'static str, label: &'static str, act: fn(Session)) -> El {
    let session = session();
    el("div", "diagnosis-search")
        .child(el("p", "hint").child(t(says)))
        .child(
            button("button-small", move || act(session))
                .test(id)
                .child(t(label)),
        )
}

fn item(diagnosis: &Diagnosis) -> El {
    let (session, speech) = (session(), speech());
    let (icon, kind) = match (diagnosis.is_verified, diagnosis.is_certain) {
        (true, _) => (Icon::Check, "verified"),
        (false, true) => (Icon::Warning, "certain"),
        (false, false) => (Icon::Info, "open"),
    };
    let sentence = diagnosis.sentence(|diagnostic| speech.say(diagnostic));
    let advice = diagnosis
        .steps
        .iter()
        .filter_map(|step| speech.attribute(step, "advice"));
    let advice = advice.collect::<Vec<_>>().join(" ");
    let fixes = diagnosis.fixes.clone();
    let apply = (!fixes.is_empty()).then(|| {
        button("", move || session.apply(&fixes))
            .test("diagnosis-apply")
            .child(t("diagnosis-apply"))
    });
    let text = el("div", "diagnosis-text")
        .child(paragraph("", sentence))
        .child((!advice.is_empty()).then(|| paragraph("advice", advice)))
        .child(apply);
    el("li", "finding diagnosis")
        .test("diagnosis")
        .attr("data-code", diagnosis.code())
        .attr("data-kind", kind)
        .child(fixed(icon))
        .child(text)
}
