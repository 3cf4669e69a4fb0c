//! The languages there are, and which of them suits a person.
//! Spec: RFC 4647 §3.4 (lookup, of primary language subtags only), RFC 5646 §2.2.1.

/// A language that the page speaks: a folder of `locales/`.
#[derive(Clone, Copy, Debug, Eq)]
pub struct Language {
    /// Its subtag, which is also its folder in `locales/` and `<html lang>`.
    pub code: &'static str,
    /// What it calls itself.
    pub name: &'static str,
    /// The `<meta>` that names the file of its texts.
    pub texts: &'static str,
    /// The `<meta>` that names the file of its lessons.
    pub lessons: &'static str,
}

/// All of them, as `build.rs` finds them. The first is spoken where none suits, and until the texts
/// of another have come.
pub const LANGUAGES: [Language; COUNT] = FOUND;

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

const fn language(
    code: &'static str,
    name: &'static str,
    texts: &'static str,
    lessons: &'static str,
) -> Language {
    Language {
        code,
        name,
        texts,
        lessons,
    }
}

/// The subtag says which one it is.
impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Language {
    /// The language with this subtag, in any case.
    pub fn of(code: &str) -> Option<Language> {
        LANGUAGES
            .into_iter()
            .find(|language| language.code.eq_ignore_ascii_case(code))
    }

    /// The first of a person's languages that there is, whatever its region: `nl-BE` is `nl`.
    pub fn suiting<'t>(tags: impl IntoIterator<Item = &'t str>) -> Language {
        let [first, ..] = LANGUAGES;
        for tag in tags {
            let end = tag.bytes().position(|byte| byte == b'-' || byte == b'_');
            let primary = end.and_then(|end| tag.get(..end)).unwrap_or(tag);
            if let Some(language) = Language::of(primary) {
                return language;
            }
        }
        first
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_that_there_is_suits() {
        for (tags, code) in [
            (vec!["nl"], "nl"),
            (vec!["nl-BE", "fr"], "nl"),
            (vec!["NL-nl"], "nl"),
            (vec!["nl_NL"], "nl"),
            (vec!["fr-BE", "nl-BE", "en"], "nl"),
            (vec!["en-GB", "nl"], "en"),
            (vec!["fr", "de"], "en"),
            (vec!["nll", "nlx-NL"], "en"),
            (vec!["", "-nl", "x-nl"], "en"),
            (vec![], "en"),
        ] {
            assert_eq!(Language::suiting(tags.clone()).code, code, "{tags:?}");
        }
    }

    #[test]
    fn an_unknown_language_is_none() {
        for code in ["", "fr", "nl-NL", "n", "en "] {
            assert_eq!(Language::of(code), None, "{code}");
        }
        assert_eq!(Language::of("nl").map(|l| l.name), Some("Nederlands"));
    }

    #[test]
    fn every_language_names_its_file_after_itself() {
        for language in LANGUAGES {
            assert_eq!(language.texts, format!("texts-{}", language.code));
            assert_eq!(language.lessons, format!("learn-{}", language.code));
        }
    }
}
