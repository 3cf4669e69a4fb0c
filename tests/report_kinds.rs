//! The command `report` on what is not a plain JWT: tokens in tokens, passwords, SD-JWT, detached
//! content in JSON, and why an encrypted token stays closed.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice
)]

#[allow(dead_code)]
#[path = "../examples/report.rs"]
mod example;

use jwt_debugger::job::{Draft, Job, JobOutcome};
use jwt_debugger::keys::facts::KeyInput;
use jwt_debugger::secret::Secret;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use serde_json::Value;
use std::ffi::OsString;
use std::path::PathBuf;

/// 32 bytes: for HS256, for A256KW and for `dir` with A256GCM.
const SHARED: &str = r#"{"kty":"oct","k":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"}"#;
const PASSWORD: &str = "a password of some length";

/// A key file that is removed when the test ends.
struct KeyFile(PathBuf);

impl KeyFile {
    fn new(name: &str, text: &str) -> Self {
        let name = format!("report-kinds-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::write(&path, text).unwrap();
        KeyFile(path)
    }

    fn report(&self, more: &[&str], paste: &str) -> Value {
        let key = self.0.to_str().unwrap();
        let arguments = [&["--now", "1767225660", "--key", key], more].concat();
        let arguments = arguments.iter().map(OsString::from);
        let json = example::run(arguments, paste.as_bytes()).unwrap();
        serde_json::from_str(&json).unwrap()
    }
}

impl Drop for KeyFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn make(header: &str, payload: &str, key: &str) -> String {
    let draft = Draft {
        header: header.to_owned(),
        payload: payload.to_owned(),
        key: KeyInput {
            text: Secret::new(key.to_owned()),
            ..KeyInput::default()
        },
        ..Draft::default()
    };
    let mut rng = ChaCha20Rng::from_seed([3; 32]);
    match jwt_debugger::worker::run(Job::Sign(Box::new(draft)), &mut rng) {
        JobOutcome::Signed { token, .. } => token,
        other => panic!("{other:?}"),
    }
}

fn states(report: &Value) -> [&str; 3] {
    ["structure", "signature", "claims"].map(|part| report[part]["state"].as_str().unwrap())
}

#[test]
fn a_token_in_a_token_in_a_token() {
    let signed = make(r#"{"alg":"HS256"}"#, r#"{"exp":1767225661}"#, SHARED);
    let inner = make(
        r#"{"alg":"dir","enc":"A256GCM","cty":"JWT"}"#,
        &signed,
        SHARED,
    );
    let outer = make(
        r#"{"alg":"A256KW","enc":"A128CBC-HS256","zip":"DEF","cty":"JWT"}"#,
        &inner,
        SHARED,
    );
    let key = KeyFile::new("nested", SHARED);
    let report = key.report(&[], &outer);
    assert_eq!(states(&report), ["ok", "decrypted", "ok"]);
    assert_eq!(report["tokens"][0]["payload"], inner);
    let second = &report["tokens"][0]["nested"];
    assert_eq!(states(second), ["ok", "decrypted", "ok"]);
    assert_eq!(second["tokens"][0]["payload"], signed);
    let third = &second["tokens"][0]["nested"];
    assert_eq!(states(third), ["ok", "valid", "ok"]);
    assert_eq!(third["tokens"][0]["payload"], r#"{"exp":1767225661}"#);
    assert!(third["tokens"][0]["nested"].is_null());
}

#[test]
fn eight_levels_are_opened_and_no_more() {
    let mut token = make(r#"{"alg":"HS256"}"#, "{}", SHARED);
    for _ in 0..12 {
        token = make(r#"{"alg":"HS256","cty":"JWT"}"#, &token, SHARED);
    }
    let key = KeyFile::new("levels", SHARED);
    let report = key.report(&[], &token);
    let mut level = &report;
    let mut levels = 1;
    while level["tokens"][0]["nested"].is_object() {
        level = &level["tokens"][0]["nested"];
        assert_eq!(level["signature"]["state"], "valid");
        levels += 1;
    }
    assert_eq!(levels, 8);
}

#[test]
fn asking_for_a_report_agrees_to_a_costly_password_but_not_to_any() {
    let header = r#"{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":20000}"#;
    let token = make(header, r#"{"sub":"a"}"#, PASSWORD);
    let key = KeyFile::new("password", PASSWORD);
    let report = key.report(&[], &token);
    assert_eq!(states(&report), ["ok", "decrypted", "ok"]);
    let (first, rest) = token.split_once('.').unwrap();
    let typed = String::from_utf8(jwt_debugger::base64url::decode(first).unwrap()).unwrap();
    let absurd = typed.replace("20000", "1000001");
    let absurd = jwt_debugger::base64url::encode(absurd.as_bytes());
    let report = key.report(&[], &format!("{absurd}.{rest}"));
    assert_eq!(report["signature"]["state"], "decrypt-failed");
    assert_eq!(report["signature"]["code"], "jwe-fault-too-costly");
}

#[test]
fn a_closed_token_has_its_diagnosis() {
    let header = r#"{"alg":"PBES2-HS256+A128KW","enc":"A128GCM"}"#;
    let token = make(header, "{}", PASSWORD);
    let key = KeyFile::new("newline", &format!("{PASSWORD}\n"));
    let report = key.report(&[], &token);
    assert_eq!(report["signature"]["state"], "decrypt-failed");
    let first = &report["diagnosis"][0];
    assert_eq!(first["code"], "secret-trailing-newline");
    assert_eq!(first["verified"], true);
    let text = first["text"].as_str().unwrap();
    assert!(text.starts_with("It opens when "), "{text}");
    let short = make(r#"{"alg":"dir","enc":"A256GCM"}"#, "{}", SHARED);
    let report = KeyFile::new("short", "short").report(&[], &short);
    assert_eq!(report["diagnosis"][0]["code"], "jwe-key-size");
    assert_eq!(report["diagnosis"][0]["certain"], true);
}

#[test]
fn an_sd_jwt_is_reported_with_what_it_discloses() {
    let vectors = include_str!("vectors/data/rfc9901-sd-jwt.json");
    let vectors: Value = serde_json::from_str(vectors).unwrap();
    let examples = vectors["examples"].as_array().unwrap();
    let example = examples
        .iter()
        .find(|example| example["id"] == "rfc9901-5.2-presentation")
        .unwrap();
    let token = example["token"].as_str().unwrap();
    let key = KeyFile::new("issuer", &example["issuer_key"].to_string());
    let report = key.report(&[], token);
    assert_eq!(states(&report), ["ok", "valid", "ok"]);
    let read = &report["tokens"][0];
    assert_eq!(read["compact"], token);
    assert_eq!(read["sd_jwt"]["key_binding"]["state"], "valid");
    let disclosed = example["disclosures"].as_array().unwrap();
    let disclosures = read["sd_jwt"]["disclosures"].as_array().unwrap();
    assert_eq!(disclosures.len(), disclosed.len());
    assert!(disclosures.iter().all(|one| one["place"].is_string()));
    assert!(read["sd_jwt"]["withheld"].as_u64().unwrap() > 0);
    let processed = read["sd_jwt"]["processed"].as_str().unwrap();
    let processed: Value = serde_json::from_str(processed).unwrap();
    assert_eq!(processed, example["expected_processed_payload"]);

    // One Disclosure less than the holder presented.
    let parts: Vec<&str> = token.split('~').collect();
    let fewer = [&parts[..1], &parts[2..]].concat().join("~");
    let report = key.report(&[], &fewer);
    assert_eq!(report["signature"]["state"], "invalid");
    assert_eq!(report["signature"]["code"], "verify-match-key-binding");
    let binding = &report["tokens"][0]["sd_jwt"]["key_binding"];
    assert_eq!(binding["code"], "kb-sd-hash");
    let plain = make(r#"{"alg":"HS256"}"#, "{}", SHARED);
    assert!(key.report(&[], &plain)["tokens"][0]["sd_jwt"].is_null());
}

#[test]
fn disclosed_claims_are_judged() {
    let disclosure = jwt_debugger::base64url::encode(br#"["salt","exp",1767225600]"#);
    let digest = jwt_debugger::jose::sd_jwt::HashName::Sha256.digest(disclosure.as_bytes());
    let payload = format!(r#"{{"_sd":["{digest}"]}}"#);
    let token = make(r#"{"alg":"HS256","typ":"dc+sd-jwt"}"#, &payload, SHARED);
    let key = KeyFile::new("disclosed", SHARED);
    let hidden = key.report(&[], &format!("{token}~"));
    assert_eq!(states(&hidden), ["ok", "valid", "ok"]);
    let shown = key.report(&[], &format!("{token}~{disclosure}~"));
    assert_eq!(states(&shown), ["ok", "valid", "expired"]);
}

#[test]
fn detached_content_of_json_serializations() {
    let content = r#"{"a":1}"#;
    for header in [
        r#"{"alg":"HS256"}"#,
        r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#,
    ] {
        let token = make(header, content, SHARED);
        let (head, rest) = token.split_once('.').unwrap();
        let (_, signature) = rest.rsplit_once('.').unwrap();
        let flattened = format!(r#"{{"protected":"{head}","signature":"{signature}"}}"#);
        let general = format!(r#"{{"signatures":[{flattened},{flattened}]}}"#);
        let key = KeyFile::new(&format!("detached-{}", header.len()), SHARED);
        for paste in [format!("{head}..{signature}"), flattened, general] {
            let right = key.report(&["--content-text", content], &paste);
            assert_eq!(right["signature"]["state"], "valid", "{paste}");
            let wrong = key.report(&["--content-text", "{}"], &paste);
            assert_eq!(wrong["signature"]["state"], "invalid", "{paste}");
            let without = key.report(&[], &paste);
            assert_eq!(without["signature"]["state"], "unchecked", "{paste}");
            let code = &without["signature"]["code"];
            assert_eq!(code, "verify-content-missing", "{paste}");
            let each = right["tokens"][0]["signatures"].as_array().unwrap();
            assert!(each.iter().all(|one| one["state"] == "valid"), "{paste}");
        }
    }
}
