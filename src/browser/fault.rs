//! What is shown when the page's own code panics: that it happened, in which words, and that what
//! was typed is still in its fields. After that nothing of this code answers any more, so the note
//! is made of the browser's own elements, and its way out is a link.

use std::cell::RefCell;
use std::panic;
use web_sys::{Document, Element};

/// What the note says, in the language that is spoken.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// What happened.
    pub title: String,
    /// What is left to do.
    pub text: String,
    /// The way out.
    pub again: String,
}

thread_local! {
    static WORDS: RefCell<Words> = RefCell::new(Words::default());
}

/// Shows the note from now on whenever the code of the page panics.
pub fn watch() {
    panic::set_hook(Box::new(|fault| {
        console_error_panic_hook::hook(fault);
        let _ = show(&fault.to_string());
    }));
}

/// Says it in these words from now on.
pub fn speak(words: Words) {
    WORDS.set(words);
}

fn show(message: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    // The first fault is the one that counts: whatever is tried after it fails too.
    if document.get_element_by_id("page-fault").is_some() {
        return None;
    }
    let words = WORDS.with(|words| words.try_borrow().map(|words| words.clone()));
    let words = words.unwrap_or_default();
    let note = element(&document, "section", "")?;
    for (name, value) in [
        ("id", "page-fault"),
        ("data-testid", "page-fault"),
        ("class", "mishap"),
        ("role", "alert"),
    ] {
        note.set_attribute(name, value).ok()?;
    }
    let again = element(&document, "a", &words.again)?;
    again.set_attribute("class", "button button-primary").ok()?;
    let address = web_sys::window()?.location().href().ok()?;
    // Without its fragment it is another address: the browser loads it.
    let address = address.split('#').next().unwrap_or_default().to_owned();
    again.set_attribute("href", &address).ok()?;
    for child in [
        element(&document, "h2", &words.title)?,
        element(&document, "p", &words.text)?,
        element(&document, "pre", message)?,
        again,
    ] {
        note.append_child(&child).ok()?;
    }
    document.body()?.append_child(&note).ok()?;
    Some(())
}

fn element(document: &Document, name: &str, text: &str) -> Option<Element> {
    let element = document.create_element(name).ok()?;
    element.set_text_content(Some(text));
    Some(element)
}
