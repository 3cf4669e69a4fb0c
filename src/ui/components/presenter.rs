//! The page on a projector: a light on one thing at a time, moved with the arrow keys, and the
//! explanations hidden until somebody asks. A bar at the lower edge does the same by hand.

use crate::browser::spotlight::{self, Place};
use crate::browser::{clock, page};
use crate::ui::components::shortcuts::is_in;
use crate::ui::dom::{El, button, el};
use crate::ui::presenting::{Presenting, Told, presenting};
use crate::ui::session::session;
use crate::ui::state::effect;
use crate::ui::text::{speech, t};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use leptos::prelude::StoredValue;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// See the module. It is made when the page is first presented.
pub fn presenter() -> (El, El) {
    let (presenting, session) = (presenting(), session());
    on_key(presenting);
    StoredValue::new_local(page::on_resize(move || drop(presenting.settle())));
    clock::on_tick(move |_| {
        if presenting.at.with_untracked(Option::is_some) {
            presenting.settle();
        }
    });
    effect(move || {
        // Another screen or another token has other stops.
        session.screen.get();
        session.inspection.with(|_| ());
        presenting.at.set(None);
        presenting.settle();
    });
    (light(presenting), bar(presenting))
}

/// The light itself: what it does not fall on is dimmed.
fn light(presenting: Presenting) -> El {
    let length = move |of: fn(&Place) -> f64| {
        move || {
            let place = presenting.place.get();
            place.map(|place| format!("{}px", of(&place)))
        }
    };
    el("div", "spotlight")
        .test("spotlight")
        .attr("aria-hidden", "true")
        .hidden(move || presenting.place.with(Option::is_none))
        .var("--left", length(|place| place.left))
        .var("--top", length(|place| place.top))
        .var("--width", length(|place| place.width))
        .var("--height", length(|place| place.height))
}

fn bar(presenting: Presenting) -> El {
    let speech = speech();
    let place = move || match presenting.at.get() {
        None => speech.text("present-begin"),
        Some(at) => {
            let facts = [
                ("at", at.saturating_add(1).into()),
                ("of", presenting.of.get().into()),
            ];
            speech.format("present-place", &facts)
        }
    };
    let says = move || {
        let is_told = presenting.told.get() != Told::Nothing;
        let key = presenting.name.with(|name| caption(name));
        key.filter(|_| is_told).map(|key| speech.text(key))
    };
    let step = |forward: bool, key: &'static str, id: &'static str| {
        button("", move || presenting.step(forward))
            .test(id)
            .child(t(key))
    };
    let pressed = move |told: Told| {
        move || match presenting.told.get() == told {
            true => "true",
            false => "false",
        }
    };
    let buttons = el("div", "button-row")
        .child(step(false, "present-back", "present-back"))
        .child(step(true, "present-next", "present-next"))
        .child(
            button("", move || presenting.explain())
                .test("present-explain")
                .attr("aria-pressed", pressed(Told::Here))
                .child(t("present-explain")),
        )
        .child(
            button("", move || presenting.explain_all())
                .test("present-all")
                .attr("aria-pressed", pressed(Told::All))
                .child(t("present-all")),
        )
        .child(
            button("button-quiet", move || presenting.toggle())
                .test("present-leave")
                .child(t("present-leave")),
        );
    el("section", "presenter")
        .test("presenter")
        .attr("aria-label", t("present-label"))
        .attr("data-told", move || presenting.told.get().name())
        .hidden(move || !presenting.is_on.get())
        .child(
            el("div", "presenter-says")
                .attr("role", "status")
                .child(el("span", "presenter-place").child(place))
                .child(
                    el("span", "presenter-caption")
                        .test("present-caption")
                        .child(says),
                ),
        )
        .child(buttons)
}

/// The key of what is said of a part of the token; the other stops explain themselves.
fn caption(name: &str) -> Option<&'static str> {
    match name {
        "header" | "decoded-header" => Some("present-header"),
        "payload" | "decoded-payload" => Some("present-payload"),
        "signature" => Some("present-signature"),
        "encrypted-key" => Some("present-encrypted-key"),
        "iv" => Some("present-iv"),
        "ciphertext" => Some("present-ciphertext"),
        "tag" => Some("present-tag"),
        "disclosure" => Some("present-disclosure"),
        "key-binding" => Some("present-key-binding"),
        _ => None,
    }
}

/// The arrow keys, and those of a presenter's remote, before anything else hears them; not while
/// somebody types or a dialog lies on top.
fn on_key(presenting: Presenting) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let options = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: false,
    };
    EventListener::new_with_options(&window, "keydown", options, move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        let is_plain = !event.ctrl_key() && !event.alt_key() && !event.meta_key();
        let is_busy = is_in(event, "input, textarea, select, [contenteditable]");
        if !presenting.is_on.get_untracked() || !is_plain || spotlight::is_covered() {
            return;
        }
        let key = event.key();
        // Escape leaves from everywhere; the other keys belong to a field that is typed into.
        if is_busy && key != "Escape" {
            return;
        }
        match key.as_str() {
            "ArrowRight" | "PageDown" => presenting.step(true),
            "ArrowLeft" | "PageUp" => presenting.step(false),
            "ArrowDown" => presenting.explain(),
            " " if !is_in(event, "button, summary, a") => presenting.explain(),
            "Escape" => presenting.toggle(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    })
    .forget();
}
