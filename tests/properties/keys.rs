//! A key for every algorithm, from a seed, in the text of a key box.

use jwt_debugger::crypto::generate;
use jwt_debugger::jose::algorithms::SIGNATURE_ALGORITHMS;
use jwt_debugger::jose::key_spec::{KeySpec, key_specs};
use jwt_debugger::keys::{Half, Key, KeyInput, write_key};
use jwt_debugger::secret::Secret;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use std::sync::LazyLock;

pub fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

pub fn key_box(text: &str) -> KeyInput {
    KeyInput {
        text: Secret::new(text.to_owned()),
        ..KeyInput::default()
    }
}

/// The names of all algorithms.
pub fn algorithms() -> Vec<&'static str> {
    SIGNATURE_ALGORITHMS.iter().map(|row| row.name).collect()
}

/// The keys that an algorithm runs with. One RSA key does for all: making one takes long.
pub fn keys_for(alg: &str) -> Vec<Key> {
    static RSA: LazyLock<Key> =
        LazyLock::new(|| Key::of(generate(KeySpec::Rsa(2048), &mut rng(1)).unwrap()));
    let specs = key_specs(alg).into_iter();
    let first_size = |spec: &KeySpec| !matches!(spec, KeySpec::Rsa(3072 | 4096));
    specs
        .filter(first_size)
        .map(|spec| match spec {
            KeySpec::Rsa(_) => RSA.clone(),
            other => Key::of(generate(other, &mut rng(2)).unwrap()),
        })
        .collect()
}

/// A key as the JWK of its private half.
pub fn private(key: &Key) -> String {
    write_key(key, Half::Private).unwrap().expose().clone()
}

/// What a verifier has: the public half, or the secret.
pub fn public(key: &Key) -> String {
    match write_key(key, Half::Public) {
        Some(public) => public.expose().clone(),
        None => private(key),
    }
}
