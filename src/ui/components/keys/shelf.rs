//! The shelf: the keys of this page, their names, saving and reading them.

use crate::browser::{address, file};
use crate::jose::key_spec::algs_for;
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

/// Shorter passwords are found by trying.
const SHORT: usize = 15;

/// See the module.
pub fn shelf() -> El {
    let keyring = keyring();
    let is_empty = move || keyring.shelf.with(Vec::is_empty);
    let speech = speech();
    let put_back_label = move || {
        let name = keyring
            .removed
            .with(|key| key.as_ref().map(|key| key.name.clone()));
        let facts = [("name", name.unwrap_or_default().into())];
        speech.format("shelf-put-back", &facts)
    };
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
    let put_back = button("button-quiet", move || keyring.put_back())
        .test("shelf-put-back")
        .hidden(move || keyring.removed.with(Option::is_none))
        .child(put_back_label);
    el("section", "panel keys-shelf")
        .child(el("div", "panel-head").child(el("h2", "panel-title").child(t("shelf-title"))))
        .child(el("p", "hint").child(t("shelf-hint")))
        .child(list)
        .child(el("div", "button-row").child(put_back))
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
        .prop("value", move || {
            find().map(|key| key.name.clone()).unwrap_or_default()
        })
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
        .child(says_of_itself(key))
}

/// What its JWK says of itself: `kid`, `alg` and `use`, which a PEM cannot say.
fn says_of_itself(key: &Arc<ShelfKey>) -> El {
    let keyring = keyring();
    let number = key.number;
    let facts = Memo::new(move |_| {
        keyring.shelf.with(|shelf| {
            let key = shelf.iter().find(|key| key.number == number);
            key.map(|key| {
                (
                    key.facts.kid.clone(),
                    key.facts.alg.clone(),
                    key.facts.key_use.clone(),
                )
            })
        })
    });
    let kid = move || facts.with(|facts| facts.as_ref().and_then(|facts| facts.0.clone()));
    let alg = move || facts.with(|facts| facts.as_ref().and_then(|facts| facts.1.clone()));
    let key_use = move || facts.with(|facts| facts.as_ref().and_then(|facts| facts.2.clone()));
    let say = move |member, value: String| {
        let value = (!value.is_empty()).then_some(value);
        keyring.describe(number, member, value.as_deref());
    };
    let labelled = |label: &'static str, control: El| {
        el("label", "field")
            .child(el("span", "field-label").child(t(label)))
            .child(control)
    };
    let name = el("input", "text-field")
        .attr("type", "text")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("translate", "no")
        .test("shelf-kid")
        .prop("value", move || kid().unwrap_or_default())
        .on("change", move |event| say("kid", value_of(event)));
    let thumbprint = key.facts.thumbprint.clone();
    let has_thumbprint = !thumbprint.is_empty();
    let is_thumbprint = {
        let thumbprint = thumbprint.clone();
        move || kid().as_deref() == Some(thumbprint.as_str())
    };
    let take_thumbprint = button("button-small", move || say("kid", thumbprint.clone()))
        .test("shelf-thumbprint")
        .attr("disabled", is_thumbprint)
        .child(t("shelf-thumbprint"));
    let option = |value: &'static str| el("option", "").attr("value", value).child(value);
    let unsaid = || {
        el("option", "")
            .attr("value", "")
            .child(t("key-purpose-unsaid"))
    };
    // Of an AKP key `alg` is part of what it is.
    let algs = match key.facts.kty.as_str() {
        "AKP" => Vec::new(),
        kty => algs_for(kty, key.facts.curve.as_deref()),
    };
    // What it says now may be what does not fit it.
    let foreign = key
        .facts
        .alg
        .clone()
        .filter(|alg| !algs.contains(&alg.as_str()));
    let foreign = foreign.map(|alg| {
        el("option", "")
            .attr("value", alg.as_str())
            .child(alg.as_str())
    });
    let has_algs = !algs.is_empty();
    let algs = el("select", "select")
        .test("shelf-alg")
        .on("change", move |event| say("alg", value_of(event)))
        .child(unsaid())
        .child(foreign)
        .child(algs.into_iter().map(option).collect::<Vec<_>>())
        .prop("value", move || alg().unwrap_or_default());
    let uses = el("select", "select")
        .test("shelf-use")
        .on("change", move |event| say("use", value_of(event)))
        .child(unsaid())
        .child(["sig", "enc"].map(option))
        .prop("value", move || key_use().unwrap_or_default());
    let row = el("div", "field-row")
        .child(labelled("shelf-kid", name))
        .child(has_thumbprint.then_some(take_thumbprint))
        .child(has_algs.then(|| labelled("shelf-alg", algs)))
        .child(labelled("shelf-use", uses));
    el("details", "fold shelf-says")
        .test("shelf-says")
        .child(el("summary", "fold-head").child(t("shelf-says")))
        .child(el("div", "fold-body").child(row))
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
    let is_short = move || password.with(|text| !text.is_empty() && text.chars().count() < SHORT);
    let says = move || match keyring.sealing.get() {
        Sealing::Nothing | Sealing::Failed if is_short() => speech.text("sign-jwe-weak-password"),
        Sealing::Nothing => String::new(),
        Sealing::Running => speech.text("shelf-sealing"),
        Sealing::Done => speech.text("shelf-sealed"),
        Sealing::Failed => speech.text("shelf-not-sealed"),
    };
    let field = text_field(control("shelf-password", "shelf-password"), password).done();
    el("div", "keys-saving")
        .child(el("div", "button-row").child(save))
        .child(el("div", "jwks-row").child(field).child(seal))
        .child(
            el("p", "hint")
                .test("shelf-sealing")
                .attr("role", "status")
                .child(says),
        )
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
    let is_sealed = move || matches!(keyring.import.get(), Import::Sealed(_) | Import::Locked(..));
    let open = button("", move || {
        let given = Secret::new(password.get_untracked());
        match keyring.import.get_untracked() {
            Import::Locked(..) => keyring.unlock(session, &given),
            _ => keyring.unseal(session, &given),
        }
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
        Import::Locked(_, false) => speech.text("container-password-needed"),
        Import::Locked(_, true) => speech.text("container-password-wrong"),
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
