//! The box was read as a setting or as a key, and the signer takes all of its text for the secret.

use crate::diagnosis::{Case, Cause, KeyChange, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-whole-text",
    kind: Kind::Key(read),
};

fn read(case: &Case<'_>) -> Vec<Said<KeyChange>> {
    let text = case.question.key.text.expose();
    let bare = case
        .reading
        .read_as
        .first()
        .is_some_and(|read_as| read_as.code.starts_with("key-read-secret-"));
    if bare {
        return Vec::new();
    }
    let mut texts = vec![
        text.as_str(),
        text.trim(),
        text.trim_end_matches(['\n', '\r']),
    ];
    // What stands after the first `=`, quotes and comments included, as containers take it.
    texts.extend(
        text.lines()
            .filter_map(|line| Some(line.split_once('=')?.1)),
    );
    let lines = text.trim().replace("\r\n", "\n");
    let (unix, windows) = (format!("{lines}\n"), lines.replace('\n', "\r\n"));
    let windows_end = format!("{windows}\r\n");
    let flat = lines.replace('\n', "");
    let escaped = lines.replace('\n', "\\n");
    texts.extend([&lines, &unix, &windows, &windows_end, &flat, &escaped].map(String::as_str));
    texts
        .into_iter()
        .map(|text| {
            let key = KeyChange::bytes(text.as_bytes().to_vec());
            (key, Diagnostic::info("secret-whole-text"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn a_line_that_is_all_secret() {
        finds_secret(
            b"JWT_SECRET=s3cret",
            "JWT_SECRET=s3cret",
            "secret-whole-text",
        );
    }

    #[test]
    fn quotes_that_count() {
        finds_secret(b"\"s3cret\"", "JWT_SECRET=\"s3cret\"", "secret-quotes");
    }
}
