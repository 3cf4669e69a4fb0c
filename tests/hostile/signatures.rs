//! Signatures that are almost right: HMAC, ECDSA, EdDSA, ML-DSA.
//! Spec: RFC 7518 §3.2 and §3.4, RFC 8032 §5.1.7 and §5.2.7, RFC 8725 §3.1, FIPS 204 §8.

use crate::case::{Row, check, hex, input, invalid, row, signature, token};
use crate::keys;
use crate::ours;
use jwt_debugger::jose::algorithms::Curve;
use jwt_debugger::jose::key_spec::KeySpec;
use jwt_debugger::verify::SignatureState as S;
use rsa::BigUint;
use serde_json::json;

const LENGTH: &str = "verify-signature-length";
const EMPTY: &str = "verify-signature-empty";

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

/// `number` at `length` bytes.
fn fixed(number: &BigUint, length: usize) -> Vec<u8> {
    let bytes = number.to_bytes_be();
    let mut fixed = vec![0; length - bytes.len()];
    fixed.extend(bytes);
    fixed
}

fn integer(content: &[u8]) -> Vec<u8> {
    [&[2, content.len() as u8], content].concat()
}

fn sequence(inside: &[u8]) -> Vec<u8> {
    let length = inside.len() as u8;
    let length = if length < 0x80 {
        vec![length]
    } else {
        vec![0x81, length]
    };
    [&[0x30], length.as_slice(), inside].concat()
}

#[test]
fn ecdsa() {
    let mut rng = keys::rng("ecdsa");
    let mut rows = Vec::new();
    for (curve, alg, order) in ORDERS {
        let key = keys::make(KeySpec::Curve(curve), &mut rng);
        let public = keys::public(&key).to_string();
        let input = input(alg);
        let good = signature(alg, &key, &input);
        let length = curve.field_len();
        let (r, s) = good.split_at(length);
        let n = hex(order);
        let order = BigUint::from_bytes_be(&n);
        let above = |number: &[u8]| BigUint::from_bytes_be(number) + &order;
        let zero = vec![0; length];
        let mut one = zero.clone();
        one[length - 1] = 1;
        let ones = vec![0xff; length];
        let minus_one = fixed(&(&order - 1_u8), length);
        let plus_one = fixed(&(&order + 1_u8), length);

        let mut numbers: Vec<(&str, Vec<u8>, Vec<u8>)> = vec![
            ("r = s = 0", zero.clone(), zero.clone()),
            ("r = 0", zero.clone(), s.to_vec()),
            ("s = 0", r.to_vec(), zero.clone()),
            ("r = 0, s = 1", zero.clone(), one.clone()),
            ("r = 1, s = 0", one.clone(), zero),
            ("r = s = 1", one.clone(), one.clone()),
            ("r = n", n.clone(), s.to_vec()),
            ("s = n", r.to_vec(), n.clone()),
            ("r = s = n", n.clone(), n.clone()),
            ("r = s = n − 1", minus_one.clone(), minus_one),
            ("r = n + 1, s = 1", plus_one, one),
            ("r = s = 2^k − 1", ones.clone(), ones),
            ("s, r", s.to_vec(), r.to_vec()),
        ];
        // Where a field element has room above the order, a number may be written unreduced.
        if curve == Curve::P521 {
            numbers.push(("r + n", fixed(&above(r), length), s.to_vec()));
            numbers.push(("s + n", r.to_vec(), fixed(&above(s), length)));
        }
        for (name, r, s) in numbers {
            let pasted = token(&input, &[r, s].concat());
            rows.push(invalid(format!("{alg}: {name}"), pasted, &public));
        }

        let minimal = |number: &[u8]| {
            let mut bytes = BigUint::from_bytes_be(number).to_bytes_be();
            if bytes[0] >= 0x80 {
                bytes.insert(0, 0);
            }
            bytes
        };
        let negative = |number: &[u8]| BigUint::from_bytes_be(number).to_bytes_be();
        let der = sequence(&[integer(&minimal(r)), integer(&minimal(s))].concat());
        let lengths: Vec<(&str, Vec<u8>)> = vec![
            ("cut off by one byte", good[..good.len() - 1].to_vec()),
            ("without its first byte", good[1..].to_vec()),
            ("half", r.to_vec()),
            ("a byte more behind", [&good, [0].as_slice()].concat()),
            ("a byte more before", [&[0], good.as_slice()].concat()),
            ("a zero before each number", [&[0], r, &[0], s].concat()),
            ("twice", [good.as_slice(), &good].concat()),
            ("one byte", vec![1]),
            ("DER", der.clone()),
            ("DER with a byte behind", [&der, [0].as_slice()].concat()),
            (
                "DER with numbers that may be negative",
                sequence(&[integer(&negative(r)), integer(&negative(s))].concat()),
            ),
            (
                "DER with zeros before the numbers",
                sequence(
                    &[
                        integer(&[&[0, 0], r].concat()),
                        integer(&[&[0, 0], s].concat()),
                    ]
                    .concat(),
                ),
            ),
            ("DER of two zeros", sequence(&[2, 1, 0, 2, 1, 0])),
            ("64 KB", vec![7; 1 << 16]),
        ];
        for (name, bytes) in lengths {
            assert_ne!(bytes.len(), good.len(), "{alg}: {name}");
            let pasted = token(&input, &bytes);
            rows.push(row(
                format!("{alg}: {name}"),
                pasted,
                &public,
                S::Invalid,
                LENGTH,
            ));
        }
        rows.push(row(
            format!("{alg}: none"),
            format!("{input}."),
            &public,
            S::Invalid,
            EMPTY,
        ));
    }
    check(&rows, 4 * (13 + 14 + 1) + 2);
}

/// Orders of the prime-order subgroups, little-endian (RFC 8032 §5.1 and §5.2).
const EDWARDS: [(Curve, &str, &str); 2] = [
    (
        Curve::Ed25519,
        "Ed25519",
        "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010",
    ),
    (
        Curve::Ed448,
        "Ed448",
        "f34458ab92c27823558fc58d72c26c219036d6ae49db4ec4e923ca7cffffffffffffffffffffffffffffffffffffffffffffffffffffff3f00",
    ),
];

#[test]
fn eddsa() {
    let mut rng = keys::rng("eddsa");
    let mut rows = Vec::new();
    for (curve, alg, order) in EDWARDS {
        let key = keys::make(KeySpec::Curve(curve), &mut rng);
        let public = keys::public(&key).to_string();
        let input = input(alg);
        let good = signature(alg, &key, &input);
        let length = curve.field_len();
        let (r, s) = good.split_at(length);
        let order = BigUint::from_bytes_le(&hex(order));
        let mut l = order.to_bytes_le();
        l.resize(length, 0);
        let shifted = |times: u8| {
            let mut bytes = (BigUint::from_bytes_le(s) + &order * times).to_bytes_le();
            bytes.resize(length, 0);
            bytes
        };
        let mut neutral = vec![0; length];
        neutral[0] = 1;
        let zero = vec![0; length];
        let flipped = |at: usize, mask: u8| {
            let mut bytes = good.clone();
            bytes[at] ^= mask;
            bytes
        };
        let cases = vec![
            ("S + L", [r, &shifted(1)].concat()),
            ("S + 2L", [r, &shifted(2)].concat()),
            ("S + 3L", [r, &shifted(3)].concat()),
            ("S = 0", [r, &zero].concat()),
            ("S = L", [r, &l].concat()),
            ("R neutral, S = 0", [neutral.as_slice(), &zero].concat()),
            ("R neutral", [neutral.as_slice(), s].concat()),
            ("R = 0", [zero.as_slice(), s].concat()),
            ("R not on the curve", [&vec![2; length], s].concat()),
            ("R at or above p", [&vec![0xff; length], s].concat()),
            ("the sign of R turned", flipped(length - 1, 0x80)),
            ("the top bit of S", flipped(2 * length - 1, 0x80)),
            ("the top bits of S", flipped(2 * length - 1, 0xe0)),
            ("S, R", [s, r].concat()),
            ("all zero", vec![0; 2 * length]),
            ("all ones", vec![0xff; 2 * length]),
        ];
        for (name, bytes) in cases {
            assert_ne!(bytes, good, "{alg}: {name}");
            rows.push(invalid(
                format!("{alg}: {name}"),
                token(&input, &bytes),
                &public,
            ));
        }
        for (name, bytes) in [
            ("cut off", good[..good.len() - 1].to_vec()),
            ("a byte more", [good.as_slice(), &[0]].concat()),
            ("half", r.to_vec()),
        ] {
            let pasted = token(&input, &bytes);
            rows.push(row(
                format!("{alg}: {name}"),
                pasted,
                &public,
                S::Invalid,
                LENGTH,
            ));
        }
        rows.push(row(
            format!("{alg}: none"),
            format!("{input}."),
            &public,
            S::Invalid,
            EMPTY,
        ));
    }
    check(&rows, 2 * (16 + 3 + 1));
}

#[test]
fn ml_dsa() {
    let mut rng = keys::rng("ml-dsa");
    let mut rows = Vec::new();
    for (level, alg) in [(44, "ML-DSA-44"), (65, "ML-DSA-65"), (87, "ML-DSA-87")] {
        let key = keys::make(KeySpec::MlDsa(level), &mut rng);
        let public = keys::public(&key).to_string();
        let input = input(alg);
        let good = signature(alg, &key, &input);
        let with = |at: usize, byte: u8| {
            let mut bytes = good.clone();
            assert_ne!(bytes[at], byte);
            bytes[at] = byte;
            bytes
        };
        let last = good.len() - 1;
        let zeros_from = |at: usize| {
            let mut bytes = good.clone();
            bytes[at..].fill(0);
            bytes
        };
        let cases = vec![
            ("all zero", vec![0; good.len()]),
            ("all ones", vec![0xff; good.len()]),
            ("another challenge", with(0, good[0] ^ 1)),
            ("another response", with(last / 2, good[last / 2] ^ 1)),
            // The hint ends in counts that rise to at most ω (FIPS 204 §7.1, algorithm 21).
            ("a count of hints above ω", with(last, 0xff)),
            ("counts of hints that fall", with(last, 0)),
            ("no hints", zeros_from(last - 10)),
        ];
        for (name, bytes) in cases {
            rows.push(invalid(
                format!("{alg}: {name}"),
                token(&input, &bytes),
                &public,
            ));
        }
        for (name, bytes) in [
            ("cut off", good[..last].to_vec()),
            ("a byte more", [good.as_slice(), &[0]].concat()),
        ] {
            let pasted = token(&input, &bytes);
            rows.push(row(
                format!("{alg}: {name}"),
                pasted,
                &public,
                S::Invalid,
                LENGTH,
            ));
        }
        rows.push(row(
            format!("{alg}: none"),
            format!("{input}."),
            &public,
            S::Invalid,
            EMPTY,
        ));
    }
    check(&rows, 3 * (7 + 2 + 1));
}

#[test]
fn hmac() {
    let mut rng = keys::rng("hmac");
    let mut rows = Vec::new();
    for (alg, length) in [("HS256", 32), ("HS384", 48), ("HS512", 64)] {
        let key = keys::secret(&keys::random(64, &mut rng));
        let text = keys::private(&key).to_string();
        let input = input(alg);
        let good = signature(alg, &key, &input);
        assert_eq!(good.len(), length);
        for short in [1, 4, 10, 16, length / 2, length - 1] {
            let pasted = token(&input, &good[..short]);
            let name = format!("{alg}: the first {short} bytes");
            rows.push(row(name, pasted, &text, S::Invalid, LENGTH));
        }
        let longer = token(&input, &[good.as_slice(), &[0]].concat());
        rows.push(row(
            format!("{alg}: a byte more"),
            longer,
            &text,
            S::Invalid,
            LENGTH,
        ));
        rows.push(row(
            format!("{alg}: none"),
            format!("{input}."),
            &text,
            S::Invalid,
            EMPTY,
        ));
        for (name, bytes) in [("zeros", vec![0; length]), ("ones", vec![0xff; length])] {
            let mut one = invalid(format!("{alg}: {name}"), token(&input, &bytes), &text);
            one.code = "verify-mismatch-secret";
            rows.push(one);
        }
    }
    // The MAC of the longer hash, cut off to the length of the shorter one.
    let key = keys::secret(&[7; 64]);
    let input = input("HS256");
    let cut_off = &signature("HS512", &key, &input)[..32];
    rows.push(Row {
        code: "verify-mismatch-secret",
        ..invalid(
            "HS512 cut off as HS256",
            token(&input, cut_off),
            &keys::private(&key).to_string(),
        )
    });
    check(&rows, 3 * 10 + 1);
}

/// A token whose `alg` is none, in every spelling, with and without what it was signed with.
#[test]
fn algorithms_that_are_none_or_unknown() {
    let key = keys::secret(&[7; 32]);
    let text = keys::private(&key).to_string();
    let good = signature("HS256", &key, &input("HS256"));
    let make = |alg: serde_json::Value, signature: &[u8]| {
        let header = json!({ "alg": alg }).to_string();
        token(
            &format!("{}.{}", ours::b64(header), ours::b64("{}")),
            signature,
        )
    };
    let mut rows = Vec::new();
    for signature in [[].as_slice(), &good] {
        let pasted = make("none".into(), signature);
        rows.push(row("none", pasted, &text, S::Unsecured, "verify-unsecured"));
        for alg in ["None", "NONE", "nOnE", "hs256", "RS256 ", "", "HS256\0"] {
            let code = match alg {
                "None" | "NONE" | "nOnE" | "hs256" => "verify-alg-case",
                _ => "verify-alg-unknown",
            };
            let pasted = make(alg.into(), signature);
            rows.push(row(format!("{alg:?}"), pasted, &text, S::Unsupported, code));
        }
        for alg in [
            json!(null),
            json!(["HS256"]),
            json!({}),
            json!(256),
            json!(true),
        ] {
            let code = "verify-alg-not-string";
            let name = alg.to_string();
            let pasted = make(alg, signature);
            rows.push(row(name, pasted, &text, S::Unsupported, code));
        }
    }
    check(&rows, 2 * (1 + 7 + 5));
}
