//! Numbers that are moments: by their definition, or because they look like one.
//! Spec: RFC 7519 §2 (NumericDate).

use super::Subject;
use crate::diagnostic::{Diagnostic, Fact};
use crate::explain::ValueType;
use crate::explain::lookup::Known;
use std::borrow::Cow;

/// 2001-09-09 to 2100: ten digits that are more likely a moment than an amount.
const PLAUSIBLE: std::ops::Range<i64> = 1_000_000_000..4_102_444_800;

pub(super) fn explain(subject: &Subject<'_, '_>, said: &mut Vec<Diagnostic>) {
    let text = subject.text();
    let digits = subject.value.digits().or(text.as_deref());
    let Some(number) = digits.and_then(whole_seconds) else {
        return;
    };
    let is_number = subject.value.digits().is_some();
    match subject.value_type() {
        Some(ValueType::NumericDate) if is_number => said.push(at("value-moment", number)),
        Some(ValueType::Milliseconds) if is_number => {
            said.push(at("value-moment", number.div_euclid(1_000)));
        }
        // Where the definition says what the number is, it is not guessed at.
        Some(value_type) if value_type != ValueType::Any && is_number => {}
        _ if subject.explanation.known != Known::Unknown && !is_number => {}
        _ => said.extend(plausible(number)),
    }
}

fn plausible(number: i64) -> Option<Diagnostic> {
    [
        ("value-moment-plausible", 1),
        ("value-moment-plausible-milliseconds", 1_000),
        ("value-moment-plausible-microseconds", 1_000_000),
        ("value-moment-plausible-nanoseconds", 1_000_000_000),
    ]
    .into_iter()
    .map(|(code, unit)| (code, number.div_euclid(unit)))
    .find(|(_, seconds)| PLAUSIBLE.contains(seconds))
    .map(|(code, seconds)| at(code, seconds))
}

fn at(code: &'static str, seconds: i64) -> Diagnostic {
    let mut diagnostic = Diagnostic::info(code);
    diagnostic
        .facts
        .push((Cow::Borrowed("at"), Fact::Moment(seconds)));
    diagnostic
}

/// Digits with an optional fraction; an exponent is left to the judge of claims.
fn whole_seconds(digits: &str) -> Option<i64> {
    let whole = match digits.split_once('.') {
        Some((whole, fraction)) if fraction.bytes().all(|b| b.is_ascii_digit()) => whole,
        Some(_) => return None,
        None => digits,
    };
    let is_number = whole
        .strip_prefix('-')
        .unwrap_or(whole)
        .bytes()
        .all(|b| b.is_ascii_digit());
    is_number.then(|| whole.parse().ok())?
}
