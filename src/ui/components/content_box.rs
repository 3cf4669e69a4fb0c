//! The content that a token with a detached payload was signed over.
//! Spec: RFC 7515 Appendix F, RFC 7797.

use super::text_area::{control, text_area};
use crate::inspect::Encoding;
use crate::span::Part;
use crate::ui::dom::{El, button, el};
use crate::ui::session::session;
use crate::ui::state::Memo;
use crate::ui::text::t;

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
    let area = text_area(
        control("detached-content", "content-label").described_by("content-says"),
        "4",
        move || session.content.get().unwrap_or_default(),
        move |text| session.content.set(Some(text)),
    );
    el("section", "panel content-box")
        .hidden(move || !is_detached.get())
        .child(el("div", "panel-head").child(title).child(without))
        .child(area)
        .child(
            el("p", "hint")
                .attr("id", "content-says")
                .child(t("content-hint")),
        )
}
