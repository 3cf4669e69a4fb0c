//! Copies a text and says whether it worked.

use crate::browser::clipboard::{self, Copied};
use crate::ui::dom::{El, button, el};
use crate::ui::state::RwSignal;
use crate::ui::text::{speech, t};
use gloo::timers::callback::Timeout;

/// A button that copies; `label` is the key of its accessible name (what is copied), `text` is
/// asked for when it is pressed.
pub fn copy_button(label: &'static str, text: impl Fn() -> String + 'static) -> El {
    let speech = speech();
    let copied = RwSignal::new(None::<Copied>);
    let press = move || copy(text(), copied);
    let word = move || {
        speech.text(match copied.get() {
            None => "copy",
            Some(how) => word_of(how),
        })
    };
    let word = el("span", "").attr("aria-live", "polite").child(word);
    button("button-quiet", press)
        .attr("aria-label", t(label))
        .child(word)
}

/// The same where several stand side by side: it shows what it copies, and keeps its width while
/// it says how that went.
pub fn copy_of(label: &'static str, text: impl Fn() -> String + 'static) -> El {
    let speech = speech();
    let copied = RwSignal::new(None::<Copied>);
    let press = move || copy(text(), copied);
    let word = move || copied.get().map(|how| speech.text(word_of(how)));
    let name = el("span", "copy-name")
        .attr("data-away", move || copied.get().map(|_| "true"))
        .child(t(label));
    let word = el("span", "copy-word")
        .attr("aria-live", "polite")
        .child(word);
    button("button-small copy-of", press)
        .child(name)
        .child(word)
}

fn word_of(how: Copied) -> &'static str {
    match how {
        Copied::Whole => "copied",
        Copied::WrittenOut => "copied-written-out",
        Copied::Refused => "copy-failed",
    }
}

/// Copies, and says for two seconds whether it worked.
fn copy(text: String, copied: RwSignal<Option<Copied>>) {
    clipboard::copy(&text, move |how| {
        copied.set(Some(how));
        Timeout::new(2_000, move || {
            copied.set(None);
        })
        .forget();
    });
}
