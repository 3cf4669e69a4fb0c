//! A byte order mark that an editor put before the secret, here or at the signer's.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-byte-order-mark",
    kind: Kind::Text(change),
};

fn change(text: &str) -> Vec<Said<String>> {
    let other = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => format!("\u{feff}{text}"),
    };
    vec![(other, Diagnostic::info("secret-byte-order-mark"))]
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn a_mark_too_many_or_missing() {
        finds_secret(b"s3cret", "\u{feff}s3cret", "secret-byte-order-mark");
        finds_secret(
            "\u{feff}s3cret".as_bytes(),
            "s3cret",
            "secret-byte-order-mark",
        );
    }
}
