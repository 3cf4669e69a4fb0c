//! Which key of the key box signs, why none can, and what is weak about it.
//! Spec: RFC 7515 §4.1.4, RFC 7517 §4, RFC 7518 §3.

use super::header::Header;
use crate::crypto;
use crate::diagnostic::{Diagnostic, Fact};
use crate::job::Draft;
use crate::jose::algorithms::{Curve, SIGNATURE_ALGORITHMS, Scheme, SignatureAlgorithm};
use crate::keys::{Key, KeyFacts, KeyInput, KeyReading, Material};
use crate::secret::Secret;

/// Chooses by what the algorithm needs, then by private half, then by `kid`, then by the key's
/// own `alg` and `use`. The first that is left signs.
pub(super) fn choose<'a>(
    header: &Header<'_>,
    row: &SignatureAlgorithm,
    draft: &Draft,
    reading: &'a KeyReading,
    warnings: &mut Vec<Diagnostic>,
) -> Result<&'a Key, Diagnostic> {
    if draft.key.text.expose().is_empty() && reading.keys.is_empty() {
        return Err(Diagnostic::danger("sign-key-missing")
            .with("alg", row.name)
            .with("needs", needs(row)));
    }
    if reading.keys.is_empty() {
        let fault = reading.faults.first().cloned();
        return Err(fault.unwrap_or_else(|| Diagnostic::danger("sign-key-unreadable")));
    }
    let fitting: Vec<&Key> = reading
        .keys
        .iter()
        .filter(|key| crypto::fits(row.scheme, &key.material))
        .collect();
    let Some(one) = fitting.first() else {
        let found = reading.keys.iter().map(|key| key.facts.label()).collect();
        return Err(Diagnostic::danger("sign-key-type")
            .with("alg", row.name)
            .with("needs", needs(row))
            .with("algs", fitting_algs(reading))
            .with("found", Fact::List(found)));
    };
    let private: Vec<&Key> = fitting
        .iter()
        .copied()
        .filter(|key| key.facts.is_private)
        .collect();
    if private.is_empty() {
        return Err(Diagnostic::danger("sign-key-public")
            .with("alg", row.name)
            .with("found", one.facts.label()));
    }
    let named = by_kid(header, reading, private)?;
    let preferred = prefer(named, row);
    if preferred.len() > 1 {
        warnings.push(Diagnostic::info("sign-key-first").with("count", preferred.len()));
    }
    let chosen = preferred.first().copied();
    let key = chosen.ok_or_else(|| Diagnostic::danger("sign-key-unreadable"))?;
    warnings.extend(other_kid(header, &key.facts));
    warnings.extend(conflicts(row, &key.facts));
    Ok(key)
}

/// The characters of a key box as a secret, whatever they are.
pub(super) fn as_characters(input: &KeyInput) -> KeyReading {
    let bytes = input.text.expose().clone().into_bytes();
    if bytes.is_empty() {
        return KeyReading::default();
    }
    let material = Material::Oct(Secret::new(bytes));
    KeyReading {
        keys: vec![Key::of(material)],
        ..KeyReading::default()
    }
}

/// What `alg` could be instead, where the key does not say so itself: `alg` follows the key.
pub(super) fn with_algs(error: Diagnostic, reading: &KeyReading) -> Diagnostic {
    let is_about_alg = matches!(&*error.code, "sign-alg-missing" | "sign-alg-unknown");
    let algs = fitting_algs(reading);
    match is_about_alg && !algs.is_empty() {
        true => error.with("algs", algs),
        false => error,
    }
}

/// The algorithms that the keys can sign with, so that `alg` can follow the key. What a key says
/// of itself comes first.
fn fitting_algs(reading: &KeyReading) -> Vec<String> {
    let private = || reading.keys.iter().filter(|key| key.facts.is_private);
    let fits =
        |row: &&SignatureAlgorithm| private().any(|key| crypto::fits(row.scheme, &key.material));
    let is_own = |row: &&&SignatureAlgorithm| {
        private().any(|key| key.facts.alg.as_deref() == Some(row.name))
    };
    let rows: Vec<&SignatureAlgorithm> = SIGNATURE_ALGORITHMS.iter().filter(fits).collect();
    let own = rows.iter().filter(is_own);
    let others = rows.iter().filter(|row| !is_own(row));
    own.chain(others).map(|row| row.name.to_owned()).collect()
}

/// In a JWK Set, `kid` decides. A single key with another `kid` signs, and that is said.
fn by_kid<'a>(
    header: &Header<'_>,
    reading: &KeyReading,
    keys: Vec<&'a Key>,
) -> Result<Vec<&'a Key>, Diagnostic> {
    let Some(kid) = header.text("kid") else {
        return Ok(keys);
    };
    let is_named = |key: &&Key| key.facts.kid.as_deref() == Some(kid.as_str());
    if keys.iter().any(is_named) {
        return Ok(keys.into_iter().filter(is_named).collect());
    }
    let kids: Vec<String> = keys
        .iter()
        .filter_map(|key| key.facts.kid.clone())
        .collect();
    if kids.is_empty() {
        return Ok(keys);
    }
    if reading.is_set && reading.keys.len() > 1 {
        return Err(Diagnostic::danger("sign-kid-absent")
            .with("kid", kid)
            .with("kids", kids));
    }
    Ok(keys)
}

/// A verifier that looks the header's `kid` up does not find the key that signed.
fn other_kid(header: &Header<'_>, facts: &KeyFacts) -> Option<Diagnostic> {
    let (kid, own) = (header.text("kid")?, facts.kid.clone()?);
    (kid != own).then(|| {
        Diagnostic::warning("sign-kid-differs")
            .with("kid", kid)
            .with("own", own)
    })
}

/// Keys whose own `alg` is the token's and whose `use` is not encryption, when there are any.
fn prefer<'a>(keys: Vec<&'a Key>, row: &SignatureAlgorithm) -> Vec<&'a Key> {
    let narrow = |keys: Vec<&'a Key>, wanted: &dyn Fn(&KeyFacts) -> bool| {
        let some: Vec<&Key> = keys
            .iter()
            .copied()
            .filter(|key| wanted(&key.facts))
            .collect();
        if some.is_empty() { keys } else { some }
    };
    let signs = narrow(keys, &|facts| facts.key_use.as_deref() != Some("enc"));
    narrow(signs, &|facts| facts.alg.as_deref() == Some(row.name))
}

/// Where the key says that it is for something else (RFC 7517 §4.2 to §4.4).
fn conflicts(row: &SignatureAlgorithm, facts: &KeyFacts) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if let Some(alg) = facts.alg.as_deref().filter(|alg| *alg != row.name) {
        found.push(
            Diagnostic::warning("sign-key-alg")
                .with("alg", row.name)
                .with("found", alg),
        );
    }
    if facts.key_use.as_deref() == Some("enc") {
        found.push(Diagnostic::warning("sign-key-use").with("alg", row.name));
    }
    if !facts.key_ops.is_empty() && !facts.key_ops.iter().any(|op| op == "sign") {
        let ops = facts.key_ops.clone();
        found.push(
            Diagnostic::warning("sign-key-ops")
                .with("alg", row.name)
                .with("found", ops),
        );
    }
    found
}

/// What the RFCs ask of the key's size.
pub(super) fn weaknesses(row: &SignatureAlgorithm, facts: &KeyFacts) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    match row.scheme {
        Scheme::Hmac(hash) => {
            let bits = hash.len().saturating_mul(8);
            if usize::try_from(facts.bits).is_ok_and(|has| has < bits) {
                found.push(
                    Diagnostic::warning("sign-weak-hmac")
                        .with("alg", row.name)
                        .with("bits", u64::from(facts.bits))
                        .with("minimum", bits),
                );
            }
        }
        Scheme::RsaPkcs1(_) | Scheme::RsaPss(_) => {
            if facts.bits < 2048 {
                found
                    .push(Diagnostic::warning("sign-weak-rsa").with("bits", u64::from(facts.bits)));
            }
            if let Some(exponent) = facts.exponent.filter(|e| *e < 65_537) {
                found.push(Diagnostic::warning("sign-rsa-exponent").with("exponent", exponent));
            }
        }
        Scheme::Ecdsa(..) | Scheme::EdDsa | Scheme::EdDsaOn(_) | Scheme::MlDsa(_) => {}
    }
    found
}

/// The key an algorithm needs, in words that stand in every language.
fn needs(row: &SignatureAlgorithm) -> String {
    match row.scheme {
        Scheme::Hmac(_) => "oct".to_owned(),
        Scheme::RsaPkcs1(_) | Scheme::RsaPss(_) => "RSA".to_owned(),
        Scheme::Ecdsa(curve, _) => format!("EC {}", curve.name()),
        Scheme::EdDsa => format!("OKP {}", Curve::Ed25519.name()),
        Scheme::EdDsaOn(curve) => format!("OKP {}", curve.name()),
        Scheme::MlDsa(_) => format!("AKP {}", row.name),
    }
}
