//! What of a payload can be made selectively disclosable, for the list of ticks on the Sign
//! screen. Found on the way down, so that a payload of any size is walked once at most.
//! Spec: RFC 9901 §4.1 and §9.7; RFC 6901 for the names.

use crate::jose::sd_jwt::{ALWAYS_THERE, RESERVED};
use crate::json::{Document, Kind, Value};

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tickable {
    /// The RFC 6901 JSON Pointer.
    pub pointer: String,
    /// False for one that was ticked and is no longer in the payload.
    pub is_there: bool,
}

/// What can be ticked, in the order of the payload, `most` of them; behind it what was `ticked`
/// and is not among them, so that every tick can be taken away again.
pub fn tickable(payload: &Document, ticked: &[String], most: usize) -> Vec<Tickable> {
    let mut found: Vec<String> = Vec::new();
    let mut open: Vec<(String, Value<'_>)> = Vec::new();
    if let Some(object) = payload.object() {
        open.push((String::new(), object));
    }
    while let Some((pointer, value)) = open.pop() {
        if found.len() >= most {
            break;
        }
        let top = pointer.strip_prefix('/').unwrap_or_default();
        if !pointer.is_empty() && !ALWAYS_THERE.contains(&top) {
            found.push(pointer.clone());
        }
        // No more than are shown: the rest of a long list is never looked at.
        let inner: Vec<(String, Value<'_>)> = match value.kind() {
            Kind::Object => value
                .members()
                .filter_map(|(name, member)| {
                    let name = name.text().unwrap_or_default();
                    if RESERVED.contains(&&*name) || (pointer.is_empty() && name == "_sd_alg") {
                        return None;
                    }
                    let step = name.replace('~', "~0").replace('/', "~1");
                    Some((format!("{pointer}/{step}"), member))
                })
                .take(most)
                .collect(),
            Kind::Array => value
                .items()
                .take(most)
                .enumerate()
                .map(|(index, item)| (format!("{pointer}/{index}"), item))
                .collect(),
            _ => Vec::new(),
        };
        open.extend(inner.into_iter().rev());
    }
    let row = |pointer: String, is_there| Tickable { pointer, is_there };
    let missing: Vec<Tickable> = ticked
        .iter()
        .filter(|pointer| !found.contains(pointer))
        .map(|pointer| row(pointer.clone(), payload.at_pointer(pointer).is_some()))
        .collect();
    let found = found.into_iter().map(|pointer| row(pointer, true));
    found.chain(missing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    fn pointers(payload: &str, ticked: &[&str], most: usize) -> Vec<String> {
        let ticked: Vec<String> = ticked.iter().map(|&one| one.to_owned()).collect();
        let rows = tickable(&parse(payload.into()), &ticked, most);
        let mark = |row: Tickable| match row.is_there {
            true => row.pointer,
            false => format!("no {}", row.pointer),
        };
        rows.into_iter().map(mark).collect()
    }

    #[test]
    fn members_and_elements_are_offered_in_their_order_and_fixed_ones_are_not() {
        for (payload, expected) in [
            (
                r#"{"iss":1,"a":{"b/c":[1,{"~":2}]},"exp":3,"d":4}"#,
                &[
                    "/a",
                    "/a/b~1c",
                    "/a/b~1c/0",
                    "/a/b~1c/1",
                    "/a/b~1c/1/~0",
                    "/d",
                ][..],
            ),
            // Further down the same names are like any other; digests never are.
            (
                r#"{"a":{"iss":1,"_sd":["x"]},"_sd_alg":"sha-256"}"#,
                &["/a", "/a/iss"],
            ),
            (r#"{"a":[{"...":"x"}]}"#, &["/a", "/a/0"]),
            (r#"{"cnf":{"jwk":1}}"#, &["/cnf/jwk"]),
            ("[1]", &[]),
            ("", &[]),
        ] {
            assert_eq!(pointers(payload, &[], 200), expected, "{payload}");
        }
    }

    #[test]
    fn a_tick_on_what_was_renamed_can_be_taken_away() {
        let payload = r#"{"su":1}"#;
        assert_eq!(pointers(payload, &["/sub", "/su"], 9), ["/su", "no /sub"]);
        // One beyond the end of the list is still there.
        assert_eq!(pointers(r#"{"a":1,"b":2}"#, &["/b"], 1), ["/a", "/b"]);
        assert_eq!(pointers("{", &["/a"], 9), ["no /a"]);
    }

    /// Typing into a payload of 40,000 elements once took half a minute a key.
    #[test]
    fn a_payload_of_any_size_is_walked_once_at_most() {
        let numbers: Vec<String> = (0..40_000).map(|n| n.to_string()).collect();
        let payload = format!("{{\"n\":[{}]}}", numbers.join(","));
        let document = parse(payload.into_bytes());
        let start = std::time::Instant::now();
        let rows = tickable(&document, &["/n/39999".to_owned()], 200);
        assert_eq!(rows.len(), 201);
        assert_eq!(rows.last().map(|row| row.is_there), Some(true));
        assert!(start.elapsed().as_secs() < 2, "{:?}", start.elapsed());
    }
}
