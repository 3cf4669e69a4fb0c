//! Who signs the same payload besides the first: a header and a key each. Only the General JSON
//! Serialization has room for them.

use crate::job::Serialization;
use crate::secret::Secret;
use crate::ui::components::keys::from_shelf::from_shelf;
use crate::ui::components::text_area::{control, password_of, text_area};
use crate::ui::dom::{El, button, el};
use crate::ui::signing::{Form, MOST_SIGNERS, SignerInput, follow_key, signing};
use crate::ui::text::{speech, t};

/// The ids of a signer's controls.
struct Ids {
    header: &'static str,
    key: &'static str,
    shelf: &'static str,
    password: &'static str,
}

const IDS: [Ids; MOST_SIGNERS] = [
    Ids {
        header: "sign-header-2",
        key: "sign-key-2",
        shelf: "sign-shelf-2",
        password: "sign-password-2",
    },
    Ids {
        header: "sign-header-3",
        key: "sign-key-3",
        shelf: "sign-shelf-3",
        password: "sign-password-3",
    },
    Ids {
        header: "sign-header-4",
        key: "sign-key-4",
        shelf: "sign-shelf-4",
        password: "sign-password-4",
    },
    Ids {
        header: "sign-header-5",
        key: "sign-key-5",
        shelf: "sign-shelf-5",
        password: "sign-password-5",
    },
];

/// See the module.
pub fn signers(form: Form) -> El {
    let encrypts = signing().encrypts;
    let groups = IDS.iter().zip(form.signers).enumerate();
    let groups: Vec<El> = groups
        .map(|(index, (ids, input))| signer(form, index, ids, input))
        .collect();
    let add = button("", move || {
        form.further
            .update(|count| *count = count.saturating_add(1).min(MOST_SIGNERS));
    })
    .test("sign-add-signer")
    .hidden(move || form.further.get() >= MOST_SIGNERS)
    .child(t("sign-add-signer"));
    el("div", "fold-body")
        .hidden(move || form.serialization.get() != Serialization::General)
        .child(
            el("p", "hint")
                .hidden(move || !encrypts.get())
                .child(t("sign-recipients-hint")),
        )
        .child(groups)
        .child(el("div", "button-row").child(add))
}

fn signer(form: Form, index: usize, ids: &'static Ids, input: SignerInput) -> El {
    let (speech, signing) = (speech(), signing());
    // The first signer is the draft's own.
    let number = index.saturating_add(2);
    let name = move |key: &str| speech.format(key, &[("number", number.into())]);
    let header = text_area(
        control(ids.header, "sign-signer-header"),
        "3",
        move || input.header.get(),
        move |text| input.header.set(text),
    );
    let key = text_area(
        control(ids.key, "sign-signer-key").placeholder("sign-key-placeholder"),
        "3",
        move || input.key.with(|text| text.expose().clone()),
        move |text| input.key.set(Secret::new(text)),
    );
    // A key of the shelf says what it signs with and by which name it is found.
    let shelf = from_shelf(
        ids.shelf,
        |key| key.facts.is_private,
        move |key| {
            signing.keep();
            follow_key(input.header, &key.facts);
            input.key.set(key.jwk.clone());
        },
    );
    let remove = button("button-quiet", move || {
        signing.keep();
        form.remove_signer(index);
    })
    .attr("aria-label", move || name("sign-remove-signer"))
    .child(t("sign-remove"));
    let label = |id: &'static str, key: &'static str| {
        el("label", "field-label").attr("for", id).child(t(key))
    };
    el("div", "fold-body sign-inset")
        .attr("role", "group")
        .attr("aria-label", move || name("sign-signer"))
        .hidden(move || form.further.get() <= index)
        .child(
            el("div", "panel-head")
                .child(el("h3", "text-block-title").child(move || name("sign-signer")))
                .child(remove),
        )
        .child(label(ids.header, "sign-signer-header"))
        .child(header)
        .child(shelf)
        .child(label(ids.key, "sign-signer-key"))
        .child(key)
        .child(password_of(ids.password, input.key, input.password))
}
