//! RFC 9901's own examples, and what a Verifier has to reject.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::base64url::encode;
use crate::inspect::inspect;
use serde_json::Value;

const VECTORS: &str = include_str!("../../../tests/vectors/data/rfc9901-sd-jwt.json");

fn only_token(paste: &str) -> Token {
    let mut inspection = inspect(paste);
    assert_eq!(inspection.tokens.len(), 1, "{paste}");
    let token = inspection.tokens.remove(0);
    assert_eq!(token.faults, [], "{paste}");
    token
}

#[test]
fn the_examples_of_rfc_9901_give_their_processed_payloads() {
    let vectors: Value = serde_json::from_str(VECTORS).unwrap();
    let mut ran = 0;
    for example in vectors["examples"].as_array().unwrap() {
        let Some(expected) = example.get("expected_processed_payload") else {
            continue;
        };
        let id = &example["id"];
        let paste = match example.get("token") {
            Some(token) => token.as_str().unwrap().to_owned(),
            None => example["json"].to_string(),
        };
        let token = only_token(&paste);
        let sd_jwt = read(&token).unwrap();
        assert_eq!(sd_jwt.problems, [], "{id}");
        let processed: Value = serde_json::from_str(&sd_jwt.processed.unwrap()).unwrap();
        assert_eq!(&processed, expected, "{id}");
        if example.get("kb_jwt").is_some() {
            let jwt = key_binding_jwt(&token).unwrap();
            let binding = only_token(&jwt);
            let claimed = binding.payload().unwrap().get("sd_hash").unwrap();
            assert_eq!(sd_hash(&token).unwrap(), claimed.text().unwrap(), "{id}");
        }
        ran += 1;
    }
    assert_eq!(ran, 11);
}

#[test]
fn the_printed_digests_of_rfc_9901_are_ours() {
    let vectors: Value = serde_json::from_str(VECTORS).unwrap();
    let printed = vectors["printed_disclosure_digests"].as_array().unwrap();
    for row in printed {
        let text = row["disclosure"].as_str().unwrap();
        let digest = HashName::Sha256.digest(text.as_bytes());
        assert_eq!(digest, row["sha256_digest"].as_str().unwrap());
    }
    assert_eq!(printed.len(), 87);
}

/// The reading of a payload in which `$0`, `$1`, … are the digests of `disclosures`.
fn read_with(payload: &str, disclosures: &[&str]) -> SdJwt {
    let encoded: Vec<String> = disclosures.iter().map(|d| encode(d.as_bytes())).collect();
    let mut payload = payload.to_owned();
    for (index, text) in encoded.iter().enumerate() {
        let digest = HashName::Sha256.digest(text.as_bytes());
        payload = payload.replace(&format!("${index}"), &digest);
    }
    let mut paste = format!(
        "{}.{}.{}~",
        encode(br#"{"alg":"ES256","typ":"dc+sd-jwt"}"#),
        encode(payload.as_bytes()),
        encode(&[7; 64])
    );
    for text in encoded {
        paste.push_str(&text);
        paste.push('~');
    }
    read(&inspect(&paste).tokens[0]).unwrap()
}

#[track_caller]
fn check_rejected(payload: &str, disclosures: &[&str], code: &str) {
    let sd_jwt = read_with(payload, disclosures);
    let codes: Vec<&str> = sd_jwt.problems.iter().map(|p| p.code.as_ref()).collect();
    assert_eq!(codes, [code], "{payload}");
    assert!(sd_jwt.problems[0].span.is_some());
}

#[test]
fn members_and_elements_are_disclosed_in_their_places() {
    let sd_jwt = read_with(
        r#"{"a":1.0,"_sd":["$0","decoy"],"list":["x",{"...":"$1"},{"...":"other"}],"_sd_alg":"sha-256"}"#,
        &[r#"["s","b",1e400]"#, r#"["s",{"_sd":["$9"]}]"#],
    );
    assert_eq!(sd_jwt.problems, []);
    assert_eq!(
        sd_jwt.processed.unwrap(),
        r#"{"a": 1.0, "b": 1e400, "list": ["x", {}]}"#
    );
    assert_eq!(sd_jwt.withheld, 3);
    assert_eq!(sd_jwt.disclosures[0].place, Place::At("/b".into()));
    assert_eq!(sd_jwt.disclosures[1].place, Place::At("/list/1".into()));
}

#[test]
fn a_disclosure_may_disclose_digests() {
    let inner = r#"["s","city","Utrecht"]"#;
    let digest = HashName::Sha256.digest(encode(inner.as_bytes()).as_bytes());
    let outer = format!(r#"["s","address",{{"_sd":["{digest}"]}}]"#);
    let sd_jwt = read_with(r#"{"_sd":["$0"]}"#, &[&outer, inner]);
    assert_eq!(sd_jwt.problems, []);
    assert_eq!(
        sd_jwt.processed.unwrap(),
        r#"{"address": {"city": "Utrecht"}}"#
    );
    assert_eq!(
        sd_jwt.disclosures[1].place,
        Place::At("/address/city".into())
    );
}

#[test]
fn what_a_verifier_has_to_reject_is_named() {
    let a = r#"["s","a",1]"#;
    check_rejected(r#"{"_sd":[]}"#, &[a], "sd-jwt-not-referenced");
    check_rejected(r#"{"_sd":["$0"]}"#, &[a, a], "sd-jwt-disclosure-twice");
    check_rejected(r#"{"_sd":["$0","$0"]}"#, &[a], "sd-jwt-digest-twice");
    check_rejected(
        r#"{"_sd":["x"],"b":{"_sd":["x"]}}"#,
        &[],
        "sd-jwt-digest-twice",
    );
    check_rejected(r#"{"_sd":["$0"],"a":2}"#, &[a], "sd-jwt-name-taken");
    check_rejected(
        r#"{"_sd":["$0"]}"#,
        &[r#"["s","_sd",1]"#],
        "sd-jwt-name-forbidden",
    );
    check_rejected(
        r#"{"_sd":["$0"]}"#,
        &[r#"["s","...",1]"#],
        "sd-jwt-name-forbidden",
    );
    check_rejected(r#"{"_sd":["$0"]}"#, &[r#"["s",1]"#], "sd-jwt-wrong-kind");
    check_rejected(r#"{"l":[{"...":"$0"}]}"#, &[a], "sd-jwt-wrong-kind");
    check_rejected(r#"{"_sd":"$0"}"#, &[], "sd-jwt-digests-malformed");
    check_rejected(r#"{"_sd":[1]}"#, &[], "sd-jwt-digests-malformed");
    check_rejected(r#"{"_sd_alg":"md5","_sd":[]}"#, &[], "sd-jwt-hash-unknown");
    for malformed in ["{}", "[]", "[1]", r#"["s",1,2]"#, r#"["s","a",1,2]"#, "x"] {
        check_rejected(
            r#"{"_sd":["$0"]}"#,
            &[malformed],
            "sd-jwt-disclosure-malformed",
        );
    }
    check_rejected(r#"{"...":"x"}"#, &[], "sd-jwt-ellipsis");
    check_rejected(r#"{"l":[{"...":7}]}"#, &[], "sd-jwt-ellipsis");
    check_rejected(r#"{"l":[{"...":"x","a":1}]}"#, &[], "sd-jwt-ellipsis");
}

#[test]
fn a_disclosure_that_is_not_strict_base64url_is_none() {
    let text = format!("{}==", encode(br#"["s","a",1]"#));
    let digest = HashName::Sha256.digest(text.as_bytes());
    let paste = format!(
        "{}.{}.{}~{text}~",
        encode(br#"{"alg":"ES256"}"#),
        encode(format!(r#"{{"_sd":["{digest}"]}}"#).as_bytes()),
        encode(&[7; 64])
    );
    let sd_jwt = read(&inspect(&paste).tokens[0]).unwrap();
    assert_eq!(sd_jwt.problems[0].code, "sd-jwt-disclosure-malformed");
    assert_eq!(sd_jwt.processed.unwrap(), "{}");
}

#[test]
fn deep_nesting_ends() {
    let mut disclosures: Vec<String> = vec![r#"["s","x",1]"#.to_owned()];
    for _ in 0..300 {
        let last = disclosures.last().unwrap();
        let digest = HashName::Sha256.digest(encode(last.as_bytes()).as_bytes());
        disclosures.push(format!(r#"["s","x",{{"_sd":["{digest}"]}}]"#));
    }
    disclosures.reverse();
    let texts: Vec<&str> = disclosures.iter().map(String::as_str).collect();
    let sd_jwt = read_with(r#"{"_sd":["$0"]}"#, &texts);
    let codes: Vec<&str> = sd_jwt.problems.iter().map(|p| p.code.as_ref()).collect();
    assert_eq!(codes.first(), Some(&"sd-jwt-too-deep"));
}

#[test]
fn every_named_hash_function_is_computed() {
    for (name, length) in [("sha-256", 43), ("sha-384", 64), ("sha-512", 86)] {
        let payload = crate::json::parse(format!(r#"{{"_sd_alg":"{name}"}}"#).into_bytes());
        let hash = HashName::of_payload(&payload).unwrap();
        assert_eq!(hash.name(), name);
        assert_eq!(hash.digest(b"").len(), length);
    }
}
