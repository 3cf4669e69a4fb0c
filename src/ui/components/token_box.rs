//! Where a token is pasted, and what became of the paste.

use super::notes::paste_notes;
use super::token_parts::token_parts;
use super::token_picker::token_picker;
use super::token_text::token_text;
use crate::ui::dom::{El, button, el};
use crate::ui::session::session;
use crate::ui::state::Memo;
use crate::ui::text::t;

/// See the module.
pub fn token_box() -> El {
    let session = session();
    let notes = Memo::new(move |_| {
        session.inspection.with(|inspection| {
            let token = inspection.tokens.get(session.token.get());
            let of_token = token
                .map(|token| token.notes.as_slice())
                .unwrap_or_default();
            let mut notes = inspection.notes.clone();
            for note in of_token {
                if !notes.contains(note) {
                    notes.push(note.clone());
                }
            }
            notes
        })
    });
    let title = el("label", "panel-title")
        .attr("for", "token-input")
        .child(t("token-label"));
    let clear = button("button-quiet", move || session.clear())
        .test("clear")
        .hidden(move || session.paste.with(String::is_empty))
        .child(t("clear"));
    el("section", "panel token-box")
        .child(el("div", "panel-head").child(title).child(clear))
        .child(token_text())
        .child(paste_notes(notes))
        .child(token_picker())
        .child(token_parts())
}
