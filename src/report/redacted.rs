//! The report for a ticket, by allow-list: names that a public specification has, the types of
//! values, algorithms, and our own words stay. Every other value goes, from the token, the key,
//! the expectations and the paste; the signature, `jti`, `sub` and `kid` above all.

use super::Answers;
use super::shape::{DiagnosisLine, Line, ProfileReport};
use crate::diagnosis::Diagnosis;
use crate::diagnostic::{Diagnostic, Fact};
use crate::explain::{Knowledge, Place};
use crate::inspect::{Family, Serialization, StructureState, Token};
use crate::jose::algorithms::{ALL_CURVES, SIGNATURE_ALGORITHMS};
use crate::jose::encryption_algorithms::{content_encryption_algorithm, key_management_algorithm};
use crate::json::{Document, Kind, Value};
use crate::judge::ClaimsState;
use crate::keys::facts::KeyFacts;
use crate::verify::{SignatureState, SignatureVerdict};
use crate::words::Locale;
use serde::Serialize;

/// What may leave the machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Redacted {
    /// Is this a well-formed token?
    pub structure: RedactedState<StructureState>,
    /// Who vouches for it?
    pub signature: RedactedSignature,
    /// Do its claims hold?
    pub claims: RedactedClaims,
    /// How the key was read.
    pub key: Vec<Line>,
    /// The kind of token the first one looks like.
    pub profile: Option<ProfileReport>,
    /// The tokens found, in order.
    pub tokens: Vec<RedactedToken>,
    /// From the checks.
    pub findings: Vec<Line>,
    /// Why the verification failed, best first.
    pub diagnosis: Vec<DiagnosisLine>,
    /// What was removed or repaired.
    pub notes: Vec<Line>,
}

/// A verdict and what is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RedactedState<S> {
    /// One word.
    pub state: S,
    /// What is wrong.
    pub faults: Vec<Line>,
}

/// The verdict on a signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RedactedSignature {
    /// One word.
    pub state: SignatureState,
    /// One sentence.
    pub reason: Line,
    /// The kind of the key that decided.
    pub key: Option<RedactedKey>,
    /// What is weak or odd about the key or its use.
    pub warnings: Vec<Line>,
}

/// What kind of key it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RedactedKey {
    /// `kty`
    pub kty: String,
    /// `crv`
    pub curve: Option<String>,
    /// Size in bits.
    pub bits: u32,
    /// Whether the private half was given.
    pub is_private: bool,
}

/// The verdict on the claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RedactedClaims {
    /// The first state that applies.
    pub state: ClaimsState,
    /// All that apply.
    pub states: Vec<ClaimsState>,
    /// One sentence.
    pub reason: Line,
    /// A line for each thing that was judged.
    pub details: Vec<Line>,
}

/// One token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RedactedToken {
    /// What it is.
    pub family: Family,
    /// How it was written.
    pub serialization: Serialization,
    /// The members of the JOSE Header.
    pub header: Vec<RedactedMember>,
    /// The members of the JWT Claims Set.
    pub payload: Vec<RedactedMember>,
    /// The sizes of all parts in bytes.
    pub parts: Vec<(&'static str, usize)>,
    /// A verdict for each signature.
    pub signatures: Vec<RedactedSignature>,
    /// The token inside a decrypted token.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nested: Option<Box<Redacted>>,
}

/// A member of an object: what it is, not what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RedactedMember {
    /// Its name, when a public specification has it; otherwise empty.
    pub name: String,
    /// Kind of value: `string`, `number`, `boolean`, `null`, `object`, `array`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Of an object or an array, how many it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<usize>,
    /// The value, when it is the registered name of an algorithm or of a media type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

impl Redacted {
    /// Words the answers without what only the owner may know. `knowledge` says which names are
    /// public.
    pub fn new(answers: &Answers, locale: &Locale, knowledge: &Knowledge) -> Redacted {
        let say = Wording { locale, knowledge };
        let inspection = &answers.inspection;
        let selected = inspection.tokens.get(answers.token);
        let faults = selected.map_or(&inspection.faults, |token| &token.faults);
        let notes = inspection
            .notes
            .iter()
            .chain(selected.into_iter().flat_map(|token| &token.notes));
        let verdict = answers.signatures.get(answers.token);
        Redacted {
            structure: RedactedState {
                state: inspection.structure(answers.token),
                faults: say.lines(faults),
            },
            signature: say.signature(verdict),
            claims: RedactedClaims {
                state: answers.claims.state,
                states: answers.claims.states.clone(),
                reason: say.line(&answers.claims.reason),
                details: say.lines(&answers.claims.details),
            },
            key: verdict.map_or_else(Vec::new, |verdict| say.lines(&verdict.read_as)),
            profile: answers
                .proposed
                .map(|profile| ProfileReport::new(profile, locale)),
            tokens: inspection
                .tokens
                .iter()
                .enumerate()
                .map(|(index, token)| {
                    let inner = answers.nested.iter().find(|(outer, _)| *outer == index);
                    let nested = inner.map(|(_, inner)| Redacted::new(inner, locale, knowledge));
                    say.token(token, answers.signatures.get(index), nested)
                })
                .collect(),
            findings: say.lines(&answers.findings),
            diagnosis: answers.diagnosis.iter().map(|d| say.diagnosis(d)).collect(),
            notes: notes.map(|note| say.line(note)).collect(),
        }
    }
}

struct Wording<'a> {
    locale: &'a Locale,
    knowledge: &'a Knowledge,
}

impl Wording<'_> {
    fn line(&self, diagnostic: &Diagnostic) -> Line {
        let redacted = self.without_values(diagnostic);
        Line {
            text: self.locale.say(&redacted),
            advice: self.locale.say_attribute(&redacted, "advice"),
            // Where something stands in the paste is of no use without the paste.
            range: None,
            more_ranges: Vec::new(),
            // What it rests on are our own words.
            ..Line::new(diagnostic, self.locale)
        }
    }

    fn lines(&self, diagnostics: &[Diagnostic]) -> Vec<Line> {
        diagnostics.iter().map(|d| self.line(d)).collect()
    }

    fn diagnosis(&self, diagnosis: &Diagnosis) -> DiagnosisLine {
        let text = diagnosis.sentence(|step| self.locale.say(&self.without_values(step)));
        DiagnosisLine::new(diagnosis, text)
    }

    fn signature(&self, verdict: Option<&SignatureVerdict>) -> RedactedSignature {
        let unchecked = Diagnostic::info("verify-no-token");
        RedactedSignature {
            state: verdict.map_or(SignatureState::Unchecked, |verdict| verdict.state),
            reason: self.line(verdict.map_or(&unchecked, |verdict| &verdict.reason)),
            key: verdict
                .and_then(|verdict| verdict.key.as_ref())
                .map(kind_of),
            warnings: verdict.map_or_else(Vec::new, |verdict| self.lines(&verdict.warnings)),
        }
    }

    fn token(
        &self,
        token: &Token,
        verdict: Option<&SignatureVerdict>,
        nested: Option<Redacted>,
    ) -> RedactedToken {
        let several = verdict.map_or(&[][..], |verdict| verdict.signatures.as_slice());
        let signatures = if several.is_empty() {
            verdict
                .into_iter()
                .map(|v| self.signature(Some(v)))
                .collect()
        } else {
            several.iter().map(|v| self.signature(Some(v))).collect()
        };
        let parts = token.parts.iter();
        RedactedToken {
            family: token.family,
            serialization: token.serialization,
            header: self.members(token.header(), &Place::Header),
            payload: self.members(token.payload(), &Place::Payload),
            parts: parts
                .map(|part| (part.part.name(), part.bytes.len()))
                .collect(),
            signatures,
            nested: nested.map(Box::new),
        }
    }

    fn members(&self, document: Option<&Document>, place: &Place) -> Vec<RedactedMember> {
        let object = document.and_then(|document| document.object());
        let members = object.into_iter().flat_map(|object| object.members());
        members
            .map(|(name, value)| {
                let name = name.text().filter(|name| self.is_public(name, place));
                let name = name.unwrap_or_default().into_owned();
                RedactedMember {
                    value: self.registered(&name, value, place),
                    name,
                    kind: kind(value),
                    count: count(value),
                }
            })
            .collect()
    }

    /// Whether a specification has exactly this name: a pattern could hold anything.
    fn is_public(&self, name: &str, place: &Place) -> bool {
        let mut records = self.knowledge.records().iter();
        records.any(|record| {
            record.name == name
                && !name.contains('*')
                && self
                    .knowledge
                    .group(record)
                    .is_some_and(|group| group.place == *place)
        })
    }

    /// The value of a Header Parameter whose values are registered names.
    fn registered(&self, name: &str, value: Value<'_>, place: &Place) -> Option<String> {
        if *place != Place::Header {
            return None;
        }
        let text = value.text();
        match name {
            "b64" => value.as_bool().map(|b| b.to_string()),
            "alg" | "enc" => text
                .filter(|text| is_algorithm(text))
                .map(|text| text.into_owned()),
            "typ" | "cty" | "zip" => text
                .filter(|text| {
                    let mut known = self.knowledge.values_of(name);
                    known.any(|record| record.name == **text && !text.contains('*'))
                        || matches!(text.as_ref(), "JWT" | "DEF")
                })
                .map(|text| text.into_owned()),
            _ => None,
        }
    }

    fn without_values(&self, diagnostic: &Diagnostic) -> Diagnostic {
        let mut redacted = diagnostic.clone();
        redacted.span = None;
        for (name, fact) in &mut redacted.facts {
            *fact = self.fact(name, fact);
        }
        redacted
    }

    fn fact(&self, name: &str, fact: &Fact) -> Fact {
        match fact {
            Fact::Word(word) if self.locale.has(word) => Fact::Word(word.clone()),
            Fact::Secret(bytes) => Fact::Secret(*bytes),
            Fact::Count(count) if COUNTS.contains(&name) => Fact::Count(*count),
            Fact::Text(text) if self.may_stay(text) => Fact::Text(text.clone()),
            Fact::List(list) => Fact::List(list.iter().map(|one| self.fact(name, one)).collect()),
            Fact::Text(_) | Fact::Count(_) | Fact::Moment(_) | Fact::Seconds(_) | Fact::Word(_) => {
                Fact::Word("redacted-value".into())
            }
        }
    }

    /// Algorithms, kinds of keys and public names.
    fn may_stay(&self, text: &str) -> bool {
        is_algorithm(text)
            || is_key_label(text)
            || self.is_public(text, &Place::Header)
            || self.is_public(text, &Place::Payload)
            || self.is_public(text, &Place::Jwk)
    }
}

/// Counts that are sizes and places, and not numbers out of a token.
const COUNTS: [&str; 9] = [
    "count", "found", "expected", "bytes", "position", "line", "column", "shown", "length",
];

fn is_algorithm(text: &str) -> bool {
    SIGNATURE_ALGORITHMS.iter().any(|row| row.name == text)
        || key_management_algorithm(text).is_some()
        || content_encryption_algorithm(text).is_some()
        || text == "none"
}

/// `RSA 2048`, `EC P-256`, `oct 320`, `AKP ML-DSA-44`.
fn is_key_label(text: &str) -> bool {
    let Some((kty, rest)) = text.split_once(' ') else {
        return ALL_CURVES.iter().any(|curve| curve.name() == text);
    };
    let is_kty = ["RSA", "EC", "OKP", "oct", "AKP"].contains(&kty);
    let is_size = rest.len() <= 6 && rest.bytes().all(|byte| byte.is_ascii_digit());
    let is_curve = ALL_CURVES.iter().any(|curve| curve.name() == rest);
    is_kty && (is_size || is_curve || is_algorithm(rest))
}

fn kind_of(key: &KeyFacts) -> RedactedKey {
    RedactedKey {
        kty: key.kty.clone(),
        curve: key.curve.clone(),
        bits: key.bits,
        is_private: key.is_private,
    }
}

fn kind(value: Value<'_>) -> &'static str {
    match value.kind() {
        Kind::Object => "object",
        Kind::Array => "array",
        Kind::String | Kind::Name => "string",
        Kind::Number => "number",
        Kind::True | Kind::False => "boolean",
        Kind::Null => "null",
    }
}

fn count(value: Value<'_>) -> Option<usize> {
    match value.kind() {
        Kind::Object => Some(value.members().count()),
        Kind::Array => Some(value.items().count()),
        _ => None,
    }
}
