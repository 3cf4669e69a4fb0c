//! Which elements of a scrolled box can be seen, or nearly so.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// Watches until it is dropped.
#[derive(Debug)]
pub struct InView {
    observer: IntersectionObserver,
    _told: Closure<dyn FnMut(Array)>,
}

impl InView {
    /// Calls `moved` with each watched element that comes into the box or near it, and `true`;
    /// with `false` when it is away again.
    pub fn new(
        scrolled: &Element,
        mut moved: impl FnMut(&Element, bool) + 'static,
    ) -> Option<InView> {
        let told = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            for entry in entries.iter() {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                moved(&entry.target(), entry.is_intersecting());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root(Some(scrolled));
        options.set_root_margin("600px");
        let observer =
            IntersectionObserver::new_with_options(told.as_ref().unchecked_ref(), &options);
        Some(InView {
            observer: observer.ok()?,
            _told: told,
        })
    }

    /// Watches this element too.
    pub fn watch(&self, element: &Element) {
        self.observer.observe(element);
    }
}

impl Drop for InView {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Scrolls as little as brings the element into view.
pub fn show(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls the page until the element stands in its middle.
pub fn show_in_middle(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls the box, and nothing around it, until the element in it can be seen.
pub fn show_inside(scrolled: &Element, element: &Element) {
    let (box_, place) = (
        scrolled.get_bounding_client_rect(),
        element.get_bounding_client_rect(),
    );
    let (above, below) = (place.top() - box_.top(), place.bottom() - box_.bottom());
    let by = if above < 0.0 {
        above - 20.0
    } else if below > 0.0 {
        (below + 20.0).min(above)
    } else {
        return;
    };
    scrolled.scroll_by_with_x_and_y(0.0, by);
}
