//! The content that a token with a detached payload was signed over.
//! Spec: RFC 7515 Appendix F, RFC 7797.

use super::check_box::check_box;
use super::text_area::{control, text_area};
use crate::inspect::Encoding;
use crate::span::Part;
use crate::ui::dom::{El, button, el};
use crate::ui::session::session;
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::t;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event};

/// See the module.
pub fn content_box() -> El {
    let session = session();
    let is_detached = Memo::new(move |_| {
        let is_given = session.content.with(Option::is_some);
        session.inspection.with(|inspection| {
            let token = inspection.tokens.get(session.token.get());
            let payload = token.and_then(|token| token.part(Part::Payload));
            let is_detached = |encoding: &Encoding| *encoding == Encoding::Detached;
            is_given
                || payload.is_some_and(|part| part.bytes.is_empty() && is_detached(&part.encoding))
        })
    });
    let title = el("label", "panel-title")
        .attr("for", "detached-content")
        .child(t("content-label"));
    let without = button("button-quiet", move || session.content.set(None))
        .hidden(move || session.content.with(Option::is_none))
        .child(t("content-without"));
    // A text control keeps line breaks as LF alone, whatever was pasted.
    let has_crlf = RwSignal::new(false);
    let set = move |text: String| {
        let plain = text.replace("\r\n", "\n");
        session.content.set(Some(match has_crlf.get_untracked() {
            true => plain.replace('\n', "\r\n"),
            false => plain,
        }));
    };
    let choose = move |is_on: bool| {
        has_crlf.set(is_on);
        if let Some(text) = session.content.get_untracked() {
            set(text);
        }
    };
    let line_breaks = check_box(
        "content-crlf",
        "content-crlf",
        move || has_crlf.get(),
        choose,
    );
    let paste = move |event: &Event| {
        let event: &ClipboardEvent = event.unchecked_ref();
        let text = event.clipboard_data();
        let text = text.and_then(|data| data.get_data("text").ok());
        if text.is_some_and(|text| text.contains("\r\n")) {
            has_crlf.set(true);
        }
    };
    let area = text_area(
        control("detached-content", "content-label").described_by("content-says"),
        "4",
        move || session.content.get().unwrap_or_default(),
        set,
    )
    .on("paste", paste);
    el("section", "panel content-box")
        .hidden(move || !is_detached.get())
        .child(el("div", "panel-head").child(title).child(without))
        .child(area)
        .child(line_breaks)
        .child(
            el("p", "hint")
                .attr("id", "content-says")
                .child(t("content-hint")),
        )
}
