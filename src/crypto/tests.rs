//! Round trips for every algorithm, published vectors, and keys and signatures that break rules.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

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

// --- RSA ---

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
fn pss_takes_its_salt_from_the_given_generator() {
    let key = rsa_key(1024, 65537);
    let once = sign(scheme("PS256"), &key, INPUT, &mut rng()).unwrap();
    let again = sign(scheme("PS256"), &key, INPUT, &mut rng()).unwrap();
    let other = sign(
        scheme("PS256"),
        &key,
        INPUT,
        &mut ChaCha20Rng::from_seed([8; 32]),
    )
    .unwrap();
    assert_eq!(once, again);
    assert_ne!(once, other);
}

// --- ECDSA ---

/// Group orders (SEC 2, FIPS 186-5).
const ORDERS: [(Curve, &str, &str); 4] = [
    (
        Curve::P256,
        "ES256",
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
    ),
    (
        Curve::P384,
        "ES384",
        "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973",
    ),
    (
        Curve::P521,
        "ES512",
        "01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409",
    ),
    (
        Curve::Secp256k1,
        "ES256K",
        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
    ),
];

/// a − b for big-endian numbers of one length, a ≥ b.
fn minus(a: &[u8], b: &[u8]) -> Vec<u8> {
    let mut borrow = 0;
    let mut out = vec![0; a.len()];
    for index in (0..a.len()).rev() {
        let difference = i16::from(a[index]) - i16::from(b[index]) - borrow;
        borrow = i16::from(difference < 0);
        out[index] = u8::try_from(difference.rem_euclid(256)).unwrap();
    }
    out
}

#[test]
fn ecdsa_r_or_s_zero_or_not_below_the_order_is_never_valid() {
    for (curve, alg, order) in ORDERS {
        let (key, order) = (ec(curve), hex(order));
        let len = curve.field_len();
        let good = sign(scheme(alg), &key, INPUT, &mut rng()).unwrap();
        let (r, s) = good.split_at(len);
        let zero = vec![0; len];
        let huge = vec![0xff; len];
        let cases = [
            (zero.as_slice(), zero.as_slice()),
            (r, &zero),
            (&zero, s),
            (&order, s),
            (r, &order),
            (&order, &order),
            (&huge, &huge),
        ];
        for (r, s) in cases {
            let mismatch = Err(CryptoError::Mismatch);
            assert_eq!(check(alg, &key, &[r, s].concat()), mismatch, "{alg}");
        }
    }
}

#[test]
fn ecdsa_accepts_the_low_and_the_high_s() {
    for (curve, alg, order) in ORDERS {
        let key = ec(curve);
        let signature = sign(scheme(alg), &key, INPUT, &mut rng()).unwrap();
        let (r, s) = signature.split_at(curve.field_len());
        let other = [r, &minus(&hex(order), s)].concat();
        assert_ne!(other, signature);
        assert_eq!(check(alg, &key, &other), Ok(()), "{alg}");
    }
}

#[test]
fn ecdsa_points_off_the_curve_or_of_wrong_length_are_refused() {
    for (curve, alg, _) in ORDERS {
        let Material::Ec { x, y, .. } = ec(curve) else {
            panic!("an EC key")
        };
        let len = curve.field_len();
        let mut off = y.clone();
        off[len - 1] ^= 1;
        let cases = [
            (x.clone(), off, "ec-point-off-curve"),
            (vec![0; len], vec![0; len], "ec-point-off-curve"),
            (vec![0xff; len], y.clone(), "ec-point-off-curve"),
            (x[1..].to_vec(), y.clone(), "ec-coordinate-length"),
            (
                x.clone(),
                [&[0], y.as_slice()].concat(),
                "ec-coordinate-length",
            ),
            (vec![], vec![], "ec-coordinate-length"),
        ];
        for (x, y, code) in cases {
            assert_eq!(check_point(curve, &x, &y), Err(CryptoError::Refused(code)));
            let key = Material::Ec {
                curve,
                x,
                y,
                d: None,
            };
            let refused = Err(CryptoError::Refused(code));
            assert_eq!(check(alg, &key, &vec![1; len * 2]), refused, "{alg}");
        }
    }
}

#[test]
fn ec_private_values_out_of_range_are_refused() {
    for (curve, _, order) in ORDERS {
        let range = Err(CryptoError::Refused("ec-private-value-range"));
        assert_eq!(ec_public(curve, &hex(order)), range);
        assert_eq!(ec_public(curve, &vec![0; curve.field_len()]), range);
        let length = Err(CryptoError::Refused("ec-private-value-length"));
        assert_eq!(ec_public(curve, &[1]), length);
    }
}

/// RFC 6979 Appendix A.2.5, SHA-256, message "sample".
#[test]
fn es256_signs_deterministically_as_rfc_6979_prints() {
    let d = hex("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721");
    let (x, y) = ec_public(Curve::P256, &d).unwrap();
    let (curve, d) = (Curve::P256, Some(Secret::new(d)));
    let key = Material::Ec { curve, x, y, d };
    let signature = sign(scheme("ES256"), &key, b"sample", &mut rng()).unwrap();
    let printed = hex(
        "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716
         F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8",
    );
    assert_eq!(signature, printed);
}

/// RFC 6979 Appendix A.2.7, SHA-512, message "sample".
#[test]
fn es512_verifies_what_rfc_6979_prints() {
    let d = hex(
        "00FAD06DAA62BA3B25D2FB40133DA757205DE67F5BB0018FEE8C86E1B68C7E75CAA896EB32F1F47C70855836
         A6D16FCC1466F6D8FBEC67DB89EC0C08B0E996B83538",
    );
    let (x, y) = ec_public(Curve::P521, &d).unwrap();
    let (curve, d) = (Curve::P521, None);
    let key = Material::Ec { curve, x, y, d };
    let printed = hex(
        "00C328FAFCBD79DD77850370C46325D987CB525569FB63C5D3BC53950E6D4C5F174E25A1EE9017B5D450606A
         DD152B534931D7D4E8455CC91F9B15BF05EC36E377FA
         00617CCE7CF5064806C467F678D3B4080D6F1CC50AF26CA209417308281B68AF282623EAA63E5B5C0723D8B8
         C37FF0777B1A20F8CCB1DCCC43997F1EE0E44DA4A67A",
    );
    assert_eq!(verify(scheme("ES512"), &key, b"sample", &printed), Ok(()));
    let other = verify(scheme("ES512"), &key, b"test", &printed);
    assert_eq!(other, Err(CryptoError::Mismatch));
}

// --- EdDSA ---

fn okp_with(curve: Curve, x: Vec<u8>) -> Material {
    Material::Okp { curve, x, d: None }
}

/// RFC 8037 Appendix A.4.
#[test]
fn ed25519_signs_as_rfc_8037_prints() {
    let key = Material::Okp {
        curve: Curve::Ed25519,
        x: b64("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"),
        d: Some(Secret::new(b64(
            "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
        ))),
    };
    let input = b"eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
    let signature = sign(scheme("EdDSA"), &key, input, &mut rng()).unwrap();
    let printed =
        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    assert_eq!(signature, b64(printed));
}

#[test]
fn ed25519_keys_of_small_order_are_refused_though_one_signature_fits_all() {
    // The neutral element as key and as R with S = 0 satisfies the equation for every message.
    let mut neutral = vec![0; 32];
    neutral[0] = 1;
    let signature = [neutral.as_slice(), &[0; 32]].concat();
    let key = okp_with(Curve::Ed25519, neutral);
    let refused = Err(CryptoError::Refused("okp-small-order"));
    assert_eq!(check("EdDSA", &key, &signature), refused);
}

#[test]
fn ed448_keys_of_small_order_are_refused() {
    let mut neutral = vec![0; 57];
    neutral[0] = 1;
    let minus_one = {
        // y = p − 1, with p = 2^448 − 2^224 − 1: the point of order 2.
        let mut y = vec![0xff; 57];
        y[0] = 0xfe;
        y[28] = 0xfe;
        y[56] = 0;
        y
    };
    for key in [neutral, minus_one, vec![0; 57]] {
        let signature = [key.as_slice(), &[0; 57]].concat();
        assert!(check("Ed448", &okp_with(Curve::Ed448, key), &signature).is_err());
    }
}

#[test]
fn ed25519_encodings_at_or_above_p_are_refused() {
    // y = p + 3 decodes in lenient readers as y = 3.
    let mut x = vec![0xff; 32];
    x[0] = 0xf0;
    x[31] = 0x7f;
    let error = check("EdDSA", &okp_with(Curve::Ed25519, x), &[1; 64]);
    assert!(matches!(error, Err(CryptoError::Refused(_))));
}

#[test]
fn eddsa_s_not_below_the_order_is_not_valid() {
    let orders = [
        (
            Curve::Ed25519,
            "edd3f55c1a631258d69cf7a2def9de14000000000000000000000000000000 10",
        ),
        (
            Curve::Ed448,
            "f34458ab92c27823558fc58d72c26c219036d6ae49db4ec4e923ca7cffffffffffffffffffffffffffffffffffffffffffffffffffffff3f00",
        ),
    ];
    for (curve, order) in orders {
        let (key, order) = (okp(curve), hex(order));
        let mut signature = sign(Scheme::EdDsa, &key, INPUT, &mut rng()).unwrap();
        let mut carry = 0;
        for (byte, add) in signature[curve.field_len()..].iter_mut().zip(order) {
            let sum = u16::from(*byte) + u16::from(add) + carry;
            *byte = u8::try_from(sum & 0xff).unwrap();
            carry = sum >> 8;
        }
        let mismatch = Err(CryptoError::Mismatch);
        assert_eq!(verify(Scheme::EdDsa, &key, INPUT, &signature), mismatch);
    }
}

#[test]
fn eddsa_public_keys_of_wrong_length_are_refused() {
    for (curve, alg) in [(Curve::Ed25519, "Ed25519"), (Curve::Ed448, "Ed448")] {
        for len in [0, 31, 58] {
            let key = okp_with(curve, vec![3; len]);
            let refused = Err(CryptoError::Refused("okp-public-key-length"));
            assert_eq!(check(alg, &key, &vec![0; curve.field_len() * 2]), refused);
        }
    }
}

/// RFC 7748 §6.1, Bob.
#[test]
fn x25519_public_key_as_rfc_7748_prints() {
    let d = hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
    let x = hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
    assert_eq!(okp_public(Curve::X25519, &d), Ok(x));
    let refused = Err(CryptoError::Refused("okp-private-key-length"));
    assert_eq!(okp_public(Curve::X25519, &[1; 31]), refused);
}

// --- ML-DSA ---

#[test]
fn ml_dsa_keys_of_wrong_length_are_refused() {
    let short = Material::Akp {
        alg: "ML-DSA-44".to_owned(),
        public: vec![0; 1311],
        private: None,
    };
    let refused = Err(CryptoError::Refused("ml-dsa-public-key-length"));
    assert_eq!(check("ML-DSA-44", &short, &vec![0; 2420]), refused);
    let seed = CryptoError::Refused("ml-dsa-seed-length");
    assert_eq!(ml_dsa_public("ML-DSA-87", &[0; 31]), Err(seed));
    assert_eq!(
        ml_dsa_public("ML-DSA-45", &[0; 32]),
        Err(CryptoError::WrongKeyType)
    );
}

#[test]
fn ml_dsa_hint_that_is_not_canonical_is_not_valid() {
    let key = key_for("ML-DSA-44");
    let mut signature = sign(scheme("ML-DSA-44"), &key, INPUT, &mut rng()).unwrap();
    // The last four bytes count hints and never go down (FIPS 204 algorithm 21).
    let end = signature.len();
    signature[end - 4..].copy_from_slice(&[80, 1, 80, 80]);
    assert_eq!(
        check("ML-DSA-44", &key, &signature),
        Err(CryptoError::Mismatch)
    );
}

#[test]
fn hash_lengths_are_those_of_the_scheme() {
    let key = Material::Oct(Secret::new(vec![1]));
    for (hash, len) in [(Hash::Sha256, 32), (Hash::Sha384, 48), (Hash::Sha512, 64)] {
        assert_eq!(signature_len(Scheme::Hmac(hash), &key), Some(len));
    }
}
