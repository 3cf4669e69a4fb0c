//! One file of texts per language: `texts-<language>.ftl` has what is not compiled into the page,
//! which of English is all but `first/`.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;

use super::Site;

const FOLDER: &str = "locales/";
/// What the page speaks before any file has come.
const COMPILED_IN: &str = "locales/en/first/";

/// Replaces everything under `locales/` by one file per language.
///
/// # Errors
/// For a file that is not UTF-8 or does not stand in a language's folder, and without English.
pub(super) fn join(site: &mut Site) -> Result<()> {
    let mut languages: BTreeMap<String, String> = BTreeMap::new();
    for (path, content) in site.iter() {
        let Some(inside) = path.strip_prefix(FOLDER) else {
            continue;
        };
        let (language, _) = inside
            .split_once('/')
            .with_context(|| format!("{path} stands in no language's folder"))?;
        let text = std::str::from_utf8(content).with_context(|| format!("{path} is not UTF-8"))?;
        let joined = languages.entry(language.to_string()).or_default();
        if !path.starts_with(COMPILED_IN) {
            joined.push_str(&without_comments(text));
        }
    }
    if !languages.contains_key("en") {
        bail!("there are no English texts under {FOLDER}");
    }
    site.retain(|path, _| !path.starts_with(FOLDER));
    for (language, joined) in languages {
        site.insert(format!("texts-{language}.ftl"), joined.into_bytes());
    }
    Ok(())
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
    fn each_language_becomes_one_file_without_what_the_page_has() {
        let mut site = site(&[
            ("locales/en/first/a.ftl", "a = A\n"),
            ("locales/en/rest/b.ftl", "# About b.\n\nb = B\n  more\n"),
            ("locales/nl/first/a.ftl", "a = Aa"),
            ("other", "kept"),
        ]);
        join(&mut site).unwrap();
        let names: Vec<_> = site.keys().map(String::as_str).collect();
        assert_eq!(names, ["other", "texts-en.ftl", "texts-nl.ftl"]);
        assert_eq!(site["texts-en.ftl"], b"b = B\n  more\n");
        assert_eq!(site["texts-nl.ftl"], b"a = Aa\n");
    }

    #[test]
    fn a_build_without_english_or_with_a_stray_file_is_an_error() {
        assert!(join(&mut site(&[])).is_err());
        let stray = [("locales/en/rest/b.ftl", ""), ("locales/stray.ftl", "")];
        assert!(join(&mut site(&stray)).is_err());
    }
}
