//! The exercise set that a link brought: what its facilitator picked, in their order.

use crate::ui::dom::{El, button, el};
use crate::ui::exercise_set::{Item, Own, Read};
use crate::ui::learning::learning;
use crate::ui::screens::learn::{attack, card};
use crate::ui::session::session;
use crate::ui::signing::signing;
use crate::ui::text::{speech, t};
use std::sync::Arc;

/// See the module; nothing when no link brought one.
pub fn given_set() -> El {
    let (learning, speech) = (learning(), speech());
    let content = move || {
        Some(match learning.sets.given.get()? {
            Ok(read) => list(&read),
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

fn list(read: &Read) -> El {
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
        name => name.to_owned(),
    };
    el("div", "learn-list")
        .child(el("h2", "panel-title").child(name))
        .child(el("p", "learn-list-lead").child(t("set-lead")))
        .child(el("ol", "learn-cards").child(items.collect::<Vec<_>>()))
        .child(left_out("set-unknown", read.unknown))
        .child(left_out("set-without-key", read.without_key))
}

fn task(at: usize, own: &Own) -> El {
    let (session, signing, learning, speech) = (session(), signing(), learning(), speech());
    let own = Arc::new(own.clone());
    let words = own.task.clone();
    let is_ended = move || learning.sets.ended.with(|ended| ended.contains(&at));
    let begin = move || learning.begin_task(session, signing, at, own.clone());
    button("learn-card", begin)
        .test("set-own")
        .attr("data-state", move || match is_ended() {
            true => "done",
            false => "new",
        })
        .child(
            el("span", "learn-card-name")
                .child(speech.format("set-task", &[("number", at.saturating_add(1).into())])),
        )
        .child(el("span", "learn-card-about").child(words))
        .child(
            el("span", "learn-card-state").child(move || match is_ended() {
                true => speech.text("learn-state-done"),
                false => String::new(),
            }),
        )
}
