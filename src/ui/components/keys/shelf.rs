//! The shelf: the keys of this page, their names, saving and reading them.

use crate::browser::{address, file};
use crate::secret::Secret;
use crate::ui::components::text_area::{control, text_field};
use crate::ui::deep_link::Screen;
use crate::ui::dom::{El, button, el, value_of};
use crate::ui::keyring::{Import, Sealing, ShelfKey, keyring};
use crate::ui::session::session;
use crate::ui::signing::signing;
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::{speech, t};
use std::sync::Arc;

/// See the module.
pub fn shelf() -> El {
    let keyring = keyring();
    let is_empty = move || keyring.shelf.with(Vec::is_empty);
    // The rows are made anew when a key comes or goes, not while a name is typed.
    let numbers = Memo::new(move |_| {
        keyring
            .shelf
            .with(|shelf| shelf.iter().map(|key| key.number).collect::<Vec<_>>())
    });
    let rows = move || {
        numbers.with(|numbers| {
            let keys = numbers.iter().filter_map(|number| keyring.find(*number));
            keys.map(|key| row(&key)).collect::<Vec<_>>()
        })
    };
    let list = el("ul", "shelf-list")
        .test("shelf")
        .hidden(is_empty)
        .child(rows);
    el("section", "panel keys-shelf")
        .child(el("div", "panel-head").child(el("h2", "panel-title").child(t("shelf-title"))))
        .child(el("p", "hint").child(t("shelf-hint")))
        .child(list)
        .child(saving().hidden(is_empty))
        .child(import())
}

fn row(key: &Arc<ShelfKey>) -> El {
    let (session, keyring, signing) = (session(), keyring(), signing());
    let speech = speech();
    let number = key.number;
    let find = move || keyring.find(number);
    let name = el("input", "text-field")
        .attr("type", "text")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .attr("translate", "no")
        .attr("aria-label", t("shelf-name"))
        .attr("value", key.name.as_str())
        .on("input", move |event| {
            let name = value_of(event);
            keyring.change(number, |key| key.name = name);
        });
    let verify = button("button-small", move || {
        if let Some(key) = find() {
            session.set_key(key.to_verify());
            address::go(Screen::Inspect.fragment());
        }
    });
    let sign = button("button-small", move || {
        if let Some(key) = find() {
            signing.take_key(key.jwk.clone(), &key.facts);
            address::go(Screen::Sign.fragment());
        }
    });
    let convert = button("button-small", move || {
        if let Some(key) = find() {
            keyring.convert_text.set(key.jwk.clone());
            crate::browser::page::focus("convert-input");
        }
    });
    let remove = button("button-small", move || keyring.remove(number));
    let half = match (key.public.is_empty(), key.facts.is_private) {
        (true, _) => "shelf-secret",
        (_, true) => "shelf-pair",
        (_, false) => "shelf-public",
    };
    let buttons = el("div", "button-row")
        .child(verify.child(t("shelf-inspect")))
        .child(key.facts.is_private.then(|| sign.child(t("shelf-sign"))))
        .child(convert.child(t("shelf-convert")))
        .child(remove.test("shelf-remove").child(t("shelf-remove")));
    el("li", "shelf-row")
        .child(name)
        .child(
            el("span", "shelf-kind")
                .child(format!("{} · ", speech.fact(&key.facts.label())))
                .child(t(half)),
        )
        .child(buttons)
}

fn saving() -> El {
    let (session, keyring, speech) = (session(), keyring(), speech());
    let password = RwSignal::new(String::new());
    let save = button("", move || keyring.save())
        .test("shelf-save")
        .child(t("shelf-save"));
    let seal = button("", move || {
        let password = Secret::new(password.get_untracked());
        keyring.save_sealed(session, &password);
    })
    .test("shelf-seal")
    .attr("disabled", move || {
        password.with(String::is_empty) || keyring.sealing.get() == Sealing::Running
    })
    .child(t("shelf-seal"));
    let says = move || match keyring.sealing.get() {
        Sealing::Nothing => String::new(),
        Sealing::Running => speech.text("shelf-sealing"),
        Sealing::Done => speech.text("shelf-sealed"),
        Sealing::Failed => speech.text("shelf-not-sealed"),
    };
    let field = text_field(control("shelf-password", "shelf-password"), password).done();
    el("div", "keys-saving")
        .child(el("div", "button-row").child(save))
        .child(el("div", "jwks-row").child(field).child(seal))
        .child(el("p", "hint").attr("role", "status").child(says))
}

fn import() -> El {
    let (session, keyring, speech) = (session(), keyring(), speech());
    let choose = el("input", "file-field")
        .id("shelf-import")
        .attr("type", "file")
        .on("change", move |event| {
            let Some(chosen) = file::chosen(event) else {
                return;
            };
            file::read(&chosen, move |text| match text {
                Some(text) => keyring.import(session, text),
                None => keyring.import.set(Import::NoKey(None)),
            });
        });
    let password = RwSignal::new(String::new());
    let is_sealed = move || matches!(keyring.import.get(), Import::Sealed(_));
    let open = button("", move || {
        let given = Secret::new(password.get_untracked());
        keyring.unseal(session, &given);
        password.set(String::new());
    })
    .test("shelf-open")
    .child(t("shelf-open"));
    let field = text_field(
        control("shelf-open-password", "shelf-open-password"),
        password,
    )
    .done();
    let says = move || match keyring.import.get() {
        Import::Nothing => String::new(),
        Import::Sealed(_) => speech.text("shelf-is-sealed"),
        Import::Opening => speech.text("shelf-opening"),
        Import::Done(count) => speech.format("shelf-imported", &[("count", count.into())]),
        Import::NotOpened => speech.text("shelf-not-opened"),
        Import::NoKey(None) => speech.text("shelf-no-key"),
        Import::NoKey(Some(why)) => speech.say(&why),
    };
    el("div", "keys-import")
        .child(
            el("label", "field-label")
                .attr("for", "shelf-import")
                .child(t("shelf-import")),
        )
        .child(choose)
        .child(
            el("div", "jwks-row")
                .hidden(move || !is_sealed())
                .child(field)
                .child(open),
        )
        .child(
            el("p", "hint")
                .test("shelf-import-says")
                .attr("role", "status")
                .child(says),
        )
}
