//! Algorithm confusion: an HMAC keyed with what everybody has, the public key; and keys that the
//! token brings itself. Spec: RFC 8725 §2.1 and §3.1, RFC 7515 §4.1.2 to §4.1.6.

use crate::case::{check, input, row, signature, token};
use crate::keys;
use crate::ours;
use jwt_debugger::base64url;
use jwt_debugger::crypto::containers::{Container, pem, pkcs1, spki};
use jwt_debugger::jose::algorithms::Curve;
use jwt_debugger::jose::key_spec::KeySpec;
use jwt_debugger::keys::{Material, public_half};
use jwt_debugger::report::{ReportOptions, answer};
use jwt_debugger::verify::SignatureState as S;
use serde_json::{Value, json};

const CERTIFICATE: &str = include_str!("../../src/crypto/containers/fixtures/p256-certificate.pem");
const CERTIFICATE_KEY: &str = include_str!("../../src/crypto/containers/fixtures/p256-pkcs8.pem");

const FITS: &str = "verify-confusion-fits";

/// The bytes that a program may hold of a public key. The flag: whether they follow from the key
/// alone, however it was given.
fn forms(key: &Material) -> Vec<(&'static str, Vec<u8>, bool)> {
    let key = &public_half(key);
    let pem_text = keys::public_pem(key);
    let der = spki::write(key).unwrap();
    let jwk = keys::public(key);
    let mut with_kid = jwk.clone();
    with_kid["kid"] = "a".into();
    let body: String = pem_text
        .lines()
        .filter(|line| !line.starts_with('-'))
        .collect();
    let pretty = serde_json::to_string_pretty(&jwk).unwrap();
    let mut forms = vec![
        ("PEM", pem_text.clone().into_bytes(), true),
        (
            "PEM without its last line break",
            pem_text.trim_end().into(),
            true,
        ),
        (
            "PEM with CRLF",
            pem_text.replace('\n', "\r\n").into_bytes(),
            true,
        ),
        (
            "PEM with an empty line",
            format!("{pem_text}\n").into_bytes(),
            false,
        ),
        (
            "PEM with literal \\n",
            pem_text.replace('\n', "\\n").into_bytes(),
            false,
        ),
        ("PEM without its lines", body.into_bytes(), false),
        ("DER", der, true),
        ("JWK", jwk.to_string().into_bytes(), true),
        ("JWK with a name", with_kid.to_string().into_bytes(), false),
        ("JWK on several lines", pretty.into_bytes(), false),
        (
            "JWK Set",
            json!({ "keys": [jwk] }).to_string().into_bytes(),
            false,
        ),
    ];
    match key {
        Material::Rsa { n, e, .. } => {
            let der = pkcs1::write_public(n, e).unwrap();
            let text = pem::write(Container::Pkcs1Public, &der).unwrap();
            forms.push(("PKCS #1", text.clone().into_bytes(), true));
            forms.push(("PKCS #1 trimmed", text.trim_end().into(), true));
            forms.push(("PKCS #1 DER", der, true));
        }
        Material::Ec { x, y, .. } => {
            forms.push(("point", [&[4], x.as_slice(), y].concat(), true));
            let sign = 2 + (y[y.len() - 1] & 1);
            forms.push(("compressed point", [&[sign], x.as_slice()].concat(), true));
        }
        _ => {}
    }
    forms
}

const KINDS: [KeySpec; 4] = [
    KeySpec::Rsa(2048),
    KeySpec::Curve(Curve::P256),
    KeySpec::Curve(Curve::P521),
    KeySpec::Curve(Curve::Ed25519),
];

#[test]
fn a_mac_keyed_with_a_public_key() {
    let mut rng = keys::rng("confusion");
    let mut rows = Vec::new();
    for spec in KINDS {
        let key = keys::make(spec, &mut rng);
        for (alg, (name, bytes, follows)) in ["HS256", "HS384", "HS512"]
            .into_iter()
            .flat_map(|alg| forms(&key).into_iter().map(move |form| (alg, form)))
        {
            let secret = keys::secret(&bytes);
            let input = input(alg);
            let pasted = token(&input, &signature(alg, &secret, &input));
            // As the secret that a confused program takes it for.
            let as_secret = keys::private(&secret).to_string();
            let named = format!("{alg} {spec:?} {name}, as secret");
            rows.push(row(
                named,
                &pasted,
                as_secret,
                S::Invalid,
                "verify-confusion",
            ));
            // As the public key that it is, in the same text and in others.
            if let Ok(text) = String::from_utf8(bytes) {
                let named = format!("{alg} {spec:?} {name}, as given");
                rows.push(row(named, &pasted, text, S::Invalid, FITS));
            }
            if follows {
                for (other, text) in [
                    ("PEM", keys::public_pem(&key)),
                    ("JWK", keys::public(&key).to_string()),
                    ("private JWK", keys::private(&key).to_string()),
                ] {
                    let named = format!("{alg} {spec:?} {name}, given as {other}");
                    rows.push(row(named, &pasted, text, S::Invalid, FITS));
                }
            }
        }
    }
    // Forms, those of them that are text, and thrice those that follow from the key.
    let counted = |forms: usize, texts: usize, following: usize| forms + texts + 3 * following;
    let count = counted(14, 12, 8) + 2 * counted(13, 10, 7) + counted(11, 10, 5);
    check(&rows, 3 * count);
}

/// The diagnosis says which bytes fit, by computation, and names the attack.
#[test]
fn the_diagnosis_names_the_attack() {
    let mut rng = keys::rng("diagnosis");
    for spec in KINDS {
        let key = keys::make(spec, &mut rng);
        for (name, bytes, _) in forms(&key).into_iter().filter(|(_, _, follows)| *follows) {
            let input = input("HS256");
            let mac = signature("HS256", &keys::secret(&bytes), &input);
            let options = ReportOptions {
                key: ours::key(&keys::public_pem(&key)),
                ..ReportOptions::default()
            };
            let answers = answer(&token(&input, &mac), &options);
            let found = answers
                .diagnosis
                .first()
                .map(|one| one.steps[0].code.as_ref());
            assert_eq!(found, Some("key-public-as-secret"), "{spec:?} {name}");
        }
    }
}

/// Without a key in the key box the token's own is tried, and proves nothing.
#[test]
fn keys_that_the_token_brings() {
    let mut rng = keys::rng("brought");
    let spec = KeySpec::Curve(Curve::P256);
    let (key, other) = (keys::make(spec, &mut rng), keys::make(spec, &mut rng));
    let secret = keys::secret(&[7; 32]);
    let make = |header: Value, key: &Material| {
        let alg = header["alg"].as_str().unwrap().to_owned();
        let input = format!("{}.{}", ours::b64(header.to_string()), ours::b64("{}"));
        token(&input, &signature(&alg, key, &input))
    };
    let jwk = |key: &Material| keys::public(key);
    let good = make(json!({ "alg": "ES256", "jwk": jwk(&key) }), &key);
    let mut cut: Vec<&str> = good.split('.').collect();
    let payload = ours::b64(r#"{"admin":true}"#);
    cut[1] = &payload;
    let body: String = CERTIFICATE
        .lines()
        .filter(|line| !line.starts_with('-'))
        .collect();
    let certified = {
        let header = json!({ "alg": "ES256", "x5c": [body] });
        ours::make(&header, "{}", CERTIFICATE_KEY, &mut rng)
    };
    let confused = {
        let bytes = keys::public(&key).to_string().into_bytes();
        make(
            json!({ "alg": "HS256", "jwk": jwk(&key) }),
            &keys::secret(&bytes),
        )
    };
    let asserted = "verify-self-asserted";
    let rows = [
        row("jwk", &good, "", S::SelfAsserted, asserted),
        row("x5c", &certified, "", S::SelfAsserted, asserted),
        row(
            "jwk, changed payload",
            cut.join("."),
            "",
            S::Invalid,
            "verify-mismatch-embedded",
        ),
        row(
            "jwk of another key",
            make(json!({ "alg": "ES256", "jwk": jwk(&other) }), &key),
            "",
            S::Invalid,
            "verify-mismatch-embedded",
        ),
        row(
            "jwk, another key given",
            &good,
            jwk(&other).to_string(),
            S::Invalid,
            "verify-mismatch",
        ),
        row(
            "a secret as jwk",
            make(
                json!({ "alg": "HS256", "jwk": keys::private(&secret) }),
                &secret,
            ),
            "",
            S::Invalid,
            "verify-match-private-jwk",
        ),
        row(
            "a private key as jwk",
            make(json!({ "alg": "ES256", "jwk": keys::private(&key) }), &key),
            "",
            S::Invalid,
            "verify-match-private-jwk",
        ),
        row(
            "a private key as jwk, and its public half given",
            make(json!({ "alg": "ES256", "jwk": keys::private(&key) }), &key),
            jwk(&key).to_string(),
            S::Invalid,
            "verify-match-private-jwk",
        ),
        row("a mac keyed with the jwk", confused, "", S::Invalid, FITS),
        row(
            "jku",
            make(
                json!({ "alg": "ES256", "jku": "https://evil.example/jwks" }),
                &key,
            ),
            "",
            S::Unchecked,
            "verify-no-key-url",
        ),
        row(
            "x5u",
            make(
                json!({ "alg": "ES256", "x5u": "https://evil.example/chain" }),
                &key,
            ),
            "",
            S::Unchecked,
            "verify-no-key-url",
        ),
        row(
            "x5c that is none",
            make(json!({ "alg": "ES256", "x5c": ["AAAA"] }), &key),
            "",
            S::KeyError,
            "verify-x5c-unreadable",
        ),
        row(
            "jwk off the curve",
            {
                let mut off = jwk(&key);
                off["x"] = ours::b64([9; 32]).into();
                make(json!({ "alg": "ES256", "jwk": off }), &key)
            },
            "",
            S::KeyError,
            "key-jwk-off-curve",
        ),
    ];
    assert!(base64url::decode(&payload).is_some());
    check(&rows, 13);
}
