//! Good material of every family: keys, and tokens that verify with them. Faults are made from it.

use jwt_debugger::base64url;
use jwt_debugger::crypto;
use jwt_debugger::jose::algorithms::signature_algorithm;
use jwt_debugger::keys::{KeyInput, Material, SecretReading, read_key};
use jwt_debugger::secret::Secret;
use rand_chacha::ChaCha8Rng;
use rand_core::SeedableRng;

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!(
            "../../src/crypto/containers/fixtures/",
            $name,
            ".pem"
        ))
    };
}

/// The secret of the HMAC families: long enough for each of them, and no base64, hex or name.
pub const SECRET: &str = "correct horse! battery staple? 16 wooden doors, 64 windows and a roof.";

/// An algorithm, the key that signs and the one that verifies.
#[derive(Clone, Copy)]
pub struct Family {
    pub alg: &'static str,
    pub private: &'static str,
    pub public: &'static str,
}

const fn secret(alg: &'static str) -> Family {
    family(alg, SECRET, SECRET)
}

const fn family(alg: &'static str, private: &'static str, public: &'static str) -> Family {
    Family {
        alg,
        private,
        public,
    }
}

const fn rsa(alg: &'static str) -> Family {
    family(alg, fixture!("rsa-pkcs8"), fixture!("rsa-spki"))
}

pub const FAMILIES: [Family; 16] = [
    secret("HS256"),
    secret("HS384"),
    secret("HS512"),
    rsa("RS256"),
    rsa("RS384"),
    rsa("RS512"),
    rsa("PS256"),
    rsa("PS384"),
    rsa("PS512"),
    family("ES256", fixture!("p256-pkcs8"), fixture!("p256-spki")),
    family("ES384", fixture!("p384-pkcs8"), fixture!("p384-spki")),
    family("ES512", fixture!("p521-pkcs8"), fixture!("p521-spki")),
    family(
        "ES256K",
        fixture!("secp256k1-pkcs8"),
        fixture!("secp256k1-spki"),
    ),
    family("EdDSA", fixture!("ed25519-pkcs8"), fixture!("ed25519-spki")),
    family("Ed448", fixture!("ed448-pkcs8"), fixture!("ed448-spki")),
    family(
        "ML-DSA-44",
        fixture!("ml-dsa-44-pkcs8"),
        fixture!("ml-dsa-44-spki"),
    ),
];

pub const CERTIFICATE: &str = fixture!("p256-certificate");
pub const X25519: &str = fixture!("x25519-spki");
/// A second RSA key of the same size as the first.
pub const OTHER_RSA: &str = include_str!("../vectors/data/koppeltaal-rs512-private.pem");

/// The family of an algorithm.
pub fn of(alg: &str) -> Family {
    FAMILIES
        .into_iter()
        .find(|family| family.alg == alg)
        .unwrap()
}

impl Family {
    pub fn is_hmac(self) -> bool {
        self.alg.starts_with("HS")
    }

    pub fn is_rsa(self) -> bool {
        self.alg.starts_with("RS") || self.alg.starts_with("PS")
    }

    pub fn is_ecdsa(self) -> bool {
        self.alg.starts_with("ES")
    }

    /// Signs `input` as this family does.
    pub fn sign(self, input: &[u8]) -> Vec<u8> {
        sign(self.alg, self.private, input)
    }

    /// A token with this header and payload.
    pub fn token_of(self, header: &str, payload: &str) -> String {
        let input = joined(header, payload);
        let signature = self.sign(input.as_bytes());
        format!("{input}.{}", base64url::encode(&signature))
    }

    pub fn header(self) -> String {
        format!(r#"{{"alg":"{}","typ":"JWT"}}"#, self.alg)
    }

    pub fn token(self) -> String {
        self.token_of(&self.header(), PAYLOAD)
    }

    /// The usual token with a signature over other bytes, which `input` makes of header and payload.
    pub fn token_over(self, input: impl Fn(&str, &str) -> Vec<u8>) -> String {
        let signature = self.sign(&input(&self.header(), PAYLOAD));
        format!(
            "{}.{}",
            joined(&self.header(), PAYLOAD),
            base64url::encode(&signature)
        )
    }
}

/// Claims in whose base64 both characters of the standard alphabet stand, unsorted.
pub const PAYLOAD: &str = r#"{"sub":"J\u00f8 ???>>>~~~","iss":"https://issuer.example","n":1.50}"#;

/// The JWS Signing Input.
pub fn joined(header: &str, payload: &str) -> String {
    format!(
        "{}.{}",
        base64url::encode(header.as_bytes()),
        base64url::encode(payload.as_bytes())
    )
}

pub fn sign(alg: &str, private: &str, input: &[u8]) -> Vec<u8> {
    let reading = read_key(&key(private));
    sign_with(alg, &reading.keys[0].material, input)
}

pub fn sign_with(alg: &str, material: &Material, input: &[u8]) -> Vec<u8> {
    let scheme = signature_algorithm(alg).unwrap().scheme;
    crypto::sign(scheme, material, input, &mut ChaCha8Rng::seed_from_u64(4)).unwrap()
}

/// A token of HS256 with a secret of any bytes.
pub fn hs256(secret: &[u8]) -> String {
    hmac("HS256", secret)
}

pub fn hmac(alg: &str, secret: &[u8]) -> String {
    let input = joined(&of(alg).header(), PAYLOAD);
    let material = Material::Oct(Secret::new(secret.to_vec()));
    let signature = sign_with(alg, &material, input.as_bytes());
    format!("{input}.{}", base64url::encode(&signature))
}

pub fn key(text: &str) -> KeyInput {
    KeyInput {
        text: Secret::new(text.to_owned()),
        ..KeyInput::default()
    }
}

pub fn key_read(text: &str, reading: SecretReading) -> KeyInput {
    KeyInput {
        reading,
        ..key(text)
    }
}

/// The public JWK of a key text, with more members.
pub fn jwk(text: &str, more: &str) -> String {
    let jwk = read_key(&key(text)).keys[0].facts.public_jwk.clone();
    jwk.replacen('{', &format!("{{{more}"), 1)
}

pub fn parts(token: &str) -> [&str; 3] {
    let parts: Vec<&str> = token.split('.').collect();
    parts.try_into().unwrap()
}

pub fn signature_of(token: &str) -> Vec<u8> {
    base64url::decode(parts(token)[2]).unwrap()
}

pub fn with_signature(token: &str, text: &str) -> String {
    let [header, payload, _] = parts(token);
    format!("{header}.{payload}.{text}")
}

pub fn with_bytes(token: &str, change: impl Fn(Vec<u8>) -> Vec<u8>) -> String {
    with_signature(token, &base64url::encode(&change(signature_of(token))))
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// DER of R‖S.
pub fn der(raw: &[u8]) -> Vec<u8> {
    let integer = |half: &[u8]| {
        let start = half.iter().position(|byte| *byte != 0).unwrap();
        let mut number = half[start..].to_vec();
        if number[0] >= 0x80 {
            number.insert(0, 0);
        }
        [vec![2, u8::try_from(number.len()).unwrap()], number].concat()
    };
    let (r, s) = raw.split_at(raw.len() / 2);
    let body = [integer(r), integer(s)].concat();
    let length = u8::try_from(body.len()).unwrap();
    let length = if length < 0x80 {
        vec![length]
    } else {
        vec![0x81, length]
    };
    [vec![0x30], length, body].concat()
}

/// `text` in lines of `width` characters.
pub fn wrapped(text: &str, width: usize, end: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let lines = characters.chunks(width).map(String::from_iter);
    lines.collect::<Vec<String>>().join(end)
}
