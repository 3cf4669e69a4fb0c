//! Faults in a bare secret: its text, its reading, its encoding.

use crate::ask::Expect::{Fixed, Nothing, Valid};
use crate::ask::{Row, check, row};
use crate::material::{hex, hmac, hs256, key_read};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use jwt_debugger::keys::SecretReading;
use sha2::{Digest, Sha256, Sha512};

/// What signed, what is in the box, what must be said.
type Fault<'a> = (&'a [u8], &'a str, &'static str);

const PLAIN: &str = "s3cret! of the test";

fn rows_of(faults: &[Fault<'_>]) -> Vec<Row> {
    let mut rows = Vec::new();
    for (secret, given, code) in faults {
        for alg in ["HS256", "HS512"] {
            // One of a few short lists, so that the codes can live as long as the program.
            let expect = if code.is_empty() {
                Valid
            } else {
                Fixed(std::slice::from_ref(Box::leak(Box::new(*code))))
            };
            let name = format!("{alg}: {given:?}");
            rows.push(row(name, &hmac(alg, secret), given, expect));
        }
    }
    rows
}

#[test]
fn what_stands_around_the_secret() {
    let secret = PLAIN.as_bytes();
    let given = |before: &str, after: &str| format!("{before}{PLAIN}{after}");
    let faults: Vec<(String, &'static str)> = vec![
        (given("", "\n"), "secret-trailing-newline"),
        (given("", "\r\n"), "secret-trailing-newline"),
        (given("", "\r"), "secret-trailing-newline"),
        (given(" ", ""), "secret-white-space"),
        (given("\t", " "), "secret-white-space"),
        (given("", "\u{a0}"), "secret-white-space"),
        (given("\"", "\""), "secret-quotes"),
        (given("'", "'"), "secret-quotes"),
        (given("`", "`"), "secret-quotes"),
        (given("```", "```"), "secret-quotes"),
        (given("\u{201c}", "\u{201d}"), "secret-quotes"),
        (given("\u{2018}", "\u{2019}"), "secret-quotes"),
        (given("\u{201e}", "\u{201c}"), "secret-quotes"),
        (given("\"", "\","), "secret-quotes"),
        (given("\"", ""), "secret-quotes"),
        (given("<", ">"), "secret-punctuation"),
        (given("[", "]"), "secret-punctuation"),
        (given("(", ")"), "secret-punctuation"),
        (given("{", "}"), "secret-punctuation"),
        (given("${", "}"), "secret-punctuation"),
        (given("", ","), "secret-punctuation"),
        (given("", ";"), "secret-punctuation"),
        (given("", "."), "secret-punctuation"),
        (given("\u{feff}", ""), "secret-byte-order-mark"),
        (given("\u{200b}", ""), "secret-invisible"),
        (given("", "\u{200b}"), "secret-invisible"),
        (given("MY_VALUE=", ""), "secret-name-along"),
        (given("export MY_VALUE=", ""), "secret-name-along"),
        (given("export MY_VALUE=\"", "\"\n"), "secret-name-along"),
        (given("value: ", ""), "secret-name-along"),
        (given("value: \"", "\""), "secret-name-along"),
        (given("\"value\": \"", "\","), "secret-name-along"),
        (given("", " # the one for tests"), "secret-comment-along"),
        (given("JWT_SECRET=", ""), ""),
        (given("export JWT_SECRET=", ""), ""),
        (given("JWT_SECRET: ", ""), ""),
    ];
    let faults: Vec<Fault<'_>> = faults
        .iter()
        .map(|(given, code)| (secret, given.as_str(), *code))
        .collect();
    check(&rows_of(&faults));
}

#[test]
fn what_the_signer_has_around_it() {
    let with = |text: &str| text.replace("{}", PLAIN).into_bytes();
    let faults = [
        (with("{}\n"), "secret-missing-newline"),
        (with("{}\r\n"), "secret-missing-newline"),
        (with("\u{feff}{}"), "secret-byte-order-mark"),
        (with("\"{}\""), "secret-quotes"),
        (with("'{}'"), "secret-quotes"),
    ];
    let faults: Vec<Fault<'_>> = faults
        .iter()
        .map(|(secret, code)| (secret.as_slice(), PLAIN, *code))
        .collect();
    check(&rows_of(&faults));
}

#[test]
fn another_reading_of_its_text() {
    let secret: Vec<u8> = Sha256::digest("any").to_vec();
    let upper = hex(&secret).to_uppercase();
    let base32 = base32(&secret);
    let colons: Vec<String> = secret.iter().map(|byte| format!("{byte:02X}")).collect();
    let numbers: Vec<String> = secret.iter().map(u8::to_string).collect();
    let twice = STANDARD.encode(STANDARD.encode(&secret));
    let lines = crate::material::wrapped(&STANDARD.encode(&secret), 20, "\n");
    let faults: Vec<(String, &'static str)> = vec![
        (STANDARD.encode(&secret), "secret-read-base64"),
        (STANDARD_NO_PAD.encode(&secret), "secret-read-base64"),
        (lines, "secret-read-base64"),
        (URL_SAFE.encode(&secret), "secret-read-base64url"),
        (URL_SAFE_NO_PAD.encode(&secret), "secret-read-base64url"),
        (hex(&secret), "secret-read-hex"),
        (upper, "secret-read-hex"),
        (format!("0x{}", hex(&secret)), "secret-read-hex"),
        (colons.join(":"), "secret-read-hex"),
        (base32.clone(), "secret-read-base32"),
        (base32.to_lowercase(), "secret-read-base32"),
        (twice, "secret-encoded-again"),
        (STANDARD.encode(hex(&secret)), "secret-encoded-again"),
        (
            hex(STANDARD.encode(&secret).as_bytes()),
            "secret-encoded-again",
        ),
        (format!("[{}]", numbers.join(", ")), "secret-read-byte-list"),
    ];
    // Neither alphabet of base64 is told apart where none of its own characters occurs.
    assert!(STANDARD.encode(&secret).contains(['+', '/']));
    let faults: Vec<Fault<'_>> = faults
        .iter()
        .map(|(given, code)| (secret.as_slice(), given.as_str(), *code))
        .collect();
    check(&rows_of(&faults));
}

fn base32(bytes: &[u8]) -> String {
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let bits: Vec<u8> = bytes
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1))
        .collect();
    let characters = bits.chunks(5).map(|chunk| {
        let value = (0..5).fold(0_usize, |value, at| {
            value << 1 | usize::from(chunk.get(at).copied().unwrap_or(0))
        });
        char::from(alphabet[value])
    });
    characters.collect()
}

#[test]
fn letters_and_escapes() {
    let utf16 = |text: &str, big: bool| -> Vec<u8> {
        let units = text.encode_utf16();
        units
            .flat_map(|unit| {
                if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect()
    };
    let marked = [vec![0xfe, 0xff], utf16(PLAIN, true)].concat();
    let (little, big) = (utf16(PLAIN, false), utf16(PLAIN, true));
    let sha512 = Sha512::digest(PLAIN).to_vec();
    let sha256_hex = hex(&Sha256::digest(PLAIN));
    let faults: Vec<Fault<'_>> = vec![
        (&little, PLAIN, "secret-read-utf16"),
        (&big, PLAIN, "secret-read-utf16"),
        (&marked, PLAIN, "secret-read-utf16"),
        (b"caf\xe9 noir", "caf\u{e9} noir", "secret-read-latin1"),
        (
            "caf\u{e9} noir".as_bytes(),
            "caf\u{c3}\u{a9} noir",
            "secret-read-latin1",
        ),
        (b"5\x80 noir", "5\u{20ac} noir", "secret-read-windows-1252"),
        (b"caf? noir", "caf\u{e9} noir", "secret-read-ascii"),
        (
            "caf\u{e9}".as_bytes(),
            "cafe\u{301}",
            "secret-normalisation",
        ),
        (
            "cafe\u{301}".as_bytes(),
            "caf\u{e9}",
            "secret-normalisation",
        ),
        (b"don't", "don\u{2019}t", "secret-typography"),
        (b"S3CRET", "s3cret", "secret-letter-case"),
        (b"a b/c", "a%20b%2Fc", "secret-percent-encoded"),
        (b"a%20b%2Fc", "a b/c", "secret-percent-encoded"),
        (b"a<b>&c", "a&lt;b&gt;&amp;c", "secret-html-escaped"),
        (b"a\nb", r"a\nb", "secret-escapes"),
        (br"a\nb", "a\nb", "secret-escapes"),
        (b"a\"b", r#"a\"b"#, "secret-escapes"),
        (b"a$b", "a$$b", "secret-escapes"),
        (b"a\r\nb", "a\nb", "secret-missing-newline"),
        (b"a\nb", "a\r\nb", "secret-trailing-newline"),
        (&sha512, PLAIN, "secret-hashed"),
        (sha256_hex.as_bytes(), PLAIN, "secret-hashed"),
    ];
    check(&rows_of(&faults));
}

#[test]
fn the_switch_beside_the_box_is_wrong() {
    let mut rows = Vec::new();
    let text = "c2VjcmV0IG9mIHRlc3Q";
    for (reading, expect) in [
        (SecretReading::Utf8, Valid),
        (SecretReading::Base64, Fixed(&["secret-read-utf8"])),
        (SecretReading::Base64url, Fixed(&["secret-read-utf8"])),
        (SecretReading::Hex, Fixed(&["secret-read-utf8"])),
    ] {
        rows.push(Row {
            key: key_read(text, reading),
            ..row(format!("{reading:?}"), &hs256(text.as_bytes()), "", expect)
        });
    }
    check(&rows);
}

#[test]
fn keys_that_hold_the_secret() {
    let k = STANDARD.encode("s3cret-of-test");
    let jwk = format!(r#"{{"kty":"oct","k":"{k}"}}"#);
    let pem = include_str!("../../src/crypto/containers/fixtures/p256-pkcs8.pem");
    check(&[
        row(
            "the text of k",
            &hs256(k.as_bytes()),
            &jwk,
            Fixed(&["secret-jwk-text"]),
        ),
        row(
            "the JWK",
            &hs256(jwk.as_bytes()),
            &jwk,
            Fixed(&["secret-jwk-text"]),
        ),
        row(
            "a private PEM",
            &hs256(pem.as_bytes()),
            pem,
            Fixed(&["secret-whole-text"]),
        ),
        row(
            "a private PEM with CRLF",
            &hs256(pem.replace('\n', "\r\n").as_bytes()),
            pem,
            Fixed(&["secret-whole-text"]),
        ),
        row(
            "a line",
            &hs256(b"JWT_SECRET=a"),
            "JWT_SECRET=a",
            Fixed(&["secret-whole-text"]),
        ),
    ]);
}

/// What is near the right secret, and is not it.
#[test]
fn other_secrets() {
    let mut rows = Vec::new();
    let near = [
        "s3cret! of the tes",
        "s3cret! of the test!x",
        "s3cret! of teh test",
        "x",
        "password",
    ];
    for given in near {
        rows.push(row(given, &hs256(PLAIN.as_bytes()), given, Nothing));
    }
    check(&rows);
}
