//! What keeps a paste from being well-formed, each with its place.

use crate::diagnostic::Diagnostic;
use crate::ui::session::session;
use crate::ui::text::{speech, t};
use leptos::prelude::*;

/// Drawn at most; a damaged paste of megabytes may have a fault per character.
const MOST: usize = 50;

/// See the module.
#[component]
pub fn Faults() -> impl IntoView {
    let (session, speech) = (session(), speech());
    let faults = Memo::new(move |_| {
        session.inspection.with(|inspection| {
            let token = inspection.tokens.get(session.token.get());
            let faults = token.map_or(&inspection.faults, |token| &token.faults);
            faults.iter().take(MOST).cloned().collect::<Vec<_>>()
        })
    });
    let item = move |fault: Diagnostic| {
        let advice = speech.attribute(&fault, "advice");
        view! {
            <li class="fault" data-testid="fault" data-code=fault.code.to_string()>
                {speech.say(&fault)}
                {advice.map(|advice| view! { " " <span class="advice">{advice}</span> })}
            </li>
        }
    };
    view! {
        <section class="panel faults" hidden=move || faults.with(Vec::is_empty)>
            <h2 class="panel-title">{t("faults-title")}</h2>
            <ul class="fault-list">{move || faults.get().into_iter().map(item).collect_view()}</ul>
        </section>
    }
}
