//! `exp`, `nbf`, `iat` and what is odd about them. Spec: RFC 7519 §4.1.4 to §4.1.6.

use super::{Claims, ClaimsState, Expectations, Findings, Moment, kind_word};
use crate::diagnostic::{Diagnostic, Fact};
use crate::jose::jwt::numeric_date::{NumericDate, Reading, Unit, read};
use crate::json::Value;

/// Claims that hold a moment. The first three are judged; the others only stand on the timeline.
const MOMENTS: [&str; 5] = ["exp", "nbf", "iat", "auth_time", "updated_at"];
/// Below this a number is a moment before 1973: more likely a length of time.
const SMALL: i64 = 100_000_000;
/// An end further ahead than this is named: ten years.
const FAR: i64 = 315_569_520;

/// What the moments say together.
pub(super) struct Times {
    /// The reason when nothing refuses the token.
    pub(super) holds: Diagnostic,
    /// For the timeline.
    pub(super) moments: Vec<Moment>,
}

/// The moments that were read.
struct Read {
    exp: Option<NumericDate>,
    nbf: Option<NumericDate>,
    iat: Option<NumericDate>,
}

pub(super) fn judge(
    claims: &Claims,
    clock: i64,
    expectations: &Expectations,
    findings: &mut Findings,
) -> Times {
    let read = Read {
        exp: moment(claims, "exp", findings),
        nbf: moment(claims, "nbf", findings),
        iat: moment(claims, "iat", findings),
    };
    let leeway = i64::from(expectations.leeway);
    if let Some(nbf) = read.nbf {
        judge_nbf(claims, nbf, clock, leeway, findings);
    }
    if let Some(exp) = read.exp {
        judge_exp(claims, exp, clock, leeway, findings);
    }
    if let Some(iat) = read.iat {
        judge_iat(claims, iat, clock, findings);
    }
    for name in ["auth_time", "updated_at"] {
        beside(claims, name, findings);
    }
    judge_order(&read, findings);
    judge_age(claims, &read, clock, expectations, findings);
    Times {
        holds: match read.exp {
            Some(exp) => Diagnostic::info("claims-ok")
                .with("at", Fact::Moment(exp.floor))
                .with("left", ahead(exp.floor, clock)),
            None => Diagnostic::info("claims-ok-no-end"),
        },
        moments: timeline(claims),
    }
}

/// A claim as a moment; what is wrong or odd about it as such is said here.
fn moment(claims: &Claims, name: &'static str, findings: &mut Findings) -> Option<NumericDate> {
    let value = claims.get(name)?;
    let about = |diagnostic: Diagnostic| diagnostic.with("claim", name).at(claims.span(value));
    let malformed = |diagnostic| (ClaimsState::Malformed, about(diagnostic));
    let (state, detail) = match read(value) {
        Reading::Date(date) => {
            if let Some(oddity) = oddity(date, value) {
                findings.say(about(oddity));
            }
            return Some(date);
        }
        Reading::OutOfRange => malformed(
            Diagnostic::danger("claims-time-out-of-range")
                .with("found", value.raw_text().into_owned()),
        ),
        Reading::NotANumber(kind) => malformed(match value.text() {
            Some(text) => Diagnostic::danger("claims-time-string").with("found", text.into_owned()),
            None => Diagnostic::danger("claims-time-type").with("found", kind_word(kind)),
        }),
    };
    findings.refuse(state, detail);
    None
}

/// A moment that nothing is judged by: what is odd about it is said, and refuses nothing.
fn beside(claims: &Claims, name: &'static str, findings: &mut Findings) {
    let Some(value) = claims.get(name) else {
        return;
    };
    let said = match read(value) {
        Reading::Date(date) => oddity(date, value),
        Reading::OutOfRange => Some(
            Diagnostic::warning("claims-time-out-of-range")
                .with("found", value.raw_text().into_owned()),
        ),
        Reading::NotANumber(kind) => Some(match value.text() {
            Some(text) => {
                Diagnostic::warning("claims-time-string").with("found", text.into_owned())
            }
            None => Diagnostic::warning("claims-time-type").with("found", kind_word(kind)),
        }),
    };
    if let Some(said) = said {
        findings.say(said.with("claim", name).at(claims.span(value)));
    }
}

fn oddity(date: NumericDate, value: Value) -> Option<Diagnostic> {
    let unit = |code, unit: &'static str| {
        Diagnostic::warning(code)
            .with("unit", Fact::Word(unit.into()))
            .with("read", Fact::Moment(date.floor))
            .with("meant", Fact::Moment(date.meant()))
    };
    match (date.unit(), date.floor) {
        (Unit::Milliseconds, _) => Some(unit("claims-time-milliseconds", "unit-milliseconds")),
        (Unit::Microseconds, _) => Some(unit("claims-time-finer", "unit-microseconds")),
        (Unit::Nanoseconds, _) => Some(unit("claims-time-finer", "unit-nanoseconds")),
        (Unit::Seconds, ..0) => {
            Some(Diagnostic::warning("claims-time-negative").with("at", Fact::Moment(date.floor)))
        }
        (Unit::Seconds, ..SMALL) => Some(
            Diagnostic::warning("claims-time-small")
                .with("at", Fact::Moment(date.floor))
                .with("length", Fact::Seconds(date.floor)),
        ),
        (Unit::Seconds, _) if date.has_fraction => Some(
            Diagnostic::info("claims-time-fraction").with("found", value.raw_text().into_owned()),
        ),
        _ => None,
    }
}

/// RFC 7519 §4.1.4: not on or after this moment.
fn judge_exp(claims: &Claims, exp: NumericDate, clock: i64, leeway: i64, findings: &mut Findings) {
    let detail = |diagnostic: Diagnostic| {
        let diagnostic = diagnostic.with("at", Fact::Moment(exp.floor));
        standing(claims, "exp", diagnostic)
    };
    if clock < exp.ceiling() {
        let left = ahead(exp.floor, clock);
        let far = exp.floor.saturating_sub(clock) > FAR && exp.unit() == Unit::Seconds;
        findings.say(detail(if far {
            Diagnostic::warning("claims-exp-far").with("left", left)
        } else {
            Diagnostic::info("claims-exp-ahead").with("left", left)
        }));
    } else if clock < exp.ceiling().saturating_add(leeway) {
        findings.say(detail(
            Diagnostic::warning("claims-exp-leeway")
                .with("ago", ahead(clock, exp.floor))
                .with("leeway", Fact::Seconds(leeway)),
        ));
    } else {
        let expired = Diagnostic::warning("claims-expired").with("ago", ahead(clock, exp.floor));
        findings.refuse(ClaimsState::Expired, detail(expired));
    }
}

/// RFC 7519 §4.1.5: not before this moment.
fn judge_nbf(claims: &Claims, nbf: NumericDate, clock: i64, leeway: i64, findings: &mut Findings) {
    let detail = |diagnostic: Diagnostic| {
        let diagnostic = diagnostic.with("at", Fact::Moment(nbf.floor));
        standing(claims, "nbf", diagnostic)
    };
    if clock >= nbf.ceiling() {
        let past = Diagnostic::info("claims-nbf-past").with("ago", ahead(clock, nbf.floor));
        findings.say(detail(past));
    } else if clock >= nbf.ceiling().saturating_sub(leeway) {
        findings.say(detail(
            Diagnostic::warning("claims-nbf-leeway")
                .with("wait", ahead(nbf.ceiling(), clock))
                .with("leeway", Fact::Seconds(leeway)),
        ));
    } else {
        let early =
            Diagnostic::warning("claims-not-yet-valid").with("wait", ahead(nbf.ceiling(), clock));
        findings.refuse(ClaimsState::NotYetValid, detail(early));
    }
}

/// RFC 7519 §4.1.6 names the moment of issue and asks for no check.
fn judge_iat(claims: &Claims, iat: NumericDate, clock: i64, findings: &mut Findings) {
    let diagnostic = if iat.floor > clock {
        Diagnostic::warning("claims-iat-ahead").with("wait", ahead(iat.floor, clock))
    } else {
        Diagnostic::info("claims-iat-past").with("ago", ahead(clock, iat.floor))
    };
    let diagnostic = diagnostic.with("at", Fact::Moment(iat.floor));
    findings.say(standing(claims, "iat", diagnostic));
}

fn judge_order(read: &Read, findings: &mut Findings) {
    let Some(exp) = read.exp else {
        findings.say(Diagnostic::info("claims-no-exp"));
        return;
    };
    if let Some(iat) = read.iat.filter(|iat| exp.floor < iat.floor) {
        findings.say(
            Diagnostic::warning("claims-exp-before-iat")
                .with("exp", Fact::Moment(exp.floor))
                .with("iat", Fact::Moment(iat.floor)),
        );
    }
    if let Some(nbf) = read.nbf.filter(|nbf| exp.ceiling() <= nbf.ceiling()) {
        findings.say(
            Diagnostic::warning("claims-never-valid")
                .with("exp", Fact::Moment(exp.floor))
                .with("nbf", Fact::Moment(nbf.floor)),
        );
    }
}

fn judge_age(
    claims: &Claims,
    read: &Read,
    clock: i64,
    expectations: &Expectations,
    findings: &mut Findings,
) {
    let Some(max_age) = expectations.max_age.map(i64::from) else {
        return;
    };
    let Some(iat) = read.iat else {
        if claims.get("iat").is_none() {
            let missing =
                Diagnostic::warning("claims-age-unknown").with("allowed", Fact::Seconds(max_age));
            findings.refuse(ClaimsState::Mismatch, missing);
        }
        return;
    };
    let age = clock.saturating_sub(iat.floor);
    if age > max_age.saturating_add(i64::from(expectations.leeway)) {
        let old = Diagnostic::warning("claims-too-old")
            .with("age", Fact::Seconds(age))
            .with("allowed", Fact::Seconds(max_age));
        findings.refuse(ClaimsState::Mismatch, standing(claims, "iat", old));
    }
}

/// All moments in the order in which they stand in the payload.
fn timeline(claims: &Claims) -> Vec<Moment> {
    claims
        .set
        .members()
        .filter_map(|(name, value)| {
            let claim = name.text()?;
            if !MOMENTS.contains(&claim.as_ref()) {
                return None;
            }
            match read(value) {
                Reading::Date(date) => Some(Moment {
                    claim: claim.into_owned(),
                    at: date.floor,
                }),
                _ => None,
            }
        })
        .collect()
}

fn standing(claims: &Claims, name: &str, diagnostic: Diagnostic) -> Diagnostic {
    match claims.get(name) {
        Some(value) => diagnostic.at(claims.span(value)),
        None => diagnostic,
    }
}

fn ahead(later: i64, earlier: i64) -> Fact {
    Fact::Seconds(later.saturating_sub(earlier))
}
