//! The text holds no token, and nothing that a repair would make one.
//! Spec: RFC 7515 §7.1, RFC 7516 §7.1.

use crate::diagnosis::{Cause, Kind, Paste};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-absent",
    kind: Kind::CertainOfPaste(say),
};

fn say(paste: &Paste<'_>) -> Vec<Diagnostic> {
    match paste.token {
        None => vec![Diagnostic::danger("token-absent")],
        Some(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{finds_certain, finds_code, hs256};

    #[test]
    fn words_and_what_only_looks_like_one() {
        for paste in ["hello", "..", "www.example.org", r#"{"sub":"a"}"#] {
            finds_certain(paste, "s3cret", "token-absent");
        }
        finds_code(" \n", "s3cret", &[]);
        finds_code(&hs256(b"s3cret"), "s3cret", &[]);
    }
}
