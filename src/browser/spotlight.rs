//! Which elements of a list can be seen, where they stand on the page, and which of them is lit.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlDialogElement};

/// Where an element stands on the page, in CSS pixels from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// From the left edge.
    pub left: f64,
    /// From the upper edge.
    pub top: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The elements of this selector that take room on the page, in the order of the document.
pub fn seen(selector: &str) -> Vec<Element> {
    let found = document().and_then(|document| document.query_selector_all(selector).ok());
    let Some(found) = found else {
        return Vec::new();
    };
    let elements = (0..found.length()).filter_map(|index| found.get(index));
    let elements = elements.filter_map(|node| node.dyn_into::<Element>().ok());
    elements
        .filter(|element| element.get_bounding_client_rect().height() > 0.0)
        .collect()
}

/// The element that is lit, as long as it can be seen.
pub fn lit() -> Option<Element> {
    seen("[data-spot]").into_iter().next()
}

/// Where the element stands.
pub fn place(element: &Element) -> Option<Place> {
    let window = web_sys::window()?;
    let (x, y) = (window.scroll_x().ok()?, window.scroll_y().ok()?);
    let rect = element.get_bounding_client_rect();
    Some(Place {
        left: rect.left() + x,
        top: rect.top() + y,
        width: rect.width(),
        height: rect.height(),
    })
}

/// Lights this element and no other.
pub fn light(element: Option<&Element>) {
    for before in seen("[data-spot]") {
        if element != Some(&before) {
            let _ = before.remove_attribute("data-spot");
        }
    }
    if let Some(element) = element {
        let _ = element.set_attribute("data-spot", "");
    }
}

/// Says on the root of the document how the page is presented; `None` that it is not.
pub fn set_presenting(how: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    let _ = match how {
        Some(how) => root.set_attribute("data-presenting", how),
        None => root.remove_attribute("data-presenting"),
    };
}

/// Whether a dialog lies over the page.
pub fn is_covered() -> bool {
    let dialogs = seen("dialog[open]");
    dialogs
        .iter()
        .any(|dialog| dialog.is_instance_of::<HtmlDialogElement>())
}
