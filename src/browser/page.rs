//! The document around the components: its language, its theme, its title, what is remembered.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlTextAreaElement, Storage};

/// Under this name the theme is remembered; nothing else is stored.
const THEME: &str = "theme";

/// The page's language as `<html lang>` has it.
pub fn language() -> String {
    root()
        .and_then(|root| root.get_attribute("lang"))
        .unwrap_or_else(|| "en".to_owned())
}

/// Sets `<html lang>`.
pub fn set_language(language: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute("lang", language);
    }
}

/// Sets the theme; an empty name leaves it to the system.
pub fn set_theme(name: &str) {
    if let Some(root) = root() {
        let _ = match name {
            "" => root.remove_attribute("data-theme"),
            name => root.set_attribute("data-theme", name),
        };
    }
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Puts the focus on the element of this `id`.
pub fn focus(id: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Whether the focus is on the element of this `id`.
pub fn has_focus(id: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let focused = document.and_then(|document| document.active_element());
    focused.is_some_and(|element| element.id() == id)
}

/// Where the cursor stands in the text area of this `id`, in UTF-16 units.
pub fn cursor(id: &str) -> Option<u32> {
    let document = web_sys::window().and_then(|window| window.document())?;
    let area = document.get_element_by_id(id)?;
    let area = area.dyn_into::<HtmlTextAreaElement>().ok()?;
    area.selection_start().ok().flatten()
}

/// Calls `act` for these events anywhere in the document, with the `id` of the element they are
/// about, for as long as the page lives.
pub fn on_document(events: &[&'static str], act: impl Fn(&Event, &str) + Clone + 'static) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    for event in events {
        let act = act.clone();
        EventListener::new(&document, *event, move |event| {
            let target = event.target();
            let target = target.and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(target) = target {
                act(event, &target.id());
            }
        })
        .forget();
    }
}

/// Marks a place in the text area of this `id`, in UTF-16 units, and brings it into view.
pub fn mark(id: &str, (start, end): (u32, u32)) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id));
    if let Some(area) = element.and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok()) {
        let _ = area.focus();
        let _ = area.set_selection_range(start, end);
    }
}

/// The theme that was chosen earlier, where the browser lets pages remember.
pub fn remembered_theme() -> Option<String> {
    storage()?.get_item(THEME).ok()?
}

/// Remembers the theme, where the browser lets pages remember.
pub fn remember_theme(name: &str) {
    if let Some(storage) = storage() {
        let _ = match name {
            "" => storage.remove_item(THEME),
            name => storage.set_item(THEME, name),
        };
    }
}

/// The build this page is, as its `<meta>` names it.
pub fn build() -> Option<String> {
    let document = web_sys::window()?.document()?;
    document
        .query_selector("meta[name=build]")
        .ok()??
        .get_attribute("content")
}

/// 32 random bytes for identifiers.
pub fn random() -> [u8; 32] {
    let mut bytes = [0; 32];
    // Without randomness identifiers repeat, which a person sees; no key is made from these.
    let _ = getrandom::fill(&mut bytes);
    bytes
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
