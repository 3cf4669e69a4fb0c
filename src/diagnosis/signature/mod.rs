//! Causes in the bytes of the signature.

pub mod completed;
pub mod der_signature;
pub mod encoded_twice;
pub mod hex;
pub mod little_endian;
pub mod other_length;
pub mod swapped;
pub mod trimmed;
pub mod wrapped;

use super::{Case, Trial};
use crate::base64url;
use crate::jose::algorithms::Scheme;

/// Whether the signature may stand there in another encoding: then its length says nothing.
pub fn is_encoded_otherwise(case: &Case<'_>) -> bool {
    let Some(part) = case.attempt.signature else {
        return false;
    };
    let text = case.token.text_of(part);
    let is_digits = |text: &[u8]| text.iter().all(u8::is_ascii_hexdigit);
    let is_text = |bytes: &[u8]| {
        let text = std::str::from_utf8(bytes).unwrap_or("\0");
        base64url::decode_lenient(text).faults.is_empty() || is_digits(bytes)
    };
    let is_der = matches!(
        part.bytes.as_slice(),
        [0x30, _, 2, ..] | [0x30, 0x81, _, 2, ..]
    );
    !text.is_empty() && (is_digits(text.as_bytes()) || is_text(&part.bytes) || is_der)
}

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
