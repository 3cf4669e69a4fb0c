//! Every change that a diagnosis proposes, carried out, and verified or decrypted by a library that
//! shares no code with ours. The cases are those of `tests/diagnosis`, which writes each changed token with
//! its key and algorithm as a line of JSON where `DIAGNOSIS_CASES` names a file.

use crate::needs;
use crate::peer::{Answer, LIBRARIES, Peer, peer};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// How many proposals there are, by the algorithm of the token.
const PROPOSALS: [(&str, usize); 26] = [
    ("A128KW", 31),
    ("A256GCMKW", 32),
    ("A256KW", 32),
    ("ECDH-ES", 15),
    ("ECDH-ES+A128KW", 14),
    ("ECDH-ES+A256KW", 25),
    ("ES256", 203),
    ("ES256K", 62),
    ("ES384", 59),
    ("ES512", 17),
    ("Ed448", 31),
    ("EdDSA", 112),
    ("HS256", 343),
    ("HS384", 12),
    ("HS512", 88),
    ("ML-DSA-44", 12),
    ("PBES2-HS256+A128KW", 31),
    ("PS256", 16),
    ("PS384", 12),
    ("PS512", 12),
    ("RS256", 144),
    ("RS384", 12),
    ("RS512", 12),
    ("RSA-OAEP", 14),
    ("RSA-OAEP-256", 15),
    ("dir", 63),
];

#[test]
fn every_proposed_change_verifies_elsewhere() {
    let (Some(peer), Some(path)) = (peer(), needs::diagnoses()) else {
        return;
    };
    let lines = std::fs::read_to_string(path).unwrap();
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for line in lines.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let alg = case["alg"].as_str().unwrap();
        let content = &case["content"];
        if content.is_string() {
            for answer in open(peer, alg, &case) {
                assert_eq!(answer, Answer::Ok(content.clone()), "{case}");
            }
        } else {
            for answer in verify(peer, alg, &case) {
                assert!(matches!(answer, Answer::Ok(_)), "{answer:?}: {case}");
            }
        }
        *count.entry(alg.to_owned()).or_default() += 1;
    }
    let expected: BTreeMap<String, usize> = PROPOSALS
        .iter()
        .map(|(alg, count)| ((*alg).to_owned(), *count))
        .collect();
    assert_eq!(count, expected);
}

/// The answers of every library that knows the algorithm: there is one at least.
fn verify(peer: &Peer, alg: &str, case: &Value) -> Vec<Answer> {
    let (token, jwk) = (case["token"].as_str().unwrap(), &case["key"]);
    let raw = |op: &str, public: &Value| {
        let (input, signature) = token.rsplit_once('.').unwrap();
        let input = crate::ours::b64(input);
        let question = json!({
            "op": op, "alg": alg, "public": public, "input": input, "signature": signature
        });
        vec![peer.ask(&question)]
    };
    let with = |libraries: &[&str]| {
        let ask = |library: &&str| {
            peer.ask(&json!({
                "op": "verify", "library": library, "form": "compact",
                "token": token, "jwk": jwk, "alg": alg
            }))
        };
        libraries.iter().map(ask).collect()
    };
    match alg {
        "Ed448" => raw("ed448-verify", jwk),
        alg if alg.starts_with("ML-DSA") => raw("ml-dsa-verify", &jwk["pub"]),
        // The newest version has left it out.
        "ES256K" => with(&LIBRARIES[1..]),
        _ => with(&LIBRARIES),
    }
}

/// What every library finds in an encrypted token.
fn open(peer: &Peer, alg: &str, case: &Value) -> Vec<Answer> {
    let ask = |library: &&str| {
        peer.ask(&json!({
            "op": "decrypt", "library": library, "form": "compact",
            "token": case["token"], "jwk": case["key"], "alg": alg
        }))
    };
    LIBRARIES.iter().map(ask).collect()
}
