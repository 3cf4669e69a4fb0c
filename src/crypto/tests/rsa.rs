//! RSA keys that are odd, large, broken or wrong.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use ::rsa::BigUint;

fn rsa_parts(key: &Material) -> (Vec<u8>, Vec<u8>, RsaPrivate) {
    match key {
        Material::Rsa { n, e, private } => (n.clone(), e.clone(), private.clone().unwrap()),
        _ => panic!("an RSA key"),
    }
}

fn rsa_with(n: &[u8], e: &[u8]) -> Material {
    let (n, e) = (n.to_vec(), e.to_vec());
    Material::Rsa {
        n,
        e,
        private: None,
    }
}

#[test]
fn rsa_1024_with_exponent_3_verifies() {
    let key = rsa_key(1024, 3);
    for alg in ["RS256", "RS512", "PS256"] {
        let signature = sign(scheme(alg), &key, INPUT, &mut rng()).unwrap();
        assert_eq!(check(alg, &key, &signature), Ok(()), "{alg}");
    }
}

#[test]
fn rsa_too_short_for_the_hash_does_not_sign() {
    const SHORT: Result<Vec<u8>, CryptoError> =
        Err(CryptoError::Refused("rsa-modulus-too-short-for-hash"));
    let key = rsa_key(512, 65537);
    assert_eq!(sign(scheme("RS512"), &key, INPUT, &mut rng()), SHORT);
    assert_eq!(sign(scheme("PS384"), &key, INPUT, &mut rng()), SHORT);
    assert!(sign(scheme("RS256"), &key, INPUT, &mut rng()).is_ok());
}

#[test]
fn rsa_above_the_size_that_jsonwebtoken_takes_is_run_by_the_rsa_crate() {
    // (2^16384 − 1) as a modulus is nobody's key; what counts is that it is computed, not refused.
    for (bytes, alg) in [(520, "RS256"), (520, "PS512"), (2048, "RS512")] {
        let key = rsa_with(&vec![0xff; bytes], &[1, 0, 1]);
        assert_eq!(
            check(alg, &key, &vec![0x55; bytes]),
            Err(CryptoError::Mismatch)
        );
    }
}

#[test]
fn rsa_exponents_beyond_33_bits_verify() {
    let (n, _, _) = rsa_parts(&rsa_key(1024, 65537));
    let key = rsa_with(&n, &[0x7f; 32]);
    assert_eq!(
        check("RS256", &key, &[0x11; 128]),
        Err(CryptoError::Mismatch)
    );
}

#[test]
fn rsa_numbers_that_are_no_key_are_refused_by_name() {
    let (n, _, _) = rsa_parts(&rsa_key(1024, 65537));
    let mut even = n.clone();
    *even.last_mut().unwrap() &= 0xfe;
    let cases: [(&[u8], &[u8], &str); 10] = [
        (&even, &[1, 0, 1], "rsa-modulus-even"),
        (&[], &[3], "rsa-modulus-even"),
        (&[0, 0], &[3], "rsa-modulus-even"),
        (&n, &[], "rsa-exponent-too-small"),
        (&n, &[0], "rsa-exponent-too-small"),
        (&n, &[0, 1], "rsa-exponent-too-small"),
        (&n, &[2], "rsa-exponent-even"),
        (&n, &[0xff; 33], "rsa-exponent-too-large"),
        (&[9], &[11], "rsa-exponent-too-large"),
        (&[0xff; 2049], &[3], "rsa-modulus-too-large"),
    ];
    for (n, e, code) in cases {
        let key = rsa_with(n, e);
        assert_eq!(
            check("RS256", &key, &[1; 128]),
            Err(CryptoError::Refused(code))
        );
        assert_eq!(
            check("PS256", &key, &[1; 128]),
            Err(CryptoError::Refused(code))
        );
    }
}

#[test]
fn rsa_signature_not_below_the_modulus_is_not_valid() {
    let (n, e, _) = rsa_parts(&rsa_key(1024, 65537));
    assert_eq!(
        check("RS256", &rsa_with(&n, &e), &n),
        Err(CryptoError::Mismatch)
    );
}

#[test]
fn rsa_leading_zeros_of_the_modulus_do_not_count() {
    let key = rsa_key(1024, 65537);
    let signature = sign(scheme("RS256"), &key, INPUT, &mut rng()).unwrap();
    let (n, e, _) = rsa_parts(&key);
    let padded = rsa_with(&[&[0, 0], n.as_slice()].concat(), &e);
    assert_eq!(check("RS256", &padded, &signature), Ok(()));
}

#[test]
fn rsa_composite_primes_do_not_sign_and_do_not_panic() {
    let (n, e, private) = rsa_parts(&rsa_key(512, 65537));
    let wrong = [
        (private.d.clone(), private.p.clone(), private.p.clone()),
        (
            private.d.clone(),
            Secret::new(n.clone()),
            Secret::new(vec![1]),
        ),
        (private.d.clone(), Secret::new(vec![]), Secret::new(vec![])),
        (
            private.d.clone(),
            Secret::new(vec![0xff; 4000]),
            private.q.clone(),
        ),
        (Secret::new(vec![]), private.p.clone(), private.q.clone()),
        (Secret::new(vec![5]), private.p.clone(), private.q.clone()),
    ];
    for (d, p, q) in wrong {
        let private = Some(RsaPrivate { d, p, q });
        let (n, e) = (n.clone(), e.clone());
        let key = Material::Rsa { n, e, private };
        let signed = sign(scheme("RS256"), &key, INPUT, &mut rng());
        assert_eq!(signed, Err(CryptoError::Refused("rsa-private-half-wrong")));
    }
    // 9 = 3·3 with d = e = 3: every congruence holds, and still nothing can be signed.
    let three = || Secret::new(vec![3]);
    let key = Material::Rsa {
        n: vec![9],
        e: vec![3],
        private: Some(RsaPrivate {
            d: three(),
            p: three(),
            q: three(),
        }),
    };
    assert!(sign(scheme("RS256"), &key, INPUT, &mut rng()).is_err());
}

#[test]
fn rsa_primes_are_found_from_n_e_d_for_any_exponent() {
    for exponent in [3, 17, 65537] {
        let (n, e, private) = rsa_parts(&rsa_key(768, exponent));
        let (p, q) = rsa_primes(&n, &e, private.d.expose()).unwrap();
        let mut found = [p, q];
        let mut right = [private.p.expose().clone(), private.q.expose().clone()];
        found.sort();
        right.sort();
        assert_eq!(found, right);
    }
}

#[test]
fn rsa_primes_are_not_found_from_a_d_that_does_not_belong() {
    let (n, e, private) = rsa_parts(&rsa_key(768, 65537));
    let mut d = private.d.expose().clone();
    *d.last_mut().unwrap() ^= 2;
    for d in [d, vec![], vec![0], vec![1], vec![2], n.clone()] {
        let refused = Err(CryptoError::Refused("rsa-private-half-wrong"));
        assert_eq!(rsa_primes(&n, &e, &d), refused);
    }
}

#[test]
fn rsa_primes_that_are_composite_are_refused_before_they_can_panic() {
    // p passes Fermat's test to base 2, q is the Mersenne prime 2^521 − 1, which makes the modulus
    // long enough for the hash; d is such that every congruence of RFC 8017 §3.2 holds.
    let one = BigUint::from(1_u8);
    let q = (&one << 521_usize) - &one;
    for composite in [341_u32, 561, 1105, 2047, 4033, 8321] {
        let p = BigUint::from(composite);
        let modulus = (&p - &one) * (&q - &one);
        // e·d = 1 + k·(p − 1)·(q − 1) for the first k for which some e divides it.
        let (e, d) = (1_u32..200)
            .flat_map(|k| [3_u32, 7, 11, 13, 17, 19, 23, 29, 31, 37].map(|e| (k, e)))
            .find_map(|(k, e)| {
                let product = &modulus * BigUint::from(k) + &one;
                let e = BigUint::from(e);
                (&product % &e == BigUint::default()).then(|| (e.clone(), product / e))
            })
            .unwrap();
        let key = Material::Rsa {
            n: (&p * &q).to_bytes_be(),
            e: e.to_bytes_be(),
            private: Some(RsaPrivate {
                d: Secret::new(d.to_bytes_be()),
                p: Secret::new(p.to_bytes_be()),
                q: Secret::new(q.to_bytes_be()),
            }),
        };
        for (alg, seed) in [("RS256", 1), ("RS256", 2), ("PS256", 3), ("PS256", 4)] {
            let mut rng = ChaCha20Rng::from_seed([seed; 32]);
            let signed = sign(scheme(alg), &key, INPUT, &mut rng);
            let wrong = CryptoError::Refused("rsa-private-half-wrong");
            assert_eq!(signed, Err(wrong), "{composite} {alg}");
        }
    }
}

#[test]
fn pss_salts_differ_and_every_signature_holds() {
    let key = rsa_key(1024, 65537);
    let once = sign(scheme("PS256"), &key, INPUT, &mut rng()).unwrap();
    let again = sign(scheme("PS256"), &key, INPUT, &mut rng()).unwrap();
    assert_ne!(once, again);
    for signature in [once, again] {
        assert_eq!(check("PS256", &key, &signature), Ok(()));
    }
}

#[test]
fn rsa_above_4096_bits_signs_and_verifies() {
    let key = rsa_key(4352, 65537);
    for alg in ["RS256", "PS256"] {
        let signature = sign(scheme(alg), &key, INPUT, &mut rng()).unwrap();
        assert_eq!(signature.len(), 544);
        assert_eq!(check(alg, &key, &signature), Ok(()), "{alg}");
    }
}
