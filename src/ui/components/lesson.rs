//! The lesson under way, beside the real screens: what the step says, whether it is done, a hint,
//! back and next. It stays at the lower edge of the window while the person works above it.

use crate::browser::{address, page};
use crate::ui::components::handout::handout;
use crate::ui::components::prose::prose;
use crate::ui::components::strip::strip;
use crate::ui::deep_link::Screen;
use crate::ui::dom::{El, button, el};
use crate::ui::learning::learning;
use crate::ui::session::session;
use crate::ui::signing::signing;
use crate::ui::text::{speech, t};

/// See the module.
pub fn lesson() -> El {
    let (session, signing, learning, speech) = (session(), signing(), learning(), speech());
    let id = move || {
        let lesson = learning.lesson.get();
        lesson.map(|lesson| lesson.id.clone()).unwrap_or_default()
    };
    let step = move || learning.current().map(|step| step.id).unwrap_or_default();
    let state = move || {
        let is_task = learning.current().is_some_and(|step| step.is_task);
        match (is_task, learning.may_go_on()) {
            (false, _) => "read",
            (true, false) => "open",
            (true, true) => "done",
        }
    };
    let text = move || {
        let key = format!("learn-{}-{}", id(), step());
        learning.is_open().then(|| prose(speech.text(&key)))
    };
    let more = move |name: &str| prose(speech.text(&format!("learn-{}-{}.{name}", id(), step())));
    let place = move || {
        let facts = [
            ("step", learning.step.get().saturating_add(1).into()),
            ("of", learning.length().into()),
        ];
        speech.format("learn-step", &facts)
    };
    let hint = el("p", "lesson-hint")
        .id("lesson-hint-text")
        .hidden(move || !learning.hints.get())
        .child(move || learning.hints.get().then(|| more("hint")));
    let status = el("p", "lesson-status")
        .test("lesson-status")
        .attr("role", "status")
        .child(move || match state() {
            "done" => Some(more("done")),
            "open" => Some(prose(speech.text("learn-open"))),
            _ => None,
        });
    let said = el("p", "lesson-text")
        .id("lesson-text")
        .attr("tabindex", "-1")
        .child(text);
    let name = move || match learning.is_open() {
        true => speech.text(&format!("learn-{}", id())),
        false => String::new(),
    };
    let close = move || learning.close(session, signing);
    let body = ((said, status, hint), buttons());
    let handout = handout();
    let is_away = move || !learning.is_open() || session.screen.get() == Screen::Learn;
    strip("lesson", name, place, close, body)
        .attr("aria-label", t("learn-label"))
        .attr("data-lesson", id)
        .attr("data-step", step)
        .attr("data-state", state)
        .attr("data-judged", move || {
            learning.is_judged().then_some("true")
        })
        .hidden(is_away)
        .child(handout)
}

fn buttons() -> El {
    let (session, signing, learning, speech) = (session(), signing(), learning(), speech());
    let is_last = move || learning.step.get().saturating_add(1) >= learning.length();
    let next_word = move || {
        let word = match (learning.may_go_on(), is_last()) {
            (true, false) => "learn-next",
            (true, true) => "learn-finish",
            (false, false) => "learn-skip",
            (false, true) => "learn-give-up",
        };
        speech.text(word)
    };
    let next = el("button", "button")
        .attr("type", "button")
        .attr("data-ready", move || learning.may_go_on().then_some("true"))
        .test("lesson-next")
        .on("click", move |_| learning.next(session, signing))
        .child(next_word);
    let has_hint = move || learning.current().is_some_and(|step| step.is_task);
    let hint = button("", move || {
        learning.hints.set(!learning.hints.get_untracked());
    })
    .test("lesson-hint")
    .attr("aria-expanded", move || match learning.hints.get() {
        true => "true",
        false => "false",
    })
    .attr("aria-controls", "lesson-hint-text")
    .hidden(move || !has_hint())
    .child(t("learn-hint"));
    let back = button("", move || learning.back(session, signing))
        .test("lesson-back")
        .attr("disabled", move || learning.step.get() == 0)
        .child(t("learn-back"));
    let again = button("button-quiet", move || learning.again(session, signing))
        .test("lesson-again")
        .child(t("learn-again"));
    let list = button("button-quiet", move || {
        address::go(Screen::Learn.fragment());
    })
    .test("lesson-list")
    .child(t("learn-list"));
    let print = button("button-quiet", page::print)
        .test("lesson-print")
        .child(t("learn-print"));
    el("div", "button-row lesson-buttons")
        .child(back)
        .child(next)
        .child(hint)
        .child(again)
        .child(print)
        .child(list)
}
