//! The address bar: its fragment, which browsers do not send, says what is shown.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

/// The fragment with its `#`; empty when there is none.
pub fn fragment() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Where the page is, without a fragment.
pub fn page() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    let href = href.unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Calls `changed` whenever the fragment changes, for as long as the page lives.
pub fn on_change(changed: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "hashchange", move |_| changed()).forget();
    }
}

/// Sets the fragment; the browser's Back returns to the one before.
pub fn go(fragment: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(fragment);
    }
}

/// Puts another fragment in the place of this one, which leaves the history as if it had never
/// been there.
pub fn replace(fragment: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(fragment));
    }
}
