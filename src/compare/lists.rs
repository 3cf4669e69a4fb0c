//! Which elements of two lists belong together. Lists of plain values (roles, audiences, scopes)
//! are compared as bags: what a token gained or lost matters, not where it stands. Lists that
//! hold containers are compared place by place.

use crate::json::{Kind, Value};

/// Places in the two lists that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pair {
    /// In both.
    Both(usize, usize),
    /// In the other list only.
    OnlyOther(usize),
    /// In this list only.
    OnlyThis(usize),
}

/// The elements in the order of the other list; what only this one has at the end.
pub(super) fn aligned(other: &[Value<'_>], this: &[Value<'_>]) -> Vec<Pair> {
    let is_plain = |value: &Value<'_>| !matches!(value.kind(), Kind::Object | Kind::Array);
    if other.iter().chain(this).all(is_plain) {
        return as_bags(other, this);
    }
    let pair = |index| match (index < other.len(), index < this.len()) {
        (true, true) => Pair::Both(index, index),
        (true, false) => Pair::OnlyOther(index),
        (false, _) => Pair::OnlyThis(index),
    };
    (0..other.len().max(this.len())).map(pair).collect()
}

fn as_bags(other: &[Value<'_>], this: &[Value<'_>]) -> Vec<Pair> {
    // Each value with the places in `this` that are not taken yet, last place first.
    let mut free: std::collections::BTreeMap<Vec<u8>, Vec<usize>> = Default::default();
    for (index, value) in this.iter().enumerate().rev() {
        free.entry(content(value)).or_default().push(index);
    }
    let mut pairs = Vec::with_capacity(other.len().max(this.len()));
    for (index, value) in other.iter().enumerate() {
        let twin = free.get_mut(&content(value)).and_then(Vec::pop);
        pairs.push(match twin {
            Some(twin) => Pair::Both(index, twin),
            None => Pair::OnlyOther(index),
        });
    }
    let mut left: Vec<usize> = free.into_values().flatten().collect();
    crate::order::by(&mut left, |a, b| a.cmp(b));
    pairs.extend(left.into_iter().map(Pair::OnlyThis));
    pairs
}

/// What makes two values the same: of a string its characters, else the bytes.
fn content(value: &Value<'_>) -> Vec<u8> {
    match value.text() {
        Some(text) if !text.contains('\u{FFFD}') => [b"\"", text.as_bytes()].concat(),
        _ => value.raw().to_vec(),
    }
}
