//! From a name and where it stands to what is known of it.
//! Spec: RFC 7519 §4.1–4.3 (Registered, Public and Private Claim Names), RFC 7515 §4.1–4.3.

use super::context::Context;
use super::path::{canonical, steps};
use super::record::{Class, Group, Place, Record};
use super::slip::Folded;
use super::{Knowledge, slip};
use crate::json::Value;

/// Where a member stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum In {
    /// In the JOSE Header.
    Header,
    /// In the JWT Claims Set.
    Payload,
    /// In a JWK, or a JWK Set, that was pasted by itself.
    Jwk,
}

/// Who knows the name: `data-known`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Known {
    /// An IANA registry.
    Registered,
    /// A provider.
    Provider,
    /// A profile.
    Profile,
    /// Nobody that this program knows.
    Unknown,
}

impl Known {
    /// The stable machine name, used in `data-known`.
    pub const fn name(self) -> &'static str {
        match self {
            Known::Registered => "registered",
            Known::Provider => "provider",
            Known::Profile => "profile",
            Known::Unknown => "unknown",
        }
    }
}

/// How a name keeps clear of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Naming {
    /// By the registry (RFC 7519 §4.1).
    Registered,
    /// By an address or domain its author controls (RFC 7519 §4.2).
    Public,
    /// By a UUID or an object identifier, which nobody else has (RFC 7519 §2).
    Unique,
    /// By agreement only (RFC 7519 §4.3): it can collide.
    Private,
    /// By the member it stands in.
    Member,
}

impl Naming {
    /// The key of the text that explains it.
    pub const fn key(self) -> &'static str {
        match self {
            Naming::Registered => "naming-registered",
            Naming::Public => "naming-public",
            Naming::Unique => "naming-unique",
            Naming::Private => "naming-private",
            Naming::Member => "naming-member",
        }
    }
}

impl Naming {
    /// The key of a few words, for a name that is known although nobody registered it.
    pub const fn short_key(self) -> Option<&'static str> {
        match self {
            Naming::Registered | Naming::Member => None,
            Naming::Public | Naming::Unique => Some("naming-short-public"),
            Naming::Private => Some("naming-short-private"),
        }
    }
}

/// What is known of one member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation<'k> {
    /// Who knows it.
    pub known: Known,
    /// The definition: of the registry where it is registered, otherwise of the likeliest origin.
    pub record: Option<&'k Record>,
    /// What this token's origin means by it in particular, where that is known and differs.
    pub reading: Option<&'k Record>,
    /// How others read the name, likelier origins first.
    pub also: Vec<&'k Record>,
    /// For an unknown member inside a known one: the nearest one that is known.
    pub within: Option<&'k Record>,
    /// For a name that is unknown here but registered in the other half of the token.
    pub elsewhere: Option<&'k Record>,
    /// For an unknown name: the registered one that it is probably a slip of.
    pub nearest: Option<&'k str>,
    /// How the name keeps clear of others.
    pub naming: Naming,
}

impl<'k> Explanation<'k> {
    /// What to say first: what this token's origin means by the name, otherwise the definition.
    pub fn first(&self) -> Option<&'k Record> {
        self.reading.or(self.record)
    }
}

/// More steps than any known member has, chains of actors included.
const DEEPEST: usize = 32;

impl Knowledge {
    /// What is known of a member: `pointer_or_name` is the exact name of a top-level member, or
    /// the JSON Pointer (RFC 6901) of a nested one.
    pub fn member(
        &self,
        place: In,
        pointer_or_name: &str,
        context: &Context<'_>,
    ) -> Explanation<'_> {
        let mut found = self.found(place, pointer_or_name, context);
        if let ([name], None) = (steps(pointer_or_name).as_slice(), found.record) {
            found.nearest = self.nearest(place, name, context);
        }
        found
    }

    /// The same without what an unknown name may be a slip of, which takes the longest to find.
    pub(super) fn found(
        &self,
        place: In,
        pointer_or_name: &str,
        context: &Context<'_>,
    ) -> Explanation<'_> {
        let steps = steps(pointer_or_name);
        let mut found = self.resolve(place, &steps, context);
        // The sort is stable: among origins that were not recognised the data file decides.
        let rank = |record: &Record| {
            let group = self.group(record);
            group.map(|group| context.rank(&group.family))
        };
        crate::order::by(&mut found, |a, b| rank(a).cmp(&rank(b)));
        let is_registered = |record: &Record| {
            self.group(record)
                .is_some_and(|group| group.class == Class::Registered)
        };
        let registered = found.iter().position(|record| is_registered(record));
        let record = match registered {
            Some(index) => Some(found.remove(index)),
            None if found.is_empty() => None,
            None => Some(found.remove(0)),
        };
        let of_origin = |record: &Record| {
            self.group(record)
                .is_some_and(|group| context.rank(&group.family) != usize::MAX)
        };
        // The same text is one reading, and of one origin the most precise record speaks.
        found.retain(|other| {
            record.is_none_or(|record| other.key != record.key && other.group != record.group)
        });
        let reading = (registered.is_some() && found.first().is_some_and(|first| of_origin(first)))
            .then(|| found.remove(0));
        let known = match record.and_then(|record| self.group(record)) {
            None => Known::Unknown,
            Some(group) => match group.class {
                Class::Registered => Known::Registered,
                Class::Provider => Known::Provider,
                Class::Profile => Known::Profile,
            },
        };
        let unknown = record.is_none();
        let name = steps.first().filter(|_| steps.len() == 1);
        Explanation {
            known,
            record,
            reading,
            also: found,
            within: unknown
                .then(|| self.within(place, &steps, context))
                .flatten(),
            elsewhere: name
                .filter(|_| unknown)
                .and_then(|name| self.elsewhere(place, name)),
            nearest: None,
            naming: match name {
                None => Naming::Member,
                Some(_) if known == Known::Registered => Naming::Registered,
                Some(name) if is_unique(name) => Naming::Unique,
                Some(name) if is_collision_resistant(name) => Naming::Public,
                Some(_) => Naming::Private,
            },
        }
    }

    /// All records for these steps, best place first.
    fn resolve(&self, place: In, steps: &[String], context: &Context<'_>) -> Vec<&Record> {
        // Nothing that is known lies deeper, and hostile pointers do.
        if steps.len() > DEEPEST {
            return Vec::new();
        }
        let name = canonical(steps);
        let encrypted = context.is_encrypted();
        let fits = |group: &Group| match (place, &group.place) {
            (In::Payload, Place::Payload) => true,
            (In::Header, Place::Header) => encrypted || group.id != "jwe",
            _ => false,
        };
        let mut found: Vec<&Record> = match place {
            In::Jwk => match steps {
                [keys, index, _, ..] if keys == "keys" => {
                    let key = [keys.clone(), index.clone()];
                    self.jwk_member(
                        steps.get(2..).unwrap_or_default(),
                        locate(place, &key, context),
                    )
                }
                _ => self.jwk_member(steps, context.payload),
            },
            _ => self.named(&name, &fits),
        };
        // In a JWE the same names mean the encryption, not the signature.
        if encrypted && found.iter().any(|record| self.is_in(record, "jwe")) {
            found.retain(|record| !self.is_in(record, "header"));
        }
        if found.is_empty() {
            found = self.inherited(place, steps, context);
        }
        found
    }

    fn is_in(&self, record: &Record, group: &str) -> bool {
        self.group(record).is_some_and(|g| g.id == group)
    }

    /// Members of members that repeat a structure known elsewhere: claims inside `act`, a JWK
    /// inside `cnf`, the elements of an array.
    fn inherited(&self, place: In, steps: &[String], context: &Context<'_>) -> Vec<&Record> {
        let words: Vec<&str> = steps.iter().map(String::as_str).collect();
        let jwk = |depth: usize| {
            let value = locate(place, steps.get(..depth).unwrap_or_default(), context);
            self.jwk_member(steps.get(depth..).unwrap_or_default(), value)
        };
        let claims =
            |depth: usize| self.resolve(place, steps.get(depth..).unwrap_or_default(), context);
        match (place, words.as_slice()) {
            (_, []) | (_, [_]) => Vec::new(),
            (In::Payload, ["cnf", "jwk", _, ..]) => jwk(2),
            (In::Payload, ["sub_jwk", _, ..]) | (In::Header, ["jwk" | "epk", _, ..]) => jwk(1),
            (In::Payload, ["jwks", "keys"]) => self.in_group("keys", "jwk-set"),
            (In::Payload, ["jwks", "keys", _, _, ..]) => jwk(3),
            (In::Payload, ["keys", _, _, ..]) => jwk(2),
            (In::Payload, ["act" | "may_act" | "token_introspection", _, ..]) => claims(1),
            (In::Payload, ["submods", _, _, ..])
            | (In::Payload, ["verified_claims", "claims", _, ..]) => claims(2),
            (_, [parents @ .., last]) if is_index(last) => {
                let parents: Vec<String> = parents.iter().map(|s| (*s).to_owned()).collect();
                self.resolve(place, &parents, context)
            }
            _ => Vec::new(),
        }
    }

    fn in_group(&self, name: &str, id: &str) -> Vec<&Record> {
        let wanted = |record: &&Record| record.name == name && self.is_in(record, id);
        self.records().iter().filter(wanted).collect()
    }

    /// A member of a JWK; its `kty` decides what `x` or `d` is.
    fn jwk_member(&self, steps: &[String], jwk: Option<Value<'_>>) -> Vec<&Record> {
        let Some(name) = steps.first() else {
            return Vec::new();
        };
        let kty = jwk
            .and_then(|jwk| jwk.get("kty"))
            .and_then(|kty| kty.text())
            .map(|kty| format!("jwk-{}", kty.to_ascii_lowercase()));
        let is_jwk = |group: &Group| matches!(group.place, Place::Jwk | Place::JwkSet);
        let mut found: Vec<&Record> = self
            .records()
            .iter()
            .filter(|record| record.name == *name && self.group(record).is_some_and(is_jwk))
            .collect();
        let is_other = |record: &Record| {
            self.group(record)
                .is_none_or(|group| Some(&group.id) != kty.as_ref())
        };
        crate::order::by(&mut found, |a, b| is_other(a).cmp(&is_other(b)));
        found
    }

    fn within(&self, place: In, steps: &[String], context: &Context<'_>) -> Option<&Record> {
        (1..steps.len().min(DEEPEST)).rev().find_map(|depth| {
            let parents = steps.get(..depth)?;
            self.resolve(place, parents, context).first().copied()
        })
    }

    fn elsewhere(&self, place: In, name: &str) -> Option<&Record> {
        let other = match place {
            In::Header => Place::Payload,
            In::Payload => Place::Header,
            In::Jwk => return None,
        };
        let wanted = |record: &&Record| {
            record.name == name
                && self
                    .group(record)
                    .is_some_and(|group| group.class == Class::Registered && group.place == other)
        };
        self.records().iter().find(wanted)
    }

    fn nearest(&self, place: In, name: &str, context: &Context<'_>) -> Option<&str> {
        if is_unique(name) || is_collision_resistant(name) {
            return None;
        }
        let encrypted = context.is_encrypted();
        let wanted = Folded::of(name);
        let candidates: Vec<(&str, &Folded)> = self
            .records()
            .iter()
            .zip(&self.folded)
            .filter(|(record, folded)| wanted.may_mean(&record.name, folded))
            .filter(|(record, _)| !record.name.starts_with('/') && record.name != "...")
            .filter(|(record, _)| {
                self.group(record)
                    .is_some_and(|group| match (place, group.id.as_str()) {
                        (In::Payload, "claim") | (In::Header, "header") => true,
                        (In::Header, "jwe") => encrypted,
                        (In::Jwk, id) => id.starts_with("jwk"),
                        _ => false,
                    })
            })
            .map(|(record, folded)| (record.name.as_str(), folded))
            .collect();
        slip::nearest(&wanted, &candidates)
    }
}

/// The value at these steps.
fn locate<'t>(place: In, steps: &[String], context: &Context<'t>) -> Option<Value<'t>> {
    let root = match place {
        In::Header => context.header,
        In::Payload | In::Jwk => context.payload,
    };
    steps
        .iter()
        .try_fold(root?, |value, step| match value.get(step) {
            Some(member) => Some(member),
            None => value.items().nth(step.parse().ok()?),
        })
}

fn is_index(step: &str) -> bool {
    !step.is_empty() && step.len() < 10 && step.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a name begins with a UUID or an object identifier, as a URN or as it is: two of the
/// three namespaces that RFC 7519 §2 gives for Collision-Resistant Names.
fn is_unique(name: &str) -> bool {
    let bare = name.strip_prefix("urn:uuid:").unwrap_or(name);
    let bare = bare.strip_prefix("urn:oid:").unwrap_or(bare);
    is_uuid(bare.get(..36).unwrap_or_default()) || is_object_identifier(bare)
}

fn is_uuid(text: &str) -> bool {
    let lengths = text.split('-').map(str::len);
    lengths.eq([8, 4, 4, 4, 12]) && text.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-')
}

/// Four numbers at least, the first of them 0, 1 or 2 (ITU-T X.660): `1.2.3` is a version.
fn is_object_identifier(text: &str) -> bool {
    let arcs: Vec<&str> = text.split('.').collect();
    let is_arc =
        |arc: &&str| !arc.is_empty() && arc.len() < 40 && arc.bytes().all(|b| b.is_ascii_digit());
    arcs.len() > 3
        && arcs.iter().all(is_arc)
        && matches!(arcs.first().copied(), Some("0" | "1" | "2"))
}

/// Whether a name carries something that its author controls: a URI, or a domain name at its
/// beginning or in reverse order (RFC 7519 §2, Collision-Resistant Name).
fn is_collision_resistant(name: &str) -> bool {
    if let Some((scheme, rest)) = name.split_once("://") {
        return !rest.is_empty() && is_scheme(scheme);
    }
    if name.starts_with("urn:") {
        return name.matches(':').count() >= 2;
    }
    let domain = name.split_once('/').map_or(name, |(domain, _)| domain);
    let labels: Vec<&str> = domain.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    // `com.example.role` or `example.com/role`; a mere `a.b` is no domain.
    let reversed = labels.len() >= 3 && labels.first().is_some_and(|first| is_top_level(first));
    let forward = name.contains('/')
        && labels.len() >= 2
        && labels.last().is_some_and(|last| is_top_level(last));
    labels.iter().all(is_label) && (reversed || forward)
}

fn is_scheme(scheme: &str) -> bool {
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
}

/// Two letters of a country, or one of the general domains that names are built on.
fn is_top_level(label: &str) -> bool {
    const GENERAL: [&str; 9] = [
        "com", "org", "net", "dev", "app", "cloud", "health", "info", "edu",
    ];
    GENERAL.contains(&label) || (label.len() == 2 && label.bytes().all(|b| b.is_ascii_lowercase()))
}

#[cfg(test)]
#[path = "lookup_tests.rs"]
mod tests;
