//! The RSA key did not make this signature: under it there is no padding of any kind in it, only
//! noise. Said when nothing else explains the failure. Spec: RFC 8017 §8.1.2, §8.2.2.

use crate::crypto::forensics::{HASHES, is_pss, pkcs1_content, rsa_encoded_message};
use crate::diagnosis::{Case, Cause, Kind};
use crate::diagnostic::Diagnostic;
use crate::keys::Material;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "key-not-the-signer",
    kind: Kind::Certain(say),
};

fn say(case: &Case<'_>) -> Vec<Diagnostic> {
    let signature = case.attempt.signature_bytes();
    let [key] = case.reading.keys.as_slice() else {
        return Vec::new();
    };
    let Material::Rsa { n, e, .. } = &key.material else {
        return Vec::new();
    };
    // A signature of another length says it already; one above the modulus is another key's too.
    if signature.len() != n.len() {
        return Vec::new();
    }
    let message = rsa_encoded_message(n, e, signature);
    // With a key that nobody should use nothing is recovered either.
    if message.is_none() && *signature < *n.as_slice() {
        return Vec::new();
    }
    let is_made_by_it = message.is_some_and(|message| {
        pkcs1_content(&message).is_some()
            || HASHES.into_iter().any(|hash| is_pss(hash, n, &message))
    });
    if is_made_by_it {
        return Vec::new();
    }
    vec![Diagnostic::danger("key-not-the-signer").with("key", key.facts.label())]
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{
        RSA_PKCS8, RSA_SPKI, finds_certain, token_signed_as, with_signature,
    };

    const OTHER: &str = include_str!("../../../tests/vectors/data/koppeltaal-rs512-private.pem");

    #[test]
    fn another_key_of_the_same_size() {
        for alg in ["RS256", "PS256"] {
            let token = token_signed_as(alg, alg, OTHER);
            finds_certain(&token, RSA_SPKI, "key-not-the-signer");
        }
    }

    #[test]
    fn a_changed_signature() {
        let token = with_signature(&token_signed_as("RS256", "RS256", RSA_PKCS8), |raw| {
            let mut bytes = raw.to_vec();
            bytes[100] ^= 1;
            bytes
        });
        finds_certain(&token, RSA_SPKI, "key-not-the-signer");
    }
}
