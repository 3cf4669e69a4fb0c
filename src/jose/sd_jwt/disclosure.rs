//! One Disclosure: a salt, a name when it discloses a member, and a value.
//! Spec: RFC 9901 §4.2.1 to §4.2.3.

use super::HashName;
use crate::jose::token::PartText;
use crate::json::{Kind, Value};
use serde::{Deserialize, Serialize};

/// A Disclosure as it stands in the token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosure {
    /// Its index in the parts of the token.
    pub part: usize,
    /// The salt, when it is a string.
    pub salt: Option<String>,
    /// The Claim Name; `None` for an array element.
    pub name: Option<String>,
    /// The value as JSON text, as written. `None` when this is no Disclosure.
    pub value: Option<String>,
    /// The digest over its characters, base64url-encoded. `None` when `_sd_alg` is not known.
    pub digest: Option<String>,
    /// Where that digest stands.
    pub place: Place,
}

/// Where the digest of a Disclosure was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// The RFC 6901 JSON Pointer of what it discloses, in the processed payload.
    At(String),
    /// Nowhere: the Verifier has to reject the SD-JWT.
    NotReferenced,
}

impl Disclosure {
    /// Reads part number `index`, whose characters are `text`. Its place is not known yet.
    pub(super) fn read(index: usize, part: &PartText, text: &str, hash: Option<HashName>) -> Self {
        let root = part.json.as_ref().and_then(|json| json.root());
        let elements: Vec<Value<'_>> = root.map(|root| root.items().collect()).unwrap_or_default();
        let well_formed = |json: &crate::json::Document| json.faults().is_empty();
        let whole = part.exact && part.json.as_ref().is_some_and(well_formed);
        let string = |value: &Value<'_>| match value.kind() {
            Kind::String => value.text().map(std::borrow::Cow::into_owned),
            _ => None,
        };
        let raw = |value: &Value<'_>| value.raw_text().into_owned();
        let (salt, name, value) = match elements.as_slice() {
            [salt, value] if whole => (string(salt), None, Some(raw(value))),
            [salt, name, value] if whole => match string(name) {
                Some(name) => (string(salt), Some(name), Some(raw(value))),
                None => (string(salt), None, None),
            },
            _ => (None, None, None),
        };
        Disclosure {
            part: index,
            salt,
            name,
            value,
            digest: hash.map(|hash| hash.digest(text.as_bytes())),
            place: Place::NotReferenced,
        }
    }
}
