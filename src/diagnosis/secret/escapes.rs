//! `\n`, `\"` or `\u0041` stand in the box as characters and meant what they stand for, or the
//! other way round.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;
use crate::json;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-escapes",
    kind: Kind::Text(change),
};

fn change(text: &str) -> Vec<Said<String>> {
    let mut all = Vec::new();
    if text.contains('\\') {
        let document = json::parse(format!("\"{text}\"").into_bytes());
        if document.faults().is_empty() {
            all.extend(
                document
                    .root()
                    .and_then(|root| root.text())
                    .map(|text| text.into_owned()),
            );
        }
        all.push(text.replace("\\r", "\r").replace("\\n", "\n"));
        all.push(
            text.trim_end_matches("\\n")
                .trim_end_matches("\\r")
                .to_owned(),
        );
        all.push(text.replace("\\\\", "\\"));
        all.push(text.replace('\\', ""));
    }
    // Compose files and Makefiles write a dollar sign twice.
    if text.contains('$') {
        all.push(text.replace("$$", "$"));
        all.push(text.replace('$', "$$"));
    }
    // JSON in a shell, and single quotes in a shell's own.
    all.push(text.replace("'\\''", "'"));
    if text.contains(['\n', '\t', '"', '\\']) {
        let quoted = json::quote(text);
        let inner = quoted
            .strip_prefix('"')
            .and_then(|inner| inner.strip_suffix('"'));
        all.extend(inner.map(str::to_owned));
    }
    all.into_iter()
        .map(|text| (text, Diagnostic::info("secret-escapes")))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn escapes_taken_for_characters_and_back() {
        finds_secret(b"s3\ncret", r"s3\ncret", "secret-escapes");
        finds_secret(b"s3cret", r"s3cret\n", "secret-escapes");
        finds_secret(b"s3\"cret", r#"s3\"cret"#, "secret-escapes");
        finds_secret(b"s3\\cret", r"s3\\cret", "secret-escapes");
        finds_secret(br"s3\ncret", "s3\ncret", "secret-escapes");
        finds_secret(b"s3+cret", r"s3\u002bcret", "secret-escapes");
        finds_secret(b"s3$cret", "s3$$cret", "secret-escapes");
        finds_secret(b"s3'cret", r"s3'\''cret", "secret-escapes");
    }
}
