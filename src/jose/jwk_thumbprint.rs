//! The JWK Thumbprint of a JWK as JSON text, without reading it as a key: the page can do it.
//! Spec: RFC 7638 §3, RFC 8037 §2, RFC 9964 §3.

use crate::base64url;
use crate::json::{Kind, Value};
use sha2::{Digest, Sha256};

/// The members that are hashed, in the order in which they are, by `kty`.
const REQUIRED: [(&str, &[&str]); 4] = [
    ("EC", &["crv", "kty", "x", "y"]),
    ("RSA", &["e", "kty", "n"]),
    ("OKP", &["crv", "kty", "x"]),
    ("AKP", &["alg", "kty", "pub"]),
];

/// The SHA-256 thumbprint, base64url. `None` for what is no public JWK: a required member is
/// missing or no string, or it is a secret (RFC 7638 §7).
pub fn thumbprint(jwk: Value<'_>) -> Option<String> {
    if jwk.kind() != Kind::Object {
        return None;
    }
    let kty = jwk.get("kty")?.text()?;
    let (_, names) = REQUIRED.iter().find(|(name, _)| *name == kty)?;
    let mut members = Vec::new();
    for name in *names {
        let value = jwk.get(name)?;
        let text = value.text().filter(|_| value.kind() == Kind::String)?;
        members.push(format!("\"{name}\":{}", crate::json::quote(&text)));
    }
    let hashed = format!("{{{}}}", members.join(","));
    Some(base64url::encode(&Sha256::digest(hashed)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::thumbprint;
    use crate::json::parse;

    fn of(text: &str) -> Option<String> {
        thumbprint(parse(text.as_bytes().to_vec()).root()?)
    }

    /// RFC 8037 Appendix A.3.
    #[test]
    fn the_example_of_the_rfc_whatever_else_stands_in_it() {
        let expected = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
        let x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
        for text in [
            format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}"#),
            format!(r#"{{ "kid": "a", "x": "{x}", "kty": "OKP", "crv": "Ed25519", "d": "AA" }}"#),
        ] {
            assert_eq!(of(&text).as_deref(), Some(expected));
        }
    }

    #[test]
    fn what_is_no_public_jwk() {
        for text in [
            "",
            "[]",
            "{}",
            r#"{"kty":"oct","k":"AA"}"#,
            r#"{"kty":"RSA","n":"AA"}"#,
            r#"{"kty":"EC","crv":"P-256","x":"AA","y":7}"#,
            r#"{"kty":"ec","crv":"P-256","x":"AA","y":"AA"}"#,
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
