//! The key box: spellings of one key, secrets, settings, sets, damage.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::base64url;

const SPKI: &str = include_str!("../../crypto/containers/fixtures/p256-spki.pem");
const PKCS8: &str = include_str!("../../crypto/containers/fixtures/p256-pkcs8.pem");
const SEC1: &str = include_str!("../../crypto/containers/fixtures/p256-sec1.pem");
const CERTIFICATE: &str = include_str!("../../crypto/containers/fixtures/p256-certificate.pem");
const RSA_SPKI: &str = include_str!("../../crypto/containers/fixtures/rsa-spki.pem");
const RSA_PKCS1: &str = include_str!("../../crypto/containers/fixtures/rsa-pkcs1.pem");
const RSA_PKCS1_PUBLIC: &str =
    include_str!("../../crypto/containers/fixtures/rsa-pkcs1-public.pem");
const ENCRYPTED: &str =
    include_str!("../../crypto/containers/fixtures/encrypted-aes256-sha256.pem");
const JWKS: &str = include_str!("../../../tests/vectors/data/koppeltaal-jwks.json");
const WORKSHOP_SECRET: &str = "workshop-only-shared-secret-please-change-me-2026";

fn read(text: &str) -> KeyReading {
    read_key(&KeyInput {
        text: Secret::new(text.to_owned()),
        ..KeyInput::default()
    })
}

fn read_with(text: &str, reading: SecretReading) -> KeyReading {
    read_key(&KeyInput {
        text: Secret::new(text.to_owned()),
        reading,
        ..KeyInput::default()
    })
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<&str> {
    diagnostics.iter().map(|d| d.code.as_ref()).collect()
}

/// The text gives exactly one key with the numbers of `pem`, read as `code`.
#[track_caller]
fn is_key_of(text: &str, pem: &str, code: &str) {
    let reading = read(text);
    assert_eq!(codes(&reading.faults), [] as [&str; 0], "{text:?}");
    let [key] = reading.keys.as_slice() else {
        panic!("{text:?} gives {} keys", reading.keys.len());
    };
    let expected = read(pem);
    assert_eq!(key.facts.thumbprint, expected.keys[0].facts.thumbprint);
    assert!(
        codes(&reading.read_as).contains(&code),
        "{:?}",
        reading.read_as
    );
}

#[track_caller]
fn fails(text: &str, code: &str) {
    let reading = read(text);
    assert_eq!(reading.keys, [], "{text:?}");
    assert_eq!(codes(&reading.faults), [code], "{text:?}");
}

#[track_caller]
fn is_secret(text: &str, bytes: &[u8]) {
    let reading = read(text);
    let [
        Key {
            material: Material::Oct(secret),
            ..
        },
    ] = reading.keys.as_slice()
    else {
        panic!("{text:?} is no secret: {reading:?}");
    };
    assert_eq!(secret.expose(), bytes, "{text:?}");
}

fn der(pem: &str) -> Vec<u8> {
    pem::find_blocks(pem).unwrap().blocks[0]
        .clone()
        .unwrap()
        .der
}

fn body(pem: &str) -> String {
    pem.lines().filter(|line| !line.starts_with('-')).collect()
}

#[test]
fn one_public_key_in_every_spelling() {
    let pem = "key-read-pem-spki";
    let bare = "key-read-der-spki";
    let standard = body(SPKI);
    let url = base64url::encode(&der(SPKI));
    let hex: String = der(SPKI).iter().map(|byte| format!("{byte:02x}")).collect();
    for (text, code) in [
        (SPKI.to_owned(), pem),
        (SPKI.replace('\n', "\r\n"), pem),
        (SPKI.replace('\n', "\\n"), pem),
        (SPKI.replace('\n', "\\\\n"), pem),
        (format!("\"{}\"", SPKI.replace('\n', "\\n")), pem),
        (format!("'{SPKI}'"), pem),
        (SPKI.replace('\n', " "), pem),
        (SPKI.replace('\n', "\n   "), pem),
        (SPKI.replace('\n', ""), pem),
        (format!("\u{feff}{SPKI}"), pem),
        (SPKI.replace('/', "\\/").replace('\n', "\\n"), pem),
        (SPKI.replace("-----BEGIN PUBLIC KEY-----\n", ""), pem),
        (SPKI.replace("-----END PUBLIC KEY-----\n", ""), pem),
        (SPKI.replace("-----", "---"), pem),
        (SPKI.replace(' ', "%20").replace('\n', "%0A"), pem),
        (
            format!("JWT_PUBLIC_KEY=\"{}\"", SPKI.replace('\n', "\\n")),
            pem,
        ),
        (
            format!("key: |\n  {}", SPKI.trim().replace('\n', "\n  ")),
            pem,
        ),
        (standard.clone(), bare),
        (format!("{standard}\n"), bare),
        (format!("\"{standard}\""), bare),
        (standard.trim_end_matches('=').to_owned(), bare),
        (url, bare),
        (hex, bare),
        (crate::json::quote(SPKI), pem),
        (
            format!("{{\"public_key\":{}}}", crate::json::quote(SPKI)),
            pem,
        ),
    ] {
        is_key_of(&text, SPKI, code);
    }
    let wrapped = base64url::encode(SPKI.as_bytes());
    is_key_of(&wrapped, SPKI, "key-note-base64-around");
}

#[test]
fn every_container_of_one_key() {
    is_key_of(PKCS8, SPKI, "key-read-pem-pkcs8");
    is_key_of(SEC1, SPKI, "key-read-pem-sec1");
    is_key_of(&body(PKCS8), SPKI, "key-read-der-pkcs8");
    is_key_of(&body(SEC1), SPKI, "key-read-der-sec1");
    is_key_of(RSA_PKCS1, RSA_SPKI, "key-read-pem-pkcs1-private");
    is_key_of(RSA_PKCS1_PUBLIC, RSA_SPKI, "key-read-pem-pkcs1-public");
    is_key_of(&body(RSA_PKCS1), RSA_SPKI, "key-read-der-pkcs1-private");
    is_key_of(
        &body(RSA_PKCS1_PUBLIC),
        RSA_SPKI,
        "key-read-der-pkcs1-public",
    );
}

/// Ways in which people paste a PEM block, and whether the lines around it stay.
fn spellings(pem: &str) -> Vec<(&'static str, String, bool)> {
    let (begin, rest) = pem.trim().split_once('\n').unwrap();
    let (middle, end) = rest.rsplit_once('\n').unwrap();
    let literal = pem.replace('\n', "\\n");
    let der = der(pem);
    let crlf = pem.replace('\n', "\r\n");
    let spaced: String = pem.lines().map(|line| format!("  {line} \t\n")).collect();
    vec![
        ("as it is", pem.to_owned(), true),
        ("literal line breaks", literal.clone(), true),
        ("quoted", format!("\"{literal}\""), true),
        ("in single quotes", format!("'{pem}'"), true),
        ("without BEGIN", format!("{middle}\n{end}"), true),
        ("without END", format!("{begin}\n{middle}"), true),
        ("CRLF", crlf, true),
        ("stray spaces", spaced, true),
        ("in a .env line", format!("SIGNING_KEY=\"{literal}\""), true),
        (
            "in YAML",
            format!("signing_key: |\n  {}", pem.trim().replace('\n', "\n  ")),
            true,
        ),
        (
            "in JSON",
            format!("{{\"signing_key\":{}}}", crate::json::quote(pem)),
            true,
        ),
        ("without both lines", middle.to_owned(), false),
        ("bare base64", body(pem), false),
        (
            "bare base64 without padding",
            body(pem).trim_end_matches('=').to_owned(),
            false,
        ),
        ("bare base64url", base64url::encode(&der), false),
    ]
}

#[test]
fn every_container_in_every_spelling() {
    let mut count = 0;
    for (pem, public, container) in [
        (SPKI, SPKI, "spki"),
        (PKCS8, SPKI, "pkcs8"),
        (SEC1, SPKI, "sec1"),
        (CERTIFICATE, CERTIFICATE, "certificate"),
        (RSA_SPKI, RSA_SPKI, "spki"),
        (RSA_PKCS1, RSA_SPKI, "pkcs1-private"),
        (RSA_PKCS1_PUBLIC, RSA_SPKI, "pkcs1-public"),
        (ENCRYPTED, "", "encrypted-pkcs8"),
    ] {
        for (name, text, has_lines) in spellings(pem) {
            let reading = read_key(&KeyInput {
                text: Secret::new(text),
                password: Some(Secret::new("letmein".to_owned())),
                ..KeyInput::default()
            });
            let how = if has_lines { "pem" } else { "der" };
            let code = format!("key-read-{how}-{container}");
            let read_as = codes(&reading.read_as);
            assert!(
                read_as.contains(&code.as_str()),
                "{name} {container}: {read_as:?}"
            );
            assert_eq!(reading.keys.len(), 1, "{name} {container}");
            assert_eq!(reading.faults, [], "{name} {container}");
            if !public.is_empty() {
                let right = &read(public).keys[0].facts.thumbprint;
                assert_eq!(
                    &reading.keys[0].facts.thumbprint, right,
                    "{name} {container}"
                );
            }
            count += 1;
        }
    }
    assert_eq!(count, 8 * 15);
}

#[test]
fn a_certificate_says_whose_it_is() {
    let reading = read(CERTIFICATE);
    assert_eq!(codes(&reading.read_as), ["key-read-pem-certificate"]);
    assert!(reading.read_as[0].fact("subject").is_some());
    assert!(reading.keys[0].facts.x5t_s256.is_some());
    assert!(!reading.keys[0].facts.is_private);
    is_key_of(&body(CERTIFICATE), CERTIFICATE, "key-read-der-certificate");
}

#[test]
fn both_halves_of_one_key_are_one_key() {
    for text in [format!("{SPKI}{PKCS8}"), format!("{SEC1}{SPKI}")] {
        let reading = read(&text);
        assert_eq!(reading.keys.len(), 1);
        assert!(reading.keys[0].facts.is_private);
        assert!(!reading.is_set);
    }
    assert_eq!(read(&format!("{SPKI}{RSA_SPKI}")).keys.len(), 2);
}

#[test]
fn a_wrong_label_is_read_and_named() {
    let reading = read(&SPKI.replace("PUBLIC KEY", "CERTIFICATE"));
    assert_eq!(codes(&reading.warnings), ["key-pem-mislabelled"]);
    assert_eq!(reading.keys.len(), 1);
}

#[test]
fn an_encrypted_key_asks_for_its_password() {
    fails(ENCRYPTED, "container-password-needed");
    let with = |password: &str| {
        read_key(&KeyInput {
            text: Secret::new(ENCRYPTED.to_owned()),
            password: Some(Secret::new(password.to_owned())),
            ..KeyInput::default()
        })
    };
    assert_eq!(codes(&with("wrong").faults), ["container-password-wrong"]);
}

#[test]
fn damaged_pem_is_never_a_secret() {
    let cut = "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n";
    let middle = SPKI.get(..90).unwrap();
    for (text, code) in [
        (cut, "key-pem-not-base64"),
        (middle, "key-der-length"),
        (
            &SPKI.replacen("MFkw", "M!kw", 1),
            "key-pem-foreign-character",
        ),
        (&SPKI.replacen("MFkw", "MFk", 1), "key-pem-not-base64"),
        ("-----BEGIN PUBLIC KEY-----", "key-pem-not-base64"),
        (
            "-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n-----END CERTIFICATE REQUEST-----",
            "key-pem-without-key",
        ),
        (
            "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaA==\n-----END OPENSSH PRIVATE KEY-----",
            "key-pem-openssh",
        ),
        (
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: x\n\nAAAA\n-----END RSA PRIVATE KEY-----",
            "key-pem-legacy-encryption",
        ),
    ] {
        fails(text, code);
    }
}

#[test]
fn a_bare_secret_is_its_bytes() {
    for text in [
        "secret",
        "secret\n",
        " secret ",
        "\"secret\"",
        "\u{feff}secret",
        "a=b",
        "c2VjcmV0",
        "30820122",
        "deadbeef",
        "é",
        "{not json",
        "user:password",
        "BEGIN ",
        " ",
        "\n",
    ] {
        is_secret(text, text.as_bytes());
    }
}

#[test]
fn nothing_given_is_nothing_read() {
    assert_eq!(read(""), KeyReading::default());
}

#[test]
fn a_line_break_at_the_end_is_kept_and_told() {
    let reading = read("secret\r\n");
    assert_eq!(reading.read_as[0].fact("count"), Some(&8_usize.into()));
    assert_eq!(codes(&reading.warnings), ["key-secret-line-break"]);
}

#[test]
fn the_person_chooses_the_reading() {
    for (text, reading, bytes) in [
        ("c2VjcmV0", SecretReading::Base64, &b"secret"[..]),
        ("c2VjcmV0", SecretReading::Base64url, b"secret"),
        ("736563726574", SecretReading::Hex, b"secret"),
        ("JWT_SECRET=c2VjcmV0", SecretReading::Base64, b"secret"),
    ] {
        let read = read_with(text, reading);
        assert_eq!(
            read.keys[0].material,
            Material::Oct(Secret::new(bytes.to_vec()))
        );
    }
    let read = read_with("not hex", SecretReading::Hex);
    assert_eq!(read.keys, []);
    assert_eq!(codes(&read.faults), ["key-secret-not-hex"]);
}

#[test]
fn settings_give_their_value_and_say_so() {
    let env = include_str!("../../../tests/vectors/data/workshop.env");
    let json = include_str!("../../../tests/vectors/data/workshop-appsettings.json");
    let line = format!("JwtSettings__SecretSigningKey={WORKSHOP_SECRET}");
    for text in [env, json, line.as_str()] {
        is_secret(text, WORKSHOP_SECRET.as_bytes());
        let reading = read(text);
        assert_eq!(
            codes(&reading.read_as),
            ["key-read-settings", "key-read-secret-utf8"]
        );
        let name = reading.read_as[0].fact("name");
        assert_eq!(name, Some(&"JwtSettings:SecretSigningKey".into()));
        assert_eq!(reading.read_as[0].fact("count"), Some(&49_usize.into()));
    }
}

#[test]
fn a_jwk_set_keeps_order_and_kids() {
    let reading = read(JWKS);
    assert!(reading.is_set);
    assert_eq!(codes(&reading.read_as), ["key-read-jwks"]);
    let labels: Vec<_> = reading.keys.iter().map(|key| key.facts.label()).collect();
    assert_eq!(labels, ["EC P-384".into(), "RSA 2048".into()]);
    assert_eq!(reading.keys[1].facts.index, 1);
    for key in &reading.keys {
        assert_eq!(
            key.facts.kid.as_deref(),
            Some(key.facts.thumbprint.as_str())
        );
    }
}

#[test]
fn a_set_skips_what_it_cannot_read_and_says_why() {
    let reading = read(
        r#"{"keys":[{"kty":"XYZ","kid":"a"},{"kty":"oct","k":"AAEC","kid":"b"},{"kty":"oct","k":"AAED","kid":"b"},7]}"#,
    );
    assert_eq!(reading.keys.len(), 2);
    assert_eq!(
        codes(&reading.faults),
        [
            "key-jwks-skipped",
            "key-jwk-unknown-kty",
            "key-jwks-skipped",
            "key-jwk-not-object"
        ]
    );
    assert_eq!(codes(&reading.warnings), ["key-jwks-repeated-kid"]);
    assert_eq!(reading.keys[0].facts.index, 1);
}

#[test]
fn other_json() {
    fails(r#"{"keys":[]}"#, "key-jwks-empty");
    fails(r#"{"keys":{}}"#, "key-jwks-not-array");
    fails(r#"{"kty":"oct"}"#, "key-jwk-missing-member");
    fails(r#"{"a":1}"#, "key-json-without-key");
    fails("[]", "key-json-without-key");
    fails(r#"{"kty":"oct","k":"AAEC",}"#, "key-json-damaged");
    fails(
        r#"{"issuer":"https://a.example","jwks_uri":"https://a.example/jwks"}"#,
        "key-discovery",
    );
    let inside = read(r#"{"a":{"jwk":{"kty":"oct","k":"AAEC"}}}"#);
    assert_eq!(inside.keys.len(), 1);
    assert!(codes(&inside.read_as).contains(&"key-note-inside-json"));
    let array = read(r#"[{"kty":"oct","k":"AAEC"}]"#);
    assert!(array.is_set);
}

#[test]
fn certificates_by_kid() {
    let text = format!("{{\"kid1\":{}}}", crate::json::quote(CERTIFICATE));
    let reading = read(&text);
    assert!(reading.is_set);
    assert_eq!(reading.keys[0].facts.kid.as_deref(), Some("kid1"));
}

#[test]
fn garbage_never_panics() {
    for text in [
        "-----BEGIN",
        "-----BEGIN -----",
        "-----END X-----",
        "----- BEGIN A-----B-----END",
        "MII",
        "{\"kty\"",
        "{\"keys\":[",
        "ssh-rsa",
        "=",
        ":",
        "\"",
        "\\",
        "30",
        "\0",
        "\u{202e}",
        "LS0t",
        "eyJ",
    ] {
        read(text);
        read_with(text, SecretReading::Base64);
        read_with(text, SecretReading::Base64url);
        read_with(text, SecretReading::Hex);
    }
}
