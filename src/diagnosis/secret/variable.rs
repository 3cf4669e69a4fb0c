//! The secret has a dollar sign, and a shell or Compose took what stands behind it for the name of a
//! variable that is not set: the signer's secret lacks it.
//! Spec: POSIX Shell Command Language §2.6.2.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-variable",
    kind: Kind::Text(change),
};

fn change(text: &str) -> Vec<Said<String>> {
    if !text.contains('$') {
        return Vec::new();
    }
    vec![(expanded(text), Diagnostic::info("secret-variable"))]
}

/// The text with nothing for `$name`, `${name}` and `$1`.
fn expanded(text: &str) -> String {
    let mut pieces = text.split('$');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        if let Some((_, rest)) = piece
            .strip_prefix('{')
            .and_then(|inner| inner.split_once('}'))
        {
            out.push_str(rest);
            continue;
        }
        let rest = match piece.chars().next() {
            Some(first) if first.is_ascii_digit() => piece.get(1..).unwrap_or_default(),
            Some(first) if first.is_ascii_alphabetic() || first == '_' => {
                piece.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_')
            }
            _ => {
                out.push('$');
                piece
            }
        };
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::expanded;
    use crate::diagnosis::tests::{finds_nothing, finds_secret};

    #[test]
    fn what_looks_like_a_variable_is_gone() {
        finds_secret(b"s3-cret", "s3$word-cret", "secret-variable");
        finds_secret(b"s3cret", "s3${word}cret", "secret-variable");
        finds_secret(b"s300cret", "s3$100cret", "secret-variable");
    }

    #[test]
    fn what_does_not() {
        assert_eq!(expanded("a$ b$-$"), "a$ b$-$");
        finds_nothing(b"s3cret", "s4$word");
    }
}
