//! The way to a node as text, and back. Spec: RFC 6901.

use super::node::{Document, Kind, NodeId, Value};

impl Document {
    /// The value that a JSON Pointer names. With duplicate names, the first one.
    pub fn at_pointer(&self, pointer: &str) -> Option<Value<'_>> {
        let root = self.root()?;
        if pointer.is_empty() {
            return Some(root);
        }
        pointer
            .strip_prefix('/')?
            .split('/')
            .try_fold(root, |value, token| {
                let token = token.replace("~1", "/").replace("~0", "~");
                match value.kind() {
                    Kind::Object => value.get(&token).or_else(|| unreadable(value, &token)),
                    Kind::Array => value.items().nth(array_index(&token)?),
                    _ => None,
                }
            })
    }
}

impl<'a> Value<'a> {
    /// The JSON Pointer of this value; of a name, that of its value.
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        let mut container = self.document().root();
        while let Some(value) = container.filter(|value| value.id() != self.id()) {
            container = match value.kind() {
                Kind::Object => value
                    .members()
                    .find(|(name, child)| name.id() == self.id() || child.holds(self.id()))
                    .map(|(name, child)| {
                        let text = name.text().unwrap_or_default();
                        pointer.push('/');
                        pointer.push_str(&text.replace('~', "~0").replace('/', "~1"));
                        if name.id() == self.id() { name } else { child }
                    }),
                Kind::Array => value
                    .items()
                    .enumerate()
                    .find(|(_, child)| child.holds(self.id()))
                    .map(|(index, child)| {
                        pointer.push('/');
                        pointer.push_str(&index.to_string());
                        child
                    }),
                _ => None,
            };
        }
        pointer
    }

    /// The container this node stands in; `None` for the root.
    pub fn parent(&self) -> Option<Value<'a>> {
        let mut container = self.document().root()?;
        loop {
            let child = container.children().find(|child| child.holds(self.id()))?;
            if child.id() == self.id() {
                return Some(container);
            }
            container = child;
        }
    }

    /// Whether the node `id` is this one or lies inside it.
    fn holds(&self, id: NodeId) -> bool {
        self.id() <= id && id < self.subtree_end()
    }
}

/// The member whose name is no UTF-8: a pointer can only show it as [`Value::text`] does.
fn unreadable<'a>(object: Value<'a>, shown: &str) -> Option<Value<'a>> {
    if !shown.contains(char::REPLACEMENT_CHARACTER) {
        return None;
    }
    let is_shown_so = |name: &Value<'a>| name.text().as_deref() == Some(shown);
    let mut members = object.members();
    members
        .find(|(name, _)| is_shown_so(name))
        .map(|(_, value)| value)
}

/// RFC 6901 §4: digits without a leading zero.
fn array_index(token: &str) -> Option<usize> {
    let is_plain = token == "0" || !token.starts_with('0');
    let digits = token.bytes().all(|byte| byte.is_ascii_digit());
    (is_plain && digits).then(|| token.parse().ok()).flatten()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::json::parse;

    const RFC6901: &str = r#"{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}"#;

    #[test]
    fn the_pointers_of_rfc_6901_section_5_find_their_values() {
        let document = parse(RFC6901.into());
        let raw = |pointer: &str| {
            document
                .at_pointer(pointer)
                .map(|value| value.raw_text().into_owned())
        };
        for (pointer, expected) in [
            ("", RFC6901),
            ("/foo", r#"["bar","baz"]"#),
            ("/foo/0", r#""bar""#),
            ("/", "0"),
            ("/a~1b", "1"),
            ("/c%d", "2"),
            ("/e^f", "3"),
            ("/g|h", "4"),
            ("/i\\j", "5"),
            ("/k\"l", "6"),
            ("/ ", "7"),
            ("/m~0n", "8"),
        ] {
            assert_eq!(raw(pointer).as_deref(), Some(expected), "{pointer}");
        }
        for absent in [
            "foo", "/foo/2", "/foo/-", "/foo/00", "/foo/+1", "/foo/0/0", "/x", "/foo/",
        ] {
            assert_eq!(raw(absent), None, "{absent}");
        }
    }

    #[test]
    fn every_value_is_found_again_by_its_pointer() {
        let document = parse(br#"{"a":[1,{"b/c":{"~":[[]]}}],"d":null}"#.to_vec());
        let mut values = 0;
        for id in 0..u32::try_from(document.len()).unwrap() {
            let value = document.value(super::NodeId(id)).unwrap();
            if value.kind() == super::Kind::Name {
                continue;
            }
            let found = document.at_pointer(&value.pointer()).unwrap();
            assert_eq!(found.id(), value.id(), "{}", value.pointer());
            values += 1;
        }
        assert_eq!(values, 8);
    }

    #[test]
    fn a_name_that_is_no_utf_8_leads_to_its_value() {
        let document = parse(b"{\"a\xe9b\":{\"\xff\":1},\"\\ud800\":2}".to_vec());
        for (pointer, raw) in [("/a\u{fffd}b/\u{fffd}", "1"), ("/\u{fffd}", "2")] {
            let value = document.at_pointer(pointer).unwrap();
            assert_eq!(
                (value.raw_text().as_ref(), value.pointer()),
                (raw, pointer.to_owned())
            );
        }
        assert!(document.at_pointer("/a\u{fffd}").is_none());
        assert!(document.at_pointer("/a?b").is_none());
    }

    #[test]
    fn a_name_has_the_pointer_of_its_value_and_its_object_as_parent() {
        let document = parse(br#"{"a":{"b":1}}"#.to_vec());
        let name = document.node_at(6).unwrap();
        assert_eq!(name.text().as_deref(), Some("b"));
        assert_eq!(name.pointer(), "/a/b");
        assert_eq!(name.parent().unwrap().pointer(), "/a");
        assert!(document.root().unwrap().parent().is_none());
    }
}
