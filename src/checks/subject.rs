//! What a check looks at: a token, its JSON parts, the key, and the ways through them that
//! several checks take.

use super::Finding;
use crate::inspect::{Family, Inspection, PartText, Token};
use crate::jose::algorithms::{SignatureAlgorithm, signature_algorithm};
use crate::json::{Document, Kind, NodeId, Value};
use crate::keys::facts::KeyFacts;
use crate::span::{Part, Span};
use std::borrow::Cow;

/// What is checked.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The whole reading, for text around the token.
    pub inspection: &'a Inspection,
    /// The token.
    pub token: &'a Token,
    /// The key that was used, when the worker has said.
    pub key: Option<&'a KeyFacts>,
}

/// A part that is JSON.
#[derive(Clone, Copy)]
pub(super) struct JsonPart<'a> {
    pub(super) text: &'a PartText,
    pub(super) document: &'a Document,
}

/// A name or scalar value somewhere in a part.
pub(super) struct Leaf<'a> {
    pub(super) part: JsonPart<'a>,
    pub(super) value: Value<'a>,
    /// The member's name that the value stands under, directly or as an element of its array.
    pub(super) name: Option<Value<'a>>,
}

impl<'a> Subject<'a> {
    pub(super) fn new(
        inspection: &'a Inspection,
        token: usize,
        key: Option<&'a KeyFacts>,
    ) -> Option<Self> {
        Some(Subject {
            inspection,
            token: inspection.tokens.get(token)?,
            key,
        })
    }

    /// Every part that is JSON, in the order in which they stand.
    pub(super) fn json_parts(&self) -> impl Iterator<Item = JsonPart<'a>> + use<'a> {
        self.token.parts.iter().filter_map(|text| {
            let document = text.json.as_ref()?;
            Some(JsonPart { text, document })
        })
    }

    /// The JOSE Headers, protected or not.
    pub(super) fn headers(&self) -> impl Iterator<Item = JsonPart<'a>> + use<'a> {
        self.json_parts().filter(|part| part.is_header())
    }

    /// The payload as JSON, when it is JSON.
    pub(super) fn payload(&self) -> Option<JsonPart<'a>> {
        self.json_parts()
            .find(|part| part.text.part == Part::Payload)
    }

    /// The JWT Claims Set: a payload that is an object.
    pub(super) fn claims(&self) -> Option<JsonPart<'a>> {
        self.payload()
            .filter(|part| part.document.object().is_some())
    }

    /// Payload and Disclosures: what anyone who holds the token can read in it.
    pub(super) fn readable(&self) -> impl Iterator<Item = JsonPart<'a>> + use<'a> {
        self.json_parts()
            .filter(|part| matches!(part.text.part, Part::Payload | Part::Disclosure))
    }

    /// The values of a Header Parameter, one per header that has it.
    pub(super) fn parameters(
        &self,
        name: &'static str,
    ) -> impl Iterator<Item = (JsonPart<'a>, Value<'a>)> + use<'a> {
        self.headers()
            .filter_map(move |part| Some((part, part.document.get(name)?)))
    }

    /// The same for those that are strings.
    pub(super) fn text_parameters(
        &self,
        name: &'static str,
    ) -> impl Iterator<Item = (JsonPart<'a>, Value<'a>, Cow<'a, str>)> + use<'a> {
        self.parameters(name)
            .filter_map(|(part, value)| Some((part, value, text_of(value)?)))
    }

    /// A claim as a string.
    pub(super) fn claim_text(&self, name: &str) -> Option<Cow<'a, str>> {
        text_of(self.claims()?.document.get(name)?)
    }

    /// `typ` of the first header, lower case, without `application/` (RFC 7515 §4.1.9).
    pub(super) fn typ(&self) -> Option<String> {
        let typ = self.text_parameters("typ").next()?.2.to_ascii_lowercase();
        Some(typ.strip_prefix("application/").unwrap_or(&typ).to_owned())
    }

    /// The row of `alg`, when it is a registered signature algorithm.
    pub(super) fn algorithm(&self) -> Option<&'static SignatureAlgorithm> {
        signature_algorithm(&self.text_parameters("alg").next()?.2)
    }

    /// Whether its payload can be read by anyone.
    pub(super) fn is_signed(&self) -> bool {
        matches!(self.token.family, Family::Jws | Family::SdJwt)
    }

    /// Where bytes of a part stood in the paste.
    pub(super) fn span(&self, part: &PartText, bytes: std::ops::Range<usize>) -> Span {
        self.token.origin(part, bytes)
    }

    /// A finding at a value of a part.
    pub(super) fn at(&self, part: JsonPart<'a>, value: Value<'a>) -> Finding {
        Finding::at(self.span(part.text, value.span()))
    }

    /// A finding at a leaf, with the place in words: the JSON Pointer and the part.
    pub(super) fn at_leaf(&self, leaf: &Leaf<'a>) -> Finding {
        self.at(leaf.part, leaf.value)
            .with("claim", leaf.pointer())
            .with_word("part", leaf.part.word())
    }
}

impl<'a> JsonPart<'a> {
    pub(super) fn is_header(&self) -> bool {
        matches!(
            self.text.part,
            Part::Header | Part::UnprotectedHeader | Part::RecipientHeader
        )
    }

    /// The key of the part's word.
    pub(super) fn word(&self) -> &'static str {
        match self.text.part {
            Part::Header => "check-in-header",
            Part::UnprotectedHeader | Part::RecipientHeader => "check-in-unprotected-header",
            Part::Disclosure => "check-in-disclosure",
            _ => "check-in-payload",
        }
    }

    /// Every node, in document order.
    pub(super) fn values(self) -> impl Iterator<Item = Value<'a>> + use<'a> {
        let count = u32::try_from(self.document.len()).unwrap_or(u32::MAX);
        (0..count).filter_map(move |id| self.document.value(NodeId(id)))
    }

    /// Every object, in document order.
    pub(super) fn objects(self) -> impl Iterator<Item = Value<'a>> + use<'a> {
        self.values().filter(|value| value.kind() == Kind::Object)
    }

    /// Every name and scalar value, in document order.
    pub(super) fn leaves(self) -> impl Iterator<Item = Leaf<'a>> + use<'a> {
        // Open containers: where each ends, and the name it stands under.
        let mut open: Vec<(usize, Option<Value<'a>>)> = Vec::new();
        let mut name: Option<Value<'a>> = None;
        // In a Disclosure `[salt, name, value]` the name is an element (RFC 9901 §4.2.1).
        let disclosed = (self.text.part == Part::Disclosure)
            .then(|| self.document.root()?.items().nth(1))
            .flatten()
            .filter(|name| name.kind() == Kind::String);
        self.values().filter_map(move |value| {
            let start = value.span().start;
            while open.last().is_some_and(|(end, _)| *end <= start) {
                open.pop();
            }
            match value.kind() {
                Kind::Name => {
                    name = Some(value);
                    Some(Leaf {
                        part: self,
                        value,
                        name: None,
                    })
                }
                kind => {
                    let own = name.take();
                    let inherited = open.last().and_then(|(_, name)| *name);
                    let under = own.or(inherited);
                    match kind {
                        Kind::Array => {
                            open.push((value.span().end, under.or(disclosed)));
                            None
                        }
                        Kind::Object => {
                            open.push((value.span().end, None));
                            None
                        }
                        _ => Some(Leaf {
                            part: self,
                            value,
                            name: under,
                        }),
                    }
                }
            }
        })
    }
}

impl<'a> Leaf<'a> {
    pub(super) fn is_name(&self) -> bool {
        self.value.kind() == Kind::Name
    }

    /// The JSON Pointer; a top-level member's plain name.
    pub(super) fn pointer(&self) -> String {
        pointer_or_name(self.value)
    }

    /// The name it stands under in lower case without separators: `phone_number`,
    /// `phoneNumber` and the last part of a URI become one.
    pub(super) fn plain_name(&self) -> String {
        self.name
            .and_then(|name| name.text())
            .map_or_else(String::new, |text| plain(&text))
    }

    /// A scalar as the text a person would copy: a string's content, a number's digits.
    pub(super) fn scalar(&self) -> Option<Cow<'a, str>> {
        match self.value.kind() {
            Kind::String => self.value.text(),
            Kind::Number => self.value.digits().map(Cow::Borrowed),
            _ => None,
        }
    }

    /// A string's content; names are none.
    pub(super) fn string(&self) -> Option<Cow<'a, str>> {
        text_of(self.value)
    }
}

/// A string's content; `None` for any other kind, names included.
pub(super) fn text_of(value: Value<'_>) -> Option<Cow<'_, str>> {
    (value.kind() == Kind::String)
        .then(|| value.text())
        .flatten()
}

/// The JSON Pointer of a value, or for a top-level member its name alone.
pub(super) fn pointer_or_name(value: Value<'_>) -> String {
    let pointer = value.pointer();
    match pointer.strip_prefix('/') {
        Some(rest) if !rest.contains(['/', '~']) => rest.to_owned(),
        _ => pointer,
    }
}

/// A name without what spellings differ in.
pub(super) fn plain(name: &str) -> String {
    let last = name.rsplit_once("://").map_or(name, |(_, rest)| {
        rest.rsplit(['/', '#']).next().unwrap_or(rest)
    });
    last.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
