//! The facilitator's own task that is under way: their words, beside the real Inspect screen.

use crate::ui::components::strip::strip;
use crate::ui::deep_link::Screen;
use crate::ui::dom::{El, el};
use crate::ui::learning::learning;
use crate::ui::session::session;
use crate::ui::signing::signing;
use crate::ui::text::{speech, t};
use crate::words::visible;

/// See the module.
pub fn own_task() -> El {
    let (session, signing, learning, speech) = (session(), signing(), learning(), speech());
    let task = learning.sets.task;
    let name = move || {
        let at = task.with(|task| task.as_ref().map_or(0, |task| task.0));
        speech.format("set-task", &[("number", at.saturating_add(1).into())])
    };
    let text = el("p", "lesson-text")
        .id("task-text")
        .attr("tabindex", "-1")
        .child(move || {
            task.with(|task| {
                // A stranger's words: what cannot be seen in them is shown.
                task.as_ref().map(|task| visible(&task.1.task).into_owned())
            })
        });
    let close = move || learning.close_task(session, signing);
    let is_away = move || !learning.sets.is_open() || session.screen.get() == Screen::Learn;
    strip("task", name, "", close, text)
        .attr("aria-label", t("set-task-label"))
        .hidden(is_away)
}
