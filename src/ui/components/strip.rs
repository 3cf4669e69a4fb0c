//! The strip at the lower edge of the window in which a lesson, an attack or a broken token speaks
//! while the person works above it: a head that can be folded, and a body.

use crate::ui::dom::{Content, El, button, el};
use crate::ui::state::RwSignal;
use crate::ui::text::{speech, t};

/// `id` is its `data-testid` and begins those of its buttons; `name` and `place` stand in its head.
pub fn strip(
    id: &'static str,
    name: impl Fn() -> String + 'static,
    place: impl Content,
    close: impl Fn() + 'static,
    body: impl Content,
) -> El {
    let [fold_id, close_id] = ids(id);
    let is_folded = RwSignal::new(false);
    let head = el("div", "lesson-head")
        .child(el("h2", "lesson-name").child(name))
        .child(el("span", "lesson-place").child(place))
        .child(
            el("span", "lesson-ends")
                .child(fold(fold_id, is_folded))
                .child(
                    button("button-quiet button-small", close)
                        .test(close_id)
                        .child(t("learn-close")),
                ),
        );
    let body = el("div", "lesson-body")
        .hidden(move || is_folded.get())
        .child(body);
    el("section", "lesson").test(id).child(head).child(body)
}

fn ids(id: &'static str) -> [&'static str; 2] {
    match id {
        "lab" => ["lab-fold", "lab-close"],
        "task" => ["task-fold", "task-close"],
        "broken" => ["broken-fold", "broken-close"],
        _ => ["lesson-fold", "lesson-close"],
    }
}

fn fold(id: &'static str, is_folded: RwSignal<bool>) -> El {
    let word = move || match is_folded.get() {
        true => "learn-unfold",
        false => "learn-fold",
    };
    let speech = speech();
    button("button-quiet button-small lesson-fold", move || {
        is_folded.set(!is_folded.get_untracked());
    })
    .test(id)
    .attr("aria-expanded", move || match is_folded.get() {
        true => "false",
        false => "true",
    })
    .child(move || speech.text(word()))
}
