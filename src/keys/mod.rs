//! Keys in any spelling, as one kind of value: what was given, how it was read, what it is.
//! Links the cryptography (DER, curves), so the worker and the host use it, the page does not.
//! Spec: RFC 7517, RFC 7518 §6, RFC 8037 §2, RFC 9964 §3.

pub mod choose;
pub mod facts;
pub mod making;

mod certify;
mod convert;
mod describe;
mod generate;
mod jwk;
mod jwk_set;
mod pem;
mod publish;
mod read;
mod secret_text;
mod settings;
mod ssh;
mod write_jwk;

use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::Curve;
use crate::secret::Secret;
pub use certify::certify;
pub use convert::convert;
pub use describe::{facts_of, public_half, public_jwk};
pub use facts::{KeyFacts, KeyInput, KeySource, SecretReading};
pub use generate::{adopt_key, make_key};
pub use jwk::{ReadJwk, read_jwk};
pub use publish::publish;
pub use read::read_key;
pub use secret_text::decode_secret;
pub use write_jwk::{Half, write_jwk, write_key};

/// A key's numbers as bytes: big-endian, at the lengths RFC 7518 §6 asks for. Every spelling
/// is brought to this form, and every crypto crate is fed from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Material {
    /// `oct`
    Oct(Secret<Vec<u8>>),
    /// `RSA`: no leading zero bytes.
    Rsa {
        /// Modulus.
        n: Vec<u8>,
        /// Public exponent.
        e: Vec<u8>,
        /// Private half, when given.
        private: Option<RsaPrivate>,
    },
    /// `EC`: coordinates and private value at the field's length.
    Ec {
        /// Curve.
        curve: Curve,
        /// X coordinate.
        x: Vec<u8>,
        /// Y coordinate.
        y: Vec<u8>,
        /// Private value.
        d: Option<Secret<Vec<u8>>>,
    },
    /// `OKP`
    Okp {
        /// Curve.
        curve: Curve,
        /// Public key.
        x: Vec<u8>,
        /// Private key (the seed, RFC 8032).
        d: Option<Secret<Vec<u8>>>,
    },
    /// `AKP` (RFC 9964): ML-DSA.
    Akp {
        /// The `alg` the key is bound to.
        alg: String,
        /// Public key.
        public: Vec<u8>,
        /// Private key: the 32-byte seed.
        private: Option<Secret<Vec<u8>>>,
    },
}

/// RFC 7518 §6.3.2. `p` and `q` are found from `n`, `e`, `d` where a JWK leaves them out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RsaPrivate {
    /// Private exponent.
    pub d: Secret<Vec<u8>>,
    /// First prime.
    pub p: Secret<Vec<u8>>,
    /// Second prime.
    pub q: Secret<Vec<u8>>,
}

/// One key, ready to try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Its numbers.
    pub material: Material,
    /// What may be said of it; crosses to the page.
    pub facts: KeyFacts,
    /// What else its JWK says, such as a certificate: name and JSON text, in order.
    pub more: Vec<(String, Secret<String>)>,
}

impl Key {
    /// A key of which nothing is known but its numbers.
    pub fn of(material: Material) -> Key {
        Key {
            facts: facts_of(&material),
            material,
            more: Vec::new(),
        }
    }
}

/// What a key box held.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct KeyReading {
    /// The keys, in the order in which they stand. Empty when nothing could be read.
    pub keys: Vec<Key>,
    /// Whether they came as a JWK Set (RFC 7517 §5): then `kid` decides.
    pub is_set: bool,
    /// How it was read, for "read as …".
    pub read_as: Vec<Diagnostic>,
    /// What is odd about it but does not stop anything.
    pub warnings: Vec<Diagnostic>,
    /// Why nothing, or not everything, could be read.
    pub faults: Vec<Diagnostic>,
    /// The texts that were read as bare secrets, also where the reading failed.
    pub secret_texts: Vec<Secret<String>>,
}
