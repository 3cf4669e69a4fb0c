//! Keys that were made: they sign, they differ, and odd wishes are refused.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use crate::jose::encryption_algorithms::KEY_MANAGEMENT_ALGORITHMS;
use crate::jose::key_spec::{KeySpec, key_specs};

#[test]
fn a_made_key_signs_with_the_algorithm_it_was_made_for() {
    for row in SIGNATURE_ALGORITHMS {
        for spec in key_specs(row.name) {
            // One RSA key is enough: making more takes longer than all other tests.
            if matches!(spec, KeySpec::Rsa(_)) {
                continue;
            }
            let key = generate(spec, &mut rng()).unwrap();
            let signature = sign(row.scheme, &key, INPUT, &mut rng()).unwrap();
            assert_eq!(check(row.name, &key, &signature), Ok(()), "{}", row.name);
        }
    }
}

#[test]
fn a_made_rsa_key_has_its_size_and_signs() {
    let key = generate(KeySpec::Rsa(2048), &mut rng()).unwrap();
    let scheme = scheme("PS256");
    assert_eq!(signature_len(scheme, &key), Some(256));
    let signature = sign(scheme, &key, INPUT, &mut rng()).unwrap();
    assert_eq!(check("PS256", &key, &signature), Ok(()));
}

#[test]
fn every_key_management_algorithm_has_a_key_to_make() {
    for row in &KEY_MANAGEMENT_ALGORITHMS {
        let specs = key_specs(row.name);
        assert!(!specs.is_empty(), "{}", row.name);
        for spec in specs {
            if matches!(spec, KeySpec::Rsa(_)) {
                continue;
            }
            let key = generate(spec, &mut rng()).unwrap();
            assert!(jwe::fits(row.management, &key), "{} {spec:?}", row.name);
        }
    }
    assert_eq!(key_specs("none"), []);
}

#[test]
fn two_keys_differ_and_the_same_randomness_makes_the_same_key() {
    let spec = KeySpec::Curve(Curve::P256);
    let mut source = rng();
    let one = generate(spec, &mut source).unwrap();
    let two = generate(spec, &mut source).unwrap();
    assert_ne!(one, two);
    assert_eq!(generate(spec, &mut rng()).unwrap(), one);
}

#[test]
fn odd_sizes_are_refused() {
    for bits in [0, 7, 8200, u32::MAX] {
        let refused = Err(CryptoError::Refused("oct-size"));
        assert_eq!(generate(KeySpec::Oct(bits), &mut rng()), refused);
    }
    for bits in [0, 512, 1024, 2049, 8192, u32::MAX] {
        let refused = Err(CryptoError::Refused("rsa-size"));
        assert_eq!(generate(KeySpec::Rsa(bits), &mut rng()), refused);
    }
    let unknown = generate(KeySpec::MlDsa(45), &mut rng());
    assert_eq!(unknown, Err(CryptoError::WrongKeyType));
}
