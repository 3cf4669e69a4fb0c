//! Keys that are none: points off the curve, numbers that no key has, halves that do not belong
//! together, names that occur twice.
//! Spec: RFC 7517 §4, RFC 7518 §6, RFC 8017 §3.1, SEC 1 §3.2.2, RFC 8032 §5.1.3.

use crate::case::{Row, check, hex, input, invalid, row, signature, token, verdict};
use crate::keys;
use crate::ours;
use jwt_debugger::base64url;
use jwt_debugger::crypto::containers::{Container, pem};
use jwt_debugger::jose::algorithms::Curve;
use jwt_debugger::jose::key_spec::KeySpec;
use jwt_debugger::keys::{Material, read_key};
use jwt_debugger::verify::SignatureState as S;
use rsa::BigUint;
use serde_json::{Value, json};

fn with(jwk: &Value, member: &str, value: impl Into<Value>) -> String {
    let mut jwk = jwk.clone();
    jwk[member] = value.into();
    jwk.to_string()
}

/// Field primes (SEC 2).
const PRIMES: [(Curve, &str, &str); 3] = [
    (
        Curve::P256,
        "ES256",
        "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
    ),
    (
        Curve::P521,
        "ES512",
        "01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    ),
    (
        Curve::Secp256k1,
        "ES256K",
        "fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f",
    ),
];

#[test]
fn points_of_a_jwk() {
    let mut rng = keys::rng("points");
    let mut rows = Vec::new();
    for (curve, alg, prime) in PRIMES {
        let key = keys::make(KeySpec::Curve(curve), &mut rng);
        let jwk = keys::public(&key);
        let input = input(alg);
        let token = token(&input, &signature(alg, &key, &input));
        let length = curve.field_len();
        let bytes = |member: &str| base64url::decode(jwk[member].as_str().unwrap()).unwrap();
        let (x, y) = (bytes("x"), bytes("y"));
        let mut off = y.clone();
        off[length - 1] ^= 1;
        let prime = hex(prime);
        let pair = |x: &[u8], y: &[u8]| {
            let mut jwk = jwk.clone();
            jwk["x"] = ours::b64(x).into();
            jwk["y"] = ours::b64(y).into();
            jwk.to_string()
        };
        let mut points = vec![
            ("off the curve", pair(&x, &off)),
            ("x and y exchanged", pair(&y, &x)),
            ("(0, 0)", pair(&vec![0; length], &vec![0; length])),
            ("(p, p)", pair(&prime, &prime)),
            ("x all ones", pair(&vec![0xff; length], &y)),
        ];
        // x + p is the same number to whoever reduces it.
        let above = BigUint::from_bytes_be(&x) + BigUint::from_bytes_be(&prime);
        let above = above.to_bytes_be();
        if let Some(room) = length.checked_sub(above.len()) {
            points.push(("x + p", pair(&[vec![0; room], above].concat(), &y)));
        }
        for (name, key) in points {
            let name = format!("{alg}: {name}");
            rows.push(row(name, &token, key, S::KeyError, "key-jwk-off-curve"));
        }
        let other = Curve::P384;
        let length = "key-jwk-wrong-length";
        let wrong = [
            ("another curve", with(&jwk, "crv", other.name()), length),
            (
                "no curve",
                with(&jwk, "crv", "P-192"),
                "key-jwk-unknown-crv",
            ),
            (
                "an edwards curve",
                with(&jwk, "crv", "Ed25519"),
                "key-jwk-crv-of-other-kty",
            ),
            ("x empty", with(&jwk, "x", ""), length),
            ("y too long", with(&jwk, "y", ours::b64([1; 80])), length),
            ("y no text", with(&jwk, "y", 7), "key-jwk-not-string"),
        ];
        for (name, key, code) in wrong {
            // For P-521 the other curve's coordinates are the shorter ones.
            rows.push(row(
                format!("{alg}: {name}"),
                &token,
                key,
                S::KeyError,
                code,
            ));
        }
    }
    check(&rows, 3 * (5 + 6) + 1);
}

#[test]
fn points_of_a_subject_public_key_info() {
    let mut rng = keys::rng("spki");
    let key = keys::make(KeySpec::Curve(Curve::P256), &mut rng);
    let input = input("ES256");
    let token = token(&input, &signature("ES256", &key, &input));
    let der = base64url_of_pem(&keys::public_pem(&key));
    assert_eq!((der.len(), der[26]), (91, 4));
    let text = |der: &[u8]| pem::write(Container::Spki, der).unwrap();
    let changed = |at: usize, byte: u8| {
        let mut der = der.clone();
        der[at] = byte;
        text(&der)
    };
    // AlgorithmIdentifier of id-ecPublicKey on P-256, then a BIT STRING.
    let with_point = |point: &[u8]| {
        let algorithm = hex("301306072a8648ce3d020106082a8648ce3d030107");
        let bits = [&[3, point.len() as u8 + 1, 0], point].concat();
        let inside = [algorithm, bits].concat();
        text(&[&[0x30, inside.len() as u8], inside.as_slice()].concat())
    };
    let off = "ec-point-off-curve";
    let rows: Vec<Row> = [
        ("off the curve", changed(90, der[90] ^ 1), off),
        ("the point at infinity", with_point(&[0]), off),
        ("no point", with_point(&[]), off),
        ("an unknown form", changed(26, 5), off),
        ("a hybrid form", changed(26, 6), off),
        (
            "compressed, off the curve",
            with_point(&[&[2], [0xff; 32].as_slice()].concat()),
            off,
        ),
        ("compressed, too short", with_point(&[2; 32]), off),
        ("half a point", with_point(&der[26..59]), off),
        (
            "an unknown curve",
            changed(22, 2),
            "container-curve-unknown",
        ),
        (
            "an unknown algorithm",
            changed(12, 9),
            "container-algorithm-unknown",
        ),
        ("cut off", text(&der[..90]), "key-der-length"),
        (
            "a byte behind",
            text(&[der.as_slice(), &[0]].concat()),
            "key-der-length",
        ),
    ]
    .into_iter()
    .map(|(name, key, code)| row(name, &token, key, S::KeyError, code))
    .collect();
    check(&rows, 12);
}

fn base64url_of_pem(pem: &str) -> Vec<u8> {
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let body = body.replace('+', "-").replace('/', "_");
    base64url::decode(body.trim_end_matches('=')).unwrap()
}

#[test]
fn rsa_numbers() {
    let key = keys::make(KeySpec::Rsa(2048), &mut keys::rng("rsa"));
    let jwk = keys::public(&key);
    let Material::Rsa { n, .. } = &key else {
        panic!("RSA")
    };
    let mut even = n.clone();
    *even.last_mut().unwrap() &= 0xfe;
    let huge = [&[0xff; 2050], [1].as_slice()].concat();
    let mut rows = Vec::new();
    for alg in ["RS256", "PS256"] {
        let input = input(alg);
        let good = signature(alg, &key, &input);
        let token_of = |length: usize| token(&input, &vec![1; length]);
        let good = token(&input, &good);
        let small = "rsa-exponent-too-small";
        let large = "rsa-exponent-too-large";
        let cases: Vec<(&str, &str, &str, Vec<u8>, &'static str)> = vec![
            ("exponent 0", &good, "e", vec![0], "key-jwk-zero"),
            ("exponent empty", &good, "e", vec![], "key-jwk-zero"),
            ("exponent 1", &good, "e", vec![1], small),
            (
                "exponent 1 at length",
                &good,
                "e",
                [vec![0; 255], vec![1]].concat(),
                small,
            ),
            ("exponent 2", &good, "e", vec![2], "rsa-exponent-even"),
            (
                "exponent 65536",
                &good,
                "e",
                vec![1, 0, 0],
                "rsa-exponent-even",
            ),
            (
                "exponent of 257 bits",
                &good,
                "e",
                [vec![1; 32], vec![1]].concat(),
                large,
            ),
            ("the modulus as exponent", &good, "e", n.clone(), large),
            ("modulus 0", &good, "n", vec![0], "key-jwk-zero"),
            ("modulus empty", &good, "n", vec![], "key-jwk-zero"),
            ("modulus even", &good, "n", even.clone(), "rsa-modulus-even"),
            (
                "modulus of 16408 bits",
                &good,
                "n",
                huge.clone(),
                "rsa-modulus-too-large",
            ),
        ];
        for (name, pasted, member, number, code) in cases {
            let key = with(&jwk, member, ours::b64(number));
            rows.push(row(
                format!("{alg}: {name}"),
                pasted,
                key,
                S::KeyError,
                code,
            ));
        }
        // Tiny moduli: every signature of one byte, and none holds.
        for (name, modulus) in [("modulus 1", 1), ("modulus 3", 3), ("modulus 255", 255)] {
            let key = with(&jwk, "n", ours::b64([modulus]));
            rows.push(row(
                format!("{alg}: {name}"),
                token_of(1),
                key,
                S::KeyError,
                "rsa-exponent-too-large",
            ));
        }
        let mut tiny = jwk.clone();
        tiny["n"] = ours::b64([0xc1]).into();
        tiny["e"] = ours::b64([3]).into();
        rows.push(invalid(
            format!("{alg}: n = 193, e = 3"),
            token_of(1),
            &tiny.to_string(),
        ));
    }
    check(&rows, 2 * (12 + 3 + 1));
}

/// A private half that does not belong to the public one vouches for nothing and signs nothing.
#[test]
fn halves_that_do_not_belong_together() {
    let mut rng = keys::rng("halves");
    let mut rows = Vec::new();
    let mut warned = 0;
    for (alg, spec, member) in [
        ("ES256", KeySpec::Curve(Curve::P256), "d"),
        ("ES512", KeySpec::Curve(Curve::P521), "d"),
        ("Ed25519", KeySpec::Curve(Curve::Ed25519), "d"),
        ("Ed448", KeySpec::Curve(Curve::Ed448), "d"),
        ("ML-DSA-44", KeySpec::MlDsa(44), "priv"),
    ] {
        let (key, other) = (keys::make(spec, &mut rng), keys::make(spec, &mut rng));
        let mixed = with(
            &keys::public(&key),
            member,
            keys::private(&other)[member].clone(),
        );
        let input = input(alg);
        let pasted = token(&input, &signature(alg, &other, &input));
        rows.push(invalid(
            format!("{alg}: signed by the other half"),
            &pasted,
            &mixed,
        ));
        let reading = read_key(&ours::key(&mixed));
        assert_eq!(reading.warnings[0].code, "key-halves-differ", "{alg}");
        warned += 1;
        let made = ours::try_make(&json!({ "alg": alg }), "{}", &mixed, &mut rng);
        assert_eq!(made, Err("key-pair-differs".to_owned()), "{alg}");
    }
    check(&rows, 5);
    assert_eq!(warned, 5);
}

/// The numbers of an RSA private key depend on each other; each one of another key is named when
/// the key is read, and the key does not sign.
#[test]
fn rsa_private_numbers_that_do_not_belong_together() {
    let key = keys::make(KeySpec::Rsa(2048), &mut keys::rng("rsa"));
    let jwk = keys::private(&key);
    let mut rng = keys::rng("rsa numbers");
    for member in ["d", "p", "q", "dp", "dq", "qi"] {
        let mut bytes = base64url::decode(jwk[member].as_str().unwrap()).unwrap();
        bytes[20] ^= 4;
        let changed = with(&jwk, member, ours::b64(bytes));
        let reading = read_key(&ours::key(&changed));
        let codes: Vec<_> = reading
            .warnings
            .iter()
            .map(|one| one.code.as_ref())
            .collect();
        assert_eq!(codes, ["key-halves-differ"], "{member}");
        let made = ours::try_make(&json!({ "alg": "RS256" }), "{}", &changed, &mut rng);
        match member {
            // What can be computed is computed, so a wrong one does no harm.
            "dp" | "dq" | "qi" => assert!(made.is_ok(), "{member}"),
            _ => assert_eq!(made, Err("rsa-private-half-wrong".to_owned()), "{member}"),
        }
    }
    let reading = read_key(&ours::key(&jwk.to_string()));
    assert_eq!(reading.warnings, []);
}

/// All eight points of small order of Ed25519, canonical and not, and those of Ed448.
#[test]
fn edwards_keys_of_small_order_or_off_the_curve() {
    let points: [(&str, &str, &str); 16] = [
        (
            "Ed25519",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "okp-small-order",
        ),
        (
            "Ed25519",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "okp-small-order",
        ),
        (
            "Ed25519",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "okp-small-order",
        ),
        (
            "Ed25519",
            "0000000000000000000000000000000000000000000000000000000000000080",
            "okp-small-order",
        ),
        (
            "Ed25519",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "okp-small-order",
        ),
        (
            "Ed25519",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
            "okp-small-order",
        ),
        (
            "Ed25519",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "okp-small-order",
        ),
        (
            "Ed25519",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
            "okp-small-order",
        ),
        (
            "Ed25519",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "okp-point-not-canonical",
        ),
        (
            "Ed25519",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "okp-point-not-canonical",
        ),
        (
            "Ed25519",
            "0200000000000000000000000000000000000000000000000000000000000000",
            "okp-point-off-curve",
        ),
        (
            "Ed448",
            "010000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
            "okp-small-order",
        ),
        (
            "Ed448",
            "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
            "okp-small-order",
        ),
        (
            "Ed448",
            "fefffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffffffffffffffffffffffffffffffffffffffffffffffffff00",
            "okp-small-order",
        ),
        (
            "Ed448",
            "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            "okp-point-off-curve",
        ),
        (
            "Ed448",
            "020000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
            "okp-point-off-curve",
        ),
    ];
    let mut rows = Vec::new();
    for (index, (curve, x, code)) in points.into_iter().enumerate() {
        let length = Curve::from_name(curve).unwrap().field_len();
        let mut bytes = hex(x);
        bytes.resize(length, 0);
        let jwk = json!({ "kty": "OKP", "crv": curve, "x": ours::b64(&bytes) }).to_string();
        // R the key itself and S = 0 is what holds for small orders.
        let pasted = token(&input(curve), &[bytes, vec![0; length]].concat());
        rows.push(row(
            format!("{curve} {index}"),
            pasted,
            jwk,
            S::KeyError,
            code,
        ));
    }
    check(&rows, 16);
}

/// With a `kid` that two keys have, both are tried; with one that none has, none is.
#[test]
fn names_in_a_set() {
    let mut rng = keys::rng("set");
    let spec = KeySpec::Curve(Curve::P256);
    let (one, two, signer) = (
        keys::make(spec, &mut rng),
        keys::make(spec, &mut rng),
        keys::make(spec, &mut rng),
    );
    let named = |key: &Material, kid: &str| {
        let mut jwk = keys::public(key);
        jwk["kid"] = kid.into();
        jwk
    };
    let header = ours::b64(json!({ "alg": "ES256", "kid": "a" }).to_string());
    let input = format!("{header}.{}", ours::b64("{}"));
    let token = token(&input, &signature("ES256", &signer, &input));
    let set = |keys: Vec<Value>| json!({ "keys": keys }).to_string();
    let mut twice = named(&signer, "a").to_string();
    twice.insert_str(1, r#""kid":"b","#);
    let rows = [
        row(
            "a repeated kid, and neither fits",
            &token,
            set(vec![named(&one, "a"), named(&two, "a")]),
            S::Invalid,
            "verify-mismatch-all",
        ),
        row(
            "the kid of another key",
            &token,
            set(vec![named(&one, "a"), named(&signer, "b")]),
            S::Invalid,
            "verify-mismatch-kid",
        ),
        row(
            "a kid that is not there",
            &token,
            set(vec![named(&signer, "b"), named(&one, "c")]),
            S::KeyError,
            "verify-kid-absent",
        ),
        row(
            "a kid in other letters",
            &token,
            set(vec![named(&signer, "A")]),
            S::KeyError,
            "verify-kid-absent",
        ),
        row(
            "a JWK with two kids",
            &token,
            twice,
            S::KeyError,
            "key-jwk-duplicate-member",
        ),
    ];
    check(&rows, 5);
    let both = set(vec![named(&one, "a"), named(&signer, "a")]);
    let held = verdict(&token, &both);
    assert_eq!(held.state, S::Valid);
    let codes: Vec<_> = held.warnings.iter().map(|one| one.code.as_ref()).collect();
    assert_eq!(codes, ["key-jwks-repeated-kid"]);
}

/// What a key says of its use is named (RFC 7517 §4.2 to §4.4), in a set it decides.
#[test]
fn keys_for_something_else() {
    let mut rng = keys::rng("use");
    let key = keys::make(KeySpec::Curve(Curve::P256), &mut rng);
    let jwk = keys::public(&key);
    let input = input("ES256");
    let token = token(&input, &signature("ES256", &key, &input));
    let cases = [
        ("use", json!("enc"), "verify-key-use"),
        ("key_ops", json!(["encrypt"]), "verify-key-ops"),
        ("key_ops", json!(["deriveKey", "sign"]), "verify-key-ops"),
        ("alg", json!("ES384"), "verify-key-alg"),
        ("alg", json!("ECDH-ES"), "verify-key-alg"),
    ];
    let mut rows = Vec::new();
    for (member, value, code) in cases {
        let name = format!("{member} {value}");
        let odd = with(&jwk, member, value);
        let alone = verdict(&token, &odd);
        let codes: Vec<_> = alone.warnings.iter().map(|one| one.code.as_ref()).collect();
        assert_eq!(codes, [code], "{name}");
        let set = format!(r#"{{"keys":[{odd}]}}"#);
        rows.push(row(name, &token, set, S::KeyError, code));
    }
    check(&rows, 5);
}
