//! A token as part of a request: the lines that people paste into a terminal.
//! Spec: RFC 6750 §2.1, RFC 7523 §2.2 and §3.

use crate::jose::sd_jwt::HashName;
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

/// A request with a DPoP proof (RFC 9449 §4.1 and §7.1): to the address and by the method that the
/// proof names. With an access token it goes along; without one the request is that for a token.
pub fn proven_request(proof: &str, payload: &str, access_token: &str) -> String {
    let payload = parse(payload.as_bytes().to_vec());
    let text = |name: &str| {
        let value = payload.get(name).and_then(|value| value.text());
        value.unwrap_or_default().into_owned()
    };
    let (method, url) = (shell_word(&text("htm")), shell_word(&text("htu")));
    let mut line = format!("curl -X {method} {url}");
    let mut headers = vec![format!("DPoP: {proof}")];
    if !access_token.is_empty() {
        headers.insert(0, format!("Authorization: DPoP {access_token}"));
    }
    for header in headers {
        line.push_str(&format!(" \\\n  -H {}", shell_word(&header)));
    }
    line
}

/// `ath` of a proof (RFC 9449 §4.2): the hash of the access token that goes with it.
pub fn access_token_hash(access_token: &str) -> String {
    HashName::Sha256.digest(access_token.as_bytes())
}

/// A logout as a provider tells it (OpenID Connect Back-Channel Logout 1.0 §2.5).
pub fn logout_request(url: &str, token: &str) -> String {
    let field = shell_word(&format!("logout_token={token}"));
    format!("curl {} \\\n  --data-urlencode {field}", shell_word(url))
}

/// Whether it is the address of a server.
pub fn is_address(url: &str) -> bool {
    let host = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    host.is_some_and(|host| {
        !host.is_empty() && !host.starts_with('/') && !url.contains(char::is_whitespace)
    })
}

/// A page that posts the token as soon as it is opened, as an HTI launch does: in the form field
/// `token` (HTI:core 2.0, The message exchange), or, with the address of a FHIR server, as
/// Koppeltaal does, in `launch` beside `iss`.
pub fn launch_page(url: &str, iss: Option<&str>, token: &str) -> String {
    let name = if iss.is_some() { "launch" } else { "token" };
    let iss = iss.map(|iss| {
        let iss = html(iss);
        format!("  <input type=\"hidden\" name=\"iss\" value=\"{iss}\" />\n")
    });
    let iss = iss.unwrap_or_default();
    format!(
        r#"<!doctype html>
<meta charset="utf-8" />
<title>Launch</title>
<form method="post" action="{}">
  <input type="hidden" name="{name}" value="{}" />
{iss}  <noscript><button>Launch</button></noscript>
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
        let page = launch_page("https://a.example/?a=1&b=\"><script>", None, "x.y.z");
        assert!(
            page.contains("action=\"https://a.example/?a=1&amp;b=&quot;>&lt;script>\""),
            "{page}"
        );
        assert!(page.contains("name=\"token\" value=\"x.y.z\""), "{page}");
        assert_eq!(page.matches("<script>").count(), 1);
        let page = launch_page(
            "https://a.example",
            Some("https://fhir.example/\"><script>"),
            "t",
        );
        assert!(page.contains("name=\"launch\" value=\"t\""), "{page}");
        assert!(
            page.contains("name=\"iss\" value=\"https://fhir.example/&quot;>&lt;script>\""),
            "{page}"
        );
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
    fn a_proof_goes_to_the_address_it_names_with_its_access_token() {
        let payload = r#"{"htm":"GET","htu":"https://a.example/it's"}"#;
        let line = proven_request("p", payload, "t");
        let start = r"curl -X 'GET' 'https://a.example/it'\''s'";
        assert_eq!(
            line,
            format!("{start} \\\n  -H 'Authorization: DPoP t' \\\n  -H 'DPoP: p'")
        );
        assert!(!proven_request("p", payload, "").contains("Authorization"));
        // RFC 9449 §7.1.
        assert_eq!(
            access_token_hash("Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU"),
            "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo"
        );
    }

    #[test]
    fn only_an_address_is_posted_to() {
        for url in ["https://a.example", "http://127.0.0.1:8080/x?y"] {
            assert!(is_address(url), "{url}");
        }
        for url in [
            "",
            "javascript:alert(1)",
            "not a url",
            "https://",
            "https:///x",
            "a.example",
            "https://a b",
        ] {
            assert!(!is_address(url), "{url}");
        }
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
