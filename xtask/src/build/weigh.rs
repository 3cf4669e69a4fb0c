//! What the functions of a wasm file weigh, by the part of the code that they come from: so that
//! growth is seen where it happens.

use std::collections::BTreeMap;
use std::fmt::Write;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use super::list::plain_name;
use crate::workspace;

/// Our own crate, whose modules are told apart; of others the crate says enough.
const OURS: [&str; 2] = ["jwt_debugger", "page"];

/// How many modules of our own crate are told.
const DEPTH: usize = 3;

/// How many parts are printed.
const LARGEST: usize = 16;

/// Prints the largest parts of the code, and writes all functions into `target/xtask/`.
///
/// # Errors
/// As [`parts`], and when the list cannot be written.
pub(super) fn print(what: &str, wasm: &[u8]) -> Result<()> {
    let parts = parts(wasm)?;
    println!("\n  largest parts of the code of {what}, bytes before compression");
    for (part, bytes) in parts.iter().take(LARGEST) {
        println!("  {bytes:>10}  {part}");
    }
    let mut functions = functions(wasm)?;
    functions.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    let mut lines = String::new();
    for (name, bytes) in functions {
        writeln!(lines, "{bytes}\t{}", plain_name(&name))?;
    }
    let list = workspace::scratch().join("functions.txt");
    std::fs::write(&list, lines).with_context(|| format!("{} could not be written", list.display()))
}

/// Bytes by part of the code, largest first.
///
/// # Errors
/// When `wasm` is not WebAssembly with the names of its functions.
fn parts(wasm: &[u8]) -> Result<Vec<(String, usize)>> {
    let mut parts: BTreeMap<String, usize> = BTreeMap::new();
    for (name, bytes) in functions(wasm)? {
        *parts.entry(part(&plain_name(&name))).or_default() += bytes;
    }
    let mut parts: Vec<_> = parts.into_iter().collect();
    parts.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    Ok(parts)
}

/// Each function's name and the bytes of its body.
fn functions(wasm: &[u8]) -> Result<Vec<(String, usize)>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(all) = section.as_known() else {
                    continue;
                };
                for one in all {
                    if let Name::Function(functions) = one? {
                        for naming in functions {
                            let naming = naming?;
                            names.insert(naming.index, naming.name.to_string());
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let named = (imported..).zip(bodies).map(|(index, bytes)| {
        let name = names.remove(&index).unwrap_or_default();
        (name, bytes)
    });
    Ok(named.collect())
}

/// `<a::b::C as d::E>::f` is a part of `a`.
fn part(name: &str) -> String {
    let begin = name.trim_start_matches(['<', '&', '(', '[', '*']);
    let begin = ["dyn ", "mut ", "const "]
        .iter()
        .fold(begin, |begin, word| {
            begin.strip_prefix(word).unwrap_or(begin)
        });
    let path: String = begin
        .chars()
        .take_while(|letter| letter.is_alphanumeric() || matches!(letter, '_' | ':'))
        .collect();
    let mut words = path.split("::").filter(|word| !word.is_empty());
    let Some(root) = words.next() else {
        return "without a name".to_string();
    };
    if !OURS.contains(&root) {
        return root.to_string();
    }
    let own: Vec<&str> = words.collect();
    // The last word is a function or a type.
    let modules = own.len().saturating_sub(1).clamp(1, DEPTH);
    own.get(..modules.min(own.len()))
        .map(|modules| modules.join("::"))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::custom;

    #[test]
    fn a_function_belongs_to_the_module_that_it_stands_in() {
        let of = |name: &str| part(name);
        assert_eq!(
            of("jwt_debugger::ui::components::verdict::card"),
            "ui::components::verdict"
        );
        assert_eq!(
            of("<jwt_debugger::json::Node as core::fmt::Debug>::fmt"),
            "json"
        );
        assert_eq!(
            of("<&mut tachys::html::El<jwt_debugger::A>>::build"),
            "tachys"
        );
        assert_eq!(of("page::main"), "main");
        assert_eq!(of(""), "without a name");
    }

    /// A module with one function of this name.
    fn module(name: &str) -> Vec<u8> {
        let mut module = walrus::Module::with_config(walrus::ModuleConfig::new());
        let mut builder = walrus::FunctionBuilder::new(&mut module.types, &[], &[]);
        builder.func_body().i32_const(7).drop();
        let id = builder.finish(vec![], &mut module.funcs);
        module.funcs.get_mut(id).name = Some(name.to_string());
        module.exports.add("f", id);
        module.emit_wasm()
    }

    #[test]
    fn functions_are_weighed_and_their_names_left_out() -> Result<()> {
        let named = module("jwt_debugger::json::parse::parse");
        let plain = custom::without(&named, |name| name == "name")?;
        assert!(plain.len() < named.len());
        let only = |wasm: &[u8]| parts(wasm).map(|parts| parts.into_iter().next());
        let (part, bytes) = only(&named)?.context("no function")?;
        assert_eq!(part, "json::parse");
        assert!((4..10).contains(&bytes), "{bytes}");
        assert_eq!(only(&plain)?.context("no function")?.0, "without a name");
        assert!(parts(b"no wasm").is_err());
        Ok(())
    }
}
