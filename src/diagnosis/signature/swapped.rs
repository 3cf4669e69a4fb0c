//! R and S stand in the wrong order.

use super::any_half;
use crate::diagnosis::{Cause, Kind, Said, Trial};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "signature-swapped",
    kind: Kind::Signature(change),
};

fn change(trial: &Trial) -> Vec<Said<Vec<u8>>> {
    let halves = any_half(trial).and_then(|half| trial.signature.split_at_checked(half));
    halves
        .map(|(r, s)| ([s, r].concat(), Diagnostic::info("signature-swapped")))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{P256_SPKI, es256, finds, with_signature};

    #[test]
    fn s_before_r() {
        let token = es256(r#"{"alg":"ES256"}"#);
        let swapped = with_signature(&token, |raw| [&raw[32..], &raw[..32]].concat());
        finds(&swapped, P256_SPKI, "signature-swapped");
    }
}
