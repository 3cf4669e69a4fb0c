//! JSON in the key box: a JWK, a JWK Set, keys somewhere inside other JSON, certificates by
//! `kid`, a discovery document, settings. Spec: RFC 7517 §5; OpenID Connect Discovery 1.0 §3.

use super::jwk::read_jwk;
use super::{KeyInput, KeyReading, settings};
use crate::diagnostic::{Diagnostic, Severity};
use crate::json::{self, Kind, Value};

/// Reads JSON text; `None` when it is not JSON, or JSON that holds nothing of a key.
pub fn read_json(text: &str, input: &KeyInput) -> Option<KeyReading> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if !text.starts_with(['{', '[']) {
        return None;
    }
    let document = json::parse(text.as_bytes().to_vec());
    let root = document.root()?;
    if !document.faults().is_empty() {
        return damaged(&document, root, input);
    }
    Some(read_root(root, input).unwrap_or_else(|| KeyReading {
        faults: vec![Diagnostic::danger("key-json-without-key")],
        ..KeyReading::default()
    }))
}

fn read_root(root: Value<'_>, input: &KeyInput) -> Option<KeyReading> {
    if root.kind() == Kind::Array {
        let keys: Vec<Value<'_>> = root.items().filter(|item| is_jwk(*item)).collect();
        return if keys.is_empty() {
            read_settings(root, input)
        } else {
            Some(read_keys(root.items(), "key-read-jwk-array"))
        };
    }
    if root.get("kty").is_some() {
        return Some(read_one(root));
    }
    if let Some(keys) = root.get("keys") {
        if keys.kind() != Kind::Array {
            return Some(KeyReading {
                faults: vec![Diagnostic::danger("key-jwks-not-array")],
                ..KeyReading::default()
            });
        }
        return Some(read_keys(keys.items(), "key-read-jwks"));
    }
    if let Some(url) = root.get("jwks_uri").and_then(|url| url.text()) {
        return Some(KeyReading {
            read_as: vec![
                Diagnostic::info("key-read-discovery").with("url", url.clone().into_owned()),
            ],
            faults: vec![Diagnostic::danger("key-discovery").with("url", url.into_owned())],
            ..KeyReading::default()
        });
    }
    certificates_by_kid(root, input)
        .or_else(|| inner_keys(root))
        .or_else(|| read_settings(root, input))
}

fn is_jwk(value: Value<'_>) -> bool {
    value.get("kty").is_some()
}

fn read_one(root: Value<'_>) -> KeyReading {
    match read_jwk(root) {
        Ok(read) => KeyReading {
            read_as: vec![
                Diagnostic::info(
                    if read.key.facts.is_private && read.key.facts.kty != "oct" {
                        "key-read-jwk-private"
                    } else if read.key.facts.kty == "oct" {
                        "key-read-jwk-secret"
                    } else {
                        "key-read-jwk"
                    },
                )
                .with("key", read.key.facts.label())
                .with("bits", u64::from(read.key.facts.bits))
                .with("count", u64::from(read.key.facts.bits / 8)),
            ],
            keys: vec![read.key],
            warnings: read.warnings,
            ..KeyReading::default()
        },
        Err(fault) => KeyReading {
            faults: vec![fault],
            ..KeyReading::default()
        },
    }
}

/// All keys of a set; one that cannot be read is skipped and named (RFC 7517 §5).
fn read_keys<'a>(keys: impl Iterator<Item = Value<'a>>, code: &'static str) -> KeyReading {
    let mut reading = KeyReading {
        is_set: true,
        ..KeyReading::default()
    };
    let mut count = 0_usize;
    for (index, jwk) in keys.enumerate() {
        count = index.saturating_add(1);
        let place = |diagnostic: Diagnostic| diagnostic.with("number", count);
        match read_jwk(jwk) {
            Ok(mut read) => {
                read.key.facts.index = index;
                reading
                    .warnings
                    .extend(read.warnings.into_iter().map(place));
                reading.keys.push(read.key);
            }
            Err(mut fault) => {
                let kid = jwk
                    .get("kid")
                    .and_then(|kid| kid.text())
                    .unwrap_or_default();
                fault.severity = Severity::Warning;
                reading.faults.push(
                    Diagnostic::warning("key-jwks-skipped")
                        .with("number", count)
                        .with("kid", kid.into_owned()),
                );
                reading.faults.push(fault);
            }
        }
    }
    reading.read_as.push(
        Diagnostic::info(code)
            .with("count", reading.keys.len())
            .with("total", count),
    );
    if count == 0 {
        reading.faults.push(Diagnostic::danger("key-jwks-empty"));
    }
    repeated_kids(&mut reading);
    reading
}

fn repeated_kids(reading: &mut KeyReading) {
    let mut seen = std::collections::BTreeSet::new();
    let mut told = std::collections::BTreeSet::new();
    for key in &reading.keys {
        let Some(kid) = &key.facts.kid else { continue };
        if !seen.insert(kid) && told.insert(kid) {
            reading
                .warnings
                .push(Diagnostic::warning("key-jwks-repeated-kid").with("kid", kid.as_str()));
        }
    }
}

/// `{"<kid>": "-----BEGIN CERTIFICATE-----…"}`, as some providers publish their keys.
fn certificates_by_kid(root: Value<'_>, input: &KeyInput) -> Option<KeyReading> {
    let mut reading = KeyReading {
        is_set: true,
        ..KeyReading::default()
    };
    let named_so = |name: &str| settings::is_secret_like(name);
    if root
        .members()
        .all(|(name, _)| name.text().is_some_and(|name| named_so(&name)))
    {
        return None;
    }
    for (name, value) in root.members() {
        let text = value
            .text()
            .filter(|text| text.starts_with("-----BEGIN "))?;
        let inner = super::read::read_pem(&text, input)?;
        for mut key in inner.keys {
            key.facts.kid = name.text().map(|kid| kid.into_owned());
            key.facts.index = reading.keys.len();
            reading.keys.push(key);
        }
        reading.faults.extend(inner.faults);
    }
    if reading.keys.is_empty() {
        return None;
    }
    reading
        .read_as
        .push(Diagnostic::info("key-read-pem-by-kid").with("count", reading.keys.len()));
    Some(reading)
}

/// JWKs anywhere inside: `{"jwk": {…}}`, `{"jwks": {"keys": […]}}`, `{"cnf": {"jwk": {…}}}`.
fn inner_keys(root: Value<'_>) -> Option<KeyReading> {
    let mut found = Vec::new();
    let mut open = vec![root];
    while let Some(value) = open.pop() {
        if is_jwk(value) {
            found.push(value);
            continue;
        }
        let inner: Vec<Value<'_>> = match value.kind() {
            Kind::Object => value.members().map(|(_, member)| member).collect(),
            Kind::Array => value.items().collect(),
            _ => continue,
        };
        open.extend(inner.into_iter().rev());
    }
    match found.as_slice() {
        [] => None,
        [one] => {
            let mut reading = read_one(*one);
            reading
                .read_as
                .push(Diagnostic::info("key-note-inside-json"));
            Some(reading)
        }
        _ => {
            let mut reading = read_keys(found.into_iter(), "key-read-jwks");
            reading
                .read_as
                .push(Diagnostic::info("key-note-inside-json"));
            Some(reading)
        }
    }
}

fn read_settings(root: Value<'_>, input: &KeyInput) -> Option<KeyReading> {
    let settings = settings::read_json_settings(root);
    (!settings.is_empty()).then(|| super::read::read_values(settings, input))
}

/// JSON with faults: where it says what it is, the fault is named with its place; settings files
/// may have comments and trailing commas, and are read as far as they go.
fn damaged(document: &json::Document, root: Value<'_>, input: &KeyInput) -> Option<KeyReading> {
    let names_key = ["kty", "keys", "jwks_uri"]
        .iter()
        .any(|name| root.get(name).is_some());
    if !names_key {
        return read_settings(root, input);
    }
    let fault = document.faults().first()?;
    Some(KeyReading {
        faults: vec![
            Diagnostic::danger("key-json-damaged")
                .with("line", fault.line)
                .with("column", fault.column),
        ],
        ..KeyReading::default()
    })
}
