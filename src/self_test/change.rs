//! One bit of a vector changed, where it has to be noticed: the first character of a base64url
//! text holds the upper six bits of its first byte, so another neighbour in the alphabet changes
//! one bit and nothing else.
//! Spec: RFC 4648 §5.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Of the signature or the Authentication Tag: the last part of a compact token (before its
/// Disclosures), the first `signature` or the `tag` of a JSON Serialization.
pub(super) fn last_part(token: &str) -> Option<String> {
    if token.trim_start().starts_with('{') {
        // A recipient may have a `tag` of its own, before that of the content.
        let tag = "\"tag\":\"";
        return behind(token, "\"signature\":\"")
            .or_else(|| changed_at(token, token.rfind(tag)?.checked_add(tag.len())?));
    }
    let jwt = token.split('~').next()?;
    let at = jwt.rfind('.')?.checked_add(1)?;
    changed_at(token, at)
}

/// Of the first Disclosure.
pub(super) fn disclosure(token: &str) -> Option<String> {
    match token.trim_start().starts_with('{') {
        true => behind(token, "\"disclosures\":[\""),
        false => behind(token, "~"),
    }
}

/// Of what makes a public key the one that it is.
pub(super) fn public_number(jwk: &str) -> Option<String> {
    ["\"n\":\"", "\"x\":\"", "\"pub\":\""]
        .iter()
        .find_map(|name| behind(jwk, name))
}

fn behind(text: &str, name: &str) -> Option<String> {
    let at = text.find(name)?.checked_add(name.len())?;
    changed_at(text, at)
}

fn changed_at(text: &str, at: usize) -> Option<String> {
    let digit = *text.as_bytes().get(at)?;
    let value = ALPHABET.iter().position(|one| *one == digit)?;
    let other = char::from(*ALPHABET.get(value ^ 1)?);
    let (before, behind) = (text.get(..at)?, text.get(at.checked_add(1)?..)?);
    Some(format!("{before}{other}{behind}"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::base64url;

    #[test]
    fn one_bit_is_another_one() {
        for first in ["AAAA", "_-_-", "dBjf"] {
            let changed = last_part(&format!("a.b.{first}~c.d.e")).unwrap();
            let changed = changed.strip_prefix("a.b.").unwrap();
            let changed = changed.strip_suffix("~c.d.e").unwrap();
            let [one, other] = [first, changed].map(|text| base64url::decode(text).unwrap());
            let bits: u32 = one
                .iter()
                .zip(&other)
                .map(|(a, b)| (a ^ b).count_ones())
                .sum();
            assert_eq!(bits, 1, "{first} {changed}");
        }
    }

    #[test]
    fn each_form_has_its_place() {
        let json = r#"{"signatures":[{"signature":"AA"},{"signature":"AA"}]}"#;
        let changed = r#"{"signatures":[{"signature":"BA"},{"signature":"AA"}]}"#;
        assert_eq!(last_part(json).as_deref(), Some(changed));
        assert_eq!(
            last_part(r#"{"tag":"BA"}"#).as_deref(),
            Some(r#"{"tag":"AA"}"#)
        );
        assert_eq!(disclosure("a.b.c~Ax~").as_deref(), Some("a.b.c~Bx~"));
        let json = r#"{"disclosures":["Ax","Ay"]}"#;
        assert_eq!(
            disclosure(json).as_deref(),
            Some(r#"{"disclosures":["Bx","Ay"]}"#)
        );
        let jwk = r#"{"kty":"RSA","n":"0x"}"#;
        assert_eq!(
            public_number(jwk).as_deref(),
            Some(r#"{"kty":"RSA","n":"1x"}"#)
        );
    }

    #[test]
    fn where_nothing_is_nothing_is_changed() {
        for token in ["", "a", "a.b.", "{}", "a.b.=", r#"{"signature":""}"#] {
            assert_eq!(last_part(token), None, "{token}");
        }
        assert_eq!(disclosure("a.b.c~"), None);
        assert_eq!(disclosure("a.b.c"), None);
        assert_eq!(public_number(r#"{"kty":"oct","k":"AA"}"#), None);
    }
}
