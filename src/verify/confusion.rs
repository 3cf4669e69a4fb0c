//! Algorithm confusion: an HMAC keyed with the bytes of a public key, which everybody has.
//! Never valid; which bytes fit is found by computing. Spec: RFC 8725 §2.1, §3.1.

use super::headers::Headers;
use crate::base64url;
use crate::crypto::{self, containers};
use crate::diagnostic::{Diagnostic, Fact};
use crate::jose::algorithms::{Curve, SignatureAlgorithm};
use crate::keys::{Key, KeyInput, KeySource, Material, public_half, public_jwk, read_key};
use crate::secret::Secret;

/// Whether a secret is nothing but a public key: PEM, DER, JWK or JWK Set text, an SSH line, an
/// encoded point, or such a text in UTF-16.
pub fn is_public_key(secret: &[u8]) -> bool {
    if let Ok(contained) = containers::read_der(secret) {
        return !crate::keys::facts_of(&contained.material).is_private;
    }
    let curves = [Curve::P256, Curve::P384, Curve::P521, Curve::Secp256k1];
    let point = matches!(secret.first(), Some(2..=4))
        && curves
            .into_iter()
            .any(|curve| crypto::decompress(curve, secret).is_ok());
    if point {
        return true;
    }
    let wide = || utf16(secret).is_some_and(|text| is_public_text(&text));
    std::str::from_utf8(secret).is_ok_and(is_public_text) || wide()
}

/// The values of the key that the token itself brings, as they stand and decoded. As secrets
/// everybody has them.
pub fn own_key_bytes(headers: &Headers<'_>) -> Vec<Vec<u8>> {
    let Some(jwk) = headers.get("jwk") else {
        return Vec::new();
    };
    let values = ["x", "y", "n", "pub"].into_iter();
    let texts = values.filter_map(|name| jwk.get(name)?.text());
    texts
        .flat_map(|text| {
            let decoded = base64url::decode_lenient(&text).bytes;
            [text.into_owned().into_bytes(), decoded]
        })
        .collect()
}

/// Whether these bytes stand in the key that the token itself brings.
pub fn is_of_own_key(secret: &[u8], headers: &Headers<'_>) -> bool {
    own_key_bytes(headers).iter().any(|bytes| bytes == secret)
}

/// A text in UTF-16, as some editors save it.
fn utf16(bytes: &[u8]) -> Option<String> {
    let unit = match bytes {
        [0xfe, 0xff, ..] | [0, _, ..] => u16::from_be_bytes,
        _ => u16::from_le_bytes,
    };
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    let text = String::from_utf16(&units).ok()?;
    rest.is_empty()
        .then(|| text.trim_start_matches('\u{feff}').to_owned())
}

fn is_public_text(text: &str) -> bool {
    let reading = read_key(&KeyInput {
        text: Secret::new(text.to_owned()),
        source: KeySource::Pasted,
        ..KeyInput::default()
    });
    !reading.keys.is_empty() && reading.keys.iter().all(|key| !key.facts.is_private)
}

/// The bytes of the given public key, or of the text it was given as, under which the HMAC
/// holds. `None`: none of them.
pub fn fitting_public_bytes(
    row: &SignatureAlgorithm,
    text: &str,
    keys: &[Key],
    signing_input: &[u8],
    signature: &[u8],
) -> Option<Diagnostic> {
    let holds = |secret: Vec<u8>| {
        let key = Material::Oct(Secret::new(secret));
        crypto::verify(row.scheme, &key, signing_input, signature).is_ok()
    };
    let public: Vec<&Key> = keys.iter().filter(|key| key.facts.kty != "oct").collect();
    if public.is_empty() {
        return None;
    }
    let word = texts(text)
        .into_iter()
        .map(|(word, text)| (word, text.into_bytes()))
        .chain(public.iter().flat_map(|key| encodings(key)))
        .find_map(|(word, secret)| holds(secret).then_some(word))?;
    let mut diagnostic = Diagnostic::danger("verify-confusion-fits").with("alg", row.name);
    diagnostic
        .facts
        .push(("bytes".into(), Fact::Word(word.into())));
    Some(diagnostic)
}

/// The text of the key box as programs read it from a file.
fn texts(text: &str) -> Vec<(&'static str, String)> {
    let trimmed = text.trim();
    let lines = trimmed.replace("\r\n", "\n");
    vec![
        ("public-bytes-as-given", text.to_owned()),
        ("public-bytes-without-newline", trimmed.to_owned()),
        ("public-bytes-with-newline", format!("{trimmed}\n")),
        ("public-bytes-without-newline", lines.clone()),
        ("public-bytes-with-newline", format!("{lines}\n")),
        ("public-bytes-crlf", lines.replace('\n', "\r\n")),
        (
            "public-bytes-crlf",
            format!("{}\r\n", lines.replace('\n', "\r\n")),
        ),
    ]
}

/// The public key as programs write it.
fn encodings(key: &Key) -> Vec<(&'static str, Vec<u8>)> {
    let public = public_half(&key.material);
    let mut all = Vec::new();
    if let Ok(der) = containers::spki::write(&public) {
        if let Ok(pem) = containers::pem::write(containers::Container::Spki, &der) {
            add_pem(&mut all, pem);
        }
        all.push(("public-bytes-der", der));
    }
    if let Material::Rsa { n, e, .. } = &public
        && let Ok(der) = containers::pkcs1::write_public(n, e)
    {
        if let Ok(pem) = containers::pem::write(containers::Container::Pkcs1Public, &der) {
            add_pem(&mut all, pem);
        }
        all.push(("public-bytes-der", der));
        all.push(("public-bytes-number", n.clone()));
    }
    if let Material::Okp { x, .. } = &public {
        all.push(("public-bytes-number", x.clone()));
    }
    if let Material::Ec { x, y, .. } = &public {
        // SEC 1 §2.3.3, not compressed and compressed.
        all.push(("public-bytes-point", [&[4], x.as_slice(), y].concat()));
        let is_odd = y.last().is_some_and(|last| last & 1 == 1);
        let sign = if is_odd { 3 } else { 2 };
        all.push(("public-bytes-point", [&[sign], x.as_slice()].concat()));
    }
    all.push(("public-bytes-jwk", public_jwk(&public).into_bytes()));
    all
}

/// A PEM block with and without its last line break, with CRLF, and its base64 alone.
fn add_pem(all: &mut Vec<(&'static str, Vec<u8>)>, pem: String) {
    let trimmed = pem.trim_end();
    let crlf = pem.replace('\n', "\r\n");
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    all.push((
        "public-bytes-pem-without-newline",
        trimmed.as_bytes().to_vec(),
    ));
    all.push(("public-bytes-crlf", crlf.trim_end().as_bytes().to_vec()));
    all.push(("public-bytes-crlf", crlf.into_bytes()));
    all.push(("public-bytes-base64", body.into_bytes()));
    all.push(("public-bytes-pem", pem.into_bytes()));
}
