//! A facilitator composes an exercise set: ticks what the room is to do, adds tokens of their own,
//! and takes along one link and its QR code. Nobody's server sees it.

use super::text_area::{control, text_field};
use super::text_block::{TextBlock, text_block};
use crate::browser::{address, page};
use crate::learn::ids::{ATTACKS, EXERCISES, LESSONS};
use crate::ui::deep_link::Refused;
use crate::ui::dom::{El, button, el, is_checked, svg};
use crate::ui::exercise_set::{self, BEFORE, ExerciseSet, Item, Own};
use crate::ui::qr;
use crate::ui::session::session;
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::{speech, t};
use crate::words::visible;
use gloo::timers::callback::Timeout;
use leptos::prelude::untrack;

/// What is composed. All copies are the same.
#[derive(Clone, Copy)]
struct Composed {
    name: RwSignal<String>,
    picked: RwSignal<Vec<String>>,
    own: RwSignal<Vec<Own>>,
}

impl Composed {
    /// What was ticked in the order of the page, then the tokens of one's own.
    fn set(self) -> ExerciseSet {
        let picked = self.picked.get();
        let known = known().filter(|id| picked.contains(id)).map(Item::Known);
        ExerciseSet {
            name: self.name.get(),
            items: known
                .chain(self.own.get().into_iter().map(Item::Own))
                .collect(),
        }
    }
}

fn known() -> impl Iterator<Item = String> {
    let plain = LESSONS.iter().chain(&EXERCISES).map(|id| (*id).to_owned());
    plain.chain(ATTACKS.iter().map(|id| format!("lab-{id}")))
}

/// See the module.
pub fn compose_set() -> El {
    let composed = Composed {
        name: RwSignal::new(String::new()),
        picked: RwSignal::new(Vec::new()),
        own: RwSignal::new(Vec::new()),
    };
    let link = Memo::new(move |_| {
        let set = composed.set();
        match set.items.is_empty() {
            true => String::new(),
            false => format!("{}#{BEFORE}{}", address::page(), exercise_set::write(&set)),
        }
    });
    let name = control("compose-name", "compose-name").placeholder("compose-name-placeholder");
    let body = el("div", "fold-body compose")
        .child(el("p", "hint").child(t("compose-lead")))
        .child(text_field(name, composed.name).done())
        .child(picks(composed))
        .child(own_tokens(composed))
        .child(shared(link));
    el("details", "panel fold")
        .test("compose")
        .child(el("summary", "fold-head").child(t("compose-title")))
        .child(body)
}

fn picks(composed: Composed) -> El {
    let speech = speech();
    let pick = |id: String| {
        let (here, there, name) = (id.clone(), id.clone(), id.clone());
        let key = match id.starts_with("lab-") {
            true => id.clone(),
            false => format!("learn-{id}"),
        };
        let tick = el("input", "")
            .attr("type", "checkbox")
            .attr("data-pick", name)
            .prop("checked", move || {
                composed.picked.with(|all| all.contains(&here))
            })
            .on("change", move |event| {
                let is_on = is_checked(event);
                composed.picked.update(|all| {
                    all.retain(|id| *id != there);
                    if is_on {
                        all.push(there.clone());
                    }
                });
            });
        el("label", "check")
            .child(tick)
            .child(el("span", "").child(move || speech.text(&key)))
    };
    el("div", "compose-picks")
        .attr("role", "group")
        .attr("aria-label", t("compose-picks"))
        .child(known().map(pick).collect::<Vec<_>>())
}

fn own_tokens(composed: Composed) -> El {
    let session = session();
    let task = RwSignal::new(String::new());
    // The token alone: who knows what else stands in a paste.
    let token = move || {
        session.inspection.with(|inspection| {
            let token = inspection.tokens.get(session.token.get());
            token.map(|token| token.source.text.clone())
        })
    };
    let has_token = move || token().is_some();
    let add = move || {
        let own = Own {
            task: task.get_untracked(),
            token: untrack(token).unwrap_or_default(),
            reading: session.reading.get_untracked(),
            key: session.key_text.with_untracked(|key| key.expose().clone()),
            is_workshop_secret: false,
        };
        composed.own.update(|all| all.push(own));
        task.set(String::new());
    };
    let add = button("", add)
        .test("compose-add")
        .attr("disabled", move || !has_token())
        .child(t("compose-add"));
    let none = el("p", "hint")
        .hidden(has_token)
        .child(t("compose-no-token"));
    let rows = move || {
        let all = composed.own.get();
        let rows = all
            .iter()
            .enumerate()
            .map(|(at, own)| row(composed, at, own));
        rows.collect::<Vec<_>>()
    };
    let words = control("compose-task", "compose-task").placeholder("compose-task-placeholder");
    el("div", "compose-own")
        .child(el("h3", "text-block-title").child(t("compose-own")))
        .child(text_field(words, task).done())
        .child(el("div", "button-row").child(add))
        .child(none)
        .child(el("ol", "compose-rows").child(rows))
}

fn row(composed: Composed, at: usize, own: &Own) -> El {
    let speech = speech();
    let is_secret = !own.key.trim().is_empty()
        && Own {
            is_workshop_secret: false,
            ..own.clone()
        }
        .refused()
        .is_some();
    let facts = [
        ("number", at.saturating_add(1).into()),
        ("count", own.token.chars().count().into()),
    ];
    let left_out = own.refused().map(|refused| {
        let key = match refused {
            Refused::Private => "compose-without-private",
            Refused::Secret => "compose-without-secret",
        };
        el("p", "hint")
            .attr("data-note", key)
            .child(speech.text(key))
    });
    let token = el("p", "compose-token")
        .attr("translate", "no")
        .child(visible(&own.token).into_owned());
    let is_on = own.is_workshop_secret;
    let id = format!("compose-secret-{at}");
    let tick = is_secret.then(|| {
        let tick = el("input", "")
            .attr("type", "checkbox")
            .test("compose-secret")
            .attr("id", id.clone())
            .prop("checked", move || is_on)
            .on("change", move |event| {
                let is_on = is_checked(event);
                composed.own.update(|all| {
                    if let Some(own) = all.get_mut(at) {
                        own.is_workshop_secret = is_on;
                    }
                });
                // The rows are drawn anew; the focus stays where it was.
                let id = id.clone();
                Timeout::new(0, move || page::focus(&id)).forget();
            });
        el("label", "check")
            .child(tick)
            .child(el("span", "").child(t("compose-secret")))
    });
    let remove = move || {
        composed.own.update(|all| {
            if at < all.len() {
                all.remove(at);
            }
        });
    };
    let remove = button("button-quiet button-small", remove)
        .test("compose-remove")
        .child(t("compose-remove"));
    el("li", "compose-row")
        .child(el("p", "").child(visible(&own.task).into_owned()))
        .child(el("p", "hint").child(speech.format("compose-row", &facts)))
        .child(token)
        .child(left_out)
        .child(tick)
        .child(remove)
}

/// Whether the link leads to this machine alone.
fn is_only_here(link: &str) -> bool {
    let places = ["file:", "http://127.", "http://localhost", "http://[::1]"];
    places.iter().any(|place| link.starts_with(place))
}

fn shared(link: Memo<String>) -> El {
    let block = TextBlock {
        id: "set-link",
        title: "set-link",
        copy: "set-link-copy",
        file: None,
    };
    let picture = move || {
        let link = link.get();
        if link.is_empty() {
            return None;
        }
        let Some(picture) = qr::picture(&link) else {
            return Some(
                el("p", "hint")
                    .attr("data-note", "qr-too-long")
                    .child(t("qr-too-long")),
            );
        };
        let size = picture.size.to_string();
        let drawing = svg("svg")
            .attr("class", "qr")
            .attr("viewBox", format!("0 0 {size} {size}"))
            .attr("role", "img")
            .attr("aria-label", t("qr-label"))
            .child(svg("path").attr("d", picture.path));
        Some(el("div", "qr-place").test("set-qr").child(drawing))
    };
    let here = el("p", "hint")
        .attr("data-note", "set-link-here")
        .hidden(move || !link.with(|link| is_only_here(link)))
        .child(t("set-link-here"));
    el("div", "compose-shared")
        .hidden(move || link.with(String::is_empty))
        .child(text_block(block, move || link.get()))
        .child(here)
        .child(picture)
}
