//! The members of a header or payload as rows: those at the top, and those inside them under
//! their JSON Pointers, in the order in which they stand.
//! Spec: RFC 6901 for the pointers.

use crate::explain::Aspect;
use crate::json::Value;
use std::ops::Range;

/// Top-level members that have rows.
pub const MOST_ROWS: usize = 1_000;
/// Members inside members that have rows.
pub const MOST_NESTED: usize = 300;
/// Levels of nesting that have rows.
pub const DEEPEST: usize = 6;

/// A member and where it stands.
#[derive(Clone, Debug)]
pub struct Member<'a> {
    /// The name at the top, the JSON Pointer of a nested member: `data-claim`.
    pub claim: String,
    /// The name in its own object.
    pub name: String,
    /// Its value.
    pub value: Value<'a>,
    /// Its bytes in the part, from the name to the end of the value.
    pub bytes: Range<usize>,
    /// 0 at the top.
    pub depth: usize,
}

/// The members of an object. Every top-level one up to [`MOST_ROWS`] is there, however many
/// nested ones come before it.
pub fn members(object: Value<'_>) -> Vec<Member<'_>> {
    let mut all = Vec::new();
    let mut room = MOST_NESTED;
    for (name, value) in object.members().take(MOST_ROWS) {
        let bytes = name.span().start..value.span().end;
        let name = name.text().unwrap_or_default().into_owned();
        let pointer = format!("/{}", step(&name));
        all.push(Member {
            claim: name.clone(),
            name,
            value,
            bytes,
            depth: 0,
        });
        add_nested(value, &pointer, &mut room, &mut all);
    }
    all
}

fn add_nested<'a>(value: Value<'a>, pointer: &str, room: &mut usize, all: &mut Vec<Member<'a>>) {
    let mut open = inside(value, pointer, 1, *room);
    open.reverse();
    while let Some((name, claim, value, depth)) = open.pop() {
        let deeper = if name.is_some() {
            depth.saturating_add(1)
        } else {
            depth
        };
        if let Some((name, start)) = name {
            let Some(left) = room.checked_sub(1) else {
                return;
            };
            *room = left;
            all.push(Member {
                claim: claim.clone(),
                name,
                bytes: start..value.span().end,
                value,
                depth,
            });
        }
        if deeper <= DEEPEST {
            let children = inside(value, &claim, deeper, *room);
            open.extend(children.into_iter().rev());
        }
    }
}

/// A member's name and where that begins (an element has none), its pointer, its value, its depth.
type Inside<'a> = (Option<(String, usize)>, String, Value<'a>, usize);

fn inside<'a>(container: Value<'a>, pointer: &str, depth: usize, most: usize) -> Vec<Inside<'a>> {
    let members = container.members().map(|(name, value)| {
        let start = name.span().start;
        let name = name.text().unwrap_or_default().into_owned();
        let claim = format!("{pointer}/{}", step(&name));
        (Some((name, start)), claim, value, depth)
    });
    let items = container.items().enumerate();
    let items = items.map(|(index, value)| (None, format!("{pointer}/{index}"), value, depth));
    members.take(most).chain(items.take(most)).collect()
}

/// The rows in groups, by what the member at the top of each is about: a row is given by its
/// depth and its own aspect, and named by its place. Within a group they stand as signed.
pub fn grouped(rows: impl Iterator<Item = (usize, Aspect)>) -> Vec<(Aspect, Vec<usize>)> {
    let mut groups: Vec<(Aspect, Vec<usize>)> = Vec::new();
    let mut of_top = Aspect::Other;
    for (index, (depth, aspect)) in rows.enumerate() {
        if depth == 0 {
            of_top = aspect;
        }
        match groups.iter_mut().find(|(aspect, _)| *aspect == of_top) {
            Some((_, rows)) => rows.push(index),
            None => groups.push((of_top, vec![index])),
        }
    }
    crate::order::by(&mut groups, |a, b| a.0.cmp(&b.0));
    groups
}

/// The row that shows these bytes: the innermost that holds them.
pub fn row_of(rows: impl Iterator<Item = Range<usize>>, bytes: &Range<usize>) -> Option<usize> {
    let last = bytes.end.saturating_sub(1).max(bytes.start);
    rows.enumerate()
        .filter(|(_, row)| row.contains(&bytes.start) && row.contains(&last))
        .min_by_key(|(_, row)| row.len())
        .map(|(index, _)| index)
}

fn step(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn claims(json: &str) -> Vec<String> {
        let document = crate::json::parse(json.as_bytes().to_vec());
        let members = members(document.object().unwrap());
        members
            .iter()
            .map(|member| format!("{} {}", member.depth, member.claim))
            .collect()
    }

    #[test]
    fn nested_members_follow_their_parent_in_document_order() {
        assert_eq!(
            claims(r#"{"a":{"x":{"y":1},"z":2},"b":[3,{"c":4}],"d":5}"#),
            [
                "0 a", "1 /a/x", "2 /a/x/y", "1 /a/z", "0 b", "1 /b/1/c", "0 d"
            ]
        );
    }

    #[test]
    fn a_top_level_name_stands_as_it_is_and_a_pointer_is_escaped() {
        assert_eq!(
            claims(r#"{"http://a/b~":{"x/y":1}}"#),
            ["0 http://a/b~", "1 /http:~1~1a~1b~0/x~1y"]
        );
    }

    #[test]
    fn duplicate_names_have_a_row_each() {
        assert_eq!(claims(r#"{"a":1,"a":2}"#), ["0 a", "0 a"]);
        assert!(claims("{}").is_empty());
    }

    #[test]
    fn many_nested_members_do_not_push_out_a_top_level_one() {
        let inner: Vec<String> = (0..2_000).map(|n| format!("\"n{n}\":0")).collect();
        let claims = claims(&format!("{{\"a\":{{{}}},\"last\":1}}", inner.join(",")));
        assert_eq!(claims.len(), MOST_NESTED + 2);
        assert_eq!(claims.last().unwrap(), "0 last");
    }

    #[test]
    fn a_group_has_its_members_with_all_that_is_nested_in_them() {
        use Aspect::{Other, When, Who};
        let rows = [
            (0, Other),
            (0, When),
            (0, Who),
            (1, When),
            (2, Other),
            (0, When),
        ];
        assert_eq!(
            grouped(rows.into_iter()),
            [(Who, vec![2, 3, 4]), (When, vec![1, 5]), (Other, vec![0])]
        );
        assert!(grouped(std::iter::empty()).is_empty());
    }

    #[test]
    fn bytes_belong_to_the_innermost_row_that_holds_them() {
        let json = r#"{"a":{"x":{"y":1},"z":2},"a":3}"#;
        let document = crate::json::parse(json.as_bytes().to_vec());
        let members = members(document.object().unwrap());
        let row = |bytes| row_of(members.iter().map(|member| member.bytes.clone()), &bytes);
        let at = |piece: &str| json.find(piece).unwrap();
        assert_eq!(row(at("\"y\"")..at("\"y\"") + 3), Some(2));
        assert_eq!(row(at("1}")..at("1}") + 1), Some(2));
        assert_eq!(row(at("\"z\"")..at("\"z\"") + 1), Some(3));
        assert_eq!(row(at("},\"z")..at("},\"z") + 8), Some(0));
        // The second of two members of one name is the second row.
        assert_eq!(row(at("3}")..at("3}") + 1), Some(4));
        assert_eq!(row(0..1), None);
        assert_eq!(row(at("\"z\"")..json.len()), None);
    }

    #[test]
    fn deep_nesting_ends() {
        let json = format!("{}1{}", "{\"a\":".repeat(400), "}".repeat(400));
        assert_eq!(claims(&json).len(), DEEPEST + 1);
        let json = format!("{{\"a\":{}{}}}", "[".repeat(400), "]".repeat(400));
        assert_eq!(claims(&json), ["0 a"]);
    }
}
