//! What a member means, as the table of claims needs it: keys of texts, and links.

use crate::diagnostic::Diagnostic;
use crate::explain::{
    Aspect, Context, Explanation, In, Knowledge, Known, Link, Naming, Record, ValueType,
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
    /// What this token's origin means by it, where that differs.
    pub reading: Option<Reading>,
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

/// What the likeliest origin of a token says of a name that means something to everybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// A proper name.
    pub origin: String,
    /// Key of its sentence; with `.watch`, of what to watch for.
    pub text: String,
    /// Where it says so.
    pub links: Vec<SpecLink>,
}

/// A specification and its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecLink {
    /// `RFC 7519 §4.1.4`.
    pub text: String,
    /// Absent for documents that are not public.
    pub url: Option<String>,
}

impl From<Link> for SpecLink {
    fn from(link: Link) -> Self {
        SpecLink {
            text: link.text(),
            url: link.url,
        }
    }
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
    let links = |record: &Record| {
        let links = knowledge.links(record).into_iter();
        links.map(SpecLink::from).collect::<Vec<_>>()
    };
    Meaning {
        aspect: knowledge.aspect(&explanation),
        known: explanation.known.name(),
        text: record.map_or_else(|| "name-unknown".to_owned(), |record| record.key.clone()),
        definer: record.map(|record| knowledge.definer(record)),
        reading: explanation.reading.map(|record| Reading {
            origin: origin(record),
            text: record.key.clone(),
            links: links(record),
        }),
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
        links: record.map(links).unwrap_or_default(),
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
