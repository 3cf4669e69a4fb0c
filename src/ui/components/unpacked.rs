//! What is packed inside the text of a value, shown in place when it is asked for.

use super::copy_button::copy_button;
use super::json::value::Drawn;
use crate::json;
use crate::ui::dom::{Content, El, button, el};
use crate::ui::state::RwSignal;
use crate::ui::text::speech;

/// The button, and behind it the content: JSON arranged and in colour, other text as it is.
pub fn unpacked(content: &str) -> impl Content {
    let speech = speech();
    let is_open = RwSignal::new(false);
    let content: std::rc::Rc<str> = content.into();
    let label = move || {
        speech.text(match is_open.get() {
            true => "value-close",
            false => "value-inspect",
        })
    };
    let open = button("button-small", move || {
        is_open.set(!is_open.get_untracked())
    })
    .test("value-unpack")
    .attr("aria-expanded", move || match is_open.get() {
        true => "true",
        false => "false",
    })
    .child(label);
    let shown = move || is_open.get().then(|| shown(&content));
    (open, shown)
}

fn shown(content: &std::rc::Rc<str>) -> El {
    let document = json::parse(content.as_bytes().to_vec());
    let text = el("div", "json").attr("translate", "no");
    let text = match document.faults().is_empty() {
        true => text.child(Drawn(&document)),
        false => text.child(crate::words::visible(content).into_owned()),
    };
    let copied = content.clone();
    el("div", "unpacked")
        .test("value-content")
        .child(text)
        .child(copy_button("copy-content", move || copied.to_string()))
}
