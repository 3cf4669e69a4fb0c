//! What there is to say about a token beyond its structure, its signature and its claims: how
//! faithfully other readers would read it, and where it is weak. One file each; [`ALL`] lists
//! them. Nothing here needs a clock, a network or cryptography.
//!
//! A finding says whether it is known or only likely, and the clause it rests on. There is no
//! score. What a finding saw of personal data or secrets is not copied into it.
//! Spec: RFC 8725 (JWT Best Current Practices), and the clause each check names.

mod alg_confusion;
mod alg_none;
mod alg_spelling;
mod audience;
mod b64_without_crit;
mod base64_text;
mod byte_order_mark;
mod credentials;
mod crit;
mod depth;
mod duplicate_names;
mod ecdsa_range;
mod encryption;
mod expiry;
mod header_key;
mod header_key_url;
mod hmac_key;
mod iat_ahead;
mod invisible;
mod issuer;
mod kid;
mod look_alike;
mod nested;
mod numbers;
mod payload_shape;
mod personal;
mod private_key;
mod repeated_r;
mod rsa_key;
mod setting_secret;
mod signature_length;
mod subject;
mod subject_mail;
mod surrogates;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod text_direction;
mod typ;
mod utf8;
mod white_space;

use crate::diagnostic::{Diagnostic, Fact, Severity};
use crate::inspect::Inspection;
use crate::json::NodeId;
use crate::keys::facts::KeyFacts;
use crate::span::Span;
pub use hmac_key::{secret_empty, secret_guessed};
pub use repeated_r::{SeenSignature, all_signatures};
use std::borrow::Cow;
pub use subject::Subject;

/// One check: what is fixed about its findings, and how they are found.
#[derive(Clone, Copy)]
pub struct Check {
    /// Code of its findings, and key of their text.
    pub code: &'static str,
    /// How much a finding matters.
    pub severity: Severity,
    /// The clause that a finding rests on, as `RFC 8725 §3.1`. Empty: practice.
    pub clause: &'static str,
    /// Whether a finding is a fact or a suspicion, unless the finding says otherwise.
    pub certainty: Certainty,
    /// Looks for it.
    pub find: fn(&Subject<'_>) -> Vec<Finding>,
}

/// How sure a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// It is so.
    Known,
    /// It looks so; a person has to judge.
    Likely,
}

impl Certainty {
    /// The key of its word.
    pub const fn word(self) -> &'static str {
        match self {
            Certainty::Known => "certainty-known",
            Certainty::Likely => "certainty-likely",
        }
    }

    /// The stable machine name, used in `data-certainty`.
    pub const fn name(self) -> &'static str {
        match self {
            Certainty::Known => "known",
            Certainty::Likely => "likely",
        }
    }
}

/// On what a finding rests, to be said beside it: how sure it is, and which clause it goes by.
/// `None` for what is no finding of its own, as the count of further places.
pub fn basis(finding: &Diagnostic) -> Option<Diagnostic> {
    let Some(Fact::Word(certainty)) = finding.fact("certainty") else {
        return None;
    };
    let basis = |code| Diagnostic::info(code).with_fact("certainty", Fact::Word(certainty.clone()));
    Some(match (clause(finding), finding.fact("clause")) {
        (Some(clause), _) => basis("finding-basis").with("clause", clause),
        (None, Some(_)) => basis("finding-practice"),
        // Its own sentence says what it goes by.
        (None, None) => basis("finding-sure"),
    })
}

/// How sure a finding is, as a stable name: `known` or `likely`.
pub fn certainty(finding: &Diagnostic) -> Option<&'static str> {
    let all = [Certainty::Known, Certainty::Likely];
    let said = finding.fact("certainty")?;
    let mut said = all
        .into_iter()
        .filter(|one| *said == Fact::Word(Cow::Borrowed(one.word())));
    said.next().map(Certainty::name)
}

/// The clause that a finding goes by; `None`: it is practice, or the finding's sentence says it.
pub fn clause(finding: &Diagnostic) -> Option<&str> {
    match finding.fact("clause") {
        Some(Fact::Text(clause)) if !clause.is_empty() => Some(clause),
        _ => None,
    }
}

/// The same finding, said to be a fact, or a suspicion.
pub fn being(finding: Diagnostic, certainty: Certainty) -> Diagnostic {
    finding.with_fact("certainty", Fact::Word(Cow::Borrowed(certainty.word())))
}

/// A place at which a check found something.
#[derive(Clone, Debug, Default)]
pub struct Finding {
    span: Option<Span>,
    /// Where the same stands, too.
    more: Vec<Span>,
    certainty: Option<Certainty>,
    /// The part and node that the fact `claim` names. It is worded only when it is shown: the
    /// way to a node of a large document is long.
    claim: Option<(usize, NodeId)>,
    facts: Vec<(Cow<'static, str>, Fact)>,
}

impl Finding {
    /// Of the token as a whole, or of something that is missing.
    fn anywhere() -> Self {
        Finding::default()
    }

    fn at(span: Span) -> Self {
        Finding {
            span: Some(span),
            ..Finding::default()
        }
    }

    fn and_at(mut self, more: impl Iterator<Item = Span>) -> Self {
        self.more.extend(more);
        self
    }

    fn naming(mut self, part: usize, node: NodeId) -> Self {
        self.claim = Some((part, node));
        self
    }

    fn with(mut self, name: &'static str, fact: impl Into<Fact>) -> Self {
        self.facts.push((Cow::Borrowed(name), fact.into()));
        self
    }

    fn with_word(self, name: &'static str, key: &'static str) -> Self {
        self.with(name, Fact::Word(Cow::Borrowed(key)))
    }

    fn known(mut self) -> Self {
        self.certainty = Some(Certainty::Known);
        self
    }
}

/// A check shows this many places; the rest is counted in `check-more`.
const MOST_PLACES: usize = 20;

/// The findings at these places. Only those that are shown are worded in full: hostile payloads
/// have places by the hundred thousand.
fn limited<T>(found: impl Iterator<Item = T>, say: impl Fn(T) -> Finding) -> Vec<Finding> {
    found
        .enumerate()
        .map(|(index, place)| {
            if index < MOST_PLACES {
                say(place)
            } else {
                Finding::default()
            }
        })
        .collect()
}

/// Every check, in the order in which findings are shown.
pub const ALL: &[Check] = &[
    alg_none::NONE,
    alg_none::SPELLING,
    alg_spelling::CHECK,
    alg_confusion::WITH_KEY,
    alg_confusion::LIKELY,
    hmac_key::EMPTY,
    hmac_key::SHORT,
    hmac_key::MANY_AUDIENCES,
    setting_secret::CHECK,
    rsa_key::SHORT,
    rsa_key::SMALL_EXPONENT,
    rsa_key::BROKEN_EXPONENT,
    ecdsa_range::ZERO,
    ecdsa_range::TOO_LARGE,
    repeated_r::CHECK,
    signature_length::CHECK,
    encryption::RSA1_5,
    encryption::ZIP,
    header_key::JWK,
    header_key::X5C,
    header_key_url::JKU,
    header_key_url::X5U,
    header_key_url::NOT_HTTPS,
    kid::PATH,
    kid::SQL,
    kid::COMMAND,
    kid::URL,
    crit::UNKNOWN,
    crit::MALFORMED,
    b64_without_crit::CHECK,
    nested::CTY_MISSING,
    nested::CTY_WITHOUT_TOKEN,
    typ::MISSING,
    expiry::MISSING,
    expiry::LONG,
    iat_ahead::CHECK,
    issuer::MISSING,
    audience::MISSING,
    audience::EMPTY,
    audience::WILDCARD,
    subject_mail::CHECK,
    private_key::CHECK,
    credentials::NAMED,
    credentials::SHAPED,
    personal::BSN,
    personal::CARD,
    personal::IBAN,
    personal::BIRTH_DATE,
    personal::MAIL,
    personal::PHONE,
    duplicate_names::IN_HEADER,
    duplicate_names::IN_PAYLOAD,
    numbers::BEYOND_SAFE,
    numbers::ROUNDED,
    numbers::OUT_OF_RANGE,
    numbers::NEGATIVE_ZERO,
    numbers::EXPONENT,
    text_direction::CHECK,
    invisible::CHECK,
    invisible::CONTROL,
    look_alike::NAME,
    look_alike::VALUE,
    surrogates::CHECK,
    utf8::CHECK,
    byte_order_mark::CHECK,
    depth::CHECK,
    payload_shape::NOT_OBJECT,
    payload_shape::NOT_JSON,
    base64_text::PADDING,
    base64_text::STANDARD_ALPHABET,
    base64_text::PERCENT,
    base64_text::FOREIGN,
    base64_text::TRAILING_BITS,
    base64_text::LENGTH,
    white_space::CHECK,
];

/// Everything there is to say about token `token`, with the key that was used, if there is one.
pub fn check(inspection: &Inspection, token: usize, key: Option<&KeyFacts>) -> Vec<Diagnostic> {
    check_among(inspection, token, key, &Around::default())
}

/// What stands around a token when it is checked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Around<'a> {
    /// The ECDSA signatures that were seen before.
    pub seen: &'a [SeenSignature],
    /// Seconds since 1970-01-01T00:00:00Z, where the moment is known.
    pub clock: Option<i64>,
}

/// The same, with what stands around the token.
pub fn check_among(
    inspection: &Inspection,
    token: usize,
    key: Option<&KeyFacts>,
    around: &Around<'_>,
) -> Vec<Diagnostic> {
    let Some(mut subject) = Subject::new(inspection, token, key) else {
        return Vec::new();
    };
    subject.around = *around;
    ALL.iter().flat_map(|check| run(check, &subject)).collect()
}

/// Warnings of a verdict, and the findings that say the same with a place and with what to do.
const SAID_BY_FINDINGS: [(&str, &[&str]); 13] = [
    ("verify-short-secret", &["hmac-key-short"]),
    ("verify-empty-secret", &["hmac-key-empty"]),
    ("verify-short-rsa", &["rsa-key-short"]),
    (
        "verify-small-exponent",
        &["rsa-exponent-small", "rsa-exponent-broken"],
    ),
    ("verify-note-crit-unknown", &["crit-unknown"]),
    ("verify-note-crit-malformed", &["crit-malformed"]),
    ("verify-note-crit-unprotected", &["crit-malformed"]),
    ("verify-note-crit-base-name", &["crit-malformed"]),
    ("verify-note-crit-absent", &["crit-malformed"]),
    ("verify-note-b64-without-crit", &["b64-without-crit"]),
    ("verify-note-private-jwk", &["private-key-inside"]),
    ("verify-note-repeated-names", &["duplicate-parameter"]),
    (
        "verify-note-part-changed",
        &[
            "base64-padding",
            "base64-standard",
            "base64-percent",
            "base64-foreign",
            "base64-trailing-bits",
            "base64-length",
        ],
    ),
];

/// Whether the finding of one code says what the warning of the other does.
pub fn says_same(finding: &str, warning: &str) -> bool {
    let mut same = SAID_BY_FINDINGS.iter();
    finding == warning
        || same.any(|(code, findings)| *code == warning && findings.contains(&finding))
}

/// The warnings of a verdict that no finding says already.
pub fn unsaid<'w>(findings: &[Diagnostic], warnings: &'w [Diagnostic]) -> Vec<&'w Diagnostic> {
    let is_said = |warning: &&Diagnostic| {
        let mut findings = findings.iter();
        findings.any(|finding| says_same(&finding.code, &warning.code))
    };
    warnings
        .iter()
        .filter(|warning| !is_said(warning))
        .collect()
}

fn run(check: &Check, subject: &Subject<'_>) -> Vec<Diagnostic> {
    let findings = (check.find)(subject);
    let rest = findings.len().saturating_sub(MOST_PLACES);
    let more = (rest > 0).then(|| {
        Diagnostic::info("check-more")
            .with("count", rest)
            .with("finding", check.code)
    });
    findings
        .into_iter()
        .take(MOST_PLACES)
        .map(|finding| {
            let certainty = finding.certainty.unwrap_or(check.certainty);
            let mut diagnostic = Diagnostic::new(check.severity, check.code);
            diagnostic.span = finding.span;
            diagnostic.more = finding.more;
            diagnostic.facts = finding.facts;
            if let Some((part, node)) = finding.claim {
                let claim = subject.claim_of(part, node).unwrap_or_default();
                diagnostic = diagnostic.with("claim", claim);
            }
            diagnostic
                .with("certainty", Fact::Word(Cow::Borrowed(certainty.word())))
                .with("clause", check.clause)
        })
        .chain(more)
        .collect()
}
