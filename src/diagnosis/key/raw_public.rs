//! The text is the bytes of a key without a container: an Ed25519 public key or seed, an EC point,
//! in base64, base64url or hexadecimal digits. Spec: RFC 8032 §5.1.5, SEC 1 §2.3.

use crate::crypto;
use crate::diagnosis::{Case, Cause, KeyChange, Kind, Said};
use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::{Curve, Scheme};
use crate::keys::{Material, SecretReading, decode_secret, facts_of, public_jwk};
use crate::secret::Secret;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "key-raw-public",
    kind: Kind::Key(read),
};

const READINGS: [SecretReading; 3] = [
    SecretReading::Base64,
    SecretReading::Base64url,
    SecretReading::Hex,
];

fn read(case: &Case<'_>) -> Vec<Said<KeyChange>> {
    let Some(row) = case.row else {
        return Vec::new();
    };
    let curves = curves(row.scheme);
    let texts = case.reading.secret_texts.iter();
    let mut found = Vec::new();
    for text in texts {
        let text = text.expose().trim().trim_matches(['"', '\'']);
        for bytes in READINGS
            .into_iter()
            .filter_map(|how| decode_secret(text, how).ok())
        {
            for material in curves.iter().flat_map(|curve| materials(*curve, &bytes)) {
                let label = facts_of(&material).label();
                let set = Some((Secret::new(public_jwk(&material)), SecretReading::Utf8));
                let step = Diagnostic::info("key-raw-public").with("key", label);
                found.push((KeyChange { material, set }, step));
            }
        }
    }
    found
}

/// The curves of an algorithm.
pub(super) fn curves(scheme: Scheme) -> &'static [Curve] {
    match scheme {
        Scheme::EdDsa => &[Curve::Ed25519, Curve::Ed448],
        Scheme::EdDsaOn(Curve::Ed448) => &[Curve::Ed448],
        Scheme::EdDsaOn(_) => &[Curve::Ed25519],
        Scheme::Ecdsa(Curve::P256, _) => &[Curve::P256],
        Scheme::Ecdsa(Curve::P384, _) => &[Curve::P384],
        Scheme::Ecdsa(Curve::P521, _) => &[Curve::P521],
        Scheme::Ecdsa(..) => &[Curve::Secp256k1],
        _ => &[],
    }
}

/// The keys that bytes can be on a curve: a public key, a seed, both one after the other.
pub(super) fn materials(curve: Curve, bytes: &[u8]) -> Vec<Material> {
    let length = curve.field_len();
    if matches!(curve, Curve::Ed25519 | Curve::Ed448) {
        let okp = |x: Vec<u8>| Material::Okp { curve, x, d: None };
        let public = (bytes.len() == length).then(|| bytes.to_vec());
        let seed = bytes
            .get(..length)
            .filter(|_| bytes.len() == length || bytes.len() == length.saturating_mul(2));
        let derived = seed.and_then(|seed| crypto::okp_public(curve, seed).ok());
        return public.into_iter().chain(derived).map(okp).collect();
    }
    let ec = |(x, y): (Vec<u8>, Vec<u8>)| Material::Ec {
        curve,
        x,
        y,
        d: None,
    };
    let bare = (bytes.len() == length.saturating_mul(2)).then(|| [&[4], bytes].concat());
    let point = bare.as_deref().unwrap_or(bytes);
    let public = crypto::decompress(curve, point).ok();
    let derived = crypto::ec_public(curve, bytes).ok();
    public.into_iter().chain(derived).map(ec).collect()
}

#[cfg(test)]
#[allow(clippy::string_slice, clippy::indexing_slicing)]
mod tests {
    use crate::diagnosis::tests::{P256_PRIVATE_D, es256, finds, finds_nothing_with};

    #[test]
    fn a_point_and_a_private_value() {
        let token = es256(r#"{"alg":"ES256"}"#);
        let x = crate::base64url::decode("S_J9pNNcsJUWNj50sGl3dlPoth1ly2fwsOWmzlTpOgQ");
        let y = crate::base64url::decode("Q3_sLyytZ-lTZKvmDyc1kMYWW4_Jf8Q8h-PlKgvCn5M");
        let (x, y) = (x.unwrap_or_default(), y.unwrap_or_default());
        let whole = [&[4], x.as_slice(), &y].concat();
        let hex: String = whole.iter().map(|byte| format!("{byte:02x}")).collect();
        finds(&token, &hex, "key-raw-public");
        finds(&token, &hex[2..], "key-raw-public");
        let compressed = [&[2 + (y[31] & 1)], x.as_slice()].concat();
        finds(
            &token,
            &crate::base64url::encode(&compressed),
            "key-raw-public",
        );
        finds(&token, P256_PRIVATE_D, "key-raw-public");
        let other = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE";
        finds_nothing_with(&token, other);
    }
}
