//! The gallery: broken tokens, one for each kind of fault, with the key and the moment that show it.
//! They are rows of `broken.txt`, a file that is loaded when somebody opens the gallery; what a
//! row says of its token is what the product says, which `tests/gallery.rs` holds it to.

use crate::diagnostic::{Diagnostic, Fact, Severity};
use crate::json::{self, Kind, Value};
use crate::keys::facts::SecretReading;
use std::borrow::Cow;

/// A broken token and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Broken {
    /// Who says it.
    pub group: Group,
    /// What is said: code and facts.
    pub code: String,
    /// See `code`.
    pub facts: Vec<(Cow<'static, str>, Fact)>,
    /// Of a diagnosis: whether a change makes it verify, so that the sentence is a clause.
    pub is_clause: bool,
    /// What is pasted.
    pub paste: String,
    /// What stands in the key box.
    pub key: String,
    /// How a bare secret is read.
    pub reading: SecretReading,
    /// The password of the key.
    pub password: String,
    /// Detached content.
    pub content: Option<String>,
    /// The moment at which it is judged, a NumericDate.
    pub clock: i64,
    /// What is expected, by the name of the field: `iss`, `aud`, `sub`, `nonce`, `typ`, `algs`,
    /// `leeway`, `max-age`.
    pub expected: Vec<(String, String)>,
}

/// Who says what is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub enum Group {
    /// The notes on what surrounded it.
    #[default]
    Found,
    /// The verdict on the structure.
    Structure,
    /// The verdict on the signature.
    Signature,
    /// The verdict on the claims.
    Claims,
    /// The checks.
    Finding,
    /// The diagnosis.
    Diagnosis,
}

impl Group {
    /// Every group, in the order in which they are listed.
    pub const ALL: [Group; 6] = [
        Group::Structure,
        Group::Signature,
        Group::Diagnosis,
        Group::Claims,
        Group::Finding,
        Group::Found,
    ];

    /// Its name in the file and in the keys of texts.
    pub const fn name(self) -> &'static str {
        match self {
            Group::Found => "found",
            Group::Structure => "structure",
            Group::Signature => "signature",
            Group::Claims => "claims",
            Group::Finding => "finding",
            Group::Diagnosis => "diagnosis",
        }
    }
}

impl Broken {
    /// What is said of it, to be worded.
    pub fn said(&self) -> Diagnostic {
        Diagnostic {
            code: Cow::Owned(self.code.clone()),
            severity: Severity::Info,
            span: None,
            facts: self.facts.clone(),
            more: Vec::new(),
        }
    }
}

/// Reads the rows of a file, in their order; what is no row is left out.
pub fn read(text: &str) -> Vec<Broken> {
    text.lines().filter_map(row).collect()
}

fn row(line: &str) -> Option<Broken> {
    let document = json::parse(line.as_bytes().to_vec());
    let root = document.object().filter(|_| document.faults().is_empty())?;
    let mut broken = Broken::default();
    for (name, value) in root.members() {
        let text = || value.text().unwrap_or_default().into_owned();
        match name.text()?.as_ref() {
            "group" => {
                let named = text();
                broken.group = Group::ALL.into_iter().find(|group| group.name() == named)?;
            }
            "code" => broken.code = text(),
            "facts" => broken.facts = value.items().filter_map(named_fact).collect(),
            "clause" => broken.is_clause = value.as_bool()?,
            "paste" => broken.paste = text(),
            "key" => broken.key = text(),
            "password" => broken.password = text(),
            "content" => broken.content = Some(text()),
            "clock" => broken.clock = value.as_i64()?,
            "reading" => broken.reading = reading(&text()),
            other => broken.expected.push((other.to_owned(), text())),
        }
    }
    (!broken.code.is_empty()).then_some(broken)
}

fn reading(name: &str) -> SecretReading {
    match name {
        "base64" => SecretReading::Base64,
        "base64url" => SecretReading::Base64url,
        "hex" => SecretReading::Hex,
        _ => SecretReading::Utf8,
    }
}

/// `["count", "Count", 3]`
fn named_fact(value: Value<'_>) -> Option<(Cow<'static, str>, Fact)> {
    let mut items = value.items();
    let name = items.next()?.text()?.into_owned();
    Some((Cow::Owned(name), fact(items.next()?, items.next()?)?))
}

fn fact(kind: Value<'_>, value: Value<'_>) -> Option<Fact> {
    let text = || value.text().map(Cow::into_owned);
    let count = || u64::try_from(value.as_i64()?).ok();
    Some(match kind.text()?.as_ref() {
        "Text" => Fact::Text(text()?),
        "Count" => Fact::Count(count()?),
        "Moment" => Fact::Moment(value.as_i64()?),
        "Seconds" => Fact::Seconds(value.as_i64()?),
        "Secret" => Fact::Secret(count()?),
        "Word" => Fact::Word(Cow::Owned(text()?)),
        "List" if value.kind() == Kind::Array => {
            let facts = value.items().filter_map(|item| {
                let mut items = item.items();
                fact(items.next()?, items.next()?)
            });
            Fact::List(facts.collect())
        }
        _ => return None,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read() {
        let rows = read(
            r#"{"group":"claims","code":"c","facts":[["n","Count",3],["l","List",[["Word","w"],["Text","t"]]],["m","Moment",-1],["s","Seconds",7],["x","Secret",9]],"paste":"a.b.c","key":"k","reading":"hex","password":"p","content":"","clock":5,"aud":"me"}
{"group":"diagnosis","code":"d","clause":true,"paste":""}"#,
        );
        let [first, second] = rows.as_slice() else {
            unreachable!("{rows:?}");
        };
        let word = Fact::Word("w".into());
        let list = Fact::List(vec![word, Fact::Text("t".into())]);
        assert_eq!(
            first.facts,
            [
                ("n".into(), Fact::Count(3)),
                ("l".into(), list),
                ("m".into(), Fact::Moment(-1)),
                ("s".into(), Fact::Seconds(7)),
                ("x".into(), Fact::Secret(9)),
            ]
        );
        assert_eq!((first.group, first.clock), (Group::Claims, 5));
        assert_eq!(
            (first.reading, first.is_clause),
            (SecretReading::Hex, false)
        );
        assert_eq!(first.content.as_deref(), Some(""));
        assert_eq!(first.expected, [("aud".to_owned(), "me".to_owned())]);
        assert!(second.is_clause && second.content.is_none());
        assert_eq!(second.said().code, "d");
    }

    #[test]
    fn what_is_no_row_is_left_out() {
        for line in [
            "",
            "x",
            "{}",
            "[]",
            "7",
            r#"{"group":"other","code":"c"}"#,
            "{\"code\":",
        ] {
            assert!(read(line).is_empty(), "{line}");
        }
        let odd = read(r#"{"code":"c","facts":[["n","Count",-1],["n"],7,["n","Odd","x"]]}"#);
        assert!(odd[0].facts.is_empty());
    }
}
