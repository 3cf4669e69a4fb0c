//! What a claim is about, in the words of someone who reads a token: who, when, for whom, what
//! it allows. A fact of the record, so that claims can be put in groups.

use super::{Class, Explanation, Knowledge, Record, ValueType};

/// See the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Aspect {
    /// Who issued it, and whom it speaks of.
    Who,
    /// From when, until when, since when.
    When,
    /// Whom or what it is meant for.
    ForWhom,
    /// What it allows, and how sure that is.
    May,
    /// The token itself: its name, what it is bound to, how it is to be read.
    Token,
    /// What one provider adds for itself.
    Provider,
    /// A name that nobody here knows.
    Other,
}

impl Aspect {
    /// All, in the order in which groups are shown.
    pub const ALL: [Aspect; 7] = [
        Aspect::Who,
        Aspect::When,
        Aspect::ForWhom,
        Aspect::May,
        Aspect::Token,
        Aspect::Provider,
        Aspect::Other,
    ];

    /// The key of its word.
    pub const fn word(self) -> &'static str {
        match self {
            Aspect::Who => "aspect-who",
            Aspect::When => "aspect-when",
            Aspect::ForWhom => "aspect-for-whom",
            Aspect::May => "aspect-may",
            Aspect::Token => "aspect-token",
            Aspect::Provider => "aspect-provider",
            Aspect::Other => "aspect-other",
        }
    }

    /// As the data files write it.
    pub(super) fn from_name(name: &str) -> Option<Aspect> {
        Some(match name {
            "who" => Aspect::Who,
            "when" => Aspect::When,
            "for" => Aspect::ForWhom,
            "may" => Aspect::May,
            "token" => Aspect::Token,
            _ => return None,
        })
    }
}

impl Knowledge {
    /// What a claim is about. Moments are about when; what a provider adds is its own unless its
    /// record says more.
    pub fn aspect(&self, explanation: &Explanation<'_>) -> Aspect {
        let record = explanation.record.or(explanation.reading);
        record.map_or(Aspect::Other, |record| self.aspect_of(record))
    }

    fn aspect_of(&self, record: &Record) -> Aspect {
        let class = self.group(record).map(|group| group.class);
        match (record.aspect, record.value_type, class) {
            (Some(aspect), _, _) => aspect,
            (None, ValueType::NumericDate, _) => Aspect::When,
            (None, _, Some(Class::Provider)) => Aspect::Provider,
            (None, _, _) => Aspect::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::{Context, In, Place};

    fn all() -> Knowledge {
        let mut knowledge = Knowledge::core();
        assert!(knowledge.load(include_str!("records.tsv")).is_empty());
        knowledge
    }

    #[test]
    fn every_claim_that_is_no_providers_own_says_what_it_is_about() {
        let knowledge = all();
        let mut seen = 0;
        for record in knowledge.records() {
            let is_top_level = !record.name.starts_with('/');
            let is_claim = knowledge
                .group(record)
                .is_some_and(|group| group.place == Place::Payload);
            if is_claim && is_top_level {
                let aspect = knowledge.aspect_of(record);
                assert_ne!(aspect, Aspect::Other, "{}", record.name);
                seen += 1;
            }
        }
        assert!(seen > 600, "{seen} claims");
    }

    #[test]
    fn known_claims_are_about_what_a_reader_expects() {
        let knowledge = all();
        let about = |name: &str| {
            let explanation = knowledge.member(In::Payload, name, &Context::default());
            knowledge.aspect(&explanation)
        };
        for (name, aspect) in [
            ("iss", Aspect::Who),
            ("sub", Aspect::Who),
            ("exp", Aspect::When),
            ("auth_time", Aspect::When),
            ("aud", Aspect::ForWhom),
            ("scope", Aspect::May),
            ("role", Aspect::May),
            ("jti", Aspect::Token),
            ("cnf", Aspect::Token),
            ("realm_access", Aspect::May),
            ("xms_mirid", Aspect::Provider),
            ("nobody-registered-this", Aspect::Other),
        ] {
            assert_eq!(about(name), aspect, "{name}");
        }
    }
}
