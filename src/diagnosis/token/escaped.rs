//! The token was escaped for a URL, for HTML, for JSON or for mail, or is glued to what stands
//! around it.

use crate::diagnosis::secret::html::numbered;
use crate::diagnosis::secret::percent;
use crate::diagnosis::{Cause, Kind, Paste, Said};
use crate::diagnostic::Diagnostic;
use crate::keys::{SecretReading, decode_secret};

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
        percent::decode(&percent::decode(&percent::decode(text))),
        html(&numbered(text)),
        html(&numbered(&text.replace("&amp;", "&"))),
        unescaped(text),
        text.replace("\\u002e", ".")
            .replace("\\u002d", "-")
            .replace("\\u005f", "_"),
        text.replace("\\n", "").replace("\\r", "").replace('\\', ""),
        // Quoted-printable (RFC 2045 §6.7).
        text.replace("=\r\n", "")
            .replace("=\n", "")
            .replace("=3D", "=")
            .replace("=2E", ".")
            .replace("=2D", "-")
            .replace("=5F", "_"),
        // Marks of quotation in mail, hyphens at the ends of lines, line numbers.
        lines(text, |line| line.trim_start_matches(['>', '|', ' '])),
        lines(text, |line| line.strip_suffix('-').unwrap_or(line)),
        lines(text, |line| {
            line.trim_start_matches(|c: char| c.is_ascii_digit() || " :|\t".contains(c))
        }),
        // String literals put together, and a link around it.
        text.replace(['"', '\'', '+', ' ', '\n', '\r', '\\'], ""),
        text.replace(['*', '`', '<', '>'], ""),
    ];
    all.extend(wrapped(text));
    // A token begins with `{"` in base64url.
    if let Some(glued) = text.find("eyJ").and_then(|at| text.get(at..)) {
        let is_token =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '=' | '+' | '/');
        let end = glued.find(|c: char| !is_token(c));
        all.extend(end.and_then(|end| glued.get(..end)).map(str::to_owned));
        all.push(glued.to_owned());
    }
    all.into_iter()
        .filter(|changed| changed != text)
        .map(|changed| (changed, Diagnostic::info("token-escaped")))
        .collect()
}

/// The lines put together, each as `keep` leaves it.
fn lines(text: &str, keep: impl Fn(&str) -> &str) -> String {
    text.lines().map(|line| keep(line.trim())).collect()
}

/// `\u002e` and `\x2e` for the three characters that are neither letters nor digits, in either case.
fn unescaped(text: &str) -> String {
    let mut text = text.to_owned();
    for (plain, code) in [(".", "2e"), ("-", "2d"), ("_", "5f")] {
        for code in [code.to_owned(), code.to_uppercase()] {
            for mark in ["\\u00", "\\x", "%u00", "\\\\u00"] {
                text = text.replace(&format!("{mark}{code}"), plain);
            }
        }
    }
    text.replace("\\/", "/")
}

/// The whole token in base64 or hexadecimal digits.
fn wrapped(text: &str) -> Vec<String> {
    let text = text.trim();
    [
        SecretReading::Base64,
        SecretReading::Base64url,
        SecretReading::Hex,
    ]
    .into_iter()
    .filter_map(|reading| String::from_utf8(decode_secret(text, reading).ok()?).ok())
    .filter(|inner| inner.contains('.'))
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
#[allow(clippy::string_slice)]
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
            token.replace('.', "&amp;#46;"),
            token.replace('.', "%25252E"),
            token.replace('.', "\\u002E"),
            token.replace('.', "\\x2e"),
            token.replace('.', "=2E"),
            crate::base64url::encode(token.as_bytes()),
            token.bytes().map(|byte| format!("{byte:02x}")).collect(),
            format!("> {}\n> {}", &token[..20], &token[20..]),
            format!("{}-\n{}", &token[..20], &token[20..]),
            format!("\"{}\" +\n  \"{}\"", &token[..20], &token[20..]),
            format!("**{token}**"),
        ] {
            finds_or_valid(&changed, "s3cret", "token-escaped");
        }
    }
}
