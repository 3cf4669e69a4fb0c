//! The token says where its key is to be fetched: `jku` or `x5u`. A verifier that follows the
//! URL lets the token choose its key, and can be sent to hosts inside its own network.
//! Spec: RFC 8725 §3.10, RFC 7515 §4.1.2 and §4.1.5 (TLS is required).

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;

pub(super) const JKU: Check = Check {
    code: "jku-in-header",
    severity: Severity::Warning,
    clause: "RFC 8725 §3.10",
    certainty: Certainty::Known,
    find: |subject| present(subject, "jku"),
};

pub(super) const X5U: Check = Check {
    code: "x5u-in-header",
    severity: Severity::Warning,
    clause: "RFC 8725 §3.10",
    certainty: Certainty::Known,
    find: |subject| present(subject, "x5u"),
};

pub(super) const NOT_HTTPS: Check = Check {
    code: "key-url-not-https",
    severity: Severity::Danger,
    clause: "RFC 7515 §4.1.2",
    certainty: Certainty::Known,
    find: not_https,
};

fn present(subject: &Subject<'_>, name: &'static str) -> Vec<Finding> {
    subject
        .parameters(name)
        .map(|(part, value)| {
            let url = value.text().unwrap_or_else(|| value.raw_text());
            subject.at(part, value).with("url", url.into_owned())
        })
        .collect()
}

fn not_https(subject: &Subject<'_>) -> Vec<Finding> {
    ["jku", "x5u"]
        .into_iter()
        .flat_map(|name| {
            subject
                .text_parameters(name)
                .map(move |found| (name, found))
        })
        .filter(|(_, (_, _, url))| {
            let scheme = url.get(..8).unwrap_or_default();
            !scheme.eq_ignore_ascii_case("https://")
        })
        .map(|(name, (part, value, url))| {
            subject
                .at(part, value)
                .with("parameter", name)
                .with("url", url.into_owned())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_header;
    use super::{JKU, NOT_HTTPS, X5U};

    #[test]
    fn key_urls_are_found() {
        check_header(
            &JKU,
            r#"{"jku":"https://a/jwks"}"#,
            &[r#""https://a/jwks""#],
        );
        check_header(&X5U, r#"{"x5u":7}"#, &["7"]);
        check_header(&JKU, r#"{"kid":"https://a/jwks"}"#, &[]);
    }

    #[test]
    fn key_urls_without_tls_are_found() {
        for url in [
            "http://a/",
            "ftp://a/",
            "//a/",
            "a.json",
            "",
            "file:///etc/passwd",
        ] {
            let piece = format!("\"{url}\"");
            check_header(&NOT_HTTPS, &format!(r#"{{"jku":{piece}}}"#), &[&piece]);
        }
        check_header(
            &NOT_HTTPS,
            r#"{"jku":"HTTPS://a/","x5u":"https://b/"}"#,
            &[],
        );
        check_header(&NOT_HTTPS, r#"{"jku":["http://a/"]}"#, &[]);
    }
}
