//! Which key of several: by `kid`, then by certificate thumbprint, then by what `alg`, `kty` and
//! `use` allow. Every key gets a reason. Spec: RFC 7515 §4.1.4, §4.1.7, §4.1.8, Appendix D.

use super::headers::Headers;
use super::weak::conflicts;
use crate::crypto;
use crate::diagnostic::{Diagnostic, Fact};
use crate::jose::algorithms::{Curve, Scheme, SignatureAlgorithm};
use crate::keys::{Key, KeyReading};

/// The choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// One per key of the reading, in order.
    pub considered: Vec<Considered>,
    /// Why no key may be tried, when none may.
    pub obstacle: Option<Diagnostic>,
}

/// One key and what spoke for or against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Considered {
    /// Why it is tried, or why not.
    pub reason: Diagnostic,
    /// Whether it is tried.
    pub is_tried: bool,
}

fn tried(code: &'static str) -> Considered {
    Considered {
        reason: Diagnostic::info(code),
        is_tried: true,
    }
}

fn skipped(reason: Diagnostic) -> Considered {
    Considered {
        reason,
        is_tried: false,
    }
}

/// Chooses the keys to try.
pub fn choose(row: &SignatureAlgorithm, headers: &Headers<'_>, reading: &KeyReading) -> Choice {
    let keys = &reading.keys;
    let kid = headers.text("kid");
    let set_has_kids = keys.iter().any(|key| key.facts.kid.is_some());
    let considered: Vec<Considered> = match kid {
        _ if !reading.is_set => keys.iter().map(|key| by_type(row, key)).collect(),
        Some(kid) if set_has_kids => {
            let found = keys
                .iter()
                .any(|key| key.facts.kid.as_deref() == Some(kid.as_str()));
            if !found {
                return absent(row, &kid, keys);
            }
            keys.iter().map(|key| by_kid(row, &kid, key)).collect()
        }
        _ => {
            let thumbprints = Thumbprints::of(headers);
            let found = keys
                .iter()
                .any(|key| thumbprints.compare(key) == Some(true));
            keys.iter()
                .map(|key| match thumbprints.compare(key) {
                    Some(true) => by_type_as(row, key, "chosen-x5t"),
                    Some(false) => skipped(Diagnostic::info("skipped-x5t")),
                    None if found => skipped(Diagnostic::info("skipped-x5t")),
                    None => by_use(row, headers, key),
                })
                .collect()
        }
    };
    let obstacle =
        (!considered.iter().any(|one| one.is_tried)).then(|| obstacle(row, keys, &considered));
    Choice {
        considered,
        obstacle,
    }
}

fn by_kid(row: &SignatureAlgorithm, kid: &str, key: &Key) -> Considered {
    match key.facts.kid.as_deref() {
        Some(own) if own == kid => by_type_as(row, key, "chosen-kid"),
        Some(own) => skipped(Diagnostic::info("skipped-kid").with("kid", own)),
        None => skipped(Diagnostic::info("skipped-no-kid")),
    }
}

fn by_type(row: &SignatureAlgorithm, key: &Key) -> Considered {
    by_type_as(row, key, "chosen-given")
}

fn by_type_as(row: &SignatureAlgorithm, key: &Key, code: &'static str) -> Considered {
    if crypto::fits(row.scheme, &key.material) {
        tried(code)
    } else {
        skipped(wrong_type("skipped-type", row, key))
    }
}

/// Without a name to go by, a key that says that it is for something else is left out.
fn by_use(row: &SignatureAlgorithm, headers: &Headers<'_>, key: &Key) -> Considered {
    let considered = by_type_as(row, key, "chosen-fits");
    if !considered.is_tried {
        return considered;
    }
    match conflicts(row, headers, &key.facts).into_iter().next() {
        Some(conflict) if conflict.code != "verify-kid-differs" => skipped(conflict),
        _ => considered,
    }
}

/// A `kid` that no key of the set has: no key may be used, whatever would fit.
fn absent(row: &SignatureAlgorithm, kid: &str, keys: &[Key]) -> Choice {
    let kids: Vec<String> = keys
        .iter()
        .filter_map(|key| key.facts.kid.clone())
        .collect();
    Choice {
        considered: keys.iter().map(|key| by_kid(row, kid, key)).collect(),
        obstacle: Some(
            Diagnostic::danger("verify-kid-absent")
                .with("kid", kid)
                .with("kids", kids),
        ),
    }
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
    let labels: Vec<String> = keys.iter().map(|key| key.facts.label()).collect();
    with_need(Diagnostic::danger("verify-no-fitting-key"), row)
        .with("count", keys.len())
        .with("keys", labels)
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

/// The certificate thumbprints of the header.
struct Thumbprints {
    sha1: Option<String>,
    sha256: Option<String>,
}

impl Thumbprints {
    fn of(headers: &Headers<'_>) -> Self {
        Thumbprints {
            sha1: headers.text("x5t"),
            sha256: headers.text("x5t#S256"),
        }
    }

    /// Whether a key is the one that is meant; `None` when either side does not say.
    fn compare(&self, key: &Key) -> Option<bool> {
        let sha256 = self.sha256.as_ref().zip(key.facts.x5t_s256.as_ref());
        let sha1 = self.sha1.as_ref().zip(key.facts.x5t.as_ref());
        sha256.or(sha1).map(|(wanted, own)| wanted == own)
    }
}
