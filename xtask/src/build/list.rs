//! The list of the functions that stand in the page's second file, `web/rest.txt`.
//!
//! `cargo xtask profile` writes it: functions that no start of the page and no first decode ran. A
//! function that the list does not know stays in the first file. Closures are numbered by their
//! place, so an old list may also name one that a start runs: that costs a request it waits for,
//! and a test sees it.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use anyhow::{Context, Result};

/// Where it stands, from the root.
const LIST: &str = "web/rest.txt";

/// Which functions the rest holds, by name.
#[derive(Debug, Default)]
pub(super) struct List {
    names: BTreeSet<String>,
    beginnings: Vec<String>,
}

impl List {
    /// Reads the file.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn load() -> Result<Self> {
        let text = std::fs::read_to_string(crate::workspace::root().join(LIST))
            .with_context(|| format!("{LIST} cannot be read"))?;
        Ok(Self::read(&text))
    }

    /// Reads the list: a name a line; with `*` behind it, every name that begins so.
    fn read(text: &str) -> Self {
        let mut list = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            match line.trim().strip_suffix('*') {
                Some(beginning) => list.beginnings.push(beginning.to_string()),
                None if line.trim().is_empty() => {}
                None => {
                    list.names.insert(line.trim().to_string());
                }
            }
        }
        list
    }

    /// True when the rest holds the function of this (plain) name.
    pub(super) fn holds(&self, name: &str) -> bool {
        self.names.contains(name)
            || self
                .beginnings
                .iter()
                .any(|beginning| name.starts_with(beginning.as_str()))
    }
}

/// Writes the list: all of `names` but those that ran, in as few lines as say the same.
///
/// # Errors
/// When the list cannot be written.
pub(super) fn write(names: &[String], ran: &BTreeSet<usize>) -> Result<()> {
    let (mut first, mut rest) = (BTreeSet::new(), BTreeSet::new());
    for (place, name) in names.iter().enumerate() {
        match ran.contains(&place) {
            true => first.insert(name.as_str()),
            false => rest.insert(name.as_str()),
        };
    }
    let mut text = String::from(
        "# The functions of the page that no start and no first decode runs: they stand in a second\n\
         # file. Written by `cargo xtask profile`; see xtask/src/build/list.rs.\n",
    );
    for line in lines(&first, &rest) {
        text.push_str(&line);
        text.push('\n');
    }
    std::fs::write(crate::workspace::root().join(LIST), text)?;
    Ok(())
}

/// The fewest that would do for a beginning to stand for names.
const ENOUGH: usize = 2;

fn lines(first: &BTreeSet<&str>, rest: &BTreeSet<&str>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let begins = |set: &BTreeSet<&str>, beginning: &str| {
        set.range(beginning..)
            .take_while(|name| name.starts_with(beginning))
            .count()
    };
    for name in rest {
        if name.is_empty() || first.contains(name) {
            continue;
        }
        let covered = |line: &String| {
            line.strip_suffix('*')
                .is_some_and(|beginning| name.starts_with(beginning))
        };
        if lines.last().is_some_and(covered) {
            continue;
        }
        let beginning = name
            .match_indices("::")
            .skip(1)
            .filter_map(|(at, found)| name.get(..at + found.len()))
            .find(|beginning| begins(first, beginning) == 0 && begins(rest, beginning) >= ENOUGH);
        lines.push(match beginning {
            Some(beginning) => format!("{beginning}*"),
            None => (*name).to_string(),
        });
    }
    lines
}

/// A function's name without what changes from build to build.
pub(super) fn plain_name(name: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    let mut plain = String::with_capacity(name.len());
    let mut rest = name.as_str();
    // A crate's name has a number in brackets behind it, which follows from where it was built.
    while let Some((before, behind)) = rest.split_once('[') {
        plain.push_str(before);
        let number = behind.split_once(']').filter(|(number, _)| {
            CRATE_NUMBER.contains(&number.len())
                && number.bytes().all(|byte| byte.is_ascii_hexdigit())
        });
        rest = match number {
            Some((_, behind)) => behind,
            None => {
                plain.push('[');
                behind
            }
        };
    }
    plain + rest
}

/// Hexadecimal digits of the number that tells crates of one name apart: leading zeros are left
/// out, and nothing else in brackets is so long.
const CRATE_NUMBER: RangeInclusive<usize> = 10..=16;

#[cfg(test)]
mod tests {
    use super::*;

    fn set<'a>(names: &[&'a str]) -> BTreeSet<&'a str> {
        names.iter().copied().collect()
    }

    #[test]
    fn a_name_says_nothing_of_the_folder_it_was_built_in() {
        let name = "<core[c5930c85a12de822]::fmt::A as page[c02ff04ac4b0985a]::B>::c::{closure#0}";
        assert_eq!(
            plain_name(name),
            "<core::fmt::A as page::B>::c::{closure#0}"
        );
        assert_eq!(plain_name("a[9786f82a536ffd4]::b"), "a::b");
        assert_eq!(plain_name("<[u8] as a[no]>::[b"), "<[u8] as a[no]>::[b");
    }

    #[test]
    fn a_beginning_stands_for_its_names_and_for_none_that_ran() {
        let first = set(&["page::main", "page::ui::paste::read"]);
        let rest = set(&[
            "page::ui::keys::a",
            "page::ui::keys::b",
            "page::ui::paste::undo",
        ]);
        let lines = lines(&first, &rest);
        assert_eq!(lines, ["page::ui::keys::*", "page::ui::paste::undo"]);
        let list = List::read(&lines.join("\n"));
        assert!(first.iter().all(|name| !list.holds(name)));
        assert!(rest.iter().all(|name| list.holds(name)));
        assert!(!list.holds("page::ui::paste::undo_all"));
    }

    #[test]
    fn a_name_that_two_functions_share_stays_when_one_of_them_ran() {
        assert!(lines(&set(&["core::call"]), &set(&["core::call", ""])).is_empty());
    }
}
