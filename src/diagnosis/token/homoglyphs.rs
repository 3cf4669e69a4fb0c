//! Letters of other alphabets that look like the right ones, and typographic dashes and dots.

use crate::diagnosis::{Cause, Kind, Paste, Said};
use crate::diagnostic::Diagnostic;
use unicode_normalization::UnicodeNormalization;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-homoglyphs",
    kind: Kind::Paste(change),
};

/// Cyrillic and Greek letters, each above the Latin one it looks like.
const FOREIGN: &str = "аеорсухіјѕһԁԛԝАВЕЅІЈКМНОРСТХУΑΒΕΖΗΙΚΜΝΟΡΤΥΧοɡ";
const LATIN: &str = "aeopcyxijshdqwABESIJKMHOPCTXYABEZHIKMNOPTYXog";

fn change(paste: &Paste<'_>) -> Vec<Said<String>> {
    if paste.text.is_ascii() {
        return Vec::new();
    }
    let mut changed = 0_usize;
    let latin: String = paste
        .text
        .chars()
        .map(|c| {
            let like = alike(c);
            changed = changed.saturating_add(usize::from(like != c));
            like
        })
        .collect();
    if changed == 0 {
        return Vec::new();
    }
    let step = Diagnostic::info("token-homoglyphs").with("count", changed);
    vec![(latin, step)]
}

/// The ASCII character that another one looks like or is compatible with; any other stays.
fn alike(c: char) -> char {
    let compatible = || std::iter::once(c).nfkc().next().filter(char::is_ascii);
    match look_alike(c) {
        same if same == c && !c.is_ascii() => compatible().unwrap_or(c),
        like => like,
    }
}

/// The ASCII character that another one looks like; any other stays.
pub fn look_alike(c: char) -> char {
    match c {
        c if c.is_ascii() => c,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{ff0d}' => '-',
        '\u{2024}' | '\u{3002}' | '\u{ff0e}' | '\u{b7}' => '.',
        '\u{ff3f}' | '\u{fe4d}'..='\u{fe4f}' => '_',
        c => {
            let known = FOREIGN.chars().zip(LATIN.chars()).find(|(f, _)| *f == c);
            known.map_or(c, |(_, latin)| latin)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FOREIGN, LATIN};
    use crate::diagnosis::tests::{finds, hs256};

    #[test]
    fn the_tables_go_together() {
        assert_eq!(FOREIGN.chars().count(), LATIN.len());
    }

    #[test]
    fn letters_dashes_and_dots() {
        let token = hs256(b"s3cret");
        for (right, wrong) in [("e", "е"), ("J", "Ј"), ("I", "Ｉ"), (".", "．")] {
            finds(
                &token.replacen(right, wrong, 1),
                "s3cret",
                "token-homoglyphs",
            );
        }
    }
}
