//! Characters in the secret that cannot be seen, other than a byte order mark at its beginning.

use crate::diagnosis::token::invisible::is_invisible;
use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-invisible",
    kind: Kind::Text(change),
};

fn change(text: &str) -> Vec<Said<String>> {
    let plain = without_colours(text);
    let visible: String = plain.chars().filter(|c| !is_invisible(*c)).collect();
    let removed = text.chars().count().saturating_sub(visible.chars().count());
    let step = Diagnostic::info("secret-invisible").with("count", removed);
    vec![(visible, step)]
}

/// Without the sequences by which a terminal is told its colours. Spec: ECMA-48 §5.4.
fn without_colours(text: &str) -> String {
    let mut pieces = text.split("\u{1b}[");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let rest = piece.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        out.push_str(
            rest.strip_prefix(|c: char| c.is_ascii_alphabetic())
                .unwrap_or(rest),
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn inside_and_behind() {
        for given in [
            "s3\u{200b}cret",
            "s3cret\u{200e}",
            "s3\u{ad}cret",
            "s3cret\u{7f}",
        ] {
            finds_secret(b"s3cret", given, "secret-invisible");
        }
    }
}
