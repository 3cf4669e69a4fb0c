//! Names after content, so that a file can be cached for ever and a page never
//! meets a file of another build.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use super::Site;

/// These keep their names: the page itself, and what browsers ask for by name.
const KEPT: [&str; 2] = ["index.html", "service-worker.js"];

/// Old name to new name.
pub type Names = BTreeMap<String, String>;

/// Renames every file that another one mentions as `"./name"` (or in the way
/// that wasm-bindgen does), and the mentions with it. What nothing mentions
/// keeps its name.
///
/// # Errors
/// When files mention each other in a circle.
pub fn after_content(site: &mut Site) -> Result<Names> {
    let mut naming = Naming {
        mentioned: mentioned(site),
        site,
        names: Names::new(),
        on_the_way: Vec::new(),
    };
    let all: Vec<String> = naming.site.keys().cloned().collect();
    for path in &all {
        naming.settle(path)?;
    }
    let mut names = naming.names;
    names.retain(|old, new| old != new);
    Ok(names)
}

/// The first `digits` of the bytes in hexadecimal.
pub fn hex(bytes: &[u8], digits: usize) -> String {
    let mut text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    text.truncate(digits);
    text
}

struct Naming<'a> {
    site: &'a mut Site,
    mentioned: Vec<String>,
    names: Names,
    on_the_way: Vec<String>,
}

impl Naming<'_> {
    /// Names `path`, after what it mentions: its own content follows from that.
    fn settle(&mut self, path: &str) -> Result<String> {
        if let Some(settled) = self.names.get(path) {
            return Ok(settled.clone());
        }
        if self.on_the_way.iter().any(|other| other == path) {
            bail!(
                "files name each other in a circle: {} and back",
                self.on_the_way.join(", ")
            );
        }
        let mut content = self
            .site
            .remove(path)
            .with_context(|| format!("{path} vanished while it was being named"))?;
        if is_text(path) {
            let text = String::from_utf8(content)
                .with_context(|| format!("{path} should be text but is not UTF-8"))?;
            self.on_the_way.push(path.to_string());
            content = self.with_settled_mentions(path, text)?.into_bytes();
            self.on_the_way.pop();
        }
        let keeps = KEPT.contains(&path) || !self.mentioned.iter().any(|other| other == path);
        let name = if keeps {
            path.to_string()
        } else {
            named_after(path, &content)
        };
        self.site.insert(name.clone(), content);
        self.names.insert(path.to_string(), name.clone());
        Ok(name)
    }

    fn with_settled_mentions(&mut self, path: &str, mut text: String) -> Result<String> {
        for other in self.mentioned.clone() {
            if other != path && ways_to_mention(&other).iter().any(|way| text.contains(way)) {
                let name = self.settle(&other)?;
                for (old, new) in ways_to_mention(&other).iter().zip(ways_to_mention(&name)) {
                    text = text.replace(old, &new);
                }
            }
        }
        Ok(text)
    }
}

/// The files that a text names. Snippets are left out: they have a hash in their
/// directory's name already, and relative paths inside.
fn mentioned(site: &Site) -> Vec<String> {
    let texts: Vec<_> = site
        .iter()
        .filter(|(path, _)| is_text(path))
        .map(|(path, content)| (path, String::from_utf8_lossy(content)))
        .collect();
    site.keys()
        .filter(|path| !path.starts_with("snippets/"))
        .filter(|path| {
            texts.iter().any(|(other, text)| {
                other != path && ways_to_mention(path).iter().any(|way| text.contains(way))
            })
        })
        .cloned()
        .collect()
}

fn is_text(path: &str) -> bool {
    ["html", "js", "css", "svg", "json", "webmanifest"]
        .iter()
        .any(|ending| path.ends_with(&format!(".{ending}")))
}

/// How a file may be mentioned: relative to the page, or as wasm-bindgen writes
/// its own wasm.
fn ways_to_mention(name: &str) -> [String; 3] {
    [
        format!("\"./{name}\""),
        format!("'./{name}'"),
        format!("'{name}'"),
    ]
}

/// `page_bg.wasm` becomes `page-0123456789abcdef.wasm`.
fn named_after(path: &str, content: &[u8]) -> String {
    let digest = hex(&Sha256::digest(content), 16);
    match path.rsplit_once('.') {
        Some((stem, ending)) => {
            let stem = stem.strip_suffix("_bg").unwrap_or(stem);
            format!("{stem}-{digest}.{ending}")
        }
        None => format!("{path}-{digest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Site {
        files
            .iter()
            .map(|(path, text)| (path.to_string(), text.as_bytes().to_vec()))
            .collect()
    }

    fn text<'a>(site: &'a Site, path: &str) -> &'a str {
        std::str::from_utf8(&site[path]).unwrap()
    }

    #[test]
    fn a_change_deep_down_changes_every_name_above() {
        let of = |wasm: &str| {
            let mut site = site(&[
                ("index.html", r#"<script src="./start.js">"#),
                ("page.js", "new URL('page_bg.wasm', import.meta.url)"),
                ("page_bg.wasm", wasm),
                ("start.js", r#"import init from "./page.js""#),
            ]);
            after_content(&mut site).unwrap();
            site
        };
        let (one, two) = (of("one"), of("two"));
        assert_ne!(text(&one, "index.html"), text(&two, "index.html"));
        assert_eq!(one.len(), 4);
        for path in one.keys().filter(|path| *path != "index.html") {
            assert!(!two.contains_key(path), "{path} is in both");
        }
    }

    #[test]
    fn what_nothing_mentions_keeps_its_name() {
        let mut site = site(&[("index.html", "robots.txt"), ("robots.txt", "")]);
        assert!(after_content(&mut site).unwrap().is_empty());
        assert!(site.contains_key("robots.txt"));
    }

    #[test]
    fn a_longer_name_that_ends_alike_is_another_file() {
        let mut site = site(&[
            ("index.html", r#""./coworker.js""#),
            ("coworker.js", ""),
            ("worker.js", ""),
        ]);
        let names = after_content(&mut site).unwrap();
        assert_eq!(names.keys().collect::<Vec<_>>(), ["coworker.js"]);
    }

    #[test]
    fn a_circle_is_an_error() {
        let mut site = site(&[("a.js", r#""./b.js""#), ("b.js", r#""./a.js""#)]);
        assert!(after_content(&mut site).is_err());
    }

    #[test]
    fn the_page_keeps_its_name_though_it_is_mentioned() {
        let mut site = site(&[
            ("index.html", ""),
            ("service-worker.js", r#""./index.html""#),
        ]);
        after_content(&mut site).unwrap();
        assert!(site.contains_key("index.html") && site.contains_key("service-worker.js"));
    }
}
