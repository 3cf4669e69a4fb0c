//! The header's `alg` is missing, unknown, or written in another letter case: which algorithm of
//! those that the key fits makes the signature hold.

use crate::crypto;
use crate::diagnosis::Diagnosis;
use crate::diagnostic::Diagnostic;
use crate::inspect::Token;
use crate::jose::algorithms::SIGNATURE_ALGORITHMS;
use crate::keys::read_key;
use crate::verify::{Attempt, Question};

/// The algorithm that was used, when one of ours was.
pub fn diagnose(token: &Token, question: &Question) -> Vec<Diagnosis> {
    let Some(signature) = token.signatures.first() else {
        return Vec::new();
    };
    let attempt = Attempt::new(token, signature, question.content.as_deref());
    let input = attempt.signing_input();
    let alg = attempt.headers.text("alg").unwrap_or_default();
    let reading = read_key(&question.key);
    let used = reading.keys.iter().find_map(|key| {
        SIGNATURE_ALGORITHMS.iter().find(|row| {
            let signature = attempt.signature_bytes();
            crypto::verify(row.scheme, &key.material, &input, signature).is_ok()
        })
    });
    used.map(|row| Diagnosis {
        steps: vec![
            Diagnostic::info("algorithm-other")
                .with("used", row.name)
                .with("alg", alg),
        ],
        is_verified: true,
        is_certain: false,
        fixes: Vec::new(),
    })
    .into_iter()
    .collect()
}
