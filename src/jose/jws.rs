//! What a JWS Signature is computed over, and what it signs.
//! Spec: RFC 7515 §5.2 and Appendix F, RFC 7797 §3 to §5.

use super::header::JoseHeader;
use super::token::{Encoding, Family, PartText, Serialization, Token};
use crate::base64url;
use crate::span::Part;

/// The JWS Signing Input of signature `index`, exactly as the token has it. `content` is detached
/// content, used when the token has no payload.
///
/// `None` when there is none: a JWE, or a compact token with another number of parts than three.
pub fn signing_input(token: &Token, index: usize, content: Option<&[u8]>) -> Option<Vec<u8>> {
    let protected = protected_text(token, index)?;
    let mut input = protected.into_bytes();
    input.push(b'.');
    match (present_payload(token), content) {
        (Some(payload), _) => input.extend(token.value_of(payload).as_bytes()),
        (None, None) => {}
        (None, Some(content)) if JoseHeader::of(token, index).unencoded_payload() => {
            input.extend(content);
        }
        (None, Some(content)) => input.extend(base64url::encode(content).into_bytes()),
    }
    Some(input)
}

/// The bytes of the JWS Payload, or of the detached `content`.
pub fn payload_bytes<'a>(token: &'a Token, content: Option<&'a [u8]>) -> Option<&'a [u8]> {
    match present_payload(token) {
        Some(payload) => Some(payload.bytes.as_slice()),
        None => content,
    }
}

/// Whether the payload is not in the token.
pub fn is_detached(token: &Token) -> bool {
    token.family != Family::Jwe && present_payload(token).is_none()
}

/// The bytes of JWS Signature `index`; `None` when it is missing or not strict base64url, for
/// then nothing was signed that way.
pub fn signature_bytes(token: &Token, index: usize) -> Option<&[u8]> {
    let part = signature_part(token, index)?;
    part.exact.then_some(part.bytes.as_slice())
}

/// The part that holds JWS Signature `index`.
pub fn signature_part(token: &Token, index: usize) -> Option<&PartText> {
    token.parts.get(token.signatures.get(index)?.signature?)
}

/// Signature `index` in JWS Compact Serialization, which has no place for an unprotected header.
/// A compact token as it is; of an SD-JWT the issuer's JWT alone.
pub fn compact(token: &Token, index: usize) -> Option<String> {
    let protected = protected_text(token, index)?;
    let payload = present_payload(token).map(|payload| token.value_of(payload));
    let signature = signature_part(token, index).map(|part| token.value_of(part));
    Some(format!(
        "{protected}.{}.{}",
        payload.unwrap_or_default(),
        signature.unwrap_or_default()
    ))
}

fn protected_text(token: &Token, index: usize) -> Option<String> {
    let signature = token.signatures.get(index)?;
    if token.serialization == Serialization::Compact && !has_three_parts(token) {
        return None;
    }
    let Some(protected) = signature.protected else {
        return Some(String::new());
    };
    let part = token.parts.get(protected)?;
    Some(token.value_of(part).into_owned())
}

/// Whether a compact token is a header, a payload and a signature with one dot between each.
fn has_three_parts(token: &Token) -> bool {
    let jwt = token.source.text.split('~').next().unwrap_or_default();
    jwt.split('.').count() == 3 && token.part(Part::Signature).is_some()
}

fn present_payload(token: &Token) -> Option<&PartText> {
    token
        .part(Part::Payload)
        .filter(|part| part.encoding != Encoding::Detached)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::inspect::inspect;

    const HEADER: &str = "eyJhbGciOiJIUzI1NiJ9";
    const B64_FALSE: &str = "eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19";
    const SIGNATURE: &str = "A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY";

    fn input(paste: &str, content: Option<&str>) -> Option<String> {
        let inspection = inspect(paste);
        let token = &inspection.tokens[0];
        let input = signing_input(token, 0, content.map(str::as_bytes))?;
        Some(String::from_utf8(input).unwrap())
    }

    #[test]
    fn the_signing_input_is_the_text_before_the_last_dot() {
        let paste = format!("{HEADER}.\ne30.\n{SIGNATURE}");
        assert_eq!(input(&paste, None).unwrap(), format!("{HEADER}.e30"));
        let padded = format!("{HEADER}.e30=.{SIGNATURE}");
        assert_eq!(input(&padded, None).unwrap(), format!("{HEADER}.e30="));
    }

    #[test]
    fn detached_content_is_encoded_unless_b64_is_false() {
        let paste = format!("{HEADER}..{SIGNATURE}");
        assert_eq!(
            input(&paste, Some("$.02")).unwrap(),
            format!("{HEADER}.JC4wMg")
        );
        assert_eq!(input(&paste, None).unwrap(), format!("{HEADER}."));
        let paste = format!("{B64_FALSE}..{SIGNATURE}");
        assert_eq!(
            input(&paste, Some("$.02")).unwrap(),
            format!("{B64_FALSE}.$.02")
        );
    }

    #[test]
    fn an_unencoded_payload_stands_as_it_is() {
        let paste = format!("{B64_FALSE}.a b$c.{SIGNATURE}");
        assert_eq!(input(&paste, None).unwrap(), format!("{B64_FALSE}.a b$c"));
        let json = format!(
            r#"{{"protected":"{B64_FALSE}","payload":"$.02\n","signature":"{SIGNATURE}"}}"#
        );
        assert_eq!(input(&json, None).unwrap(), format!("{B64_FALSE}.$.02\n"));
    }

    #[test]
    fn other_numbers_of_parts_have_no_signing_input() {
        for paste in [
            format!("{HEADER}.e30"),
            format!("{HEADER}e30.{SIGNATURE}"),
            format!("{HEADER}..e30.{SIGNATURE}"),
            format!("{HEADER}.e30.{SIGNATURE}.{SIGNATURE}"),
        ] {
            assert_eq!(input(&paste, None), None, "{paste}");
        }
    }

    #[test]
    fn an_inexact_signature_has_no_bytes() {
        for signature in [
            format!("{SIGNATURE}="),
            SIGNATURE.replace('_', "/"),
            SIGNATURE.replace("mDY", "mDZ"),
        ] {
            let inspection = inspect(&format!("{HEADER}.e30.{signature}"));
            assert_eq!(signature_bytes(&inspection.tokens[0], 0), None);
        }
    }
}
