//! The texts against the sources: every file is valid Fluent by the reference parser and uses
//! only the subset our reader knows, every code has a text, and no text is left over. And the
//! languages against each other: all say the same things, with the same facts, each in its own
//! words.
#![allow(clippy::unwrap_used, clippy::string_slice)]

#[allow(dead_code)]
#[path = "../build.rs"]
mod build;
#[allow(dead_code)]
#[path = "tidy/source.rs"]
mod source;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use jwt_debugger::words::{FIRST, LANGUAGES, Locale, REST};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else {
        return found;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The text of a pattern as the reference parser sees it, or what of it is not of the subset.
fn plain(pattern: &Pattern<String>) -> Result<String, String> {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => {
                text.push_str("{ $");
                text.push_str(&id.name);
                text.push_str(" }");
            }
            PatternElement::Placeable { expression } => return Err(format!("{expression:?}")),
        }
    }
    Ok(text)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Key → text by the reference parser; every fault of a file by name.
fn reference(path: &Path) -> (BTreeMap<String, String>, Vec<String>) {
    let source = std::fs::read_to_string(path).unwrap();
    let name = path.display();
    let (mut texts, mut faults) = (BTreeMap::new(), Vec::new());
    let resource = fluent_syntax::parser::parse(source).unwrap_or_else(|(resource, errors)| {
        faults.extend(errors.iter().map(|e| format!("{name}: {e:?}")));
        resource
    });
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            if let Entry::Term(term) = entry {
                faults.push(format!("{name}: term -{}", term.id.name));
            }
            continue;
        };
        let key = &message.id.name;
        let mut add = |key: String, pattern: &Pattern<String>| match plain(pattern) {
            Ok(text) => {
                if texts.insert(key.clone(), text).is_some() {
                    faults.push(format!("{name}: {key} twice"));
                }
            }
            Err(fault) => faults.push(format!("{name}: {key} is beyond the subset: {fault}")),
        };
        if let Some(pattern) = &message.value {
            add(key.clone(), pattern);
        }
        for attribute in &message.attributes {
            add(format!("{key}.{}", attribute.id.name), &attribute.value);
        }
    }
    (texts, faults)
}

#[test]
fn every_file_is_fluent_and_reads_the_same_to_us() {
    let mut faults = Vec::new();
    let mut read = 0;
    for path in files(&root().join("locales"), "ftl") {
        let (texts, found) = reference(&path);
        faults.extend(found);
        let ours = Locale::parse(&[&std::fs::read_to_string(&path).unwrap()]);
        let keys: Vec<&str> = ours.keys().collect();
        let theirs: Vec<&str> = texts.keys().map(String::as_str).collect();
        if keys != theirs {
            faults.push(format!(
                "{}: keys differ: {keys:?} {theirs:?}",
                path.display()
            ));
        }
        for (key, text) in &texts {
            if one_line(ours.text(key)) != one_line(text) {
                faults.push(format!("{}: {key} reads differently", path.display()));
            }
            read += 1;
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(read > 10, "only {read} texts");
}

/// All texts of a language by key, each with the file it stands in, and the keys that stand in
/// two files.
fn language(code: &str) -> (BTreeMap<String, (String, String)>, Vec<String>) {
    let folder = root().join("locales").join(code);
    let (mut texts, mut twice) = (BTreeMap::new(), Vec::new());
    for path in files(&folder, "ftl") {
        let file = path.strip_prefix(&folder).unwrap().display().to_string();
        for (key, text) in reference(&path).0 {
            if let Some((first, _)) = texts.insert(key.clone(), (file.clone(), text)) {
                twice.push(format!("{code}: {key} in {first} and {file}"));
            }
        }
    }
    (texts, twice)
}

/// The languages but English, which all others are held to.
fn others() -> Vec<&'static str> {
    let codes = LANGUAGES.iter().map(|language| language.code);
    codes.filter(|code| *code != "en").collect()
}

#[test]
fn no_key_stands_in_two_files() {
    let mut faults = Vec::new();
    for known in LANGUAGES {
        faults.extend(language(known.code).1);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_folder_is_a_language_and_every_language_a_folder() {
    let entries = std::fs::read_dir(root().join("locales")).unwrap();
    let folders = entries.map(|entry| entry.unwrap().path());
    let names = folders.filter(|path| path.is_dir());
    let found: BTreeSet<String> = names
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    let known: BTreeSet<String> = LANGUAGES.iter().map(|l| l.code.to_owned()).collect();
    assert_eq!(found, known);
    assert_eq!(LANGUAGES.first().unwrap().code, "en");
    assert!(others().len() + 1 == known.len() && !others().is_empty());
}

/// A folder of locales with these languages, each with its name.
fn locales(case: &str, languages: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("languages-{case}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    // What stands beside the folders is no language.
    std::fs::write(folder.join("terms.txt"), "OK\n").unwrap();
    for (code, name) in languages {
        std::fs::create_dir(folder.join(code)).unwrap();
        std::fs::write(folder.join(code).join("name.txt"), name).unwrap();
    }
    folder
}

#[test]
fn a_third_language_is_files() {
    let three = [
        ("nl", "Nederlands\n"),
        ("en", "English\n"),
        ("de", "Deutsch\n"),
    ];
    assert_eq!(
        build::languages(&locales("three", &three)).unwrap(),
        "const COUNT: usize = 3;\n\
         const FOUND: [Language; COUNT] = [\n\
         language(\"en\", \"English\", \"texts-en\", \"learn-en\"),\n\
         language(\"de\", \"Deutsch\", \"texts-de\", \"learn-de\"),\n\
         language(\"nl\", \"Nederlands\", \"texts-nl\", \"learn-nl\"),\n\
         ];\n"
    );
    // The list of today is made in the same way.
    let today = build::languages(&root().join("locales")).unwrap();
    for language in LANGUAGES {
        let row = format!("language({:?}, {:?}, ", language.code, language.name);
        assert!(today.contains(&row), "{today}");
    }
    assert_eq!(today.matches("language(").count(), LANGUAGES.len());
}

#[test]
fn a_language_without_its_files_stops_the_build() {
    let english = ("en", "English\n");
    for (case, other) in [
        ("name", ("Deutsch", "Deutsch\n")),
        ("region", ("de-DE", "Deutsch\n")),
        ("empty", ("de", " \n")),
        ("lines", ("de", "Deutsch\nGerman\n")),
    ] {
        assert!(
            build::languages(&locales(case, &[english, other])).is_err(),
            "{case}"
        );
    }
    assert!(build::languages(&locales("no-english", &[("de", "Deutsch\n")])).is_err());
    let nameless = locales("nameless", &[english]);
    std::fs::create_dir(nameless.join("de")).unwrap();
    assert!(build::languages(&nameless).is_err());
}

/// So nothing but the files of `locales/` has to be told of a third one.
#[test]
fn no_program_names_another_language_than_english() {
    let mut programs = source::rust("src/");
    programs.extend(source::rust("xtask/src/"));
    for (name, text) in &mut programs {
        *text = source::code(name, text);
    }
    for name in [
        "index.html",
        "web/start.js",
        "web/single.js",
        "web/service-worker.js",
    ] {
        programs.push((
            name.to_owned(),
            std::fs::read_to_string(root().join(name)).unwrap(),
        ));
    }
    assert!(programs.len() > 300, "only {}", programs.len());
    let mut faults = Vec::new();
    for (name, text) in &programs {
        for code in others() {
            let spellings = [
                format!("\"{code}\""),
                format!("'{code}'"),
                format!("texts-{code}"),
            ];
            if spellings.iter().any(|spelling| text.contains(spelling)) {
                faults.push(format!("{name} names {code}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// In files of the same names, so that a translator finds a text where it stands in English.
#[test]
fn every_language_has_the_same_texts() {
    let (english, _) = language("en");
    assert!(english.len() > 2_000, "only {} texts", english.len());
    let mut faults = Vec::new();
    for code in others() {
        let (texts, _) = language(code);
        for (key, (file, text)) in &english {
            match texts.get(key) {
                None => faults.push(format!("{code}/{file} lacks {key}: {text}")),
                Some((other, _)) if other != file => {
                    faults.push(format!("{code}/{other}: {key} belongs in {file}"));
                }
                Some(_) => {}
            }
        }
        let extra = texts.iter().filter(|(key, _)| !english.contains_key(*key));
        faults.extend(extra.map(|(key, (file, _))| format!("{code}/{file}: {key} is no text")));
    }
    let count = faults.len();
    assert!(faults.is_empty(), "{count} faults:\n{}", faults.join("\n"));
}

fn facts(text: &str) -> BTreeSet<&str> {
    let mentions = text.split("{ $").skip(1);
    mentions
        .map(|rest| rest.split(' ').next().unwrap())
        .collect()
}

#[test]
fn every_language_mentions_the_same_facts() {
    let (english, _) = language("en");
    let mut faults = Vec::new();
    let mut compared = 0;
    for code in others() {
        for (key, (_, text)) in language(code).0 {
            let Some((_, original)) = english.get(&key) else {
                continue;
            };
            let (here, there) = (facts(&text), facts(original));
            if here != there {
                faults.push(format!("{code}: {key} has {here:?}, English {there:?}"));
            }
            compared += there.len();
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(compared > 500, "only {compared} facts");
}

/// The texts that may be the same in two languages.
fn terms() -> BTreeSet<String> {
    let list = std::fs::read_to_string(root().join("locales/terms.txt")).unwrap();
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A text that was copied and forgotten is the same as the English one.
#[test]
fn a_text_that_is_the_same_in_two_languages_is_a_term() {
    let (english, _) = language("en");
    let terms = terms();
    let (mut faults, mut used) = (Vec::new(), BTreeSet::new());
    for code in others() {
        for (key, (file, text)) in language(code).0 {
            if english.get(&key).is_none_or(|(_, other)| *other != text) {
                continue;
            }
            match terms.get(&text) {
                Some(term) => _ = used.insert(term),
                None => faults.push(format!("{code}/{file}: {key} is English: {text}")),
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let unused: Vec<_> = terms.iter().filter(|term| !used.contains(term)).collect();
    assert!(
        unused.is_empty(),
        "terms that no language needs: {unused:?}"
    );
}

#[test]
fn every_english_file_but_the_knowledge_is_compiled_in() {
    for (folder, compiled) in [("first", FIRST.as_slice()), ("rest", REST.as_slice())] {
        let mut all = files(&root().join("locales/en").join(folder), "ftl");
        all.retain(|path| path.file_stem().unwrap() != "knowledge");
        assert_eq!(all.len(), compiled.len(), "{folder}");
        for path in all {
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(compiled.contains(&text.as_str()), "{}", path.display());
        }
    }
}

/// The source without its tests and comments.
fn sources() -> String {
    let all = source::rust("src/");
    all.iter()
        .map(|(name, text)| source::code(name, text))
        .collect()
}

/// String literals that follow `marker` at once, white space aside.
fn literals_after<'a>(source: &'a str, marker: &str) -> Vec<&'a str> {
    source
        .split(marker)
        .skip(1)
        .filter_map(|rest| {
            let rest = rest.trim_start().strip_prefix('"')?;
            rest.split_once('"').map(|(literal, _)| literal)
        })
        .collect()
}

#[test]
fn every_code_has_a_text() {
    let source = sources();
    let locale = Locale::english();
    let mut holes = BTreeSet::new();
    for marker in [
        "Diagnostic::info(",
        "Diagnostic::warning(",
        "Diagnostic::danger(",
        "Severity::Info,",
        "Severity::Warning,",
        "Severity::Danger,",
        "Fact::Word(",
        "Refused(",
    ] {
        for code in literals_after(&source, marker) {
            if !locale.has(code) {
                holes.insert(code);
            }
        }
    }
    let count = holes.len();
    assert!(holes.is_empty(), "{count} codes without a text: {holes:?}");
}

/// What stands between quotes in the sources, up to the first brace: whole literals, and the
/// beginnings that are completed at run time (`format!("part-{name}")`).
fn literals(source: &str) -> BTreeSet<&str> {
    source
        .split('"')
        .map(|text| text.split('{').next().unwrap())
        .collect()
}

/// The keys of the English texts that codes name. The knowledge is named by records, and
/// `explain` proves it; what stands in `index.html` itself is named there, and the build fails
/// where it is not.
fn coded() -> Vec<(String, String)> {
    let all = files(&root().join("locales/en"), "ftl");
    all.into_iter()
        .filter(|path| {
            let stem = path.file_stem().unwrap().to_str().unwrap();
            !stem.starts_with("knowledge") && stem != "start"
        })
        .flat_map(|path| reference(&path).0)
        .collect()
}

/// A key is in use when the sources name it, or name a beginning of it that ends in a dash.
#[test]
fn no_text_is_left_over() {
    let source = sources();
    let literals = literals(&source);
    let mut unused = BTreeSet::new();
    let keys = coded();
    for (key, _) in &keys {
        let message = key.split('.').next().unwrap();
        let base = message.strip_suffix("-one").unwrap_or(message);
        let named = literals.contains(message) || literals.contains(base);
        let mut dashes = base.match_indices('-');
        if !named && !dashes.any(|(at, _)| literals.contains(&base[..=at])) {
            unused.insert(message);
        }
    }
    let count = unused.len();
    assert!(unused.is_empty(), "{count} texts nobody says: {unused:?}");
}

#[test]
fn every_text_of_the_start_has_its_place() {
    let page = std::fs::read_to_string(root().join("index.html")).unwrap();
    let places = literals_after(&page, "data-words=");
    let texts = reference(&root().join("locales/en/start.ftl")).0;
    let keys: Vec<&str> = texts.keys().map(String::as_str).collect();
    assert_eq!(BTreeSet::from_iter(places), BTreeSet::from_iter(keys));
}

/// A fact that a text mentions but no source gives is shown as `{$name}`: find it here.
#[test]
fn every_placeable_is_a_fact_some_source_gives() {
    let source = sources();
    let literals = literals(&source);
    let mut holes = BTreeSet::new();
    for (key, text) in coded() {
        for fact in text.split("{ $").skip(1) {
            let fact = fact.split(' ').next().unwrap();
            if !literals.contains(fact) {
                holes.insert(format!("{key}: {fact}"));
            }
        }
    }
    assert!(holes.is_empty(), "{holes:?}");
}
