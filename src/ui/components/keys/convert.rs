//! Any key in, any spelling out: one list of spellings, one text.

use super::from_shelf::from_shelf;
use crate::browser::file;
use crate::diagnostic::Diagnostic;
use crate::keys::making::{Spelled, Spelling};
use crate::secret::Secret;
use crate::ui::components::copy_button::copy_button;
use crate::ui::components::notes::note;
use crate::ui::components::reading_switch::reading_switch;
use crate::ui::components::text_area::{control, text_area};
use crate::ui::components::text_block::select_field;
use crate::ui::dom::{El, button, el, value_of};
use crate::ui::keyring::keyring;
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::{speech, t};

/// See the module.
pub fn convert() -> El {
    el("section", "panel keys-convert")
        .child(el("div", "panel-head").child(el("h2", "panel-title").child(t("convert-title"))))
        .child(
            el("div", "panel-split")
                .child(el("div", "panel-half").child(given()))
                .child(el("div", "panel-half").child(spelled())),
        )
}

fn given() -> [El; 4] {
    let (keyring, speech) = (keyring(), speech());
    let area = text_area(
        control("convert-input", "convert-input").placeholder("convert-placeholder"),
        "7",
        move || keyring.convert_text.with(|text| text.expose().clone()),
        move |text| keyring.convert_text.set(Secret::new(text)),
    );
    let head = el("div", "panel-head")
        .child(
            el("label", "field-label")
                .attr("for", "convert-input")
                .child(t("convert-input")),
        )
        .child(reading_switch("convert-reading", keyring.convert_reading));
    let says = move || {
        if keyring.convert_text.with(|text| text.expose().is_empty()) {
            return Vec::new();
        }
        let Some(converted) = keyring.converted.get() else {
            return vec![el("li", "hint").child(speech.text("key-reading"))];
        };
        let summary = &converted.summary;
        let all = summary.read_as.iter().chain(&summary.warnings);
        all.chain(&summary.faults).map(note).collect()
    };
    let asks_password = move || {
        let asks = keyring.converted.with(|converted| {
            let converted = converted.as_deref();
            converted.is_some_and(|converted| converted.summary.asks_password())
        });
        asks || keyring
            .convert_password
            .with(|text| !text.expose().is_empty())
    };
    let password = el("input", "text-field masked")
        .id("convert-password")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("translate", "no")
        .prop("value", move || {
            keyring.convert_password.with(|text| text.expose().clone())
        })
        .on("input", move |event| {
            keyring.convert_password.set(Secret::new(value_of(event)));
        });
    let password =
        select_field("convert-password", "key-password", password).hidden(move || !asks_password());
    let shelf = from_shelf(
        "convert-shelf",
        |_| true,
        move |key| {
            keyring.convert_text.set(key.jwk.clone());
        },
    );
    [
        el("div", "keys-given").child(shelf).child(head),
        area,
        password,
        el("ul", "notes").test("convert-says").child(says),
    ]
}

fn spelled() -> [El; 4] {
    let (keyring, speech) = (keyring(), speech());
    let picked = RwSignal::new(0_usize);
    let chosen = RwSignal::new(String::new());
    let key = Memo::new(move |_| {
        let converted = keyring.converted.get()?;
        let last = converted.keys.len().checked_sub(1)?;
        converted.keys.get(picked.get().min(last)).cloned()
    });
    // The spelling of the name that was chosen last, else the first.
    let spelling = Memo::new(move |_| {
        key.with(|key| {
            let all = &key.as_ref()?.spellings;
            let same = chosen.with(|id| all.iter().find(|one| one.id == *id).cloned());
            same.or_else(|| all.first().cloned())
        })
    });
    let names = move || {
        keyring.converted.with(|converted| {
            let keys = converted
                .as_ref()
                .map_or(&[][..], |converted| &converted.keys);
            let name = |(index, key): (usize, &Spelled)| {
                let kid = key.facts.kid.clone();
                let name = kid.unwrap_or_else(|| speech.fact(&key.facts.label()));
                el("option", "")
                    .attr("value", index.to_string())
                    .child(name)
            };
            keys.iter().enumerate().map(name).collect::<Vec<_>>()
        })
    };
    let is_one = move || {
        keyring
            .converted
            .with(|converted| converted.as_ref().is_none_or(|found| found.keys.len() < 2))
    };
    let which = el("select", "select")
        .id("convert-key")
        .on("change", move |event| {
            picked.set(value_of(event).parse().unwrap_or_default());
        })
        .child(names);
    let which = select_field("convert-key", "convert-key", which).hidden(is_one);
    let option = move |spelling: &Spelling, now: &str| {
        el("option", "")
            .attr("value", spelling.id.as_str())
            .attr("selected", spelling.id == now)
            .child(speech.text(&format!("spelling-{}", spelling.id)))
    };
    let group = move |label: &'static str, is_private: bool| {
        key.with(|key| {
            let all = key.as_ref().map_or(&[][..], |key| &key.spellings);
            let now = chosen.get_untracked();
            let of = all
                .iter()
                .filter(|spelling| spelling.is_private == is_private);
            let options: Vec<El> = of.map(|spelling| option(spelling, &now)).collect();
            (!options.is_empty()).then(|| {
                el("optgroup", "")
                    .attr("label", speech.text(label))
                    .child(options)
            })
        })
    };
    let select = el("select", "select")
        .id("convert-spelling")
        .on("change", move |event| chosen.set(value_of(event)))
        .child(move || {
            (
                group("spellings-private", true),
                group("spellings-public", false),
            )
        });
    let select = select_field("convert-spelling", "convert-spelling", select);
    let text = move || {
        spelling.with(|spelling| {
            let spelling = spelling.as_ref();
            spelling.map_or_else(String::new, |one| one.text.expose().clone())
        })
    };
    let save = button("button-quiet", move || {
        if let Some(spelling) = spelling.get_untracked() {
            file::save(&spelling.file, "text/plain", spelling.text.expose());
        }
    })
    .hidden(move || spelling.with(|one| one.as_ref().is_none_or(|one| one.file.is_empty())))
    .child(t("save"));
    let has_none = move || key.with(Option::is_none);
    let keep = button("button-quiet", move || {
        if let Some(key) = key.get_untracked() {
            keyring.shelve(&key, false);
        }
    })
    .test("convert-shelve")
    .child(t("convert-shelve"));
    let head = el("div", "panel-head")
        .child(el("div", "field-row").child(which).child(select))
        .child(
            el("div", "button-row")
                .child(copy_button("convert-copy", text))
                .child(save)
                .child(keep),
        )
        .hidden(has_none);
    let warning = move || {
        let is_private = spelling.with(|one| one.as_ref().is_some_and(|one| one.is_private));
        is_private.then(|| Diagnostic::warning("spelling-is-private"))
    };
    let pre = el("pre", "text-block-text")
        .id("convert-output")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", t("convert-output"))
        .attr("translate", "no")
        .hidden(has_none)
        .child(text);
    let warning = el("ul", "notes").child(move || warning().map(|said| note(&said)));
    let empty = el("p", "hint")
        .hidden(move || !has_none())
        .child(t("convert-none"));
    [empty, head, pre, warning]
}
