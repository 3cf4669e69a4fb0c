//! The token was shortened for display: an ellipsis stands in it or at its end.

use crate::diagnosis::{Cause, Kind, Paste};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-shortened",
    kind: Kind::CertainOfPaste(say),
};

const MARKS: [&str; 5] = [
    "\u{2026}",
    "...",
    "[\u{2026}]",
    "***",
    "\u{2022}\u{2022}\u{2022}",
];

fn say(paste: &Paste<'_>) -> Vec<Diagnostic> {
    let text = paste.text.trim();
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ');
    let stands_at = |mark: &str| {
        let (before, _) = text.split_once(mark)?;
        // What stands before it is a token's beginning, and not a sentence.
        let word = before.rsplit([' ', '\n', '"', '\'', '=']).next()?;
        (word.starts_with("ey") && word.len() >= 4 && word.chars().all(is_part)).then_some(())
    };
    let is_shortened = MARKS.into_iter().any(|mark| stands_at(mark).is_some());
    let said = is_shortened.then(|| Diagnostic::danger("token-shortened"));
    said.into_iter().collect()
}

#[cfg(test)]
#[allow(clippy::string_slice)]
mod tests {
    use crate::diagnosis::tests::{finds_certain, finds_code, hs256};

    #[test]
    fn an_ellipsis_in_it_or_at_its_end() {
        let token = hs256(b"s3cret");
        let (start, end) = (&token[..12], &token[token.len() - 8..]);
        for mark in ["\u{2026}", "...", "***"] {
            for given in [
                format!("{start}{mark}{end}"),
                format!("{}{mark}", &token[..40]),
            ] {
                finds_certain(&given, "s3cret", "token-shortened");
            }
        }
    }

    #[test]
    fn a_sentence_with_an_ellipsis() {
        finds_code("Hello... world", "s3cret", &["token-absent"]);
    }
}
