//! Two ECDSA signatures over different content with the same R: their maker used one random
//! number twice. When one key made both, anyone who has the two can compute that key, as happened
//! to a games console in 2010.
//! Spec: FIPS 186-5 §6.3 (a new random number for each signature), RFC 6979 §1.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;
use crate::inspect::{Inspection, Token};
use crate::jose::algorithms::{Scheme, signature_algorithm};
use crate::jose::jws::signing_input;
use crate::span::Part;
use serde::{Deserialize, Serialize};
use std::hash::{DefaultHasher, Hash, Hasher};

pub(super) const CHECK: Check = Check {
    code: "ecdsa-repeated-r",
    severity: Severity::Danger,
    clause: "FIPS 186-5 §6.3",
    certainty: Certainty::Known,
    find,
};

/// An ECDSA signature that was seen: enough to tell whether another repeats its R.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenSignature {
    /// The curve's name.
    pub curve: String,
    /// R, big-endian.
    pub r: Vec<u8>,
    /// Tells contents apart; no cryptographic hash, nothing rests on it but this finding.
    pub content: u64,
    /// `kid` of the header, where it has one.
    pub kid: Option<String>,
}

/// The ECDSA signatures of a token.
pub fn signatures(token: &Token) -> Vec<SeenSignature> {
    let mut seen = Vec::new();
    for signature in &token.signatures {
        let part = |index: Option<usize>| token.parts.get(index?);
        let header = part(signature.protected).and_then(|part| part.json.as_ref());
        let text = |name: &str| {
            let value = header?.get(name)?;
            value.text().map(|text| text.into_owned())
        };
        let row = text("alg").and_then(|alg| signature_algorithm(&alg));
        let Some(Scheme::Ecdsa(curve, _)) = row.map(|row| row.scheme) else {
            continue;
        };
        let bytes = part(signature.signature).map(|part| part.bytes.as_slice());
        let halves = bytes.and_then(|bytes| bytes.split_at_checked(curve.field_len()));
        // A signature of another length has no R to speak of, and zero is another check's.
        let Some((r, s)) = halves.filter(|(r, s)| r.len() == s.len()) else {
            continue;
        };
        if s.is_empty() || r.iter().all(|byte| *byte == 0) {
            continue;
        }
        let mut hasher = DefaultHasher::new();
        signing_input(token, signature, None).hash(&mut hasher);
        seen.push(SeenSignature {
            curve: curve.name().to_owned(),
            r: r.to_vec(),
            content: hasher.finish(),
            kid: text("kid"),
        });
    }
    seen
}

/// The ECDSA signatures of every token of a paste.
pub fn all_signatures(inspection: &Inspection) -> Vec<SeenSignature> {
    inspection.tokens.iter().flat_map(signatures).collect()
}

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let own = signatures(subject.token);
    let of_paste = all_signatures(subject.inspection);
    let others: Vec<&SeenSignature> = subject.around.seen.iter().chain(&of_paste).collect();
    let repeats = |own: &&SeenSignature| {
        let is_repeat = |other: &&&SeenSignature| {
            other.curve == own.curve && other.r == own.r && other.content != own.content
        };
        others.iter().any(|other| is_repeat(&other))
    };
    let part = subject
        .token
        .parts
        .iter()
        .find(|part| part.part == Part::Signature);
    let Some((part, repeated)) = part.zip(own.iter().find(repeats)) else {
        return Vec::new();
    };
    let place = subject.span(part, 0..repeated.r.len());
    vec![Finding::at(place).with("curve", repeated.curve.as_str())]
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, token};
    use super::super::{Around, check, check_among};
    use super::{CHECK, all_signatures};
    use crate::base64url;
    use crate::inspect::inspect;

    fn halves(r: u8, s: u8) -> Vec<u8> {
        [vec![r; 32], vec![s; 32]].concat()
    }

    fn paste(payload: &str, signature: &[u8]) -> String {
        let part = |bytes: &[u8]| base64url::encode(bytes);
        let header = br#"{"alg":"ES256"}"#;
        format!(
            "{}.{}.{}",
            part(header),
            part(payload.as_bytes()),
            part(signature)
        )
    }

    /// How many findings the second token has after the first.
    fn found(first: (&str, &[u8]), second: (&str, &[u8])) -> usize {
        let seen = all_signatures(&inspect(&paste(first.0, first.1)));
        let now = inspect(&paste(second.0, second.1));
        let around = Around {
            seen: &seen,
            ..Around::default()
        };
        let found = check_among(&now, 0, None, &around);
        found.iter().filter(|one| one.code == CHECK.code).count()
    }

    #[test]
    fn one_r_over_two_contents_is_found_among_tokens_seen_before() {
        assert_eq!(
            found(("{\"a\":1}", &halves(7, 1)), ("{\"a\":2}", &halves(7, 2))),
            1
        );
    }

    #[test]
    fn one_r_is_found_within_one_paste() {
        let two = format!(
            "{}\n{}",
            paste("{\"a\":1}", &halves(7, 1)),
            paste("{\"a\":2}", &halves(7, 2))
        );
        let inspection = inspect(&two);
        assert_eq!(inspection.tokens.len(), 2);
        for index in 0..2 {
            assert!(
                check(&inspection, index, None)
                    .iter()
                    .any(|one| one.code == CHECK.code)
            );
        }
    }

    #[test]
    fn the_same_token_again_another_r_and_another_algorithm_are_no_repeats() {
        let first = ("{\"a\":1}", halves(7, 1));
        // Deterministic signatures (RFC 6979) of the same content have the same R.
        assert_eq!(found((first.0, &first.1), (first.0, &first.1)), 0);
        assert_eq!(found((first.0, &first.1), (first.0, &halves(7, 2))), 0);
        assert_eq!(found((first.0, &first.1), ("{\"a\":2}", &halves(8, 1))), 0);
        assert_eq!(found((first.0, &first.1), ("{\"a\":2}", &[7; 63])), 0);
        assert_eq!(found((first.0, &[0; 64]), ("{\"a\":2}", &[0; 64])), 0);
        let hmac = token(r#"{"alg":"HS512"}"#, "{}", &halves(7, 1));
        assert!(all_signatures(&hmac).is_empty());
        assert!(findings(&CHECK, &hmac, None).is_empty());
    }
}
