//! The draft beside the inspected token it was made of: both are kept, and what differs is listed.

use crate::compare::{Change, Difference, compare_part};
use crate::diagnostic::Fact;
use crate::json::parse;
use crate::span::Part;
use crate::ui::components::notes::note;
use crate::ui::components::text_block::{TextBlock, text_block};
use crate::ui::dom::{El, el};
use crate::ui::redraft::differing;
use crate::ui::signing::signing;
use crate::ui::text::{speech, t};
use crate::words::visible;

/// See the module.
pub fn compare() -> El {
    let (signing, speech) = (signing(), speech());
    let row = move |one: &Difference, (before, now): (&str, &str)| {
        let part = speech.text(match one.part {
            Part::Header => "header-label",
            _ => "payload-label",
        });
        let name = match one.pointer.as_str() {
            "" => part,
            pointer => format!("{part} · {}", visible(pointer)),
        };
        // A text that cannot be read has no value of its own; it is shown as it stands.
        let value = |value: &Option<String>, whole: &str| match value {
            Some(value) => el("code", "").attr("translate", "no").child(value.as_str()),
            None if one.pointer.is_empty() => el("code", "").attr("translate", "no").child(whole),
            None => el("span", "hint").child(speech.text("sign-compare-absent")),
        };
        el("tr", "")
            .attr("data-pointer", one.pointer.as_str())
            .child(el("th", "").attr("scope", "row").child(name))
            .child(el("td", "").child(value(&one.other, before)))
            .child(el("td", "").child(value(&one.this, now)))
    };
    let rows = move || {
        let Some(original) = signing.original.get() else {
            return Vec::new();
        };
        let (header, payload) = (signing.header.get(), signing.payload.get());
        let mut rows = Vec::new();
        let shapes = differing(&original.made.shape, &signing.form.shape());
        rows.extend(shapes.into_iter().map(|(name, was, now)| {
            let cell = |fact: &Fact| el("td", "").child(speech.fact(fact));
            el("tr", "")
                .attr("data-shape", name)
                .child(el("th", "").attr("scope", "row").child(speech.text(name)))
                .child(cell(&was))
                .child(cell(&now))
        }));
        for (part, before, now) in [
            (Part::Header, &original.made.header, &header),
            (Part::Payload, &original.made.payload, &payload),
        ] {
            let [old, new] = [before, now].map(|text| parse(text.clone().into_bytes()));
            let mut found = Vec::new();
            compare_part(part, (Some(&old), Some(&new)), &|_| false, &mut found);
            let differs = |one: &&Difference| one.change != Change::Same;
            rows.extend(
                found
                    .iter()
                    .filter(differs)
                    .map(|one| row(one, (before, now))),
            );
        }
        if rows.is_empty() {
            let same = el("td", "hint").attr("colspan", "3");
            let says = match original.made.left_out.is_empty() {
                true => "sign-compare-same",
                false => "sign-compare-same-but",
            };
            rows.push(el("tr", "").child(same.child(speech.text(says))));
        }
        rows
    };
    let head = |key: &'static str| el("th", "").attr("scope", "col").child(t(key));
    let table = el("table", "compare-table")
        .test("sign-compare")
        .child(
            el("thead", "").child(
                el("tr", "")
                    .child(head("claims-name"))
                    .child(head("sign-compare-before"))
                    .child(head("sign-compare-now")),
            ),
        )
        .child(el("tbody", "").child(rows));
    let block = TextBlock {
        id: "sign-original",
        title: "sign-compare-original",
        copy: "copy-token",
        file: None,
    };
    let original = text_block(block, move || {
        signing.original.with(|original| {
            original
                .as_ref()
                .map(|original| original.token.clone())
                .unwrap_or_default()
        })
    });
    // What of the token is not in the draft comes first: nothing of it goes without a word.
    let left_out = move || {
        signing.original.with(|original| {
            let said = original.iter().flat_map(|one| &one.made.left_out);
            said.map(note).collect::<Vec<_>>()
        })
    };
    el("section", "panel sign-comparison")
        .hidden(move || signing.original.with(Option::is_none))
        .child(
            el("div", "panel-head").child(el("h2", "panel-title").child(t("sign-compare-title"))),
        )
        .child(el("ul", "notes").test("sign-left-out").child(left_out))
        .child(table)
        .child(original)
}
