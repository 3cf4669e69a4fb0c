//! A draft beside the token it was made of: which members differ.

use crate::json::{Document, parse};

/// A member that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its name.
    pub name: String,
    /// Its value before, as written; `None` where it was not there.
    pub before: Option<String>,
    /// Its value now.
    pub now: Option<String>,
}

/// The top-level members that differ between two JSON texts, those of the first in its order, then
/// new ones. Texts that are no objects differ as a whole, under the empty name.
pub fn compare(before: &str, now: &str) -> Vec<Difference> {
    if before == now {
        return Vec::new();
    }
    let documents = [before, now].map(|text| parse(text.as_bytes().to_vec()));
    let [old, new] = &documents;
    if old.object().is_none() || new.object().is_none() {
        return vec![Difference {
            name: String::new(),
            before: Some(before.to_owned()),
            now: Some(now.to_owned()),
        }];
    }
    let mut names = names(old);
    for name in self::names(new) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let value = |document: &Document, name: &str| {
        let value = document.get(name)?;
        Some(value.raw_text().into_owned())
    };
    let rows = names.into_iter().map(|name| Difference {
        before: value(old, &name),
        now: value(new, &name),
        name,
    });
    rows.filter(|row| row.before != row.now).collect()
}

fn names(document: &Document) -> Vec<String> {
    let Some(object) = document.object() else {
        return Vec::new();
    };
    let mut seen = Vec::new();
    for (name, _) in object.members() {
        let name = name.text().unwrap_or_default().into_owned();
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::compare;

    fn check(before: &str, now: &str, expected: &[(&str, &str, &str)]) {
        let found = compare(before, now);
        let rows: Vec<(&str, &str, &str)> = found
            .iter()
            .map(|row| {
                let text = |value: &'_ Option<String>| value.clone().unwrap_or_default();
                (
                    row.name.as_str(),
                    text(&row.before).leak() as &str,
                    text(&row.now).leak() as &str,
                )
            })
            .collect();
        assert_eq!(rows, expected, "{before} {now}");
    }

    #[test]
    fn changed_gone_and_new_members() {
        check(
            r#"{"a":1,"b":2,"c":3}"#,
            r#"{"d":4,"c":3.0,"a":1}"#,
            &[("b", "2", ""), ("c", "3", "3.0"), ("d", "", "4")],
        );
        check("{}", "{}", &[]);
        check(r#"{"a":1, "b":2}"#, r#"{"b":2,"a":1}"#, &[]);
        check(r#"{"a":1}"#, "{", &[("a", "1", "")]);
        check("x", r#"{"a":1}"#, &[("", "x", r#"{"a":1}"#)]);
    }
}
