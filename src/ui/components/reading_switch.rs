//! How a bare secret is read. The person chooses; the token never does.

use crate::keys::facts::SecretReading;
use crate::ui::text::t;
use leptos::prelude::*;

const READINGS: [(SecretReading, &str, &str); 4] = [
    (SecretReading::Utf8, "utf8", "reading-utf8"),
    (SecretReading::Base64, "base64", "reading-base64"),
    (SecretReading::Base64url, "base64url", "reading-base64url"),
    (SecretReading::Hex, "hex", "reading-hex"),
];

/// See the module.
#[component]
pub fn ReadingSwitch(
    /// `data-testid`, and the group's name.
    id: &'static str,
    /// What is chosen.
    reading: RwSignal<SecretReading>,
) -> impl IntoView {
    let choices = READINGS.map(|(choice, value, label)| {
        view! {
            <label class="segment">
                <input
                    class="offscreen"
                    type="radio"
                    name=id
                    value=value
                    prop:checked=move || reading.get() == choice
                    on:change=move |_| reading.set(choice)
                />
                <span class="segment-face">{t(label)}</span>
            </label>
        }
    });
    view! {
        <div class="segments" role="radiogroup" aria-label=t("reading-label") data-testid=id>
            <span class="segments-label" aria-hidden="true">{t("reading-label")}</span>
            {choices.into_iter().collect_view()}
        </div>
    }
}
