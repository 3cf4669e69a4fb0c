//! Passwords, tokens and API keys inside the token: anyone who holds it can read them.
//! Spec: RFC 7519 §12; practice.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;

/// The claim's name says so.
pub(super) const NAMED: Check = Check {
    code: "credential-named",
    severity: Severity::Danger,
    clause: "RFC 7519 §12",
    certainty: Certainty::Likely,
    find: named,
};

/// The value has a shape that only credentials have.
pub(super) const SHAPED: Check = Check {
    code: "credential-shaped",
    severity: Severity::Danger,
    clause: "RFC 7519 §12",
    certainty: Certainty::Likely,
    find: shaped,
};

/// Names without case and separators.
const NAMES: [&str; 25] = [
    "password",
    "passwd",
    "passphrase",
    "wachtwoord",
    "pincode",
    "secret",
    "clientsecret",
    "sharedsecret",
    "secretkey",
    "signingkey",
    "apikey",
    "apisecret",
    "apitoken",
    "accesskey",
    "secretaccesskey",
    "privatekey",
    "encryptionkey",
    "refreshtoken",
    "accesstoken",
    "sessiontoken",
    "bearertoken",
    "connectionstring",
    "databaseurl",
    "credential",
    "credentials",
];

/// Prefixes that providers give their credentials so that they are found, and how many
/// characters at least follow.
const PREFIXES: [(&str, usize); 15] = [
    ("AKIA", 16),
    ("ASIA", 16),
    ("ghp_", 30),
    ("gho_", 30),
    ("ghs_", 30),
    ("github_pat_", 30),
    ("glpat-", 20),
    ("xoxb-", 20),
    ("xoxp-", 20),
    ("sk_live_", 16),
    ("rk_live_", 16),
    ("AIza", 35),
    ("npm_", 30),
    ("SG.", 30),
    ("hvs.", 20),
];

fn named(subject: &Subject<'_>) -> Vec<Finding> {
    subject
        .readable()
        .filter(|leaf| {
            leaf.is_member
                && leaf.string().is_some_and(|text| !text.is_empty())
                && NAMES.contains(&leaf.plain_name().as_str())
        })
        .map(|leaf| subject.at_leaf(leaf))
        .collect()
}

fn shaped(subject: &Subject<'_>) -> Vec<Finding> {
    subject
        .readable()
        .filter(|leaf| leaf.string().is_some_and(is_shaped))
        .map(|leaf| subject.at_leaf(leaf))
        .collect()
}

fn is_shaped(text: &str) -> bool {
    let is_prefixed = PREFIXES.iter().any(|(prefix, least)| {
        text.strip_prefix(prefix).is_some_and(|rest| {
            rest.len() >= *least
                && rest
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
        })
    });
    is_prefixed || has_password_in_url(text)
}

/// `scheme://user:password@host`
fn has_password_in_url(text: &str) -> bool {
    text.split_once("://")
        .and_then(|(_, rest)| rest.split(['/', '?', '#']).next())
        .and_then(|authority| authority.rsplit_once('@'))
        .and_then(|(user, _)| user.split_once(':'))
        .is_some_and(|(_, password)| !password.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check_header, check_payload};
    use super::{NAMED, SHAPED};

    #[test]
    fn names_of_credentials_are_found() {
        for name in [
            "password",
            "client_secret",
            "apiKey",
            "https://a.b/claims/Refresh-Token",
            "wachtwoord",
        ] {
            check_payload(&NAMED, &format!(r#"{{"{name}":"v4lue"}}"#), &[r#""v4lue""#]);
        }
        check_payload(&NAMED, r#"{"a":[{"secret":"x1"}]}"#, &[r#""x1""#]);
        for payload in [
            r#"{"amr":["pwd","password"]}"#,
            r#"{"identities":{"password":["jan@example.nl"]}}"#,
            r#"{"password":""}"#,
            r#"{"password_changed_at":"2026"}"#,
            r#"{"secret":true}"#,
            r#"{"secret":{"a":"b"}}"#,
            r#"{"token_type":"bearer"}"#,
        ] {
            check_payload(&NAMED, payload, &[]);
        }
        check_header(&NAMED, r#"{"secret":"a"}"#, &[]);
    }

    #[test]
    fn shapes_of_credentials_are_found() {
        for text in [
            "AKIAIOSFODNN7EXAMPLE",
            "postgres://u:p@db/x",
            "https://a:b@c",
        ] {
            let piece = format!("\"{text}\"");
            check_payload(&SHAPED, &format!(r#"{{"x":{piece}}}"#), &[&piece]);
        }
        for text in [
            "AKIA",
            "AKIA is a name of sixteen",
            "https://a@c",
            "https://a:@c",
            "https://c/a:b@d",
            "mailto:a:b@c",
        ] {
            check_payload(&SHAPED, &format!(r#"{{"x":"{text}"}}"#), &[]);
        }
    }
}
