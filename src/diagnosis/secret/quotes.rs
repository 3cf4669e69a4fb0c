//! Quotes around the secret: the box has them and the signer not, or the other way round, as
//! when a container takes an `.env` file literally.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-quotes",
    kind: Kind::Text(change),
};

fn change(text: &str) -> Vec<Said<String>> {
    let mut all = Vec::new();
    let bare = text.trim_end_matches([',', ';']);
    for quote in ['"', '\'', '`'] {
        let inner = bare
            .strip_prefix(quote)
            .and_then(|inner| inner.strip_suffix(quote));
        all.extend(inner.map(str::to_owned));
    }
    if all.is_empty() {
        all.extend(['"', '\''].map(|quote| format!("{quote}{text}{quote}")));
    }
    if bare != text {
        all.push(bare.to_owned());
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
            "s3cret;",
        ] {
            finds_secret(b"s3cret", given, "secret-quotes");
        }
        finds_secret(b"\"s3cret\"", "s3cret", "secret-quotes");
    }
}
