//! The page's language as a signal, and the shortest ways to say something in it.

use crate::diagnostic::{Diagnostic, Fact};
use crate::ui::state::RwSignal;
use crate::words::{FIRST, Locale};
use leptos::prelude::use_context;
use std::sync::Arc;

/// The language that is spoken; cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Speech {
    locale: RwSignal<Arc<Locale>>,
    complete: RwSignal<bool>,
    rest: RwSignal<String>,
}

impl Speech {
    /// English, with moments in the person's own time zone.
    pub fn new() -> Self {
        let locale = Locale::first().with_moments(crate::browser::clock::local);
        Speech {
            locale: RwSignal::new(Arc::new(locale)),
            complete: RwSignal::new(false),
            rest: RwSignal::new(String::new()),
        }
    }

    /// The text of `key`.
    pub fn text(self, key: &str) -> String {
        self.locale.with(|locale| locale.text(key).to_owned())
    }

    /// Adds the texts that a first decode did not need.
    pub fn complete(self, texts: &str) {
        self.locale
            .update(|locale| Arc::make_mut(locale).add(texts));
        self.rest.set(texts.to_owned());
        self.complete.set(true);
    }

    /// All texts as they were read, in the order in which they are laid over another.
    pub fn files(self) -> Vec<String> {
        let mut files: Vec<String> = FIRST.iter().map(|file| (*file).to_owned()).collect();
        files.push(self.rest.get_untracked());
        files
    }

    /// Whether all texts are there. What is said with the later ones waits for them.
    pub fn is_complete(self) -> bool {
        self.complete.get()
    }

    /// The text of `key`, if there is one.
    pub fn find(self, key: &str) -> Option<String> {
        self.locale
            .with(|locale| locale.has(key).then(|| locale.text(key).to_owned()))
    }

    /// The text of `key` with facts in their places.
    pub fn format(self, key: &str, facts: &[(&str, Fact)]) -> String {
        self.locale.with(|locale| locale.format(key, facts))
    }

    /// The sentence of a diagnostic.
    pub fn say(self, diagnostic: &Diagnostic) -> String {
        self.locale.with(|locale| locale.say(diagnostic))
    }

    /// An attribute of a diagnostic's text, such as `advice`.
    pub fn attribute(self, diagnostic: &Diagnostic, name: &str) -> Option<String> {
        self.locale
            .with(|locale| locale.say_attribute(diagnostic, name))
    }

    /// `in 5 minutes`, `3 days ago`.
    pub fn relative(self, seconds: i64) -> String {
        self.locale.with(|locale| locale.relative(seconds))
    }

    /// A moment in the person's own time zone.
    pub fn moment(self, at: i64) -> String {
        self.locale.with(|locale| locale.moment(at))
    }
}

impl Default for Speech {
    fn default() -> Self {
        Speech::new()
    }
}

/// The language of this page. Call it in a component's body, not in its event handlers.
pub fn speech() -> Speech {
    use_context().unwrap_or_default()
}

/// The text of `key`, as a view or an attribute that follows the language.
pub fn t(key: &'static str) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let speech = speech();
    move || speech.text(key)
}
