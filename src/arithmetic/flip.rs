//! One bit of a token, flipped in a copy, and what becomes of the three verdicts.
//! Spec: RFC 7515 §5.2: every bit of the signing input and of the signature counts.

use super::{Bit, Flipped, Judged};
use crate::base64url;
use crate::inspect::{Family, Inspection, Serialization, Token, inspect};
use crate::judge::{Expectations, judge};
use crate::verify::{Question, verify};

/// The token in question with this bit flipped, and the verdicts on it; `None` where there is no
/// such bit or the token is no JWS in the Compact Serialization.
pub fn flip(
    inspection: &Inspection,
    question: &Question,
    clock: i64,
    expectations: &Expectations,
    bit: Bit,
) -> Option<Flipped> {
    let token = inspection.tokens.get(question.token)?;
    let text = flipped_text(token, bit)?;
    let judged = |text: &str| {
        let inspection = inspect(text);
        let question = Question {
            token: 0,
            ..question.clone()
        };
        let claims = judge(&inspection, 0, clock, expectations);
        let signature = verify(&inspection, &question);
        Judged {
            structure: inspection.structure(0),
            signature: signature.state,
            signature_why: signature.reason,
            claims: claims.state,
            claims_why: claims.reason,
        }
    };
    Some(Flipped {
        before: judged(&token.source.text),
        after: judged(&text),
        text,
    })
}

fn flipped_text(token: &Token, bit: Bit) -> Option<String> {
    if token.family != Family::Jws || token.serialization != Serialization::Compact {
        return None;
    }
    let part = token.part(bit.part)?;
    let mut bytes = part.bytes.clone();
    let byte = bytes.get_mut(bit.byte)?;
    *byte ^= 1_u8
        .checked_shl(u32::from(bit.place))
        .filter(|_| bit.place < 8)?;
    let (before, after) = (
        token.source.text.get(..part.range.start)?,
        token.source.text.get(part.range.end..)?,
    );
    Some(format!("{before}{}{after}", base64url::encode(&bytes)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::inspect::StructureState;
    use crate::judge::ClaimsState;
    use crate::keys::KeyInput;
    use crate::secret::Secret;
    use crate::span::Part;
    use crate::verify::SignatureState;

    const SECRET: &str = "a secret of thirty-two bytes, or more";

    fn token(payload: &str) -> String {
        let part = |text: &str| base64url::encode(text.as_bytes());
        let input = format!("{}.{}", part(r#"{"alg":"HS256"}"#), part(payload));
        let mac = crate::crypto::forensics::hmac(
            crate::jose::algorithms::Hash::Sha256,
            SECRET.as_bytes(),
            input.as_bytes(),
        );
        format!("{input}.{}", base64url::encode(&mac.unwrap()))
    }

    fn of(paste: &str, bit: Bit) -> Option<Flipped> {
        let question = Question {
            key: KeyInput {
                text: Secret::new(SECRET.to_owned()),
                ..KeyInput::default()
            },
            ..Question::default()
        };
        flip(
            &inspect(paste),
            &question,
            50,
            &Expectations::default(),
            bit,
        )
    }

    fn bit(part: Part, byte: usize, place: u8) -> Bit {
        Bit { part, byte, place }
    }

    #[test]
    fn every_bit_of_payload_and_signature_counts() {
        let token = token(r#"{"exp":99}"#);
        let mut tried = 0;
        for (part, bytes) in [(Part::Payload, 10), (Part::Signature, 32)] {
            for byte in 0..bytes {
                for place in 0..8 {
                    let flipped = of(&token, bit(part, byte, place)).unwrap();
                    assert_eq!(flipped.before.signature, SignatureState::Valid);
                    assert_eq!(flipped.after.signature, SignatureState::Invalid);
                    assert_ne!(flipped.text, token);
                    assert_eq!(flipped.text.len(), token.len());
                    tried += 1;
                }
            }
        }
        assert_eq!(tried, 336);
    }

    #[test]
    fn no_bit_of_the_header_leaves_it_valid() {
        let token = token(r#"{"exp":99}"#);
        for byte in 0..15 {
            for place in 0..8 {
                let flipped = of(&token, bit(Part::Header, byte, place)).unwrap();
                assert_ne!(flipped.after.signature, SignatureState::Valid);
            }
        }
    }

    #[test]
    fn a_digit_of_exp_changes_the_verdict_on_the_claims_too() {
        // 9 is 0x39: without its fourth bit it is 1.
        let flipped = of(&token(r#"{"exp":99}"#), bit(Part::Payload, 7, 3)).unwrap();
        assert_eq!(flipped.before.claims, ClaimsState::Ok);
        assert_eq!(flipped.after.claims, ClaimsState::Expired);
        assert_eq!(flipped.after.structure, StructureState::Ok);
        let flipped = of(&token(r#"{"exp":99}"#), bit(Part::Signature, 7, 3)).unwrap();
        assert_eq!(flipped.after.claims, ClaimsState::Ok);
    }

    #[test]
    fn the_same_bit_twice_is_the_token_again() {
        let token = token("{}");
        let place = bit(Part::Signature, 31, 0);
        let once = of(&token, place).unwrap().text;
        assert_eq!(of(&once, place).unwrap().text, token);
    }

    #[test]
    fn what_has_no_such_bit() {
        let token = token("{}");
        assert_eq!(of(&token, bit(Part::Payload, 2, 0)), None);
        assert_eq!(of(&token, bit(Part::Payload, 0, 8)), None);
        assert_eq!(of(&token, bit(Part::Ciphertext, 0, 0)), None);
        assert_eq!(of("", bit(Part::Header, 0, 0)), None);
        let json = r#"{"payload":"e30","signature":"AA"}"#;
        assert_eq!(of(json, bit(Part::Payload, 0, 0)), None);
    }
}
