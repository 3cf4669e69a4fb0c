//! The box holds spaces or tabs around or inside the secret that the signer's does not have.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-white-space",
    kind: Kind::Text(change),
};

fn change(text: &str) -> Vec<Said<String>> {
    let inner: String = text.split_whitespace().collect();
    [text.trim().to_owned(), inner]
        .into_iter()
        .map(|text| (text, Diagnostic::info("secret-white-space")))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn spaces_too_many() {
        for given in [" s3cret", "s3cret ", "\ts3cret\t", "s3c ret", "s3c\nret"] {
            finds_secret(b"s3cret", given, "secret-white-space");
        }
    }
}
