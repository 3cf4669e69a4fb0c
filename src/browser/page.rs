//! The document around the components: its language, its theme, its title, what is remembered.

use gloo::events::EventListener;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement, MouseEvent, Storage};

/// What is remembered of a person's preferences, by the name under which it is stored. Nothing else
/// is.
#[derive(Clone, Copy, Debug)]
pub enum Preference {
    /// The theme; the system's own when there is none.
    Theme,
    /// The language; the browser's own when there is none.
    Language,
    /// Which lessons were finished, if the person asked to have that remembered.
    Lessons,
}

/// The page's language as `<html lang>` has it.
pub fn language() -> String {
    root()
        .and_then(|root| root.get_attribute("lang"))
        .unwrap_or_else(|| "en".to_owned())
}

/// The person's languages as the browser knows them, the one they prefer first.
pub fn preferred_languages() -> Vec<String> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let languages = window.navigator().languages();
    languages.iter().filter_map(|tag| tag.as_string()).collect()
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

/// Takes the focus from what has it.
pub fn blur() {
    let document = web_sys::window().and_then(|window| window.document());
    let focused = document.and_then(|document| document.active_element());
    if let Some(focused) = focused.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.blur();
    }
}

/// Opens the browser's own print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Calls `act` once the second half of the page's code has come; `web/start.js` says when.
pub fn when_complete(act: impl FnOnce() + 'static) {
    if IS_COMPLETE.get() {
        return act();
    }
    if let Some(window) = web_sys::window() {
        EventListener::once(&window, "rest", move |_| {
            IS_COMPLETE.set(true);
            act();
        })
        .forget();
    }
}

thread_local! {
    static IS_COMPLETE: Cell<bool> = const { Cell::new(false) };
}

/// Puts the focus on the element of this `id`.
pub fn focus(id: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element {
        focus_element(&element);
    }
}

/// Puts the focus on the element of this `id`, which is in view already: nothing is scrolled.
pub fn focus_in_place(id: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id));
    let Some(element) = element else { return };
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"preventScroll".into(), &true.into());
    let focus = js_sys::Reflect::get(&element, &"focus".into());
    if let Ok(focus) = focus.and_then(|focus| focus.dyn_into::<js_sys::Function>()) {
        let _ = focus.call1(&element, &options);
    }
}

/// Shows the page from its beginning.
pub fn to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Scrolls what holds the element of this `id`, and nothing else, until it begins with it, once it
/// is drawn.
pub fn show_inside(id: &'static str) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let act = wasm_bindgen::closure::Closure::once_into_js(move || {
        let document = web_sys::window().and_then(|window| window.document());
        let element = document.and_then(|document| document.get_element_by_id(id));
        let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if let Some(element) = element
            && let Some(holder) = element.offset_parent()
        {
            holder.set_scroll_top(element.offset_top());
        }
    });
    let _ = window.request_animation_frame(act.unchecked_ref());
}

/// Puts the focus on an element.
pub fn focus_element(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
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

/// Puts another text into the text area of this `id` and leaves the selection where it was, so
/// that somebody who types there is not disturbed.
pub fn rewrite(id: &str, text: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id));
    if let Some(area) = element.and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok()) {
        let start = area.selection_start().ok().flatten().unwrap_or(0);
        let end = area.selection_end().ok().flatten().unwrap_or(start);
        area.set_value(text);
        if has_focus(id) {
            let _ = area.set_selection_range(start, end);
        }
    }
}

/// Calls `act` whenever the window has another size, for as long as what this returns lives.
#[must_use = "a listener that is dropped hears nothing"]
pub fn on_resize(act: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "resize", move |_| act()))
}

/// Whether the person has marked text on the page.
pub fn has_selection() -> bool {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    selection.is_some_and(|selection| !selection.is_collapsed())
}

/// The character that was clicked: the element that holds its text, and its place in that text in
/// UTF-16 units.
pub fn clicked_character(event: &MouseEvent) -> Option<(Element, u32)> {
    let window = web_sys::window()?;
    let selection = window.get_selection().ok()??;
    let node = selection.focus_node()?;
    let holder = node.parent_element()?;
    let caret = selection.focus_offset();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let range = window.document()?.create_range().ok()?;
    let is_under = |at: u32| {
        let is_set = range.set_start(&node, at).is_ok()
            && range.set_end(&node, at.saturating_add(1)).is_ok();
        let place = range.get_bounding_client_rect();
        let holds = place.left() <= x && x <= place.right();
        is_set && holds && place.top() <= y && y <= place.bottom()
    };
    // A caret stands beside the character, on the side that is nearer to the pointer.
    let at = [Some(caret), caret.checked_sub(1)]
        .into_iter()
        .flatten()
        .find(|at| is_under(*at));
    Some((holder, at.unwrap_or(caret)))
}

/// What was chosen earlier, where the browser lets pages remember.
pub fn remembered(preference: Preference) -> Option<String> {
    storage()?.get_item(preference.name()).ok()?
}

/// Remembers a choice, where the browser lets pages remember; an empty one is forgotten.
pub fn remember(preference: Preference, choice: &str) {
    if let Some(storage) = storage() {
        let _ = match choice {
            "" => storage.remove_item(preference.name()),
            choice => storage.set_item(preference.name(), choice),
        };
    }
}

/// Whether the browser lets pages remember.
pub fn can_remember() -> bool {
    storage().is_some()
}

/// Whether the browser gives pages random numbers.
pub fn has_randomness() -> bool {
    getrandom::fill(&mut [0]).is_ok()
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

impl Preference {
    fn name(self) -> &'static str {
        match self {
            Preference::Theme => "theme",
            Preference::Language => "language",
            Preference::Lessons => "lessons",
        }
    }
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
