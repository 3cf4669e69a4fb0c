//! Which key of several may have signed, and why none may be tried when none may.
//! Spec: RFC 7515 Appendix D.

use super::headers::Headers;
use super::weak::conflicts;
use crate::crypto;
use crate::diagnostic::{Diagnostic, Fact};
use crate::jose::algorithms::{Curve, Scheme, SignatureAlgorithm};
pub use crate::keys::choose::Considered;
use crate::keys::choose::{self, Named, Purpose};
use crate::keys::{Key, KeyReading};

/// The choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// One per key of the reading, in order.
    pub considered: Vec<Considered>,
    /// Why no key may be tried, when none may.
    pub obstacle: Option<Diagnostic>,
}

/// Chooses the keys to try.
pub fn choose(row: &SignatureAlgorithm, headers: &Headers<'_>, reading: &KeyReading) -> Choice {
    let named = Named::of(|name| headers.get(name));
    let purpose = Purpose {
        fits: &|key| crypto::fits(row.scheme, &key.material),
        unfit: &|key| wrong_type("skipped-type", row, key),
        conflict: &|key| {
            let mut found = conflicts(row, headers, key).into_iter();
            found.find(|conflict| conflict.code != "verify-kid-differs")
        },
    };
    let choice = choose::choose(&named, &purpose, reading);
    let considered = choice.considered;
    let none = !considered.iter().any(|one| one.is_tried);
    let obstacle = match named.kid {
        Some(kid) if choice.is_kid_absent => Some(absent(&kid, &reading.keys)),
        _ => none.then(|| obstacle(row, &reading.keys, &considered)),
    };
    Choice {
        considered,
        obstacle,
    }
}

/// A `kid` that no key of the set has.
fn absent(kid: &str, keys: &[Key]) -> Diagnostic {
    let kids: Vec<String> = keys
        .iter()
        .filter_map(|key| key.facts.kid.clone())
        .collect();
    Diagnostic::danger("verify-kid-absent")
        .with("kid", kid)
        .with("kids", kids)
}

fn obstacle(row: &SignatureAlgorithm, keys: &[Key], considered: &[Considered]) -> Diagnostic {
    let named: Vec<&Key> = keys
        .iter()
        .zip(considered)
        .filter(|(_, one)| one.reason.code == "skipped-type")
        .map(|(key, _)| key)
        .collect();
    match (named.as_slice(), keys) {
        ([key], _) => wrong_type("verify-wrong-key-type", row, key),
        (_, [_]) => considered
            .first()
            .map_or_else(|| no_fitting_key(row, keys), |one| one.reason.clone()),
        _ => no_fitting_key(row, keys),
    }
}

fn no_fitting_key(row: &SignatureAlgorithm, keys: &[Key]) -> Diagnostic {
    let labels = keys.iter().map(|key| key.facts.label()).collect();
    with_need(Diagnostic::danger("verify-no-fitting-key"), row)
        .with("count", keys.len())
        .with("keys", Fact::List(labels))
}

/// "ES256 needs an EC P-256 key; this is RSA 2048", as code and facts.
pub fn wrong_type(code: &'static str, row: &SignatureAlgorithm, key: &Key) -> Diagnostic {
    with_need(Diagnostic::danger(code), row).with("key", key.facts.label())
}

fn with_need(mut diagnostic: Diagnostic, row: &SignatureAlgorithm) -> Diagnostic {
    diagnostic
        .facts
        .push(("needs".into(), Fact::Word(needs(row.scheme).into())));
    diagnostic.with("alg", row.name)
}

/// The key of the text that names the kind of key a scheme needs.
pub const fn needs(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Hmac(_) => "needs-secret",
        Scheme::RsaPkcs1(_) | Scheme::RsaPss(_) => "needs-rsa",
        Scheme::Ecdsa(Curve::P256, _) => "needs-ec-p256",
        Scheme::Ecdsa(Curve::P384, _) => "needs-ec-p384",
        Scheme::Ecdsa(Curve::P521, _) => "needs-ec-p521",
        Scheme::Ecdsa(..) => "needs-ec-secp256k1",
        Scheme::EdDsa => "needs-okp",
        Scheme::EdDsaOn(Curve::Ed448) => "needs-okp-ed448",
        Scheme::EdDsaOn(_) => "needs-okp-ed25519",
        Scheme::MlDsa(44) => "needs-akp-44",
        Scheme::MlDsa(65) => "needs-akp-65",
        Scheme::MlDsa(_) => "needs-akp-87",
    }
}
