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
            .and_then(|mark| match bytes.get(mark)? {
                b'\\' | b'%' | b'&' => mark.checked_add(layers::escape(paste, mark)?.len),
                b'[' | b';' => colour_end(bytes, start),
                _ => None,
            });
        match escaped {
            Some(behind) if behind >= end => at = behind.max(end),
            Some(behind) => return Some(behind.max(start)..end),
            None => return Some(start..end),
        }
    }
}

/// How far back the beginning of a terminal's colour sequence is looked for.
const MAX_COLOUR: usize = 16;

/// The end of the colour sequence (`ESC [ 1 ; 32 m`) whose last number begins at `start`: its
/// `m` would be taken for the first letter of what is coloured.
fn colour_end(bytes: &[u8], start: usize) -> Option<usize> {
    let before = bytes.get(start.saturating_sub(MAX_COLOUR)..start)?;
    let digits = |byte: &u8| byte.is_ascii_digit() || *byte == b';';
    let open = before.iter().rposition(|byte| !digits(byte))?;
    let escape = before.get(open.checked_sub(1)?..=open)?;
    if escape != b"\x1b[" {
        return None;
    }
    let behind = bytes.get(start..)?;
    let len = behind.iter().take(4).position(|byte| *byte == b'm')?;
    let number = behind.get(..len)?;
    number
        .iter()
        .all(u8::is_ascii_digit)
        .then(|| start.saturating_add(len).saturating_add(1))
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
        assert_eq!(words("\u{1b}[32meyJ\u{1b}[0m"), ["eyJ"]);
        assert_eq!(words("\u{1b}[1;32meyJ"), ["1", "eyJ"]);
        assert_eq!(words("x[32meyJ"), ["x", "32meyJ"]);
    }
}
