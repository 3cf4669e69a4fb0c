//! What there is to say, as data: a code, a severity, a place and facts. Never prose:
//! `words` turns it into a sentence in the reader's language.

use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Likely a mistake, or weak.
    Warning,
    /// Wrong, or exploitable.
    Danger,
}

impl Severity {
    /// The stable machine name, used in `data-severity`.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Danger => "danger",
        }
    }
}

/// A fact that a sentence may need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fact {
    /// Text that stands as it is in every language: a name, a value, a URL.
    Text(String),
    /// A count or size; the fact's name says of what.
    Count(u64),
    /// A NumericDate: seconds since 1970-01-01T00:00:00Z (RFC 7519 §2).
    Moment(i64),
    /// A length of time in seconds.
    Seconds(i64),
    /// A secret of so many bytes.
    Secret(u64),
    /// The key of another message, worded in the reader's language (`part-header`).
    Word(Cow<'static, str>),
    /// Several facts, worded as a list.
    List(Vec<Fact>),
}

impl From<&str> for Fact {
    fn from(text: &str) -> Self {
        Fact::Text(text.to_owned())
    }
}
impl From<String> for Fact {
    fn from(text: String) -> Self {
        Fact::Text(text)
    }
}
impl From<usize> for Fact {
    fn from(count: usize) -> Self {
        Fact::Count(u64::try_from(count).unwrap_or(u64::MAX))
    }
}
impl From<u64> for Fact {
    fn from(count: u64) -> Self {
        Fact::Count(count)
    }
}
impl From<Vec<String>> for Fact {
    fn from(list: Vec<String>) -> Self {
        Fact::List(list.into_iter().map(Fact::Text).collect())
    }
}

/// One thing to say. `code` is stable and doubles as the key of its text in the locales:
/// the message `code`, with Fluent attributes such as `.advice` where there is more to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Stable, kebab-case.
    pub code: Cow<'static, str>,
    /// How much it matters.
    pub severity: Severity,
    /// Where it stands in the paste, when it stands anywhere.
    pub span: Option<Span>,
    /// Where the same stands, too; without a sentence for each.
    pub more: Vec<Span>,
    /// What the sentence may mention, by name.
    pub facts: Vec<(Cow<'static, str>, Fact)>,
}

impl Diagnostic {
    /// A diagnostic without place or facts.
    pub fn new(severity: Severity, code: &'static str) -> Self {
        Diagnostic {
            code: Cow::Borrowed(code),
            severity,
            span: None,
            more: Vec::new(),
            facts: Vec::new(),
        }
    }

    /// Worth knowing.
    pub fn info(code: &'static str) -> Self {
        Self::new(Severity::Info, code)
    }

    /// Likely a mistake, or weak.
    pub fn warning(code: &'static str) -> Self {
        Self::new(Severity::Warning, code)
    }

    /// Wrong, or exploitable.
    pub fn danger(code: &'static str) -> Self {
        Self::new(Severity::Danger, code)
    }

    /// The same, standing at `span`.
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// The same, with one more fact.
    pub fn with(mut self, name: &'static str, fact: impl Into<Fact>) -> Self {
        self.facts.push((Cow::Borrowed(name), fact.into()));
        self
    }

    /// The same, with one more fact that is a fact already.
    pub fn with_fact(mut self, name: &'static str, fact: Fact) -> Self {
        self.facts.push((Cow::Borrowed(name), fact));
        self
    }

    /// The fact called `name`.
    pub fn fact(&self, name: &str) -> Option<&Fact> {
        self.facts
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, fact)| fact)
    }
}
