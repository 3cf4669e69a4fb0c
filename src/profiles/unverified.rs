//! The token a profile looks at: nothing in it is verified.

use crate::inspect::{Inspection, PartText, Token};
use crate::jose::jwt::numeric_date::{NumericDate, Reading, read};
use crate::json::{Kind, Value};
use crate::span::{Part, Span};
use std::borrow::Cow;

/// Header and JWT Claims Set of a token, and the moment at which they are looked at.
#[derive(Clone, Copy, Debug)]
pub struct Unverified<'a> {
    token: &'a Token,
    header: (&'a PartText, Value<'a>),
    claims: (&'a PartText, Value<'a>),
    clock: i64,
}

impl<'a> Unverified<'a> {
    /// `None` where header or payload is no JSON object.
    pub fn of(inspection: &'a Inspection, token: usize, clock: i64) -> Option<Self> {
        let token = inspection.tokens.get(token)?;
        let object = |part| {
            let part: &PartText = token.part(part)?;
            let root = part.json.as_ref()?.root()?;
            (root.kind() == Kind::Object).then_some((part, root))
        };
        Some(Unverified {
            token,
            header: object(Part::Header)?,
            claims: object(Part::Payload)?,
            clock,
        })
    }

    /// A Header Parameter.
    pub fn header(&self, name: &str) -> Option<Value<'a>> {
        self.header.1.get(name)
    }

    /// A claim; of a repeated one the last (RFC 7519 §4).
    pub fn claim(&self, name: &str) -> Option<Value<'a>> {
        let named = |(n, _): &(Value, Value)| n.text().as_deref() == Some(name);
        self.claims.1.members().filter(named).last().map(|(_, v)| v)
    }

    /// Whether there is such a claim.
    pub fn has(&self, name: &str) -> bool {
        self.claim(name).is_some()
    }

    /// A claim's text; empty where it is absent or no string.
    pub fn text(&self, name: &str) -> Cow<'a, str> {
        self.claim(name).and_then(|v| v.text()).unwrap_or_default()
    }

    /// A Header Parameter's text; empty where it is absent or no string.
    pub fn header_text(&self, name: &str) -> Cow<'a, str> {
        self.header(name).and_then(|v| v.text()).unwrap_or_default()
    }

    /// The header's `typ` in lower case, without `application/` (RFC 7515 §4.1.9).
    pub fn typ(&self) -> String {
        let typ = self.header_text("typ").to_ascii_lowercase();
        typ.strip_prefix("application/")
            .map(str::to_owned)
            .unwrap_or(typ)
    }

    /// A claim as a moment.
    pub fn date(&self, name: &str) -> Option<NumericDate> {
        match read(self.claim(name)?) {
            Reading::Date(date) => Some(date),
            _ => None,
        }
    }

    /// The moment at which the token is looked at.
    pub fn clock(&self) -> i64 {
        self.clock
    }

    /// Where a value of the payload stands in the paste.
    pub fn claim_span(&self, value: Value) -> Span {
        self.token.origin(self.claims.0, value.span())
    }

    /// Where a value of the header stands in the paste.
    pub fn header_span(&self, value: Value) -> Span {
        self.token.origin(self.header.0, value.span())
    }
}
