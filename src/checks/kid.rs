//! `kid` that does more than name a key when a verifier builds a path, a query, a command or a
//! request from it. Spec: RFC 8725 §3.10.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;

pub(super) const PATH: Check = Check {
    code: "kid-path",
    severity: Severity::Danger,
    clause: "RFC 8725 §3.10",
    certainty: Certainty::Likely,
    find: |subject| find(subject, is_path),
};

pub(super) const SQL: Check = Check {
    code: "kid-sql",
    severity: Severity::Danger,
    clause: "RFC 8725 §3.10",
    certainty: Certainty::Likely,
    find: |subject| find(subject, is_sql),
};

pub(super) const COMMAND: Check = Check {
    code: "kid-command",
    severity: Severity::Danger,
    clause: "RFC 8725 §3.10",
    certainty: Certainty::Likely,
    find: |subject| find(subject, is_command),
};

pub(super) const URL: Check = Check {
    code: "kid-url",
    severity: Severity::Warning,
    clause: "RFC 8725 §3.10",
    certainty: Certainty::Likely,
    find: |subject| find(subject, is_url),
};

fn find(subject: &Subject<'_>, is_found: fn(&str) -> bool) -> Vec<Finding> {
    subject
        .text_parameters("kid")
        .filter(|(_, _, kid)| is_found(&unescaped(kid)))
        .map(|(part, value, kid)| subject.at(part, value).with("kid", kid.into_owned()))
        .collect()
}

/// Lower case, with the percent-escapes that hide a path undone.
fn unescaped(kid: &str) -> String {
    kid.to_ascii_lowercase()
        .replace("%25", "%")
        .replace("%2e", ".")
        .replace("%2f", "/")
        .replace("%5c", "\\")
        .replace("%27", "'")
        .replace("%3a", ":")
        .replace("%00", "\0")
}

fn is_path(kid: &str) -> bool {
    // A filter that takes `../` out of `....//` once leaves one; `..;/` is `../` to some servers.
    let is_up = |step: &str| {
        let step = step.split(';').next().unwrap_or_default();
        step.len() > 1 && step.bytes().all(|byte| byte == b'.')
    };
    let climbs = kid.split(['/', '\\']).any(is_up) && kid.contains(['/', '\\']);
    let absolute = ["/dev/", "/proc/", "/etc/", "/tmp/", "/var/", "file:"]
        .iter()
        .any(|start| kid.starts_with(start));
    let drive = kid.as_bytes().get(1..3) == Some(b":\\");
    climbs || absolute || drive || kid.contains('\0')
}

fn is_sql(kid: &str) -> bool {
    let Some((_, after)) = kid.split_once(['\'', '"', ';']) else {
        return false;
    };
    let has_word = after
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| matches!(word, "or" | "and" | "union" | "select" | "drop" | "insert"));
    has_word
        || ["--", "/*", "||", "#"]
            .iter()
            .any(|mark| after.contains(mark))
}

fn is_command(kid: &str) -> bool {
    ["$(", "`", "&&", "|"].iter().any(|mark| kid.contains(mark)) && !is_sql(kid)
}

fn is_url(kid: &str) -> bool {
    let scheme = [
        "http://",
        "https://",
        "ftp://",
        "ldap://",
        "gopher://",
        "//",
    ];
    scheme.iter().any(|start| kid.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_header;
    use super::{COMMAND, Check, PATH, SQL, URL};

    fn check(rule: &Check, found: &[&str], passed: &[&str]) {
        for kid in found {
            let piece = format!("\"{kid}\"");
            check_header(rule, &format!(r#"{{"kid":{piece}}}"#), &[&piece]);
        }
        for kid in ORDINARY.iter().chain(passed) {
            check_header(rule, &format!(r#"{{"kid":"{kid}"}}"#), &[]);
        }
    }

    /// Names that keys really have.
    const ORDINARY: [&str; 9] = [
        "",
        "1",
        "hR4n4OY8FTsSYxgVsYJ7hMGtmoH0FH3wYPewNGSVKIM",
        "keys/2026-01",
        "did:example:123#key-1",
        "a..b",
        "2026-01-01T00:00:00Z",
        "O'Reilly key",
        "rsa_key.v1:main",
    ];

    #[test]
    fn paths_are_found() {
        check(
            &PATH,
            &[
                "../../dev/null",
                "..\\\\x",
                "a/../b",
                "%2e%2e%2fkey",
                "%252e%252e/x",
                "/dev/null",
                "/etc/passwd",
                "C:\\\\keys",
                "file:///x",
                "key\\u0000.pem",
                "....//....//etc/passwd",
                "..;/x",
            ],
            &["..", "etc/passwd", "https://a/b", "...", "a;/x", "./x"],
        );
    }

    #[test]
    fn queries_are_found() {
        check(
            &SQL,
            &[
                "x' UNION SELECT 'secret' --",
                "1' or '1'='1",
                "a'; DROP TABLE keys",
                "x'||'y",
                "1\\\" or 1=1",
                "x%27 or 1",
            ],
            &["union select", "order", "it's android"],
        );
    }

    #[test]
    fn commands_are_found() {
        check(
            &COMMAND,
            &["/tmp/x|id", "$(id)", "`id`", "a&&b"],
            &["x' || '1", "$id", "a&b"],
        );
    }

    #[test]
    fn urls_are_found() {
        check(
            &URL,
            &["https://a/jwks.json", "HTTP://169.254.169.254/", "//a/b"],
            &["urn:uuid:1", "see https://a"],
        );
    }

    #[test]
    fn a_kid_that_is_no_string_is_not_judged() {
        for check in [PATH, SQL, COMMAND, URL] {
            check_header(&check, r#"{"kid":["../x"]}"#, &[]);
        }
    }
}
