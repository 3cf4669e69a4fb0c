//! Asking before the page is left, and leaving it with nothing behind. The browser asks in its own
//! words, and only where the person did something on the page.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, HtmlInputElement, HtmlTextAreaElement, Window};

thread_local! {
    static IS_AGREED: Cell<bool> = const { Cell::new(false) };
}

/// The browser asks whenever the page is to be left and `asks` holds, for as long as the page
/// lives.
pub fn ask_when(asks: impl Fn() -> bool + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window, "beforeunload", options, move |event| {
        if IS_AGREED.get() || !asks() {
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

/// Empties every field of the document and loads the page anew: nothing that its memory or its
/// worker's held is there any more, and the browser has nothing to fill in again or to go back to.
/// The browser does not ask.
pub fn start_over() {
    let Some(window) = web_sys::window() else {
        return;
    };
    IS_AGREED.set(true);
    empty_fields(&window);
    let _ = window.location().reload();
}

/// Nothing that was typed comes back by the browser's Back and Forward, for as long as the page
/// lives: its fields are emptied when it is left, so that no browser fills them in again, and a page
/// that a browser kept as it was is loaded anew.
pub fn forget_when_left() {
    let Some(window) = web_sys::window() else {
        return;
    };
    let left = window.clone();
    EventListener::new(&window, "pagehide", move |_| empty_fields(&left)).forget();
    let back = window.clone();
    EventListener::new(&window, "pageshow", move |event| {
        let persisted = Reflect::get(event, &"persisted".into());
        if persisted.is_ok_and(|persisted| persisted.is_truthy()) {
            IS_AGREED.set(true);
            let _ = back.location().reload();
        }
    })
    .forget();
}

fn empty_fields(window: &Window) {
    let fields = window
        .document()
        .and_then(|document| document.query_selector_all("input, textarea").ok());
    for index in 0..fields.as_ref().map_or(0, web_sys::NodeList::length) {
        let field = fields.as_ref().and_then(|fields| fields.get(index));
        match field.map(JsCast::dyn_into::<HtmlTextAreaElement>) {
            Some(Ok(area)) => area.set_value(""),
            Some(Err(field)) => {
                if let Ok(input) = field.dyn_into::<HtmlInputElement>() {
                    input.set_value("");
                }
            }
            None => {}
        }
    }
}
