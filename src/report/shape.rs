//! The shape of a report: names that tests and tickets rely on, each diagnostic with its code
//! and its sentence.

use super::{Answers, SdJwtReport};
use crate::checks;
use crate::diagnosis::Diagnosis;
use crate::diagnostic::{Diagnostic, Severity};
use crate::inspect::{Encoding, Family, Serialization, Signature, StructureState, Token};
use crate::judge::{ClaimsState, Moment};
use crate::keys::facts::KeyFacts;
use crate::profiles::Profile;
use crate::span::{Part, Span};
use crate::verify::{SignatureState, SignatureVerdict};
use crate::words::Locale;
use serde::Serialize;

/// Everything there is to say of a paste.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Is this a well-formed token?
    pub structure: StructureReport,
    /// Who vouches for it?
    pub signature: SignatureReport,
    /// Do its claims hold?
    pub claims: ClaimsReport,
    /// How the key was read.
    pub key: KeyReport,
    /// The kind of token the first one looks like; `null` where none is recognised.
    pub profile: Option<ProfileReport>,
    /// The tokens found, in order.
    pub tokens: Vec<TokenReport>,
    /// From the checks.
    pub findings: Vec<Line>,
    /// Why the verification failed, best first.
    pub diagnosis: Vec<DiagnosisLine>,
    /// What was removed or repaired.
    pub notes: Vec<Line>,
}

/// The verdict on the structure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StructureReport {
    /// One word.
    pub state: StructureState,
    /// What is damaged, with the place.
    pub faults: Vec<Line>,
}

/// The verdict on a signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignatureReport {
    /// One word.
    pub state: SignatureState,
    /// One sentence.
    pub reason: String,
    /// The reason's stable name.
    pub code: String,
    /// The signature in Compact Serialization, as far as it can be written so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compact: Option<String>,
    /// The key that decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<KeyFacts>,
    /// Every key that was considered, with what spoke for or against it.
    pub candidates: Vec<Line>,
    /// What is weak or odd about the key or its use.
    pub warnings: Vec<Line>,
}

/// The verdict on the claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClaimsReport {
    /// The first state that applies.
    pub state: ClaimsState,
    /// All that apply.
    pub states: Vec<ClaimsState>,
    /// One sentence.
    pub reason: String,
    /// The reason's stable name.
    pub code: String,
    /// A line for each thing that was judged.
    pub details: Vec<Line>,
    /// The moments in the token.
    pub moments: Vec<Moment>,
}

/// A kind of token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProfileReport {
    /// Stable name.
    pub id: String,
    /// Its name in words.
    pub name: String,
    /// What such a token is for.
    pub summary: String,
    /// How long such a token may live.
    pub lifetime: String,
}

/// How the key box was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyReport {
    /// `Read as PEM, SPKI, RSA 2048.`; `null` without a key.
    pub read_as: Option<String>,
}

/// One token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TokenReport {
    /// The token as found, cleaned; a JSON Serialization as the compact form of its first
    /// signature.
    pub compact: String,
    /// What it is.
    pub family: Family,
    /// How it was written.
    pub serialization: Serialization,
    /// The JOSE Header as it stands, byte for byte (invalid UTF-8 as U+FFFD).
    pub header: Option<String>,
    /// The payload, of a JWE the decrypted one, byte for byte (invalid UTF-8 as U+FFFD).
    pub payload: Option<String>,
    /// A verdict for each signature.
    pub signatures: Vec<SignatureReport>,
    /// What an SD-JWT discloses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sd_jwt: Option<SdJwtReport>,
    /// The token inside it (Nested JWT), decrypted where need be, with all there is to say of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nested: Option<Box<Report>>,
    /// What was removed inside or around it.
    pub notes: Vec<Line>,
    /// What is damaged.
    pub faults: Vec<Line>,
}

/// A diagnostic in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Stable name.
    pub code: String,
    /// How much it matters.
    pub severity: Severity,
    /// The sentence.
    pub text: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advice: Option<String>,
    /// Of a finding: `known`, or only `likely`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<&'static str>,
    /// Of a finding: the clause that it goes by. Without one it is practice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Of a finding: both in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// First byte in the paste, and one past the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<(usize, usize)>,
    /// Where the same stands, too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub more_ranges: Vec<(usize, usize)>,
}

/// A cause in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DiagnosisLine {
    /// Stable name: that of the first step.
    pub code: String,
    /// The names of all steps, where several faults came together.
    pub codes: Vec<String>,
    /// The sentence.
    pub text: String,
    /// A stated change was carried out and the signature then held.
    pub verified: bool,
    /// Certain without such a change.
    pub certain: bool,
}

impl Report {
    /// Words the answers.
    pub fn new(answers: &Answers, locale: &Locale) -> Report {
        let say = Wording { locale };
        let inspection = &answers.inspection;
        let selected = inspection.tokens.get(answers.token);
        let faults = selected.map_or(&inspection.faults, |token| &token.faults);
        let notes = inspection
            .notes
            .iter()
            .chain(selected.into_iter().flat_map(|token| &token.notes));
        let verdict = answers.signatures.get(answers.token);
        Report {
            structure: StructureReport {
                state: inspection.structure(answers.token),
                faults: say.lines(faults),
            },
            signature: say.signature(verdict, None),
            claims: ClaimsReport {
                state: answers.claims.state,
                states: answers.claims.states.clone(),
                reason: locale.say(&answers.claims.reason),
                code: answers.claims.reason.code.to_string(),
                details: say.lines(&answers.claims.details),
                moments: answers.claims.moments.clone(),
            },
            key: KeyReport {
                read_as: verdict.and_then(|verdict| say.read_as(&verdict.read_as)),
            },
            profile: answers
                .proposed
                .map(|profile| ProfileReport::new(profile, locale)),
            tokens: inspection
                .tokens
                .iter()
                .enumerate()
                .map(|(index, token)| {
                    let inner = answers.nested.iter().find(|(outer, _)| *outer == index);
                    TokenReport {
                        nested: inner.map(|(_, inner)| Box::new(Report::new(inner, locale))),
                        ..say.token(token, answers.signatures.get(index))
                    }
                })
                .collect(),
            findings: say.lines(&answers.findings),
            diagnosis: answers.diagnosis.iter().map(|d| say.diagnosis(d)).collect(),
            notes: notes.map(|note| say.line(note)).collect(),
        }
    }
}

impl ProfileReport {
    /// What is said of a recognised kind of token.
    pub(super) fn new(profile: &Profile, locale: &Locale) -> Self {
        ProfileReport {
            id: profile.id.to_owned(),
            name: locale.text(profile.name).to_owned(),
            summary: locale.format(&format!("{}.summary", profile.name), &[]),
            lifetime: locale.say(&profile.lifetime()),
        }
    }
}

impl Line {
    /// What is said of a diagnostic, with its places in the paste.
    pub(super) fn new(diagnostic: &Diagnostic, locale: &Locale) -> Line {
        let range = |span: &Span| (span.start, span.end);
        Line {
            code: diagnostic.code.to_string(),
            severity: diagnostic.severity,
            text: locale.say(diagnostic),
            advice: locale.say_attribute(diagnostic, "advice"),
            certainty: checks::certainty(diagnostic),
            clause: checks::basis(diagnostic)
                .and(checks::clause(diagnostic))
                .map(str::to_owned),
            basis: checks::basis(diagnostic).map(|basis| locale.say(&basis)),
            range: diagnostic.span.as_ref().map(range),
            more_ranges: diagnostic.more.iter().map(range).collect(),
        }
    }
}

impl DiagnosisLine {
    /// A cause, worded as `text`.
    pub(super) fn new(diagnosis: &Diagnosis, text: String) -> Self {
        let codes = diagnosis.codes().into_iter().map(str::to_owned);
        DiagnosisLine {
            code: diagnosis.code().to_owned(),
            codes: codes.collect(),
            text,
            verified: diagnosis.is_verified,
            certain: diagnosis.is_certain,
        }
    }
}

pub(super) struct Wording<'a> {
    locale: &'a Locale,
}

impl Wording<'_> {
    pub(super) fn line(&self, diagnostic: &Diagnostic) -> Line {
        Line::new(diagnostic, self.locale)
    }

    pub(super) fn lines(&self, diagnostics: &[Diagnostic]) -> Vec<Line> {
        diagnostics.iter().map(|d| self.line(d)).collect()
    }

    fn diagnosis(&self, diagnosis: &Diagnosis) -> DiagnosisLine {
        DiagnosisLine::new(diagnosis, diagnosis.sentence(|step| self.locale.say(step)))
    }

    fn read_as(&self, read_as: &[Diagnostic]) -> Option<String> {
        let said: Vec<String> = read_as.iter().map(|d| self.locale.say(d)).collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    fn signature(
        &self,
        verdict: Option<&SignatureVerdict>,
        compact: Option<String>,
    ) -> SignatureReport {
        let Some(verdict) = verdict else {
            return SignatureReport {
                state: SignatureState::Unchecked,
                reason: String::new(),
                code: String::new(),
                compact,
                key: None,
                candidates: Vec::new(),
                warnings: Vec::new(),
            };
        };
        let candidates = verdict.candidates.iter();
        SignatureReport {
            state: verdict.state,
            reason: self.locale.say(&verdict.reason),
            code: verdict.reason.code.to_string(),
            compact,
            key: verdict.key.clone(),
            candidates: candidates.map(|c| self.line(&c.reason)).collect(),
            warnings: self.lines(&verdict.warnings),
        }
    }

    fn token(&self, token: &Token, verdict: Option<&SignatureVerdict>) -> TokenReport {
        let several = verdict.is_some_and(|verdict| !verdict.signatures.is_empty());
        let signatures = token
            .signatures
            .iter()
            .enumerate()
            .map(|(index, signature)| {
                let own = verdict.and_then(|v| {
                    if several {
                        v.signatures.get(index)
                    } else {
                        Some(v)
                    }
                });
                self.signature(own, Some(compact_of(token, signature)))
            })
            .collect();
        TokenReport {
            compact: compact(token),
            family: token.family,
            serialization: token.serialization,
            header: text_of(token, Part::Header),
            payload: text_of(token, Part::Payload),
            signatures,
            sd_jwt: self.sd_jwt(token, verdict),
            nested: None,
            notes: self.lines(&token.notes),
            faults: self.lines(&token.faults),
        }
    }
}

/// The bytes of a part as text.
fn text_of(token: &Token, part: Part) -> Option<String> {
    let part = token.part(part)?;
    Some(String::from_utf8_lossy(&part.bytes).into_owned())
}

fn compact(token: &Token) -> String {
    match (token.serialization, token.signatures.first()) {
        (Serialization::Compact, _) => token.source.text.clone(),
        (_, Some(signature)) => compact_of(token, signature),
        (_, None) => [
            Part::Header,
            Part::EncryptedKey,
            Part::Iv,
            Part::Ciphertext,
            Part::Tag,
        ]
        .map(|part| encoded(token, token.parts.iter().position(|p| p.part == part)))
        .join("."),
    }
}

/// One signature as JWS Compact Serialization. An unprotected header has no place in it.
fn compact_of(token: &Token, signature: &Signature) -> String {
    if token.serialization == Serialization::Compact {
        return token.source.text.clone();
    }
    let payload = token.parts.iter().position(|p| p.part == Part::Payload);
    [signature.protected, payload, signature.signature]
        .map(|index| encoded(token, index))
        .join(".")
}

fn encoded(token: &Token, index: Option<usize>) -> String {
    let Some(part) = index.and_then(|index| token.parts.get(index)) else {
        return String::new();
    };
    match part.encoding {
        Encoding::Base64url => token.text_of(part).to_owned(),
        Encoding::Plain => String::from_utf8_lossy(&part.bytes).into_owned(),
        Encoding::Detached => String::new(),
    }
}
