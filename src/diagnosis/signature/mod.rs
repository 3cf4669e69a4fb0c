//! Causes in the bytes of the signature.

pub mod completed;
pub mod der_signature;
pub mod encoded_twice;
pub mod hex;
pub mod little_endian;
pub mod other_length;
pub mod swapped;
pub mod trimmed;

use super::Trial;
use crate::jose::algorithms::Scheme;

/// The length of R and of S, where the algorithm is ECDSA.
fn half(trial: &Trial) -> Option<usize> {
    match trial.row.scheme {
        Scheme::Ecdsa(curve, _) => Some(curve.field_len()),
        _ => None,
    }
}

/// The same for EdDSA too, whose signature is R and S one after the other (RFC 8032 §5.1.6).
fn any_half(trial: &Trial) -> Option<usize> {
    let edwards = || matches!(trial.row.scheme, Scheme::EdDsa | Scheme::EdDsaOn(_));
    half(trial).or_else(|| edwards().then_some(trial.signature.len() / 2))
}

/// A number at `length` bytes, when it fits.
fn padded(number: &[u8], length: usize) -> Option<Vec<u8>> {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    let digits = number.get(zeros..)?;
    let mut out = vec![0; length.checked_sub(digits.len())?];
    out.extend_from_slice(digits);
    Some(out)
}
