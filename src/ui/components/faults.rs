//! What keeps a paste from being well-formed, each with its place.

use crate::diagnostic::Diagnostic;
use crate::ui::dom::{El, el};
use crate::ui::session::session;
use crate::ui::state::Memo;
use crate::ui::text::{speech, t};

/// Drawn at most; a damaged paste of megabytes may have a fault per character.
const MOST: usize = 50;

/// See the module.
pub fn faults() -> El {
    let (session, speech) = (session(), speech());
    let faults = Memo::new(move |_| {
        session.inspection.with(|inspection| {
            let token = inspection.tokens.get(session.token.get());
            let faults = token.map_or(&inspection.faults, |token| &token.faults);
            faults.iter().take(MOST).cloned().collect::<Vec<_>>()
        })
    });
    let item = move |fault: &Diagnostic| {
        let advice = speech.attribute(fault, "advice");
        let advice = advice.map(|advice| (" ", el("span", "advice").child(advice)));
        el("li", "fault")
            .test("fault")
            .attr("data-code", &*fault.code)
            .child(speech.say(fault))
            .child(advice)
    };
    let items = move || faults.with(|faults| faults.iter().map(item).collect::<Vec<_>>());
    el("section", "panel faults")
        .hidden(move || faults.with(Vec::is_empty))
        .child(el("h2", "panel-title").child(t("faults-title")))
        .child(el("ul", "fault-list").child(items))
}
