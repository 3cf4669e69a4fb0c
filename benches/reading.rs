//! Reading: `inspect` over a whole paste, lossless JSON, a key.
#![allow(missing_docs, reason = "Criterion's macros make functions without any")]
#![allow(clippy::unwrap_used)]

use std::hint::black_box;
use std::time::Duration;

use benches::payload;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use jwt_debugger::base64url::encode;
use jwt_debugger::inspect::inspect;
use jwt_debugger::json::parse;
use jwt_debugger::keys::{KeyInput, read_key};
use jwt_debugger::secret::Secret;

const SIZES: [(&str, usize); 3] = [("1 KB", 1_000), ("100 KB", 100_000), ("1 MB", 1_000_000)];

const PEM: &str = include_str!("../src/crypto/containers/fixtures/p256-pkcs8.pem");

fn reading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("inspect");
    for (name, size) in SIZES {
        let part = encode(payload(size * 3 / 4).as_bytes());
        let token = format!(
            "Bearer {}.{part}.{}",
            encode(br#"{"alg":"HS256"}"#),
            encode(&[7; 32])
        );
        assert_eq!(inspect(&token).tokens.len(), 1);
        group.throughput(Throughput::Bytes(token.len() as u64));
        group.bench_with_input(
            BenchmarkId::from_parameter(name),
            &token,
            |bencher, token| {
                bencher.iter(|| inspect(black_box(token)));
            },
        );
    }
    group.finish();

    let mut group = criterion.benchmark_group("lossless JSON");
    for (name, size) in SIZES {
        let text = payload(size).into_bytes();
        assert!(parse(text.clone()).faults().is_empty());
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), &text, |bencher, text| {
            bencher.iter(|| parse(black_box(text.clone())));
        });
    }
    group.finish();

    let key = KeyInput {
        text: Secret::new(PEM.to_owned()),
        ..KeyInput::default()
    };
    assert_eq!(read_key(&key).keys.len(), 1);
    criterion.bench_function("read a key/PKCS8 P-256", |bencher| {
        bencher.iter(|| read_key(black_box(&key)));
    });
}

criterion_group! {
    name = all;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1));
    targets = reading
}
criterion_main!(all);
