//! What is weak or odd about a key that is used: it verifies all the same, with a warning that
//! cites the clause. Spec: RFC 7518 §3.2, §3.3, §3.5; FIPS 186-5 §5.1; RFC 7517 §4.2 to §4.5.

use super::headers::Headers;
use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::{Scheme, SignatureAlgorithm, signature_algorithm};
use crate::keys::choose::Named;
use crate::keys::{Key, KeySource, Material};

/// The smallest exponent FIPS 186-5 §5.1 allows.
const SMALLEST_EXPONENT: u64 = 65_537;

/// Warnings about using `key` for `row`.
pub fn weaknesses(row: &SignatureAlgorithm, key: &Key, source: &KeySource) -> Vec<Diagnostic> {
    let mut warnings = Vec::new();
    match (row.scheme, &key.material) {
        (Scheme::Hmac(_), Material::Oct(secret)) if secret.expose().is_empty() => {
            warnings.push(Diagnostic::danger("verify-empty-secret"));
        }
        (Scheme::Hmac(hash), Material::Oct(secret)) => {
            let count = secret.expose().len();
            if count < hash.len() {
                warnings.push(
                    Diagnostic::warning("verify-short-secret")
                        .with("count", count)
                        .with("needed", hash.len())
                        .with("alg", row.name),
                );
            }
            if let KeySource::Fetched { url, .. } | KeySource::NamedByToken { url, .. } = source {
                warnings
                    .push(Diagnostic::danger("verify-published-secret").with("url", url.as_str()));
            }
        }
        (_, Material::Rsa { .. }) => {
            if key.facts.bits < 2048 {
                warnings.push(
                    Diagnostic::warning("verify-short-rsa")
                        .with("bits", u64::from(key.facts.bits))
                        .with("alg", row.name),
                );
            }
            if let Some(exponent) = key.facts.exponent.filter(|e| *e < SMALLEST_EXPONENT) {
                warnings
                    .push(Diagnostic::warning("verify-small-exponent").with("exponent", exponent));
            }
        }
        _ => {}
    }
    if key.facts.is_private
        && key.facts.kty != "oct"
        && !matches!(source, KeySource::InToken { .. })
    {
        warnings
            .push(Diagnostic::warning("verify-private-key-given").with("key", key.facts.label()));
    }
    warnings
}

/// What the key's own members say against this use.
pub fn conflicts(row: &SignatureAlgorithm, headers: &Headers<'_>, key: &Key) -> Vec<Diagnostic> {
    let is_other = Named::of(|name| headers.get(name)).is_other_certificate(key);
    let key = &key.facts;
    let mut found = Vec::new();
    if let Some(key_use) = key.key_use.as_deref().filter(|name| *name != "sig") {
        found.push(Diagnostic::warning("verify-key-use").with("use", key_use));
    }
    let may = |name: &str| key.key_ops.iter().any(|operation| operation == name);
    let may_verify = may("verify") || (key.is_private && may("sign"));
    if !key.key_ops.is_empty() && !may_verify {
        found.push(Diagnostic::warning("verify-key-ops").with("operations", key.key_ops.clone()));
    }
    if let Some(alg) = key.alg.as_deref().filter(|alg| !same_algorithm(alg, row)) {
        found.push(
            Diagnostic::warning("verify-key-alg")
                .with("key-alg", alg)
                .with("alg", row.name),
        );
    }
    if let (Some(kid), Some(own)) = (headers.text("kid"), &key.kid)
        && kid != *own
    {
        found.push(
            Diagnostic::warning("verify-kid-differs")
                .with("kid", kid)
                .with("key-kid", own.as_str()),
        );
    }
    if is_other {
        found.push(Diagnostic::warning("verify-certificate-differs"));
    }
    found
}

/// `EdDSA` and `Ed25519` are one algorithm under two names (RFC 9864 §2.2).
fn same_algorithm(alg: &str, row: &SignatureAlgorithm) -> bool {
    let edwards = |scheme: Scheme| matches!(scheme, Scheme::EdDsa | Scheme::EdDsaOn(_));
    alg == row.name
        || (edwards(row.scheme)
            && signature_algorithm(alg).is_some_and(|other| {
                edwards(other.scheme)
                    && (other.scheme == Scheme::EdDsa || row.scheme == Scheme::EdDsa)
            }))
}
