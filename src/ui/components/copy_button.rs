//! Copies a text and says whether it worked.

use crate::browser::clipboard;
use crate::ui::dom::{El, button, el};
use crate::ui::state::RwSignal;
use crate::ui::text::{speech, t};
use gloo::timers::callback::Timeout;

/// A button that copies; `label` is the key of its accessible name (what is copied), `text` is
/// asked for when it is pressed.
pub fn copy_button(label: &'static str, text: impl Fn() -> String + 'static) -> El {
    let speech = speech();
    let copied = RwSignal::new(None::<bool>);
    let press = move || {
        clipboard::copy(text(), move |worked| {
            copied.set(Some(worked));
            Timeout::new(2_000, move || {
                copied.set(None);
            })
            .forget();
        });
    };
    let word = move || {
        speech.text(match copied.get() {
            None => "copy",
            Some(true) => "copied",
            Some(false) => "copy-failed",
        })
    };
    let word = el("span", "").attr("aria-live", "polite").child(word);
    button("button-quiet", press)
        .attr("aria-label", t(label))
        .child(word)
}
