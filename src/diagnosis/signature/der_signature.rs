//! The ECDSA signature is DER, as X.509 and most libraries write it; JOSE wants R‖S.
//! Spec: RFC 7518 §3.4, RFC 3279 §2.2.3.

use super::{half, padded};
use crate::diagnosis::{Cause, Kind, Said, Trial};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "signature-der",
    kind: Kind::Signature(change),
};

fn change(trial: &Trial) -> Vec<Said<Vec<u8>>> {
    half(trial)
        .and_then(|half| raw(&trial.signature, half))
        .map(|signature| (signature, Diagnostic::info("signature-der")))
        .into_iter()
        .collect()
}

/// R‖S of a DER `SEQUENCE { r INTEGER, s INTEGER }`.
fn raw(der: &[u8], half: usize) -> Option<Vec<u8>> {
    let mut body = value(0x30, &mut { der })?;
    let r = value(0x02, &mut body)?;
    let s = value(0x02, &mut body)?;
    let mut out = padded(r, half)?;
    out.extend(padded(s, half)?);
    Some(out)
}

/// The value of the next element when it has this tag.
fn value<'a>(tag: u8, rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (found, after) = rest.split_first()?;
    if *found != tag {
        return None;
    }
    let (first, mut after) = after.split_first()?;
    let length = match first {
        0..=0x7f => usize::from(*first),
        0x81 => {
            let (length, rest) = after.split_first()?;
            after = rest;
            usize::from(*length)
        }
        _ => return None,
    };
    let (value, after) = after.split_at_checked(length)?;
    *rest = after;
    Some(value)
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{P256_SPKI, es256, finds, finds_nothing_with, with_signature};

    pub fn der(raw: &[u8]) -> Vec<u8> {
        let integer = |half: &[u8]| {
            let mut number = half.to_vec();
            while number.len() > 1 && number[0] == 0 && number[1] < 0x80 {
                number.remove(0);
            }
            if number[0] >= 0x80 {
                number.insert(0, 0);
            }
            let mut out = vec![2, u8::try_from(number.len()).unwrap()];
            out.extend(number);
            out
        };
        let (r, s) = raw.split_at(raw.len() / 2);
        let body = [integer(r), integer(s)].concat();
        let mut out = vec![0x30, u8::try_from(body.len()).unwrap()];
        out.extend(body);
        out
    }

    #[test]
    fn der_for_raw() {
        let token = es256(r#"{"alg":"ES256"}"#);
        finds(&with_signature(&token, der), P256_SPKI, "signature-der");
    }

    #[test]
    fn damaged_der() {
        let token = es256(r#"{"alg":"ES256"}"#);
        let broken = with_signature(&token, |raw| {
            let mut bytes = der(raw);
            bytes[20] ^= 1;
            bytes
        });
        finds_nothing_with(&broken, P256_SPKI);
    }
}
