//! `crit`: extensions that must be understood. Whoever does not must reject the token.
//! Spec: RFC 7515 §4.1.11.

use super::subject::text_of;
use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;
use crate::json::Kind;
use crate::span::Part;

pub(super) const UNKNOWN: Check = Check {
    code: "crit-unknown",
    severity: Severity::Warning,
    clause: "RFC 7515 §4.1.11",
    certainty: Certainty::Known,
    find: unknown,
};

pub(super) const MALFORMED: Check = Check {
    code: "crit-malformed",
    severity: Severity::Danger,
    clause: "RFC 7515 §4.1.11",
    certainty: Certainty::Known,
    find: malformed,
};

/// The one extension that this page carries out (RFC 7797).
const UNDERSTOOD: [&str; 1] = ["b64"];

/// Names that RFC 7515, RFC 7516 and RFC 7518 define themselves: they must not be listed.
const OWN: [&str; 21] = [
    "alg", "enc", "zip", "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty",
    "crit", "epk", "apu", "apv", "iv", "tag", "p2s", "p2c", "",
];

fn unknown(subject: &Subject<'_>) -> Vec<Finding> {
    subject
        .parameters("crit")
        .flat_map(|(part, crit)| crit.items().map(move |item| (part, item)))
        .filter_map(|(part, item)| {
            let name = text_of(item)?;
            let is_extension =
                !UNDERSTOOD.contains(&name.as_ref()) && !OWN.contains(&name.as_ref());
            is_extension.then(|| subject.at(part, item).with("name", name.into_owned()))
        })
        .collect()
}

fn malformed(subject: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (part, crit) in subject.parameters("crit") {
        let mut say = |value, why| findings.push(subject.at(part, value).with_word("why", why));
        if part.text.part != Part::Header {
            say(crit, "crit-why-unprotected");
        }
        if crit.kind() != Kind::Array {
            say(crit, "crit-why-not-array");
            continue;
        }
        if crit.items().next().is_none() {
            say(crit, "crit-why-empty");
        }
        let mut seen = std::collections::BTreeSet::new();
        for item in crit.items() {
            let Some(name) = text_of(item) else {
                say(item, "crit-why-not-string");
                continue;
            };
            if OWN.contains(&name.as_ref()) {
                say(item, "crit-why-own");
            } else if part.document.get(&name).is_none() {
                say(item, "crit-why-absent");
            }
            if !seen.insert(name) {
                say(item, "crit-why-twice");
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check_header, check_token, texts};
    use super::{MALFORMED, UNKNOWN};
    use crate::base64url::encode;
    use crate::span::Part;

    #[test]
    fn extensions_that_are_not_understood_are_found() {
        check_header(
            &UNKNOWN,
            r#"{"crit":["x","b64","y"],"x":1,"y":2}"#,
            &[r#""x""#, r#""y""#],
        );
        check_header(&UNKNOWN, r#"{"crit":["b64"],"b64":false}"#, &[]);
        check_header(&UNKNOWN, r#"{"x":1}"#, &[]);
        check_header(&UNKNOWN, r#"{"crit":"x"}"#, &[]);
    }

    #[test]
    fn a_list_that_breaks_the_rules_is_found() {
        for (header, piece) in [
            (r#"{"crit":[]}"#, "[]"),
            (r#"{"crit":"b64","b64":true}"#, r#""b64""#),
            (r#"{"crit":null}"#, "null"),
            (r#"{"crit":[1]}"#, "1"),
            (r#"{"crit":["alg"],"alg":"HS256"}"#, r#""alg""#),
            (r#"{"crit":["x"]}"#, r#""x""#),
            (r#"{"crit":["b64","b64"],"b64":true}"#, r#""b64""#),
        ] {
            check_header(&MALFORMED, header, &[piece]);
        }
        check_header(
            &MALFORMED,
            r#"{"crit":["b64","x"],"b64":true,"x":null}"#,
            &[],
        );
    }

    #[test]
    fn the_list_must_be_protected() {
        let token = texts(&[(Part::UnprotectedHeader, &encode(br#"{"crit":["x"],"x":1}"#))]);
        check_token(&MALFORMED, &token, &[r#"["x"]"#]);
    }
}
