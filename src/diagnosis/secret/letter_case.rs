//! The secret in the other letter case: hexadecimal digits or a UUID used as text, a password typed
//! with caps lock.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-letter-case",
    kind: Kind::Text(change),
};

fn change(text: &str) -> Vec<Said<String>> {
    let swapped: String = text.chars().map(other_case).collect();
    [
        text.to_ascii_lowercase(),
        text.to_ascii_uppercase(),
        swapped,
    ]
    .into_iter()
    .map(|text| (text, Diagnostic::info("secret-letter-case")))
    .collect()
}

fn other_case(c: char) -> char {
    if c.is_ascii_lowercase() {
        c.to_ascii_uppercase()
    } else {
        c.to_ascii_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn the_other_case() {
        finds_secret(b"deadbeef01", "DEADBEEF01", "secret-letter-case");
        finds_secret(b"DEADBEEF01", "deadbeef01", "secret-letter-case");
        finds_secret(b"s3cret", "S3CRET", "secret-letter-case");
        finds_secret(b"My Secret", "mY sECRET", "secret-letter-case");
        finds_secret(
            b"0B6F1C52-6F8E-4D0B-9A5E-0D3C8A9D7E11",
            "0b6f1c52-6f8e-4d0b-9a5e-0d3c8a9d7e11",
            "secret-letter-case",
        );
    }
}
