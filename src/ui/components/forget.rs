//! Forgetting everything, by a button and a shortcut, after one question.

use super::shortcuts::{Shortcut, on_shortcut};
use crate::browser::{dialog, leaving};
use crate::ui::dom::{El, button, el};
use crate::ui::text::t;

/// A button for the footer, and the question.
pub fn forget() -> (El, El) {
    let question = el("dialog", "dialog")
        .test("forget-question")
        .attr("aria-labelledby", "forget-title");
    let element = question.element().clone();
    let keep = {
        let element = element.clone();
        button("", move || dialog::close(&element))
            .test("forget-no")
            .child(t("forget-no"))
    };
    let agree = button("button-primary", leaving::start_over)
        .test("forget-yes")
        .child(t("forget-yes"));
    let title = el("h2", "dialog-title")
        .attr("id", "forget-title")
        .child(t("forget-title"));
    let question = question
        .child(title)
        .child(el("p", "").child(t("forget-text")))
        .child(el("div", "button-row").child(keep).child(agree));
    let ask = {
        let element = element.clone();
        button("button-small", move || dialog::open(&element))
            .test("forget")
            .attr("aria-keyshortcuts", "Control+Shift+Backspace")
            .child(t("forget"))
    };
    on_shortcut(Shortcut::Forget, move || dialog::open(&element));
    (ask, question)
}
