//! What was computed once of a signature and holds for every signing input: the message that an RSA
//! key recovers, the points of which an ECDSA digest makes one. Other inputs are compared with it,
//! which costs a fraction of a verification; what compares is then verified.

use super::search::Budget;
use crate::crypto::ecdsa_digest::{Multiply, digest_points, multiply};
use crate::crypto::forensics::{
    digest, ecdsa_holds, pkcs1_digest, pss_salt_len, rsa_encoded_message,
};
use crate::crypto::{fits, signature_len, verify};
use crate::jose::algorithms::{Curve, Scheme};
use crate::keys::Material;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

/// Remembers, and counts what it computes.
#[derive(Default)]
pub struct Recovered {
    messages: RefCell<BTreeMap<u64, Option<Rc<[u8]>>>>,
    points: RefCell<BTreeMap<u64, Rc<[Vec<u8>]>>>,
    multiples: RefCell<BTreeMap<u64, Option<Rc<[u8]>>>>,
    tables: RefCell<BTreeMap<&'static str, Option<Rc<Multiply>>>>,
    spent: Cell<u32>,
}

impl Recovered {
    /// What was computed since this was asked last, in the units of [`Budget`].
    pub fn take_spent(&self) -> Budget {
        Budget(self.spent.take())
    }

    /// Whether the signature holds, by [`verify`]; what plainly cannot hold is not verified.
    pub fn holds(&self, scheme: Scheme, key: &Material, input: &[u8], signature: &[u8]) -> bool {
        if !fits(scheme, key) || signature_len(scheme, key) != Some(signature.len()) {
            return false;
        }
        self.spend(u32::try_from(input.len() / 10_000).unwrap_or(u32::MAX));
        let may_hold = match (scheme, key) {
            (Scheme::RsaPkcs1(hash), Material::Rsa { n, e, .. }) => {
                let message = self.message((n, e), signature);
                let signed = message.and_then(|message| pkcs1_digest(&message));
                signed.is_some_and(|signed| signed == (hash, digest(hash, input)))
            }
            (Scheme::RsaPss(hash), Material::Rsa { n, e, .. }) => {
                let message = self.message((n, e), signature);
                message.is_some_and(|message| {
                    pss_salt_len(hash, n, &message, input) == Some(hash.len())
                })
            }
            (Scheme::Ecdsa(wanted, hash), Material::Ec { curve, x, y, .. }) if wanted == *curve => {
                self.is_over(*curve, (x, y), &digest(hash, input), signature)
            }
            (_, Material::Okp { curve, .. }) if !is_reduced(*curve, signature) => {
                self.spend(1);
                false
            }
            (scheme, _) => {
                self.spend(whole(scheme));
                true
            }
        };
        may_hold && verify(scheme, key, input, signature).is_ok()
    }

    /// The same for ECDSA and a digest of any hash.
    pub fn holds_over(
        &self,
        curve: Curve,
        key: (&[u8], &[u8]),
        digest: &[u8],
        signature: &[u8],
    ) -> bool {
        self.is_over(curve, key, digest, signature) && ecdsa_holds(curve, key, digest, signature)
    }

    /// What an RSA key makes of a signature.
    pub fn message(&self, (n, e): (&[u8], &[u8]), signature: &[u8]) -> Option<Rc<[u8]>> {
        self.spend(1);
        let place = place(&[n, e, signature]);
        let mut known = self.messages.borrow_mut();
        let message = known.entry(place).or_insert_with(|| {
            self.spend(RSA);
            rsa_encoded_message(n, e, signature).map(Into::into)
        });
        message.clone()
    }

    fn is_over(&self, curve: Curve, key: (&[u8], &[u8]), digest: &[u8], signature: &[u8]) -> bool {
        self.spend(1);
        let (x, y) = key;
        let (each, both) = elliptic(curve);
        let mut points = self.points.borrow_mut();
        let points = points
            .entry(place(&[curve.name().as_bytes(), x, y, signature]))
            .or_insert_with(|| {
                self.spend(both);
                digest_points(curve, key, signature).into()
            });
        if points.is_empty() {
            return false;
        }
        let mut multiples = self.multiples.borrow_mut();
        let multiple = multiples
            .entry(place(&[curve.name().as_bytes(), digest]))
            .or_insert_with(|| {
                self.spend(each);
                let table = self.table(curve)?;
                table(digest).map(Into::into)
            });
        let multiple = multiple.as_deref();
        multiple.is_some_and(|multiple| points.iter().any(|point| point.as_slice() == multiple))
    }

    fn table(&self, curve: Curve) -> Option<Rc<Multiply>> {
        let mut tables = self.tables.borrow_mut();
        let table = tables.entry(curve.name()).or_insert_with(|| {
            let (each, _) = elliptic(curve);
            self.spend(each.saturating_mul(TABLE));
            multiply(curve).map(Rc::new)
        });
        table.clone()
    }

    fn spend(&self, units: u32) {
        self.spent.set(self.spent.get().saturating_add(units));
    }
}

/// Whether the last bits of S, which is below the order of the group, are zero: of halves that stand
/// in another way they seldom are. Spec: RFC 8032 §5.1.7, §5.2.7.
fn is_reduced(curve: Curve, signature: &[u8]) -> bool {
    let unused = match curve {
        Curve::Ed25519 => 0xe0,
        Curve::Ed448 => 0xff,
        _ => 0,
    };
    signature.last().is_none_or(|last| last & unused == 0)
}

/// Equal for the same byte strings.
fn place(parts: &[&[u8]]) -> u64 {
    let mut hasher = DefaultHasher::new();
    parts.hash(&mut hasher);
    hasher.finish()
}

/// A public operation of RSA.
const RSA: u32 = 24;

/// A table is as many multiples.
const TABLE: u32 = 16;

/// A multiple of the generator out of its table, and the points of a signature.
const fn elliptic(curve: Curve) -> (u32, u32) {
    match curve {
        Curve::Secp256k1 => (6, 30),
        Curve::P256 => (24, 180),
        _ => (60, 400),
    }
}

/// A verification of which nothing can be kept.
const fn whole(scheme: Scheme) -> u32 {
    match scheme {
        Scheme::Hmac(_) => 1,
        Scheme::EdDsa | Scheme::EdDsaOn(Curve::Ed25519) => 25,
        _ => 100,
    }
}
