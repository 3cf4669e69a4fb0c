//! The JOSE Header as its readers see it: the union of what is protected and what is not, with
//! everything that the specifications forbid about the union still visible.
//! Spec: RFC 7515 §4, RFC 7516 §4, RFC 7797 §3.

use super::token::{Family, PartText, Token};
use crate::json::{Document, Kind, Value};
use crate::span::Part;
use std::borrow::Cow;

/// The JOSE Header of one JWS Signature, or of a JWE for one recipient.
#[derive(Clone, Debug, Default)]
pub struct JoseHeader<'a> {
    /// JWS Protected Header or JWE Protected Header.
    pub protected: Option<&'a Document>,
    /// JWS Unprotected Header; JWE Shared and Per-Recipient Unprotected Header, in that order.
    pub unprotected: Vec<&'a Document>,
}

/// What `crit` holds (RFC 7515 §4.1.11).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Crit {
    /// The names, in order. Never empty.
    Names(Vec<String>),
    /// Present, and no array of one string or more.
    Malformed,
}

impl<'a> JoseHeader<'a> {
    /// The header of signature `index`. For a JWE `index` is a recipient.
    pub fn of(token: &'a Token, index: usize) -> Self {
        if token.family == Family::Jwe {
            return super::jwe::header(token, index);
        }
        let json = |part: Option<usize>| {
            let part = token.parts.get(part?)?;
            part.json.as_ref()
        };
        let signature = token.signatures.get(index);
        JoseHeader {
            protected: json(signature.and_then(|signature| signature.protected)),
            unprotected: json(signature.and_then(|signature| signature.unprotected))
                .into_iter()
                .collect(),
        }
    }

    /// The Header Parameter called `name`, protected before unprotected.
    pub fn get(&self, name: &str) -> Option<Value<'a>> {
        self.protected(name).or_else(|| self.unprotected(name))
    }

    /// The Header Parameter called `name` of the protected header.
    pub fn protected(&self, name: &str) -> Option<Value<'a>> {
        self.protected.and_then(|json| json.get(name))
    }

    /// The Header Parameter called `name` of an unprotected header.
    pub fn unprotected(&self, name: &str) -> Option<Value<'a>> {
        self.unprotected.iter().find_map(|json| json.get(name))
    }

    /// The text of a Header Parameter whose value is a string.
    pub fn text(&self, name: &str) -> Option<Cow<'a, str>> {
        let value = self.get(name)?;
        (value.kind() == Kind::String).then(|| value.text())?
    }

    /// `alg` (RFC 7515 §4.1.1, RFC 7516 §4.1.1), when it is a string.
    pub fn alg(&self) -> Option<Cow<'a, str>> {
        self.text("alg")
    }

    /// `enc` (RFC 7516 §4.1.2), when it is a string.
    pub fn enc(&self) -> Option<Cow<'a, str>> {
        self.text("enc")
    }

    /// `kid` (RFC 7515 §4.1.4), when it is a string.
    pub fn kid(&self) -> Option<Cow<'a, str>> {
        self.text("kid")
    }

    /// `typ` (RFC 7515 §4.1.9), when it is a string.
    pub fn typ(&self) -> Option<Cow<'a, str>> {
        self.text("typ")
    }

    /// `cty` (RFC 7515 §4.1.10), when it is a string.
    pub fn cty(&self) -> Option<Cow<'a, str>> {
        self.text("cty")
    }

    /// `crit`, wherever it stands. It is valid in the protected header only: ask
    /// [`JoseHeader::protected`].
    pub fn crit(&self) -> Option<Crit> {
        let value = self.get("crit")?;
        let strings: Option<Vec<String>> = match value.kind() {
            Kind::Array => value
                .items()
                .map(|item| match item.kind() {
                    Kind::String => item.text().map(Cow::into_owned),
                    _ => None,
                })
                .collect(),
            _ => None,
        };
        Some(match strings {
            Some(names) if !names.is_empty() => Crit::Names(names),
            _ => Crit::Malformed,
        })
    }

    /// Names that occur twice in one of the headers (RFC 7515 §4 forbids accepting them).
    pub fn duplicate_names(&self) -> Vec<String> {
        self.documents()
            .filter_map(|json| json.object())
            .flat_map(|object| object.duplicate_names())
            .map(Cow::into_owned)
            .collect()
    }

    /// Names that stand in more than one of the headers, which have to be disjoint
    /// (RFC 7515 §7.2.1, RFC 7516 §7.2.1).
    pub fn names_in_several(&self) -> Vec<String> {
        let mut seen = std::collections::BTreeMap::<String, usize>::new();
        let mut several = Vec::new();
        for (number, json) in self.documents().enumerate() {
            let Some(object) = json.object() else {
                continue;
            };
            for (name, _) in object.members() {
                let Some(name) = name.text() else { continue };
                match seen.get(name.as_ref()) {
                    Some(first) if *first != number => {
                        if !several.iter().any(|known| *known == name) {
                            several.push(name.into_owned());
                        }
                    }
                    Some(_) => {}
                    None => {
                        seen.insert(name.into_owned(), number);
                    }
                }
            }
        }
        several
    }

    /// Every header that is there: protected first.
    pub fn documents(&self) -> impl Iterator<Item = &'a Document> + '_ {
        self.protected
            .into_iter()
            .chain(self.unprotected.iter().copied())
    }
}

/// The part of a token that holds the protected header of signature `index`.
pub fn protected_part(token: &Token, index: usize) -> Option<&PartText> {
    match token.family {
        Family::Jwe => token.part(Part::Header),
        _ => token.parts.get(token.signatures.get(index)?.protected?),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::base64url::encode;
    use crate::inspect::inspect;

    fn flattened(protected: &str, unprotected: &str) -> Token {
        let json = format!(
            r#"{{"payload":"e30","protected":"{}","header":{unprotected},"signature":"AA"}}"#,
            encode(protected.as_bytes())
        );
        inspect(&json).tokens.remove(0)
    }

    #[test]
    fn the_union_prefers_what_is_protected() {
        let token = flattened(r#"{"alg":"HS256","kid":"a"}"#, r#"{"kid":"b","x":1}"#);
        let header = JoseHeader::of(&token, 0);
        assert_eq!(header.kid().unwrap(), "a");
        assert_eq!(header.get("x").unwrap().digits(), Some("1"));
        assert_eq!(header.names_in_several(), ["kid"]);
        assert_eq!(header.duplicate_names(), [""; 0]);
    }

    #[test]
    fn duplicates_are_named() {
        let token = flattened(r#"{"alg":"HS256","alg":"none"}"#, r#"{"x":1,"x":2}"#);
        assert_eq!(JoseHeader::of(&token, 0).duplicate_names(), ["alg", "x"]);
    }

    #[test]
    fn crit_is_a_list_of_names_or_malformed() {
        for (crit, expected) in [
            (
                r#"["b64","exp"]"#,
                Crit::Names(vec!["b64".into(), "exp".into()]),
            ),
            ("[]", Crit::Malformed),
            (r#""b64""#, Crit::Malformed),
            (r#"["b64",1]"#, Crit::Malformed),
        ] {
            let token = flattened(&format!(r#"{{"alg":"HS256","crit":{crit}}}"#), "{}");
            assert_eq!(JoseHeader::of(&token, 0).crit(), Some(expected));
        }
        let token = flattened(r#"{"alg":"HS256"}"#, "{}");
        assert_eq!(JoseHeader::of(&token, 0).crit(), None);
    }

    #[test]
    fn a_value_of_the_wrong_type_is_no_text() {
        let token = flattened(r#"{"alg":256,"kid":null}"#, "{}");
        let header = JoseHeader::of(&token, 0);
        assert_eq!((header.alg(), header.kid()), (None, None));
        assert!(header.get("alg").is_some());
    }
}
