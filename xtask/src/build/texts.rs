//! One file of texts per language: `texts-<language>.ftl` has what is not compiled into the page,
//! which of English is all but `first/`; `learn-<language>.ftl` has the lessons, which are loaded when
//! somebody opens Learn. The page finds each by a `<meta>`; `index.html` has that of the English texts,
//! the others are put beside it. `start.ftl` of every language stands in `index.html` itself.

use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};

use super::Site;

const FOLDER: &str = "locales/";
/// What the page speaks before any file has come.
const COMPILED_IN: &str = "locales/en/first/";
/// What is loaded with the lessons only.
const LESSONS: &str = "learn/";
/// What the page says before it can choose a language.
const START: &str = "start.ftl";
/// How an element of the page names the text of `start.ftl` that stands in it.
const WORDS: &str = " data-words=\"";
/// How the page finds the file of English.
const META: &str = r#"<meta name="texts-en" content="./texts-en.ftl" />"#;

/// Replaces everything under `locales/` by the files of each language.
///
/// # Errors
/// For a file that is not UTF-8 or does not stand in a language's folder, without English, and for
/// a page that does not name the file of English.
pub(super) fn join(site: &mut Site) -> Result<()> {
    let mut languages = BTreeSet::new();
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut starts: BTreeMap<String, String> = BTreeMap::new();
    for (path, content) in site.iter() {
        // The list of terms beside the folders is for the tests.
        let Some(inside) = path.strip_prefix(FOLDER).filter(|_| path.ends_with(".ftl")) else {
            continue;
        };
        let (language, file) = inside
            .split_once('/')
            .with_context(|| format!("{path} stands in no language's folder"))?;
        let text = std::str::from_utf8(content).with_context(|| format!("{path} is not UTF-8"))?;
        languages.insert(language.to_string());
        if file == START {
            starts.insert(language.to_string(), without_comments(text));
            continue;
        }
        let topic = if file.starts_with(LESSONS) {
            "learn"
        } else {
            "texts"
        };
        let joined = files.entry(format!("{topic}-{language}")).or_default();
        if !path.starts_with(COMPILED_IN) {
            joined.push_str(&without_comments(text));
        }
    }
    if !languages.contains("en") {
        bail!("there are no English texts under {FOLDER}");
    }
    site.retain(|path, _| !path.starts_with(FOLDER));
    let page = site
        .get_mut("index.html")
        .context("there is no index.html")?;
    let spoken = with_words(&String::from_utf8_lossy(page), &starts)?;
    *page = with_metas(&spoken, files.keys())?.into_bytes();
    for (name, joined) in files {
        site.insert(format!("{name}.ftl"), joined.into_bytes());
    }
    Ok(())
}

/// Puts a `<meta>` for each file where that of the English texts is.
fn with_metas<'a>(page: &str, files: impl Iterator<Item = &'a String>) -> Result<String> {
    if page.matches(META).count() != 1 {
        bail!("index.html does not have {META} once");
    }
    let metas: String = files.map(|name| META.replace("texts-en", name)).collect();
    Ok(page.replace(META, &metas))
}

/// Puts the texts of all languages into the elements that name one: English first, each other in
/// an element that says of which language it is.
fn with_words(page: &str, starts: &BTreeMap<String, String>) -> Result<String> {
    let mut spoken = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, behind)) = rest.split_once(WORDS) {
        let (key, behind) = behind
            .split_once('"')
            .context("an attribute without an end")?;
        let (tag, behind) = behind.split_once('>').context("a tag without an end")?;
        let (english, others): (Vec<_>, Vec<_>) = starts
            .iter()
            .map(|(language, texts)| Ok((language, text_of(texts, key, language)?)))
            .collect::<Result<Vec<_>>>()?
            .into_iter()
            .partition(|(language, _)| *language == "en");
        spoken.push_str(&format!("{before}{tag}>"));
        spoken.extend(english.into_iter().map(|(_, text)| text));
        for (language, text) in others {
            spoken.push_str(&format!(" <span lang=\"{language}\">{text}</span>"));
        }
        rest = behind;
    }
    spoken.push_str(rest);
    Ok(spoken)
}

/// A text of one line, without what would be markup.
fn text_of<'a>(texts: &'a str, key: &str, language: &str) -> Result<&'a str> {
    let text = texts.lines().find_map(|line| {
        let text = line.strip_prefix(key)?.strip_prefix(" = ")?;
        Some(text.trim())
    });
    text.filter(|text| !text.contains(['<', '>', '&']))
        .with_context(|| format!("{language}/{START} has no plain {key}"))
}

/// Comments and empty lines are for those who write the texts.
fn without_comments(text: &str) -> String {
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Site {
        let file = |(path, text): &(&str, &str)| (path.to_string(), text.as_bytes().to_vec());
        files.iter().map(file).collect()
    }

    #[test]
    fn lessons_stand_in_a_file_of_their_own() {
        let mut site = site(&[
            ("index.html", &format!("<head>{META}</head>")),
            ("locales/en/rest/b.ftl", "b = B\n"),
            ("locales/en/learn/a.ftl", "a = A\n"),
            ("locales/en/learn/c.ftl", "c = C\n"),
            ("locales/nl/learn/a.ftl", "a = Aa\n"),
        ]);
        join(&mut site).unwrap();
        assert_eq!(site["texts-en.ftl"], b"b = B\n");
        assert_eq!(site["learn-en.ftl"], b"a = A\nc = C\n");
        assert_eq!(site["learn-nl.ftl"], b"a = Aa\n");
        let page = std::str::from_utf8(&site["index.html"]).unwrap();
        assert_eq!(page.matches("<meta").count(), 3, "{page}");
        assert!(page.contains(r#"<meta name="learn-nl" content="./learn-nl.ftl" />"#));
    }

    #[test]
    fn what_is_said_before_the_start_stands_in_the_page() {
        let page = format!("<head>{META}</head><p id=\"a\" data-words=\"start-a\"></p>");
        let with = |english: &str, dutch: &str| {
            let mut site = site(&[
                ("index.html", &page),
                ("locales/en/start.ftl", english),
                ("locales/nl/start.ftl", dutch),
            ]);
            join(&mut site).map(|()| String::from_utf8(site.remove("index.html").unwrap()).unwrap())
        };
        let joined = with(
            "# Of a.\nstart-a = A b.\n",
            "start-ab = x\nstart-a = B a.\n",
        )
        .unwrap();
        assert!(
            joined.ends_with("<p id=\"a\">A b. <span lang=\"nl\">B a.</span></p>"),
            "{joined}"
        );
        assert!(with("start-a = A\n", "").is_err());
        assert!(with("start-a = A <b>\n", "start-a = B\n").is_err());
    }

    #[test]
    fn each_language_becomes_one_file_without_what_the_page_has() {
        let mut site = site(&[
            ("index.html", &format!("<head>{META}</head>")),
            ("locales/en/first/a.ftl", "a = A\n"),
            ("locales/en/rest/b.ftl", "# About b.\n\nb = B\n  more\n"),
            ("locales/nl/first/a.ftl", "a = Aa"),
            ("locales/terms.txt", "A\n"),
            ("other", "kept"),
        ]);
        join(&mut site).unwrap();
        let names: Vec<_> = site.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            ["index.html", "other", "texts-en.ftl", "texts-nl.ftl"]
        );
        assert_eq!(site["texts-en.ftl"], b"b = B\n  more\n");
        assert_eq!(site["texts-nl.ftl"], b"a = Aa\n");
        let page = std::str::from_utf8(&site["index.html"]).unwrap();
        for language in ["en", "nl"] {
            let meta =
                format!(r#"<meta name="texts-{language}" content="./texts-{language}.ftl" />"#);
            assert_eq!(page.matches(&meta).count(), 1, "{page}");
        }
    }

    #[test]
    fn a_build_without_english_or_with_a_stray_file_is_an_error() {
        assert!(join(&mut site(&[])).is_err());
        let page = ("index.html", META);
        let stray = [
            page,
            ("locales/en/rest/b.ftl", ""),
            ("locales/stray.ftl", ""),
        ];
        assert!(join(&mut site(&stray)).is_err());
        for page in ["", &META.repeat(2)] {
            let nameless = [("index.html", page), ("locales/en/rest/b.ftl", "")];
            assert!(join(&mut site(&nameless)).is_err());
        }
        assert!(join(&mut site(&[("locales/en/rest/b.ftl", "")])).is_err());
    }
}
