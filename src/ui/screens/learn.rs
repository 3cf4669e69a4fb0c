//! Lessons, exercises, the attack lab and the gallery of broken tokens: pick one, and it stands beside the real screens until it is done.

use crate::learn::ids;
use crate::ui::components::check_box::check_box;
use crate::ui::components::compose_set::compose_set;
use crate::ui::components::gallery::gallery;
use crate::ui::components::given_set::given_set;
use crate::ui::deep_link::Screen;
use crate::ui::dom::{El, button, el};
use crate::ui::learning::{Attacks, learning};
use crate::ui::session::session;
use crate::ui::signing::signing;
use crate::ui::text::{speech, t};

/// See the module. It is drawn when its texts are there.
pub fn learn() -> El {
    let speech = speech();
    el("div", "learn").child(move || speech.has_lessons().then(lists))
}

fn lists() -> [El; 8] {
    let (session, signing, learning) = (session(), signing(), learning());
    let left = el("div", "learn-left")
        .test("learn-left")
        .hidden(move || !learning.borrowed.has_left())
        .child(el("p", "").child(t("learn-given-back")))
        .child(
            button("", move || learning.borrowed.swap(session, signing))
                .test("learn-swap")
                .child(t("learn-swap")),
        );
    let intro = el("section", "learn-intro")
        .child(el("h2", "welcome-title").child(t("learn-title")))
        .child(el("p", "welcome-lead").child(t("learn-lead")))
        .child(check_box(
            "learn-remember",
            "learn-remember",
            move || learning.remembers.get(),
            move |is_on| learning.remember(is_on),
        ))
        .child(left);
    [
        intro,
        given_set(),
        list("lesson", "learn-lessons", &ids::LESSONS),
        list("exercise", "learn-exercises", &ids::EXERCISES),
        lab(),
        gallery(),
        compose_set(),
        self_test(),
    ]
}

/// Who learns here may ask whether the page itself is right.
fn self_test() -> El {
    let link = el("a", "button button-small")
        .attr("href", Screen::SelfTest.fragment())
        .test("learn-self-test")
        .child(t("self-test-link"));
    el("section", "learn-list")
        .child(el("p", "learn-list-lead").child(t("self-test-learn")))
        .child(el("div", "button-row").child(link))
}

fn list(kind: &'static str, title: &'static str, ids: &'static [&'static str]) -> El {
    let items = ids.iter().map(|id| el("li", "").child(card(kind, id)));
    el("section", "learn-list")
        .child(el("h2", "panel-title").child(t(title)))
        .child(el("ol", "learn-cards").child(items.collect::<Vec<_>>()))
}

/// The attack lab.
fn lab() -> El {
    let items = ids::ATTACKS.map(|id| el("li", "").child(attack(id)));
    el("section", "learn-list")
        .child(el("h2", "panel-title").child(t("lab-title")))
        .child(el("p", "learn-list-lead").child(t("lab-lead")))
        .child(el("ol", "learn-cards").child(items))
}

/// A lesson or an exercise, to begin it.
pub fn card(kind: &'static str, id: &str) -> El {
    let (session, signing, learning) = (session(), signing(), learning());
    let (here, there) = (id.to_owned(), id.to_owned());
    let is_begun = move || {
        let lesson = learning.lesson.get();
        lesson.is_some_and(|lesson| lesson.id == here)
    };
    let begin = move || learning.begin(session, signing, &there);
    known(format!("learn-{id}"), id.to_owned(), is_begun, begin)
        .test("learn-lesson")
        .attr("data-lesson", id.to_owned())
        .attr("data-kind", kind)
}

/// An attack, to begin it.
pub fn attack(id: &str) -> El {
    let (session, signing, learning) = (session(), signing(), learning());
    let (here, there) = (id.to_owned(), id.to_owned());
    let is_begun = move || {
        let attack = learning.attacks.under_way.get();
        attack.is_some_and(|attack| attack.id == here)
    };
    let finished = Attacks::finished_name(id);
    let begin = move || learning.begin_attack(session, signing, &there);
    known(format!("lab-{id}"), finished, is_begun, begin)
        .test("lab-card")
        .attr("data-attack", id.to_owned())
}

/// The card of something with texts of its own. `finished` is its name among what was finished.
fn known(
    name: String,
    finished: String,
    is_begun: impl Fn() -> bool + Clone + 'static,
    begin: impl Fn() + 'static,
) -> El {
    let (learning, speech) = (learning(), speech());
    let about = format!("{name}.about");
    let state = move || {
        let is_finished = learning.finished.with(|ids| ids.contains(&finished));
        match (is_begun(), is_finished) {
            (true, _) => "begun",
            (false, true) => "done",
            (false, false) => "new",
        }
    };
    let (name, about) = (move || speech.text(&name), move || speech.text(&about));
    face(name, about, state, begin)
}

/// A card: its name, what it is about, and how far it is: `new`, `begun` or `done`.
pub fn face(
    name: impl Fn() -> String + 'static,
    about: impl Fn() -> String + 'static,
    state: impl Fn() -> &'static str + Clone + 'static,
    begin: impl Fn() + 'static,
) -> El {
    let speech = speech();
    let said = {
        let state = state.clone();
        move || match state() {
            "begun" => speech.text("learn-state-begun"),
            "done" => speech.text("learn-state-done"),
            _ => String::new(),
        }
    };
    button("learn-card", begin)
        .attr("data-state", state)
        .child(el("span", "learn-card-name").child(name))
        .child(el("span", "learn-card-about").child(about))
        .child(el("span", "learn-card-state").child(said))
}
