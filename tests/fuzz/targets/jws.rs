//! A JWS of any bytes: its parts are read as they were written, and without a key nobody vouches
//! for it.

use super::holds;
use jwt_debugger::base64url::encode;
use jwt_debugger::inspect::{Family, inspect};
use jwt_debugger::span::Part;
use jwt_debugger::verify::{Question, SignatureState, verify};

pub fn run(input: &[u8]) {
    let [header, payload, signature] = super::pieces(input);
    let token = [header, payload, signature].map(encode).join(".");
    let inspection = inspect(&token);
    holds::inspection(&inspection);
    let verdict = verify(&inspection, &Question::default());
    assert!(
        !matches!(
            verdict.state,
            SignatureState::Valid | SignatureState::Decrypted
        ),
        "nobody gave a key: {verdict:?}"
    );
    holds::said([&verdict.reason], &token);
    holds::said(&verdict.warnings, &token);
    let is_object = serde_json::from_slice::<serde_json::Map<_, _>>(header).is_ok();
    if !is_object {
        return;
    }
    assert_eq!(inspection.tokens.len(), 1, "{token}");
    let found = &inspection.tokens[0];
    assert_eq!(found.source.text, token);
    if found.family == Family::Jws {
        let bytes = |part| found.part(part).map(|part| part.bytes.as_slice());
        assert_eq!(bytes(Part::Header), Some(header));
        assert_eq!(bytes(Part::Signature), Some(signature));
        let is_plain = String::from_utf8_lossy(header).contains("b64");
        if !is_plain {
            assert_eq!(bytes(Part::Payload), Some(payload));
        }
    }
}
