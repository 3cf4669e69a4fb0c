//! Which provider or profile a token probably comes from, by its issuer, audience and shape.
//! A guess: it decides which reading of a name is shown first, never a verdict.

use super::Knowledge;
use super::path::fits;
use crate::json::{Kind, Value};
use std::borrow::Cow;

/// What is known around a name: the JSON it stands in, and whose it probably is.
#[derive(Clone, Debug, Default)]
pub struct Context<'t> {
    /// JOSE Header.
    pub header: Option<Value<'t>>,
    /// JWT Claims Set.
    pub payload: Option<Value<'t>>,
    /// Groups that the token probably comes from, the likeliest first (`Group::family`).
    pub origins: Vec<String>,
}

impl Context<'_> {
    /// Whether the header is that of a JWE (RFC 7516 §9).
    pub fn is_encrypted(&self) -> bool {
        self.header
            .is_some_and(|header| header.get("enc").is_some())
    }

    /// The likeliest origin.
    pub fn origin(&self) -> Option<&str> {
        self.origins.first().map(String::as_str)
    }

    /// 0 for the likeliest origin; a family that was not recognised comes after all others.
    pub(super) fn rank(&self, family: &str) -> usize {
        let place = self.origins.iter().position(|origin| origin == family);
        place.unwrap_or(usize::MAX)
    }
}

/// A match of the issuer outweighs any number of names.
const ISSUER: usize = 1000;
/// One name that nobody else uses.
const DECISIVE: usize = 10;
/// Below this a likeness is chance.
const ENOUGH: usize = 2;

impl Knowledge {
    /// Reads the context of a token's header and payload.
    pub fn context<'t>(
        &self,
        header: Option<Value<'t>>,
        payload: Option<Value<'t>>,
    ) -> Context<'t> {
        let mut scores: Vec<(usize, &str)> = Vec::new();
        let names = Names::of([header, payload]);
        for group in self.groups() {
            let issuer = group
                .issuers
                .iter()
                .any(|pattern| match pattern.split_once('=') {
                    Some((name, pattern)) => any_text(payload, name, pattern),
                    None => any_text(payload, "iss", pattern),
                });
            let shape: usize = group
                .marks
                .iter()
                .map(|mark| match mark.strip_prefix('!') {
                    Some(mark) => names.count(mark).saturating_mul(DECISIVE),
                    None => names.count(mark),
                })
                .fold(0, usize::saturating_add);
            let score = shape.saturating_add(if issuer { ISSUER } else { 0 });
            if score < ENOUGH {
                continue;
            }
            match scores
                .iter_mut()
                .find(|(_, family)| *family == group.family)
            {
                Some((sum, _)) => *sum = sum.saturating_add(score),
                None => scores.push((score, &group.family)),
            }
        }
        if let Some(payload) = payload
            && is_client_assertion(payload)
        {
            scores.push((DECISIVE, "smart-backend"));
        }
        // The sort is stable: at a tie the order of the data files decides.
        crate::order::by(&mut scores, |a, b| b.0.cmp(&a.0));
        Context {
            header,
            payload,
            origins: scores
                .into_iter()
                .map(|(_, family)| family.to_owned())
                .collect(),
        }
    }
}

/// Whether the text of the member, or one of its texts, fits.
fn any_text(object: Option<Value<'_>>, name: &str, pattern: &str) -> bool {
    let Some(value) = object.and_then(|object| object.get(name)) else {
        return false;
    };
    let one = |value: Value<'_>| value.text().is_some_and(|text| fits(pattern, &text));
    one(value) || value.items().any(one)
}

/// The names of the members of header and payload, sorted: there may be thousands, and they are
/// held against each name that hints at an origin.
struct Names<'t>(Vec<Cow<'t, str>>);

impl<'t> Names<'t> {
    fn of(objects: [Option<Value<'t>>; 2]) -> Self {
        let members = objects
            .into_iter()
            .flatten()
            .flat_map(|object| object.members());
        let mut names: Vec<_> = members.filter_map(|(name, _)| name.text()).collect();
        crate::order::by(&mut names, |a, b| a.cmp(b));
        Names(names)
    }

    /// How many fit the pattern: one is as good as many.
    fn count(&self, pattern: &str) -> usize {
        let start = pattern.split('*').next().unwrap_or_default();
        let first = self.0.partition_point(|name| name.as_ref() < start);
        let mut near = self.0.iter().skip(first);
        let is_near = |name: &&Cow<'t, str>| name.starts_with(start);
        usize::from(
            near.by_ref()
                .take_while(is_near)
                .any(|name| fits(pattern, name)),
        )
    }
}

/// `iss` and `sub` name the same client and `aud` is an address (RFC 7523 §3).
fn is_client_assertion(payload: Value<'_>) -> bool {
    let text = |name: &str| payload.get(name).and_then(|value| value.text());
    let mut audiences = payload.get("aud").into_iter().flat_map(|aud| {
        let one = (aud.kind() == Kind::String).then_some(aud);
        one.into_iter().chain(aud.items())
    });
    text("iss").is_some_and(|iss| !iss.is_empty() && text("sub") == Some(iss))
        && payload.get("jti").is_some()
        && audiences.any(|aud| aud.text().is_some_and(|aud| aud.starts_with("https://")))
}
