//! A list of sentences, each with its code: what was removed from a paste, how a key was read.

use crate::diagnostic::Diagnostic;
use crate::ui::text::speech;
use leptos::prelude::*;

/// What was removed or repaired to find the token.
#[component]
pub fn PasteNotes(
    /// The notes, in order.
    #[prop(into)]
    notes: Signal<Vec<Diagnostic>>,
) -> impl IntoView {
    let speech = speech();
    let items = move || {
        let item = |note: Diagnostic| {
            view! {
                <li class="note" data-note=note.code.to_string() data-severity=note.severity.name()>
                    {speech.say(&note)}
                </li>
            }
        };
        notes.get().into_iter().map(item).collect_view()
    };
    view! {
        <ul class="notes" data-testid="paste-notes" hidden=move || notes.with(Vec::is_empty)>
            {items}
        </ul>
    }
}
