//! The page's language as a signal, and the shortest ways to say something in it.

use crate::browser::{own_file, page};
use crate::diagnostic::{Diagnostic, Fact};
use crate::ui::state::RwSignal;
use crate::words::{FIRST, LANGUAGES, Language, Locale};
use leptos::prelude::use_context;
use std::sync::Arc;

/// The language that is spoken; cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Speech {
    locale: RwSignal<Arc<Locale>>,
    chosen: RwSignal<Language>,
    spoken: RwSignal<Option<Language>>,
    missed: RwSignal<Option<Language>>,
    /// The texts that have come, each with its language.
    files: RwSignal<Vec<(Language, Arc<str>)>>,
}

impl Speech {
    /// English, of which only a first decode's texts are there, with moments in the person's own
    /// time zone.
    pub fn new() -> Self {
        let [english, ..] = LANGUAGES;
        Speech {
            locale: RwSignal::new(Arc::new(first())),
            chosen: RwSignal::new(english),
            spoken: RwSignal::new(None),
            missed: RwSignal::new(None),
            files: RwSignal::new(Vec::new()),
        }
    }

    /// Turns to `language` as soon as its texts are there. Until then, and when they cannot be
    /// had, all is said as before.
    pub fn speak(self, language: Language) {
        self.chosen.set(language);
        self.missed.set(None);
        if let Some(texts) = self.file(language) {
            self.turn_to(language, &texts);
            return;
        }
        own_file::read(language.texts, move |texts| match texts {
            Some(texts) => {
                let texts: Arc<str> = texts.into();
                let mut files = self.files.get_untracked();
                files.push((language, Arc::clone(&texts)));
                self.files.set(files);
                // Another one may have been chosen while these were on their way.
                if self.chosen.get_untracked() == language {
                    self.turn_to(language, &texts);
                }
            }
            None => self.go_without(language),
        });
    }

    fn file(self, language: Language) -> Option<Arc<str>> {
        self.files.with_untracked(|files| {
            let found = files.iter().find(|(other, _)| *other == language);
            found.map(|(_, texts)| Arc::clone(texts))
        })
    }

    fn turn_to(self, language: Language, texts: &str) {
        // The document first: moments are written in its language.
        page::set_language(language.code);
        let mut locale = first();
        locale.add(texts);
        self.spoken.set(Some(language));
        self.locale.set(Arc::new(locale));
    }

    fn go_without(self, language: Language) {
        let [english, ..] = LANGUAGES;
        if self.chosen.get_untracked() != language {
            return;
        }
        if language == english {
            // Its first texts are compiled in; of the others, the keys are shown.
            self.turn_to(english, "");
        } else {
            self.speak(self.spoken.get_untracked().unwrap_or(english));
        }
        self.missed.set(Some(language));
    }

    /// The language that was asked for: the one that is spoken, or will be in a moment.
    pub fn chosen(self) -> Language {
        self.chosen.get()
    }

    /// The language that was asked for last, if its texts could not be had.
    pub fn missed(self) -> Option<Language> {
        self.missed.get()
    }

    /// The text of `key`.
    pub fn text(self, key: &str) -> String {
        self.locale.with(|locale| locale.text(key).to_owned())
    }

    /// All texts as they were read, in the order in which they are laid over another.
    pub fn files(self) -> Vec<String> {
        let mut files: Vec<String> = FIRST.iter().map(|file| (*file).to_owned()).collect();
        let spoken = self.spoken.get_untracked();
        if let Some(rest) = spoken.and_then(|language| self.file(language)) {
            files.push(rest.to_string());
        }
        files
    }

    /// Whether all texts of some language are there. What is said with the later ones waits for
    /// them.
    pub fn is_complete(self) -> bool {
        self.spoken.get().is_some()
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

    /// A fact as it reads in a sentence.
    pub fn fact(self, fact: &Fact) -> String {
        self.locale.with(|locale| locale.fact(fact))
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

/// What is compiled in.
fn first() -> Locale {
    Locale::first().with_moments(crate::browser::clock::local)
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
