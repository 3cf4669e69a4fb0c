//! One style sheet out of many: `style/index.css` imports them in the order of
//! the cascade, the build joins them, so that the page waits for one file.

use anyhow::{Context, Result, bail};

use super::Site;

const ENTRY: &str = "style/index.css";
const JOINED: &str = "style.css";

/// Replaces everything under `style/` by `style.css`, in the page's link too.
///
/// # Errors
/// For an import that cannot be read or names no file, for a file that nothing
/// imports, and where the page does not link the entry.
pub(super) fn join(site: &mut Site) -> Result<()> {
    let mut used = vec![ENTRY.to_string()];
    let joined = flatten(site, ENTRY, &mut used)?;
    let unused = site
        .keys()
        .find(|path| path.starts_with("style/") && path.ends_with(".css") && !used.contains(path));
    if let Some(path) = unused {
        bail!("{path} is imported by no style sheet; name it in {ENTRY}");
    }
    let page = site.get_mut("index.html").context("no index.html")?;
    let text = String::from_utf8(std::mem::take(page)).context("index.html is not UTF-8")?;
    let link = format!("\"./{ENTRY}\"");
    if !text.contains(&link) {
        bail!("index.html does not link {link}");
    }
    *page = text.replace(&link, &format!("\"./{JOINED}\"")).into_bytes();
    site.retain(|path, _| !path.starts_with("style/"));
    site.insert(JOINED.to_string(), joined.into_bytes());
    Ok(())
}

fn flatten(site: &Site, path: &str, used: &mut Vec<String>) -> Result<String> {
    let content = site
        .get(path)
        .with_context(|| format!("there is no {path}"))?;
    let text = std::str::from_utf8(content).with_context(|| format!("{path} is not UTF-8"))?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut joined = String::new();
    for line in without_comments(text).lines() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let Some(import) = line.strip_prefix("@import") else {
            joined.push_str(line);
            joined.push('\n');
            continue;
        };
        let (target, layer) = parse_import(import).with_context(|| {
            format!("{path}: `{line}` is not of the form @import url(\"file\");")
        })?;
        let target = format!("{folder}/{target}");
        if used.contains(&target) {
            bail!("{path}: {target} is imported twice");
        }
        used.push(target.clone());
        let inner = flatten(site, &target, used).with_context(|| format!("imported by {path}"))?;
        match layer {
            Some(layer) => joined.push_str(&format!("@layer {layer}{{\n{inner}}}\n")),
            None => joined.push_str(&inner),
        }
    }
    Ok(joined)
}

/// ` url("file") layer(name);` or ` "file";`
fn parse_import(text: &str) -> Option<(&str, Option<&str>)> {
    let text = text.trim().strip_suffix(';')?.trim();
    let text = text.strip_prefix("url(").unwrap_or(text);
    let (target, rest) = text.strip_prefix('"')?.split_once('"')?;
    let rest = rest.strip_prefix(')').unwrap_or(rest).trim();
    if rest.is_empty() {
        return Some((target, None));
    }
    let layer = rest.strip_prefix("layer(")?.strip_suffix(')')?;
    Some((target, Some(layer)))
}

/// Comments out, strings kept as they are.
fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    let mut quote = None;
    while let Some(character) = characters.next() {
        match quote {
            Some(open) => {
                kept.push(character);
                if character == '\\' {
                    kept.extend(characters.next());
                } else if character == open {
                    quote = None;
                }
            }
            None if character == '/' && characters.peek() == Some(&'*') => {
                characters.next();
                let mut star = false;
                for inside in characters.by_ref() {
                    if star && inside == '/' {
                        break;
                    }
                    star = inside == '*';
                }
            }
            None => {
                if character == '"' || character == '\'' {
                    quote = Some(character);
                }
                kept.push(character);
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(files: &[(&str, &str)]) -> Result<String> {
        let mut site: Site = files
            .iter()
            .map(|(path, text)| (format!("style/{path}"), text.as_bytes().to_vec()))
            .collect();
        site.insert(
            "index.html".into(),
            b"<link href=\"./style/index.css\">".to_vec(),
        );
        join(&mut site)?;
        assert_eq!(site["index.html"], b"<link href=\"./style.css\">");
        assert_eq!(site.len(), 2);
        Ok(String::from_utf8(site.remove(JOINED).unwrap()).unwrap())
    }

    #[test]
    fn imports_stand_where_they_are_named() {
        let files = [
            (
                "index.css",
                "@import url(\"a.css\");\n@import \"parts/b.css\" layer(x);\ni {}",
            ),
            ("a.css", "a {}"),
            ("parts/b.css", "b {}"),
        ];
        assert_eq!(joined(&files).unwrap(), "a {}\n@layer x{\nb {}\n}\ni {}\n");
    }

    #[test]
    fn a_forgotten_file_is_named() {
        let complaint = joined(&[("index.css", ""), ("lost.css", "")]).unwrap_err();
        assert!(complaint.to_string().contains("style/lost.css"));
    }

    #[test]
    fn faulty_imports_are_errors() {
        for index in [
            "@import url(\"none.css\");",
            "@import a.css;",
            "@import \"a.css\"",
            "@import \"a.css\" print;",
            "@import \"a.css\";\n@import \"a.css\";",
        ] {
            assert!(
                joined(&[("index.css", index), ("a.css", "")]).is_err(),
                "{index}"
            );
        }
    }

    #[test]
    fn comments_go_and_strings_stay() {
        let text = "/* a */b{content:\"/* c */\\\"/*\"}/***/";
        assert_eq!(without_comments(text), "b{content:\"/* c */\\\"/*\"}");
    }
}
