//! From the signed payload and the Disclosures to the processed payload. Texts are copied, never
//! printed again: digits, escapes and the order of members stay as the issuer wrote them.
//! Spec: RFC 9901 §7.1.

use super::disclosure::{Disclosure, Place};
use super::{HashName, SdJwt, disclosure_parts};
use crate::diagnostic::Diagnostic;
use crate::jose::token::Token;
use crate::json::{self, Document, Kind, Value};
use crate::span::{Part, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Arrays, objects and Disclosures inside each other deeper than this are not followed.
const MAX_DEPTH: usize = 128;

/// More problems than this are not listed: one is enough to reject.
const MAX_PROBLEMS: usize = 32;

pub(super) fn read(token: &Token) -> SdJwt {
    let payload = token.payload();
    let hash = payload.map_or(Some(HashName::Sha256), HashName::of_payload);
    let mut disclosures = Vec::new();
    for (index, part) in token.parts.iter().enumerate() {
        if part.part == Part::Disclosure {
            let text = token.value_of(part);
            disclosures.push(Disclosure::read(index, part, &text, hash));
        }
    }
    let mut problems = Vec::new();
    let Some(root) = payload.and_then(Document::object) else {
        return SdJwt {
            hash,
            disclosures,
            withheld: 0,
            processed: None,
            problems,
        };
    };
    if hash.is_none() {
        let span = payload_place(token, payload.and_then(|json| json.get("_sd_alg")));
        problems.push(Diagnostic::danger("sd-jwt-hash-unknown").at(span));
        return SdJwt {
            hash,
            disclosures,
            withheld: 0,
            processed: None,
            problems,
        };
    }
    let values: Vec<Document> = disclosures
        .iter()
        .map(|disclosure| {
            let value = disclosure.value.clone().unwrap_or_default();
            json::parse(value.into_bytes())
        })
        .collect();
    let mut process = Process {
        token,
        values: &values,
        by_digest: BTreeMap::new(),
        seen: BTreeSet::new(),
        withheld: 0,
        path: Vec::new(),
        out: String::new(),
        disclosures,
        problems,
    };
    process.index();
    process.object(root, 0);
    process.unreferenced();
    SdJwt {
        hash,
        withheld: process.withheld,
        processed: Some(process.out),
        disclosures: process.disclosures,
        problems: process.problems,
    }
}

fn payload_place(token: &Token, value: Option<Value<'_>>) -> Span {
    let range = value.map_or(0..0, |value| value.span());
    match token.part(Part::Payload) {
        Some(part) => token.origin(part, range),
        None => Span::around(0..0),
    }
}

struct Process<'a> {
    token: &'a Token,
    /// The values of the Disclosures, in their order.
    values: &'a [Document],
    by_digest: BTreeMap<String, usize>,
    /// Digests met so far: none may be met twice.
    seen: BTreeSet<String>,
    withheld: usize,
    path: Vec<String>,
    out: String,
    disclosures: Vec<Disclosure>,
    problems: Vec<Diagnostic>,
}

impl Process<'_> {
    /// Disclosures by digest; two of one digest are one Disclosure given twice.
    fn index(&mut self) {
        let mut twice = Vec::new();
        let mut malformed = Vec::new();
        for (index, disclosure) in self.disclosures.iter().enumerate() {
            let (Some(digest), Some(_)) = (&disclosure.digest, &disclosure.value) else {
                malformed.push(index);
                continue;
            };
            if self.by_digest.contains_key(digest) {
                twice.push(index);
            } else {
                self.by_digest.insert(digest.clone(), index);
            }
        }
        for index in twice {
            self.problem("sd-jwt-disclosure-twice", index, &[]);
        }
        for index in malformed {
            self.problem("sd-jwt-disclosure-malformed", index, &[]);
        }
    }

    fn problem(&mut self, code: &'static str, disclosure: usize, facts: &[(&'static str, String)]) {
        if self.problems.len() >= MAX_PROBLEMS {
            return;
        }
        let parts = disclosure_parts(self.token).nth(disclosure);
        let span = parts.map_or(Span::around(0..0), |part| {
            let len = self.token.text_of(part).len();
            self.token.span_in(part, 0..len)
        });
        self.push(code, span, facts);
    }

    fn push(&mut self, code: &'static str, span: Span, facts: &[(&'static str, String)]) {
        if self.problems.len() >= MAX_PROBLEMS {
            return;
        }
        let mut problem = Diagnostic::danger(code).at(span);
        for (name, fact) in facts {
            problem = problem.with(name, fact.clone());
        }
        self.problems.push(problem);
    }

    fn value(&mut self, value: Value<'_>, depth: usize) {
        match value.kind() {
            Kind::Object | Kind::Array if depth >= MAX_DEPTH => {
                self.push("sd-jwt-too-deep", self.near(), &[]);
                self.out.push_str("null");
            }
            Kind::Object => self.object(value, depth),
            Kind::Array => self.array(value, depth),
            _ => self.out.push_str(&value.raw_text()),
        }
    }

    /// The payload as a whole: a place inside a Disclosure has no place of its own.
    fn near(&self) -> Span {
        payload_place(self.token, None)
    }

    fn object(&mut self, object: Value<'_>, depth: usize) {
        let mut names: BTreeSet<String> = object
            .members()
            .filter_map(|(name, _)| name.text())
            .map(std::borrow::Cow::into_owned)
            .collect();
        self.out.push('{');
        let mut first = true;
        for (name, value) in object.members() {
            let text = name.text().unwrap_or_default();
            if text == "_sd" {
                self.digests(value, &mut names, &mut first, depth);
                continue;
            }
            if text == "..." {
                self.push("sd-jwt-ellipsis", self.near(), &[]);
            }
            // The name of the hash function is no claim (RFC 9901 §7.1 step 3.e).
            if text == "_sd_alg" && depth == 0 {
                continue;
            }
            self.separate(&mut first);
            self.out.push_str(&name.raw_text());
            self.out.push_str(": ");
            self.path.push(text.into_owned());
            self.value(value, depth.saturating_add(1));
            self.path.pop();
        }
        self.out.push('}');
    }

    fn separate(&mut self, first: &mut bool) {
        if !std::mem::take(first) {
            self.out.push_str(", ");
        }
    }

    /// The members that an `_sd` array stands for.
    fn digests(
        &mut self,
        list: Value<'_>,
        names: &mut BTreeSet<String>,
        first: &mut bool,
        depth: usize,
    ) {
        if list.kind() != Kind::Array {
            self.push("sd-jwt-digests-malformed", self.near(), &[]);
            return;
        }
        for item in list.items() {
            let Some(digest) = item.text().filter(|_| item.kind() == Kind::String) else {
                self.push("sd-jwt-digests-malformed", self.near(), &[]);
                continue;
            };
            let Some(index) = self.look_up(&digest) else {
                continue;
            };
            let name = self.disclosures.get(index).and_then(|d| d.name.clone());
            let Some(name) = name else {
                self.problem("sd-jwt-wrong-kind", index, &[]);
                continue;
            };
            if name == "_sd" || name == "..." {
                self.problem("sd-jwt-name-forbidden", index, &[("name", name)]);
                continue;
            }
            if !names.insert(name.clone()) {
                self.problem("sd-jwt-name-taken", index, &[("name", name)]);
                continue;
            }
            self.separate(first);
            self.out.push_str(&json::quote(&name));
            self.out.push_str(": ");
            self.disclose(index, name, depth);
        }
    }

    fn array(&mut self, array: Value<'_>, depth: usize) {
        self.out.push('[');
        let mut first = true;
        let mut number = 0_usize;
        for item in array.items() {
            let Some(digest) = element_digest(item) else {
                self.separate(&mut first);
                self.path.push(number.to_string());
                self.value(item, depth.saturating_add(1));
                self.path.pop();
                number = number.saturating_add(1);
                continue;
            };
            let Some(index) = self.look_up(&digest) else {
                continue;
            };
            if self
                .disclosures
                .get(index)
                .is_some_and(|d| d.name.is_some())
            {
                self.problem("sd-jwt-wrong-kind", index, &[]);
                continue;
            }
            self.separate(&mut first);
            self.disclose(index, number.to_string(), depth);
            number = number.saturating_add(1);
        }
        self.out.push(']');
    }

    /// Writes the value of a Disclosure, which may have digests of its own.
    fn disclose(&mut self, index: usize, name: String, depth: usize) {
        self.path.push(name);
        let pointer: String = self
            .path
            .iter()
            .map(|step| format!("/{}", step.replace('~', "~0").replace('/', "~1")))
            .collect();
        if let Some(disclosure) = self.disclosures.get_mut(index) {
            disclosure.place = Place::At(pointer);
        }
        let value = self.values.get(index).and_then(Document::root);
        match value {
            Some(value) => self.value(value, depth.saturating_add(1)),
            None => self.out.push_str("null"),
        }
        self.path.pop();
    }

    /// The Disclosure of a digest. A digest that is met again, anywhere, is a reason to reject.
    fn look_up(&mut self, digest: &str) -> Option<usize> {
        if !self.seen.insert(digest.to_owned()) {
            self.push(
                "sd-jwt-digest-twice",
                self.near(),
                &[("digest", digest.to_owned())],
            );
            return None;
        }
        let index = self.by_digest.get(digest).copied();
        if index.is_none() {
            self.withheld = self.withheld.saturating_add(1);
        }
        index
    }

    fn unreferenced(&mut self) {
        let lost: Vec<usize> = self
            .disclosures
            .iter()
            .enumerate()
            .filter(|(_, disclosure)| {
                disclosure.place == Place::NotReferenced && disclosure.value.is_some()
            })
            .map(|(index, _)| index)
            .collect();
        for index in lost {
            let digest = self.disclosures.get(index).and_then(|d| d.digest.clone());
            // Said already, when its digest was found where it may not stand.
            let found = digest.as_ref().is_some_and(|d| self.seen.contains(d));
            if !found {
                let facts = [("digest", digest.unwrap_or_default())];
                self.problem("sd-jwt-not-referenced", index, &facts);
            }
        }
    }
}

/// The digest of an array element `{"...": digest}`: the object has that one member only.
fn element_digest(item: Value<'_>) -> Option<std::borrow::Cow<'_, str>> {
    let mut members = item.members();
    let (name, value) = members.next()?;
    if members.next().is_some() || name.text()? != "..." || value.kind() != Kind::String {
        return None;
    }
    value.text()
}
