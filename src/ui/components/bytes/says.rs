//! What is pointed at, in words: which bytes, which characters, which claim.

use super::Frame;
use crate::ui::dom::{El, el};
use crate::ui::looking::Looking;
use crate::ui::session::Session;
use crate::ui::state::Memo;
use crate::ui::text::{speech, t};

/// See the module.
pub fn says(session: Session, looking: Looking, frame: Memo<Option<Frame>>) -> El {
    let speech = speech();
    // The paths of header and payload are JSON Pointers; other parts have none.
    let sentence = move || {
        let total = frame.get().map(|frame| frame.length)?;
        looking.trace.with(|trace| {
            let trace = trace.as_ref()?;
            let key = match trace.chars.is_empty() {
                true => "bytes-apart",
                false => "bytes-says",
            };
            let facts = [
                ("start", trace.bytes.start.into()),
                ("end", trace.bytes.end.saturating_sub(1).into()),
                ("count", trace.bytes.len().into()),
                ("total", total.into()),
                ("from", trace.chars.start.into()),
                ("to", trace.chars.end.saturating_sub(1).into()),
            ];
            Some(speech.format(key, &facts))
        })
    };
    let pointer = move || {
        looking.trace.with(|trace| {
            let member = trace.as_ref()?.member.as_ref()?;
            Some(crate::words::visible(&member.pointer).into_owned())
        })
    };
    let is_pointed = move || looking.trace.with(Option::is_some);
    let has_token = move || session.inspection.with(|i| !i.tokens.is_empty());
    el("div", "bytes-says")
        .test("bytes-says")
        .attr("role", "status")
        .hidden(move || !has_token())
        .child(el("p", "hint").hidden(is_pointed).child(t("bytes-none")))
        .child(
            el("p", "hint")
                .hidden(move || !is_pointed())
                .child(sentence),
        )
        .child(
            el("code", "json-path-says")
                .attr("translate", "no")
                .child(pointer),
        )
}
