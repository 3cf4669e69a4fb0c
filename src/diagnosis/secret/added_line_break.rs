//! The signer's secret ends in a line break that the box does not have: `echo` without `-n`.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-missing-newline",
    kind: Kind::Text(change),
};

fn change(text: &str) -> Vec<Said<String>> {
    let windows = text.replace("\r\n", "\n").replace('\n', "\r\n");
    [format!("{text}\n"), format!("{text}\r\n"), windows]
        .into_iter()
        .map(|text| (text, Diagnostic::info("secret-missing-newline")))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn a_line_break_missing() {
        finds_secret(b"s3cret\n", "s3cret", "secret-missing-newline");
        finds_secret(b"s3cret\r\n", "s3cret", "secret-missing-newline");
    }
}
