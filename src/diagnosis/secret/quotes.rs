//! Quotes around the secret: the box has them and the signer not, or the other way round, as
//! when a container takes an `.env` file literally.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-quotes",
    kind: Kind::Text(change),
};

/// Straight and typographic quotes, and the fences of Markdown.
const PAIRS: [(&str, &str); 11] = [
    ("\"", "\""),
    ("'", "'"),
    ("`", "`"),
    ("```", "```"),
    ("\u{201c}", "\u{201d}"),
    ("\u{2018}", "\u{2019}"),
    ("\u{201d}", "\u{201d}"),
    ("\u{201e}", "\u{201c}"),
    ("\u{201e}", "\u{201d}"),
    ("\u{ab}", "\u{bb}"),
    ("\\\"", "\\\""),
];

fn change(text: &str) -> Vec<Said<String>> {
    let mut all = Vec::new();
    // Copied from a line of JSON, the comma comes along.
    let bare = text.trim_end_matches([',', ';']);
    for (open, close) in PAIRS {
        let inner = bare
            .strip_prefix(open)
            .and_then(|inner| inner.strip_suffix(close));
        all.extend(inner.map(str::to_owned));
    }
    if all.is_empty() {
        // One of the two was missed when the text was marked.
        let marks = PAIRS.map(|(open, _)| open).into_iter();
        let marks = marks.chain(PAIRS.map(|(_, close)| close));
        all.extend(
            marks
                .clone()
                .filter_map(|mark| Some(bare.strip_prefix(mark)?.to_owned())),
        );
        all.extend(marks.filter_map(|mark| Some(bare.strip_suffix(mark)?.to_owned())));
        all.extend(['"', '\''].map(|quote| format!("{quote}{text}{quote}")));
    }
    all.into_iter()
        .map(|text| (text, Diagnostic::info("secret-quotes")))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn quotes_too_many_or_missing() {
        for given in [
            "\"s3cret\"",
            "'s3cret'",
            "`s3cret`",
            "\"s3cret\",",
            "\"s3cret",
            "s3cret'",
            "\u{201c}s3cret\u{201d}",
            "\u{2018}s3cret\u{2019}",
            "\u{201e}s3cret\u{201c}",
            r#"\"s3cret\""#,
        ] {
            finds_secret(b"s3cret", given, "secret-quotes");
        }
        finds_secret(b"\"s3cret\"", "s3cret", "secret-quotes");
    }
}
