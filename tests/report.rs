//! The command `report` from its arguments and its input to the JSON it prints, on the samples of
//! the workshop and of Koppeltaal, and on what is no token at all.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice
)]

#[allow(dead_code)]
#[path = "../examples/report.rs"]
mod example;

use serde_json::Value;
use std::ffi::OsString;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/data/");
/// 2026-01-01 00:01:00 UTC, at which the samples are to be judged.
const NOW: &str = "1767225660";

fn data(name: &str) -> String {
    std::fs::read_to_string(format!("{DATA}{name}")).unwrap()
}

fn run(arguments: &[&str], paste: &[u8]) -> Result<Value, String> {
    let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
    let json = example::run(arguments.into_iter(), paste)?;
    Ok(serde_json::from_str(&json).unwrap())
}

fn report(arguments: &[&str], paste: &str) -> Value {
    let now = ["--now", NOW];
    run(&[&now, arguments].concat(), paste.as_bytes()).unwrap()
}

fn with_key(key: &str, paste: &str) -> Value {
    report(&["--key", &format!("{DATA}{key}")], paste)
}

fn sample(file: &str, name: &str) -> String {
    let samples: Value = serde_json::from_str(&data(file)).unwrap();
    samples["tokens"][name].as_str().unwrap().to_owned()
}

/// The three states.
fn states(report: &Value) -> [&str; 3] {
    ["structure", "signature", "claims"].map(|part| report[part]["state"].as_str().unwrap())
}

fn codes<'a>(report: &'a Value, list: &str) -> Vec<&'a str> {
    let list = report[list].as_array().unwrap();
    list.iter()
        .map(|line| line["code"].as_str().unwrap())
        .collect()
}

#[test]
fn the_workshop_tokens_verify_with_the_secret_as_participants_find_it() {
    for name in ["Patient", "HealthcareCompany", "Internal"] {
        let token = sample("workshop-tokens.json", name);
        for key in ["workshop.env", "workshop-appsettings.json"] {
            let report = with_key(key, &token);
            assert_eq!(states(&report), ["ok", "valid", "ok"], "{name} {key}");
            assert_eq!(report["profile"]["id"], "workshop");
            assert!(codes(&report, "findings").contains(&"profile-lifetime-unknown"));
            assert!(
                report["key"]["read_as"]
                    .as_str()
                    .unwrap()
                    .contains("49 bytes")
            );
        }
    }
}

#[test]
fn a_finding_says_whether_it_is_known_or_only_likely_and_by_which_clause() {
    // {"alg":"HS256","kid":"../k"} . {"email":"jo@example.com"}
    let token = "eyJhbGciOiJIUzI1NiIsImtpZCI6Ii4uL2sifQ.eyJlbWFpbCI6ImpvQGV4YW1wbGUuY29tIn0.AAAA";
    let report = report(&[], token);
    let finding = |code: &str| {
        let mut all = report["findings"].as_array().unwrap().iter();
        all.find(|finding| finding["code"] == code).unwrap().clone()
    };
    for (code, certainty, clause, basis) in [
        (
            "exp-missing",
            "known",
            "RFC 7519 §4.1.4",
            "Known, by RFC 7519 §4.1.4.",
        ),
        (
            "kid-path",
            "likely",
            "RFC 8725 §3.10",
            "Likely, not certain, by RFC 8725 §3.10.",
        ),
    ] {
        let finding = finding(code);
        assert_eq!(finding["certainty"], certainty, "{code}");
        assert_eq!(finding["clause"], clause, "{code}");
        assert_eq!(finding["basis"], basis, "{code}");
    }
    for finding in report["findings"].as_array().unwrap() {
        assert!(finding["certainty"].is_string(), "{finding}");
    }
}

#[test]
fn a_secret_out_of_a_list_is_found_when_a_list_is_given_and_not_repeated() {
    let list = concat!(env!("CARGO_MANIFEST_DIR"), "/src/guess/secrets.txt");
    let token = sample("workshop-tokens.json", "Patient");
    // {"alg":"HS256"} . {"sub":"jo"}, with the secret `your-256-bit-secret`.
    let weak = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqbyJ9.Bcry9C8vbLVOEpDytvEoPsK7pfSjkMiugDz66QoosbI";
    let found = report(&["--words", list], weak);
    let finding = &found["findings"][0];
    assert_eq!(finding["code"], "secret-guessed");
    assert_eq!(finding["severity"], "danger");
    assert_eq!(finding["certainty"], "known");
    assert_eq!(finding["clause"], "RFC 8725 §3.5");
    assert!(!finding.to_string().contains("your-256"), "{finding}");
    for (arguments, token) in [
        (&[][..], weak),
        (&["--words", list], token.as_str()),
        (&["--words", "/dev/null"], weak),
        (&["--words", list], "eyJhbGciOiJub25lIn0.e30."),
        (&["--words", list], "no token"),
    ] {
        let report = report(arguments, token);
        assert!(!codes(&report, "findings").contains(&"secret-guessed"));
    }
    let missing = run(&["--words", "/no/such/file"], weak.as_bytes());
    assert!(missing.unwrap_err().contains("/no/such/file"));
}

#[test]
fn the_tampered_workshop_token_does_not() {
    let token = sample("workshop-tokens.json", "Patient tampered to Internal");
    let report = with_key("workshop.env", &token);
    assert_eq!(states(&report), ["ok", "invalid", "ok"]);
}

#[test]
fn the_clock_decides_about_the_claims_only() {
    let token = sample("workshop-tokens.json", "Patient");
    let key = format!("{DATA}workshop.env");
    for (now, state) in [
        ("1767226499", "ok"),
        ("1767226500", "expired"),
        ("2026-01-01T01:15:00+01:00", "expired"),
    ] {
        let report = run(&["--now", now, "--key", &key], token.as_bytes()).unwrap();
        assert_eq!(states(&report), ["ok", "valid", state], "{now}");
        assert_eq!(report["claims"]["states"], serde_json::json!([state]));
    }
}

#[test]
fn expectations_are_compared() {
    let token = sample("workshop-tokens.json", "Patient");
    let good = ["--aud", "Online-Toestemming-Workshop"];
    assert_eq!(report(&good, &token)["claims"]["state"], "ok");
    let bad = ["--iss", "somebody", "--aud", "Online-Toestemming-Workshop"];
    assert_eq!(report(&bad, &token)["claims"]["state"], "mismatch");
}

#[test]
fn the_printed_token_is_one_token_with_its_line_breaks_removed() {
    let report = report(&[], &data("workshop-printed-token.txt"));
    assert_eq!(states(&report), ["repaired", "unchecked", "expired"]);
    assert_eq!(report["tokens"].as_array().unwrap().len(), 1);
    let compact = report["tokens"][0]["compact"].as_str().unwrap();
    assert!(!compact.contains(char::is_whitespace) && compact.matches('.').count() == 2);
    assert!(!codes(&report, "notes").is_empty());
}

#[test]
fn koppeltaal_tokens_verify_with_the_set_and_with_the_keys() {
    for (name, pem) in [
        ("client assertion RS512", "koppeltaal-rs512-private.pem"),
        ("client assertion ES384", "koppeltaal-es384-private.pem"),
        ("HTI launch RS512", "koppeltaal-rs512-private.pem"),
    ] {
        let token = sample("koppeltaal-tokens.json", name);
        for key in ["koppeltaal-jwks.json", pem] {
            let report = with_key(key, &token);
            assert_eq!(states(&report), ["ok", "valid", "ok"], "{name} {key}");
        }
    }
}

#[test]
fn kinds_of_koppeltaal_tokens_are_recognised() {
    for (name, profile) in [
        ("client assertion RS512", "smart-backend"),
        ("client assertion ES384", "smart-backend"),
        ("HTI launch RS512", "hti-launch"),
        ("HTI launch with exp 1 hour (too long)", "hti-launch"),
    ] {
        let report = report(&[], &sample("koppeltaal-tokens.json", name));
        assert_eq!(report["profile"]["id"], profile, "{name}");
        let too_long = codes(&report, "findings").contains(&"profile-lifetime");
        assert_eq!(too_long, name.contains("too long"), "{name}");
    }
}

#[test]
fn a_kid_that_is_not_in_the_set_is_a_key_error() {
    let token = sample(
        "koppeltaal-tokens.json",
        "client assertion, kid not in the set",
    );
    let report = with_key("koppeltaal-jwks.json", &token);
    assert_eq!(report["signature"]["state"], "key-error");
    let reason = report["signature"]["reason"].as_str().unwrap();
    assert!(reason.contains("rotated-away"), "{reason}");
}

#[test]
fn token_responses_give_their_token_even_when_they_are_not_json() {
    for file in [
        "koppeltaal-token-response.json",
        "koppeltaal-shof-token-response.json",
    ] {
        let report = report(&[], &data(file));
        assert_eq!(
            states(&report),
            ["repaired", "unchecked", "expired"],
            "{file}"
        );
        assert_eq!(report["tokens"].as_array().unwrap().len(), 1, "{file}");
    }
}

#[test]
fn header_and_payload_are_the_raw_text() {
    let encode = |text: &str| jwt_debugger::base64url::encode(text.as_bytes());
    let payload = "{ \"n\": 1.0, \"n\": 100002348117421473,\n \"e\": 1e400 }";
    let header = "{\"alg\":\"HS256\" }";
    let paste = format!("{}.{}.AAAA", encode(header), encode(payload));
    let report = report(&[], &paste);
    assert_eq!(report["tokens"][0]["header"], header);
    assert_eq!(report["tokens"][0]["payload"], payload);
    assert_eq!(report["tokens"][0]["compact"], paste);
}

#[test]
fn a_json_serialization_is_told_as_compact_with_a_verdict_each() {
    let token = sample("workshop-tokens.json", "Patient");
    let parts: Vec<&str> = token.split('.').collect();
    let signature = |signature: &str| {
        format!(
            r#"{{"protected":"{}","signature":"{signature}"}}"#,
            parts[0]
        )
    };
    let flattened = format!(
        r#"{{"payload":"{}","protected":"{}","signature":"{}"}}"#,
        parts[1], parts[0], parts[2]
    );
    let report = with_key("workshop.env", &flattened);
    assert_eq!(report["signature"]["state"], "valid");
    assert_eq!(report["tokens"][0]["compact"], token);
    let general = format!(
        r#"{{"payload":"{}","signatures":[{},{}]}}"#,
        parts[1],
        signature(parts[2]),
        signature("AAAA")
    );
    let report = with_key("workshop.env", &general);
    assert_eq!(report["signature"]["state"], "invalid");
    let signatures = report["tokens"][0]["signatures"].as_array().unwrap();
    let told: Vec<_> = signatures
        .iter()
        .map(|s| s["state"].as_str().unwrap())
        .collect();
    assert_eq!(told, ["valid", "invalid"]);
    assert_eq!(signatures[0]["compact"], token);
    assert_eq!(
        signatures[1]["compact"],
        format!("{}.{}.AAAA", parts[0], parts[1])
    );
}

#[test]
fn detached_content_comes_by_its_option() {
    let token = sample("workshop-tokens.json", "Patient");
    let parts: Vec<&str> = token.split('.').collect();
    let detached = format!("{}..{}", parts[0], parts[2]);
    let payload = jwt_debugger::base64url::decode(parts[1]).unwrap();
    let payload = String::from_utf8(payload).unwrap();
    let key = format!("{DATA}workshop.env");
    let with_content = report(&["--key", &key, "--content-text", &payload], &detached);
    assert_eq!(with_content["signature"]["state"], "valid");
    let other = report(&["--key", &key, "--content-text", "other"], &detached);
    assert_eq!(other["signature"]["state"], "invalid");
}

#[test]
fn what_is_no_token_is_empty_or_damaged_and_never_an_error() {
    for (paste, structure) in [("", "empty"), (" \n\t", "empty"), ("hello", "damaged")] {
        let report = with_key("workshop.env", paste);
        assert_eq!(
            states(&report),
            [structure, "unchecked", "none"],
            "{paste:?}"
        );
        assert_eq!(report["tokens"], serde_json::json!([]), "{paste:?}");
    }
    let parts = sample("workshop-tokens.json", "Patient");
    let parts: Vec<&str> = parts.split('.').collect();
    for paste in [
        ".".to_owned(),
        "..".to_owned(),
        "a.b.c.d.e.f".to_owned(),
        format!("{}.{}", parts[0], parts[1]),
        format!("{}.!!!.{}", parts[0], parts[2]),
        format!("{}.{}.{}", "bm8gSlNPTg", parts[1], parts[2]),
        format!("{}.{}.{}.x", parts[0], parts[1], parts[2]),
        "\u{feff}\u{0}\u{202e}".to_owned(),
    ] {
        let report = with_key("workshop.env", &paste);
        assert_eq!(report["structure"]["state"], "damaged", "{paste:?}");
        assert_ne!(report["signature"]["state"], "valid", "{paste:?}");
    }
}

#[test]
fn bytes_that_are_no_text_are_read_as_far_as_they_go() {
    let report = run(&["--now", NOW], b"\xff\xfe\x00eyJ.\x80.").unwrap();
    assert_eq!(report["structure"]["state"], "damaged");
}

#[test]
fn a_jwe_is_told_as_encrypted() {
    let header = jwt_debugger::base64url::encode(br#"{"alg":"dir","enc":"A128GCM"}"#);
    let report = report(
        &[],
        &format!("{header}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA"),
    );
    assert_eq!(states(&report), ["ok", "encrypted", "none"]);
}

#[test]
fn the_encrypted_and_the_nested_jwt_of_rfc_7519_are_opened() {
    // RFC 7519 Appendix A.1 and A.2; the keys are those of RFC 7516 A.2 and RFC 7515 A.2.
    let vectors: Value = serde_json::from_str(&data("rfc7519-jwt.json")).unwrap();
    let file = std::env::temp_dir().join(format!("report-jwe-{}.json", std::process::id()));
    let mut opened = 0;
    for vector in vectors["examples"].as_array().unwrap() {
        let token = vector["token"].as_str().unwrap();
        if token.matches('.').count() != 4 {
            continue;
        }
        let keys = [&vector["key"], &vector["inner_key"]];
        let keys: Vec<&Value> = keys.into_iter().filter(|key| key.is_object()).collect();
        std::fs::write(&file, serde_json::json!({ "keys": keys }).to_string()).unwrap();
        let report = report(&["--key", file.to_str().unwrap()], token);
        assert_eq!(report["signature"]["state"], "decrypted", "{vector}");
        assert_eq!(report["claims"]["state"], "expired", "{vector}");
        let payload = report["tokens"][0]["payload"].as_str().unwrap();
        let nested = &report["tokens"][0]["nested"];
        assert_eq!(vector["plaintext"], payload);
        if vector["inner_key"].is_object() {
            assert_eq!(states(nested), ["ok", "valid", "expired"]);
        } else {
            assert!(nested.is_null(), "{nested}");
        }
        opened += 1;
    }
    std::fs::remove_file(&file).unwrap();
    assert_eq!(opened, 2);
}

#[test]
fn a_failure_has_its_diagnosis() {
    let token = sample("workshop-tokens.json", "Patient");
    let secret = "workshop-only-shared-secret-please-change-me-2026\n";
    let file = std::env::temp_dir().join(format!("report-newline-{}.txt", std::process::id()));
    std::fs::write(&file, secret).unwrap();
    let failed = report(&["--key", file.to_str().unwrap()], &token);
    std::fs::remove_file(&file).unwrap();
    assert_eq!(failed["signature"]["state"], "invalid");
    let first = &failed["diagnosis"][0];
    assert_eq!(first["verified"], true, "{first}");
    assert!(!first["text"].as_str().unwrap().contains("{$"));
    let wrong_type = with_key("koppeltaal-es384-private.pem", &token);
    assert_eq!(wrong_type["diagnosis"][0]["certain"], true);
    assert_eq!(wrong_type["diagnosis"][0]["verified"], false);
    assert_eq!(
        codes(&with_key("workshop.env", &token), "diagnosis").len(),
        0
    );
}

#[test]
fn a_large_paste_is_answered() {
    let filler = "lorem ipsum dolor sit amet\n".repeat(40_000);
    let token = sample("workshop-tokens.json", "Patient");
    let report = with_key("workshop.env", &format!("{filler}{token}\n{filler}"));
    assert_eq!(report["signature"]["state"], "valid");
}

#[test]
fn every_name_of_the_contract_is_there() {
    let report = with_key("workshop.env", &sample("workshop-tokens.json", "Patient"));
    for pointer in [
        "/structure/state",
        "/signature/state",
        "/signature/reason",
        "/claims/state",
        "/claims/states/0",
        "/key/read_as",
        "/tokens/0/compact",
        "/tokens/0/header",
        "/tokens/0/payload",
        "/tokens/0/signatures/0/state",
        "/findings",
        "/diagnosis",
        "/notes",
    ] {
        assert!(report.pointer(pointer).is_some(), "{pointer}");
    }
    assert_eq!(run(&[], b"").unwrap()["key"]["read_as"], Value::Null);
}

#[test]
fn options_that_cannot_be_used_are_errors() {
    for (arguments, word) in [
        (&["--nonsense"][..], "--nonsense"),
        (&["token"], "token"),
        (&["--key"], "--key"),
        (&["--now"], "--now"),
        (&["--now", "tomorrow"], "tomorrow".get(..1).unwrap()),
        (&["--now", "1767225660000"], "milliseconds"),
        (&["--key", "no/such/file"], "no/such/file"),
        (&["--iss"], "--iss"),
        (&["--content-text"], "--content-text"),
    ] {
        let error = run(arguments, b"").unwrap_err();
        assert!(error.contains(word), "{arguments:?}: {error}");
    }
}

#[test]
fn a_key_file_that_is_no_text_is_taken_as_bytes() {
    // A secret of bytes that are not UTF-8, and a token signed with it (HMAC-SHA-256).
    let secret: Vec<u8> = (0..48).map(|n| 255 - n).collect();
    let file = std::env::temp_dir().join(format!("report-key-{}.bin", std::process::id()));
    std::fs::write(&file, &secret).unwrap();
    let report = report(
        &["--key", file.to_str().unwrap()],
        &sample("workshop-tokens.json", "Patient"),
    );
    std::fs::remove_file(&file).unwrap();
    assert_eq!(report["signature"]["state"], "invalid");
    assert!(
        report["key"]["read_as"]
            .as_str()
            .unwrap()
            .contains("48 bytes")
    );
}
