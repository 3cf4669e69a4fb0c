//! The exercise set that a link brought: what its facilitator picked, in their order.

use crate::ui::dom::{El, el};
use crate::ui::exercise_set::{Item, Own, Read};
use crate::ui::learning::learning;
use crate::ui::screens::learn::{attack, card, face};
use crate::ui::session::session;
use crate::ui::signing::signing;
use crate::ui::text::{speech, t};
use crate::words::visible;
use std::sync::Arc;

/// See the module; nothing when no link brought one.
pub fn given_set() -> El {
    let (learning, speech) = (learning(), speech());
    let content = move || {
        Some(match learning.sets.given.get()? {
            Ok(read) => list(&read, learning.sets.address.with(String::is_empty)),
            Err(unread) => el("p", "note")
                .attr("data-severity", "warning")
                .attr("role", "alert")
                .child(speech.text(unread.word())),
        })
    };
    el("section", "learn-list")
        .test("given-set")
        .hidden(move || learning.sets.given.with(Option::is_none))
        .child(content)
}

/// A stranger wrote the name and the tasks, so what cannot be seen in them is shown.
fn list(read: &Read, is_lost: bool) -> El {
    let speech = speech();
    let items = read.set.items.iter().enumerate();
    let items = items.map(|(at, item)| {
        el("li", "").child(match item {
            Item::Known(id) => match id.strip_prefix("lab-") {
                Some(id) => attack(id),
                None => card("given", id),
            },
            Item::Own(own) => task(at, own),
        })
    });
    let left_out = |key: &'static str, count: usize| {
        (count > 0).then(|| {
            el("p", "hint")
                .attr("data-note", key)
                .child(speech.format(key, &[("count", count.into())]))
        })
    };
    let name = match read.set.name.trim() {
        "" => speech.text("set-title"),
        name => visible(name).into_owned(),
    };
    let lost = is_lost.then(|| {
        el("p", "hint")
            .attr("data-note", "set-lost")
            .child(t("set-lost"))
    });
    el("div", "learn-list")
        .child(el("h2", "panel-title").child(name))
        .child(el("p", "learn-list-lead").child(t("set-lead")))
        .child(el("ol", "learn-cards").child(items.collect::<Vec<_>>()))
        .child(left_out("set-unknown", read.unknown))
        .child(left_out("set-without-key", read.without_key))
        .child(lost)
}

fn task(at: usize, own: &Own) -> El {
    let (session, signing, learning, speech) = (session(), signing(), learning(), speech());
    let own = Arc::new(own.clone());
    let about = visible(&own.task).into_owned();
    let name = move || speech.format("set-task", &[("number", at.saturating_add(1).into())]);
    let state = move || {
        let under_way = learning.sets.task.with(|task| task.as_ref().map(|it| it.0));
        let is_ended = learning.sets.ended.with(|ended| ended.contains(&at));
        match (under_way == Some(at), is_ended) {
            (true, _) => "begun",
            (false, true) => "done",
            (false, false) => "new",
        }
    };
    let begin = move || learning.begin_task(session, signing, at, own.clone());
    face(name, move || about.clone(), state, begin).test("set-own")
}
