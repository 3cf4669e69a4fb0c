//! R and S, or the whole signature, stand with the least significant byte first.

use super::any_half;
use crate::diagnosis::{Cause, Kind, Said, Trial};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "signature-little-endian",
    kind: Kind::Signature(change),
};

fn change(trial: &Trial) -> Vec<Said<Vec<u8>>> {
    let backwards = |bytes: &[u8]| bytes.iter().rev().copied().collect::<Vec<u8>>();
    let mut all = vec![backwards(&trial.signature)];
    if let Some((r, s)) = any_half(trial).and_then(|half| trial.signature.split_at_checked(half)) {
        all.push([backwards(r), backwards(s)].concat());
        // R of EdDSA is a point and S a number: one of them may be turned round alone.
        if super::half(trial).is_none() {
            all.push([r.to_vec(), backwards(s)].concat());
            all.push([backwards(r), s.to_vec()].concat());
        }
    }
    all.into_iter()
        .map(|signature| (signature, Diagnostic::info("signature-little-endian")))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{
        ED25519_PKCS8, ED25519_SPKI, P256_SPKI, RSA_PKCS8, RSA_SPKI, es256, finds, token_signed_as,
        with_signature,
    };

    #[test]
    fn each_half_or_the_whole() {
        let token = es256(r#"{"alg":"ES256"}"#);
        let halves = with_signature(&token, |raw| {
            let mut bytes = raw.to_vec();
            bytes[..32].reverse();
            bytes[32..].reverse();
            bytes
        });
        finds(&halves, P256_SPKI, "signature-little-endian");
        let edwards = token_signed_as("EdDSA", "EdDSA", ED25519_PKCS8);
        for part in [0..32, 32..64, 0..64] {
            let turned = with_signature(&edwards, |raw| {
                let mut bytes = raw.to_vec();
                bytes[part.clone()].reverse();
                bytes
            });
            finds(&turned, ED25519_SPKI, "signature-little-endian");
        }
        let rsa = token_signed_as("RS256", "RS256", RSA_PKCS8);
        let whole = with_signature(&rsa, |raw| raw.iter().rev().copied().collect());
        finds(&whole, RSA_SPKI, "signature-little-endian");
    }
}
