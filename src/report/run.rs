//! Calls every function of the core on one paste. Links the cryptography, so the page, which
//! gets its verdicts from the worker, does not call this.

use super::{Answers, ReportOptions};
use crate::checks::check;
use crate::inspect::inspect;
use crate::judge::judge;
use crate::profiles;
use crate::verify::{Question, verify};

/// All answers about `paste`; the verdicts are those of the first token.
pub fn answer(paste: &str, options: &ReportOptions) -> Answers {
    let inspection = inspect(paste);
    let token = 0;
    let signatures: Vec<_> = (0..inspection.tokens.len().max(1))
        .map(|token| {
            let question = Question {
                token,
                key: options.key.clone(),
                content: options.content.clone(),
            };
            verify(&inspection, &question)
        })
        .collect();
    let claims = judge(&inspection, token, options.now, &options.expectations);
    let key = signatures
        .get(token)
        .and_then(|verdict| verdict.key.as_ref());
    let mut findings = check(&inspection, token, key);
    let proposed = profiles::recognise(&inspection, token).first().copied();
    if let Some(profile) = proposed {
        findings.extend(profiles::check(profile, &inspection, token, options.now));
    }
    Answers {
        inspection,
        token,
        signatures,
        claims,
        proposed,
        findings,
        diagnosis: Vec::new(),
    }
}
