//! Do the claims hold at this moment, for the issuer and audience that are expected? Needs no
//! key: it says nothing about who wrote the claims. Spec: RFC 7519 §4.1.
//!
//! What the RFC leaves open is decided so: `iat` ahead of the clock is said but refuses nothing,
//! because RFC 7519 §4.1.6 gives no such rule; a fraction of a second counts exactly; a time in
//! milliseconds holds as the seconds it is written as, because that is what a verifier will do,
//! and the reason says that it looks like milliseconds; a judged Claim Name that stands twice is
//! malformed (RFC 7519 §4).

mod bound;
mod clock;
mod text_claims;
mod time_claims;

use crate::diagnostic::{Diagnostic, Fact, Severity};
use crate::inspect::{Family, Inspection, PartText, Token};
use crate::json::{Document, Kind, Value};
use crate::span::{Part, Span};
pub use bound::{Beside, beside};
pub use clock::parse_clock;
use serde::{Deserialize, Serialize};

/// `data-state` of `verdict-claims`; the first that applies, in this order, from `Malformed`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimsState {
    /// A claim has a value of the wrong kind, or stands twice.
    Malformed,
    /// `nbf` lies ahead of the clock.
    NotYetValid,
    /// `exp` is not after the clock.
    Expired,
    /// An expectation is not met.
    Mismatch,
    /// Everything that could be judged holds.
    Ok,
    /// No readable JWT Claims Set.
    None,
}

impl ClaimsState {
    /// The stable machine name, used in `data-state`.
    pub const fn name(self) -> &'static str {
        match self {
            ClaimsState::Malformed => "malformed",
            ClaimsState::NotYetValid => "not-yet-valid",
            ClaimsState::Expired => "expired",
            ClaimsState::Mismatch => "mismatch",
            ClaimsState::Ok => "ok",
            ClaimsState::None => "none",
        }
    }
}

/// What the person expects. Empty: no expectation.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Expectations {
    /// `iss`, compared exactly.
    pub iss: String,
    /// One of `aud`, compared exactly.
    pub aud: String,
    /// `sub`, compared exactly.
    pub sub: String,
    /// `nonce`, compared exactly.
    pub nonce: String,
    /// `typ` of the header, compared as RFC 7515 §4.1.9 says: a media type, case aside, with
    /// `application/` left out or not.
    pub typ: String,
    /// `alg` of the header is one of these.
    pub algs: Vec<String>,
    /// Tolerated clock difference in seconds.
    pub leeway: u32,
    /// Seconds since `iat` after which the token is too old.
    pub max_age: Option<u32>,
    /// What [`beside`] says; a danger among it is a mismatch. The page has it from the worker, so
    /// that it needs no hashing of its own.
    pub beside: Vec<Diagnostic>,
    /// What the profile that the person chose says of the token ([`crate::profiles::check`]); a
    /// warning among it is a mismatch.
    pub profile: Vec<Diagnostic>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimsVerdict {
    /// The first that applies.
    pub state: ClaimsState,
    /// All that apply, in order (`data-states`).
    pub states: Vec<ClaimsState>,
    /// One sentence: why, with the moment.
    pub reason: Diagnostic,
    /// A sentence for each thing that was judged, good or bad.
    pub details: Vec<Diagnostic>,
    /// The moments in the token, for the timeline, in the order in which they stand.
    pub moments: Vec<Moment>,
}

/// A claim that holds a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// Claim Name.
    pub claim: String,
    /// NumericDate, whole seconds.
    pub at: i64,
}

/// Judges the claims of token `token` at `clock` (seconds since 1970-01-01T00:00:00Z).
pub fn judge(
    inspection: &Inspection,
    token: usize,
    clock: i64,
    expectations: &Expectations,
) -> ClaimsVerdict {
    let claims = match claims_set(inspection, token) {
        Ok(claims) => claims,
        Err(reason) => {
            return ClaimsVerdict {
                state: ClaimsState::None,
                states: vec![ClaimsState::None],
                reason,
                details: Vec::new(),
                moments: Vec::new(),
            };
        }
    };
    let mut findings = Findings::default();
    duplicates(&claims, &mut findings);
    let times = time_claims::judge(&claims, clock, expectations, &mut findings);
    text_claims::judge(&claims, expectations, &mut findings);
    for line in expectations.beside.iter().cloned() {
        if line.severity >= Severity::Danger {
            findings.refuse(ClaimsState::Mismatch, line);
        } else {
            findings.say(line);
        }
    }
    for line in expectations.profile.iter().cloned() {
        if line.severity >= Severity::Warning {
            findings.refuse(ClaimsState::Mismatch, line);
        } else {
            findings.say(line);
        }
    }
    findings.verdict(times)
}

/// The JWT Claims Set of a token, or why there is none.
fn claims_set(inspection: &Inspection, token: usize) -> Result<Claims<'_>, Diagnostic> {
    let token = inspection
        .tokens
        .get(token)
        .ok_or(Diagnostic::info("claims-no-token"))?;
    let part = match token.part(Part::Payload) {
        Some(part) => part,
        None if token.family == Family::Jwe => return Err(Diagnostic::info("claims-encrypted")),
        None => return Err(Diagnostic::info("claims-no-payload")),
    };
    if part.bytes.is_empty() {
        return Err(Diagnostic::info("claims-no-payload"));
    }
    let document = part.json.as_ref().ok_or(match token.family {
        Family::Jwe => Diagnostic::info("claims-content-not-json"),
        _ => Diagnostic::info("claims-not-json"),
    })?;
    if let Some(fault) = document.faults().first() {
        let end = fault.offset.saturating_add(1);
        let span = token.origin(part, fault.offset..end);
        return Err(Diagnostic::warning("claims-damaged-json")
            .with("line", fault.line)
            .with("column", fault.column)
            .at(span));
    }
    let set = document.root().ok_or(Diagnostic::info("claims-not-json"))?;
    if set.kind() != Kind::Object {
        return Err(Diagnostic::info("claims-not-object").with("found", kind_word(set.kind())));
    }
    Ok(Claims {
        token,
        part,
        set,
        header: token.header(),
    })
}

/// A JWT Claims Set in its token.
pub(crate) struct Claims<'a> {
    token: &'a Token,
    part: &'a PartText,
    set: Value<'a>,
    header: Option<&'a Document>,
}

impl<'a> Claims<'a> {
    /// The last member called `name`: RFC 7519 §4 lets a reader refuse or take that one.
    fn get(&self, name: &str) -> Option<Value<'a>> {
        self.set.get_last(name)
    }

    /// Where a value of the payload stands in the paste.
    fn span(&self, value: Value<'a>) -> Span {
        self.token.origin(self.part, value.span())
    }
}

/// What was found so far, with the state that each finding brings about.
#[derive(Default)]
struct Findings {
    details: Vec<(Diagnostic, Option<ClaimsState>)>,
}

impl Findings {
    /// Something that refuses the token, and is as grave as the verdict that it brings about.
    fn refuse(&mut self, state: ClaimsState, mut detail: Diagnostic) {
        detail.severity = Severity::Danger;
        self.details.push((detail, Some(state)));
    }

    /// Something to say that refuses nothing.
    fn say(&mut self, detail: Diagnostic) {
        self.details.push((detail, None));
    }

    fn verdict(self, times: time_claims::Times) -> ClaimsVerdict {
        let mut states: Vec<ClaimsState> = self.details.iter().filter_map(|(_, s)| *s).collect();
        crate::order::by(&mut states, ClaimsState::cmp);
        states.dedup();
        let state = states.first().copied().unwrap_or(ClaimsState::Ok);
        if states.is_empty() {
            states.push(ClaimsState::Ok);
        }
        // What holds but is odd says so in the verdict itself.
        let decides = |(detail, brings): &(Diagnostic, Option<ClaimsState>)| match state {
            ClaimsState::Ok => detail.severity == Severity::Warning,
            _ => *brings == Some(state),
        };
        let reason = self
            .details
            .iter()
            .find(|finding| decides(finding))
            .map_or(times.holds, |(detail, _)| detail.clone());
        ClaimsVerdict {
            state,
            states,
            reason,
            details: self.details.into_iter().map(|(detail, _)| detail).collect(),
            moments: times.moments,
        }
    }
}

/// Claim Names whose repetition leaves open what the token says.
const JUDGED: [&str; 8] = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti", "nonce"];

fn duplicates(claims: &Claims, findings: &mut Findings) {
    for name in claims.set.duplicate_names() {
        let judged = JUDGED.contains(&name.as_ref());
        let again = claims.get(&name).map(|value| claims.span(value));
        let mut detail = if judged {
            Diagnostic::danger("claims-duplicate")
        } else {
            Diagnostic::info("claims-duplicate")
        };
        detail.span = again;
        let detail = detail.with("claim", name.into_owned());
        if judged {
            findings.refuse(ClaimsState::Malformed, detail);
        } else {
            findings.say(detail);
        }
    }
}

/// The word for a kind of JSON value.
fn kind_word(kind: Kind) -> Fact {
    Fact::Word(
        match kind {
            Kind::Object => "json-kind-object",
            Kind::Array => "json-kind-array",
            Kind::String | Kind::Name => "json-kind-string",
            Kind::Number => "json-kind-number",
            Kind::True | Kind::False => "json-kind-boolean",
            Kind::Null => "json-kind-null",
        }
        .into(),
    )
}

#[cfg(test)]
mod tests;
