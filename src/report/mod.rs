//! All answers about one paste as one value that serialises with serde: what
//! `examples/report.rs` prints and what the page's copy button takes along.

mod run;
mod shape;

use crate::diagnostic::Diagnostic;
use crate::inspect::Inspection;
use crate::judge::{ClaimsVerdict, Expectations};
use crate::keys::facts::KeyInput;
use crate::profiles::Profile;
use crate::verify::SignatureVerdict;
pub use run::answer;
pub use shape::{
    ClaimsReport, DiagnosisLine, KeyReport, Line, ProfileReport, Report, SignatureReport,
    StructureReport, TokenReport,
};

/// What the person gives besides the paste.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ReportOptions {
    /// The key box. An empty text: no key.
    pub key: KeyInput,
    /// The moment at which claims are judged, a NumericDate.
    pub now: i64,
    /// What the claims are held against.
    pub expectations: Expectations,
    /// Detached content (RFC 7515 Appendix F), byte for byte.
    pub content: Option<String>,
}

/// The answers of all functions about one token of a paste.
#[derive(Clone, Debug)]
pub struct Answers {
    /// From `inspect`.
    pub inspection: Inspection,
    /// The token the verdicts speak of.
    pub token: usize,
    /// A verdict on every token's signature, in the order of the tokens.
    pub signatures: Vec<SignatureVerdict>,
    /// From `judge`.
    pub claims: ClaimsVerdict,
    /// The kind of token it looks like.
    pub proposed: Option<&'static Profile>,
    /// From `check` and from the proposed profile.
    pub findings: Vec<Diagnostic>,
    /// From `diagnose`, best first.
    pub diagnosis: Vec<Cause>,
}

/// Why a verification failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// The cause and what to do.
    pub diagnostic: Diagnostic,
    /// A stated change was carried out and the signature then held.
    pub is_verified: bool,
    /// Certain without such a change, as a key of the wrong type.
    pub is_certain: bool,
}

/// Answers everything about `paste`, worded by `locale`. Verdicts speak of the first token.
pub fn report(paste: &str, options: &ReportOptions, locale: &crate::words::Locale) -> Report {
    Report::new(&answer(paste, options), locale)
}
