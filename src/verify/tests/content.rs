//! Detached content, as text and as bytes, encoded and not, in each serialization.
//! Spec: RFC 7515 Appendix F, RFC 7797 §5.

use super::SignatureState as S;
use super::*;

const ENCODED: &str = r#"{"alg":"HS256"}"#;
const PLAIN: &str = r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#;

/// Header and signature over `content`.
fn detach(header: &str, content: &[u8]) -> (String, String) {
    let head = base64url::encode(header.as_bytes());
    let mut input = format!("{head}.").into_bytes();
    match header {
        PLAIN => input.extend_from_slice(content),
        _ => input.extend_from_slice(base64url::encode(content).as_bytes()),
    }
    let scheme = signature_algorithm("HS256").unwrap().scheme;
    let signature = signature(&input, scheme, SECRET);
    (head, base64url::encode(&signature))
}

fn forms(header: &str, content: &[u8]) -> [String; 3] {
    let (head, signature) = detach(header, content);
    [
        format!("{head}..{signature}"),
        format!(r#"{{"protected":"{head}","signature":"{signature}"}}"#),
        format!(r#"{{"signatures":[{{"protected":"{head}","signature":"{signature}"}}]}}"#),
    ]
}

fn with(paste: &str, key_text: &str, content: Option<&[u8]>) -> SignatureVerdict {
    let question = Question {
        key: key(key_text),
        content: content.map(<[u8]>::to_vec),
        ..Question::default()
    };
    verify(&inspect(paste), &question)
}

#[test]
fn content_is_verified_in_every_form() {
    let contents: [&[u8]; 4] = [b"a.b c\n", b"\xff\x00\xfe", "é".as_bytes(), b"{}"];
    let mut verified = 0;
    for header in [ENCODED, PLAIN] {
        for content in contents {
            for paste in forms(header, content) {
                let right = with(&paste, SECRET, Some(content));
                assert_eq!(right.state, S::Valid, "{paste} {right:#?}");
                for other in [&b"other"[..], b"", &content[1..]] {
                    let wrong = with(&paste, SECRET, Some(other));
                    assert_eq!(wrong.state, S::Invalid, "{paste} {other:?}");
                }
                verified += 1;
            }
        }
    }
    assert_eq!(verified, 24);
}

#[test]
fn without_content_nothing_is_checked() {
    for header in [ENCODED, PLAIN] {
        for paste in forms(header, b"content") {
            let verdict = with(&paste, SECRET, None);
            assert_eq!(verdict.state, S::Unchecked, "{paste}");
            assert_eq!(verdict.reason.code, "verify-content-missing");
            assert_eq!(with(&paste, "", None).reason.code, "verify-no-key");
            assert_eq!(with(&paste, SPKI, None).state, S::KeyError, "{paste}");
        }
    }
}

#[test]
fn what_is_forbidden_stays_forbidden() {
    let header = r#"{"alg":"HS256","crit":["x"],"x":1}"#;
    for paste in forms(header, b"content") {
        let verdict = with(&paste, SECRET, Some(b"content"));
        assert_eq!(verdict.reason.code, "verify-match-crit-unknown", "{paste}");
    }
}

#[test]
fn a_general_token_has_one_content_for_all() {
    let (head, good) = detach(ENCODED, b"content");
    let (other, bad) = detach(ENCODED, b"other");
    let paste = format!(
        r#"{{"signatures":[{{"protected":"{head}","signature":"{good}"}},{{"protected":"{other}","signature":"{bad}"}}]}}"#
    );
    let verdict = with(&paste, SECRET, Some(b"content"));
    assert_eq!(verdict.state, S::Invalid);
    let states: Vec<S> = verdict.signatures.iter().map(|one| one.state).collect();
    assert_eq!(states, [S::Valid, S::Invalid]);
}

#[test]
fn signatures_have_to_agree_on_b64() {
    let (plain, first) = detach(PLAIN, b"content");
    let (encoded, second) = detach(ENCODED, b"content");
    let paste = format!(
        r#"{{"signatures":[{{"protected":"{plain}","signature":"{first}"}},{{"protected":"{encoded}","signature":"{second}"}}]}}"#
    );
    let verdict = with(&paste, SECRET, Some(b"content"));
    assert_eq!(verdict.state, S::Invalid);
    let codes: Vec<&str> = verdict
        .signatures
        .iter()
        .map(|one| one.reason.code.as_ref())
        .collect();
    assert_eq!(codes, ["verify-match-b64-differs"; 2]);
}
