//! When the browser has painted.

use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Milliseconds after which nothing is waited for: a tab that nobody sees is not painted.
const LATEST: u32 = 100;

/// Calls `act` in a turn of its own after the next paint.
pub fn after(act: impl FnOnce() + 'static) {
    let act = Rc::new(Cell::new(Some(act)));
    let once = move || {
        if let Some(act) = act.take() {
            act();
        }
    };
    let soon = once.clone();
    // What is asked for in a frame comes before its paint; a turn that begins then comes after.
    let frame = Closure::once_into_js(move || Timeout::new(0, soon).forget());
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(frame.unchecked_ref());
    }
    Timeout::new(LATEST, once).forget();
}
