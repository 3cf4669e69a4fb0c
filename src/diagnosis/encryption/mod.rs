//! Why a JWE does not open: the causes people really have, one file each, tried by decrypting
//! until one opens it. `ALL` lists them; their order is the order of preference. A proposal says
//! only what was computed.

mod algorithm;
mod as_it_stands;
mod attached;
mod case;
mod content;
mod content_key_size;
mod derivation;
mod dots;
mod jwk_text;
mod key_fitted;
mod key_hashed;
mod key_of_set;
mod key_size;
mod key_text;
mod kid_absent;
mod packing;
mod parameter_missing;
mod parameters;
mod part_length;
mod party_info;
mod private_half;
mod search;
mod swapped;
mod tag_cut;
mod wrong_kind;

pub use case::{Case, Cause, Kind, Trial};

use super::proposal::FRAME;
use super::{Budget, Diagnosis, Fix, Kind as Signed, Paste};
use crate::decrypt::{Effort, decrypt, refusal};
use crate::diagnostic::{Diagnostic, Fact};
use crate::inspect::{Inspection, Token, inspect};
use crate::jose::header::JoseHeader;
use crate::jose::jwe::recipients;
use crate::keys::read_key;
use crate::verify::{Question, SignatureState, SignatureVerdict};

/// Every cause of its own; the readings of a bare secret are those of signatures.
pub const ALL: [Cause; 19] = [
    dots::CAUSE,
    key_of_set::CAUSE,
    jwk_text::CAUSE,
    key_hashed::CAUSE,
    key_fitted::CAUSE,
    as_it_stands::CAUSE,
    swapped::CAUSE,
    attached::CAUSE,
    tag_cut::CAUSE,
    parameters::CAUSE,
    party_info::CAUSE,
    packing::CAUSE,
    algorithm::CAUSE,
    content::CAUSE,
    derivation::CAUSE,
    wrong_kind::CAUSE,
    private_half::CAUSE,
    kid_absent::CAUSE,
    key_size::CAUSE,
];

/// Certain causes that are looked for when none of [`ALL`] is there.
const LAST: [Cause; 3] = [
    content_key_size::CAUSE,
    part_length::CAUSE,
    parameter_missing::CAUSE,
];

/// More recipients than this are not looked into.
const MAX_RECIPIENTS: usize = 8;

/// Says why the key of `question` does not open the JWE `token`; empty when it does, or when there
/// is nothing to go by. The work that a click agrees to is done.
pub fn diagnose(
    inspection: &Inspection,
    token: &Token,
    question: &Question,
    budget: Budget,
) -> Vec<Diagnosis> {
    if question.key.text.expose().is_empty() {
        return Vec::new();
    }
    let verdict = decrypt(inspection, question, Effort::Agreed).verdict;
    let failed = matches!(
        verdict.state,
        SignatureState::DecryptFailed | SignatureState::KeyError | SignatureState::Unsupported
    );
    if !failed {
        return Vec::new();
    }
    let paste = Paste {
        text: &inspection.paste,
        token: Some(token),
        seen: &[],
    };
    let repaired = repairs(&paste, question);
    if !repaired.is_empty() {
        return repaired;
    }
    if let Some(readable) = key_text::diagnose(inspection, question) {
        return vec![readable];
    }
    let header = JoseHeader::of(token, 0);
    let rule = refusal(token, &header);
    if rule.is_some_and(|rule| rule.code != "decrypt-part-changed") {
        // The reason of the verdict says all there is.
        return Vec::new();
    }
    search_recipients(&paste, token, question, &verdict, budget)
}

fn search_recipients(
    paste: &Paste<'_>,
    token: &Token,
    question: &Question,
    verdict: &SignatureVerdict,
    budget: Budget,
) -> Vec<Diagnosis> {
    let reading = read_key(&question.key);
    let all = recipients(token);
    let mut tried = 0_usize;
    let mut certain = None;
    for index in 0..all.len().clamp(1, MAX_RECIPIENTS) {
        let case = Case {
            paste: *paste,
            token,
            recipient: all.get(index).cloned().unwrap_or_default(),
            header: JoseHeader::of(token, index),
            question,
            reading: &reading,
            verdict,
        };
        let found = search::search(&case, budget);
        if let Some(diagnosis) = found.opened {
            return vec![diagnosis];
        }
        tried = tried.saturating_add(found.tried);
        certain = certain.or_else(|| so(&case));
    }
    match certain {
        Some(step) => vec![plain(step, true)],
        None if tried == 0 => Vec::new(),
        None => {
            let step = Diagnostic::info("diagnosis-nothing-opens").with("count", tried);
            vec![plain(step, false)]
        }
    }
}

/// The first cause that is so without any change.
fn so(case: &Case<'_>) -> Option<Diagnostic> {
    ALL.iter().chain(&LAST).find_map(|cause| match cause.kind {
        Kind::Certain(say) => say(case),
        _ => None,
    })
}

/// Other texts of the token box with which everything is in order, read and decrypted anew.
fn repairs(paste: &Paste<'_>, question: &Question) -> Vec<Diagnosis> {
    let well_formed = paste.token.is_some_and(|token| token.faults.is_empty());
    if well_formed {
        return Vec::new();
    }
    let own = ALL.iter().filter_map(|cause| match cause.kind {
        Kind::Paste(change) => Some(change),
        _ => None,
    });
    let shared = super::ALL.iter().filter_map(|cause| match cause.kind {
        Signed::Paste(change) => Some(change),
        _ => None,
    });
    for (text, step) in shared.chain(own).flat_map(|change| change(paste)) {
        let inspection = inspect(&text);
        let mut question = question.clone();
        if question.token >= inspection.tokens.len() {
            question.token = 0;
        }
        let opened = decrypt(&inspection, &question, Effort::Agreed);
        if opened.verdict.state == SignatureState::Decrypted {
            return vec![opens(vec![step], vec![Fix::SetPaste(text)])];
        }
    }
    Vec::new()
}

/// A diagnosis of one sentence, which was not carried out.
fn plain(step: Diagnostic, is_certain: bool) -> Diagnosis {
    Diagnosis {
        steps: vec![step],
        is_verified: false,
        is_certain,
        fixes: Vec::new(),
    }
}

/// A diagnosis whose steps follow "It opens when".
fn opens(mut steps: Vec<Diagnostic>, fixes: Vec<Fix>) -> Diagnosis {
    if let Some(first) = steps.first_mut() {
        let frame = Fact::Word("diagnosis-opens".into());
        first.facts.push((FRAME.into(), frame));
    }
    Diagnosis {
        steps,
        is_verified: true,
        is_certain: false,
        fixes,
    }
}

#[cfg(test)]
mod tests;
