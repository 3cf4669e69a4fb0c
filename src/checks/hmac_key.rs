//! Secrets of HMAC algorithms: long enough, and known to as few as possible.
//! Spec: RFC 7518 §3.2, RFC 7515 §10.5.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::jose::algorithms::Scheme;
use crate::json::Kind;

pub(super) const SHORT: Check = Check {
    code: "hmac-key-short",
    severity: Severity::Warning,
    clause: "RFC 7518 §3.2",
    certainty: Certainty::Known,
    find: short,
};

pub(super) const EMPTY: Check = Check {
    code: "hmac-key-empty",
    severity: Severity::Danger,
    clause: "RFC 7518 §3.2",
    certainty: Certainty::Known,
    find: empty,
};

pub(super) const MANY_AUDIENCES: Check = Check {
    code: "hmac-many-audiences",
    severity: Severity::Warning,
    clause: "RFC 7515 §10.5",
    certainty: Certainty::Likely,
    find: many_audiences,
};

/// That a secret stood in a list of words that was tried. The word is not copied into it.
/// Spec: RFC 8725 §3.5.
pub fn secret_guessed() -> Diagnostic {
    super::being(Diagnostic::danger("secret-guessed"), Certainty::Known)
        .with("clause", "RFC 8725 §3.5")
}

/// That the empty secret was tried, and fits.
pub fn secret_empty() -> Diagnostic {
    super::being(Diagnostic::danger(EMPTY.code), Certainty::Known).with("clause", EMPTY.clause)
}

fn empty(subject: &Subject<'_>) -> Vec<Finding> {
    let is_hmac = subject
        .algorithm()
        .is_some_and(|row| matches!(row.scheme, Scheme::Hmac(_)));
    subject
        .key
        .filter(|key| is_hmac && key.kty == "oct" && key.bits == 0)
        .map(|_| Finding::anywhere())
        .into_iter()
        .collect()
}

fn short(subject: &Subject<'_>) -> Vec<Finding> {
    let Some((row, Scheme::Hmac(hash))) = subject.algorithm().map(|row| (row, row.scheme)) else {
        return Vec::new();
    };
    let least = hash.len().saturating_mul(8);
    subject
        .key
        .filter(|key| key.kty == "oct" && key.bits > 0 && (key.bits as usize) < least)
        .map(|key| {
            Finding::anywhere()
                .with("alg", row.name)
                .with("bits", u64::from(key.bits))
                .with("least", least)
        })
        .into_iter()
        .collect()
}

fn many_audiences(subject: &Subject<'_>) -> Vec<Finding> {
    let is_hmac = subject
        .algorithm()
        .is_some_and(|row| matches!(row.scheme, Scheme::Hmac(_)));
    let Some(claims) = subject.claims().filter(|_| is_hmac) else {
        return Vec::new();
    };
    claims
        .document
        .get("aud")
        .filter(|aud| aud.kind() == Kind::Array && aud.items().nth(1).is_some())
        .map(|aud| subject.at(claims, aud).with("count", aud.items().count()))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, findings, key, token};
    use super::{EMPTY, MANY_AUDIENCES, SHORT};

    #[test]
    fn a_secret_shorter_than_its_hash_is_weak() {
        let found = |alg: &str, kty: &str, bits| {
            let token = token(format!(r#"{{"alg":"{alg}"}}"#), "{}", b"");
            findings(&SHORT, &token, Some(&key(kty, bits))).len()
        };
        assert_eq!(found("HS256", "oct", 248), 1);
        assert_eq!(found("HS256", "oct", 256), 0);
        assert_eq!(found("HS384", "oct", 383), 1);
        assert_eq!(found("HS512", "oct", 504), 1);
        assert_eq!(found("HS512", "oct", 512), 0);
        assert_eq!(found("RS256", "RSA", 128), 0);
        assert_eq!(found("HS256", "RSA", 128), 0);
    }

    #[test]
    fn an_empty_secret_is_worse_than_a_short_one() {
        let found = |alg: &str, kty: &str, bits| {
            let token = token(format!(r#"{{"alg":"{alg}"}}"#), "{}", b"");
            [EMPTY, SHORT].map(|rule| findings(&rule, &token, Some(&key(kty, bits))).len())
        };
        assert_eq!(found("HS256", "oct", 0), [1, 0]);
        assert_eq!(found("HS512", "oct", 8), [0, 1]);
        assert_eq!(found("RS256", "oct", 0), [0, 0]);
        assert_eq!(found("HS256", "RSA", 0), [0, 0]);
        let token = token(r#"{"alg":"HS256"}"#, "{}", b"");
        assert_eq!(findings(&EMPTY, &token, None), []);
    }

    #[test]
    fn a_secret_shared_by_several_audiences_is_pointed_out() {
        let hs = r#"{"alg":"HS256"}"#;
        check(
            &MANY_AUDIENCES,
            hs,
            r#"{"aud":["a","b"]}"#,
            &[r#"["a","b"]"#],
        );
        check(&MANY_AUDIENCES, hs, r#"{"aud":["a"]}"#, &[]);
        check(&MANY_AUDIENCES, hs, r#"{"aud":"a b"}"#, &[]);
        check(
            &MANY_AUDIENCES,
            r#"{"alg":"RS256"}"#,
            r#"{"aud":["a","b"]}"#,
            &[],
        );
    }
}
