//! A comma, a full stop, angle or other brackets that stood around the secret where it was copied:
//! placeholders in documentation, lists, sentences, the `%` of a shell where no line break is.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-punctuation",
    kind: Kind::Text(change),
};

const PAIRS: [(&str, &str); 12] = [
    ("<", ">"),
    ("[", "]"),
    ("{", "}"),
    ("(", ")"),
    ("{{", "}}"),
    ("${", "}"),
    ("b'", "'"),
    ("b\"", "\""),
    ("**", "**"),
    ("__", "__"),
    ("*", "*"),
    ("_", "_"),
];

fn change(text: &str) -> Vec<Said<String>> {
    let marks = [',', ';', '.', ':', '|', '\\', '=', '!', '?', '%'];
    let inner = PAIRS
        .into_iter()
        .filter_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close));
    let mut all: Vec<&str> = inner.collect();
    let end = text.trim_end_matches(marks);
    all.push(end);
    all.push(text.trim_start_matches(marks));
    all.push(end.trim_start_matches(marks));
    all.extend(text.strip_prefix("- "));
    all.into_iter()
        .filter(|inner| !inner.is_empty())
        .map(|inner| (inner.to_owned(), Diagnostic::info("secret-punctuation")))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{finds_nothing, finds_secret};

    #[test]
    fn brackets_and_marks_around_it() {
        for given in [
            "<s3cret>",
            "[s3cret]",
            "{s3cret}",
            "(s3cret)",
            "{{s3cret}}",
            "${s3cret}",
            "s3cret,",
            "s3cret;",
            "s3cret.",
            "|s3cret|",
            "- s3cret",
            "b's3cret'",
            "s3cret%",
            "**s3cret**",
            "_s3cret_",
        ] {
            finds_secret(b"s3cret", given, "secret-punctuation");
        }
    }

    #[test]
    fn brackets_that_count_are_kept() {
        finds_nothing(b"<s3cret", "s3cret>");
    }
}
