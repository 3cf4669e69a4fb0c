//! Why a verification failed: the causes people really have, one file each, tried until one
//! holds. `ALL` lists them; their order is the order of preference where several come to the
//! same. A proposal says only what was computed.

pub mod algorithm;
mod case;
mod cause;
pub mod encryption;
pub mod input;
pub mod key;
mod proposal;
mod recovered;
mod search;
pub mod secret;
pub mod signature;
pub mod token;

pub use case::{Case, KeyChange, Paste, Trial};
pub use cause::{Cause, Kind, Said};
pub use proposal::{Diagnosis, Fix};
pub use recovered::Recovered;
pub use search::Budget;

use crate::diagnostic::{Diagnostic, Fact};
use crate::inspect::{Family, Inspection, Token, inspect};
use crate::jose::algorithms::Scheme;
use crate::keys::{KeyReading, read_key};
use crate::verify::{Attempt, Question, SignatureState, SignatureVerdict, verify};
use search::Findings;
use std::collections::BTreeSet;

/// Every cause, the likeliest first.
pub const ALL: [Cause; 89] = [
    secret::line_break::CAUSE,
    secret::white_space::CAUSE,
    secret::quotes::CAUSE,
    secret::punctuation::CAUSE,
    secret::byte_order_mark::CAUSE,
    secret::name::CAUSE,
    secret::comment::CAUSE,
    secret::escapes::CAUSE,
    secret::variable::CAUSE,
    secret::percent::CAUSE,
    secret::html::CAUSE,
    secret::from_utf16::CAUSE,
    secret::invisible::CAUSE,
    secret::typography::CAUSE,
    secret::letter_case::CAUSE,
    secret::normalisation::CAUSE,
    secret::literal::CAUSE,
    secret::part::CAUSE,
    secret::added_line_break::CAUSE,
    secret::added_space::CAUSE,
    secret::utf8::CAUSE,
    secret::base64::CAUSE,
    secret::base64url::CAUSE,
    secret::hex::CAUSE,
    secret::encoded_again::CAUSE,
    secret::base32::CAUSE,
    secret::uuid::CAUSE,
    secret::utf16::CAUSE,
    secret::latin1::CAUSE,
    secret::windows_1252::CAUSE,
    secret::ascii::CAUSE,
    secret::bytes_as_text::CAUSE,
    secret::hashed::CAUSE,
    secret::jwk_text::CAUSE,
    secret::whole_line::CAUSE,
    secret::byte_list::CAUSE,
    secret::json_value::CAUSE,
    secret::placeholder::CAUSE,
    key::other_of_set::CAUSE,
    key::other_block::CAUSE,
    key::own::CAUSE,
    key::private_half::CAUSE,
    key::raw_public::CAUSE,
    key::numbers::CAUSE,
    algorithm::other::CAUSE,
    algorithm::salt::CAUSE,
    algorithm::mask::CAUSE,
    algorithm::hash::CAUSE,
    algorithm::sha1::CAUSE,
    algorithm::digest_info::CAUSE,
    algorithm::home_made::CAUSE,
    key::public_as_secret::CAUSE,
    signature::der_signature::CAUSE,
    signature::swapped::CAUSE,
    signature::little_endian::CAUSE,
    signature::trimmed::CAUSE,
    signature::hex::CAUSE,
    signature::encoded_twice::CAUSE,
    signature::wrapped::CAUSE,
    signature::completed::CAUSE,
    token::invisible::CAUSE,
    token::homoglyphs::CAUSE,
    token::escaped::CAUSE,
    token::extra_parts::CAUSE,
    token::glued::CAUSE,
    token::alphabet::CAUSE,
    token::plus_lost::CAUSE,
    token::dots::CAUSE,
    token::start_missing::CAUSE,
    token::parts_order::CAUSE,
    input::nonce_hashed::CAUSE,
    input::base64::CAUSE,
    input::json_text::CAUSE,
    input::reserialised::CAUSE,
    input::hashed::CAUSE,
    token::cut_seen::CAUSE,
    token::earlier::CAUSE,
    token::parts_mixed::CAUSE,
    token::header_edited::CAUSE,
    token::shortened::CAUSE,
    token::letter_case::CAUSE,
    token::part_count::CAUSE,
    token::edited::CAUSE,
    signature::other_length::CAUSE,
    token::cut_off::CAUSE,
    key::wrong_type::CAUSE,
    key::earlier::CAUSE,
    key::other_signer::CAUSE,
    token::absent::CAUSE,
];

/// Causes that are tried when neither one of [`ALL`] nor two of them fit: they pass over so much,
/// or are so many, that they would hide a better answer.
pub const LAST: [Cause; 3] = [
    secret::length::CAUSE,
    secret::base64_lenient::CAUSE,
    input::reordered::CAUSE,
];

/// Repairs of a text that holds no readable token, of which each is searched further.
const MOST_REPAIRS: usize = 8;

/// Says why token and key of `question` do not go together; empty when they do, or when there is
/// no token or no key. `seen` are tokens that were inspected before, newest first.
pub fn diagnose(
    inspection: &Inspection,
    question: &Question,
    seen: &[String],
    budget: Budget,
) -> Vec<Diagnosis> {
    if question.key.text.expose().is_empty() || inspection.paste.trim().is_empty() {
        return Vec::new();
    }
    let jwe = inspection.tokens.get(question.token);
    if let Some(token) = jwe.filter(|token| token.family == Family::Jwe) {
        return encryption::diagnose(inspection, token, question, budget);
    }
    let whole = verify(inspection, question);
    if whole.state == SignatureState::Valid {
        return key::strict::diagnose(question);
    }
    let asked = Asked::of(inspection, question, &whole);
    if !asked.is_unread && !asked.lacks_content && !failed(&whole) {
        return Vec::new();
    }
    let found = reasons(&asked, seen, budget);
    if found.is_empty() {
        return vec![anyhow(asked.verdict, &read_key(&question.key))];
    }
    found
}

/// A question that was answered with no.
struct Asked<'a> {
    inspection: &'a Inspection,
    question: &'a Question,
    token: Option<&'a Token>,
    /// Which signature of the token.
    at: usize,
    verdict: &'a SignatureVerdict,
    /// There is no token, or its algorithm is not known.
    is_unread: bool,
    /// Damage can make a token look as if its content were detached.
    lacks_content: bool,
}

impl<'a> Asked<'a> {
    fn of(inspection: &'a Inspection, question: &'a Question, whole: &'a SignatureVerdict) -> Self {
        let token = inspection.tokens.get(question.token);
        let at = whole.signatures.iter().position(failed).unwrap_or(0);
        Asked {
            inspection,
            question,
            token,
            at,
            verdict: whole.signatures.get(at).unwrap_or(whole),
            is_unread: token.is_none() || whole.state == SignatureState::Unsupported,
            lacks_content: whole.reason.code == "verify-content-missing",
        }
    }
}

/// What would make it verify, what is certain, or what was tried; empty where the reason of the
/// verdict says all there is.
fn reasons(asked: &Asked<'_>, seen: &[String], budget: Budget) -> Vec<Diagnosis> {
    let Asked {
        inspection,
        question,
        token,
        at,
        verdict,
        is_unread,
        lacks_content,
    } = *asked;
    let bytes_match = verdict.reason.code.starts_with("verify-match-");
    let may_be_repaired = ["verify-match-part-changed", "verify-match-segment-count"]
        .contains(&verdict.reason.code.as_ref());
    let is_public = verdict.reason.code == "verify-confusion";
    if is_public || bytes_match && !may_be_repaired {
        return Vec::new();
    }
    let others = others(inspection, question.token, seen);
    let paste = Paste {
        text: &inspection.paste,
        token,
        seen: &others,
    };
    let mut findings = Findings {
        left: budget.0,
        ..Findings::default()
    };
    let repaired = repairs(&paste, question, &mut findings);
    if !repaired.is_empty() {
        return repaired;
    }
    if bytes_match {
        let repaired = repaired_twice(&paste, question, &mut findings);
        if !repaired.is_empty() || verdict.reason.code != "verify-match-part-changed" {
            return repaired;
        }
        // What no strict reader takes is what was signed.
        return vec![Diagnosis {
            steps: vec![input::base64::said("form-as-it-stands")],
            is_verified: true,
            is_certain: false,
            fixes: Vec::new(),
        }];
    }
    let reading = read_key(&question.key);
    let case = token.and_then(|token| {
        let signature = token.signatures.get(at)?;
        let attempt = Attempt::new(token, signature, question.content.as_deref());
        Some(Case::new(
            paste, token, attempt, question, &reading, verdict,
        ))
    });
    if let Some(case) = case.as_ref().filter(|_| !lacks_content) {
        let is_secret = matches!(case.row, Some(row) if matches!(row.scheme, Scheme::Hmac(_)));
        // A damaged key that no longer looks like one was read as a bare secret.
        // A set that was read needs no repair: which of its keys is tried is another matter.
        let is_read_set = reading.is_set && !reading.keys.is_empty();
        if !is_read_set && (!is_secret || reading.keys.is_empty()) {
            let readable = key::text::diagnose(inspection, question);
            if !readable.is_empty() {
                return readable;
            }
        }
        let behind = key::text::trials(inspection, case, at);
        let found = search::search(case, &case.trials(), &behind, &ALL, &LAST, budget);
        findings.add(found);
    }
    let is_rough = case.as_ref().is_some_and(Case::is_rough);
    let may_be_read_otherwise = is_unread || lacks_content || is_rough;
    if may_be_read_otherwise && findings.verified.is_empty() {
        behind_repairs(&paste, question, &reading, &mut findings);
    }
    if may_be_read_otherwise && findings.verified.is_empty() {
        findings.verified = repaired_twice(&paste, question, &mut findings);
    }
    if !findings.verified.is_empty() {
        return findings.verified;
    }
    let certain = certain(&paste, case.as_ref().filter(|_| !lacks_content));
    if !certain.is_empty() || findings.tried == 0 || lacks_content {
        return certain;
    }
    // Other readings of the text fit as little: what is wrong with it is why.
    if let (true, Some(fault)) = (reading.keys.is_empty(), reading.faults.first()) {
        return vec![so(fault.clone())];
    }
    vec![nothing_fits(&findings, case.as_ref())]
}

/// What is so without any change.
fn so(step: Diagnostic) -> Diagnosis {
    Diagnosis {
        steps: vec![step],
        is_verified: false,
        is_certain: true,
        fixes: Vec::new(),
    }
}

/// Where there was nothing to try: what is wrong with the key, or else the reason of the verdict,
/// which then says all there is.
fn anyhow(verdict: &SignatureVerdict, reading: &KeyReading) -> Diagnosis {
    let fault = reading.faults.first().filter(|_| reading.keys.is_empty());
    so(fault.unwrap_or(&verdict.reason).clone())
}

fn failed(verdict: &SignatureVerdict) -> bool {
    matches!(
        verdict.state,
        SignatureState::Invalid | SignatureState::KeyError
    )
}

/// The other tokens there are: in the same paste, and inspected before.
fn others(inspection: &Inspection, token: usize, seen: &[String]) -> Vec<String> {
    let mut tokens = inspection.tokens.iter().enumerate();
    let own = inspection.tokens.get(token).map(|token| &token.source.text);
    let mut others: Vec<String> = Vec::new();
    let beside = tokens.by_ref().map(|(_, token)| &token.source.text);
    for text in beside.chain(seen) {
        if Some(text) != own && !others.contains(text) {
            others.push(text.clone());
        }
    }
    others
}

/// A paste that is longer is repaired in few ways only: each of them is a copy, read anew.
const LONG: usize = 300_000;
/// The repairs that a long paste is worth.
const OF_LONG: [&str; 4] = [
    token::invisible::CAUSE.code,
    token::homoglyphs::CAUSE.code,
    token::alphabet::CAUSE.code,
    token::dots::CAUSE.code,
];

/// Other texts of the token box that one cause proposes.
fn changed_by(cause: &Cause, paste: &Paste<'_>) -> Vec<Said<String>> {
    match cause.kind {
        Kind::Paste(change) if paste.text.len() <= LONG || OF_LONG.contains(&cause.code) => {
            change(paste)
        }
        _ => Vec::new(),
    }
}

/// Other texts of the token box.
fn changed<'a>(paste: &'a Paste<'_>) -> impl Iterator<Item = Said<String>> + 'a {
    let mut known = BTreeSet::new();
    ALL.iter()
        .flat_map(move |cause| changed_by(cause, paste))
        .filter(move |(text, _)| text != paste.text && known.insert(text.clone()))
}

/// What may be computed for a text that turns out to be a JWE.
const OF_HIDDEN: u32 = 5_000;

/// Other texts of the token box with which everything is in order, read and verified anew.
fn repairs(paste: &Paste<'_>, question: &Question, findings: &mut Findings) -> Vec<Diagnosis> {
    for (text, step) in changed(paste) {
        let inspection = inspect(&text);
        findings.count_repair();
        let is_jwe = |token: &Token| token.family == Family::Jwe;
        if inspection.tokens.first().is_some_and(is_jwe) {
            // What hid its kind is put right.
            let found = encryption::of_text(&inspection, question, Budget(OF_HIDDEN));
            if let Some(found) = found {
                return vec![encryption::behind_text(found, (text, step))];
            }
            continue;
        }
        let question = asking_of(&inspection, question);
        if verify(&inspection, &question).state == SignatureState::Valid {
            return vec![Diagnosis {
                steps: vec![step],
                is_verified: true,
                is_certain: false,
                fixes: vec![Fix::SetPaste(text)],
            }];
        }
    }
    Vec::new()
}

/// Texts that are read and verified after two repairs, at most.
const MOST_TWICE: usize = 60;
/// Longer texts are repaired once only.
const LONGEST_TWICE: usize = 20_000;

/// Other texts of the token box that two causes make, one after the other.
fn repaired_twice(
    paste: &Paste<'_>,
    question: &Question,
    findings: &mut Findings,
) -> Vec<Diagnosis> {
    let mut known: BTreeSet<String> = changed(paste).map(|(text, _)| text).collect();
    let mut left = MOST_TWICE;
    if paste.text.len() > LONGEST_TWICE {
        return Vec::new();
    }
    // What leaves a part out would make a token of other tokens' parts.
    let is_sure = |(_, step): &Said<String>| step.code != token::extra_parts::CAUSE.code;
    for (first, step) in changed(paste).filter(is_sure) {
        let between = inspect(&first);
        let asked = asking_of(&between, question);
        let between = Paste {
            text: &first,
            token: between.tokens.get(asked.token),
            seen: paste.seen,
        };
        for (text, other) in changed(&between).filter(is_sure) {
            let inspection = inspect(&text);
            let is_whole = |token: &Token| {
                token.family == Family::Jws && token.source.text.matches('.').count() == 2
            };
            if !inspection.tokens.first().is_some_and(is_whole) || !known.insert(text.clone()) {
                continue;
            }
            if left == 0 {
                return Vec::new();
            }
            left = left.saturating_sub(1);
            findings.count_repair();
            let question = asking_of(&inspection, question);
            if verify(&inspection, &question).state == SignatureState::Valid {
                return vec![Diagnosis {
                    steps: vec![step, other],
                    is_verified: true,
                    is_certain: false,
                    fixes: vec![Fix::SetPaste(text)],
                }];
            }
        }
    }
    Vec::new()
}

/// Other texts of the token box, of which each is searched for one fault more.
fn behind_repairs(
    paste: &Paste<'_>,
    question: &Question,
    reading: &KeyReading,
    findings: &mut Findings,
) {
    let mut repaired = 0;
    for (text, step) in changed(paste) {
        if repaired == MOST_REPAIRS {
            return;
        }
        let inspection = inspect(&text);
        let question = asking_of(&inspection, question);
        let verdict = verify(&inspection, &question);
        let token = inspection.tokens.get(question.token);
        let Some((token, signature)) =
            token.and_then(|token| Some((token, token.signatures.first()?)))
        else {
            continue;
        };
        if !failed(&verdict) {
            continue;
        }
        let paste = Paste {
            text: &text,
            token: Some(token),
            seen: paste.seen,
        };
        let attempt = Attempt::new(token, signature, question.content.as_deref());
        let case = Case::new(paste, token, attempt, &question, reading, &verdict);
        if case.is_rough() {
            // Whatever fits, more than this repair would have to be said.
            continue;
        }
        let mut trials = case.trials();
        trials.extend(key::text::trials(&inspection, &case, 0));
        for trial in &mut trials {
            trial.steps.insert(0, step.clone());
            trial.paste.get_or_insert_with(|| text.clone());
        }
        let found = search::search(&case, &trials, &[], &ALL, &LAST, Budget(findings.left));
        findings.add(found);
        if !findings.verified.is_empty() {
            return;
        }
        repaired += 1;
    }
}

/// The question about another text, which may hold fewer tokens.
fn asking_of(inspection: &Inspection, question: &Question) -> Question {
    let mut question = question.clone();
    if question.token >= inspection.tokens.len() {
        question.token = 0;
    }
    question
}

/// The first thing that is so without any change.
fn certain(paste: &Paste<'_>, case: Option<&Case<'_>>) -> Vec<Diagnosis> {
    let said = ALL.iter().flat_map(|cause| match (cause.kind, case) {
        (Kind::Certain(say), Some(case)) => say(case),
        (Kind::CertainOfPaste(say), _) => say(paste),
        _ => Vec::new(),
    });
    said.take(1).map(so).collect()
}

/// What was tried, and what to look at next.
fn nothing_fits(findings: &Findings, case: Option<&Case<'_>>) -> Diagnosis {
    let kinds = findings.kinds.iter().map(|kind| Fact::Word((*kind).into()));
    let tried = Diagnostic::info("diagnosis-nothing-fits")
        .with("count", findings.tried)
        .with_fact("tried", Fact::List(kinds.collect()));
    let next = case.map_or_else(|| Diagnostic::info("diagnosis-next-key"), next);
    Diagnosis {
        steps: vec![tried, next],
        is_verified: false,
        is_certain: false,
        fixes: Vec::new(),
    }
}

/// What to check next: by who issued the token, and by what its header says of the key.
fn next(case: &Case<'_>) -> Diagnostic {
    let is_secret = matches!(case.row, Some(row) if matches!(row.scheme, Scheme::Hmac(_)));
    let payload = case.token.payload();
    let issuer = payload.and_then(|claims| claims.get("iss")?.text());
    let kid = case.attempt.headers.text("kid");
    match (is_secret, kid, issuer) {
        (true, _, Some(issuer)) => {
            Diagnostic::info("diagnosis-next-secret-issuer").with("issuer", issuer.into_owned())
        }
        (true, _, None) => Diagnostic::info("diagnosis-next-secret"),
        (false, Some(kid), _) => Diagnostic::info("diagnosis-next-kid").with("kid", kid),
        (false, None, Some(issuer)) => {
            Diagnostic::info("diagnosis-next-issuer").with("issuer", issuer.into_owned())
        }
        (false, None, None) => Diagnostic::info("diagnosis-next-key"),
    }
}

#[cfg(test)]
mod tests;
