//! An editor for the header or payload of a draft. What stands in it is signed byte for byte;
//! rearranging is the person's own choice, by a button.

use super::text_area::TextArea;
use crate::json::{self, Kind};
use crate::ui::text::{speech, t};
use leptos::prelude::*;

/// See the module.
#[component]
pub fn JsonEditor(
    /// `data-testid` of the text area.
    id: &'static str,
    /// `id` of the sentence about the text.
    says_id: &'static str,
    /// Key of the title.
    label: &'static str,
    /// `data-colour`.
    colour: &'static str,
    /// Height in lines.
    rows: u32,
    /// The text.
    text: RwSignal<String>,
    /// Takes what was typed.
    #[prop(into)]
    set: Callback<String>,
) -> impl IntoView {
    let speech = speech();
    let fault = Memo::new(move |_| {
        text.with(|text| {
            if text.trim().is_empty() {
                return None;
            }
            let document = json::parse(text.clone().into_bytes());
            match document.faults().first() {
                Some(fault) => {
                    let found = fault.found.map(String::from);
                    Some(speech.format(
                        if found.is_some() {
                            "json-fault"
                        } else {
                            "json-fault-end"
                        },
                        &[
                            ("line", fault.line.into()),
                            ("column", fault.column.into()),
                            ("found", found.unwrap_or_default().into()),
                        ],
                    ))
                }
                None => (document.root().map(|root| root.kind()) != Some(Kind::Object))
                    .then(|| speech.text("json-no-object")),
            }
        })
    });
    let rearrange = move |arrange: fn(&json::Document) -> String| {
        let document = text.with_untracked(|text| json::parse(text.clone().into_bytes()));
        if document.faults().is_empty() {
            set.run(arrange(&document));
        }
    };
    view! {
        <section class="panel json-editor" data-colour=colour>
            <div class="panel-head">
                <label class="panel-title part-title" for=id>{t(label)}</label>
                <div class="button-row">
                    <button class="button button-quiet" type="button" on:click=move |_| rearrange(json::pretty)>
                        {t("json-pretty")}
                    </button>
                    <button class="button button-quiet" type="button" on:click=move |_| rearrange(compact)>
                        {t("json-compact")}
                    </button>
                </div>
            </div>
            <TextArea
                id
                label
                described_by=says_id
                invalid=Signal::derive(move || fault.with(Option::is_some))
                rows
                value=text
                set
            />
            <p class="editor-says" id=says_id role="status">{move || fault.get()}</p>
        </section>
    }
}

/// Without white space between the tokens, every token as written.
fn compact(document: &json::Document) -> String {
    let mut out = String::new();
    for line in json::lines(document) {
        for token in line.tokens(document) {
            out.push_str(&token.text(document));
        }
    }
    out
}
