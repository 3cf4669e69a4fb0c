//! From a code and its facts to a sentence in the reader's language. Compiles on the host too:
//! the page, the report and the tests speak the same sentences.
//!
//! Texts stand in `locales/<language>/*.ftl`, in a subset of Fluent syntax: `key = text`,
//! `.attribute = text`, `{ $fact }`. The core of English is compiled in; the knowledge texts and
//! other languages are loaded.

/// The English texts that are compiled in, one file per topic.
pub const ENGLISH: [&str; 10] = [
    include_str!("../../locales/en/ui.ftl"),
    include_str!("../../locales/en/paste.ftl"),
    include_str!("../../locales/en/structure.ftl"),
    include_str!("../../locales/en/keys.ftl"),
    include_str!("../../locales/en/verify.ftl"),
    include_str!("../../locales/en/sign.ftl"),
    include_str!("../../locales/en/judge.ftl"),
    include_str!("../../locales/en/checks.ftl"),
    include_str!("../../locales/en/profiles.ftl"),
    include_str!("../../locales/en/diagnosis.ftl"),
];
