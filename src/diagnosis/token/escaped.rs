//! The token was escaped for a URL, for HTML, for JSON or for mail, or is glued to what stands
//! around it.

use crate::diagnosis::secret::percent;
use crate::diagnosis::{Cause, Kind, Paste, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-escaped",
    kind: Kind::Paste(change),
};

fn change(paste: &Paste<'_>) -> Vec<Said<String>> {
    let text = paste.text;
    let mut all = vec![
        percent::decode(text),
        percent::decode(&percent::decode(text)),
        html(text),
        text.replace("\\u002e", ".")
            .replace("\\u002d", "-")
            .replace("\\u005f", "_"),
        text.replace("\\n", "").replace("\\r", "").replace('\\', ""),
        // Quoted-printable (RFC 2045 §6.7).
        text.replace("=\r\n", "")
            .replace("=\n", "")
            .replace("=3D", "="),
    ];
    // A token begins with `{"` in base64url.
    if let Some(glued) = text.find("eyJ").and_then(|at| text.get(at..)) {
        let end =
            glued.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')));
        all.extend(end.and_then(|end| glued.get(..end)).map(str::to_owned));
        all.push(glued.to_owned());
    }
    all.into_iter()
        .filter(|changed| changed != text)
        .map(|changed| (changed, Diagnostic::info("token-escaped")))
        .collect()
}

/// Character references that a token can be written with.
fn html(text: &str) -> String {
    [
        ("&period;", "."),
        ("&#46;", "."),
        ("&#x2e;", "."),
        ("&#x2E;", "."),
        ("&hyphen;", "-"),
        ("&dash;", "-"),
        ("&#45;", "-"),
        ("&#x2d;", "-"),
        ("&#x2D;", "-"),
        ("&lowbar;", "_"),
        ("&UnderBar;", "_"),
        ("&#95;", "_"),
        ("&#x5f;", "_"),
        ("&#x5F;", "_"),
        ("&shy;", ""),
        ("&#173;", ""),
        ("&zwnj;", ""),
        ("&#8203;", ""),
        ("<wbr>", ""),
        ("<br>", ""),
        ("<br/>", ""),
    ]
    .into_iter()
    .fold(text.to_owned(), |text, (escaped, plain)| {
        text.replace(escaped, plain)
    })
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{finds_or_valid, hs256};

    /// What surrounds a token is removed by reading already; what is left is found here.
    #[test]
    fn escaped_and_glued() {
        let token = hs256(b"s3cret");
        for changed in [
            token.replace('.', "%2E"),
            token.replace('.', "&#46;"),
            token.replace('.', "\\u002e"),
            format!("Bearer{token}"),
            format!("{token},"),
            format!("{token}\""),
            token.replace('.', "<wbr>."),
        ] {
            finds_or_valid(&changed, "s3cret", "token-escaped");
        }
    }
}
