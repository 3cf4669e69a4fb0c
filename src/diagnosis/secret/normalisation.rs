//! The same letters in another Unicode normalisation form: é as one code point or as two.
//! Spec: Unicode Standard Annex #15.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;
use unicode_normalization::UnicodeNormalization;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-normalisation",
    kind: Kind::Text(change),
};

fn change(text: &str) -> Vec<Said<String>> {
    if text.is_ascii() {
        return Vec::new();
    }
    let forms: [(&str, String); 4] = [
        ("NFC", text.nfc().collect()),
        ("NFD", text.nfd().collect()),
        ("NFKC", text.nfkc().collect()),
        ("NFKD", text.nfkd().collect()),
    ];
    forms
        .into_iter()
        .map(|(form, text)| {
            let clause = Diagnostic::info("secret-normalisation").with("form", form);
            (text, clause)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn composed_and_decomposed() {
        finds_secret(
            "s\u{e9}cret".as_bytes(),
            "se\u{301}cret",
            "secret-normalisation",
        );
        finds_secret(
            "se\u{301}cret".as_bytes(),
            "s\u{e9}cret",
            "secret-normalisation",
        );
        finds_secret(b"s3cret", "\u{ff53}3cret", "secret-normalisation");
    }
}
