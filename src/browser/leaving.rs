//! Asking before the page is left. The browser asks in its own words, and only where the person
//! did something on the page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::BeforeUnloadEvent;

/// The browser asks whenever the page is to be left and `asks` holds, for as long as the page
/// lives.
pub fn ask_when(asks: impl Fn() -> bool + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window, "beforeunload", options, move |event| {
        if !asks() {
            return;
        }
        event.prevent_default();
        // What older browsers look at.
        event
            .unchecked_ref::<BeforeUnloadEvent>()
            .set_return_value("unsaved");
    })
    .forget();
}
