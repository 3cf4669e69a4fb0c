//! What was signed verifies, whatever it is, under every algorithm and in every serialization.

use crate::keys::{algorithms, key_box, keys_for, private, public, rng};
use jwt_debugger::inspect::inspect;
use jwt_debugger::job::{Draft, Serialization};
use jwt_debugger::json;
use jwt_debugger::keys::Key;
use jwt_debugger::sign::sign;
use jwt_debugger::span::Part;
use jwt_debugger::verify::{Question, SignatureState, SignatureVerdict, verify};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

/// A draft with this header and payload, signed.
pub fn signed(header: String, payload: &str, key: &Key, form: Serialization, seed: u64) -> String {
    let draft = Draft {
        header,
        payload: payload.to_owned(),
        key: key_box(&private(key)),
        serialization: form,
        ..Draft::default()
    };
    let signed = sign(&draft, &mut rng(seed));
    signed.unwrap_or_else(|why| panic!("{why:?}")).token
}

pub fn verdict(token: &str, key: &str) -> SignatureVerdict {
    let question = Question {
        key: key_box(key),
        ..Question::default()
    };
    verify(&inspect(token), &question)
}

/// The `alg`, and a member that holds any text.
pub fn header(alg: &str, note: &str) -> String {
    format!("{{\"alg\":\"{alg}\",\"note\":{}}}", json::quote(note))
}

fn form() -> impl Strategy<Value = Serialization> {
    prop_oneof![
        Just(Serialization::Compact),
        Just(Serialization::Flattened),
        Just(Serialization::General),
    ]
}

#[test]
fn what_was_signed_verifies_under_every_algorithm() {
    let mut ran = 0;
    for alg in algorithms() {
        for key in keys_for(alg) {
            let verifier = public(&key);
            // A secret of another size is another key; a few cases each are many in all.
            let mut runner = TestRunner::new(crate::cases(6));
            let input = (any::<String>(), any::<String>(), form(), any::<u64>());
            let result = runner.run(&input, |(note, payload, form, seed)| {
                let token = signed(header(alg, &note), &payload, &key, form, seed);
                let verdict = verdict(&token, &verifier);
                prop_assert_eq!(verdict.state, SignatureState::Valid, "{}", token);
                let inspection = inspect(&token);
                let found = inspection.tokens[0].part(Part::Payload).unwrap();
                prop_assert_eq!(&found.bytes, payload.as_bytes());
                Ok(())
            });
            result.unwrap_or_else(|why| panic!("{alg}: {why}"));
            ran += 1;
        }
    }
    assert!(ran >= algorithms().len(), "{ran}");
    assert_eq!(algorithms().len(), 19);
}

#[test]
fn what_one_key_signed_no_other_key_verifies() {
    for alg in algorithms() {
        let key = keys_for(alg).remove(0);
        let token = signed(header(alg, ""), "{}", &key, Serialization::Compact, 3);
        let mut tried = 0;
        for other in algorithms() {
            for stranger in keys_for(other) {
                if stranger.material == key.material {
                    continue;
                }
                tried += 1;
                let verdict = verdict(&token, &public(&stranger));
                assert_ne!(
                    verdict.state,
                    SignatureState::Valid,
                    "{alg} by a key for {other}"
                );
            }
        }
        assert!(tried > 10, "{tried}");
    }
}
