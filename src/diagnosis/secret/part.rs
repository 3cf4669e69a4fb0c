//! Only a part of the text is the secret: its first line, or what stands before a space, where a
//! shell or a program stopped reading.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-part",
    kind: Kind::Text(change),
};

/// More lines than this are no list of secrets.
const MOST: usize = 6;

fn change(text: &str) -> Vec<Said<String>> {
    let bare = text.trim();
    let lines = bare.lines().map(str::trim_end).take(MOST);
    let words = [bare.split_once(' '), bare.rsplit_once(' ')];
    let [first, last] = words;
    let words = first.map(|(word, _)| word).into_iter();
    let words = words.chain(last.map(|(_, word)| word));
    lines
        .chain(words)
        .filter(|part| !part.is_empty() && *part != bare)
        .map(|part| (part.to_owned(), Diagnostic::info("secret-part")))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{finds_nothing, finds_secret};

    #[test]
    fn one_line_or_one_word() {
        for given in [
            "s3cret\ns3cret",
            "s3cret\r\nanother one\r\n",
            "an older one\ns3cret\n",
            "s3cret and more",
            "> cat s3cret",
        ] {
            finds_secret(b"s3cret", given, "secret-part");
        }
    }

    #[test]
    fn none_of_them() {
        finds_nothing(b"s3cret", "s4cret\ns5cret and s6cret");
    }
}
