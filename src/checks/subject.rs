//! What a check looks at: a token, its JSON parts, the key, and the ways through them that
//! several checks take.

use super::{Around, Finding};
use crate::base64url::{self, Deviation};
use crate::inspect::{Encoding, Family, Inspection, PartText, Token};
use crate::jose::algorithms::{SignatureAlgorithm, signature_algorithm};
use crate::json::{Document, Kind, NodeId, Number, Value};
use crate::keys::facts::KeyFacts;
use crate::span::{Part, Span};
use std::borrow::Cow;

/// What is checked.
pub struct Subject<'a> {
    /// The whole reading, for text around the token.
    pub inspection: &'a Inspection,
    /// The token.
    pub token: &'a Token,
    /// The key that was used, when the worker has said.
    pub key: Option<&'a KeyFacts>,
    /// What stands around it.
    pub around: Around<'a>,
    /// Every name and scalar value of the JSON parts, read once for all checks.
    pub(super) leaves: Vec<Leaf<'a>>,
    /// The numbers among them that are more than a few plain digits, by index.
    pub(super) odd_numbers: Vec<(usize, Number<'a>)>,
}

/// A part that is JSON.
#[derive(Clone, Copy)]
pub(super) struct JsonPart<'a> {
    /// Its index in the token.
    pub(super) index: usize,
    pub(super) text: &'a PartText,
    pub(super) document: &'a Document,
}

/// A name or scalar value somewhere in a part.
pub(super) struct Leaf<'a> {
    pub(super) part: JsonPart<'a>,
    pub(super) value: Value<'a>,
    /// The member's name that the value stands under, directly or as an element of its array.
    pub(super) name: Option<Value<'a>>,
    /// Whether it stands under that name directly.
    pub(super) is_member: bool,
    /// The content of a string or name, escapes resolved.
    pub(super) text: Option<Cow<'a, str>>,
}

impl<'a> Subject<'a> {
    pub(super) fn new(
        inspection: &'a Inspection,
        token: usize,
        key: Option<&'a KeyFacts>,
    ) -> Option<Self> {
        let mut subject = Subject {
            inspection,
            token: inspection.tokens.get(token)?,
            key,
            around: Around::default(),
            leaves: Vec::new(),
            odd_numbers: Vec::new(),
        };
        subject.leaves = subject.json_parts().flat_map(JsonPart::leaves).collect();
        subject.odd_numbers = subject
            .leaves
            .iter()
            .enumerate()
            .filter(|(_, leaf)| leaf.value.kind() == Kind::Number && !leaf.is_plain_number())
            .filter_map(|(index, leaf)| Some((index, leaf.value.number()?)))
            .collect();
        Some(subject)
    }

    /// Every part that is JSON, in the order in which they stand.
    pub(super) fn json_parts(&self) -> impl Iterator<Item = JsonPart<'a>> + use<'a> {
        self.token
            .parts
            .iter()
            .enumerate()
            .filter_map(|(index, text)| {
                let document = text.json.as_ref()?;
                Some(JsonPart {
                    index,
                    text,
                    document,
                })
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

    /// The JWT Claims Set, when every byte of it was read as it was written: of a damaged one
    /// nobody can say what is missing.
    pub(super) fn whole_claims(&self) -> Option<JsonPart<'a>> {
        self.claims().filter(|claims| {
            let encoded = match claims.text.encoding {
                Encoding::Base64url if !claims.text.exact => self.token.text_of(claims.text),
                _ => "",
            };
            let faults = base64url::decode_lenient(encoded).faults;
            let is_foreign = |deviation| matches!(deviation, Deviation::Foreign(_));
            claims.document.faults().is_empty()
                && !faults.iter().any(|fault| is_foreign(fault.deviation))
        })
    }

    /// The leaves of payload and Disclosures: what anyone who holds the token can read in it.
    pub(super) fn readable(&self) -> impl Iterator<Item = &Leaf<'a>> {
        self.leaves
            .iter()
            .filter(|leaf| matches!(leaf.part.text.part, Part::Payload | Part::Disclosure))
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

    /// A finding at a value, with the place in words: facts `claim` and `part`.
    pub(super) fn at_claim(&self, part: JsonPart<'a>, value: Value<'a>) -> Finding {
        self.at(part, value)
            .naming(part.index, value.id())
            .with_word("part", part.word())
    }

    /// The same for a leaf.
    pub(super) fn at_leaf(&self, leaf: &Leaf<'a>) -> Finding {
        self.at_claim(leaf.part, leaf.value)
    }

    /// The place of a node in words: a top-level member's name, otherwise its JSON Pointer; in a
    /// Disclosure the name that it discloses, and the pointer from there.
    pub(super) fn claim_of(&self, part: usize, node: NodeId) -> Option<String> {
        let text = self.token.parts.get(part)?;
        let document = text.json.as_ref()?;
        let pointer = document.value(node)?.pointer();
        if let Some(name) = disclosed_name(text, document) {
            let rest = pointer.strip_prefix("/2").unwrap_or_default();
            return Some(format!("{}{rest}", name.text()?));
        }
        let top_level = pointer
            .strip_prefix('/')
            .filter(|rest| document.object().is_some() && !rest.contains('/'));
        Some(match top_level {
            Some(name) => name.replace("~1", "/").replace("~0", "~"),
            None => pointer,
        })
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

    /// Every name and scalar value, in document order; of a Disclosure neither salt nor name.
    fn leaves(self) -> impl Iterator<Item = Leaf<'a>> + use<'a> {
        // Open containers: where each ends, and the name it stands under.
        let mut open: Vec<(usize, Option<Value<'a>>)> = Vec::new();
        let mut name: Option<Value<'a>> = None;
        let is_disclosure = self.text.part == Part::Disclosure;
        let disclosed = disclosed_name(self.text, self.document);
        let salt = is_disclosure
            .then(|| self.document.root()?.items().next())
            .flatten();
        let apart = [salt, disclosed].map(|value| value.map(|value| value.id()));
        self.values().filter_map(move |value| {
            let start = value.span().start;
            while open.last().is_some_and(|(end, _)| *end <= start) {
                open.pop();
            }
            let leaf = |name: Option<Value<'a>>, is_member| Leaf {
                part: self,
                value,
                name,
                is_member,
                text: value.text(),
            };
            if value.kind() == Kind::Name {
                name = Some(value);
                return Some(leaf(None, false));
            }
            let own = name.take();
            let under = own.or(open.last().and_then(|(_, name)| *name));
            match value.kind() {
                Kind::Array => open.push((value.span().end, under.or(disclosed))),
                Kind::Object => open.push((value.span().end, None)),
                _ if apart.contains(&Some(value.id())) => {}
                _ => return Some(leaf(under, own.is_some())),
            }
            None
        })
    }
}

/// The claim that an object member's Disclosure `[salt, name, value]` discloses
/// (RFC 9901 §4.2.1).
fn disclosed_name<'a>(part: &PartText, document: &'a Document) -> Option<Value<'a>> {
    let root = document.root().filter(|_| part.part == Part::Disclosure)?;
    root.items().nth(2)?;
    root.items()
        .nth(1)
        .filter(|name| name.kind() == Kind::String)
}

impl<'a> Leaf<'a> {
    /// A few digits and nothing else: every reader reads them alike.
    fn is_plain_number(&self) -> bool {
        let raw = self.value.raw();
        raw.len() <= 15 && raw.iter().all(u8::is_ascii_digit)
    }

    pub(super) fn is_name(&self) -> bool {
        self.value.kind() == Kind::Name
    }

    /// The name it stands under in lower case without separators: `phone_number`,
    /// `phoneNumber` and the last part of a URI become one.
    pub(super) fn plain_name(&self) -> String {
        self.name
            .and_then(|name| name.text())
            .map_or_else(String::new, |text| plain(&text))
    }

    /// A scalar as the text a person would copy: a string's content, a number's digits.
    pub(super) fn scalar(&self) -> Option<&str> {
        match self.value.kind() {
            Kind::Number => self.value.digits(),
            _ => self.string(),
        }
    }

    /// A string's content; names are none.
    pub(super) fn string(&self) -> Option<&str> {
        self.text.as_deref().filter(|_| !self.is_name())
    }
}

/// A string's content; `None` for any other kind, names included.
pub(super) fn text_of(value: Value<'_>) -> Option<Cow<'_, str>> {
    (value.kind() == Kind::String)
        .then(|| value.text())
        .flatten()
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
