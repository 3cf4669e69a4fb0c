//! Two faults at once by their kinds: what happened to the secret's text, to the token's text, to
//! the signature, each with other bytes that were signed; and the secret's text with the dots.

use crate::ask::Expect::{Both, Proven};
use crate::ask::{Expect, Row, check, row};
use crate::material::{
    Family, PAYLOAD, SECRET, der, hex, hmac, joined, jwk, of, signature_of, with_bytes,
    with_signature,
};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use jwt_debugger::base64url;

/// What was signed in place of the JWS Signing Input, of header and payload.
type Form = fn(&str, &str) -> Vec<u8>;

/// Other bytes that were signed, and the code for each.
const FORMS: [(&str, Form, &str); 6] = [
    (
        "the JSON texts",
        |header, payload| format!("{header}.{payload}").into_bytes(),
        "input-json-text",
    ),
    (
        "the payload alone",
        |_, payload| base64url::encode(payload.as_bytes()).into_bytes(),
        "input-json-text",
    ),
    (
        "standard base64",
        |header, payload| {
            let encode = |text: &str| STANDARD_NO_PAD.encode(text);
            format!("{}.{}", encode(header), encode(payload)).into_bytes()
        },
        "input-base64",
    ),
    (
        "spaces",
        |header, _| joined(header, &respaced()).into_bytes(),
        "input-reserialised",
    ),
    (
        "lines",
        |header, _| joined(header, &in_lines()).into_bytes(),
        "input-reserialised",
    ),
    (
        "another order",
        |header, _| joined(header, &turned()).into_bytes(),
        "input-reserialised",
    ),
];

fn respaced() -> String {
    PAYLOAD.replace("\":", "\": ").replace(",\"", ", \"")
}

fn in_lines() -> String {
    let inner = PAYLOAD.trim_matches(['{', '}']);
    let lines = inner.replace("\":", "\": ").replace(",\"", ",\r\n  \"");
    format!("{{\r\n  {lines}\r\n}}")
}

/// The members sorted by name.
fn turned() -> String {
    let inner = PAYLOAD.trim_matches(['{', '}']);
    let mut members: Vec<String> = inner
        .split(",\"")
        .map(|member| format!("\"{}", member.trim_start_matches('"')))
        .collect();
    members.sort();
    format!("{{{}}}", members.join(","))
}

fn steps(codes: [&'static str; 2]) -> &'static [&'static str; 2] {
    Box::leak(Box::new(codes))
}

fn signed_over(family: Family, form: Form) -> String {
    family.token_over(form)
}

/// Faults of the secret's text: what is in the box, and its code.
fn texts() -> Vec<(String, &'static str)> {
    vec![
        (format!("{SECRET}\n"), "secret-trailing-newline"),
        (format!("\"{SECRET}\""), "secret-quotes"),
        (format!("{SECRET}\u{200b}"), "secret-invisible"),
        (SECRET.replace(' ', "%20"), "secret-percent-encoded"),
        (STANDARD.encode(SECRET), "secret-read-base64"),
        (hex(SECRET.as_bytes()), "secret-read-hex"),
    ]
}

#[test]
fn the_secret_s_text_and_what_was_signed() {
    let mut rows = Vec::new();
    for alg in ["HS256", "HS512"] {
        for (form_name, form, input) in FORMS {
            let token = signed_over(of(alg), form);
            for (given, text) in texts() {
                let name = format!("{alg}: {text} and {form_name}");
                rows.push(row(name, &token, &given, Proven(steps([text, input]))));
            }
        }
    }
    assert_eq!(rows.len(), 2 * 6 * 6);
    check(&rows);
}

#[test]
fn the_secret_s_text_and_the_dots() {
    let token = hmac("HS256", SECRET.as_bytes());
    let last = token.rfind('.').unwrap();
    let inside = token.find('.').unwrap() + 5;
    let mut rows = Vec::new();
    for (fault, paste) in [
        ("the first is missing", token.replacen('.', "", 1)),
        (
            "the last is missing",
            format!("{}{}", &token[..last], &token[last + 1..]),
        ),
        ("both are missing", token.replace('.', "")),
        ("the first is doubled", token.replacen('.', "..", 1)),
        (
            "one inside the payload",
            format!("{}.{}", &token[..inside], &token[inside..]),
        ),
    ] {
        for (given, text) in texts() {
            let name = format!("{fault} and {text}");
            let expect = Both(steps(["token-dots", text]));
            rows.push(row(name, &paste, &given, expect));
        }
    }
    assert_eq!(rows.len(), 5 * 6);
    check(&rows);
}

/// Faults of the signature's bytes, each with its code.
fn signatures(family: Family, raw: &[u8]) -> Vec<(String, &'static str)> {
    let reversed = |bytes: &[u8]| bytes.iter().rev().copied().collect::<Vec<u8>>();
    let mut all = vec![
        (hex(raw), "signature-hex"),
        (base64url::encode(&reversed(raw)), "signature-little-endian"),
        (
            base64url::encode(base64url::encode(raw).as_bytes()),
            "signature-encoded-twice",
        ),
    ];
    if family.is_ecdsa() {
        let (r, s) = raw.split_at(raw.len() / 2);
        let halves = [reversed(r), reversed(s)].concat();
        all.extend([
            (base64url::encode(&der(raw)), "signature-der"),
            (base64url::encode(&[s, r].concat()), "signature-swapped"),
            (base64url::encode(&halves), "signature-little-endian"),
        ]);
    }
    all
}

fn of_signature_and_input(algs: &[&str], forms: &[usize]) -> Vec<Row> {
    let mut rows = Vec::new();
    for alg in algs {
        let family = of(alg);
        for (form_name, form, input) in forms.iter().map(|at| FORMS[*at]) {
            let token = signed_over(family, form);
            for (text, fault) in signatures(family, &signature_of(&token)) {
                let name = format!("{alg}: {fault} and {form_name}");
                let paste = with_signature(&token, &text);
                let expect: Expect = Proven(steps([fault, input]));
                rows.push(row(name, &paste, family.public, expect));
            }
        }
    }
    rows
}

#[test]
fn the_signature_s_bytes_and_what_was_signed() {
    let algs = ["HS256", "RS256", "PS256", "ES256", "ES256K", "EdDSA"];
    let rows = of_signature_and_input(&algs, &[0, 1, 2, 3, 4, 5]);
    assert_eq!(rows.len(), (4 * 3 + 2 * 6) * 6);
    check(&rows);
}

/// The same where a verification takes longest.
#[test]
fn the_same_on_large_curves() {
    let rows = of_signature_and_input(&["ES384", "ES512"], &[0, 4]);
    assert_eq!(rows.len(), 2 * 6 * 2);
    check(&rows);
}

#[test]
fn the_token_s_text_and_what_was_signed() {
    let mut rows = Vec::new();
    for alg in ["HS256", "ES256", "RS256"] {
        let family = of(alg);
        for (form_name, form, input) in FORMS {
            let token = signed_over(family, form);
            let padded = with_signature(&token, &STANDARD.encode(signature_of(&token)));
            let unseen = format!("{}\u{200b}{}", &token[..30], &token[30..]);
            for (paste, fault) in [
                (token.replacen('.', "", 1), "token-dots"),
                (token.replacen('.', "..", 1), "token-dots"),
                (unseen, "token-invisible"),
                (token.replace('.', "\u{3002}"), "token-homoglyphs"),
                (padded, "token-alphabet"),
            ] {
                let name = format!("{alg}: {fault} and {form_name}");
                let expect = Proven(steps([fault, input]));
                rows.push(row(name, &paste, family.public, expect));
            }
        }
    }
    assert_eq!(rows.len(), 3 * 6 * 5);
    check(&rows);
}

/// A signature of ECDSA whose parts are turned, over a payload that is as it was signed.
#[test]
fn turned_halves_in_hex() {
    let mut rows = Vec::new();
    for alg in ["ES256", "ES256K", "EdDSA"] {
        let family = of(alg);
        let token = family.token();
        let raw = signature_of(&token);
        let (r, s) = raw.split_at(raw.len() / 2);
        let swapped = [s, r].concat();
        let reversed: Vec<u8> = raw.iter().rev().copied().collect();
        let backwards = with_bytes(&token, |_| reversed.clone());
        rows.push(row(
            format!("{alg} swapped"),
            &with_signature(&token, &hex(&swapped)),
            family.public,
            Both(&["signature-hex", "signature-swapped"]),
        ));
        rows.push(row(
            format!("{alg} little-endian, a dot missing"),
            &backwards.replacen('.', "", 1),
            family.public,
            Both(&["token-dots", "signature-little-endian"]),
        ));
    }
    check(&rows);
}

/// The claims in an order that no program makes by itself, and a second fault.
#[test]
fn another_order_and_something_else() {
    let inner = PAYLOAD.trim_matches(['{', '}']);
    let (first, rest) = inner.split_once(",\"iss\"").unwrap();
    let (second, third) = rest.split_once(",\"n\"").unwrap();
    let other = format!("{{\"iss\"{second},{first},\"n\"{third}}}");
    let mut rows = Vec::new();
    for alg in ["HS256", "RS256", "PS256", "ES256", "ES256K", "EdDSA"] {
        let family = of(alg);
        let token = family.token_over(|header, _| joined(header, &other).into_bytes());
        let raw = signature_of(&token);
        let mut add = |paste: &str, given: &str, code: &'static str| {
            let name = format!("{alg}: another order and {code}");
            let expect = Proven(steps([code, "input-reordered"]));
            rows.push(row(name, paste, given, expect));
        };
        let padded = with_signature(&token, &STANDARD.encode(&raw));
        add(&padded, family.public, "token-alphabet");
        add(
            &with_signature(&token, &hex(&raw)),
            family.public,
            "signature-hex",
        );
        add(&token.replacen('.', "", 1), family.public, "token-dots");
        if family.is_hmac() {
            for (given, code) in texts() {
                add(&token, &given, code);
            }
        } else {
            let damaged = jwk(family.public, "").replace('}', ",}");
            add(&token, &damaged, "key-text-repaired");
        }
    }
    assert_eq!(rows.len(), 6 * 3 + 6 + 5);
    check(&rows);
}

#[test]
fn the_first_letter_and_a_look_alike() {
    let token = of("ES256").token();
    let paste = token[1..].replacen('e', "\u{435}", 1);
    let expect = Both(&["token-homoglyphs", "token-start-missing"]);
    check(&[row("both", &paste, of("ES256").public, expect)]);
}
