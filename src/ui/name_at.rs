//! The member's name in which the cursor of an editor stands. The text may be unfinished JSON, so
//! it is looked at from its beginning without being read as a document.

/// A name that is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameAt {
    /// What stands between its opening quote and the cursor.
    pub typed: String,
    /// The JSON Pointer of the object that it is a member of, with `*` for every index; empty at the
    /// top.
    pub within: String,
    /// Byte offset behind the opening quote.
    start: usize,
    /// Byte offset of what follows the name's characters: its closing quote, or what stands in the
    /// place of one.
    end: usize,
    /// Whether it is closed.
    is_closed: bool,
}

/// The name at `cursor`, which counts UTF-16 units. `None` where the cursor stands in a value or
/// between strings, or the name has an escape.
pub fn find(text: &str, cursor: u32) -> Option<NameAt> {
    let cursor = byte_of(text, cursor)?;
    // What the brackets around are, and whether a name comes next.
    let mut open: Vec<(char, String)> = Vec::new();
    let mut name = String::new();
    let mut wants_name = false;
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        if at >= cursor {
            return None;
        }
        match c {
            '{' => {
                open.push((c, step(&open, &name)));
                wants_name = true;
            }
            '[' => {
                open.push((c, step(&open, &name)));
                wants_name = false;
            }
            '}' | ']' => {
                open.pop();
                wants_name = false;
            }
            ',' => wants_name = open.last().is_some_and(|(c, _)| *c == '{'),
            ':' => wants_name = false,
            '"' => {
                let start = at.saturating_add(1);
                let (end, is_closed) = end_of_string(text, start);
                if (start..=end).contains(&cursor) {
                    let typed = text.get(start..cursor)?;
                    let is_plain = !text.get(start..end)?.contains('\\');
                    return (wants_name && is_plain).then(|| NameAt {
                        typed: typed.to_owned(),
                        within: open.iter().map(|(_, step)| step.as_str()).collect(),
                        start,
                        end,
                        is_closed,
                    });
                }
                if wants_name {
                    name = text.get(start..end)?.replace('~', "~0").replace('/', "~1");
                }
                while chars.clone().next().is_some_and(|(next, _)| next <= end) {
                    chars.next();
                }
            }
            _ => {}
        }
    }
    None
}

/// The step that leads into what is opened next.
fn step(open: &[(char, String)], name: &str) -> String {
    match open.last() {
        None => String::new(),
        Some(('[', _)) => "/*".to_owned(),
        Some(_) => format!("/{name}"),
    }
}

/// `text` with `name` in the place of what was typed, and the cursor behind it: behind the colon
/// where one was added.
pub fn complete(text: &str, at: &NameAt, name: &str) -> Option<(String, u32)> {
    let (before, rest) = (text.get(..at.start)?, text.get(at.end..)?);
    let has_colon = rest.trim_start_matches('"').trim_start().starts_with(':');
    let close = if at.is_closed { "" } else { "\"" };
    let colon = if has_colon || at.is_closed { "" } else { ": " };
    let done = format!("{before}{name}{close}{colon}");
    let cursor = u32::try_from(done.encode_utf16().count()).ok()?;
    Some((format!("{done}{rest}"), cursor))
}

/// Where the characters of a string end: at its closing quote, or at the end of its line.
fn end_of_string(text: &str, start: usize) -> (usize, bool) {
    let mut is_escaped = false;
    for (offset, c) in text.get(start..).unwrap_or_default().char_indices() {
        let at = start.saturating_add(offset);
        match c {
            '\n' => return (at, false),
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return (at, true),
            _ => {}
        }
    }
    (text.len(), false)
}

fn byte_of(text: &str, units: u32) -> Option<usize> {
    let mut left = usize::try_from(units).ok()?;
    for (at, c) in text.char_indices() {
        if left == 0 {
            return Some(at);
        }
        left = left.checked_sub(c.len_utf16())?;
    }
    (left == 0).then_some(text.len())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// `|` is the cursor.
    #[track_caller]
    fn typed(text: &str) -> Option<String> {
        let (before, after) = text.split_once('|').unwrap();
        let cursor = u32::try_from(before.encode_utf16().count()).unwrap();
        find(&format!("{before}{after}"), cursor).map(|at| at.typed)
    }

    #[test]
    fn names_are_found_also_in_unfinished_texts() {
        for (text, expected) in [
            (r#"{"e|"#, "e"),
            (r#"{"|"#, ""),
            ("{\n  \"é\": \"😀\",\n  \"ex|p\": 1\n}", "ex"),
            (r#"{"a": {"b|": 1}}"#, "b"),
            (r#"{"a": [{"b|"#, "b"),
            (r#"{"a": "x{", "i|}"#, "i"),
        ] {
            assert_eq!(typed(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_name_knows_which_object_it_is_a_member_of() {
        for (text, expected) in [
            (r#"{"e|"#, ""),
            (r#"{"a": {"b|": 1}}"#, "/a"),
            (r#"{"a": {"b": 1}, "c|"#, ""),
            (r#"{"cnf": {"jwk": {"k|"#, "/cnf/jwk"),
            (r#"{"a": [1, {"b|"#, "/a/*"),
            (r#"{"a/b": {"c|"#, "/a~1b"),
            (r#"[{"b|"#, "/*"),
        ] {
            let (before, after) = text.split_once('|').unwrap();
            let cursor = u32::try_from(before.len()).unwrap();
            let at = find(&format!("{before}{after}"), cursor).unwrap();
            assert_eq!(at.within, expected, "{text}");
        }
    }

    #[test]
    fn values_and_what_stands_between_are_no_names() {
        for text in [
            "|",
            r#"{|"a": 1}"#,
            r#"{"a": "b|"#,
            r#"{"a": ["b|"#,
            r#"{"a": 1|}"#,
            r#"["a|"]"#,
            r#"{"a\u0062|": 1}"#,
            r#"{"a"|: 1}"#,
        ] {
            assert_eq!(typed(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_completed_keeps_the_rest_and_adds_what_is_missing() {
        for (text, expected) in [
            (r#"{"e|"#, r#"{"exp": "#),
            ("{\"e|\n}", "{\"exp\": \n}"),
            (r#"{"e|x": 1}"#, r#"{"exp": 1}"#),
            (r#"{"é": "😀", "e|": 1}"#, r#"{"é": "😀", "exp": 1}"#),
        ] {
            let (before, after) = text.split_once('|').unwrap();
            let cursor = u32::try_from(before.encode_utf16().count()).unwrap();
            let text = format!("{before}{after}");
            let at = find(&text, cursor).unwrap();
            let (completed, _) = complete(&text, &at, "exp").unwrap();
            assert_eq!(completed, expected);
        }
    }
}
