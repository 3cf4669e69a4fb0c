//! JWEs that must stay closed: ephemeral keys that leak, passwords that cost hours, parts of
//! another length, content that swells.
//! Spec: RFC 7516 §5.2 and §11, RFC 7518 §4.6 to §4.8 and §5, RFC 8037 §3.2, RFC 8725 §3.

use crate::case::{Row, check, hex, row};
use crate::keys;
use crate::ours;
use hmac::{Hmac, Mac};
use jwt_debugger::base64url;
use jwt_debugger::crypto::jwe;
use jwt_debugger::jose::algorithms::Curve;
use jwt_debugger::jose::encryption_algorithms::{
    CONTENT_ENCRYPTION_ALGORITHMS, content_encryption_algorithm,
};
use jwt_debugger::jose::key_spec::KeySpec;
use jwt_debugger::keys::Material;
use jwt_debugger::secret::Secret;
use jwt_debugger::verify::SignatureState as S;
use serde_json::{Value, json};
use sha2::Sha256;

const LENGTH: &str = "jwe-fault-length";
const MISSING: &str = "jwe-fault-parameter-missing";
const WRONG: &str = "jwe-fault-parameter-wrong";
const UNREADABLE: &str = "decrypt-parameter-unreadable";
const CLOSED: &str = "jwe-fault-key-not-opened";
const TAG: &str = "jwe-fault-tag";

fn failed(name: &str, paste: impl Into<String>, key: &str, code: &'static str) -> Row {
    row(name, paste, key, S::DecryptFailed, code)
}

fn make(header: &Value, key: &Material) -> String {
    let mut rng = keys::rng("make");
    ours::make(header, "{}", &keys::private(key).to_string(), &mut rng)
}

/// A token whose header is this one and whose content was encrypted under `cek`.
fn forge(header: &Value, encrypted_key: &[u8], cek: &[u8], content: &[u8]) -> String {
    let enc = content_encryption_algorithm(header["enc"].as_str().unwrap()).unwrap();
    let first = ours::b64(header.to_string());
    let iv = vec![3; enc.encryption.iv_len()];
    let cek = Secret::new(cek.to_vec());
    let (text, tag) =
        jwe::encrypt_content(enc.encryption, &cek, &iv, first.as_bytes(), content).unwrap();
    let rest = [encrypted_key, &iv, &text, &tag].map(base64url::encode);
    format!("{first}.{}", rest.join("."))
}

/// The token with another value of one Header Parameter, or without it.
fn with(token: &str, name: &str, value: Option<Value>) -> String {
    let (header, rest) = token.split_once('.').unwrap();
    let header = base64url::decode(header).unwrap();
    let mut header: Value = serde_json::from_slice(&header).unwrap();
    match value {
        Some(value) => header[name] = value,
        None => {
            header.as_object_mut().unwrap().remove(name);
        }
    }
    format!("{}.{rest}", ours::b64(header.to_string()))
}

/// The token with other bytes for a part.
fn with_part(token: &str, index: usize, bytes: &[u8]) -> String {
    let mut parts: Vec<String> = token.split('.').map(str::to_owned).collect();
    parts[index] = ours::b64(bytes);
    parts.join(".")
}

fn part(token: &str, index: usize) -> Vec<u8> {
    base64url::decode(token.split('.').nth(index).unwrap()).unwrap()
}

#[test]
fn ephemeral_keys_on_another_curve() {
    let mut rng = keys::rng("epk");
    let mut rows = Vec::new();
    for alg in ["ECDH-ES", "ECDH-ES+A256KW"] {
        let key = keys::make(KeySpec::Curve(Curve::P256), &mut rng);
        let text = keys::private(&key).to_string();
        let token = make(&json!({ "alg": alg, "enc": "A128GCM" }), &key);
        let epk = |curve: Curve| keys::make(KeySpec::Curve(curve), &mut keys::rng("other"));
        let point = |x: &[u8], y: &[u8]| json!({ "kty": "EC", "crv": "P-256", "x": ours::b64(x), "y": ours::b64(y) });
        let mut private = keys::private(&epk(Curve::P256));
        private["kid"] = "a".into();
        let off = "key-jwk-off-curve";
        let cases: Vec<(&str, Option<Value>, &'static str)> = vec![
            ("no epk", None, MISSING),
            ("(0, 0)", Some(point(&[0; 32], &[0; 32])), off),
            ("(1, 1)", Some(point(&[1; 32], &[1; 32])), off),
            ("all ones", Some(point(&[0xff; 32], &[0xff; 32])), off),
            (
                "x too short",
                Some(point(&[1; 16], &[1; 32])),
                "key-jwk-wrong-length",
            ),
            ("on P-384", Some(keys::public(&epk(Curve::P384))), WRONG),
            (
                "on secp256k1",
                Some(keys::public(&epk(Curve::Secp256k1))),
                WRONG,
            ),
            ("on X25519", Some(keys::public(&epk(Curve::X25519))), WRONG),
            (
                "another one of the curve",
                Some(keys::public(&epk(Curve::P256))),
                { if alg == "ECDH-ES" { TAG } else { CLOSED } },
            ),
            ("a private key", Some(private), "decrypt-epk-private"),
            (
                "a secret",
                Some(json!({ "kty": "oct", "k": "AAAA" })),
                "decrypt-epk-private",
            ),
            ("text", Some("AAAA".into()), "key-jwk-not-object"),
            ("null", Some(Value::Null), "key-jwk-not-object"),
            ("empty", Some(json!({})), "key-jwk-missing-member"),
        ];
        for (name, epk, code) in cases {
            let name = format!("{alg}: {name}");
            rows.push(failed(&name, with(&token, "epk", epk), &text, code));
        }
        for (name, value) in [
            ("apu", json!("A")),
            ("apv", json!(7)),
            ("apu", json!("a+/=")),
        ] {
            let pasted = with(&token, name, Some(value));
            rows.push(failed(&format!("{alg}: {name}"), pasted, &text, UNREADABLE));
        }
        let pasted = with(&token, "apu", Some("AAAA".into()));
        let code = if alg == "ECDH-ES" { TAG } else { CLOSED };
        rows.push(failed(&format!("{alg}: another apu"), pasted, &text, code));
    }
    check(&rows, 2 * (14 + 3 + 1));
}

/// RFC 7748 §6: points that make the secret zero, whoever agrees.
#[test]
fn ephemeral_keys_of_small_order() {
    let mut rng = keys::rng("small order");
    let mut rows = Vec::new();
    let points = [
        (Curve::X25519, "00"),
        (Curve::X25519, "01"),
        (
            Curve::X25519,
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        ),
        (
            Curve::X25519,
            "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        ),
        (
            Curve::X25519,
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        ),
        (
            Curve::X25519,
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        ),
        (
            Curve::X25519,
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        ),
        (
            Curve::X25519,
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        ),
        (Curve::X448, "00"),
        (Curve::X448, "01"),
        (
            Curve::X448,
            "fefffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        ),
        (
            Curve::X448,
            "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        ),
    ];
    for (index, (curve, x)) in points.into_iter().enumerate() {
        let key = keys::make(KeySpec::Curve(curve), &mut rng);
        let token = make(&json!({ "alg": "ECDH-ES", "enc": "A128GCM" }), &key);
        let mut bytes = hex(x);
        bytes.resize(curve.field_len(), 0);
        let epk = json!({ "kty": "OKP", "crv": curve.name(), "x": ours::b64(bytes) });
        let text = keys::private(&key).to_string();
        let pasted = with(&token, "epk", Some(epk));
        rows.push(failed(
            &format!("{} {index}", curve.name()),
            pasted,
            &text,
            WRONG,
        ));
    }
    check(&rows, 12);
}

#[test]
fn passwords() {
    let key = keys::secret(b"a password");
    let text = keys::private(&key).to_string();
    let header = json!({ "alg": "PBES2-HS256+A128KW", "enc": "A128GCM", "p2c": 1000 });
    let token = make(&header, &key);
    let count = |value: Value| with(&token, "p2c", Some(value));
    let salt = |value: Value| with(&token, "p2s", Some(value));
    let costly = "jwe-fault-too-costly";
    let rows = [
        row(
            "10,001 rounds",
            count(10_001.into()),
            &text,
            S::Encrypted,
            "decrypt-costly",
        ),
        row(
            "1,000,000 rounds",
            count(1_000_000.into()),
            &text,
            S::Encrypted,
            "decrypt-costly",
        ),
        failed("1,000,001 rounds", count(1_000_001.into()), &text, costly),
        failed("2^32 rounds", count((1_u64 << 32).into()), &text, costly),
        failed("2^64 − 1 rounds", count(u64::MAX.into()), &text, costly),
        failed("0 rounds", count(0.into()), &text, WRONG),
        failed("−1 rounds", count((-1).into()), &text, UNREADABLE),
        failed("1000.0 rounds", count(1000.5.into()), &text, UNREADABLE),
        failed("text", count("1000".into()), &text, UNREADABLE),
        failed("no count", with(&token, "p2c", None), &text, MISSING),
        failed(
            "another count",
            count(999.into()),
            &text,
            "decrypt-password",
        ),
        failed("no salt", with(&token, "p2s", None), &text, MISSING),
        failed("an empty salt", salt("".into()), &text, WRONG),
        failed(
            "a salt of seven bytes",
            salt(ours::b64([1; 7]).into()),
            &text,
            WRONG,
        ),
        failed(
            "another salt",
            salt(ours::b64([1; 8]).into()),
            &text,
            "decrypt-password",
        ),
        failed(
            "a salt with other letters",
            salt("a+/=".into()),
            &text,
            UNREADABLE,
        ),
        failed(
            "a salt that is no text",
            salt(json!([1, 2])),
            &text,
            UNREADABLE,
        ),
    ];
    check(&rows, 17);
    // Numbers beyond every type.
    for digits in ["1e400", "18446744073709551616", "1e3"] {
        let raw = format!(
            r#"{{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2s":"{}","p2c":{digits}}}"#,
            ours::b64([1; 16])
        );
        let pasted = with_part(&token, 0, raw.as_bytes());
        check(&[failed(digits, pasted, &text, UNREADABLE)], 1);
    }
}

#[test]
fn wrapped_keys() {
    let mut rng = keys::rng("wrapped");
    let mut rows = Vec::new();
    for (alg, bits) in [("A128KW", 128), ("A256KW", 256)] {
        let key = keys::make(KeySpec::Oct(bits), &mut rng);
        let text = keys::private(&key).to_string();
        let token = make(&json!({ "alg": alg, "enc": "A128GCM" }), &key);
        let wrapped = part(&token, 1);
        for length in [0, 1, 7, 8, 15, 16, 17, 23, 32, 1000] {
            let mut bytes = wrapped.clone();
            bytes.resize(length, 0);
            let name = format!("{alg}: a wrapped key of {length} bytes");
            rows.push(failed(&name, with_part(&token, 1, &bytes), &text, CLOSED));
        }
        // RFC 3394 §2.2.3: the integrity check covers every bit.
        for at in 0..wrapped.len() {
            let mut bytes = wrapped.clone();
            bytes[at] ^= 0x10;
            let name = format!("{alg}: byte {at}");
            rows.push(failed(&name, with_part(&token, 1, &bytes), &text, CLOSED));
        }
    }
    // A key that was wrapped for another `enc`, and content that fits it.
    let key = keys::make(KeySpec::Oct(128), &mut rng);
    let text = keys::private(&key).to_string();
    let wrapped = part(
        &make(&json!({ "alg": "A128KW", "enc": "A128GCM" }), &key),
        1,
    );
    let header = json!({ "alg": "A128KW", "enc": "A256GCM" });
    let pasted = forge(&header, &wrapped, &[1; 32], b"{}");
    rows.push(failed("a key for another enc", pasted, &text, LENGTH));

    let token = make(&json!({ "alg": "A128GCMKW", "enc": "A128GCM" }), &key);
    for (name, value, code) in [
        ("iv", None, MISSING),
        ("tag", None, MISSING),
        ("iv", Some(ours::b64([1; 16])), WRONG),
        ("iv", Some(String::new()), WRONG),
        ("tag", Some(ours::b64([1; 15])), WRONG),
        ("tag", Some(ours::b64([1; 12])), WRONG),
        ("tag", Some(String::new()), WRONG),
        ("tag", Some(ours::b64([1; 16])), CLOSED),
        ("iv", Some(ours::b64([1; 12])), CLOSED),
        ("iv", Some("A".into()), UNREADABLE),
    ] {
        let named = format!("{name} {value:?}");
        let pasted = with(&token, name, value.map(Value::from));
        rows.push(failed(&named, pasted, &text, code));
    }
    rows.push(failed(
        "a cut off key",
        with_part(&token, 1, &[1; 15]),
        &text,
        CLOSED,
    ));
    rows.push(failed("no key", with_part(&token, 1, &[]), &text, CLOSED));

    let direct = make(&json!({ "alg": "dir", "enc": "A128GCM" }), &key);
    rows.push(failed(
        "dir with a key",
        with_part(&direct, 1, &[1; 16]),
        &text,
        LENGTH,
    ));
    let long = keys::private(&keys::secret(&[1; 32])).to_string();
    rows.push(failed("dir with a longer secret", &direct, &long, LENGTH));
    let wrapping = make(&json!({ "alg": "A128KW", "enc": "A128GCM" }), &key);
    rows.push(failed(
        "A128KW with a longer secret",
        &wrapping,
        &long,
        LENGTH,
    ));
    check(&rows, 2 * (10 + 24) + 1 + 10 + 2 + 3);
}

#[test]
fn rsa_encrypted_keys() {
    let key = keys::make(KeySpec::Rsa(2048), &mut keys::rng("rsa"));
    let text = keys::private(&key).to_string();
    let mut rows = Vec::new();
    for alg in ["RSA-OAEP", "RSA-OAEP-256", "RSA-OAEP-512", "RSA1_5"] {
        let from = if alg == "RSA1_5" { "RSA-OAEP" } else { alg };
        let made = make(&json!({ "alg": from, "enc": "A128GCM" }), &key);
        let token = with(&made, "alg", Some(alg.into()));
        let wrapped = part(&made, 1);
        for length in [0, 1, 255, 257, 512] {
            let mut bytes = wrapped.clone();
            bytes.resize(length, 0);
            let name = format!("{alg}: {length} bytes");
            rows.push(failed(&name, with_part(&token, 1, &bytes), &text, LENGTH));
        }
        for (name, bytes) in [
            ("zeros", vec![0; 256]),
            ("one", [vec![0; 255], vec![1]].concat()),
            ("at or above the modulus", vec![0xff; 256]),
        ] {
            let name = format!("{alg}: {name}");
            rows.push(failed(&name, with_part(&token, 1, &bytes), &text, CLOSED));
        }
        for other in ["RSA-OAEP", "RSA-OAEP-256", "RSA-OAEP-512", "RSA1_5"] {
            if other == from {
                continue;
            }
            let name = format!("{from} read as {other}");
            let pasted = with(&made, "alg", Some(other.into()));
            rows.push(failed(&name, pasted, &text, CLOSED));
        }
        let public = keys::public(&key).to_string();
        let name = format!("{alg}: the public half");
        rows.push(row(name, token, public, S::KeyError, "key-no-private-half"));
    }
    check(&rows, 4 * (5 + 3 + 3 + 1));
}

#[test]
fn parts_of_the_content() {
    let mut rows = Vec::new();
    let secret = keys::secret(&[9; 16]);
    for enc in &CONTENT_ENCRYPTION_ALGORITHMS {
        let row = enc.encryption;
        let key = keys::secret(&vec![9; row.key_len()]);
        let text = keys::private(&key).to_string();
        let token = make(&json!({ "alg": "dir", "enc": enc.name }), &key);
        let (iv, ciphertext, tag) = (part(&token, 2), part(&token, 3), part(&token, 4));
        let resized = |bytes: &[u8], length: usize| {
            let mut bytes = bytes.to_vec();
            bytes.resize(length, 0);
            bytes
        };
        for length in [1, 2, 8, 11, 13, 15, 17, 1000] {
            let pasted = with_part(&token, 2, &resized(&iv, length));
            rows.push(failed(
                &format!("{}: iv {length}", enc.name),
                pasted,
                &text,
                LENGTH,
            ));
        }
        let full = tag.len();
        for length in [0, 1, 4, 8, 12, full - 1, full + 1, 2 * full] {
            let pasted = with_part(&token, 4, &resized(&tag, length));
            rows.push(failed(
                &format!("{}: tag {length}", enc.name),
                pasted,
                &text,
                LENGTH,
            ));
        }
        // With `dir` an empty iv would leave three dots in a row, which read as an ellipsis.
        let wrapping = make(&json!({ "alg": "A128KW", "enc": enc.name }), &secret);
        let pasted = with_part(&wrapping, 2, &[]);
        let text_of_secret = keys::private(&secret).to_string();
        let name = format!("{}: no iv", enc.name);
        rows.push(failed(&name, pasted, &text_of_secret, LENGTH));
        for (name, changed) in [
            ("no ciphertext", with_part(&token, 3, &[])),
            (
                "a shorter ciphertext",
                with_part(&token, 3, &ciphertext[1..]),
            ),
            (
                "a longer ciphertext",
                with_part(&token, 3, &resized(&ciphertext, 400)),
            ),
            ("a tag of zeros", with_part(&token, 4, &vec![0; full])),
            ("an iv of zeros", with_part(&token, 2, &vec![0; iv.len()])),
            ("another header", with(&token, "x", Some(1.into()))),
        ] {
            rows.push(failed(
                &format!("{}: {name}", enc.name),
                changed,
                &text,
                TAG,
            ));
        }
        for other in CONTENT_ENCRYPTION_ALGORITHMS
            .iter()
            .filter(|other| other.name != enc.name)
        {
            let pasted = with(&token, "enc", Some(other.name.into()));
            let name = format!("{} read as {}", enc.name, other.name);
            // The same length of key: A256GCM and A128CBC-HS256 differ in the iv.
            rows.push(failed(&name, pasted, &text, LENGTH));
        }
    }
    check(&rows, 6 * (8 + 8 + 1 + 6 + 5));
}

/// The tag holds, and only then is the padding looked at: what is wrong with it is the sender's.
#[test]
fn cbc_content_without_padding() {
    let key = [9; 32];
    let text = keys::private(&keys::secret(&key)).to_string();
    let first = ours::b64(r#"{"alg":"dir","enc":"A128CBC-HS256"}"#);
    let rows: Vec<Row> = [0, 1, 15, 16, 17, 32, 160]
        .into_iter()
        .map(|length| {
            let (iv, ciphertext) = ([3; 16], vec![7; length]);
            let mut mac = Hmac::<Sha256>::new_from_slice(&key[..16]).unwrap();
            for bytes in [first.as_bytes(), &iv, &ciphertext] {
                mac.update(bytes);
            }
            mac.update(&(first.len() as u64 * 8).to_be_bytes());
            let tag = &mac.finalize().into_bytes()[..16];
            let rest = [&[], iv.as_slice(), &ciphertext, tag].map(base64url::encode);
            let pasted = format!("{first}.{}", rest.join("."));
            failed(&format!("{length} bytes"), pasted, &text, LENGTH)
        })
        .collect();
    check(&rows, 7);
}

#[test]
fn compressed_content() {
    let key = keys::secret(&[9; 16]);
    let text = keys::private(&key).to_string();
    let header = json!({ "alg": "dir", "enc": "A128GCM", "zip": "DEF" });
    let bomb = |size: usize| forge(&header, &[], &[9; 16], &jwe::deflate(&vec![b'a'; size]));
    let raw = |content: &[u8]| forge(&header, &[], &[9; 16], content);
    let packed = jwe::deflate(b"{}");
    let zlib = [&[0x78, 0x9c], packed.as_slice()].concat();
    let not = "jwe-fault-not-deflate";
    let rows = [
        row(
            "250,001 bytes",
            bomb(250_001),
            &text,
            S::Encrypted,
            "decrypt-large",
        ),
        row(
            "60 MB",
            bomb(60_000_000),
            &text,
            S::Encrypted,
            "decrypt-large",
        ),
        failed("no DEFLATE", raw(b"{}"), &text, not),
        failed("nothing", raw(b""), &text, not),
        failed("cut off", raw(&packed[..packed.len() - 1]), &text, not),
        failed("with a header of zlib", raw(&zlib), &text, not),
        failed("a reserved block type", raw(&[7, 0, 0]), &text, not),
        failed(
            "a distance too far back",
            raw(&[0x63, 0x00, 0x42, 0x00]),
            &text,
            not,
        ),
    ];
    check(&rows, 8);
    // With consent the limit is another one, and holds.
    let opened = ours::opened(&bomb(60_000_000), &text);
    let refused = (S::DecryptFailed, "jwe-fault-too-large".to_owned());
    assert_eq!(opened, Err(refused));
    assert_eq!(ours::opened(&bomb(250_001), &text).unwrap().len(), 250_001);
}
