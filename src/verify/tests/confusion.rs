//! Public keys as HMAC secrets: never valid, and named.

use super::SignatureState as S;
use super::*;

fn jwk(text: &str) -> String {
    read(text).keys[0].facts.public_jwk.clone()
}

#[test]
fn a_public_key_as_secret_is_never_valid() {
    let input = "eyJhbGciOiJIUzI1NiJ9.e30";
    let der = base64url::encode(
        &crypto::containers::spki::write(&crate::keys::public_half(&read(SPKI).keys[0].material))
            .unwrap(),
    );
    let trimmed = SPKI.trim_end();
    for secret in [SPKI.as_bytes(), trimmed.as_bytes(), jwk(SPKI).as_bytes()] {
        let oct = format!(r#"{{"kty":"oct","k":"{}"}}"#, base64url::encode(secret));
        let signed = seal(input, "HS256", &oct);
        // As a secret in a JWK, and as the public key itself.
        check(&signed, &oct, S::Invalid, "verify-confusion");
        check(&signed, SPKI, S::Invalid, "verify-confusion-fits");
    }
    let oct = format!(r#"{{"kty":"oct","k":"{der}"}}"#);
    let signed = seal(input, "HS256", &oct);
    check(&signed, &oct, S::Invalid, "verify-confusion");
    check(&signed, &jwk(SPKI), S::Invalid, "verify-confusion-fits");
    let as_secret = KeyInput {
        reading: SecretReading::Base64,
        ..key(&base64_of(SPKI))
    };
    let signed = seal(
        input,
        "HS256",
        &format!(
            r#"{{"kty":"oct","k":"{}"}}"#,
            base64url::encode(SPKI.as_bytes())
        ),
    );
    assert_eq!(ask(&signed, as_secret).state, S::Invalid);
}

fn base64_of(text: &str) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(text)
}

#[test]
fn what_is_and_is_not_a_public_key() {
    for public in [SPKI, RSA_SPKI, CERTIFICATE, KOPPELTAAL_JWKS] {
        assert!(is_public_key(public.as_bytes()), "{public}");
        let little: Vec<u8> = public.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = public.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert!(is_public_key(&little) && is_public_key(&big), "{public}");
    }
    for secret in [PKCS8, SECRET, WORKSHOP_ENV, "", "{}", "JWT_SECRET=a"] {
        assert!(!is_public_key(secret.as_bytes()), "{secret}");
    }
}

#[test]
fn the_bytes_of_the_token_s_own_key_are_no_secret() {
    let jwk = jwk(SPKI);
    let x = crate::json::parse(jwk.clone().into_bytes());
    let x = x.get("x").unwrap().text().unwrap().into_owned();
    let oct = format!(r#"{{"kty":"oct","k":"{x}"}}"#);
    let signed = token(
        &format!(r#"{{"alg":"HS256","jwk":{jwk}}}"#),
        "{}",
        "HS256",
        &oct,
    );
    assert_eq!(ask(&signed, key(&oct)).state, S::Invalid);
    let other = token(r#"{"alg":"HS256"}"#, "{}", "HS256", &oct);
    assert_eq!(ask(&other, key(&oct)).state, S::Valid);
}
