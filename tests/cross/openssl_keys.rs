//! Keys, encrypted keys and certificates that OpenSSL writes, read by us; and ours read by it.
//! Spec: RFC 5280, RFC 5915, RFC 5958, RFC 8017 Appendix A.1, RFC 8018 §6.2, RFC 8410.

use crate::keys;
use crate::openssl::{OpenSsl, openssl};
use crate::ours;
use jwt_debugger::base64url;
use jwt_debugger::jose::algorithms::Curve;
use jwt_debugger::jose::key_spec::KeySpec;
use jwt_debugger::keys::{Key, KeyInput, KeyReading, Material, public_half, read_key};
use jwt_debugger::secret::Secret;
use jwt_debugger::verify::SignatureState;
use serde_json::json;

/// Every kind of key, with what `genpkey` calls it.
const KINDS: [(KeySpec, &str); 9] = [
    (KeySpec::Rsa(2048), "RSA -pkeyopt rsa_keygen_bits:2048"),
    (
        KeySpec::Curve(Curve::P256),
        "EC -pkeyopt ec_paramgen_curve:P-256",
    ),
    (
        KeySpec::Curve(Curve::P384),
        "EC -pkeyopt ec_paramgen_curve:P-384",
    ),
    (
        KeySpec::Curve(Curve::P521),
        "EC -pkeyopt ec_paramgen_curve:P-521",
    ),
    (
        KeySpec::Curve(Curve::Secp256k1),
        "EC -pkeyopt ec_paramgen_curve:secp256k1",
    ),
    (KeySpec::Curve(Curve::Ed25519), "ED25519"),
    (KeySpec::Curve(Curve::Ed448), "ED448"),
    (KeySpec::Curve(Curve::X25519), "X25519"),
    (KeySpec::Curve(Curve::X448), "X448"),
];

fn read(text: &str) -> KeyReading {
    read_key(&ours::key(text))
}

/// The only key in a text that is read without fault or warning.
fn one(text: &str, read_as: &str) -> Key {
    let reading = read(text);
    assert_eq!(reading.faults, [], "{text}");
    assert_eq!(reading.warnings, [], "{text}");
    assert_eq!(reading.read_as[0].code, read_as, "{text}");
    assert_eq!(reading.keys.len(), 1, "{text}");
    reading.keys[0].clone()
}

fn generate(openssl: &OpenSsl, algorithm: &str) -> String {
    openssl.text(&format!("genpkey -quiet -algorithm {algorithm}"), &[])
}

/// DER without PEM's lines: hexadecimal or base64url, both are met.
fn bare(der: &[u8]) -> String {
    use std::fmt::Write;
    let hex = der.iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    });
    if der.len().is_multiple_of(2) {
        hex
    } else {
        base64url::encode(der)
    }
}

#[test]
fn containers_that_openssl_writes() {
    let Some(openssl) = openssl("containers") else {
        return;
    };
    let mut read_count = 0;
    for (spec, algorithm) in KINDS {
        let pem = generate(&openssl, algorithm);
        let key = one(&pem, "key-read-pem-pkcs8").material;
        let file = openssl.file(&pem);
        let mut same = |command: &str, read_as: &str, expected: &Material| {
            let written = openssl.text(command, &[&file]);
            assert_eq!(one(&written, read_as).material, *expected, "{command}");
            read_count += 1;
        };
        let public = public_half(&key);
        same("pkey -pubout -in", "key-read-pem-spki", &public);
        match spec {
            KeySpec::Rsa(_) => {
                same("rsa -traditional -in", "key-read-pem-pkcs1-private", &key);
                same(
                    "rsa -RSAPublicKey_out -in",
                    "key-read-pem-pkcs1-public",
                    &public,
                );
            }
            KeySpec::Curve(Curve::P256 | Curve::P384 | Curve::P521 | Curve::Secp256k1) => {
                same("ec -in", "key-read-pem-sec1", &key);
                same("ec -no_public -in", "key-read-pem-sec1", &key);
                same("ec -conv_form compressed -in", "key-read-pem-sec1", &key);
                let compressed = "ec -conv_form compressed -pubout -in";
                same(compressed, "key-read-pem-spki", &public);
            }
            _ => {}
        }
        for (command, read_as, expected) in [
            ("pkey -outform DER -in", "key-read-der-", &key),
            (
                "pkey -pubout -outform DER -in",
                "key-read-der-spki",
                &public,
            ),
        ] {
            let der = openssl.run(command, &[&file]);
            let reading = read(&bare(&der));
            assert_eq!(reading.faults, [], "{command}");
            assert!(reading.read_as[0].code.starts_with(read_as), "{reading:?}");
            assert_eq!(reading.keys[0].material, *expected, "{command}");
            read_count += 1;
        }
        // What we write of it, OpenSSL finds consistent, and says the same of it.
        let ours = openssl.file(keys::private_pem(&key));
        openssl.run("pkey -noout -check -in", &[&ours]);
        assert_eq!(
            openssl.text("pkey -pubout -in", &[&ours]),
            keys::public_pem(&key)
        );
    }
    assert_eq!(read_count, 9 * 3 + 2 + 4 * 4);
}

#[test]
fn keys_that_we_make_pass_openssl_s_checks() {
    let Some(openssl) = openssl("made") else {
        return;
    };
    let mut rng = keys::rng("openssl keys");
    let mut checked = 0;
    for (spec, _) in KINDS {
        for _ in 0..3 {
            let key = keys::make(spec, &mut rng);
            let file = openssl.file(keys::private_pem(&key));
            openssl.run("pkey -noout -check -in", &[&file]);
            assert_eq!(
                openssl.text("pkey -pubout -in", &[&file]),
                keys::public_pem(&key)
            );
            checked += 1;
        }
    }
    assert_eq!(checked, 27);
}

/// Curves by their numbers instead of their name have no JWK form.
#[test]
fn curves_without_a_name_are_named_as_such() {
    let Some(openssl) = openssl("explicit") else {
        return;
    };
    let file = openssl.file(generate(&openssl, "EC -pkeyopt ec_paramgen_curve:P-256"));
    for command in [
        "ec -param_enc explicit -in",
        "ec -param_enc explicit -pubout -in",
    ] {
        let reading = read(&openssl.text(command, &[&file]));
        assert!(reading.keys.is_empty(), "{command}");
        assert_eq!(
            reading.faults[0].code, "container-curve-unnamed",
            "{command}"
        );
    }
    for (curve, code) in [
        ("brainpoolP256r1", "container-curve-unknown"),
        ("secp224r1", "container-curve-unknown"),
    ] {
        let pem = generate(&openssl, &format!("EC -pkeyopt ec_paramgen_curve:{curve}"));
        let reading = read(&pem);
        assert!(reading.keys.is_empty(), "{curve}");
        assert_eq!(reading.faults[0].code, code, "{curve}");
    }
}

const PASSWORD: &str = "correct horse é";

fn with_password(pem: &str, password: &str) -> KeyReading {
    read_key(&KeyInput {
        password: Some(Secret::new(password.to_owned())),
        ..ours::key(pem)
    })
}

#[test]
fn encrypted_pkcs8() {
    let Some(openssl) = openssl("encrypted") else {
        return;
    };
    let pem = generate(&openssl, KINDS[1].1);
    let key = one(&pem, "key-read-pem-pkcs8").material;
    let file = openssl.file(&pem);
    let seal = |how: &str| {
        let password = format!("pass:{PASSWORD}");
        openssl.text(
            &format!("pkcs8 -topk8 {how} -in"),
            &[&file, "-passout", &password],
        )
    };
    let mut opened = 0;
    let mut check = |how: &str| {
        let sealed = seal(how);
        let reading = read(&sealed);
        assert_eq!(reading.faults[0].code, "container-password-needed", "{how}");
        let reading = with_password(&sealed, "another");
        assert!(reading.keys.is_empty(), "{how}");
        assert_eq!(reading.faults[0].code, "container-password-wrong", "{how}");
        let reading = with_password(&sealed, PASSWORD);
        assert_eq!(reading.faults, [], "{how}");
        assert_eq!(reading.keys[0].material, key, "{how}");
        opened += 1;
    };
    for cipher in ["aes-128-cbc", "aes-192-cbc", "aes-256-cbc", "des3"] {
        for prf in ["SHA1", "SHA224", "SHA256", "SHA384", "SHA512"] {
            check(&format!("-v2 {cipher} -v2prf hmacWith{prf}"));
        }
    }
    check("-v2 aes-256-cbc -iter 100000");
    check("-scrypt -v2 aes-256-cbc");
    assert_eq!(opened, 22);

    let not_known = [
        ("-v2 camellia-256-cbc", "container-encryption-unknown"),
        ("-v2 aria-128-cbc", "container-encryption-unknown"),
        ("-v1 PBE-SHA1-3DES", "container-encryption-unknown"),
        ("-v2 aes-256-cbc -iter 1000001", "container-too-costly"),
    ];
    for (how, code) in not_known {
        let reading = with_password(&seal(how), PASSWORD);
        assert!(reading.keys.is_empty(), "{how}");
        assert_eq!(reading.faults[0].code, code, "{how}");
    }
}

#[test]
fn certificates() {
    let Some(openssl) = openssl("certificates") else {
        return;
    };
    let mut rng = keys::rng("certificates");
    let mut compared = 0;
    for (spec, algorithm) in KINDS {
        // Nobody signs with these.
        if matches!(spec, KeySpec::Curve(Curve::X25519 | Curve::X448)) {
            continue;
        }
        let pem = generate(&openssl, algorithm);
        let private = one(&pem, "key-read-pem-pkcs8").material;
        let file = openssl.file(&pem);
        let certificate = openssl.text(
            "req -x509 -new -batch -days 30 -subj /C=NL/O=Example/CN=signer.example -key",
            &[&file],
        );
        let key = one(&certificate, "key-read-pem-certificate");
        assert_eq!(key.material, public_half(&private));

        let certificate_file = openssl.file(&certificate);
        let print = |hash: &str| {
            let command = format!("x509 -noout -fingerprint -{hash} -in");
            let line = openssl.text(&command, &[&certificate_file]);
            let hex = line.trim().split_once('=').unwrap().1.to_owned();
            let bytes = hex
                .split(':')
                .map(|pair| u8::from_str_radix(pair, 16).unwrap());
            base64url::encode(&bytes.collect::<Vec<u8>>())
        };
        assert_eq!(key.facts.x5t, Some(print("sha1")));
        assert_eq!(key.facts.x5t_s256, Some(print("sha256")));

        // A token that brings its certificate: consistent with itself, no more.
        let alg = match &private {
            Material::Rsa { .. } => "PS256",
            Material::Ec { curve, .. } => match curve {
                Curve::P256 => "ES256",
                Curve::P384 => "ES384",
                Curve::P521 => "ES512",
                _ => "ES256K",
            },
            _ => "EdDSA",
        };
        let body: String = certificate
            .lines()
            .filter(|line| !line.starts_with('-'))
            .collect();
        let header = json!({ "alg": alg, "x5c": [body], "x5t#S256": print("sha256") });
        let token = ours::make(&header, "{}", &pem, &mut rng);
        let brought = ours::verdict(&token, "", None);
        assert_eq!(brought.state, SignatureState::SelfAsserted, "{token}");
        let given = ours::verdict(&token, &certificate, None);
        assert_eq!(given.state, SignatureState::Valid, "{token}");
        compared += 1;
    }
    assert_eq!(compared, 7);
}

/// A chain gives the key of its first certificate, which is the one that signs.
#[test]
fn a_chain_gives_its_leaf_s_key() {
    let Some(openssl) = openssl("chain") else {
        return;
    };
    let (authority, leaf) = (
        generate(&openssl, KINDS[0].1),
        generate(&openssl, KINDS[2].1),
    );
    let (authority_file, leaf_file) = (openssl.file(&authority), openssl.file(&leaf));
    let root = openssl.text(
        "req -x509 -new -batch -days 30 -subj /CN=root.example -key",
        &[&authority_file],
    );
    let request = openssl.text("req -new -batch -subj /CN=leaf.example -key", &[&leaf_file]);
    let signed = openssl.text(
        "x509 -req -days 10 -CAkey",
        &[
            &authority_file,
            "-CA",
            &openssl.file(&root),
            "-set_serial",
            "7",
            "-in",
            &openssl.file(&request),
        ],
    );
    let reading = read(&format!("{signed}{root}"));
    assert_eq!(reading.faults, []);
    assert_eq!(reading.keys.len(), 1);
    let leaf = one(&leaf, "key-read-pem-pkcs8").material;
    assert_eq!(reading.keys[0].material, public_half(&leaf));
}
