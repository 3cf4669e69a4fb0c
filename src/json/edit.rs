//! Changing one member of an object in its text: every byte that is not part of the change stays
//! as it was typed.

use super::node::Value;
use super::{parse, quote};

/// `text` with the member `name` set to `value`, which is JSON text. A member that is there keeps
/// its place; of several the last one, which most readers take. A new one comes last, indented as
/// its neighbours are. `None` when `text` is no well-formed object.
pub fn set_member(text: &str, name: &str, value: &str) -> Option<String> {
    let document = parse(text.as_bytes().to_vec());
    let object = document.object().filter(|_| document.faults().is_empty())?;
    let is_it = |member: &Value<'_>| member.text().as_deref() == Some(name);
    if let Some((_, old)) = object.members().filter(|(name, _)| is_it(name)).last() {
        let span = old.span();
        return Some(format!(
            "{}{value}{}",
            text.get(..span.start)?,
            text.get(span.end..)?
        ));
    }
    let (open, close) = (
        object.span().start.saturating_add(1),
        object.span().end.saturating_sub(1),
    );
    let member = |space: &str| format!("{}:{space}{value}", quote(name));
    let Some((last_name, last)) = object.members().last() else {
        return Some(format!(
            "{}{}{}",
            text.get(..open)?,
            member(" "),
            text.get(close..)?
        ));
    };
    // The white space before the last member's name, and that behind its colon.
    let before = text.get(open..last_name.span().start)?;
    let start = before.trim_end_matches([' ', '\t', '\n', '\r']).len();
    let indent = before.get(start..)?;
    let space = text.get(last_name.span().end..last.span().start)?;
    let space = space.split_once(':').map_or("", |(_, space)| space);
    let end = last.span().end;
    Some(format!(
        "{},{indent}{}{}",
        text.get(..end)?,
        member(space),
        text.get(end..)?
    ))
}

/// `text` without the members `name`. `None` when `text` is no well-formed object or has none.
pub fn remove_member(text: &str, name: &str) -> Option<String> {
    let document = parse(text.as_bytes().to_vec());
    let object = document.object().filter(|_| document.faults().is_empty())?;
    let members: Vec<_> = object.members().collect();
    let at = members
        .iter()
        .position(|(one, _)| one.text().as_deref() == Some(name))?;
    let (own, value) = members.get(at)?;
    let next = members.get(at.saturating_add(1));
    let before = at.checked_sub(1).and_then(|at| members.get(at));
    let (start, end) = match (before, next) {
        (_, Some((next, _))) => (own.span().start, next.span().start),
        (Some((_, before)), None) => (before.span().end, value.span().end),
        (None, None) => (own.span().start, value.span().end),
    };
    let left = format!("{}{}", text.get(..start)?, text.get(end..)?);
    // A name that stands twice goes twice.
    Some(remove_member(&left, name).unwrap_or(left))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, name: &str, value: &str, expected: Option<&str>) {
        assert_eq!(set_member(text, name, value).as_deref(), expected, "{text}");
    }

    #[test]
    fn a_member_that_is_there_keeps_its_place_and_everything_else_its_bytes() {
        check(r#"{"a":1,"b":2}"#, "a", "9", Some(r#"{"a":9,"b":2}"#));
        check(
            "{ \"a\" :\t1.0 , \"b\":[1 ,2]}",
            "a",
            "\"x\"",
            Some("{ \"a\" :\t\"x\" , \"b\":[1 ,2]}"),
        );
        check(r#"{"\u0061":1}"#, "a", "2", Some(r#"{"\u0061":2}"#));
        check(r#"{"a":1,"a":2}"#, "a", "3", Some(r#"{"a":1,"a":3}"#));
        check(r#"{"é":{"a":1}}"#, "é", "null", Some(r#"{"é":null}"#));
    }

    #[test]
    fn a_new_member_looks_like_its_neighbours() {
        check(r#"{"a":1}"#, "b", "2", Some(r#"{"a":1,"b":2}"#));
        check(
            "{\n  \"a\": 1\n}",
            "b",
            "2",
            Some("{\n  \"a\": 1,\n  \"b\": 2\n}"),
        );
        check(
            "{\"a\": 1, \"b\": 2}\n",
            "c",
            "3",
            Some("{\"a\": 1, \"b\": 2, \"c\": 3}\n"),
        );
        check("{}", "a", "1", Some(r#"{"a": 1}"#));
        check(r#"{"a":{}}"#, "q\"", "1", Some(r#"{"a":{},"q\"":1}"#));
    }

    #[test]
    fn what_is_no_object_is_left_alone() {
        for text in ["", "[]", "{", r#"{"a":1,}"#, r#""a""#, "{} {}"] {
            check(text, "a", "1", None);
            assert_eq!(remove_member(text, "a"), None, "{text}");
        }
    }

    #[test]
    fn a_member_goes_with_its_comma() {
        for (text, left) in [
            (r#"{"a":1}"#, "{}"),
            (r#"{"a":1,"b":2}"#, r#"{"b":2}"#),
            (r#"{"b":2,"a":1}"#, r#"{"b":2}"#),
            ("{\n  \"a\": 1,\n  \"b\": 2\n}", "{\n  \"b\": 2\n}"),
            (r#"{"a":1,"b":2,"a":3}"#, r#"{"b":2}"#),
        ] {
            assert_eq!(remove_member(text, "a").as_deref(), Some(left), "{text}");
        }
        assert_eq!(remove_member(r#"{"b":1}"#, "a"), None);
    }
}
