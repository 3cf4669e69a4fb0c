//! What a step's condition looks at: the `Report` about what stands on Inspect, what is expected
//! there, and the draft on Sign. Never the text of the page, so that every right answer counts,
//! in any language and by any way.

use super::Situation;
use crate::diagnostic::Severity;
use crate::inspect::StructureState;
use crate::job::Draft;
use crate::json::{self, Document};
use crate::judge::ClaimsState;
use crate::report::{Report, ReportOptions, TokenReport, answer_quickly};
use crate::verify::SignatureState;
use crate::words::Locale;

/// See the module.
#[derive(Debug)]
pub struct Seen<'a> {
    /// The answers, without sentences: a condition reads states and codes.
    pub report: Report,
    options: &'a ReportOptions,
    draft: &'a Draft,
}

impl<'a> Seen<'a> {
    /// Looks at what the person made.
    pub fn new(situation: &'a Situation) -> Self {
        let answers = answer_quickly(&situation.paste, &situation.options);
        Seen {
            report: Report::new(&answers, &Locale::parse(&[])),
            options: &situation.options,
            draft: &situation.draft,
        }
    }

    /// The verdict on the structure.
    pub fn structure(&self) -> StructureState {
        self.report.structure.state
    }

    /// The verdict on the signature.
    pub fn signature(&self) -> SignatureState {
        self.report.signature.state
    }

    /// Whether the signature holds, with a key that was given.
    pub fn is_valid(&self) -> bool {
        self.signature() == SignatureState::Valid
    }

    /// The verdict on the claims.
    pub fn claims(&self) -> ClaimsState {
        self.report.claims.state
    }

    /// A claim of the token that is looked at: the text of a string, the JSON of anything else,
    /// empty without one.
    pub fn claim(&self, name: &str) -> String {
        let payload = self.token().and_then(|token| token.payload.as_deref());
        member(payload.unwrap_or_default(), name)
    }

    /// A Header Parameter of the token, in the same way.
    pub fn header(&self, name: &str) -> String {
        let header = self.token().and_then(|token| token.header.as_deref());
        member(header.unwrap_or_default(), name)
    }

    /// A claim of the draft, in the same way.
    pub fn drafted(&self, name: &str) -> String {
        member(&self.draft.payload, name)
    }

    /// What the person expects of `iss`; empty for nothing.
    pub fn expected_issuer(&self) -> &str {
        self.options.expectations.iss.trim()
    }

    /// What the person expects of `aud`; empty for nothing.
    pub fn expected_audience(&self) -> &str {
        self.options.expectations.aud.trim()
    }

    /// The key box.
    pub fn key(&self) -> &str {
        self.options.key.text.expose()
    }

    /// Whether the token breaks a rule of the kind that it looks like.
    pub fn breaks_its_kind(&self) -> bool {
        let mut findings = self.report.findings.iter();
        findings.any(|finding| {
            finding.code.starts_with("profile-") && finding.severity >= Severity::Warning
        })
    }

    /// Whether the token looks like this kind.
    pub fn is_kind(&self, profile: &str) -> bool {
        let found = self.report.profile.as_ref();
        found.is_some_and(|found| found.id == profile)
    }

    /// Whether a finding's code begins so.
    pub fn finds(&self, beginning: &str) -> bool {
        let mut findings = self.report.findings.iter();
        findings.any(|finding| finding.code.starts_with(beginning))
    }

    fn token(&self) -> Option<&TokenReport> {
        self.report.tokens.get(self.options.token)
    }
}

fn member(text: &str, name: &str) -> String {
    let document: Document = json::parse(text.as_bytes().to_vec());
    let Some(value) = document.get(name) else {
        return String::new();
    };
    let text = value.text().unwrap_or_else(|| value.raw_text());
    text.into_owned()
}
