//! Faults of encrypted tokens, of every way of key management, alone and in pairs; every proposal
//! opens the token when carried out.

use crate::ask::Expect::{Both, Certain, Fixed, Valid};
use crate::ask::{Expect, Row, check, row};
use crate::material::{hex, key};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE};
use jwt_debugger::base64url;
use jwt_debugger::crypto::generate;
use jwt_debugger::job::Draft;
use jwt_debugger::jose::algorithms::Curve;
use jwt_debugger::jose::key_spec::KeySpec;
use jwt_debugger::keys::{Half, facts_of, write_jwk};
use jwt_debugger::sign::sign;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

/// A way of encrypting, and the key that opens.
pub struct Way {
    pub alg: &'static str,
    pub enc: &'static str,
    pub key: String,
}

pub const CONTENT: &str = r#"{"sub":"a","iss":"https://issuer.example","n":1.50}"#;
pub const PASSWORD: &str = "correct horse! battery staple?";
pub const RSA: &str = include_str!("../../src/crypto/containers/fixtures/rsa-pkcs8.pem");
pub const EC: &str = include_str!("../../src/crypto/containers/fixtures/p256-pkcs8.pem");

/// In whose base64 stand characters that base64url writes otherwise.
pub fn shared(length: usize) -> Vec<u8> {
    (0..=0xfb_u8).rev().take(length).collect()
}

pub fn oct(bytes: &[u8]) -> String {
    format!(r#"{{"kty":"oct","k":"{}"}}"#, base64url::encode(bytes))
}

pub fn curve_key(curve: Curve, seed: u8) -> String {
    let mut rng = ChaCha20Rng::from_seed([seed; 32]);
    let material = generate(KeySpec::Curve(curve), &mut rng).unwrap();
    let jwk = write_jwk(&material, &facts_of(&material), Half::Private).unwrap();
    jwk.expose().clone()
}

pub fn ways() -> Vec<Way> {
    let way = |alg, enc, key: &str| Way {
        alg,
        enc,
        key: key.to_owned(),
    };
    vec![
        way("dir", "A256GCM", &oct(&shared(32))),
        way("dir", "A128CBC-HS256", &oct(&shared(32))),
        way("A128KW", "A128GCM", &oct(&shared(16))),
        way("A256KW", "A256CBC-HS512", &oct(&shared(32))),
        way("A256GCMKW", "A256GCM", &oct(&shared(32))),
        way("PBES2-HS256+A128KW", "A128GCM", PASSWORD),
        way("RSA-OAEP", "A128CBC-HS256", RSA),
        way("RSA-OAEP-256", "A256GCM", RSA),
        way("ECDH-ES", "A256GCM", EC),
        way("ECDH-ES+A128KW", "A128GCM", EC),
        way("ECDH-ES+A256KW", "A192GCM", &curve_key(Curve::X25519, 1)),
    ]
}

impl Way {
    pub fn token(&self) -> String {
        self.token_with("")
    }

    /// With more members in the header.
    pub fn token_with(&self, members: &str) -> String {
        let count = if self.is_password() {
            r#","p2c":1000"#
        } else {
            ""
        };
        let draft = Draft {
            header: format!(
                r#"{{"alg":"{}","enc":"{}"{count}{members}}}"#,
                self.alg, self.enc
            ),
            payload: CONTENT.to_owned(),
            key: key(&self.key),
            ..Draft::default()
        };
        let mut rng = ChaCha20Rng::from_seed([9; 32]);
        sign(&draft, &mut rng).unwrap().token
    }

    pub fn is_password(&self) -> bool {
        self.alg.starts_with("PBES2")
    }

    /// The bytes of a shared key that is no password.
    pub fn bytes(&self) -> Option<Vec<u8>> {
        let jwk: serde_json::Value = serde_json::from_str(&self.key).ok()?;
        base64url::decode(jwk["k"].as_str()?)
    }

    pub fn row(&self, fault: &str, paste: &str, given: &str, expect: Expect) -> Row {
        let name = format!("{} {}: {fault}", self.alg, self.enc);
        row(name, paste, given, expect)
    }
}

/// Faults of the token's text: the text and the code.
fn token_texts(token: &str) -> Vec<(String, &'static str)> {
    let parts: Vec<&str> = token.split('.').collect();
    let last = token.rfind('.').unwrap();
    let padded = |at: usize| {
        let bytes = base64url::decode(parts[at]).unwrap();
        let mut parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
        parts[at] = STANDARD.encode(bytes);
        parts.join(".")
    };
    vec![
        (
            format!("{}\u{200b}{}", &token[..30], &token[30..]),
            "token-invisible",
        ),
        (token.replace('.', "\u{3002}"), "token-homoglyphs"),
        (
            format!("{}{}", &token[..last], &token[last + 1..]),
            "token-dots",
        ),
        (
            format!("{}.{}", &token[..last], &token[last..]),
            "token-dots",
        ),
        (padded(4), "token-alphabet"),
    ]
}

/// Faults of the key's text: the text and the code.
fn key_texts(way: &Way) -> Vec<(String, &'static str)> {
    let given = &way.key;
    if way.is_password() {
        return vec![
            (format!("{given}\n"), "secret-trailing-newline"),
            (format!("\"{given}\""), "secret-quotes"),
            (STANDARD.encode(given), "secret-read-base64"),
            (hex(given.as_bytes()), "secret-read-hex"),
        ];
    }
    if let Some(bytes) = way.bytes() {
        let standard = match bytes.len() % 3 {
            0 => STANDARD_NO_PAD.encode(&bytes),
            _ => STANDARD.encode(&bytes),
        };
        return vec![
            (standard, "secret-read-base64"),
            (URL_SAFE.encode(&bytes), "secret-read-base64url"),
            (hex(&bytes), "secret-read-hex"),
            (given.replace('}', ",}"), "key-text-repaired"),
        ];
    }
    if given.starts_with('{') {
        return vec![
            (given.replace('}', ",}"), "key-text-repaired"),
            (given.replace('"', "\u{201d}"), "key-text-repaired"),
            (given.replace("OKP", "okp"), "key-jwk-values"),
        ];
    }
    vec![(
        given.replace("-----", "\u{2014}\u{2014}"),
        "key-text-repaired",
    )]
}

#[test]
fn nothing_is_wrong() {
    let rows = ways().into_iter();
    let rows: Vec<Row> = rows
        .map(|way| way.row("good", &way.token(), &way.key, Valid))
        .collect();
    check(&rows);
}

#[test]
fn one_fault() {
    let mut rows = Vec::new();
    for way in ways() {
        let token = way.token();
        for (paste, code) in token_texts(&token) {
            rows.push(way.row(code, &paste, &way.key, Fixed(leak([code]))));
        }
        for (given, code) in key_texts(&way) {
            rows.push(way.row(code, &token, &given, Fixed(leak([code]))));
        }
    }
    assert_eq!(rows.len(), 11 * 5 + 6 * 4 + 4 + 3);
    check(&rows);
}

#[test]
fn a_fault_of_the_token_s_text_and_one_of_the_key_s() {
    let mut rows = Vec::new();
    for way in ways() {
        let token = way.token();
        for (paste, token_code) in token_texts(&token) {
            for (given, key_code) in key_texts(&way) {
                let fault = format!("{token_code} and {key_code}");
                let expect = Both(Box::leak(Box::new([token_code, key_code])));
                rows.push(way.row(&fault, &paste, &given, expect));
            }
        }
    }
    assert_eq!(rows.len(), 5 * 31);
    check(&rows);
}

/// The header says other algorithms than when it was made.
#[test]
fn an_edited_header() {
    let mut rows = Vec::new();
    for way in ways() {
        let token = way.token();
        let (header, rest) = token.split_once('.').unwrap();
        let header = String::from_utf8(base64url::decode(header).unwrap()).unwrap();
        let mut add = |said: &str, other: &str, code| {
            let edited = header.replacen(&format!("\"{said}\""), &format!("\"{other}\""), 1);
            let paste = format!("{}.{rest}", base64url::encode(edited.as_bytes()));
            rows.push(way.row(other, &paste, &way.key, Fixed(leak([code]))));
        };
        match way.alg {
            "RSA-OAEP" => add("RSA-OAEP", "RSA-OAEP-256", "jwe-alg-other"),
            "RSA-OAEP-256" => add("RSA-OAEP-256", "RSA-OAEP", "jwe-alg-other"),
            "A256KW" => add("A256KW", "A128KW", "jwe-alg-other"),
            "ECDH-ES+A128KW" => add("ECDH-ES+A128KW", "ECDH-ES+A256KW", "jwe-alg-other"),
            _ => {}
        }
        if way.enc == "A256GCM" && way.alg != "ECDH-ES" {
            add("A256GCM", "A128GCM", "jwe-enc-other");
        }
    }
    assert_eq!(rows.len(), 4 + 3);
    check(&rows);
}

#[test]
fn parts_that_stand_elsewhere() {
    let mut rows = Vec::new();
    for way in ways() {
        let token = way.token();
        let parts: Vec<&str> = token.split('.').collect();
        let mut swapped = parts.clone();
        swapped.swap(2, 4);
        let paste = swapped.join(".");
        rows.push(way.row(
            "iv and tag",
            &paste,
            &way.key,
            Fixed(&["jwe-parts-swapped"]),
        ));
        let [text, tag] = [3, 4].map(|at| base64url::decode(parts[at]).unwrap());
        let glued = base64url::encode(&[text, tag].concat());
        let paste = format!("{}.{}.{}.{glued}.", parts[0], parts[1], parts[2]);
        rows.push(way.row(
            "tag glued on",
            &paste,
            &way.key,
            Fixed(&["jwe-part-attached"]),
        ));
    }
    check(&rows);
}

#[test]
fn a_set_and_a_key_that_cannot_be() {
    let way = Way {
        alg: "ECDH-ES",
        enc: "A128GCM",
        key: curve_key(Curve::P256, 2),
    };
    let token = way.token_with(r#","kid":"a""#);
    let named = |jwk: &str, kid: &str| jwk.replacen('{', &format!(r#"{{"kid":"{kid}","#), 1);
    let (right, wrong) = (way.key.clone(), curve_key(Curve::P256, 3));
    let set = |keys: [String; 2]| format!(r#"{{"keys":[{}]}}"#, keys.join(","));
    let elsewhere = set([named(&wrong, "a"), named(&right, "b")]);
    let absent = set([named(&wrong, "c"), named(&right, "b")]);
    let none = format!(r#"{{"keys":[{}]}}"#, named(&wrong, "c"));
    let dir = &ways()[0];
    check(&[
        way.row(
            "kid of another",
            &token,
            &elsewhere,
            Fixed(&["key-other-of-set"]),
        ),
        way.row("kid absent", &token, &absent, Fixed(&["key-other-of-set"])),
        way.row("none of them", &token, &none, Certain("jwe-kid-absent")),
        way.row(
            "a curve",
            &token,
            &curve_key(Curve::P384, 4),
            Certain("jwe-wrong-curve"),
        ),
        way.row("a kind", &token, RSA, Certain("jwe-wrong-kind")),
        dir.row(
            "a size",
            &dir.token(),
            &oct(&shared(16)),
            Certain("jwe-key-size"),
        ),
    ]);
}

fn leak(codes: [&'static str; 1]) -> &'static [&'static str] {
    Box::leak(Box::new(codes))
}
