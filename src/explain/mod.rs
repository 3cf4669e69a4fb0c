//! What a name means: claims, Header Parameters, JWK members and their values, as records.
//!
//! The facts stand in two data files beside this module, the prose in the locales under the
//! record's key: `core.tsv` with `knowledge-core.ftl` is compiled in, `records.tsv` with
//! `knowledge.ftl` is loaded by the page when it starts. Nothing here holds a sentence.
//!
//! ```
//! use jwt_debugger::explain::{Context, In, Knowledge, Known};
//! let knowledge = Knowledge::core();
//! let explanation = knowledge.member(In::Payload, "exp", &Context::default());
//! assert_eq!(explanation.known, Known::Registered);
//! assert_eq!(explanation.record.unwrap().key, "claim-exp");
//! ```

mod aspect;
mod context;
mod link;
mod lookup;
mod path;
mod record;
mod slip;
mod value_type;
mod values;

pub use aspect::Aspect;
pub use context::Context;
pub use link::Link;
pub use lookup::{Explanation, In, Known, Naming};
pub use record::{Class, Group, Place, Record};
pub use value_type::ValueType;

use record::DataFile;
use slip::Folded;

/// The facts of the names that every token may hold.
const CORE: &str = include_str!("core.tsv");

/// All records that have been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Knowledge {
    file: DataFile,
    /// Indices of the records without `*`, sorted by name, earlier records first.
    by_name: Vec<usize>,
    /// Indices of the records with `*` in their name.
    patterns: Vec<usize>,
    /// The records' names, as slips are held against them.
    folded: Vec<Folded>,
}

impl Knowledge {
    /// Nothing.
    pub fn empty() -> Knowledge {
        Knowledge {
            file: DataFile::default(),
            by_name: Vec::new(),
            patterns: Vec::new(),
            folded: Vec::new(),
        }
    }

    /// What is compiled in: RFC 7515, 7516, 7519, 7800 and the basics of OpenID Connect.
    pub fn core() -> Knowledge {
        let mut knowledge = Knowledge::empty();
        knowledge.load(CORE);
        knowledge
    }

    /// Adds the records of a data file (`records.tsv`). Lines that cannot be read are left out;
    /// their numbers are the answer.
    pub fn load(&mut self, records: &str) -> Vec<usize> {
        let (read_before, failed_before) = (self.file.records.len(), self.file.unreadable.len());
        self.file.read(records);
        for (index, record) in self.file.records.iter().enumerate().skip(read_before) {
            self.folded.push(Folded::of(&record.name));
            match record.name.contains('*') {
                true => self.patterns.push(index),
                false => self.by_name.push(index),
            }
        }
        let records = &self.file.records;
        let name = |index: &usize| records.get(*index).map(|record| record.name.as_str());
        crate::order::by(&mut self.by_name, |a, b| name(a).cmp(&name(b)));
        self.file.unreadable.split_off(failed_before)
    }

    /// Every record, in the order of the data files.
    pub fn records(&self) -> &[Record] {
        &self.file.records
    }

    /// The group of a record: its origin, class and place.
    pub fn group(&self, record: &Record) -> Option<&Group> {
        self.file.groups.get(record.group)
    }

    /// Every group, in the order of the data files.
    pub fn groups(&self) -> &[Group] {
        &self.file.groups
    }

    /// Where the definition stands, the governing one first.
    pub fn links(&self, record: &Record) -> Vec<Link> {
        record
            .spec
            .split_whitespace()
            .map(|reference| link::link(reference, &self.file.specs))
            .collect()
    }

    /// Who defines it: a provider or profile by its name, for a registered name the body that
    /// publishes its specification. A proper name, never translated.
    pub fn definer(&self, record: &Record) -> String {
        let registered = |group: &&Group| group.class != Class::Registered;
        match self.group(record).filter(registered) {
            Some(group) => group.title.clone(),
            None => self
                .links(record)
                .into_iter()
                .next()
                .map(|link| link.body)
                .unwrap_or_default(),
        }
    }

    /// The references of a record as the data files write them, such as `RFC7519#4.1.4`.
    pub fn references<'a>(&self, record: &'a Record) -> impl Iterator<Item = &'a str> + use<'a> {
        record.spec.split_whitespace()
    }

    /// What is known of a value of the member called `member`, such as `HS256` of `alg`.
    pub fn value_of(&self, member: &str, value: &str, context: &Context) -> Option<&Record> {
        let place = |group: &Group| matches!(&group.place, Place::Value(of) if of == member);
        self.named(value, &place)
            .into_iter()
            .min_by_key(|record| self.group(record).map(|group| context.rank(&group.family)))
    }

    /// Every known value of the member called `member`.
    pub fn values_of(&self, member: &str) -> impl Iterator<Item = &Record> {
        let is_of = move |group: &Group| matches!(&group.place, Place::Value(of) if of == member);
        self.records()
            .iter()
            .filter(move |record| self.group(record).is_some_and(is_of))
    }

    /// The group whose tokens have this issuer.
    pub fn issuer(&self, iss: &str) -> Option<&Group> {
        let names = |group: &&Group| group.issuers.iter().any(|pattern| path::fits(pattern, iss));
        self.groups().iter().find(names)
    }

    /// Records with this canonical name or a pattern that fits it, in groups that `fits` admits;
    /// exact names first.
    fn named(&self, name: &str, fits: &dyn Fn(&Group) -> bool) -> Vec<&Record> {
        let records = &self.file.records;
        let name_of = |index: usize| records.get(index).map_or("", |record| record.name.as_str());
        let start = self.by_name.partition_point(|index| name_of(*index) < name);
        let exact = self.by_name.iter().skip(start).copied();
        let exact = exact.take_while(|index| name_of(*index) == name);
        let patterns = self.patterns.iter().copied();
        let patterns = patterns.filter(|index| path::fits(name_of(*index), name));
        exact
            .chain(patterns)
            .filter_map(|index| records.get(index))
            .filter(|record| self.group(record).is_some_and(fits))
            .collect()
    }
}
