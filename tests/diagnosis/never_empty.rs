//! A diagnosis never comes out empty: whatever fails, there is a change that mends it, a certain
//! cause, or what was tried, counted, with what to check next.

use crate::ask::{Row, question, row, verdict};
use crate::encrypted::{self, ways};
use crate::material::{FAMILIES, OTHER_RSA, PAYLOAD, X25519, hmac, joined, jwk, of, parts};
use jwt_debugger::base64url;
use jwt_debugger::diagnosis::{Budget, Diagnosis, diagnose};
use jwt_debugger::diagnostic::Fact;
use jwt_debugger::inspect::inspect;
use jwt_debugger::verify::SignatureState;

const NEVER: crate::ask::Expect = crate::ask::Expect::Nothing;

/// Keys that are right for nothing, or cannot be read.
fn keys() -> Vec<(&'static str, String)> {
    let sealed = include_str!("../../src/crypto/containers/fixtures/encrypted-3des-sha1.pem");
    [
        ("a secret", "wrong"),
        ("base64 in quotes", "\"3q2+7w==\""),
        ("an RSA key", OTHER_RSA),
        ("a key of ECDSA", of("ES256").public),
        ("X25519", X25519),
        ("a sealed key", sealed),
        (
            "PEM of nothing",
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
        ),
        (
            "PEM cut off",
            "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE",
        ),
        (
            "a certificate request",
            "-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n-----END CERTIFICATE REQUEST-----",
        ),
        (
            "PGP",
            "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQENBF\n-----END PGP PUBLIC KEY BLOCK-----",
        ),
        ("JSON cut off", "{\"kty\":"),
        ("JSON of nothing", "{}"),
        ("an empty list", "[]"),
        ("an empty set", "{\"keys\":[]}"),
        ("a set of nothing", "{\"keys\":[{}]}"),
        ("a set that is none", "{\"keys\":1}"),
        (
            "a discovery document",
            "{\"jwks_uri\":\"https://issuer.example/jwks\"}",
        ),
        ("kty unheard of", "{\"kty\":\"X\",\"x\":\"AA\"}"),
        (
            "EC without y",
            "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\"}",
        ),
        ("an empty secret", "{\"kty\":\"oct\",\"k\":\"\"}"),
        ("a space", " "),
        ("another token", "eyJhbGciOiJIUzI1NiJ9.e30.AAAA"),
    ]
    .map(|(name, text)| (name, text.to_owned()))
    .into()
}

/// Signed tokens, whole and broken.
fn signed() -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for family in FAMILIES {
        all.push((family.alg.to_owned(), family.token()));
    }
    let token = of("ES256").token();
    let [header, payload, signature] = parts(&token);
    let head = |json: &str| {
        format!(
            "{}.{payload}.{signature}",
            base64url::encode(json.as_bytes())
        )
    };
    let unheard = head(r#"{"alg":"HS1"}"#);
    let json = |rest: &str| format!(r#"{{"payload":"{payload}",{rest}}}"#);
    let one = format!(r#"{{"protected":"{header}","signature":"{signature}"}}"#);
    let more = [
        ("alg unheard of", unheard),
        ("alg missing", head("{}")),
        ("alg of encryption", head(r#"{"alg":"RSA-OAEP"}"#)),
        ("alg a number", head(r#"{"alg":1}"#)),
        ("crit", head(r#"{"alg":"ES256","crit":["x"],"x":1}"#)),
        ("names twice", head(r#"{"alg":"ES256","alg":"ES256"}"#)),
        ("b64 without crit", head(r#"{"alg":"ES256","b64":false}"#)),
        ("header no JSON", format!("AAAA.{payload}.{signature}")),
        ("header no object", head("[]")),
        ("payload no JSON", format!("{header}.AAAA.{signature}")),
        ("payload empty", format!("{header}..{signature}")),
        ("signature empty", format!("{header}.{payload}.")),
        ("header alone", header.to_owned()),
        ("two parts", format!("{header}.{payload}")),
        ("first dot missing", token.replacen('.', "", 1)),
        ("no dots", token.replace('.', "")),
        ("four parts", format!("{token}.AAAA")),
        ("six parts", format!("{token}.AAAA.BBBB.CCCC")),
        ("an SD-JWT", format!("{token}~AAAA~")),
        (
            "flattened",
            json(&format!(
                r#""protected":"{header}","signature":"{signature}""#
            )),
        ),
        ("general", json(&format!(r#""signatures":[{one}]"#))),
        (
            "general, two",
            json(&format!(r#""signatures":[{one},{one}]"#)),
        ),
        ("general, none", json(r#""signatures":[]"#)),
        ("no signature", json(&format!(r#""protected":"{header}""#))),
        (
            "detached JSON",
            format!(r#"{{"protected":"{header}","signature":"{signature}"}}"#),
        ),
        (
            "JSON cut off",
            json(&format!(
                r#""protected":"{header}","signature":"{signature}"#
            )),
        ),
        ("a character", format!("{}!{}", &token[..40], &token[40..])),
        ("cut off", token[..token.len() - 30].to_owned()),
        ("dots alone", "..".to_owned()),
        ("words", "hello there".to_owned()),
        ("a word", "hello".to_owned()),
        ("a JSON object", r#"{"sub":"a"}"#.to_owned()),
        (
            "a header in clear",
            format!(r#"{{"alg":"ES256"}}.{payload}.{signature}"#),
        ),
        ("a payload in clear", PAYLOAD.to_owned()),
        ("lower case", token.to_lowercase()),
        ("shortened", format!("{}...", &token[..40])),
        ("of a secret", hmac("HS256", b"right")),
        ("unsigned input", joined(r#"{"alg":"HS256"}"#, "{}")),
    ];
    all.extend(more.map(|(name, paste)| (name.to_owned(), paste)));
    all
}

/// Encrypted tokens, whole and broken.
fn encrypted() -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for way in ways() {
        let name = format!("{} {}", way.alg, way.enc);
        let token = way.token();
        let last = token.rfind('.').unwrap();
        all.push((
            format!("{name}, last dot"),
            format!("{}{}", &token[..last], &token[last + 1..]),
        ));
        all.push((format!("{name}, first dot"), token.replacen('.', "", 1)));
        all.push((name, token));
    }
    let token = ways()[2].token();
    let [header, key, iv, text, tag] = token.split('.').collect::<Vec<_>>()[..] else {
        panic!("five parts");
    };
    let head = |json: &str| {
        format!(
            "{}.{key}.{iv}.{text}.{tag}",
            base64url::encode(json.as_bytes())
        )
    };
    let json = |rest: &str| {
        format!(
            r#"{{"protected":"{header}","iv":"{iv}","ciphertext":"{text}","tag":"{tag}"{rest}}}"#
        )
    };
    let more = [
        ("alg unheard of", head(r#"{"alg":"X","enc":"A128GCM"}"#)),
        ("enc unheard of", head(r#"{"alg":"A128KW","enc":"X"}"#)),
        ("enc missing", head(r#"{"alg":"A128KW"}"#)),
        ("alg missing", head(r#"{"enc":"A128GCM"}"#)),
        (
            "crit",
            head(r#"{"alg":"A128KW","enc":"A128GCM","crit":["x"],"x":1}"#),
        ),
        (
            "names twice",
            head(r#"{"alg":"A128KW","enc":"A128GCM","enc":"A128GCM"}"#),
        ),
        (
            "zip unheard of",
            head(r#"{"alg":"A128KW","enc":"A128GCM","zip":"X"}"#),
        ),
        ("epk missing", head(r#"{"alg":"ECDH-ES","enc":"A128GCM"}"#)),
        (
            "p2s missing",
            head(r#"{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":1000}"#),
        ),
        (
            "too many rounds",
            head(
                r#"{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":9000000,"p2s":"AAAAAAAAAAA"}"#,
            ),
        ),
        ("header no JSON", format!("AAAA.{key}.{iv}.{text}.{tag}")),
        ("four parts", format!("{header}.{key}.{iv}.{text}")),
        ("six parts", format!("{token}.AAAA.BBBB")),
        ("parts all empty", format!("{header}....")),
        ("a character", format!("{header}.{key}.{iv}.!{text}.{tag}")),
        ("flattened", json(&format!(r#","encrypted_key":"{key}""#))),
        (
            "general",
            json(&format!(r#","recipients":[{{"encrypted_key":"{key}"}}]"#)),
        ),
        ("general, none", json(r#","recipients":[]"#)),
        ("no key", json("")),
    ];
    all.extend(more.map(|(name, paste)| (format!("JWE, {name}"), paste)));
    all
}

/// Whether an answer is asked for: the page asks for the reasons then.
fn is_asked(row: &Row) -> bool {
    let inspection = inspect(&row.paste);
    let state = verdict(&inspection, &question(row)).state;
    inspection.tokens.is_empty()
        || matches!(
            state,
            SignatureState::Invalid
                | SignatureState::KeyError
                | SignatureState::Unsupported
                | SignatureState::DecryptFailed
        )
}

/// What is said is a proposal, is certain, or is what was tried.
fn says(found: &[Diagnosis]) -> Result<&'static str, String> {
    let [first, ..] = found else {
        return Err("nothing".to_owned());
    };
    if first.is_verified {
        return Ok("verified");
    }
    if first.is_certain {
        return Ok("certain");
    }
    let tried = first.steps.first().and_then(|step| step.fact("count"));
    match tried {
        Some(Fact::Count(count)) if *count > 0 => Ok("tried"),
        _ => Err(format!("{:?}", first.codes())),
    }
}

fn check(rows: &[Row]) -> usize {
    let mut faults = Vec::new();
    let mut asked = 0;
    for row in rows.iter().filter(|row| is_asked(row)) {
        asked += 1;
        let found = diagnose(&inspect(&row.paste), &question(row), &[], Budget(200));
        if let Err(fault) = says(&found) {
            faults.push(format!("{}: {fault}", row.name));
        }
        for one in &found {
            if let Err(fault) = crate::ask::sentence(one) {
                faults.push(format!("{}: {fault}", row.name));
            }
        }
    }
    let count = faults.len();
    assert!(
        faults.is_empty(),
        "{count} of {asked}:\n{}",
        faults.join("\n")
    );
    asked
}

#[test]
fn a_signed_token() {
    let mut rows = Vec::new();
    for (name, paste) in signed() {
        for (key_name, text) in keys() {
            rows.push(row(format!("{name} with {key_name}"), &paste, &text, NEVER));
        }
    }
    let asked = check(&rows);
    assert!(asked > 900, "{asked}");
}

#[test]
fn an_encrypted_token() {
    let mut rows = Vec::new();
    for (name, paste) in encrypted() {
        for (key_name, text) in keys() {
            rows.push(row(format!("{name} with {key_name}"), &paste, &text, NEVER));
        }
    }
    let asked = check(&rows);
    assert!(asked > 700, "{asked}");
}

/// The right key, and something else that keeps the token from being accepted.
#[test]
fn the_right_key() {
    let mut rows = Vec::new();
    for (name, paste) in signed() {
        for given in [
            of("ES256").public,
            &jwk(of("ES256").public, r#""kid":"a","#),
        ] {
            rows.push(row(name.clone(), &paste, given, NEVER));
        }
    }
    let shared = encrypted::oct(&encrypted::shared(16));
    for (name, paste) in encrypted() {
        rows.push(row(name, &paste, &shared, NEVER));
    }
    let asked = check(&rows);
    assert!(asked > 90, "{asked}");
}
