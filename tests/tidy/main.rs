//! The house rules as a test: arrows between modules, who may name which crate, how a file
//! begins and how long it is, and what must not stand in any file.
#![allow(clippy::unwrap_used, clippy::panic, clippy::string_slice)]

mod arrows;
mod network;
mod reasons;
mod source;

use arrows::{ANSWERS, ARROWS};
use source::{code, crate_paths, files, is_word, root, rust};

const PAGE: &[&str] = &["browser", "ui"];

/// What only the page's own modules may name.
const BROWSER_CRATES: &[&str] = &["web_sys", "leptos", "gloo", "js_sys", "wasm_bindgen"];
const BROWSER_PLACES: &[&str] = &[
    "src/browser/",
    "src/ui/",
    "src/main.rs",
    "src/bin/",
    "tests/wasm",
];

const LONGEST_FILE: usize = 600;
const VAGUE_NAMES: &[&str] = &[
    "utils", "util", "common", "helpers", "helper", "types", "misc",
];

fn module_of(file: &str) -> &str {
    let inside = file.strip_prefix("src/").unwrap();
    inside.split(['/', '.']).next().unwrap()
}

fn begins(path: &str, allowed: &str) -> bool {
    path == allowed
        || path
            .strip_prefix(allowed)
            .is_some_and(|rest| rest.starts_with("::"))
}

fn none(rule: &str, faults: Vec<String>) {
    assert!(faults.is_empty(), "{rule}:\n  {}", faults.join("\n  "));
}

#[test]
fn use_trees_are_read() {
    let code = "use crate::a::{self, b::C, d::{e, f as g}, h};\ncrate::x::y(1); my_crate::z;\n\
                use crate::{i, j::k};";
    let expected = [
        "a::self", "a::b::C", "a::d::e", "a::d::f", "a::h", "x::y", "i", "j::k",
    ];
    assert_eq!(crate_paths(code), expected);
}

#[test]
fn arrows_run_one_way() {
    let mut faults = Vec::new();
    for (name, text) in rust("src/") {
        let module = module_of(&name);
        if matches!(module, "lib" | "main" | "bin") {
            continue;
        }
        let Some((_, allowed)) = ARROWS.iter().find(|(from, _)| *from == module) else {
            faults.push(format!("{name}: module `{module}` has no row in ARROWS"));
            continue;
        };
        let code = code(&name, &text);
        for path in crate_paths(&code) {
            if begins(&path, module) {
                continue;
            }
            if !allowed.iter().any(|allowed| begins(&path, allowed)) {
                faults.push(format!("{name}: `{module}` must not use `{path}`"));
            }
            let answers = ANSWERS.iter().find(|(from, _)| begins(&path, from));
            if let Some((from, items)) = answers.filter(|_| PAGE.contains(&module)) {
                let is_answer = |item: &&str| begins(&path, &format!("{from}::{item}"));
                if !items.iter().any(is_answer) {
                    faults.push(format!(
                        "{name}: `{path}` would link cryptography into the page"
                    ));
                }
            }
        }
        let depth = name.matches('/').count() - usize::from(name.ends_with("/mod.rs"));
        if code.contains(&vec!["super"; depth].join("::")) && depth > 1 {
            faults.push(format!(
                "{name}: reaches the root by `super`; write `crate::`"
            ));
        }
    }
    none("arrows that run back", faults);
}

#[test]
fn rows_of_arrows_are_modules() {
    let map = std::fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let faults = ARROWS.iter().flat_map(|(from, to)| {
        let named = std::iter::once(*from).chain(to.iter().copied());
        named.filter(|path| {
            let module = path.split("::").next().unwrap();
            !matches!(module, "ui" | "browser") && !map.contains(&format!("pub mod {module};"))
        })
    });
    none("rows without a module", faults.map(str::to_owned).collect());
}

/// Whether `code` names the crate, as a path or in a `use`. A module of its own of that name is
/// not the crate.
fn names(code: &str, krate: &str) -> bool {
    if code.contains(&format!("mod {krate};")) {
        return false;
    }
    code.match_indices(krate).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = &code[at + krate.len()..];
        before.is_none_or(|c| !is_word(c) && c != ':' && c != '"' && c != '.' && c != '-')
            && (after.starts_with("::") || after.starts_with(';') || after.starts_with(" as "))
    })
}

#[test]
fn the_browser_is_named_by_the_page_only() {
    let mut faults = Vec::new();
    for (name, text) in rust("")
        .into_iter()
        .filter(|(name, _)| !name.starts_with("tests/e2e"))
    {
        if BROWSER_PLACES.iter().any(|place| name.starts_with(place)) {
            continue;
        }
        let code = code(&name, &text);
        let named = BROWSER_CRATES.iter().filter(|krate| names(&code, krate));
        faults.extend(named.map(|krate| format!("{name}: {krate}")));
    }
    none("browser crates outside browser/ and ui/", faults);
}

/// The crates under `# --- crypto` in Cargo.toml, as their paths in Rust.
fn crypto_crates() -> Vec<String> {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let section = manifest.split("# --- crypto").nth(1).unwrap();
    let section = section.split("\n[").next().unwrap();
    let lines = section.lines().filter(|line| line.contains(" = "));
    lines
        .map(|line| line.split(' ').next().unwrap().replace('-', "_"))
        .collect()
}

#[test]
fn cryptography_is_named_in_crypto_only() {
    let crates = crypto_crates();
    assert!(crates.len() > 10, "{crates:?}");
    let mut faults = Vec::new();
    for (name, text) in rust("src/") {
        if name.starts_with("src/crypto/") {
            continue;
        }
        let code = code(&name, &text);
        // The trait by which randomness comes in has to be named where it comes in.
        let named = crates
            .iter()
            .filter(|krate| *krate != "rand_core" && names(&code, krate));
        faults.extend(named.map(|krate| format!("{name}: {krate}")));
    }
    none("crypto crates outside src/crypto/", faults);
}

#[test]
fn every_file_says_what_it_is() {
    let silent = rust("")
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//! "));
    none(
        "files without `//!`",
        silent.map(|(name, _)| name).collect(),
    );
}

#[test]
fn no_file_is_too_long() {
    let long = files(&["rs", "css", "js"])
        .into_iter()
        .filter_map(|(name, text)| {
            let lines = text.lines().count();
            (lines > LONGEST_FILE).then(|| format!("{name}: {lines} lines"))
        });
    none("files over 600 lines", long.collect());
}

#[test]
fn modules_have_names_that_say_something() {
    let vague = rust("").into_iter().filter(|(name, _)| {
        let name = name.trim_end_matches(".rs");
        name.split('/').any(|part| VAGUE_NAMES.contains(&part))
    });
    none("vague names", vague.map(|(name, _)| name).collect());
}

/// A literal that is nothing but the path is a pattern to look for in tokens.
fn tells(line: &str, word: &str) -> bool {
    line.replace(&format!("\"{word}\""), "").contains(word)
}

#[test]
fn nothing_tells_of_the_machine_it_was_written_on() {
    // Put together here, so that this file does not hold them.
    let telling: Vec<String> = [
        ["/wo", "rk/"],
        ["/ro", "ot/"],
        ["/ho", "me/"],
        ["/Us", "ers/"],
        ["C:\\", "Users"],
        ["arti", "factory"],
        ["index.", "crates.io"],
    ]
    .map(|halves| halves.concat())
    .into();
    let mut faults = Vec::new();
    for (name, text) in files(&[]) {
        for (index, line) in text.lines().enumerate() {
            for word in telling.iter().filter(|word| tells(line, word)) {
                faults.push(format!("{name}:{}: {word}", index + 1));
            }
        }
        if name.ends_with("package-lock.json") {
            let foreign = text
                .lines()
                .filter(|line| line.contains("\"resolved\": \"http"))
                .filter(|line| !line.contains("\"https://registry.npmjs.org/"));
            faults.extend(foreign.map(|line| format!("{name}: {}", line.trim())));
        }
    }
    none("machine paths and registry hosts", faults);
}

#[test]
fn no_style_attribute_that_the_policy_would_block() {
    let mut faults = Vec::new();
    for (name, text) in files(&["rs", "html"]) {
        if !name.starts_with("src/ui/") && !name.ends_with(".html") {
            continue;
        }
        for (index, line) in text.lines().enumerate() {
            // `style=("--place", …)` sets a property through the CSSOM, which the policy allows.
            let line = line.replace("style=(", "");
            let attribute = line.trim_start().starts_with("style=") || line.contains(" style=");
            if attribute && !line.trim_start().starts_with("//") {
                faults.push(format!("{name}:{}", index + 1));
            }
        }
    }
    none("style attributes", faults);
}

#[test]
fn every_dependency_has_its_reason() {
    let mut faults = Vec::new();
    for (name, text) in files(&["toml"])
        .into_iter()
        .filter(|(n, _)| n.ends_with("Cargo.toml"))
    {
        let (mut in_table, mut has_reason) = (false, false);
        for line in text.lines() {
            if line.starts_with('[') {
                // A table of its own (`[….dependencies.web-sys]`) is a continuation.
                in_table = line.ends_with("dependencies]");
                has_reason = false;
            } else if line.starts_with('#') {
                has_reason = true;
            } else if line.is_empty() {
                has_reason = false;
            } else if in_table && line.starts_with(|c: char| c.is_alphabetic()) && !has_reason {
                faults.push(format!("{name}: {line}"));
            }
        }
    }
    none("dependencies without a comment", faults);
}
