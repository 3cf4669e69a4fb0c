//! What a first decode does not show: made when it is first wanted, and kept.
//!
//! The build splits the page's code in two; what stands in the second file has to be called
//! late, or the first file would wait for it.

use super::dom::{Content, first_box};
use super::state::{Memo, RwSignal};
use super::text::speech;
use crate::browser::page;
use leptos::prelude::{Owner, expect_context, provide_context, untrack};

/// Whether all of the page's code is there.
#[derive(Clone, Copy, Debug)]
struct Arrival(RwSignal<bool>);

/// Begins to wait for the rest of the code. Call it once, before anything that is made soon.
pub fn watch() {
    let arrival = RwSignal::new(false);
    page::when_complete(move || arrival.set(true));
    provide_context(Arrival(arrival));
}

/// Whether all of the page's code is there, and all words of some language.
pub fn whole() -> impl Fn() -> bool + Copy + Send + Sync {
    let (Arrival(arrival), speech) = (expect_context(), speech());
    move || arrival.get() && speech.is_complete()
}

/// Made as soon as all of the page's code is there, and all words.
pub fn soon<C: Content + 'static>(make: fn() -> C) -> impl Content {
    once(whole(), make)
}

/// The same, for a box that stands in `index.html` already: until then that one stays. What is
/// typed into it is handed over by `web/start.js`.
pub fn in_place_of<C: Content + 'static>(selector: &'static str, make: fn() -> C) -> impl Content {
    let is_whole = Memo::new({
        let is_whole = whole();
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
