//! Short names between the page and its loader. wasm-bindgen's are long, stand in both files, and a
//! visitor waits for both.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use walrus::Module;

/// The name under which the page imports what its loader gives.
const GIVEN: &str = "./page_bg.js";

/// How the names of what wasm-bindgen exports for itself begin.
const OWN: [&str; 2] = ["__wb", "wasm_bindgen_"];

/// Renames in the page and in its loader alike, and returns the loader.
///
/// # Errors
/// When a new name stands in the loader already.
pub(super) fn shorten(page: &mut Module, loader: &str) -> Result<String> {
    let words: BTreeSet<&str> = words_of(loader).collect();
    let is_given = |module: &str| module == GIVEN;
    let imported = page.imports.iter().filter(|one| is_given(&one.module));
    let exported = page
        .exports
        .iter()
        .filter(|one| OWN.iter().any(|own| one.name.starts_with(own)));
    let long: BTreeSet<&str> = imported
        .map(|one| one.name.as_str())
        .chain(exported.map(|one| one.name.as_str()))
        .filter(|name| words.contains(name))
        .collect();
    let mut short: BTreeMap<String, String> = BTreeMap::new();
    for (number, name) in long.into_iter().enumerate() {
        let new = format!("${number}");
        if words.contains(new.as_str()) {
            bail!("the loader has a name {new} of its own");
        }
        short.insert(name.to_string(), new);
    }
    for one in page.imports.iter_mut().filter(|one| is_given(&one.module)) {
        if let Some(new) = short.get(&one.name) {
            one.name.clone_from(new);
        }
    }
    for one in page.exports.iter_mut() {
        if let Some(new) = short.get(&one.name) {
            one.name.clone_from(new);
        }
    }
    Ok(words_of(loader)
        .map(|word| short.get(word).map_or(word, String::as_str))
        .collect())
}

/// The text's words and what stands between them, in turn.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let is_in_word = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$');
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let kind = is_in_word(first);
        let end = rest
            .find(|letter| is_in_word(letter) != kind)
            .unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        rest = behind;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, ModuleConfig};

    fn page() -> Module {
        let mut module = Module::with_config(ModuleConfig::new());
        let nothing = module.types.add(&[], &[]);
        module.add_import_func(GIVEN, "__wbg_now_12ab", nothing);
        module.add_import_func("rest", "need", nothing);
        let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
        builder.func_body();
        let id = builder.finish(vec![], &mut module.funcs);
        module.exports.add("__wbindgen_start", id);
        module.exports.add("f12", id);
        module
    }

    #[test]
    fn both_sides_get_the_same_names_and_nothing_else_does() -> Result<()> {
        let mut page = page();
        let loader =
            "{ __wbg_now_12ab: function() {}, __wbg_now_12abc: 1 }; wasm.__wbindgen_start(); f12";
        let loader = shorten(&mut page, loader)?;
        assert_eq!(
            loader,
            "{ $0: function() {}, __wbg_now_12abc: 1 }; wasm.$1(); f12"
        );
        let imports: Vec<_> = page.imports.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(imports, ["$0", "need"]);
        let exports: Vec<_> = page.exports.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(exports, ["$1", "f12"]);
        Ok(())
    }

    #[test]
    fn a_name_that_is_taken_is_an_error() {
        assert!(shorten(&mut page(), "__wbg_now_12ab $0").is_err());
    }

    #[test]
    fn a_loader_comes_out_whole() -> Result<()> {
        let text = "// \u{e9} a_b\u{2026} `${c}`\n\t\"d\"";
        assert_eq!(shorten(&mut page(), text)?, text);
        Ok(())
    }
}
