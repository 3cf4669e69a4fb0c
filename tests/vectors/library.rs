//! Tokens and keys from the tests of 27 JOSE libraries, tampered ones and wrong keys among them.
//! The keys come as their tests write them: text, PEM, JWK, base64, hex.

use crate::case::{Case, Expected, key_box, run_all};
use jwt_debugger::inspect::inspect;
use jwt_debugger::keys::{KeyInput, SecretReading};
use serde_json::Value;

/// Tokens whose bytes match and which the library under test accepts, but which a reader must not
/// accept by the rule that the verdict names.
const FORBIDDEN: [(&str, &str); 10] = [
    // The last character of the signature has bits that no encoder sets (RFC 4648 §3.5).
    ("jwt-014", "verify-match-part-changed"),
    // The secret is a public key (RFC 8725 §2.1): made to show the attack.
    ("pyjwt-006", "verify-confusion-fits"),
    ("pyjwt-008", "verify-confusion-fits"),
    // crit (RFC 7515 §4.1.11).
    ("jsrsasign-009", "verify-match-crit-unknown"),
    ("jsrsasign-010", "verify-match-crit-malformed"),
    ("jsrsasign-011", "verify-match-crit-malformed"),
    ("jsrsasign-012", "verify-match-crit-malformed"),
    ("jsrsasign-013", "verify-match-crit-unknown"),
    ("jose-008", "verify-match-crit-unknown"),
    // An Initialization Vector of 16 bytes with A128GCM; RFC 7518 §5.3 requires 12.
    ("python-jose-002", "jwe-fault-length"),
];

/// Of the tokens whose keys are not known, those that bring one.
const OWN_KEY: [&str; 6] = [
    "vck-001",
    "vck-002",
    "vck-005",
    "jose-jwt-034",
    "eudi-lib-jvm-sdjwt-kt-008",
    "jose-013",
];

/// Tokens whose keys are not known: all is read, and nothing is approved, whatever key is given.
#[test]
fn without_their_keys() {
    let file: Value = serde_json::from_str(include_str!("data/library-decode-only.json")).unwrap();
    let vectors = file["vectors"].as_array().unwrap();
    let other = "not the secret of any of these tokens";
    let mut cases = Vec::new();
    for vector in vectors {
        let name = vector["id"].as_str().unwrap();
        let token = vector["token"].as_str().unwrap();
        let found = inspect(token);
        assert_eq!(found.tokens.len(), 1, "{name}");
        let header = found.tokens[0].header().unwrap();
        assert!(header.object().is_some(), "{name}");
        for key in [KeyInput::default(), key_box(other, SecretReading::Utf8)] {
            let is_given = !key.text.expose().is_empty();
            let expected = match OWN_KEY.contains(&name) && !is_given {
                true => Expected::SelfAsserted,
                false => Expected::NotValid,
            };
            let case = Case::new(name, token, &Value::Null, expected);
            let text = vector["payload_text"].as_str();
            cases.push(Case { key, ..case }.with_text(text));
        }
    }
    run_all(&cases, 2 * 413);
}

fn vectors() -> Vec<Value> {
    let file: Value = serde_json::from_str(include_str!("data/library-vectors.json")).unwrap();
    file["vectors"].as_array().unwrap().clone()
}

fn key(vector: &Value) -> KeyInput {
    let key = &vector["key"];
    let value = match &key["value"] {
        Value::String(text) => text.clone(),
        json => json.to_string(),
    };
    match key["format"].as_str() {
        None => KeyInput::default(),
        Some("utf8" | "pem" | "jwk") => key_box(&value, SecretReading::Utf8),
        Some("hex" | "bytes") => key_box(&value, SecretReading::Hex),
        Some("base64") => key_box(&value, SecretReading::Base64),
        Some("base64url") => key_box(&value, SecretReading::Base64url),
        Some(other) => panic!("key format {other}"),
    }
}

fn case(vector: &Value) -> Case {
    let name = vector["id"].as_str().unwrap();
    let forbidden = FORBIDDEN.iter().find(|(id, _)| *id == name);
    let expected = match vector["expect"].as_str() {
        Some("valid") => match forbidden {
            Some((_, code)) => Expected::Forbidden(code),
            None => Expected::Valid,
        },
        Some("invalid") => Expected::NotValid,
        Some("unsecured") => Expected::Unsecured,
        other => panic!("{name}: {other:?}"),
    };
    let text = vector["payload_text"].as_str();
    let paste = vector["token"].as_str().unwrap();
    Case {
        key: key(vector),
        ..Case::new(name, paste, &Value::Null, expected).with_text(text)
    }
}

#[test]
fn signatures() {
    let vectors = vectors();
    let signed = vectors.iter().filter(|vector| vector["enc"].is_null());
    let cases: Vec<Case> = signed.map(case).collect();
    run_all(&cases, 428);
}

#[test]
fn encryptions() {
    let vectors = vectors();
    let encrypted = vectors.iter().filter(|vector| !vector["enc"].is_null());
    let cases: Vec<Case> = encrypted
        .map(|vector| {
            let case = case(vector);
            let expected = match case.expected {
                Expected::Valid => Expected::Decrypted,
                other => other,
            };
            Case { expected, ..case }.with_text(vector["plaintext"].as_str())
        })
        .collect();
    run_all(&cases, 210);
}
