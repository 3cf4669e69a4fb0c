//! The signer's secret has a space before or behind it that the box does not have: behind the `=` of
//! a setting, or at the end of a line.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-missing-space",
    kind: Kind::Text(change),
};

fn change(text: &str) -> Vec<Said<String>> {
    [format!("{text} "), format!(" {text}"), format!("{text}\t")]
        .into_iter()
        .map(|text| (text, Diagnostic::info("secret-missing-space")))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{finds_nothing, finds_secret};

    #[test]
    fn a_space_of_the_signer() {
        for secret in ["s3cret ", " s3cret", "s3cret\t"] {
            finds_secret(secret.as_bytes(), "s3cret", "secret-missing-space");
        }
    }

    #[test]
    fn a_space_within() {
        finds_nothing(b"s3 cret", "s3cret");
    }
}
