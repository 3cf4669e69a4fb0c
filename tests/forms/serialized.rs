//! The same token in Compact, Flattened JSON and General JSON Serialization, and each JSON text in
//! the forms in which JSON is pasted: one and the same report.
//! Spec: RFC 7515 §7, RFC 7516 §7, RFC 9901 §4 and §8.

use crate::{JWE, SD_JWT, SUPPLEMENT, answers, differ, example, same, workshop};
use serde_json::{Value, json};

/// What all signatures or recipients have in common, and what is the only one's own: `header` where
/// the compact form has Disclosures or a Key Binding JWT.
fn members(token: &str) -> (Value, Value) {
    let mut pieces = token.split('~');
    let parts: Vec<&str> = pieces.next().unwrap().split('.').collect();
    if let [protected, key, iv, ciphertext, tag] = parts[..] {
        let common =
            json!({ "protected": protected, "iv": iv, "ciphertext": ciphertext, "tag": tag });
        return (common, json!({ "encrypted_key": key }));
    }
    let mut own = json!({ "protected": parts[0], "signature": parts[2] });
    let mut behind: Vec<&str> = pieces.collect();
    // What stands behind the last tilde is the Key Binding JWT, or nothing.
    if let Some(binding) = behind.pop() {
        own["header"] = json!({ "disclosures": behind });
        if !binding.is_empty() {
            own["header"]["kb_jwt"] = binding.into();
        }
    }
    (json!({ "payload": parts[1] }), own)
}

fn flattened(token: &str) -> Value {
    let (mut common, mut own) = members(token);
    let own = own.as_object_mut().unwrap();
    common.as_object_mut().unwrap().append(own);
    common
}

fn general(token: &str) -> Value {
    let (mut common, own) = members(token);
    let list = match own["signature"].is_string() {
        true => "signatures",
        false => "recipients",
    };
    common[list] = json!([own]);
    common
}

/// Every byte but letters and digits in percent.
fn in_percent(text: &str) -> String {
    let byte = |byte: u8| match byte.is_ascii_alphanumeric() {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// A JSON text as it is pasted.
fn pastes(token: &Value) -> Vec<String> {
    let text = token.to_string();
    let printed = serde_json::to_string_pretty(token).unwrap();
    let escaped = json!(text).to_string();
    vec![
        text.clone(),
        printed.clone(),
        printed.replace('\n', "\r\n"),
        format!("\u{feff}{text}"),
        format!("\n  {text}\n\n"),
        format!("```json\n{printed}\n```"),
        format!("The answer was {text}, see above."),
        format!("2026-01-01T10:00:00.123Z INFO [main] c.e.Auth - token={text} user=jan"),
        format!("const token = {printed};"),
        format!("curl -d '{text}' https://a.example/tokens"),
        format!("HTTP/1.1 200 OK\r\nContent-Type: application/jose+json\r\n\r\n{text}"),
        json!({ "state": 1, "credential": token, "kind": "jwt" }).to_string(),
        json!([token]).to_string(),
        json!({ "credential": text }).to_string(),
        escaped.clone(),
        format!("const token = {escaped};"),
        format!("https://a.example/?token={}&state=1", in_percent(&text)),
        format!("<pre>{}</pre>", text.replace('"', "&quot;")),
        format!("<pre>{}</pre>", printed.replace('"', "&#34;")),
    ]
}

/// Takes out what says how the token is written: the name of the serialization, and the token and
/// its signature in Compact Serialization, which of an SD-JWT in JSON are the issuer's JWT alone.
fn forget_serialization(mut said: Value) -> (Value, [Value; 3]) {
    let token = &mut said["tokens"][0];
    let taken = ["/serialization", "/compact", "/signatures/0/compact"]
        .map(|name| token.pointer_mut(name).map_or(Value::Null, Value::take));
    (said, taken)
}

/// Asks both JSON Serializations in every form, and fails with all that differ from the compact one.
fn same_as_json(token: &str, key: &str, state: &str) {
    let plain = answers(token, key);
    assert_eq!(plain["signature"]["state"], state, "{plain:#}");
    let jwt = token.split('~').next().unwrap();
    let (plain, written) = forget_serialization(plain);
    // A JWE has no signature.
    let signature = |text: &str| match jwt.split('.').count() {
        3 => text.into(),
        _ => Value::Null,
    };
    assert_eq!(written, ["compact".into(), token.into(), signature(token)]);
    let mut different = Vec::new();
    for (json, name) in [
        (flattened(token), "flattened-json"),
        (general(token), "general-json"),
    ] {
        for paste in pastes(&json) {
            let (said, written) = forget_serialization(answers(&paste, key));
            let expected: [Value; 3] = [name.into(), jwt.into(), signature(jwt)];
            assert_eq!(written, expected, "{paste}");
            different.extend(differ(&said, &plain, &paste));
        }
    }
    let count = different.len();
    assert!(different.is_empty(), "{count}:\n{}", different.join("\n"));
}

/// A published SD-JWT and its issuer's key.
fn published(id: &str) -> (String, String) {
    let all: Value = serde_json::from_str(SD_JWT).unwrap();
    let mut examples = all["examples"].as_array().unwrap().iter();
    let one = examples.find(|one| one["id"] == id).unwrap();
    let token = one["token"].as_str().unwrap();
    (token.to_owned(), one["issuer_key"].to_string())
}

/// Without Key Binding and with it.
const PUBLISHED: [&str; 2] = ["rfc9901-5.1-issuance", "rfc9901-5.2-presentation"];

#[test]
fn an_sd_jwt_says_the_same_in_every_form() {
    for id in PUBLISHED {
        let (token, key) = published(id);
        same(&token, &key, "valid");
        same(&token, "", "unchecked");
    }
}

/// What is pasted here as JSON is what the RFC prints.
#[test]
fn the_published_json_says_the_same_in_compact_form() {
    let all: Value = serde_json::from_str(SD_JWT).unwrap();
    let examples = all["examples"].as_array().unwrap().iter();
    let mut compared = 0;
    for one in examples.filter(|one| one["type"] == "json-flattened") {
        let member = |name: &str| one["json"][name].as_str().unwrap();
        let [protected, payload, signature] = ["protected", "payload", "signature"].map(member);
        let mut token = format!("{protected}.{payload}.{signature}~");
        for disclosure in one["json"]["header"]["disclosures"].as_array().unwrap() {
            token += disclosure.as_str().unwrap();
            token.push('~');
        }
        token += one["json"]["header"]["kb_jwt"].as_str().unwrap_or_default();
        assert_eq!(flattened(&token), one["json"]);
        same_as_json(&token, &one["issuer_keys"][0].to_string(), "valid");
        compared += 1;
    }
    assert_eq!(compared, 2);
}

#[test]
fn an_sd_jwt_says_the_same_as_json() {
    for id in PUBLISHED {
        let (token, key) = published(id);
        same_as_json(&token, &key, "valid");
        same_as_json(&token, "", "unchecked");
    }
}

/// Its Disclosures and its Key Binding JWT are judged in the one as in the other.
#[test]
fn an_sd_jwt_that_is_to_be_rejected_is_so_as_json() {
    let (token, key) = published("rfc9901-5.2-presentation");
    let (rest, binding) = token.rsplit_once('~').unwrap();
    let (_, first) = rest.split_once('~').unwrap();
    let repeated = format!("{rest}~{}~{binding}", first.split('~').next().unwrap());
    let said = answers(&repeated, &key);
    assert_ne!(said["tokens"][0]["sd_jwt"]["problems"], json!([]));
    same_as_json(&repeated, &key, "invalid");
}

#[test]
fn a_jws_says_the_same_as_json() {
    let (token, key) = workshop();
    same_as_json(&token, &key, "valid");
    same_as_json(&token, "", "unchecked");
    same_as_json(&token, &format!("{key}\n"), "invalid");
    let (token, key) = example(SUPPLEMENT, "ed25519-fully-specified");
    same_as_json(&token, &key, "valid");
}

#[test]
fn a_jwe_says_the_same_as_json() {
    let (token, key) = example(JWE, "rfc7516-a.3");
    same_as_json(&token, &key, "decrypted");
    same_as_json(&token, "", "encrypted");
}
