//! Characters that cannot be seen stand in the token: zero-width spaces, soft hyphens, marks of
//! direction, control characters.

use crate::diagnosis::{Cause, Kind, Paste, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-invisible",
    kind: Kind::Paste(change),
};

fn change(paste: &Paste<'_>) -> Vec<Said<String>> {
    let visible: String = paste.text.chars().filter(|c| !is_invisible(*c)).collect();
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
mod tests {
    use crate::diagnosis::tests::{finds, hs256};

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
}
