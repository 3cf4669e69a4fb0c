//! The Header Parameters of key management, decoded.
//! Spec: RFC 7518 §4.6.1, §4.7.1, §4.8.1.

use crate::base64url;
use crate::crypto::jwe::Parameters;
use crate::diagnostic::Diagnostic;
use crate::jose::header::JoseHeader;
use crate::keys::{Key, Material, read_jwk};

/// Whatever is there. A parameter that is there and cannot be read is an error; one that is
/// missing is missed by the algorithm that needs it.
pub(super) fn read(header: &JoseHeader<'_>) -> Result<Parameters, Diagnostic> {
    let epk = match header.get("epk") {
        Some(jwk) => Some(public(read_jwk(jwk)?.key)?),
        None => None,
    };
    let p2c = match header.get("p2c") {
        None => None,
        Some(count) => {
            let count = count.digits().and_then(|digits| digits.parse().ok());
            Some(count.ok_or_else(|| wrong("p2c"))?)
        }
    };
    Ok(Parameters {
        epk,
        apu: bytes(header, "apu")?.unwrap_or_default(),
        apv: bytes(header, "apv")?.unwrap_or_default(),
        iv: bytes(header, "iv")?,
        tag: bytes(header, "tag")?,
        p2s: bytes(header, "p2s")?,
        p2c,
    })
}

/// `epk` holds a public key and nothing of a private one (RFC 7518 §4.6.1.1).
fn public(key: Key) -> Result<Material, Diagnostic> {
    match key.facts.is_private {
        true => Err(Diagnostic::danger("decrypt-epk-private")),
        false => Ok(key.material),
    }
}

fn bytes(header: &JoseHeader<'_>, name: &'static str) -> Result<Option<Vec<u8>>, Diagnostic> {
    if header.get(name).is_none() {
        return Ok(None);
    }
    let bytes = header.text(name).and_then(|text| base64url::decode(&text));
    bytes.map(Some).ok_or_else(|| wrong(name))
}

fn wrong(name: &'static str) -> Diagnostic {
    Diagnostic::danger("decrypt-parameter-unreadable").with("name", name)
}
