//! When the browser has painted.

use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Milliseconds from the begin of a frame until it is on the screen.
const FRAME: u32 = 16;
/// Milliseconds after which nothing is waited for: a tab that nobody sees is not painted.
const LATEST: u32 = 100;

/// Calls `act` in a turn of its own once the next frame is on the screen.
pub fn after(act: impl FnOnce() + 'static) {
    let act = Rc::new(Cell::new(Some(act)));
    let once = move || {
        if let Some(act) = act.take() {
            act();
        }
    };
    let soon = once.clone();
    // What is asked for in a frame comes before its paint.
    let frame = Closure::once_into_js(move || Timeout::new(FRAME, soon).forget());
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(frame.unchecked_ref());
    }
    Timeout::new(LATEST, once).forget();
}
