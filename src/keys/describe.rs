//! What may be said of a key: its facts, its public half as a JWK, its thumbprint.
//! Spec: RFC 7517 §4, RFC 7518 §6, RFC 7638 §3, RFC 8037 §2, RFC 9964 §3.

use super::{KeyFacts, Material};
use crate::base64url;
use crate::diagnostic::Fact;
use crate::jose::algorithms::Curve;
use sha2::{Digest, Sha256};

/// The facts of a key that has only its numbers: PEM, DER, a bare secret.
pub fn facts_of(material: &Material) -> KeyFacts {
    let public_jwk = public_jwk(material);
    let thumbprint = if public_jwk.is_empty() {
        String::new()
    } else {
        base64url::encode(&Sha256::digest(public_jwk.as_bytes()))
    };
    KeyFacts {
        kty: kty(material).to_owned(),
        curve: curve_name(material),
        bits: bits(material),
        is_private: is_private(material),
        exponent: exponent(material),
        thumbprint,
        public_jwk,
        ..KeyFacts::default()
    }
}

/// The public half as a JWK with the required members in the order of RFC 7638 §3.2, which is
/// what a thumbprint hashes. Empty for `oct`: its only member is the secret, and a hash of it
/// would let a short one be guessed (RFC 7638 §7).
pub fn public_jwk(material: &Material) -> String {
    let text = base64url::encode;
    match material {
        Material::Oct(_) => String::new(),
        Material::Rsa { n, e, .. } => {
            format!(r#"{{"e":"{}","kty":"RSA","n":"{}"}}"#, text(e), text(n))
        }
        Material::Ec { curve, x, y, .. } => format!(
            r#"{{"crv":"{}","kty":"EC","x":"{}","y":"{}"}}"#,
            curve.name(),
            text(x),
            text(y)
        ),
        Material::Okp { curve, x, .. } => format!(
            r#"{{"crv":"{}","kty":"OKP","x":"{}"}}"#,
            curve.name(),
            text(x)
        ),
        Material::Akp { alg, public, .. } => {
            format!(r#"{{"alg":"{alg}","kty":"AKP","pub":"{}"}}"#, text(public))
        }
    }
}

/// The `kty` value.
pub const fn kty(material: &Material) -> &'static str {
    match material {
        Material::Oct(_) => "oct",
        Material::Rsa { .. } => "RSA",
        Material::Ec { .. } => "EC",
        Material::Okp { .. } => "OKP",
        Material::Akp { .. } => "AKP",
    }
}

/// Whether the private half, or a secret, is in it.
pub const fn is_private(material: &Material) -> bool {
    match material {
        Material::Oct(_) => true,
        Material::Rsa { private, .. } => private.is_some(),
        Material::Ec { d, .. } | Material::Okp { d, .. } => d.is_some(),
        Material::Akp { private, .. } => private.is_some(),
    }
}

/// The same key without its private half. A secret has none.
pub fn public_half(material: &Material) -> Material {
    let mut public = material.clone();
    match &mut public {
        Material::Oct(_) => {}
        Material::Rsa { private, .. } => *private = None,
        Material::Ec { d, .. } | Material::Okp { d, .. } => *d = None,
        Material::Akp { private, .. } => *private = None,
    }
    public
}

fn curve_name(material: &Material) -> Option<String> {
    match material {
        Material::Ec { curve, .. } | Material::Okp { curve, .. } => Some(curve.name().to_owned()),
        Material::Akp { alg, .. } => Some(alg.clone()),
        Material::Oct(_) | Material::Rsa { .. } => None,
    }
}

fn bits(material: &Material) -> u32 {
    let bits = match material {
        Material::Oct(secret) => secret.expose().len().saturating_mul(8),
        Material::Rsa { n, .. } => bit_length(n),
        Material::Ec { curve, .. } | Material::Okp { curve, .. } => match curve {
            Curve::P521 => 521,
            other => other.field_len().saturating_mul(8),
        },
        Material::Akp { public, .. } => public.len().saturating_mul(8),
    };
    u32::try_from(bits).unwrap_or(u32::MAX)
}

fn bit_length(number: &[u8]) -> usize {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    let Some(first) = number.get(zeros) else {
        return 0;
    };
    let unused = usize::try_from(first.leading_zeros()).unwrap_or(0);
    number
        .len()
        .saturating_sub(zeros)
        .saturating_mul(8)
        .saturating_sub(unused)
}

fn exponent(material: &Material) -> Option<u64> {
    let Material::Rsa { e, .. } = material else {
        return None;
    };
    e.iter().try_fold(0_u64, |sum, byte| {
        Some(sum.checked_mul(256)? | u64::from(*byte))
    })
}

impl KeyFacts {
    /// A short name: `RSA 2048` and `EC P-256` stand in every language, a secret is worded.
    pub fn label(&self) -> Fact {
        match &self.curve {
            Some(curve) => Fact::Text(format!("{} {curve}", self.kty)),
            None if self.kty == "oct" => Fact::Secret(u64::from(self.bits / 8)),
            None => Fact::Text(format!("{} {}", self.kty, self.bits)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::Secret;

    #[test]
    fn bit_lengths() {
        for (number, bits) in [
            (&[][..], 0),
            (&[0], 0),
            (&[1], 1),
            (&[0, 0x80], 8),
            (&[0x80, 0], 16),
            (&[1, 0, 1], 17),
        ] {
            assert_eq!(bit_length(number), bits, "{number:?}");
        }
    }

    #[test]
    fn a_secret_has_no_thumbprint_and_no_public_half() {
        let facts = facts_of(&Material::Oct(Secret::new(b"secret".to_vec())));
        assert_eq!(facts.public_jwk, "");
        assert_eq!(facts.thumbprint, "");
        assert_eq!(facts.bits, 48);
        assert_eq!(facts.label(), Fact::Secret(6));
        assert!(facts.is_private);
    }

    #[test]
    fn an_exponent_that_does_not_fit_is_left_out() {
        let rsa = |e: &[u8]| Material::Rsa {
            n: vec![1],
            e: e.to_vec(),
            private: None,
        };
        assert_eq!(exponent(&rsa(&[1, 0, 1])), Some(65_537));
        assert_eq!(exponent(&rsa(&[1, 0, 0, 0, 0, 0, 0, 0, 0])), None);
    }
}
