//! A comment behind the secret came along, or the other way round: what a program takes for a
//! comment belongs to the secret.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-comment-along",
    kind: Kind::Text(change),
};

fn change(text: &str) -> Vec<Said<String>> {
    // A program that reads settings may cut at any `#`, also at one without a space before it.
    [" #", "\t#", " //", " ;", " <!--", "#"]
        .into_iter()
        .filter_map(|mark| Some(text.split_once(mark)?.0.trim_end()))
        .filter(|before| !before.is_empty())
        .map(|before| (before.to_owned(), Diagnostic::info("secret-comment-along")))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn a_comment_too_many() {
        for given in [
            "s3cret # for tests",
            "s3cret // mine",
            "s3cret\t#",
            "s3cret#1",
        ] {
            finds_secret(b"s3cret", given, "secret-comment-along");
        }
    }
}
