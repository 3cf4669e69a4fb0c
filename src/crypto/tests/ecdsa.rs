//! ECDSA: ranges, points, and what RFC 6979 prints.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::*;

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
