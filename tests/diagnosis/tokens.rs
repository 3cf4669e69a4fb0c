//! Faults in the text of a token: what happened to it on its way. Much of it is undone by reading.

use crate::ask::Expect::{Certain, Fixed, Valid, ValidOrFixed};
use crate::ask::{Row, check, row};
use crate::material::{Family, OTHER_RSA, hmac, of, parts, wrapped};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

fn faults(family: Family) -> Vec<Row> {
    let token = family.token();
    let [header, payload, signature] = parts(&token);
    let escaped = ValidOrFixed(&["token-escaped"]);
    let homoglyphs = ValidOrFixed(&["token-homoglyphs"]);
    let invisible = ValidOrFixed(&["token-invisible"]);
    let dots = ValidOrFixed(&["token-dots"]);
    let with = |mark: &str| token.replace('.', mark);
    let inside = |mark: &str| format!("{}{mark}{}", &token[..30], &token[30..]);
    let rows = [
        ("Bearer", format!("Bearer {token}"), Valid),
        ("Bearer glued", format!("Bearer{token}"), escaped),
        (
            "Authorization",
            format!("Authorization: Bearer {token}"),
            Valid,
        ),
        ("comma", format!("{token},"), escaped),
        ("quote", format!("{token}\""), escaped),
        ("quotes and comma", format!("\"{token}\","), escaped),
        ("semicolon", format!("{token};"), escaped),
        (
            "full stop",
            format!("{token}."),
            ValidOrFixed(&["token-dots"]),
        ),
        ("76 columns", wrapped(&token, 76, "\n"), Valid),
        ("64 columns, CRLF", wrapped(&token, 64, "\r\n"), Valid),
        (
            "quoted mail",
            format!("> {}", wrapped(&token, 70, "\n> ")),
            escaped,
        ),
        ("soft line breaks", wrapped(&token, 70, "=\r\n"), escaped),
        (
            "backslash line breaks",
            wrapped(&token, 70, "\\\n"),
            escaped,
        ),
        ("literal line breaks", wrapped(&token, 70, "\\n"), escaped),
        ("hyphenated", wrapped(&token, 70, "\u{ad}\n"), invisible),
        (
            "string literals",
            format!("\"{}\"", wrapped(&token, 70, "\" +\n  \"")),
            escaped,
        ),
        ("percent-encoded", with("%2E"), escaped),
        ("percent-encoded twice", with("%252E"), escaped),
        ("HTML", with("&#46;"), escaped),
        ("HTML, hexadecimal", with("&#x2e;"), escaped),
        ("HTML, escaped", with("&amp;#46;"), escaped),
        ("JSON", with("\\u002e"), escaped),
        ("JSON, upper case", with("\\u002E"), escaped),
        ("backslash", with("\\."), escaped),
        ("underscores escaped", token.replace('_', "\\_"), escaped),
        ("quoted-printable", with("=2E"), escaped),
        ("a break", with("<wbr>."), escaped),
        ("base64", STANDARD.encode(&token), escaped),
        ("bold", format!("**{token}**"), escaped),
        ("code", format!("`{token}`"), Valid),
        ("one dot leader", with("\u{2024}"), homoglyphs),
        ("ideographic full stop", with("\u{3002}"), homoglyphs),
        ("full width full stop", with("\u{ff0e}"), homoglyphs),
        ("middle dot", with("\u{b7}"), homoglyphs),
        ("Cyrillic e", token.replacen('e', "\u{435}", 1), homoglyphs),
        ("Cyrillic in the signature", homoglyph(&token), homoglyphs),
        ("dashes", token.replace('-', "\u{2013}"), homoglyphs),
        (
            "full width letters",
            token.replacen('J', "\u{ff2a}", 1),
            homoglyphs,
        ),
        ("zero-width space", inside("\u{200b}"), invisible),
        ("byte order mark", format!("\u{feff}{token}"), invisible),
        ("byte order mark inside", inside("\u{feff}"), invisible),
        ("soft hyphen", inside("\u{ad}"), invisible),
        ("direction", inside("\u{202e}"), invisible),
        ("word joiner", inside("\u{2060}"), invisible),
        (
            "a space inside",
            inside(" "),
            ValidOrFixed(&["token-escaped"]),
        ),
        ("first dot missing", token.replacen('.', "", 1), dots),
        (
            "last dot missing",
            format!("{header}.{payload}{signature}"),
            dots,
        ),
        ("no dots", token.replace('.', ""), dots),
        ("first dot doubled", token.replacen('.', "..", 1), dots),
        (
            "last dot doubled",
            format!("{header}.{payload}..{signature}"),
            dots,
        ),
        ("defanged", with("[.]"), dots),
        ("commas for dots", with(","), dots),
        ("spaces for dots", with(" "), dots),
        ("lines for dots", with("\n"), dots),
        ("colons for dots", with(":"), dots),
        (
            "first letter missing",
            token[1..].to_owned(),
            ValidOrFixed(&["token-start-missing"]),
        ),
        (
            "three letters missing",
            token[3..].to_owned(),
            ValidOrFixed(&["token-start-missing"]),
        ),
        (
            "lower case",
            token.to_lowercase(),
            Certain("token-letter-case"),
        ),
        (
            "upper case",
            token.to_uppercase(),
            Certain("token-letter-case"),
        ),
        (
            "ellipsis at its end",
            format!("{}\u{2026}", &token[..60]),
            Certain("token-shortened"),
        ),
        (
            "three dots inside",
            format!("{}...{}", &token[..20], &signature[..10]),
            Certain("token-shortened"),
        ),
    ];
    rows.into_iter()
        .map(|(fault, paste, expect)| {
            row(
                format!("{}: {fault}", family.alg),
                &paste,
                family.public,
                expect,
            )
        })
        .collect()
}

fn homoglyph(token: &str) -> String {
    let [header, payload, signature] = parts(token);
    let changed = [
        "a", "c", "e", "o", "p", "x", "A", "B", "E", "H", "K", "M", "T",
    ];
    let foreign = [
        "а", "с", "е", "о", "р", "х", "А", "В", "Е", "Н", "К", "М", "Т",
    ];
    let (latin, cyrillic) = changed
        .iter()
        .zip(foreign)
        .find(|(latin, _)| signature.contains(**latin))
        .unwrap();
    format!(
        "{header}.{payload}.{}",
        signature.replacen(*latin, cyrillic, 1)
    )
}

#[test]
fn what_happened_to_the_text() {
    let rows: Vec<Row> = ["HS256", "RS256", "ES256", "EdDSA"]
        .into_iter()
        .flat_map(|alg| faults(of(alg)))
        .collect();
    assert!(rows.len() > 230, "{}", rows.len());
    check(&rows);
}

#[test]
fn parts_of_several_tokens() {
    let family = of("HS256");
    let one = family.token();
    let two = family.token_of(r#"{"alg":"HS256","kid":"2"}"#, r#"{"b":2}"#);
    let ([h1, p1, s1], [h2, p2, s2]) = (parts(&one), parts(&two));
    let mut rows = Vec::new();
    for (fault, mixed) in [
        ("the header", [h2, p1, s1]),
        ("the payload", [h1, p2, s1]),
        ("header and payload", [h2, p2, s1]),
        ("header and signature", [h2, p1, s2]),
        ("payload and signature", [h1, p2, s2]),
    ] {
        let mixed = mixed.join(".");
        let both = [one.clone(), two.clone()];
        for (place, paste, seen) in [
            ("seen", mixed.clone(), both.to_vec()),
            (
                "beside it",
                format!("{mixed}\n\n{one}\n\n{two}"),
                Vec::new(),
            ),
        ] {
            rows.push(Row {
                seen,
                ..row(
                    format!("{fault} of another, {place}"),
                    &paste,
                    family.public,
                    Fixed(&["token-edited-since"]),
                )
            });
        }
    }
    // The whole earlier token has this signature in each of these cases.
    check(&rows);
}

/// A token of somebody else, with nothing wrong but the key.
#[test]
fn nothing_is_wrong_with_a_token_that_verifies() {
    let mut rows = Vec::new();
    for family in crate::material::FAMILIES {
        rows.push(row(family.alg, &family.token(), family.public, Valid));
        rows.push(row(family.alg, &family.token(), family.private, Valid));
    }
    rows.push(row(
        "an RSA key",
        &of("RS512").token(),
        of("RS256").public,
        Valid,
    ));
    rows.push(row(
        "any secret",
        &hmac("HS384", OTHER_RSA.trim().as_bytes()),
        OTHER_RSA.trim(),
        Certain("key-wrong-type"),
    ));
    rows.pop();
    check(&rows);
}
