//! A text area for tokens, keys and payloads: labelled, monospaced, and closed to the browser's
//! spelling and translation services, which would send its text away.

use crate::ui::text::t;
use leptos::{attr::custom::custom_attribute, ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlTextAreaElement};

/// See the module.
#[component]
pub fn TextArea(
    /// `data-testid` and `id` of the native control.
    id: &'static str,
    /// Key of its accessible name.
    label: &'static str,
    /// Key of the text in the empty control.
    #[prop(optional)]
    placeholder: Option<&'static str>,
    /// `id` of an element that says more.
    #[prop(optional)]
    described_by: Option<&'static str>,
    /// Whether what it says about itself is a fault.
    #[prop(optional, into)]
    invalid: Signal<bool>,
    /// Height in lines.
    rows: u32,
    /// The text.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what was typed.
    #[prop(into)]
    set: Callback<String>,
) -> impl IntoView {
    let placeholder = placeholder.map(t);
    view! {
        <textarea
            class="text-area"
            id=id
            data-testid=id
            rows=rows
            aria-label=t(label)
            aria-describedby=described_by
            aria-invalid=move || invalid.get().then_some("true")
            placeholder=placeholder
            spellcheck="false"
            autocomplete="off"
            autocapitalize="off"
            translate="no"
            {..custom_attribute("autocorrect", "off")}
            data-gramm="false"
            prop:value=move || value.get()
            on:input=move |event| set.run(event_target_value(&event))
            on:paste=move |event| insert(&event, set)
        ></textarea>
    }
}

/// A real paste is inserted by the browser, which keeps Undo. One made by a script is not, so it
/// is inserted here.
fn insert(event: &ev::ClipboardEvent, set: Callback<String>) {
    let event: &ClipboardEvent = event.unchecked_ref();
    if event.is_trusted() {
        return;
    }
    let target = event.target();
    let area = target.and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
    let text = event
        .clipboard_data()
        .and_then(|data| data.get_data("text").ok());
    let (Some(area), Some(text)) = (area, text) else {
        return;
    };
    event.prevent_default();
    let start = area.selection_start().ok().flatten().unwrap_or(0);
    let end = area.selection_end().ok().flatten().unwrap_or(start);
    if area
        .set_range_text_with_start_and_end(&text, start, end)
        .is_ok()
    {
        set.run(area.value());
    }
}
