//! RFC 9449: DPoP proofs, which bring their own key, the hash of an access token, and the
//! thumbprint that binds one to the key.

use crate::case::{Case, Expected, run_all};
use jwt_debugger::inspect::inspect;
use jwt_debugger::jose::sd_jwt::HashName;
use jwt_debugger::keys::read_key;
use jwt_debugger::verify::{Question, SignatureState, verify};
use serde_json::Value;

fn file() -> Value {
    serde_json::from_str(include_str!("data/rfc9449-dpop.json")).unwrap()
}

#[test]
fn proofs_hold_with_the_key_they_bring() {
    let file = file();
    let all = file["examples"].as_array().unwrap();
    let (proofs, tokens): (Vec<&Value>, Vec<&Value>) =
        all.iter().partition(|example| example["key"].is_object());
    let case = |example: &&Value| {
        let expected = match example["expect"].as_str() {
            Some("valid") => Expected::Valid,
            // The key of the authorization server is not printed.
            Some("decode-only") => Expected::NotValid,
            other => panic!("{other:?}"),
        };
        let name = example["id"].as_str().unwrap();
        Case::new(
            name,
            example["token"].as_str().unwrap(),
            &example["key"],
            expected,
        )
    };
    let given: Vec<Case> = proofs.iter().map(case).collect();
    run_all(&given, 3);
    let read: Vec<Case> = tokens.iter().map(case).collect();
    run_all(&read, 1);
    for proof in given {
        let alone = verify(&inspect(&proof.paste), &Question::default());
        assert_eq!(alone.state, SignatureState::SelfAsserted, "{}", proof.name);
        let thumbprint = &read_key(&proof.key).keys[0].facts.thumbprint;
        assert_eq!(thumbprint, file["jkt"].as_str().unwrap(), "{}", proof.name);
    }
    let bound = inspect(&read[0].paste);
    let cnf = bound.tokens[0].payload().unwrap().get("cnf").unwrap();
    let jkt = cnf.get("jkt").unwrap().text().unwrap().into_owned();
    assert_eq!(jkt, file["jkt"].as_str().unwrap());
}

#[test]
fn the_hash_of_the_access_token() {
    let example = &file()["ath_example"];
    let token = example["access_token"].as_str().unwrap();
    let ath = HashName::Sha256.digest(token.as_bytes());
    assert_eq!(ath, example["ath"].as_str().unwrap());
}
