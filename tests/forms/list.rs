//! Every form in which a token is pasted, with the note that each must leave.

/// The text, cut into lines of this width.
pub fn wrapped(text: &str, width: usize, end: &str) -> String {
    let lines: Vec<&str> = text
        .as_bytes()
        .chunks(width)
        .map(|line| std::str::from_utf8(line).unwrap())
        .collect();
    lines.join(end)
}

/// Every form, with the note that it must leave.
pub fn forms(t: &str) -> Vec<(String, &'static str)> {
    let parts: Vec<&str> = t.split('.').collect();
    let rows = vec![
        (t.to_owned(), ""),
        (format!("  {t}  "), "paste-white-space"),
        (format!("\n\n{t}\r\n"), "paste-white-space"),
        (parts.join(".\n"), "paste-line-breaks"),
        (parts.join(".\r\n"), "paste-line-breaks"),
        (parts.join("\n."), "paste-line-breaks"),
        (parts.join(".\n    "), "paste-line-breaks"),
        (parts.join(" . "), "paste-spaces"),
        (wrapped(t, 64, "\n"), "paste-line-breaks"),
        (wrapped(t, 76, "\r\n"), "paste-line-breaks"),
        (wrapped(t, 76, "\n  "), "paste-line-breaks"),
        (wrapped(t, 20, "\n"), "paste-line-breaks"),
        (wrapped(t, 7, " "), "paste-spaces"),
        (
            format!("> {}\n", wrapped(t, 70, "\n> ")),
            "paste-line-breaks",
        ),
        (format!("Bearer {t}"), "paste-bearer"),
        (format!("bearer\t{t}"), "paste-bearer"),
        (format!("Bearer{t}"), "paste-bearer"),
        (format!("Bearer\n{t}\n"), "paste-bearer"),
        (format!("Authorization: Bearer {t}"), "paste-header-line"),
        (
            format!(
                "GET / HTTP/1.1\r\nHost: a.example.com\r\nAuthorization: Bearer {t}\r\nAccept: */*\r\n\r\n"
            ),
            "paste-header-line",
        ),
        (format!("DPoP: {t}"), "paste-header-line"),
        (
            format!("curl -H 'Authorization: Bearer {t}' https://api.example.com/v1.0/users"),
            "paste-curl",
        ),
        (
            format!(
                "$ curl -v \\\n  -H \"Authorization: Bearer {t}\" \\\n  -H \"Accept: application/json\" \\\n  https://api.example.com/a.b.c"
            ),
            "paste-curl",
        ),
        (
            format!(r#"{{"access_token":"{t}","token_type":"Bearer","expires_in":3600}}"#),
            "paste-json-member",
        ),
        (
            format!("{{\n  \"id_token\" : \"{t}\"\n  \"scope\": \"openid\"\n}}"),
            "paste-json-member",
        ),
        (
            format!(r#"{{"headers":{{"Authorization":"Bearer {t}"}}}}"#),
            "paste-json-member",
        ),
        (
            format!(r#"{{\"access_token\":\"{t}\",\"x\":1}}"#),
            "paste-json-member",
        ),
        (
            format!("Cookie: theme=dark; session={t}; lang=nl"),
            "paste-cookie",
        ),
        (
            format!("Set-Cookie: session={t}; Path=/; HttpOnly; Secure"),
            "paste-cookie",
        ),
        (format!("session={t}; Path=/"), "paste-cookie"),
        (
            format!("https://app.example.com/callback?token={t}&state=a.b.c"),
            "paste-url",
        ),
        (
            format!("https://app.example.com/cb#id_token={t}&state=xyz"),
            "paste-url",
        ),
        (
            format!("https://app.example.com/cb#state=1&access_token={t}"),
            "paste-url",
        ),
        (
            format!("https://app.example.com/verify/{t}/confirm"),
            "paste-url-path",
        ),
        (
            format!("https://app.example.com/verify/{t}?x=1"),
            "paste-url-path",
        ),
        (
            format!(
                "redirect=https%3A%2F%2Fa.example%2F%3Ftoken%3D{}%26state%3D1",
                t.replace('.', "%2E")
            ),
            "paste-percent",
        ),
        (t.replace('.', "%252e"), "paste-percent"),
        (format!("Bearer%20{t}"), "paste-percent"),
        (format!("authorization=Bearer+{t}&x=1"), "paste-bearer"),
        (format!("'{t}'"), "paste-quotes"),
        (format!("\"{t}\","), "paste-quotes"),
        (format!("`{t}`"), "paste-quotes"),
        (format!("“{t}”"), "paste-quotes"),
        (format!("\\\"{t}\\\""), "paste-quotes"),
        (format!("{t},"), "paste-punctuation"),
        (format!("{t};"), "paste-punctuation"),
        (format!("const token = \"{t}\";"), "paste-setting"),
        (
            format!("  \"{}\";", parts.join(".\" +\n  \"")),
            "paste-joints",
        ),
        (parts.join(".\\\n"), "paste-line-breaks"),
        (parts.join(".\\n"), "paste-escapes"),
        (format!("TOKEN={t}"), "paste-setting"),
        (
            format!("export API_TOKEN='{t}'\nOTHER=a.b.c\n"),
            "paste-setting",
        ),
        (
            format!("auth:\n  token: {t}\n  kind: jwt\n"),
            "paste-setting",
        ),
        (format!("auth:\n  token: \"{t}\"\n"), "paste-setting"),
        (
            format!("2026-01-01T10:00:00.123Z INFO [main] c.e.Auth - token={t} user=jan.de.boer"),
            "paste-setting",
        ),
        (format!("\u{1b}[32m{t}\u{1b}[0m INFO"), "paste-text"),
        (format!("- `{t}`\n"), "paste-quotes"),
        (format!("b'{t}'"), "paste-quotes"),
        (format!("<token>{t}</token>"), "paste-text"),
        (format!("$env:TOKEN = \"{t}\""), "paste-setting"),
        (
            format!("Authorization:Bearer {t}\n\nGET /a HTTP/1.1"),
            "paste-header-line",
        ),
        (
            format!("10.0.0.1 - - [01/Jan/2026] \"GET /?token={t} HTTP/1.1\" 200 12"),
            "paste-url",
        ),
        (format!("The token is {t}."), "paste-text"),
        (
            format!("Look: {t} is what the server sent, see www.example.com."),
            "paste-setting",
        ),
        (format!("<p>{t}</p>"), ""),
        (format!("&quot;{t}&quot;"), "paste-html"),
        (t.replace('.', "&#46;"), "paste-html"),
        (
            format!("<span class=\"h\">{}</span>", parts.join("</span>.<span>")),
            "paste-markup",
        ),
        (parts.join(".<br>"), "paste-markup"),
        (format!("\u{feff}{t}"), "paste-invisible"),
        (format!("\u{200b}{t}\u{200b}"), "paste-invisible"),
        (format!("\u{a0}{t}\u{a0}"), "paste-white-space"),
        (format!("({t})"), "paste-punctuation"),
        (format!("<{t}>"), "paste-punctuation"),
        (format!("| token | {t} |"), "paste-text"),
        (format!("**{t}**"), "paste-punctuation"),
        (
            format!("Header\n{}\nPayload\n{}\n\n{t}\n", parts[0], parts[1]),
            "paste-repeated-parts",
        ),
        (format!("{t}\n\nThanks\nJan"), "paste-text-after"),
        (format!("{t}\nThanks"), "paste-text-after"),
        (format!("{t}\n{t}\n"), "paste-repeated-token"),
    ];
    rows
}
