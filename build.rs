//! Lists the languages, so that adding one is adding files: each folder of `locales/` is one, and its
//! `name.txt` says what it calls itself. `src/words/language.rs` takes the list in.

use std::fs;
use std::io::{Error, Result};
use std::path::Path;

fn main() -> Result<()> {
    let root = std::env::var_os("CARGO_MANIFEST_DIR").ok_or_else(|| Error::other("no root"))?;
    let out = std::env::var_os("OUT_DIR").ok_or_else(|| Error::other("no place to write to"))?;
    let mut said = std::io::stdout();
    std::io::Write::write_all(&mut said, b"cargo::rerun-if-changed=locales\n")?;
    let list = languages(&Path::new(&root).join("locales"))?;
    fs::write(Path::new(&out).join("languages.rs"), list)
}

/// The list in Rust: English first, which is spoken where no other suits, then the others by
/// their subtags.
pub fn languages(locales: &Path) -> Result<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(locales)? {
        let folder = entry?.path();
        let code = folder.file_name().and_then(|name| name.to_str());
        let Some(code) = code.filter(|_| folder.is_dir()) else {
            continue;
        };
        let wrong = |what: &str| Error::other(format!("locales/{code} {what}"));
        let is_subtag =
            (2..=8).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase());
        if !is_subtag {
            return Err(wrong("is not named after a language subtag, such as `de`"));
        }
        let name = fs::read_to_string(folder.join("name.txt"));
        let name = name.map_err(|_| wrong("has no name.txt that says what it calls itself"))?;
        let name = name.trim();
        if name.is_empty() || name.lines().count() != 1 {
            return Err(wrong("has a name.txt that is not one line"));
        }
        found.push((code != "en", code.to_owned(), name.to_owned()));
    }
    found.sort();
    if found.first().is_none_or(|(is_other, ..)| *is_other) {
        return Err(Error::other("locales/ has no English"));
    }
    let rows = found.iter().map(|(_, code, name)| {
        format!("language({code:?}, {name:?}, \"texts-{code}\", \"learn-{code}\"),\n")
    });
    Ok(format!(
        "const COUNT: usize = {};\nconst FOUND: [Language; COUNT] = [\n{}];\n",
        found.len(),
        rows.collect::<String>()
    ))
}
