//! Leading zero bytes of R, of S, or of an RSA signature are left out, or one is too many: the
//! number was written without its fixed length. Spec: RFC 7518 §3.4, RFC 8017 §8.1.1.

use super::{half, padded};
use crate::crypto;
use crate::diagnosis::{Cause, Kind, Said, Trial};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "signature-trimmed",
    kind: Kind::Signature(change),
};

/// How far from the right length a signature may be to be a trimmed one.
const LARGEST_DIFFERENCE: usize = 4;

fn change(trial: &Trial) -> Vec<Said<Vec<u8>>> {
    let found = trial.signature.len();
    let mut all = Vec::new();
    match half(trial) {
        Some(half) => {
            let expected = half.saturating_mul(2);
            if found.abs_diff(expected) == 0 || found.abs_diff(expected) > LARGEST_DIFFERENCE {
                return Vec::new();
            }
            let from = half.saturating_sub(LARGEST_DIFFERENCE);
            for at in from..=half.saturating_add(1) {
                let Some((r, s)) = trial.signature.split_at_checked(at) else {
                    continue;
                };
                if let (Some(mut r), Some(s)) = (padded(r, half), padded(s, half)) {
                    r.extend(s);
                    all.push(r);
                }
            }
        }
        None => {
            let lengths = trial
                .keys
                .iter()
                .filter_map(|key| crypto::signature_len(trial.row.scheme, &key.material));
            for length in lengths {
                if found != length && found.abs_diff(length) <= LARGEST_DIFFERENCE {
                    all.extend(padded(&trial.signature, length));
                }
            }
        }
    }
    all.into_iter()
        .map(|signature| (signature, Diagnostic::info("signature-trimmed")))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{P256_SPKI, es256_where, finds, with_signature};

    #[test]
    fn a_leading_zero_left_out_or_too_many() {
        for half in [0, 32] {
            let token = es256_where(|raw| raw[half] == 0);
            let trimmed = with_signature(&token, |raw| {
                let mut bytes = raw.to_vec();
                bytes.remove(half);
                bytes
            });
            finds(&trimmed, P256_SPKI, "signature-trimmed");
        }
        let token = es256_where(|raw| raw[0] >= 0x80);
        let longer = with_signature(&token, |raw| [&[0], raw].concat());
        finds(&longer, P256_SPKI, "signature-trimmed");
    }
}
