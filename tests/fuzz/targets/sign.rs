//! Any header and payload in the editors: what is signed is what was typed, and verifies, unless
//! an RFC forbids accepting it.

use super::holds;
use jwt_debugger::inspect::inspect;
use jwt_debugger::job::{Draft, Serialization};
use jwt_debugger::jose::jws;
use jwt_debugger::span::Part;
use jwt_debugger::verify::{Question, SignatureState, verify};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

const SECRET: &str = "a secret of more than thirty-two bytes, for HS256";

pub fn run(input: &[u8]) {
    let [header, payload] = super::pieces(input).map(super::text);
    let header = match header.contains("HS") {
        true => header.into_owned(),
        false => header.replace("\"alg\"", "\"alg\":\"HS256\",\"was\""),
    };
    let serialization = match input.len() % 5 {
        0 => Serialization::Flattened,
        1 => Serialization::General,
        _ => Serialization::Compact,
    };
    let draft = Draft {
        header: header.clone(),
        payload: payload.clone().into_owned(),
        key: holds::key(SECRET),
        serialization,
        ..Draft::default()
    };
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let signed = match jwt_debugger::sign::sign(&draft, &mut rng) {
        Ok(signed) => signed,
        Err(why) => {
            let said = holds::locale().say(&why);
            assert!(said != why.code, "{why:?}");
            return;
        }
    };
    let inspection = inspect(&signed.token);
    holds::inspection(&inspection);
    assert_eq!(inspection.tokens.len(), 1, "{}", signed.token);
    let token = &inspection.tokens[0];
    let bytes = |part| token.part(part).map(|part| part.bytes.as_slice());
    let expected = signed.payload.as_deref().unwrap_or(&payload);
    assert_eq!(bytes(Part::Header), Some(header.as_bytes()));
    if token.signatures.is_empty() {
        return;
    }
    // RFC 7797 §5.2: what cannot stand in a compact token travels beside it.
    let is_detached = jws::is_detached(token);
    if !is_detached {
        assert_eq!(bytes(Part::Payload), Some(expected.as_bytes()));
    }
    let question = Question {
        key: holds::key(SECRET),
        content: is_detached.then(|| expected.as_bytes().to_vec()),
        ..Question::default()
    };
    let verdict = verify(&inspection, &question);
    let is_forbidden = verdict.reason.code.starts_with("verify-match-");
    assert!(
        verdict.state == SignatureState::Valid || is_forbidden,
        "{verdict:?} of {}",
        signed.token
    );
}
