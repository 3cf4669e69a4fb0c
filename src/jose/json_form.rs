//! From the text of a JSON Serialization to its parts, signatures and faults.
//! Spec: RFC 7515 §7.2, RFC 7516 §7.2, RFC 9901 §8.

use super::faults::{self, alphabet_faults, header_faults, json_faults, part_word};
use super::part;
use super::token::{Encoding, Family, PartText, Serialization, Signature, SourceText, Token};
use crate::diagnostic::{Diagnostic, Fact};
use crate::json::{self, Document, Kind, Value};
use crate::span::{Part, Span};
use std::borrow::Cow;
use std::ops::Range;

/// What a JSON object is as a token.
pub fn recognise(object: Value<'_>) -> Option<(Family, Serialization)> {
    let (mut signature, mut signatures, mut ciphertext) = (false, false, false);
    let (mut payload, mut protected, mut header, mut recipients) = (false, false, false, false);
    for (name, value) in object.members() {
        let Some(name) = name.text() else { continue };
        match name.as_ref() {
            "signature" => signature |= value.kind() == Kind::String,
            "signatures" => signatures |= value.kind() == Kind::Array,
            "payload" => payload |= value.kind() == Kind::String,
            "protected" => protected |= value.kind() == Kind::String,
            "header" => header |= value.kind() == Kind::Object,
            "ciphertext" => ciphertext |= value.kind() == Kind::String,
            "recipients" => recipients |= value.kind() == Kind::Array,
            _ => {}
        }
    }
    if ciphertext {
        let form = match recipients {
            true => Serialization::GeneralJson,
            false => Serialization::FlattenedJson,
        };
        return Some((Family::Jwe, form));
    }
    if signatures && (payload || has_signatures(object)) {
        return Some((Family::Jws, Serialization::GeneralJson));
    }
    // A signature may be missing by mistake; a payload alone is no token.
    let flattened = (signature && (payload || protected)) || (payload && (protected || header));
    flattened.then_some((Family::Jws, Serialization::FlattenedJson))
}

/// Whether an element of `signatures` has a `signature`.
fn has_signatures(object: Value<'_>) -> bool {
    let list = object.get("signatures");
    list.is_some_and(|list| list.items().any(|item| item.get("signature").is_some()))
}

/// Reads the token whose JSON text is `source`. Never fails.
pub fn read_json(source: SourceText, family: Family, serialization: Serialization) -> Token {
    let document = json::parse(source.text.clone().into_bytes());
    let mut reader = Reader {
        token: Token {
            family,
            serialization,
            source,
            parts: Vec::new(),
            signatures: Vec::new(),
            notes: Vec::new(),
            faults: Vec::new(),
        },
        starts: Vec::new(),
    };
    reader.document_faults(&document);
    if let Some(root) = document.root() {
        match family {
            Family::Jwe => reader.jwe(root),
            _ => reader.jws(root),
        }
    }
    reader.finish()
}

struct Reader {
    token: Token,
    /// Signatures with the places of their parts, before the parts are put in order.
    starts: Vec<[Option<usize>; 3]>,
}

impl Reader {
    fn document_faults(&mut self, document: &Document) {
        const SHOWN: usize = 3;
        for fault in document.faults().iter().take(SHOWN) {
            let end = faults::past_character(document.bytes(), fault.offset);
            let at = self.token.source.in_paste(fault.offset..end);
            self.token.faults.push(
                Diagnostic::danger("structure-json-text")
                    .at(Span::around(at))
                    .with("expected", faults::expected_word(fault.expected))
                    .with(
                        "found",
                        faults::shown_byte(self.token.source.text.as_bytes(), fault.offset),
                    ),
            );
        }
    }

    fn place(&self, range: Range<usize>) -> Span {
        Span::around(self.token.source.in_paste(range))
    }

    fn jws(&mut self, root: Value<'_>) {
        self.duplicates(root);
        let general = self.token.serialization == Serialization::GeneralJson;
        let list = root.get("signatures").filter(|_| general);
        let elements: Vec<Value<'_>> = match list {
            Some(list) => list.items().collect(),
            None => vec![root],
        };
        if general && elements.is_empty() {
            self.missing(root, "signatures");
        }
        if general && root.get("signature").is_some() {
            let at = self.place(root.span());
            let fault = Diagnostic::danger("structure-both-forms").at(at);
            self.token.faults.push(fault);
        }
        let mut unencoded = false;
        let mut disclosures = false;
        for element in elements {
            if element.kind() != Kind::Object {
                self.wrong_type(element, "signatures", "json-kind-object");
                continue;
            }
            if general {
                self.duplicates(element);
            }
            let protected = self.encoded(element, "protected", Part::Header);
            let unprotected = self.object(element, "header", Part::UnprotectedHeader);
            let signature = self.encoded(element, "signature", Part::Signature);
            if signature.is_none() {
                self.missing(element, "signature");
            }
            if protected.is_none() && unprotected.is_none() {
                self.missing(element, "protected");
            }
            unencoded |= self.says_unencoded(protected);
            disclosures |= self.disclosures(element);
            self.starts.push([protected, unprotected, signature]);
        }
        if disclosures {
            self.token.family = Family::SdJwt;
        }
        if unencoded {
            self.plain_string(root, "payload", Part::Payload);
        } else {
            self.encoded(root, "payload", Part::Payload);
        }
    }

    /// Disclosures and Key Binding JWT in the unprotected header (RFC 9901 §8).
    fn disclosures(&mut self, element: Value<'_>) -> bool {
        let Some(header) = element.get("header") else {
            return false;
        };
        let mut found = false;
        if let Some(list) = header
            .get("disclosures")
            .filter(|l| l.kind() == Kind::Array)
        {
            found = true;
            for item in list.items() {
                self.encoded_value(item, "disclosures", Part::Disclosure);
            }
        }
        if let Some(jwt) = header
            .get("kb_jwt")
            .filter(|jwt| jwt.kind() == Kind::String)
        {
            let range = inside_quotes(jwt);
            let bytes = jwt.text().unwrap_or_default().into_owned().into_bytes();
            self.token.parts.push(PartText {
                part: Part::KeyBinding,
                range,
                encoding: Encoding::Plain,
                bytes,
                exact: true,
                json: None,
            });
            found = true;
        }
        found
    }

    fn says_unencoded(&self, protected: Option<usize>) -> bool {
        let part = self
            .token
            .parts
            .iter()
            .find(|part| Some(part.range.start) == protected);
        let b64 = part.and_then(|part| part.json.as_ref()?.get("b64")?.as_bool());
        b64 == Some(false)
    }

    fn jwe(&mut self, root: Value<'_>) {
        self.duplicates(root);
        self.encoded(root, "protected", Part::Header);
        self.object(root, "unprotected", Part::UnprotectedHeader);
        match root
            .get("recipients")
            .filter(|list| list.kind() == Kind::Array)
        {
            Some(list) => {
                for item in list.items() {
                    if item.kind() != Kind::Object {
                        self.wrong_type(item, "recipients", "json-kind-object");
                        continue;
                    }
                    self.duplicates(item);
                    self.object(item, "header", Part::RecipientHeader);
                    self.encoded(item, "encrypted_key", Part::EncryptedKey);
                }
            }
            None => {
                self.object(root, "header", Part::RecipientHeader);
                self.encoded(root, "encrypted_key", Part::EncryptedKey);
            }
        }
        self.encoded(root, "iv", Part::Iv);
        self.encoded(root, "aad", Part::Aad);
        self.encoded(root, "ciphertext", Part::Ciphertext);
        self.encoded(root, "tag", Part::Tag);
    }

    /// A member that is base64url text; the place where its characters begin.
    fn encoded(&mut self, object: Value<'_>, name: &'static str, part: Part) -> Option<usize> {
        self.encoded_value(object.get(name)?, name, part)
    }

    fn encoded_value(&mut self, value: Value<'_>, name: &'static str, role: Part) -> Option<usize> {
        if value.kind() != Kind::String {
            self.wrong_type(value, name, "json-kind-string");
            return None;
        }
        let range = inside_quotes(value);
        let start = range.start;
        let text = value.text().unwrap_or_default();
        self.token.parts.push(part::decode(role, range, &text));
        Some(start)
    }

    /// A member that is text as it is.
    fn plain_string(&mut self, object: Value<'_>, name: &'static str, role: Part) {
        let Some(value) = object.get(name) else {
            return;
        };
        if value.kind() != Kind::String {
            self.wrong_type(value, name, "json-kind-string");
            return;
        }
        let bytes = value.text().unwrap_or_default().into_owned().into_bytes();
        let json = part::looks_like_json(&bytes).then(|| json::parse(bytes.clone()));
        self.token.parts.push(PartText {
            part: role,
            range: inside_quotes(value),
            encoding: Encoding::Plain,
            bytes,
            exact: true,
            json,
        });
    }

    /// A member that is a JSON object as it is: an unprotected header.
    fn object(&mut self, object: Value<'_>, name: &'static str, role: Part) -> Option<usize> {
        let value = object.get(name)?;
        if value.kind() != Kind::Object {
            self.wrong_type(value, name, "json-kind-object");
            return None;
        }
        let bytes = value.raw().to_vec();
        self.token.parts.push(PartText {
            part: role,
            range: value.span(),
            encoding: Encoding::Plain,
            json: Some(json::parse(bytes.clone())),
            bytes,
            exact: true,
        });
        Some(value.span().start)
    }

    fn wrong_type(&mut self, value: Value<'_>, name: &str, expected: &'static str) {
        let at = self.place(value.span());
        self.token.faults.push(
            Diagnostic::danger("structure-member-type")
                .at(at)
                .with("name", name)
                .with("expected", Fact::Word(Cow::Borrowed(expected)))
                .with("found", faults::kind_word(value.kind())),
        );
    }

    fn missing(&mut self, object: Value<'_>, name: &str) {
        // Before the closing brace, or where it would stand.
        let end = object.span().end;
        let brace = usize::from(object.raw().ends_with(b"}"));
        let at = self.place(end.saturating_sub(brace)..end);
        self.token.faults.push(
            Diagnostic::danger("structure-member-missing")
                .at(Span {
                    end: at.start,
                    ..at
                })
                .with("name", name),
        );
    }

    /// The members of the serialization have to be different ones; which of two counts would be
    /// a guess (RFC 7515 §4 for headers, RFC 8259 §4 for the rest).
    fn duplicates(&mut self, object: Value<'_>) {
        for name in object.duplicate_names() {
            let at = self.place(object.span());
            self.token.faults.push(
                Diagnostic::danger("structure-member-twice")
                    .at(at)
                    .with("name", name.into_owned()),
            );
        }
    }

    fn finish(mut self) -> Token {
        let by_place = |a: &PartText, b: &PartText| a.range.start.cmp(&b.range.start);
        crate::order::by(&mut self.token.parts, by_place);
        let parts = &self.token.parts;
        let index = |start: &Option<usize>| {
            let start = (*start)?;
            parts.iter().position(|part| {
                part.range.start == start
                    && matches!(
                        part.part,
                        Part::Header | Part::UnprotectedHeader | Part::Signature
                    )
            })
        };
        self.token.signatures = self
            .starts
            .iter()
            .map(|[protected, unprotected, signature]| Signature {
                protected: index(protected),
                unprotected: index(unprotected),
                signature: index(signature),
            })
            .collect();
        let found = part_faults(&self.token);
        self.token.faults.extend(found);
        self.token.faults.truncate(super::compact::MAX_FAULTS);
        self.token
    }
}

/// The text of a string between its quotes.
fn inside_quotes(value: Value<'_>) -> Range<usize> {
    let span = value.span();
    let closed = value.raw().len() > 1 && value.raw().ends_with(b"\"");
    let end = match closed {
        true => span.end.saturating_sub(1),
        false => span.end,
    };
    let start = span.start.saturating_add(1);
    start..end.max(start)
}

fn part_faults(token: &Token) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for part in &token.parts {
        if found.len() >= super::compact::MAX_FAULTS {
            break;
        }
        found.extend(alphabet_faults(token, part));
        match part.part {
            Part::Header => found.extend(header_faults(token, part)),
            Part::Disclosure => found.extend(faults::disclosure_faults(token, part)),
            Part::Payload => {
                if let Some(json) = &part.json {
                    found.extend(json_faults(token, part, json));
                }
            }
            _ => {}
        }
        // An empty protected header has to be left out (RFC 7515 §7.2.1).
        let may_be_empty = !matches!(part.part, Part::Header | Part::Disclosure);
        if part.range.is_empty() && !may_be_empty {
            found.push(
                Diagnostic::danger("structure-part-empty")
                    .at(token.span_in(part, 0..0))
                    .with("part", part_word(part.part)),
            );
        }
    }
    found
}
