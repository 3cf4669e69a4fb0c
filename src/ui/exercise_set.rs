//! An exercise set: what a facilitator picked, and tokens of one's own, as one text that a link
//! carries in its fragment, which browsers do not send.
//!
//! A key goes along only when it is public, or when the facilitator said that it is a workshop
//! secret; and who opens a link holds it to the same.

use crate::base64url;
use crate::json::{self, Kind, Value, quote};
use crate::keys::facts::SecretReading;
use crate::learn::ids::{ATTACKS, EXERCISES, LESSONS};
use crate::ui::deep_link::{Refused, public_only};

/// What stands before the text in a fragment.
pub const BEFORE: &str = "set=";

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExerciseSet {
    /// What the facilitator calls it.
    pub name: String,
    /// In their order.
    pub items: Vec<Item>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A lesson, an exercise or an attack of the product, by its name among what is finished.
    Known(String),
    /// A token of the facilitator's own.
    Own(Own),
}

/// A token and what to do with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// The task, in the facilitator's words.
    pub task: String,
    /// What goes into the token field.
    pub token: String,
    /// What goes into the key box; empty for nothing.
    pub key: String,
    /// How a bare secret in it is read.
    pub reading: SecretReading,
    /// The facilitator says that the key is a workshop secret.
    pub is_workshop_secret: bool,
}

/// A link that holds more is one that nobody composed.
const MOST_ITEMS: usize = 200;
/// Characters of a name and of a task.
const MOST_WORDS: usize = 2_000;

const READINGS: [(SecretReading, &str); 3] = [
    (SecretReading::Base64, "base64"),
    (SecretReading::Base64url, "base64url"),
    (SecretReading::Hex, "hex"),
];

impl Own {
    /// Why its key stays out of a link.
    pub fn refused(&self) -> Option<Refused> {
        if self.key.trim().is_empty() || self.is_workshop_secret {
            return None;
        }
        public_only(self.key.clone()).err()
    }
}

/// Why a text is no set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It was cut or changed on its way.
    Damaged,
    /// Nothing that this page knows stands in it.
    Empty,
}

/// What was read, and what of it was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// The set.
    pub set: ExerciseSet,
    /// How many things this page does not know.
    pub unknown: usize,
    /// How many keys were left out, since nobody vouched for them.
    pub without_key: usize,
}

/// The set as the text of a link; keys that may not be there are left out.
pub fn write(set: &ExerciseSet) -> String {
    let item = |item: &Item| match item {
        Item::Known(id) => quote(id),
        Item::Own(own) => {
            let mut members = vec![
                format!("\"task\":{}", quote(&own.task)),
                format!("\"token\":{}", quote(&own.token)),
            ];
            if !own.key.trim().is_empty() && own.refused().is_none() {
                members.push(format!("\"key\":{}", quote(&own.key)));
                if own.is_workshop_secret {
                    members.push("\"secret\":true".to_owned());
                }
                let reading = READINGS.iter().find(|(reading, _)| *reading == own.reading);
                if let Some((_, name)) = reading {
                    members.push(format!("\"reading\":{}", quote(name)));
                }
            }
            format!("{{{}}}", members.join(","))
        }
    };
    let items: Vec<String> = set.items.iter().map(item).collect();
    let text = format!(
        "{{\"name\":{},\"items\":[{}]}}",
        quote(&set.name),
        items.join(",")
    );
    base64url::encode(text.as_bytes())
}

/// Reads what [`write`] wrote.
///
/// # Errors
/// When it is not that, or nothing in it is known here.
pub fn read(text: &str) -> Result<Read, Unread> {
    let bytes = base64url::decode(text.trim().trim_end_matches('=')).ok_or(Unread::Damaged)?;
    let document = json::parse(bytes);
    let root = document.object().filter(|_| document.faults().is_empty());
    let root = root.ok_or(Unread::Damaged)?;
    let mut read = Read::default();
    read.set.name = words_of(root, "name");
    let items = root
        .get("items")
        .filter(|items| items.kind() == Kind::Array);
    for item in items.ok_or(Unread::Damaged)?.items() {
        if read.set.items.len() >= MOST_ITEMS {
            read.unknown = read.unknown.saturating_add(1);
            continue;
        }
        match item.kind() {
            Kind::String => {
                let id = item.text().unwrap_or_default().into_owned();
                if is_known(&id) {
                    read.set.items.push(Item::Known(id));
                } else {
                    read.unknown = read.unknown.saturating_add(1);
                }
            }
            Kind::Object => {
                let reading = text_of(item, "reading");
                let reading = READINGS.iter().find(|(_, name)| *name == reading);
                let mut own = Own {
                    task: words_of(item, "task"),
                    token: text_of(item, "token"),
                    key: text_of(item, "key"),
                    reading: reading.map(|(reading, _)| *reading).unwrap_or_default(),
                    is_workshop_secret: item.get("secret").and_then(|it| it.as_bool())
                        == Some(true),
                };
                if own.token.trim().is_empty() {
                    read.unknown = read.unknown.saturating_add(1);
                    continue;
                }
                if own.refused().is_some() {
                    own.key.clear();
                    read.without_key = read.without_key.saturating_add(1);
                }
                read.set.items.push(Item::Own(own));
            }
            _ => read.unknown = read.unknown.saturating_add(1),
        }
    }
    match read.set.items.is_empty() {
        true => Err(Unread::Empty),
        false => Ok(read),
    }
}

/// Whether the text of a link may stay in the address, and so in the browser's history: it names
/// what this page has, and holds nobody's token or key.
pub fn may_stay(text: &str) -> bool {
    let names_only = |read: &Read| {
        let mut items = read.set.items.iter();
        items.all(|item| matches!(item, Item::Known(_))) && read.unknown == 0
    };
    read(text).is_ok_and(|read| names_only(&read) && write(&read.set) == text)
}

/// A member that is a string; empty without one.
fn text_of(value: Value<'_>, name: &str) -> String {
    let member = value.get(name).filter(|it| it.kind() == Kind::String);
    let text = member.and_then(|it| it.text().map(std::borrow::Cow::into_owned));
    text.unwrap_or_default()
}

/// The same, no longer than somebody writes.
fn words_of(value: Value<'_>, name: &str) -> String {
    text_of(value, name).chars().take(MOST_WORDS).collect()
}

fn is_known(id: &str) -> bool {
    let attack = id.strip_prefix("lab-");
    LESSONS.contains(&id)
        || EXERCISES.contains(&id)
        || attack.is_some_and(|attack| ATTACKS.contains(&attack))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PUBLIC: &str = r#"{"kty":"EC","crv":"P-256","x":"a","y":"b"}"#;

    fn own(key: &str, is_workshop_secret: bool) -> Own {
        Own {
            task: "Find \"sub\" – é\n".into(),
            token: "a.b.c".into(),
            key: key.into(),
            reading: SecretReading::Base64,
            is_workshop_secret,
        }
    }

    fn set(items: Vec<Item>) -> ExerciseSet {
        ExerciseSet {
            name: "Thursday's room".into(),
            items,
        }
    }

    #[test]
    fn what_was_written_is_read() {
        let set = set(vec![
            Item::Known("find-audience".into()),
            Item::Known("lab-none".into()),
            Item::Own(own(PUBLIC, false)),
            Item::Own(own("workshop secret", true)),
            Item::Known("token".into()),
        ]);
        let read = read(&write(&set)).unwrap();
        assert_eq!(read.set, set);
        assert_eq!((read.unknown, read.without_key), (0, 0));
    }

    #[test]
    fn a_secret_or_private_key_stays_out_unless_it_is_said_to_be_a_workshop_secret() {
        let private = r#"{"kty":"EC","crv":"P-256","x":"a","y":"b","d":"cccc"}"#;
        for key in ["workshop secret", private, "-----BEGIN PRIVATE KEY-----"] {
            let written = write(&set(vec![Item::Own(own(key, false))]));
            let bytes = base64url::decode(&written).unwrap();
            let text = String::from_utf8(bytes).unwrap();
            assert!(!text.contains("key") && !text.contains("cccc"), "{text}");
            assert!(!text.contains("workshop secret"), "{text}");
            let Item::Own(own) = read(&written).unwrap().set.items.remove(0) else {
                panic!("{key}");
            };
            assert_eq!((own.key, own.token), (String::new(), "a.b.c".to_owned()));
        }
    }

    #[test]
    fn a_link_of_somebody_else_is_held_to_the_same() {
        let text = r#"{"name":"","items":[{"task":"","token":"t","key":"hush hush"}]}"#;
        let read = read(&base64url::encode(text.as_bytes())).unwrap();
        assert_eq!(read.without_key, 1);
        assert_eq!(
            read.set.items,
            [Item::Own(Own {
                token: "t".into(),
                ..Own::default()
            })]
        );
    }

    #[test]
    fn a_link_stays_in_the_address_when_it_only_names_what_is_here() {
        let known = Item::Known("token".into());
        assert!(may_stay(&write(&set(vec![known.clone()]))));
        for items in [
            vec![known.clone(), Item::Own(own("", false))],
            vec![Item::Own(own(PUBLIC, false))],
            vec![],
        ] {
            assert!(!may_stay(&write(&set(items.clone()))), "{items:?}");
        }
        for text in [
            r#"{"name":"n","items":["token","nowhere"]}"#,
            r#"{"name":"n","items":["token",{"task":"","token":"","key":"hush"}]}"#,
            r#"{"name":"n","items":["token"],"token":"a.b.c"}"#,
            r#"{"name":"n","name":"a.b.c","items":["token"]}"#,
        ] {
            assert!(!may_stay(&base64url::encode(text.as_bytes())), "{text}");
        }
        assert!(!may_stay("") && !may_stay("e30"));
    }

    #[test]
    fn what_this_page_does_not_know_is_counted() {
        let text = r#"{"name":"n","items":["token","nowhere","lab-nothing","lab-",7,null]}"#;
        let read = read(&base64url::encode(text.as_bytes())).unwrap();
        assert_eq!(read.set.items, [Item::Known("token".into())]);
        assert_eq!(read.unknown, 5);
    }

    #[test]
    fn more_than_somebody_composes_is_left_out() {
        let many = ["\"token\""; MOST_ITEMS + 3].join(",");
        let name = "é".repeat(MOST_WORDS + 1);
        let text = format!(r#"{{"name":"{name}","items":[{{"task":"x"}},{many}]}}"#);
        let read = read(&base64url::encode(text.as_bytes())).unwrap();
        assert_eq!(read.set.items.len(), MOST_ITEMS);
        assert_eq!(read.unknown, 4);
        assert_eq!(read.set.name.chars().count(), MOST_WORDS);
    }

    #[test]
    fn what_is_no_set_is_refused() {
        let whole = write(&set(vec![Item::Known("token".into())]));
        let cut = whole.get(..whole.len() - 4).unwrap();
        for text in ["", "%", "e30", cut] {
            assert_eq!(read(text), Err(Unread::Damaged), "{text}");
        }
        let none = write(&set(Vec::new()));
        assert_eq!(read(&none), Err(Unread::Empty));
        let unknown = base64url::encode(br#"{"items":["nowhere"]}"#);
        assert_eq!(read(&unknown), Err(Unread::Empty));
    }
}
