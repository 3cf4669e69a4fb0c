//! Characters that cannot be seen stand in the token: zero-width and no-break spaces, soft hyphens,
//! marks of direction, control characters.

use crate::diagnosis::{Cause, Kind, Paste, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-invisible",
    kind: Kind::Paste(change),
};

fn change(paste: &Paste<'_>) -> Vec<Said<String>> {
    // A space of a keyboard may divide the token from what stands beside it; the others come along
    // when it is copied from a page or a document.
    let is_foreign_space = |c: char| c.is_whitespace() && !c.is_ascii();
    let is_visible = |c: &char| !is_invisible(*c) && !is_foreign_space(*c);
    let visible: String = paste.text.chars().filter(is_visible).collect();
    let removed = paste
        .text
        .chars()
        .count()
        .saturating_sub(visible.chars().count());
    if removed == 0 {
        return Vec::new();
    }
    let step = Diagnostic::info("token-invisible").with("count", removed);
    vec![(visible, step)]
}

/// Whether a character leaves no trace on a screen, white space aside.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}'
    ) || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use crate::diagnosis::tests::{finds, finds_both, finds_or_valid, hs256, reasons_for};

    #[test]
    fn inside_every_part() {
        let token = hs256(b"s3cret");
        for at in [3, 30, token.len() - 5] {
            for c in ['\u{200b}', '\u{ad}', '\u{feff}', '\u{202e}', '\u{1}'] {
                let mut changed = token.clone();
                changed.insert(at, c);
                finds(&changed, "s3cret", "token-invisible");
            }
        }
    }

    #[test]
    fn a_no_break_space_and_a_missing_dot() {
        let token = hs256(b"s3cret");
        for c in ['\u{a0}', '\u{2009}', '\u{202f}', '\u{3000}'] {
            for at in [3, 30, token.len() - 5] {
                let mut inside = token.clone();
                inside.insert(at, c);
                finds_or_valid(&inside, "s3cret", "token-invisible");
                let missing = inside.replacen('.', "", 1);
                finds_both(&missing, "s3cret", "token-invisible", "token-dots");
                let last = inside.rfind('.').unwrap();
                inside.remove(last);
                // What is still a token to a reader has lost its spaces already.
                let found = reasons_for(&inside, "s3cret");
                let dots = ["token-invisible", "token-dots"];
                assert!(
                    found.len() == 1 && dots.contains(&found[0].as_str()),
                    "{found:?}"
                );
            }
        }
    }
}
