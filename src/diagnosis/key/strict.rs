//! It verifies here, because the key was read leniently: a stricter program refuses the JWK, and
//! this is what it would have to look like. Spec: RFC 7518 §2, §6.

use crate::diagnosis::{Diagnosis, Fix};
use crate::diagnostic::Diagnostic;
use crate::keys::{SecretReading, read_key};
use crate::secret::Secret;
use crate::verify::Question;

/// The JWK as RFC 7518 wants it, when the given one is not.
pub fn diagnose(question: &Question) -> Vec<Diagnosis> {
    let reading = read_key(&question.key);
    let ([key], Some(warning)) = (
        reading.keys.as_slice(),
        reading
            .warnings
            .iter()
            .find(|warning| CODES.iter().any(|(code, _)| *code == warning.code)),
    ) else {
        return Vec::new();
    };
    let code = CODES.iter().find(|(code, _)| *code == warning.code);
    let member = warning.fact("member").cloned();
    let (Some((_, code)), Some(member)) = (code, member) else {
        return Vec::new();
    };
    let public = key.facts.public_jwk.clone();
    if public.is_empty() {
        return Vec::new();
    }
    vec![Diagnosis {
        steps: vec![Diagnostic::info(code).with_fact("member", member)],
        is_verified: true,
        is_certain: false,
        fixes: vec![Fix::SetKey {
            text: Secret::new(public),
            reading: SecretReading::Utf8,
        }],
    }]
}

/// The warning of the reader, and the clause.
const CODES: [(&str, &str); 2] = [
    ("key-jwk-lenient-base64", "key-jwk-base64"),
    ("key-jwk-leading-zero", "key-jwk-length"),
];

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{P256_PUBLIC, es256, finds, finds_code};

    #[test]
    fn standard_base64_and_leading_zeros() {
        let token = es256(r#"{"alg":"ES256"}"#);
        finds(&token, &P256_PUBLIC.replace('_', "/"), "key-jwk-base64");
        let longer = P256_PUBLIC.replace(
            "S_J9pNNcsJUWNj50sGl3dlPoth1ly2fwsOWmzlTpOgQ",
            "AEvyfaTTXLCVFjY-dLBpd3ZT6LYdZctn8LDlps5U6ToE",
        );
        finds(&token, &longer, "key-jwk-length");
        finds_code(&token, P256_PUBLIC, &[]);
    }
}
