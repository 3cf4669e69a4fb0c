//! A token as part of a request: the lines that people paste into a terminal.
//! Spec: RFC 6750 §2.1, RFC 7523 §2.2 and §3.

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
