//! An editor for the header or payload of a draft. What stands in it is signed byte for byte;
//! rearranging is the person's own choice, by a button.

use super::text_area::{Control, text_area};
use crate::diagnostic::Fact;
use crate::json::{self, Kind};
use crate::ui::dom::{El, button, el};
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::{speech, t};

/// The editor: its control (which is described by a sentence about the text), the `data-colour`
/// of its part, its height in lines, its text.
pub fn json_editor(
    control: Control,
    colour: &'static str,
    rows: &'static str,
    text: RwSignal<String>,
) -> El {
    let speech = speech();
    let fault = Memo::new(move |_| {
        text.with(|text| {
            if text.trim().is_empty() {
                return None;
            }
            let document = json::parse(text.clone().into_bytes());
            match document.faults().first() {
                Some(fault) => {
                    let found = match fault.found {
                        Some(c) => Fact::Text(c.to_string()),
                        None => Fact::Word("found-end".into()),
                    };
                    let facts = [
                        ("line", fault.line.into()),
                        ("column", fault.column.into()),
                        ("expected", Fact::Word(fault.expected.word().into())),
                        ("found", found),
                    ];
                    Some(speech.format("json-fault", &facts))
                }
                None => (document.root().map(|root| root.kind()) != Some(Kind::Object))
                    .then(|| speech.text("json-no-object")),
            }
        })
    });
    let rearrange = move |arrange: fn(&json::Document) -> String| {
        let document = text.with_untracked(|text| json::parse(text.clone().into_bytes()));
        if document.faults().is_empty() {
            text.set(arrange(&document));
        }
    };
    let buttons = el("div", "button-row")
        .child(button("button-quiet", move || rearrange(json::pretty)).child(t("json-pretty")))
        .child(button("button-quiet", move || rearrange(compact)).child(t("json-compact")));
    let label = el("label", "panel-title part-title")
        .attr("for", control.id)
        .child(t(control.label));
    let area = text_area(
        control,
        rows,
        move || text.get(),
        move |typed| text.set(typed),
    )
    .attr("aria-invalid", move || {
        fault.with(Option::is_some).then_some("true")
    });
    let says = el("p", "editor-says")
        .attr("id", control.described_by)
        .attr("role", "status")
        .child(move || fault.get());
    el("section", "panel json-editor")
        .attr("data-colour", colour)
        .child(el("div", "panel-head").child(label).child(buttons))
        .child(area)
        .child(says)
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
