//! Where a token is pasted, and what became of the paste.

use super::notes::PasteNotes;
use super::text_area::TextArea;
use super::token_parts::TokenParts;
use super::token_picker::TokenPicker;
use crate::ui::session::session;
use crate::ui::text::t;
use leptos::prelude::*;

/// See the module.
#[component]
pub fn TokenBox() -> impl IntoView {
    let session = session();
    let notes = Signal::derive(move || {
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
    view! {
        <section class="panel token-box">
            <div class="panel-head">
                <label class="panel-title" for="token-input">{t("token-label")}</label>
                <button
                    class="button button-quiet"
                    type="button"
                    hidden=move || session.paste.with(String::is_empty)
                    on:click=move |_| session.clear()
                >
                    {t("clear")}
                </button>
            </div>
            <TextArea
                id="token-input"
                label="token-label"
                placeholder="token-placeholder"
                rows=6
                value=session.paste
                set=move |text| session.set_paste(text)
            />
            <PasteNotes notes />
            <TokenPicker />
            <TokenParts />
        </section>
    }
}
