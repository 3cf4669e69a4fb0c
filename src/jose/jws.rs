//! What a JWS Signature is computed over, and what it signs.
//! Spec: RFC 7515 §5.2 and Appendix F, RFC 7797 §3 to §5.

use super::token::{Encoding, Family, PartText, Serialization, Signature, Token};
use crate::base64url;
use crate::span::Part;

/// The JWS Signing Input of `signature`, exactly as the token has it: the protected header, a dot,
/// the payload. `content` is detached content, used when the token has no payload. Says nothing of
/// whether the token is well-formed.
pub fn signing_input(token: &Token, signature: &Signature, content: Option<&[u8]>) -> Vec<u8> {
    let protected = signature.protected.and_then(|index| token.parts.get(index));
    let mut input = match protected {
        Some(part) => token.value_of(part).into_owned().into_bytes(),
        None => Vec::new(),
    };
    input.push(b'.');
    match (token.part(Part::Payload), content) {
        (_, Some(content)) if is_detached(token) => {
            if protected.is_some_and(is_unencoded) {
                input.extend_from_slice(content);
            } else {
                input.extend_from_slice(base64url::encode(content).as_bytes());
            }
        }
        (Some(payload), _) if payload.encoding == Encoding::Plain => {
            input.extend_from_slice(&payload.bytes);
        }
        (Some(payload), _) => input.extend_from_slice(token.value_of(payload).as_bytes()),
        (None, _) => {}
    }
    input
}

/// Whether the payload is not in the token, or is empty: then content may belong to it. In a
/// Compact Serialization the dots around it are there all the same (RFC 7515 Appendix F).
pub fn is_detached(token: &Token) -> bool {
    let dots = token.source.text.bytes().filter(|byte| *byte == b'.');
    if token.serialization == Serialization::Compact && dots.count() < 2 {
        return false;
    }
    let absent =
        |payload: &PartText| payload.encoding == Encoding::Detached || payload.range.is_empty();
    token.family != Family::Jwe && token.part(Part::Payload).is_none_or(absent)
}

/// Whether a protected header says that the payload stands in the signing input as it is. In an
/// unprotected one `b64` has no meaning (RFC 7797 §3).
fn is_unencoded(protected: &PartText) -> bool {
    let b64 = protected.json.as_ref().and_then(|json| json.get("b64"));
    b64.and_then(|value| value.as_bool()) == Some(false)
}

/// Signature `index` in JWS Compact Serialization, which has no place for an unprotected header.
/// Of an SD-JWT the issuer's JWT alone; `None` where the token has other parts than three.
pub fn compact(token: &Token, index: usize) -> Option<String> {
    let signature = token.signatures.get(index)?;
    if token.serialization == Serialization::Compact && !has_three_parts(token) {
        return None;
    }
    let value = |part: Option<&PartText>| match part {
        Some(part) if part.encoding != Encoding::Detached => token.value_of(part).into_owned(),
        _ => String::new(),
    };
    let part = |index: Option<usize>| index.and_then(|index| token.parts.get(index));
    Some(format!(
        "{}.{}.{}",
        value(part(signature.protected)),
        value(token.part(Part::Payload)),
        value(part(signature.signature)),
    ))
}

/// Whether a compact token is a header, a payload and a signature with one dot between each.
fn has_three_parts(token: &Token) -> bool {
    token.jwt().split('.').count() == 3 && token.part(Part::Signature).is_some()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::inspect::inspect;

    const HEADER: &str = "eyJhbGciOiJIUzI1NiJ9";
    const B64_FALSE: &str = "eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19";
    const SIGNATURE: &str = "A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY";

    fn input(paste: &str, content: Option<&str>) -> String {
        let inspection = inspect(paste);
        let token = &inspection.tokens[0];
        let signature = &token.signatures[0];
        let input = signing_input(token, signature, content.map(str::as_bytes));
        String::from_utf8(input).unwrap()
    }

    #[test]
    fn the_signing_input_is_the_text_before_the_last_dot() {
        let paste = format!("{HEADER}.\ne30.\n{SIGNATURE}");
        assert_eq!(input(&paste, None), format!("{HEADER}.e30"));
        let padded = format!("{HEADER}.e30=.{SIGNATURE}");
        assert_eq!(input(&padded, None), format!("{HEADER}.e30="));
    }

    #[test]
    fn escapes_of_a_json_string_are_not_signed() {
        let (first, rest) = HEADER.split_at(1);
        assert_eq!(first, "e");
        let json =
            format!(r#"{{"protected":"\u0065{rest}","payload":"e30","signature":"{SIGNATURE}"}}"#);
        assert_eq!(input(&json, None), format!("{HEADER}.e30"));
    }

    #[test]
    fn detached_content_is_encoded_unless_b64_is_false() {
        let paste = format!("{HEADER}..{SIGNATURE}");
        assert_eq!(input(&paste, Some("$.02")), format!("{HEADER}.JC4wMg"));
        assert_eq!(input(&paste, None), format!("{HEADER}."));
        let paste = format!("{B64_FALSE}..{SIGNATURE}");
        assert_eq!(input(&paste, Some("$.02")), format!("{B64_FALSE}.$.02"));
    }

    #[test]
    fn an_unprotected_b64_encodes_all_the_same() {
        let json = format!(
            r#"{{"protected":"{HEADER}","header":{{"b64":false}},"signature":"{SIGNATURE}"}}"#
        );
        assert_eq!(input(&json, Some("$.02")), format!("{HEADER}.JC4wMg"));
    }

    #[test]
    fn an_unencoded_payload_stands_as_it_is() {
        let paste = format!("{B64_FALSE}.a b$c.{SIGNATURE}");
        assert_eq!(input(&paste, None), format!("{B64_FALSE}.a b$c"));
        let json = format!(
            r#"{{"protected":"{B64_FALSE}","payload":"$.02\n","signature":"{SIGNATURE}"}}"#
        );
        assert_eq!(input(&json, None), format!("{B64_FALSE}.$.02\n"));
    }

    #[test]
    fn other_numbers_of_parts_have_no_compact_form() {
        for paste in [
            format!("{HEADER}.e30"),
            format!("{HEADER}e30.{SIGNATURE}"),
            format!("{HEADER}..e30.{SIGNATURE}"),
            format!("{HEADER}.e30.{SIGNATURE}.{SIGNATURE}"),
        ] {
            assert_eq!(compact(&inspect(&paste).tokens[0], 0), None, "{paste}");
        }
    }
}
