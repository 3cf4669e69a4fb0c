//! SD-JWTs that RFC 9901, SD-JWT VC and Token Status List print: the issuer's signature, the
//! Disclosures, the processed payload and the Key Binding JWT.

use crate::case::{Case, Expected, run_all};
use crate::rows::credentials;
use jwt_debugger::inspect::inspect;
use jwt_debugger::jose::sd_jwt;
use jwt_debugger::verify::{SignatureState, verify};
use serde_json::Value;

fn examples(file: &str, list: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(file).unwrap();
    file[list].as_array().unwrap().clone()
}

/// The issuer's signature.
fn case(example: &Value) -> Case {
    Case::from(credentials(example, "").remove(0))
}

/// What is disclosed, and to whom it is bound; how many Key Binding JWTs hold.
fn disclose(examples: &[Value]) -> usize {
    let mut bound = 0;
    for example in examples {
        let case = case(example);
        let inspection = inspect(&case.paste);
        let token = &inspection.tokens[0];
        let Some(read) = sd_jwt::read(token) else {
            assert_eq!(example["type"], "issuer-signed-jwt", "{}", case.name);
            continue;
        };
        assert_eq!(read.problems, [], "{}", case.name);
        let processed: Value = serde_json::from_str(&read.processed.unwrap()).unwrap();
        assert_eq!(
            processed, example["expected_processed_payload"],
            "{}",
            case.name
        );
        let binding = verify(&inspection, &case.question()).key_binding;
        assert_eq!(
            binding.is_some(),
            !example["kb_jwt"].is_null(),
            "{}",
            case.name
        );
        if let Some(binding) = binding {
            let held = binding.state == SignatureState::Valid;
            assert!(held, "{}: {:?}", case.name, binding.problems);
            bound += 1;
        }
    }
    bound
}

#[test]
fn rfc_9901() {
    let examples = examples(include_str!("data/rfc9901-sd-jwt.json"), "examples");
    let cases: Vec<Case> = examples.iter().map(case).collect();
    run_all(&cases, 12);
    assert_eq!(disclose(&examples), 5);
}

#[test]
fn sd_jwt_vc_and_status_list() {
    let file = include_str!("data/sd-jwt-vc-and-status-list.json");
    let credentials = examples(file, "examples");
    let cases: Vec<Case> = credentials.iter().map(case).collect();
    run_all(&cases, 5);
    assert_eq!(disclose(&credentials), 2);
    // The draft does not print the key of its status list: it is read.
    let lists = examples(file, "status_list_tokens");
    let unsigned: Vec<Case> = lists
        .iter()
        .map(|list| {
            let token = list["token"].as_str().unwrap();
            Case::new("status list", token, &Value::Null, Expected::NotValid)
        })
        .collect();
    run_all(&unsigned, 1);
    let inspection = inspect(&unsigned[0].paste);
    let payload = inspection.tokens[0].payload().unwrap().bytes().to_vec();
    let payload: Value = serde_json::from_slice(&payload).unwrap();
    assert_eq!(payload, lists[0]["payload"]);
}
