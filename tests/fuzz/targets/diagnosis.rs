//! Any token with any key: each proposal has its sentence, and what it proposes verifies when it
//! is carried out.

use super::holds;
use jwt_debugger::decrypt::{Effort, decrypt};
use jwt_debugger::diagnosis::{Budget, Fix, diagnose};
use jwt_debugger::inspect::{Family, inspect};
use jwt_debugger::verify::{Question, SignatureState, verify};

/// A two hundredth of what the page spends.
const BUDGET: Budget = Budget(150);

pub fn run(input: &[u8]) {
    let [paste, key] = super::pieces(input).map(super::text);
    let inspection = inspect(&paste);
    let question = Question {
        key: holds::key(&key),
        ..Question::default()
    };
    for one in diagnose(&inspection, &question, &[], BUDGET) {
        assert!(!one.steps.is_empty());
        for step in &one.steps {
            let said = holds::locale().say(step);
            assert!(said != step.code, "{step:?}");
        }
        if one.is_verified && !one.fixes.is_empty() {
            carried_out(&paste, question.clone(), &one.fixes);
        }
    }
}

fn carried_out(paste: &str, mut question: Question, fixes: &[Fix]) {
    let mut paste = paste.to_owned();
    for fix in fixes {
        match fix {
            Fix::SetKey { text, reading } => {
                question.key.text = text.clone();
                question.key.reading = *reading;
            }
            Fix::SetPaste(text) => paste.clone_from(text),
        }
    }
    let inspection = inspect(&paste);
    let is_jwe = inspection
        .tokens
        .first()
        .is_some_and(|token| token.family == Family::Jwe);
    let state = match is_jwe {
        true => {
            decrypt(&inspection, &question, Effort::Agreed)
                .verdict
                .state
        }
        false => verify(&inspection, &question).state,
    };
    let holds = [SignatureState::Valid, SignatureState::Decrypted];
    assert!(holds.contains(&state), "{state:?} after {fixes:?}");
}
