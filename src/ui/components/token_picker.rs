//! Several tokens in one paste: which one is looked at.

use super::trail::family_word;
use crate::ui::dom::{El, el};
use crate::ui::session::session;
use crate::ui::state::Memo;
use crate::ui::text::{speech, t};

/// Offered at most; a log may hold thousands.
const MOST: usize = 50;

/// See the module.
pub fn token_picker() -> El {
    let (session, speech) = (session(), speech());
    let labels = Memo::new(move |_| {
        session.inspection.with(|inspection| {
            let label = |token: &crate::inspect::Token| {
                let family = family_word(token.family);
                let text = &token.source.text;
                let tail = text.char_indices().rev().nth(7).map_or(0, |(at, _)| at);
                let alg = token.header().and_then(|header| header.get("alg"));
                let alg = alg.and_then(|alg| alg.text()).unwrap_or_default();
                format!(
                    "{} {} …{}",
                    speech.text(family),
                    crate::words::visible(&alg),
                    text.get(tail..).unwrap_or_default()
                )
            };
            inspection
                .tokens
                .iter()
                .take(MOST)
                .map(label)
                .collect::<Vec<_>>()
        })
    });
    let option = move |(index, label): (usize, String)| {
        let radio = el("input", "")
            .attr("type", "radio")
            .attr("name", "token-picker")
            .prop("checked", move || session.token.get() == index)
            .on("change", move |_| session.picked.set(index));
        let number = index.saturating_add(1).to_string();
        el("label", "pick")
            .child(radio)
            .child(el("span", "pick-number").child(number))
            .child(el("span", "pick-label").child(label))
    };
    let options = move || {
        let labels = labels.get().into_iter().enumerate();
        labels.map(option).collect::<Vec<_>>()
    };
    el("fieldset", "token-picker")
        .test("token-picker")
        .hidden(move || labels.with(|labels| labels.len() < 2))
        .child(el("legend", "field-label").child(t("token-picker")))
        .child(options)
}
