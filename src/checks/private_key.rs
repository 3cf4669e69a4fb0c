//! The private half of a key, or a symmetric key, inside the token.
//! Spec: RFC 7515 §4.1.3 (`jwk` is a public key), RFC 7800 §3.3, RFC 7517 §9.2.

use super::subject::text_of;
use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;
use crate::json::Value;

pub(super) const CHECK: Check = Check {
    code: "private-key-inside",
    severity: Severity::Danger,
    clause: "RFC 7517 §9.2",
    certainty: Certainty::Known,
    find,
};

/// Private members by key type: RFC 7518 §6.2.2, §6.3.2, §6.4; RFC 8037 §2; RFC 9964 §3.
const PRIVATE: [(&str, &[&str]); 5] = [
    ("RSA", &["d", "p", "q", "dp", "dq", "qi", "oth"]),
    ("EC", &["d"]),
    ("OKP", &["d"]),
    ("oct", &["k"]),
    ("AKP", &["priv"]),
];

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for part in subject.json_parts() {
        for object in part.objects() {
            if let Some(private) = private_member(object) {
                findings.push(subject.at_claim(part, private));
            }
        }
    }
    for leaf in &subject.leaves {
        let is_pem = leaf
            .string()
            .is_some_and(|text| text.contains("-----BEGIN ") && text.contains("PRIVATE KEY-----"));
        if is_pem {
            findings.push(subject.at_leaf(leaf));
        }
    }
    findings
}

/// The first member of a JWK that must not be shown.
fn private_member<'a>(object: Value<'a>) -> Option<Value<'a>> {
    let kty = text_of(object.get("kty")?)?;
    let (_, members) = PRIVATE.iter().find(|(name, _)| *name == kty)?;
    members.iter().find_map(|name| object.get(name))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check_header, check_payload};
    use super::CHECK;

    #[test]
    fn private_halves_are_found_wherever_they_stand() {
        check_header(
            &CHECK,
            r#"{"jwk":{"kty":"EC","x":"x","d":"dd"}}"#,
            &[r#""dd""#],
        );
        check_payload(
            &CHECK,
            r#"{"cnf":{"jwk":{"kty":"oct","k":"kk"}}}"#,
            &[r#""kk""#],
        );
        check_payload(&CHECK, r#"{"kty":"RSA","qi":"qq"}"#, &[r#""qq""#]);
        check_payload(
            &CHECK,
            r#"{"a":["-----BEGIN RSA PRIVATE KEY-----\nMII"]}"#,
            &[r#""-----BEGIN RSA PRIVATE KEY-----\nMII""#],
        );
    }

    #[test]
    fn public_halves_are_not() {
        for payload in [
            r#"{"cnf":{"jwk":{"kty":"EC","x":"x","y":"y"}}}"#,
            r#"{"kty":"EC","k":"k"}"#,
            r#"{"d":"d","k":"k"}"#,
            r#"{"kty":["EC"],"d":"d"}"#,
            r#"{"a":"-----BEGIN PUBLIC KEY-----"}"#,
        ] {
            check_payload(&CHECK, payload, &[]);
        }
    }
}
