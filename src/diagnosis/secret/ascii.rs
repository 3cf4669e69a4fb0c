//! The signer turns the text into ASCII and every other letter into a question mark, as .NET's
//! `Encoding.ASCII` does, or leaves it out.

use super::sized;
use crate::diagnosis::{Cause, KeyChange, Kind, Said};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-read-ascii",
    kind: Kind::Reading(read),
};

fn read(text: &str) -> Vec<Said<KeyChange>> {
    if text.is_ascii() {
        return Vec::new();
    }
    let marked: String = text
        .chars()
        .map(|c| if c.is_ascii() { c } else { '?' })
        .collect();
    let left: String = text.chars().filter(char::is_ascii).collect();
    let narrow: Vec<u8> = text
        .encode_utf16()
        .map(|unit| {
            let [_, low] = unit.to_be_bytes();
            low
        })
        .collect();
    [marked.into_bytes(), left.into_bytes(), narrow]
        .into_iter()
        .filter(|bytes| !bytes.is_empty())
        .map(|bytes| sized("secret-read-ascii", KeyChange::bytes(bytes)))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn a_question_mark_or_nothing_for_a_letter() {
        finds_secret(b"s?cret", "s\u{e9}cret", "secret-read-ascii");
        finds_secret(b"scret", "s\u{e9}cret", "secret-read-ascii");
    }
}
