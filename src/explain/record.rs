//! The records as they stand in the data files, and the files' format.
//!
//! A data file has one thing a line, its fields separated by tabs:
//!
//! ```text
//! # comment
//! !spec   title  body   address  what precedes a section in the address
//! @group  class  place  title    spec    issuers   marks
//! name    type   spec   key      aspect
//! ```
//!
//! A reference in `spec` is a document and a section of it, `RFC7519#4.1.4`; where the address
//! calls the section otherwise, that follows: `SPIFFE#3.1=31-subject`.
//!
//! A record belongs to the group above it. A name that begins with `/` is an RFC 6901 JSON
//! Pointer; `*` stands for anything, in a pointer for one step. An empty `spec` is the group's,
//! an empty `key` is the group and the name in lower case with `-` for all else. The `aspect`
//! says what a claim is about, where its type and its group do not.

use super::aspect::Aspect;
use super::link::Spec;
use super::value_type::ValueType;

/// Who stands behind a definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// An IANA registry.
    Registered,
    /// A profile or sector standard on top of JWT.
    Profile,
    /// One provider's tokens.
    Provider,
}

/// Where a name stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// JOSE Header.
    Header,
    /// JWT Claims Set.
    Payload,
    /// JWK.
    Jwk,
    /// JWK Set.
    JwkSet,
    /// Not a name but a value of the member with this name.
    Value(String),
}

/// Records with a common origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Stable, kebab-case.
    pub id: String,
    /// Who stands behind it.
    pub class: Class,
    /// Where its names stand.
    pub place: Place,
    /// What to call its origin: a registry, provider or profile. A proper name, never translated.
    pub title: String,
    /// The group that stands for its origin as a whole: itself, or the one it names.
    pub family: String,
    /// The specification of records that name none.
    pub(super) spec: String,
    /// Patterns of the `iss` of tokens that come from here; after `aud=`, of their `aud`, and so
    /// on for any claim.
    pub(super) issuers: Vec<String>,
    /// Names that hint at this origin; with `!` before it, one is enough.
    pub(super) marks: Vec<String>,
}

impl Group {
    /// The origin without what tells its groups apart: `Microsoft Entra ID` of
    /// `Microsoft Entra ID (access token)`.
    pub fn origin(&self) -> &str {
        self.title
            .split_once(" (")
            .map_or(&self.title, |(origin, _)| origin)
    }

    /// Whether it speaks for every token, not for those of one origin.
    pub(super) fn is_general(&self) -> bool {
        self.class == Class::Registered
            || (self.family == self.id && self.issuers.is_empty() && self.marks.is_empty())
    }
}

/// What is known of one name, or of one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The name, a JSON Pointer when it begins with `/`, with `*` for anything.
    pub name: String,
    /// The type of the value.
    pub value_type: ValueType,
    /// The key of its text; the attribute `watch` is what to watch for, where there is something.
    pub key: String,
    /// What the claim is about, where the record says so.
    pub(super) aspect: Option<Aspect>,
    /// References such as `RFC7519#4.1.4`, separated by spaces.
    pub(super) spec: String,
    /// Index into the groups.
    pub(super) group: usize,
}

/// What a data file says, in its order.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct DataFile {
    pub(super) specs: Vec<Spec>,
    pub(super) groups: Vec<Group>,
    pub(super) records: Vec<Record>,
    /// Lines that could not be read, counted from 1.
    pub(super) unreadable: Vec<usize>,
}

impl DataFile {
    /// Adds what `text` says. A group of the same name is continued.
    pub(super) fn read(&mut self, text: &str) {
        let mut group = None;
        for (number, line) in text.lines().enumerate() {
            let read = match line.as_bytes().first() {
                None | Some(b'#') => Some(()),
                Some(b'!') => {
                    Spec::parse(line.get(1..).unwrap_or_default()).map(|spec| self.specs.push(spec))
                }
                Some(b'@') => self
                    .group(line.get(1..).unwrap_or_default())
                    .map(|index| group = Some(index)),
                Some(_) => group
                    .and_then(|index| self.record(line, index))
                    .map(|record| self.records.push(record)),
            };
            if read.is_none() {
                self.unreadable.push(number.saturating_add(1));
            }
        }
    }

    fn group(&mut self, line: &str) -> Option<usize> {
        let mut fields = line.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        let (id, class, place, title) = (next(), next(), next(), next());
        let (spec, issuers, marks) = (next(), next(), next());
        if let Some(index) = self.groups.iter().position(|group| group.id == id) {
            return Some(index);
        }
        let class = match class {
            "registered" => Class::Registered,
            "profile" => Class::Profile,
            "provider" => Class::Provider,
            _ => return None,
        };
        let place = match place {
            "header" => Place::Header,
            "payload" => Place::Payload,
            "jwk" => Place::Jwk,
            "jwk-set" => Place::JwkSet,
            other => Place::Value(other.strip_prefix("value:")?.to_owned()),
        };
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        let family = issuers.strip_prefix('=');
        self.groups.push(Group {
            id: id.to_owned(),
            class,
            place,
            title: title.to_owned(),
            family: family.unwrap_or(id).to_owned(),
            spec: spec.to_owned(),
            issuers: words(if family.is_some() { "" } else { issuers }),
            marks: words(marks),
        });
        self.groups.len().checked_sub(1)
    }

    fn record(&self, line: &str, index: usize) -> Option<Record> {
        let group = self.groups.get(index)?;
        let mut fields = line.split('\t');
        let name = fields.next()?;
        let value_type = ValueType::from_name(fields.next()?)?;
        let or = |field: Option<&str>, default: &str| match field {
            None | Some("") => default.to_owned(),
            Some(text) => text.to_owned(),
        };
        let spec = or(fields.next(), &group.spec);
        let key = match fields.next() {
            None | Some("") => format!("{}-{}", group.id, slug(name)),
            Some(key) => key.to_owned(),
        };
        let aspect = match fields.next() {
            None | Some("") => None,
            Some(name) => Some(Aspect::from_name(name)?),
        };
        Some(Record {
            aspect,
            name: name.to_owned(),
            value_type,
            key,
            spec,
            group: index,
        })
    }
}

/// A name as the end of a locale key: lower case, `-` for all that is no letter or digit, and
/// of a URI only its last segment.
fn slug(name: &str) -> String {
    let last = match name.contains("://") && !name.starts_with('/') {
        true => name.rsplit('/').next().unwrap_or(name),
        false => name,
    };
    let mut slug = String::with_capacity(last.len());
    for c in last.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    fn read(text: &str) -> DataFile {
        let mut file = DataFile::default();
        file.read(text);
        file
    }

    #[test]
    fn a_record_takes_what_it_leaves_out_from_its_group() {
        let file = read("@g\tprofile\tpayload\tG\tDOC\nfoo.Bar\tstring\n/a/*/b\tany\tRFC1#2\tk\n");
        assert_eq!(file.unreadable, Vec::<usize>::new());
        let (first, second) = (&file.records[0], &file.records[1]);
        assert_eq!(
            (first.key.as_str(), first.spec.as_str()),
            ("g-foo-bar", "DOC")
        );
        assert_eq!((second.key.as_str(), second.spec.as_str()), ("k", "RFC1#2"));
    }

    #[test]
    fn lines_that_cannot_be_read_are_counted_not_guessed() {
        let file = read("orphan\tstring\n@g\tnobody\tpayload\tG\n@h\tprofile\tmoon\tH\n");
        assert_eq!(file.unreadable, [1, 2, 3]);
        let file = read("@g\tprofile\tpayload\tG\nfoo\tno-such-type\nbar\n!X\n");
        assert_eq!(file.unreadable, [2, 3, 4]);
        let file = read("@g\tprofile\tpayload\tG\nfoo\tany\tDOC\tk\tno-such-aspect\n");
        assert_eq!(file.unreadable, [2]);
        assert!(file.records.is_empty());
    }

    #[test]
    fn a_uri_is_keyed_by_its_last_segment() {
        assert_eq!(slug("http://a.example/claims/Name"), "name");
        assert_eq!(slug("x5t#S256"), "x5t-s256");
        assert_eq!(slug("/cnf/x5t#S256"), "cnf-x5t-s256");
        assert_eq!(slug("..."), "");
    }
}
