//! The copies of the report: what the whole one holds, and that of the redacted one nothing that
//! was not allowed survives, in no spelling.
#![allow(clippy::unwrap_used, clippy::panic)]

use jwt_debugger::base64url;
use jwt_debugger::explain::Knowledge;
use jwt_debugger::judge::{Beside, Expectations};
use jwt_debugger::keys::KeyInput;
use jwt_debugger::report::{Redacted, ReportOptions, answer, report};
use jwt_debugger::secret::Secret;
use jwt_debugger::words::Locale;

/// Stands in every value; in base64url it begins with one of three texts, by where it stands.
const CANARY: &str = "CanaryBird";
/// The number 7391 in every number; no size or place in these reports has it.
const NUMBER: &str = "7391";

fn knowledge() -> Knowledge {
    let mut knowledge = Knowledge::core();
    knowledge.load(include_str!("../src/explain/records.tsv"));
    knowledge
}

fn token(header: &str, payload: &str) -> String {
    let encode = |text: &str| base64url::encode(text.as_bytes());
    format!("{}.{}.{}", encode(header), encode(payload), encode(CANARY))
}

fn redacted(paste: &str, key: &str, expect: &str) -> [String; 2] {
    let options = ReportOptions {
        key: KeyInput {
            text: Secret::new(key.to_owned()),
            ..KeyInput::default()
        },
        now: 1_767_225_660,
        expectations: Expectations {
            iss: expect.to_owned(),
            aud: expect.to_owned(),
            sub: expect.to_owned(),
            nonce: expect.to_owned(),
            typ: expect.to_owned(),
            algs: vec![expect.to_owned()],
            ..Expectations::default()
        },
        beside: Beside {
            access_token: Secret::new(expect.to_owned()),
            code: Secret::new(expect.to_owned()),
            key: expect.to_owned(),
        },
        ..ReportOptions::default()
    };
    let locale = Locale::english();
    let report = Redacted::new(&answer(paste, &options), &locale, &knowledge());
    [report.json(), report.markdown(&locale)]
}

/// Neither the canary nor a piece of it, plain or encoded, in either letter case.
#[track_caller]
fn holds_no_canary(text: &str) {
    let lower = text.to_lowercase();
    for shift in 0..3 {
        let shifted = base64url::encode(format!("{}{CANARY}", "x".repeat(shift)).as_bytes());
        let middle: String = shifted.chars().skip(4).take(8).collect();
        assert!(!text.contains(&middle), "{middle} in {text}");
    }
    assert!(!lower.contains("canary"), "{text}");
    assert!(!lower.contains("63616e617279"), "{text}");
    assert!(!text.contains(NUMBER), "{text}");
}

#[test]
fn the_verdicts_are_those_of_the_token_that_was_picked() {
    let paste = format!(
        "{}\n{}",
        token(r#"{"alg":"HS256"}"#, r#"{"exp":1}"#),
        token(r#"{"alg":"none"}"#, r#"{"exp":9999999999}"#)
    );
    for (picked, signature, claims) in [
        (0, "unchecked", "expired"),
        (1, "unsecured", "ok"),
        (7, "unsecured", "ok"),
    ] {
        let options = ReportOptions {
            now: 1_767_225_660,
            token: picked,
            ..ReportOptions::default()
        };
        let report = report(&paste, &options, &Locale::english());
        let report: serde_json::Value = serde_json::from_str(&report.json()).unwrap();
        assert_eq!(report["signature"]["state"], signature, "{picked}");
        assert_eq!(report["claims"]["state"], claims, "{picked}");
    }
    // Nothing to pick from.
    let options = ReportOptions {
        token: 3,
        ..ReportOptions::default()
    };
    assert!(
        report("", &options, &Locale::english())
            .json()
            .contains("empty")
    );
}

#[test]
fn no_value_survives() {
    let header = format!(
        r#"{{"alg":"HS256","typ":"{CANARY}","kid":"{CANARY}","jku":"https://{CANARY}.example","x5t":"{CANARY}","crit":["{CANARY}"],"{CANARY}":"{CANARY}","p2c":{NUMBER}}}"#
    );
    let payload = format!(
        r#"{{"iss":"https://{CANARY}.example","sub":"{CANARY}","aud":["{CANARY}","b"],"jti":"{CANARY}","nonce":"{CANARY}","exp":{NUMBER},"iat":"{CANARY}","nbf":176{NUMBER}00,"{CANARY}":{{"{CANARY}":[{NUMBER}]}},"email":"{CANARY}@example.com","address":{{"street_address":"{CANARY} {NUMBER}"}},"at_hash":"{CANARY}","c_hash":"{CANARY}","cnf":{{"jkt":"{CANARY}"}},"roles":["{CANARY}"],"aud":"{CANARY}"}}"#
    );
    let whole = token(&header, &payload);
    let unsecured = token(&format!(r#"{{"alg":"none","kid":"{CANARY}"}}"#), &payload);
    let foreign = token(&format!(r#"{{"alg":"{CANARY}"}}"#), &payload);
    let signed = jwk_token(&payload);
    let general = format!(
        r#"{{"payload":"{}","signatures":[{{"protected":"{}","header":{{"kid":"{CANARY}"}},"signature":"{}"}}]}}"#,
        base64url::encode(payload.as_bytes()),
        base64url::encode(header.as_bytes()),
        base64url::encode(CANARY.as_bytes()),
    );
    let disclosure = base64url::encode(format!(r#"["{CANARY}","{CANARY}","{CANARY}"]"#).as_bytes());
    let sd_jwt = format!("{whole}~{disclosure}~");
    let jwe =
        "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA";
    let damaged = whole.replacen('.', "", 1);
    let pasted =
        format!("curl -H 'Authorization: Bearer {whole}' https://{CANARY}.example/{CANARY}");
    let broken = token(&header, &format!(r#"{{"iss":"{CANARY}","#));
    let pastes = [
        &whole, &unsecured, &foreign, &signed, &general, &sd_jwt, jwe, &damaged, &pasted, &broken,
        CANARY, "",
    ];
    let jwks = format!(r#"{{"keys":[{{"kty":"oct","kid":"{CANARY}","k":"{CANARY}"}}]}}"#);
    let settings = format!("JWT_SECRET={CANARY}");
    let discovery = format!(r#"{{"issuer":"https://{CANARY}","jwks_uri":"https://{CANARY}/k"}}"#);
    let keys = [
        "",
        CANARY,
        &jwks,
        &settings,
        &discovery,
        r#"{"kty":"#,
        include_str!("../src/crypto/containers/fixtures/p256-spki.pem"),
        include_str!("../src/crypto/containers/fixtures/p256-certificate.pem"),
    ];
    let mut count = 0;
    for paste in pastes {
        for key in keys {
            for text in redacted(paste, key, CANARY) {
                holds_no_canary(&text);
                count += 1;
            }
        }
    }
    assert_eq!(count, pastes.len() * keys.len() * 2);
    // The canary sings where nothing is left out.
    let all = report(&whole, &ReportOptions::default(), &Locale::english());
    assert!(all.json().contains(CANARY) && all.json().contains(NUMBER));
}

/// A token with its own key, so that its numbers are in the report's reach.
fn jwk_token(payload: &str) -> String {
    let k = base64url::encode(CANARY.repeat(4).as_bytes());
    let header = format!(r#"{{"alg":"HS256","jwk":{{"kty":"oct","k":"{k}","kid":"{CANARY}"}}}}"#);
    token(&header, payload)
}

/// A diagnosis names what was changed, not the secret or the token that came of it.
#[test]
fn no_value_survives_in_a_proposal() {
    let secret = format!("{CANARY} {NUMBER}");
    let sign = |secret: &str, header: &str, payload: &str| {
        use jwt_debugger::crypto;
        use jwt_debugger::jose::algorithms::signature_algorithm;
        use jwt_debugger::keys::Material;
        use rand_core::SeedableRng;
        let encode = |text: &str| base64url::encode(text.as_bytes());
        let input = format!("{}.{}", encode(header), encode(payload));
        let material = Material::Oct(Secret::new(secret.as_bytes().to_vec()));
        let scheme = signature_algorithm("HS256").unwrap().scheme;
        let mut rng = rand_chacha::ChaCha8Rng::seed_from_u64(1);
        let mac = crypto::sign(scheme, &material, input.as_bytes(), &mut rng).unwrap();
        format!("{input}.{}", base64url::encode(&mac))
    };
    let header = format!(r#"{{"alg":"HS256","kid":"{CANARY}"}}"#);
    let right = sign(&secret, &header, &format!(r#"{{"sub":"{CANARY}"}}"#));
    let missing: String = right.chars().skip(3).collect();
    let edited = {
        let kid =
            base64url::encode(format!(r#"{{"alg":"HS256","kid":"{CANARY}","x":1}}"#).as_bytes());
        format!("{kid}.{}", right.split_once('.').unwrap().1)
    };
    for (paste, key, code) in [
        (right.clone(), format!("\"{secret}\"\n"), "secret-quotes"),
        (right.clone(), format!("NAME={secret}"), "secret-name-along"),
        (missing, secret.clone(), "token-start-missing"),
        (edited, secret.clone(), "token-header-edited"),
    ] {
        for text in redacted(&paste, &key, "") {
            assert!(text.contains(code), "{code} not in {text}");
            holds_no_canary(&text);
        }
    }
}

#[test]
fn what_is_allowed_stays() {
    let header = r#"{"alg":"ES256","typ":"JWT","kid":"k","own":1}"#;
    let payload = r#"{"iss":"i","exp":1,"aud":["a","b"],"own":{"a":1},"email_verified":true}"#;
    let [json, markdown] = redacted(&token(header, payload), "", "");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let member = |part: &str, at: usize| json["tokens"][0][part][at].clone();
    assert_eq!(member("header", 0)["value"], "ES256");
    assert_eq!(member("header", 1)["value"], "JWT");
    assert_eq!(member("header", 2)["name"], "kid");
    assert_eq!(member("header", 2)["value"], serde_json::Value::Null);
    assert_eq!(member("header", 3)["name"], "");
    assert_eq!(member("payload", 0)["name"], "iss");
    assert_eq!(member("payload", 1)["type"], "number");
    assert_eq!(member("payload", 2)["count"], 2);
    assert_eq!(member("payload", 3)["name"], "");
    assert_eq!(member("payload", 3)["type"], "object");
    assert_eq!(member("payload", 4)["type"], "boolean");
    assert_eq!(json["claims"]["state"], "expired");
    assert_eq!(json["signature"]["state"], "unchecked");
    for text in [
        "| alg | string | ES256 |",
        "| kid | string |  |",
        "| aud | array (2) |",
    ] {
        assert!(markdown.contains(text), "{markdown}");
    }
}

#[test]
fn the_whole_report_holds_everything() {
    let paste = token(
        r#"{"alg":"HS256"}"#,
        r#"{"iss":"https://i.example/_a_","exp":1}"#,
    );
    let options = ReportOptions {
        now: 1_767_225_660,
        ..ReportOptions::default()
    };
    let locale = Locale::english();
    let report = report(&paste, &options, &locale);
    let markdown = report.markdown(&locale);
    assert!(markdown.contains(&paste) && markdown.contains(r#"{"iss":"https://i.example/_a_","#));
    assert!(markdown.contains("**Claims:** `expired`"), "{markdown}");
    assert!(
        !markdown.contains("{$") && !markdown.contains("report-"),
        "{markdown}"
    );
    let json: serde_json::Value = serde_json::from_str(&report.json()).unwrap();
    assert_eq!(json["tokens"][0]["compact"], paste.as_str());
}
