//! Which keys are tried, and the reason of each.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::json;
use crate::keys::{KeyInput, read_key};
use crate::secret::Secret;

const CERTIFICATE: &str = include_str!("../../crypto/containers/fixtures/p256-certificate.pem");
const RSA: &str = include_str!("../../crypto/containers/fixtures/rsa-spki.pem");
const OTHER: &str = r#"{"crv":"P-256","kty":"EC","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#;

fn read(text: &str) -> KeyReading {
    read_key(&KeyInput {
        text: Secret::new(text.to_owned()),
        ..KeyInput::default()
    })
}

/// The codes of the reasons for an algorithm that needs `EC`, with the marks of conflict on keys
/// that say `use` `enc`.
fn reasons(header: &str, keys: &str) -> (Vec<String>, bool) {
    let header = json::parse(header.as_bytes().to_vec());
    let named = Named::of(|name| header.get(name));
    let purpose = Purpose {
        fits: &|key| key.facts.kty == "EC",
        unfit: &|_| Diagnostic::danger("skipped-type"),
        conflict: &|key| {
            let conflicts = key.facts.key_use.as_deref() == Some("enc");
            conflicts.then(|| Diagnostic::warning("verify-key-use"))
        },
    };
    let choice = choose(&named, &purpose, &read(keys));
    let codes = choice.considered.iter();
    let codes = codes.map(|one| one.reason.code.to_string()).collect();
    (codes, choice.is_kid_absent)
}

#[track_caller]
fn check(header: &str, keys: &str, expected: &[&str]) {
    let (codes, is_kid_absent) = reasons(header, keys);
    assert_eq!(codes, expected, "{header} {keys}");
    assert!(!is_kid_absent, "{header} {keys}");
}

fn with(jwk: &str, members: &str) -> String {
    jwk.replace('}', &format!(",{members}}}"))
}

fn set(keys: &[String]) -> String {
    format!(r#"{{"keys":[{}]}}"#, keys.join(","))
}

/// The key of the certificate as a JWK.
fn certified() -> Key {
    read(CERTIFICATE).keys.remove(0)
}

fn x5c() -> String {
    let lines = CERTIFICATE.lines().filter(|line| !line.starts_with('-'));
    let der: String = lines.collect();
    format!(r#"{{"x5c":["{der}"]}}"#)
}

#[test]
fn a_kid_decides_in_a_set() {
    let rsa = read(RSA).keys[0].facts.public_jwk.clone();
    let keys = [
        with(OTHER, r#""kid":"a""#),
        with(OTHER, r#""kid":"b""#),
        OTHER.to_owned(),
        with(&rsa, r#""kid":"a""#),
    ];
    let expected = [
        "chosen-kid",
        "skipped-kid",
        "skipped-no-kid",
        "skipped-type",
    ];
    check(r#"{"kid":"a"}"#, &set(&keys), &expected);
    let (codes, is_kid_absent) = reasons(r#"{"kid":"c"}"#, &set(&keys));
    assert!(is_kid_absent, "{codes:?}");
    assert!(codes.iter().all(|code| code.starts_with("skipped-")));
}

#[test]
fn a_key_alone_is_tried_whatever_its_kid() {
    check(
        r#"{"kid":"a"}"#,
        &with(OTHER, r#""kid":"b""#),
        &["chosen-given"],
    );
    check(r#"{"kid":7}"#, OTHER, &["chosen-given"]);
    check("{}", RSA, &["skipped-type"]);
}

#[test]
fn then_the_certificate_decides() {
    let key = certified();
    let (sha1, sha256) = (
        key.facts.x5t.clone().unwrap(),
        key.facts.x5t_s256.clone().unwrap(),
    );
    let jwk = &key.facts.public_jwk;
    let by_sha256 = with(jwk, &format!(r##""x5t#S256":"{sha256}""##));
    let by_sha1 = with(jwk, &format!(r#""x5t":"{sha1}""#));
    let other = with(OTHER, r##""x5t":"AA","x5t#S256":"AA""##);
    let chosen = ["chosen-x5t", "skipped-x5t", "skipped-x5t"];
    let header = format!(r##"{{"x5t#S256":"{sha256}"}}"##);
    check(
        &header,
        &set(&[by_sha256.clone(), other.clone(), OTHER.to_owned()]),
        &chosen,
    );
    let header = format!(r#"{{"x5t":"{sha1}"}}"#);
    check(
        &header,
        &set(&[by_sha1, other.clone(), OTHER.to_owned()]),
        &chosen,
    );
    // The whole certificate: by its key, with and without a thumbprint beside it.
    let chosen = ["chosen-x5c", "skipped-x5t"];
    check(&x5c(), &set(&[jwk.clone(), OTHER.to_owned()]), &chosen);
    check(&x5c(), &set(&[by_sha256, other.clone()]), &chosen);
    // No key says whose certificate it has: all are tried.
    check(
        &header,
        &set(&[OTHER.to_owned(), OTHER.to_owned()]),
        &["chosen-fits"; 2],
    );
    // Another certificate is another key.
    check(
        &header,
        &set(&[other.clone(), OTHER.to_owned()]),
        &["skipped-x5t", "chosen-fits"],
    );
    // A kid goes before.
    let named = with(&other, r#""kid":"a""#);
    check(r#"{"kid":"a","x5t":"BB"}"#, &set(&[named]), &["chosen-kid"]);
}

#[test]
fn certificates_given_as_pem_are_matched_too() {
    let both = format!(
        "{CERTIFICATE}{}",
        include_str!("../../crypto/containers/fixtures/p256-spki.pem")
    );
    let keys = read(&both).keys.len();
    let (codes, _) = reasons(&x5c(), &both);
    assert_eq!(codes.len(), keys);
    assert_eq!(codes[0], "chosen-x5c");
    check(r#"{"x5t":"AA"}"#, CERTIFICATE, &["chosen-given"]);
    let header = json::parse(br#"{"x5t":"AA"}"#.to_vec());
    let named = Named::of(|name| header.get(name));
    assert!(named.is_other_certificate(&certified()));
    assert!(!Named::default().is_other_certificate(&certified()));
}

#[test]
fn then_what_the_key_is_for() {
    let keys = [with(OTHER, r#""use":"enc""#), with(OTHER, r#""use":"sig""#)];
    check("{}", &set(&keys), &["verify-key-use", "chosen-fits"]);
    check("{}", &keys[0], &["chosen-given"]);
}

#[test]
fn a_chain_that_cannot_be_read_names_nothing() {
    for header in [
        r#"{"x5c":[]}"#,
        r#"{"x5c":["AA"]}"#,
        r#"{"x5c":"AA"}"#,
        r#"{"x5t":7}"#,
    ] {
        let header = json::parse(header.as_bytes().to_vec());
        assert_eq!(Named::of(|name| header.get(name)), Named::default());
    }
}
