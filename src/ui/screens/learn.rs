//! Lessons and exercises: pick one, and it stands beside the real screens until it is done.

use crate::learn::ids;
use crate::ui::components::check_box::check_box;
use crate::ui::dom::{El, button, el};
use crate::ui::learning::learning;
use crate::ui::session::session;
use crate::ui::signing::signing;
use crate::ui::text::{speech, t};

/// See the module. It is drawn when its texts are there.
pub fn learn() -> El {
    let speech = speech();
    el("div", "learn").child(move || speech.has_lessons().then(lists))
}

fn lists() -> [El; 3] {
    let learning = learning();
    let intro = el("section", "learn-intro")
        .child(el("h2", "welcome-title").child(t("learn-title")))
        .child(el("p", "welcome-lead").child(t("learn-lead")))
        .child(check_box(
            "learn-remember",
            "learn-remember",
            move || learning.remembers.get(),
            move |is_on| learning.remember(is_on),
        ));
    [
        intro,
        list("lesson", "learn-lessons", &ids::LESSONS),
        list("exercise", "learn-exercises", &ids::EXERCISES),
    ]
}

fn list(kind: &'static str, title: &'static str, ids: &'static [&'static str]) -> El {
    let items = ids.iter().map(|id| el("li", "").child(card(kind, id)));
    el("section", "learn-list")
        .child(el("h2", "panel-title").child(t(title)))
        .child(el("ol", "learn-cards").child(items.collect::<Vec<_>>()))
}

fn card(kind: &'static str, id: &'static str) -> El {
    let (session, signing, learning, speech) = (session(), signing(), learning(), speech());
    let name = format!("learn-{id}");
    let about = format!("learn-{id}.about");
    let is_begun = move || {
        learning
            .lesson
            .with(|lesson| lesson.as_ref().is_some_and(|lesson| lesson.id == id))
    };
    let is_finished = move || {
        learning
            .finished
            .with(|ids| ids.iter().any(|one| one == id))
    };
    let state = move || match (is_begun(), is_finished()) {
        (true, _) => "begun",
        (false, true) => "done",
        (false, false) => "new",
    };
    let said = move || match state() {
        "begun" => speech.text("learn-state-begun"),
        "done" => speech.text("learn-state-done"),
        _ => String::new(),
    };
    button("learn-card", move || learning.begin(session, signing, id))
        .test("learn-lesson")
        .attr("data-lesson", id)
        .attr("data-kind", kind)
        .attr("data-state", state)
        .child(el("span", "learn-card-name").child(move || speech.text(&name)))
        .child(el("span", "learn-card-about").child(move || speech.text(&about)))
        .child(el("span", "learn-card-state").child(said))
}
