//! Calls every function of the core on one paste. Links the cryptography, so the page, which
//! gets its verdicts from the worker, does not call this.

use super::{Answers, ReportOptions};
use crate::checks::{Around, Certainty, being, check_among, secret_guessed};
use crate::decrypt::{Effort, decrypt};
use crate::diagnosis::{Budget, diagnose};
use crate::guess::guess;
use crate::inspect::{Family, Inspection, inspect};
use crate::judge::{Expectations, beside, judge};
use crate::nesting::{Inside, Trail};
use crate::profiles;
use crate::secret::Secret;
use crate::verify::{Question, SignatureVerdict, verify};

/// All answers about `paste`; the verdicts are those of the token that was picked. Asking for them is the
/// consent to costly decryption.
pub fn answer(paste: &str, options: &ReportOptions) -> Answers {
    answer_at(paste, options, &Trail::default(), Pains::Taken)
}

/// The same without what takes long, for who asks again at every key: nothing costly is
/// decrypted, and no cause of a failure is looked for.
pub fn answer_quickly(paste: &str, options: &ReportOptions) -> Answers {
    answer_at(paste, options, &Trail::default(), Pains::Spared)
}

/// Whether what takes long is done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pains {
    Taken,
    Spared,
}

fn answer_at(paste: &str, options: &ReportOptions, trail: &Trail, pains: Pains) -> Answers {
    let found = inspect(paste);
    let mut inspection = found.clone();
    let mut signatures = Vec::new();
    let mut nested = Vec::new();
    let mut too_deep = Vec::new();
    for token in 0..found.tokens.len().max(1) {
        let question = Question {
            token,
            key: options.key.clone(),
            content: options.content.clone().map(String::into_bytes),
        };
        let (verdict, plaintext) = vouch(&found, &question, pains);
        signatures.push(verdict);
        if let Some(plaintext) = &plaintext {
            inspection = inspection.opened(token, plaintext.expose());
        }
        let inside = trail.inside(&inspection, token);
        too_deep.extend(inside.problem());
        if let Inside::Token(text) = inside {
            let mut deeper = trail.clone();
            deeper.enter(&inspection, token, text.clone());
            nested.push((token, answer_at(&text, options, &deeper, pains)));
        }
    }
    let token = match trail.outer().len() {
        0 => options.token.min(found.tokens.len().saturating_sub(1)),
        _ => 0,
    };
    let inside = nested.iter().find(|(outer, _)| *outer == token);
    let claims = match inside {
        Some((_, inner)) => inner.claims.clone(),
        None => {
            let disclosed = inspection.disclosed(token);
            let expectations = Expectations {
                beside: beside(&disclosed, token, &options.beside),
                ..options.expectations.clone()
            };
            judge(&disclosed, token, options.now, &expectations)
        }
    };
    let key = signatures
        .get(token)
        .and_then(|verdict| verdict.key.as_ref());
    let around = Around {
        clock: Some(options.now),
        ..Around::default()
    };
    let mut findings = check_among(&inspection, token, key, &around);
    let words = options.words.expose();
    let is_tried = trail.outer().len() == 0 && !words.is_empty();
    if is_tried && guess(&found, token, words).is_some() {
        findings.insert(0, secret_guessed());
    }
    let too_deep = too_deep.into_iter().take(1);
    findings.extend(too_deep.map(|said| being(said, Certainty::Known)));
    let proposed = profiles::recognise(&inspection, token).first().copied();
    if let Some(profile) = proposed {
        profile.leave_out_judged(&mut findings);
        // Nobody said that it is of this kind.
        let says = profiles::check(profile, &inspection, token, options.now);
        findings.extend(says.into_iter().map(|said| being(said, Certainty::Likely)));
    }
    let question = Question {
        token,
        key: options.key.clone(),
        content: options.content.clone().map(String::into_bytes),
    };
    let diagnosis = match pains {
        Pains::Taken => diagnose(&found, &question, &[], Budget::default()),
        Pains::Spared => Vec::new(),
    };
    Answers {
        inspection,
        token,
        signatures,
        claims,
        proposed,
        findings,
        diagnosis,
        nested,
    }
}

/// Who vouches for a token; for a JWE, whether the key opens it, and what is inside.
fn vouch(
    inspection: &Inspection,
    question: &Question,
    pains: Pains,
) -> (SignatureVerdict, Option<Secret<Vec<u8>>>) {
    let token = inspection.tokens.get(question.token);
    if token.is_some_and(|token| token.family == Family::Jwe) {
        let effort = match pains {
            Pains::Taken => Effort::Agreed,
            Pains::Spared => Effort::Quick,
        };
        let decryption = decrypt(inspection, question, effort);
        return (decryption.verdict, decryption.plaintext);
    }
    (verify(inspection, question), None)
}
