//! Random keys and texts from a seed, and the keys in every form that goes to a peer.

use jwt_debugger::base64url;
use jwt_debugger::crypto::containers::{Container, pem, pkcs8, spki};
use jwt_debugger::crypto::{generate, rsa_crt};
use jwt_debugger::jose::key_spec::KeySpec;
use jwt_debugger::keys::{Material, public_half, public_jwk};
use jwt_debugger::secret::Secret;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use serde_json::{Value, json};
use std::sync::LazyLock;

/// Randomness for one test, the same each time. `CROSS_SEED` gives others.
pub fn rng(test: &str) -> ChaCha20Rng {
    let number = std::env::var("CROSS_SEED").map_or(1, |text| text.parse::<u64>().unwrap());
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&number.to_le_bytes());
    for (at, byte) in test.bytes().enumerate() {
        seed[8 + at % 24] ^= byte.rotate_left((at / 24) as u32);
    }
    ChaCha20Rng::from_seed(seed)
}

pub fn random(length: usize, rng: &mut ChaCha20Rng) -> Vec<u8> {
    let mut bytes = vec![0; length];
    rng.fill_bytes(&mut bytes);
    bytes
}

pub fn below(limit: usize, rng: &mut ChaCha20Rng) -> usize {
    rng.next_u32() as usize % limit
}

/// Letters, so that any one of them can be exchanged.
pub fn word(length: usize, rng: &mut ChaCha20Rng) -> String {
    let letter = |byte: u8| char::from(b'a' + byte % 26);
    random(length, rng).into_iter().map(letter).collect()
}

/// A text of any length, in and beyond ASCII.
pub fn text(rng: &mut ChaCha20Rng) -> String {
    const SIGNS: [char; 8] = ['a', '.', '"', '\\', '\n', 'é', '€', '𝕊'];
    let length = below(200, rng);
    (0..length).map(|_| SIGNS[below(8, rng)]).collect()
}

/// A new key. RSA keys are made once: they take long.
pub fn make(spec: KeySpec, rng: &mut ChaCha20Rng) -> Material {
    static RSA: LazyLock<Material> =
        LazyLock::new(|| generate(KeySpec::Rsa(2048), &mut crate::keys::rng("rsa")).unwrap());
    match spec {
        KeySpec::Rsa(2048) => RSA.clone(),
        other => generate(other, rng).unwrap(),
    }
}

pub fn secret(bytes: &[u8]) -> Material {
    Material::Oct(Secret::new(bytes.to_vec()))
}

/// The public half as a JWK; a secret has none and is itself.
pub fn public(material: &Material) -> Value {
    match material {
        Material::Oct(_) => private(material),
        other => serde_json::from_str(&public_jwk(other)).unwrap(),
    }
}

/// The private key as a JWK, with all members that RFC 7518 §6 knows.
pub fn private(material: &Material) -> Value {
    let b64 = |secret: &Secret<Vec<u8>>| Value::from(base64url::encode(secret.expose()));
    if let Material::Oct(bytes) = material {
        return json!({ "kty": "oct", "k": b64(bytes) });
    }
    let mut jwk = public(material);
    match material {
        Material::Rsa { n, e, private } => {
            let private = private.as_ref().unwrap();
            let crt = rsa_crt(n, e, private).unwrap();
            for (name, value) in [
                ("d", &private.d),
                ("p", &private.p),
                ("q", &private.q),
                ("dp", &crt.dp),
                ("dq", &crt.dq),
                ("qi", &crt.qi),
            ] {
                jwk[name] = b64(value);
            }
        }
        Material::Ec { d, .. } | Material::Okp { d, .. } => jwk["d"] = b64(d.as_ref().unwrap()),
        Material::Akp { private, .. } => jwk["priv"] = b64(private.as_ref().unwrap()),
        Material::Oct(_) => {}
    }
    jwk
}

pub fn private_pem(material: &Material) -> String {
    pem::write(Container::Pkcs8, &pkcs8::write(material).unwrap()).unwrap()
}

pub fn public_pem(material: &Material) -> String {
    let public = public_half(material);
    pem::write(Container::Spki, &spki::write(&public).unwrap()).unwrap()
}

/// The private key as one of the texts that a key box takes.
pub fn private_text(material: &Material, rng: &mut ChaCha20Rng) -> String {
    match material {
        Material::Oct(_) => private(material).to_string(),
        _ if below(2, rng) == 0 => private_pem(material),
        _ => private(material).to_string(),
    }
}

/// The public key as one of the texts that a key box takes.
pub fn public_text(material: &Material, rng: &mut ChaCha20Rng) -> String {
    match material {
        Material::Oct(_) => private(material).to_string(),
        _ if below(2, rng) == 0 => public_pem(material),
        _ => public(material).to_string(),
    }
}
