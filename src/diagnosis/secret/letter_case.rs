//! Hexadecimal digits or a UUID used as text, in the other letter case.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-letter-case",
    kind: Kind::Text(change),
};

fn change(text: &str) -> Vec<Said<String>> {
    let hex = |c: char| c.is_ascii_hexdigit() || c == '-' || c.is_whitespace();
    if !text.chars().all(hex) {
        return Vec::new();
    }
    [text.to_ascii_lowercase(), text.to_ascii_uppercase()]
        .into_iter()
        .map(|text| (text, Diagnostic::info("secret-letter-case")))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn the_other_case() {
        finds_secret(b"deadbeef01", "DEADBEEF01", "secret-letter-case");
        finds_secret(b"DEADBEEF01", "deadbeef01", "secret-letter-case");
        finds_secret(
            b"0B6F1C52-6F8E-4D0B-9A5E-0D3C8A9D7E11",
            "0b6f1c52-6f8e-4d0b-9a5e-0d3c8a9d7e11",
            "secret-letter-case",
        );
    }
}
