//! Scopes, one by one; SMART on FHIR scopes read as a sentence.
//! Spec: RFC 6749 §3.3, SMART App Launch 2.2 "Scopes for requesting clinical data".

use super::Subject;
use crate::diagnostic::{Diagnostic, Fact};
use crate::explain::ValueType;
use std::borrow::Cow;

pub(super) fn explain(subject: &Subject<'_, '_>, said: &mut Vec<Diagnostic>) {
    let is_scope = matches!(subject.name.as_str(), "scope" | "scp" | "scopes");
    if !is_scope || !subject.is_claim() || subject.is_typed(ValueType::Object) {
        return;
    }
    let texts = subject.texts();
    let scopes: Vec<&str> = texts
        .iter()
        .flat_map(|text| text.split_whitespace())
        .collect();
    if scopes.len() > 1 {
        let list: Vec<String> = scopes.iter().map(|scope| (*scope).to_owned()).collect();
        said.push(
            Diagnostic::info("value-scopes")
                .with("count", scopes.len())
                .with("scopes", list),
        );
    }
    if scopes.len() == 1 && texts.len() == 1 && texts.iter().any(|text| text.contains(',')) {
        said.push(Diagnostic::info("value-scopes-commas"));
    }
    let mut seen: Vec<&str> = Vec::new();
    for scope in scopes {
        if seen.contains(&scope) {
            continue;
        }
        seen.push(scope);
        if let Some(smart) = Smart::parse(scope) {
            said.push(smart.said(scope));
        } else if let Some(code) = known(scope) {
            said.push(Diagnostic::info(code).with("scope", scope));
        }
    }
}

/// Scopes of OpenID Connect Core §5.4 and §11 and of SMART launches.
fn known(scope: &str) -> Option<&'static str> {
    Some(match scope {
        "openid" => "value-scope-openid",
        "profile" => "value-scope-profile",
        "email" => "value-scope-email",
        "address" => "value-scope-address",
        "phone" => "value-scope-phone",
        "offline_access" => "value-scope-offline-access",
        "online_access" => "value-scope-online-access",
        "fhirUser" => "value-scope-fhir-user",
        "launch" => "value-scope-launch",
        _ if scope.starts_with("launch/") => "value-scope-launch-context",
        _ if scope.ends_with("/.default") => "value-scope-default",
        _ => return None,
    })
}

/// `patient/Observation.rs?category=…`
struct Smart<'s> {
    whose: &'static str,
    resource: &'s str,
    rights: Vec<&'static str>,
    query: Option<&'s str>,
    /// Letters that the specification does not know in this order.
    is_odd: bool,
}

impl<'s> Smart<'s> {
    fn parse(scope: &'s str) -> Option<Smart<'s>> {
        let (level, rest) = scope.split_once('/')?;
        let whose = match level {
            "patient" => "smart-whose-patient",
            "user" => "smart-whose-user",
            "system" => "smart-whose-system",
            _ => return None,
        };
        let (rest, query) = match rest.split_once('?') {
            Some((rest, query)) => (rest, Some(query)),
            None => (rest, None),
        };
        let (resource, access) = rest.rsplit_once('.')?;
        let is_resource = resource == "*"
            || (resource.starts_with(|c: char| c.is_ascii_uppercase())
                && resource.bytes().all(|b| b.is_ascii_alphabetic()));
        if !is_resource || access.is_empty() {
            return None;
        }
        let (rights, is_odd) = rights(access)?;
        Some(Smart {
            whose,
            resource,
            rights,
            query,
            is_odd,
        })
    }

    fn said(self, scope: &str) -> Diagnostic {
        let words = |keys: Vec<&'static str>| {
            Fact::List(
                keys.into_iter()
                    .map(|key| Fact::Word(Cow::Borrowed(key)))
                    .collect(),
            )
        };
        let code = match (self.is_odd, self.query) {
            (true, _) => "value-scope-smart-order",
            (false, Some(_)) => "value-scope-smart-query",
            (false, None) => "value-scope-smart",
        };
        let what = match self.resource {
            "*" => Fact::Word(Cow::Borrowed("smart-all-resources")),
            resource => Fact::Text(resource.to_owned()),
        };
        let mut diagnostic = match self.is_odd {
            true => Diagnostic::warning(code),
            false => Diagnostic::info(code),
        };
        diagnostic.facts = vec![
            (Cow::Borrowed("scope"), Fact::Text(scope.to_owned())),
            (
                Cow::Borrowed("whose"),
                Fact::Word(Cow::Borrowed(self.whose)),
            ),
            (Cow::Borrowed("what"), what),
            (Cow::Borrowed("rights"), words(self.rights)),
        ];
        if let Some(query) = self.query {
            diagnostic = diagnostic.with("query", query);
        }
        diagnostic
    }
}

/// The rights behind the dot, and whether they stand in another order than `cruds`.
fn rights(access: &str) -> Option<(Vec<&'static str>, bool)> {
    match access {
        "read" => return Some((vec!["smart-right-read", "smart-right-search"], false)),
        "write" => {
            let rights = vec![
                "smart-right-create",
                "smart-right-update",
                "smart-right-delete",
            ];
            return Some((rights, false));
        }
        "*" => return rights("cruds"),
        _ => {}
    }
    let letters: Vec<(usize, &'static str)> = access
        .chars()
        .map(|letter| {
            Some(match letter {
                'c' => (0, "smart-right-create"),
                'r' => (1, "smart-right-read"),
                'u' => (2, "smart-right-update"),
                'd' => (3, "smart-right-delete"),
                's' => (4, "smart-right-search"),
                _ => return None,
            })
        })
        .collect::<Option<_>>()?;
    let is_odd = !letters.is_sorted_by(|(a, _), (b, _)| a < b);
    Some((letters.into_iter().map(|(_, key)| key).collect(), is_odd))
}
