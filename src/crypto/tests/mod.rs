//! Round trips for every algorithm, published vectors, and keys and signatures that break rules.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod ecdsa;
mod eddsa;
mod generate;
mod ml_dsa;
mod rsa;

use super::*;
use crate::base64url::decode;
use crate::jose::algorithms::{Hash, SIGNATURE_ALGORITHMS, signature_algorithm};
use crate::keys::RsaPrivate;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use std::sync::LazyLock;

const INPUT: &[u8] = b"eyJhbGciOiJ4In0.e30";

fn rng() -> ChaCha20Rng {
    ChaCha20Rng::from_seed([7; 32])
}

fn random(len: usize, rng: &mut ChaCha20Rng) -> Vec<u8> {
    let mut bytes = vec![0; len];
    rng.fill_bytes(&mut bytes);
    bytes
}

fn b64(text: &str) -> Vec<u8> {
    decode(text).unwrap()
}

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_hexdigit).collect();
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    digits.chunks(2).map(pair).collect()
}

fn scheme(alg: &str) -> Scheme {
    signature_algorithm(alg).unwrap().scheme
}

fn ec(curve: Curve) -> Material {
    let mut d = vec![0x11; curve.field_len()];
    d[0] = 0;
    let (x, y) = ec_public(curve, &d).unwrap();
    let d = Some(Secret::new(d));
    Material::Ec { curve, x, y, d }
}

fn okp(curve: Curve) -> Material {
    let d = vec![0x22; curve.field_len()];
    Material::Okp {
        curve,
        x: okp_public(curve, &d).unwrap(),
        d: Some(Secret::new(d)),
    }
}

fn rsa_key(bits: usize, exponent: u32) -> Material {
    use ::rsa::traits::{PrivateKeyParts, PublicKeyParts};
    let key = ::rsa::RsaPrivateKey::new_with_exp(&mut rng(), bits, &exponent.into()).unwrap();
    let secret = |number: &::rsa::BigUint| Secret::new(number.to_bytes_be());
    Material::Rsa {
        n: key.n().to_bytes_be(),
        e: key.e().to_bytes_be(),
        private: Some(RsaPrivate {
            d: secret(key.d()),
            p: secret(&key.primes()[0]),
            q: secret(&key.primes()[1]),
        }),
    }
}

/// Long enough for PS512; making one takes a while.
static RSA: LazyLock<Material> = LazyLock::new(|| rsa_key(1536, 65537));

fn key_for(alg: &str) -> Material {
    match scheme(alg) {
        Scheme::Hmac(_) => Material::Oct(Secret::new(b"secret".to_vec())),
        Scheme::RsaPkcs1(_) | Scheme::RsaPss(_) => RSA.clone(),
        Scheme::Ecdsa(curve, _) | Scheme::EdDsaOn(curve) => match curve {
            Curve::Ed25519 | Curve::Ed448 => okp(curve),
            _ => ec(curve),
        },
        Scheme::EdDsa => okp(Curve::Ed25519),
        Scheme::MlDsa(_) => Material::Akp {
            alg: alg.to_owned(),
            public: ml_dsa_public(alg, &[3; 32]).unwrap(),
            private: Some(Secret::new(vec![3; 32])),
        },
    }
}

fn check(alg: &str, key: &Material, signature: &[u8]) -> Result<(), CryptoError> {
    verify(scheme(alg), key, INPUT, signature)
}

#[test]
fn every_algorithm_verifies_what_it_signed_and_nothing_else() {
    for row in SIGNATURE_ALGORITHMS {
        let key = key_for(row.name);
        let signature = sign(row.scheme, &key, INPUT, &mut rng()).unwrap();
        assert_eq!(
            signature_len(row.scheme, &key),
            Some(signature.len()),
            "{}",
            row.name
        );
        assert_eq!(check(row.name, &key, &signature), Ok(()), "{}", row.name);

        let other = verify(row.scheme, &key, b"other", &signature);
        assert_eq!(other, Err(CryptoError::Mismatch), "{}", row.name);
        let mut flipped = signature.clone();
        flipped[signature.len() / 3] ^= 1;
        assert!(check(row.name, &key, &flipped).is_err(), "{}", row.name);
        let (expected, found) = (signature.len(), signature.len() - 1);
        let short = check(row.name, &key, &signature[1..]);
        assert_eq!(
            short,
            Err(CryptoError::WrongLength { expected, found }),
            "{}",
            row.name
        );
    }
}

#[test]
fn every_algorithm_refuses_every_key_of_another_kind() {
    let mut refused = 0;
    for row in SIGNATURE_ALGORITHMS {
        for other in SIGNATURE_ALGORITHMS {
            let key = key_for(other.name);
            if fits(row.scheme, &key) {
                continue;
            }
            refused += 1;
            assert_eq!(
                check(row.name, &key, &[1; 64]),
                Err(CryptoError::WrongKeyType)
            );
            let signed = sign(row.scheme, &key, INPUT, &mut rng());
            assert_eq!(signed, Err(CryptoError::WrongKeyType));
        }
    }
    assert_eq!(refused, 303);
}

#[test]
fn random_bytes_as_signature_or_key_are_never_valid_and_never_a_panic() {
    let mut rng = rng();
    for row in SIGNATURE_ALGORITHMS {
        let key = key_for(row.name);
        let len = signature_len(row.scheme, &key).unwrap();
        for _ in 0..6 {
            let garbage = random(len, &mut rng);
            assert!(check(row.name, &key, &garbage).is_err(), "{}", row.name);
            let odd_len = usize::try_from(rng.next_u32() % 200).unwrap();
            let odd = random(odd_len, &mut rng);
            assert!(check(row.name, &key, &odd).is_err(), "{}", row.name);
            let odd_key = garble(&key, odd_len, &mut rng);
            if let Some(len) = signature_len(row.scheme, &odd_key) {
                let garbage = random(len, &mut rng);
                assert!(check(row.name, &odd_key, &garbage).is_err(), "{}", row.name);
                if !matches!(key, Material::Oct(_)) {
                    let signed = sign(row.scheme, &odd_key, INPUT, &mut rng);
                    assert!(signed.is_err(), "{}", row.name);
                }
            }
        }
        for byte in [0, 0xff] {
            assert!(
                check(row.name, &key, &vec![byte; len]).is_err(),
                "{}",
                row.name
            );
        }
    }
}

/// The same kind of key with random numbers of a random length.
fn garble(key: &Material, len: usize, rng: &mut ChaCha20Rng) -> Material {
    let mut bytes = || random(len, rng);
    let private = Some(Secret::new(bytes()));
    match key {
        Material::Oct(_) => Material::Oct(Secret::new(bytes())),
        Material::Rsa { .. } => Material::Rsa {
            n: bytes(),
            e: vec![1, 0, 1],
            private: Some(RsaPrivate {
                d: Secret::new(bytes()),
                p: Secret::new(bytes()),
                q: Secret::new(bytes()),
            }),
        },
        Material::Ec { curve, .. } => Material::Ec {
            curve: *curve,
            x: bytes(),
            y: bytes(),
            d: private,
        },
        Material::Okp { curve, .. } => Material::Okp {
            curve: *curve,
            x: bytes(),
            d: private,
        },
        Material::Akp { alg, .. } => Material::Akp {
            alg: alg.clone(),
            public: bytes(),
            private,
        },
    }
}

#[test]
fn an_empty_and_a_short_hmac_key_verify() {
    for secret in [b"".as_slice(), b"x"] {
        let key = Material::Oct(Secret::new(secret.to_vec()));
        let signature = sign(scheme("HS512"), &key, INPUT, &mut rng()).unwrap();
        assert_eq!(check("HS512", &key, &signature), Ok(()));
    }
}

#[test]
fn a_public_key_alone_does_not_sign() {
    for row in SIGNATURE_ALGORITHMS {
        let public = match key_for(row.name) {
            Material::Oct(_) => continue,
            Material::Rsa { n, e, .. } => Material::Rsa {
                n,
                e,
                private: None,
            },
            Material::Ec { curve, x, y, .. } => Material::Ec {
                curve,
                x,
                y,
                d: None,
            },
            Material::Okp { curve, x, .. } => Material::Okp { curve, x, d: None },
            Material::Akp { alg, public, .. } => Material::Akp {
                alg,
                public,
                private: None,
            },
        };
        let signed = sign(row.scheme, &public, INPUT, &mut rng());
        assert_eq!(signed, Err(CryptoError::NoPrivateHalf), "{}", row.name);
    }
}

#[test]
fn a_private_half_of_another_key_does_not_sign() {
    const DIFFER: Result<Vec<u8>, CryptoError> = Err(CryptoError::Refused("key-pair-differs"));
    for alg in [
        "ES256",
        "ES384",
        "ES512",
        "ES256K",
        "Ed25519",
        "Ed448",
        "ML-DSA-65",
    ] {
        let foreign = match key_for(alg) {
            Material::Ec { curve, x, y, .. } => {
                let mut d = vec![0; curve.field_len()];
                *d.last_mut().unwrap() = 5;
                let d = Some(Secret::new(d));
                Material::Ec { curve, x, y, d }
            }
            Material::Okp { curve, x, .. } => {
                let d = Some(Secret::new(vec![5; curve.field_len()]));
                Material::Okp { curve, x, d }
            }
            Material::Akp { alg, public, .. } => {
                let private = Some(Secret::new(vec![5; 32]));
                Material::Akp {
                    alg,
                    public,
                    private,
                }
            }
            other => other,
        };
        assert_eq!(
            sign(scheme(alg), &foreign, INPUT, &mut rng()),
            DIFFER,
            "{alg}"
        );
    }
}

#[test]
fn hash_lengths_are_those_of_the_scheme() {
    let key = Material::Oct(Secret::new(vec![1]));
    for (hash, len) in [(Hash::Sha256, 32), (Hash::Sha384, 48), (Hash::Sha512, 64)] {
        assert_eq!(signature_len(Scheme::Hmac(hash), &key), Some(len));
    }
}
