//! The RSA signature was made with the key that was given, over other bytes: the token was
//! edited after signing. An encoded message that is well-formed under the public key proves it.
//! Spec: RFC 8017 §9.1.2, §9.2.

use crate::crypto::forensics::{HASHES, is_pss, pkcs1_digest, rsa_encoded_message};
use crate::diagnosis::{Case, Cause, Kind};
use crate::diagnostic::Diagnostic;
use crate::keys::Material;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-edited",
    kind: Kind::Certain(say),
};

fn say(case: &Case<'_>) -> Vec<Diagnostic> {
    let signature = case.attempt.signature_bytes();
    case.reading
        .keys
        .iter()
        .filter_map(|key| {
            let Material::Rsa { n, e, .. } = &key.material else {
                return None;
            };
            let message = rsa_encoded_message(n, e, signature)?;
            let is_pss = || HASHES.into_iter().any(|hash| is_pss(hash, n, &message));
            (pkcs1_digest(&message).is_some() || is_pss()).then_some(())?;
            Some(Diagnostic::danger("token-edited").with("key", key.facts.label()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::base64url;
    use crate::diagnosis::tests::{RSA_PKCS8, RSA_SPKI, finds_certain, token_signed_as};

    #[test]
    fn an_edited_payload() {
        for alg in ["RS256", "PS256", "RS512", "PS384"] {
            let token = token_signed_as(alg, alg, RSA_PKCS8);
            let [header, _, signature] = token.split('.').collect::<Vec<_>>()[..] else {
                panic!("three parts");
            };
            let edited = format!("{header}.{}.{signature}", base64url::encode(b"{}"));
            finds_certain(&edited, RSA_SPKI, "token-edited");
        }
    }
}
