//! Faults in the choice, kind and spelling of a key.

use crate::ask::Expect::{Certain, Fixed, Nothing, Proven, Valid};
use crate::ask::{Row, check, row};
use crate::material::{
    CERTIFICATE, FAMILIES, OTHER_RSA, PAYLOAD, X25519, hex, jwk, key, of, wrapped,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jwt_debugger::base64url;
use jwt_debugger::crypto::generate;
use jwt_debugger::jose::algorithms::Curve;
use jwt_debugger::jose::key_spec::KeySpec;
use jwt_debugger::keys::{Material, public_jwk, read_key};
use rand_chacha::ChaCha8Rng;
use rand_core::SeedableRng;

fn other(curve: Curve) -> String {
    let material = generate(KeySpec::Curve(curve), &mut ChaCha8Rng::seed_from_u64(9)).unwrap();
    public_jwk(&material)
}

#[test]
fn another_type_or_curve_than_the_algorithm_needs() {
    let mut rows = Vec::new();
    for family in FAMILIES {
        for given in [
            of("RS256"),
            of("ES256"),
            of("ES384"),
            of("ES256K"),
            of("EdDSA"),
            of("HS256"),
        ] {
            let same =
                |a: &str, b: &str| a[..2] == b[..2] && (a == b || a.starts_with(['H', 'R', 'P']));
            let fits = same(family.alg, given.alg) || (family.is_rsa() && given.is_rsa());
            if !fits {
                let name = format!("{} with the key of {}", family.alg, given.alg);
                rows.push(row(
                    name,
                    &family.token(),
                    given.public,
                    Certain("key-wrong-type"),
                ));
            }
        }
    }
    assert!(rows.len() > 60, "{}", rows.len());
    let ed = of("EdDSA");
    rows.push(row(
        "X25519",
        &ed.token(),
        X25519,
        Certain("key-wrong-type"),
    ));
    check(&rows);
}

#[test]
fn a_set_with_the_right_key_at_another_place() {
    let mut rows = Vec::new();
    for (alg, wrong) in [
        ("ES256", other(Curve::P256)),
        ("EdDSA", other(Curve::Ed25519)),
        (
            "RS256",
            read_key(&key(OTHER_RSA)).keys[0].facts.public_jwk.clone(),
        ),
    ] {
        let family = of(alg);
        let header = format!(r#"{{"alg":"{alg}","kid":"one"}}"#);
        let token = family.token_of(&header, PAYLOAD);
        let named = |text: &str, kid: &str| text.replacen('{', &format!(r#"{{"kid":"{kid}","#), 1);
        let right = jwk(family.public, "");
        for (fault, kids) in [
            ("absent", ["two", "three"]),
            ("of another key", ["one", "two"]),
        ] {
            let set = format!(
                r#"{{"keys":[{},{}]}}"#,
                named(&wrong, kids[0]),
                named(&right, kids[1])
            );
            let name = format!("{alg}: kid {fault}");
            rows.push(row(name, &token, &set, Fixed(&["key-other-of-set"])));
        }
        let set = format!(r#"{{"keys":[{}]}}"#, named(&wrong, "two"));
        rows.push(row(
            format!("{alg}: none"),
            &token,
            &set,
            Certain("key-kid-absent"),
        ));
        let encryption = named(&right, "one").replacen('{', r#"{"use":"enc","#, 1);
        let set = format!(r#"{{"keys":[{encryption}]}}"#);
        rows.push(row(format!("{alg}: use enc"), &token, &set, Valid));
    }
    check(&rows);
}

#[test]
fn the_key_in_the_token_and_the_one_in_the_box() {
    let family = of("ES256");
    let own = jwk(family.public, "");
    let token = family.token_of(&format!(r#"{{"alg":"ES256","jwk":{own}}}"#), PAYLOAD);
    let der = STANDARD.encode(pem_bytes(CERTIFICATE));
    let x5c = family.token_of(&format!(r#"{{"alg":"ES256","x5c":["{der}"]}}"#), PAYLOAD);
    check(&[
        row("jwk", &token, &other(Curve::P256), Proven(&["key-own"])),
        row("x5c", &x5c, &other(Curve::P256), Proven(&["key-own"])),
    ]);
}

pub fn pem_bytes(pem: &str) -> Vec<u8> {
    let lines = pem.lines().filter(|line| !line.starts_with('-'));
    STANDARD.decode(lines.collect::<String>()).unwrap()
}

#[test]
fn halves_of_two_keys() {
    let mut rows = Vec::new();
    for (alg, curve) in [("ES256", Curve::P256), ("EdDSA", Curve::Ed25519)] {
        let family = of(alg);
        let keys = read_key(&key(family.private));
        let (Material::Ec { d, .. } | Material::Okp { d, .. }) = &keys.keys[0].material else {
            panic!("no private half");
        };
        let d = base64url::encode(d.as_ref().unwrap().expose());
        let mixed = other(curve).replacen('{', &format!(r#"{{"d":"{d}","#), 1);
        rows.push(row(
            alg,
            &family.token(),
            &mixed,
            Fixed(&["key-private-half"]),
        ));
    }
    check(&rows);
}

/// Lenient reading verifies; what stricter programs refuse is said all the same.
#[test]
fn a_jwk_that_is_nearly_right() {
    let family = of("ES256");
    let token = family.token();
    let right = jwk(family.public, "");
    let document: serde_json::Value = serde_json::from_str(&right).unwrap();
    let x = document["x"].as_str().unwrap();
    let bytes = base64url::decode(x).unwrap();
    let zero = base64url::encode(&[vec![0], bytes.clone()].concat());
    let with_x = |x: &str| {
        let mut changed = document.clone();
        changed["x"] = x.into();
        changed.to_string()
    };
    let spelled = |name: &str, value: &str| {
        let mut changed = document.clone();
        changed[name] = value.into();
        changed.to_string()
    };
    let values = Fixed(&["key-jwk-values"]);
    check(&[
        row(
            "padded",
            &token,
            &with_x(&format!("{x}=")),
            Fixed(&["key-jwk-base64"]),
        ),
        row("a zero", &token, &with_x(&zero), Fixed(&["key-jwk-length"])),
        row("kty in lower case", &token, &spelled("kty", "ec"), values),
        row(
            "crv of OpenSSL",
            &token,
            &spelled("crv", "prime256v1"),
            values,
        ),
        row(
            "crv without a dash",
            &token,
            &spelled("crv", "P256"),
            values,
        ),
        row(
            "without kty",
            &token,
            &right.replace(r#""kty":"EC","#, ""),
            values,
        ),
        row("x in hex", &token, &hexed(&document), values),
        row(
            "comma",
            &token,
            &right.replace('}', ",}"),
            Fixed(&["key-text-repaired"]),
        ),
        row(
            "quotes",
            &token,
            &right.replace('"', "\u{201d}"),
            Fixed(&["key-text-repaired"]),
        ),
    ]);
    let rsa = of("RS256");
    let right = jwk(rsa.public, "");
    let document: serde_json::Value = serde_json::from_str(&right).unwrap();
    let n = base64url::decode(document["n"].as_str().unwrap()).unwrap();
    let with_n = |n: &str| {
        let mut changed = document.clone();
        changed["n"] = n.into();
        changed.to_string()
    };
    let zero = base64url::encode(&[vec![0], n.clone()].concat());
    check(&[
        row(
            "RSA n with a zero",
            &rsa.token(),
            &with_n(&zero),
            Fixed(&["key-jwk-length"]),
        ),
        row(
            "RSA n in base64",
            &rsa.token(),
            &with_n(&STANDARD.encode(&n)),
            Fixed(&["key-jwk-base64"]),
        ),
    ]);
}

fn hexed(document: &serde_json::Value) -> String {
    let mut changed = document.clone();
    for name in ["x", "y"] {
        let bytes = base64url::decode(document[name].as_str().unwrap()).unwrap();
        changed[name] = hex(&bytes).into();
    }
    changed.to_string()
}

#[test]
fn the_bytes_of_a_key_without_a_container() {
    let mut rows = Vec::new();
    for alg in ["EdDSA", "Ed448"] {
        let family = of(alg);
        let Material::Okp { x, d, .. } = &read_key(&key(family.private)).keys[0].material else {
            panic!("no OKP key");
        };
        let seed = d.as_ref().unwrap().expose();
        for bytes in [x.clone(), seed.clone(), [seed.as_slice(), x].concat()] {
            let code = Fixed(&["key-raw-public"]);
            rows.push(row(
                format!("{alg} hex"),
                &family.token(),
                &hex(&bytes),
                code,
            ));
            rows.push(row(
                format!("{alg} base64"),
                &family.token(),
                &STANDARD.encode(&bytes),
                code,
            ));
            rows.push(row(alg, &family.token(), &base64url::encode(&bytes), code));
        }
    }
    for alg in ["ES256", "ES384", "ES512", "ES256K"] {
        let family = of(alg);
        let Material::Ec { x, y, .. } = &read_key(&key(family.public)).keys[0].material else {
            panic!("no EC key");
        };
        for bytes in [[&[4], x.as_slice(), y].concat(), [x.as_slice(), y].concat()] {
            rows.push(row(
                alg,
                &family.token(),
                &hex(&bytes),
                Fixed(&["key-raw-public"]),
            ));
        }
    }
    check(&rows);
}

/// Spellings that the key box reads: no fault is left.
#[test]
fn what_the_key_box_reads_anyhow() {
    let mut rows = Vec::new();
    for alg in ["RS256", "ES256", "EdDSA"] {
        let family = of(alg);
        let pem = family.public;
        let bare: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
        for (fault, text) in [
            ("CRLF", pem.replace('\n', "\r\n")),
            ("literal \\n", pem.replace('\n', "\\n")),
            ("on one line", pem.replace('\n', " ")),
            ("without its lines", bare.clone()),
            ("wrapped elsewhere", wrapped(&bare, 76, "\r\n")),
            ("in base64", STANDARD.encode(pem)),
            (
                "with a wrong label",
                pem.replace("PUBLIC KEY", "RSA PUBLIC KEY"),
            ),
            ("with a mark", format!("\u{feff}{pem}")),
            (
                "in quotes",
                format!("\"{}\"", pem.trim_end().replace('\n', "\\n")),
            ),
            (
                "as a setting",
                format!("JWT_PUBLIC_KEY=\"{}\"", pem.replace('\n', "\\n")),
            ),
            ("indented", pem.replace('\n', "\n    ")),
            ("private", family.private.to_owned()),
        ] {
            rows.push(row(format!("{alg} {fault}"), &family.token(), &text, Valid));
        }
    }
    check(&rows);
}

#[test]
fn another_key_of_the_right_type() {
    let mut rows = Vec::new();
    for (alg, curve) in [
        ("ES256", Curve::P256),
        ("ES384", Curve::P384),
        ("ES512", Curve::P521),
        ("ES256K", Curve::Secp256k1),
        ("EdDSA", Curve::Ed25519),
        ("Ed448", Curve::Ed448),
    ] {
        rows.push(row(alg, &of(alg).token(), &other(curve), Nothing));
    }
    for alg in ["RS256", "PS512"] {
        let wrong = read_key(&key(OTHER_RSA)).keys[0].facts.public_jwk.clone();
        rows.push(row(
            alg,
            &of(alg).token(),
            &wrong,
            Certain("key-not-the-signer"),
        ));
    }
    check(&rows);
}

#[test]
fn the_key_of_an_earlier_token() {
    let (rsa, ec) = (of("RS256"), of("ES256"));
    let mine = Row {
        seen: vec![rsa.token(), ec.token()],
        ..row(
            "an EC key of the token before",
            &of("EdDSA").token(),
            ec.public,
            Certain("key-wrong-type"),
        )
    };
    let secret = Row {
        seen: vec![rsa.token(), crate::material::hs256(b"old")],
        ..row(
            "a secret of the token before",
            &of("HS256").token_of(r#"{"alg":"HS256"}"#, r#"{"b":1}"#),
            "old",
            Certain("key-of-earlier-token"),
        )
    };
    check(&[mine, secret]);
}
