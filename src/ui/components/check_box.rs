//! A box to tick, with its words behind it.

use crate::ui::dom::{El, el, is_checked};
use crate::ui::text::t;

/// `id` is its `data-testid`, `label` the key of its words.
pub fn check_box(
    id: &'static str,
    label: &'static str,
    is_on: impl Fn() -> bool + 'static,
    set: impl Fn(bool) + 'static,
) -> El {
    let check = el("input", "")
        .attr("type", "checkbox")
        .test(id)
        .prop("checked", is_on)
        .on("change", move |event| set(is_checked(event)));
    el("label", "check")
        .child(check)
        .child(el("span", "").child(t(label)))
}
