//! Which language the page speaks, and that one could not be had.

use crate::browser::page::{self, Preference};
use crate::ui::dom::{El, el, value_of};
use crate::ui::text::{Speech, speech};
use crate::words::{LANGUAGES, Language};

/// Speaks the language that was chosen earlier, or the one that suits the browser.
pub fn begin(speech: Speech) {
    let remembered = page::remembered(Preference::Language);
    let language = remembered.as_deref().and_then(Language::of);
    speech.speak(language.unwrap_or_else(|| {
        let preferred = page::preferred_languages();
        Language::suiting(preferred.iter().map(String::as_str))
    }));
}

/// The switch.
pub fn language_switch() -> El {
    let speech = speech();
    // Each calls itself by its own name, so that whoever speaks only that one finds it.
    let options = LANGUAGES.map(|language| {
        el("option", "")
            .attr("value", language.code)
            .attr("lang", language.code)
            .child(language.name)
    });
    let choose = move |event: &web_sys::Event| {
        if let Some(language) = Language::of(&value_of(event)) {
            page::remember(Preference::Language, language.code);
            speech.speak(language);
        }
    };
    el("select", "select")
        .test("language")
        .on("change", choose)
        .child(options)
        .prop("value", move || speech.chosen().code)
}

/// Says that a language could not be had; empty otherwise.
pub fn language_note() -> El {
    let speech = speech();
    el("p", "language-note")
        .test("language-note")
        .attr("role", "status")
        .child(move || {
            let missed = speech.missed()?;
            Some(speech.format("language-missed", &[("language", missed.name.into())]))
        })
}
