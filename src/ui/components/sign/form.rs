//! How the token is written: serialization, detached payload, selective disclosure, key binding,
//! and the JWE around it.

use crate::browser::clock;
use crate::job::Serialization;
use crate::secret::Secret;
use crate::ui::components::check_box::check_box;
use crate::ui::components::keys::from_shelf::from_shelf;
use crate::ui::components::sign::signers::signers;
use crate::ui::components::text_area::{control, password_of, text_area, text_field};
use crate::ui::components::text_block::select_field;
use crate::ui::dom::{El, el, is_checked, value_of};
use crate::ui::keyring::ShelfKey;
use crate::ui::signing::{Form, signing};
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::{speech, t};
use crate::ui::tickable::{Tickable, tickable};

/// So many members and elements can be ticked; the others are named in no list.
const MOST: usize = 200;

const SERIALIZATIONS: [(Serialization, &str, &str); 3] = [
    (Serialization::Compact, "compact", "serialization-compact"),
    (
        Serialization::Flattened,
        "flattened",
        "serialization-flattened",
    ),
    (Serialization::General, "general", "serialization-general"),
];

/// See the module.
pub fn form() -> El {
    let form = signing().form;
    let body = el("div", "fold-body")
        .child(written(form))
        .child(signers(form))
        .child(disclosing(form))
        .child(nested(form));
    let fold = el("details", "fold")
        .test("sign-form")
        .child(el("summary", "fold-head").child(t("sign-form")))
        .child(body);
    el("section", "panel sign-form").child(fold)
}

fn tick(id: &'static str, label: &'static str, value: RwSignal<bool>) -> El {
    check_box(
        id,
        label,
        move || value.get(),
        move |is_on| value.set(is_on),
    )
}

fn written(form: Form) -> [El; 3] {
    let option = |(_, value, label): (Serialization, &'static str, &'static str)| {
        el("option", "").attr("value", value).child(t(label))
    };
    let select = el("select", "select")
        .id("sign-serialization")
        .on("change", move |event| {
            let value = value_of(event);
            if let Some((chosen, ..)) = SERIALIZATIONS.iter().find(|(_, name, _)| *name == value) {
                form.serialization.set(*chosen);
            }
        })
        .child(SERIALIZATIONS.map(option))
        .prop("value", move || {
            let now = form.serialization.get();
            let row = SERIALIZATIONS.iter().find(|(one, ..)| *one == now);
            row.map_or("compact", |(_, value, _)| value)
        });
    let unprotected = text_field(
        control("sign-unprotected", "sign-unprotected").placeholder("sign-unprotected-placeholder"),
        form.unprotected,
    )
    .done()
    .hidden(move || form.serialization.get() == Serialization::Compact);
    let has_aad = move || form.aad_text.with(|text| !text.is_empty());
    let is_json = move || form.serialization.get() != Serialization::Compact;
    let encrypts = signing().encrypts;
    let aad = text_field(control("sign-aad", "sign-aad"), form.aad_text)
        .done()
        .hidden(move || !(has_aad() || is_json() && encrypts.get()));
    [
        el("div", "field-row")
            .child(select_field(
                "sign-serialization",
                "sign-serialization",
                select,
            ))
            .child(tick("sign-detached", "sign-detach", form.is_detached)),
        unprotected,
        aad,
    ]
}

fn disclosing(form: Form) -> [El; 2] {
    let signing = signing();
    // What can be ticked, looked for only while the list is shown; it is drawn anew when the names
    // change, not when a value does.
    let rows = Memo::new(move |_| match form.discloses.get() {
        true => {
            let ticked = form.ticked.get();
            signing
                .payload_json
                .with(|payload| tickable(payload, &ticked, MOST))
        }
        false => Vec::new(),
    });
    let speech = speech();
    let row = move |row: &Tickable| {
        let pointer = &row.pointer;
        let own = pointer.clone();
        let ticked = pointer.clone();
        let check = el("input", "")
            .attr("type", "checkbox")
            .attr("data-pointer", pointer.as_str())
            .prop("checked", move || {
                form.ticked.with(|list| list.contains(&ticked))
            })
            .on("change", move |event| {
                let is_ticked = is_checked(event);
                form.ticked.update(|list| {
                    list.retain(|one| *one != own);
                    if is_ticked {
                        list.push(own.clone());
                    }
                });
            });
        let name = el("code", "")
            .attr("translate", "no")
            .child(pointer.as_str());
        let gone = (!row.is_there)
            .then(|| el("span", "hint").child(format!(" {}", speech.text("sign-pointer-gone"))));
        el("li", "")
            .attr("data-gone", (!row.is_there).then_some("true"))
            .child(el("label", "check").child(check).child(name).child(gone))
    };
    let rows = move || rows.with(|list| list.iter().map(row).collect::<Vec<_>>());
    let decoys = el("input", "text-field")
        .id("sign-decoys")
        .attr("type", "number")
        .attr("min", "0")
        .attr("max", "50")
        .prop("value", move || form.decoys.get().to_string())
        .on("input", move |event| {
            let count = value_of(event).trim().parse::<u8>().unwrap_or(0);
            form.decoys.set(count.min(50));
        });
    let bound = check_box(
        "sign-binding",
        "sign-binding",
        move || form.is_bound.get(),
        move |is_on| {
            form.bound_at.set(clock::now());
            form.is_bound.set(is_on);
        },
    );
    let holder = text_area(
        control("sign-holder", "sign-holder").placeholder("sign-holder-placeholder"),
        "3",
        move || form.holder.with(|text| text.expose().clone()),
        move |text| form.holder.set(Secret::new(text)),
    );
    let shelf = from_shelf("sign-holder-shelf", ShelfKey::is_pair, move |key| {
        signing.keep();
        form.holder.set(key.jwk.clone())
    });
    let holder_label = el("label", "field-label")
        .attr("for", "sign-holder")
        .child(t("sign-holder"));
    let binding = el("div", "fold-body")
        .hidden(move || !form.is_bound.get())
        .child(shelf)
        .child(holder_label)
        .child(holder)
        .child(password_of(
            "sign-holder-password",
            form.holder,
            form.holder_password,
        ))
        .child(
            el("div", "field-row")
                .child(text_field(control("sign-binding-aud", "sign-binding-aud"), form.aud).done())
                .child(
                    text_field(
                        control("sign-binding-nonce", "sign-binding-nonce"),
                        form.nonce,
                    )
                    .done(),
                ),
        );
    let body = el("div", "fold-body sign-inset")
        .hidden(move || !form.discloses.get())
        .child(el("p", "hint").child(t("sign-sd-hint")))
        .child(el("ul", "sign-pointers").test("sign-pointers").child(rows))
        .child(
            el("div", "field-row")
                .child(select_field("sign-decoys", "sign-decoys", decoys))
                .child(bound),
        )
        .child(binding);
    [tick("sign-sd", "sign-sd", form.discloses), body]
}

fn nested(form: Form) -> [El; 2] {
    let header = text_area(
        control("sign-outer-header", "sign-outer-header"),
        "5",
        move || form.outer_header.get(),
        move |text| form.outer_header.set(text),
    );
    let key = text_area(
        control("sign-outer-key", "sign-outer-key").placeholder("sign-outer-key-placeholder"),
        "3",
        move || form.outer_key.with(|text| text.expose().clone()),
        move |text| form.outer_key.set(Secret::new(text)),
    );
    let label = |id: &'static str| el("label", "field-label").attr("for", id).child(t(id));
    let shelf = from_shelf(
        "sign-outer-shelf",
        |_| true,
        move |key| {
            signing().keep();
            form.outer_key.set(key.jwk.clone())
        },
    );
    let body = el("div", "fold-body sign-inset")
        .hidden(move || !form.is_nested.get())
        .child(label("sign-outer-header"))
        .child(header)
        .child(label("sign-outer-key"))
        .child(shelf)
        .child(key)
        .child(password_of(
            "sign-outer-password",
            form.outer_key,
            form.outer_password,
        ));
    [tick("sign-nested", "sign-nested", form.is_nested), body]
}
