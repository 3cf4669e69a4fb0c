//! The secret's name was pasted along, in a spelling that does not read as a setting.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-name-along",
    kind: Kind::Text(change),
};

fn change(text: &str) -> Vec<Said<String>> {
    let mut all = Vec::new();
    for separator in ["=", ":", " ", ","] {
        let Some((name, value)) = text.split_once(separator) else {
            continue;
        };
        let value = value.trim_start();
        let is_padding = value.chars().all(|c| c == '=');
        if name.trim().is_empty() || name.len() > 80 || is_padding {
            continue;
        }
        // What belongs to the line and not to its value goes with the name.
        let bare = value.trim().trim_end_matches([',', ';']);
        let quotes = ['"', '\'', '`'].into_iter();
        let quoted = quotes.filter_map(|quote| bare.strip_prefix(quote)?.strip_suffix(quote));
        for value in [value, bare].into_iter().chain(quoted) {
            all.push((value.to_owned(), Diagnostic::info("secret-name-along")));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn a_name_before_the_secret() {
        for given in [
            "MY_VALUE=s3cret",
            "my value: s3cret",
            "the secret:s3cret",
            "secret s3cret",
            "export MY_VALUE=s3cret\n",
            "export MY_VALUE=\"s3cret\"\n",
            "my-value: 's3cret'\r\n",
            "const value = \"s3cret\";",
            "\"value\": \"s3cret\",",
            "--set value=s3cret",
            "data:text/plain,s3cret",
        ] {
            finds_secret(b"s3cret", given, "secret-name-along");
        }
    }
}
