//! A list of the keys on the shelf, beside a key box that takes one.

use crate::ui::components::text_block::select_field;
use crate::ui::dom::{El, el, value_of};
use crate::ui::keyring::{ShelfKey, keyring};
use crate::ui::text::{speech, t};
use std::sync::Arc;

/// The list of those that `fits`; `take` gets the key that was chosen. Hidden while there is none.
pub fn from_shelf(
    id: &'static str,
    fits: fn(&ShelfKey) -> bool,
    take: impl Fn(Arc<ShelfKey>) + 'static,
) -> El {
    let (keyring, speech) = (keyring(), speech());
    let options = move || {
        let option = |key: &Arc<ShelfKey>| {
            el("option", "")
                .attr("value", key.number.to_string())
                .child(format!(
                    "{} · {}",
                    key.name,
                    speech.fact(&key.facts.label())
                ))
        };
        let none = el("option", "").attr("value", "").child(t("shelf-choose"));
        let keys = keyring.shelf.with(|shelf| {
            let keys = shelf.iter().filter(|key| fits(key));
            keys.map(option).collect::<Vec<_>>()
        });
        (none, keys)
    };
    let select = el("select", "select")
        .id(id)
        .on("change", move |event| {
            let number = value_of(event).parse().ok();
            if let Some(key) = number.and_then(|number| keyring.find(number)) {
                take(key);
            }
        })
        .child(options);
    select_field(id, "shelf-from", select).hidden(move || {
        !keyring
            .shelf
            .with(|shelf| shelf.iter().any(|key| fits(key)))
    })
}
