//! The way to the value that is pointed at, and what of it can be copied.
//! Spec: RFC 6901 (JSON Pointer).

use crate::json::{Document, Kind};
use crate::trace::{Member, Trace};
use crate::ui::components::copy_button::copy_of;
use crate::ui::dom::{El, el};
use crate::ui::looking::looking;
use crate::ui::session::session;
use crate::ui::text::t;
use std::ops::Range;

/// See the module.
pub fn path() -> El {
    let (looking, session) = (looking(), session());
    let pointer = move || {
        looking.trace.with(|trace| {
            let trace = trace.as_ref()?;
            let member = trace.member.as_ref()?;
            Some(crate::words::visible(&member.pointer).into_owned())
        })
    };
    // The document and the member, when something is pointed at.
    let of = move |take: fn(&Document, &Member) -> String| {
        session.inspection.with_untracked(|inspection| {
            let token = inspection.tokens.get(session.token.get_untracked())?;
            looking.trace.with_untracked(|trace| {
                let trace: &Trace = trace.as_ref()?;
                let document = token.parts.get(trace.part)?.json.as_ref()?;
                Some(take(document, trace.member.as_ref()?))
            })
        })
    };
    let copy =
        move |label: &'static str, id: &'static str, take: fn(&Document, &Member) -> String| {
            copy_of(label, move || of(take).unwrap_or_default())
                .test(id)
                .attr("disabled", move || pointer().is_none())
        };
    let says = el("code", "json-path-says")
        .test("json-path")
        .attr("translate", "no")
        .child(pointer);
    let hint = el("span", "hint")
        .hidden(move || pointer().is_some())
        .child(t("json-path-none"));
    el("div", "json-path")
        .attr("role", "group")
        .attr("aria-label", t("json-path"))
        .child(
            el("p", "json-path-line")
                .attr("role", "status")
                .child(says)
                .child(hint),
        )
        .child(
            el("div", "button-row")
                .child(copy("json-copy-value", "copy-value", value))
                .child(copy("json-copy-path", "copy-path", |_, member| {
                    member.pointer.clone()
                }))
                .child(copy(
                    "json-copy-signed",
                    "copy-signed",
                    |document, member| text(document, member.bytes.clone()),
                )),
        )
}

/// The content of a string, and everything else as it was written.
fn value(document: &Document, member: &Member) -> String {
    let value = document.node_at(member.value.start);
    let value = value.filter(|value| value.kind() == Kind::String);
    match value.and_then(|value| value.text()) {
        Some(text) => text.into_owned(),
        None => text(document, member.value.clone()),
    }
}

fn text(document: &Document, bytes: Range<usize>) -> String {
    let bytes = document.bytes().get(bytes).unwrap_or_default();
    String::from_utf8_lossy(bytes).into_owned()
}
