//! Two tokens side by side: what is the same, what changed, what only one of them has. By name
//! and path, not by place: members may stand in another order. Nothing here says which of the two
//! is right, or newer.
//! Spec: RFC 6901 for the paths; RFC 8259 §4 and §7 for when names and strings are the same.

mod lists;

use crate::inspect::Token;
use crate::jose::jwt::numeric_date::{self, Reading};
use crate::json::{Document, Kind, Value};
use crate::span::Part;
use lists::{Pair, aligned};
use std::collections::BTreeMap;

/// What became of a value from one token to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// Byte for byte the same.
    Same,
    /// The same string in other bytes: `"\u0061"` and `"a"`.
    Respelt,
    /// Another value.
    Changed,
    /// Only the other token has it.
    OnlyOther,
    /// Only this token has it.
    OnlyThis,
}

impl Change {
    /// The stable machine name, `data-change`.
    pub const fn name(self) -> &'static str {
        match self {
            Change::Same => "same",
            Change::Respelt => "respelt",
            Change::Changed => "changed",
            Change::OnlyOther => "only-other",
            Change::OnlyThis => "only-this",
        }
    }
}

/// One value of either token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Header or payload.
    pub part: Part,
    /// Its JSON Pointer; in this token where it has it, else in the other. Elements of lists of
    /// plain values are compared as a bag, so their index is only where they stand.
    pub pointer: String,
    /// What became of it.
    pub change: Change,
    /// As written in the other token.
    pub other: Option<String>,
    /// As written in this token.
    pub this: Option<String>,
    /// Seconds from the moment in the other token to that in this one.
    pub seconds: Option<i64>,
}

/// Everything there is to say about two tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Header first, then payload; in the order of the other token, what only this one has last.
    pub differences: Vec<Difference>,
    /// Whether the whole texts are the same.
    pub is_same_text: bool,
    /// Whether what was signed is the same, so that only the signature differs.
    pub is_same_content: bool,
}

impl Comparison {
    /// How many values this became of.
    pub fn count(&self, change: Change) -> usize {
        let of = |difference: &&Difference| difference.change == change;
        self.differences.iter().filter(of).count()
    }
}

/// This many values are compared one by one; of two tokens with more the rest is left out.
pub const MOST: usize = 5_000;

/// Compares `this` with `other`. `is_moment` says of a JSON Pointer into the payload whether a
/// NumericDate stands there.
pub fn compare(other: &Token, this: &Token, is_moment: &dyn Fn(&str) -> bool) -> Comparison {
    let mut comparison = Comparison {
        is_same_text: other.source.text == this.source.text,
        is_same_content: [Part::Header, Part::Payload]
            .iter()
            .all(|part| bytes(other, *part) == bytes(this, *part)),
        differences: Vec::new(),
    };
    for part in [Part::Header, Part::Payload] {
        let json = |token: &'_ Token| token.part(part).and_then(|part| part.json.clone());
        let (other, this) = (json(other), json(this));
        let pair = (other.as_ref(), this.as_ref());
        compare_part(part, pair, is_moment, &mut comparison.differences);
    }
    comparison
}

/// Adds to `found` how a part of one token differs from that of another: `(other, this)`.
pub fn compare_part(
    part: Part,
    (other, this): (Option<&Document>, Option<&Document>),
    is_moment: &dyn Fn(&str) -> bool,
    found: &mut Vec<Difference>,
) {
    let pair = (
        other.and_then(Document::root),
        this.and_then(Document::root),
    );
    walk(part, pair, is_moment, found);
}

fn bytes(token: &Token, part: Part) -> Option<&[u8]> {
    token.part(part).map(|part| part.bytes.as_slice())
}

/// A value of each token, and the way to them.
type Open<'a> = (String, Option<Value<'a>>, Option<Value<'a>>);

/// Goes into containers that both have and that differ; everything else is one difference.
fn walk<'a>(
    part: Part,
    (other, this): (Option<Value<'a>>, Option<Value<'a>>),
    is_moment: &dyn Fn(&str) -> bool,
    found: &mut Vec<Difference>,
) {
    if other.is_none() && this.is_none() {
        return;
    }
    let mut open: Vec<Open<'a>> = vec![(String::new(), other, this)];
    while let Some((pointer, other, this)) = open.pop() {
        if found.len() >= MOST {
            return;
        }
        let inner = match (other, this) {
            // At the top also what is the same is told name by name.
            (Some(other), Some(this)) if other.raw() != this.raw() || pointer.is_empty() => {
                inside(&pointer, other, this)
            }
            _ => None,
        };
        match inner {
            Some(inner) => open.extend(inner.into_iter().rev()),
            None => found.extend(difference(part, pointer, other, this, is_moment)),
        }
    }
}

/// What stands in two containers of the same kind, pair by pair. `None`: they are no such.
fn inside<'a>(pointer: &str, other: Value<'a>, this: Value<'a>) -> Option<Vec<Open<'a>>> {
    match (other.kind(), this.kind()) {
        (Kind::Object, Kind::Object) => Some(members(pointer, other, this)),
        (Kind::Array, Kind::Array) => {
            let (other, this): (Vec<_>, Vec<_>) = (other.items().collect(), this.items().collect());
            let step = |index: usize| format!("{pointer}/{index}");
            let pairs = aligned(&other, &this).into_iter().map(|pair| match pair {
                Pair::Both(a, b) => (step(b), other.get(a).copied(), this.get(b).copied()),
                Pair::OnlyOther(a) => (step(a), other.get(a).copied(), None),
                Pair::OnlyThis(b) => (step(b), None, this.get(b).copied()),
            });
            Some(pairs.collect())
        }
        _ => None,
    }
    // An empty container has no pairs, and then the containers themselves differ.
    .filter(|pairs| !pairs.is_empty())
}

/// Members by name; of duplicate names the first with the first, the second with the second.
fn members<'a>(pointer: &str, other: Value<'a>, this: Value<'a>) -> Vec<Open<'a>> {
    let named = |object: Value<'a>| {
        let members = object.members().map(|(name, value)| {
            let name = name.text().unwrap_or_default().into_owned();
            (name, value)
        });
        members.collect::<Vec<_>>()
    };
    let (other, this) = (named(other), named(this));
    let step = |name: &str| format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
    // Each name with its places in `this` that are not taken yet, last place first.
    let mut free: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, (name, _)) in this.iter().enumerate().rev() {
        free.entry(name).or_default().push(index);
    }
    let mut pairs: Vec<Open<'a>> = Vec::with_capacity(other.len().max(this.len()));
    for (name, value) in &other {
        let twin = free.get_mut(name.as_str()).and_then(Vec::pop);
        let twin = twin
            .and_then(|index| this.get(index))
            .map(|(_, value)| *value);
        pairs.push((step(name), Some(*value), twin));
    }
    let mut left: Vec<usize> = free.into_values().flatten().collect();
    crate::order::by(&mut left, |a, b| a.cmp(b));
    let left = left.into_iter().filter_map(|index| this.get(index));
    pairs.extend(left.map(|(name, value)| (step(name), None, Some(*value))));
    pairs
}

fn difference(
    part: Part,
    pointer: String,
    other: Option<Value<'_>>,
    this: Option<Value<'_>>,
    is_moment: &dyn Fn(&str) -> bool,
) -> Option<Difference> {
    let change = match (other, this) {
        (None, None) => return None,
        (Some(_), None) => Change::OnlyOther,
        (None, Some(_)) => Change::OnlyThis,
        (Some(other), Some(this)) if other.raw() == this.raw() => Change::Same,
        (Some(other), Some(this)) if is_respelt(other, this) => Change::Respelt,
        (Some(_), Some(_)) => Change::Changed,
    };
    let moments = (part == Part::Payload && change == Change::Changed && is_moment(&pointer))
        .then(|| Some((seconds(other?)?, seconds(this?)?)))
        .flatten();
    let written = |value: Option<Value<'_>>| value.map(|value| value.raw_text().into_owned());
    Some(Difference {
        part,
        pointer,
        change,
        other: written(other),
        this: written(this),
        seconds: moments.and_then(|(other, this)| this.checked_sub(other)),
    })
}

fn is_respelt(other: Value<'_>, this: Value<'_>) -> bool {
    match (other.text(), this.text()) {
        // What is no character reads as U+FFFD in both, and need not be the same.
        (Some(other), Some(this)) => other == this && !other.contains('\u{FFFD}'),
        _ => false,
    }
}

fn seconds(value: Value<'_>) -> Option<i64> {
    match numeric_date::read(value) {
        Reading::Date(date) => Some(date.floor),
        Reading::OutOfRange | Reading::NotANumber(_) => None,
    }
}

#[cfg(test)]
mod tests;
