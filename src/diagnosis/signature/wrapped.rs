//! The signature is there with something before or behind it: the byte that Ethereum's libraries add
//! to recover the key, a length or an ASN.1 tag, the message that NaCl's `crypto_sign` puts behind.

use crate::crypto;
use crate::diagnosis::{Cause, Kind, Said, Trial};
use crate::diagnostic::Diagnostic;
use std::collections::BTreeSet;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "signature-wrapped",
    kind: Kind::Signature(change),
};

fn change(trial: &Trial) -> Vec<Said<Vec<u8>>> {
    let keys = trial.keys.iter();
    let lengths: BTreeSet<usize> = keys
        .filter_map(|key| crypto::signature_len(trial.row.scheme, &key.material))
        .collect();
    let mut all = Vec::new();
    for length in lengths {
        let Some(more) = trial.signature.len().checked_sub(length).filter(|m| *m > 0) else {
            continue;
        };
        let first = trial.signature.get(..length);
        let last = trial.signature.get(more..);
        let said = |signature: &[u8]| {
            let step = Diagnostic::info("signature-wrapped").with("count", more);
            (signature.to_vec(), step)
        };
        all.extend([first, last].into_iter().flatten().map(said));
    }
    all
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{
        ED25519_PKCS8, ED25519_SPKI, P256_OTHER, P256_SPKI, es256, finds, finds_nothing_with,
        token_signed_as, with_signature,
    };

    #[test]
    fn a_byte_to_recover_the_key() {
        let token = es256(r#"{"alg":"ES256"}"#);
        for byte in [0, 1, 27, 28] {
            let behind = with_signature(&token, |raw| [raw, &[byte]].concat());
            finds(&behind, P256_SPKI, "signature-wrapped");
            finds_nothing_with(&behind, P256_OTHER);
        }
        let before = with_signature(&token, |raw| [&[28], raw].concat());
        finds(&before, P256_SPKI, "signature-wrapped");
    }

    #[test]
    fn a_tag_before_it_and_a_message_behind_it() {
        let token = token_signed_as("EdDSA", "EdDSA", ED25519_PKCS8);
        let octets = with_signature(&token, |raw| [&[4, 64], raw].concat());
        finds(&octets, ED25519_SPKI, "signature-wrapped");
        let message = with_signature(&token, |raw| [raw, b"eyJhbGciOiJFZERTQSJ9"].concat());
        finds(&message, ED25519_SPKI, "signature-wrapped");
    }
}
