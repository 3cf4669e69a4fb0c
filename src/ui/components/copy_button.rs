//! Copies a text and says whether it worked.

use crate::browser::clipboard;
use crate::ui::text::{speech, t};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// See the module.
#[component]
pub fn CopyButton(
    /// Key of the accessible name: what is copied.
    label: &'static str,
    /// The text, asked for when the button is pressed.
    #[prop(into)]
    text: Callback<(), String>,
) -> impl IntoView {
    let speech = speech();
    let copied = RwSignal::new(None::<bool>);
    let press = move |_| {
        clipboard::copy(text.run(()), move |worked| {
            copied.set(Some(worked));
            Timeout::new(2_000, move || {
                // The button may be gone by then.
                let _ = copied.try_set(None);
            })
            .forget();
        });
    };
    let word = move || match copied.get() {
        None => "copy",
        Some(true) => "copied",
        Some(false) => "copy-failed",
    };
    view! {
        <button class="button button-quiet" type="button" aria-label=t(label) on:click=press>
            <span aria-live="polite">{move || speech.text(word())}</span>
        </button>
    }
}
