//! Reading the project's own files: all of them, the product's code in them, the paths it names.

use std::path::{Path, PathBuf};

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every text file of the project with its path from the root; what is built or fetched is none.
pub fn files(extensions: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    walk(&root(), &mut found);
    let root = root();
    let mut texts: Vec<(String, String)> = found
        .into_iter()
        .filter(|path| {
            let extension = path
                .extension()
                .and_then(|e| e.to_str())
                .unwrap_or_default();
            extensions.is_empty() || extensions.contains(&extension)
        })
        .filter_map(|path| {
            let name = path
                .strip_prefix(&root)
                .unwrap()
                .to_str()?
                .replace('\\', "/");
            Some((name, std::fs::read_to_string(&path).ok()?))
        })
        .collect();
    texts.sort();
    texts
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap_or_default();
        let built =
            name.starts_with("target") || name.starts_with("dist") || name == "node_modules";
        if path.is_dir() {
            if name != ".git" && !built {
                walk(&path, found);
            }
        } else if name != ".git" {
            found.push(path);
        }
    }
}

pub fn rust(under: &str) -> Vec<(String, String)> {
    let all = files(&["rs"]);
    all.into_iter()
        .filter(|(name, _)| name.starts_with(under))
        .collect()
}

/// The source without tests and comments: what is compiled into the product.
pub fn code(name: &str, text: &str) -> String {
    if name.ends_with("tests.rs") || name.contains("/tests/") || text.contains("#![cfg(test)]") {
        return String::new();
    }
    let mut code = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let mut ahead = lines.clone().skip_while(|line| line.starts_with("#["));
        let item = ahead.next().unwrap_or_default();
        if line == "#[cfg(test)]" && item.starts_with("mod ") && item.ends_with('{') {
            break;
        }
        if !line.trim_start().starts_with("//") {
            code.push_str(line);
            code.push('\n');
        }
    }
    code
}

pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Every path after `crate::`, with `{a, b::c}` written out.
pub fn crate_paths(code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for (at, mark) in code.match_indices("crate::") {
        let before = code[..at].chars().next_back();
        if before.is_none_or(|c| !is_word(c) && c != ':') {
            branch(&code[at + mark.len()..], "", &mut paths);
        }
    }
    paths
}

/// Adds the paths of one use tree; returns what follows it.
fn branch<'a>(mut text: &'a str, prefix: &str, paths: &mut Vec<String>) -> &'a str {
    let mut path = prefix.to_owned();
    loop {
        text = text.trim_start();
        if let Some(inside) = text.strip_prefix('{') {
            text = inside;
            while !text.trim_start().starts_with('}') && !text.is_empty() {
                text = branch(text, &path, paths).trim_start();
                match text.strip_prefix(',') {
                    Some(rest) => text = rest,
                    None => break,
                }
            }
            return text.trim_start().strip_prefix('}').unwrap_or(text);
        }
        let end = text.find(|c| !is_word(c)).unwrap_or(text.len());
        path.push_str(&text[..end]);
        text = &text[end..];
        match text.strip_prefix("::") {
            Some(rest) => {
                path.push_str("::");
                text = rest;
            }
            None => {
                paths.push(path);
                let renamed = text.trim_start().strip_prefix("as ");
                return renamed.map_or(text, |rest| rest.trim_start().trim_start_matches(is_word));
            }
        }
    }
}
