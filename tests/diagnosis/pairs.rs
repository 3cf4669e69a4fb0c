//! Two faults at once: each is found, and both are named.

use crate::ask::Expect::{Both, Fixed, Proven, Valid};
use crate::ask::{Expect, Row, check, row};
use crate::material::{
    PAYLOAD, der, hex, hmac, joined, jwk, of, parts, signature_of, with_bytes, with_signature,
    wrapped,
};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use jwt_debugger::base64url;

const SECRET: &[u8] = b"\xfb\xff a secret of bytes, not of text \xfe";

fn standard() -> String {
    STANDARD.encode(SECRET)
}

/// Every change of the box's text with every reading of what is left.
#[test]
fn a_text_and_a_reading() {
    let mut rows = Vec::new();
    let readings = [
        (standard(), "secret-read-base64"),
        (URL_SAFE.encode(SECRET), "secret-read-base64url"),
        (hex(SECRET), "secret-read-hex"),
    ];
    for (text, reading) in readings {
        for (given, code) in [
            (format!("\"{text}\""), "secret-quotes"),
            (format!("<{text}>"), "secret-punctuation"),
            (format!("{text},"), "secret-punctuation"),
            (format!("\u{feff}{text}"), "secret-byte-order-mark"),
            (format!("MY_VALUE={text}"), "secret-name-along"),
            (format!("export MY_VALUE='{text}'\n"), "secret-name-along"),
            (format!("{text} # mine"), "secret-comment-along"),
            (format!("{text}\\n"), "secret-escapes"),
            (format!("{text}\u{200b}"), "secret-invisible"),
            (
                text.replace('=', "%3D")
                    .replace('+', "%2B")
                    .replace('/', "%2F"),
                "secret-percent-encoded",
            ),
        ] {
            if given == text {
                continue;
            }
            let steps: &'static [&'static str] = Box::leak(Box::new([code, reading]));
            let name = format!("{code} and {reading}");
            rows.push(row(name, &hmac("HS256", SECRET), &given, Fixed(steps)));
        }
        // White space does not count in any of these readings.
        let one: &'static [&'static str] = Box::leak(Box::new([reading]));
        let name = format!("newline and {reading}");
        rows.push(row(
            name,
            &hmac("HS256", SECRET),
            &format!("{text}\n"),
            Fixed(one),
        ));
    }
    check(&rows);
}

#[test]
fn a_secret_and_something_else() {
    let token = hmac("HS256", SECRET);
    let text = standard();
    let [header, payload, signature] = parts(&token);
    let raw = signature_of(&token);
    let other_hash = {
        let family = of("HS512");
        let input = joined(&of("HS256").header(), PAYLOAD);
        let jwk = format!(r#"{{"kty":"oct","k":"{}"}}"#, base64url::encode(SECRET));
        let signature = crate::material::sign(family.alg, &jwk, input.as_bytes());
        format!("{input}.{}", base64url::encode(&signature))
    };
    let signed = |header: &str, input: &str| {
        let jwk = format!(r#"{{"kty":"oct","k":"{}"}}"#, base64url::encode(SECRET));
        let signature = crate::material::sign("HS256", &jwk, input.as_bytes());
        format!(
            "{}.{}",
            joined(header, PAYLOAD),
            base64url::encode(&signature)
        )
    };
    let head = of("HS256").header();
    let respaced = PAYLOAD
        .replace(':', ": ")
        .replace(',', ", ")
        .replace(": //", "://");
    let rows: Vec<(&str, String, Expect)> = vec![
        (
            "cut off",
            with_bytes(&token, |raw| raw[..20].to_vec()),
            Fixed(&["secret-read-base64", "token-cut-off-completed"]),
        ),
        (
            "other hash",
            other_hash,
            Proven(&["secret-read-base64", "algorithm-other"]),
        ),
        (
            "signature in hex",
            with_signature(&token, &hex(&raw)),
            Fixed(&["secret-read-base64", "signature-hex"]),
        ),
        (
            "encoded twice",
            with_signature(&token, &base64url::encode(signature.as_bytes())),
            Fixed(&["secret-read-base64", "signature-encoded-twice"]),
        ),
        (
            "signature padded",
            with_signature(&token, &URL_SAFE.encode(&raw)),
            Fixed(&["token-alphabet", "secret-read-base64"]),
        ),
        (
            "zero-width space",
            format!("{}\u{200b}{}", &token[..30], &token[30..]),
            Fixed(&["secret-read-base64", "token-invisible"]),
        ),
        (
            "ideographic dots",
            token.replace('.', "\u{3002}"),
            Fixed(&["secret-read-base64", "token-homoglyphs"]),
        ),
        (
            "missing dot",
            format!("{header}.{payload}{signature}"),
            Fixed(&["secret-read-base64", "token-dots"]),
        ),
        (
            "doubled dot",
            token.replacen('.', "..", 1),
            Fixed(&["secret-read-base64", "token-dots"]),
        ),
        (
            "first letter missing",
            token[1..].to_owned(),
            Fixed(&["token-start-missing", "secret-read-base64"]),
        ),
        (
            "wrapped with Bearer",
            format!("Bearer {}", wrapped(&token, 76, "\n")),
            Fixed(&["secret-read-base64"]),
        ),
        (
            "percent-encoded",
            token.replace('.', "%2E"),
            Fixed(&["secret-read-base64"]),
        ),
        (
            "alg in lower case",
            signed(r#"{"alg":"hs256"}"#, &joined(r#"{"alg":"hs256"}"#, PAYLOAD)),
            Proven(&["algorithm-other", "secret-read-base64"]),
        ),
        (
            "signed JSON",
            signed(&head, &format!("{head}.{PAYLOAD}")),
            Proven(&["secret-read-base64", "input-json-text"]),
        ),
        (
            "re-serialised",
            signed(&head, &joined(&head, &respaced)),
            Proven(&["secret-read-base64", "input-reserialised"]),
        ),
    ];
    let rows: Vec<Row> = rows
        .into_iter()
        .map(|(name, paste, expect)| row(name, &paste, &text, expect))
        .collect();
    check(&rows);
}

#[test]
fn two_faults_of_an_asymmetric_token() {
    let mut rows = Vec::new();
    for alg in ["ES256", "ES384", "ES256K"] {
        let family = of(alg);
        let token = family.token();
        let raw = signature_of(&token);
        let der = der(&raw);
        let half = raw.len() / 2;
        let mut add = |fault: &str, paste: String, expect: Expect| {
            rows.push(row(
                format!("{alg}: {fault}"),
                &paste,
                family.public,
                expect,
            ));
        };
        let standard = STANDARD.encode(&der);
        let is_same = standard == base64url::encode(&der);
        add(
            "DER in standard base64",
            with_signature(&token, &standard),
            if is_same {
                Fixed(&["signature-der"])
            } else {
                Fixed(&["token-alphabet", "signature-der"])
            },
        );
        add(
            "DER, encoded twice",
            with_signature(
                &token,
                &base64url::encode(base64url::encode(&der).as_bytes()),
            ),
            Fixed(&["signature-encoded-twice", "signature-der"]),
        );
        let swapped = [&raw[half..], &raw[..half]].concat();
        add(
            "swapped, in hex",
            with_signature(&token, &hex(&swapped)),
            Fixed(&["signature-hex", "signature-swapped"]),
        );
        let in_der = with_bytes(&token, crate_der);
        add(
            "DER and a missing dot",
            in_der.replacen('.', "", 1),
            Fixed(&["token-dots", "signature-der"]),
        );
        add(
            "DER and homoglyphs",
            in_der.replace('.', "\u{3002}"),
            Fixed(&["token-homoglyphs", "signature-der"]),
        );
        add(
            "wrapped with Bearer",
            format!("Bearer\n{}", wrapped(&token, 76, "\r\n")),
            Valid,
        );
        let bytes = family.sign(format!("{}.{}", family.header(), PAYLOAD).as_bytes());
        let over_json = format!(
            "{}.{}",
            joined(&family.header(), PAYLOAD),
            base64url::encode(&crate_der(bytes))
        );
        add(
            "DER over the JSON texts",
            over_json,
            Proven(&["signature-der", "input-json-text"]),
        );
    }
    check(&rows);
}

fn crate_der(raw: Vec<u8>) -> Vec<u8> {
    der(&raw)
}

/// The text of the key is repaired in one step; the other is what happened to the token.
#[test]
fn a_damaged_key_and_a_damaged_token() {
    let mut rows = Vec::new();
    for alg in ["ES256", "RS256", "EdDSA"] {
        let family = of(alg);
        let token = family.token();
        let public = jwk(family.public, "");
        let in_hex = with_signature(&token, &hex(&signature_of(&token)));
        let unseen = format!("{}\u{200b}{}", &token[..30], &token[30..]);
        let head = family.header();
        let signature = family.sign(format!("{head}.{PAYLOAD}").as_bytes());
        let over_json = format!(
            "{}.{}",
            joined(&head, PAYLOAD),
            base64url::encode(&signature)
        );
        let kty = ["EC", "RSA", "OKP"].into_iter();
        let quoted = kty.map(|kty| format!("\"{kty}\""));
        let lower = quoted.fold(public.clone(), |text, kty| {
            text.replace(&kty, &kty.to_lowercase())
        });
        for (fault, given) in [
            ("trailing comma", public.replace('}', ",}")),
            ("curly quotes", public.replace('"', "\u{201d}")),
            ("brace missing", public.replace('}', "")),
            ("escaped", public.replace('"', "\\\"")),
        ] {
            let mut add = |other: &str, paste: &str, expect| {
                let name = format!("{alg}: {fault} and {other}");
                rows.push(row(name, paste, &given, expect));
            };
            add(
                "hex",
                &in_hex,
                Fixed(&["key-text-repaired", "signature-hex"]),
            );
            add(
                "dot",
                &token.replacen('.', "", 1),
                Both(&["token-dots", "key-text-repaired"]),
            );
            add(
                "unseen",
                &unseen,
                Both(&["token-invisible", "key-text-repaired"]),
            );
            add(
                "JSON",
                &over_json,
                Proven(&["key-text-repaired", "input-json-text"]),
            );
        }
        let steps = Fixed(&["key-jwk-values", "signature-hex"]);
        rows.push(row(format!("{alg}: kty and hex"), &in_hex, &lower, steps));
    }
    check(&rows);
}

/// What the box encodes has a fault of its own.
#[test]
fn a_reading_and_a_text() {
    let secret = "a s\u{e9}cret of words + more";
    let token = hmac("HS256", secret.as_bytes());
    let mut rows = Vec::new();
    for (text, code) in [
        (format!("\"{secret}\""), "secret-quotes"),
        (format!("MY_VALUE={secret}"), "secret-name-along"),
        (secret.replace('+', "%2B"), "secret-percent-encoded"),
        (secret.replace('\u{e9}', "e\u{301}"), "secret-normalisation"),
        (format!("\u{feff}{secret}"), "secret-byte-order-mark"),
    ] {
        for (given, reading) in [
            (STANDARD.encode(&text), "secret-read-base64"),
            (hex(text.as_bytes()), "secret-read-hex"),
        ] {
            let steps: &'static [&'static str] = Box::leak(Box::new([reading, code]));
            rows.push(row(
                format!("{reading} of {code}"),
                &token,
                &given,
                Fixed(steps),
            ));
        }
        let given = format!(
            r#"{{"kty":"oct","k":"{}"}}"#,
            base64url::encode(text.as_bytes())
        );
        let steps: &'static [&'static str] = Box::leak(Box::new([code]));
        rows.push(row(format!("k of {code}"), &token, &given, Fixed(steps)));
    }
    let utf16: Vec<u8> = secret.encode_utf16().flat_map(u16::to_le_bytes).collect();
    rows.push(row(
        "PowerShell",
        &token,
        &STANDARD.encode(utf16),
        Fixed(&["secret-read-base64", "secret-read-from-utf16"]),
    ));
    rows.push(row(
        "the newline at the signer",
        &hmac("HS256", format!("{secret}\n").as_bytes()),
        &STANDARD.encode(secret),
        Fixed(&["secret-read-base64", "secret-missing-newline"]),
    ));
    check(&rows);
}

#[test]
fn two_faults_of_the_token() {
    let mut rows = Vec::new();
    for alg in ["HS256", "ES256", "RS256"] {
        let family = of(alg);
        let token = family.token();
        let last = token.rfind('.').unwrap();
        let without_last = format!("{}{}", &token[..last], &token[last + 1..]);
        let unseen = format!("{}\u{200b}{}", &token[..30], &token[30..]);
        let mut add = |fault: &str, paste: String, steps: &'static [&'static str; 2]| {
            let name = format!("{alg}: {fault}");
            rows.push(row(name, &paste, family.public, Both(steps)));
        };
        add(
            "first dot and a zero-width space",
            unseen.replacen('.', "", 1),
            &["token-invisible", "token-dots"],
        );
        add(
            "last dot and an ideographic one",
            without_last.replace('.', "\u{3002}"),
            &["token-homoglyphs", "token-dots"],
        );
    }
    check(&rows);
}
