//! The text gives the numbers of a public key in a form of its own: XML of .NET, what
//! `openssl -text` and `-modulus` print, a JWK that lacks a member, coordinates with their names.
//! Spec: RFC 7518 §6.2.1, §6.3.1; XML Signature §4.5.2.2.

use super::raw_public::{curves, materials};
use crate::diagnosis::{Case, Cause, KeyChange, Kind, Said};
use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::{Curve, Scheme};
use crate::json::{self, Kind as JsonKind, Value};
use crate::keys::{
    KeyInput, Material, SecretReading, decode_secret, facts_of, public_jwk, read_key,
};
use crate::secret::Secret;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "key-numbers",
    kind: Kind::Key(read),
};

/// Longer texts give no single key.
const LONGEST: usize = 20_000;
/// More numbers than this are not tried.
const MOST: usize = 16;

fn read(case: &Case<'_>) -> Vec<Said<KeyChange>> {
    let text = case.question.key.text.expose();
    let is_read = case.reading.secret_texts.is_empty() && !case.reading.keys.is_empty();
    let Some(row) = case.row.filter(|_| !is_read && text.len() <= LONGEST) else {
        return Vec::new();
    };
    let texts = pieces(text);
    let numbers: Vec<Vec<u8>> = texts
        .iter()
        .flat_map(|piece| bytes(piece))
        .take(MOST)
        .collect();
    let mut all: Vec<Material> = texts.iter().flat_map(|piece| whole(piece)).collect();
    match row.scheme {
        Scheme::RsaPkcs1(_) | Scheme::RsaPss(_) => all.extend(numbers.iter().flat_map(|n| rsa(n))),
        scheme => {
            for curve in curves(scheme) {
                all.extend(numbers.iter().flat_map(|bytes| points(*curve, bytes)));
                let halves = numbers.windows(2).map(<[Vec<u8>]>::concat);
                all.extend(halves.flat_map(|both| materials(*curve, &both)));
            }
        }
    }
    let said = all.into_iter().map(|material| {
        let step = Diagnostic::info("key-numbers").with("key", facts_of(&material).label());
        let set = Some((Secret::new(public_jwk(&material)), SecretReading::Utf8));
        (KeyChange { material, set }, step)
    });
    said.collect()
}

/// A modulus, with the exponents that are in use.
fn rsa(n: &[u8]) -> Vec<Material> {
    let start = n.iter().take_while(|byte| **byte == 0).count();
    let n = n.get(start..).unwrap_or_default();
    let is_odd = n.last().is_some_and(|byte| byte % 2 == 1);
    if n.len() < 64 || !is_odd {
        return Vec::new();
    }
    let exponents: [&[u8]; 3] = [&[1, 0, 1], &[3], &[17]];
    let with = |e: &[u8]| Material::Rsa {
        n: n.to_vec(),
        e: e.to_vec(),
        private: None,
    };
    exponents.map(with).into()
}

/// What bytes can be on a curve; of an x alone both points.
fn points(curve: Curve, bytes: &[u8]) -> Vec<Material> {
    let is_edwards = matches!(curve, Curve::Ed25519 | Curve::Ed448);
    if bytes.len() == curve.field_len() && !is_edwards {
        let both = [2_u8, 3].map(|sign| [&[sign], bytes].concat());
        return both
            .iter()
            .flat_map(|point| materials(curve, point))
            .collect();
    }
    materials(curve, bytes)
}

/// A whole key in one of the pieces, as a certificate in `x5c`.
fn whole(piece: &str) -> Vec<Material> {
    if piece.len() < 80 {
        return Vec::new();
    }
    let reading = read_key(&KeyInput {
        text: Secret::new(piece.to_owned()),
        ..KeyInput::default()
    });
    let is_bare = !reading.secret_texts.is_empty();
    let keys = reading.keys.into_iter().filter(|_| !is_bare);
    keys.map(|key| key.material).collect()
}

/// The texts that may be numbers: of JSON, of XML, behind a name and a colon or equals sign, all.
fn pieces(text: &str) -> Vec<String> {
    let document = json::parse(text.as_bytes().to_vec());
    if let Some(root) = document.root().filter(|_| document.faults().is_empty()) {
        let mut texts = Vec::new();
        strings(root, &mut texts);
        return texts;
    }
    let elements = text
        .split('>')
        .filter_map(|rest| Some(rest.split_once('<')?.0));
    let mut all: Vec<String> = elements.map(str::to_owned).collect();
    // Lines of digits belong together; a line with letters beyond them is a name.
    let mut digits = String::new();
    let is_digit = |c: char| c.is_ascii_hexdigit() || matches!(c, ':' | ' ' | '\t');
    for line in text.lines() {
        if line.trim().chars().all(is_digit) {
            digits.push_str(line.trim());
            continue;
        }
        all.push(std::mem::take(&mut digits));
        let value = line.rsplit([':', '=']).next().unwrap_or_default();
        all.push(value.trim().to_owned());
    }
    all.push(digits);
    all.push(text.trim().to_owned());
    all.retain(|piece| !piece.is_empty());
    all
}

/// Recursion is bounded by the depth that the parser allows.
fn strings(value: Value<'_>, found: &mut Vec<String>) {
    if value.kind() == JsonKind::String {
        found.extend(value.text().map(|text| text.into_owned()));
    }
    let inner = value.members().map(|(_, member)| member);
    for value in inner.chain(value.items()) {
        strings(value, found);
    }
}

/// The bytes of digits or of base64, where there are enough for a number.
fn bytes(piece: &str) -> Vec<Vec<u8>> {
    let readings = [
        SecretReading::Hex,
        SecretReading::Base64,
        SecretReading::Base64url,
    ];
    let read = readings
        .into_iter()
        .filter_map(|how| decode_secret(piece, how).ok());
    let mut all: Vec<Vec<u8>> = read.filter(|bytes| bytes.len() >= 28).collect();
    all.dedup();
    all
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::base64url;
    use crate::diagnosis::tests::{
        P256_SPKI, RSA_PKCS8, RSA_SPKI, es256, finds, finds_nothing_with, token_signed_as,
    };
    use ::base64::Engine;
    use ::base64::engine::general_purpose::STANDARD;

    fn material(text: &str) -> Material {
        let text = Secret::new(text.to_owned());
        let mut reading = read_key(&KeyInput {
            text,
            ..KeyInput::default()
        });
        reading.keys.remove(0).material
    }

    fn colons(bytes: &[u8]) -> String {
        let pairs: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let lines = pairs.chunks(15).map(|line| line.join(":"));
        let lines: Vec<String> = lines.map(|line| format!("    {line}")).collect();
        lines.join(":\n")
    }

    #[test]
    fn a_modulus() {
        let token = token_signed_as("RS256", "RS256", RSA_PKCS8);
        let Material::Rsa { n, .. } = material(RSA_SPKI) else {
            panic!("an RSA key");
        };
        let hex: String = n.iter().map(|byte| format!("{byte:02X}")).collect();
        let (standard, url) = (STANDARD.encode(&n), base64url::encode(&n));
        let printed = colons(&[&[0], n.as_slice()].concat());
        for given in [
            format!(
                "<RSAKeyValue><Modulus>{standard}</Modulus><Exponent>AQAB</Exponent></RSAKeyValue>"
            ),
            format!("Modulus={hex}"),
            format!("Public-Key: (2048 bit)\nModulus:\n{printed}\nExponent: 65537 (0x10001)\n"),
            format!(r#"{{"kty":"RSA","n":"{url}"}}"#),
            format!(r#"{{"kty":"RSA","n":"{url}","e":65537}}"#),
            format!(r#"{{"Modulus":"{standard}","Exponent":"AQAB"}}"#),
            url,
        ] {
            finds(&token, &given, "key-numbers");
        }
        let other = hex.replacen(['1', '2', '3'], "4", 1);
        finds_nothing_with(&token, &format!("Modulus={other}"));
    }

    #[test]
    fn a_point() {
        let token = es256(r#"{"alg":"ES256"}"#);
        let Material::Ec { x, y, .. } = material(P256_SPKI) else {
            panic!("an EC key");
        };
        let [x_url, y_url] = [&x, &y].map(|half| base64url::encode(half));
        let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
        let printed = colons(&[&[4], x.as_slice(), &y].concat());
        for given in [
            format!("Public-Key: (256 bit)\npub:\n{printed}\nASN1 OID: prime256v1\n"),
            format!("x: {}\ny: {}\n", hex(&x), hex(&y)),
            format!(r#"{{"kty":"EC","crv":"P-256","x":"{x_url}"}}"#),
            format!(r#"{{"kty":"EC","x":"{x_url}","y":"{y_url}"}}"#),
        ] {
            finds(&token, &given, "key-numbers");
        }
        let other = format!(r#"{{"kty":"EC","crv":"P-256","x":"{y_url}"}}"#);
        finds_nothing_with(&token, &other);
    }

    #[test]
    fn a_certificate_in_a_jwk_without_numbers() {
        let pem = include_str!("../../crypto/containers/fixtures/p256-certificate.pem");
        let der: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
        let token = es256(r#"{"alg":"ES256"}"#);
        for given in [
            format!(r#"{{"kty":"EC","x5c":["{der}"]}}"#),
            format!(r#"{{"one":"{der}"}}"#),
        ] {
            finds(&token, &given, "key-numbers");
        }
    }
}
