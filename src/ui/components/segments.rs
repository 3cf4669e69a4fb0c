//! A few choices side by side, of which one holds.

use crate::ui::dom::{El, el};
use crate::ui::state::RwSignal;
use crate::ui::text::t;

/// `id` is its `data-testid` and the group's name, `title` the key of its words; of each choice
/// what it stands for, its value and the key of its words.
pub fn segments<T: Copy + PartialEq + Send + Sync + 'static>(
    id: &'static str,
    title: &'static str,
    choices: &[(T, &'static str, &'static str)],
    chosen: RwSignal<T>,
) -> El {
    let choice = |&(choice, value, label): &(T, &'static str, &'static str)| {
        let radio = el("input", "offscreen")
            .attr("type", "radio")
            .attr("name", id)
            .attr("value", value)
            .prop("checked", move || chosen.get() == choice)
            .on("change", move |_| chosen.set(choice));
        el("label", "segment")
            .child(radio)
            .child(el("span", "segment-face").child(t(label)))
    };
    let words = el("span", "segments-label")
        .attr("aria-hidden", "true")
        .child(t(title));
    el("div", "segments")
        .attr("role", "radiogroup")
        .attr("aria-label", t(title))
        .test(id)
        .child(words)
        .child(choices.iter().map(choice).collect::<Vec<_>>())
}
