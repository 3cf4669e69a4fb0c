//! Values that are words with a known meaning: `alg`, `typ`, `kty`, `amr`, `acr`, roles, …
//! Spec: RFC 8176 §2 (`amr`), RFC 7515 §4.1.9 (`typ`), the IANA registries.

use super::Subject;
use crate::diagnostic::{Diagnostic, Fact, Severity};
use crate::explain::record::{Place, Record};
use std::borrow::Cow;

pub(super) fn explain(subject: &Subject<'_, '_>, said: &mut Vec<Diagnostic>) {
    match (subject.name.as_str(), subject.home()) {
        ("amr", Place::Payload) => amr(subject, said),
        ("typ" | "cty", Place::Header) => typ(subject, said),
        ("alg" | "enc", Place::Header | Place::Jwk) => algorithm(subject, said),
        // In a claim these words are a provider's own, and carry another label in the data.
        ("typ" | "alg" | "enc" | "use" | "zip", Place::Payload) => {
            each(subject, &format!("claim:{}", subject.name), said);
        }
        (name, _) => each(subject, name, said),
    }
}

fn each(subject: &Subject<'_, '_>, member: &str, said: &mut Vec<Diagnostic>) {
    let number = subject.value.digits().map(str::to_owned);
    for value in subject.texts().into_iter().chain(number) {
        if let Some(record) = meaning(subject, member, &value) {
            said.push(of_record(record, value));
        }
    }
}

/// The record of a value, unless it belongs to an origin that this token does not have.
fn meaning<'k>(subject: &Subject<'k, '_>, member: &str, value: &str) -> Option<&'k Record> {
    let knowledge = subject.knowledge;
    let record = knowledge.value_of(member, value, subject.context)?;
    let group = knowledge.group(record)?;
    let family_of = |record: Option<&Record>| {
        let group = record.and_then(|record| knowledge.group(record));
        group.map(|group| group.family.as_str())
    };
    let explanation = &subject.explanation;
    let fits = group.is_general()
        || subject.context.origins.contains(&group.family)
        || family_of(explanation.record) == Some(&group.family);
    fits.then_some(record)
}

/// Its code is the record's key: its text is the record's, with the attribute `watch`.
fn of_record(record: &Record, value: String) -> Diagnostic {
    Diagnostic {
        code: Cow::Owned(record.key.clone()),
        severity: Severity::Info,
        span: None,
        more: Vec::new(),
        facts: vec![(Cow::Borrowed("value"), Fact::Text(value))],
    }
}

/// One sentence for all known methods, one for the others.
fn amr(subject: &Subject<'_, '_>, said: &mut Vec<Diagnostic>) {
    let (mut ways, mut others) = (Vec::new(), Vec::new());
    for value in subject.texts() {
        match meaning(subject, "amr", &value) {
            Some(record) => ways.push(Fact::Word(Cow::Owned(record.key.clone()))),
            None => others.push(Fact::Text(value)),
        }
    }
    for (code, list) in [("value-amr", ways), ("value-amr-unknown", others)] {
        if !list.is_empty() {
            let mut diagnostic = Diagnostic::info(code);
            diagnostic
                .facts
                .push((Cow::Borrowed("ways"), Fact::List(list)));
            said.push(diagnostic);
        }
    }
}

/// Media types compare without case, and `application/` may be left out (RFC 7515 §4.1.9).
fn typ(subject: &Subject<'_, '_>, said: &mut Vec<Diagnostic>) {
    let Some(text) = subject.text() else { return };
    let lower = text.to_ascii_lowercase();
    let short = lower.strip_prefix("application/").unwrap_or(&lower);
    let known = subject.knowledge.values_of("typ");
    let mut known = known.filter(|record| record.name.eq_ignore_ascii_case(short));
    match known.next() {
        Some(record) => said.push(of_record(record, text)),
        None => said.push(Diagnostic::info("value-typ-unknown").with("value", text)),
    }
}

/// Algorithm names are case-sensitive (RFC 7515 §4.1.1).
fn algorithm(subject: &Subject<'_, '_>, said: &mut Vec<Diagnostic>) {
    let Some(text) = subject.text() else { return };
    if let Some(record) = subject.knowledge.value_of("alg", &text, subject.context) {
        said.push(of_record(record, text));
        return;
    }
    let mut known = subject.knowledge.values_of("alg");
    let meant = known.find(|record| record.name.eq_ignore_ascii_case(&text));
    said.push(match meant {
        Some(meant) => Diagnostic::warning("value-alg-case")
            .with("value", text)
            .with("meant", meant.name.as_str()),
        None => Diagnostic::warning("value-alg-unknown").with("value", text),
    });
}
