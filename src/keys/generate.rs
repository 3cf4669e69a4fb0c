//! Making a key with everything its JWK says of it. The numbers come from `crypto`, or from the
//! browser's own cryptography where that is faster; both end here.
//! Spec: RFC 7517 §4, RFC 7638 §3, RFC 7518 §3.2.

use super::making::{MadeKey, Naming, NewKey, Purpose, SecretForm};
use super::write_jwk::{Half, write_jwk};
use super::{KeyInput, Material, facts_of, read_key};
use crate::base64url;
use crate::crypto;
use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::{Scheme, signature_algorithm};
use crate::jose::encryption_algorithms::{KeyManagement, key_management_algorithm};
use crate::jose::jwk_set::write_jwk_set;
use crate::jose::key_spec::KeySpec;
use crate::secret::Secret;
use rand_core::CryptoRngCore;

/// Makes a key. RSA takes from a second to many in a browser.
pub fn make_key<R: CryptoRngCore>(new: &NewKey, rng: &mut R) -> Result<MadeKey, Diagnostic> {
    let text = match (new.spec, new.secret) {
        (KeySpec::Oct(bits), SecretForm::Text) => Some(random_text(bits, rng)),
        (KeySpec::Oct(bits), SecretForm::Words) => Some(random_words(bits, rng)),
        _ => None,
    };
    let material = match &text {
        Some(text) => Material::Oct(Secret::new(text.expose().clone().into_bytes())),
        None => crypto::generate(new.spec, rng).map_err(Diagnostic::from)?,
    };
    made(new, material, text, rng)
}

/// The same for a key that was made elsewhere and comes as a JWK; what that says of itself is
/// replaced.
pub fn adopt_key<R: CryptoRngCore>(
    new: &NewKey,
    jwk: &Secret<String>,
    rng: &mut R,
) -> Result<MadeKey, Diagnostic> {
    let reading = read_key(&KeyInput {
        text: jwk.clone(),
        ..KeyInput::default()
    });
    let unusable = || Diagnostic::danger("key-unusable");
    let key = reading.keys.into_iter().next().ok_or_else(unusable)?;
    if !key.facts.is_private {
        return Err(unusable());
    }
    made(new, key.material, None, rng)
}

fn made<R: CryptoRngCore>(
    new: &NewKey,
    material: Material,
    text: Option<Secret<String>>,
    rng: &mut R,
) -> Result<MadeKey, Diagnostic> {
    let mut facts = facts_of(&material);
    facts.alg = new.names_alg.then(|| new.alg.clone());
    facts.kid = match &new.naming {
        Naming::Unnamed => None,
        Naming::Given(name) => Some(name.clone()),
        Naming::Thumbprint if facts.thumbprint.is_empty() => Some(random_name(rng)),
        Naming::Thumbprint => Some(facts.thumbprint.clone()),
    };
    match new.purpose {
        Purpose::Use => {
            let signs = signature_algorithm(&new.alg).is_some();
            facts.key_use = Some(if signs { "sig" } else { "enc" }.to_owned());
        }
        Purpose::Operations => {
            let names = operations(&new.alg).iter();
            facts.key_ops = names.map(|name| (*name).to_owned()).collect();
        }
        Purpose::Unsaid => {}
    }
    let unusable = || Diagnostic::danger("key-unusable");
    let private = write_jwk(&material, &facts, Half::Private).ok_or_else(unusable)?;
    let public = write_jwk(&material, &facts, Half::Public);
    let public = public.map(|jwk| jwk.expose().clone()).unwrap_or_default();
    let jwks = write_jwk_set(
        Some(public.as_str())
            .filter(|jwk| !jwk.is_empty())
            .into_iter(),
    );
    let entropy = match new.spec {
        KeySpec::Oct(bits) if new.secret == SecretForm::Words => Some(words_for(bits) * WORD_BITS),
        KeySpec::Oct(bits) => Some(bits),
        _ => None,
    };
    let warnings = weakness(&new.alg, entropy).into_iter().collect();
    Ok(MadeKey {
        private,
        public,
        jwks,
        text,
        entropy,
        facts,
        warnings,
    })
}

/// The operations of the private half, or of a secret (RFC 7517 §4.3).
fn operations(alg: &str) -> &'static [&'static str] {
    if let Some(row) = signature_algorithm(alg) {
        return match row.scheme {
            Scheme::Hmac(_) => &["sign", "verify"],
            _ => &["sign"],
        };
    }
    match key_management_algorithm(alg).map(|row| row.management) {
        None => &[],
        Some(KeyManagement::Direct) => &["encrypt", "decrypt"],
        Some(KeyManagement::AesKw(_) | KeyManagement::AesGcmKw(_)) => &["wrapKey", "unwrapKey"],
        Some(KeyManagement::Rsa15 | KeyManagement::RsaOaep(_)) => &["decrypt", "unwrapKey"],
        Some(KeyManagement::EcdhEs(_)) => &["deriveKey", "deriveBits"],
        Some(KeyManagement::Pbes2(..)) => &["deriveKey"],
    }
}

/// An HMAC key shorter than its hash is what RFC 7518 §3.2 forbids; a test may want one.
fn weakness(alg: &str, entropy: Option<u32>) -> Option<Diagnostic> {
    let Scheme::Hmac(hash) = signature_algorithm(alg)?.scheme else {
        return None;
    };
    let has = u64::from(entropy?);
    let minimum = hash.len().saturating_mul(8);
    usize::try_from(has)
        .is_ok_and(|has| has < minimum)
        .then(|| {
            Diagnostic::warning("sign-weak-hmac")
                .with("alg", alg)
                .with("bits", has)
                .with("minimum", minimum)
        })
}

fn random<R: CryptoRngCore>(length: usize, rng: &mut R) -> Secret<Vec<u8>> {
    let mut bytes = vec![0; length];
    rng.fill_bytes(&mut bytes);
    Secret::new(bytes)
}

fn random_name<R: CryptoRngCore>(rng: &mut R) -> String {
    base64url::encode(random(12, rng).expose())
}

fn random_text<R: CryptoRngCore>(bits: u32, rng: &mut R) -> Secret<String> {
    let length = usize::try_from(bits.div_ceil(8)).unwrap_or_default();
    Secret::new(base64url::encode(random(length, rng).expose()))
}

/// Consonant, vowel, consonant, vowel, consonant: 16 bits in a word that can be said, and every
/// word as likely as any other.
const WORD_BITS: u32 = 16;
const CONSONANTS: &[u8; 16] = b"bdfghjklmnprstvz";
const VOWELS: &[u8; 4] = b"aiou";

fn words_for(bits: u32) -> u32 {
    bits.div_ceil(WORD_BITS)
}

fn random_words<R: CryptoRngCore>(bits: u32, rng: &mut R) -> Secret<String> {
    let count = usize::try_from(words_for(bits)).unwrap_or_default();
    let numbers = random(count.saturating_mul(2), rng);
    let words: Vec<String> = numbers
        .expose()
        .chunks_exact(2)
        .map(|pair| match pair {
            [high, low] => word(u16::from(*high) << 8 | u16::from(*low)),
            _ => String::new(),
        })
        .collect();
    Secret::new(words.join("-"))
}

fn word(number: u16) -> String {
    let letter = |from: &[u8], shift: u32, mask: u16| {
        let index = usize::from(number >> shift & mask);
        from.get(index).copied().map_or('?', char::from)
    };
    [
        letter(CONSONANTS, 12, 15),
        letter(VOWELS, 10, 3),
        letter(CONSONANTS, 6, 15),
        letter(VOWELS, 4, 3),
        letter(CONSONANTS, 0, 15),
    ]
    .iter()
    .collect()
}

#[cfg(test)]
mod tests;
