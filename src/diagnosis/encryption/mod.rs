//! Why a JWE does not open: the causes people really have, one file each, tried by decrypting
//! until one opens it. `ALL` lists them; their order is the order of preference. A proposal says
//! only what was computed.

mod additional_data;
mod algorithm;
mod as_it_stands;
mod attached;
mod behind;
mod case;
mod content;
mod content_key_given;
mod content_key_size;
mod derivation;
mod dots;
mod exchanged;
mod jwk_text;
mod key_fitted;
mod key_hashed;
mod key_of_set;
mod key_size;
mod key_text;
mod kid_absent;
mod oaep_mask;
mod packing;
mod parameter_missing;
mod parameters;
mod part_length;
mod party_info;
mod private_half;
mod search;
mod swapped;
mod tag_cut;
mod wrong_curve;
mod wrong_kind;

pub use behind::{behind_text, of_text};
pub use case::{Case, Cause, Kind, Trial};

use super::proposal::FRAME;
use super::{Budget, Diagnosis, Fix, Kind as Signed, Paste, Said, anyhow, so};
use crate::decrypt::{Effort, decrypt, refusal};
use crate::diagnostic::{Diagnostic, Fact};
use crate::inspect::{Inspection, Token, inspect};
use crate::jose::header::JoseHeader;
use crate::jose::jwe::recipients;
use crate::keys::read_key;
use crate::span::Part;
use crate::verify::{Question, SignatureState, SignatureVerdict};
use std::collections::BTreeSet;

/// Every cause of its own; the readings of a bare secret are those of signatures.
pub const ALL: [Cause; 24] = [
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
    oaep_mask::CAUSE,
    exchanged::CAUSE,
    additional_data::CAUSE,
    content_key_given::CAUSE,
    wrong_kind::CAUSE,
    wrong_curve::CAUSE,
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

/// More repairs of the token's text than this are not looked into.
const MOST_REPAIRS: usize = 100;

/// More recipients than this are not looked into.
const MAX_RECIPIENTS: usize = 8;

/// Says why the key of `question` does not open the JWE `token`; empty when it does. The work that a
/// click agrees to is done.
pub fn diagnose(
    inspection: &Inspection,
    token: &Token,
    question: &Question,
    budget: Budget,
) -> Vec<Diagnosis> {
    let verdict = decrypt(inspection, question, Effort::Agreed).verdict;
    let failed = matches!(
        verdict.state,
        SignatureState::DecryptFailed | SignatureState::KeyError | SignatureState::Unsupported
    );
    if !failed {
        return Vec::new();
    }
    let mut tally = Tally::default();
    let found = reasons(inspection, (token, &verdict), question, budget, &mut tally);
    if !found.is_empty() {
        return found;
    }
    let reading = read_key(&question.key);
    let is_refused = refusal(token, &JoseHeader::of(token, 0)).is_some();
    if tally.count == 0 || is_refused || reading.keys.is_empty() {
        return vec![anyhow(&verdict, &reading)];
    }
    let kinds = tally.kinds.into_iter().map(|kind| Fact::Word(kind.into()));
    let step = Diagnostic::info("diagnosis-nothing-opens")
        .with("count", tally.count)
        .with_fact("tried", Fact::List(kinds.collect()));
    vec![plain(step, false)]
}

/// What was tried: how many combinations, and of which kinds, as the keys of their words.
#[derive(Default)]
pub struct Tally {
    count: usize,
    kinds: BTreeSet<&'static str>,
}

impl Tally {
    /// Another text of the token, or of the key, that was tried.
    fn text(&mut self, kind: &'static str) {
        self.count = self.count.saturating_add(1);
        self.kinds.insert(kind);
    }
}

/// What opens the token, or is certain; empty where there is neither.
fn reasons(
    inspection: &Inspection,
    (token, verdict): (&Token, &SignatureVerdict),
    question: &Question,
    budget: Budget,
    tally: &mut Tally,
) -> Vec<Diagnosis> {
    let paste = Paste {
        text: &inspection.paste,
        token: Some(token),
        seen: &[],
    };
    let repaired = repairs(&paste, question, tally);
    if !repaired.is_empty() {
        return repaired;
    }
    if let Some(readable) = key_text::diagnose(inspection, question, affordable(token), tally) {
        return vec![readable];
    }
    let header = JoseHeader::of(token, 0);
    let rule = refusal(token, &header);
    let search = |tally: &mut Tally| {
        let mut found = match &rule {
            // The reason of the verdict says all there is.
            Some(rule) if rule.code != "decrypt-part-changed" => Vec::new(),
            _ => search_recipients(token, question, verdict, (budget, Depth::Two), tally),
        };
        if let Some(first) = found.first().filter(|found| found.is_verified)
            && !accounts_for_parts(token, first)
        {
            found = with_text(&paste, question, first).into_iter().collect();
        }
        found
    };
    let rough: Vec<Part> = rough_parts(token).collect();
    if rough == [Part::Tag] {
        // What was cut off within a character leaves stray bits.
        let found = search(tally);
        if found.iter().any(|found| found.is_verified) {
            return found;
        }
    }
    if !rough.is_empty() {
        // What only a lenient reader gets of the token is no fix of its text.
        let behind = behind::token_texts(&paste, question, behind::share(budget), tally);
        if let Some(behind) = behind {
            return vec![behind];
        }
    }
    let found = search(tally);
    if found.iter().any(|found| found.is_verified) {
        return found;
    }
    match behind::diagnose(inspection, &paste, question, budget, tally) {
        Some(behind) => vec![behind],
        None => found,
    }
}

/// The parts that only a lenient reader gets.
fn rough_parts(token: &Token) -> impl Iterator<Item = Part> {
    let parts = token.parts.iter().filter(|part| !part.exact);
    parts.map(|part| part.part)
}

/// Whether a diagnosis says so where a part is one that only a lenient reader gets, or sets another
/// text. What opens it without that would not open it when carried out.
fn accounts_for_parts(token: &Token, found: &Diagnosis) -> bool {
    let mut rough = rough_parts(token).peekable();
    if rough.peek().is_none() || !found.is_verified {
        return true;
    }
    let says = |cause: &Cause| found.steps.iter().any(|step| step.code == cause.code);
    let is_of_tag = says(&tag_cut::CAUSE) && rough.all(|part| part == Part::Tag);
    let sets_paste = |fix: &Fix| matches!(fix, Fix::SetPaste(_));
    is_of_tag || says(&as_it_stands::CAUSE) || found.fixes.iter().any(sets_paste)
}

/// What opens the token when its parts are read leniently, with a text of the token that a strict
/// reader takes, when that opens too.
fn with_text(paste: &Paste<'_>, question: &Question, found: &Diagnosis) -> Option<Diagnosis> {
    let [Fix::SetKey { text, reading }] = found.fixes.as_slice() else {
        return None;
    };
    let mut changed = question.clone();
    changed.key.text = text.clone();
    changed.key.reading = *reading;
    changed.token = 0;
    let mut texts = texts(paste);
    let (text, step) = texts.find(|(text, _)| {
        let opened = decrypt(&inspect(text), &changed, Effort::Agreed);
        opened.verdict.state == SignatureState::Decrypted
    })?;
    Some(behind_text(found.clone(), (text, step)))
}

/// How many causes are tried together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Each alone.
    One,
    /// Each alone, then each pair.
    Two,
}

fn search_recipients(
    token: &Token,
    question: &Question,
    verdict: &SignatureVerdict,
    (budget, depth): (Budget, Depth),
    tally: &mut Tally,
) -> Vec<Diagnosis> {
    let reading = read_key(&question.key);
    if reading.keys.is_empty() && reading.secret_texts.is_empty() {
        // There is nothing to try, and the reason of the verdict says why.
        return Vec::new();
    }
    let all = recipients(token);
    let mut certain = None;
    for index in 0..all.len().clamp(1, MAX_RECIPIENTS) {
        let case = Case {
            token,
            recipient: all.get(index).cloned().unwrap_or_default(),
            header: JoseHeader::of(token, index),
            question,
            reading: &reading,
            verdict,
        };
        if let Some(diagnosis) = search::search(&case, budget, depth, tally) {
            return vec![diagnosis];
        }
        certain = certain.or_else(|| certainly(&case));
    }
    certain.map(so).into_iter().collect()
}

/// How often a token may be opened to see whether a repair helps: what takes a password takes long.
fn affordable(token: &Token) -> usize {
    if is_slow(token) { 10 } else { 100 }
}

fn is_slow(token: &Token) -> bool {
    let alg = JoseHeader::of(token, 0).alg().unwrap_or_default();
    alg.starts_with("PBES2")
}

/// The first cause that is so without any change.
fn certainly(case: &Case<'_>) -> Option<Diagnostic> {
    ALL.iter().chain(&LAST).find_map(|cause| match cause.kind {
        Kind::Certain(say) => say(case),
        _ => None,
    })
}

/// Other texts of the token box with which everything is in order, read and decrypted anew.
fn repairs(paste: &Paste<'_>, question: &Question, tally: &mut Tally) -> Vec<Diagnosis> {
    let Some(token) = paste.token.filter(|token| !token.faults.is_empty()) else {
        return Vec::new();
    };
    let mut left = affordable(token);
    let mut seen = BTreeSet::new();
    for (text, step) in texts(paste) {
        if !seen.insert(text.clone()) {
            continue;
        }
        let inspection = inspect(&text);
        let mut question = question.clone();
        if question.token >= inspection.tokens.len() {
            question.token = 0;
        }
        if left == 0 {
            return Vec::new();
        }
        left = left.saturating_sub(1);
        tally.text("tried-token");
        let opened = decrypt(&inspection, &question, Effort::Agreed);
        if opened.verdict.state == SignatureState::Decrypted {
            return vec![opens(vec![step], vec![Fix::SetPaste(text)])];
        }
    }
    Vec::new()
}

/// Other texts of the token box.
fn texts<'a>(paste: &'a Paste<'_>) -> impl Iterator<Item = Said<String>> + 'a {
    let own = ALL.iter().filter_map(|cause| match cause.kind {
        Kind::Paste(change) => Some(change),
        _ => None,
    });
    let shared = super::ALL.iter().filter_map(|cause| match cause.kind {
        Signed::Paste(change) => Some(change),
        _ => None,
    });
    let texts = shared.chain(own).flat_map(move |change| change(paste));
    texts.take(MOST_REPAIRS)
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
