//! A word processor or chat changed the secret: curly quotes, long dashes, an ellipsis, letters of
//! another alphabet.

use crate::diagnosis::token::homoglyphs::look_alike;
use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-typography",
    kind: Kind::Text(change),
};

fn change(text: &str) -> Vec<Said<String>> {
    if text.is_ascii() {
        return Vec::new();
    }
    let straight = text
        .replace(
            ['\u{201c}', '\u{201d}', '\u{201e}', '\u{ab}', '\u{bb}'],
            "\"",
        )
        .replace(['\u{2018}', '\u{2019}', '\u{201a}', '\u{b4}'], "'")
        .replace('\u{2026}', "...")
        .replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ");
    let one: String = straight.chars().map(look_alike).collect();
    let two = straight.replace(['\u{2013}', '\u{2014}'], "--");
    [one, two]
        .into_iter()
        .map(|text| (text, Diagnostic::info("secret-typography")))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn what_was_made_pretty() {
        finds_secret(b"don't", "don\u{2019}t", "secret-typography");
        finds_secret(b"a--b", "a\u{2014}b", "secret-typography");
        finds_secret(b"a-b", "a\u{2013}b", "secret-typography");
        finds_secret(b"a...b", "a\u{2026}b", "secret-typography");
        finds_secret(b"s3 cret", "s3\u{a0}cret", "secret-typography");
        finds_secret(b"s3cret", "s3\u{441}ret", "secret-typography");
    }
}
