//! A line of a program or of XML stands in the box, and the secret is the text in its quotes or
//! between its tags: `Encoding.UTF8.GetBytes("…")`, `<secret>…</secret>`.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-literal",
    kind: Kind::Text(change),
};

/// More literals than this are not tried.
const MOST: usize = 8;
/// Longer texts are no line of a program.
const LONGEST: usize = 4_000;

fn change(text: &str) -> Vec<Said<String>> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    let mut all = Vec::new();
    for quote in ['"', '\'', '`'] {
        let pieces: Vec<&str> = text.split(quote).collect();
        let is_wrapped = pieces.len() == 3 && text.trim().len() <= around(&pieces);
        if pieces.len() < 3 || is_wrapped {
            // Quotes around all of it are another cause.
            continue;
        }
        let last = pieces.len().saturating_sub(1);
        // A quote in a literal is doubled, or stands behind a backslash.
        let whole = pieces.get(1..last).unwrap_or_default();
        let whole = whole.join(&quote.to_string());
        let doubled = whole.replace(&format!("{quote}{quote}"), &quote.to_string());
        let inner = whole.replace('\\', "");
        let inner = inner.trim_matches(quote).to_owned();
        all.extend([doubled, inner, whole]);
        all.extend(pieces.iter().skip(1).step_by(2).map(|p| (*p).to_owned()));
    }
    let between = text.split('>').skip(1).filter_map(|rest| {
        let (inside, _) = rest.split_once('<')?;
        Some(inside.to_owned())
    });
    all.extend(between);
    let raw = text.split_once("<![CDATA[").map(|(_, rest)| rest);
    all.extend(raw.and_then(|rest| Some(rest.split_once("]]>")?.0.to_owned())));
    all.into_iter()
        .filter(|literal| !literal.is_empty() && literal != text)
        .take(MOST)
        .map(|literal| (literal, Diagnostic::info("secret-literal")))
        .collect()
}

/// As long as the text is when nothing but quotes stands around what is in them.
fn around(pieces: &[&str]) -> usize {
    pieces
        .get(1)
        .map_or(0, |inner| inner.len().saturating_add(2))
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{finds_nothing, finds_secret, finds_two};

    #[test]
    fn a_line_of_a_program() {
        for given in [
            r#""s3cret"u8.ToArray()"#,
            r#"Encoding.UTF8.GetBytes("s3cret")"#,
            r#""s3cret".getBytes(StandardCharsets.UTF_8)"#,
            r#"[]byte("s3cret")"#,
            "`s3cret` as const",
            r#"new TextEncoder().encode("s3cret")"#,
            "process.env.TOKEN || 's3cret'",
            r#""\"s3cret\"""#,
            "\"\"\"s3cret\"\"\"",
        ] {
            finds_secret(b"s3cret", given, "secret-literal");
        }
        finds_secret(b"s3\"cret", r#"@"s3""cret""#, "secret-literal");
        finds_two(
            b"s3cret",
            "Buffer.from('czNjcmV0', 'base64')",
            "secret-literal",
            "secret-read-base64",
        );
    }

    #[test]
    fn a_line_of_xml() {
        for given in [
            r#"<add key="JwtKey" value="s3cret" />"#,
            "<value>s3cret</value>",
            "<![CDATA[s3cret]]>",
        ] {
            finds_secret(b"s3cret", given, "secret-literal");
        }
    }

    #[test]
    fn another_literal() {
        finds_nothing(b"s3cret", r#"GetBytes("s4cret")"#);
        finds_nothing(b"s3cret", "'\"`<>");
    }
}
