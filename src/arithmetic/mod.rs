//! The arithmetic of one signature, to be looked at: what is signed, its hash, the bytes of the
//! signature, and what the key makes of them; and what becomes of the verdicts when one bit is
//! another. Data here, computed in the worker by [`compute`] and [`flip`]; a verdict never rests on
//! it.
//! Spec: RFC 7515 §5.2, RFC 7518 §3, RFC 8017 §8 and §9, FIPS 186-5 §6.

mod compute;
mod flip;

pub use compute::compute;
pub use flip::flip;

use crate::diagnostic::Diagnostic;
use crate::inspect::StructureState;
use crate::judge::ClaimsState;
use crate::keys::facts::KeyFacts;
use crate::span::Part;
use crate::verify::SignatureState;
use serde::{Deserialize, Serialize};

/// Everything that goes into one verification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arithmetic {
    /// `alg` of the header.
    pub alg: String,
    /// The JWS Signing Input.
    pub signing_input: Vec<u8>,
    /// Its hash, where the algorithm names one. EdDSA and ML-DSA hash it together with the key.
    pub hash: Option<Digest>,
    /// The bytes of the JWS Signature.
    pub signature: Vec<u8>,
    /// How many bytes it must have with this key.
    pub expected_length: Option<usize>,
    /// The key: the one that the verdict speaks of, otherwise the first that fits the algorithm.
    pub key: Option<KeyFacts>,
    /// Whether the signature holds under it.
    pub holds: bool,
    /// What the key makes of it.
    pub steps: Steps,
}

/// A hash by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest {
    /// `SHA-256`
    pub name: String,
    /// Its output.
    pub bytes: Vec<u8>,
}

/// What the key makes of it, by family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Steps {
    /// There is no key, or none of the kind that the algorithm needs.
    NoKey,
    /// HMAC: the MAC that the secret makes stands beside the one in the token.
    Hmac {
        /// With this secret.
        computed: Vec<u8>,
        /// The first byte, from 0, at which the two differ; the shorter length where one ends.
        first_difference: Option<usize>,
    },
    /// RSA: signature^e mod n.
    Rsa {
        /// The encoded message, as long as the modulus. Empty where the signature is no number
        /// below the modulus of that length.
        encoded_message: Vec<u8>,
        /// What stands in it.
        padding: RsaPadding,
    },
    /// ECDSA: the two numbers of the signature, each half of its bytes.
    Ecdsa {
        /// R
        r: Vec<u8>,
        /// S
        s: Vec<u8>,
    },
    /// EdDSA: a point and a number (RFC 8032 §5.1.6).
    EdDsa {
        /// The encoded point R.
        r: Vec<u8>,
        /// S, with the least significant byte first.
        s: Vec<u8>,
    },
    /// ML-DSA: three pieces of a lattice, which no eye can follow (FIPS 204 §7.2).
    MlDsa,
}

/// What an RSA key recovers from a signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RsaPadding {
    /// EMSA-PKCS1-v1_5 with a DigestInfo (RFC 8017 §9.2).
    Pkcs1 {
        /// The digest that was signed.
        digest: Digest,
        /// Whether it is the digest of this signing input.
        is_of_input: bool,
    },
    /// The padding of EMSA-PKCS1-v1_5 around something that is no DigestInfo of SHA-2.
    Pkcs1Other {
        /// What stands behind the padding.
        content: Vec<u8>,
    },
    /// EMSA-PSS (RFC 8017 §9.1).
    Pss {
        /// The hash.
        hash: String,
        /// The salt.
        salt: Vec<u8>,
        /// Whether it belongs to this signing input.
        is_of_input: bool,
    },
    /// Neither: another key signed, or the signature was changed.
    None,
}

/// One bit of a part of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bit {
    /// JOSE Header, payload or signature.
    pub part: Part,
    /// The byte of its content, from 0.
    pub byte: usize,
    /// Its place in the byte, from 0 for the least significant.
    pub place: u8,
}

/// A copy of a token with one bit flipped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flipped {
    /// The copy.
    pub text: String,
    /// The verdicts on the token as it is.
    pub before: Judged,
    /// The verdicts on the copy.
    pub after: Judged,
}

/// The three verdicts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// On the structure.
    pub structure: StructureState,
    /// On the signature.
    pub signature: SignatureState,
    /// Why.
    pub signature_why: Diagnostic,
    /// On the claims.
    pub claims: ClaimsState,
    /// Why.
    pub claims_why: Diagnostic,
}
