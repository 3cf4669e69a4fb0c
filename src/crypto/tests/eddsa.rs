//! EdDSA: encodings, small orders, and what the RFCs print.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::*;

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
