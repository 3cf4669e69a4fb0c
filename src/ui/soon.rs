//! What a first decode does not show: made when it is first wanted, and kept.
//!
//! The build splits the page's code in two; what stands in the second file has to be called
//! late, or the first file would wait for it.

use super::dom::{Content, first_box};
use super::state::{Memo, RwSignal, effect};
use super::text::speech;
use crate::browser::page;
use gloo::timers::callback::Timeout;
use leptos::prelude::{Owner, expect_context, provide_context, untrack};

/// How far it is.
#[derive(Clone, Copy, Debug)]
struct Arrival {
    /// Whether all of the page's code is there.
    code: RwSignal<bool>,
    /// How many take a turn, so far.
    waiting: RwSignal<usize>,
    /// How many of these have had it.
    turns: RwSignal<usize>,
}

/// Begins to wait for the rest of the code. Call it once, before anything that is made soon.
pub fn watch() {
    let arrival = Arrival {
        code: RwSignal::new(false),
        waiting: RwSignal::new(0),
        turns: RwSignal::new(0),
    };
    page::when_complete(move || arrival.code.set(true));
    provide_context(arrival);
    let is_whole = whole();
    effect(move || {
        if is_whole() && arrival.turns.get_untracked() == 0 {
            go_on(arrival);
        }
    });
}

/// Gives the next one its turn. What a person does meanwhile, and the worker, come in between.
fn go_on(arrival: Arrival) {
    let next = arrival.turns.get_untracked() + 1;
    if next > arrival.waiting.get_untracked() {
        // From now on nothing waits.
        return arrival.turns.set(usize::MAX);
    }
    arrival.turns.set(next);
    Timeout::new(0, move || go_on(arrival)).forget();
}

/// Whether all of the page's code is there, and all words of some language.
pub fn whole() -> impl Fn() -> bool + Copy + Send + Sync {
    let (Arrival { code, .. }, speech) = (expect_context(), speech());
    move || code.get() && speech.is_complete()
}

/// Whether all is there, and those who asked before have had their turn: made in one go, all of it
/// would hold the page.
fn in_turn() -> impl Fn() -> bool + Send + Sync {
    let Arrival { waiting, turns, .. } = expect_context();
    let before = waiting.get_untracked();
    waiting.set(before + 1);
    move || turns.get() > before
}

/// Made as soon as all of the page's code is there, and all words, in turn.
pub fn soon<C: Content + 'static>(make: fn() -> C) -> impl Content {
    once(in_turn(), make)
}

/// The same, for a box that stands in `index.html` already: until then that one stays. What is
/// typed into it is handed over by `web/start.js`.
pub fn in_place_of<C: Content + 'static>(selector: &'static str, make: fn() -> C) -> impl Content {
    let is_whole = Memo::new({
        let is_whole = in_turn();
        move |_| is_whole()
    });
    move || match is_whole.get() {
        true => (None, Some(untrack(make))),
        false => (first_box(selector), None),
    }
}

/// Done as soon as all of the page's code is there, as if it were done now.
pub fn later(act: fn()) {
    if let Some(owner) = Owner::current() {
        page::when_complete(move || owner.with(act));
    }
}

/// Made when `wanted` first holds.
pub fn once<C: Content + 'static>(
    wanted: impl Fn() -> bool + Send + Sync + 'static,
    make: fn() -> C,
) -> impl Content {
    let is_wanted = Memo::new(move |before| before == Some(&true) || wanted());
    move || is_wanted.get().then(|| untrack(make))
}
