//! What the keyboard can do, as a list that a key opens.

use crate::browser::dialog;
use crate::ui::dom::{El, button, el};
use crate::ui::text::t;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// A key that works on the whole page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// `?`, outside of fields.
    List,
    /// Control, Shift and Backspace.
    Forget,
    /// F8.
    Present,
}

impl Shortcut {
    fn is_pressed(self, event: &KeyboardEvent) -> bool {
        match self {
            Shortcut::List => {
                event.key() == "?"
                    && !event.ctrl_key()
                    && !is_in(event, "input, textarea, select, [contenteditable]")
            }
            Shortcut::Present => event.key() == "F8",
            Shortcut::Forget => event.key() == "Backspace" && event.ctrl_key() && event.shift_key(),
        }
    }
}

/// Keys and what they do, in the order of the list. Several keys of one line are apart by a space.
const KEYS: [(&str, &str); 10] = [
    ("Ctrl+V", "shortcut-paste"),
    ("↑ ↓", "shortcut-rows"),
    ("← → Enter", "shortcut-fold"),
    ("Home End PageUp PageDown", "shortcut-far"),
    ("Enter", "shortcut-bytes"),
    ("← →", "shortcut-tabs"),
    ("Esc", "shortcut-close"),
    ("F8", "shortcut-present"),
    ("Ctrl+Shift+Backspace", "shortcut-forget"),
    ("?", "shortcut-list"),
];

/// A button for the footer, and the list.
pub fn shortcuts() -> (El, El) {
    let list = el("dialog", "dialog")
        .test("shortcuts")
        .attr("aria-labelledby", "shortcuts-title");
    let element = list.element().clone();
    let row = |(keys, text): (&'static str, &'static str)| {
        let keys = keys.split(' ').map(|key| el("kbd", "").child(key));
        el("div", "shortcut")
            .child(
                el("dt", "")
                    .attr("translate", "no")
                    .child(keys.collect::<Vec<_>>()),
            )
            .child(el("dd", "").child(t(text)))
    };
    let close = {
        let element = element.clone();
        button("", move || dialog::close(&element))
            .test("shortcuts-close")
            .child(t("shortcuts-close"))
    };
    let title = el("h2", "dialog-title")
        .attr("id", "shortcuts-title")
        .child(t("shortcuts-title"));
    let list = list
        .child(title)
        .child(el("dl", "shortcut-list").child(KEYS.map(row)))
        .child(el("div", "button-row").child(close));
    let open = {
        let element = element.clone();
        button("button-small", move || dialog::open(&element))
            .test("shortcuts-open")
            .attr("aria-keyshortcuts", "?")
            .child(t("shortcuts-title"))
    };
    on_shortcut(Shortcut::List, move || dialog::open(&element));
    (open, list)
}

/// Does it whenever the key is pressed, for as long as the page lives.
pub fn on_shortcut(shortcut: Shortcut, act: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window, "keydown", options, move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        if shortcut.is_pressed(event) {
            event.prevent_default();
            act();
        }
    })
    .forget();
}

/// Whether the key is pressed in an element of this selector.
pub fn is_in(event: &KeyboardEvent, selector: &str) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.closest(selector).is_ok_and(|field| field.is_some()))
}
