//! Do the claims hold at this moment, for the issuer and audience that are expected? Needs no
//! key: it says nothing about who wrote the claims. Spec: RFC 7519 §4.1.

use crate::diagnostic::Diagnostic;
use crate::inspect::Inspection;
use serde::{Deserialize, Serialize};

/// `data-state` of `verdict-claims`; the first that applies, in this order, from `Malformed`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimsState {
    /// A claim has a value of the wrong kind.
    Malformed,
    /// `nbf` (or `iat`) lies ahead of the clock.
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

/// What the person expects. Empty text: no expectation.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Expectations {
    /// `iss`, compared exactly.
    pub iss: String,
    /// One of `aud`, compared exactly.
    pub aud: String,
    /// Tolerated clock difference in seconds.
    pub leeway: u32,
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
    let _ = (inspection, token, clock, expectations);
    ClaimsVerdict {
        state: ClaimsState::None,
        states: Vec::new(),
        reason: Diagnostic::info("claims-none"),
        details: Vec::new(),
        moments: Vec::new(),
    }
}
