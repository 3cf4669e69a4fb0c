//! The runs of base64url characters in a paste, one after the other: all that a token can begin
//! with. A plain walk over bytes, because most of a large paste is none of it.

use super::atoms::is_word;
use super::layers;
use std::ops::Range;

/// The first run of `A-Z a-z 0-9 - _` at `at` or behind it, without the characters of an escape
/// that stands before it (`\n`, `%20`).
pub(super) fn next_word(paste: &str, at: usize) -> Option<Range<usize>> {
    let bytes = paste.as_bytes();
    let mut at = at;
    loop {
        let rest = bytes.get(at..)?;
        let start = at.saturating_add(rest.iter().position(|byte| is_word(*byte))?);
        let run = bytes.get(start..)?;
        let len = run.iter().position(|byte| !is_word(*byte));
        let end = start.saturating_add(len.unwrap_or(run.len()));
        let escaped = start
            .checked_sub(1)
            .filter(|mark| matches!(bytes.get(*mark), Some(b'\\' | b'%' | b'&')))
            .and_then(|mark| {
                let escape = layers::escape(paste, mark)?;
                mark.checked_add(escape.len)
            });
        match escaped {
            Some(behind) if behind >= end => at = behind.max(end),
            Some(behind) => return Some(behind.max(start)..end),
            None => return Some(start..end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(paste: &str) -> Vec<&str> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(range) = next_word(paste, at) {
            at = range.end;
            found.extend(paste.get(range));
        }
        found
    }

    #[test]
    fn words_are_runs_of_the_alphabet() {
        assert_eq!(words("a-b_1.c~é d"), ["a-b_1", "c", "d"]);
        assert_eq!(words(""), [""; 0]);
        assert_eq!(words("…\u{200b}"), [""; 0]);
    }

    #[test]
    fn an_escape_is_no_part_of_a_word() {
        assert_eq!(words("\\neyJ"), ["eyJ"]);
        assert_eq!(words("\\\\neyJ \\n"), ["eyJ"]);
        assert_eq!(words("%20eyJ%2E"), ["eyJ"]);
        assert_eq!(words("%2520eyJ"), ["eyJ"]);
        assert_eq!(words("&nbsp;eyJ"), ["eyJ"]);
        assert_eq!(words("\\xyz %zz"), ["xyz", "zz"]);
    }
}
