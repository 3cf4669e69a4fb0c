//! What a value says: its words spelled out, its parts taken apart, what is packed inside it.
//! One file per kind of value; `ALL` lists them. Codes and facts only, prose in the locales.

mod embedded;
mod fhir;
mod issuer;
mod json_type;
mod key_id;
mod moment;
mod scope;
mod subject;
mod url;
mod uuid;
mod words;

use super::lookup::Explanation;
use super::record::{Group, Place, Record};
use super::{Context, In, Knowledge, ValueType, path};
use crate::diagnostic::Diagnostic;
use crate::json::{Kind, Value};
use crate::keys::facts::KeyFacts;

/// Every kind of explanation, in the order in which they are shown.
const ALL: [fn(&Subject<'_, '_>, &mut Vec<Diagnostic>); 11] = [
    json_type::explain,
    words::explain,
    scope::explain,
    subject::explain,
    issuer::explain,
    fhir::explain,
    key_id::explain,
    uuid::explain,
    url::explain,
    moment::explain,
    embedded::explain,
];

/// An array is explained by this many of its first elements.
const MOST_ITEMS: usize = 20;
/// Longer text is not searched: no identifier is as long, and the panel shows it whole.
const LONGEST: usize = 100_000;

/// A value with all that may explain it.
struct Subject<'k, 't> {
    knowledge: &'k Knowledge,
    /// The last step of the name: `roles` of `/realm_access/roles`. Of an element, its array's.
    name: String,
    explanation: Explanation<'k>,
    value: Value<'t>,
    context: &'k Context<'t>,
    key: Option<&'k KeyFacts>,
    place: In,
}

impl Knowledge {
    /// What there is to say about the value of a member, beyond what its name says. `key` is
    /// the key that the signature was checked with, where there is one.
    ///
    /// A diagnostic whose code is the key of a record says what this value means; its text may
    /// have the attribute `watch`.
    pub fn value(
        &self,
        place: In,
        pointer_or_name: &str,
        value: Value<'_>,
        context: &Context<'_>,
        key: Option<&KeyFacts>,
    ) -> Vec<Diagnostic> {
        let steps = path::steps(pointer_or_name);
        let is_index = |step: &&String| step.parse::<u32>().is_ok() && steps.len() > 1;
        let name = steps.iter().rev().find(|step| !is_index(step));
        let subject = Subject {
            knowledge: self,
            name: name.cloned().unwrap_or_default(),
            explanation: self.found(place, pointer_or_name, context),
            value,
            context,
            key,
            place,
        };
        let mut said = Vec::new();
        for explain in ALL {
            explain(&subject, &mut said);
        }
        said
    }
}

impl Subject<'_, '_> {
    /// The texts of the value: itself, or the elements of an array.
    fn texts(&self) -> Vec<String> {
        let short = |value: &Value<'_>| value.raw().len() <= LONGEST;
        let own = (self.value.kind() == Kind::String).then_some(self.value);
        own.into_iter()
            .chain(self.value.items().take(MOST_ITEMS))
            .filter(short)
            .filter_map(|value| value.text().map(|text| text.into_owned()))
            .collect()
    }

    /// The text, when the value is one.
    fn text(&self) -> Option<String> {
        (self.value.kind() == Kind::String && self.value.raw().len() <= LONGEST)
            .then(|| self.value.text().map(|text| text.into_owned()))?
    }

    /// The type by this token's origin, or by the definition.
    fn value_type(&self) -> Option<ValueType> {
        self.explanation.first().map(|record| record.value_type)
    }

    /// Whether one of the records that explain the name gives the value this type.
    fn is_typed(&self, value_type: ValueType) -> bool {
        let of = |record: Option<&Record>| record.is_some_and(|r| r.value_type == value_type);
        of(self.explanation.record) || of(self.explanation.reading)
    }

    /// What kind of place the name belongs to.
    fn home(&self) -> Place {
        let of_record = self
            .explanation
            .record
            .and_then(|record| self.knowledge.group(record))
            .map(|group: &Group| group.place.clone());
        of_record.unwrap_or(match self.place {
            In::Header => Place::Header,
            In::Payload => Place::Payload,
            In::Jwk => Place::Jwk,
        })
    }

    fn is_claim(&self) -> bool {
        self.home() == Place::Payload
    }
}

#[cfg(test)]
mod tests;
