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
mod search;
pub mod secret;
pub mod signature;
pub mod token;

pub use case::{Case, KeyChange, Paste, Trial};
pub use cause::{Cause, Kind, Said};
pub use proposal::{Diagnosis, Fix};
pub use search::Budget;

use crate::diagnostic::Diagnostic;
use crate::inspect::{Family, Inspection, inspect};
use crate::jose::algorithms::Scheme;
use crate::keys::read_key;
use crate::verify::{Alg, Attempt, Question, SignatureState, SignatureVerdict, verify};

/// Every cause, the likeliest first.
pub const ALL: [Cause; 44] = [
    secret::line_break::CAUSE,
    secret::white_space::CAUSE,
    secret::quotes::CAUSE,
    secret::byte_order_mark::CAUSE,
    secret::name::CAUSE,
    secret::escapes::CAUSE,
    secret::percent::CAUSE,
    secret::letter_case::CAUSE,
    secret::normalisation::CAUSE,
    secret::added_line_break::CAUSE,
    secret::utf8::CAUSE,
    secret::base64::CAUSE,
    secret::base64url::CAUSE,
    secret::hex::CAUSE,
    secret::encoded_again::CAUSE,
    secret::utf16::CAUSE,
    secret::latin1::CAUSE,
    secret::jwk_text::CAUSE,
    secret::whole_line::CAUSE,
    key::other_of_set::CAUSE,
    key::own::CAUSE,
    key::private_half::CAUSE,
    algorithm::other::CAUSE,
    algorithm::salt::CAUSE,
    algorithm::hash::CAUSE,
    key::public_as_secret::CAUSE,
    signature::der_signature::CAUSE,
    signature::swapped::CAUSE,
    signature::little_endian::CAUSE,
    signature::trimmed::CAUSE,
    signature::hex::CAUSE,
    signature::encoded_twice::CAUSE,
    token::invisible::CAUSE,
    token::homoglyphs::CAUSE,
    token::alphabet::CAUSE,
    token::dots::CAUSE,
    token::escaped::CAUSE,
    input::base64::CAUSE,
    input::json_text::CAUSE,
    input::reserialised::CAUSE,
    token::earlier::CAUSE,
    token::edited::CAUSE,
    token::cut_off::CAUSE,
    key::wrong_type::CAUSE,
];

/// Causes that are tried when neither one of [`ALL`] nor two of them fit: their reading passes
/// over so much that it would hide a better answer.
pub const LAST: [Cause; 1] = [secret::base64_lenient::CAUSE];

/// Says why token and key of `question` do not go together; empty when they do, or when there is
/// nothing to go by. `seen` are tokens that were inspected before, newest first.
pub fn diagnose(
    inspection: &Inspection,
    question: &Question,
    seen: &[String],
    budget: Budget,
) -> Vec<Diagnosis> {
    let jwe = inspection.tokens.get(question.token);
    if let Some(token) = jwe.filter(|token| token.family == Family::Jwe) {
        return encryption::diagnose(inspection, token, question, budget);
    }
    let whole = verify(inspection, question);
    let failed = |verdict: &SignatureVerdict| {
        matches!(
            verdict.state,
            SignatureState::Invalid | SignatureState::KeyError
        )
    };
    let token = inspection.tokens.get(question.token);
    let paste = Paste {
        text: &inspection.paste,
        token,
        seen,
    };
    if question.key.text.expose().is_empty() {
        return Vec::new();
    }
    if token.is_none() || whole.state == SignatureState::Unsupported {
        let repaired = repairs(&paste, question);
        return match token {
            Some(token) if repaired.is_empty() => algorithm::unknown::diagnose(token, question),
            _ => repaired,
        };
    }
    if whole.state == SignatureState::Valid {
        return key::strict::diagnose(question);
    }
    if !failed(&whole) {
        return Vec::new();
    }
    let Some(token) = token else {
        return Vec::new();
    };
    let at = whole.signatures.iter().position(failed).unwrap_or(0);
    let verdict = whole.signatures.get(at).unwrap_or(&whole);
    let bytes_match = verdict.reason.code.starts_with("verify-match-");
    let may_be_repaired = ["verify-match-part-changed", "verify-match-segment-count"]
        .contains(&verdict.reason.code.as_ref());
    if bytes_match && !may_be_repaired {
        // The reason of the verdict says all there is.
        return Vec::new();
    }
    let repaired = repairs(&paste, question);
    if !repaired.is_empty() {
        return repaired;
    }
    if bytes_match {
        // What no strict reader takes is what was signed.
        return vec![Diagnosis {
            steps: vec![input::base64::said("form-as-it-stands")],
            is_verified: true,
            is_certain: false,
            fixes: Vec::new(),
        }];
    }
    let Some(signature) = token.signatures.get(at) else {
        return Vec::new();
    };
    let attempt = Attempt::new(token, signature, question.content.as_deref());
    let reading = read_key(&question.key);
    // A damaged key that no longer looks like one was read as a bare secret.
    let is_secret =
        matches!(attempt.alg(), Alg::Known(row) if matches!(row.scheme, Scheme::Hmac(_)));
    if !is_secret || reading.keys.is_empty() {
        let readable = key::text::diagnose(inspection, question);
        if !readable.is_empty() {
            return readable;
        }
    }
    let case = Case {
        paste,
        token,
        attempt,
        row: match attempt.alg() {
            Alg::Known(row) => Some(row),
            Alg::Unsecured | Alg::Unsupported(_) => None,
        },
        question,
        reading: &reading,
        verdict,
    };
    let findings = search::search(&case, &ALL, &LAST, budget);
    if !findings.verified.is_empty() {
        return findings.verified;
    }
    let certain: Vec<Diagnosis> = ALL
        .iter()
        .filter_map(|cause| match cause.kind {
            Kind::Certain(say) => Some(say),
            _ => None,
        })
        .flat_map(|say| say(&case))
        .take(1)
        .map(|step| plain(step, true))
        .collect();
    if !certain.is_empty() || findings.tried == 0 {
        return certain;
    }
    vec![plain(
        Diagnostic::info("diagnosis-nothing-fits").with("count", findings.tried),
        false,
    )]
}

/// Other texts of the token box with which everything is in order, read and verified anew.
fn repairs(paste: &Paste<'_>, question: &Question) -> Vec<Diagnosis> {
    let changes = ALL.iter().filter_map(|cause| match cause.kind {
        Kind::Paste(change) => Some(change),
        _ => None,
    });
    for (text, step) in changes.flat_map(|change| change(paste)) {
        let inspection = inspect(&text);
        let mut question = question.clone();
        if question.token >= inspection.tokens.len() {
            question.token = 0;
        }
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

fn plain(step: Diagnostic, is_certain: bool) -> Diagnosis {
    Diagnosis {
        steps: vec![step],
        is_verified: false,
        is_certain,
        fixes: Vec::new(),
    }
}

#[cfg(test)]
mod tests;
