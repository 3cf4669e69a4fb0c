//! Who else signs the same payload. Only the General JSON Serialization has room for them.
//! Spec: RFC 7515 §7.2.1; RFC 7797 §3 on `b64`, which has to be the same for all.

use super::header::{self, Algorithm, Header};
use super::key;
use super::written::Signature;
use crate::base64url;
use crate::crypto;
use crate::diagnostic::Diagnostic;
use crate::job::{Draft, Serialization, Signer};
use crate::json;
use crate::keys::read_key;
use rand_core::CryptoRngCore;

/// One signature a signer over `payload`, as it stands in the JWS Signing Input. What is wrong
/// with one of them, or weak, has its number, from 2, as the fact `signer`.
pub(super) fn sign_further<R: CryptoRngCore>(
    draft: &Draft,
    first: &Header<'_>,
    payload: &str,
    rng: &mut R,
    warnings: &mut Vec<Diagnostic>,
) -> Result<Vec<Signature>, Diagnostic> {
    let signers = match draft.serialization {
        Serialization::General => draft.signers.as_slice(),
        Serialization::Compact | Serialization::Flattened => &[],
    };
    let mut made = Vec::new();
    for (signer, number) in signers.iter().zip(2_usize..) {
        let mut own = Vec::new();
        let signature = sign_one(signer, first.encodes_payload, payload, rng, &mut own);
        made.push(signature.map_err(|error| of_signer(error, number))?);
        warnings.extend(own.into_iter().map(|warning| of_signer(warning, number)));
    }
    Ok(made)
}

fn sign_one<R: CryptoRngCore>(
    signer: &Signer,
    encodes_payload: bool,
    payload: &str,
    rng: &mut R,
    warnings: &mut Vec<Diagnostic>,
) -> Result<Signature, Diagnostic> {
    let document = json::parse(signer.header.clone().into_bytes());
    let header = header::read(&document)?;
    warnings.extend(header.warnings.clone());
    let row = match header.algorithm {
        Algorithm::Signature(row) => row,
        Algorithm::None | Algorithm::Encryption(_) => {
            return Err(Diagnostic::danger("sign-signer-does-not-sign"));
        }
    };
    if header.encodes_payload != encodes_payload {
        return Err(Diagnostic::danger("sign-signer-b64"));
    }
    let draft = Draft {
        key: signer.key.clone(),
        ..Draft::default()
    };
    let reading = read_key(&signer.key);
    let key = key::choose(&header, row, &draft, &reading, warnings)?;
    warnings.extend(key::weaknesses(row, &key.facts));
    let protected = base64url::encode(signer.header.as_bytes());
    let input = format!("{protected}.{payload}");
    let bytes =
        crypto::sign(row.scheme, &key.material, input.as_bytes(), rng).map_err(Diagnostic::from)?;
    Ok(Signature {
        protected,
        unprotected: None,
        signature: base64url::encode(&bytes),
    })
}

/// The place is one of the signer's own header, which no editor of the draft shows.
pub(super) fn of_signer(mut said: Diagnostic, number: usize) -> Diagnostic {
    said.span = None;
    said.with("signer", number)
}
