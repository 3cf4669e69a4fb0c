//! An editor for the header or payload of a draft. What stands in it is signed byte for byte;
//! rearranging is the person's own choice, by a button.

use super::text_area::{Control, text_area};
use crate::diagnostic::Fact;
use crate::json::{self, Kind};
use crate::ui::dom::{El, button, el};
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::{speech, t};
use std::sync::Arc;

/// What an editor is for.
pub struct Editor {
    /// Its control, which is described by a sentence about the text.
    pub control: Control,
    /// The `data-colour` of its part.
    pub colour: &'static str,
    /// Its height in lines.
    pub rows: &'static str,
    /// Its text.
    pub text: RwSignal<String>,
    /// The text as JSON.
    pub json: Memo<Arc<json::Document>>,
    /// Whether text that is no JSON is right as it stands.
    pub is_plain: Memo<bool>,
}

/// The editor. `says` are the sentences about the draft that belong here, and whether one of them
/// keeps it from being signed; `before` is called before a button rewrites the text, `typed` when
/// somebody types.
pub fn json_editor(
    editor: Editor,
    says: Memo<(bool, Vec<String>)>,
    before: impl Fn() + Copy + 'static,
    typed: impl Fn() + Copy + 'static,
) -> El {
    let Editor {
        control,
        colour,
        rows,
        text,
        json,
        is_plain,
    } = editor;
    let speech = speech();
    let fault = Memo::new(move |_| {
        if is_plain.get() {
            return None;
        }
        json.with(|document| {
            if document.bytes().trim_ascii().is_empty() {
                return None;
            }
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
        let document = json.get_untracked();
        if document.faults().is_empty() && !document.is_empty() {
            before();
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
        move |new| {
            text.set(new);
            typed();
        },
    )
    .attr("aria-invalid", move || {
        let is_wrong = fault.with(Option::is_some) || says.with(|(is_wrong, _)| *is_wrong);
        is_wrong.then_some("true")
    });
    // A fault of the JSON has its own sentence here, with its place.
    let lines = move || match fault.get() {
        Some(fault) => vec![el("span", "editor-line").child(fault)],
        None => says.with(|(_, lines)| {
            let line = |line: &String| el("span", "editor-line").child(line.as_str());
            lines.iter().map(line).collect()
        }),
    };
    let says = el("p", "editor-says")
        .attr("id", control.described_by)
        .attr("role", "status")
        .attr("data-weight", move || {
            let is_wrong = fault.with(Option::is_some) || says.with(|(is_wrong, _)| *is_wrong);
            if is_wrong { "error" } else { "note" }
        })
        .child(lines);
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
