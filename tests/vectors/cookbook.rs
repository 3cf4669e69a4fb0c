//! RFC 7520, the JOSE Cookbook, and what its repository adds to it (Curve25519, RFC 7797).

use crate::case::{Case, Expected, run_all};
use crate::rows::{Task, of_file};
use jwt_debugger::decrypt::{Effort, decrypt};
use jwt_debugger::inspect::inspect;
use jwt_debugger::nesting::{Inside, Trail};
use serde_json::Value;

/// The rows of every serialization that is printed, of one task.
fn cases(task: Task) -> Vec<Case> {
    let file: Value = serde_json::from_str(include_str!("data/rfc7520-cookbook.json")).unwrap();
    let all = of_file("rfc7520-cookbook", &file);
    let of_task = all.into_iter().filter(|row| row.task == task);
    of_task.map(Case::from).collect()
}

#[test]
fn signatures() {
    run_all(&cases(Task::Verify), 29);
}

/// §5.13 has three recipients: each key opens the token alone.
#[test]
fn encryptions() {
    run_all(&cases(Task::Decrypt), 43);
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
