//! JWKs: what is read, what is read and named, what is refused.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::diagnostic::Fact;
use crate::json;

const P256: [(&str, &str); 4] = [
    ("kty", "EC"),
    ("crv", "P-256"),
    ("x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
    ("y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"),
];
const P256_D: &str = "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI";
const ED25519: [(&str, &str); 3] = [
    ("kty", "OKP"),
    ("crv", "Ed25519"),
    ("x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"),
];

fn object(members: &[(&str, &str)]) -> String {
    let members: Vec<String> = members
        .iter()
        .map(|(name, value)| format!(r#""{name}":"{value}""#))
        .collect();
    format!("{{{}}}", members.join(","))
}

fn with(members: &[(&'static str, &str)], name: &'static str, value: &str) -> String {
    let mut changed: Vec<(&str, &str)> = members
        .iter()
        .filter(|(n, _)| *n != name)
        .copied()
        .collect();
    changed.push((name, value));
    object(&changed)
}

fn read(text: &str) -> Result<ReadJwk, Diagnostic> {
    let document = json::parse(text.as_bytes().to_vec());
    assert_eq!(document.faults(), [], "{text}");
    read_jwk(document.root().unwrap())
}

#[track_caller]
fn refused(text: &str, code: &str) {
    assert_eq!(read(text).unwrap_err().code, code, "{text}");
}

#[track_caller]
fn warned(text: &str, code: &str) -> Key {
    let read = read(text).unwrap();
    let codes: Vec<_> = read.warnings.iter().map(|w| w.code.as_ref()).collect();
    assert_eq!(codes, [code], "{text}");
    read.key
}

#[test]
fn keys_of_every_type() {
    for (text, label) in [
        (object(&P256), Fact::from("EC P-256")),
        (with(&P256, "d", P256_D), "EC P-256".into()),
        (object(&ED25519), "OKP Ed25519".into()),
        (object(&[("kty", "oct"), ("k", "AAEC")]), Fact::Secret(3)),
        (
            object(&[("kty", "RSA"), ("n", "n4EPtA"), ("e", "AQAB")]),
            "RSA 32".into(),
        ),
    ] {
        let read = read(&text).unwrap();
        assert_eq!(read.key.facts.label(), label, "{text}");
        assert_eq!(read.warnings, [], "{text}");
    }
}

#[test]
fn names_are_kept_exactly() {
    let key = read(
        r#"{"kty":"oct","k":"AAEC","kid":" é\u0041","alg":"HS256","use":"sig","key_ops":["verify","x"]}"#,
    )
    .unwrap()
    .key;
    assert_eq!(key.facts.kid.as_deref(), Some(" éA"));
    assert_eq!(key.facts.alg.as_deref(), Some("HS256"));
    assert_eq!(key.facts.key_use.as_deref(), Some("sig"));
    assert_eq!(key.facts.key_ops, ["verify", "x"]);
}

#[test]
fn the_thumbprint_of_rfc_8037_a_3() {
    let key = read(&object(&ED25519)).unwrap().key;
    assert_eq!(
        key.facts.thumbprint,
        "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
    );
}

#[test]
fn missing_and_mistyped_members() {
    refused("[]", "key-jwk-not-object");
    refused("{}", "key-jwk-missing-member");
    refused(r#"{"kty":1}"#, "key-jwk-not-string");
    refused(r#"{"kty":"rsa"}"#, "key-jwk-unknown-kty");
    refused(r#"{"kty":"oct"}"#, "key-jwk-missing-member");
    refused(r#"{"kty":"oct","k":7}"#, "key-jwk-not-string");
    refused(
        r#"{"kty":"oct","k":"a","k":"b"}"#,
        "key-jwk-duplicate-member",
    );
    refused(r#"{"kty":"RSA","n":"AQAB"}"#, "key-jwk-missing-member");
    refused(r#"{"kty":"EC","crv":"P-256"}"#, "key-jwk-missing-member");
    refused(
        r#"{"kty":"EC","crv":"P-192","x":"","y":""}"#,
        "key-jwk-unknown-crv",
    );
    refused(
        r#"{"kty":"EC","crv":"Ed25519","x":""}"#,
        "key-jwk-crv-of-other-kty",
    );
    refused(
        r#"{"kty":"OKP","crv":"P-256","x":""}"#,
        "key-jwk-crv-of-other-kty",
    );
    refused(r#"{"kty":"AKP","pub":""}"#, "key-jwk-missing-member");
    refused(r#"{"kty":"AKP","alg":"X","pub":""}"#, "key-jwk-unknown-akp");
    refused(
        r#"{"kty":"AKP","alg":"ML-DSA-44","pub":"AA"}"#,
        "key-jwk-wrong-length",
    );
}

#[test]
fn numbers_that_are_no_key() {
    refused(
        &object(&[("kty", "oct"), ("k", "a!b")]),
        "key-jwk-not-base64url",
    );
    refused(
        &object(&[("kty", "oct"), ("k", "abcde")]),
        "key-jwk-not-base64url",
    );
    refused(
        &object(&[("kty", "RSA"), ("n", ""), ("e", "AQAB")]),
        "key-jwk-zero",
    );
    refused(
        &object(&[("kty", "RSA"), ("n", "AQAB"), ("e", "AAAA")]),
        "key-jwk-zero",
    );
    refused(
        &with(&P256, "y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a4"),
        "key-jwk-off-curve",
    );
    refused(
        &with(&P256, "x", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"),
        "key-jwk-off-curve",
    );
    refused(&with(&P256, "x", "f83O"), "key-jwk-wrong-length");
    refused(
        &with(&P256, "y", "AQHH8UTNG72bfocs3-257rn0s2ldbqkLJK2KRiMohYjlrQ"),
        "key-jwk-wrong-length",
    );
    refused(&with(&ED25519, "x", "11qY"), "key-jwk-wrong-length");
    refused(&with(&ED25519, "d", "11qY"), "key-jwk-wrong-length");
}

#[test]
fn spellings_outside_rfc_7518_are_taken_and_named() {
    let plain = read(&object(&P256)).unwrap().key;
    for y in [
        "x/FEzRu9m36HLN/tue659LNpXW6pCyStikYjKIWI5a0",
        "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0=",
        "x/FEzRu9m36HLN/tue659LNpXW6pCyStikYjKIWI5a0=",
    ] {
        let key = warned(&with(&P256, "y", y), "key-jwk-lenient-base64");
        assert_eq!(key, plain);
    }
    let key = warned(
        &with(&P256, "y", "AMfxRM0bvZt-hyzf7bnuufSzaV1uqQskrYpGIyiFiOWt"),
        "key-jwk-leading-zero",
    );
    assert_eq!(key, plain);
    let key = warned(
        &object(&[("kty", "RSA"), ("n", "AJ-BD7Q"), ("e", "AAEAAQ")]).replace("AAEAAQ", "AQAB"),
        "key-jwk-leading-zero",
    );
    assert_eq!(key.facts.bits, 32);
}

#[test]
fn halves_that_do_not_belong_together() {
    let other = "q83vqQ5nYzN8rZsS0mTt9Qn0d0Jr8lS4a1b2c3d4e5Y";
    warned(&with(&P256, "d", other), "key-halves-differ");
    let seed = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2B";
    warned(
        &with(&ED25519, "d", seed)
            .replace("f2B\"", "f2A\"")
            .replace("nWG", "nWH"),
        "key-halves-differ",
    );
    warned(
        &with(&P256, "d", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        "key-private-unusable",
    );
}

#[test]
fn a_mistyped_optional_member_is_named_and_left_out() {
    let key = warned(r#"{"kty":"oct","k":"AAEC","kid":1}"#, "key-jwk-member-type");
    assert_eq!(key.facts.kid, None);
    warned(
        r#"{"kty":"oct","k":"AAEC","key_ops":"sign"}"#,
        "key-jwk-member-type",
    );
    warned(
        r#"{"kty":"oct","k":"AAEC","x5c":["AA"]}"#,
        "key-jwk-x5c-unreadable",
    );
}

#[test]
fn members_that_contradict_each_other_are_named() {
    let key = object(&P256);
    let with = |members: &str| key.replace('}', &format!(",{members}}}"));
    for (members, code) in [
        (
            r#""key_ops":["verify","verify"]"#,
            "key-jwk-operation-twice",
        ),
        (
            r#""use":"sig","key_ops":["deriveKey"]"#,
            "key-jwk-use-and-operations",
        ),
        (
            r#""use":"enc","key_ops":["verify"]"#,
            "key-jwk-use-and-operations",
        ),
        (r#""alg":"RS256""#, "key-jwk-alg-of-other-kty"),
        (r#""alg":"A128KW""#, "key-jwk-alg-of-other-kty"),
    ] {
        warned(&with(members), code);
    }
    for members in [
        r#""use":"sig","key_ops":["sign","verify"]"#,
        r#""use":"enc","key_ops":["deriveBits"]"#,
        r#""use":"other","key_ops":["verify","deriveKey"]"#,
        r#""alg":"ES256""#,
        r#""alg":"ECDH-ES+A128KW""#,
        r#""alg":"unheard of""#,
    ] {
        assert_eq!(read(&with(members)).unwrap().warnings, [], "{members}");
    }
}
