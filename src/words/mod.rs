//! From a code and its facts to a sentence in the reader's language. Compiles on the host too:
//! the page, the report and the tests speak the same sentences.
//!
//! Texts stand in `locales/<language>/*.ftl`, in a subset of Fluent syntax: `key = text`,
//! `.attribute = text`, `{ $fact }`. Those under `first/` are compiled into the page, in English;
//! those under `rest/` and other languages are loaded.

mod fact;
mod ftl;
mod language;
mod visible;

use crate::diagnostic::{Diagnostic, Fact};
pub use language::{LANGUAGES, Language};
use std::collections::BTreeMap;
pub use visible::{visible, without_controls};

/// The English texts that a first decode needs, one file per topic: compiled into the page.
pub const FIRST: [&str; 5] = [
    include_str!("../../locales/en/first/words.ftl"),
    include_str!("../../locales/en/first/ui.ftl"),
    include_str!("../../locales/en/first/paste.ftl"),
    include_str!("../../locales/en/first/structure.ftl"),
    include_str!("../../locales/en/first/judge.ftl"),
];

/// The other English texts, but for the knowledge of rare names: the page loads them, the host
/// compiles them in.
pub const REST: [&str; 19] = [
    include_str!("../../locales/en/rest/knowledge-core.ftl"),
    include_str!("../../locales/en/rest/explain.ftl"),
    include_str!("../../locales/en/rest/keys.ftl"),
    include_str!("../../locales/en/rest/key-box.ftl"),
    include_str!("../../locales/en/rest/offline.ftl"),
    include_str!("../../locales/en/rest/page.ftl"),
    include_str!("../../locales/en/rest/key-tools.ftl"),
    include_str!("../../locales/en/rest/verify.ftl"),
    include_str!("../../locales/en/rest/decrypt.ftl"),
    include_str!("../../locales/en/rest/self-test.ftl"),
    include_str!("../../locales/en/rest/sign.ftl"),
    include_str!("../../locales/en/rest/checks.ftl"),
    include_str!("../../locales/en/rest/profiles.ftl"),
    include_str!("../../locales/en/rest/diagnosis.ftl"),
    include_str!("../../locales/en/rest/report.ftl"),
    include_str!("../../locales/en/rest/jwks.ftl"),
    include_str!("../../locales/en/rest/arithmetic.ftl"),
    include_str!("../../locales/en/rest/expectations.ftl"),
    include_str!("../../locales/en/rest/views.ftl"),
];

/// How a NumericDate reads: the page injects the person's own time zone.
pub type MomentFormat = fn(i64) -> String;

/// The texts of one language, and how it writes moments.
#[derive(Clone, Debug)]
pub struct Locale {
    /// Text by key; attributes stand under `key.attribute`.
    texts: BTreeMap<String, String>,
    moment: MomentFormat,
}

impl Locale {
    /// English but for the knowledge, with moments in UTC.
    pub fn english() -> Locale {
        let mut locale = Locale::first();
        for file in REST {
            locale.add(file);
        }
        locale
    }

    /// What a first decode needs of English, with moments in UTC.
    pub fn first() -> Locale {
        Locale::parse(&FIRST)
    }

    /// A language from its texts. What is not of the subset is passed over; the tests of the
    /// locales see to it that nothing is.
    pub fn parse(files: &[&str]) -> Locale {
        let mut locale = Locale {
            texts: BTreeMap::new(),
            moment: crate::calendar::utc,
        };
        for file in files {
            locale.add(file);
        }
        locale
    }

    /// Adds the texts of one file; a key that is there already gets the new text. So a second
    /// language laid over the first shows the first where it has no text of its own.
    pub fn add(&mut self, file: &str) {
        ftl::read(file, |key, text| {
            self.texts.insert(key, text);
        });
    }

    /// The same language with moments written by `format`.
    pub fn with_moments(mut self, format: MomentFormat) -> Locale {
        self.moment = format;
        self
    }

    /// Whether there is a text for `key` (`key.attribute` for an attribute).
    pub fn has(&self, key: &str) -> bool {
        self.texts.contains_key(key)
    }

    /// Every key, in alphabetical order; attributes as `key.attribute`.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }

    /// The text of `key` as it stands in the file. A key without a text is shown itself, so that
    /// the hole is seen.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.texts.get(key).map_or(key, String::as_str)
    }

    /// The sentence of a diagnostic.
    pub fn say(&self, diagnostic: &Diagnostic) -> String {
        self.fill(&diagnostic.code, &|name| diagnostic.fact(name))
    }

    /// What else there is to say, such as `advice`; `None` where the language has no such text.
    pub fn say_attribute(&self, diagnostic: &Diagnostic, attribute: &str) -> Option<String> {
        let key = format!("{}.{attribute}", diagnostic.code);
        self.has(&key)
            .then(|| self.fill(&key, &|name| diagnostic.fact(name)))
    }

    /// The text of `key` with `facts` in their places. Where the fact `count` is 1, the text
    /// `key-one` is used if there is one.
    pub fn format(&self, key: &str, facts: &[(&str, Fact)]) -> String {
        self.fill(key, &|name| {
            facts.iter().find(|(n, _)| *n == name).map(|(_, fact)| fact)
        })
    }

    fn fill<'f>(&self, key: &str, facts: &dyn Fn(&str) -> Option<&'f Fact>) -> String {
        let one = match facts("count") {
            Some(Fact::Count(1)) => self.texts.get(&one_of(key)),
            _ => None,
        };
        let mut rest = one.map_or_else(|| self.text(key), String::as_str);
        let mut sentence = String::new();
        while let Some((before, name, after)) = ftl::placeable(rest) {
            sentence.push_str(before);
            match facts(name) {
                Some(fact) => self.word_fact(fact, &mut sentence),
                // Seen, like a missing text.
                None => sentence.extend(["{$", name, "}"]),
            }
            rest = after;
        }
        sentence.push_str(rest);
        sentence
    }
}

/// `key-one`, also for `key.attribute`: `key-one.attribute`.
fn one_of(key: &str) -> String {
    match key.split_once('.') {
        Some((message, attribute)) => format!("{message}-one.{attribute}"),
        None => format!("{key}-one"),
    }
}

#[cfg(test)]
mod tests;
