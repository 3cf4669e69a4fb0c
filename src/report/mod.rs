//! All answers about one paste as one value that serialises with serde: what
//! `examples/report.rs` prints and what the page's copy button takes along.

mod markdown;
mod redacted;
mod run;
mod sd_jwt;
mod shape;

use crate::diagnosis::Diagnosis;
use crate::diagnostic::Diagnostic;
use crate::inspect::Inspection;
use crate::judge::{Beside, ClaimsVerdict, Expectations};
use crate::keys::facts::KeyInput;
use crate::profiles::Profile;
use crate::secret::Secret;
use crate::verify::SignatureVerdict;
pub use redacted::{
    Redacted, RedactedClaims, RedactedKey, RedactedMember, RedactedSignature, RedactedState,
    RedactedToken,
};
pub use run::{answer, answer_quickly};
pub use sd_jwt::{DisclosureReport, KeyBindingReport, SdJwtReport};
use serde::{Deserialize, Serialize};
pub use shape::{
    ClaimsReport, DiagnosisLine, KeyReport, Line, ProfileReport, Report, SignatureReport,
    StructureReport, TokenReport,
};

/// What the person gives besides the paste.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReportOptions {
    /// The key box. An empty text: no key.
    pub key: KeyInput,
    /// The moment at which claims are judged, a NumericDate.
    pub now: i64,
    /// What the claims are held against.
    pub expectations: Expectations,
    /// What stands beside the token.
    pub beside: Beside,
    /// Which token of the paste the verdicts speak of, from 0; the last where there are not so many.
    pub token: usize,
    /// Detached content (RFC 7515 Appendix F), byte for byte.
    pub content: Option<String>,
    /// Words to try as the secret of a token with HMAC, one a line. Empty: none is tried.
    pub words: Secret<String>,
}

/// The answers of all functions about one token of a paste.
#[derive(Clone, Debug)]
pub struct Answers {
    /// From `inspect`, with the content of every JWE that could be decrypted.
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
    pub diagnosis: Vec<Diagnosis>,
    /// The tokens inside decrypted tokens (Nested JWT, RFC 7519 §2), by the index of the outer.
    pub nested: Vec<(usize, Answers)>,
}

/// Answers everything about `paste`, worded by `locale`. Verdicts speak of one token, the first
/// unless another was picked.
pub fn report(paste: &str, options: &ReportOptions, locale: &crate::words::Locale) -> Report {
    Report::new(&answer(paste, options), locale)
}
