//! RFC 7520, the JOSE Cookbook, and what its repository adds to it (Curve25519, RFC 7797).

use crate::case::{Case, Expected, run_all};
use jwt_debugger::decrypt::{Effort, decrypt};
use jwt_debugger::inspect::inspect;
use jwt_debugger::nesting::{Inside, Trail};
use serde_json::Value;

fn examples(kind: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(include_str!("data/rfc7520-cookbook.json")).unwrap();
    let all = file["examples"].as_array().unwrap();
    let of_kind = all.iter().filter(|example| example["type"] == kind);
    of_kind.cloned().collect()
}

/// Every serialization that an example prints.
fn cases(example: &Value) -> Vec<Case> {
    let name = example["id"].as_str().unwrap();
    let is_jwe = example["type"] == "jwe";
    let expected = match example["expect"].as_str() {
        Some("valid") if is_jwe => Expected::Decrypted,
        Some("valid") => Expected::Valid,
        Some("invalid") => Expected::NotValid,
        other => panic!("{name}: {other:?}"),
    };
    let content = example["content"].as_str();
    ["compact", "json", "json_flat"]
        .into_iter()
        .filter_map(|form| {
            let paste = match &example[form] {
                Value::Null => return None,
                Value::String(text) => text.clone(),
                json => json.to_string(),
            };
            let case = Case::new(
                &format!("{name} {form}"),
                &paste,
                &example["keys"],
                expected,
            );
            Some(
                case.with_text(content)
                    .with_content(content.filter(|_| !is_jwe)),
            )
        })
        .collect()
}

#[test]
fn signatures() {
    let cases: Vec<Case> = examples("jws").iter().flat_map(cases).collect();
    run_all(&cases, 29);
}

#[test]
fn encryptions() {
    let examples = examples("jwe");
    let mut cases: Vec<Case> = examples.iter().flat_map(cases).collect();
    // §5.13 has three recipients: each key opens the token alone.
    let several = examples
        .iter()
        .find(|example| {
            example["keys"]
                .as_array()
                .is_some_and(|keys| keys.len() > 1)
        })
        .unwrap();
    for key in several["keys"].as_array().unwrap() {
        let paste = several["json"].to_string();
        let case = Case::new("5.13", &paste, key, Expected::Decrypted);
        cases.push(case.with_text(several["content"].as_str()));
    }
    run_all(&cases, 43);
}

/// §6: a signed token in an encrypted one, in three serializations, opened level by level.
#[test]
fn nesting() {
    let example: Value = serde_json::from_str(include_str!("data/rfc7520-nesting.json")).unwrap();
    let inner = example["sign"]["output"]["compact"].as_str().unwrap();
    let outer = &example["encrypt"];
    let key = &outer["input"]["key"];
    let signed_by = &example["sign"]["input"]["key"];
    let mut cases = Vec::new();
    for form in ["compact", "json", "json_flat"] {
        let paste = match &outer["output"][form] {
            Value::String(text) => text.clone(),
            json => json.to_string(),
        };
        let case = Case::new(form, &paste, key, Expected::Decrypted).with_text(Some(inner));
        let closed = inspect(&paste);
        let opened = decrypt(&closed, &case.question(), Effort::Quick);
        let opened = closed.opened(0, opened.plaintext.unwrap().expose());
        let inside = Trail::default().inside(&opened, 0);
        assert_eq!(inside, Inside::Token(inner.to_owned()), "{form}");
        cases.push(case);
    }
    run_all(&cases, 3);
    let payload = example["sign"]["input"]["payload"].as_str();
    let signed = Case::new("inner", inner, signed_by, Expected::Valid).with_text(payload);
    run_all(&[signed], 1);
}
