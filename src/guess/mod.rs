//! Whether the secret of an HMAC token stands in a list: what one person can try on a laptop,
//! everyone can. Only on request, and in slices.
//!
//! `secrets.txt` is what the page offers: names and passwords that tutorials and defaults made
//! known, chosen from a published list (its licence stands beside it). A longer one can be opened.
//! Spec: RFC 8725 §3.5 (Ensure Cryptographic Keys Have Sufficient Entropy), RFC 7518 §3.2.

use crate::crypto;
use crate::inspect::{Inspection, Token};
use crate::jose::algorithms::{Scheme, SignatureAlgorithm, signature_algorithm};
use crate::jose::jws::signing_input;
use crate::keys::Material;
use crate::secret::Secret;

/// The first of `words`, one a line, whose UTF-8 bytes are the secret of token `token`. `None`:
/// none is, or the token has no HMAC, or its content is detached.
pub fn guess(inspection: &Inspection, token: usize, words: &str) -> Option<Secret<String>> {
    let token = inspection.tokens.get(token)?;
    let (row, input, signature) = hmac(token)?;
    // An empty line is no word of a list, but an empty secret is the first to try.
    std::iter::once("")
        .chain(words.lines().filter(|word| !word.is_empty()))
        .find(|word| {
            let key = Material::Oct(Secret::new(word.as_bytes().to_vec()));
            crypto::verify(row.scheme, &key, &input, signature).is_ok()
        })
        .map(|word| Secret::new(word.to_owned()))
}

/// The algorithm, the JWS Signing Input and the JWS Signature of the first signature with HMAC.
fn hmac(token: &Token) -> Option<(&'static SignatureAlgorithm, Vec<u8>, &[u8])> {
    token.signatures.iter().find_map(|signature| {
        let part = |index: Option<usize>| token.parts.get(index?);
        let header = part(signature.protected)?.json.as_ref()?;
        let row = signature_algorithm(&header.get("alg")?.text()?)?;
        let bytes = part(signature.signature)?.bytes.as_slice();
        let is_hmac = matches!(row.scheme, Scheme::Hmac(_)) && !bytes.is_empty();
        is_hmac.then(|| (row, signing_input(token, signature, None), bytes))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::base64url;
    use crate::inspect::inspect;
    use rand_chacha::rand_core::SeedableRng;

    const WORDS: &str = include_str!("secrets.txt");

    /// A token under `alg`, signed with `secret`.
    fn signed(alg: &str, secret: &str) -> Inspection {
        let header = base64url::encode(format!(r#"{{"alg":"{alg}"}}"#).as_bytes());
        let input = format!("{header}.{}", base64url::encode(b"{\"sub\":\"jo\"}"));
        let row = signature_algorithm("HS256").unwrap();
        let row = signature_algorithm(alg).unwrap_or(row);
        let key = Material::Oct(Secret::new(secret.as_bytes().to_vec()));
        let mut rng = rand_chacha::ChaCha8Rng::from_seed([1; 32]);
        let signature = crypto::sign(row.scheme, &key, input.as_bytes(), &mut rng).unwrap();
        inspect(&format!("{input}.{}", base64url::encode(&signature)))
    }

    fn check(alg: &str, secret: &str, words: &str, expected: Option<&str>) {
        let found = guess(&signed(alg, secret), 0, words);
        let found = found.as_ref().map(|word| word.expose().as_str());
        assert_eq!(found, expected, "{secret} under {alg}");
    }

    #[test]
    fn a_known_secret_is_guessed_under_every_hmac() {
        for alg in ["HS256", "HS384", "HS512"] {
            check(alg, "secret", WORDS, Some("secret"));
        }
        check(
            "HS256",
            "your-256-bit-secret",
            WORDS,
            Some("your-256-bit-secret"),
        );
    }

    #[test]
    fn the_empty_secret_is_tried_before_every_list() {
        check("HS256", "", WORDS, Some(""));
        check("HS512", "", "a\n", Some(""));
        check("HS256", " ", "a\n", None);
    }

    #[test]
    fn white_space_and_letter_case_count() {
        check("HS256", " spaced ", "spaced\n spaced \n", Some(" spaced "));
        check("HS256", "Secret", "secret\nSECRET\n", None);
        check("HS256", "é", "e\né\r\n", Some("é"));
    }

    #[test]
    fn what_is_not_in_the_list_is_not_guessed() {
        check(
            "HS256",
            "0b6f1c52-6f8e-4d0b-9a5e-0d3c8a9d7e11!",
            WORDS,
            None,
        );
        check("HS256", "secret", "", None);
        check("HS256", "secret", "\n\n", None);
    }

    #[test]
    fn other_algorithms_damaged_tokens_and_no_token_have_no_secret() {
        let none = inspect("eyJhbGciOiJub25lIn0.e30.");
        assert!(guess(&none, 0, WORDS).is_none());
        let rsa = inspect("eyJhbGciOiJSUzI1NiJ9.e30.c2ln");
        assert!(guess(&rsa, 0, WORDS).is_none());
        assert!(guess(&inspect("no token"), 0, WORDS).is_none());
        assert!(guess(&inspect("eyJhbGciOiJIUzI1NiJ9.e30"), 0, WORDS).is_none());
    }

    #[test]
    fn the_list_of_the_page_is_text_of_distinct_words_and_small() {
        let words: Vec<&str> = WORDS.lines().collect();
        assert!(words.len() > 10_000, "{}", words.len());
        let distinct: std::collections::BTreeSet<&&str> = words.iter().collect();
        assert_eq!(distinct.len(), words.len());
        assert!(
            words
                .iter()
                .all(|word| !word.is_empty() && word.len() <= 200)
        );
        assert!(WORDS.len() < 200_000, "{} bytes", WORDS.len());
    }
}
