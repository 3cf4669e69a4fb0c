//! The draft beside the inspected token it was made of: both are kept, and what differs is listed.

use crate::ui::comparison::{Difference, compare as differences};
use crate::ui::components::text_block::{TextBlock, text_block};
use crate::ui::dom::{El, el};
use crate::ui::signing::signing;
use crate::ui::text::{speech, t};

/// See the module.
pub fn compare() -> El {
    let (signing, speech) = (signing(), speech());
    let row = move |part: &'static str, difference: &Difference| {
        let name = match difference.name.as_str() {
            "" => speech.text(part),
            name => format!("{} · {name}", speech.text(part)),
        };
        let value = |value: &Option<String>| match value {
            Some(value) => el("code", "").attr("translate", "no").child(value.as_str()),
            None => el("span", "hint").child(speech.text("sign-compare-absent")),
        };
        el("tr", "")
            .attr("data-name", difference.name.as_str())
            .child(el("th", "").attr("scope", "row").child(name))
            .child(el("td", "").child(value(&difference.before)))
            .child(el("td", "").child(value(&difference.now)))
    };
    let rows = move || {
        let Some(original) = signing.original.get() else {
            return Vec::new();
        };
        let header = signing
            .header
            .with(|now| differences(&original.header, now));
        let payload = signing
            .payload
            .with(|now| differences(&original.payload, now));
        let header = header.iter().map(|one| row("header-label", one));
        let payload = payload.iter().map(|one| row("payload-label", one));
        let mut rows: Vec<El> = header.chain(payload).collect();
        if rows.is_empty() {
            let same = el("td", "hint").attr("colspan", "3");
            rows.push(el("tr", "").child(same.child(speech.text("sign-compare-same"))));
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
    el("section", "panel sign-comparison")
        .hidden(move || signing.original.with(Option::is_none))
        .child(
            el("div", "panel-head").child(el("h2", "panel-title").child(t("sign-compare-title"))),
        )
        .child(table)
        .child(original)
}
