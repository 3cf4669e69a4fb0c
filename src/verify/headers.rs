//! The JOSE Header of one signature: the JWS Protected and Unprotected Header side by side.
//! Spec: RFC 7515 §4, §7.2.1.

use crate::json::{Document, Kind, Value};

/// The two headers of one signature.
#[derive(Clone, Copy, Debug)]
pub struct Headers<'a> {
    /// JWS Protected Header.
    pub protected: Option<&'a Document>,
    /// JWS Unprotected Header.
    pub unprotected: Option<&'a Document>,
}

impl<'a> Headers<'a> {
    /// A Header Parameter from either header; the protected one first.
    pub fn get(&self, name: &str) -> Option<Value<'a>> {
        self.protected_value(name)
            .or_else(|| self.unprotected?.get(name))
    }

    /// A Header Parameter of the protected header.
    pub fn protected_value(&self, name: &str) -> Option<Value<'a>> {
        self.protected?.get(name)
    }

    /// A Header Parameter that is a string.
    pub fn text(&self, name: &str) -> Option<String> {
        let value = self.get(name)?;
        if value.kind() != Kind::String {
            return None;
        }
        value.text().map(|text| text.into_owned())
    }

    /// Every header that is there.
    pub fn each(&self) -> impl Iterator<Item = &'a Document> + use<'a> {
        self.protected.into_iter().chain(self.unprotected)
    }
}
