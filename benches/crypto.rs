//! Each family of the cryptography over 64 KB: signatures as bytes in and bytes out, encryption
//! from a draft to a token and back.
#![allow(missing_docs, reason = "Criterion's macros make functions without any")]
#![allow(clippy::unwrap_used)]

use std::hint::black_box;
use std::time::Duration;

use benches::{payload, scheme_and_key, seeded};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use jwt_debugger::crypto;
use jwt_debugger::decrypt::{Effort, decrypt};
use jwt_debugger::inspect::inspect;
use jwt_debugger::job::Draft;
use jwt_debugger::keys::KeyInput;
use jwt_debugger::secret::Secret;
use jwt_debugger::sign::sign;
use jwt_debugger::verify::Question;

const BYTES: usize = 65_536;

/// One algorithm of each family.
const SIGNATURES: [&str; 11] = [
    "HS256",
    "HS512",
    "RS256",
    "PS256",
    "ES256",
    "ES384",
    "ES512",
    "ES256K",
    "Ed25519",
    "Ed448",
    "ML-DSA-65",
];

const RSA: &str = include_str!("../tests/vectors/data/koppeltaal-rs512-private.pem");
const P256: &str = include_str!("../src/crypto/containers/fixtures/p256-pkcs8.pem");

/// Header, and the key that opens.
const ENCRYPTIONS: [(&str, &str, &str); 6] = [
    (
        "dir A128GCM",
        r#"{"alg":"dir","enc":"A128GCM"}"#,
        "sixteen bytes ok",
    ),
    (
        "dir A128CBC-HS256",
        r#"{"alg":"dir","enc":"A128CBC-HS256"}"#,
        "thirty-two bytes of a secret, ok",
    ),
    (
        "A128KW",
        r#"{"alg":"A128KW","enc":"A128GCM"}"#,
        "sixteen bytes ok",
    ),
    (
        "RSA-OAEP-256",
        r#"{"alg":"RSA-OAEP-256","enc":"A128GCM"}"#,
        RSA,
    ),
    ("ECDH-ES", r#"{"alg":"ECDH-ES","enc":"A128GCM"}"#, P256),
    (
        "PBES2 of 10,000 rounds",
        r#"{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":10000}"#,
        "a password",
    ),
];

fn signatures(criterion: &mut Criterion) {
    let message = payload(BYTES).into_bytes();
    let mut group = criterion.benchmark_group("crypto");
    group.throughput(Throughput::Bytes(message.len() as u64));
    for alg in SIGNATURES {
        let (scheme, key) = scheme_and_key(alg).unwrap();
        let signature = crypto::sign(scheme, &key, &message, &mut seeded()).unwrap();
        group.bench_function(format!("sign {alg}"), |bencher| {
            let mut random = seeded();
            bencher.iter(|| crypto::sign(scheme, &key, black_box(&message), &mut random).unwrap());
        });
        group.bench_function(format!("verify {alg}"), |bencher| {
            bencher.iter(|| crypto::verify(scheme, &key, black_box(&message), &signature).unwrap());
        });
    }
    group.finish();
}

fn encryption(criterion: &mut Criterion) {
    let payload = payload(BYTES);
    let mut group = criterion.benchmark_group("crypto");
    group.throughput(Throughput::Bytes(payload.len() as u64));
    for (name, header, key) in ENCRYPTIONS {
        let key = KeyInput {
            text: Secret::new(key.to_owned()),
            ..KeyInput::default()
        };
        let draft = Draft {
            header: header.to_owned(),
            payload: payload.clone(),
            key: key.clone(),
            ..Draft::default()
        };
        let token = sign(&draft, &mut seeded()).unwrap().token;
        let question = Question {
            token: 0,
            key,
            content: None,
        };
        let inspection = inspect(&token);
        let open = || decrypt(&inspection, &question, Effort::Agreed);
        assert_eq!(
            open().plaintext.map(|text| text.expose().len()),
            Some(payload.len()),
            "{name}"
        );
        group.bench_function(format!("encrypt {name}"), |bencher| {
            let mut random = seeded();
            bencher.iter(|| sign(black_box(&draft), &mut random).unwrap());
        });
        group.bench_function(format!("decrypt {name}"), |bencher| {
            bencher.iter(|| black_box(open()));
        });
    }
    group.finish();
}

criterion_group! {
    name = all;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1));
    targets = signatures, encryption
}
criterion_main!(all);
