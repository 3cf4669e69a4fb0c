//! A token as part of a request: the lines that people paste into a terminal.
//! Spec: RFC 6750 §2.1, RFC 7523 §2.2 and §3.

use crate::json::parse;

/// A text as one word of a POSIX shell.
pub fn shell_word(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// The token request of a client that proves itself with a signed assertion. Without a scope the
/// server decides.
pub fn token_request(endpoint: &str, scope: &str, assertion: &str) -> String {
    let mut fields = vec![("grant_type", "client_credentials")];
    if !scope.trim().is_empty() {
        fields.push(("scope", scope.trim()));
    }
    fields.push((
        "client_assertion_type",
        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    ));
    fields.push(("client_assertion", assertion));
    let mut line = format!("curl {}", shell_word(endpoint));
    for (name, value) in fields {
        let field = shell_word(&format!("{name}={value}"));
        line.push_str(&format!(" \\\n  --data-urlencode {field}"));
    }
    line
}

/// The `Authorization` header (RFC 6750 §2.1), with the scheme of RFC 9449 §7.1 for a token that
/// its `cnf` binds to a key.
pub fn authorization(token: &str, payload: &str) -> String {
    let payload = parse(payload.as_bytes().to_vec());
    let is_bound = payload
        .get("cnf")
        .is_some_and(|cnf| cnf.get("jkt").is_some());
    let scheme = if is_bound { "DPoP" } else { "Bearer" };
    format!("Authorization: {scheme} {token}")
}

/// A request with the token.
pub fn bearer_request(url: &str, token: &str, payload: &str) -> String {
    let header = authorization(token, payload);
    format!("curl {} \\\n  -H {}", shell_word(url), shell_word(&header))
}

/// Whether a token is made of the characters that a header takes (`b64token`, RFC 6750 §2.1).
pub fn fits_a_header(token: &str) -> bool {
    let is_one = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~+/=".contains(&byte);
    !token.is_empty() && token.bytes().all(is_one)
}

/// A page that posts the token as soon as it is opened, as an HTI launch does (HTI:core 2.0, The message
/// exchange: the form field `token`).
pub fn launch_page(url: &str, token: &str) -> String {
    format!(
        r#"<!doctype html>
<meta charset="utf-8" />
<title>Launch</title>
<form method="post" action="{}">
  <input type="hidden" name="token" value="{}" />
  <noscript><button>Launch</button></noscript>
</form>
<script>document.forms[0].submit();</script>
"#,
        html(url),
        html(token)
    )
}

/// A line of settings.
pub fn env_line(token: &str) -> String {
    format!("JWT={}", shell_word(token))
}

/// Text as an attribute's value.
fn html(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_survives_the_shell() {
        for (text, word) in [
            ("a", "'a'"),
            ("", "''"),
            ("it's $x `y`", r"'it'\''s $x `y`'"),
        ] {
            assert_eq!(shell_word(text), word);
        }
    }

    #[test]
    fn a_launch_page_cannot_be_broken_out_of() {
        let page = launch_page("https://a.example/?a=1&b=\"><script>", "x.y.z");
        assert!(
            page.contains("action=\"https://a.example/?a=1&amp;b=&quot;>&lt;script>\""),
            "{page}"
        );
        assert!(page.contains("name=\"token\" value=\"x.y.z\""), "{page}");
        assert_eq!(page.matches("<script>").count(), 1);
    }

    #[test]
    fn lines_for_a_terminal() {
        assert_eq!(authorization("t", "{}"), "Authorization: Bearer t");
        let bound = r#"{"cnf":{"jkt":"x"}}"#;
        assert_eq!(authorization("t", bound), "Authorization: DPoP t");
        let line = bearer_request("https://a.example", "t", "text");
        assert_eq!(
            line,
            "curl 'https://a.example' \\\n  -H 'Authorization: Bearer t'"
        );
        assert_eq!(env_line("a.b.c"), "JWT='a.b.c'");
    }

    #[test]
    fn only_a_compact_token_fits_a_header() {
        for token in ["a.b-_.c", "a.b.c~d~", "a..c"] {
            assert!(fits_a_header(token), "{token}");
        }
        for token in [
            "",
            "{\"payload\":\"e30\"}",
            "a.two words.c",
            "a.é.c",
            "a\nb",
        ] {
            assert!(!fits_a_header(token), "{token}");
        }
    }

    #[test]
    fn a_token_request_has_every_field_once_and_no_empty_scope() {
        let line = token_request("https://a.example/token", "system/*.read", "x.y.z");
        assert_eq!(line.matches("--data-urlencode").count(), 4, "{line}");
        assert!(
            line.starts_with("curl 'https://a.example/token' \\\n"),
            "{line}"
        );
        assert!(line.ends_with("'client_assertion=x.y.z'"), "{line}");
        assert!(!token_request("u", " ", "t").contains("scope"));
    }
}
