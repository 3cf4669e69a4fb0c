//! A labelled one-line field, closed to the browser's spelling and translation services.

use crate::ui::text::t;
use leptos::{attr::custom::custom_attribute, prelude::*};

/// See the module.
#[component]
pub fn TextField(
    /// `data-testid` and `id` of the native control.
    id: &'static str,
    /// Key of its label.
    label: &'static str,
    /// Key of the text in the empty control.
    #[prop(optional)]
    placeholder: Option<&'static str>,
    /// What the browser's keyboard should offer.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// `id` of an element that says more.
    #[prop(optional)]
    described_by: Option<&'static str>,
    /// Whether the text cannot be read.
    #[prop(optional, into)]
    invalid: Signal<bool>,
    /// The text.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what was typed.
    #[prop(into)]
    set: Callback<String>,
) -> impl IntoView {
    let placeholder = placeholder.map(t);
    view! {
        <div class="field">
            <label class="field-label" for=id>{t(label)}</label>
            <input
                class="text-field"
                type="text"
                id=id
                data-testid=id
                inputmode=inputmode
                aria-describedby=described_by
                aria-invalid=move || invalid.get().then_some("true")
                placeholder=placeholder
                spellcheck="false"
                autocomplete="off"
                autocapitalize="off"
                translate="no"
                {..custom_attribute("autocorrect", "off")}
                prop:value=move || value.get()
                on:input=move |event| set.run(event_target_value(&event))
            />
        </div>
    }
}
