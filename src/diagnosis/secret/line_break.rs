//! The box holds a line break at the end that the signer's secret does not have.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-trailing-newline",
    kind: Kind::Text(change),
};

fn change(text: &str) -> Vec<Said<String>> {
    let all = text.trim_end_matches(['\n', '\r']);
    let one = text.strip_suffix('\n').unwrap_or(text);
    let carriage_return = text.strip_suffix('\r').unwrap_or(text);
    // The other way round: only the carriage return is too much.
    let unix = text.replace("\r\n", "\n");
    [all, one, carriage_return, &unix]
        .into_iter()
        .map(|text| (text.to_owned(), Diagnostic::info("secret-trailing-newline")))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{finds_secret, finds_two};

    #[test]
    fn a_line_break_too_many() {
        for given in ["s3cret\n", "s3cret\r\n", "s3cret\r", "s3cret\n\n"] {
            finds_secret(b"s3cret", given, "secret-trailing-newline");
        }
        finds_secret(b"s3cret\n", "s3cret\r\n", "secret-trailing-newline");
    }

    #[test]
    fn and_base64_around_it() {
        finds_two(
            b"s3cret",
            "\"s3cret\"\n",
            "secret-trailing-newline",
            "secret-quotes",
        );
    }
}
