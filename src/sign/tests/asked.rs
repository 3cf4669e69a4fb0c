//! What is asked for is done byte for byte, or refused by name: nothing is left out silently.

use super::forms::{HOLDER, es256, input};
use super::*;
use crate::job::{Binding, Disclosing, Outer, Serialization, Tampering};

fn made_disclosing(payload: &str, pointers: &[&str]) -> Result<Signed, Diagnostic> {
    signed(&Draft {
        disclosing: Some(Disclosing {
            pointers: pointers.iter().map(|&one| one.to_owned()).collect(),
            ..Disclosing::default()
        }),
        ..es256(payload)
    })
}

#[test]
fn what_is_not_ticked_of_an_sd_jwt_keeps_every_byte() {
    let payload = "{\n  \"a\" : 1.0,\n  \"b\": [ 1 , 2 ] ,\n  \"c\": { }\n}\n";
    // Nothing ticked: nothing is rewritten.
    let made = made_disclosing(payload, &[]).unwrap();
    assert_eq!(made.payload, None);
    let part = made.token.split('.').nth(1).unwrap();
    assert_eq!(base64url::decode(part).unwrap(), payload.as_bytes());
    let made = made_disclosing(payload, &["/b/0"]).unwrap();
    let written = made.payload.unwrap();
    assert!(
        written.starts_with("{\n  \"a\" : 1.0,\n  \"b\": [ {\"...\":"),
        "{written}"
    );
    assert!(
        written.contains(" , 2 ] ,\n  \"c\": { },\n  \"_sd_alg\": \"sha-256\"\n}\n"),
        "{written}"
    );
    let written = made_disclosing(payload, &["/b"]).unwrap().payload.unwrap();
    let start = "{\n  \"a\" : 1.0,\n  \"c\": { },\n  \"_sd\" : [\"";
    assert!(written.starts_with(start), "{written}");
    assert!(
        json::parse(written.clone().into_bytes())
            .faults()
            .is_empty(),
        "{written}"
    );
    for pointers in [&["/a", "/b", "/c"][..], &["/a"], &["/c"], &["/b/0", "/b/1"]] {
        let written = made_disclosing(payload, pointers).unwrap().payload.unwrap();
        let document = json::parse(written.clone().into_bytes());
        assert!(document.faults().is_empty(), "{written}");
    }
}

/// A payload of 40,000 elements took half a minute.
#[test]
fn a_large_payload_is_made_disclosable_at_once() {
    let numbers: Vec<String> = (0..40_000).map(|n| n.to_string()).collect();
    let payload = format!("{{\"n\":[{}],\"a\":1}}", numbers.join(","));
    let start = std::time::Instant::now();
    let made = made_disclosing(&payload, &["/n/39999", "/a"]).unwrap();
    assert_eq!(made.token.matches('~').count(), 3);
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}

#[test]
fn claims_with_the_names_of_digests_are_refused() {
    for payload in [
        r#"{"_sd":["x"],"a":1}"#,
        r#"{"a":{"...":1}}"#,
        r#"{"a":[{"_sd":1}]}"#,
    ] {
        let refused = made_disclosing(payload, &["/a"]).unwrap_err();
        assert_eq!(refused.code, "sign-sd-jwt-reserved", "{payload}");
        assert!(refused.span.is_some());
    }
}

#[test]
fn a_cnf_of_another_key_than_the_holders_is_warned_of() {
    let bound = |payload: &str| {
        let draft = Draft {
            disclosing: Some(Disclosing {
                binding: Some(Binding {
                    key: input(HOLDER),
                    aud: "x".to_owned(),
                    nonce: "y".to_owned(),
                    iat: 1,
                }),
                ..Disclosing::default()
            }),
            ..es256(payload)
        };
        let warnings = signed(&draft).unwrap().warnings;
        warnings.iter().any(|said| said.code == "sign-binding-cnf")
    };
    assert!(bound(&format!(r#"{{"cnf":{{"jwk":{EC_PUBLIC}}}}}"#)));
    assert!(!bound(&format!(r#"{{"cnf":{{"jwk":{HOLDER}}}}}"#)));
    assert!(!bound("{}"));
    assert!(!bound(r#"{"cnf":{"jkt":"x"}}"#));
}

#[test]
fn what_only_a_jws_has_is_refused_by_name_where_the_header_encrypts() {
    let secret = r#"{"kty":"oct","k":"AAECAwQFBgcICQoLDA0ODw"}"#;
    let jwe = || draft(r#"{"alg":"dir","enc":"A128GCM"}"#, "{}", secret);
    assert!(signed(&jwe()).is_ok());
    for (asked, what) in [
        (
            Draft {
                is_detached: true,
                ..jwe()
            },
            "<sign-detach>",
        ),
        (
            Draft {
                disclosing: Some(Disclosing::default()),
                ..jwe()
            },
            "<sign-sd>",
        ),
        (
            Draft {
                outer: Some(Outer::default()),
                ..jwe()
            },
            "<sign-nested>",
        ),
        (
            Draft {
                tampering: Tampering::Stripped,
                ..jwe()
            },
            "<sign-tampering>",
        ),
    ] {
        let refused = signed(&asked).unwrap_err();
        assert_eq!(
            (&*refused.code, &*text(&refused, "what")),
            ("sign-jwe-cannot", what)
        );
    }
    let broken = draft(r#"{"alg":"dir","enc":"A128GCM"}"#, r#"{"a":1,}"#, secret);
    assert_eq!(signed(&broken).unwrap_err().code, "sign-payload-broken");
}

#[test]
fn faults_of_the_unprotected_header_have_a_name_and_a_place() {
    for (unprotected, code) in [
        ("{\"a\":}", "sign-unprotected-not-json"),
        (r#"{"kid":"a","kid":"b"}"#, "sign-unprotected-duplicate"),
        (r#"{"enc":"A128GCM"}"#, "sign-unprotected-critical"),
    ] {
        let refused = signed(&Draft {
            serialization: Serialization::Flattened,
            unprotected: unprotected.to_owned(),
            ..es256("{}")
        })
        .unwrap_err();
        assert_eq!(refused.code, code, "{unprotected}");
        let has_place = code != "sign-unprotected-not-json" || refused.fact("column").is_some();
        assert!(has_place, "{unprotected}");
    }
}
