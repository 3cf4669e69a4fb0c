//! An SD-JWT of any bytes: what it discloses is read, and nothing that is not in it appears.

use super::holds;
use jwt_debugger::base64url::encode;
use jwt_debugger::inspect::inspect;
use jwt_debugger::jose::sd_jwt;
use jwt_debugger::json;
use jwt_debugger::judge::{Expectations, judge};
use jwt_debugger::verify::{Question, SignatureState, verify};

pub fn run(input: &[u8]) {
    let mut pieces = input.split(|byte| *byte == super::SEAM);
    let mut next = || encode(pieces.next().unwrap_or_default());
    let mut token = [next(), next(), next()].join(".");
    for disclosure in pieces.take(20) {
        token.push('~');
        // A Key Binding JWT is there as text.
        match disclosure.starts_with(b"eyJ") {
            true => token.push_str(&super::text(disclosure)),
            false => token.push_str(&encode(disclosure)),
        }
    }
    if !token.ends_with(|c: char| c.is_ascii_alphanumeric()) || !token.contains(".eyJ") {
        token.push('~');
    }
    let inspection = inspect(&token);
    holds::inspection(&inspection);
    let verdict = verify(&inspection, &Question::default());
    assert_ne!(verdict.state, SignatureState::Valid);
    for (index, found) in inspection.tokens.iter().enumerate() {
        let Some(read) = sd_jwt::read(found) else {
            continue;
        };
        holds::said(&read.problems, &inspection.paste);
        let _ = (sd_jwt::sd_hash(found), sd_jwt::key_binding_jwt(found));
        if let Some(processed) = &read.processed {
            assert!(processed.len() <= token.len() * 2 + 64, "{processed}");
            let payload = found.payload().map(|payload| payload.faults().is_empty());
            if payload == Some(true) && read.problems.is_empty() {
                let document = json::parse(processed.clone().into_bytes());
                assert_eq!(document.faults(), [], "{processed}");
            }
        }
        let disclosed = inspection.disclosed(index);
        let verdict = judge(&disclosed, index, 1_767_225_660, &Expectations::default());
        assert!(!verdict.states.is_empty());
    }
}
