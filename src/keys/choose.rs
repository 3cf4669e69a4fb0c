//! Which key of several: by `kid`, then by certificate (`x5t#S256`, `x5t`, `x5c`), then by what
//! the key is and says that it is for. Every key gets a reason.
//! Spec: RFC 7515 §4.1.4, §4.1.6 to §4.1.8, Appendix D; RFC 7516 §4.1.6 and Appendix D.

use super::{Key, KeyReading, facts_of};
use crate::crypto::containers;
use crate::diagnostic::Diagnostic;
use crate::json::{Kind, Value};

/// What a JOSE Header says of the key it wants.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Named {
    /// `kid`
    pub kid: Option<String>,
    /// `x5t`, or the SHA-1 of the first certificate in `x5c`.
    pub x5t: Option<String>,
    /// `x5t#S256`, or the SHA-256 of the first certificate in `x5c`.
    pub x5t_s256: Option<String>,
    /// JWK Thumbprint of the key in the first certificate of `x5c`.
    pub x5c: Option<String>,
}

/// What the key is to be used for.
pub struct Purpose<'a> {
    /// Whether a key is of the kind that the algorithm needs.
    pub fits: &'a dyn Fn(&Key) -> bool,
    /// What to say of a key that is not.
    pub unfit: &'a dyn Fn(&Key) -> Diagnostic,
    /// What the key's own members say against the use.
    pub conflict: &'a dyn Fn(&Key) -> Option<Diagnostic>,
}

/// The choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// One per key of the reading, in order.
    pub considered: Vec<Considered>,
    /// The header names a key that the set does not have: none may be tried, whatever would fit.
    pub is_kid_absent: bool,
}

/// One key and what spoke for or against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Considered {
    /// Why it is tried, or why not.
    pub reason: Diagnostic,
    /// Whether it is tried.
    pub is_tried: bool,
}

impl Named {
    /// Reads the Header Parameters, which `get` finds by their names.
    pub fn of<'a>(get: impl Fn(&str) -> Option<Value<'a>>) -> Self {
        let text = |name: &str| {
            let value = get(name).filter(|value| value.kind() == Kind::String)?;
            value.text().map(|text| text.into_owned())
        };
        let mut named = Named {
            kid: text("kid"),
            x5t: text("x5t"),
            x5t_s256: text("x5t#S256"),
            x5c: None,
        };
        if let Some((certificate, material)) = get("x5c").and_then(first_certificate) {
            named.x5t.get_or_insert(certificate.sha1);
            named.x5t_s256.get_or_insert(certificate.sha256);
            named.x5c = Some(facts_of(&material).thumbprint);
        }
        named
    }

    /// Whether a key is the one of the certificate that is meant, and by what; `None` when either
    /// side does not say.
    fn certificate(&self, key: &Key) -> Option<Result<&'static str, ()>> {
        if self.x5c.as_ref() == Some(&key.facts.thumbprint) {
            return Some(Ok("chosen-x5c"));
        }
        let sha256 = self.x5t_s256.as_ref().zip(key.facts.x5t_s256.as_ref());
        let sha1 = self.x5t.as_ref().zip(key.facts.x5t.as_ref());
        let (wanted, own) = sha256.or(sha1)?;
        Some(if wanted == own {
            Ok("chosen-x5t")
        } else {
            Err(())
        })
    }

    /// Whether the key's own certificate is another one than the header names.
    pub fn is_other_certificate(&self, key: &Key) -> bool {
        matches!(self.certificate(key), Some(Err(())))
    }
}

/// The first certificate of an `x5c`, and its key (RFC 7515 §4.1.6).
pub fn first_certificate(x5c: Value<'_>) -> Option<(containers::Certificate, super::Material)> {
    let first = x5c.items().next()?;
    let der = super::secret_text::decode_base64(&first.text()?).ok()?;
    containers::read_certificate(&der).ok()
}

/// Considers every key of a reading.
pub fn choose(named: &Named, purpose: &Purpose<'_>, reading: &KeyReading) -> Choice {
    let keys = &reading.keys;
    let by_certificate = keys
        .iter()
        .any(|key| matches!(named.certificate(key), Some(Ok(_))));
    let is_named = |kid: &str| keys.iter().any(|key| key.facts.kid.as_deref() == Some(kid));
    let set_has_kids = keys.iter().any(|key| key.facts.kid.is_some());
    let kid = named
        .kid
        .as_deref()
        .filter(|_| reading.is_set && set_has_kids);
    let consider = |key: &Key| match (kid, named.certificate(key)) {
        (Some(kid), _) => by_kid(kid, purpose, key),
        (None, Some(Ok(code))) => by_kind(purpose, key, code),
        (None, _) if by_certificate => skipped(Diagnostic::info("skipped-x5t")),
        (None, _) if !reading.is_set => by_kind(purpose, key, "chosen-given"),
        (None, Some(Err(()))) => skipped(Diagnostic::info("skipped-x5t")),
        (None, None) => by_use(purpose, key),
    };
    Choice {
        considered: keys.iter().map(consider).collect(),
        is_kid_absent: kid.is_some_and(|kid| !is_named(kid)),
    }
}

fn skipped(reason: Diagnostic) -> Considered {
    Considered {
        reason,
        is_tried: false,
    }
}

fn by_kid(kid: &str, purpose: &Purpose<'_>, key: &Key) -> Considered {
    match key.facts.kid.as_deref() {
        Some(own) if own == kid => by_kind(purpose, key, "chosen-kid"),
        Some(own) => skipped(Diagnostic::info("skipped-kid").with("kid", own)),
        None => skipped(Diagnostic::info("skipped-no-kid")),
    }
}

fn by_kind(purpose: &Purpose<'_>, key: &Key, code: &'static str) -> Considered {
    if !(purpose.fits)(key) {
        return skipped((purpose.unfit)(key));
    }
    Considered {
        reason: Diagnostic::info(code),
        is_tried: true,
    }
}

/// Without a name to go by, a key that says that it is for something else is left out.
fn by_use(purpose: &Purpose<'_>, key: &Key) -> Considered {
    let considered = by_kind(purpose, key, "chosen-fits");
    match (purpose.conflict)(key) {
        Some(conflict) if considered.is_tried => skipped(conflict),
        _ => considered,
    }
}

#[cfg(test)]
mod tests;
