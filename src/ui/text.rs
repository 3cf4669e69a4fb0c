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
    /// The files that have come, by the name of their `<meta>`.
    files: RwSignal<Vec<(&'static str, Arc<str>)>>,
    /// Whether somebody opened Learn, which has texts of its own.
    learns: RwSignal<bool>,
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
            learns: RwSignal::new(false),
        }
    }

    /// Turns to `language` as soon as its texts are there. Until then, and when they cannot be
    /// had, all is said as before.
    pub fn speak(self, language: Language) {
        self.chosen.set(language);
        self.missed.set(None);
        if self.learns.get_untracked() {
            self.bring_lessons(language);
        }
        if self.file(language.texts).is_some() {
            self.turn_to(language);
            return;
        }
        own_file::read(language.texts, move |texts| match texts {
            Some(texts) => {
                self.keep(language.texts, texts);
                // Another one may have been chosen while these were on their way.
                if self.chosen.get_untracked() == language {
                    self.turn_to(language);
                }
            }
            None => self.go_without(language),
        });
    }

    /// From now on the texts of the lessons are wanted too.
    pub fn learn(self) {
        if !self.learns.get_untracked() {
            self.learns.set(true);
            self.bring_lessons(self.chosen.get_untracked());
        }
    }

    /// Whether the texts of the lessons are there, in the language that is spoken.
    pub fn has_lessons(self) -> bool {
        let spoken = self.spoken.get();
        let is_there = |name: &str| self.files.with(|files| files.iter().any(|f| f.0 == name));
        spoken.is_some_and(|language| is_there(language.lessons))
    }

    fn bring_lessons(self, language: Language) {
        if self.file(language.lessons).is_some() {
            return;
        }
        own_file::read(language.lessons, move |texts| {
            let Some(texts) = texts else { return };
            self.keep(language.lessons, texts);
            if self.spoken.get_untracked() == Some(language) {
                self.turn_to(language);
            }
        });
    }

    fn keep(self, name: &'static str, texts: String) {
        let mut files = self.files.get_untracked();
        files.push((name, texts.into()));
        self.files.set(files);
    }

    fn file(self, name: &str) -> Option<Arc<str>> {
        self.files.with_untracked(|files| {
            let found = files.iter().find(|(other, _)| *other == name);
            found.map(|(_, texts)| Arc::clone(texts))
        })
    }

    fn turn_to(self, language: Language) {
        // The document first: moments are written in its language.
        page::set_language(language.code);
        let mut locale = first();
        for name in [language.texts, language.lessons] {
            if let Some(texts) = self.file(name) {
                locale.add(&texts);
            }
        }
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
            self.turn_to(english);
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
        if let Some(rest) = spoken.and_then(|language| self.file(language.texts)) {
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
