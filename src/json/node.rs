//! The arena and the way through it.

use super::Fault;
use std::borrow::Cow;
use std::ops::Range;

/// Index of a node in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(pub u32);

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `{…}`; children are pairs of `Name` and value.
    Object,
    /// `[…]`.
    Array,
    /// A member's name, quotes included in its span.
    Name,
    /// A string value, quotes included in its span.
    String,
    /// A number, digits as written.
    Number,
    /// `true`
    True,
    /// `false`
    False,
    /// `null`
    Null,
}

impl Kind {
    /// The key of its text.
    pub const fn word(self) -> &'static str {
        match self {
            Kind::Object => "json-kind-object",
            Kind::Array => "json-kind-array",
            Kind::Name | Kind::String => "json-kind-string",
            Kind::Number => "json-kind-number",
            Kind::True | Kind::False => "json-kind-boolean",
            Kind::Null => "json-kind-null",
        }
    }
}

/// One node: kind, bytes, and where its subtree ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) kind: Kind,
    pub(super) start: u32,
    pub(super) end: u32,
    /// Index one past the last descendant.
    pub(super) next: u32,
}

impl Node {
    pub(super) fn span(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A parsed text with all that was found wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub(super) bytes: Vec<u8>,
    pub(super) nodes: Vec<Node>,
    pub(super) faults: Vec<Fault>,
    /// Whether every fault lies inside a string, so that the structure is certain.
    pub(super) intact: bool,
    /// The names of the outermost object in the order of their text, when there are many.
    pub(super) by_name: Vec<NodeId>,
}

/// Members from which on a name is looked up in order: hundreds of names are asked for.
const MANY: usize = 64;

/// A node together with its document: what readers of JSON hold.
#[derive(Clone, Copy, Debug)]
pub struct Value<'a> {
    document: &'a Document,
    id: NodeId,
}

impl Document {
    /// The bytes, exactly as they were given to `parse`.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What is wrong with the text, in document order. Empty: the text is well-formed JSON.
    /// Duplicate names are not a fault here; see [`Value::duplicate_names`].
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The outermost value, when at least its beginning could be read.
    pub fn root(&self) -> Option<Value<'_>> {
        (!self.nodes.is_empty()).then_some(Value {
            document: self,
            id: NodeId(0),
        })
    }

    /// The outermost value, if it is an object.
    pub fn object(&self) -> Option<Value<'_>> {
        self.root().filter(|root| root.kind() == Kind::Object)
    }

    /// The value of the first top-level member called `name`.
    pub fn get(&self, name: &str) -> Option<Value<'_>> {
        self.object()?.get(name)
    }

    /// Number of nodes.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether nothing at all could be read.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The outermost object's names in the order of their text; empty when they are few.
    pub(super) fn names_in_order(&self) -> Vec<NodeId> {
        let names = || self.object().into_iter().flat_map(|root| root.members());
        if names().take(MANY).count() < MANY {
            return Vec::new();
        }
        let mut names: Vec<Value<'_>> = names().map(|(name, _)| name).collect();
        // Of one name that stands there twice the first stays the first.
        crate::order::by(&mut names, |a, b| a.called().cmp(&b.called()));
        names.into_iter().map(|name| name.id).collect()
    }

    /// The node with this id.
    pub fn value(&self, id: NodeId) -> Option<Value<'_>> {
        self.nodes
            .get(id.0 as usize)
            .map(|_| Value { document: self, id })
    }

    /// The deepest node whose span holds the byte at `offset`.
    pub fn node_at(&self, offset: usize) -> Option<Value<'_>> {
        let offset = u32::try_from(offset).ok()?;
        let started = self.nodes.partition_point(|node| node.start <= offset);
        let index = self
            .nodes
            .get(..started)?
            .iter()
            .rposition(|node| offset < node.end)?;
        Some(Value {
            document: self,
            id: NodeId(u32::try_from(index).ok()?),
        })
    }
}

impl<'a> Value<'a> {
    /// Index one past this node's last descendant.
    pub(super) fn subtree_end(&self) -> NodeId {
        NodeId(self.node().next)
    }

    fn node(&self) -> Node {
        // A Value is only made for an id that is in the arena; the fallback is never reached.
        const NOTHING: Node = Node {
            kind: Kind::Null,
            start: 0,
            end: 0,
            next: u32::MAX,
        };
        self.document
            .nodes
            .get(self.id.0 as usize)
            .copied()
            .unwrap_or(NOTHING)
    }

    /// This node's index.
    pub fn id(&self) -> NodeId {
        self.id
    }

    /// The document it stands in.
    pub fn document(&self) -> &'a Document {
        self.document
    }

    /// What it is.
    pub fn kind(&self) -> Kind {
        self.node().kind
    }

    /// Its bytes in the document.
    pub fn span(&self) -> Range<usize> {
        self.node().span()
    }

    /// The bytes as written: quotes, escapes, digits.
    pub fn raw(&self) -> &'a [u8] {
        self.document.bytes.get(self.span()).unwrap_or_default()
    }

    /// The bytes as written, as text; invalid UTF-8 becomes U+FFFD.
    pub fn raw_text(&self) -> Cow<'a, str> {
        String::from_utf8_lossy(self.raw())
    }

    /// The text of a string or name with its escapes resolved. Unpaired surrogates and invalid
    /// UTF-8 become U+FFFD. `None` for other kinds.
    pub fn text(&self) -> Option<Cow<'a, str>> {
        matches!(self.kind(), Kind::String | Kind::Name)
            .then(|| super::string::unescape(self.raw()))
    }

    /// The digits of a number as written. `None` for other kinds.
    pub fn digits(&self) -> Option<&'a str> {
        if self.kind() != Kind::Number {
            return None;
        }
        std::str::from_utf8(self.raw()).ok()
    }

    /// The number as `i64` if it is written as an integer and fits.
    pub fn as_i64(&self) -> Option<i64> {
        self.digits()?.parse().ok()
    }

    /// The number as the nearest `f64`; infinite when it is out of range.
    pub fn as_f64(&self) -> Option<f64> {
        self.digits()?.parse().ok()
    }

    /// `true` or `false`.
    pub fn as_bool(&self) -> Option<bool> {
        match self.kind() {
            Kind::True => Some(true),
            Kind::False => Some(false),
            _ => None,
        }
    }

    /// The elements of an array, in order. Empty for other kinds.
    pub fn items(&self) -> impl Iterator<Item = Value<'a>> + use<'a> {
        let only = self.kind() == Kind::Array;
        self.children().filter(move |_| only)
    }

    /// The members of an object, in order, duplicates included. Empty for other kinds.
    /// A name whose value could not be read is paired with itself.
    pub fn members(&self) -> impl Iterator<Item = (Value<'a>, Value<'a>)> + use<'a> {
        let only = self.kind() == Kind::Object;
        let mut children = self.children().filter(move |_| only).peekable();
        std::iter::from_fn(move || {
            let name = children.next()?;
            let value = children.next_if(|child| child.kind() != Kind::Name);
            Some((name, value.unwrap_or(name)))
        })
    }

    /// The text of this name as bytes, its escapes resolved.
    fn called(&self) -> Cow<'a, [u8]> {
        let raw = self.raw();
        if raw.contains(&b'\\') {
            let text = self.text().unwrap_or_default();
            return Cow::Owned(text.into_owned().into_bytes());
        }
        let bare = raw.strip_prefix(b"\"").unwrap_or(raw);
        Cow::Borrowed(bare.strip_suffix(b"\"").unwrap_or(bare))
    }

    /// The value of the first member called `name`.
    pub fn get(&self, name: &str) -> Option<Value<'a>> {
        let mut all = self.all_called(name);
        all.next()
    }

    /// The value of the last member called `name`.
    pub fn get_last(&self, name: &str) -> Option<Value<'a>> {
        self.all_called(name).last()
    }

    /// The values of all members called `name`, in order.
    fn all_called(&self, name: &str) -> impl Iterator<Item = Value<'a>> {
        let is_called = move |one: &Value<'a>| one.called().as_ref() == name.as_bytes();
        let in_order = match self.id {
            NodeId(0) => self.document.by_name.as_slice(),
            _ => &[],
        };
        let one = |id: &NodeId| self.document.value(*id);
        let is_before =
            |id: &NodeId| one(id).is_some_and(|one| one.called().as_ref() < name.as_bytes());
        let names = in_order.get(in_order.partition_point(is_before)..);
        let (document, end) = (self.document, self.subtree_end());
        let by_order = names.unwrap_or_default().iter().map_while(move |id| {
            let own = document.value(*id).filter(is_called)?;
            let value = document.value(own.subtree_end());
            let is_value = |value: &Value<'a>| value.kind() != Kind::Name && value.id < end;
            Some(value.filter(is_value).unwrap_or(own))
        });
        let is_few = in_order.is_empty();
        let members = self.members().take_while(move |_| is_few);
        let by_search = members.filter(move |(one, _)| is_called(one));
        by_order.chain(by_search.map(|(_, value)| value))
    }

    /// Direct children in order: for an object names and values in turn.
    pub fn children(&self) -> impl Iterator<Item = Value<'a>> + use<'a> {
        let (document, end) = (self.document, self.node().next);
        let mut at = self.id.0.saturating_add(1);
        std::iter::from_fn(move || {
            let node = document.nodes.get(at as usize).filter(|_| at < end)?;
            let child = Value {
                document,
                id: NodeId(at),
            };
            at = node.next.max(at.saturating_add(1));
            Some(child)
        })
    }

    /// Names that occur more than once in this object, each once, in order of first repetition.
    /// Compared with escapes resolved, as RFC 8259 §8.3 asks.
    pub fn duplicate_names(&self) -> Vec<Cow<'a, str>> {
        let mut told = std::collections::BTreeSet::new();
        self.repeated_members()
            .filter_map(|(name, _)| name.text())
            .filter(|text| told.insert(text.clone()))
            .collect()
    }

    /// Members whose name an earlier member of this object has, in order.
    pub fn repeated_members(&self) -> impl Iterator<Item = (Value<'a>, Value<'a>)> + use<'a> {
        let mut seen = std::collections::BTreeSet::new();
        self.members()
            .filter(move |(name, _)| name.text().is_some_and(|text| !seen.insert(text)))
    }
}
