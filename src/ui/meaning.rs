//! What a member means, as the table of claims needs it: keys of texts, and links.

use crate::diagnostic::Diagnostic;
use crate::explain::{
    Aspect, Context, Explanation, In, Knowledge, Known, Naming, Record, ValueType,
};

/// What is known of one member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// `data-known`.
    pub known: &'static str,
    /// Key of the sentence that explains it.
    pub text: String,
    /// Who defines it; a proper name.
    pub definer: Option<String>,
    /// What this token's origin means by it, where that differs: the origin and the key.
    pub reading: Option<(String, String)>,
    /// Who else uses the name; proper names.
    pub also: Vec<String>,
    /// How the name keeps clear of others.
    pub naming: Naming,
    /// Of an unknown name: what it may be a slip of, or where else it would be known.
    pub hint: Option<Diagnostic>,
    /// Where the definition stands.
    pub links: Vec<SpecLink>,
    /// What it is about.
    pub aspect: Aspect,
    /// What kind of value it has.
    pub value_type: Option<ValueType>,
}

/// A specification and its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecLink {
    /// `RFC 7519 §4.1.4`.
    pub text: String,
    /// Absent for documents that are not public.
    pub url: Option<String>,
}

/// What is known of the member `name`.
pub fn meaning(knowledge: &Knowledge, place: In, name: &str, context: &Context<'_>) -> Meaning {
    let explanation = knowledge.member(place, name, context);
    let hint = hint(&explanation, place);
    let record = explanation.record;
    let origin = |record: &Record| {
        let group = knowledge.group(record);
        group.map(|group| group.title.clone()).unwrap_or_default()
    };
    let links = record.map(|record| knowledge.links(record));
    Meaning {
        aspect: knowledge.aspect(&explanation),
        known: explanation.known.name(),
        text: record.map_or_else(|| "name-unknown".to_owned(), |record| record.key.clone()),
        definer: record.map(|record| knowledge.definer(record)),
        reading: explanation
            .reading
            .map(|record| (origin(record), record.key.clone())),
        // A registered name means the same to all of them.
        also: match explanation.known {
            Known::Registered => Vec::new(),
            _ => explanation
                .also
                .iter()
                .map(|record| origin(record))
                .collect(),
        },
        hint,
        naming: explanation.naming,
        links: links
            .unwrap_or_default()
            .into_iter()
            .map(|link| SpecLink {
                text: link.text(),
                url: link.url,
            })
            .collect(),
        value_type: record.map(|record| record.value_type),
    }
}

fn hint(explanation: &Explanation<'_>, place: In) -> Option<Diagnostic> {
    if let Some(nearest) = explanation.nearest {
        return Some(Diagnostic::warning("name-nearest").with("nearest", nearest));
    }
    if let Some(parent) = explanation.within {
        return Some(Diagnostic::info("name-within").with("parent", parent.name.as_str()));
    }
    explanation.elsewhere.map(|_| match place {
        In::Header => Diagnostic::info("name-elsewhere-payload"),
        In::Payload | In::Jwk => Diagnostic::info("name-elsewhere-header"),
    })
}
