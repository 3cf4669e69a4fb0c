//! References to FHIR resources: `Practitioner/225d67a7`, alone or at the end of an address.
//! Spec: FHIR R4 §2.3.0.1 (Literal References), §2.24.0.1 (id).

use super::Subject;
use crate::diagnostic::{Diagnostic, Fact};
use crate::explain::ValueType;
use std::borrow::Cow;

/// Resource types that tokens refer to; `fhir-<type in lower case>` is the key of its text.
const TYPES: [(&str, &str); 20] = [
    ("ActivityDefinition", "fhir-activitydefinition"),
    ("Appointment", "fhir-appointment"),
    ("CarePlan", "fhir-careplan"),
    ("CareTeam", "fhir-careteam"),
    ("Consent", "fhir-consent"),
    ("Device", "fhir-device"),
    ("Encounter", "fhir-encounter"),
    ("Endpoint", "fhir-endpoint"),
    ("Group", "fhir-group"),
    ("HealthcareService", "fhir-healthcareservice"),
    ("Location", "fhir-location"),
    ("Observation", "fhir-observation"),
    ("Organization", "fhir-organization"),
    ("Patient", "fhir-patient"),
    ("Person", "fhir-person"),
    ("PlanDefinition", "fhir-plandefinition"),
    ("Practitioner", "fhir-practitioner"),
    ("PractitionerRole", "fhir-practitionerrole"),
    ("RelatedPerson", "fhir-relatedperson"),
    ("Task", "fhir-task"),
];

pub(super) fn explain(subject: &Subject<'_, '_>, said: &mut Vec<Diagnostic>) {
    if !subject.is_claim() {
        return;
    }
    let expected = subject.is_typed(ValueType::FhirReference);
    for text in subject.texts() {
        match reference(&text, expected) {
            Some((word, resource, id)) => {
                let code = match text.contains("://") {
                    true => "value-fhir-address",
                    false => "value-fhir-reference",
                };
                let mut diagnostic = Diagnostic::info(code)
                    .with("resource", resource)
                    .with("id", id);
                let word = Fact::Word(Cow::Borrowed(word));
                diagnostic.facts.push((Cow::Borrowed("kind"), word));
                said.push(diagnostic);
            }
            None if expected => {
                said.push(Diagnostic::info("value-fhir-expected").with("value", text));
            }
            None => {}
        }
    }
}

/// The key of the type's text, the type and the id at the end of `text`. Where a reference is
/// `expected`, and on a server whose address says FHIR, any name of a type will do.
fn reference(text: &str, expected: bool) -> Option<(&'static str, &str, &str)> {
    let text = match text.split_once("/_history/") {
        Some((text, _)) => text,
        None => text,
    };
    let (before, id) = text.rsplit_once('/')?;
    let is_address = before.starts_with("http://") || before.starts_with("https://");
    let resource = match before.rsplit_once('/') {
        Some((_, resource)) if is_address => resource,
        None => before,
        Some(_) => return None,
    };
    let known = TYPES.iter().find(|(name, _)| *name == resource);
    let is_fhir = expected || (is_address && before.to_ascii_lowercase().contains("/fhir/"));
    let is_type = resource.starts_with(|c: char| c.is_ascii_uppercase())
        && resource.bytes().all(|b| b.is_ascii_alphabetic());
    let key = match known {
        Some((_, key)) => *key,
        None if is_fhir && is_type => "fhir-other",
        None => return None,
    };
    let is_id = (1..=64).contains(&id.len())
        && id
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.'));
    is_id.then_some((key, resource, id))
}
