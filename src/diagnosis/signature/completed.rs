//! The end of the MAC is missing, and what is there fits: with the secret, the rest is computed.
//! Spec: RFC 7518 §3.2.

use crate::crypto::forensics::hmac;
use crate::diagnosis::{Cause, Kind, Said, Trial};
use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::Scheme;
use crate::keys::Material;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-cut-off-completed",
    kind: Kind::Signature(change),
};

/// Fewer bytes than this fit by chance too often to prove a secret.
const FEWEST: usize = 8;

fn change(trial: &Trial) -> Vec<Said<Vec<u8>>> {
    let Scheme::Hmac(hash) = trial.row.scheme else {
        return Vec::new();
    };
    let found = trial.signature.len();
    if found < FEWEST || found >= hash.len() {
        return Vec::new();
    }
    let macs = trial.keys.iter().filter_map(|key| match &key.material {
        Material::Oct(secret) => hmac(hash, secret.expose(), &trial.input),
        _ => None,
    });
    let whole = macs.filter(|mac| mac.starts_with(&trial.signature));
    whole
        .map(|mac| {
            let step = Diagnostic::info("token-cut-off-completed");
            let step = step.with("found", found).with("expected", mac.len());
            (mac, step)
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, clippy::string_slice)]
mod tests {
    use crate::diagnosis::tests::{finds, finds_nothing_with, hs256, with_signature};

    #[test]
    fn the_left_part_of_the_mac() {
        for length in [8, 16, 31] {
            let token = with_signature(&hs256(b"s3cret"), |mac| mac[..length].to_vec());
            finds(&token, "s3cret", "token-cut-off-completed");
        }
    }

    /// A character of base64url is no byte: what is left of a byte are stray bits.
    #[test]
    fn cut_off_at_any_character() {
        let token = hs256(b"s3cret");
        for missing in 1..20 {
            let cut = &token[..token.len() - missing];
            finds(cut, "s3cret", "token-cut-off-completed");
        }
    }

    #[test]
    fn too_little_or_something_else() {
        let short = with_signature(&hs256(b"s3cret"), |mac| mac[..7].to_vec());
        finds_nothing_with(&short, "s3cret");
        let right = with_signature(&hs256(b"s3cret"), |mac| mac[8..].to_vec());
        finds_nothing_with(&right, "s3cret");
    }
}
